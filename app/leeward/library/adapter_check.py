# SPDX-License-Identifier: Apache-2.0
"""Whether a LoRA adapter may be laid over a model. Nothing reaches llama.cpp that was not compared here.

What llama.cpp asks of an adapter: llama-adapter.cpp. It looks at two dimensions of four, and what it then computes with
(llama-graph.cpp, build_lora_mm, build_lora_mm_id, build_inp_embd) asserts the rest, which ends the process: so all of it
is compared.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from leeward.domain.errors import AdapterUnfit, ModelNotFound, ModelUnreadable
from leeward.domain.generation import Adapter
from leeward.domain.model_info import AdapterInfo, FileKind, LoadPlan
from leeward.i18n import mark
from leeward.library.gguf_types import MAX_DIMENSIONS
from leeward.library.header import GgufHeader, TensorInfo, read_header, said
from leeward.library.model_check import kind_of, model_headers, what_it_is

EMBEDDING = "token_embd.weight"
OUTPUT = "output.weight"

_A, _B = ".lora_a", ".lora_b"
_INVOCATION = "adapter.alora.invocation_tokens"
_READABLE_TYPES = frozenset({"F32", "F16", "BF16", "Q8_0"})
"""What the converters write. llama.cpp multiplies with most other types too, but ends the process at some."""

Shape = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """The change to one tensor of a model: the product of two narrow matrices."""

    a: TensorInfo
    b: TensorInfo

    @property
    def rank(self) -> int:
        return self.b.shape[0]  # as llama.cpp counts it (llama_adapter_lora_weight::get_scale)


@dataclass(frozen=True, slots=True)
class LoraFile:
    """What the header of an adapter says.

    Attributes:
        alpha: Its changes are multiplied by alpha / rank; 0 leaves them as they are.
        pairs: By the name of the tensor that they change.
    """

    header: GgufHeader
    alpha: float
    pairs: Mapping[str, Pair]

    @property
    def info(self) -> AdapterInfo:
        ranks = [pair.rank for pair in self.pairs.values()]
        return AdapterInfo(self.alpha, min(ranks), max(ranks), n_changed=len(ranks))

    @property
    def n_bytes(self) -> int:
        """Of the weights, which llama.cpp copies into memory as they are."""
        return sum(pair.a.n_bytes + pair.b.n_bytes for pair in self.pairs.values())


@dataclass(frozen=True, slots=True)
class Base:
    """What an adapter must fit: the tensors of a model, by name."""

    architecture: str
    tensors: Mapping[str, TensorInfo]

    @classmethod
    def of(cls, headers: Iterable[GgufHeader]) -> "Base":
        first, *others = headers
        tensors = {tensor.name: tensor for each in (first, *others) for tensor in each.tensors}
        return cls(first.text("general.architecture"), MappingProxyType(tensors))


def with_checked_adapters(plan: LoadPlan) -> LoadPlan:
    """Return the plan with the memory of its adapters counted, once these are known to fit its model. Blocking.

    The engine reads them once, with the model: what becomes of their files afterwards is of no matter.

    Raises AdapterUnfit, and as `check_model_file` where the model's own file cannot be read.
    """
    try:
        return replace(plan, adapter_bytes=check_adapters(plan.path, plan.adapters))
    except AdapterUnfit as error:
        raise AdapterUnfit(error.path, error.reason, plan.path) from error


def check_adapters(model: Path, adapters: Sequence[Adapter]) -> int:
    """Return what adapters take of memory, once all are known to fit the model. Blocking.

    Raises AdapterUnfit, and as `check_model_file` where the model's own file cannot be read.
    """
    if not adapters:
        return 0
    base = Base.of(model_headers(model))
    return sum(check_adapter(adapter.path, base).n_bytes for adapter in adapters)


def check_adapter(path: Path, base: Base) -> LoraFile:
    """Return what an adapter's header says, once it is known to fit the model. Blocking. Raises AdapterUnfit."""
    adapter = read_adapter(path)
    architecture = adapter.header.text("general.architecture")
    if architecture != base.architecture:
        raise AdapterUnfit(
            path, f"it was made for the architecture {said(architecture)}, and this model is {said(base.architecture)}"
        )
    for name, pair in adapter.pairs.items():
        tensor = base.tensors.get(name)
        if tensor is None:
            raise AdapterUnfit(path, f"it changes {said(name)}, which this model does not have: it is of another one")
        reason = _misfit(name, pair, tensor, has_output=OUTPUT in base.tensors)
        if reason:
            raise AdapterUnfit(path, reason)
    return adapter


