# SPDX-License-Identifier: Apache-2.0
"""A LoRA adapter merged into a copy of its model: W + scale * alpha / rank * B A for every tensor that it changes.

What is changed is stored anew; the metadata and all other tensors are copied byte for byte. A few MiB of the model are in
memory at a time.
"""

import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from gguf import GGMLQuantizationType, quants
from numpy.typing import NDArray

from leeward.domain.errors import ModelError, NotMade
from leeward.library.adapter_check import EMBEDDING, Base, LoraFile, Pair, check_adapter
from leeward.library.gguf_source import FileSource, Source
from leeward.library.gguf_types import TENSOR_TYPES
from leeward.library.header import GgufHeader, TensorInfo
from leeward.library.model_check import model_headers
from leeward.workshop.new_file import NewFile
from leeward.workshop.plan import MergePlan

CHUNK_VALUES = 1024**2
CHUNK_BYTES = 4 * 1024**2

_NUMBERS = {kind.name: number for number, kind in TENSOR_TYPES.items()}
_F16_MAX = float(np.finfo(np.float16).max)

Floats = NDArray[np.float32]
OnProgress = Callable[[float], None]
"""Gets the fraction that is done. What it raises ends the merge."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A tensor of the new file. `pair` is None for one that is copied."""

    new: TensorInfo
    old: TensorInfo
    pair: Pair | None


def merge(plan: MergePlan, on_progress: OnProgress) -> int:
    """Make the target and return its size in bytes. Blocking, for as long as it takes to copy the model.

    Raises:
        ModelNotFound, ModelUnreadable: Of the base.
        AdapterUnfit: Of the adapter.
        TargetExists, NotMade: Of the target; nothing is left of it.
    """
    base, *others = model_headers(plan.base)
    if others:
        raise NotMade(plan.target, f"the base model is in {1 + len(others)} files, and only one in one file is merged")
    adapter = check_adapter(plan.adapter.path, Base.of([base]))
    if plan.target.resolve() in (plan.base.resolve(), plan.adapter.path.resolve()):
        raise NotMade(plan.target, "it is one of the files that it would be made of")
    pieces = _pieces(plan, base, adapter)
    begin = _tensor_infos(pieces)
    n_begin = base.metadata_end + len(begin)
    end = pieces[-1].new
    n_padding = -n_begin % base.alignment
    n_bytes = n_begin + n_padding + _padded(end.offset + end.n_bytes, base.alignment)
    with ExitStack() as stack:
        weights = stack.enter_context(FileSource(plan.base))
        changes = stack.enter_context(FileSource(plan.adapter.path))
        file = stack.enter_context(NewFile(plan.target, n_bytes, is_replacing=plan.is_replacing))
        for data in _copied(weights, 0, base.metadata_end, plan):
            file.write(data)
        file.write(begin + bytes(n_padding))
        merging = _Merging(plan, adapter, weights, base.data_offset, changes)
        n_done, n_total = 0, sum(piece.old.n_bytes for piece in pieces)
        for piece in pieces:
            for data, n_read in merging.data_of(piece):
                file.write(data)
                n_done += n_read
                on_progress(n_done / n_total)
            file.write(bytes(-piece.new.n_bytes % base.alignment))
        file.finish(lambda path: _check_result(plan, path, pieces, n_bytes))
    return n_bytes


