# SPDX-License-Identifier: Apache-2.0
"""Type, colours and spacing of the chat, worked out once from the theme and the font size."""

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPalette, QTextBlockFormat, QTextCharFormat, QTextOption

from leeward.ui import fonts
from leeward.ui.chat.model import Line, Style
from leeward.ui.theme import Theme

INDENT_PX = 24  # of one level of lists
CHIP_PAD_PX = 4  # inside the edge of code in a line
QUOTE_PX = 18  # of one level of quotes
MAX_INDENT_PX = 192  # deeper text stands no further to the right

_HEADING_SCALE = {1: 1.5, 2: 1.3, 3: 1.15, 4: 1.05, 5: 1.0, 6: 1.0}
_LINE_HEIGHT_PERCENT = 140
_COMPACT_PERCENT = 122
_PARAGRAPH_GAP_PX = 10
_ITEM_GAP_PX = 6


class ChatStyle:
    """Formats are kept: a format is asked for once per span."""

    def __init__(self, theme: Theme, size_pt: float) -> None:
        self.theme = theme
        self._line_percent = _COMPACT_PERCENT if theme.is_compact else _LINE_HEIGHT_PERCENT
        self.size_pt = size_pt
        self.small_pt = max(7.0, size_pt - 2)
        self._char_formats: dict[tuple[int, bool, int, bool, bool], QTextCharFormat] = {}
        self._block_formats: dict[tuple[int, bool, bool, bool, bool, bool, bool], QTextBlockFormat] = {}
        self.body_font = fonts.ui_font(size_pt)
        self.bold_font = fonts.ui_font(size_pt, is_bold=True)
        self.small_font = fonts.ui_font(self.small_pt)
        self.code_font = fonts.code_font(size_pt * 0.93)

    @cached_property
    def line_px(self) -> float:
        return QFontMetricsF(self.body_font).height() * self._line_percent / 100

    @cached_property
    def leading_px(self) -> int:
        """Empty space below the letters of every line, also of the last one."""
        return round(self.line_px - QFontMetricsF(self.body_font).height())

    @cached_property
    def char_px(self) -> float:
        return QFontMetricsF(self.body_font).averageCharWidth()

    @cached_property
    def code_metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.code_font)

    @cached_property
    def palette(self) -> QPalette:
        """Text on nothing: the view paints what lies behind."""
        palette = QPalette()
        text = QColor(self.theme.text)
        clear = QColor(0, 0, 0, 0)
        for role, color in (
            (QPalette.ColorRole.Base, clear),
            (QPalette.ColorRole.Window, clear),
            (QPalette.ColorRole.Text, text),
            (QPalette.ColorRole.WindowText, text),
            (QPalette.ColorRole.Highlight, QColor(self.theme.selection)),
            (QPalette.ColorRole.HighlightedText, text),
            (QPalette.ColorRole.Link, QColor(self.theme.accent)),
        ):
            palette.setColor(role, color)
        return palette

    def char_format(
        self, style: int, *, is_link: bool, level: int, is_muted: bool, is_spaced: bool = False
    ) -> QTextCharFormat:
        """`is_spaced`: for the last letter before the edge of a chip of code, to leave room for the edge."""
        key = (style, is_link, level, is_muted, is_spaced)
        made = self._char_formats.get(key)
        if made is None:
            made = self._char_formats[key] = self._make_char_format(key)
        return made

    def _make_char_format(self, key: tuple[int, bool, int, bool, bool]) -> QTextCharFormat:
        style, is_link, level, is_muted, is_spaced = key
        size_pt = self.size_pt * _HEADING_SCALE.get(level, 1.0)
        made = QTextCharFormat()
        if style & Style.CODE:
            font = fonts.code_font(size_pt * 0.93)
        else:
            font = fonts.ui_font(
                size_pt, is_bold=bool(style & Style.BOLD or level), is_italic=bool(style & Style.ITALIC)
            )
        if style & Style.CODE and style & Style.BOLD:
            font.setWeight(QFont.Weight.Bold)
        if style & Style.RAISED:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        font.setStrikeOut(bool(style & Style.STRIKE))
        if is_spaced:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, CHIP_PAD_PX)
        made.setFont(font)
        color = (
            self.theme.accent
            if is_link or style & Style.RAISED
            else self.theme.text_muted
            if is_muted
            else self.theme.text
        )
        made.setForeground(QBrush(QColor(color)))
        if is_link:
            made.setFontUnderline(True)
        return made

    def block_format(self, line: Line, *, is_first: bool) -> QTextBlockFormat:
        is_centered = line.is_display
        has_formula = is_centered or any(span.source for span in line.spans)
        key = (
            line.indent,
            bool(line.marker),
            line.is_continued or is_first,
            bool(line.level),
            has_formula,
            is_centered,
            bool((line.indent or line.marker) and line.reads_from_right),
        )
        made = self._block_formats.get(key)
        if made is None:
            made = self._block_formats[key] = self._make_block_format(line, is_tight=key[2], is_from_right=key[6])
            if has_formula:  # the same room below a high line as below others, not a share of its height
                made.setLineHeight(self.leading_px, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
            if is_centered:
                made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return made

    def _make_block_format(self, line: Line, *, is_tight: bool, is_from_right: bool) -> QTextBlockFormat:
        made = QTextBlockFormat()
        percent = min(120, self._line_percent) if line.level else self._line_percent
        made.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        indent_px = min(line.indent * INDENT_PX, MAX_INDENT_PX)
        (made.setRightMargin if is_from_right else made.setLeftMargin)(indent_px)
        if line.marker:
            made.setTextIndent(-INDENT_PX)
            # From the marker on. In text that is read from the right, Qt makes a left tab of a right one.
            tab = QTextOption.TabType.RightTab if is_from_right else QTextOption.TabType.LeftTab
            made.setTabPositions([QTextOption.Tab(INDENT_PX, tab)])
        if not is_tight:
            gap = _ITEM_GAP_PX if line.marker else _PARAGRAPH_GAP_PX
            made.setTopMargin(gap / 2 if self.theme.is_compact else gap)
        return made
