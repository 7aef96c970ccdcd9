# SPDX-License-Identifier: Apache-2.0
"""Folders, archive, bin, tags, temporary chats and hits, through the whole window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from leeward.domain.conversation import is_temporary
from leeward.domain.generation import Role
from leeward.ui.conversation_rows import ListScope
from leeward.ui.small_dialogs import ConfirmDialog, LineDialog

DATES = {"Today", "Yesterday", "Previous 7 days", "Older"}


@pytest.fixture
def made(make_rig):
    return make_rig(chats=("One", "Two", "Three"))


def chat_named(made, title):
    return next(each for each in made.store.all() if each.title == title)


def settled(made, qtbot):
    """Wait until what was asked of storage is done and shown."""
    for _ in range(3):  # an answer may ask again
        done = []
        made.thread.run(lambda: None, done.append, done.append)
        qtbot.waitUntil(lambda done=done: bool(done))


def test_a_folder_is_made_for_a_chat_filled_deleted_and_brought_back(made, qtbot):
    wishes = made.window.sidebar.wishes
    wishes.new_folder_wanted.emit(chat_named(made, "Two").id)
    dialog = made.window.organising.dialog
    assert isinstance(dialog, LineDialog)
    assert not dialog.accept_button.isEnabled(), "a folder has a name"
    QTest.keyClicks(dialog.field, "  Boats  ")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    settled(made, qtbot)
    assert [each for each in made.listed() if each not in DATES] == ["Folders", "Boats", "Two", "Three", "One"]
    folder = made.window.sidebar.model.row(made.window.sidebar.model.index(1)).folder
    wishes.folder_open_wanted.emit(folder.id, False)
    settled(made, qtbot)
    assert "Two" not in made.listed()
    wishes.folder_delete_wanted.emit(folder)
    settled(made, qtbot)
    assert "Boats" not in made.listed()
    assert "Two" in made.listed()
    assert made.window.snackbar.label.text() == "The folder “Boats” was deleted; its 1 chat stayed"
    made.window.snackbar.button.click()
    settled(made, qtbot)
    assert chat_named(made, "Two").folder_id == folder.id
    assert "Boats" in made.listed()


def test_an_archived_chat_is_out_of_the_list_until_undo_and_is_found(made, qtbot):
    wishes, sidebar = made.window.sidebar.wishes, made.window.sidebar
    two = chat_named(made, "Two").id
    wishes.archive_wanted.emit(two, True)
    settled(made, qtbot)
    assert "Two" not in made.listed()
    sidebar.set_scope(ListScope.ARCHIVE)
    assert made.listed()[-1] == "Two"
    sidebar.set_scope(ListScope.CHATS)
    sidebar.search.setText("two")
    assert "Two" in made.listed()
    sidebar.search.clear()
    made.window.snackbar.button.click()
    settled(made, qtbot)
    assert "Two" in made.listed()


def test_tags_are_typed_kept_and_filter_the_list(made, qtbot):
    wishes, sidebar = made.window.sidebar.wishes, made.window.sidebar
    wishes.tags_wanted.emit(chat_named(made, "Two"))
    dialog = made.window.organising.dialog
    QTest.keyClicks(dialog.field, "#Sea, wind")
    dialog.accept_button.click()
    settled(made, qtbot)
    assert chat_named(made, "Two").tags == ("sea", "wind")
    sidebar.search.setText("#wi")
    assert made.listed() == ["1 chat", "Two"]


def test_the_bin_gives_back_and_deletes_for_good_after_a_question(made, qtbot):
    sidebar = made.window.sidebar
    one, two = chat_named(made, "One").id, chat_named(made, "Two").id
    for each in (one, two):
        made.window.delete(each)
    sidebar.set_scope(ListScope.BIN)
    settled(made, qtbot)
    assert made.listed() == ["2 chats, kept for 30 days", "Two", "One"]
    sidebar.wishes.restore_wanted.emit(two)
    settled(made, qtbot)
    assert made.listed() == ["1 chat, kept for 30 days", "One"]
    sidebar.empty_bin.click()
    dialog = made.window.organising.dialog
    assert isinstance(dialog, ConfirmDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)  # Enter is no consent
    settled(made, qtbot)
    assert len(made.store.all(deleted=True)) == 1
    sidebar.empty_bin.click()
    made.window.organising.dialog.confirm.click()
    settled(made, qtbot)
    assert made.listed() == ["The bin is empty"]
    assert made.store.all(deleted=True) == []
    assert {each.title for each in made.store.all()} >= {"Two", "Three"}


def test_the_palette_pins_archives_tags_and_files_the_shown_chat(made, qtbot):
    window, actions = made.window, {each.name: each.run for each in made.window.actions_of_window}
    with qtbot.waitSignal(window.page.conversation_changed):
        window.open_conversation(chat_named(made, "One").id)
    actions["Pin this chat to the top, or take it off"]()
    actions["Tags of this chat"]()
    QTest.keyClicks(window.organising.dialog.field, "sea")
    window.organising.dialog.accept_button.click()
    actions["Move this chat to a new folder"]()
    QTest.keyClicks(window.organising.dialog.field, "Boats")
    window.organising.dialog.accept_button.click()
    actions["Archive this chat, or take it out"]()
    settled(made, qtbot)
    chat = chat_named(made, "One")
    assert (chat.is_pinned, chat.tags, chat.is_archived, chat.folder_id) == (True, ("sea",), True, 1)
    actions["Show the archive"]()
    assert made.listed()[-1] == "One"
    actions["Show the bin"]()
    settled(made, qtbot)
    assert made.listed() == ["The bin is empty"]


def test_a_temporary_chat_is_marked_answered_listed_and_not_on_the_disk(made, qtbot):
    window = made.window
    with qtbot.waitSignal(window.page.conversation_changed):
        QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    chat = window.page.current
    assert is_temporary(chat)
    assert window.header.temporary.isVisible()
    assert window.page.stack.currentWidget() is window.page.empty
    assert "never written to the disk" in window.page.empty.subtitle.text()
    with qtbot.waitSignal(made.parts.generation.reply_finished):
        window.page.send("Is Quetzalcoatlus kept?")
    settled(made, qtbot)
    assert made.listed()[:2] == ["Temporary", "Is Quetzalcoatlus kept?"]
    assert [each.content for each in made.store.branch(chat)] == ["Is Quetzalcoatlus kept?", "An answer."]
    window.page.composer.set_text("Quetzalcoatlus again")
    window.page.keep_draft()
    with qtbot.waitSignal(window.page.conversation_changed):
        window.open_conversation(chat_named(made, "One").id)
    assert not window.header.temporary.isVisible()
    with qtbot.waitSignal(window.page.conversation_changed):
        window.open_conversation(chat)
    assert window.page.composer.text == "Quetzalcoatlus again"
    settled(made, qtbot)
    for path in made.folder.rglob("*"):
        assert not path.is_file() or b"Quetzalcoatlus" not in path.read_bytes(), path


def test_a_hit_on_another_branch_is_shown_there_with_its_words_marked(made, qtbot):
    chat = made.store.create(1.0).id
    question = made.store.add_message(chat, None, Role.USER, "question", 1.0)
    parent = question
    for number in range(30):
        parent = made.store.add_message(
            chat, parent.id, Role.ASSISTANT, f"Answer {number}.\n\n" + "A long line of text. " * 40, 1.0
        )
    hit = made.store.add_message(chat, question.id, Role.ASSISTANT, "First.\n\nHere the halyard is.", 1.0)
    made.store.set_leaf(chat, parent.id)
    made.parts.conversations.refresh()
    settled(made, qtbot)
    window = made.window
    with qtbot.waitSignal(made.parts.conversations.found):
        window.focus_search()
        QTest.keyClicks(window.sidebar.search, "halyard")
    settled(made, qtbot)
    assert made.listed()[0] == "Messages in 1 chat"
    with qtbot.waitSignal(window.page.conversation_changed):
        QTest.keyClick(window.sidebar.search, Qt.Key.Key_Return)
    assert window.page.current == chat
    assert made.store.get(chat).leaf_id == hit.id
    view = window.page.chat
    assert any("halyard" in piece.text for piece in view.pieces_in_sight())
    view.copy()
    assert window.page.chat._selection.selected_text() == "halyard"


def test_a_hit_far_up_in_the_shown_chat_is_scrolled_to(made, qtbot):
    chat = made.store.create(1.0).id
    parent_id, ids = None, []
    for number in range(60):
        text = f"Message {number}.\n\n" + "A long line of text. " * 40 + f"\n\nThe end of number{number} is here."
        parent_id = made.store.add_message(chat, parent_id, Role.ASSISTANT, text, 1.0).id
        ids.append(parent_id)
    window = made.window
    with qtbot.waitSignal(window.page.conversation_changed):
        window.open_conversation(chat)
    for number in (7, 55, 0):
        window.open_message(chat, ids[number], [f"number{number}"])
        view = window.page.chat
        assert view._selection.selected_text() == f"number{number}"
        piece = next(piece for piece in view.pieces_in_sight() if f"number{number} is" in piece.text)
        assert 0 <= piece.widget.y() < view.viewport().height()


def test_no_branch_is_changed_while_an_answer_comes(make_rig, qtbot):
    made = make_rig(scripts=(("word ",) * 200,), interval_s=0.02)
    window = made.window
    chat = made.store.create(1.0).id
    old = made.store.add_message(chat, None, Role.USER, "old halyard", 1.0)
    new = made.store.add_message(chat, None, Role.USER, "new", 1.0)
    with qtbot.waitSignal(window.page.conversation_shown):
        window.open_conversation(chat)
    with qtbot.waitSignal(made.parts.generation.reply_started):
        window.page.send("Go on")
    window.open_message(chat, old.id, ["halyard"])
    assert window.page.banner.sentence.text() == "What was found is on another branch of this chat."
    assert made.store.branch(chat)[0].id == new.id
    with qtbot.waitSignal(made.parts.generation.reply_finished):
        window.page.stop()
    with qtbot.waitSignal(window.page.conversation_shown):
        window.open_message(chat, old.id, ["halyard"])
    assert [each.id for each in made.store.branch(chat)] == [old.id]


def test_a_message_that_is_not_drawn_is_opened_all_the_same(made, qtbot):
    chat = made.store.create(1.0).id
    system = made.store.add_message(chat, None, Role.SYSTEM, "You know the sea.", 1.0)
    made.store.add_message(chat, system.id, Role.USER, "Hello", 1.0)
    with qtbot.waitSignal(made.window.page.conversation_changed):
        made.window.open_message(chat, system.id, ["sea"])
    assert "Hello" in made.window.page.chat.plain_text()


def test_a_hit_that_is_gone_is_said(made, qtbot):
    one = chat_named(made, "One").id
    with qtbot.waitSignal(made.window.page.conversation_changed):
        made.window.open_message(one, 99_999, ["x"])
    assert made.window.page.banner.sentence.text() == "What was found is not in this chat any more."
