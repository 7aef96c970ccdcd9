# SPDX-License-Identifier: Apache-2.0
"""The composer: keys, states, height, earlier messages, attached files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest

from leeward.domain.attachment import MAX_FILES, Attachment
from leeward.domain.settings import SendKey
from leeward.ui.chat.composer import Composer, ComposerState
from leeward.ui.chat.history import History
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


NOTES = Attachment("notes.py", "print(1)")


@pytest.mark.parametrize(
    ("send_key", "sends", "starts_a_line"),
    [
        (SendKey.ENTER, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier),
        (SendKey.CTRL_ENTER, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier),
        (SendKey.SHIFT_ENTER, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_the_key_that_sends_can_be_set(composer, qtbot, send_key, sends, starts_a_line):
    composer.set_send_key(send_key)
    QTest.keyClicks(composer.field, "one")
    QTest.keyClick(composer.field, Qt.Key.Key_Return, starts_a_line)
    QTest.keyClicks(composer.field, "two")
    with qtbot.waitSignal(composer.send_requested) as sent:
        QTest.keyClick(composer.field, Qt.Key.Key_Return, sends)
    assert sent.args == ["one\ntwo"]
    assert composer.field.send_key_name in composer.hint.accessibleName()


def test_the_arrow_keys_bring_earlier_messages_into_an_empty_composer(composer, qtbot):
    entries = ["first", "second\nof two lines"]
    composer.field.key_takers.append(History(composer, lambda: entries).take)
    QTest.keyClick(composer.field, Qt.Key.Key_Down)
    assert composer.text == ""
    with qtbot.waitSignal(composer.text_edited):
        QTest.keyClick(composer.field, Qt.Key.Key_Up)
    assert composer.text == "second\nof two lines"
    QTest.keyClick(composer.field, Qt.Key.Key_Up)
    assert composer.text == "second\nof two lines", "inside the text the cursor moves first"
    QTest.keyClick(composer.field, Qt.Key.Key_Up)
    QTest.keyClick(composer.field, Qt.Key.Key_Up)
    assert composer.text == "first", "the oldest stays"
    QTest.keyClick(composer.field, Qt.Key.Key_Down)
    QTest.keyClick(composer.field, Qt.Key.Key_Down)
    assert composer.text == "", "and the way back ends where it began"
    QTest.keyClicks(composer.field, "typed")
    QTest.keyClick(composer.field, Qt.Key.Key_Up)
    assert composer.text == "typed", "what is typed is never replaced"


def test_a_file_goes_with_the_message_and_is_part_of_its_draft(composer, qtbot):
    with qtbot.waitSignal(composer.text_edited) as edited:
        assert composer.attach(NOTES)
    assert composer.attach(NOTES), "the same one counts once"
    assert edited.args == [NOTES.quoted()]
    QTest.keyClicks(composer.field, "What is this?")
    whole = composer.text
    assert whole == f"{NOTES.quoted()}\n\nWhat is this?"
    composer.set_text("")
    assert not composer.attachment_bar.isVisible()
    composer.set_text(whole)
    assert composer.attachments == (NOTES,)
    assert composer.field.toPlainText() == "What is this?"
    composer.attachment_bar.set_counter(lambda text: 812 if text == NOTES.quoted() else None)
    composer.attachment_bar.show_costs()
    (chip,) = composer.attachment_bar.chips
    assert chip.label.text() == "notes.py · 8 bytes · 812 tokens"
    with qtbot.waitSignal(composer.attachment_removed) as removed:
        QTest.mouseClick(chip.remove, Qt.MouseButton.LeftButton)
    assert removed.args == [NOTES]
    assert composer.text == "What is this?"


def test_a_file_alone_can_be_sent_and_there_is_a_limit(composer):
    assert not composer.button.isEnabled()
    for number in range(MAX_FILES):
        assert composer.attach(Attachment(f"{number}.txt", "x"))
    assert not composer.attach(Attachment("more.txt", "x"))
    assert composer.button.isEnabled()


def test_pasted_files_are_told_and_models_are_left_to_the_window(composer, qtbot):
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/a.py"), QUrl.fromLocalFile("/tmp/b.gguf")])
    assert composer.field.canInsertFromMimeData(files)
    with qtbot.waitSignal(composer.field.files_given) as given:
        composer.field.insertFromMimeData(files)
    assert given.args == [[Path("/tmp/a.py")]]
    link = QMimeData()
    link.setUrls([QUrl("https://example.org/")])
    link.setText("https://example.org/")
    composer.field.insertFromMimeData(link)
    assert composer.text == "https://example.org/"


def test_tab_goes_through_the_placeholders_and_then_on(composer):
    composer.set_text("Translate 😀 into {language} for {who}.")
    composer.field.begin_filling()
    assert composer.field.textCursor().selectedText() == "{language}"
    QTest.keyClicks(composer.field, "French")
    QTest.keyClick(composer.field, Qt.Key.Key_Tab)
    assert composer.field.textCursor().selectedText() == "{who}"
    QTest.keyClicks(composer.field, "me")
    assert composer.text == "Translate 😀 into French for me."
    composer.field.setFocus()
    QTest.keyClick(composer.field, Qt.Key.Key_Tab)
    assert not composer.field.hasFocus()


def test_what_may_not_be_sent_stays(composer, qtbot):
    composer.set_text("hello")
    asked = []
    composer.may_send = lambda text: asked.append(text) or False
    with qtbot.assertNotEmitted(composer.send_requested):
        QTest.keyClick(composer.field, Qt.Key.Key_Return)
    assert asked == ["hello"]
    assert composer.text == "hello"


def test_tab_reaches_every_button(composer):
    composer.set_state(ComposerState.ANSWERING)
    composer.set_text("next")
    composer.field.setFocus()
    for button in (composer.queue_button, composer.button, composer.attach_button):
        QTest.keyClick(composer.window().focusWidget(), Qt.Key.Key_Tab)
        assert button.hasFocus(), button.accessibleName()
