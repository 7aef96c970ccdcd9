# SPDX-License-Identifier: Apache-2.0
"""D5: wherever a stream is cut, the finished message equals the one that came whole."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.chats import FULL_SAMPLE, answer
from leeward.ui import theme
from leeward.ui.chat.blocks import TextWidget
from leeward.ui.chat.code_block import CodeWidget
from leeward.ui.chat.stream import MarkdownStream, parse_markdown
from leeward.ui.chat.view import ChatView

_PARTS = (
    "plain text",
    "**bold** and *italic* `code`",
    "# Heading",
    "- one\n- two\n  - three",
    "1. one\n1. two\n\n   more of two\n5. five",
    "> quote\n> > deeper\nlazy",
    "```py\nx = 1\n\n  y\n```",
    "~~~\nunclosed `x`\n``` not closing\n",
    "   ```\n   indented fence\n   ```",
    "    indented code\n\n    more",
    "| a | b |\n|---|:-:|\n| 1 | `2` |\nafter",
    "---\n***\n- - -",
    "text\n===\ntext\n---",
    "[link](https://example.org/a_b) https://example.org/c.",
    "![image](x.png) [bad](javascript:x)",
    "hard  \nbreak\\\nhere",
    "vec<int> v; <b>html</b> <!-- c -->",
    "- [ ] task\n- [x] done",
    "&amp; &lt; \\* \\`",
    "🙂 é 例え \u2028 x",
    "-\n\n  foo\n\n- bar",
    "* a\n+ b\n1) c",
    "a $x^2$ b $5 and $6, \\(y\\) $$z$$ c",
    "$$\n\\frac{a}{b}\n- c\n$$ behind",
    "\\[\nx\n\\]\n$$\nopen",
    "a[^1] [^b2]\n[^1]: note\n    more\n[^x]: other",
)
_ENDINGS = ("", "\n", "  ", "\r\n")


def texts() -> list[str]:
    """Return 200 short texts: every part with every ending, and pairs of parts."""
    made = [part + ending for part in _PARTS for ending in _ENDINGS]
    for joint, (a, b) in zip(itertools.cycle(("\n\n", "\n", "\r\n")), itertools.permutations(_PARTS, 2), strict=False):
        made.append(a + joint + b)
    assert len(made) >= 200
    step = len(made) / 200
    return [made[int(number * step)] for number in range(200)]


def streamed(pieces):
    stream = MarkdownStream()
    blocks = []
    for piece in pieces:
        change = stream.push(piece)
        assert change.start <= len(blocks)
        blocks[change.start :] = change.blocks
    change = stream.flush()
    blocks[change.start :] = change.blocks
    return tuple(blocks)


def test_D5_two_hundred_texts_cut_at_every_position():
    differing = []
    for text in texts():
        whole = parse_markdown(text)
        differing += [(text, at) for at in range(len(text) + 1) if streamed([text[:at], text[at:]]) != whole]
    assert differing == []


def test_D5_one_character_at_a_time():
    assert [text for text in texts() if streamed(text) != parse_markdown(text)] == []


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([*"-*_`>#|~+=.1 )(][!\\\n\n\nab\t\r$$^:"]), max_size=60), st.randoms(use_true_random=False)
)
def test_D5_any_text_cut_anywhere(chars, random):
    text = "".join(chars)
    cuts = sorted(random.randrange(len(text) + 1) for _ in range(4))
    pieces = [text[a:b] for a, b in itertools.pairwise([0, *cuts, len(text)])]
    assert streamed(pieces) == parse_markdown(text)


def _shown(view):
    shown = []
    for piece in view.pieces_in_sight():
        if isinstance(piece.widget, TextWidget):
            document = piece.widget.document()
            shown.append((document.toPlainText(), document.toHtml(), piece.widget.geometry()))
        elif isinstance(piece.widget, CodeWidget):
            shown.append((piece.widget.text.toPlainText(), "", piece.widget.geometry()))
    return shown


def test_D5_the_widgets_show_the_same_too(qtbot):
    """Also letters, formats and places: the tail is changed in steps, and each step could leave something behind."""
    view = ChatView(theme.LIGHT)
    qtbot.addWidget(view)
    view.resize(800, 1500)
    with qtbot.waitExposed(view):
        view.show()
    for number, text in enumerate([*texts()[::4], FULL_SAMPLE]):
        view.show_messages([answer(1, text)], assistant_name="m")
        whole = _shown(view)
        view.show_messages([], assistant_name="m")
        view.begin_reply("m")
        size = 1 + number % 5
        for start in range(0, len(text), size):
            view.append_text(text[start : start + size])
        view.finish_reply(answer(1, text))
        assert _shown(view) == whole, text
