# SPDX-License-Identifier: Apache-2.0
import doctest
import json
from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeward.domain import tool_calls
from leeward.domain.generation import ToolCall
from leeward.domain.tool_calls import ToolCallForm, ToolCallParser

HERMES, XML, LLAMA3 = ToolCallForm.HERMES, ToolCallForm.QWEN_XML, ToolCallForm.LLAMA3
LIST, NAMED, NAMED_ID = ToolCallForm.MISTRAL_LIST, ToolCallForm.MISTRAL_NAMED, ToolCallForm.MISTRAL_NAMED_ID
FORMS = [form for form in ToolCallForm if form is not ToolCallForm.NONE]

TOOLS = {
    "weather": {
        "type": "object",
        "properties": {"city": {"type": "string"}, "days": {"type": "integer"}, "unit": {"enum": ["C", "F"]}},
    },
    "now": {},
}


def call(number, name, **arguments):
    return ToolCall(str(number), name, json.dumps(arguments, ensure_ascii=False))


ROME = call(1, "weather", city="Rome")
XML_ROME = "<function=weather>\n<parameter=city>\nRome\n</parameter>\n</function>"
XML_ALL = (
    "<tool_call>\n<function=weather>\n<parameter=city>\n 42\n</parameter>\nb\n</parameter>\n"
    "<parameter=days>\n3\n</parameter>\n<parameter=unit>\nC\n</parameter>\n"
    '<parameter=more>\n{"a": [1]}\n</parameter>\n</function>\n</tool_call>'
)

CALLS = [
    # text, what comes out
    (HERMES, '<tool_call>\n{"name": "weather", "arguments": {"city": "Rome"}}\n</tool_call>', [ROME]),
    (
        HERMES,
        'Wait.\n<tool_call>{"arguments":{"city":"Rome"},"name":"weather"}</tool_call> <tool_call>{"name":"now"}</tool_call>\n',
        ["Wait.", ROME, call(2, "now")],
    ),
    (
        HERMES,
        '<tool_call>{"name":"weather","arguments":{"city":"</tool_call> {\\"}\\\\"}}</tool_call>',
        [call(1, "weather", city='</tool_call> {"}\\')],
    ),
    (HERMES, '<tool_call>{"name":"weather","arguments":"{\\"city\\": \\"Rome\\"}"}</tool_call>', [ROME]),
    (HERMES, '<tool_call>{"name":"weather","arguments":{"city":"Rome"}}', [ROME]),  # whole, though not closed
    (HERMES, '<tool_call>{"name":"now","arguments":null}</tool_call> Done.', [call(1, "now"), "Done."]),
    (HERMES, '<tool_call>{"name":"now"} and <tool_call>{"name":"now"}', [call(1, "now"), "and", call(2, "now")]),
    (HERMES, f"<tool_call>{XML_ROME}</tool_call>", [ROME]),
    (XML, f"Wait. <tool_call>\n{XML_ROME}\n</tool_call>", ["Wait.", ROME]),
    (XML, "<tool_call><function=weather><parameter=city>Rome</parameter></function></tool_call>", [ROME]),
    (XML, "<tool_call>\n<function=now>\n</function>\n</tool_call>", [call(1, "now")]),
    (
        XML,
        f"{XML_ALL}\n<tool_call>\n{XML_ROME}\n</tool_call>",
        [
            call(1, "weather", city=" 42\n</parameter>\nb", days=3, unit="C", more={"a": [1]}),
            call(2, "weather", city="Rome"),
        ],
    ),
    (LIST, '[TOOL_CALLS][{"name": "weather", "arguments": {"city": "Rome"}}]', [ROME]),
    (
        LIST,
        'So [TOOL_CALLS] [{"name":"weather","arguments":{"city":"[Rome]"},"id":"abcdefghi"}, {"name":"now"}]',
        ["So", ToolCall("abcdefghi", "weather", '{"city": "[Rome]"}'), call(1, "now")],
    ),
    (NAMED, '[TOOL_CALLS]weather[ARGS]{"city": "Rome"}', [ROME]),
    (NAMED, 'So[TOOL_CALLS]weather[ARGS]{"city": "Rome"}[TOOL_CALLS]now[ARGS]{}', ["So", ROME, call(2, "now")]),
    (NAMED, '[TOOL_CALLS][{"name": "weather", "arguments": {"city": "Rome"}}]', [ROME]),
    (
        NAMED_ID,
        '[TOOL_CALLS]weather[CALL_ID]abcdefghi[ARGS]{"city":"Rome"}',
        [ToolCall("abcdefghi", "weather", '{"city": "Rome"}')],
    ),
    (LLAMA3, '{"name": "weather", "parameters": {"city": "Rome"}}', [ROME]),
    (LLAMA3, ' {"type":"function","name":"weather","parameters":{"city":"Rome"}}\n', [ROME]),
    (LLAMA3, '<|python_tag|>{"name":"weather","parameters":{"city":"Rome"}}; {"name":"now"}', [ROME, call(2, "now")]),
]

