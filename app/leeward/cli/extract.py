# SPDX-License-Identifier: Apache-2.0
"""`leeward extract`: a folder of texts and a JSON schema become a table."""

import argparse
import sys
import time
from pathlib import Path

import msgspec

from leeward.chat.extraction import Extraction, FileDone, Row, Task, files_in
from leeward.chat.extraction_table import as_csv, as_jsonl
from leeward.chat.schema import AnswerSchema
from leeward.cli import ask
from leeward.cli.exit_codes import ExitCode
from leeward.cli.screen import one_line
from leeward.cli.session import Session, Shape
from leeward.domain.errors import TargetExists
from leeward.domain.generation import Answered, ChatMessage
from leeward.engine.protocol import Engine
from leeward.library.models import Library
from leeward.storage.atomic import atomic_write
from leeward.storage.database import storable
from leeward.storage.extraction_journal import Journal

CSV, JSONL = ".csv", ".jsonl"


def extract(arguments: argparse.Namespace, engine: Engine, library: Library) -> ExitCode:
    """Make the table. Ctrl+C leaves what is done, and the table of that.

    A file that is there already is replaced only where its journal lies beside it: then it was made by this command.

    Raises:
        TargetExists: It was not, and may not be replaced.
        AppError, EngineFault: Whatever stands in the way of all files.
    """
    target: Path = arguments.output
    journal_path = target.with_name(f"{target.name}.journal")
    files = files_in(arguments.paths, without=(target, journal_path, Journal.lock_path(journal_path)))
    complaint = _complaint(arguments, target, files)
    if complaint:
        print(f"leeward: {complaint}", file=sys.stderr)
        return ExitCode.USAGE
    if target.exists() and not journal_path.exists() and not arguments.overwrite:
        raise TargetExists(target)
    schema = AnswerSchema(arguments.json_schema)
    task = _task(arguments, library)
    progress = _Progress(len(files), is_quiet=arguments.json)
    with Journal(journal_path) as journal, Session(engine) as session:
        asker = _Asker(arguments, session, library, task)
        extraction = Extraction(task, schema, journal, asker, is_splitting=arguments.split)
        try:
            for done in extraction.run(files):
                progress.tell(done)
        except KeyboardInterrupt:  # between two answers
            extraction.is_stopped = True
        finally:
            # Also of what was done before an engine that cannot go on.
            rows = progress.rows
            text = as_csv(rows, schema.properties) if target.suffix.lower() == CSV else as_jsonl(rows)
            if rows:
                journal.keep()
                atomic_write(target, text.encode())
    progress.tell_end(target)
    if extraction.is_stopped:
        return ExitCode.INTERRUPTED
    return ExitCode.FAILED if progress.n_failed else ExitCode.OK


class _Progress:
    """What is done, and says so on stderr."""

    def __init__(self, n_files: int, *, is_quiet: bool) -> None:
        self.rows: list[Row] = []
        self.n_failed = 0
        self._n_files = n_files
        self._n_done = 0
        self._n_known = 0
        self._is_quiet = is_quiet
        self._since_s = time.monotonic()

    def tell(self, done: FileDone) -> None:
        now_s = time.monotonic()
        took_s, self._since_s = now_s - self._since_s, now_s
        self.rows += done.rows
        self._n_done += 1
        problem = next((row.problem for row in done.rows if row.problem), "")
        self.n_failed += bool(problem)
        self._n_known += done.was_known
        how = problem or ("as before" if done.was_known else f"{took_s:.1f} s")
        if not self._is_quiet:
            print(
                f"[{self._n_done}/{self._n_files}] {one_line(done.file)}: {one_line(how)}", file=sys.stderr, flush=True
            )

    def tell_end(self, target: Path) -> None:
        facts = {
            "output": storable(str(target)) if self.rows else None,
            "n_files": self._n_files,
            "n_done": self._n_done - self.n_failed,
            "n_as_before": self._n_known,
            "n_failed": self.n_failed,
            "n_left": self._n_files - self._n_done,
            "n_rows": len(self.rows),
        }
        if self._is_quiet:
            print(msgspec.json.encode(facts).decode(), flush=True)
            return
        left = f", {facts['n_left']} left: the same command goes on there" if facts["n_left"] else ""
        where = f"{one_line(str(target))}: {len(self.rows)} rows. " if self.rows else ""
        print(f"{where}{facts['n_done']} files done, {self.n_failed} failed{left}.", flush=True)


def _task(arguments: argparse.Namespace, library: Library) -> Task:
    """Raises ModelNotFound."""
    plan = ask.plan_of(arguments, library)
    files = [(plan.path, 1.0), *((each.path, each.scale) for each in plan.adapters)]
    return Task(
        schema=arguments.json_schema,
        system_prompt=arguments.system,
        sampling=ask.sampling_of(arguments, plan.path, library),
        max_tokens=arguments.max_tokens or None,
        stop=tuple(arguments.stop),
        is_reasoning=arguments.reasoning,
        model=" ".join(f"{_version(path)} {scale:g}" for path, scale in files),
    )


def _version(path: Path) -> str:
    """Return what a file is known by: its name and size. One that is not there is refused when it is loaded."""
    return f"{path.name}:{path.stat().st_size if path.is_file() else 0}"


class _Asker:
    """Asks the model, which is loaded with the first question: where nothing is new, none is needed."""

    def __init__(self, arguments: argparse.Namespace, session: Session, library: Library, task: Task) -> None:
        self._arguments = arguments
        self._session = session
        self._library = library
        self._task = task
        self._shape = Shape(json_schema=task.schema, stop=task.stop, is_reasoning=task.is_reasoning)
        self._is_loaded = False

    def __call__(self, messages: tuple[ChatMessage, ...]) -> Answered:
        if not self._is_loaded:
            ask.load(self._arguments, self._session, self._library)
            self._is_loaded = True
        task = self._task
        answer = self._session.ask(messages, task.sampling, task.max_tokens, lambda _text: None, self._shape)
        return Answered(answer.best.text, answer.best.finish_reason)


def _complaint(arguments: argparse.Namespace, target: Path, files: list[Path]) -> str:
    """Return what a command line that makes no sense is answered with, "" if it does."""
    if target.suffix.lower() not in (CSV, JSONL):
        return f"--output must end in {CSV} or {JSONL}."
    if not target.parent.is_dir():
        return f"there is no folder {one_line(str(target.parent))} for the table."
    if not arguments.json_schema:
        return "a schema is missing: --schema FILE, or a persona that has one."
    if not files:
        return "there are no files there."
    return ""
