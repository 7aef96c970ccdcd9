# SPDX-License-Identifier: Apache-2.0
"""From which side one reads: what places or paints by itself is worked out from the left and mirrored here."""

import unicodedata

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QStyle, QStyleOption, QWidget


def is_mirrored() -> bool:
    """Whether the windows are read from right to left."""
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def mirrored(option: QStyleOption, area: QRect) -> QRect:
    """Return where `area` of a row of a list stands: where it is, or as far from the other side."""
    return QStyle.visualRect(option.direction, option.rect, area)


def draw_line(painter: QPainter, option: QStyleOption, area: QRect, flags: Qt.AlignmentFlag, text: str) -> None:
    """Draw a line of a row of a list: in a mirrored place, with the order of words of the text itself.

    Args:
        area: Worked out for a row that is read from the left, as `flags` are.
    """
    before = painter.layoutDirection()
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    visual = QStyle.visualAlignment(option.direction, flags) | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(mirrored(option, area), visual, text)
    painter.setLayoutDirection(before)


def line_start() -> Qt.AlignmentFlag:
    """Return the side at which a line of the window begins, for labels: Qt aligns them by the letters they show."""
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute if is_mirrored() else Qt.AlignmentFlag.AlignLeft


def popup_below(menu: QMenu, button: QWidget) -> None:
    """Open a menu under the side of a button at which a line begins."""
    corner = button.rect().bottomLeft() if not is_mirrored() else button.rect().bottomRight()
    corner.setX(corner.x() - (menu.sizeHint().width() - 1 if is_mirrored() else 0))
    menu.popup(button.mapToGlobal(corner))


def reads_from_right(text: str) -> bool | None:
    """Say how a paragraph is read, by its first letter, as Qt does; None where it has no letter."""
    for letter in text:
        if letter.isascii():
            if letter.isalpha():
                return False
            continue
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return None


def follow_text(field: QPlainTextEdit) -> None:
    """Keep what is typed into a field of plain text at the side from which its first word is read.

    Qt orders the words of each paragraph by itself, but lets all of them begin at the left.
    """
    # Of the document: the field's own signals are blocked at times.
    field.document().contentsChanged.connect(lambda: _take_side(field))
    _take_side(field)


def _take_side(field: QPlainTextEdit) -> None:
    document = field.document()
    block = document.firstBlock()
    is_right = None
    while block.isValid() and is_right is None:
        is_right = reads_from_right(block.text())
        block = block.next()
    if is_right is None:
        is_right = is_mirrored()
    side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
    option = document.defaultTextOption()
    if option.alignment() != side:
        option.setAlignment(side)
        document.setDefaultTextOption(option)
