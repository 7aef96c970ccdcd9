# SPDX-License-Identifier: Apache-2.0
"""Answers of real models are the same with tokens read ahead and without, and what the cache holds is."""

import ctypes
import itertools
import json

import llama_cpp
import pytest

from leeward.domain.errors import DraftUnfit
from leeward.domain.generation import ChatMessage, FinishReason, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine.child.llama import Llama, NativeLog, Piece
from leeward.engine.child.sequences import Slot
from leeward.engine.child.speculation import Payoff
from leeward.engine.child.templates import choose_template
from leeward.engine.protocol import Finished, LoadFailed, ModelLoaded, TextAppended
from leeward.engine.supervisor import Supervisor

pytestmark = pytest.mark.model

TIE = 0.3
"""In a wide decode sums are made in another order: where two tokens are as near as this, either may be the best one."""

GREEDY = Sampling(temperature=0, repeat_penalty=1)
TEXT = (
    "The harbour lies at the end of a long and narrow bay. In winter the wind comes from the west, and the ships wait for days "
    "behind the mole. Old Marten counts them every morning: seven cutters, three brigs and a whaler with a broken mast."
)
PROMPTS = {
    "copy": f"Repeat this text word by word, without any change:\n\n{TEXT}",
    "list": f"{TEXT}\n\nList all sentences of the text above as they are, one a line.",
    "free": "Write a story about a village in the mountains.",
    "question": f"{TEXT}\n\nWhat does Marten count?",
}
SCHEMA = json.dumps(
    {
        "type": "object",
        "properties": {
            "first": {"type": "string", "maxLength": 60},
            "again": {"type": "string", "maxLength": 60},
            "numbers": {"type": "array", "items": {"type": "integer"}, "minItems": 3, "maxItems": 5},
        },
        "required": ["first", "again", "numbers"],
    }
)


class Always(Payoff):
    def best(self, chances, n_right, n_most):
        return min(7, n_most)


@pytest.fixture(scope="module", params=["starter_model", "gemma_model"])
def llama(request):
    path = request.getfixturevalue(request.param)
    llama = Llama(LoadPlan(path, n_threads=2), NativeLog(lambda _level, _text: None), lambda _fraction: True)
    yield llama
    llama.close()
    llama_cpp.llama_log_set(ctypes.cast(None, llama_cpp.llama_log_callback), ctypes.c_void_p(0))


class Chat:
    """Answers to messages, from an empty cache on. Of two on one model, the later one takes the cache."""

    def __init__(self, llama, payoff):
        choice = choose_template(llama.chat_template, llama.template_facts, llama, wanted=None, reference=None)
        self.llama = llama
        self.slot = Slot(llama, choice.template, "test")
        self.slot.payoff = payoff

    def ask(self, *messages, is_cancelled=lambda: False, **options):
        """Return (text, Finished)."""
        if not self.slot.cache.held:
            llama_cpp.llama_memory_clear(self.llama.memory, True)
        events = []
        options = {"sampling": GREEDY, "max_tokens": 48, **options}
        request = GenerationRequest(GenerationId("a"), messages, **options)
        self.slot.generate(request, lambda: 2, events.append, is_cancelled)
        assert isinstance(events[-1], Finished)
        for held in self.slot.cache.held:
            assert self.llama.n_cached(held.number) == len(held.tokens)
        return "".join(event.text for event in events if isinstance(event, TextAppended)), events[-1]

    @property
    def tokens(self):
        return self.slot.cache.held[-1].tokens


def user(text):
    return ChatMessage(Role.USER, text)


