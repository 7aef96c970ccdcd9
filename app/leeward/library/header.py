# SPDX-License-Identifier: Apache-2.0
"""The header of a GGUF file, read in pure Python and believed only where it can be true.

Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md; what llama.cpp takes of it: ggml/src/gguf.cpp.
Work and memory are bounded by the limits below whatever the file says: two seconds and 200 MB at the very most.
"""

import re
import struct
import sys
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import prod
from pathlib import Path
from types import MappingProxyType

from leeward.domain.errors import ModelUnreadable
from leeward.i18n import mark
from leeward.library.gguf_source import Cursor, DamagedHeader, FileSource, Source
from leeward.library.gguf_types import (
    BYTE_TOKEN,
    DEFAULT_ALIGNMENT,
    MAGIC,
    MAX_DIMENSIONS,
    MAX_TENSOR_NAME_BYTES,
    NEWEST_VERSION,
    OLDEST_VERSION,
    REMOVED_TENSOR_TYPES,
    SCALARS,
    TENSOR_TYPES,
    TensorType,
    ValueType,
)
from leeward.library.in_words import size_text

MAX_KEYS = 65_536
MAX_TENSORS = 65_536
MAX_KEY_BYTES = 65_535
MAX_TOKENS = 1_048_576
MAX_ARRAY_STRINGS = 4_194_304  # of all arrays together; the largest vocabularies have half a million merges
MAX_TEXT_BYTES = 1024**2
MAX_TEXTS_BYTES = 16 * 1024**2
MAX_KEPT_ELEMENTS = 1024
MAX_ALIGNMENT = 1024**2

TOKENS = "tokenizer.ggml.tokens"
TOKEN_TYPES = "tokenizer.ggml.token_type"  # noqa: S105  the name of a key
SPECIAL_TOKENS = {
    "bos": "tokenizer.ggml.bos_token_id",
    "eos": "tokenizer.ggml.eos_token_id",
    "eot": "tokenizer.ggml.eot_token_id",
    "eom": "tokenizer.ggml.eom_token_id",
    "unknown": "tokenizer.ggml.unknown_token_id",
    "separator": "tokenizer.ggml.seperator_token_id",  # spelled so in the format
    "padding": "tokenizer.ggml.padding_token_id",
    "mask": "tokenizer.ggml.mask_token_id",
}

_EXPECTED_TYPES = {  # llama.cpp asserts some of these and throws at the others
    "general.architecture": ValueType.STRING,
    "general.type": ValueType.STRING,
    "general.name": ValueType.STRING,
    "general.alignment": ValueType.U32,
    "adapter.type": ValueType.STRING,
    "adapter.lora.alpha": ValueType.F32,
    "split.no": ValueType.U16,
    "split.count": ValueType.U16,
    "split.tensors.count": ValueType.I32,
    "tokenizer.ggml.model": ValueType.STRING,
    "tokenizer.ggml.pre": ValueType.STRING,
}

# Tokenizers whose byte tokens llama.cpp reads as hexadecimal digits, whatever stands there (llama-vocab.cpp).
_HEXADECIMAL_BYTE_TOKENS = frozenset({"llama", "t5", "plamo2", "gemma4"})
_BYTE_TOKEN_TEXT = re.compile(rb"<0x[0-9A-Fa-f]{2}>")

Scalar = int | float | bool | str


@dataclass(frozen=True, slots=True)
class ArrayFacts:
    """An array in the metadata.

    Attributes:
        element: Type of every element.
        count: Number of elements.
        values: The elements when they are numbers and at most 1,024; else empty.
    """

    element: ValueType
    count: int
    values: tuple[int | float | bool, ...] = ()


@dataclass(frozen=True, slots=True)
class TensorInfo:
    """Where a tensor lies.

    Attributes:
        shape: Values per dimension, the fastest one first, as in the file.
        offset: From the beginning of the tensor data, in bytes.
    """

    name: str
    shape: tuple[int, ...]
    type: TensorType
    offset: int
    n_bytes: int


