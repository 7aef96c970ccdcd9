# SPDX-License-Identifier: Apache-2.0
"""What the command line takes about personas and samplers."""

import argparse
import json
from pathlib import Path
from typing import Any

from leeward.domain.generation import Sampling


def add_persona_options(command: argparse.ArgumentParser) -> None:
    """Add what a persona can say too; an option goes before the persona."""
    command.add_argument(
        "--persona",
        default="",
        metavar="NAME|FILE",
        help="answer as this persona says; options given beside it go first (see leeward personas)",
    )
    command.add_argument(
        "--set",
        dest="samplers",
        action="append",
        default=[],
        type=_sampler_value,
        metavar="NAME=VALUE",
        help="set a sampler, as in dry.multiplier=0.8; may be repeated (see leeward samplers)",
    )
    command.add_argument(
        "--stop", action="append", default=[], metavar="TEXT", help="end the answer before this text; may be repeated"
    )
    command.add_argument(
        "--reasoning",
        action=argparse.BooleanOptionalAction,
        help="whether the model thinks first, where its template can tell it",
    )


def add_personas(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", epilog: str) -> None:
    family = commands.add_parser(
        "personas", help="keep system prompt, model and sampling under a name, and pass them on", epilog=epilog
    )
    actions = family.add_subparsers(dest="action", metavar="ACTION", required=True)
    each = {
        "list": actions.add_parser("list", help="show what is here"),
        "show": actions.add_parser("show", help="show what a persona says"),
        "add": actions.add_parser("add", help="keep the persona in a file"),
        "export": actions.add_parser("export", help="write a persona into a file, to edit it or pass it on"),
        "remove": actions.add_parser("remove", help="delete a persona of your own"),
    }
    for name in ("show", "export", "remove"):
        each[name].add_argument("name", metavar="NAME")
    each["add"].add_argument("file", type=Path, metavar="FILE", help="a file that leeward personas export made")
    each["export"].add_argument("-o", "--output", type=Path, metavar="FILE", help="default: standard output")
    for name in ("add", "export"):
        each[name].add_argument("--overwrite", action="store_true", help="replace what is there")
    for action in each.values():
        action.epilog = epilog
        action.add_argument("--json", action="store_true", help="print one JSON object")


def add_samplers(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    samplers = commands.add_parser("samplers", help="show what can be set about how words are drawn (--set)")
    samplers.add_argument("--json", action="store_true", help="print one JSON object")


def _sampler_value(text: str) -> tuple[str, Any]:
    """An argparse type: a sampler's name and a value that it allows."""
    name, _, value = text.partition("=")
    try:
        parsed = json.loads(value)
        Sampling().with_values({name: parsed})
    except (ValueError, RecursionError) as error:
        raise argparse.ArgumentTypeError(f"{text[:60]}: {error}") from error
    return name, parsed
