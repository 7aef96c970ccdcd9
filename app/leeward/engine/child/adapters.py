# SPDX-License-Identifier: Apache-2.0
"""LoRA adapters over the loaded model: read once, laid over the live context, exchanged without loading the model again.

llama-cpp-python's `Llama(lora_path=...)` turns the mapping of the model off and takes a failed adapter for a good one: the
first answer then ends the process. So the low-level calls.
"""

import ctypes
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import llama_cpp

from leeward.domain.errors import AdapterUnfit
from leeward.domain.generation import MAX_ADAPTERS, Adapter

if TYPE_CHECKING:
    from leeward.engine.child.llama import NativeLog

MAX_REASON = 500
"""Characters of what llama.cpp logs: it may quote the file."""


@dataclass(frozen=True, slots=True)
class _Version:
    """A file as it was when it was read."""

    path: Path
    mtime_ns: int
    size_bytes: int


class Adapters:
    """The adapters of one model with one context. Close before both. Not thread-safe.

    llama.cpp copies the weights of an adapter, so its file may vanish afterwards. The last MAX_ADAPTERS that were used
    stay in memory.
    """

    def __init__(self, model: Any, context: Any, log: "NativeLog") -> None:
        self._model = model
        self._context = context
        self._log = log
        self._loaded: dict[_Version, Any] = {}  # the last used ones last
        self._scales: dict[_Version, float] = {}  # what lies over the context

    def use(self, wanted: Sequence[Adapter]) -> bool:
        """Lay these over the model in place of all others; return whether that changes what it computes.

        Whoever asks has checked the files: llama.cpp gets them as they are.

        Raises:
            AdapterUnfit: llama.cpp refuses one. What lay over the model still does.
        """
        scales = {self._version(adapter.path): adapter.scale for adapter in wanted if adapter.scale}
        if scales == self._scales:
            return False
        for version in scales:
            self._loaded[version] = self._loaded.pop(version, None) or self._load(version.path)
        self._attach(scales)
        for version in list(self._loaded)[:-MAX_ADAPTERS]:
            llama_cpp.llama_adapter_lora_free(self._loaded.pop(version))
        return True

    def _version(self, path: Path) -> _Version:
        try:
            status = path.stat()
        except OSError as error:
            kept = [version for version in self._loaded if version.path == path]
            if not kept:
                raise AdapterUnfit(path, "there is no such file") from error
            return kept[-1]
        return _Version(path, status.st_mtime_ns, status.st_size)

    def _load(self, path: Path) -> Any:
        self._log.clear()
        adapter = llama_cpp.llama_adapter_lora_init(self._model, os.fsencode(path))
        if not adapter:  # a pointer object that holds NULL, which is not None
            raise AdapterUnfit(path, self._log.last_errors[:MAX_REASON] or "llama.cpp refused it")
        return adapter

    def _attach(self, scales: Mapping[_Version, float]) -> None:
        n = len(scales)
        pointers = (llama_cpp.llama_adapter_lora_p_ctypes * n)(*(self._loaded[version] for version in scales))
        code = llama_cpp.llama_set_adapters_lora(
            self._context, pointers if n else None, n, (ctypes.c_float * n)(*scales.values()) if n else None
        )
        if code:
            raise RuntimeError(f"llama_set_adapters_lora returned {code}")
        self._scales = dict(scales)

    def close(self) -> None:
        """Take all off and free them. May be called twice."""
        self._attach({})
        while self._loaded:
            llama_cpp.llama_adapter_lora_free(self._loaded.popitem()[1])