@dataclass(frozen=True, slots=True)
class GgufHeader:
    """What stands before the weights.

    Attributes:
        types: Of every key; ARRAY for arrays.
        values: The scalars. A text of more than 1 MiB is left out.
        arrays: The arrays, without their contents where these are long or texts.
        special_tokens: Text by name of the special token ("bos", "eos", ...), where the file names a token for it.
        metadata_end: Where the list of tensors begins in the file.
        data_offset: Where the tensor data begins in the file.
        file_bytes: Size of the file.
    """

    path: Path
    version: int
    alignment: int
    types: Mapping[str, ValueType]
    values: Mapping[str, Scalar]
    arrays: Mapping[str, ArrayFacts]
    special_tokens: Mapping[str, str]
    tensors: tuple[TensorInfo, ...]
    metadata_end: int
    data_offset: int
    file_bytes: int

    def text(self, key: str) -> str:
        """Return a text, "" when the file has none under this key."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def integer(self, key: str) -> int | None:
        """Return a whole number, None when the file has none under this key."""
        value = self.values.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None


def read_header(source: Source | Path) -> GgufHeader:
    """Read and check the header of any GGUF file: model, adapter, projector. Blocking; reads at most 64 MiB.

    Raises:
        ModelNotFound: There is no such file.
        ModelUnreadable: It is not a GGUF file, is damaged, or asks for what llama.cpp would not survive.
    """
    if isinstance(source, Path):
        with FileSource(source) as file:
            return read_header(file)
    try:
        return _read(source)
    except DamagedHeader as error:
        raise ModelUnreadable(source.path, str(error)) from error


def said(name: str) -> str:
    """Return a name from a file as it may stand in a sentence: short, on one line, in quotes."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in name[:60])
    return f'"{shown}{"..." if len(name) > len(shown) else ""}"'


@dataclass(slots=True)
class _Metadata:
    """The metadata while it is being read."""

    types: dict[str, ValueType] = field(default_factory=dict)
    values: dict[str, Scalar] = field(default_factory=dict)
    arrays: dict[str, ArrayFacts] = field(default_factory=dict)
    tokens: list[bytes] = field(default_factory=list)
    token_types: bytes = b""
    n_text_bytes: int = 0
    n_strings: int = 0


def _read(source: Source) -> GgufHeader:
    cursor = Cursor(source)
    version = _version(cursor)
    n_tensors = cursor.count("tensors", least_bytes=24, limit=MAX_TENSORS)
    n_keys = cursor.count("metadata keys", least_bytes=13, limit=MAX_KEYS)
    metadata = _Metadata()
    for _ in range(n_keys):
        _read_key(cursor, metadata)
    metadata_end = cursor.position
    for key, kind in _EXPECTED_TYPES.items():
        if metadata.types.get(key, kind) is not kind:
            raise DamagedHeader(f"its metadata key {said(key)} is of the wrong type")
    _check_tokens(metadata)
    alignment = _alignment(metadata)
    tensors = _tensors(cursor, n_tensors, alignment)
    data_offset = _padded(cursor.position, alignment) if tensors else cursor.position
    if tensors:
        last = tensors[-1]
        n_missing = data_offset + last.offset + last.n_bytes - source.size_bytes
        if n_missing > 0:
            raise DamagedHeader(
                f"{n_missing:,} bytes of its weights are missing: the download was cut off, or the file is damaged"
            )
    return GgufHeader(
        path=source.path,
        version=version,
        alignment=alignment,
        types=MappingProxyType(metadata.types),
        values=MappingProxyType(metadata.values),
        arrays=MappingProxyType(metadata.arrays),
        special_tokens=MappingProxyType(_special_tokens(metadata)),
        tensors=tensors,
        metadata_end=metadata_end,
        data_offset=data_offset,
        file_bytes=source.size_bytes,
    )


