# SPDX-License-Identifier: Apache-2.0
"""The composition root: reads the command line, builds every object once, hands them to each other. Nothing imports it."""

import argparse
import gc
import io
import logging
import multiprocessing
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from leeward.cli.exit_codes import ExitCode, exit_code_of
from leeward.cli.screen import has_screen
from leeward.cli.window_arguments import window_arguments
from leeward.domain.errors import AppError
from leeward.storage.profile import Profile, find_profile

if TYPE_CHECKING:
    from leeward.engine.protocol import Engine
    from leeward.library.models import Library

log = logging.getLogger(__name__)


def main() -> None:
    """Run Leeward and exit with an `ExitCode`."""
    multiprocessing.freeze_support()  # in a frozen bundle the engine process comes in here
    sys.exit(run(sys.argv[1:]))


def run(argv: list[str]) -> int:
    """Run one command line and return its exit code."""
    # Bytes that are no text came in as lone surrogates, which cannot be sent on.
    words = [_printable(word) for word in argv]
    arguments = window_arguments(words) or _whole_command_line(words)
    program_folder = Path(sys.executable if getattr(sys, "frozen", False) else sys.argv[0]).resolve().parent
    profile = find_profile(arguments.profile, program_folder=program_folder)
    if arguments.command is None and not arguments.selfcheck:
        gc.disable()  # as from the first event on (ui/garbage): all that is made until the window shows stays for good
        if not has_screen():
            sys.stderr.write(
                "leeward: there is no screen to open a window on. Use `leeward ask` or `leeward chat`, "
                "or set QT_QPA_PLATFORM (eglfs or linuxfb draw on a bare display).\n"
            )
            return ExitCode.FAILED
        from leeward.bridge.lean_imports import let_sources_be  # noqa: PLC0415  the terminal needs no Qt

        let_sources_be()
        from leeward.desktop import run_window  # noqa: PLC0415  see above

        return run_window(profile, is_verbose=arguments.verbose)
    return _run_command(arguments, profile)


def _whole_command_line(words: list[str]) -> argparse.Namespace:
    from leeward.cli.arguments import parser  # noqa: PLC0415  the window does not need it

    return parser().parse_args(words)


def _printable(word: str) -> str:
    return word if os.path.exists(word) else word.encode("utf-8", "replace").decode("utf-8")  # noqa: PTH110  Path raises for long words


def _run_command(arguments: argparse.Namespace, profile: Profile) -> int:
    # Late, so that the window does not pay for them.
    from leeward import resources  # noqa: PLC0415
    from leeward.cli import ask, bench, doctor, extract, fit, inspect, merge, personas, queries, samplers  # noqa: PLC0415
    from leeward.cli.session import EngineFault  # noqa: PLC0415
    from leeward.engine.supervisor import Supervisor  # noqa: PLC0415
    from leeward.library.models import Library  # noqa: PLC0415
    from leeward.storage.personas import Personas  # noqa: PLC0415

    # Nothing but errors of ours goes to the terminal, and no profile is made by a command.
    logging.getLogger().addHandler(logging.NullHandler())
    _speak_utf8()
    engine = Supervisor()
    library = Library(profile)
    kept = Personas(profile.personas, resources.path("personas"))
    commands: dict[str, Callable[[], int]] = {
        "ask": lambda: ask.ask(personas.applied(arguments, kept, library), engine, library),
        "chat": lambda: ask.chat(personas.applied(arguments, kept, library), engine, library),
        "extract": lambda: extract.extract(personas.applied(arguments, kept, library), engine, library),
        "personas": lambda: personas.personas(arguments, kept, profile),
        "samplers": lambda: samplers.samplers(arguments),
        "embed": lambda: queries.embed(arguments, engine, library),
        "rank": lambda: queries.rank(arguments, engine, library),
        "tokenize": lambda: queries.tokenize(arguments, engine, library),
        "prompt": lambda: queries.prompt(arguments, engine, library),
        "bench": lambda: bench.bench(arguments, Supervisor, library, profile),
        "fit": lambda: fit.fit(arguments, engine, library, profile),
        "calibrate": lambda: fit.calibrate(arguments, engine, library, profile),
        "inspect": lambda: inspect.inspect(arguments, library),
        "merge": lambda: merge.merge(arguments, library),
        "models": lambda: _models(arguments, engine, library, profile),
        **dict.fromkeys(("export", "import", "backup", "restore"), lambda: _transfer(arguments, profile)),
        "doctor": lambda: doctor.doctor(arguments, engine, profile.root, library),
        "selfcheck": lambda: doctor.selfcheck(engine),
    }
    try:
        return commands["selfcheck" if arguments.selfcheck else arguments.command]()
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:  # whoever read the output has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter complains at its end
        return ExitCode.FAILED
    except (AppError, EngineFault) as error:
        ask.tell(error)
        return exit_code_of(error) if isinstance(error, AppError) else ExitCode.FAILED
    except Exception as error:
        if arguments.verbose:
            raise
        ask.tell(error)
        return ExitCode.FAILED
    finally:
        engine.close()


def _models(arguments: argparse.Namespace, engine: "Engine", library: "Library", profile: Profile) -> int:
    if arguments.action in ("search", "pull", "token"):
        from leeward.cli import pull  # noqa: PLC0415  the client of the Hub takes half a second to import

        return pull.models(arguments, engine, profile)
    from leeward.cli import library as library_commands  # noqa: PLC0415

    return library_commands.models(arguments, engine, library, profile)


def _transfer(arguments: argparse.Namespace, profile: Profile) -> int:
    from leeward.cli import transfer  # noqa: PLC0415  no other command needs it

    return transfer.transfer(arguments, profile)


def _speak_utf8() -> None:
    """Whatever the terminal or a redirection is set to: models speak all languages, and nothing may end in an error."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
