# SPDX-License-Identifier: Apache-2.0
"""A folder of texts becomes a table, for the window: with the loaded model, between the answers of chats."""

import logging
import os
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from leeward.bridge.tasks import TaskThread
from leeward.chat.extraction import Extraction, FileDone, Row, Task, Unfit, files_in, read_text
from leeward.chat.extraction_table import as_csv, as_jsonl
from leeward.chat.schema import AnswerSchema
from leeward.domain.errors import AppError
from leeward.domain.generation import Answered, ChatMessage, GenerationRequest, PromptOptions
from leeward.domain.ids import GenerationId
from leeward.domain.persona import EXTRACTOR, Persona
from leeward.domain.settings import Settings
from leeward.storage.atomic import atomic_write
from leeward.storage.extraction_journal import Journal

if TYPE_CHECKING:
    from leeward.bridge.generation import GenerationBridge
    from leeward.domain.model_info import LoadPlan
    from leeward.storage.personas import Personas

log = logging.getLogger(__name__)

CSV: Final = ".csv"
JSONL: Final = ".jsonl"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asks for.

    Attributes:
        target: The table; its name ends in CSV or JSONL.
        settings: Those in use with the loaded model, without a persona.
        persona: Who answers; its schema does not count.
    """

    folder: Path
    schema: str
    target: Path
    settings: Settings
    persona: Persona


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a wish comes to, before anything is done.

    Attributes:
        files: All that are to be read; none where there are none, or no such folder.
        n_known: How many of them were done before for this table and need not be read again.
        names: Of the values that the schema asks for.
        is_there: There is a file at the target.
        has_place: There is a folder for the table.
    """

    wish: Wish
    files: tuple[Path, ...] = ()
    n_known: int = 0
    names: tuple[str, ...] = ()
    is_there: bool = False
    has_place: bool = True


@dataclass(frozen=True, slots=True)
class Ended:
    """The end of a run, whatever ended it.

    Attributes:
        target: The table; None where nothing was written.
        n_left: Files that it did not come to.
        error: What ended it; None when all is done or the user stopped it.
    """

    target: Path | None
    n_rows: int
    n_left: int
    is_stopped: bool
    error: Exception | None


@dataclass(frozen=True, slots=True)
class _Model:
    """Which model answers, how it was wanted, and which load it came with."""

    path: Path
    plan: "LoadPlan | None"
    load_number: int

    def mark(self) -> str:
        """Return what tells models apart: names, sizes and strengths of the files, as for `leeward extract`."""
        adapters = self.plan.adapters if self.plan is not None else ()
        files = [(self.path, 1.0), *((each.path, each.scale) for each in adapters)]
        return " ".join(
            f"{file.name}:{file.stat().st_size if file.is_file() else 0} {scale:g}" for file, scale in files
        )


