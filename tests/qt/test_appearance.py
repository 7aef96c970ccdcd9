# SPDX-License-Identifier: Apache-2.0
"""Light, dark and what the desktop says; colours can be read."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLineEdit, QPushButton

from leeward.domain.settings import Density, ThemeChoice
from leeward.ui.appearance import Appearance
from leeward.ui.chat.style import ChatStyle
from leeward.ui.stylesheet import mix, stylesheet
from leeward.ui.theme import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Theme


@pytest.fixture
def appearance(qapp):
    made = Appearance(qapp, ThemeChoice.SYSTEM, 11)
    yield made
    made.deleteLater()
    qapp.setStyleSheet("")


def test_the_desktop_is_followed_while_the_choice_is_system(appearance, qapp, qtbot, monkeypatch):
    schemes = {"now": Qt.ColorScheme.Dark}
    hints = type("Hints", (), {"colorScheme": lambda _self: schemes["now"]})()
    monkeypatch.setattr(appearance, "_app", _AppWith(qapp, hints))
    with qtbot.waitSignal(appearance.changed) as changed:
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert changed.args == [DARK, 11]
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    schemes["now"] = Qt.ColorScheme.Light
    with qtbot.waitSignal(appearance.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    appearance.choose(ThemeChoice.LIGHT, 11)
    schemes["now"] = Qt.ColorScheme.Dark
    with qtbot.assertNotEmitted(appearance.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)


class _AppWith:
    """The application with other style hints: the platform of the tests has none of its own."""

    def __init__(self, app, hints):
        self._app = app
        self._hints = hints

    def styleHints(self):
        return self._hints

    def __getattr__(self, name):
        return getattr(self._app, name)


def test_the_same_choice_twice_changes_nothing(appearance, qtbot):
    appearance.choose(ThemeChoice.DARK, 12)
    with qtbot.assertNotEmitted(appearance.changed):
        appearance.choose(ThemeChoice.DARK, 12)


def test_compact_leaves_less_room_and_the_same_colours(appearance, qapp):
    appearance.choose(ThemeChoice.DARK, 11)
    roomy, high = qapp.styleSheet(), _heights()
    appearance.choose(ThemeChoice.DARK, 11, Density.COMPACT)
    assert replace(appearance.theme, is_compact=False) == DARK
    assert qapp.styleSheet() != roomy
    assert all(low < before for low, before in zip(_heights(), high, strict=True))
    appearance.choose(ThemeChoice.DARK, 11)
    assert qapp.styleSheet() == roomy


def _heights():
    button, line = QPushButton("Done"), QLineEdit()
    button.setProperty("kind", "outline")
    return [widget.sizeHint().height() for widget in (button, line)]


def test_compact_chats_have_less_room_between_lines():
    roomy, compact = ChatStyle(LIGHT, 11), ChatStyle(replace(LIGHT, is_compact=True), 11)
    assert compact.line_px < roomy.line_px


def test_high_contrast_is_chosen_or_asked_for_by_the_desktop(appearance, qapp, monkeypatch):
    now = {"scheme": Qt.ColorScheme.Dark, "contrast": Qt.ContrastPreference.NoPreference}
    access = type("Access", (), {"contrastPreference": lambda _self: now["contrast"]})()
    hints = type("Hints", (), {"colorScheme": lambda _self: now["scheme"], "accessibility": lambda _self: access})()
    monkeypatch.setattr(appearance, "_app", _AppWith(qapp, hints))
    appearance.choose(ThemeChoice.CONTRAST, 11)
    assert appearance.theme is CONTRAST_DARK
    now["scheme"] = Qt.ColorScheme.Light
    qapp.styleHints().accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert appearance.theme is CONTRAST_LIGHT
    appearance.choose(ThemeChoice.SYSTEM, 11)
    assert appearance.theme is LIGHT
    now["contrast"] = Qt.ContrastPreference.HighContrast
    qapp.styleHints().accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert appearance.theme is CONTRAST_LIGHT
    appearance.choose(ThemeChoice.DARK, 11)
    assert appearance.theme is DARK, "what was chosen goes first"


def test_every_colour_of_the_style_sheet_is_filled_in():
    for theme in (DARK, LIGHT, CONTRAST_DARK, CONTRAST_LIGHT):
        assert "$" not in stylesheet(theme, 11)
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2 (relative luminance, section "contrast ratio")."""

    def luminance(color: str) -> float:
        parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("theme", "least"),
    [(DARK, 4.5), (LIGHT, 4.5), (CONTRAST_DARK, 7), (CONTRAST_LIGHT, 7)],
    ids=["dark", "light", "contrast dark", "contrast light"],
)
def test_text_can_be_read_on_what_it_stands_on(theme: Theme, least: float):
    grounds = (theme.window, theme.sidebar, theme.surface, theme.surface_hover)
    pairs = [(text, ground) for text in (theme.text, theme.text_muted) for ground in grounds]
    pairs += [(theme.on_accent, theme.accent), (theme.accent, theme.window), (theme.text, theme.code_inline)]
    pairs += [(theme.text, ground) for ground in (theme.user_bubble, theme.selection, theme.code_background)]
    pairs += [(color, theme.surface) for color in (theme.danger, theme.warning, theme.success)]
    pairs += [(color, theme.code_background) for color in theme.syntax.values()]
    assert {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < least} == {}
