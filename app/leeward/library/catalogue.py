# SPDX-License-Identifier: Apache-2.0
"""The models Leeward suggests: resources/catalogue.json, and which file of each suits a machine.

Numbers come from the models' own configurations; sizes of files are estimates until the Hub is asked (`size_is_estimate`).
Nothing here says what a file's hash is: that is the Hub's to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import msgspec

from leeward import resources
from leeward.domain.model_info import FileKind, LoadPlan, ModelInfo, TensorShare
from leeward.domain.model_settings import ModelSettings
from leeward.library.fit import DEFAULT_N_CTX, MARGIN, estimate

BITS_PER_WEIGHT = MappingProxyType(
    {
        "Q2_K": 3.1593,
        "Q3_K_M": 3.9960,
        "Q4_K_M": 4.8944,
        "Q5_K_M": 5.7036,
        "Q6_K": 6.5633,
        "Q8_0": 8.5008,
        "F16": 16.0005,
    }
)
"""Of a whole file, as llama.cpp's tools/quantize/README.md has it for Llama 3.1 8B. Of models below 2 billion weights the
embedding, which is packed less, is a larger share: their files are up to a third larger."""

USUAL_N_VOCAB = 128_000
"""Of a model whose header nobody has read yet: only some MiB of the estimate come from it."""

SMALL_N_PARAMS = 3_000_000_000


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """One file of a model. The Hub knows its name and its hash."""

    quantization: str
    size_bytes: int
    size_is_estimate: bool = True


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One model.

    Attributes:
        kind: "chat" or "embedding".
        repository: Where its GGUF files are on the Hub.
        license: The model's, by its proper name.
        good_at: A few words for people.
        languages: Codes of ISO 639-1; "multilingual" for very many.
        n_ctx_train: Context length in tokens that the GGUF files say.
        n_kv_heads, head_dim: Of a layer's KV cache; 0 for a model without one.
        n_swa: Width of the sliding window in tokens, 0 when every layer sees everything.
        template: Name of the built-in chat template that suits it, "" where only its own does.
        suggested: Settings its makers suggest, by name of ModelSettings.
    """

    id: str
    name: str
    family: str
    kind: str
    repository: str
    license: str
    good_at: str
    languages: tuple[str, ...]
    n_ctx_train: int
    architecture: str
    n_params: int
    n_layers: int
    n_embd: int
    n_kv_heads: int
    head_dim: int
    n_swa: int
    template: str
    quantizations: tuple[str, ...]
    suggested: Mapping[str, float] = field(default_factory=dict)

    @property
    def files(self) -> tuple[CatalogueFile, ...]:
        """Its files, the smallest first."""
        sizes = ((name, int(self.n_params * BITS_PER_WEIGHT[name] / 8)) for name in self.quantizations)
        return tuple(CatalogueFile(name, size_bytes) for name, size_bytes in sorted(sizes, key=lambda each: each[1]))

    @property
    def settings(self) -> ModelSettings:
        """What its makers suggest."""
        return ModelSettings(**self.suggested)  # type: ignore[arg-type]  # ranges and names are tested


class _File(msgspec.Struct, frozen=True):
    version: int
    models: tuple[CatalogueEntry, ...]


@lru_cache(maxsize=1)
def catalogue() -> tuple[CatalogueEntry, ...]:
    """Return all models, in the order in which to show them."""
    return msgspec.json.decode(resources.path("catalogue.json").read_bytes(), type=_File).models


def needed_bytes(entry: CatalogueEntry, file: CatalogueFile, n_ctx: int = DEFAULT_N_CTX) -> int:
    """Return roughly what loading a file takes, with keys and values in f16 at this context."""
    info = info_of(entry, file)
    return estimate(info, LoadPlan(info.path, n_ctx=min(n_ctx, entry.n_ctx_train))).main_bytes


def info_of(entry: CatalogueEntry, file: CatalogueFile) -> ModelInfo:
    """Return what the header of a file will say, as far as it is known before the file is."""
    return ModelInfo(
        path=Path(entry.id),
        kind=FileKind.MODEL,
        architecture=entry.architecture,
        name=entry.name,
        size_label="",
        license=entry.license,
        file_bytes=file.size_bytes,
        n_files=1,
        n_params=entry.n_params,
        mix=(TensorShare(file.quantization, 1, file.size_bytes),),
        n_layers=entry.n_layers,
        n_ctx_train=entry.n_ctx_train,
        n_embd=entry.n_embd,
        n_heads=0,
        kv_heads=(entry.n_kv_heads,) * entry.n_layers,
        head_dim_k=entry.head_dim,
        head_dim_v=entry.head_dim,
        n_swa=entry.n_swa,
        swa_layers=(),
        n_experts=0,
        n_experts_used=0,
        n_ff=4 * entry.n_embd,  # as is usual
        layer_bytes=(),
        n_vocab=USUAL_N_VOCAB,
        n_merges=USUAL_N_VOCAB,
        tokenizer="",
        pre_tokenizer="",
        special_tokens=(),
        chat_template="",
        problems=(),
    )


def recommended(entry: CatalogueEntry, available_bytes: int) -> CatalogueFile | None:
    """Return the file of a model that suits a machine with so much free memory; None when none fits.

    The best of those that are worth their size: above Q5_K_M a large model only becomes slower, while a small one loses
    more by packing; below Q3_K_M answers become bad.
    """
    worth = ["Q5_K_M", "Q4_K_M", "Q3_K_M"]
    if entry.n_params < SMALL_N_PARAMS:
        worth = ["Q8_0", "Q6_K", *worth]
    by_name = {file.quantization: file for file in entry.files}
    fitting = (by_name[name] for name in worth if name in by_name)
    return next((file for file in fitting if needed_bytes(entry, file) * MARGIN <= available_bytes), None)
