# SPDX-License-Identifier: Apache-2.0
"""Lets other programs go first."""

import logging
import os
import sys
from pathlib import Path

import psutil

log = logging.getLogger(__name__)

NICENESS = 10


def lower_priority() -> None:
    """Give this process a lower priority, all its threads included. On Linux and macOS it keeps that until it ends."""
    try:
        if sys.platform == "win32":  # nobody has run this
            psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
        elif sys.platform.startswith("linux"):
            for thread in Path("/proc/self/task").iterdir():  # it belongs to a thread there, not to the process
                os.setpriority(os.PRIO_PROCESS, int(thread.name), NICENESS)
        else:
            os.setpriority(os.PRIO_PROCESS, 0, NICENESS)
    except (OSError, psutil.Error):
        log.warning("the priority of this process cannot be lowered")
