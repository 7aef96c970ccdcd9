# SPDX-License-Identifier: Apache-2.0
"""Formulas in Markdown: $…$ and \\(…\\) in a line, $$…$$ and \\[…\\] on lines of their own.

What is a formula is decided by its own paragraph alone, so that text that is frozen while a message arrives stays as
it is. Money is none: "$5 and $6" has a space before the second sign.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

# What takes longer to typeset is shown as it was written.
MAX_FORMULA_CHARS = 1_000

_CLOSERS = {"$$": "$$", "\\[": "\\]", "\\(": "\\)"}
_PUNCTUATION = ("", ".", ",", ";", ":", "?", "!")
# "$10 bill or 5$": two words in a row, and nothing of TeX's that would make them a formula.
_PROSE = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,}\s+[A-Za-z]{2,}")

_LONG_RUN = re.compile(r"\${3,}")
_TALL = re.compile(r"\\(\\|[dtc]?frac|d?binom|i*int|oint|sum|prod|big|Big|begin|left|under|over|stack|lim|substack)")


def add_formulas(parser: MarkdownIt) -> None:
    """Make `parser` find formulas: inline tokens "formula" and block tokens "formula_block"."""
    parser.inline.ruler.before("escape", "formula", _inline_formula)
    parser.block.ruler.before(
        "fence", "formula_block", _formula_block, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


def tex_of(source: str) -> str:
    """Return what stands between the delimiters of a formula."""
    n_chars = 2 if source[:2] in _CLOSERS else 1
    return source[n_chars:-n_chars].strip()


def is_display(source: str) -> bool:
    """Whether the formula stands on a line of its own."""
    return source.startswith(("$$", "\\["))


def is_tall(source: str) -> bool:
    """Whether the formula reaches far below the line it stands in."""
    return is_display(source) or _TALL.search(source) is not None


def _is_tex(text: str) -> bool:
    return len(text) <= MAX_FORMULA_CHARS and any(char.isalnum() for char in text)


def _inline_formula(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser calls it so
    run = _LONG_RUN.match(state.src, state.pos, state.posMax)
    if run is not None:  # as in "$$$ and $$$"; no part of it opens anything either
        state.pending += "" if silent else run[0]
        state.pos = run.end()
        return True
    source = _source_at(state.src, state.pos, state.posMax)
    if not source:
        return False
    if not silent:
        state.push("formula", "math", 0).content = source
    state.pos += len(source)
    return True


def _source_at(text: str, start: int, end: int) -> str:
    """Return the formula that begins at `start`, with its delimiters; empty when there is none."""
    opener = text[start : start + 2]
    if opener in _CLOSERS:
        return _wide_source(text, start, end, _CLOSERS[opener])
    if text[start] != "$" or opener[1:].isspace() or (start and text[start - 1].isalnum()):
        return ""
    # Only the next sign can close it: so many signs cost no more than their number.
    at = text.find("$", start + 1, min(end, start + MAX_FORMULA_CHARS))
    while at > 0 and _is_escaped(text, at):
        at = text.find("$", at + 1, min(end, start + MAX_FORMULA_CHARS))
    if at < 0 or text[at - 1].isspace() or text[at + 1 : min(at + 2, end)].isalnum():
        return ""
    tex = text[start + 1 : at]
    is_prose = "\\" not in tex and _PROSE.search(tex) is not None
    return text[start : at + 1] if _is_tex(tex) and not is_prose else ""


def _wide_source(text: str, start: int, end: int, closer: str) -> str:
    limit = min(end, start + MAX_FORMULA_CHARS + 4)
    at = text.find(closer, start + 2, limit)
    while at > 0 and _is_escaped(text, at):
        at = text.find(closer, at + 1, limit)
    return text[start : at + 2] if at > 0 and _is_tex(text[start + 2 : at]) else ""


def _is_escaped(text: str, at: int) -> bool:
    n_before = 0
    while text[at - n_before - 1] == "\\":
        n_before += 1
    return n_before % 2 == 1


def _formula_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the parser's
    first = _line(state, start)
    closer = _CLOSERS.get(first[:2])
    if closer is None or first.startswith("\\(") or state.is_code_block(start):
        return False
    at = first.find(closer, 2)
    if at >= 0 and (first[at + 2 :].strip() not in _PUNCTUATION or not _is_tex(first[2:at])):
        return False  # a paragraph, in which there may be formulas
    if silent:
        return True
    lines = [first]
    number = start + 1
    while at < 0 and number < end and state.sCount[number] >= state.blkIndent and not state.isEmpty(number):
        lines.append(_line(state, number))
        at = lines[-1].find(closer)
        number += 1
    source, _, behind = "\n".join(lines).rpartition(closer)
    is_formula = at >= 0 and _is_tex(source[2:])
    state.line = number
    token = state.push("formula_block", "math", 0)
    token.map = [start, number]
    # What begins like a formula and does not end, or has no room on the screen, is shown line by line as written.
    token.content = source + closer if is_formula else "\n".join(lines)
    token.meta = {"is_formula": is_formula, "behind": behind.strip() if is_formula else ""}
    return True


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]
