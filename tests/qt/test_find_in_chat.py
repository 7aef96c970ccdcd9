# SPDX-License-Identifier: Apache-2.0
"""Find in a chat: hits are counted, marked and gone to, also where nothing was laid out yet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from helpers.chats import answer, conversation, user
from leeward.ui import theme
from leeward.ui.chat.blocks import TextWidget
from leeward.ui.chat.find import hits_in
from leeward.ui.chat.find_bar import count_text
from leeward.ui.chat.selection import text_widget
from leeward.ui.chat.stream import parse_markdown
from leeward.ui.chat.utf16 import utf16_slice
from leeward.ui.chat.view import ChatView
from leeward.ui.chat_reading import ChatReading


@pytest.fixture
def page(qtbot):
    made = QWidget()
    made.resize(900, 600)
    qtbot.addWidget(made)
    view = ChatView(theme.LIGHT, made)
    view.resize(900, 600)
    made.errors = []
    made.reading = ChatReading(view, made, theme.LIGHT, made.errors.append)
    made.view = view
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    view.setFocus()
    return made


def find(page, qtbot, text):
    """Type into the bar and wait for the end of the search."""
    bar = page.reading.bar
    bar.open_bar()
    bar.field.setText(text)
    qtbot.waitUntil(lambda: not bar._timer.isActive() and page.view.finder._search is None)
    return bar


def marked(view):
    """Return the marked texts in sight, with whether they are the current one."""
    found = []
    for piece in view.pieces_in_sight():
        widget = text_widget(piece)
        if isinstance(widget, TextWidget):
            for start, end, color in widget._found:
                found.append((utf16_slice(piece.text, start, end), color == theme.LIGHT.accent))
            continue
        for mark in widget.extraSelections() if widget is not None else ():
            is_current = mark.format.background().color().name() == theme.LIGHT.accent
            found.append((mark.cursor.selectedText(), is_current))
    return found


def test_marks_are_drawn_and_the_current_one_can_be_read(page, qtbot):
    page.view.show_messages([answer(1, "a needle here")], assistant_name="m")
    find(page, qtbot, "needle")
    (piece,) = [p for p in page.view.pieces_in_sight() if isinstance(p.widget, TextWidget)]
    picture = piece.widget.grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(120) for y in range(picture.height())}
    assert theme.LIGHT.accent in colors
    (mark,) = piece.widget.extraSelections()
    assert mark.format.foreground().color().name() == theme.LIGHT.on_accent


def test_hits_are_counted_in_the_text_as_it_is_drawn(page, qtbot):
    text = "one **ne**edle\n\n```\nNeedle\n```\n\n| a | needle |\n|---|---|\n| b | x needle |\n\n- $x$ 🙂 needle"
    page.view.show_messages([user(1, "needle?"), answer(2, text)], assistant_name="m")
    bar = find(page, qtbot, "NEEDLE")
    # The one with markup inside stands in no message as it was written, but the others make the message worth parsing.
    assert bar.count.text() == "1 of 6"
    assert marked(page.view) == [("needle", True), ("needle", False), ("Needle", False), *[("needle", False)] * 3]


def test_enter_and_keys_go_on_and_back_and_around(page, qtbot):
    page.view.show_messages([user(1, "a b a b a")], assistant_name="m")
    bar = find(page, qtbot, "a")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == "2 of 3"
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "3 of 3"
    QTest.mouseClick(bar.next, Qt.MouseButton.LeftButton)
    assert bar.count.text() == "1 of 3"
    bar.step(1)
    assert bar.count.text() == "2 of 3"


def test_escape_closes_the_bar_and_takes_the_marks_away(page, qtbot):
    page.view.show_messages([user(1, "word")], assistant_name="m")
    bar = page.reading.bar
    bar.open_bar()
    assert bar.isVisible()
    assert bar.field.hasFocus()
    QTest.keyClicks(bar.field, "word")
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 1")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert marked(page.view) == []
    assert page.view.hasFocus()


def test_escape_in_the_chat_closes_the_bar_too(page, qtbot):
    page.view.show_messages([user(1, "word")], assistant_name="m")
    bar = find(page, qtbot, "word")
    (piece,) = [p for p in page.view.pieces_in_sight() if p.block is not None]
    piece.widget.setFocus()
    QTest.keyClick(piece.widget, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_there_is_no_bar_while_no_chat_is_shown(page):
    page.view.hide()
    page.reading.bar.open_bar()
    assert page.reading.bar.isHidden()


def test_what_was_never_laid_out_is_found_and_brought_into_sight(page, qtbot):
    messages = conversation(2_000)
    messages[40] = answer(40, "text\n\n" * 60 + "the hidden treasure\n\n" + "text\n\n" * 60)
    page.view.show_messages(messages, assistant_name="m")
    assert page.view.column.made_item(40) is None
    bar = find(page, qtbot, "hidden treasure")
    assert bar.count.text() == "1 of 1"
    assert marked(page.view) == [("hidden treasure", True)]
    (piece,) = [p for p in page.view.pieces_in_sight() if "hidden treasure" in p.text]
    assert 0 <= piece.widget.y() < page.view.viewport().height() - piece.widget.height()


def test_a_hit_far_down_or_far_right_in_code_comes_into_sight(page, qtbot):
    code = "\n".join("x" * 300 + " end" if n == 150 else f"line {n}" for n in range(190))
    page.view.show_messages([answer(1, f"```\n{code}\n```")], assistant_name="m")
    find(page, qtbot, "end")
    (piece,) = [p for p in page.view.pieces_in_sight() if p.block is not None]
    widget = text_widget(piece)
    (mark,) = widget.extraSelections()
    place = widget.viewport().mapTo(page.view.viewport(), widget.cursorRect(mark.cursor).center())
    assert 0 < place.y() < page.view.viewport().height()
    assert 0 < place.x() < page.view.viewport().width()


def test_the_first_hit_is_looked_for_from_what_is_in_sight(page, qtbot):
    page.view.show_messages(conversation(60), assistant_name="m")
    page.view.verticalScrollBar().setValue(page.view.verticalScrollBar().maximum() // 2)
    first = page.view.pieces_in_sight()[0].item.index
    bar = find(page, qtbot, "question")
    assert bar.count.text() == f"{(first + 1) // 2 + 1} of 30"


def test_nothing_found_says_so_and_the_bar_goes_with_the_chat(page, qtbot):
    page.view.show_messages(conversation(4), assistant_name="m")
    bar = find(page, qtbot, "zebra")
    assert bar.count.text() == "No match"
    assert not bar.next.isEnabled()
    page.view.show_messages(conversation(2), assistant_name="m")
    assert bar.isHidden()


def test_widgets_that_show_something_else_now_lose_their_marks(page, qtbot):
    page.view.show_messages([*conversation(60), user(61, "needle")], assistant_name="m")
    find(page, qtbot, "needle")
    assert marked(page.view)
    page.view.verticalScrollBar().setValue(0)
    assert marked(page.view) == []
    page.reading.bar.close_bar()
    page.view.scroll_to_end()
    assert marked(page.view) == []


def test_the_bar_fits_into_a_small_window_and_every_control_has_a_name(page):
    page.reading.bar.open_bar()
    page.view.resize(300, 240)
    bar = page.reading.bar
    assert bar.geometry().left() >= 0
    assert bar.geometry().right() < page.view.viewport().width()
    assert all(widget.accessibleName() for widget in (bar, bar.field, bar.previous, bar.next, bar.close_button))


def test_letters_that_change_their_length_are_no_trouble():
    blocks = parse_markdown("İstanbul 🙂 Straße STRASSE")
    assert [(hit.start, hit.end) for hit in hits_in(blocks, "straße", 0)] == []  # a text with İ is searched as it is
    assert [(hit.start, hit.end) for hit in hits_in(parse_markdown("🙂 Straße"), "straße", 0)] == [(2, 8)]


def test_the_count_in_words():
    assert count_text(0, 0, is_done=False) == "…"
    assert count_text(1_234, 3, is_done=False) == "3 of 1,234…"
    assert count_text(5_000, 1, is_done=True) == "1 of 5,000+"
