# SPDX-License-Identifier: Apache-2.0
"""Grammars of tool calls on a tiny model whose tokens are bytes."""

import ctypes
import json
import random

import llama_cpp
import numpy as np
import pytest

from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.generation import ToolCall
from leeward.domain.model_info import LoadPlan
from leeward.domain.stream import overlap
from leeward.domain.tool_calls import ToolCallForm, ToolCallParser
from leeward.engine.child.candidates import Candidates
from leeward.engine.child.grammar import Grammar
from leeward.engine.child.llama import Llama, NativeLog
from leeward.engine.child.tool_grammar import ToolGrammar

FORMS = [form for form in ToolCallForm if form is not ToolCallForm.NONE]
FIRST_BYTE, END = 3, 2
HERMES, XML = ToolCallForm.HERMES, ToolCallForm.QWEN_XML

TOOLS = {
    "weather": {
        "type": "object",
        "properties": {
            "city": {"type": "string", "maxLength": 8},
            "days": {"type": "integer"},
            "unit": {"enum": ["C", "F"]},
            "at": {"$ref": "#/$defs/place"},
        },
        "required": ["city"],
        "$defs": {"place": {"type": "object", "properties": {"x": {"type": "number"}}, "required": ["x"]}},
    },
    "now": {},
    'odd "name"\\': {"type": "object", "properties": {"2d": {"type": "boolean"}}, "required": ["2d"]},
    "not expressible": {"type": "object", "properties": {"a": {"type": "string", "pattern": "unanchored"}}},
}
PLAIN_TOOLS = {name: TOOLS[name] for name in ("weather", "now")}
IN_JSON = (HERMES, ToolCallForm.MISTRAL_LIST, ToolCallForm.LLAMA3)

FITTING = {
    HERMES: [
        '<tool_call>\n{"name": "weather", "arguments": {"city": "Rome", "days": 3}}\n</tool_call>',
        '<tool_call>{"name":"now","arguments":{}}</tool_call>\n<tool_call>{"name":"now","arguments":{"a":[1]}}</tool_call>',
        '<tool_call>{"name":"weather","arguments":{"city":"R","at":{"x":1.5}}}</tool_call>',
        '<tool_call>{"name":"odd \\"name\\"\\\\","arguments":{"2d":true}}</tool_call>',
        '<tool_call>{"name":"not expressible","arguments":{"whatever":1}}</tool_call>',
    ],
    XML: [
        "<tool_call>\n<function=weather>\n<parameter=city>\nRome</para\n</div>\n</parameter>\n</function>\n</tool_call>",
        "<tool_call>\n<function=weather>\n<parameter=city>\n<</parameter>\n<parameter=unit>\nC\n</parameter>\n</function></tool_call>",
        "<tool_call>\n<function=now>\n</function>\n</tool_call>",
    ],
    ToolCallForm.MISTRAL_LIST: [
        '[TOOL_CALLS][{"name": "weather", "arguments": {"city": "Rome"}}, {"name": "now", "arguments": {}}]',
        '[TOOL_CALLS] [{"name": "now", "arguments": {}, "id": "abcdefghi"}]',
    ],
    ToolCallForm.MISTRAL_NAMED: ['[TOOL_CALLS]weather[ARGS]{"city": "Rome"}[TOOL_CALLS]now[ARGS]{}'],
    ToolCallForm.MISTRAL_NAMED_ID: ['[TOOL_CALLS]weather[CALL_ID]abcdefghi[ARGS]{"city": "Rome"}'],
    ToolCallForm.LLAMA3: ['{"name": "weather", "parameters": {"city": "Rome"}}'],
}
UNFIT = {
    HERMES: [
        "Hello",
        '<tool_call>{"name":"launch","arguments":{}}</tool_call>',
        '<tool_call>{"name":"weather","arguments":{}}</tool_call>',
        '<tool_call>{"name":"weather","arguments":{"city":3}}</tool_call>',
        '<tool_call>{"name":"now","arguments":{}}</tool_call> Done.',
    ],
    XML: [
        "<tool_call>\n<function=weather>\n</function>\n</tool_call>",
        "<tool_call>\n<function=weather>\n<parameter=city>\nR\n</parameter>\n<parameter=days>\nx\n</parameter>\n</function>",
    ],
    ToolCallForm.MISTRAL_LIST: ["[TOOL_CALLS][]"],
    ToolCallForm.MISTRAL_NAMED: ["[TOOL_CALLS]launch[ARGS]{}", "[TOOL_CALLS]now{}"],
    ToolCallForm.MISTRAL_NAMED_ID: ["[TOOL_CALLS]now[CALL_ID]abc[ARGS]{}"],
    ToolCallForm.LLAMA3: ['{"name": "weather", "parameters": {}}'],
}


