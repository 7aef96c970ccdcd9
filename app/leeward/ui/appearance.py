# SPDX-License-Identifier: Apache-2.0
"""Puts a theme and a font size on the whole program, and follows the desktop's light, dark and contrast."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from leeward.domain.settings import Density, ThemeChoice
from leeward.ui import fonts
from leeward.ui.stylesheet import stylesheet
from leeward.ui.theme import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Theme


class Appearance(QObject):
    """What everything looks like now.

    Signals:
        changed(Theme, int)   the theme and the font size in points
    """

    changed = Signal(object, int)

    def __init__(
        self, app: QApplication, choice: ThemeChoice, font_size_pt: int, density: Density = Density.COMFORTABLE
    ) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._density = density
        self._font_size_pt = font_size_pt
        self._theme = self._chosen()
        # Fusion is drawn by Qt itself: the same on every desktop.
        app.setStyle("Fusion")
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._on_desktop_changed)
        accessibility = getattr(app.styleHints(), "accessibility", None)
        if accessibility is not None:
            accessibility().contrastPreferenceChanged.connect(self._on_desktop_changed)

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def font_size_pt(self) -> int:
        return self._font_size_pt

    def choose(self, choice: ThemeChoice, font_size_pt: int, density: Density = Density.COMFORTABLE) -> None:
        """Change the look; `changed` follows when it is another one."""
        self._choice = choice
        self._density = density
        theme = self._chosen()
        if (theme, font_size_pt) != (self._theme, self._font_size_pt):
            self._theme, self._font_size_pt = theme, font_size_pt
            self._apply()
            self.changed.emit(theme, font_size_pt)

    def _chosen(self) -> Theme:
        theme = self._of_choice()
        return replace(theme, is_compact=True) if self._density is Density.COMPACT else theme

    def _of_choice(self) -> Theme:
        hints, choice = self._app.styleHints(), self._choice
        is_dark = choice is ThemeChoice.DARK
        if choice in (ThemeChoice.SYSTEM, ThemeChoice.CONTRAST):
            is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        if choice is ThemeChoice.CONTRAST or (choice is ThemeChoice.SYSTEM and _wants_contrast(hints)):
            return CONTRAST_DARK if is_dark else CONTRAST_LIGHT
        return DARK if is_dark else LIGHT

    def _apply(self) -> None:
        self._app.setPalette(_palette(self._theme))
        self._app.setFont(fonts.ui_font(self._font_size_pt))
        self._app.setStyleSheet(stylesheet(self._theme, self._font_size_pt))

    @Slot()
    def _on_desktop_changed(self, *_what: object) -> None:
        self.choose(self._choice, self._font_size_pt, self._density)


def _wants_contrast(hints: QStyleHints) -> bool:
    accessibility = getattr(hints, "accessibility", None)  # from Qt 6.10 on
    return accessibility is not None and accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


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
