# SPDX-License-Identifier: Apache-2.0
"""The sentences of the window that makes tables out of texts."""

from dataclasses import dataclass
from typing import Final

from leeward.bridge.extraction import Ended, Outlook
from leeward.domain.errors import AppError, EngineNotReady, GrammarInvalid, StorageLocked, StorageReadOnly
from leeward.error_text import describe
from leeward.i18n import number, plural, tr
from leeward.library.in_words import duration_text

EXAMPLE: Final = """{
  "type": "object",
  "properties": {
    "name": {"type": "string", "maxLength": 60},
    "city": {"type": "string", "maxLength": 40},
    "year": {"type": ["integer", "null"]},
    "is_complaint": {"type": "boolean"}
  },
  "required": ["name", "city", "year", "is_complaint"],
  "additionalProperties": false
}
"""
"""A schema to begin with. The lengths keep small models from talking on."""


@dataclass(slots=True)
class Progress:
    """How far a table is.

    Attributes:
        n_known: Of the files, those that were done before.
        n_problems: Files without all their rows.
        n_new: Files that were asked for in this run.
        started_s: A monotonic time.
    """

    n_files: int
    n_known: int
    started_s: float
    n_done: int = 0
    n_new: int = 0
    n_problems: int = 0

    def left_s(self, now_s: float) -> float | None:
        """Return about how long it will take still; None while that cannot be said."""
        n_left = self.n_files - self.n_done - max(0, self.n_known - (self.n_done - self.n_new))
        if not self.n_new or n_left <= 0:
            return None
        return (now_s - self.started_s) / self.n_new * n_left


def progress_text(progress: Progress, now_s: float, name: str = "", *, is_waiting: bool) -> str:
    """Return "12 of 340 · about 4 min · 2 with problems · reads bob.txt".

    Args:
        name: Of the file that is read; "" for none.
        is_waiting: A chat is answered first.
    """
    left_s = progress.left_s(now_s)
    parts = [tr("{n} of {all}", n=number(progress.n_done), all=number(progress.n_files))]
    if left_s is not None:
        parts.append(tr("about {duration}", duration=duration_text(left_s)))
    if progress.n_problems:
        parts.append(problems_text(progress.n_problems))
    if is_waiting:
        parts.append(tr("waits for the answer in the chat"))
    elif name:
        parts.append(tr("reads {name}", name=name))
    return " · ".join(parts)


def problems_text(n: int) -> str:
    return plural("{n:,} with a problem", "{n:,} with problems", n)


def count_text(n_files: int) -> str:
    """Return what is said of a folder with so many files; -1 where there is no such folder."""
    if n_files < 0:
        return tr("There is no such folder. Choose one that is there.")
    if n_files == 0:
        return tr("There are no files in it. Choose a folder with texts.")
    return plural(
        "{n:,} file, those in folders inside included.", "{n:,} files, those in folders inside included.", n_files
    )


def schema_text(names: tuple[str, ...], error: Exception | None) -> str:
    """Return what the check of a schema found."""
    if isinstance(error, GrammarInvalid):
        reason = error.reason.rstrip(".")
        return tr("Not right yet: {reason}.", reason=reason)
    if error is not None:
        return error_text(error)
    if not names:
        return tr("This schema can be used. It names no properties, so the table has one column, value.")
    return tr("Columns: {names}.", names=", ".join(names))


def outlook_text(outlook: Outlook) -> str:
    """Return what is wrong with a wish or is to be asked before it is done; "" where it can begin."""
    name = outlook.wish.target.name
    if not outlook.has_place:
        return tr("There is no folder {name} for the table. Choose another place.", name=outlook.wish.target.parent)
    if not outlook.files:
        return tr("There are no files to read. Choose a folder with texts.")
    if outlook.n_known == len(outlook.files):
        return tr(
            "All {n} are done already. Write {name} again from what is known?", n=number(outlook.n_known), name=name
        )
    if outlook.n_known:
        return plural(
            "{n:,} of {all} is done already. Go on with the rest? {name} is written anew, with all of them.",
            "{n:,} of {all} are done already. Go on with the rest? {name} is written anew, with all of them.",
            outlook.n_known,
            all=number(len(outlook.files)),
            name=name,
        )
    if outlook.is_there:
        return tr("{name} is there already. Replace it by the new table?", name=name)
    return ""


def end_text(ended: Ended, progress: Progress) -> str:
    """Return how it ended, and what is kept."""
    kept = ""
    if ended.target is not None:
        kept = plural(
            "{n:,} of {all} is in {name}.",
            "{n:,} of {all} are in {name}.",
            progress.n_done,
            all=number(progress.n_files),
            name=ended.target.name,
        )
    if ended.error is not None:
        words = [error_text(ended.error), kept]
    elif ended.is_stopped or ended.target is None:
        words = [tr("Stopped."), kept]
    else:
        rows = plural("{n:,} row", "{n:,} rows", ended.n_rows)
        words = [tr("Done: {rows} in {name}.", rows=rows, name=ended.target.name)]
    return " ".join(filter(None, words))


def hint_text(ended: Ended, progress: Progress) -> str:
    """Return what can be done after the end, in the window; "" where that is nothing."""
    if ended.is_stopped:
        return tr("What is done is kept: Back and Start go on there.")
    if progress.n_problems:
        return tr("Choose a row with a problem to read why; Back and Start try these once more.")
    return ""


def error_text(error: Exception) -> str:
    """Return a sentence and what to do, in the words of this window where it has its own."""
    if isinstance(error, StorageLocked):
        return tr("The same table is being made by another Leeward. Wait until it is done, or choose another name.")
    if isinstance(error, StorageReadOnly):
        return tr("The table cannot be written there. Choose a place where you may write.")
    if isinstance(error, EngineNotReady):
        return tr("No model is loaded. Load one, then start again.")
    if not isinstance(error, AppError):
        return tr("Leeward made a mistake, and wrote it into its log. Start again.")
    text = describe(error)
    return f"{text.sentence} {text.next_step}"


def problem_sentence(problem: str) -> str:
    """Return why a row is empty, which the engine of this says as a phrase, as a sentence."""
    return f"{problem[:1].upper()}{problem[1:].rstrip('.')}." if problem else ""
