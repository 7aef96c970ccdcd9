# SPDX-License-Identifier: Apache-2.0
"""Texts that are kept for use again, by name. Words in braces are filled in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from leeward.i18n import tr

MAX_NAME = 80


@dataclass(frozen=True, slots=True)
class Prompt:
    name: str
    text: str


def matching(prompts: Iterable[Prompt], typed: str) -> list[Prompt]:
    """Return those whose name has every word that was typed; names that begin with it come first.

    The ready ones have the names that they have in the language of the interface.
    """
    words = typed.casefold().split()
    shown = [replace(each, name=tr(each.name, "prompt")) for each in prompts]
    found = [each for each in shown if all(word in each.name.casefold() for word in words)]
    return sorted(found, key=lambda each: bool(words) and not each.name.casefold().startswith(words[0]))


def name_for(text: str, taken: Iterable[str]) -> str:
    """Return a name for a text: its first words, with a number where that name is taken."""
    line = next((" ".join(line.split()) for line in text.splitlines() if line.strip()), "") or "Prompt"
    base = line if len(line) <= 40 else f"{line[:39].rsplit(' ', 1)[0]}…"
    used, name, number = set(taken), base, 2
    while name in used:
        name, number = f"{base} {number}", number + 1
    return name
