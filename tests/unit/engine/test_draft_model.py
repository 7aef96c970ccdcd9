# SPDX-License-Identifier: Apache-2.0
"""A draft model beside another one: it guesses the same as without, follows the text, and has to have the same tokens."""

import ctypes

import llama_cpp
import pytest

from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.errors import DraftUnfit
from leeward.domain.generation import ChatMessage, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine.child.draft_model import MAX_BEHIND, DraftModel
from leeward.engine.child.llama import Llama, NativeLog
from leeward.engine.child.sequences import Slot
from leeward.engine.child.speculation import Payoff
from leeward.engine.child.templates import ChatTemplate, TemplateSource
from leeward.engine.protocol import TextAppended

LOG = NativeLog(lambda _level, _text: None)


class Always(Payoff):
    def best(self, chances, n_right, n_most):
        return min(3, n_most)


class Rig:
    """The tiny model with a draft model: itself, or one with other weights."""

    def __init__(self, folder, seed=1, control=(), **options):
        self.log = NativeLog(lambda _level, _text: None)
        path = write_tiny_gguf(folder / "tiny.gguf")
        draft = write_tiny_gguf(folder / "draft.gguf", seed=seed, control=control, **options)
        plan = LoadPlan(path, n_threads=1, n_ctx=512, draft=draft)
        self.llama = Llama(plan, self.log, lambda _fraction: True)
        try:
            self.draft = DraftModel(plan, self.llama, self.log, lambda _fraction: True)
        except DraftUnfit:
            self.llama.close()
            raise
        self.slot = Slot(self.llama, ChatTemplate(TemplateSource("{{ messages[0].content }}")), "test")

    def ask(self, content, *, is_guessed):
        self.slot.payoff, self.draft.payoff = Payoff(), Always()
        self.slot.guesser = self.draft if is_guessed else None
        events = []
        sampling = Sampling(temperature=0, repeat_penalty=1.5)  # that it does not repeat itself: else it is looked up
        request = GenerationRequest(GenerationId("a"), (ChatMessage(Role.USER, content),), sampling, 60)
        self.slot.generate(request, lambda: 1, events.append, lambda: False)
        return "".join(event.text for event in events if isinstance(event, TextAppended)), events[-1].timings

    def close(self):
        self.draft.close()
        self.llama.close()


@pytest.fixture
def rig(tmp_path):
    made = []

    def make(**options):
        made.append(Rig(tmp_path, **options))
        return made[-1]

    yield make
    for each in made:
        each.close()
    llama_cpp.llama_log_set(ctypes.cast(None, llama_cpp.llama_log_callback), ctypes.c_void_p(0))


@pytest.mark.parametrize("seed", [1, 2])
def test_answers_are_the_same_with_a_draft_model(rig, seed):
    made = rig(seed=seed)
    for content in ("abc abd " * 4, "the and " * 40, "abc abd " * 4 + "e"):  # the second one is longer than a piece
        without, _ = made.ask(content, is_guessed=False)
        with_it, timings = made.ask(content, is_guessed=True)
        assert with_it == without
        assert timings.drafted_tokens > 0


def test_it_follows_the_text(rig):
    made = rig()
    text = made.llama.tokenize("the and the and abc " * 3, parse_special=False)
    made.draft.begin(text)
    first = made.draft.guess(text, 4)
    assert len(first) == 4
    assert made.draft.guess([*text, *first], 3) == made.draft.guess([*text, *first], 3)
    other = [*text, first[0] + 1]  # something else was drawn
    second = made.draft.guess(other, 4)
    made.draft.begin([1])
    made.draft.guess([1, 5, 6], 2)
    made.draft.begin(other)
    assert made.draft.guess(other, 4) == second


def test_a_long_text_is_read_in_pieces(rig):
    made = rig()
    text = made.llama.tokenize("abc " * 100, parse_special=False)
    made.draft.begin(text)
    n_asked = 1
    while not made.draft.guess(text, 2):
        n_asked += 1
    assert n_asked == -(-len(text) // MAX_BEHIND)


def test_one_with_other_tokens_is_refused(tmp_path):
    for folder, control in (("a", tuple(f"<x{n}>" for n in range(200))), ("b", ())):
        (tmp_path / folder).mkdir()
        if control:
            with pytest.raises(DraftUnfit, match="other tokens"):
                Rig(tmp_path / folder, control=control)
    with pytest.raises(DraftUnfit, match="take back"):
        Rig(tmp_path / "b", is_recurrent=True)


def test_a_file_that_is_no_model_is_refused(tmp_path):
    path, draft = write_tiny_gguf(tmp_path / "tiny.gguf"), tmp_path / "draft.gguf"
    plan = LoadPlan(path, n_threads=1, draft=draft)
    llama = Llama(plan, LOG, lambda _fraction: True)
    with pytest.raises(DraftUnfit, match="no such file"):
        DraftModel(plan, llama, LOG, lambda _fraction: True)
    draft.write_bytes(b"GGUF, but no more")
    with pytest.raises(DraftUnfit):
        DraftModel(plan, llama, LOG, lambda _fraction: True)
    llama.close()
