# SPDX-License-Identifier: Apache-2.0
"""Markdown to blocks: HTML is text, images are words, links pass one check, and size and nesting are bounded."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from leeward.chat.markdown import MAX_INLINE_CHARS, MAX_NESTING, top_level
from leeward.ui.chat.inline import formula_span, span_lines
from leeward.ui.chat.model import Block, CodeBlock, Line, Place, RuleBlock, Span, TableBlock, TextBlock, spelled

# What one widget lays out in a few milliseconds. Longer texts become several blocks.
MAX_LINES = 40
MAX_LINE_CHARS = 4_000
MAX_CODE_LINES = 200
MAX_CODE_CHARS = 16_000
MAX_TABLE_CELLS = 2_000

_BULLETS = ("•", "◦", "▪")
_TASK_BOXES = {"[ ] ": "☐", "[x] ": "☑", "[X] ": "☑"}


def plain_blocks(text: str) -> list[Block]:
    """Return text as it was written, for the user's own messages and for what is too deep or too long to parse."""
    return list(_text_blocks([Line((Span(line),), is_continued=True) for line in text.split("\n")], Place()))


def blocks_of(tokens: Sequence[Token], source: str, first_number: int | None = None) -> list[Block]:
    """Return the blocks of whole outermost tokens.

    Args:
        tokens: Of `source`, their maps counting its lines.
        first_number: Number of the first item when the tokens go on with an ordered list begun before.
    """
    blocks: list[Block] = []
    for start, end in top_level(tokens):
        part = tokens[start:end]
        if max(token.level for token in part) >= MAX_NESTING - 2:
            first, last = part[0].map or (0, 0)
            blocks += plain_blocks("\n".join(source.split("\n")[first:last]).rstrip("\n"))
        else:
            blocks += _Flattener(first_number if start == 0 else None).blocks(part)
    return blocks


