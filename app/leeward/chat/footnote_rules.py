# SPDX-License-Identifier: Apache-2.0
"""Footnotes in Markdown: [^1] in the text, and [^1]: before what it says.

Both are shown where they stand. A note may come long after its mark was drawn, so neither looks for the other.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_NOTE = re.compile(r"\[\^([\w-]{1,32})\]:[ \t]*")
# Not any word: [^abc] is a set of characters, and its "^" may not get lost.
_MARK = re.compile(r"\[\^(\d{1,4}|[A-Za-z]{1,24}\d{1,4})\](?!:)")
_INDENT = 4  # of what goes on with a note


def add_footnotes(parser: MarkdownIt) -> None:
    """Make `parser` find footnotes: inline tokens "footnote_mark", block tokens "footnote_open" and "footnote_close"."""
    parser.inline.ruler.before("link", "footnote_mark", _mark)
    parser.block.ruler.before("reference", "footnote", _note, {"alt": ["paragraph", "reference"]})


def _mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser calls it so
    match = _MARK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("footnote_mark", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _note(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the parser calls it so
    if state.is_code_block(start):
        return False
    begin = state.bMarks[start] + state.tShift[start]
    match = _NOTE.match(state.src, begin, state.eMarks[start])
    if match is None:
        return False
    if silent:
        return True
    opening = state.push("footnote_open", "", 1)
    opening.meta = {"label": match[1]}
    opening.map = lines = [start, 0]
    _parse_inside(state, start, end, match.end() - begin)
    lines[1] = state.line
    state.push("footnote_close", "", -1)
    return True


def _parse_inside(state: StateBlock, start: int, end: int, n_chars: int) -> None:
    """Parse the note as a container: its first line behind the mark, and the indented lines below."""
    old_mark, old_shift, old_count = state.bMarks[start], state.tShift[start], state.sCount[start]
    old_parent, old_indent = state.parentType, state.blkIndent
    state.bMarks[start] += state.tShift[start] + n_chars
    state.tShift[start] = 0
    state.sCount[start] = state.blkIndent + _INDENT
    state.blkIndent += _INDENT
    state.parentType = "footnote"
    state.md.block.tokenize(state, start, end)
    state.parentType, state.blkIndent = old_parent, old_indent
    state.bMarks[start], state.tShift[start], state.sCount[start] = old_mark, old_shift, old_count
