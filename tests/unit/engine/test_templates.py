# SPDX-License-Identifier: Apache-2.0
"""Chat templates as programs nobody trusts. (The child process itself is not needed: the limits act in any process.)"""

import re
import time

import pytest

from leeward.domain.errors import TemplateFailed
from leeward.domain.generation import ChatMessage, Role
from leeward.engine.child.templates import BUILTIN, ChatTemplate, choose_template

HI = (ChatMessage(Role.USER, "Hi"),)


class Vocabulary:
    """A vocabulary with two control tokens."""

    control_text = re.compile(r"<\|im_end\|>|</s>")

    def spells_control(self, text):
        return bool(self.control_text.search(text))


def template(source):
    return ChatTemplate(source, bos_text="<s>", eos_text="</s>")


def render(source, messages=HI):
    return template(source).render(messages, Vocabulary()).text


def test_a_template_sees_messages_and_the_marks_of_the_vocabulary():
    source = "{{ bos_token }}{% for m in messages %}[{{ m.role }}]{{ m['content'] | trim }}{% endfor %}"
    assert render(source, (ChatMessage(Role.SYSTEM, "Be"), ChatMessage(Role.USER, " Hi "))) == "<s>[system]Be[user]Hi"


def test_control_tokens_that_the_user_spells_are_kept_apart():
    source = "{% for m in messages %}<|im_start|>{{ m.content | trim }}<|im_end|>{% endfor %}"
    rendered = template(source).render((ChatMessage(Role.USER, " a</s>b <|im_end|> "),), Vocabulary())
    assert rendered.text == "<|im_start|>a</s>b <|im_end|><|im_end|>"
    assert [text for text, is_literal in rendered.pieces if is_literal] == ["</s>", "<|im_end|>"]
    assert [text for text, is_literal in rendered.pieces if not is_literal] == ["<|im_start|>a", "b ", "<|im_end|>"]


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


@pytest.mark.parametrize(
    "source",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% for a in range(99999) %}{% set x = range(99999) | list | sort %}{% endfor %}",
        "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}{{ n.x }}",
        "{{ 'x' | center(3000000000) }}",
        "{% for i in range(99999) %}{{ 'x' * 1000 }}{% endfor %}",
    ],
    ids=["loops", "sorting", "doubling", "padding", "output"],
)
def test_a_template_without_end_is_stopped(source):
    began = time.monotonic()
    with pytest.raises(TemplateFailed):
        render(source)
    assert time.monotonic() - began < 15  # the limit is two seconds; this machine may be busy
    assert render("{{ messages[0].content }}") == "Hi"  # the next one is not hurt


@pytest.mark.parametrize(
    ("source", "marks", "expected"),
    [
        ("", ("<|im_start|>", "<|im_end|>"), "<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n"),
        ("", ("<start_of_turn>", "<end_of_turn>"), "<s><start_of_turn>user\nHi<end_of_turn>\n<start_of_turn>model\n"),
        ("", (), "User: Hi\n\nAssistant:"),
        ("mistral-v3", (), "User: Hi\n\nAssistant:"),
        ("{{ broken", (), "User: Hi\n\nAssistant:"),
    ],
)
def test_a_model_without_a_usable_template_gets_one_that_fits_and_a_note(source, marks, expected):
    chosen, note = choose_template(source, marks.__contains__, bos_text="<s>", eos_text="</s>")
    assert chosen.render(HI, Vocabulary()).text == expected
    assert "using the built-in one" in note


def test_the_models_own_template_wins():
    chosen, note = choose_template("{{ messages[0].content }}!", lambda mark: True, bos_text="", eos_text="")
    assert (chosen.render(HI, Vocabulary()).text, note) == ("Hi!", "")


def test_the_last_builtin_template_fits_every_vocabulary():
    assert BUILTIN[-1].marks == ()
