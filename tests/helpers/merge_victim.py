# SPDX-License-Identifier: Apache-2.0
"""Merges that are killed at every moment that matters, and merges without room; each in a process of its own.

Run as a program: `merge_victim.py kill|limit BASE ADAPTER FOLDER NUMBER...`. For every number it makes FOLDER/NUMBER.gguf
and prints how the process ended: a negative number is the signal, else the exit code.

    kill   the process kills itself at its NUMBER-th moment: before each open, link, rename and removal of a file, and
           behind each piece of a tensor that was written. Once there are fewer moments, it ends with 0.
    limit  no file may be longer than NUMBER bytes
"""

import os
import resource
import signal
import sys
from pathlib import Path

from leeward.domain.errors import NotMade
from leeward.domain.generation import Adapter
from leeward.workshop.merge import merge
from leeward.workshop.plan import MergePlan

AUDITED = {"open", "os.link", "os.rename", "os.remove"}
NOT_MADE = 42


def main() -> None:
    mode, base, adapter, folder, *numbers = sys.argv[1:]
    for number in numbers:
        plan = MergePlan(Path(base), Adapter(Path(adapter)), Path(folder, f"{number}.gguf"))
        process_id = os.fork()
        if process_id == 0:
            (_kill if mode == "kill" else _limit)(plan, int(number))
        print(os.waitstatus_to_exitcode(os.waitpid(process_id, 0)[1]), flush=True)


def _kill(plan: MergePlan, at: int) -> None:
    n_moments = 0

    def on_moment() -> None:
        nonlocal n_moments
        n_moments += 1
        if n_moments > at:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(lambda event, _arguments: on_moment() if event in AUDITED else None)
    merge(plan, lambda _fraction: on_moment())
    os._exit(0)


def _limit(plan: MergePlan, n_bytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (n_bytes, n_bytes))  # Python ignores SIGXFSZ: the write fails
    try:
        merge(plan, lambda _fraction: None)
    except NotMade as error:
        os._exit(NOT_MADE if error.reason == "the disk is full" else 1)
    os._exit(0)


if __name__ == "__main__":
    main()
