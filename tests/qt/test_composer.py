# SPDX-License-Identifier: Apache-2.0
"""The composer: keys, states, height."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest

from leeward.ui.chat.composer import Composer, ComposerState
from leeward.ui.theme import DARK


@pytest.fixture
def composer(show_in_window):
    made = show_in_window(Composer(DARK))
    made.set_state(ComposerState.READY)
    return made


def test_enter_sends_and_shift_enter_starts_a_line(composer, qtbot):
    QTest.keyClicks(composer.field, "one")
    QTest.keyClick(composer.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(composer.field, "two")
    with qtbot.waitSignal(composer.send_requested) as sent:
        QTest.keyClick(composer.field, Qt.Key.Key_Return)
    assert sent.args == ["one\ntwo"]
    assert composer.text == "one\ntwo", "the text goes when it is taken, not before"


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_nothing_but_space_is_not_sent(composer, qtbot, text):
    composer.set_text(text)
    assert not composer.button.isEnabled()
    with qtbot.assertNotEmitted(composer.send_requested):
        QTest.keyClick(composer.field, Qt.Key.Key_Return)


def test_the_button_is_send_or_stop(composer, qtbot):
    composer.set_text("hello")
    assert composer.button.accessibleName() == "Send"
    with qtbot.waitSignal(composer.send_requested):
        QTest.mouseClick(composer.button, Qt.MouseButton.LeftButton)
    composer.set_state(ComposerState.ANSWERING)
    assert composer.button.accessibleName() == "Stop"
    with qtbot.assertNotEmitted(composer.send_requested), qtbot.waitSignal(composer.stop_requested):
        QTest.mouseClick(composer.button, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(composer.send_requested):
        QTest.keyClick(composer.field, Qt.Key.Key_Return)
    assert composer.text == "hello", "Enter while it answers loses nothing"
    with qtbot.waitSignal(composer.stop_requested):
        QTest.keyClick(composer.field, Qt.Key.Key_Escape)


def test_the_reason_why_nothing_can_be_sent_is_shown_and_spoken(composer):
    composer.set_text("hello")
    composer.set_state(ComposerState.BLOCKED, "No model is loaded")
    assert not composer.button.isEnabled()
    assert composer.button.accessibleDescription() == "No model is loaded"
    assert composer.hint.accessibleName() == "No model is loaded"
    composer.set_compact(is_compact=True)
    assert composer.hint.isVisible(), "the reason stays when there is little room"
    composer.set_state(ComposerState.READY)
    assert not composer.hint.isVisible()


def test_it_grows_to_eight_lines_and_then_scrolls(composer, qtbot):
    one = composer.field.height()
    composer.set_text("\n".join("x" * 3 for _ in range(4)))
    four = composer.field.height()
    composer.set_text("\n".join("x" * 3 for _ in range(8)))
    eight = composer.field.height()
    composer.set_text("\n".join("x" * 3 for _ in range(200)))
    assert one < four < eight == composer.field.height()
    composer.set_text("a very long line " * 40)
    assert composer.field.height() > one, "wrapped lines count"
    composer.set_text("")
    assert composer.field.height() == one


def test_showing_a_text_is_not_typing_it(composer, qtbot):
    with qtbot.assertNotEmitted(composer.text_edited):
        composer.set_text("from a draft")
    with qtbot.waitSignal(composer.text_edited) as edited:
        QTest.keyClicks(composer.field, "!")
    assert edited.args == ["from a draft!"]


def test_paste_is_plain_text_and_files_are_not_pasted(composer):
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='file:///etc/passwd'>")
    data.setText("bold")
    composer.field.insertFromMimeData(data)
    assert composer.text == "bold"
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/a.gguf")])
    assert not composer.field.canInsertFromMimeData(files)


def test_the_placeholder_names_the_model_as_plain_text(composer):
    composer.set_model_name("<b>Mo</b>")
    assert composer.field.placeholderText() == "Message <b>Mo</b>…"
