# SPDX-License-Identifier: Apache-2.0
"""Blocks into Qt documents. Only text and formats of our own are written: no HTML, no image, no unchecked address."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QStyle

from leeward.ui.chat.formulas import formula_format
from leeward.ui.chat.model import Line, Span, Style, TableBlock, TextBlock
from leeward.ui.chat.style import ChatStyle
from leeward.ui.chat.utf16 import utf16_length

_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


def write_text(
    document: QTextDocument, block: TextBlock, style: ChatStyle, *, old: TextBlock | None = None, is_muted: bool = False
) -> None:
    """Make `document` show `block`.

    Args:
        old: What it shows now, in the same style: only what differs is written. None means anything.
    """
    n_same = _n_same_lines(old.lines, block.lines) if old is not None else 0
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    if old is None or n_same == 0:
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        _write_lines(cursor, block.lines, 0, style, is_muted=is_muted)
    else:
        line, n_spans = _continued(old.lines[n_same - 1], block.lines[n_same - 1])
        kept = document.findBlockByNumber(n_same - 1)
        keep = utf16_length(Line(line.spans[:n_spans], marker=line.marker).text)
        cursor.setPosition(kept.position() + keep)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.setBlockFormat(style.block_format(line, is_first=n_same == 1))  # it may hold a formula now
        _write_spans(cursor, line, line.spans[n_spans:], style, is_muted=is_muted)
        _write_lines(cursor, block.lines, n_same, style, is_muted=is_muted)
    cursor.endEditBlock()


def _n_same_lines(old: Sequence[Line], new: Sequence[Line]) -> int:
    """Count the lines from the first that need not be written again whole: the last of them may go on differently."""
    n_same = 0
    for before, after in zip(old, new, strict=False):
        if before != after:
            is_same_kind = (before.level, before.indent, before.marker, before.is_continued) == (
                after.level,
                after.indent,
                after.marker,
                after.is_continued,
            )
            return n_same + 1 if is_same_kind else n_same
        n_same += 1
    return n_same


def _continued(old: Line, new: Line) -> tuple[Line, int]:
    """Return `new` cut so that its first spans are on screen already, and how many these are."""
    n_spans = 0
    for before, after in zip(old.spans, new.spans, strict=False):
        if before == after:
            n_spans += 1
            continue
        is_formula = bool(before.source or after.source)
        is_same_style = (before.style, before.href) == (after.style, after.href)
        if is_same_style and not is_formula and after.text.startswith(before.text):
            more = Span(after.text[len(before.text) :], after.style, after.href)
            spans = (*new.spans[:n_spans], before, more, *new.spans[n_spans + 1 :])
            return Line(spans, new.level, new.indent, new.marker, new.is_continued), n_spans + 1
        break
    return new, n_spans


def _write_lines(cursor: QTextCursor, lines: Sequence[Line], start: int, style: ChatStyle, *, is_muted: bool) -> None:
    for number in range(start, len(lines)):
        line = lines[number]
        block_format = style.block_format(line, is_first=number == 0)
        char_format = style.char_format(Style.PLAIN, is_link=False, level=line.level, is_muted=is_muted)
        if number:
            cursor.insertBlock(block_format, char_format)
        else:
            cursor.setBlockFormat(block_format)
            cursor.setBlockCharFormat(char_format)
        if line.marker:
            marker_format = style.char_format(Style.PLAIN, is_link=False, level=0, is_muted=True)
            cursor.insertText(f"{line.marker}\t", marker_format)
        _write_spans(cursor, line, line.spans, style, is_muted=is_muted)


def _write_spans(
    cursor: QTextCursor, line: Line, spans: Sequence[Span], style: ChatStyle, *, is_muted: bool = False
) -> None:
    for number, span in enumerate(spans):
        is_code = bool(span.style & Style.CODE)
        following = spans[number + 1] if number + 1 < len(spans) else None
        is_edge = is_code or (following is not None and bool(following.style & Style.CODE))
        # The tail of a streaming line ends in no edge that would have to be taken back.
        pieces = ((span.text[:-1], False), (span.text[-1:], True)) if is_edge else ((span.text, False),)
        for text, is_spaced in pieces:
            if text:
                cursor.insertText(text, _span_format(span, line.level, style, is_muted=is_muted, is_spaced=is_spaced))


def _span_format(span: Span, level: int, style: ChatStyle, *, is_muted: bool, is_spaced: bool) -> QTextCharFormat:
    made = style.char_format(span.style, is_link=bool(span.href), level=level, is_muted=is_muted, is_spaced=is_spaced)
    if span.source:
        return formula_format(made, span.source)
    if span.href:
        made = QTextCharFormat(made)
        made.setAnchor(True)
        made.setAnchorHref(span.href)
        made.setToolTip(span.href)  # ASCII and percent-encoded: nothing in it reads as markup
    return made


def write_table(document: QTextDocument, block: TableBlock, style: ChatStyle) -> None:
    """Make `document` show the table: lines between the rows, the header in bold."""
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    table_format = QTextTableFormat()
    table_format.setBorderCollapse(True)
    table_format.setBorder(0)
    table_format.setCellSpacing(0)
    table_format.setCellPadding(0)
    table_format.setMargin(0)
    table_format.setHeaderRowCount(1)
    if block.reads_from_right:
        table_format.setAlignment(Qt.AlignmentFlag.AlignRight)
    table_format.setWidth(QTextLength(QTextLength.Type.VariableLength, 0))
    table = cursor.insertTable(len(block.rows), len(block.alignments), table_format)
    for row_number, row in enumerate(block.rows):
        for column, spans in enumerate(row):
            _write_cell(table, (row_number, column), spans, _side(block, column), style)
    cursor.endEditBlock()


def _side(block: TableBlock, column: int) -> Qt.AlignmentFlag:
    direction = Qt.LayoutDirection.RightToLeft if block.reads_from_right else Qt.LayoutDirection.LeftToRight
    return QStyle.visualAlignment(direction, _ALIGNMENTS.get(block.alignments[column], Qt.AlignmentFlag.AlignLeft))


def _write_cell(
    table: QTextTable, place: tuple[int, int], spans: Sequence[Span], side: Qt.AlignmentFlag, style: ChatStyle
) -> None:
    row, column = place
    cell = table.cellAt(row, column)
    cell_format = QTextTableCellFormat()
    cell_format.setLeftPadding(0 if column == 0 else 12)
    # Qt has no tables whose first column is at the right; but this one stands there.
    is_at_edge = column == table.columns() - 1 and table.format().alignment() == Qt.AlignmentFlag.AlignRight
    cell_format.setRightPadding(0 if is_at_edge else 12)
    cell_format.setTopPadding(8)
    cell_format.setBottomPadding(max(0, 8 - style.leading_px))
    cell_format.setBottomBorder(1)
    cell_format.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    cell_format.setBottomBorderBrush(QBrush(QColor(style.theme.border)))
    cell.setFormat(cell_format)
    cursor = cell.firstCursorPosition()
    line = Line(tuple(spans))
    block_format = style.block_format(line, is_first=True)
    block_format = type(block_format)(block_format)
    block_format.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)  # or each cell would go by its own letters
    cursor.setBlockFormat(block_format)
    bold = [replace(span, style=span.style | Style.BOLD) for span in spans] if row == 0 else spans
    _write_spans(cursor, line, bold, style)
