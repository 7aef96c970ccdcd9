# SPDX-License-Identifier: Apache-2.0
"""What is a formula in Markdown, what is money, and where footnotes stand."""

import time

import pytest

from leeward.chat.formula_rules import MAX_FORMULA_CHARS, is_display, is_tall, tex_of
from leeward.ui.chat.model import TextBlock, spell
from leeward.ui.chat.stream import MarkdownStream, parse_markdown


def formulas(text):
    return [source for block in parse_markdown(text) if isinstance(block, TextBlock) for source in block.formulas]


def spelled(text):
    return "\n".join(spell(block.text, block) for block in parse_markdown(text))


@pytest.mark.parametrize(
    "source",
    [
        "$x$",
        "$x^2 + y^2$",
        r"\(a\)",
        "$$x$$",
        r"\[x\]",
        "$$\nx\n- y\n$$",
        r"$\text{two words here}$",
        "\\[\na\n\\]",
        "$5$",
    ],
)
def test_formulas(source):
    assert formulas(source) == [source]
    assert formulas(f"- item\n\n  > before\n  >\n  > {source.replace(chr(10), chr(10) + '  > ')}\n") == [source]
    assert formulas(f"text before\n{source}\nand behind") == [source]


@pytest.mark.parametrize(
    "text",
    [
        "$5 and $6",
        "between $5-$10 a month",
        "US$5 and US$6",
        "$10 bill or 5$.",
        "$HOME/bin:$PATH",
        "5$ and 6$",
        "a $ b $ c",
        "costs $5",
        r"\$x\$",
        "`$x$`",
        "$$$ and $$$",
        "$ $",
        "$$ $$",
        "    $x$",
        "```\n$x$\n```",
        "$" + "x" * MAX_FORMULA_CHARS + "y$",
        r"\(\)",
        "$$\nnever closed",
        "$$\nno empty\n\nline inside\n$$",
    ],
)
def test_no_formulas(text):
    assert formulas(text) == []


def test_what_begins_like_a_formula_and_does_not_end_is_shown_as_written():
    assert spelled("$$\na *b*\n- c\n\n*d*") == "$$\na *b*\n- c\nd"
    assert spelled("$$ is *much* money") == "$$ is *much* money"


def test_text_behind_a_display_formula_stays():
    assert spelled("$$\nx\n$$.") == "$$\nx\n$$."
    assert spelled("$$\nx\n$$ where *x* is") == "$$\nx\n$$\nwhere *x* is"
    assert spelled("first $$x$$ then") == "first \n$$x$$\n then"


def test_a_formula_stands_for_itself():
    assert tex_of("$x$") == tex_of("$$ x $$") == tex_of(r"\(x\)") == tex_of("\\[\nx\n\\]") == "x"
    assert [is_display(source) for source in ("$x$", "$$x$$", r"\(x\)", r"\[x\]")] == [False, True, False, True]
    assert is_tall(r"$\frac12$")
    assert not is_tall("$x^2$")


def test_two_formulas_side_by_side_are_two():
    assert formulas("$x$$x$ $x$,$x$") == ["$x$"] * 4
    assert formulas("| a | b |\n|---|---|\n| $x$ | y |") == []  # these are of the table
    (table,) = parse_markdown("| a | b |\n|---|---|\n| $x$ | $y$ |")
    assert spell(table.text, table) == "a\tb\n$x$\t$y$"


def test_a_footnote_and_its_mark_are_shown_where_they_stand():
    blocks = parse_markdown("Text[^1] and more[^note2].\n\n[^1]: The *note*\n    goes on.\n[^word]: Another\n\nEnd")
    assert [block.text for block in blocks] == [
        "Text[1] and more[note2].",
        "[1]\tThe note\ngoes on.",
        "[word]\tAnother",
        "End",
    ]


def test_a_set_of_characters_is_no_footnote():
    for text in ("[^abc]", "[^a-z0-9]", "[^]", "[^ 1]"):
        assert spelled(f"a {text} b") == f"a {text} b"


@pytest.mark.parametrize(
    "text",
    [
        "$" * 100_000,
        "$a" * 50_000,
        "$a$" * 33_000,
        "a$ " * 33_000,
        "\\(" * 50_000,
        "\\[" * 50_000,
        "\\[a\n" * 25_000,
        "$$\n" * 33_000,
        "$$a\n\n" * 20_000,
        "> " * 300 + "$$x$$",
        "[^1]" * 25_000,
        "[^1]: " * 16_000,
        "[^1]:\n" * 16_000,
        "[^1]: a\n    " * 8_000,
        "- " * 300 + "[^1]: $x$",
        "\\" * 50_000 + "$",
        "$\\" * 50_000,
        "| $x$ " * 300 + "|\n" + "|---" * 300 + "|\n" + ("| $x$ " * 300 + "|\n") * 20,
    ],
    ids=range(18),
)
def test_hostile_formulas_and_footnotes_cost_little(text):
    """Wide of the limit: 0.1 s where it was measured; what grows with the square would take minutes."""
    before = time.process_time()
    blocks = parse_markdown(text)
    assert time.process_time() - before < 10
    assert blocks


def test_formulas_and_footnotes_come_out_the_same_when_they_arrive_in_pieces():
    text = (
        "a $x^2$ b\n$$\n- y\n\\frac{1}{2}\n$$ c[^1]\n\n\\[\nz\n\n$$ open\n> $$\n> q\n> $$\n\n[^1]: note $n$\n    more\n\n"
        "- i\n  $$\n  j\n  $$\n- \\(k\\)\n\n| $a$ |\n|---|\n| \\[b\\] |\n"
    )
    whole = parse_markdown(text)
    for at in range(len(text) + 1):
        stream = MarkdownStream()
        blocks = []
        for change in (stream.push(text[:at]), stream.push(text[at:]), stream.flush()):
            blocks[change.start :] = change.blocks
        assert tuple(blocks) == whole, text[:at]
