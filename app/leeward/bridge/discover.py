# SPDX-License-Identifier: Apache-2.0
"""Looks models up for the window: search of the Hub, what a repository offers, what a file's header says.

Nothing is sent before one of the methods is called. A newer question of the same kind makes the older one stale: its answer
is dropped and its connection shut, so that a slow server has one question at a time.
"""

import enum
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from leeward.domain.hub import FoundRepo, Repository, Sort
from leeward.domain.model_info import ModelInfo
from leeward.library.catalogue import catalogue, recommended
from leeward.library.hub_names import Wanted
from leeward.library.offers import Offer, offers_of

if TYPE_CHECKING:
    from leeward.domain.network import NetworkSettings
    from leeward.library.hub import Hub, Search
    from leeward.library.web import StopFlag, Surroundings

log = logging.getLogger(__name__)

T = TypeVar("T")

_CLOSE_S = 3.0


class Question(enum.StrEnum):
    SEARCH = "search"
    REPOSITORY = "repository"
    HEADER = "header"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A model that Leeward suggests, before the Hub is asked anything.

    Attributes:
        good_at: A few words for people.
        quantization, size_bytes: Of the file that suits this machine; "" and 0 where none does.
    """

    name: str
    repo: str
    license: str
    good_at: str
    languages: tuple[str, ...]
    n_ctx_train: int
    quantization: str
    size_bytes: int


def suggestions(free_bytes: int) -> tuple[Suggestion, ...]:
    """Return the models of the catalogue, each with the file that suits a machine with so much free memory."""
    found = []
    for entry in catalogue():
        file = recommended(entry, free_bytes)
        about = (entry.name, entry.repository, entry.license, entry.good_at, entry.languages, entry.n_ctx_train)
        found.append(Suggestion(*about, file.quantization if file else "", file.size_bytes if file else 0))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class ResultPage:
    """`is_first`: replaces what was found before."""

    query: str
    repos: tuple[FoundRepo, ...]
    is_first: bool
    is_finished: bool


@dataclass(frozen=True, slots=True)
class OpenedRepo:
    """`wanted`: as it was asked for."""

    wanted: Wanted
    repository: Repository
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    question: Question
    stop: "StopFlag"
    tell: Callable[[Any], None]
    value: Any
    error: Exception | None


class Discover(QObject):
    """Asks on threads of its own. Every question ends in its signal or in `failed`, unless it is stale by then.

    Signals:
        found(ResultPage)
        opened(OpenedRepo)
        header_read(Offer | Path, ModelInfo)   of which offer, or of which file here
        failed(Question, Exception)            an AppError, or another exception when it is a bug
    """

    found = Signal(object)
    opened = Signal(object)
    header_read = Signal(object, object)
    failed = Signal(object, object)
    _answered = Signal(object)

    def __init__(self, surroundings: "Callable[[], Surroundings]", parent: QObject | None = None) -> None:
        """`surroundings`: asked at every question, so that settings of the network act on the next one."""
        super().__init__(parent)
        self._surroundings = surroundings
        self._stops: dict[Question, StopFlag] = {}
        self._threads: set[threading.Thread] = set()
        self._search: Search | None = None
        self._query = ""
        self._hub: Hub | None = None
        self._hub_network: NetworkSettings | None = None
        self._lock = threading.Lock()  # of the hub: there is one at a time
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def search(self, query: str, sort: Sort = Sort.DOWNLOADS) -> None:
        """Find repositories; `found` follows with the first page."""
        self._search, self._query = None, query
        around = self._surroundings()

        def ask(_stop: "StopFlag") -> "tuple[Search, tuple[FoundRepo, ...]]":
            search = self._hub_of(around).search(query, sort)
            return search, search.next_page()

        def tell(answer: "tuple[Search, tuple[FoundRepo, ...]]") -> None:
            self._search, repos = answer
            self.found.emit(ResultPage(query, repos, is_first=True, is_finished=self._search.is_finished))

        self._ask(Question.SEARCH, ask, tell)

    def more(self) -> None:
        """Get the next page of the last search; `found` follows. Without effect while one comes, or behind the last."""
        search, query = self._search, self._query
        if search is None or search.is_finished or Question.SEARCH in self._stops:
            return

        def tell(repos: tuple[FoundRepo, ...]) -> None:
            self.found.emit(ResultPage(query, repos, is_first=False, is_finished=search.is_finished))

        self._ask(Question.SEARCH, lambda _stop: search.next_page(), tell)

    def forget_search(self) -> None:
        """End a search that is under way: nobody wants its answer any more."""
        self._search = None
        self._drop(Question.SEARCH)

    def open(self, wanted: Wanted) -> None:
        """Read what a repository offers; `opened` follows."""
        self._drop(Question.HEADER)
        around = self._surroundings()

        def ask(_stop: "StopFlag") -> OpenedRepo:
            repository = self._hub_of(around).repository(wanted.repo, wanted.revision)
            return OpenedRepo(wanted, repository, tuple(offers_of(repository)))

        self._ask(Question.REPOSITORY, ask, self.opened.emit)

    def read_header(self, repository: Repository, offer: Offer) -> None:
        """Read the header of an offer's file over the network, a few MB at most; `header_read` follows."""
        around = self._surroundings()

        def ask(stop: "StopFlag") -> ModelInfo:
            from leeward.library.pull import remote_file  # noqa: PLC0415  with the HTTP client: not before it is needed
            from leeward.library.remote_model import read_remote_model  # noqa: PLC0415

            return read_remote_model(remote_file(around.network.endpoint, repository, offer.files[0]).url, around, stop)

        self._ask(Question.HEADER, ask, lambda info: self.header_read.emit(offer, info))

    def read_file(self, path: Path) -> None:
        """Read the header of a file that is here; `header_read` follows."""
        self._drop(Question.REPOSITORY)

        def ask(_stop: "StopFlag") -> ModelInfo:
            from leeward.library.model_check import check_model_file  # noqa: PLC0415

            return check_model_file(path)

        self._ask(Question.HEADER, ask, lambda info: self.header_read.emit(path, info))

    def close(self) -> None:
        """Stop what runs. Blocking, for some seconds at most. May be called twice."""
        for question in Question:
            self._drop(question)
        with self._lock:
            if self._hub is not None:
                self._hub.close()
                self._hub = None
        for thread in self._threads:
            thread.join(_CLOSE_S)  # a daemon: a server that never answers does not keep the program

    def _drop(self, question: Question) -> None:
        stop = self._stops.pop(question, None)
        if stop is not None:
            stop.set()

    def _ask(self, question: Question, call: "Callable[[StopFlag], T]", tell: Callable[[T], None]) -> None:
        from leeward.library.web import StopFlag  # noqa: PLC0415  with the HTTP client

        self._drop(question)
        stop = self._stops[question] = StopFlag()

        def work() -> None:
            try:
                with stop.over_this_thread():
                    answer = _Answer(question, stop, tell, call(stop), None)
            except Exception as error:  # noqa: BLE001 - the top of a worker: the error goes to whoever asked
                answer = _Answer(question, stop, tell, None, error)
            if not stop.is_set():
                self._answered.emit(answer)

        self._threads = {thread for thread in self._threads if thread.is_alive()}
        thread = threading.Thread(target=work, name=f"discover {question}", daemon=True)
        self._threads.add(thread)
        thread.start()

    @Slot(object)
    def _on_answered(self, answer: _Answer) -> None:
        if self._stops.get(answer.question) is not answer.stop:
            return
        del self._stops[answer.question]
        if answer.error is None:
            answer.tell(answer.value)
        else:
            log.warning("a question about models failed: %s: %r", answer.question, answer.error)
            self.failed.emit(answer.question, answer.error)

    def _hub_of(self, around: "Surroundings") -> "Hub":
        with self._lock:
            if self._hub is None or self._hub_network != around.network:
                from leeward.library.hub import Hub  # noqa: PLC0415  half a second of imports

                if self._hub is not None:
                    self._hub.close()
                self._hub, self._hub_network = Hub(around.network, around.token), around.network
            return self._hub
