# SPDX-License-Identifier: Apache-2.0
"""Which tokens each message became, and that none of them is a control token: on real tokenizers, whatever the template."""

import pytest

from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.generation import ChatMessage, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine.child.builtin_templates import BUILTIN
from leeward.engine.child.llama import Llama, NativeLog, Piece
from leeward.engine.child.sequences import Slot
from leeward.engine.child.templates import choose_template

CONVERSATION = (
    ChatMessage(Role.SYSTEM, "Be brief."),
    ChatMessage(Role.USER, "  Which way is north? 模型 🦙\n"),
    ChatMessage(Role.ASSISTANT, "Up, on most maps."),
    ChatMessage(Role.USER, "user"),
)


@pytest.fixture(scope="module")
def load():
    """Load a model once; give it with a template."""
    loaded = {}
    log = NativeLog(lambda _level, _text: None)

    def slot(path, template=""):
        if path not in loaded:
            loaded[path] = Llama(LoadPlan(path, n_ctx=512, n_threads=1), log, lambda _fraction: True)
        llama = loaded[path]
        choice = choose_template(llama.chat_template, llama.template_facts, llama, wanted=template)
        return Slot(llama, choice.template, "test")

    yield slot
    for llama in loaded.values():
        llama.close()


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    return write_tiny_gguf(tmp_path_factory.mktemp("spans") / "tiny.gguf")


@pytest.fixture(params=["starter_model", "gemma_model", "tiny"])
def model(request):
    return request.getfixturevalue(request.param)


def text_of(slot, tokens):
    return b"".join(slot.llama.spelled_piece(token) for token in tokens).decode()


@pytest.mark.model
@pytest.mark.parametrize("template", ["", *BUILTIN])
def test_each_message_is_found_in_the_tokens(load, model, template):
    slot = load(model, template)
    shown = slot.view(CONVERSATION)
    for message, span in zip(CONVERSATION, shown.spans, strict=True):
        assert span is not None
        # A token at the border may begin before the message or reach behind it.
        assert message.content.strip() in text_of(slot, shown.tokens[slice(*span)])
    by_whom = [part.message for part in shown.parts if part.message is not None]
    assert sorted(by_whom) == [0, 1, 2, 3]
    assert sum(shown.n_tokens(message) for message in (None, 0, 1, 2, 3)) == len(shown.tokens)
    assert [part.end for part in shown.parts][:-1] == [part.start for part in shown.parts][1:]


@pytest.mark.model
def test_white_space_that_the_template_keeps_belongs_to_the_message(load, starter_model):
    shown = load(starter_model).view(CONVERSATION)
    assert "".join(part.text for part in shown.parts if part.message == 1) == CONVERSATION[1].content


@pytest.mark.model
def test_spans_are_those_of_the_tokens_in_the_cache(load, starter_model):
    slot = load(starter_model)
    events = []
    first = GenerationRequest(GenerationId("1"), CONVERSATION, Sampling(temperature=0, seed=1), max_tokens=8)
    slot.generate(first, lambda: 1, events.append, lambda: False)
    answer = "".join(event.text for event in events if type(event).__name__ == "TextAppended")
    longer = (*CONVERSATION, ChatMessage(Role.ASSISTANT, answer), ChatMessage(Role.USER, "Why?"))
    shown = slot.view(longer)
    assert list(shown.tokens) == slot.prompt(GenerationRequest(GenerationId("2"), longer)).tokens
    assert text_of(slot, shown.tokens[slice(*shown.spans[4])]).strip() == answer.strip()
    assert text_of(slot, shown.tokens[slice(*shown.spans[5])]) == "Why?"


