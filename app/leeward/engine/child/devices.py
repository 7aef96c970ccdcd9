# SPDX-License-Identifier: Apache-2.0
"""What can compute on this machine, as ggml's backend registry sees it (ggml-backend.h)."""

import ctypes
from collections.abc import Callable
from typing import Any, cast

import llama_cpp.llama_cpp

from leeward.domain.model_info import Device

# llama-cpp-python binds no ggml_backend_dev_*. The symbols are looked up through libllama's handle: a second handle on
# libggml would be a second copy with an empty registry of its own.
_library = llama_cpp.llama_cpp._lib  # noqa: SLF001  the only public way to the handle is this name

_KINDS = {0: "CPU", 1: "GPU", 2: "iGPU", 3: "accelerator"}  # enum ggml_backend_dev_type


def _function(name: str, result: type | None, *arguments: type) -> Callable[..., Any]:
    function = getattr(_library, name)
    function.restype, function.argtypes = result, list(arguments)
    return cast("Callable[..., Any]", function)


def devices() -> list[Device]:
    """Return every device of every backend that this build has, CPU included."""
    handle, size_p = ctypes.c_void_p, ctypes.POINTER(ctypes.c_size_t)
    count = _function("ggml_backend_dev_count", ctypes.c_size_t)
    get = _function("ggml_backend_dev_get", handle, ctypes.c_size_t)
    name = _function("ggml_backend_dev_name", ctypes.c_char_p, handle)
    description = _function("ggml_backend_dev_description", ctypes.c_char_p, handle)
    kind = _function("ggml_backend_dev_type", ctypes.c_int, handle)
    memory = _function("ggml_backend_dev_memory", None, handle, size_p, size_p)
    found = []
    for index in range(count()):
        device = get(index)
        free, total = ctypes.c_size_t(), ctypes.c_size_t()
        memory(device, ctypes.byref(free), ctypes.byref(total))
        found.append(
            Device(
                name=name(device).decode("utf-8", "replace"),
                description=description(device).decode("utf-8", "replace"),
                kind=_KINDS.get(kind(device), "other"),
                total_bytes=total.value,
                free_bytes=free.value,
            )
        )
    return found
