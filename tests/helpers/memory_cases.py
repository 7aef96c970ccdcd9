# SPDX-License-Identifier: Apache-2.0
"""What the engine really grows by, beside what was planned: for the test and for the benchmark."""

import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

PROMPT = "word " * 600  # more than one batch: all buffers are touched

CONTEXTS, KV_TYPES = (2048, 4096, 8192), ("f16", "q8_0")
CASES = tuple(itertools.product(CONTEXTS, KV_TYPES))
"""Of each model."""


def planned_and_used(path: Path, n_ctx: int, kv_type: str, *more: str) -> tuple[int, int]:
    """Return what `leeward ask` says of its memory after an answer, in bytes. `more`: options of the command."""
    options = [
        *more,
        "--model",
        str(path),
        "--context",
        str(n_ctx),
        "--kv-type",
        kv_type,
        "--max-tokens",
        "8",
        "--json",
    ]
    command = [sys.executable, "-m", "leeward", "ask", *options, PROMPT]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=240, env=os.environ)
    memory = json.loads(done.stdout)["memory"]
    return memory["planned_bytes"], memory["used_bytes"]
