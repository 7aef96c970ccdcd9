# SPDX-License-Identifier: Apache-2.0
"""The registry of ggml: a stand-in with the same C interface, and the library that was really built."""

import ctypes
import socket
from pathlib import Path

import pytest

from leeward.domain.errors import DeviceNotFound, RpcUnavailable
from leeward.domain.model_info import LoadPlan
from leeward.engine.child import devices
from leeward.engine.child.devices import Backends, backends

FEATURES = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)
ADD_SERVER = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_char_p)
RPC_MADE = 99


def features(*pairs: tuple[bytes, bytes]) -> ctypes.Array:
    return (devices._Feature * (len(pairs) + 1))(*pairs, (None, None))


def plan(**options) -> LoadPlan:
    return LoadPlan(Path("/models/a.gguf"), **options)


class Function:
    """Takes restype and argtypes, as a function of a library does."""

    def __init__(self, call):
        self.call = call

    def __call__(self, *arguments):
        return self.call(*arguments)


class FakeGgml:
    """`ggml_*` by name: registries "CPU", and others with devices (name, kind, description). Handles are numbers."""

    def __init__(self, registries: dict[str, list[tuple[str, int, str]]], *, modules: bool = False) -> None:
        self.registries = registries
        self.is_loaded = not modules
        self.loaded_from: list[bytes] = []
        self.asked: list[str] = []
        self.contacted: list[bytes] = []
        self.cpu_features = features((b"AVX2", b"1"), (b"SVE_CNT", b"16"), (b"AMX_INT8", b"0"))
        self.give_features = FEATURES(lambda _registry: ctypes.addressof(self.cpu_features))
        self.add_server = ADD_SERVER(self._add_server)

    def _add_server(self, server):
        self.contacted.append(server)
        return RPC_MADE

    @property
    def devices(self):
        return [(registry, *device) for registry, made in self.registries.items() for device in made]

    def __getattr__(self, name):
        return Function(getattr(self, name.replace("ggml_backend_", "on_")))

    def on_reg_count(self):
        return len(self.registries) if self.is_loaded else 0

    def on_reg_get(self, index):
        return index + 1

    def on_reg_name(self, registry):
        return list(self.registries)[registry - 1].encode()

    def on_reg_get_proc_address(self, registry, name):
        known = {("CPU", b"ggml_backend_get_features"): self.give_features}
        known["RPC", b"ggml_backend_rpc_add_server"] = self.add_server
        found = known.get((list(self.registries)[registry - 1], name))
        return ctypes.cast(found, ctypes.c_void_p).value if found else None

    def on_register(self, registry):
        assert registry == RPC_MADE
        number = len(self.registries["RPC"])
        self.registries["RPC"].append((f"RPC{number}", 1, self.contacted[-1].decode()))

    def on_load_all_from_path(self, folder):
        self.loaded_from.append(folder)
        self.is_loaded = True

    def on_dev_count(self):
        return len(self.devices)

    def on_dev_get(self, index):
        return index + 1

    def on_dev_name(self, device):
        return self.devices[device - 1][1].encode()

    def on_dev_type(self, device):
        return self.devices[device - 1][2]

    def on_dev_description(self, device):
        return self.devices[device - 1][3].encode()

    def on_dev_backend_reg(self, device):
        return list(self.registries).index(self.devices[device - 1][0]) + 1

    def on_dev_get_props(self, device, address):
        self.asked.append(self.devices[device - 1][1])
        said = devices._Properties.from_address(address)
        said.free, said.total, said.id = 3, 7, b"0000:c1:00.0"


CPU = [("CPU", 0, "A processor")]
WITH_GPU = {"CPU": CPU, "CUDA": [("CUDA0", 1, "A card"), ("CUDA1", 1, "Another card")]}


