# SPDX-License-Identifier: Apache-2.0
"""Twenty processes that reach for one profile at the same moment: `lock_racers.py PROFILE N`.

They are forked, so that they start within a millisecond and not within the time Python needs to start. Each says
"won PID" or "lost PID"; who won holds the profile until stdin says "go on" (it then gives it back) or it is killed.
"""

import os
import sys
from pathlib import Path

from leeward.domain.errors import ProfileInUse
from leeward.storage.profile import Profile, ProfileLock


def race(profile: Profile, gate: int, stay: int) -> None:
    os.read(gate, 1)  # all wait here until the other end is closed
    profile.create()
    try:
        lock = ProfileLock(profile)
        lock.acquire()
    except ProfileInUse:
        os.write(1, f"lost {os.getpid()}\n".encode())
        return
    os.write(1, f"won {os.getpid()}\n".encode())
    os.read(stay, 1)
    lock.release()


def main(profile: Profile, n_racers: int) -> None:
    gate, gate_opener = os.pipe()
    stay, stay_ender = os.pipe()
    children = []
    for _ in range(n_racers):
        child = os.fork()
        if not child:
            os.close(gate_opener)
            os.close(stay_ender)
            try:
                race(profile, gate, stay)
            finally:
                os._exit(0)
        children.append(child)
    os.close(gate_opener)
    sys.stdin.readline()
    os.close(stay_ender)
    for child in children:
        os.waitpid(child, 0)


if __name__ == "__main__":
    main(Profile(Path(sys.argv[1])), int(sys.argv[2]))
