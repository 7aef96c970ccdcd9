# SPDX-License-Identifier: Apache-2.0
"""Our tokenizer gives the tokens that llama.cpp's tests demand of its vocabularies; their headers are read as gguf reads them.

Format of the vectors: tests/test-tokenizer-0.cpp in llama.cpp's sources.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import llama_cpp

from helpers import sources
from helpers.gguf_package import assert_as_the_package_reads
from leeward.engine.child.vocabulary import Tokenizer

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


def test_every_field_of_the_vocabularies_is_read_as_the_gguf_package_reads_it():
    paths = sorted((sources.llama_cpp() / "models").glob("ggml-vocab-*.gguf"))
    assert len(paths) == N_FILES
    for path in paths:
        assert_as_the_package_reads(path)
