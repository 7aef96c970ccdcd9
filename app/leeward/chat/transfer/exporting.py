# SPDX-License-Identifier: Apache-2.0
"""Conversations leave as files: to be read (Markdown, HTML), to come back (JSON), to be worked with (JSON Lines)."""

import enum
import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from leeward.chat.transfer import leeward_file, openai_lines
from leeward.chat.transfer.wording import UNTITLED
from leeward.domain.conversation import Conversation
from leeward.domain.errors import NotMade, TargetExists
from leeward.domain.whole_conversation import WholeConversation
from leeward.library.safe_name import safe_name
from leeward.storage.atomic import new_file
from leeward.storage.profile import Profile
from leeward.storage.whole_conversations import StoredConversations

_MAX_STEM_CHARS: Final = 80
_NOT_IN_NAMES = re.compile(r"[^\w.()+,=@ -]")


class ExportFormat(enum.StrEnum):
    """What a file is made as; the value is the ending of its name. PDF needs Qt: only the window makes it."""

    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"
    JSONL = "jsonl"
    PDF = "pdf"

    @property
    def holds_many(self) -> bool:
        """Say whether one file holds any number of conversations."""
        return self in (ExportFormat.JSON, ExportFormat.JSONL)


def check_outside(path: Path, profile: Profile) -> None:
    """Raise NotMade for a file that would lie among those of the profile itself, which it might replace."""
    if path.resolve().is_relative_to(profile.root.resolve()):
        raise NotMade(path, "it would lie among the files of the profile")


def targets_of(chosen: Sequence[Conversation], target: Path, form: ExportFormat) -> list[Path]:
    """Return the files that an export makes: `target`, or files in the folder `target`.

    A folder is asked for by being there, or by several conversations in a format that has a file for each.
    """
    if not target.is_dir() and (form.holds_many or len(chosen) == 1):
        return [target]
    if form.holds_many:
        return [target / f"conversations.{form.value}"]
    return [target / name for name in file_names([each.title for each in chosen], form)]


def file_names(titles: Sequence[str], form: ExportFormat) -> list[str]:
    """Return a name for each title, no two the same on any file system."""
    taken: set[str] = set()
    last_numbers: dict[str, int] = {}  # of names that are the same: all numbers up to there are taken
    names: list[str] = []
    for title in titles:
        stem = " ".join(_NOT_IN_NAMES.sub(" ", unicodedata.normalize("NFC", title)).split())[:_MAX_STEM_CHARS].strip(
            " .-"
        )
        name = safe_name(f"{stem or UNTITLED}.{form.value}")
        plain = name.casefold()
        number = last_numbers.get(plain, 1)
        while name.casefold() in taken:
            number += 1
            name = safe_name(f"{stem or UNTITLED} ({number}).{form.value}")
        last_numbers[plain] = number
        taken.add(name.casefold())
        names.append(name)
    return names


def export(
    stored: StoredConversations,
    chosen: Sequence[Conversation],
    target: Path,
    form: ExportFormat,
    *,
    now_s: float,
    may_replace: bool,
) -> list[Path]:
    """Write the files and return them. Each is there whole or not at all. Blocking.

    Args:
        target: See `targets_of`.
        may_replace: Files of the same names may be replaced. Else nothing is written when there is one.

    Raises:
        TargetExists, NotMade: Files that were written before stay.
        StorageError: The conversations cannot be read.
    """
    paths = targets_of(chosen, target, form)
    if not form.holds_many:
        made = _writer(form)
        return export_each(stored, chosen, paths, lambda whole: made(whole).encode(), may_replace=may_replace)
    wholes = (stored.whole(each) for each in chosen)
    pieces = leeward_file.written(wholes, now_s) if form is ExportFormat.JSON else openai_lines.written(wholes)
    with new_file(paths[0], may_replace=may_replace) as file:
        for piece in pieces:
            file.write(piece)
    return paths


def export_each(
    stored: StoredConversations,
    chosen: Sequence[Conversation],
    paths: Sequence[Path],
    made: Callable[[WholeConversation], bytes],
    *,
    may_replace: bool,
) -> list[Path]:
    """Write a file for each of `chosen`, as `made` makes it; else as `export`. Blocking."""
    for path in paths:
        if not may_replace and path.exists():
            raise TargetExists(path)
    for path, each in zip(paths, chosen, strict=True):
        with new_file(path, may_replace=may_replace) as file:
            file.write(made(stored.whole(each)))
    return list(paths)


def _writer(form: ExportFormat) -> Callable[[WholeConversation], str]:
    # Late: markdown-it takes a while to import.
    if form is ExportFormat.HTML:
        from leeward.chat.transfer.html_page import html_of  # noqa: PLC0415 - see above

        return html_of
    from leeward.chat.transfer.markdown_file import markdown_of  # noqa: PLC0415 - see above

    return markdown_of
