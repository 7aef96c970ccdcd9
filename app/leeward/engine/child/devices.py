# SPDX-License-Identifier: Apache-2.0
"""What can compute on this machine, as ggml's backend registry sees it (ggml-backend.h)."""

import ctypes
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from leeward.domain.errors import DeviceNotFound, RpcUnavailable
from leeward.domain.model_info import EXPERT_TENSORS, Device, LoadPlan
from leeward.engine import machine
from leeward.engine.child import large_pages
from leeward.engine.rpc import why_silent

_KINDS = {0: "CPU", 1: "GPU", 2: "iGPU", 3: "accelerator"}  # enum ggml_backend_dev_type
_RPC = "RPC"
_BACKENDS = {"MTL": "Metal"}  # what ggml calls otherwise than the rest of the world
_HANDLE, _SIZE, _TEXT = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p


class _Feature(ctypes.Structure):
    """ggml_backend_feature; a name of NULL ends a list of them."""

    _fields_ = [("name", _TEXT), ("value", _TEXT)]


class _Properties(ctypes.Structure):
    """ggml_backend_dev_props, with its ggml_backend_dev_caps as five bytes."""

    _fields_ = [
        ("name", _TEXT),
        ("description", _TEXT),
        ("free", _SIZE),
        ("total", _SIZE),
        ("kind", ctypes.c_int),
        ("id", _TEXT),
        ("capabilities", ctypes.c_bool * 5),
    ]


