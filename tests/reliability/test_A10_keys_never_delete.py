# SPDX-License-Identifier: Apache-2.0
"""A10: no single key deletes a chat, whatever has the focus; a deletion can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from helpers.window import rig
from leeward.ui.banner import UNDO_MS
from leeward.ui.chat.actions import MessageAction
from leeward.ui.conversation_rows import ListScope

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


def settle(made, qtbot):
    """Whatever was asked of storage and the engine is done afterwards."""
    done = []
    made.thread.run(lambda: None, done.append, done.append)
    qtbot.waitUntil(lambda: bool(done) and not made.window.page.is_answering)


def test_A10_no_single_key_deletes_a_chat_wherever_the_focus_is(made, qtbot, monkeypatch) -> None:
    # What would open another window or end this one is not the matter here.
    for name in ("choose_file", "toggle_theme"):
        monkeypatch.setattr(type(made.window), name, lambda self: None)
    monkeypatch.setattr(type(made.window.dialogs), "open_settings", lambda self: None)
    made.window.header.picker.setMenu(None)
    made.window.header.settings_requested.disconnect()
    made.window.sidebar.settings_requested.disconnect()
    made.window.sidebar.theme_toggle_requested.disconnect()
    made.window.sidebar.menu_requested.disconnect()
    made.window.sidebar.options.clicked.disconnect()
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
    settle(made, qtbot)
    assert deletions == []
    assert {"One", "Two", "Three"} <= {chat.title for chat in made.store.all()}  # Enter on Send may have made another


CONTROLS = (
    "Previous version", "Next version", "Copy message", "Answer again", "Edit message", "More actions", "Conversation",
)  # fmt: skip


def test_A10_no_single_key_deletes_a_message_or_a_version(made, qtbot) -> None:
    page = made.window.page
    chat, first, question = page.current, page.messages[-1].id, page.messages[0].id
    with qtbot.waitSignal(made.parts.generation.reply_finished):
        page.message_actions.do(first, MessageAction.AGAIN)
    second = page.messages[-1].id
    qtbot.waitUntil(lambda: second in page.versions)
    before, deletions = made.store.messages(chat), []
    made.parts.conversations.tree.deleted.connect(deletions.append)
    made.parts.conversations.deleted.connect(deletions.append)
    # The menu needs a second key, and begins with what is harmless; this platform cannot show it.
    page.chat.menu_requested.disconnect(page.message_actions.show_menu)
    menu = page.message_actions.menu(page.messages[-1])
    assert menu.activeAction() is None
    assert MessageAction.DELETE.value in menu.actions()[-1].text()
    menu.deleteLater()
    for name in CONTROLS:
        shown = first if name == "Next version" else second
        for key in KEYS:
            page.writing.cancel_task()
            made.parts.conversations.tree.show(chat, shown)
            qtbot.waitUntil(lambda shown=shown: [each.id for each in page.messages] == [question, shown])
            settle(made, qtbot)
            widget = next(
                each for each in [page.chat, *page.chat.findChildren(QWidget)]
                if each.accessibleName() == name and each.isVisible() and each.isEnabled()
            )  # fmt: skip
            widget.setFocus()
            QTest.keyClick(widget, key)
            settle(made, qtbot)
    assert deletions == []
    assert before.items() <= made.store.messages(chat).items()


def test_A10_what_was_typed_into_an_edit_or_waits_is_never_lost_by_a_single_key(made, qtbot) -> None:
    page = made.window.page
    page.composer.set_text("typed before")
    page.message_actions.do(page.messages[0].id, MessageAction.EDIT)
    page.composer.set_text("a long edit")
    QTest.keyClick(page.composer.field, Qt.Key.Key_Escape)
    assert page.composer.text == "typed before"
    QTest.keyClick(made.window.snackbar.button, Qt.Key.Key_Space)
    assert page.composer.text == "a long edit"
    QTest.keyClick(page.writing.task_bar.cancel, Qt.Key.Key_Space)
    made.window.snackbar.button.click()
    page.writing.cancel_task()
    page.composer.set_text("waits")
    page.writing._on_queue_requested("waits")
    page.writing.queue_bar.remove_requested.emit(0)
    QTest.keyClick(made.window.snackbar.button, Qt.Key.Key_Space)
    assert page.composer.text == "waits"


def test_A10_no_single_key_empties_the_bin(made, qtbot) -> None:
    sidebar = made.window.sidebar
    sidebar.options.clicked.disconnect()
    made.store.delete(made.store.all()[-1].id, 1.0)
    sidebar.set_scope(ListScope.BIN)
    qtbot.waitUntil(sidebar.empty_bin.isEnabled)
    sidebar.view.setCurrentIndex(sidebar.model.index(1))
    for widget in (sidebar.empty_bin, sidebar.back, sidebar.view):
        for key in KEYS:
            if widget is sidebar.view and key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
                continue  # opens a menu
            widget.setFocus()
            QTest.keyClick(widget, key)
            dialog = made.window.organising.dialog
            if dialog is not None and dialog.isVisible():
                QTest.keyClick(dialog, Qt.Key.Key_Return)
            sidebar.set_scope(ListScope.BIN)
    done = []
    made.thread.run(lambda: None, done.append, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert made.window.organising.dialog is not None, "the question was asked"
    assert len(made.store.all(deleted=True)) == 1


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
