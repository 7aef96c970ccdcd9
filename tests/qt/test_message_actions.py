# SPDX-License-Identifier: Apache-2.0
"""Versions, edits, queue, forks, deletions and receipts in the window, by mouse and by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from leeward.domain.conversation import MessageStatus
from leeward.domain.errors import EngineStopped
from leeward.domain.generation import Role
from leeward.ui.branches_dialog import BranchesDialog
from leeward.ui.chat.actions import MessageAction
from leeward.ui.chat.composer import ComposerState
from leeward.ui.chat.footer import FooterWidget
from leeward.ui.receipt_dialog import ReceiptDialog


def send(rig, qtbot, text):
    QTest.keyClicks(rig.window.page.composer.field, text)
    with qtbot.waitSignal(rig.parts.generation.reply_finished):
        QTest.keyClick(rig.window.page.composer.field, Qt.Key.Key_Return)


def begin(rig, qtbot, text):
    """Send and return when text arrives."""
    page = rig.window.page
    QTest.keyClicks(page.composer.field, text)
    QTest.keyClick(page.composer.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.is_answering and bool(page._live[page.current].pieces))


def shown(rig):
    return [message.content for message in rig.window.page.messages]


def kept(rig):
    return [message.content for message in rig.store.branch(rig.window.page.current)]


def footer(rig, number):
    """Return the actions under the n-th message."""
    view = rig.window.page.chat
    return next(
        p.widget for p in view.pieces_in_sight() if isinstance(p.widget, FooterWidget) and p.item.index == number
    )


def do(rig, number, action):
    page = rig.window.page
    page.message_actions.do(page.messages[number].id, action)


@pytest.fixture
def talk(make_rig, qtbot):
    """A window with one question and its answer, and another answer to come."""
    rig = make_rig(scripts=[["first"], ["second"], ["third"], ["fourth"]])
    send(rig, qtbot, "Why?")
    return rig


def until_version(rig, qtbot, number, text):
    """Wait until a message says which version it is."""
    qtbot.waitUntil(lambda: footer(rig, number)._number.text() == text)


def again(rig, qtbot):
    with qtbot.waitSignal(rig.parts.generation.reply_finished):
        footer(rig, 1).regenerate.click()
    until_version(rig, qtbot, 1, "2/2")


def test_versions_are_gone_through_with_the_mouse_and_remembered(talk, qtbot):
    assert not footer(talk, 1).previous.isVisible()
    again(talk, qtbot)
    assert shown(talk) == ["Why?", "second"]
    assert footer(talk, 1)._number.text() == "2/2"
    assert not footer(talk, 1).next.isEnabled()
    QTest.mouseClick(footer(talk, 1).previous, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(talk) == ["Why?", "first"])
    assert kept(talk) == ["Why?", "first"]
    assert footer(talk, 1)._number.accessibleName() == "Version 1 of 2"


def test_versions_are_gone_through_by_key_and_the_focus_stays(talk, qtbot):
    again(talk, qtbot)
    talk.window.activateWindow()
    QTest.keyClick(talk.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: shown(talk) == ["Why?", "first"])
    footer(talk, 1).next.setFocus()
    QTest.keyClick(footer(talk, 1).next, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown(talk) == ["Why?", "second"])
    assert QApplication.focusWidget() is footer(talk, 1).previous  # the other way is all there is


def test_a_version_in_the_middle_brings_its_own_end_and_keeps_what_is_above_in_place(make_rig, qtbot):
    rig = make_rig(scripts=[["a1"], ["a2"], ["b1"]])
    send(rig, qtbot, "q1")
    send(rig, qtbot, "q2")
    with qtbot.waitSignal(rig.parts.generation.reply_finished):
        do(rig, 1, MessageAction.AGAIN)
    assert shown(rig) == ["q1", "b1"]
    until_version(rig, qtbot, 1, "2/2")
    first = rig.window.page.chat.column.item(0)
    do(rig, 1, MessageAction.PREVIOUS)
    qtbot.waitUntil(lambda: shown(rig) == ["q1", "a1", "q2", "a2"])
    assert rig.window.page.chat.column.item(0) is first
    assert rig.window.page.chat.plain_text() == "q1\n\na1\n\nq2\n\na2"


def test_an_edited_question_is_sent_as_a_new_version_and_the_draft_comes_back(talk, qtbot):
    page = talk.window.page
    QTest.keyClicks(page.composer.field, "half a thought")
    footer(talk, 0).edit.click()
    assert page.composer.text == "Why?"
    assert "Editing your message" in page.writing.task_bar.accessibleName()
    assert page.writing.task_bar.isVisible()
    page.composer.set_text("How?")
    with qtbot.waitSignal(talk.parts.generation.reply_finished):
        QTest.keyClick(page.composer.field, Qt.Key.Key_Return)
    assert shown(talk) == ["How?", "second"]
    assert page.composer.text == "half a thought"
    assert not page.writing.task_bar.isVisible()
    until_version(talk, qtbot, 0, "2/2")
    page.keep_draft()
    qtbot.waitUntil(lambda: talk.store.get(page.current).draft == "half a thought")
    footer(talk, 0).previous.click()
    qtbot.waitUntil(lambda: shown(talk) == ["Why?", "first"])


def test_escape_ends_editing_and_what_was_changed_can_be_taken_back(talk, qtbot):
    page = talk.window.page
    QTest.keyClick(talk.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert page.composer.text == "Why?"
    QTest.keyClick(page.composer.field, Qt.Key.Key_Escape)
    assert (page.composer.text, page.writing.task) == ("", None)
    assert not talk.window.snackbar.isVisible()
    QTest.keyClick(talk.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.composer.field, " really?")
    QTest.keyClick(page.composer.field, Qt.Key.Key_Escape)
    assert page.composer.text == ""
    talk.window.snackbar.button.click()
    assert page.composer.text == "Why? really?"
    assert page.writing.task is not None


def test_an_edit_that_was_begun_is_a_draft_when_the_program_ends(talk, qtbot):
    page = talk.window.page
    QTest.keyClicks(page.composer.field, "typed")
    footer(talk, 0).edit.click()
    QTest.keyClicks(page.composer.field, " really?")
    page.keep_draft()
    qtbot.waitUntil(lambda: talk.store.get(page.current).draft == "Why? really?\n\ntyped")


def test_the_models_answer_is_edited_in_place_without_a_model(talk, qtbot):
    send(talk, qtbot, "And?")
    page = talk.window.page
    do(talk, 1, MessageAction.EDIT)
    assert page.composer.state is ComposerState.KEEPING
    assert page.composer.button.accessibleName() == "Save"
    page.composer.set_text("mine")
    QTest.keyClick(page.composer.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(talk) == ["Why?", "mine", "And?", "second"])
    assert kept(talk) == shown(talk)
    assert "Edited" in footer(talk, 1)._label.full_text
    assert page.composer.state is ComposerState.READY
    footer(talk, 1).previous.click()
    qtbot.waitUntil(lambda: shown(talk) == ["Why?", "first", "And?", "second"])


def test_the_system_prompt_of_a_chat_is_edited_and_what_follows_stays(make_rig, qtbot):
    rig = make_rig(scripts=[["first"]])
    rig.parts.settings.set_value("system_prompt", "Be brief.")
    send(rig, qtbot, "Why?")
    page = rig.window.page
    assert not footer(rig, 0).regenerate.isVisible()
    footer(rig, 0).edit.click()
    assert "system prompt" in page.writing.task_bar.accessibleName()
    page.composer.set_text("Be long.")
    QTest.keyClick(page.composer.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(rig) == ["Be long.", "Why?", "first"])
    assert rig.store.branch(page.current)[0].role is Role.SYSTEM
    menu = page.message_actions.menu(page.messages[0])
    assert not any("Delete" in entry.text() for entry in menu.actions())
    menu.deleteLater()


def test_a_chat_that_is_deleted_takes_what_waits_with_it(make_rig, qtbot):
    rig = make_rig(scripts=[["word "] * 500, ["never"]], interval_s=0.02)
    queued(rig, qtbot, "two?")
    chat = rig.window.page.current
    with qtbot.waitSignal(rig.parts.conversations.deleted):
        rig.window.delete_current()
    qtbot.waitUntil(lambda: not rig.parts.generation.is_answering(chat))
    assert len(rig.store.branch(chat)) == 2
    rig.parts.conversations.save_drafts()
    qtbot.waitUntil(lambda: rig.store.get(chat).draft == "two?")


@pytest.mark.parametrize(
    ("action", "role"), [(MessageAction.INSERT_QUESTION, Role.USER), (MessageAction.INSERT_ANSWER, Role.ASSISTANT)]
)
def test_a_message_of_either_role_is_inserted(talk, qtbot, action, role):
    page = talk.window.page
    do(talk, 0, action)
    assert "Inserting" in page.writing.task_bar.accessibleName()
    QTest.keyClicks(page.composer.field, "between")
    QTest.keyClick(page.composer.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(talk) == ["Why?", "between", "first"])
    assert talk.store.branch(page.current)[1].role is role


def test_a_cut_answer_is_continued_as_one_message(make_rig, qtbot, expect_error_log):
    rig = make_rig(scripts=[["one two", EngineStopped()], [" three"]])
    page = rig.window.page
    QTest.keyClicks(page.composer.field, "count")
    with qtbot.waitSignal(rig.parts.generation.reply_failed):
        QTest.keyClick(page.composer.field, Qt.Key.Key_Return)
    go_on = footer(rig, 1).go_on
    assert go_on.isVisible()
    answer_id = page.messages[-1].id
    with qtbot.waitSignal(rig.parts.generation.reply_finished):
        QTest.mouseClick(go_on, Qt.MouseButton.LeftButton)
    assert shown(rig) == kept(rig) == ["count", "one two three"]
    assert page.messages[-1].id == answer_id
    assert page.messages[-1].status is MessageStatus.COMPLETE
    assert page.chat.plain_text() == "count\n\none two three"
    assert not footer(rig, 1).go_on.isVisible()
    assert len(rig.store.messages(page.current)) == 2


def test_a_message_and_what_follows_are_deleted_and_come_back(talk, qtbot):
    send(talk, qtbot, "And?")
    page = talk.window.page
    before = talk.store.messages(page.current)
    do(talk, 2, MessageAction.DELETE)
    qtbot.waitUntil(lambda: shown(talk) == ["Why?", "first"])
    assert talk.window.snackbar.isVisible()
    talk.window.snackbar.button.click()
    qtbot.waitUntil(lambda: shown(talk) == ["Why?", "first", "And?", "second"])
    assert talk.store.messages(page.current) == before


def test_deleting_the_only_question_deletes_the_chat_with_undo(talk, qtbot):
    page = talk.window.page
    chat = page.current
    do(talk, 0, MessageAction.DELETE)
    qtbot.waitUntil(lambda: page.current is None)
    talk.window.snackbar.button.click()
    qtbot.waitUntil(lambda: page.current == chat)
    assert shown(talk) == ["Why?", "first"]


def test_a_fork_is_shown_as_a_chat_of_its_own(talk, qtbot):
    send(talk, qtbot, "And?")
    page = talk.window.page
    chat = page.current
    do(talk, 1, MessageAction.FORK)
    qtbot.waitUntil(lambda: page.current != chat)
    assert shown(talk) == ["Why?", "first"]
    qtbot.waitUntil(lambda: "Why? (branch)" in talk.listed())
    assert len(talk.store.branch(chat)) == 4


def test_a_message_sent_while_it_answers_waits_and_is_sent_next(make_rig, qtbot):
    rig = make_rig(scripts=[["word "] * 20, ["two"], ["three"]], interval_s=0.02)
    page = rig.window.page
    begin(rig, qtbot, "one?")
    QTest.keyClicks(page.composer.field, "two?")
    assert page.composer.queue_button.isVisible()
    assert "after this answer" in page.composer.hint.accessibleName()
    QTest.keyClick(page.composer.field, Qt.Key.Key_Return)
    QTest.keyClicks(page.composer.field, "three?")
    page.composer.queue_button.click()
    QTest.keyClicks(page.composer.field, "typed")
    assert page.writing.queue_bar.isVisible()
    page.keep_draft()
    qtbot.waitUntil(lambda: rig.store.get(page.current).draft == "two?\n\nthree?\n\ntyped")
    qtbot.waitUntil(lambda: len(page.messages) == 6 and not page.is_answering, timeout=10_000)
    assert shown(rig)[2:] == ["two?", "two", "three?", "three"]
    assert page.composer.text == "typed"
    assert not page.writing.queue_bar.isVisible()
    page.keep_draft()
    qtbot.waitUntil(lambda: rig.store.get(page.current).draft == "typed")


def queued(rig, qtbot, *texts):
    begin(rig, qtbot, "one?")
    field = rig.window.page.composer.field
    for text in texts:
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)


def button(rig, qtbot, name):
    bar = rig.window.page.writing.queue_bar

    def found():
        return [each for each in bar.findChildren(QWidget) if each.accessibleName() == name and each.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def test_a_waiting_message_can_be_edited_and_removed_with_undo(make_rig, qtbot):
    rig = make_rig(scripts=[["word "] * 500, ["next"]], interval_s=0.02)
    page = rig.window.page
    queued(rig, qtbot, "two?", "three?")
    button(rig, qtbot, "Edit this waiting message").click()
    assert page.composer.text == "two?"
    page.composer.set_text("")
    button(rig, qtbot, "Do not send this waiting message").click()
    assert not page.writing.queue_bar.isVisible()
    rig.window.snackbar.button.click()
    assert page.composer.text == "three?"
    with qtbot.waitSignal(rig.parts.generation.reply_finished):
        QTest.keyClick(page.composer.field, Qt.Key.Key_Escape)
    assert shown(rig)[0] == "one?"
    assert len(shown(rig)) == 2


def test_what_waits_comes_back_into_the_composer_when_the_answer_fails(make_rig, qtbot):
    rig = make_rig(scripts=[[*["word "] * 20, EngineStopped()]], interval_s=0.02)
    page = rig.window.page
    with qtbot.waitSignal(rig.parts.generation.reply_failed):
        queued(rig, qtbot, "two?")
    qtbot.waitUntil(lambda: page.composer.text == "two?")
    assert not page.writing.queue_bar.isVisible()


def test_a_queue_goes_on_while_another_chat_is_shown(make_rig, qtbot):
    rig = make_rig(scripts=[["word "] * 30, ["two"]], interval_s=0.02, chats=("Other",))
    page = rig.window.page
    other = rig.store.all()[0].id
    queued(rig, qtbot, "two?")
    QTest.keyClicks(page.composer.field, "typed")
    chat = page.current
    rig.window.open_conversation(other)
    qtbot.waitUntil(lambda: page.current == other)
    assert not page.writing.queue_bar.isVisible()
    rig.window.open_conversation(chat)
    qtbot.waitUntil(lambda: page.current == chat)
    assert page.writing.queue_bar.isVisible()
    assert page.composer.text == "typed"
    rig.window.open_conversation(other)
    qtbot.waitUntil(lambda: page.current == other)
    qtbot.waitUntil(lambda: len(rig.store.branch(chat)) == 4, timeout=10_000)
    rig.window.open_conversation(chat)
    qtbot.waitUntil(lambda: page.current == chat)
    assert page.composer.text == "typed"


def test_what_changes_the_chat_waits_for_the_answer_and_says_so(make_rig, qtbot):
    rig = make_rig(scripts=[["word "] * 500], interval_s=0.02)
    begin(rig, qtbot, "one?")
    page = rig.window.page
    do(rig, 0, MessageAction.EDIT)
    assert "is answering" in page.banner.sentence.text()
    assert page.writing.task is None
    page.stop()
    qtbot.waitUntil(lambda: not page.is_answering)


def dialog(rig, kind):
    return next((each for each in rig.window.findChildren(kind) if each.isVisible()), None)


def test_a_receipt_tells_how_an_answer_was_made_and_runs_it_again(talk, qtbot):
    talk.window.activateWindow()
    QTest.keyClick(talk.window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    receipt = dialog(talk, ReceiptDialog)
    lines = dict(receipt.lines)
    assert lines["Model"] == "Starter 1M"
    assert {"Seed", "Temperature", "Answer", "Prompt", "Speed", "Context"} <= set(lines)
    assert receipt.again_button.isEnabled()
    with qtbot.waitSignal(talk.parts.generation.reply_finished):
        receipt.again_button.click()
    assert shown(talk) == ["Why?", "second"]
    assert talk.engine.requests[1].sampling == talk.engine.requests[0].sampling


def test_the_branches_of_a_chat_are_listed_and_one_is_shown(talk, qtbot):
    again(talk, qtbot)
    do(talk, 1, MessageAction.BRANCHES)
    qtbot.waitUntil(lambda: dialog(talk, BranchesDialog) is not None)
    overview = dialog(talk, BranchesDialog)
    top = overview.model.item(0)
    rows = [top.child(number).text() for number in range(top.rowCount())]
    assert (top.text(), rows) == ("You: Why?", ["Model: first", "Model: second"])
    assert overview.tree.currentIndex().data() == "Model: second"
    QTest.keyClick(overview.tree, Qt.Key.Key_Up)
    QTest.keyClick(overview.tree, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(talk) == ["Why?", "first"])
    assert dialog(talk, BranchesDialog) is None


def test_the_menu_of_a_message_has_all_actions_with_their_keys(talk, qtbot):
    page = talk.window.page
    menu = page.message_actions.menu(page.messages[1])
    texts = [entry.text().split("\t")[0] for entry in menu.actions() if not entry.isSeparator()]
    assert texts == [
        "Copy message", "Edit message", "Answer again", "All branches of this chat", "New chat from here",
        "Insert a message of yours after it", "Insert a message of the model after it", "How it was made",
        "Delete from here",
    ]  # fmt: skip
    menu.deleteLater()
    opened = []
    page.chat.menu_requested.disconnect(page.message_actions.show_menu)
    page.chat.menu_requested.connect(lambda *args: opened.append(args[0]))
    footer(talk, 1).more.click()
    assert opened == [page.messages[1].id]


def test_every_control_of_a_message_has_a_name_and_takes_the_focus(talk, qtbot):
    again(talk, qtbot)
    for number in (0, 1):
        for control in footer(talk, number).focus_widgets():
            if control.isVisible():
                name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
                assert name
                assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
