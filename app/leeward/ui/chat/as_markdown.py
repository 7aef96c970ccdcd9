# SPDX-License-Identifier: Apache-2.0
"""Blocks, and parts of them, back to Markdown: for what is copied out of the middle of a message."""

import re
from collections.abc import Sequence
from dataclasses import replace

from leeward.ui.chat.model import Block, CodeBlock, Line, RuleBlock, Span, Style, TableBlock, TextBlock, spell
from leeward.ui.chat.utf16 import utf16_length, utf16_slice

_BOXES = {"☐": "- [ ]", "☑": "- [x]"}
_INDENT = "    "
# What would become markup. An underscore inside a word does not.
_MARKUP = re.compile(r"([\\`*\[\]<$|]|~(?=~)|(?<!\w)_|_(?!\w))")
_AT_START = re.compile(r"(#{1,6}(?=\s)|[-+>](?=\s)|\d{1,9}(?=[.)]\s))")
_SIGNS = ((Style.STRIKE, "~~"), (Style.BOLD, "**"), (Style.ITALIC, "*"))
_RULES = {"left": "---", "center": ":-:", "right": "--:"}

Part = tuple[Block, int, int]
"""A block, and the places in its text (UTF-16) between which it is taken."""


def plain_part(block: Block, start: int, end: int) -> str:
    """Return what is drawn between two places, with formulas as they were written."""
    n_before = utf16_slice(block.text, 0, start).count("\ufffc")
    return spell(utf16_slice(block.text, start, end), block, n_before)


def markdown_of(parts: Sequence[Part]) -> str:
    """Return parts of one message, in their order, as Markdown. A table is taken whole."""
    written = ""
    before: Block | None = None
    for block, start, end in parts:
        is_more_code = isinstance(block, CodeBlock) and block.part > 0 and isinstance(before, CodeBlock)
        text = _block(block, start, end)
        if is_more_code and isinstance(block, CodeBlock):
            fence = written[written.rfind("\n") + 1 :]
            written = written.removesuffix(fence) + text.partition("\n")[2]
        else:
            written += ("" if before is None else _gap(before, block)) + text
        before = block
    return written


def _gap(above: Block, below: Block) -> str:
    """Two items of a list stand close together; the line between parts of one quote is part of it."""
    if isinstance(above, TextBlock) and isinstance(below, TextBlock):
        is_item = bool(below.lines[0].marker) and above.lines[-1].indent > 0
        if (is_item or below.lines[0].is_continued) and above.place == below.place:
            return "\n"
    quote = min(above.place.quote, below.place.quote)
    return f"\n{'>' * quote}\n" if quote else "\n\n"


def _block(block: Block, start: int, end: int) -> str:
    match block:
        case TextBlock():
            lines = _text_lines(block, start, end)
        case CodeBlock():
            lines = _code_lines(block, plain_part(block, start, end))
        case TableBlock():
            lines = _table_lines(block)
        case RuleBlock():
            lines = ["---"]
    before = _INDENT * block.place.indent + "> " * block.place.quote
    return "\n".join((before + line).rstrip() if not line else before + line for line in lines)


def _text_lines(block: TextBlock, start: int, end: int) -> list[str]:
    lines: list[str] = []
    place = 0
    for line in block.lines:
        length = utf16_length(line.text)
        if place + length >= start and place <= end:
            cut = _cut(line, start - place, end - place)
            if lines and not (line.is_continued or line.marker):
                lines.append("")
            lines.append(_line(cut))
        place += length + 1
    return lines


def _cut(line: Line, start: int, end: int) -> Line:
    """Return what of a line lies between two places of it; the marker only from its beginning on."""
    place = utf16_length(line.marker) + 1 if line.marker else 0
    spans = []
    for span in line.spans:
        length = utf16_length(span.text)
        first, last = max(0, start - place), min(length, end - place)
        if first < last:
            spans.append(replace(span, text=utf16_slice(span.text, first, last)))
        place += length
    return replace(line, spans=tuple(spans), marker=line.marker if start <= 0 else "")


def _line(line: Line) -> str:
    text = "".join(_span(span) for span in line.spans)
    if line.level:
        return f"{'#' * line.level} {text}"
    text = _AT_START.sub(_escaped_start, text, count=1) if _AT_START.match(text) else text
    if not line.marker:
        return _INDENT * line.indent + text
    marker = _BOXES.get(line.marker, line.marker if line.marker[0].isdigit() else "-")
    if line.marker.startswith("["):
        marker = f"[^{line.marker[1:-1]}]:"
    return f"{_INDENT * (line.indent - 1)}{marker} {text}"


def _escaped_start(match: re.Match[str]) -> str:
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"


def _span(span: Span) -> str:
    if span.source:
        return span.source
    if span.style & Style.RAISED:
        return f"[^{span.text.strip('[]')}]"
    if span.style & Style.CODE:
        text = _code(span.text)
    else:
        is_address = span.href and span.href.startswith(span.text.rstrip("/")) and "://" in span.text
        text = span.text if is_address else _MARKUP.sub(r"\\\1", span.text)
        if is_address:
            return text
    body = text.strip()
    if not body:
        return text
    before, behind = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    for style, sign in _SIGNS:
        if span.style & style:
            body = f"{sign}{body}{sign}"
    return f"{before}[{body}]({span.href}){behind}" if span.href else f"{before}{body}{behind}"


def _code(text: str) -> str:
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _code_lines(block: CodeBlock, text: str) -> list[str]:
    if block.is_tool:
        return [f"<{block.language}>", *text.split("\n"), f"</{block.language}>"]
    fence = "`" * max(3, max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    return [fence + block.language, *text.split("\n"), fence]


def _table_lines(block: TableBlock) -> list[str]:
    rows = [f"| {' | '.join(''.join(_span(span) for span in cell) for cell in row)} |" for row in block.rows]
    rule = f"|{'|'.join(_RULES.get(each, '---') for each in block.alignments)}|"
    return [rows[0], rule, *rows[1:]]
