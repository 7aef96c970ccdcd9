# SPDX-License-Identifier: Apache-2.0
"""A chat template to read: monospaced, coloured, not to be changed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit

from leeward.i18n import tr
from leeward.ui.fonts import code_font
from leeward.ui.models_page.jinja_colors import jinja_spans
from leeward.ui.theme import Theme

MAX_CHARS = 100_000
_HEIGHT_PX = 220


class TemplateField(QPlainTextEdit):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "field")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(tr("The chat template of the file"))
        self.setFont(code_font(max(8.0, self.font().pointSizeF() - 1)))
        self.setFixedHeight(_HEIGHT_PX)

    def show_template(self, text: str) -> None:
        """Show it, as far as `MAX_CHARS`. What would show as nothing, or turn the text around, is seen as a sign."""
        shown = text[:MAX_CHARS].replace("\r\n", "\n")
        self.setPlainText(
            "".join(each if each.isprintable() or each in "\n\t" else "\N{REPLACEMENT CHARACTER}" for each in shown)
        )
        self._color()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._color()

    def _color(self) -> None:
        formats = {}
        for family, color in self._theme.syntax.items():
            formats[family] = QTextCharFormat()
            formats[family].setForeground(QColor(color))
        text = self.toPlainText()
        is_narrow = text.isascii()
        ranges: dict[int, list[QTextLayout.FormatRange]] = {}
        place = units = 0  # Qt counts in UTF-16
        for start, end, family in jinja_spans(text):
            units += start - place if is_narrow else _utf16_length(text[place:start])
            length = end - start if is_narrow else _utf16_length(text[start:end])
            self._add(ranges, units, units + length, formats[family])
            place, units = end, units + length
        block = self.document().firstBlock()
        while block.isValid():
            block.layout().setFormats(ranges.get(block.blockNumber(), []))
            block = block.next()
        self.document().markContentsDirty(0, self.document().characterCount())

    def _add(
        self, ranges: dict[int, list[QTextLayout.FormatRange]], start: int, end: int, look: QTextCharFormat
    ) -> None:
        """Add the part of every line that lies in it."""
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            part = QTextLayout.FormatRange()
            part.start = max(0, start - block.position())
            part.length = min(end - block.position(), block.length()) - part.start
            part.format = look
            ranges.setdefault(block.blockNumber(), []).append(part)
            block = block.next()


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
