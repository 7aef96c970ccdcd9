# SPDX-License-Identifier: Apache-2.0
"""Fonts of the window: Inter for text, JetBrains Mono for code, both from `resources/fonts`."""

import logging

from PySide6.QtGui import QFont, QFontDatabase

from leeward import resources

log = logging.getLogger(__name__)

UI_FAMILY = "Inter"
CODE_FAMILY = "JetBrains Mono"

# Static weights: the variable file gave a smeared, synthetic bold through addApplicationFont.
_FILES = (
    "Inter-Regular.ttf",
    "Inter-Italic.ttf",
    "Inter-SemiBold.ttf",
    "Inter-Bold.ttf",
    "Inter-BoldItalic.ttf",
    "JetBrainsMono-Regular.ttf",
    "JetBrainsMono-Italic.ttf",
    "JetBrainsMono-Bold.ttf",
)


def load() -> None:
    """Make the fonts known to Qt. Call once, after QApplication was made.

    A font that cannot be read is logged and replaced by the system's own: text must show in any case.
    """
    for name in _FILES:
        if QFontDatabase.addApplicationFont(str(resources.path(f"fonts/{name}"))) < 0:
            log.error("font %s cannot be read", name)


def ui_font(size_pt: float, *, is_bold: bool = False, is_italic: bool = False) -> QFont:
    """Return the font of text; bold is the semi-bold cut."""
    font = QFont(UI_FAMILY)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPointSizeF(size_pt)
    font.setItalic(is_italic)
    if is_bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def code_font(size_pt: float) -> QFont:
    """Return the font of code. The file has no ligatures: `->` shows as it was written."""
    font = QFont(CODE_FAMILY)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setFixedPitch(True)
    font.setPointSizeF(size_pt)
    return font
