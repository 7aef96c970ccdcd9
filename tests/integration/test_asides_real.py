# SPDX-License-Identifier: Apache-2.0
"""What is asked beside a conversation costs the conversation nothing, on real models and in a real engine process."""

import pytest

from leeward.domain.errors import AsideRefused
from leeward.domain.generation import ChatMessage, FinishReason, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine.protocol import Finished, GenerationFailed, ModelLoaded, PromptProgress, TextAppended
from leeward.engine.supervisor import Supervisor

pytestmark = pytest.mark.model

GREEDY = Sampling(temperature=0, seed=1)
QUESTION = ChatMessage(Role.USER, "Name three colours of the sea.")
NEXT = ChatMessage(Role.USER, "And three more?")
TITLE = ChatMessage(Role.USER, "Give this conversation a title of at most six words.")


class Engine:
    """A supervisor with one model."""

    def __init__(self, path, **options):
        self.supervisor = Supervisor()
        self.supervisor.load(LoadPlan(path, n_threads=2, **options))
        self.until(ModelLoaded)
        self.n = 0

    def until(self, *kinds):
        events = []
        while not (events and isinstance(events[-1], kinds)):
            event = self.supervisor.next_event(60.0)
            assert event is not None, events[-5:]
            events.append(event)
        return events

    def begin(self, *messages, **options):
        self.n += 1
        options = {"sampling": GREEDY, "max_tokens": 40, **options}
        self.supervisor.generate(GenerationRequest(GenerationId(str(self.n)), messages, **options))
        return GenerationId(str(self.n))

    def ask(self, *messages, **options):
        """Return (text, Finished)."""
        self.begin(*messages, **options)
        events = self.until(Finished, GenerationFailed)
        if isinstance(events[-1], GenerationFailed):
            raise events[-1].error
        return "".join(event.text for event in events if isinstance(event, TextAppended)), events[-1]

    def aside(self, *messages, **options):
        return self.ask(*messages, is_aside=True, **{"max_tokens": 24, **options})


@pytest.fixture
def load():
    engines = []

    def load_model(path, **options):
        engines.append(Engine(path, **options))
        return engines[-1]

    yield load_model
    for engine in engines:
        engine.supervisor.close()


@pytest.fixture(params=["starter_model", "gemma_model"])
def model(request):
    return request.getfixturevalue(request.param)


def two_turns(engine, between=lambda answer: None):
    """Return what the second turn said and what it read, the first one's answer, and that asked again."""
    answer, _ = engine.ask(QUESTION)
    between(ChatMessage(Role.ASSISTANT, answer))
    text, finished = engine.ask(QUESTION, ChatMessage(Role.ASSISTANT, answer), NEXT)
    return answer, text, finished.usage


def test_the_next_turn_reads_and_says_the_same_with_and_without_an_aside(load, model):
    engine = load(model)
    plain = two_turns(engine)
    asides = []
    engine = load(model)
    beside = two_turns(engine, lambda answer: asides.append(engine.aside(QUESTION, answer, TITLE)))
    assert beside == plain
    [(text, finished)] = asides
    assert text.strip()
    assert finished.usage.completion_tokens <= 24
    assert finished.usage.prompt_tokens - finished.usage.reused_tokens < 40  # a suffix of what the cache held


def test_an_aside_that_shares_only_a_beginning_leaves_what_is_behind_it(load, starter_model):
    engine = load(starter_model)
    plain = two_turns(engine)
    engine = load(starter_model)
    other = ChatMessage(Role.USER, "Name three boats.")
    assert two_turns(engine, lambda _answer: engine.aside(other)) == plain


def test_a_stopped_aside_leaves_the_conversation_as_it_was(load, starter_model):
    engine = load(starter_model)
    plain = two_turns(engine)
    engine = load(starter_model)
    ends = []

    def stop_one(answer):
        request_id = engine.begin(QUESTION, answer, TITLE, is_aside=True, max_tokens=400, sampling=GREEDY)
        engine.until(TextAppended)
        engine.supervisor.cancel(request_id)
        ends.append(engine.until(Finished)[-1].reason)

    assert two_turns(engine, stop_one) == plain
    assert ends == [FinishReason.CANCELLED]


def test_a_question_behind_a_cancelled_aside_does_not_wait_for_it(load, starter_model):
    engine = load(starter_model)
    answer, _ = engine.ask(QUESTION)
    said = (QUESTION, ChatMessage(Role.ASSISTANT, answer))
    request_id = engine.begin(*said, TITLE, is_aside=True, max_tokens=400)
    engine.until(PromptProgress)
    engine.supervisor.cancel(request_id)
    question_id = engine.begin(*said, NEXT, max_tokens=4)
    first, second = engine.until(Finished), engine.until(Finished)
    assert (first[-1].id, first[-1].reason) == (request_id, FinishReason.CANCELLED)
    assert second[-1].id == question_id
    assert second[-1].usage.completion_tokens == 4


def test_an_aside_without_room_is_refused_and_touches_nothing(load, starter_model):
    engine = load(starter_model, n_ctx=256)
    plain = two_turns(engine)
    engine = load(starter_model, n_ctx=256)

    def refused(answer):
        with pytest.raises(AsideRefused, match="no room"):
            engine.aside(QUESTION, answer, TITLE, max_tokens=180)

    assert two_turns(engine, refused) == plain


def test_an_aside_for_which_much_would_be_read_is_refused(load, starter_model):
    engine = load(starter_model)
    engine.ask(QUESTION)
    with pytest.raises(AsideRefused, match="would have to be read"):
        engine.aside(ChatMessage(Role.USER, "word " * 600))
