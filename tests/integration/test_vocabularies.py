# SPDX-License-Identifier: Apache-2.0
"""Our tokenizer gives the tokens that llama.cpp's tests demand of its vocabularies; their headers are read as ggml reads them.

Format of the vectors: tests/test-tokenizer-0.cpp in llama.cpp's sources.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import llama_cpp
import pytest

from helpers import sources
from helpers.gguf_package import assert_as_the_package_reads
from leeward.engine.child.llama import Tokenizer
from leeward.library.gguf_types import ValueType
from leeward.library.header import read_header

SEPARATOR = "\n__ggml_vocab_test__\n"
N_FILES = 19
N_WITH_VECTORS = 15
N_VECTORS = 694  # most .inp files end with a separator: nothing comes after it


@contextmanager
def _tokenizer(path: Path) -> Iterator[Tokenizer]:
    params = llama_cpp.llama_model_default_params()
    params.vocab_only = True
    model = llama_cpp.llama_model_load_from_file(str(path).encode(), params)
    assert model, path
    try:
        yield Tokenizer(llama_cpp.llama_model_get_vocab(model))
    finally:
        llama_cpp.llama_model_free(model)


def _vectors(path: Path) -> list[tuple[str, list[int]]]:
    raw = path.with_name(path.name + ".inp").read_bytes().decode()
    inputs = raw.removesuffix(SEPARATOR).split(SEPARATOR) if raw else []
    lines = path.with_name(path.name + ".out").read_bytes().decode().removesuffix("\n").split("\n")
    return [(text, [int(n) for n in line.split()]) for text, line in zip(inputs, lines, strict=True)]


def test_every_vector_of_llama_cpp_holds_through_our_tokenizer():
    n_files = n_vectors = 0
    wrong = []
    for inputs in sorted((sources.llama_cpp() / "models").glob("ggml-vocab-*.gguf.inp")):
        path = inputs.with_suffix("")
        n_files += 1
        with _tokenizer(path) as tokenizer:
            for text, expected in _vectors(path):
                n_vectors += 1
                tokens = tokenizer.tokenize(text, parse_special=False)
                if tokens != expected:
                    wrong.append((path.name, text, tokens, expected))
    assert not wrong
    assert (n_files, n_vectors) == (N_WITH_VECTORS, N_VECTORS)


class _GgufParams(ctypes.Structure):
    """struct gguf_init_params, gguf.h."""

    _fields_ = (("no_alloc", ctypes.c_bool), ("ctx", ctypes.c_void_p))


def _ggml() -> ctypes.CDLL:
    library = ctypes.CDLL(str(Path(llama_cpp.__file__).parent / "lib" / "libggml-base.so"))
    library.gguf_init_from_file.restype = ctypes.c_void_p
    library.gguf_get_key.restype = ctypes.c_char_p
    for name in ("gguf_get_n_kv", "gguf_get_n_tensors"):
        getattr(library, name).restype = ctypes.c_int64
    for name in ("gguf_get_alignment", "gguf_get_arr_n"):
        getattr(library, name).restype = ctypes.c_size_t
    return library


def test_headers_of_the_vocabularies_are_read_as_ggml_reads_them():
    # The gguf package takes a minute for all of these: it reads the small ones below, and models in test_header.py.
    ggml = _ggml()
    paths = sorted((sources.llama_cpp() / "models").glob("ggml-vocab-*.gguf"))
    assert len(paths) == N_FILES
    for path in paths:
        ours = read_header(path)
        theirs = ctypes.c_void_p(ggml.gguf_init_from_file(str(path).encode(), _GgufParams(no_alloc=True)))
        assert theirs, path
        kinds, counts = {}, {}
        for index in map(ctypes.c_int64, range(ggml.gguf_get_n_kv(theirs))):
            key = ggml.gguf_get_key(theirs, index).decode()
            kinds[key] = ggml.gguf_get_kv_type(theirs, index)
            if kinds[key] == ValueType.ARRAY:
                counts[key] = (ggml.gguf_get_arr_type(theirs, index), ggml.gguf_get_arr_n(theirs, index))
        assert {key: int(kind) for key, kind in ours.types.items()} == kinds, path
        assert {key: (int(each.element), each.count) for key, each in ours.arrays.items()} == counts, path
        assert (ours.alignment, len(ours.tensors)) == (
            ggml.gguf_get_alignment(theirs),
            ggml.gguf_get_n_tensors(theirs),
        )
        ggml.gguf_free(theirs)


@pytest.mark.parametrize("name", ["bert-bge", "llama-spm", "phi-3"])
def test_every_field_of_small_vocabularies_is_read_as_the_gguf_package_reads_it(name):
    assert_as_the_package_reads(sources.llama_cpp() / "models" / f"ggml-vocab-{name}.gguf")
