# SPDX-License-Identifier: Apache-2.0
"""Tiny models in the process of the test."""

import ctypes
from collections.abc import Callable, Iterator
from pathlib import Path

import llama_cpp
import pytest

from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.model_info import LoadPlan
from leeward.engine.child.llama import Llama, NativeLog


@pytest.fixture
def load_tiny(tmp_path: Path) -> Iterator[Callable[..., Llama]]:
    """Return a function that loads a tiny model; it takes the options of `write_tiny_gguf` and, as `plan`, of the LoadPlan."""
    loaded: list[Llama] = []

    def load(*, plan: dict | None = None, **options) -> Llama:
        path = write_tiny_gguf(tmp_path / "tiny.gguf", **options)
        log = NativeLog(lambda _level, _text: None)
        loaded.append(Llama(LoadPlan(path, n_threads=1, **(plan or {})), log, lambda _fraction: True))
        return loaded[-1]

    yield load
    for llama in loaded:
        llama.close()
    llama_cpp.llama_log_set(ctypes.cast(None, llama_cpp.llama_log_callback), ctypes.c_void_p(0))