@pytest.fixture(scope="module")
def llama(tmp_path_factory):
    path = write_tiny_gguf(tmp_path_factory.mktemp("tiny") / "tiny.gguf")
    llama = Llama(LoadPlan(path, n_threads=1), NativeLog(lambda _level, _text: None), lambda _fraction: True)
    yield llama
    llama.close()
    llama_cpp.llama_log_set(ctypes.cast(None, llama_cpp.llama_log_callback), ctypes.c_void_p(0))


def tools_of(form):
    return TOOLS if form in IN_JSON else PLAIN_TOOLS  # where names are quoted, they may hold anything


def fits(llama, gbnf, text):
    """Whether the text is all of what the grammar asks for."""
    grammar = Grammar(llama, gbnf)
    try:
        for token in (FIRST_BYTE + byte for byte in text.encode()):
            if not grammar.allows(token):
                return False
            grammar.accept(token)
        return grammar.allows(END)
    finally:
        grammar.close()


@pytest.mark.parametrize("form", FORMS)
def test_a_grammar_takes_calls_and_nothing_else(llama, form):
    gbnf = ToolGrammar(form, tools_of(form)).whole
    assert [text for text in FITTING[form] if not fits(llama, gbnf, text)] == []
    assert [text for text in UNFIT[form] if fits(llama, gbnf, text)] == []


@pytest.mark.parametrize("form", FORMS)
def test_what_fits_is_found_by_the_parser(form):
    for text in FITTING[form]:
        parser = ToolCallParser(form, tools_of(form), lambda: "1")
        found = parser.push(text) + parser.flush()
        assert found
        assert all(isinstance(part, ToolCall) for part in found)


@pytest.mark.parametrize("form", FORMS)
def test_a_grammar_goes_on_behind_the_mark_that_opened_the_call(llama, form):
    whole = FITTING[form][0]
    at = whole.index("weather") if form is ToolCallForm.LLAMA3 else len(form.opening_mark)
    gbnf = ToolGrammar(form, tools_of(form)).behind_trigger(whole[at - 3 : at])
    assert fits(llama, gbnf, whole[at - 3 :])
    assert not fits(llama, gbnf, whole)


@pytest.mark.parametrize("form", FORMS)
def test_whatever_a_grammar_allows_is_a_call(llama, form):
    tools = tools_of(form)
    gbnf = ToolGrammar(form, tools).whole
    for seed in range(25):
        text = random_text(llama, form, gbnf, random.Random(seed))
        parser = ToolCallParser(form, tools, lambda: "1")
        found = parser.push(text) + parser.flush()
        assert found, text
        for part in found:
            assert isinstance(part, ToolCall), text
            assert part.name in tools
            assert isinstance(json.loads(part.arguments), dict)
            if part.name == "weather":
                assert isinstance(json.loads(part.arguments)["city"], str)


def random_text(llama, form, gbnf, dice):
    """Return a text the grammar allows, made of bytes. What ends things is preferred, or it would not come to an end."""
    grammar, candidates, text = Grammar(llama, gbnf), Candidates(llama.n_vocab), ""
    try:
        for _ in range(3000):
            candidates.fill(np.zeros(llama.n_vocab, np.float32), 0)
            n_left = grammar.keep_allowed(candidates)
            allowed = {candidates.array.data[index].id for index in range(n_left)}
            characters = [each for each in map(chr, [10, *range(32, 127)]) if FIRST_BYTE + ord(each) in allowed]
            if END in allowed and (not characters or dice.random() < 0.7):
                return text
            closing = "</parameter>"[overlap(text, "</parameter>")] if form is XML else '"}]'
            ends = [each for each in characters if each in closing]
            character = dice.choice(ends if ends and dice.random() < 0.9 else characters)
            grammar.accept(FIRST_BYTE + ord(character))
            text += character
        raise AssertionError(f"no end: {text}")
    finally:
        grammar.close()


def test_many_tools_make_one_grammar(llama):
    tools = {f"tool_{number}": TOOLS["weather"] for number in range(64)}
    gbnf = ToolGrammar(HERMES, tools).whole
    assert fits(llama, gbnf, '<tool_call>{"name":"tool_63","arguments":{"city":"Rome"}}</tool_call>')
