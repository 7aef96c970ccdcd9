# SPDX-License-Identifier: Apache-2.0
"""What is kept of measurements, and for what it holds."""

import pytest

from leeward.domain.machine_profile import Reading
from leeward.domain.model_info import Device
from leeward.storage.measured_for import KeyedFile, measured_for

CPU = Device("CPU", "a processor", "CPU", 16 << 30, 8 << 30)


@pytest.fixture
def file(tmp_path):
    return KeyedFile(tmp_path / "readings.json", tuple[Reading, ...], 3)


def test_what_was_kept_is_there_again(file, tmp_path):
    assert file.get("a") is None
    file.put("a", (Reading(3, 4, 0.5),))
    assert KeyedFile(tmp_path / "readings.json", tuple[Reading, ...], 3).get("a") == (Reading(3, 4, 0.5),)


def test_the_oldest_is_forgotten(file):
    for key in "abcad":
        file.put(key, (Reading(1, 0, 1.0),))
    assert [key for key in "abcd" if file.get(key)] == ["a", "c", "d"]


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\x00",
        b'{"a": 1}',
        b'{"a": [{"n_new": -1, "depth": 0, "seconds": 1}]}',
        b'{"a": [{"n_new": 1, "depth": 0, "seconds": 1e999}]}',
        b"[" * 100_000,
    ],
)
def test_a_broken_file_counts_as_empty_and_is_written_anew(file, tmp_path, broken):
    (tmp_path / "readings.json").write_bytes(broken)
    assert file.get("a") is None
    file.put("a", (Reading(1, 2, 3.0),))
    assert file.get("a") == (Reading(1, 2, 3.0),)


def test_what_cannot_be_written_is_not_kept_and_costs_nothing(tmp_path):
    file = KeyedFile(tmp_path / "nowhere" / "readings.json", tuple[Reading, ...], 3)
    file.put("a", (Reading(1, 2, 3.0),))
    assert file.get("a") is None


def test_a_measurement_holds_for_one_file_one_engine_and_one_machine(tmp_path):
    path = tmp_path / "model.gguf"
    path.write_bytes(b"GGUF")
    key = measured_for(path, "engine 1", [CPU], "balanced")
    assert key == measured_for(path, "engine 1", [CPU], "balanced")
    more_free = Device("CPU", "a processor", "CPU", 16 << 30, 1 << 30)
    assert key == measured_for(path, "engine 1", [more_free], "balanced")
    others = [
        measured_for(path, "engine 2", [CPU], "balanced"),
        measured_for(path, "engine 1", [], "balanced"),
        measured_for(path, "engine 1", [CPU], "quiet"),
    ]
    path.write_bytes(b"GGUF changed")
    assert key not in [*others, measured_for(path, "engine 1", [CPU], "balanced")]