@pytest.fixture
def listening():
    """A port on this machine that somebody listens on, as HOST:PORT."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"127.0.0.1:{server.getsockname()[1]}"


def test_devices_are_described_with_backend_memory_and_address():
    cpu, card, _ = Backends(FakeGgml(WITH_GPU), Path()).devices()
    assert (cpu.name, cpu.kind, cpu.backend, cpu.features) == ("CPU", "CPU", "CPU", ("AVX2", "SVE_CNT=16"))
    assert cpu.free_bytes > 1000  # of the system: ggml knows nothing of it
    assert (card.name, card.kind, card.backend, card.id) == ("CUDA0", "GPU", "CUDA", "0000:c1:00.0")
    assert (card.free_bytes, card.total_bytes, card.features) == (3, 7, ())


def test_a_backend_without_a_device_is_named_all_the_same():
    assert Backends(FakeGgml({"CPU": CPU, "Vulkan": []}), Path()).names() == ("CPU", "Vulkan")


def test_modules_are_loaded_from_our_own_folder_only():
    ggml = FakeGgml({"CPU": CPU}, modules=True)
    assert Backends(ggml, Path("/here/lib")).names() == ("CPU",)
    assert ggml.loaded_from == [b"/here/lib"]
    static = FakeGgml({"CPU": CPU})
    Backends(static, Path("/here/lib"))
    assert static.loaded_from == []


def test_the_choice_is_left_to_llama_cpp_unless_somebody_chose():
    assert Backends(FakeGgml(WITH_GPU), Path()).chosen(plan()) is None


def test_devices_are_chosen_by_name():
    found = Backends(FakeGgml(WITH_GPU), Path())
    assert found.chosen(plan(devices=("CUDA1",))) == [3]
    assert found.chosen(plan(devices=("CUDA1", "CUDA0"))) == [3, 2]
    assert found.chosen(plan(devices=("CPU",))) == []  # nothing beside the processor
    with pytest.raises(DeviceNotFound) as refused:
        found.chosen(plan(devices=("CUDA7",)))
    assert refused.value.found == ("CPU", "CUDA0", "CUDA1")


def test_without_rpc_in_the_build_nobody_is_contacted(listening):
    with pytest.raises(RpcUnavailable) as refused:
        Backends(FakeGgml(WITH_GPU), Path()).chosen(plan(rpc_servers=(listening,)))
    assert not refused.value.is_in_build


@pytest.mark.parametrize("server", ["127.0.0.1:1", "nonsense", "127.0.0.1:70000000", "127.0.0.1:x"])
def test_a_server_that_does_not_answer_is_said_before_llama_cpp_would_end_the_process(server):
    ggml = FakeGgml({"CPU": CPU, "RPC": []})
    with pytest.raises(RpcUnavailable) as refused:
        Backends(ggml, Path()).chosen(plan(rpc_servers=(server,)))
    assert refused.value.is_in_build
    assert refused.value.reason
    assert ggml.contacted == []


def test_a_server_that_answers_is_used_first_and_only_for_the_model_that_asked(listening):
    ggml = FakeGgml({"CPU": CPU, "CUDA": [("CUDA0", 1, "A card")], "RPC": []})
    found = Backends(ggml, Path())
    for _ in range(2):  # registered once, however often it is asked for
        assert found.chosen(plan(rpc_servers=(listening,))) == [3, 2]
    assert [device.name for device in found.devices((listening,))] == ["CPU", "CUDA0", "RPC0"]
    ggml.asked.clear()
    assert found.chosen(plan()) == [2]  # left to llama.cpp it would use the server again
    assert [device.name for device in found.devices()] == ["CPU", "CUDA0"]
    assert ggml.asked == ["CPU", "CUDA0"]
    with pytest.raises(DeviceNotFound):
        found.chosen(plan(devices=("RPC0",)))


def test_a_gpu_in_the_processor_is_used_where_there_is_no_other(listening):
    registries = {"CPU": CPU, "Vulkan": [("Vulkan0", 2, "Inside"), ("Vulkan1", 2, "Inside too")], "RPC": []}
    found = Backends(FakeGgml(registries), Path())
    found.chosen(plan(rpc_servers=(listening,)))
    assert found.chosen(plan()) == [2]


def test_the_library_that_was_built_has_a_processor_with_its_instruction_sets():
    cpu = next(device for device in backends().devices() if device.kind == "CPU")
    assert cpu.backend == "CPU"
    assert cpu.description
    assert 0 < cpu.free_bytes <= cpu.total_bytes
    assert cpu.features
    assert "CPU" in backends().names()
    assert backends().chosen(plan(devices=("CPU",))) == []
