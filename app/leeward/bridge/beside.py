# SPDX-License-Identifier: Apache-2.0
"""Answers that belong to no chat, made by the loaded model between the answers of chats."""

from concurrent.futures import Future
from dataclasses import replace
from uuid import uuid4

from leeward.domain.errors import ModelReplaced
from leeward.domain.generation import Answered, FinishReason, GenerationRequest
from leeward.domain.ids import GenerationId
from leeward.engine.protocol import Engine, EngineEvent, Finished, GenerationFailed, TextAppended

_STOPPED = Answered("", FinishReason.CANCELLED)


class BesideAnswers:
    """One at a time. All methods are for the engine thread.

    Chats go first: when one is asked, what is made here is given up, and begun anew when no chat answers any more.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._request: GenerationRequest | None = None
        self._future: Future[Answered] = Future()
        self._text: list[str] = []
        self._is_asked = False

    @property
    def has_question(self) -> bool:
        """Whether there is something to answer, asked or not."""
        return self._request is not None

    def take(self, request: GenerationRequest, future: "Future[Answered]") -> None:
        """Ask this at the next `go_on`; one that was not answered is over."""
        self.end(None)
        self._request, self._future = request, future

    def go_on(self) -> None:
        """Ask what waits. Call when no chat answers."""
        if self._request is None or self._is_asked:
            return
        # Another id each time: the end of what was given up may still come.
        self._request = replace(self._request, id=GenerationId(uuid4().hex))
        self._text = []
        self._is_asked = True
        try:
            self._engine.generate(self._request)
        except Exception as error:  # noqa: BLE001  told to whoever asked
            self.end(error)

    def step_aside(self) -> None:
        """Give up what is being made, to begin it anew later."""
        if self._request is not None and self._is_asked:
            self._is_asked = False
            self._engine.cancel(self._request.id)

    def handle(self, event: EngineEvent) -> None:
        if self._request is None or not self._is_asked or getattr(event, "id", None) != self._request.id:
            return
        match event:
            case TextAppended(text=text):
                self._text.append(text)
            case Finished(reason=FinishReason.CANCELLED):  # not by us: the model it was asked of goes
                self.end(ModelReplaced())
            case Finished(reason=reason):
                self._request, self._is_asked = None, False
                self._future.set_result(Answered("".join(self._text), reason))
            case GenerationFailed(error=error):
                self.end(error)
            case _:
                pass

    def end(self, error: Exception | None) -> None:
        """Let what is asked or waits end with this error; None is the wish of whoever asked."""
        if self._request is None:
            return
        self.step_aside()
        self._request = None
        if error is None:
            self._future.set_result(_STOPPED)
        else:
            self._future.set_exception(error)
