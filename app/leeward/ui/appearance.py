# SPDX-License-Identifier: Apache-2.0
"""Puts a theme and a font size on the whole program, and follows the desktop's light and dark."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from leeward.domain.settings import ThemeChoice
from leeward.ui import fonts
from leeward.ui.stylesheet import stylesheet
from leeward.ui.theme import DARK, LIGHT, Theme


class Appearance(QObject):
    """What everything looks like now.

    Signals:
        changed(Theme, int)   the theme and the font size in points
    """

    changed = Signal(object, int)

    def __init__(self, app: QApplication, choice: ThemeChoice, font_size_pt: int) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._font_size_pt = font_size_pt
        self._theme = self._chosen()
        # Fusion is drawn by Qt itself: the same on every desktop.
        app.setStyle("Fusion")
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._on_color_scheme_changed)

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def font_size_pt(self) -> int:
        return self._font_size_pt

    def choose(self, choice: ThemeChoice, font_size_pt: int) -> None:
        """Change the look; `changed` follows when it is another one."""
        self._choice = choice
        theme = self._chosen()
        if (theme, font_size_pt) != (self._theme, self._font_size_pt):
            self._theme, self._font_size_pt = theme, font_size_pt
            self._apply()
            self.changed.emit(theme, font_size_pt)

    def _chosen(self) -> Theme:
        if self._choice is ThemeChoice.SYSTEM:
            is_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        else:
            is_dark = self._choice is ThemeChoice.DARK
        return DARK if is_dark else LIGHT

    def _apply(self) -> None:
        self._app.setPalette(_palette(self._theme))
        self._app.setFont(fonts.ui_font(self._font_size_pt))
        self._app.setStyleSheet(stylesheet(self._theme, self._font_size_pt))

    @Slot(Qt.ColorScheme)
    def _on_color_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        self.choose(self._choice, self._font_size_pt)


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, color in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.surface_hover),
        (role.Text, theme.text),
        (role.Button, theme.surface),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.danger),
        (role.ToolTipBase, theme.surface),
        (role.ToolTipText, theme.text),
        (role.PlaceholderText, theme.text_muted),
        (role.Highlight, theme.selection),
        (role.HighlightedText, theme.text),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Mid, theme.border),
    ):
        palette.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.text_muted))
    return palette
