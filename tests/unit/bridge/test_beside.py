# SPDX-License-Identifier: Apache-2.0
"""A question of no chat: answered whole, given up for a chat and asked again, ended by whoever asked, by an error or a load."""

from concurrent.futures import Future
from pathlib import Path

import pytest

from leeward.bridge.beside import BesideAnswers
from leeward.domain.errors import EngineStopped, ModelReplaced, RequestTooLarge
from leeward.domain.generation import Answered, ChatMessage, FinishReason, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine.scripted import ScriptedEngine

REQUEST = GenerationRequest(GenerationId("1"), (ChatMessage(Role.USER, "Why?"),), Sampling(), None)


class Desk:
    """Asks one question of an engine that says these things."""

    def __init__(self, *scripts):
        self.engine = ScriptedEngine(scripts)
        self.engine.load(LoadPlan(Path("a.gguf"), "A"))
        self.beside = BesideAnswers(self.engine)
        self.answer: Future[Answered] = Future()
        self.beside.take(REQUEST, self.answer)

    def pump(self, n_events=100):
        for _ in range(n_events):
            event = self.engine.next_event(0)
            if event is None:
                return
            self.beside.handle(event)


def test_an_answer_comes_whole_once_it_may_be_asked_for():
    desk = Desk(("Be", "cause."))
    desk.pump()
    assert not desk.engine.requests
    desk.beside.go_on()
    desk.beside.go_on()
    desk.pump()
    assert desk.answer.result(0) == Answered("Because.", FinishReason.STOP)
    assert len(desk.engine.requests) == 1
    assert not desk.beside.has_question


def test_what_is_given_up_is_asked_again_and_its_rest_is_not_taken():
    desk = Desk(("Be", "cause."), ("So",))
    desk.beside.go_on()
    desk.pump(3)  # loaded, read, "Be"; the end waits to be taken
    desk.beside.step_aside()
    desk.pump()
    assert not desk.answer.done()
    desk.beside.go_on()
    desk.pump()
    assert desk.answer.result(0).text == "So"
    first, second = desk.engine.requests
    assert (first.id != second.id, first.messages) == (True, second.messages)


def test_it_can_be_ended_before_and_after_it_was_asked():
    for is_asked in (False, True):
        desk = Desk(("Be", "cause."))
        if is_asked:
            desk.beside.go_on()
        desk.beside.end(None)
        desk.beside.go_on()
        desk.pump()
        assert desk.answer.result(0) == Answered("", FinishReason.CANCELLED)
        desk.beside.end(None)  # nothing is left


def test_a_failure_and_a_refusal_are_raised():
    desk = Desk((EngineStopped(),))
    desk.beside.go_on()
    desk.pump()
    with pytest.raises(EngineStopped):
        desk.answer.result(0)
    desk = Desk(("x",))

    def refuse(_request):
        raise RequestTooLarge(2, 1)

    desk.engine.generate = refuse
    desk.beside.go_on()
    with pytest.raises(RequestTooLarge):
        desk.answer.result(0)


def test_an_answer_that_the_engine_cancels_by_itself_was_asked_of_a_model_that_goes():
    desk = Desk(("Be", "cause."))
    desk.beside.go_on()
    desk.pump(1)
    desk.engine.cancel(desk.engine.requests[0].id)
    desk.pump()
    with pytest.raises(ModelReplaced):
        desk.answer.result(0)