def _pieces(plan: MergePlan, base: GgufHeader, adapter: LoraFile) -> list[_Piece]:
    pieces, offset = [], 0
    wanted = TENSOR_TYPES[_NUMBERS[plan.type_name]]
    for old in base.tensors:
        pair, kind = adapter.pairs.get(old.name), old.type
        if pair is not None:
            _check_readable(plan, old)
            kind = wanted if old.shape[0] % wanted.block_values == 0 else TENSOR_TYPES[_NUMBERS["F16"]]
        n_values = old.n_bytes // old.type.block_bytes * old.type.block_values
        new = TensorInfo(old.name, old.shape, kind, offset, n_values // kind.block_values * kind.block_bytes)
        pieces.append(_Piece(new, old, pair))
        offset = _padded(offset + new.n_bytes, base.alignment)
    return pieces


def _check_readable(plan: MergePlan, tensor: TensorInfo) -> None:
    """Raise NotMade when there is no way to unpack the weights of a tensor: before anything is written."""
    try:
        _unpacked(bytes(_row_bytes(tensor)), tensor)
    except (KeyError, NotImplementedError) as error:
        raise NotMade(
            plan.target, f"the model's weights are {tensor.type.name}, which cannot be merged with"
        ) from error


def _tensor_infos(pieces: Sequence[_Piece]) -> bytes:
    out = bytearray()
    for piece in pieces:
        name, shape = piece.new.name.encode(), piece.new.shape
        out += struct.pack(f"<Q{len(name)}sI{len(shape)}Q", len(name), name, len(shape), *shape)
        out += struct.pack("<IQ", _NUMBERS[piece.new.type.name], piece.new.offset)
    return bytes(out)


class _Merging:
    """Reads the old tensors and gives the new ones, piece by piece."""

    def __init__(self, plan: MergePlan, adapter: LoraFile, weights: Source, data_offset: int, changes: Source) -> None:
        self._plan = plan
        self._adapter = adapter
        self._weights = weights
        self._data_offset = data_offset
        self._changes = changes

    def data_of(self, piece: _Piece) -> Iterator[tuple[bytes, int]]:
        """Yield the bytes of the new tensor, each with how many of the old one went into them."""
        start = self._data_offset + piece.old.offset
        if piece.pair is None:
            for data in _copied(self._weights, start, piece.old.n_bytes, self._plan):
                yield data, len(data)
            return
        scale = self._plan.adapter.scale
        if self._adapter.alpha:  # as llama_adapter_lora_weight::get_scale has it
            scale *= self._adapter.alpha / piece.pair.rank
        width = piece.old.shape[0]
        n_row_bytes = _row_bytes(piece.old)
        n_rows = max(1, CHUNK_VALUES // width)
        for left, right in self._halves(piece.old.name, piece.pair):
            for first in range(0, len(left), n_rows):
                some = left[first : first + n_rows]
                data = _read(self._weights, start, len(some) * n_row_bytes, self._plan)
                start += len(data)
                with np.errstate(all="ignore"):  # what is no number is refused when it is packed
                    values = _unpacked(data, piece.old) + np.float32(scale) * (some @ right)
                yield self._packed(values, piece.new), len(data)

    def _halves(self, name: str, pair: Pair) -> Iterator[tuple[Floats, Floats]]:
        """Yield the two matrices whose product is the change, for every expert of the tensor: (rows, rank), (rank, width)."""
        for a, b in zip(self._matrices(pair.a), self._matrices(pair.b), strict=True):
            yield (a, b.T) if name == EMBEDDING else (b, a)

    def _matrices(self, tensor: TensorInfo) -> Floats:
        """Return a tensor of the adapter, (n_experts, rows, width)."""
        offset = self._adapter.header.data_offset + tensor.offset
        values = _unpacked(_read(self._changes, offset, tensor.n_bytes, self._plan), tensor)
        return values.reshape(-1, tensor.shape[1], tensor.shape[0])

    def _packed(self, values: Floats, new: TensorInfo) -> bytes:
        # Also refuses what is no number; blocks of Q8_0 have an F16 in them.
        if not np.abs(values).max() <= _F16_MAX:
            raise NotMade(self._plan.target, f"a weight of {new.name} would be no number, or too large for F16")
        packed: NDArray[Any] = quants.quantize(values, GGMLQuantizationType[new.type.name])
        return packed.tobytes()


def _unpacked(data: bytes, tensor: TensorInfo) -> Floats:
    """Return the values of some rows of a tensor, (n, width)."""
    rows = np.frombuffer(data, np.uint8).reshape(-1, _row_bytes(tensor))
    values: Floats = quants.dequantize(rows, GGMLQuantizationType[tensor.type.name])
    return values


def _row_bytes(tensor: TensorInfo) -> int:
    return tensor.shape[0] // tensor.type.block_values * tensor.type.block_bytes


def _copied(source: Source, offset: int, n_bytes: int, plan: MergePlan) -> Iterator[bytes]:
    for start in range(offset, offset + n_bytes, CHUNK_BYTES):
        yield _read(source, start, min(CHUNK_BYTES, offset + n_bytes - start), plan)


def _read(source: Source, offset: int, n_bytes: int, plan: MergePlan) -> bytes:
    data = source.read(offset, n_bytes)
    if len(data) < n_bytes:
        raise NotMade(plan.target, f"{source.path.name} became shorter while it was read")
    return data


def _check_result(plan: MergePlan, path: Path, pieces: Sequence[_Piece], n_bytes: int) -> None:
    """Read back what was written, as any model before it is loaded."""
    try:
        header, *_ = model_headers(path)
    except ModelError as error:
        raise NotMade(plan.target, f"what was written could not be read back: {error!r}") from error
    if header.file_bytes != n_bytes or header.tensors != tuple(piece.new for piece in pieces):
        raise NotMade(plan.target, "what was written is not what should have been")


def _padded(size: int, alignment: int) -> int:
    return size + -size % alignment
