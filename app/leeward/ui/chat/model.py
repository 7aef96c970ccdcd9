# SPDX-License-Identifier: Apache-2.0
"""What the text of a message becomes before it is drawn: a flat sequence of frozen blocks."""

from collections.abc import Iterable
from dataclasses import dataclass

from leeward.chat.tool_rules import TOOL_LANGUAGES
from leeward.ui.direction import reads_from_right

FORMULA_CHAR = "\ufffc"
"""Stands for a formula in drawn text; text from outside never holds it (`markdown.clean`)."""


def _first_direction(texts: Iterable[str]) -> bool | None:
    return next((found for found in map(reads_from_right, texts) if found is not None), None)


class Style:
    """Bits of `Span.style`. Plain integers: they are combined for every span of every flush."""

    PLAIN = 0
    BOLD = 1
    ITALIC = 2
    CODE = 4
    STRIKE = 8
    RAISED = 16
    FORMULA = 32


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style.

    Attributes:
        href: Address of a link that passed `links.check`; empty for other text.
        source: Of a formula, with its delimiters; `text` is FORMULA_CHAR then.
    """

    text: str
    style: int = Style.PLAIN
    href: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a text block.

    Attributes:
        level: 1 to 6 for a heading, 0 for body text.
        indent: Depth of the lists it stands in, inside the innermost quote.
        marker: Of the list item that begins here ("•", "3."); empty elsewhere.
        is_continued: It follows a line break inside the paragraph, so no space stands above it.
    """

    spans: tuple[Span, ...]
    level: int = 0
    indent: int = 0
    marker: str = ""
    is_continued: bool = False

    @property
    def is_display(self) -> bool:
        """Whether it is a formula that stands for itself."""
        return bool(self.spans) and self.spans[0].source.startswith(("$$", "\\[")) and not self.marker

    @property
    def reads_from_right(self) -> bool | None:
        """By its first letter; None without one."""
        return _first_direction(span.text for span in self.spans)

    @property
    def text(self) -> str:
        """Exactly the characters that are drawn, so that places in it are places in the document."""
        body = "".join(span.text for span in self.spans)
        return f"{self.marker}\t{body}" if self.marker else body


def spelled(spans: Iterable[Span]) -> str:
    """Return the text of `spans` with formulas as they were written."""
    return "".join(span.source or span.text for span in spans)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: lists outside the quotes (`indent`), and how many quotes are around it."""

    indent: int = 0
    quote: int = 0


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph, a heading, an item of a list, or a part of these that is kept small enough to lay out quickly."""

    lines: tuple[Line, ...]
    place: Place = Place()

    @property
    def reads_from_right(self) -> bool | None:
        """By its first letter; None without one."""
        return _first_direction(span.text for line in self.lines for span in line.spans)

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @property
    def formulas(self) -> tuple[str, ...]:
        """Sources of the formulas, in their order."""
        return tuple(span.source for line in self.lines for span in line.spans if span.source)


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Code, or a part of a long one.

    Attributes:
        language: First word after the fence; empty when none is given.
        text: Lines without the last line feed.
        part: 0 for the first; later ones continue the block before.
    """

    language: str
    text: str
    place: Place = Place()
    part: int = 0

    @property
    def is_tool(self) -> bool:
        """Whether it is a call of a tool, or what the tool said: folded until somebody wants to see it."""
        return self.language in TOOL_LANGUAGES


@dataclass(frozen=True, slots=True)
class TableBlock:
    """Rows of cells, the header first. All rows are equally long.

    Attributes:
        alignments: "left", "center" or "right" per column.
    """

    rows: tuple[tuple[tuple[Span, ...], ...], ...]
    alignments: tuple[str, ...]
    place: Place = Place()

    @property
    def reads_from_right(self) -> bool | None:
        """By its first letter; None without one."""
        return _first_direction(span.text for row in self.rows for cell in row for span in cell)

    @property
    def text(self) -> str:
        return "\n".join("\t".join("".join(span.text for span in cell) for cell in row) for row in self.rows)

    @property
    def formulas(self) -> tuple[str, ...]:
        return tuple(span.source for row in self.rows for cell in row for span in cell if span.source)


@dataclass(frozen=True, slots=True)
class RuleBlock:
    place: Place = Place()

    @property
    def text(self) -> str:
        return ""


Block = TextBlock | CodeBlock | TableBlock | RuleBlock


def spell(text: str, block: Block, n_before: int = 0) -> str:
    """Return `text`, drawn for `block` or a part of it, with formulas as they were written.

    Args:
        n_before: Formulas of the block that stand before the part.
    """
    if FORMULA_CHAR not in text or not isinstance(block, TextBlock | TableBlock):
        return text
    pieces = text.split(FORMULA_CHAR)
    sources = block.formulas[n_before : n_before + len(pieces) - 1]
    return pieces[0] + "".join(source + piece for source, piece in zip(sources, pieces[1:], strict=False))