def _version(cursor: Cursor) -> int:
    if cursor.n_left < len(MAGIC) or cursor.take(len(MAGIC)) != MAGIC:
        raise DamagedHeader(mark("it is not a GGUF file"))
    stored = cursor.take(4)
    version = int.from_bytes(stored, "little")
    if OLDEST_VERSION <= version <= NEWEST_VERSION:
        return version
    if OLDEST_VERSION <= int.from_bytes(stored, "big") <= NEWEST_VERSION:
        raise DamagedHeader(mark("it was made for a big-endian machine"))
    raise DamagedHeader(f"its GGUF version is {version}, and versions {OLDEST_VERSION} to {NEWEST_VERSION} can be read")


# Metadata


def _read_key(cursor: Cursor, metadata: _Metadata) -> None:
    n_bytes = cursor.u64()
    if not 0 < n_bytes <= MAX_KEY_BYTES:
        raise DamagedHeader(f"it has a metadata key of {n_bytes:,} bytes")
    key = _name(cursor.take(n_bytes), "metadata key")
    if key in metadata.types:
        raise DamagedHeader(f"it has the metadata key {said(key)} twice")
    kind = _value_type(cursor, key)
    metadata.types[key] = kind
    if kind is ValueType.ARRAY:
        metadata.arrays[key] = _read_array(cursor, metadata, key)
    elif kind is ValueType.STRING:
        _read_text(cursor, metadata, key)
    else:
        metadata.values[key] = cursor.unpack(SCALARS[kind])[0]


def _name(raw: bytes, what: str) -> str:
    try:
        name = raw.decode()
    except UnicodeDecodeError as error:
        raise DamagedHeader(f"it has a {what} that is not text") from error
    if "\0" in name:  # C would see another name
        raise DamagedHeader(f"it has a {what} with a zero byte in it")
    return name


def _value_type(cursor: Cursor, key: str) -> ValueType:
    number = int.from_bytes(cursor.take(4), "little")
    try:
        return ValueType(number)
    except ValueError as error:
        raise DamagedHeader(f"its metadata key {said(key)} has the unknown type {number}") from error


def _read_text(cursor: Cursor, metadata: _Metadata, key: str) -> None:
    n_bytes = cursor.u64()
    if n_bytes > MAX_TEXT_BYTES:
        cursor.skip(n_bytes)
        return
    metadata.n_text_bytes += n_bytes
    if metadata.n_text_bytes > MAX_TEXTS_BYTES:
        raise DamagedHeader(f"its metadata has more than {size_text(MAX_TEXTS_BYTES)} of text")
    metadata.values[key] = cursor.take(n_bytes).decode("utf-8", "replace")


def _read_array(cursor: Cursor, metadata: _Metadata, key: str) -> ArrayFacts:
    element = _value_type(cursor, key)
    if element is ValueType.ARRAY:
        raise DamagedHeader(f"its metadata key {said(key)} is an array of arrays")
    what = f"elements in the metadata key {said(key)}"
    if element is ValueType.STRING:
        n = cursor.count(what, least_bytes=8, limit=MAX_ARRAY_STRINGS - metadata.n_strings)
        metadata.n_strings += n
        if key == TOKENS:
            if n > MAX_TOKENS:
                raise DamagedHeader(f"it claims {n:,} tokens, and no more than {MAX_TOKENS:,} are read")
            metadata.tokens = cursor.strings(n)
        else:
            cursor.skip_strings(n)
        return ArrayFacts(element, n)
    form = SCALARS[element]
    n = cursor.count(what, least_bytes=form.size, limit=2**32 - 1)
    if key == TOKEN_TYPES and element is ValueType.I32 and n <= MAX_TOKENS:
        metadata.token_types = cursor.take(n * form.size)
    elif n <= MAX_KEPT_ELEMENTS:
        return ArrayFacts(element, n, cursor.unpack(struct.Struct(f"<{n}{form.format[1:]}")))
    else:
        cursor.skip(n * form.size)
    return ArrayFacts(element, n)


def _alignment(metadata: _Metadata) -> int:
    value = metadata.values.get("general.alignment", DEFAULT_ALIGNMENT)
    assert isinstance(value, int)  # noqa: S101  its type was compared
    # Below 32 a mapped file would not lie where ggml's processor code wants it (TENSOR_ALIGNMENT, ggml-impl.h).
    if value & (value - 1) or not DEFAULT_ALIGNMENT <= value <= MAX_ALIGNMENT:
        raise DamagedHeader(f"its alignment is {value}, which is no power of two from 32 to {MAX_ALIGNMENT:,}")
    return value


