# SPDX-License-Identifier: Apache-2.0
"""`leeward merge`: a LoRA adapter becomes part of a copy of its model."""

import argparse
import sys

from leeward.cli.exit_codes import ExitCode
from leeward.domain.generation import Adapter
from leeward.library.models import Library
from leeward.library.resolve import resolve_model
from leeward.workshop.job import Made, MergeJob, Progress
from leeward.workshop.plan import MergePlan

POLL_S = 0.25


def merge(arguments: argparse.Namespace, library: Library) -> ExitCode:
    """Make the new model. Ctrl+C leaves nothing of it. Raises AppError."""
    base = resolve_model(arguments.base, library).path
    adapter = Adapter(arguments.adapter, arguments.scale)
    plan = MergePlan(base, adapter, arguments.target, arguments.type.upper(), arguments.overwrite)
    print(f"{plan.target}: {_made(plan):,} bytes")
    return ExitCode.OK


def _made(plan: MergePlan) -> int:
    """Return the size of the new file; how far it is stands in the terminal meanwhile."""
    is_shown = sys.stderr.isatty()
    try:
        with MergeJob(plan) as job:
            while True:
                match job.next_event(POLL_S):
                    case Progress(fraction=fraction) if is_shown:
                        print(f"\r{fraction:4.0%}", end="", file=sys.stderr, flush=True)
                    case Made(n_bytes=n_bytes):
                        return n_bytes
                    case _:
                        pass
    finally:
        if is_shown:
            print(file=sys.stderr)
