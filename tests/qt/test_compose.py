# SPDX-License-Identifier: Apache-2.0
"""Writing in the whole window: files, prompts, what a message costs, and the question when it does not fit."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from helpers.language import german
from leeward.bridge.first_word import FirstWord
from leeward.chat.context import SUMMARY_REQUEST
from leeward.domain.attachment import MAX_FILES, Attachment
from leeward.domain.errors import ContextOverflow
from leeward.domain.machine_profile import Reading
from leeward.domain.prompts import Prompt
from leeward.domain.settings import SendKey, WhenFull
from leeward.storage.machine_profile import MachineProfileFile
from leeward.storage.measured_for import KeyedFile, measured_for
from leeward.storage.prompts_file import PromptsFile, ready_prompts
from leeward.ui.chat.memory_line import MEMORY_LINE, MemoryLine
from leeward.ui.full_panel import Trouble
from leeward.ui.prompts_dialog import PromptsDialog

N_CTX = 60


@pytest.fixture
def small_rig(make_rig, qtbot):
    """A window whose model has a context of 60 words, of which 15 are for the answer."""
    made = make_rig(is_started=False)
    made.parts.settings.set_value("n_ctx", N_CTX)
    with qtbot.waitSignals([made.parts.generation.model_loaded, made.parts.conversations.listed]):
        made.window.start()
    return made


def send(rig, qtbot, text, *, is_answered=True):
    composer = rig.window.page.composer
    composer.set_typed(text)
    if is_answered:
        with qtbot.waitSignal(rig.parts.generation.reply_finished):
            QTest.keyClick(composer.field, Qt.Key.Key_Return)
    else:
        QTest.keyClick(composer.field, Qt.Key.Key_Return)


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    nothing = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, nothing))


def test_a_dropped_file_is_counted_sent_and_its_draft_survives(window_rig, qtbot, tmp_path):
    path = tmp_path / "notes.py"
    path.write_text("print(1)\n")
    window, composer = window_rig.window, window_rig.window.page.composer
    drop(window, path)
    qtbot.waitUntil(lambda: bool(composer.attachments))
    assert composer.attachments == (Attachment("notes.py", "print(1)"),)
    qtbot.waitUntil(lambda: "tokens" in composer.attachment_bar.chips[0].label.text())
    QTest.keyClicks(composer.field, "What is this?")
    window.page.keep_draft()
    whole = composer.text
    qtbot.waitUntil(lambda: [each.draft for each in window_rig.store.all()] == [whole])
    with qtbot.waitSignal(window_rig.parts.generation.reply_finished):
        QTest.keyClick(composer.field, Qt.Key.Key_Return)
    assert window_rig.engine.requests[-1].messages[-1].content == whole
    assert not composer.attachment_bar.isVisible()
    assert window_rig.store.all()[0].title == "What is this?"
    QTest.keyClick(composer.field, Qt.Key.Key_Up)
    assert composer.text == whole, "and comes back with its file"


def test_what_is_no_text_is_refused_with_a_sentence(window_rig, qtbot, tmp_path):
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    drop(window_rig.window, tmp_path / "a.png")
    banner = window_rig.window.page.banner
    qtbot.waitUntil(lambda: banner.notice is not None)
    assert banner.notice.text.sentence == "a.png is not a text file. It was not attached."
    assert window_rig.window.page.composer.attachments == ()


def test_more_files_than_a_message_holds_are_said(window_rig, qtbot, tmp_path):
    paths = [tmp_path / f"{number}.txt" for number in range(MAX_FILES + 1)]
    for path in paths:
        path.write_text(path.name)
    drop(window_rig.window, *paths)
    qtbot.waitUntil(lambda: len(window_rig.window.page.composer.attachments) == MAX_FILES)
    assert str(MAX_FILES) in window_rig.window.page.banner.notice.text.sentence


def test_a_file_that_is_taken_off_can_be_taken_back(window_rig, qtbot):
    window, composer = window_rig.window, window_rig.window.page.composer
    composer.attach(Attachment("a.txt", "x"))
    composer.attachment_bar.chips[0].remove.click()
    assert composer.attachments == ()
    window.snackbar.button.click()
    assert composer.attachments == (Attachment("a.txt", "x"),)


def test_a_slash_offers_prompts_and_tab_fills_them_in(window_rig, qtbot):
    window, composer = window_rig.window, window_rig.window.page.composer
    menu = window.compose.menu
    QTest.keyClicks(composer.field, "/")
    qtbot.waitUntil(lambda: menu.list.count() == len(ready_prompts()) + 1)
    assert menu.isVisible()
    QTest.keyClicks(composer.field, "transl")
    assert [menu.list.item(row).text() for row in range(menu.list.count())] == ["Translate"]
    QTest.keyClick(composer.field, Qt.Key.Key_Tab)
    assert not menu.isVisible()
    assert composer.field.textCursor().selectedText() == "{language}"
    composer.set_typed("/usr/bin is a folder")
    assert not menu.isVisible(), "a path is no prompt"
    composer.set_typed("/")
    assert menu.isVisible()
    QTest.keyClick(composer.field, Qt.Key.Key_Escape)
    QTest.keyClicks(composer.field, "t")
    assert not menu.isVisible(), "until it is typed anew"


def test_what_is_typed_becomes_a_prompt_and_can_be_changed_and_deleted(window_rig, qtbot):
    window, composer = window_rig.window, window_rig.window.page.composer
    prompts = window_rig.parts.prompts
    assert prompts.prompts == ()
    qtbot.waitUntil(lambda: prompts.prompts == ready_prompts())
    composer.set_typed("Say hello to {who}")
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.findChild(PromptsDialog)
    assert prompts.prompts[-1] == Prompt("Say hello to {who}", "Say hello to {who}")
    QTest.keyClicks(dialog.name, "Greet")
    dialog.text.setPlainText("Hello, {who}!")
    dialog.accept()
    assert prompts.prompts[-1] == Prompt("Greet", "Hello, {who}!")
    file = PromptsFile(window_rig.folder / "prompts.toml")
    done = []
    window_rig.thread.run(file.load, done.append, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert done[0] == prompts.prompts
    window.compose.open_prompts()
    dialog = next(each for each in window.findChildren(PromptsDialog) if each.isVisible())
    dialog.list.setCurrentRow(0)
    dialog.delete_button.click()
    assert prompts.prompts[0] == ready_prompts()[1]
    dialog.undo_button.click()
    assert prompts.prompts[0] == ready_prompts()[0]
    dialog.delete_button.click()
    dialog.ready_button.click()
    qtbot.waitUntil(lambda: ready_prompts()[0] in prompts.prompts)
    dialog.accept()


def test_ready_prompts_have_other_names_in_another_language_and_are_kept_under_their_own(make_rig, qtbot, tmp_path):
    with german({("Summarise", "prompt"): "Zusammenfassen"}, tmp_path):
        rig = make_rig()
        prompts, ready = rig.parts.prompts, ready_prompts()
        qtbot.waitUntil(lambda: prompts.prompts == ready)
        rig.window.compose.open_prompts()
        dialog = rig.window.findChild(PromptsDialog)
        assert (dialog.list.item(0).text(), dialog.name.text()) == ("Zusammenfassen", "Zusammenfassen")
        dialog.text.setPlainText("Shorter: {text}")
        assert dialog.list.item(0).text() == "Zusammenfassen"
        dialog.delete_button.click()
        assert dialog.undo_button.accessibleName() == "Undo: bring back Zusammenfassen"
        dialog.undo_button.click()
        dialog.accept()
        assert prompts.prompts[0] == Prompt("Summarise", "Shorter: {text}")


def test_the_send_key_is_followed_at_once(window_rig, qtbot):
    window_rig.parts.settings.set_value("send_key", SendKey.CTRL_ENTER)
    composer = window_rig.window.page.composer
    assert composer.field.send_key is SendKey.CTRL_ENTER
    assert "Ctrl+Enter sends" in composer.hint.accessibleName()


def test_what_the_first_word_will_take_is_said_before_sending(window_rig, qtbot, tmp_path):
    generation, meter, composer = (
        window_rig.parts.generation,
        window_rig.window.header.meter,
        window_rig.window.page.composer,
    )
    path, kept = generation.loaded_model.path, KeyedFile(tmp_path / "readings.json", tuple[Reading, ...], 9)
    kept.put(measured_for(path, "", (), "f16", "none"), (Reading(100, 0, 25.0),))
    generation.first_word = FirstWord(kept, MachineProfileFile(tmp_path / "machine.json"))
    generation.first_word.begin(generation.loaded_model, None, "", (), 1)
    composer.set_typed("one two three four five six seven eight")
    qtbot.waitUntil(lambda: "First word in about" in composer.hint.accessibleName())
    assert composer.hint.accessibleName().startswith("First word in about")
    assert "First word in about" in meter.toolTip()
    meter.click()
    assert meter.popover.wait.text().startswith("First word in about")
    composer.set_typed("")
    qtbot.waitUntil(lambda: "First word" not in composer.hint.accessibleName())
    qtbot.waitUntil(lambda: not meter.popover.wait.isVisible())


def test_the_meter_counts_what_is_written_and_says_the_parts(window_rig, qtbot):
    window = window_rig.window
    window.page.composer.set_typed("one two three")
    qtbot.waitUntil(lambda: window.header.meter.label.text() == "8 / 4,096")
    window.header.meter.click()
    assert window.header.meter.popover.isVisible()
    assert "What you are writing: 8" in window.header.meter.toolTip()
    QTest.keyClick(window.header.meter, Qt.Key.Key_Escape)
    assert not window.header.meter.popover.isVisible()
    window.header.meter.click()
    QTest.mouseClick(window.page.composer.frame, Qt.MouseButton.LeftButton)
    assert not window.header.meter.popover.isVisible()


def test_what_does_not_fit_is_asked_about_before_it_is_sent(small_rig, qtbot):
    window = small_rig.window
    send(small_rig, qtbot, "first " * 10)
    send(small_rig, qtbot, "second " * 10)
    n_requests = len(small_rig.engine.requests)
    n_messages = len(small_rig.store.messages(window.page.current))
    send(small_rig, qtbot, "third " * 10, is_answered=False)
    panel = window.compose.panel
    qtbot.waitUntil(panel.isVisible)
    assert panel.trouble is Trouble.CHAT_TOO_LONG
    assert panel.stop.hasFocus(), "Enter does nothing that was not chosen"
    panel.stop.click()
    assert not panel.isVisible()
    assert window.page.composer.text == "third " * 10
    assert len(small_rig.engine.requests) == n_requests
    assert len(small_rig.store.messages(window.page.current)) == n_messages


def test_the_oldest_messages_leave_the_memory_when_that_is_chosen(small_rig, qtbot):
    window = small_rig.window
    for text in ("first", "second"):
        send(small_rig, qtbot, f"{text} " * 10)
    send(small_rig, qtbot, "third " * 10, is_answered=False)
    qtbot.waitUntil(window.compose.panel.isVisible)
    with qtbot.waitSignal(small_rig.parts.generation.reply_finished):
        window.compose.panel.slide.click()
    asked = [message.content.split()[0] for message in small_rig.engine.requests[-1].messages]
    assert asked[0] == "second" or asked == ["third"]
    assert asked[-1] == "third"
    assert len(window.page.messages) == 6, "nothing leaves the chat"
    lines = [each for each in window.page.chat.findChildren(MemoryLine) if each.isVisible()]
    assert [each.text() for each in lines] == [MEMORY_LINE]
    send(small_rig, qtbot, "fourth " * 10)
    assert not window.compose.panel.isVisible(), "the choice is the chat's from then on"
    assert small_rig.parts.settings.settings.when_full is WhenFull.ASK
    window.new_chat()
    assert not window.compose.panel.isVisible()


def test_the_choice_can_be_made_for_every_chat(small_rig, qtbot):
    window = small_rig.window
    for text in ("first", "second"):
        send(small_rig, qtbot, f"{text} " * 10)
    send(small_rig, qtbot, "third " * 10, is_answered=False)
    qtbot.waitUntil(window.compose.panel.isVisible)
    window.compose.panel.always.setChecked(True)
    with qtbot.waitSignal(small_rig.parts.generation.reply_finished):
        window.compose.panel.slide.click()
    assert small_rig.parts.settings.settings.when_full is WhenFull.SLIDE


def test_a_message_that_is_too_long_by_itself_cannot_be_sent(small_rig, qtbot):
    window = small_rig.window
    window.page.composer.set_typed("word " * 80)
    qtbot.waitUntil(lambda: window.header.meter.label.text() == f"85 / {N_CTX}")
    QTest.keyClick(window.page.composer.field, Qt.Key.Key_Return)
    panel = window.compose.panel
    assert panel.trouble is Trouble.MESSAGE_TOO_LONG
    assert not panel.slide.isVisible()
    QTest.keyClick(panel.stop, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert small_rig.engine.requests == []


def test_little_room_for_the_answer_is_said_and_can_be_accepted(small_rig, qtbot):
    window = small_rig.window
    window.page.composer.set_typed("word " * 45)
    qtbot.waitUntil(lambda: window.header.meter.label.text() == f"50 / {N_CTX}")
    QTest.keyClick(window.page.composer.field, Qt.Key.Key_Return)
    assert window.compose.panel.trouble is Trouble.LITTLE_ROOM
    with qtbot.waitSignal(small_rig.parts.generation.reply_finished):
        window.compose.panel.anyway.click()


def test_what_leaves_and_how_little_room_is_left_are_two_questions(small_rig, qtbot):
    window = small_rig.window
    send(small_rig, qtbot, "first " * 10)
    send(small_rig, qtbot, "word " * 45, is_answered=False)
    panel = window.compose.panel
    qtbot.waitUntil(panel.isVisible)
    assert panel.trouble is Trouble.CHAT_TOO_LONG
    panel.slide.click()
    qtbot.waitUntil(panel.isVisible)
    assert panel.trouble is Trouble.LITTLE_ROOM
    with qtbot.waitSignal(small_rig.parts.generation.reply_finished):
        panel.anyway.click()
    assert [message.content for message in small_rig.engine.requests[-1].messages] == ["word " * 45]


def test_what_only_the_engine_knows_to_be_too_long_is_asked_about_too(make_rig, qtbot):
    made = make_rig(scripts=[("one",), (ContextOverflow(n_prompt=5000, n_ctx=4096),), ("two",)])
    window = made.window
    send(made, qtbot, "first")
    window.page.composer.set_typed("second")
    with qtbot.waitSignal(made.parts.generation.question_returned):
        QTest.keyClick(window.page.composer.field, Qt.Key.Key_Return)
    panel = window.compose.panel
    qtbot.waitUntil(panel.isVisible)
    assert "5,000" in panel.sentence.text()
    assert window.page.composer.text == "second"
    with qtbot.waitSignal(made.parts.generation.reply_finished):
        panel.slide.click()
    assert [each.content for each in window.page.messages][-2:] == ["second", "two"]


def test_a_summary_is_written_into_the_chat_and_the_message_goes_on_from_it(make_rig, qtbot):
    made = make_rig(is_started=False, scripts=[("one",), ("two",), ("In", " short."), ("three",)])
    made.parts.settings.set_value("n_ctx", 400)
    with qtbot.waitSignals([made.parts.generation.model_loaded, made.parts.conversations.listed]):
        made.window.start()
    window = made.window
    for text in ("first", "second"):
        send(made, qtbot, f"{text} " * 120)
    send(made, qtbot, "third " * 80, is_answered=False)
    panel = window.compose.panel
    qtbot.waitUntil(panel.isVisible)
    assert panel.summarise.isVisible()
    with qtbot.waitSignals([made.parts.generation.reply_finished] * 2):
        panel.summarise.click()
    qtbot.waitUntil(lambda: len(window.page.messages) == 8)
    said = [message.content for message in window.page.messages]
    assert said[-4:] == [SUMMARY_REQUEST, "In short.", "third " * 80, "three"]
    assert [message.content for message in made.engine.requests[-1].messages] == said[-4:-1]
    assert len(made.engine.requests[-2].messages) == 5, "the summary was made from all of it"
    assert window.page.composer.text == ""
    line = next(each for each in window.page.chat.findChildren(MemoryLine) if each.isVisible())
    assert line.text() == MEMORY_LINE


def test_a_summary_that_is_stopped_sends_nothing(make_rig, qtbot):
    made = make_rig(is_started=False, scripts=[("one",), ("two",), ("a ",) * 500], interval_s=0.005)
    made.parts.settings.set_value("n_ctx", 400)
    with qtbot.waitSignals([made.parts.generation.model_loaded, made.parts.conversations.listed]):
        made.window.start()
    window = made.window
    for text in ("first", "second"):
        send(made, qtbot, f"{text} " * 120)
    send(made, qtbot, "third " * 80, is_answered=False)
    qtbot.waitUntil(window.compose.panel.isVisible)
    with qtbot.waitSignal(made.parts.generation.reply_started):
        window.compose.panel.summarise.click()
    with qtbot.waitSignal(made.parts.generation.reply_finished):
        window.page.stop()
    assert window.page.composer.text == "third " * 80
    assert len(made.engine.requests) == 3
