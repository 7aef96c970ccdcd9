# SPDX-License-Identifier: Apache-2.0
"""The real engine process, with so much address space and no more."""

import re
import resource
from multiprocessing.connection import Connection
from pathlib import Path

_STATUS = Path("/proc/self/status")


def address_space_bytes(process_id: int | str = "self", name: str = "VmSize") -> int:
    """Return the address space of a process, now ("VmSize") or at most ("VmPeak")."""
    found = re.search(rf"{name}:\s+(\d+) kB", Path(f"/proc/{process_id}/status").read_text(encoding="ascii"))
    assert found is not None
    return int(found[1]) * 1024


def run(limit_bytes: int | None, start_file: str, connection: Connection, stderr_path: str) -> None:
    """Be the engine that may take `limit_bytes` beyond what its libraries take; None: what it likes.

    `start_file`: where the size of that is written.
    """
    from leeward.engine.child import llama, sequences, templates  # noqa: F401  what it loads at its first model
    from leeward.engine.child.devices import backends
    from leeward.engine.child.main import run as run_engine

    backends().devices()
    start_bytes = address_space_bytes()
    Path(start_file).write_text(str(start_bytes), encoding="ascii")
    if limit_bytes is not None:
        resource.setrlimit(resource.RLIMIT_AS, (start_bytes + limit_bytes, resource.RLIM_INFINITY))
    run_engine(connection, stderr_path)
