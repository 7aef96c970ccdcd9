# SPDX-License-Identifier: Apache-2.0
"""A small touch screen, 480 x 320: what is pressed is large enough for a finger, and no dialog is larger than the screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QStyle,
    QWidget,
)

from leeward.domain.settings import Density, ThemeChoice

SIZE = (480, 320)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
# About 32 px; dense rows run over the whole width.
LEAST_PX = {Density.COMFORTABLE: 31, Density.COMPACT: 29}
DIALOGS = {
    "settings": (Qt.Key.Key_Comma, CTRL),
    "personas": (Qt.Key.Key_P, CTRL),
    "prompts": (Qt.Key.Key_P, CTRL | SHIFT),
    "palette": (Qt.Key.Key_K, CTRL),
    "keys": (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
    "receipt": (Qt.Key.Key_I, CTRL),
    "speed": (Qt.Key.Key_S, CTRL | SHIFT),
    "branches": (Qt.Key.Key_B, CTRL | SHIFT),
}


@pytest.fixture(params=list(Density))
def made(request, make_rig, qtbot):
    rig = make_rig(SIZE)
    rig.density = request.param
    rig.parts.appearance.choose(ThemeChoice.LIGHT, 11, request.param)
    chat = rig.add_chat("One", answer="Text.\n\n```python\nx = 1\n```\n")
    with qtbot.waitSignal(rig.parts.conversations.listed):
        rig.parts.conversations.refresh()
    rig.window.page.open(chat)
    qtbot.waitUntil(lambda: rig.window.page.is_chat_shown and bool(rig.window.page.chat.pieces_in_sight()))
    return rig


def too_low(root: QWidget, least_px: int) -> dict[str, int]:
    """Return what can be pressed and is lower than that, with its height."""
    found = {}
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        is_in_field = isinstance(widget.parent(), QLineEdit)  # an icon at its end, which is only drawn there
        if isinstance(widget, QAbstractButton | QComboBox) and not is_in_field and widget.height() < least_px:
            found[f"{type(widget).__name__} {widget.accessibleName()}"] = widget.height()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None and widget.model().rowCount():
            height = widget.visualRect(widget.model().index(0, 0)).height()
            if height < least_px:
                found[f"rows of {widget.accessibleName()}"] = height
    return found


def test_what_is_pressed_is_high_enough_for_a_finger(made, qtbot):
    window = made.window
    assert too_low(window, LEAST_PX[made.density]) == {}
    window.shell.show_sidebar(is_shown=True)
    qtbot.waitUntil(lambda: window.sidebar.x() == 0)
    assert too_low(window.sidebar, LEAST_PX[made.density]) == {}


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_fits_the_screen_and_is_pressed_by_a_finger(made, name, qtbot):
    key, modifiers = DIALOGS[name]
    made.window.activateWindow()
    QTest.keyClick(made.window.page.composer.field, key, modifiers)

    def dialogs() -> list[QDialog]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]

    qtbot.waitUntil(lambda: bool(dialogs()))
    (dialog,) = dialogs()
    assert dialog.width() <= SIZE[0]
    assert dialog.height() <= SIZE[1]
    assert too_low(dialog, LEAST_PX[made.density]) == {}
    dialog.close()


def test_a_menu_that_is_higher_than_the_screen_scrolls(made):
    menu = QMenu(made.window)
    assert menu.style().styleHint(QStyle.StyleHint.SH_Menu_Scrollable, None, menu), "columns would go beyond its side"
