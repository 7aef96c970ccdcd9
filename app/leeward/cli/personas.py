# SPDX-License-Identifier: Apache-2.0
"""`leeward personas`, and what a persona changes about a command line."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from leeward.cli.exit_codes import ExitCode
from leeward.cli.screen import one_line
from leeward.domain.errors import PersonaUnreadable, TargetExists
from leeward.domain.persona import Persona, to_table
from leeward.library.models import Library
from leeward.library.persona_files import adapters_of, model_of
from leeward.library.resolve import STARTER
from leeward.storage.personas import SUFFIX, KeptPersona, Personas, persona_text, read_persona, write_persona
from leeward.storage.profile import Profile


def personas(arguments: argparse.Namespace, kept: Personas, profile: Profile) -> ExitCode:
    """Do what the command line says after `personas`. Raises AppError."""
    commands: dict[str, Callable[[], None]] = {
        "list": lambda: _list(arguments, kept),
        "show": lambda: _show(arguments, kept.find(arguments.name)),
        "add": lambda: _add(arguments, kept, profile),
        "export": lambda: _export(arguments, kept.find(arguments.name).persona),
        "remove": lambda: _remove(arguments, kept),
    }
    commands[arguments.action]()
    return ExitCode.OK


def _list(arguments: argparse.Namespace, kept: Personas) -> None:
    found, problems = kept.read()
    if arguments.json:
        _print_json({"personas": [_brief(each) for each in found], "unreadable": [_problem(each) for each in problems]})
        return
    width = max((len(each.persona.name) for each in found), default=0)
    for each in found:
        own = "" if each.is_ready else " (yours)"
        print(f"{one_line(each.persona.name):<{width}}  {one_line(each.persona.description)}{own}")
    for problem in problems:
        print(f"leeward: {one_line(problem.path.name)} cannot be used: {one_line(problem.reason)}.", file=sys.stderr)


def _brief(kept: KeptPersona) -> dict[str, Any]:
    persona = kept.persona
    return {
        "name": persona.name,
        "description": persona.description,
        "model": persona.model,
        "is_ready": kept.is_ready,
        "file": str(kept.path),
    }


def _problem(error: PersonaUnreadable) -> dict[str, Any]:
    return {"file": str(error.path), "reason": error.reason}


def _show(arguments: argparse.Namespace, kept: KeptPersona) -> None:
    if arguments.json:
        _print_json({**to_table(kept.persona), "is_ready": kept.is_ready, "file": str(kept.path)})
        return
    text = persona_text(kept.persona)  # of somebody else perhaps: nothing in it may move the cursor
    print("".join(letter if letter.isprintable() or letter == "\n" else "?" for letter in text), end="")


def _add(arguments: argparse.Namespace, kept: Personas, profile: Profile) -> None:
    persona = read_persona(arguments.file)
    profile.create()
    path = kept.save(persona, is_replacing=arguments.overwrite)
    _tell(arguments, persona.name, "kept", path)


def _export(arguments: argparse.Namespace, persona: Persona) -> None:
    target: Path | None = arguments.output
    if target is None:
        if arguments.json:
            _print_json(to_table(persona))
        else:
            print(persona_text(persona), end="")
        return
    if target.exists() and not arguments.overwrite:
        raise TargetExists(target)
    write_persona(persona, target)
    _tell(arguments, persona.name, "written", target)


def _remove(arguments: argparse.Namespace, kept: Personas) -> None:
    path = kept.find(arguments.name).path
    kept.remove(arguments.name)
    _tell(arguments, arguments.name, "removed", path)


def _tell(arguments: argparse.Namespace, name: str, done: str, path: Path) -> None:
    if arguments.json:
        _print_json({"name": name, "done": done, "file": str(path)})
    else:
        print(f"{one_line(name)}: {done} ({one_line(str(path))}).")


def applied(arguments: argparse.Namespace, kept: Personas, library: Library) -> argparse.Namespace:
    """Return the arguments with what the persona says where the command line says nothing. Raises AppError."""
    if not arguments.persona:
        return arguments
    persona = find_persona(arguments.persona, kept)
    both = argparse.Namespace(**vars(arguments))
    both.model = arguments.model or _model(persona, library)
    both.system = arguments.system or persona.system_prompt
    both.adapter = arguments.adapter or list(adapters_of(persona, library))
    both.max_tokens = persona.max_tokens if arguments.max_tokens is None else arguments.max_tokens
    both.stop = arguments.stop or list(persona.stop)
    both.reasoning = persona.is_reasoning if arguments.reasoning is None else arguments.reasoning
    both.samplers = [*persona.sampling.items(), *arguments.samplers]
    if not arguments.grammar and not arguments.json_schema:
        both.grammar, both.json_schema = persona.grammar, persona.json_schema
    return both


def find_persona(wanted: str, kept: Personas) -> Persona:
    """Return the persona of that name, or in that file. Raises PersonaNotFound, PersonaUnreadable."""
    if wanted.endswith(SUFFIX):
        return read_persona(Path(wanted))
    return kept.find(wanted).persona


def _model(persona: Persona, library: Library) -> str:
    return persona.model if persona.model in ("", STARTER) else str(model_of(persona, library))


def _print_json(value: Any) -> None:
    print(msgspec.json.encode(value).decode())
