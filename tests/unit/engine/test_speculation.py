# SPDX-License-Identifier: Apache-2.0
"""Speculation pays or is off, with costs that are made up; and an answer is the same with it, on a tiny model."""

import ctypes
import itertools
import random
import statistics

import llama_cpp
import pytest

from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.generation import ChatMessage, FinishReason, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine.child.llama import Llama, NativeLog, NoRoom
from leeward.engine.child.sequences import Slot
from leeward.engine.child.speculation import DRAFTS, Chances, Foresight, Lookup, Payoff
from leeward.engine.child.templates import ChatTemplate, TemplateSource
from leeward.engine.protocol import Finished, TextAppended

SLOW_CORES = {0: 1.0, 1: 1.92, 3: 2.83, 7: 4.21, 15: 6.0}  # SmolLM2 on two cores
MANY_CORES = {0: 1.0, 1: 1.02, 3: 1.1, 7: 1.3, 15: 1.8}
ONE_BY_ONE = {0: 1.0, 1: 2.0, 3: 4.0, 7: 8.0, 15: 16.0}


class Writing:
    """An answer that is known beforehand, written as `Answer` does it, by a clock that goes as the costs say."""

    def __init__(self, costs, payoff=None, guesser=None):
        self.costs = costs
        self.guesser = guesser
        self.payoff = payoff or Payoff()
        self.now_s = 0.0
        self.widths = []  # tokens read ahead, step by step

    def write(self, prompt, answer):
        """Return how much quicker it was than one token after the other."""
        began_s, n_before = self.now_s, len(self.widths)
        foresight = Foresight(self.payoff, prompt, lambda _token: False, lambda: self.now_s, self.guesser)
        if self.guesser is not None:
            self.guesser.writing, self.guesser.answer = self, [*prompt, *answer]
        ahead = []
        for number, token in enumerate(answer[:-1]):
            foresight.take(token)
            if ahead and ahead[0] == token:
                del ahead[0]
            else:
                ahead = foresight.draft(len(answer) - number - 2)
                self.widths.append(len(ahead))
                dear = [cost for n, cost in sorted(self.costs.items()) if n >= len(ahead)]
                self.now_s += dear[0] * random.uniform(0.95, 1.05)
            foresight.end_step()
        assert len(self.widths) - n_before < len(answer)
        return (len(answer) - 1) / (self.now_s - began_s)

    @property
    def share_drafted(self):
        return sum(width > 0 for width in self.widths) / len(self.widths)


class Oracle:
    """A guesser that is right as often as it is told, and takes as long for a token as it is told."""

    def __init__(self, chance, token_s):
        self.chance, self.token_s = chance, token_s
        self.payoff = Payoff(4096)

    def begin(self, tokens):
        self.n_read = 0

    def guess(self, tokens, n):
        if self.n_read < len(tokens) - 30:
            self.n_read += 100
            self.writing.now_s += 100 * self.token_s / 5
            return []
        self.n_read = len(tokens)
        self.writing.now_s += n * self.token_s
        right = self.answer[len(tokens) :][:n]
        return [token if random.random() < self.chance else 12345 for token in right]


@pytest.fixture(autouse=True)
def _same_every_time():
    random.seed(4)


def free_text(n, n_words=2000):
    """Tokens as often as in a language: few of them make up most of it."""
    return random.choices(range(n_words), [1 / (rank + 5) for rank in range(n_words)], k=n)


def copied(text, every=0):
    """`every`: another token in place of each so-many-th."""
    return [9999 if every and n % every == every - 1 else token for n, token in enumerate(text)]


# Looking up


def test_what_followed_the_last_three_tokens_is_expected():
    lookup = Lookup([1, 2, 3, 4, 5, 6])
    assert [lookup.push(token) for token in (1, 2, 3)] == [None, None, None]
    assert lookup.expected(2) == [4, 5]
    assert [lookup.push(token) for token in (4, 5)] == [True, True]
    assert lookup.n_right == 2
    assert lookup.push(9) is False
    assert lookup.is_lost
    assert lookup.expected(4) == []


def test_the_last_place_counts():
    lookup = Lookup([1, 2, 3, 4, 1, 2, 3, 5])
    for token in (1, 2, 3):
        lookup.push(token)
    assert lookup.expected(1) == [5]


def test_what_repeats_itself_is_expected_to_go_on():
    lookup = Lookup([])
    for token in (1, 2, 1, 2, 1):
        lookup.push(token)
    assert lookup.expected(5) == [2, 1, 2, 1, 2]


@pytest.mark.parametrize("prompt", [[], [1], [1, 2], [1, 2, 3]])
def test_a_prompt_may_be_short(prompt):
    lookup = Lookup(prompt)
    assert lookup.is_lost
    assert lookup.push(7) is None


# Whether it pays


