# SPDX-License-Identifier: Apache-2.0
import doctest
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeward.domain import stream
from leeward.domain.stream import THINK, Marks, ReasoningSplitter, StopStringCutter, Utf8Joiner

BRACKETS = Marks("[THINK]", "[/THINK]")


def splits(text, n_cuts=2):
    """Yield every way to cut `text` into at most n_cuts + 1 pieces."""
    for n in range(n_cuts + 1):
        for cuts in combinations(range(1, len(text)), n):
            edges = [0, *cuts, len(text)]
            yield [text[a:b] for a, b in pairwise(edges)]


def test_examples_in_the_docs_are_true():
    assert doctest.testmod(stream).failed == 0


@pytest.mark.parametrize("text", ["héllo", "模型 🦙!", "a\u0301", "\N{FAMILY}x"])
def test_characters_survive_any_cut_between_bytes(text):
    for pieces in splits(text.encode()):
        joiner = Utf8Joiner()
        assert "".join(joiner.push(piece) for piece in pieces) + joiner.flush() == text


def test_an_unfinished_character_is_seen_and_replaced_at_the_end():
    joiner = Utf8Joiner()
    assert joiner.push("é".encode()[:1]) == ""
    assert joiner.is_mid_character
    assert joiner.flush() == "\ufffd"


@pytest.mark.parametrize(
    ("text", "stop", "expected"),
    [
        ("one###two", ["###"], "one"),
        ("one##two", ["###"], "one##two"),
        ("####", ["###"], ""),
        ("abcabd", ["abd"], "abc"),
        ("a\nUser: b", ["\nUser:", "\n\n"], "a"),
        ("xx", [], "xx"),
        ("xaab", ["aab", "ab"], "x"),
    ],
)
def test_a_stop_string_ends_the_text_at_every_cut(text, stop, expected):
    for pieces in splits(text):
        cutter = StopStringCutter(stop)
        out = "".join(cutter.push(piece) for piece in pieces)
        assert out + cutter.flush() == expected
        assert cutter.is_stopped == (expected != text)


@given(st.text("ab#", max_size=30), st.lists(st.text("ab#", min_size=1, max_size=4), max_size=3))
def test_the_cutter_agrees_with_a_search_over_the_whole_text(text, stop):
    cutter = StopStringCutter(stop)
    out = "".join(cutter.push(character) for character in text) + cutter.flush()
    # A stop string counts when it is complete; the one completed first wins, then the one that begins first.
    ends = [
        (end, start)
        for end in range(1, len(text) + 1)
        for start in [text[:end].find(s) for s in stop if text[:end].endswith(s)]
        if start >= 0
    ]
    assert out == (text[: min(ends)[1]] if ends else text)


@pytest.mark.parametrize(
    ("text", "reasoning", "answer"),
    [
        ("plain", "", "plain"),
        ("<think>hm</think>yes", "hm", "yes"),
        ("\n<think>\nhm m\n</think>\n\nyes\n", "hm m", "yes\n"),
        ("<think></think>yes", "", "yes"),
        ("<think>never ends", "never ends", ""),
        ("a <think>b</think> c", "", "a <think>b</think> c"),
        ("<thin>x", "", "<thin>x"),
        ("<think>a</think>b<think>c</think>", "a", "b<think>c</think>"),
    ],
)
def test_reasoning_is_split_off_at_every_cut(text, reasoning, answer):
    for pieces in splits(text):
        splitter = ReasoningSplitter()
        out = [splitter.push(piece) for piece in pieces]
        out.append(splitter.flush())
        assert ("".join(r for r, _ in out), "".join(a for _, a in out)) == (reasoning, answer)


@pytest.mark.parametrize(
    ("marks", "is_open", "text", "reasoning", "answer"),
    [
        (BRACKETS, False, "[THINK]hm[/THINK]yes", "hm", "yes"),
        (BRACKETS, False, "[THINK]a <think> b[/THINK] [THINK]", "a <think> b", "[THINK]"),
        (BRACKETS, False, "<think>a</think>", "", "<think>a</think>"),
        (THINK, True, "\nhm </thin m\n</think>\n\nyes", "hm </thin m", "yes"),
        (THINK, True, "</think>yes", "", "yes"),
        (THINK, True, "never ends", "never ends", ""),
        (BRACKETS, True, "hm[/THINK]a[/THINK]", "hm", "a[/THINK]"),
    ],
)
def test_other_marks_and_reasoning_that_the_prompt_opened(marks, is_open, text, reasoning, answer):
    for pieces in splits(text):
        splitter = ReasoningSplitter(marks, is_open=is_open)
        out = [splitter.push(piece) for piece in pieces]
        out.append(splitter.flush())
        assert ("".join(r for r, _ in out), "".join(a for _, a in out)) == (reasoning, answer)
