# SPDX-License-Identifier: Apache-2.0
"""A10: no single key deletes a chat, whatever has the focus; a deletion can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from helpers.window import rig
from leeward.ui.banner import UNDO_MS

KEYS = [
    Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_D, Qt.Key.Key_X,
    Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape,
]  # fmt: skip


@pytest.fixture
def made(qapp, qtbot, tmp_path):
    with rig(qapp, tmp_path) as made:
        for title in ("One", "Two", "Three"):
            made.add_chat(title)
        made.window.show()
        with qtbot.waitSignals([made.parts.generation.model_loaded, made.parts.conversations.listed]):
            made.window.start()
        made.window.open_conversation(made.store.all()[0].id)
        qtbot.waitUntil(lambda: made.window.page.current is not None)
        yield made


def test_A10_no_single_key_deletes_a_chat_wherever_the_focus_is(made, qtbot, monkeypatch) -> None:
    # What would open another window or end this one is not the matter here.
    for name in ("choose_file", "open_settings", "toggle_theme"):
        monkeypatch.setattr(type(made.window), name, lambda self: None)
    made.window.header.picker.setMenu(None)
    made.window.header.settings_requested.disconnect()
    made.window.sidebar.settings_requested.disconnect()
    made.window.sidebar.theme_toggle_requested.disconnect()
    deletions = []
    made.parts.conversations.deleted.connect(deletions.append)
    n_focused = 0
    for widget in [made.window, *made.window.findChildren(QWidget)]:
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        n_focused += 1
        for key in KEYS:
            made.window.sidebar.show()
            widget.setFocus()
            QTest.keyClick(widget, key)
    assert n_focused >= 8
    done = []
    made.thread.run(lambda: None, done.append, done.append)  # whatever was asked of storage is done by now
    qtbot.waitUntil(lambda: bool(done))
    assert deletions == []
    assert {"One", "Two", "Three"} <= {chat.title for chat in made.store.all()}  # Enter on Send may have made another


def test_A10_a_deletion_is_undone_with_its_place_and_text(made, qtbot) -> None:
    chat = made.window.page.current
    before = made.store.get(chat)
    with qtbot.waitSignal(made.parts.conversations.deleted):
        QTest.keyClick(
            made.window, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
    assert made.window.snackbar.isVisible()
    assert made.window.page.current is None
    assert UNDO_MS == 10_000
    with qtbot.waitSignal(made.parts.conversations.restored):
        made.window.snackbar.button.click()
    qtbot.waitUntil(lambda: made.window.page.current == chat)
    assert made.store.get(chat) == before