TEXTS = [
    # broken, cut or only spoken of: nothing is lost
    (HERMES, ""),
    (HERMES, " \n"),
    (HERMES, "plain text\n\n"),
    (HERMES, "The mark `<tool_call>` opens a call, </tool_call> ends it."),
    (HERMES, '<tool_call>{"name": "weather", "arguments": {"city": "Ro'),
    (HERMES, '<tool_call>\n{"name": "weather", "arguments": {"city": Rome}}\n</tool_call>'),
    (HERMES, '<tool_call>{"name": "launch", "arguments": {}}</tool_call>'),
    (HERMES, '<tool_call>{"name": "now", "arguments": [1]}</tool_call>'),
    (HERMES, '<tool_call>{"name": "now", "arguments": {"x": NaN}}</tool_call>'),
    (HERMES, "a <tool_ca"),
    (HERMES, "a <tool_call> \n"),
    (HERMES, "<tool_call><tool_call>"),
    (HERMES, "[TOOL_CALLS]now[ARGS]{}"),
    (XML, "<tool_call>\n<function=weather>\n<parameter=city>\nRo"),
    (XML, "<tool_call>\n<function=launch>\n</function>\n</tool_call>"),
    (XML, "<tool_call>\n<function=weather x>\n</function>\n</tool_call>"),
    (XML, "<tool_call>\n<function=weather>\nRome\n</parameter></function>\n</tool_call>"),
    (LIST, "[TOOL_CALLS]"),
    (LIST, "[TOOL_CALLS][]"),
    (LIST, '[TOOL_CALLS][{"name": "weather", "arguments": {"city": "Rome"}}, {"na'),
    (LIST, '[TOOL_CALLS][{"name": "now"}, {"name": "launch"}] x'),
    (NAMED, "[TOOL_CALLS]now"),
    (NAMED, "[TOOL_CALLS]now[ARGS]"),
    (NAMED, '[TOOL_CALLS]now[ARGS]{"a'),
    (NAMED, "[TOOL_CALLS]now[ARGS]3"),
    (NAMED, "[TOOL_CALLS]the mark[ARGS]{}"),
    (NAMED, "[TOOL_CALLS]" + 301 * "x" + "[ARGS]{}"),
    (LLAMA3, '{"name": "launch", "parameters": {}}'),
    (LLAMA3, '{"name": "now", "parameters": {}} is how I would ask.'),
    (LLAMA3, 'I ask: {"name": "now", "parameters": {}}'),
    (LLAMA3, '{"name": "weather", "parameters": {"ci'),
    (LLAMA3, "<|python_tag|>print(1)"),
    (LLAMA3, "{} <|python_tag|>x"),
]


def parse(form, pieces):
    numbers = count(1)
    parser = ToolCallParser(form, TOOLS, lambda: str(next(numbers)))
    out = []
    for each in [part for piece in pieces for part in parser.push(piece)] + parser.flush():
        if out and isinstance(out[-1], str) and isinstance(each, str):
            out[-1] += each
        else:
            out.append(each)
    return out


def splits(text):
    """Yield the text in characters, and cut once at every place."""
    yield list(text)
    for at in range(len(text) + 1):
        yield [text[:at], text[at:]]


def test_examples_in_the_docs_are_true():
    assert doctest.testmod(tool_calls).failed == 0


@pytest.mark.parametrize(("form", "text", "expected"), CALLS)
def test_calls_are_found_at_every_cut(form, text, expected):
    for pieces in splits(text):
        assert parse(form, pieces) == expected


@pytest.mark.parametrize(("form", "text"), TEXTS)
def test_what_becomes_no_call_is_text_at_every_cut(form, text):
    for pieces in splits(text):
        assert parse(form, pieces) == ([text] if text else [])


@pytest.mark.parametrize(("form", "text", "expected"), CALLS)
def test_calls_are_found_at_pairs_of_cuts(form, text, expected):
    for a in range(0, len(text), max(1, len(text) // 24)):
        for b in range(a, len(text)):
            assert parse(form, [text[:a], text[a:b], text[b:]]) == expected


_WORDS = ["<tool_call>", "</tool_call>", "[TOOL_CALLS]", "[ARGS]", "<|python_tag|>", '{"name": "now"}', "now", "{}"]
_WORDS += ["<function=now>", "</function>", "<parameter=a>", "</parameter>"]
_WORDS += [*' \n"\\x;{}[]']


@given(st.sampled_from(FORMS), st.lists(st.sampled_from(_WORDS), max_size=12), st.data())
def test_how_the_text_is_cut_changes_nothing(form, words, data):
    text = "".join(words)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=5)))
    whole = parse(form, [text])
    assert parse(form, [text[a:b] for a, b in pairwise([0, *cuts, len(text)])]) == whole
    if not any(isinstance(part, ToolCall) for part in whole):
        assert "".join(whole) == text


def test_half_a_surrogate_pair_in_an_argument_can_still_be_sent():
    (found,) = parse(HERMES, ['<tool_call>{"name":"now","arguments":{"x":"\\ud83e"}}</tool_call>'])
    assert found.arguments.encode() == b'{"x": "\\ud83e"}'


def test_an_id_that_is_no_id_is_replaced():
    (found,) = parse(LIST, ['[TOOL_CALLS][{"name":"now","id":"a b"}]'])
    assert found.id == "1"


@pytest.mark.parametrize(
    ("form", "pieces", "behind"),
    [
        (HERMES, ["a <tool_ca"], None),
        (HERMES, ["a <tool_call>"], ""),
        (HERMES, ["a <tool_call>\n{"], "\n{"),
        (HERMES, ['<tool_call>{"name": "now"}</tool_call>'], None),
        (HERMES, ["<tool_call>, as one says"], None),
        (LLAMA3, ["{"], None),
        (LLAMA3, ['{"name": "', "we"], "we"),
        (LLAMA3, ['{"age": 1'], None),
    ],
)
def test_the_parser_tells_where_a_call_begins(form, pieces, behind):
    parser = ToolCallParser(form, TOOLS, str)
    for piece in pieces:
        parser.push(piece)
    assert parser.behind_trigger == behind
