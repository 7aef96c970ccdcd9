# SPDX-License-Identifier: Apache-2.0
"""The header reader agrees with the format's own library on real files, and knows the same tensor types as ggml."""

import ctypes
import importlib.metadata
import os
import struct
from pathlib import Path

import llama_cpp
import pytest

from helpers import gguf_cases
from helpers.gguf_cases import ARRAY, STRING, U8, U32, Value, array, good, scalar
from helpers.gguf_package import assert_as_the_package_reads
from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.errors import ModelNotFound, ModelUnreadable
from leeward.library.gguf_types import ARCHITECTURES, ARCHITECTURES_AS_OF, TENSOR_TYPES
from leeward.library.header import GgufHeader, read_header


class Ranges:
    """A source that answers ranges out of memory, as one behind HTTP does, and notes what was asked."""

    def __init__(self, data: bytes, size_bytes: int | None = None) -> None:
        self.path = Path("far/away.gguf")
        self.data = data
        self.size_bytes = len(data) if size_bytes is None else size_bytes
        self.asked: list[tuple[int, int]] = []

    def read(self, offset: int, size: int) -> bytes:
        self.asked.append((offset, size))
        return self.data[offset : offset + size]


def read(data: bytes) -> GgufHeader:
    return read_header(Ranges(data))


def test_the_tiny_model_is_read_as_gguf_reads_it(tmp_path):
    assert_as_the_package_reads(write_tiny_gguf(tmp_path / "tiny.gguf", n_layers=3))


@pytest.mark.model
def test_real_models_are_read_as_gguf_reads_them(starter_model, gemma_model):
    assert_as_the_package_reads(starter_model)
    assert_as_the_package_reads(gemma_model)


def test_tensor_types_are_those_of_the_engine():
    library = ctypes.CDLL(str(Path(llama_cpp.__file__).parent / "lib" / "libggml-base.so"))
    library.ggml_type_size.restype = ctypes.c_size_t
    library.ggml_blck_size.restype = ctypes.c_int64
    library.ggml_type_name.restype = ctypes.c_char_p
    n_types = max(TENSOR_TYPES) + 1  # GGML_TYPE_COUNT; asking for more reads behind the table
    for number in range(n_types):
        block_values, block_bytes = library.ggml_blck_size(number), library.ggml_type_size(number)
        kind = TENSOR_TYPES.get(number)
        if kind is None:
            assert block_values == 0, f"ggml has a type {number}"
        else:
            assert (kind.block_values, kind.block_bytes) == (block_values, block_bytes)
            assert kind.name.lower() == library.ggml_type_name(number).decode().lower()


def test_the_list_of_architectures_is_that_of_the_engine():
    installed = importlib.metadata.version("llama-cpp-python")
    assert installed == ARCHITECTURES_AS_OF, "compare the list with the new src/llama-arch.cpp"
    binary = (Path(llama_cpp.__file__).parent / "lib" / "libllama.so").read_bytes()
    assert [name for name in sorted(ARCHITECTURES) if name.encode() + b"\0" not in binary] == []


def test_all_versions_that_llama_cpp_reads_are_read():
    made = good()
    for version in (2, 3):
        made.version = struct.pack("<I", version)
        assert read(made.bytes()).version == version


def test_ranges_of_a_file_far_away_are_enough(tmp_path):
    data = write_tiny_gguf(tmp_path / "tiny.gguf").read_bytes()
    whole = read_header(tmp_path / "tiny.gguf")
    beginning = Ranges(data[: whole.data_offset], size_bytes=len(data))
    header = read_header(beginning)
    assert header.tensors == whole.tensors
    assert dict(header.values) == dict(whole.values)


def test_weights_are_never_read(tmp_path):
    path = tmp_path / "big.gguf"
    data = good().with_tensor("output_norm.weight", shape=(2**36,)).bytes()
    with path.open("wb") as file:
        file.write(data)
        file.truncate(2**40)  # sparse: takes no room
    source = Ranges(data, size_bytes=2**40)
    assert read_header(source).tensors[-1].n_bytes == 2**38
    assert sum(size for _, size in source.asked) <= 2**20
    assert read_header(path).file_bytes == 2**40