@pytest.mark.parametrize("costs", [SLOW_CORES, MANY_CORES])
def test_a_copy_is_quicker_from_the_first_one_on(costs):
    text = free_text(300)
    writing = Writing(costs)
    assert writing.write([*text, 1, 2, 3], text) > 1.2
    again = free_text(300)
    assert writing.write([*again, 1, 2, 3], again) > 1.5


def test_a_copy_with_changes_is_quicker_too():
    writing = Writing(SLOW_CORES)
    for _ in range(3):
        text = free_text(300)
        speedup = writing.write(text, copied(text, every=25))
    assert speedup > 1.15


@pytest.mark.parametrize("costs", [SLOW_CORES, MANY_CORES, ONE_BY_ONE])
def test_free_text_is_written_without(costs):
    writing = Writing(costs)
    assert writing.write(free_text(1000), free_text(4000)) > 0.99
    assert writing.share_drafted < 0.02


def test_free_text_after_copies_is_written_without():
    writing = Writing(SLOW_CORES)
    for _ in range(3):
        text = free_text(300)
        writing.write(text, text)
    writing.widths.clear()
    assert writing.write(free_text(1000), free_text(4000)) > 0.98
    assert writing.share_drafted < 0.02


def test_where_wide_steps_do_not_pay_copies_cost_a_few_tries():
    writing = Writing(ONE_BY_ONE)
    text = free_text(3000)
    assert writing.write(text, text) > 0.97
    assert writing.share_drafted < 0.02


def test_it_ends_when_acceptance_falls():
    writing = Writing(MANY_CORES)
    text = free_text(300)
    writing.write(text, text)
    # Three tokens as they were, then something else: always wrong behind the last of them.
    pieces = [text[start : start + 3] for start in range(0, 290, 4)]
    answer = [token for number, piece in enumerate(pieces * 4) for token in (*piece, 5000 + number)]
    writing.write(text, answer)
    writing.widths.clear()
    writing.write(text, answer)
    assert writing.share_drafted < 0.02


def test_it_follows_what_wide_steps_cost_by_now():
    writing = Writing(SLOW_CORES)
    text = free_text(1500)
    writing.write(text, text)
    writing.costs = ONE_BY_ONE
    writing.write(text, text)
    writing.widths.clear()
    writing.write(text, text)
    assert writing.share_drafted < 0.05
    writing.costs = SLOW_CORES
    writing.write(text, text)
    assert writing.write(text, text) > 1.3


def test_a_hiccup_of_the_machine_changes_nothing():
    writing = Writing(SLOW_CORES)
    text = free_text(600)
    writing.write(text, text)
    for n_drafted in (*DRAFTS, 0):
        writing.payoff.measure(n_drafted, 50.0)
    assert writing.write(text, text) > 1.5


def test_no_more_is_read_ahead_than_there_is_room_for():
    payoff = Payoff()
    writing = Writing(MANY_CORES, payoff)
    text = free_text(600)
    writing.write(text, text)
    sure = Chances()
    for n_right in range(40):
        sure.learn(n_right, is_right=True)
    assert [payoff.best(sure, 40, n) for n in (0, 1, 2, 6, 7, 99)] == [0, 1, 1, 3, 7, 15]


# A draft model


def test_a_draft_model_that_is_right_makes_free_text_quicker():
    writing = Writing(MANY_CORES, guesser=Oracle(0.8, token_s=0.1))
    assert writing.write(free_text(1000), free_text(2000)) > 1.5


@pytest.mark.parametrize(
    ("costs", "chance", "token_s"), [(MANY_CORES, 0.1, 0.1), (MANY_CORES, 0.8, 1.0), (SLOW_CORES, 0.7, 0.2)]
)
def test_one_that_does_not_pay_costs_a_few_tries(costs, chance, token_s):
    """It is wrong, as slow as the model itself, or the machine is slow with wide steps."""
    writing = Writing(costs, guesser=Oracle(chance, token_s))
    speedups = [writing.write(free_text(60), free_text(1000)) for _ in range(8)]
    assert min(speedups) > 0.9
    assert statistics.median(speedups) > 0.97


def test_a_copy_is_looked_up_where_there_is_a_draft_model_too():
    writing = Writing(MANY_CORES, guesser=Oracle(0.8, token_s=0.1))
    text = free_text(600)
    writing.write(text, text)
    assert writing.write(text, text) > 3


# Answers


class Always(Payoff):
    """Reads ahead whatever it can."""

    def __init__(self, n):
        super().__init__()
        self.n = n

    def best(self, chances, n_right, n_most):
        return min(self.n, n_most)


@pytest.fixture(scope="module")
def llama(tmp_path_factory):
    path = write_tiny_gguf(tmp_path_factory.mktemp("tiny") / "tiny.gguf")
    llama = Llama(LoadPlan(path, n_threads=1, n_ctx=512), NativeLog(lambda _level, _text: None), lambda _fraction: True)
    yield llama
    llama.close()
    llama_cpp.llama_log_set(ctypes.cast(None, llama_cpp.llama_log_callback), ctypes.c_void_p(0))


