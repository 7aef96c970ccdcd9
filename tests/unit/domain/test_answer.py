# SPDX-License-Identifier: Apache-2.0
from itertools import pairwise

import pytest

from leeward.domain.answer import AnswerParser, Reasoning
from leeward.domain.generation import ToolCall
from leeward.domain.stream import THINK, ReasoningSplitter
from leeward.domain.tool_calls import ToolCallForm, ToolCallParser

NOW = ToolCall("1", "now", '{"zone": "a###b"}')
CALL = '<tool_call>{"name": "now", "arguments": {"zone": "a###b"}}</tool_call>'

CASES = {
    "all three": (f"<think>hm</think>Wait. {CALL} Done.", {}, [Reasoning("hm"), "Wait.", NOW, "Done."]),
    "a stop string in the answer": ("<think>hm</think>one###two", {"stop": ["###"]}, [Reasoning("hm"), "one"]),
    "a stop string in the reasoning": ("<think>a###b</think>c###d", {"stop": ["###"]}, [Reasoning("a###b"), "c"]),
    "a stop string in a call": (f"x {CALL} y###z", {"stop": ["###"]}, ["x", NOW, "y"]),
    "half a stop string before a call": (f"a## {CALL}# b", {"stop": ["###"]}, ["a##", NOW, "# b"]),
    "a call behind a stop string": (f"a### {CALL}", {"stop": ["###"]}, ["a"]),
    "a broken call with a stop string": ("a <tool_call>b###c", {"stop": ["###"]}, ["a <tool_call>b"]),
    "the end of the turn in the reasoning": ("<think>hm\nUser: x", {"turn_stop": ["\nUser:"]}, [Reasoning("hm")]),
    "the end of the turn in a call": (f"a {CALL[:40]}\nUser: x", {"turn_stop": ["\nUser:"]}, [f"a {CALL[:40]}"]),
    "no stop string": ("one##two", {"stop": ["###"], "turn_stop": ["\nUser:"]}, ["one##two"]),
}


def parse(pieces, **stops):
    parser = AnswerParser(
        reasoning=ReasoningSplitter(THINK),
        tool_calls=ToolCallParser(ToolCallForm.HERMES, {"now": {}}, lambda: "1"),
        **stops,
    )
    out = []
    for part in [part for piece in pieces for part in parser.push(piece)] + parser.flush():
        if out and isinstance(part, str) and isinstance(out[-1], str):
            out[-1] += part
        elif out and isinstance(part, Reasoning) and isinstance(out[-1], Reasoning):
            out[-1] = Reasoning(out[-1].text + part.text)
        else:
            out.append(part)
    return out, parser.is_stopped


@pytest.mark.parametrize("name", CASES)
def test_the_stream_is_split_at_every_cut(name):
    text, stops, expected = CASES[name]
    is_stopped = name.startswith(("a stop", "a call behind", "a broken", "the end"))
    for cut in range(len(text) + 1):
        assert parse([text[:cut], text[cut:]], **stops) == (expected, is_stopped), cut
    assert parse(list(text), **stops) == (expected, is_stopped)


def test_without_tools_a_call_is_text():
    parser = AnswerParser()
    assert "".join(parser.push(CALL) + parser.flush()) == CALL


def test_parts_come_as_soon_as_they_are_sure():
    text = f"<think>hm</think>Hello. {CALL}Bye."
    parser = AnswerParser(tool_calls=ToolCallParser(ToolCallForm.HERMES, {"now": {}}, lambda: "1"))
    came = [(at, part) for at, character in enumerate(text) for part in parser.push(character)]
    assert [part for _, part in came if part == NOW] == [NOW]
    assert next(at for at, part in came if part == NOW) == text.index("Bye.") - 1
    assert all(late - early <= len("</tool_call>") for (early, _), (late, _) in pairwise(came[:8]))