class ExtractionBridge(QObject):
    """One table at a time. All methods are for the UI thread and return at once, `close` excepted.

    Signals:
        persona_found(Persona)         who answers
        counted(Path, int)             how many files are in a folder; -1 where there is none
        schema_checked(str, tuple[str, ...], Exception | None)   the schema, the names in it, and what is wrong
        schema_read(str)               the text of a file
        schema_refused(Path, str)      why a file cannot be used, as a phrase
        looked(Outlook)
        ended(Ended)                   exactly once for each `start`
        failed(Exception)              of all calls but `start`
    """

    persona_found = Signal(object)
    counted = Signal(object, int)
    schema_checked = Signal(str, object, object)
    schema_read = Signal(str)
    schema_refused = Signal(object, str)
    looked = Signal(object)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, generation: "GenerationBridge", personas: "Personas", parent: QObject | None = None) -> None:
        """`personas` is used on the thread of this object only."""
        super().__init__(parent)
        self._generation = generation
        self._personas = personas
        self._thread = TaskThread("extraction")
        self._stop = threading.Event()
        self._done: deque[FileDone] = deque()
        self._is_running = False
        self._counting: Path | None = None  # the folder that is wanted

    @property
    def is_running(self) -> bool:
        return self._is_running

    def find_persona(self, active: Persona | None) -> None:
        """Say who answers: `active` if it answers in JSON, else the one that is made for it."""
        is_fit = active is not None and active.json_schema
        self._run(lambda: active if is_fit else self._personas.find(EXTRACTOR).persona, self.persona_found.emit)

    def count(self, folder: Path) -> None:
        """Say how many files are in a folder; `counted` follows, unless something else is asked for before that."""
        self._counting = folder

        def tell(n: int | None) -> None:
            if n is not None:
                self.counted.emit(folder, n)

        self._run(lambda: _n_files(folder, lambda: self._counting is folder), tell)

    def check_schema(self, schema: str) -> None:
        self._run(lambda: _checked(schema), lambda found: self.schema_checked.emit(schema, *found))

    def read_schema(self, path: Path) -> None:
        """Read a file into the field. Ends in `schema_read` or `schema_refused`."""

        def read() -> tuple[str, str]:
            try:
                return read_text(path)[0], ""
            except Unfit as error:
                return "", str(error)

        def tell(found: tuple[str, str]) -> None:
            text, reason = found
            if reason:
                self.schema_refused.emit(path, reason)
            else:
                self.schema_read.emit(text)

        self._run(read, tell)

    def look(self, wish: Wish) -> None:
        """Find out what a wish comes to. Ends in `looked` or `failed`."""
        model = self._model()
        self._counting = None
        self._stop.clear()
        self._run(lambda: self._looked(wish, model), self.looked.emit)

    def start(self, outlook: Outlook, *, is_anew: bool) -> None:
        """Make the table, in place of what is there; `ended` follows. Without effect while one is made.

        `is_anew`: what was done before is forgotten.
        """
        if self._is_running:
            return
        self._is_running = True
        self._stop.clear()
        self._done.clear()
        model = self._model()

        def fail(error: Exception) -> None:
            self._on_ended(Ended(None, 0, len(outlook.files), is_stopped=False, error=error))

        self._thread.run(lambda: self._made(outlook, model, is_anew=is_anew), self._on_ended, fail)

    def stop(self) -> None:
        """End the run; what is done is kept, and `ended` follows."""
        self._stop.set()
        self._generation.stop_beside()

    def take_done(self) -> list[FileDone]:
        """Return the files that were done since the last call, in order."""
        taken = []
        while self._done:
            taken.append(self._done.popleft())
        return taken

    def close(self) -> None:
        """Stop, write what is done and end the thread. Blocking. Call before the generation bridge is closed."""
        self._counting = None
        self.stop()
        self._thread.close()

    def _model(self) -> _Model:
        generation = self._generation
        model = generation.loaded_model
        return _Model(model.path if model else Path(), generation.loaded_plan, generation.load_number)

    # On the thread

    def _looked(self, wish: Wish, model: _Model) -> Outlook:
        place = wish.target.parent
        if not (wish.folder.is_dir() and place.is_dir()):
            return Outlook(wish, has_place=place.is_dir())
        names = AnswerSchema(wish.schema).properties
        journal_path = _journal_path(wish.target)
        files = tuple(files_in([wish.folder], without=(wish.target, journal_path, Journal.lock_path(journal_path))))
        n_known = 0
        if files and journal_path.exists():
            mark = _task(wish, model).mark
            with Journal(journal_path) as journal:
                n_known = sum(self._is_known(file, journal, mark) for file in files)
        return Outlook(wish, files, n_known, names, is_there=wish.target.exists())

    def _is_known(self, file: Path, journal: Journal, mark: str) -> bool:
        if self._stop.is_set():
            return False
        try:
            return journal.values_of(read_text(file)[1], mark) is not None
        except Unfit:
            return False

    def _made(self, outlook: Outlook, model: _Model, *, is_anew: bool) -> Ended:
        wish = outlook.wish
        schema = AnswerSchema(wish.schema)
        task = _task(wish, model)
        journal_path = _journal_path(wish.target)
        if is_anew:
            with Journal(journal_path):  # nobody else uses it
                pass
            journal_path.unlink(missing_ok=True)
        rows: list[Row] = []
        n_done, error = 0, None
        with Journal(journal_path) as journal:
            extraction = Extraction(task, schema, journal, self._asker(task, model), is_splitting=True)
            try:
                for found in extraction.run(outlook.files):
                    done = _named(found, wish.folder.parent)
                    rows += done.rows
                    n_done += 1
                    self._done.append(done)
                    if self._stop.is_set():
                        break
            except Exception as what:  # the table of what is done is written in any case
                if not isinstance(what, AppError):
                    log.exception("a table could not be made")
                error = what
            if rows:
                journal.keep()
                _write(rows, schema, wish.target)
        n_left = len(outlook.files) - n_done
        is_stopped = error is None and n_left > 0
        return Ended(wish.target if rows else None, len(rows), n_left, is_stopped=is_stopped, error=error)

    def _asker(self, task: Task, model: _Model) -> Callable[[tuple[ChatMessage, ...]], Answered]:
        def ask(messages: tuple[ChatMessage, ...]) -> Answered:
            request = GenerationRequest(GenerationId(uuid4().hex), messages, task.sampling, task.max_tokens)
            options = PromptOptions(is_reasoning=task.is_reasoning)
            request = replace(request, json_schema=task.schema, stop=task.stop, options=options)
            return self._generation.ask_beside(request, model.load_number, self._stop)

        return ask

    # On the UI thread

    def _run(self, call: Callable[[], T], on_done: Callable[[T], None]) -> None:
        self._thread.run(call, on_done, self._on_failed)

    def _on_ended(self, ended: Ended) -> None:
        self._is_running = False
        if ended.error is not None:
            log.warning("a table ended early: %s", type(ended.error).__name__)
        self.ended.emit(ended)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            log.error("a table could not be prepared", exc_info=error)
        self.failed.emit(error)