class BufferOverride(ctypes.Structure):
    """llama_model_tensor_buft_override, llama.h; a pattern of NULL ends a list of them."""

    _fields_ = [("pattern", _TEXT), ("buffer_type", _HANDLE)]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A device of the registry, before it is asked for its memory. `description` of an RPC device is its server."""

    handle: int
    name: str
    kind: str
    backend: str
    description: str


class Backends:
    """ggml's registry. `library` is llama.cpp's, `folder` where backends lie that are loaded as modules."""

    def __init__(self, library: Any, folder: Path) -> None:
        self._library = library
        if self._call("ggml_backend_reg_count", _SIZE) == 0:
            # Built with GGML_BACKEND_DL. Only from our own folder: ggml's default looks into the current one as well.
            load = self._bound("ggml_backend_load_all_from_path", None, _TEXT)
            load(str(folder).encode())

    def names(self) -> tuple[str, ...]:
        """Return the backends of this build, with or without a device on this machine."""
        return tuple(self._name_of(registry) for registry in self._registries())

    def devices(self, rpc_servers: Sequence[str] = ()) -> list[Device]:
        """Return every device, CPU included; those of other machines only for the servers named, which are asked."""
        return [self._device(entry) for entry in self._entries() if _is_ours(entry, rpc_servers)]

    def chosen(self, plan: LoadPlan) -> list[int] | None:
        """Return the handles of the devices to load on; None leaves it to llama.cpp. Connects to the RPC servers named.

        Raises: DeviceNotFound, RpcUnavailable.
        """
        for server in plan.rpc_servers:
            self._add_rpc_server(server)
        entries = self._entries()
        if not plan.devices and not any(entry.backend == _RPC for entry in entries):
            return None
        return [entry.handle for entry in _choose(entries, plan)]

    def experts_on_cpu(self) -> "ctypes.Array[BufferOverride]":
        """Return the list that leaves the weights of experts in main memory. It must outlive the load that gets it."""
        main_memory = self._call("ggml_backend_cpu_buffer_type", _HANDLE)
        return (BufferOverride * 2)(BufferOverride(EXPERT_TENSORS.encode(), main_memory), BufferOverride())

    def _add_rpc_server(self, server: str) -> None:
        registry = next((each for each in self._registries() if self._name_of(each) == _RPC), None)
        address = self._procedure(registry, "ggml_backend_rpc_add_server") if registry else None
        if address is None:
            raise RpcUnavailable(server, is_in_build=False)
        if reason := why_silent(server):  # llama.cpp would end the process
            raise RpcUnavailable(server, reason=reason)
        add = ctypes.CFUNCTYPE(_HANDLE, _TEXT)(address)
        added = add(server.encode())  # ends this process when what answers is no RPC server
        if not added:
            raise RpcUnavailable(server, reason="it offers no device")
        if not any(entry.description == server for entry in self._entries()):
            self._bound("ggml_backend_register", None, _HANDLE)(added)

    def _registries(self) -> list[int]:
        get = self._bound("ggml_backend_reg_get", _HANDLE, _SIZE)
        return [get(index) for index in range(self._call("ggml_backend_reg_count", _SIZE))]

    def _entries(self) -> list[_Entry]:
        get = self._bound("ggml_backend_dev_get", _HANDLE, _SIZE)
        name, description = (
            self._bound(f"ggml_backend_dev_{what}", _TEXT, _HANDLE) for what in ("name", "description")
        )
        kind = self._bound("ggml_backend_dev_type", ctypes.c_int, _HANDLE)
        registry = self._bound("ggml_backend_dev_backend_reg", _HANDLE, _HANDLE)
        handles = [get(index) for index in range(self._call("ggml_backend_dev_count", _SIZE))]
        return [
            _Entry(
                handle,
                _text(name(handle)),
                _KINDS.get(kind(handle), "other"),
                self._name_of(registry(handle)),
                _text(description(handle)),
            )
            for handle in handles
        ]

    def _device(self, entry: _Entry) -> Device:
        said = _Properties()
        self._bound("ggml_backend_dev_get_props", None, _HANDLE, _HANDLE)(entry.handle, ctypes.addressof(said))
        free, total = said.free, said.total
        if entry.kind == "CPU":  # ggml calls everything free
            memory = machine.memory()
            free, total = memory.available, memory.total
        registry = self._bound("ggml_backend_dev_backend_reg", _HANDLE, _HANDLE)(entry.handle)
        return Device(
            name=entry.name,
            description=entry.description,
            kind=entry.kind,
            total_bytes=total,
            free_bytes=free,
            backend=entry.backend,
            id=_text(said.id),
            features=self._features(registry),
            has_large_pages=entry.kind == "CPU" and large_pages.are_there(),
        )

    def _features(self, registry: int) -> tuple[str, ...]:
        address = self._procedure(registry, "ggml_backend_get_features")
        if address is None:
            return ()
        return features_in(ctypes.CFUNCTYPE(ctypes.POINTER(_Feature), _HANDLE)(address)(registry))

    def _procedure(self, registry: int, name: str) -> int | None:
        find = self._bound("ggml_backend_reg_get_proc_address", _HANDLE, _HANDLE, _TEXT)
        return cast("int | None", find(registry, name.encode()))

    def _name_of(self, registry: int) -> str:
        name = _text(self._bound("ggml_backend_reg_name", _TEXT, _HANDLE)(registry))
        return _BACKENDS.get(name, name)

    def _call(self, name: str, result: type) -> Any:
        return self._bound(name, result)()

    def _bound(self, name: str, result: type | None, *arguments: type) -> Callable[..., Any]:
        function = getattr(self._library, name)
        function.restype, function.argtypes = result, list(arguments)
        return cast("Callable[..., Any]", function)


@cache
def backends() -> Backends:
    """Return the registry of the library that computes; the first call loads it."""
    import llama_cpp.llama_cpp  # noqa: PLC0415  the rest of this module can be used, and tested, without it

    # llama-cpp-python binds no ggml_backend_*. The symbols are looked up through libllama's handle: a second handle on
    # libggml would be a second copy with an empty registry of its own.
    library = llama_cpp.llama_cpp._lib  # noqa: SLF001  the only public way to the handle is this name
    return Backends(library, Path(llama_cpp.__file__).parent / "lib")


def features_in(found: Any) -> tuple[str, ...]:
    """Return the names in a C list of features; a number beside one that is no mere yes stands behind it ("SVE_CNT=16")."""
    names, index = [], 0
    while (name := found[index].name) is not None:
        value = _text(found[index].value)
        if value != "0":
            names.append(_text(name) if value in ("1", "") else f"{_text(name)}={value}")
        index += 1
    return tuple(names)


def in_words(plan: LoadPlan) -> str:
    """Return what computes a model that is loaded by this plan ("CPU", "CUDA0: NVIDIA ...")."""
    if plan.n_gpu_layers == 0:
        return "CPU"
    found = backends().devices(plan.rpc_servers)
    used = [device for device in found if device.kind != "CPU" and (not plan.devices or device.name in plan.devices)]
    return ", ".join(f"{device.name}: {device.description}" for device in used) or "CPU"


def _choose(entries: list[_Entry], plan: LoadPlan) -> list[_Entry]:
    ours = [entry for entry in entries if _is_ours(entry, plan.rpc_servers)]
    if plan.devices:
        by_name = {entry.name: entry for entry in ours}
        for name in plan.devices:
            if name not in by_name:
                raise DeviceNotFound(name, tuple(by_name))
        # llama.cpp wants no CPU in this list; an empty one means the CPU alone.
        return [by_name[name] for name in plan.devices if by_name[name].kind != "CPU"]
    # As llama.cpp chooses (llama_prepare_model_devices): other machines first; a GPU inside the processor if there is no other.
    gpus = [entry for entry in ours if entry.kind == "GPU"] or [entry for entry in ours if entry.kind == "iGPU"][:1]
    return sorted(gpus, key=lambda entry: entry.backend != _RPC)


def _is_ours(entry: _Entry, rpc_servers: Sequence[str]) -> bool:
    """A server that an earlier model used stays in the registry, but is not contacted for another one."""
    return entry.backend != _RPC or entry.description in rpc_servers


def _text(found: bytes | None) -> str:
    return found.decode("utf-8", "replace") if found else ""