def read_adapter(path: Path) -> LoraFile:
    """Return what the header of an adapter says, whatever model it is for. Blocking. Raises AdapterUnfit."""
    try:
        str(path).encode()
        header = read_header(path)
    except UnicodeEncodeError as error:
        raise AdapterUnfit(path, mark("its name cannot be written as text")) from error
    except ModelNotFound as error:
        raise AdapterUnfit(path, mark("there is no such file")) from error
    except ModelUnreadable as error:
        raise AdapterUnfit(path, error.reason) from error
    reason = _no_lora(header)
    if reason:
        raise AdapterUnfit(path, reason)
    alpha = header.values.get("adapter.lora.alpha", 0.0)
    if not isinstance(alpha, float) or not math.isfinite(alpha):
        raise AdapterUnfit(path, mark("its strength (alpha) is not a number"))
    return LoraFile(header, alpha, MappingProxyType(_pairs(header)))


def _no_lora(header: GgufHeader) -> str:
    """Return why the file is no LoRA adapter that llama.cpp would take; "" when it is one."""
    kind = kind_of(header)
    if kind is FileKind.MODEL:
        return mark("it is a whole model, which is loaded by itself")
    if kind is not FileKind.ADAPTER:
        return what_it_is(header)
    if header.text("general.type") != "adapter":
        return mark("it does not say that it is an adapter, as old converters did not")
    if header.text("adapter.type") != "lora":
        return f"it is an adapter of the kind {said(header.text('adapter.type'))}, and only LoRA is known"
    if _INVOCATION in header.types:
        return mark("it is to begin at certain words of the text (aLoRA), which Leeward does not do")
    return ""


def _pairs(header: GgufHeader) -> dict[str, Pair]:
    halves: dict[str, dict[str, TensorInfo]] = {}
    for tensor in header.tensors:
        name, ending = tensor.name[: -len(_A)], tensor.name[-len(_A) :]
        if ending in (_A, _B) and _A not in name and _B not in name:  # llama.cpp takes out every one of them
            halves.setdefault(name, {})[ending] = tensor
        elif not tensor.name.endswith("_norm.weight"):  # those it passes over
            raise AdapterUnfit(header.path, f"its tensor {said(tensor.name)} is no part of a LoRA adapter")
    for name, pair in halves.items():
        if len(pair) != 2:
            raise AdapterUnfit(header.path, f"half of its change to {said(name)} is missing")
        for tensor in pair.values():
            if tensor.type.name not in _READABLE_TYPES:
                raise AdapterUnfit(
                    header.path, f"its tensor {said(tensor.name)} is stored as {tensor.type.name}, which is not read"
                )
    if not halves:
        raise AdapterUnfit(header.path, mark("it changes nothing"))
    return {name: Pair(pair[_A], pair[_B]) for name, pair in halves.items()}


def _misfit(name: str, pair: Pair, tensor: TensorInfo, *, has_output: bool) -> str:
    """Return why a change cannot be made to a tensor; "" when it can."""
    if len(tensor.shape) not in (2, 3):
        return f"it changes {said(name)}, which is no matrix"
    if tensor.type.name == "NVFP4":  # asserted in build_ffn
        return f"it changes {said(name)}, which is stored as NVFP4"
    width, height, n_experts, _ = _dimensions(tensor.shape)
    a, b = _dimensions(pair.a.shape), _dimensions(pair.b.shape)
    if name == EMBEDDING:
        if not has_output:  # the same tensor makes the output, where the halves would be taken the other way round
            return f"it changes {said(name)}, which this model also uses for its output"
        fits = a == (b[0], height, 1, 1) and b == (b[0], width, 1, 1)
    else:
        fits = a == (width, b[0], n_experts, 1) and b == (b[0], height, n_experts, 1)
    return "" if fits else f"its change to {said(name)} has another shape than this model: it is of another one"


def _dimensions(shape: Shape) -> Shape:
    return shape + (1,) * (MAX_DIMENSIONS - len(shape))