def _n_files(folder: Path, is_wanted: Callable[[], bool]) -> int | None:
    """Return how many files `files_in` would find, -1 without such a folder; None when that is not wanted any more.

    While a path is typed it may lead to a whole disk.
    """
    if not folder.is_dir():
        return -1
    n = 0
    for _place, folders, files in os.walk(folder):
        if not is_wanted():
            return None
        folders[:] = [each for each in folders if not each.startswith(".")]
        n += sum(not each.startswith(".") for each in files)
    return n


def _named(done: FileDone, place: Path) -> FileDone:
    """Return it with the file named from `place`, where the chosen folder is."""
    path = Path(done.file)
    name = path.relative_to(place).as_posix() if path.is_relative_to(place) else done.file
    return replace(done, file=name, rows=tuple(replace(row, file=name) for row in done.rows))


def _checked(schema: str) -> tuple[tuple[str, ...], Exception | None]:
    try:
        return AnswerSchema(schema).properties, None
    except AppError as error:
        return (), error


def _task(wish: Wish, model: _Model) -> Task:
    persona, settings = wish.persona, wish.settings
    return Task(
        schema=wish.schema,
        system_prompt=persona.system_prompt,
        sampling=settings.sampling.with_values(persona.sampling),
        max_tokens=persona.max_tokens or settings.max_tokens or None,
        stop=persona.stop,
        is_reasoning=persona.is_reasoning,
        model=model.mark(),
    )


def _journal_path(target: Path) -> Path:
    return target.with_name(f"{target.name}.journal")


def _write(rows: list[Row], schema: AnswerSchema, target: Path) -> None:
    text = as_csv(rows, schema.properties) if target.suffix.lower() == CSV else as_jsonl(rows)
    # A name that is no text in UTF-8 is written as what it is, and so is half a letter of an answer.
    atomic_write(target, text.encode("utf-8", "backslashreplace"))
