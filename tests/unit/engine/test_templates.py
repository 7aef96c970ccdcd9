# SPDX-License-Identifier: Apache-2.0
"""Chat templates as programs nobody trusts. (The child process itself is not needed: the limits act in any process.)"""

import re

import pytest

from leeward.domain.errors import TemplateFailed
from leeward.domain.generation import ChatMessage, Role
from leeward.engine.child.builtin_templates import BUILTIN, PLAIN, VocabularyFacts
from leeward.engine.child.templates import ChatTemplate, TemplateSource, choose_template

HI = (ChatMessage(Role.USER, "Hi"),)


class Vocabulary:
    """A vocabulary with two control tokens."""

    control_text = re.compile(r"<\|im_end\|>|</s>")

    def spells_control(self, text):
        return bool(self.control_text.search(text))


def template(source):
    return ChatTemplate(TemplateSource(source, "<s>", "</s>"))


def render(source, messages=HI):
    return template(source).render(messages, Vocabulary()).text


def test_a_template_sees_messages_and_the_marks_of_the_vocabulary():
    source = "{{ bos_token }}{% for m in messages %}[{{ m.role }}]{{ m['content'] | trim }}{% endfor %}"
    assert render(source, (ChatMessage(Role.SYSTEM, "Be"), ChatMessage(Role.USER, " Hi "))) == "<s>[system]Be[user]Hi"


def test_control_tokens_that_the_user_spells_are_kept_apart():
    source = "{% for m in messages %}<|im_start|>{{ m.content | trim }}<|im_end|>{% endfor %}"
    rendered = template(source).render((ChatMessage(Role.USER, " a</s>b <|im_end|> "),), Vocabulary())
    assert rendered.text == "<|im_start|>a</s>b <|im_end|><|im_end|>"
    # (The vocabulary of this test has no <|im_start|>.)
    assert rendered.pieces == (("<|im_start|>a</s>b <|im_end|>", True), ("<|im_end|>", False))


def test_private_characters_of_the_user_do_not_disturb_the_marking():
    content = "".join(map(chr, range(0x10F000, 0x10F010))) + "</s>"
    rendered = template("{{ messages[0].content }}").render((ChatMessage(Role.USER, content),), Vocabulary())
    assert rendered.text == content


def test_a_template_that_refuses_a_system_message_gets_it_with_the_first_question():
    source = (
        "{% if messages[0].role == 'system' %}{{ raise_exception('no system') }}{% endif %}"
        "{% for m in messages %}[{{ m.content }}]{% endfor %}"
    )
    messages = (ChatMessage(Role.SYSTEM, "Be"), ChatMessage(Role.USER, "Hi"), ChatMessage(Role.ASSISTANT, "Yo"))
    assert render(source, messages) == "[Be\n\nHi][Yo]"


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ cycler.__init__.__globals__.os.popen('touch /tmp/canary') }}",
        "{{ messages.append(1) }}",
        "{% for m in messages %}{{ m.nothing.here }}{% endfor %}",
        "{{ raise_exception('no') }}",
        "{% if %}",
        "{{ 'a' * 2000000000 }}",
        "{{ 2 ** 100000000 }}",
        "{{ range(1000000000) }}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    ],
)
def test_a_hostile_or_broken_template_is_refused_with_a_reason(source):
    with pytest.raises(TemplateFailed) as caught:
        render(source)
    assert caught.value.reason


def chosen(source, marks=(), **options):
    facts = VocabularyFacts(marks.__contains__, "<s>", "</s>")
    return choose_template(source, facts, Vocabulary(), **options)


@pytest.mark.parametrize(
    ("source", "marks", "expected"),
    [
        ("", ("<|im_start|>", "<|im_end|>"), "<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n"),
        ("", ("<start_of_turn>", "<end_of_turn>"), "<s><start_of_turn>user\nHi<end_of_turn>\n<start_of_turn>model\n"),
        ("", (), "User: Hi\n\nAssistant:"),
        ("no-such-name", (), "User: Hi\n\nAssistant:"),
        ("{{ broken", (), "User: Hi\n\nAssistant:"),
        ("{{ 'I never listen' }}", (), "User: Hi\n\nAssistant:"),
    ],
)
def test_a_model_without_a_usable_template_gets_one_that_fits_and_a_note(source, marks, expected):
    choice = chosen(source, marks)
    assert choice.template.render(HI, Vocabulary()).text == expected
    assert "using the built-in one" in choice.note


def test_the_models_own_template_wins():
    choice = chosen("{{ messages[0].content }}!")
    assert (choice.template.render(HI, Vocabulary()).text, choice.note, choice.warnings) == ("Hi!", "", ())


def test_a_name_in_place_of_a_template_is_looked_up_and_said():
    choice = chosen("mistral-v3-tekken")
    assert choice.template.render(HI, Vocabulary()).text == "<s>[INST]Hi[/INST]"
    assert "mistral-v3-tekken" in choice.note


def test_another_template_can_be_asked_for_by_text_or_name():
    for wanted in ("chatml", BUILTIN["chatml"].source):
        choice = chosen("{{ messages[0].content }}!", wanted=wanted)
        assert choice.template.render(HI, Vocabulary()).text.startswith("<|im_start|>user")
        assert choice.note == "another chat template was asked for"


def test_a_wanted_template_that_cannot_be_used_leaves_the_models_own_and_is_said():
    choice = chosen("{{ messages[0].content }}!", wanted="{{ broken")
    assert choice.template.render(HI, Vocabulary()).text == "Hi!"
    assert "asked for cannot be used" in choice.note


def test_the_plain_template_fits_every_vocabulary():
    assert PLAIN.marks == ()
