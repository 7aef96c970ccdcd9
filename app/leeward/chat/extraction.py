# SPDX-License-Identifier: Apache-2.0
"""Batch extraction: every text file becomes JSON that fits a schema. Knows neither terminal nor window.

What is done is in the journal before the next file is asked for. Whoever runs it leaves the iterator when they want to stop.
"""

import hashlib
import json
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

from leeward.chat.schema import AnswerSchema
from leeward.domain.errors import AppError, ContextOverflow, EngineHung, EngineStopped, RequestTooLarge
from leeward.domain.generation import Answered, ChatMessage, FinishReason, Role, Sampling
from leeward.error_text import describe
from leeward.storage.extraction_journal import Done, Journal

MAX_FILE_BYTES: Final = 16 * 1024**2
MIN_PART: Final = 400
"""Characters. A text that is shorter and does not fit stays too long: the context is too small for any."""

_FORMAT: Final = 1
"""Counts up whenever `Task.messages` changes: what was done before is then done again."""

_OF_ONE_FILE = (ContextOverflow, RequestTooLarge, EngineStopped, EngineHung)
"""What can be wrong with one file only; all else is wrong with every file."""


Ask = Callable[[tuple[ChatMessage, ...]], Answered]
"""Asks the model under the task's schema and waits for the whole answer. Blocking. Raises AppError."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is taken out of every text, and how.

    Attributes:
        schema: A JSON schema.
        system_prompt: What the model is told before the schema.
        sampling: How it answers; as are max_tokens, stop, is_reasoning.
        model: Which model and adapters answer, as text: another one answers anew.
    """

    schema: str
    system_prompt: str
    sampling: Sampling
    max_tokens: int | None = None
    stop: tuple[str, ...] = ()
    is_reasoning: bool | None = None
    model: str = ""

    def messages(self, text: str) -> tuple[ChatMessage, ...]:
        # The same beginning for every text: it stays in the model's cache.
        begin = f"{self.system_prompt.strip()}\n\nThe JSON schema of the answer:\n{_compact(self.schema)}".strip()
        return (ChatMessage(Role.SYSTEM, begin), ChatMessage(Role.USER, text))

    @property
    def mark(self) -> str:
        """The same for the same task."""
        return hashlib.sha256(msgspec.json.encode([_FORMAT, self])).hexdigest()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        file: As it was named.
        part, n_parts: Which part of the file, from 1.
        value: What was taken out; None where there is a problem.
        problem: Why there is nothing, as a phrase or sentence; "" if all is well.
    """

    file: str
    part: int = 1
    n_parts: int = 1
    value: Any = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FileDone:
    """One file with its rows. `was_known`: it was done before and did not change."""

    file: str
    rows: tuple[Row, ...]
    was_known: bool = False


class Unfit(Exception):
    """This text gives no row; the message says why. `is_too_long`: parts of it might."""

    def __init__(self, reason: str, *, is_too_long: bool = False, n_parts: int = 2) -> None:
        super().__init__(reason)
        self.is_too_long = is_too_long
        self.n_parts = n_parts


class _Stopped(Exception):
    """The user stopped the answer."""


class Extraction:
    """Goes through files, one after the other.

    Attributes:
        is_stopped: The user stopped it; what is done is kept.
    """

    def __init__(self, task: Task, schema: AnswerSchema, journal: Journal, ask: Ask, *, is_splitting: bool) -> None:
        """`journal` is open and stays the caller's. `is_splitting`: what is too long is read in parts, a row each."""
        self._task = task
        self._mark = task.mark
        self._schema = schema
        self._journal = journal
        self._ask = ask
        self._is_splitting = is_splitting
        self.is_stopped = False

    def run(self, files: Iterable[Path]) -> Iterator[FileDone]:
        """Yield every file when it is done. Blocking.

        Raises:
            AppError: What would be wrong with every file, or the journal cannot be written.
        """
        for file in files:
            try:
                yield self._done(file)
            except _Stopped:
                self.is_stopped = True
                return

    def _done(self, file: Path) -> FileDone:
        name = file.as_posix()
        try:
            text, digest = read_text(file)
        except Unfit as error:
            return FileDone(name, (Row(name, problem=str(error)),))
        known = self._journal.values_of(digest, self._mark)
        found = self._found(text) if known is None else [(value, "") for value in known]
        if known is None and not any(problem for _, problem in found):
            self._journal.add(Done(digest, self._mark, [value for value, _ in found]))
        rows = (Row(name, part, len(found), *each) for part, each in enumerate(found, 1))
        return FileDone(name, tuple(rows), known is not None)

    def _found(self, text: str) -> list[tuple[Any, str]]:
        """Return for each part of the text what it gives, or why it gives nothing. Raises _Stopped."""
        try:
            return [(self._value(text), "")]
        except Unfit as error:
            if not error.is_too_long or len(text) < 2 * MIN_PART:
                return [(None, str(error))]
            if not self._is_splitting:
                return [(None, f"{error}. --split reads it in parts")]
            n_parts = min(error.n_parts, len(text) // MIN_PART)
        return [each for part in split_text(text, n_parts) for each in self._found(part)]

    def _value(self, text: str) -> Any:
        try:
            answer = self._ask(self._task.messages(text))
        except _OF_ONE_FILE as error:
            raise _unfit(error) from error
        if answer.reason is FinishReason.CANCELLED:
            raise _Stopped
        value, problems = self._schema.read(answer.text)
        if problems and answer.reason is FinishReason.LENGTH:
            raise Unfit("the answer was cut: it has no room, or more than max_tokens", is_too_long=True)
        if problems:
            raise Unfit(f"the answer does not fit the schema: {'; '.join(problems)}")
        return value


def _unfit(error: AppError) -> Unfit:
    match error:
        case ContextOverflow(n_prompt=n_prompt, n_ctx=n_ctx):
            reason = f"it is too long: {n_prompt:,} tokens with the instructions, and the model has room for {n_ctx:,}"
            # Half of the context for the text, the rest for instructions and answer.
            return Unfit(reason, is_too_long=True, n_parts=max(2, -(-n_prompt // max(1, n_ctx // 2))))
        case RequestTooLarge(size_bytes=size, limit_bytes=limit):
            reason = f"it is too long: {size:,} bytes, and at most {limit:,} can be sent at once"
            return Unfit(reason, is_too_long=True, n_parts=max(2, -(-2 * size // limit)))
        case _:
            return Unfit(describe(error).sentence.rstrip("."))


def files_in(paths: Sequence[Path], without: Iterable[Path] = ()) -> list[Path]:
    """Return the files that `paths` mean, each once: those of a folder by name, with all folders in it.

    Hidden files of a folder are left out, links to folders are not followed.

    Args:
        without: Files that are none of the user's texts, such as the table that is made.
    """
    seen = {_real(each) for each in without}
    found: list[Path] = []
    for path in paths:
        for file in _walk(path) if path.is_dir() else [path]:
            if _real(file) not in seen:
                seen.add(_real(file))
                found.append(file)
    return found


def read_text(file: Path) -> tuple[str, str]:
    """Return the text of a file and its SHA-256. Raises Unfit."""
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Unfit("it is not a file")
        if status.st_size > MAX_FILE_BYTES:
            raise Unfit(f"it is larger than {MAX_FILE_BYTES // 1024**2} MiB")
        data = file.read_bytes()
    except OSError as error:
        raise Unfit(f"it cannot be read: {error.strerror or error}") from error
    except ValueError as error:  # a NUL in the name
        raise Unfit("it cannot be read") from error
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except ValueError as error:
        raise Unfit("it is no text in UTF-8 or UTF-16") from error
    if "\0" in text:
        raise Unfit("it is no text")
    if not text.strip():
        raise Unfit("there is no text in it")
    return text, hashlib.sha256(data).hexdigest()


def split_text(text: str, n_parts: int) -> list[str]:
    """Cut a text into parts of about the same length, where a paragraph, a line, a sentence or a word ends."""
    parts, start = [], 0
    for n_left in range(n_parts, 1, -1):
        size = (len(text) - start) // n_left
        end = start + size
        earliest = start + size * 4 // 5  # a better place further in front would leave too much for the last part
        for mark in ("\n\n", "\n", ". ", " "):
            at = text.rfind(mark, earliest, end)
            if at >= 0:
                end = at + len(mark)
                break
        parts.append(text[start:end])
        start = end
    parts.append(text[start:])
    return [part for part in parts if part.strip()]


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        yield from (Path(place) / each for each in sorted(files) if not each.startswith("."))


def _real(path: Path) -> str:
    return os.path.realpath(path)


def _compact(schema: str) -> str:
    return json.dumps(json.loads(schema), ensure_ascii=False, separators=(",", ":"))
