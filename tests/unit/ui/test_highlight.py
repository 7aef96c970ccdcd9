# SPDX-License-Identifier: Apache-2.0
"""Colours of code, line by line."""

from leeward.ui.chat.highlight import line_formats
from leeward.ui.theme import DARK, LIGHT


def test_every_line_has_its_colours_and_strings_may_run_over_lines():
    code = 'def f():\n    """a\n    b"""\n    return 1'
    lines = list(line_formats("python", code))
    assert len(lines) == 4
    assert (0, 3, "keyword") in lines[0]
    assert all(any(family == "string" for _, _, family in lines[n]) for n in (1, 2))
    assert (11, 1, "number") in lines[3]


def test_the_colours_lie_within_their_lines():
    code = "# ä\nx = {'a': [1, 2.5, None]}\n\nclass A(Exception): pass\n"
    for line, formats in zip(code.split("\n"), line_formats("py", code), strict=True):
        assert all(start >= 0 and start + length <= len(line) for start, length, _ in formats)


def test_families_are_colours_of_the_themes():
    code = "@dec\nclass A(int):\n    def f(self): return len('x') + 1 or not None  # c"
    families = {family for formats in line_formats("python", code) for _, _, family in formats}
    assert {"keyword", "string", "number", "comment", "function", "class", "operator"} <= families
    assert families <= set(DARK.syntax)
    assert families <= set(LIGHT.syntax)


def test_unknown_languages_and_endless_lines_stay_plain():
    assert list(line_formats("no-such-language", "x = 1")) == []
    assert list(line_formats("", "x = 1")) == []
    assert list(line_formats("python", "x" * 100_000)) == []


def test_a_comment_on_the_last_line_is_one():
    for language, code in (("c++", "int v; // note"), ("python", "v = 1  # note"), ("bash", "ls # note")):
        (line,) = line_formats(language, code)
        assert line[-1][2] == "comment"
        assert sum(line[-1][:2]) == len(code)
