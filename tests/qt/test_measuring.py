# SPDX-License-Identifier: Apache-2.0
"""Measuring the machine beside the window: with a real engine of its own, cancelled, and when it fails."""

import pytest

from helpers.tiny_gguf import write_tiny_gguf
from leeward.bridge.measuring import Measuring
from leeward.domain.errors import ModelNotFound
from leeward.engine.supervisor import Supervisor
from leeward.storage.machine_profile import MachineProfileFile

WAIT_MS = 60_000


@pytest.fixture
def measuring(qapp, tmp_path):
    made = Measuring(Supervisor, MachineProfileFile(tmp_path / "machine.json"))
    yield made
    made.close()


def test_a_measurement_is_kept_and_known_afterwards(measuring, qtbot, tmp_path):
    with qtbot.waitSignal(measuring.ended, timeout=WAIT_MS) as ended:
        measuring.start(write_tiny_gguf(tmp_path / "tiny.gguf"), 1)
        assert measuring.is_running
    assert not measuring.is_running
    (profile,) = ended.args
    (sample,) = profile.samples
    assert sample.decode_tokens_per_second > 0
    assert MachineProfileFile(tmp_path / "machine.json").read(profile.machine) == profile
    assert measuring.profile("another engine", (), 1) is None
    assert measuring.profile("", (), 1) == profile, "no engine was started yet"


def test_a_cancelled_measurement_ends_and_keeps_nothing(measuring, qtbot, tmp_path):
    with qtbot.waitSignal(measuring.ended, timeout=WAIT_MS) as ended:
        measuring.start(write_tiny_gguf(tmp_path / "tiny.gguf"), 1)
        measuring.cancel()
    assert ended.args == [None]
    assert not (tmp_path / "machine.json").exists()


def test_a_failure_is_told_and_another_try_is_free(measuring, qtbot, tmp_path):
    for _ in range(2):
        with qtbot.waitSignal(measuring.failed, timeout=WAIT_MS) as failed:
            measuring.start(tmp_path / "gone.gguf", 1)
        assert isinstance(failed.args[0], ModelNotFound)