def assert_same_but_for_ties(llama, one, other):
    """Two texts in tokens are the same up to where the model finds two tokens equally good."""
    n = next(
        (n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
    if n in (len(one), len(other)):
        return
    llama_cpp.llama_memory_clear(llama.memory, True)
    for start in range(0, n, llama.n_batch):
        llama.decode([Piece(0, one[start : min(n, start + llama.n_batch)])])
    logits = llama.logits()
    assert abs(logits[one[n]] - logits[other[n]]) < TIE


@pytest.mark.parametrize("prompt", PROMPTS)
def test_the_best_tokens_are_the_same_with_it(llama, prompt):
    one, other = Chat(llama, None), Chat(llama, Always())
    _, without = one.ask(user(PROMPTS[prompt]))
    _, with_it = other.ask(user(PROMPTS[prompt]))
    assert without.timings.drafted_tokens == 0
    assert with_it.usage.completion_tokens <= 48
    assert_same_but_for_ties(llama, one.tokens, other.tokens)


def test_a_copy_is_read_ahead(llama):
    # Gemma is a base model: it goes on with what repeats itself.
    prompt = PROMPTS["copy"] if "Smol" in llama.info.name else TEXT * 3
    timings = Chat(llama, Always()).ask(user(prompt), max_tokens=96)[1].timings
    assert timings.accepted_tokens > 30


def test_an_answer_by_a_schema_fits_it_with_it_too(llama):
    prompt = user(f"{TEXT} As JSON: the first sentence, the same again, and numbers.")
    one, other = Chat(llama, None), Chat(llama, Always())
    options = {"json_schema": SCHEMA, "max_tokens": 300}
    without, _ = one.ask(prompt, **options)
    with_it, finished = other.ask(prompt, **options)
    assert finished.reason is FinishReason.STOP
    assert set(json.loads(with_it)) == set(json.loads(without)) == {"first", "again", "numbers"}
    assert_same_but_for_ties(llama, one.tokens, other.tokens)


def test_a_stop_string_and_a_limit_end_it_as_without(llama):
    prompt = user(TEXT * 2)
    text, _ = Chat(llama, None).ask(prompt)
    stop = text[len(text) // 2 :][:6]
    one, other = Chat(llama, None), Chat(llama, Always())
    assert one.ask(prompt, stop=(stop,))[0] == other.ask(prompt, stop=(stop,))[0]
    assert other.tokens == one.tokens
    for n in (1, 2, 9):
        chat = Chat(llama, Always())
        _, finished = chat.ask(prompt, max_tokens=n)
        assert (finished.usage.completion_tokens, finished.reason) == (n, FinishReason.LENGTH)


@pytest.mark.parametrize("n_looks", [1000, 20])
def test_the_next_turn_reads_its_new_message_only(llama, n_looks):
    """`n_looks`: with few of them it is stopped in the middle."""
    looks = itertools.count()
    chat = Chat(llama, Always())
    prompt = user(TEXT * 3)
    text, finished = chat.ask(prompt, is_cancelled=lambda: next(looks) > n_looks)
    assert finished.timings.drafted_tokens
    assert (finished.reason is FinishReason.CANCELLED) == (n_looks == 20)
    n_held = len(chat.tokens)
    _, finished = chat.ask(prompt, ChatMessage(Role.ASSISTANT, text), user("And then?"))
    assert finished.usage.reused_tokens >= n_held - 8  # as without: what is cut off inside a character or a word
    assert finished.usage.prompt_tokens - finished.usage.reused_tokens < 32


# A draft model


@pytest.fixture
def engine():
    supervisor = Supervisor()
    yield supervisor
    supervisor.close()


def until(engine, *kinds):
    events = []
    while not (events and isinstance(events[-1], kinds)):
        event = engine.next_event(60.0)
        assert event is not None, events[-3:]
        events.append(event)
    return events


def answer_of(engine, number):
    request = GenerationRequest(GenerationId(str(number)), (user(PROMPTS["question"]),), GREEDY, 64)
    engine.generate(request)
    events = until(engine, Finished)
    return "".join(event.text for event in events if isinstance(event, TextAppended)), events[-1].timings


def test_a_model_that_guesses_for_itself_is_right(engine, starter_model):
    engine.load(LoadPlan(starter_model, n_threads=2))
    until(engine, ModelLoaded)
    without, _ = answer_of(engine, 1)
    engine.load(LoadPlan(starter_model, n_threads=2, draft=starter_model))
    until(engine, ModelLoaded)
    with_it, timings = answer_of(engine, 2)
    assert with_it[:60] == without[:60]
    assert timings.drafted_tokens > 0
    assert timings.accepted_tokens >= 0.5 * timings.drafted_tokens  # some of them were looked up


def test_one_with_another_vocabulary_is_refused(engine, starter_model, gemma_model):
    engine.load(LoadPlan(starter_model, n_threads=2, draft=gemma_model))
    failed = until(engine, LoadFailed)[-1]
    assert isinstance(failed.error, DraftUnfit)
    assert (failed.error.path, failed.error.model) == (gemma_model, starter_model)
    engine.load(LoadPlan(starter_model, n_threads=2))
    until(engine, ModelLoaded)