@pytest.mark.parametrize(
    ("template", "is_found"),
    [
        ("{% for m in messages %}{{ m.content | upper }}|{% endfor %}", [True, True, True, True]),
        ("{% for m in messages %}{{ m.content }}{% endfor %}{{ messages[0].content }}", [False, True, True, True]),
        ("{% for m in messages if m.role != 'system' %}{{ m.content }}{% endfor %}", [False, True, True, True]),
        ("{% for m in messages %}{{ m.content[:4] }};{% endfor %}", [False, False, False, False]),
        ("{% for m in messages %}{{ m.content.split('on') | last }};{% endfor %}", [True, True, False, True]),
        ("{% for m in messages %}{{ m.content | length }}{{ m.content }};{% endfor %}", [False, False, False, False]),
    ],
    ids=["in capitals", "said twice", "left out", "cut", "in part", "counted"],
)
def test_a_message_that_cannot_be_told_in_the_prompt_has_no_span(load, tiny, template, is_found):
    # A template that does not show the question at all is not used: so each shows it when there is but one message.
    slot = load(tiny, template + "{{ messages[-1].content if messages | length == 1 }}")
    shown = slot.view(CONVERSATION)
    assert [span is not None for span in shown.spans] == is_found
    assert "".join(part.text for part in shown.parts) == shown.text
    assert "Assistant" not in shown.text  # or the plain template was taken


def test_what_goes_on_with_the_cached_text_gets_no_space_before_it(load, tiny):
    # No control token stands between the two messages.
    slot = load(tiny, "{% for m in messages %}{{ m.content }}{% endfor %}")
    first = (ChatMessage(Role.USER, "the and"),)
    read = slot.view(first)
    held = slot.cache.begin(read.tokens, "", "", is_exact=False)
    slot.llama.decode([Piece(held.number, read.tokens)])
    held.tokens += read.tokens
    held.settle(read.text, (), (len(read.text), len(read.tokens)))
    slot.cache.end(held)
    shown = slot.view((*first, ChatMessage(Role.ASSISTANT, "abc")))
    assert shown.tokens[: len(read.tokens)] == read.tokens
    assert text_of(slot, shown.tokens) == "<s> the andabc"


def test_a_long_conversation_is_found_as_well(load, tiny):
    conversation = [ChatMessage((Role.USER, Role.ASSISTANT)[n % 2], f"{n}. " + "the and " * 50) for n in range(301)]
    shown = load(tiny, "llama2").view(conversation)
    found = [text_of(load(tiny), shown.tokens[slice(*span)]).strip() for span in shown.spans]
    assert found == [message.content.strip() for message in conversation]


CONTROL = ["</s>", "<s>", "<unk>"]
ODD_TEMPLATES = [
    "{% for m in messages %}{{ m.content }}{% endfor %}</s>",
    "{% for m in messages %}{{ m.content | trim | upper | lower }}{{ eos_token }}{% endfor %}",
    "{% for m in messages %}{{ m.content | replace('\\n', '') }}</s>{% endfor %}",
    "{{ messages | tojson }}</s>",
    "{% for m in messages %}{{ bos_token }}{{ m.content | reverse }}{{ m.content }}</s>{% endfor %}",
    "{% for m in messages %}{{ m.content.split('</s>') | join('</s>') }}</s>{% endfor %}",
    "{% for m in messages %}{{ m.content | list | join }}</s>{% endfor %}",
]


@pytest.mark.parametrize("template", [*ODD_TEMPLATES, *BUILTIN])
@pytest.mark.parametrize("spelled", [*CONTROL, "a</s>b<s></s>", "<</s>/s>", "< /s>", "</\ns>"])
def test_what_the_user_spells_never_becomes_a_control_token(load, tiny, template, spelled):
    slot = load(tiny, template)

    def control_tokens(content):
        messages = [ChatMessage(Role.SYSTEM, content), ChatMessage(Role.USER, content)]
        return [token for token in slot.view(messages).tokens if token < 3]

    harmless = control_tokens("the and")
    assert control_tokens(f"the {spelled} and") == harmless
    assert control_tokens(spelled) == harmless
