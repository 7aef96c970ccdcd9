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
from leeward.engine.out_of_memory import is_want_of_memory

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

    llama.cpp copies the weights of an adapter, so its file may vanish afterwards. The model's own ones stay in memory, and
    the last MAX_ADAPTERS of others that were used.

    Attributes:
        own: What lies over the model where no others are asked for.
    """

    def __init__(self, model: Any, context: Any, log: "NativeLog") -> None:
        self._model = model
        self._context = context
        self._log = log
        self._loaded: dict[_Version, Any] = {}  # the last used ones last
        self._scales: dict[_Version, float] = {}  # what lies over the context
        self.own: tuple[Adapter, ...] = ()
        self._own_scales: dict[_Version, float] = {}

    def keep(self, own: Sequence[Adapter]) -> None:
        """Read the model's own adapters and lay them over it. What becomes of their files afterwards is of no matter.

        Raises: As `use`.
        """
        self.use(own)
        self.own, self._own_scales = tuple(own), dict(self._scales)

    def lay_own_over(self, context: Any) -> None:
        """Lay the model's own adapters over another context of it. Free that one before this is closed."""
        self._set(context, self._own_scales)

    def use(self, wanted: Sequence[Adapter] | None) -> bool:
        """Lay these over the model in place of all others; return whether that changes what it computes. None: its own.

        Whoever asks has checked the files: llama.cpp gets them as they are.

        Raises:
            AdapterUnfit: llama.cpp refuses one. What lay over the model still does.
            MemoryError: There is no memory for one. Likewise.
        """
        scales = self._scales_of(wanted)
        if scales == self._scales:
            return False
        for version in scales:
            self._loaded[version] = self._loaded.pop(version, None) or self._load(version.path)
        self._attach(scales)
        others = [version for version in self._loaded if version not in self._own_scales]
        for version in others[:-MAX_ADAPTERS]:
            llama_cpp.llama_adapter_lora_free(self._loaded.pop(version))
        return True

    def tag(self, wanted: Sequence[Adapter] | None) -> str:
        """Return what tells these adapters from any others, "" for none. None: the model's own. Raises AdapterUnfit."""
        scales = self._scales_of(wanted)
        return " ".join(sorted(f"{each.path} {each.mtime_ns} {each.size_bytes} {scales[each]}" for each in scales))

    def are_in_use(self, wanted: Sequence[Adapter] | None) -> bool:
        """Whether just these lie over the model. None: its own. Raises AdapterUnfit."""
        return self._scales_of(wanted) == self._scales

    def _scales_of(self, wanted: Sequence[Adapter] | None) -> dict[_Version, float]:
        if wanted is None:
            return self._own_scales
        return {self._version(adapter.path): adapter.scale for adapter in wanted if adapter.scale}

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
            reason = self._log.last_errors
            if is_want_of_memory(reason):
                raise MemoryError(reason)
            raise AdapterUnfit(path, reason[:MAX_REASON] or "llama.cpp refused it")
        return adapter

    def _attach(self, scales: Mapping[_Version, float]) -> None:
        self._set(self._context, scales)
        self._scales = dict(scales)

    def _set(self, context: Any, scales: Mapping[_Version, float]) -> None:
        n = len(scales)
        pointers = (llama_cpp.llama_adapter_lora_p_ctypes * n)(*(self._loaded[version] for version in scales))
        code = llama_cpp.llama_set_adapters_lora(
            context, pointers if n else None, n, (ctypes.c_float * n)(*scales.values()) if n else None
        )
        if code:
            raise RuntimeError(f"llama_set_adapters_lora returned {code}")

    def close(self) -> None:
        """Take all off and free them. May be called twice."""
        self._attach({})
        while self._loaded:
            llama_cpp.llama_adapter_lora_free(self._loaded.popitem()[1])
