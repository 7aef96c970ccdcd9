# SPDX-License-Identifier: Apache-2.0
"""LoRA adapters with random weights for the tiny model, or for any other one whose tensors are named."""

from collections.abc import Mapping
from pathlib import Path

import gguf
import numpy as np

from helpers.tiny_gguf import N_EMBD, N_FF, add_packed

WEIGHTS = {
    "blk.0.attn_q.weight": (N_EMBD, N_EMBD),
    "blk.0.attn_output.weight": (N_EMBD, N_EMBD),
    "blk.0.ffn_down.weight": (N_EMBD, N_FF),
}
"""Rows and columns of what an adapter changes in the tiny model."""


def write_tiny_adapter(
    path: Path,
    weights: Mapping[str, tuple[int, int]] = WEIGHTS,
    *,
    rank: int = 4,
    alpha: float = 8.0,
    seed: int = 1,
    size: float = 0.3,
    architecture: str = "llama",
    kind: str = "F32",
) -> Path:
    """Write an adapter to `path` and return it. Same arguments, same bytes.

    `size`: of its random numbers; `kind`: what they are stored as.
    """
    writer = gguf.GGUFWriter(path, architecture)
    writer.add_type(gguf.GGUFType.ADAPTER)
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", alpha)
    random = np.random.default_rng(seed)
    for name, (n_rows, n_columns) in weights.items():
        # The embedding is looked up, not multiplied: its halves are the other way round (llama-graph.cpp).
        is_embedding = name == "token_embd.weight"
        shape_a = (n_rows, rank) if is_embedding else (rank, n_columns)
        shape_b = (n_columns, rank) if is_embedding else (n_rows, rank)
        add_packed(writer, f"{name}.lora_a", random.normal(0, size, shape_a).astype(np.float32), kind)
        add_packed(writer, f"{name}.lora_b", random.normal(0, size, shape_b).astype(np.float32), kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def lay_over(model: Path, adapter: Path, scale: float = 1.0) -> None:
    """Add an adapter's changes to the weights of a model whose weights are F32, in its file: what a merge should be."""
    weights = {tensor.name: tensor.data for tensor in gguf.GGUFReader(model, "r+").tensors}
    reader = gguf.GGUFReader(adapter)
    halves = {tensor.name: tensor.data for tensor in reader.tensors}
    alpha = reader.fields["adapter.lora.alpha"].contents()
    for name in {name.rpartition(".")[0] for name in halves}:
        a, b = halves[f"{name}.lora_a"], halves[f"{name}.lora_b"]
        change = a @ b.T if name == "token_embd.weight" else b @ a
        weights[name][:] += np.float32(scale * alpha / b.shape[1]) * change
