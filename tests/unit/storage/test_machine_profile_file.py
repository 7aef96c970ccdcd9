# SPDX-License-Identifier: Apache-2.0
"""What was measured of a machine is kept, and is used for that machine only."""

from dataclasses import replace

import pytest

from leeward.domain.errors import StorageReadOnly
from leeward.domain.machine_profile import Machine, MachineProfile, SpeedSample
from leeward.domain.model_info import Device
from leeward.storage.machine_profile import MachineProfileFile

CPU = Device("CPU", "a processor", "CPU", 16 << 30, 8 << 30)
HERE = Machine.of("engine 1", (CPU,), 2)
SAMPLE = SpeedSample("a.gguf", False, 100, 10.0, 100, 20.0, "2026-11-23T00:00:00+00:00")


def profile(**changes) -> MachineProfile:
    return MachineProfile(HERE, (replace(SAMPLE, **changes),))


@pytest.fixture
def file(tmp_path):
    return tmp_path / "profile" / "machine.json"  # a command makes the folder


def test_a_measurement_is_there_for_the_next_program(file):
    MachineProfileFile(file).add(profile())
    assert MachineProfileFile(file).read(HERE) == profile()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_second_model_stands_beside_the_first_and_the_same_one_replaces_itself(file):
    kept = MachineProfileFile(file)
    kept.add(profile())
    kept.add(profile(model="b.gguf"))
    found = kept.add(profile(decode_tokens_per_second=11.0))
    assert [(each.model, each.decode_tokens_per_second) for each in found.samples] == [
        ("b.gguf", 10.0),
        ("a.gguf", 11.0),
    ]
    assert kept.read(HERE) == found


@pytest.mark.parametrize(
    "machine",
    [
        Machine.of("engine 2", (CPU,), 2),
        Machine.of("engine 1", (CPU,), 1),
        Machine.of("engine 1", (replace(CPU, description="another"),), 2),
        Machine.of("engine 1", (CPU, Device("CUDA0", "a card", "GPU", 1, 1)), 2),
    ],
)
def test_on_another_machine_it_is_stale_and_goes_with_the_next_measurement(file, machine):
    kept = MachineProfileFile(file)
    kept.add(profile())
    assert kept.read(machine) is None
    other = MachineProfile(machine, (replace(SAMPLE, model="b.gguf"),))
    assert kept.add(other) == other


def test_what_is_free_just_now_makes_no_other_machine():
    assert Machine.of("engine 1", (replace(CPU, free_bytes=1),), 2) == HERE


def test_the_oldest_models_are_forgotten(file):
    kept = MachineProfileFile(file)
    for number in range(12):
        found = kept.add(profile(model=f"{number}.gguf"))
    assert [each.model for each in found.samples] == [f"{number}.gguf" for number in range(4, 12)]


@pytest.mark.parametrize("content", [b"", b"no json", b"[]", b'{"machine": 7}', b"\xff", b"[" * 100_000])
def test_a_damaged_file_counts_as_nothing_measured_and_is_written_again(file, content):
    file.parent.mkdir()
    file.write_bytes(content)
    kept = MachineProfileFile(file)
    assert kept.read() is None
    assert kept.add(profile()) == kept.read(HERE)


@pytest.mark.parametrize(
    "name", ["decode_bytes", "decode_tokens_per_second", "prompt_work", "prompt_tokens_per_second"]
)
def test_numbers_that_cannot_be_are_not_believed(file, name):
    kept = MachineProfileFile(file)
    kept.add(profile(**{name: 0}))
    assert kept.read() is None


def test_what_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageReadOnly):
        MachineProfileFile(tmp_path / "file" / "machine.json").add(profile())