class Asked:
    """One answer, with a cache of its own."""

    def __init__(self, llama, payoff, is_cancelled=lambda: False, content="abc abd abc abe " * 4, **options):
        llama_cpp.llama_memory_clear(llama.memory, True)
        self.llama = llama
        self.slot = Slot(llama, ChatTemplate(TemplateSource("{{ messages[0].content }}")), "test")
        self.slot.payoff = payoff
        self.events = []
        options = {"sampling": Sampling(temperature=0, repeat_penalty=1), "max_tokens": 60, **options}
        request = GenerationRequest(GenerationId("a"), (ChatMessage(Role.USER, content),), **options)
        self.slot.generate(request, lambda: 1, self.events.append, is_cancelled)
        for held in self.slot.cache.held:
            assert llama.n_cached(held.number) == len(held.tokens)

    @property
    def text(self):
        return "".join(event.text for event in self.events if isinstance(event, TextAppended))

    @property
    def end(self):
        assert isinstance(self.events[-1], Finished)
        return self.events[-1]

    @property
    def cached(self):
        return [(held.tokens, held.marks, held.text) for held in self.slot.cache.held]


KINDS = {
    "plain": {},
    "penalties": {"sampling": Sampling(temperature=0, repeat_penalty=1.5), "max_tokens": 200},
    "drawn": {"sampling": Sampling(temperature=0.1, top_k=3, seed=6), "max_tokens": 200, "is_aside": True},
    "limit": {"max_tokens": 7},
    "schema": {"json_schema": '{"type": "array", "items": {"type": "integer"}, "minItems": 5, "maxItems": 9}'},
    "probabilities": {"n_probs": 3},
    "choices": {"n_choices": 3, "sampling": Sampling(temperature=0, repeat_penalty=1.2)},
    "full context": {"max_tokens": None, "content": "abc abd " * 58},
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("n", [1, 3, 15])
def test_an_answer_is_the_same_with_it(llama, kind, n):
    without, with_it = (Asked(llama, payoff, **KINDS[kind]) for payoff in (None, Always(n)))
    assert with_it.text == without.text
    assert with_it.end.usage == without.end.usage
    assert with_it.end.reason == without.end.reason
    assert with_it.cached == without.cached
    assert without.end.timings.drafted_tokens == 0


@pytest.mark.parametrize("kind", ["penalties", "drawn"])
def test_drafts_are_right_and_wrong_here(llama, kind):
    timings = Asked(llama, Always(3), **KINDS[kind]).end.timings
    assert 0 < timings.accepted_tokens < timings.drafted_tokens


@pytest.mark.parametrize("n", [3, 15])
def test_a_stop_string_ends_it_as_without(llama, n):
    text = Asked(llama, None).text
    for stop in (text[20:24], text[33:35]):
        without, with_it = (Asked(llama, payoff, stop=(stop,)) for payoff in (None, Always(n)))
        assert (with_it.text, with_it.cached) == (without.text, without.cached)
        assert with_it.end.reason is FinishReason.STOP


def test_stopped_in_the_middle_the_cache_holds_what_was_said(llama):
    looks = itertools.count()
    asked = Asked(llama, Always(7), lambda: next(looks) > 40)
    assert asked.end.reason is FinishReason.CANCELLED
    ((stopped, *_),) = asked.cached
    assert 0 < len(stopped) - asked.end.usage.prompt_tokens <= asked.end.usage.completion_tokens
    ((whole, *_),) = Asked(llama, None).cached
    assert stopped == whole[: len(stopped)]


def test_an_exact_answer_is_written_without(llama):
    sampling = Sampling(temperature=0, repeat_penalty=1, seed=4)
    assert Asked(llama, Always(7), sampling=sampling).end.timings.drafted_tokens == 0


def test_a_model_that_cannot_be_rolled_back_writes_without(tmp_path):
    path = write_tiny_gguf(tmp_path / "mamba.gguf", is_recurrent=True)
    recurrent = Llama(LoadPlan(path, n_threads=1), NativeLog(lambda _level, _text: None), lambda _fraction: True)
    assert Asked(recurrent, Always(7)).end.timings.drafted_tokens == 0
    recurrent.close()


class Narrow:
    """A model whose cache never has room for a draft."""

    def __init__(self, llama):
        self._llama = llama

    def decode(self, pieces):
        if pieces[0].n_logits > 1:
            raise NoRoom
        return self._llama.decode(pieces)

    def __getattr__(self, name):
        return getattr(self._llama, name)


def test_without_room_for_a_draft_it_goes_on_without(llama):
    without, with_it = Asked(llama, None), Asked(Narrow(llama), Always(7))
    assert with_it.text == without.text
    assert with_it.end.timings.drafted_tokens == 0
