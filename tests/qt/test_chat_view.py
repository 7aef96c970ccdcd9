# SPDX-License-Identifier: Apache-2.0
"""The conversation on screen: what is shown, where it stands, what is copied, and how few widgets it takes."""

import itertools

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from helpers.chats import FULL_SAMPLE, answer, conversation, details, message, user
from leeward.domain.conversation import MessageStatus, ReplyDetails
from leeward.domain.generation import FinishReason, Role
from leeward.ui import theme
from leeward.ui.chat.blocks import TableWidget, TextWidget
from leeward.ui.chat.code_block import CodeWidget
from leeward.ui.chat.controls import ReasoningWidget, StatusWidget
from leeward.ui.chat.footer import FooterWidget
from leeward.ui.chat.items import PieceKind
from leeward.ui.chat.scroll import COLUMN_PX
from leeward.ui.chat.view import ChatView

SHORT = [user(1, "Hi <b>there</b>"), answer(2, "Hello **you**", details=details())]


@pytest.fixture
def view(qtbot):
    made = ChatView(theme.LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def visible(view, kind):
    return [widget for widget in view.viewport().findChildren(kind) if widget.isVisible()]


def shown_text(view):
    """What stands in the widgets, from top to bottom."""
    texts = []
    for piece in view.pieces_in_sight():
        if isinstance(piece.widget, CodeWidget):
            texts.append(piece.widget.text.toPlainText())
        elif isinstance(piece.widget, TextWidget):
            texts.append(piece.widget.toPlainText())
    return texts


def footer_of(view, item_index):
    (piece,) = [p for p in view.pieces_in_sight() if p.kind is PieceKind.FOOTER and p.item.index == item_index]
    return piece.widget


def test_messages_are_shown_in_their_order_and_the_users_as_written(view):
    view.show_messages(SHORT, assistant_name="SmolLM2")
    assert shown_text(view) == ["Hi <b>there</b>", "Hello you"]
    assert view.plain_text() == "Hi <b>there</b>\n\nHello you"


def test_an_answer_from_another_program_has_the_name_of_who_gave_it(view):
    from_elsewhere = answer(1, "Hello", details=ReplyDetails(model_name="gpt-4o"))
    view.show_messages([user(0, "Hi"), from_elsewhere], assistant_name="SmolLM2")
    (name,) = [piece.widget for piece in view.pieces_in_sight() if piece.kind is PieceKind.NAME]
    assert "gpt-4o" in [label.text() for label in (name, *name.findChildren(QLabel)) if isinstance(label, QLabel)]


def test_widgets_show_exactly_the_text_of_their_blocks(view):
    view.resize(900, 1600)
    view.show_messages([answer(1, FULL_SAMPLE + "\n🙂 *x* `🙂` y\n\n1. a\n   b")], assistant_name="m")
    for piece in view.pieces_in_sight():
        if piece.kind is PieceKind.TEXT:
            assert piece.widget.toPlainText() == piece.text
        elif piece.kind is PieceKind.CODE:
            assert piece.widget.text.toPlainText() == piece.text


def test_the_footer_tells_what_the_answer_took(view):
    view.show_messages(SHORT, assistant_name="m")
    labels = [label.text() for label in visible(view, QLabel)]
    assert "42.3 tokens/s · 187 tokens · 0.21 s to first token · read 38 new of 4,112 · 99 % reused" in labels


@pytest.mark.parametrize(
    ("status", "reason", "word"),
    [
        (MessageStatus.INTERRUPTED, FinishReason.CANCELLED, "Stopped"),
        (MessageStatus.INTERRUPTED, None, "Interrupted"),
        (MessageStatus.COMPLETE, FinishReason.LENGTH, "Length limit reached"),
    ],
)
def test_an_answer_that_did_not_end_by_itself_says_so(view, status, reason, word):
    view.show_messages([answer(1, "x", status=status, details=details(reason))], assistant_name="m")
    assert any(label.text().startswith(word) for label in visible(view, QLabel))


def test_a_system_prompt_is_one_muted_line(view):
    view.show_messages([message(1, Role.SYSTEM, "secret orders"), *SHORT], assistant_name="m")
    assert [status.text() for status in visible(view, StatusWidget)] == ["System prompt set"]
    assert "secret" not in " ".join(shown_text(view))


def test_streaming_shows_the_same_as_the_finished_message(view, qtbot):
    view.resize(900, 1500)
    view.show_messages([user(1, "go")], assistant_name="m")
    view.begin_reply("m")
    for start in range(0, len(FULL_SAMPLE), 7):
        view.append_text(FULL_SAMPLE[start : start + 7])
    view.finish_reply(answer(2, FULL_SAMPLE))
    streamed = (shown_text(view), [p.widget.geometry() for p in view.pieces_in_sight()])
    view.show_messages([user(1, "go"), answer(2, FULL_SAMPLE)], assistant_name="m")
    assert shown_text(view) == streamed[0]
    assert [p.widget.geometry() for p in view.pieces_in_sight()] == streamed[1]


def test_the_status_line_goes_with_the_first_text(view):
    view.show_messages(SHORT[:1], assistant_name="m")
    view.begin_reply("m")
    view.set_reply_status("Reading 512 of 3,020 tokens")
    assert [status.text() for status in visible(view, StatusWidget)] == ["Reading 512 of 3,020 tokens"]
    view.append_text("Hello")
    assert not visible(view, StatusWidget)
    view.set_reply_status("late")
    assert not visible(view, StatusWidget)


def test_a_reply_without_text_is_taken_away(view):
    view.show_messages(SHORT, assistant_name="m")
    before = view.plain_text()
    view.begin_reply("m")
    view.finish_reply(None)
    assert view.plain_text() == before
    view.append_text("too late")
    assert view.plain_text() == before


def test_a_finished_reply_shows_what_was_stored(view):
    view.show_messages(SHORT[:1], assistant_name="m")
    view.begin_reply("m")
    view.append_text("abc  ")
    view.finish_reply(answer(2, "abc and more"))
    assert shown_text(view)[-1] == "abc and more"


def test_reasoning_is_folded_and_opens(view, qtbot):
    view.show_messages(SHORT[:1], assistant_name="m")
    view.begin_reply("m")
    view.append_reasoning("let me ")
    view.append_reasoning("think")
    assert "let me think" not in shown_text(view)
    (switch,) = visible(view, ReasoningWidget)
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert "let me think" in shown_text(view)
    view.append_reasoning(" more")
    assert "let me think more" in shown_text(view)
    view.append_text("Answer")
    view.finish_reply(answer(2, "Answer", reasoning="let me think more"))
    assert shown_text(view)[-2:] == ["let me think more", "Answer"]
    QTest.mouseClick(visible(view, ReasoningWidget)[0], Qt.MouseButton.LeftButton)
    assert "let me think more" not in shown_text(view)


def test_it_follows_the_end_until_the_user_scrolls_up(view):
    view.show_messages(conversation(30), assistant_name="m")
    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    view.begin_reply("m")
    view.append_text("line\n\n" * 30)
    assert bar.value() == bar.maximum()
    bar.setValue(bar.maximum() - 300)
    before = bar.value()
    tops = {(p.item.index, p.index): p.widget.y() for p in view.pieces_in_sight() if p.widget.y() > 0}
    view.append_text("more\n\n" * 30)
    assert bar.value() == before < bar.maximum()
    assert {(p.item.index, p.index): p.widget.y() for p in view.pieces_in_sight()}.items() >= tops.items()


def test_a_button_leads_back_to_the_end(view):
    view.show_messages(conversation(30), assistant_name="m")
    jump = next(b for b in view.findChildren(QToolButton) if b.accessibleName() == "Jump to the newest message")
    assert jump.isHidden()
    view.verticalScrollBar().setValue(0)
    assert jump.isVisible()
    QTest.mouseClick(jump, Qt.MouseButton.LeftButton)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    assert jump.isHidden()


def test_the_button_says_that_there_is_new_text(view):
    view.show_messages(conversation(30), assistant_name="m")
    jump = next(b for b in view.findChildren(QToolButton) if b.accessibleName() == "Jump to the newest message")
    view.begin_reply("m")
    view.append_text("one")
    assert not jump.text()
    view.verticalScrollBar().setValue(100)
    assert not jump.text()
    view.append_text(" two")
    assert jump.text() == "New text"
    assert abs(jump.geometry().center().x() - view.viewport().width() // 2) <= 1
    QTest.mouseClick(jump, Qt.MouseButton.LeftButton)
    assert not jump.text()
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_scrolling_through_a_thousand_messages_keeps_the_widgets_few(view):
    view.show_messages(conversation(1000), assistant_name="m")
    bar = view.verticalScrollBar()
    most = 0
    while bar.value() > 0:
        bar.setValue(bar.value() - 400)
        if bar.value() % 5 == 0:
            most = max(most, len(view.viewport().findChildren(QWidget)))
    assert view.pieces_in_sight()[0].item.index == 0
    # About 40 pieces fit into the window and its margins; a text widget consists of six QWidgets.
    assert len(view.pieces_in_sight()) < 60
    assert most < 900


def test_what_is_in_sight_stays_put_while_heights_above_are_learned(view):
    view.show_messages(conversation(200), assistant_name="m")
    bar = view.verticalScrollBar()
    for _ in range(100):
        before = {(p.item.index, p.index): p.widget.y() for p in view.pieces_in_sight()}
        value = bar.value()
        bar.setValue(value - 150)
        moved = {
            p.widget.y() - before[p.item.index, p.index]
            for p in view.pieces_in_sight()
            if (p.item.index, p.index) in before
        }
        assert moved == {150}


def test_pieces_never_overlap(view):
    view.show_messages(conversation(40), assistant_name="m")
    for value in range(0, view.verticalScrollBar().maximum(), 333):
        view.verticalScrollBar().setValue(value)
        rects = [p.widget.geometry() for p in view.pieces_in_sight()]
        assert all(above.bottom() < below.top() for above, below in itertools.pairwise(rects))


@pytest.mark.parametrize("size", [(1200, 800), (800, 480), (480, 320)])
def test_everything_lies_within_the_column(view, size):
    view.resize(*size)
    view.show_messages([*conversation(6), user(9, "w" * 3000), answer(10, "x" * 3000)], assistant_name="m" * 200)
    for value in range(0, view.verticalScrollBar().maximum() + 1, 200):
        view.verticalScrollBar().setValue(value)
        for piece in view.pieces_in_sight():
            rect = piece.widget.geometry()
            assert rect.left() >= 0
            assert rect.right() < view.viewport().width()
            assert rect.width() <= COLUMN_PX
            if isinstance(piece.widget, TextWidget):  # nothing of it is hidden at any side
                assert piece.widget.horizontalScrollBar().maximum() == piece.widget.verticalScrollBar().maximum() == 0


def test_font_size_theme_and_width_change_live_and_keep_the_place(view):
    view.show_messages(conversation(60), assistant_name="m")
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    first = next(p for p in view.pieces_in_sight() if p.widget.y() - p.gap >= 0)
    for change in (
        lambda: view.set_font_size(16),
        lambda: view.set_theme(theme.DARK),
        lambda: view.resize(520, 600),
        lambda: view.set_font_size(9),
    ):
        top = first.widget.y()
        change()
        assert first in view.pieces_in_sight()
        assert abs(first.widget.y() - top) <= 2
    text = next(p.widget for p in view.pieces_in_sight() if p.kind is PieceKind.TEXT)
    assert text.palette().text().color().name() == theme.DARK.text


def test_copy_code_copies_all_parts_of_a_long_block(view):
    code = "\n".join(f"value_{n} = {n}" for n in range(450))
    view.show_messages([answer(1, f"```python\n{code}\n```")], assistant_name="m")
    view.verticalScrollBar().setValue(0)
    button = next(w.button for w in visible(view, CodeWidget) if w.button.isVisible())
    assert button.accessibleName() == "Copy python code"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == code


def test_actions_name_their_message(view, qtbot):
    view.show_messages(SHORT, assistant_name="m")
    with qtbot.waitSignal(view.copy_requested) as copied:
        QTest.mouseClick(footer_of(view, 0).copy, Qt.MouseButton.LeftButton)
    assert copied.args == [1]
    with qtbot.waitSignal(view.regenerate_requested) as again:
        QTest.mouseClick(footer_of(view, 1).regenerate, Qt.MouseButton.LeftButton)
    assert again.args == [2]
    assert not footer_of(view, 0).regenerate.isVisible()


def test_select_all_copies_the_source_of_every_message_also_of_those_out_of_sight(view):
    messages = conversation(50)
    view.show_messages(messages, assistant_name="m")
    view.setFocus()
    QTest.keySequence(view, "Ctrl+A")
    QTest.keySequence(view, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "\n\n".join(m.content for m in messages)


def drag(view, start, end):
    first, last = start.widget.viewport(), end.widget.viewport()
    press = QPoint(1, 10)
    QTest.mousePress(first, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, press)
    target = last.mapTo(view.viewport(), QPoint(2000, last.height() - 4))
    QTest.mouseMove(first, first.mapFrom(view.viewport(), target))
    QTest.mouseRelease(
        first, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, first.mapFrom(view.viewport(), target)
    )


def test_a_selection_runs_over_messages(view):
    view.show_messages([user(1, "question"), answer(2, "one **two**\n\n- three\n- four")], assistant_name="m")
    texts = [p for p in view.pieces_in_sight() if p.kind is PieceKind.TEXT]
    drag(view, texts[0], texts[2])
    view.copy()
    assert QGuiApplication.clipboard().text() == "question\n\none two\n•\tthree"
    assert texts[1].widget.textCursor().selectedText() == "one two"
    assert not texts[3].widget.textCursor().hasSelection()
    QTest.mouseClick(texts[3].widget.viewport(), Qt.MouseButton.LeftButton)
    assert not texts[1].widget.textCursor().hasSelection()


def test_the_menu_copies_what_is_selected_in_the_form_one_wants(view):
    view.show_messages([user(1, "question"), answer(2, "one **two**\n\n- three\n- four")], assistant_name="m")
    texts = [p for p in view.pieces_in_sight() if p.kind is PieceKind.TEXT]
    drag(view, texts[0], texts[2])
    menu = view._selection.menu(texts[3].widget, "https://example.org/")
    entries = {action.text(): action for action in menu.actions()}
    copied = {}
    for name in (
        "Copy selection",
        "Copy selection as Markdown",
        "Copy selection as plain text",
        "Copy the link's address",
    ):
        entries[name].trigger()
        copied[name] = QGuiApplication.clipboard().text()
    assert copied == {
        "Copy selection": "question\n\none two\n•\tthree",
        "Copy selection as Markdown": "question\n\none **two**\n\n- three",
        "Copy selection as plain text": "question\n\none two\n•\tthree",
        "Copy the link's address": "https://example.org/",
    }
    place = QPointF(1, 1)
    right = Qt.MouseButton.RightButton
    press = QMouseEvent(QEvent.Type.MouseButtonPress, place, place, right, right, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(texts[3].widget.viewport(), press)
    assert texts[1].widget.textCursor().selectedText() == "one two"  # a click with the right button keeps it
    view._selection.clear()
    menu = view._selection.menu(texts[3].widget, "")
    assert not any(action.isEnabled() for action in menu.actions() if action.text().startswith("Copy selection"))


def test_a_selection_within_one_widget_is_copied_as_text(view):
    view.show_messages(SHORT, assistant_name="m")
    text = next(p.widget for p in view.pieces_in_sight() if p.item.index == 1 and p.kind is PieceKind.TEXT)
    text.setFocus()
    text.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keySequence(text, "Ctrl+Shift+Right")
    QTest.keySequence(text, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "Hello "


def test_every_widget_that_takes_the_focus_has_a_name_and_tab_goes_down_the_page(view, qtbot):
    view.show_messages([user(1, "q"), answer(2, FULL_SAMPLE, reasoning="r")], assistant_name="SmolLM2")
    view.resize(900, 1500)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    tops = []
    names = []
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is view or not view.viewport().isAncestorOf(focused):
            break
        tops.append(focused.mapTo(view, QPoint(0, 0)).y())
        names.append(focused.accessibleName())
    assert len(tops) > 8
    assert all(names), names
    assert names[0] == "You said"
    assert "Code, python" in names
    assert "Copy python code" in names
    assert any(name.startswith("Table, 2 rows") for name in names)
    assert {"SmolLM2 said"} <= {w.accessibleName() for w in view.viewport().findChildren(QWidget)}


def test_tab_brings_the_focus_into_sight(view, qtbot):
    view.show_messages([answer(1, "paragraph\n\n" * 60)], assistant_name="m")
    view.activateWindow()
    view.verticalScrollBar().setValue(0)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        top = focused.mapTo(view.viewport(), QPoint(0, 0)).y()
        assert -1 <= top < view.viewport().height()
    assert view.verticalScrollBar().value() > 500


def test_code_is_coloured_after_a_moment_also_while_it_streams(view, qtbot):
    view.show_messages([], assistant_name="m")
    view.begin_reply("m")
    view.append_text("```python\ndef f():\n    return 1\n")
    (code,) = visible(view, CodeWidget)

    def is_coloured():
        return bool(code.text.document().firstBlock().layout().formats())

    qtbot.waitUntil(is_coloured, timeout=5000)
    view.append_text("```\n")
    view.finish_reply(answer(2, "```python\ndef f():\n    return 1\n```\n"))
    assert code.isVisible()
    assert is_coloured()


def test_code_holds_one_document_block_for_each_line(view):
    view.show_messages([answer(1, "```\na\u2028b\nc\n```")], assistant_name="m")
    (code,) = visible(view, CodeWidget)
    assert code.text.document().blockCount() == 3
    assert "\u2028" not in code.text.toPlainText()


def test_tables_have_a_description(view):
    view.show_messages([answer(1, "| a | b |\n|---|---|\n| 1 | 2 |")], assistant_name="m")
    (table,) = visible(view, TableWidget)
    assert table.accessibleDescription() == "a\tb\n1\t2"


def test_another_conversation_replaces_everything(view):
    view.show_messages(conversation(20), assistant_name="m")
    view.begin_reply("m")
    view.append_text("live")
    view.show_messages(SHORT, assistant_name="m")
    view.append_text("of the other chat")
    assert shown_text(view) == ["Hi <b>there</b>", "Hello you"]
    view.show_messages([], assistant_name="m")
    assert shown_text(view) == []
    assert not visible(view, FooterWidget)
