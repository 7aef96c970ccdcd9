# SPDX-License-Identifier: Apache-2.0
"""What is asked beside a conversation is refused where it would cost more than itself. (Real models: test_asides_real.)"""

import pytest

from leeward.domain.errors import AsideRefused
from leeward.domain.generation import Adapter, ChatMessage, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.engine.child.sequences import Slot
from leeward.engine.child.templates import ChatTemplate, TemplateSource

TURNS = "{% for m in messages %}<{{ m.role }}>{{ m.content }}\n{% endfor %}<assistant>"
QUESTION, ANSWER, ASIDE = (
    ChatMessage(Role.USER, "a boat"),
    ChatMessage(Role.ASSISTANT, "the sea"),
    ChatMessage(Role.USER, "a title"),
)


@pytest.fixture
def llama(load_tiny):
    return load_tiny()


def ask(slot, *messages, **options):
    request = GenerationRequest(GenerationId("a"), messages, Sampling(temperature=0), max_tokens=8, **options)
    slot.generate(request, lambda: 1, lambda _event: None, lambda: False)


def slot_for(llama, template=TURNS):
    return Slot(llama, ChatTemplate(TemplateSource(template)), "test")


def held(slot):
    """Return what the cache holds, by what we know and by what llama.cpp says."""
    (text,) = slot.cache.held
    return list(text.tokens), text.text, slot.llama.n_cached(text.number)


def test_an_aside_changes_nothing_of_what_is_held(llama):
    slot = slot_for(llama)
    ask(slot, QUESTION)
    before = held(slot)
    ask(slot, QUESTION, ANSWER, ASIDE, is_aside=True)
    assert held(slot) == before
    assert before[2] == len(before[0]) > 0


def test_a_model_that_would_think_first_refuses(llama):
    slot = slot_for(llama, TURNS + "<think>\n{# </think> #}")
    ask(slot, QUESTION)
    with pytest.raises(AsideRefused, match="think"):
        ask(slot, QUESTION, ANSWER, ASIDE, is_aside=True)


def test_other_adapters_are_not_laid_over_the_model_for_an_aside(llama, tmp_path):
    slot = slot_for(llama)
    ask(slot, QUESTION)
    before = held(slot)
    file = tmp_path / "other.gguf"
    file.write_bytes(b"never read")
    with pytest.raises(AsideRefused, match="adapters"):
        ask(slot, QUESTION, ANSWER, ASIDE, is_aside=True, adapters=(Adapter(file),))
    assert held(slot) == before


@pytest.mark.parametrize("options", [{"max_tokens": None}, {"n_choices": 2}, {"begun": ANSWER}])
def test_an_aside_is_one_whole_answer_with_a_limit(options):
    with pytest.raises(ValueError, match="beside a conversation"):
        GenerationRequest(GenerationId("a"), (QUESTION,), **{"max_tokens": 8, **options}, is_aside=True)
