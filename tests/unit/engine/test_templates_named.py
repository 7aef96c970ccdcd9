# SPDX-License-Identifier: Apache-2.0
"""The templates of our own, against what llama.cpp's own functions make of the same names."""

import ctypes
import re

import llama_cpp
import pytest

from leeward.domain.model_settings import BUILTIN_TEMPLATES
from leeward.engine.child.builtin_templates import BUILTIN, VocabularyFacts, for_vocabulary, space_warning
from leeward.engine.child.templates import choose_template

QUESTION = {"role": "user", "content": "Which way is north?"}
TURNS = [QUESTION, {"role": "assistant", "content": "Up."}, {"role": "user", "content": "And south?"}]
WITH_SYSTEM = [{"role": "system", "content": "Be brief."}, *TURNS]


class Vocabulary:
    control_text = re.compile("</s>")

    def spells_control(self, text):
        return False


def ours(name, messages, *, adds_space=False, eos="</s>"):
    facts = VocabularyFacts(lambda _text: False, "<s>", eos, adds_space, is_sentencepiece="tekken" not in name)
    choice = choose_template(name, facts, Vocabulary())
    assert f"using the built-in one named {name}" in choice.note
    return choice.template.render(messages, Vocabulary()).text


def llama_cpps(name, messages):
    texts = [(each["role"].encode(), each["content"].encode()) for each in messages]
    chat = (llama_cpp.llama_chat_message * len(texts))(*(llama_cpp.llama_chat_message(*each) for each in texts))
    buffer = ctypes.create_string_buffer(4096)
    n = llama_cpp.llama_chat_apply_template(name.encode(), chat, len(texts), True, buffer, len(buffer))
    assert n > 0
    return buffer.raw[:n].decode()


EQUAL = [
    ("chatml", WITH_SYSTEM),
    ("gemma", WITH_SYSTEM),
    ("llama3", WITH_SYSTEM),
    ("llama4", WITH_SYSTEM),
    ("phi3", WITH_SYSTEM),
    ("phi4", WITH_SYSTEM),
    ("falcon3", WITH_SYSTEM),
    ("openchat", WITH_SYSTEM),
    ("vicuna", WITH_SYSTEM),
    ("command-r", WITH_SYSTEM),
    ("deepseek3", WITH_SYSTEM),
    ("granite", WITH_SYSTEM),
    ("mistral-v1", WITH_SYSTEM),
    ("mistral-v7", WITH_SYSTEM),
    ("mistral-v7-tekken", WITH_SYSTEM),
    # With a system message they differ: Mistral's own library puts it into the last question, llama.cpp into the first.
    ("mistral-v3", TURNS),
    ("mistral-v3-tekken", TURNS),
]


@pytest.mark.parametrize(("name", "messages"), EQUAL, ids=[name for name, _ in EQUAL])
def test_a_named_template_gives_what_llama_cpp_gives(name, messages):
    # llama.cpp leaves BOS to its tokenizer.
    assert ours(name, messages).removeprefix("<s>") == llama_cpps(name, messages)


def test_zephyr_ends_turns_with_the_models_own_token():
    assert ours("zephyr", WITH_SYSTEM, eos="<|endoftext|>") == llama_cpps("zephyr", WITH_SYSTEM)


def test_llama2_is_metas_format():
    assert ours("llama2", WITH_SYSTEM, adds_space=True) == (
        "<s>[INST] <<SYS>>\nBe brief.\n<</SYS>>\n\nWhich way is north? [/INST] Up. </s><s>[INST] And south? [/INST]"
    )


@pytest.mark.parametrize("name", BUILTIN)
def test_every_builtin_template_shows_every_message_and_trims_no_words(name):
    for messages in (TURNS, WITH_SYSTEM):
        text = ours(name, messages)
        assert all(message["content"] in text for message in messages)


def test_the_spaces_of_mistral_come_once_whoever_puts_them():
    assert ours("mistral-v3", TURNS, adds_space=False) == (
        "<s>[INST] Which way is north?[/INST] Up.</s>[INST] And south?[/INST]"
    )
    assert ours("mistral-v3", TURNS, adds_space=True) == (
        "<s>[INST]Which way is north?[/INST]Up.</s>[INST]And south?[/INST]"
    )


@pytest.mark.parametrize(
    ("marks", "name"),
    [
        (["<|im_start|>", "<|im_end|>", "[INST]"], "chatml"),
        (["<|im_start|>", "<|im_end|>", "<|im_sep|>"], "phi4"),
        (["[INST]", "[/INST]"], "mistral-v3"),
        (["[INST]", "[/INST]", "[SYSTEM_PROMPT]", "[/SYSTEM_PROMPT]"], "mistral-v7"),
        (["<start_of_turn>"], "plain"),
        ([], "plain"),
    ],
)
def test_the_vocabulary_tells_which_template_fits(marks, name):
    assert for_vocabulary(marks.__contains__).name == name


@pytest.mark.parametrize(
    ("rendered", "adds_space", "is_control", "is_odd"),
    [
        ("<s>[INST] Hi[/INST]", False, True, False),
        ("<s>[INST] Hi[/INST]", True, True, True),
        ("<s>[INST]Hi[/INST]", True, True, False),
        ("<s>[INST]Hi[/INST]", False, True, True),
        ("<s> [INST] Hi [/INST]", False, False, False),
        ("<s> [INST] Hi [/INST]", True, False, True),
        ("<s>[INST] Hi [/INST]", True, False, False),
        ("<s>[INST] Hi [/INST]", False, False, True),
        ("<start_of_turn>user\nHi", False, True, False),
    ],
)
def test_a_space_too_many_or_too_few_is_said(rendered, adds_space, is_control, is_odd):
    facts = VocabularyFacts(lambda _text: is_control, "<s>", "</s>", adds_space, is_sentencepiece=True)
    assert bool(space_warning(rendered, "Hi", facts)) == is_odd


def test_byte_level_vocabularies_have_no_such_spaces():
    facts = VocabularyFacts(lambda _text: True, "<s>", "</s>", adds_space=False, is_sentencepiece=False)
    assert space_warning("<s>[INST]Hi[/INST]", "Hi", facts) == ""


def test_a_template_of_a_file_with_the_wrong_pair_is_used_and_warned_of():
    source = "{{ bos_token }}{% for m in messages %}[INST] {{ m.content }}[/INST]{% endfor %}"
    facts = VocabularyFacts(lambda _text: True, "<s>", "</s>", adds_space=True, is_sentencepiece=True)
    choice = choose_template(source, facts, Vocabulary())
    assert choice.note == ""
    assert "add_space_prefix" in choice.warnings[0]


def test_every_built_in_template_is_named_where_one_is_chosen():
    assert set(BUILTIN_TEMPLATES) == set(BUILTIN)
    assert list(BUILTIN_TEMPLATES) == sorted(BUILTIN_TEMPLATES)
