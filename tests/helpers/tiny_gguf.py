# SPDX-License-Identifier: Apache-2.0
"""A GGUF model of about 100 KB with random weights: loads in milliseconds, speaks nonsense, runs in the real engine."""

import glob
from pathlib import Path

import gguf
import numpy as np

N_EMBD, N_FF, N_HEAD, N_CTX, N_VOCAB = 32, 64, 4, 2048, 289
N_CONV, N_STATE, N_RANK = 4, 16, 2  # of a recurrent one
TEMPLATE = "{% for m in messages %}<|{{ m.role }}|>{{ m.content }}\n{% endfor %}<|assistant|>"

GOOD_TEMPLATE = "{% for m in messages %}{{ m.role }}: {{ m.content }}</s>{% endfor %}assistant:"
"""Of which the template doctor has nothing to say."""


def write_tiny_gguf(
    path: Path,
    *,
    n_layers: int = 1,
    template: str = TEMPLATE,
    seed: int = 1,
    control: tuple[str, ...] = (),
    kind: str = "F32",
    n_tensors_a_file: int = 0,
    n_experts: int = 0,
    is_recurrent: bool = False,
    is_hybrid: bool = False,
) -> Path:
    """Write the model to `path` and return it. Same arguments, same bytes.

    `control`: more control tokens, at the end. `kind`: what its matrices are stored as. With `n_tensors_a_file` it becomes
    several files beside `path`; the first one is returned. `n_experts`: of a mixture, which uses two of them for a token.
    `is_recurrent`: Mamba, which has a state in place of a KV cache. `is_hybrid`: LFM2, whose layers have a state and a KV cache
    in turn; of two layers at least.
    """
    tokens = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256))]
    tokens += ["▁", *"abcdefghijklmnopqrstuvwxyz", "▁the", "▁and", "ing"]
    types = [gguf.TokenType.UNKNOWN, *[gguf.TokenType.CONTROL] * 2, *[gguf.TokenType.BYTE] * 256]
    types += [gguf.TokenType.NORMAL] * (len(tokens) - len(types))
    tokens += control
    types += [gguf.TokenType.CONTROL] * len(control)
    architecture = "mamba" if is_recurrent else "lfm2" if is_hybrid else "llama"
    writer = gguf.GGUFWriter(path, architecture, split_max_tensors=n_tensors_a_file)
    writer.add_name("Tiny")
    writer.add_context_length(N_CTX)
    writer.add_embedding_length(N_EMBD)
    writer.add_block_count(n_layers)
    writer.add_feed_forward_length(N_FF)
    writer.add_head_count(N_HEAD)
    writer.add_head_count_kv([N_HEAD * (layer % 2) for layer in range(n_layers)] if is_hybrid else N_HEAD)
    writer.add_rope_dimension_count(N_EMBD // N_HEAD)
    if n_experts:
        writer.add_expert_count(n_experts)
        writer.add_expert_used_count(2)
    if is_recurrent or is_hybrid:
        _add_states(writer)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0] * len(tokens))
    writer.add_token_types(types)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    if template:
        writer.add_chat_template(template)
    random = np.random.default_rng(seed)

    def tensor(name: str, *shape: int) -> None:
        values = random.normal(0, 0.1, shape).astype(np.float32)
        if name.endswith("ssm_a"):
            values = -np.abs(values)  # else the state grows without end
        add_packed(writer, name, values, kind if len(shape) > 1 else "F32")

    tensor("token_embd.weight", len(tokens), N_EMBD)
    for layer in range(n_layers):
        shapes = {**_attention(), **_feed_forward(n_experts)}
        if is_recurrent or is_hybrid:
            shapes = _recurrence() if is_recurrent else _in_turn(layer)
        for name, shape in shapes.items():
            tensor(f"blk.{layer}.{name}", *shape)
    tensor("token_embd_norm.weight" if is_hybrid else "output_norm.weight", N_EMBD)
    tensor("output.weight", len(tokens), N_EMBD)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path if path.exists() else min(path.parent.glob(f"{glob.escape(path.stem)}-00001-of-*.gguf"))


def _attention() -> dict[str, tuple[int, ...]]:
    return {
        "attn_norm.weight": (N_EMBD,),
        "attn_q.weight": (N_EMBD, N_EMBD),
        "attn_k.weight": (N_EMBD, N_EMBD),
        "attn_v.weight": (N_EMBD, N_EMBD),
        "attn_output.weight": (N_EMBD, N_EMBD),
        "ffn_norm.weight": (N_EMBD,),
    }


def _feed_forward(n_experts: int) -> dict[str, tuple[int, ...]]:
    if not n_experts:
        return {"ffn_gate.weight": (N_FF, N_EMBD), "ffn_up.weight": (N_FF, N_EMBD), "ffn_down.weight": (N_EMBD, N_FF)}
    return {
        "ffn_gate_inp.weight": (n_experts, N_EMBD),
        "ffn_gate_exps.weight": (n_experts, N_FF, N_EMBD),
        "ffn_up_exps.weight": (n_experts, N_FF, N_EMBD),
        "ffn_down_exps.weight": (n_experts, N_EMBD, N_FF),
    }


def _add_states(writer: gguf.GGUFWriter) -> None:
    writer.add_shortconv_l_cache(N_CONV)
    writer.add_ssm_conv_kernel(N_CONV)
    writer.add_ssm_inner_size(2 * N_EMBD)
    writer.add_ssm_state_size(N_STATE)
    writer.add_ssm_time_step_rank(N_RANK)


def _in_turn(layer: int) -> dict[str, tuple[int, ...]]:
    if layer % 2:
        head = (N_EMBD // N_HEAD,)
        return {**_attention(), **_feed_forward(0), "attn_q_norm.weight": head, "attn_k_norm.weight": head}
    return {
        "attn_norm.weight": (N_EMBD,),
        "shortconv.conv.weight": (N_EMBD, N_CONV),
        "shortconv.in_proj.weight": (3 * N_EMBD, N_EMBD),
        "shortconv.out_proj.weight": (N_EMBD, N_EMBD),
        "ffn_norm.weight": (N_EMBD,),
        **_feed_forward(0),
    }


def _recurrence() -> dict[str, tuple[int, ...]]:
    n_inner = 2 * N_EMBD
    return {
        "attn_norm.weight": (N_EMBD,),
        "ssm_in.weight": (2 * n_inner, N_EMBD),
        "ssm_conv1d.weight": (n_inner, N_CONV),
        "ssm_conv1d.bias": (n_inner,),
        "ssm_x.weight": (N_RANK + 2 * N_STATE, n_inner),
        "ssm_dt.weight": (n_inner, N_RANK),
        "ssm_dt.bias": (n_inner,),
        "ssm_a": (n_inner, N_STATE),
        "ssm_d": (n_inner,),
        "ssm_out.weight": (N_EMBD, n_inner),
    }


def add_packed(writer: gguf.GGUFWriter, name: str, values: np.ndarray, kind: str) -> None:
    """Add a tensor, packed as `kind` ("Q8_0")."""
    number = gguf.GGMLQuantizationType[kind]
    writer.add_tensor(name, gguf.quants.quantize(values, number), raw_dtype=number)
