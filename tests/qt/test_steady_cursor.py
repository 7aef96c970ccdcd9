# SPDX-License-Identifier: Apache-2.0
"""The text cursor stands still when nobody writes."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from leeward.ui.steady_cursor import SteadyCursor


@pytest.fixture
def flash_ms(qapp):
    """Return what says how long the cursor blinks at the moment; what it was before is there again afterwards."""
    hints = QGuiApplication.styleHints()
    usual = hints.cursorFlashTime()
    hints.setCursorFlashTime(1000)
    yield hints.cursorFlashTime
    hints.setCursorFlashTime(usual)


def test_the_cursor_stands_after_a_while_and_blinks_while_somebody_writes(flash_ms, qtbot, show_in_window):
    field = show_in_window(QPlainTextEdit())
    field.setFocus()
    steady = SteadyCursor(blinking_ms=200)
    qtbot.waitUntil(lambda: flash_ms() == 0)
    assert field.cursorRect().width() > 0
    QTest.keyClicks(field, "a")
    assert flash_ms() == 1000
    qtbot.waitUntil(lambda: flash_ms() == 0)
    assert not steady._timer.isActive()
    steady.deleteLater()