# Tokens


def _check_tokens(metadata: _Metadata) -> None:
    tokens = metadata.tokens
    if not tokens:
        return
    spelled: set[bytes] = set(tokens)
    if b"" in spelled:  # llama.cpp gives each empty token a name of its own
        spelled.remove(b"")
        spelled.update(b"[EMPTY_%d]" % number for number, token in enumerate(tokens) if not token)
    if len(spelled) != len(tokens):  # llama.cpp asserts it
        raise DamagedHeader(mark("two tokens of its vocabulary are spelled alike"))
    if metadata.values.get("tokenizer.ggml.model") not in _HEXADECIMAL_BYTE_TOKENS:
        return
    types = array("i", metadata.token_types)
    if sys.byteorder == "big":
        types.byteswap()
    for token, token_type in zip(tokens, types, strict=False):
        if token_type == BYTE_TOKEN and not _BYTE_TOKEN_TEXT.fullmatch(token):
            raise DamagedHeader(f"its byte token {said(token.decode('utf-8', 'replace'))} is no byte")


def _special_tokens(metadata: _Metadata) -> dict[str, str]:
    found = {}
    for name, key in SPECIAL_TOKENS.items():
        number = metadata.values.get(key)
        if isinstance(number, int) and 0 <= number < len(metadata.tokens):
            found[name] = metadata.tokens[number].decode("utf-8", "replace")
    return found


# Tensors


def _tensors(cursor: Cursor, n: int, alignment: int) -> tuple[TensorInfo, ...]:
    found: dict[str, TensorInfo] = {}
    offset = 0
    for _ in range(n):
        tensor = _read_tensor(cursor)
        if tensor.name in found:
            raise DamagedHeader(f"it has the tensor {said(tensor.name)} twice")
        if tensor.offset != offset:  # gguf.cpp wants them one behind the other
            raise DamagedHeader(f"its tensor {said(tensor.name)} does not lie where it should")
        found[tensor.name] = tensor
        offset = _padded(offset + tensor.n_bytes, alignment)
    return tuple(found.values())


_DIMENSIONS: tuple[Callable[[bytes], tuple[int, ...]], ...] = tuple(
    struct.Struct(f"<{n}QIQ").unpack for n in range(MAX_DIMENSIONS + 1)
)


def _read_tensor(cursor: Cursor) -> TensorInfo:
    n_name_bytes = cursor.u64()
    if not 0 < n_name_bytes <= MAX_TENSOR_NAME_BYTES:
        raise DamagedHeader(f"it has a tensor whose name takes {n_name_bytes:,} bytes")
    name = _name(cursor.take(n_name_bytes), "tensor name")
    n_dimensions = int.from_bytes(cursor.take(4), "little")
    if n_dimensions > MAX_DIMENSIONS:
        raise DamagedHeader(f"its tensor {said(name)} has {n_dimensions:,} dimensions")
    *shape, number, offset = _DIMENSIONS[n_dimensions](cursor.take(8 * n_dimensions + 12))
    n_values = prod(shape)
    if not 0 < n_values < 2**63 or max(shape, default=0) >= 2**63:
        raise DamagedHeader(f"its tensor {said(name)} has an impossible shape")
    kind = TENSOR_TYPES.get(number)
    if number in REMOVED_TENSOR_TYPES:
        raise DamagedHeader(
            f"its weights are stored as {REMOVED_TENSOR_TYPES[number]}, which llama.cpp reads no longer"
        )
    if kind is None:
        raise DamagedHeader(f"its tensor {said(name)} has the unknown type {number}")
    if (shape[0] if shape else 1) % kind.block_values:
        raise DamagedHeader(f"the rows of its tensor {said(name)} do not fit the blocks of {kind.name}")
    return TensorInfo(name, tuple(shape), kind, offset, n_values // kind.block_values * kind.block_bytes)


def _padded(size: int, alignment: int) -> int:
    return size + -size % alignment
