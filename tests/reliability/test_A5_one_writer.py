# SPDX-License-Identifier: Apache-2.0
"""A5: the program started many times at once on one profile (the part of the store: who may write)."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import lock_racers
from leeward.domain.errors import ProfileInUse
from leeward.storage.profile import Profile, ProfileLock

N_RACERS = 20
N_ROUNDS = 10


@pytest.mark.parametrize("winner_is_killed", [False, True], ids=["given back", "killed"])
def test_A5_of_twenty_starts_exactly_one_wins(tmp_path: Path, *, winner_is_killed: bool) -> None:
    profile = Profile(tmp_path / "profile")
    for _ in range(N_ROUNDS // 2):
        command = [sys.executable, lock_racers.__file__, str(profile.root), str(N_RACERS)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as racers:
            assert racers.stdout is not None
            said = [racers.stdout.readline().split() for _ in range(N_RACERS)]
            winners = [int(process_id) for word, process_id in said if word == "won"]
            assert len(winners) == 1
            assert len(said) == N_RACERS
            with pytest.raises(ProfileInUse):
                ProfileLock(profile).acquire()
            if winner_is_killed:
                os.kill(winners[0], signal.SIGKILL)
            racers.communicate("go on\n")
        with ProfileLock(profile):  # at once: nothing stale is left
            pass


def test_A5_a_lock_file_that_names_a_living_process_is_no_lock(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    profile.lock_file.write_text(f"{os.getpid()}\n")
    with ProfileLock(profile):
        pass