@pytest.mark.parametrize("n_bytes", [2**20 - 3, 2**20, 2**20 + 5, 3 * 2**20])
def test_what_lies_across_two_reads_is_read_whole(n_bytes):
    for kind in ("text", "strings", "numbers"):
        value = {
            "text": lambda: scalar(STRING, "x" * n_bytes),
            "strings": lambda: array(STRING, ["x" * n_bytes, "", "y" * 9]),
            "numbers": lambda: array(U8, [7] * n_bytes),
        }[kind]()
        made = good()
        made.keys.insert(3, ("in.the.way", value))
        header = read(made.bytes())
        assert header.text("general.license") == "apache-2.0"
        assert header.tensors == read(good().bytes()).tensors


def test_a_long_token_does_not_end_the_list():
    tokens = [*gguf_cases.TOKENS, "z" * (2**20 + 11), "last"]
    made = good().with_key("tokenizer.ggml.tokens", array(STRING, tokens))
    made = made.with_key("tokenizer.ggml.eos_token_id", scalar(U32, len(tokens) - 1))
    assert read(made.bytes()).special_tokens == {"bos": "<s>", "eos": "last"}


def test_numbers_of_short_arrays_are_kept_and_long_ones_counted():
    made = good().with_key("short", array(U32, [3, 1, 2])).with_key("long", array(U32, range(2000)))
    arrays = read(made.bytes()).arrays
    assert (arrays["short"].count, arrays["short"].values) == (3, (3, 1, 2))
    assert (arrays["long"].count, arrays["long"].values) == (2000, ())
    assert arrays["general.tags"].count == 2


def test_a_text_of_more_than_a_mebibyte_is_passed_over():
    header = read(good().with_key("huge", scalar(STRING, "x" * (2**20 + 1))).bytes())
    assert "huge" in header.types
    assert header.text("huge") == ""


def test_text_that_is_not_utf_8_is_shown_as_far_as_it_is():
    assert read(good().with_key("odd", Value(STRING, gguf_cases.text(b"a\xffb"))).bytes()).text("odd") == "a\ufffdb"


def test_a_model_without_byte_tokens_in_hexadecimal_may_spell_them_as_it_likes():
    made = good().with_key("tokenizer.ggml.model", scalar(STRING, "gpt2"))
    made = made.with_key(
        "tokenizer.ggml.tokens", array(STRING, [*gguf_cases.TOKENS[:10], "Ġ", *gguf_cases.TOKENS[11:]])
    )
    assert read(made.bytes()).arrays["tokenizer.ggml.tokens"].count == len(gguf_cases.TOKENS)


def test_the_header_may_be_64_mebibytes_and_no_more():
    room = 64 * 2**20 - len(good().bytes())
    assert read(good().with_key("fill", array(U8, bytes(room))).bytes()).version == 3
    with pytest.raises(ModelUnreadable, match="longer than 67 MB") as caught:
        read(
            good()
            .with_key("fill", Value(ARRAY, struct.pack("<IQ", STRING, 1) + gguf_cases.text(bytes(65 * 2**20))))
            .bytes()
        )
    assert caught.value.path == Path("far/away.gguf")


def test_names_from_the_file_are_short_and_on_one_line_in_a_reason():
    made = good()
    made.keys += [("x\x1b[31m\n" * 100, scalar(U8, 1)), ("x\x1b[31m\n" * 100, scalar(U8, 1))]
    with pytest.raises(ModelUnreadable) as caught:
        read(made.bytes())
    assert len(caught.value.reason) < 150
    assert caught.value.reason.isprintable()


def test_what_is_no_file_is_said(tmp_path):
    with pytest.raises(ModelNotFound):
        read_header(tmp_path / "gone.gguf")
    with pytest.raises(ModelUnreadable, match="not a file"):
        read_header(tmp_path)
    os.mkfifo(tmp_path / "pipe.gguf")
    with pytest.raises(ModelUnreadable, match="not a file"):
        read_header(tmp_path / "pipe.gguf")


def test_a_file_that_shrinks_while_it_is_read_is_said():
    data = good().bytes()
    with pytest.raises(ModelUnreadable, match="became shorter"):
        read_header(Ranges(data[:1000], size_bytes=len(data)))


def test_a_nested_array_is_refused_at_once():
    deep = Value(ARRAY, struct.pack("<IQ", ARRAY, 1) * 10_000)
    with pytest.raises(ModelUnreadable, match="array of arrays"):
        read(good().with_key("deep", deep).bytes())
