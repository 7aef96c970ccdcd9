# SPDX-License-Identifier: Apache-2.0
"""What can stand in front of every command, and alone where the window is meant."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from leeward import __version__


def add_top_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--version", action="version", version=f"leeward {__version__}")
    parser.add_argument("--profile", type=Path, metavar="DIR", help="keep chats and settings in this folder")
    parser.add_argument("--selfcheck", action="store_true", help="check that this installation can answer, then exit")
    parser.add_argument(
        "--verbose", action="store_true", help="write more into the log file (never what is said in chats)"
    )


def window_arguments(words: Sequence[str]) -> argparse.Namespace | None:
    """Return what is asked of the window; None where the parser of the whole command line has to look.

    That one takes some 25 ms of the start to make, for commands that nobody asked for.
    """
    parser = argparse.ArgumentParser(prog="leeward", add_help=False, exit_on_error=False)
    parser.set_defaults(command=None)
    add_top_options(parser)
    try:
        arguments, rest = parser.parse_known_args(words)
    except argparse.ArgumentError:
        return None
    return None if rest or arguments.selfcheck else arguments