class CodeParts:
    """Cuts code into parts of whole lines that stay within the limits."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._n_chars = 0

    def add(self, line: str) -> str | None:
        """Take a line; return the part before it when that is full."""
        full = None
        if self._lines and (len(self._lines) >= MAX_CODE_LINES or self._n_chars + len(line) > MAX_CODE_CHARS):
            full = "\n".join(self._lines)
            self._lines.clear()
            self._n_chars = 0
        self._lines.append(line)
        self._n_chars += len(line) + 1
        return full

    def rest(self, unfinished: str = "") -> str:
        """Return the part that is not full, with a line that may still grow."""
        return "\n".join([*self._lines, unfinished] if unfinished else self._lines)


def split_code(text: str) -> list[str]:
    parts = CodeParts()
    full = [part for line in text.split("\n") if (part := parts.add(line)) is not None]
    return [*full, parts.rest()]


def _text_blocks(lines: Sequence[Line], place: Place) -> Iterator[Block]:
    short = [piece for line in lines for piece in _short_lines(line)]
    for start in range(0, len(short), MAX_LINES):
        yield TextBlock(tuple(short[start : start + MAX_LINES]), place)


def _short_lines(line: Line) -> Iterator[Line]:
    """Cut a line that is too long to lay out quickly into lines that go on from each other."""
    marker, is_continued = line.marker, line.is_continued
    spans: list[Span] = []
    room = MAX_LINE_CHARS
    for span in line.spans:
        text = span.text
        while len(text) > room and not span.source:
            spans.append(Span(text[:room], span.style, span.href))
            yield Line(tuple(spans), line.level, line.indent, marker, is_continued)
            marker, is_continued, spans = "", True, []
            text, room = text[room:], MAX_LINE_CHARS
        spans.append(span if text is span.text else Span(text, span.style, span.href))
        room -= len(text)
    yield Line(tuple(spans), line.level, line.indent, marker, is_continued)


def _lines_of(inline: Token) -> list[tuple[Span, ...]]:
    if len(inline.content) > MAX_INLINE_CHARS:
        return [(Span(line),) for line in inline.content.split("\n")]
    return span_lines(inline.children or ())


class _Flattener:
    """Walks the tokens of one outermost block and gathers flat blocks."""

    def __init__(self, first_number: int | None) -> None:
        self._first_number = first_number
        self._blocks: list[Block] = []
        self._lines: list[Line] = []
        self._numbers: list[int | None] = []  # of the next item in each open list; None for bullets
        self._list_depths: list[int] = []  # lists open outside each open quote
        self._marker = ""
        self._level = 0

    def blocks(self, tokens: Sequence[Token]) -> list[Block]:
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type == "table_open":
                end = next(i for i in range(index, len(tokens)) if tokens[i].type == "table_close")
                self._add_table(tokens[index:end])
                index = end
            else:
                self._take(token)
            index += 1
        self._flush()
        return self._blocks

    def _take(self, token: Token) -> None:
        match token.type:
            case "inline":
                self._add_inline(token)
            case "heading_open":
                self._level = int(token.tag[1:])
            case "heading_close":
                self._level = 0
            case "fence" | "code_block":
                self._add_code(token)
            case "formula_block":
                self._add_formula(token)
            case "hr":
                self._flush_marker()
                self._blocks.append(RuleBlock(self._place(is_text=False)))
            case _:
                self._enter_or_leave(token)

    def _enter_or_leave(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open":
                self._numbers.append(None)
            case "ordered_list_open":
                start = int(token.attrs.get("start", 1))
                self._numbers.append(start if self._first_number is None else self._first_number)
                self._first_number = None
            case "bullet_list_close" | "ordered_list_close":
                self._numbers.pop()
            case "list_item_open":
                self._begin_item()
            case "list_item_close" if self._marker:
                self._add_line(())
            case "footnote_open" | "footnote_close":
                self._enter_or_leave_note(token)
            case "blockquote_open":
                self._flush_marker()
                self._list_depths.append(len(self._numbers))
            case "blockquote_close":
                self._flush()
                self._list_depths.pop()

    def _enter_or_leave_note(self, token: Token) -> None:
        """A footnote looks like an item with its name for a marker."""
        if token.type == "footnote_open":
            self._flush_marker()
            self._numbers.append(None)
            self._marker = f"[{token.meta['label']}]"
        else:
            if self._marker:
                self._add_line(())
            self._numbers.pop()

    def _begin_item(self) -> None:
        if len(self._numbers) == 1 and not self._list_depths:
            self._flush()  # an outermost item is a block of its own: it can be frozen while the list goes on
        if self._marker:  # an item that begins with a list has its own line
            self._add_line(())
        number = self._numbers[-1]
        if number is None:
            self._marker = _BULLETS[min(len(self._numbers), len(_BULLETS)) - 1]
        else:
            self._marker = f"{number}."
            self._numbers[-1] = number + 1

    def _add_inline(self, token: Token) -> None:
        for number, spans in enumerate(_lines_of(token)):
            self._add_line(self._task(spans), is_continued=number > 0)

    def _task(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Make a box of `[ ]` and `[x]` at the beginning of an item."""
        if not self._marker or not spans or spans[0].href or spans[0].style:
            return spans
        box = _TASK_BOXES.get(spans[0].text[:4])
        if box is None:
            return spans
        self._marker = box
        return (Span(spans[0].text[4:]), *spans[1:])

    def _add_line(self, spans: tuple[Span, ...], *, is_continued: bool = False) -> None:
        indent = len(self._numbers) - (self._list_depths[-1] if self._list_depths else 0)
        self._lines.append(Line(spans, self._level, indent, self._marker, is_continued))
        self._marker = ""

    def _add_formula(self, token: Token) -> None:
        if token.meta["is_formula"]:
            behind = token.meta["behind"]
            is_short = len(behind) <= 1  # the point at the end of the sentence
            self._add_line((formula_span(token.content), *([Span(behind)] if behind and is_short else [])))
            if not is_short:
                self._add_line((Span(behind),), is_continued=True)
            return
        for number, line in enumerate(token.content.split("\n")):
            self._add_line((Span(line),), is_continued=number > 0)

    def _add_code(self, token: Token) -> None:
        self._flush_marker()
        language = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
        place = self._place(is_text=False)
        for part, text in enumerate(split_code(token.content.removesuffix("\n"))):
            self._blocks.append(CodeBlock(language, text, place, part))

    def _add_table(self, tokens: Sequence[Token]) -> None:
        self._flush_marker()
        rows: list[tuple[tuple[Span, ...], ...]] = []
        alignments: list[str] = []
        cells: list[tuple[Span, ...]] = []
        for token in tokens:
            if token.type == "th_open":
                alignments.append(str(token.attrs.get("style", "")).removeprefix("text-align:") or "left")
            elif token.type == "inline":
                cells.append(tuple(span for line in _lines_of(token) for span in line))
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
        n_shown = max(2, MAX_TABLE_CELLS // max(1, len(alignments)))
        self._blocks.append(TableBlock(tuple(rows[:n_shown]), tuple(alignments), self._place(is_text=False)))
        rest = [Line((Span("\t".join(spelled(cell) for cell in row)),)) for row in rows[n_shown:]]
        self._blocks += _text_blocks(rest, self._place(is_text=True))

    def _flush_marker(self) -> None:
        """Show the marker of an item that begins with something else than text, and end the text block."""
        if self._marker:
            self._add_line(())
        self._flush()

    def _flush(self) -> None:
        if self._lines:
            self._blocks += _text_blocks(self._lines, self._place(is_text=True))
            self._lines = []

    def _place(self, *, is_text: bool) -> Place:
        quote = len(self._list_depths)
        if is_text:  # lists inside the quote are part of the lines
            return Place(self._list_depths[-1] if quote else 0, quote)
        return Place(len(self._numbers), quote)
