# SPDX-License-Identifier: Apache-2.0
"""How Markdown is read, in the window and in files made of chats: HTML is text, and nesting and paragraphs are bounded."""

import functools
import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from leeward.chat.footnote_rules import add_footnotes
from leeward.chat.formula_rules import add_formulas
from leeward.chat.tool_rules import add_tools

# Deeper texts are shown as they were written: markdown-it would drop what lies below its limit.
MAX_NESTING = 24
# Beyond this a paragraph is shown as it was written: brackets and delimiters cost the square of their number.
MAX_INLINE_CHARS = 5_000
# A message longer than this goes on as plain text.
MAX_MARKDOWN_CHARS = 200_000

# Qt breaks paragraphs and frames at these; control characters would be drawn as nothing or as boxes.
_UNSAFE = str.maketrans(
    {
        "\x00": "\ufffd",
        "\u2028": "\n",
        "\u2029": "\n",
        "\x85": "\n",
        "\ufdd0": "\ufffd",
        "\ufdd1": "\ufffd",
        "\ufffc": "\ufffd",
        "\x7f": "\u2421",
        **{chr(code): chr(0x2400 + code) for code in range(1, 32) if chr(code) not in "\t\n\r"},
    }
)
_SURROGATES = re.compile("[\ud800-\udfff]")


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's name
        """Let everything pass: what `links` refuses is written out beside its text."""
        del url
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the parser's name
        """Leave it to `links`, which shows what it will open."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the parser's name
        return link


@functools.cache
def parser() -> MarkdownIt:
    """Return the one parser. What it makes of a paragraph above MAX_INLINE_CHARS has no children, but its `content`."""
    made = _Parser("commonmark", {"html": False, "maxNesting": MAX_NESTING})
    made.enable(["table", "strikethrough"])
    # A definition at the end would change links in blocks that are already frozen, and its own text would vanish.
    # A line of dashes under a paragraph is meant as a rule far more often than as a heading.
    made.disable(["reference", "html_block", "html_inline", "lheading"])
    made.core.ruler.at("inline", _parse_inline)
    add_formulas(made)
    add_footnotes(made)
    add_tools(made)
    return made


def _parse_inline(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and len(token.content) <= MAX_INLINE_CHARS:
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def clean(text: str) -> str:
    """Replace what would break up a Qt document or cannot be encoded. Line ends become line feeds."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_UNSAFE)
    return _SURROGATES.sub("\ufffd", text)


def top_level(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the slices of `tokens` that hold one outermost block each."""
    slices: list[tuple[int, int]] = []
    start = 0
    depth = 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            slices.append((start, index + 1))
            start = index + 1
    return slices
