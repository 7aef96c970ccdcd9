# SPDX-License-Identifier: Apache-2.0
"""Small questions to the model beside the conversation it has just read (`GenerationRequest.is_aside`).

They are asked when nothing else waits, and never stand in the way: whatever else is wanted of the engine ends them.
"""

import logging
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Generic, TypeVar

from leeward.domain.errors import AppError
from leeward.domain.generation import FinishReason, GenerationRequest
from leeward.domain.ids import GenerationId
from leeward.engine.protocol import Engine, EngineEvent, Finished, GenerationFailed, TextAppended

log = logging.getLogger(__name__)

QUIET_S = 1.0
"""So long nothing else was wanted before something is asked: what was said and what is typed is counted first."""

_MAX_TRIES = 3  # of one wish: what is typed is counted by the engine, which ends it each time

Wish = TypeVar("Wish")


@dataclass(frozen=True, slots=True)
class AsideEnded(Generic[Wish]):
    """`reason`: None where it failed."""

    wish: Wish
    text: str
    reason: FinishReason | None


class Asides(ABC, Generic[Wish]):
    """Asks for one thing at a time, the one that was wanted last. Everything on the thread that pumps the engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._wish: Wish | None = None
        self._n_tries = 0
        self._quiet_since_s: float | None = None  # None: it begins with the next look
        self._asked: GenerationId | None = None
        self._text: list[str] = []

    @abstractmethod
    def _request(self, wish: Wish) -> GenerationRequest | None:
        """Return what is asked, under a new id; None where it is not wanted any more."""

    @property
    def is_wanted(self) -> bool:
        """Whether there is a wish, asked for or not."""
        return self._wish is not None

    def _want(self, wish: Wish) -> None:
        self._wish, self._n_tries, self._quiet_since_s = wish, 0, None

    def ask(self, now_s: float) -> float | None:
        """Ask, where there is a wish and it was quiet for long enough. Call while the engine has nothing else to do.

        Returns in how many seconds to call again; None when there is no wish, or it is asked for.
        """
        if self._wish is None or self._asked is not None:
            return None
        self._quiet_since_s = now_s if self._quiet_since_s is None else self._quiet_since_s
        if now_s - self._quiet_since_s < QUIET_S:
            return max(0.01, self._quiet_since_s + QUIET_S - now_s)
        self._ask(self._wish)
        return None

    def _ask(self, wish: Wish) -> None:
        request = self._request(wish) if self._n_tries < _MAX_TRIES else None
        if request is None:
            self._wish = None
            return
        self._n_tries += 1
        try:
            self._engine.generate(request)
        except AppError:  # longer than a message to the engine may be
            self._wish = None
            return
        self._asked, self._text = request.id, []

    def give_way(self) -> None:
        """Let something else pass; it is asked for once more when it is quiet again."""
        self._quiet_since_s = None
        if self._asked is not None:
            self._engine.cancel(self._asked)
            self._asked = None

    def drop(self) -> None:
        """Let something else pass that moves what the model has read; ask no more."""
        self.give_way()
        self._wish = None

    def _ended(self, event: EngineEvent) -> AsideEnded[Wish] | None:
        """Take in an event; return what was answered when it is the last one."""
        match event:
            case TextAppended(id=generation_id, text=text) if generation_id == self._asked:
                self._text.append(text)
            case Finished(id=generation_id, reason=reason) if generation_id == self._asked:
                return self._end(reason)
            case GenerationFailed(id=generation_id, error=error) if generation_id == self._asked:
                log.info("nothing was answered beside a chat: %s", type(error).__name__)
                return self._end(None)
        return None

    def _end(self, reason: FinishReason | None) -> AsideEnded[Wish] | None:
        wish, self._wish, self._asked = self._wish, None, None
        return None if wish is None else AsideEnded(wish, "".join(self._text), reason)
