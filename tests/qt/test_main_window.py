# SPDX-License-Identifier: Apache-2.0
"""The window end to end: real storage, real bridges, a scripted engine."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit

from helpers.gguf_cases import F32, good, scalar
from helpers.tiny_adapter import write_tiny_adapter
from helpers.tiny_gguf import write_tiny_gguf
from helpers.window import STARTER
from leeward.domain.errors import ContextOverflow, EngineCrashLoop, EngineStopped, ModelUnreadable, StorageFull
from leeward.domain.generation import Adapter
from leeward.domain.model_settings import ModelSettings
from leeward.domain.settings import ThemeChoice
from leeward.error_text import Remedy
from leeward.library.adapter_check import check_adapters
from leeward.library.models import Library
from leeward.storage.profile import Profile
from leeward.ui.chat.composer import ComposerState
from leeward.ui.theme import DARK, LIGHT


def send(rig, qtbot, text: str) -> None:
    QTest.keyClicks(rig.window.page.composer.field, text)
    with qtbot.waitSignal(rig.parts.generation.reply_finished):
        QTest.keyClick(rig.window.page.composer.field, Qt.Key.Key_Return)


def test_a_typed_question_is_answered_and_listed(window_rig, qtbot):
    send(window_rig, qtbot, "Why is the sky blue?")
    page = window_rig.window.page
    assert page.current is not None
    assert [message.content for message in window_rig.store.branch(page.current)] == [
        "Why is the sky blue?",
        "An answer.",
    ]
    assert page.composer.text == ""
    assert page.stack.currentWidget() is page.chat
    qtbot.waitUntil(lambda: "Why is the sky blue?" in window_rig.listed())
    assert window_rig.window.windowTitle() == "Why is the sky blue? - Leeward"


def test_the_second_question_goes_into_the_same_chat(window_rig, qtbot):
    send(window_rig, qtbot, "One")
    first = window_rig.window.page.current
    send(window_rig, qtbot, "Two")
    assert window_rig.window.page.current == first
    assert len(window_rig.store.branch(first)) == 4
    assert [message.content for message in window_rig.window.page.messages] == [
        "One",
        "An answer.",
        "Two",
        "An answer.",
    ]


def test_stop_keeps_what_was_said_and_the_timer_runs_only_while_text_arrives(make_rig, qtbot):
    rig = make_rig(scripts=[["word "] * 500], interval_s=0.01)
    page = rig.window.page
    assert not page._timer.isActive()
    QTest.keyClicks(page.composer.field, "Talk")
    QTest.keyClick(page.composer.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.is_answering and bool(page._live[page.current].pieces))
    assert page._timer.isActive()
    assert page.composer.state is ComposerState.ANSWERING
    assert page.composer.button.accessibleName() == "Stop"
    with qtbot.waitSignal(rig.parts.generation.reply_finished) as blocker:
        QTest.keyClick(page.composer.field, Qt.Key.Key_Escape)
    assert blocker.args[1].content.startswith("word")
    assert not page._timer.isActive()
    assert page.composer.state is ComposerState.READY


def test_a_chat_can_be_left_and_come_back_to_while_it_is_answered(make_rig, qtbot):
    rig = make_rig(scripts=[[f"w{n} " for n in range(60)]], interval_s=0.02, chats=("Other",))
    page = rig.window.page
    other = rig.store.all()[0].id
    QTest.keyClicks(page.composer.field, "Count")
    QTest.keyClick(page.composer.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.is_answering and bool(page._live[page.current].pieces))
    answering = page.current
    rig.window.open_conversation(other)
    qtbot.waitUntil(lambda: page.current == other)
    assert page.composer.state is ComposerState.READY
    rig.window.open_conversation(answering)
    qtbot.waitUntil(lambda: page.current == answering)
    assert page.composer.state is ComposerState.ANSWERING
    qtbot.waitUntil(lambda: not page.is_answering, timeout=10_000)
    expected = "".join(f"w{n} " for n in range(60))
    assert rig.store.branch(answering)[-1].content == expected
    assert page.messages[-1].content == expected
    assert "".join(page.chat._streamed) == expected, "the text on screen is the text that was said"


def test_a_refused_text_comes_back_into_the_composer_with_a_banner(window_rig, qtbot):
    page = window_rig.window.page
    page.composer.set_text("my long question")
    with qtbot.waitSignal(page.composer.send_requested):
        window_rig.parts.generation.send = lambda *_: None  # the engine's thread never gets it
        QTest.keyClick(page.composer.field, Qt.Key.Key_Return)
    QTest.keyClicks(page.composer.field, "next")
    window_rig.parts.generation.send_refused.emit(None, "my long question", StorageFull(Path("/p/chats.db")))
    qtbot.waitUntil(lambda: page.composer.text == "my long question\n\nnext")
    assert page.banner.isVisible()
    assert "disk is full" in page.banner.sentence.text()
    page.banner.button.click()
    assert QApplication.clipboard().text() == "my long question\n\nnext"


def test_what_is_typed_is_a_draft_that_survives_the_window(make_rig, qtbot):
    rig = make_rig(chats=("Old",))
    old = rig.store.all()[0].id
    QTest.keyClicks(rig.window.page.composer.field, "half a thou")
    rig.window.open_conversation(old)
    qtbot.waitUntil(lambda: rig.window.page.current == old)
    assert rig.window.page.composer.text == ""
    QTest.keyClicks(rig.window.page.composer.field, "about old")
    rig.window.new_chat()
    assert rig.window.page.composer.text == "half a thou"
    rig.window.page.keep_draft()
    qtbot.waitUntil(lambda: sorted(chat.draft for chat in rig.store.all()) == ["about old", "half a thou"])
    assert len(rig.store.all()) == 2, "one blank chat holds the draft"
    rig.window.close()
    again = make_rig(name="again")
    assert again.window.page.composer.text == ""
    with qtbot.waitSignal(again.parts.conversations.listed):
        again.parts.conversations.refresh()


def test_what_was_typed_into_a_new_chat_is_there_after_a_new_start(make_rig, qtbot):
    rig = make_rig(chats=("Old",))
    QTest.keyClicks(rig.window.page.composer.field, "half a thou")
    rig.window.page.keep_draft()
    qtbot.waitUntil(lambda: "half a thou" in [chat.draft for chat in rig.store.all()])
    rig.window.close()
    again = make_rig()
    qtbot.waitUntil(lambda: again.window.page.composer.text == "half a thou")
    again.window.page.keep_draft()
    done = []
    again.thread.run(lambda: None, done.append, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert "half a thou" in [chat.draft for chat in again.store.all()]


def test_a_blank_chat_becomes_the_chat_that_is_sent(make_rig, qtbot):
    rig = make_rig()
    QTest.keyClicks(rig.window.page.composer.field, "Hello there")
    rig.window.page.keep_draft()
    qtbot.waitUntil(lambda: rig.parts.conversations.blank_id is not None)
    blank = rig.parts.conversations.blank_id
    with qtbot.waitSignal(rig.parts.generation.reply_finished):
        QTest.keyClick(rig.window.page.composer.field, Qt.Key.Key_Return)
    assert rig.window.page.current == blank
    qtbot.waitUntil(lambda: rig.parts.conversations.blank_id is None)
    rig.window.new_chat()
    assert rig.window.page.composer.text == ""
    qtbot.waitUntil(lambda: [chat.draft for chat in rig.store.all()] == [""])


def test_typing_works_without_a_model_and_the_reason_is_shown(make_rig, qtbot):
    rig = make_rig(is_started=False)
    composer = rig.window.page.composer
    QTest.keyClicks(composer.field, "Hello")
    QTest.keyClick(composer.field, Qt.Key.Key_Return)
    assert composer.text == "Hello"
    assert not composer.button.isEnabled()
    assert "No model is loaded" in composer.hint.accessibleName()
    assert "No model is loaded" in composer.button.toolTip()


def test_loading_shows_progress_and_can_be_cancelled(make_rig, qtbot):
    rig = make_rig(is_started=False)
    header = rig.window.header
    rig.parts.generation.load_progressed.emit(STARTER.path, 0.25)
    assert header.progress.isVisible()
    assert header.progress.value() == 250
    assert header.picker.name == "Starter 1M"
    assert "Loading 25 %" in header.status.accessibleName()
    cancelled = []
    rig.parts.generation.cancel_load = lambda: cancelled.append(True)
    header.cancel_load_requested.disconnect()
    header.cancel_load_requested.connect(rig.parts.generation.cancel_load)
    header.cancel.click()
    assert cancelled
    rig.parts.generation.load_failed.emit(STARTER.path, None)
    assert not header.progress.isVisible()
    assert not rig.window.page.banner.isVisible()
    assert "cancelled" in header.status.accessibleName()


def test_a_model_that_cannot_be_loaded_is_said_with_a_way_on(window_rig, qtbot):
    error = ModelUnreadable(Path("/m/broken.gguf"), "bad magic")
    window_rig.parts.generation.load_failed.emit(Path("/m/broken.gguf"), error)
    banner = window_rig.window.page.banner
    assert banner.isVisible()
    assert "broken.gguf" in banner.sentence.text()
    assert banner.button.text() == Remedy.CHOOSE_MODEL.value
    assert banner.accessibleName() == banner.sentence.text()


def test_a_dead_engine_is_said_and_the_message_goes_when_it_is_back(window_rig, qtbot):
    generation, banner = window_rig.parts.generation, window_rig.window.page.banner
    generation.engine_died.emit(EngineStopped(exit_code=-11))
    assert "Your text is safe" in banner.sentence.text()
    generation.engine_restarting.emit(STARTER.path)
    assert window_rig.window.header.progress.isVisible()
    generation.engine_gave_up.emit(EngineCrashLoop())
    assert "not started again" in banner.sentence.text()
    with qtbot.waitSignal(generation.model_loaded):
        window_rig.window.loading.reload()
    assert not banner.isVisible()


def test_an_answer_that_cannot_be_saved_is_said_until_it_can(window_rig):
    generation, banner = window_rig.parts.generation, window_rig.window.page.banner
    generation.saving_failed.emit(StorageFull(Path("/p/chats.db")))
    assert "disk is full" in banner.sentence.text()
    generation.saving_resumed.emit()
    assert not banner.isVisible()


def test_a_second_choice_while_a_chat_is_being_read_wins(make_rig, qtbot):
    rig = make_rig(chats=("A", "B"))
    newest, older = (chat.id for chat in rig.store.all())
    rig.window.open_conversation(older)
    qtbot.waitUntil(lambda: rig.window.page.current == older)
    with qtbot.waitSignal(rig.parts.conversations.opened):
        rig.window.open_conversation(newest)
        rig.window.open_conversation(older)
    assert rig.window.page.current == older


def test_a_silent_engine_is_said_until_it_gives_a_sign(window_rig, qtbot):
    generation, banner = window_rig.parts.generation, window_rig.window.page.banner
    generation.engine_silent.emit(1.0, 30.0)
    assert not banner.isVisible()
    generation.engine_silent.emit(6.0, 30.0)
    assert "6 seconds" in banner.sentence.text()
    generation.engine_responding.emit()
    assert not banner.isVisible()


def test_the_context_meter_follows_the_chat(make_rig, qtbot):
    rig = make_rig(chats=("One",))
    meter = rig.window.header.meter
    assert meter.label.text() == "0 / 4,096"
    rig.window.open_conversation(rig.store.all()[0].id)
    qtbot.waitUntil(lambda: meter.label.text() == "120 / 4,096")
    assert meter.accessibleName() == "Context: 120 of 4,096 tokens, 3 % full"


def test_regenerate_makes_another_answer_to_the_same_question(window_rig, qtbot):
    send(window_rig, qtbot, "Why?")
    page = window_rig.window.page
    before = window_rig.store.branch(page.current)
    with qtbot.waitSignal(window_rig.parts.generation.reply_finished):
        page.chat.regenerate_requested.emit(before[-1].id)
    after = window_rig.store.branch(page.current)
    assert after[0] == before[0]
    assert after[1].id != before[1].id
    assert [message.id for message in page.messages] == [message.id for message in after]


def test_copy_puts_the_message_on_the_clipboard(window_rig, qtbot):
    send(window_rig, qtbot, "Why?")
    page = window_rig.window.page
    page.chat.copy_requested.emit(page.messages[-1].id)
    assert QApplication.clipboard().text() == "An answer."


def test_an_example_fills_the_composer_and_sends_nothing(window_rig):
    page = window_rig.window.page
    page.empty.cards[0].click()
    assert "against the wind" in page.composer.text
    assert window_rig.store.all() == []
    assert window_rig.window.focusWidget() is page.composer.field


@pytest.mark.parametrize(("name", "is_model"), [("a.gguf", True), ("B.GGUF", True), ("notes.txt", False)])
def test_only_a_dropped_model_is_loaded(window_rig, qtbot, tmp_path, name, is_model):
    path = tmp_path / name
    path.write_text("notes")
    loaded = []
    window_rig.parts.generation.load = lambda plan: loaded.append(plan.path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window_rig.window.dropEvent(event)
    if is_model:
        qtbot.waitUntil(lambda: loaded == [path])
    assert loaded == ([path] if is_model else [])
    assert window_rig.window.page.composer.field.canInsertFromMimeData(data) is not is_model


def test_a_loaded_file_is_remembered_and_loaded_next_time(window_rig, qtbot, tmp_path):
    path = tmp_path / "mine.gguf"
    path.touch()
    with qtbot.waitSignals([window_rig.parts.generation.model_loaded, window_rig.parts.models.listed]):
        window_rig.window.loading.load(path)
    qtbot.waitUntil(lambda: [known.path for known in window_rig.known.all()] == [path])
    assert window_rig.parts.settings.settings.last_model == str(path)


def test_what_is_set_for_a_model_acts_in_the_window(window_rig, qtbot, tmp_path):
    path = write_tiny_gguf(tmp_path / "mine.gguf")
    Library(Profile(window_rig.folder), roots=dict).set_settings(path, ModelSettings(n_ctx=777, temperature=0.1))
    load, plans = window_rig.parts.generation.load, []
    window_rig.parts.generation.load = lambda plan: (plans.append(plan), load(plan))
    with qtbot.waitSignal(window_rig.parts.generation.model_loaded):
        window_rig.window.loading.load(path)
    assert [plan.n_ctx for plan in plans] == [777]
    send(window_rig, qtbot, "Hi")
    assert window_rig.engine.requests[-1].sampling.temperature == 0.1
    assert window_rig.parts.settings.settings.temperature == 0.7


def test_adapters_that_are_set_for_a_model_are_loaded_with_it(window_rig, qtbot, tmp_path):
    path, adapter = write_tiny_gguf(tmp_path / "mine.gguf"), write_tiny_adapter(tmp_path / "mine.lora.gguf")
    library = Library(Profile(window_rig.folder), roots=dict)
    library.set_settings(path, ModelSettings(adapters=((adapter, 0.5),)))
    with qtbot.waitSignal(window_rig.parts.generation.model_loaded):
        window_rig.window.loading.load(path)
    plan = window_rig.engine._plan
    assert plan.adapters == (Adapter(adapter, 0.5),)
    assert plan.adapter_bytes == check_adapters(path, plan.adapters) > 0
    assert "with mine.lora.gguf (0.5)" in window_rig.window.header.picker.toolTip()
    send(window_rig, qtbot, "Hi")
    assert window_rig.engine.requests[-1].adapters is None  # those that it was loaded with


def test_a_model_whose_adapter_is_gone_is_not_loaded_and_the_banner_says_why(window_rig, qtbot, tmp_path):
    path, before = write_tiny_gguf(tmp_path / "mine.gguf"), window_rig.parts.generation.loaded_model
    library = Library(Profile(window_rig.folder), roots=dict)
    library.set_settings(path, ModelSettings(adapters=((tmp_path / "gone.gguf", 1.0),)))
    with qtbot.waitSignal(window_rig.parts.generation.load_failed):
        window_rig.window.loading.load(path)
    text = window_rig.window.page.banner.notice.text
    assert text.sentence == (
        "mine.gguf was not loaded, because gone.gguf cannot be used as an adapter for it: there is no such file."
    )
    assert "Models page" in text.next_step
    assert window_rig.parts.generation.loaded_model == before
    assert before.name in window_rig.window.header.picker.text()


def test_what_the_makers_of_a_model_suggest_acts_in_the_window(window_rig, qtbot, tmp_path):
    path = tmp_path / "mine.gguf"
    path.write_bytes(good().with_key("general.sampling.temp", scalar(F32, 0.25)).bytes())
    with qtbot.waitSignal(window_rig.parts.generation.model_loaded):
        window_rig.window.loading.load(path)
    send(window_rig, qtbot, "Hi")
    assert window_rig.engine.requests[-1].sampling.temperature == 0.25


def test_loading_can_be_cancelled_before_the_settings_of_the_model_are_read(window_rig, qtbot, tmp_path):
    plans, before = [], window_rig.parts.generation.loaded_model
    window_rig.parts.generation.load = plans.append
    window_rig.window.loading.load(tmp_path / "mine.gguf")
    window_rig.window.header.cancel_load_requested.emit()
    assert before.name in window_rig.window.header.picker.text()
    read = []
    window_rig.parts.models.read_settings(tmp_path / "mine.gguf", read.append)
    qtbot.waitUntil(lambda: bool(read))  # behind the first
    assert plans == []


def test_the_window_comes_back_as_it_was_left(make_rig, qtbot):
    rig = make_rig(size=(900, 600), chats=("A", "B"))
    chosen = next(chat.id for chat in rig.store.all() if chat.title == "A")
    rig.window.open_conversation(chosen)
    qtbot.waitUntil(lambda: rig.window.page.current == chosen)
    rig.window.toggle_sidebar()
    rig.window.close()
    state = rig.parts.settings.window_state
    assert (state.is_sidebar_shown, state.conversation_id) == (False, chosen)
    assert state.geometry


def test_the_last_chat_is_opened_at_start_unless_something_was_typed(make_rig, qtbot):
    rig = make_rig(is_started=False, chats=("A",))
    chat = rig.store.all()[0].id
    rig.parts.settings._window_state = type(rig.parts.settings.window_state)(conversation_id=chat)
    rig.window.start()
    qtbot.waitUntil(lambda: rig.window.page.current == chat)
    assert rig.window.sidebar.view.delegate._current == chat


def test_theme_and_text_size_change_live(window_rig, qtbot):
    settings, appearance = window_rig.parts.settings, window_rig.parts.appearance
    QTest.keyClick(
        window_rig.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert appearance.theme is LIGHT
    assert settings.settings.theme is ThemeChoice.LIGHT
    QTest.keyClick(window_rig.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.font().pointSize() == 12
    QTest.keyClick(window_rig.window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.font().pointSize() == 11
    settings.set_value("theme", ThemeChoice.DARK)
    assert appearance.theme is DARK


def test_the_sidebar_lies_over_the_chat_in_a_narrow_window(make_rig, qtbot):
    rig = make_rig(size=(480, 320), chats=("One",))
    shell, window = rig.window.shell, rig.window
    assert not shell.is_sidebar_shown
    assert window.page.width() == 480
    assert window.header.height() == 36
    window.toggle_sidebar()
    qtbot.waitUntil(lambda: window.sidebar.isVisible() and window.sidebar.x() == 0)
    assert window.page.width() == 480
    QTest.keyClick(window.sidebar, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.sidebar.isVisible())
    window.resize(1200, 800)
    qtbot.waitUntil(window.sidebar.isVisible)
    assert window.page.x() + window.sidebar.width() <= 1200 - window.page.width()


def test_every_control_has_a_name_for_screen_readers(make_rig, qtbot):
    rig = make_rig(chats=("One",))
    rig.window.open_conversation(rig.store.all()[0].id)
    qtbot.waitUntil(lambda: rig.window.page.current is not None)
    rig.window.dialogs.open_settings()
    nameless = []
    for root in (rig.window, rig.window.dialogs.settings):
        for widget in root.findChildren(QAbstractButton) + root.findChildren(QPlainTextEdit):
            interface = QAccessible.queryAccessibleInterface(widget)
            if widget.isVisible() and not interface.text(QAccessible.Text.Name):
                nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    rig.window.dialogs.settings.close()
    assert not nameless


def test_tab_visits_each_control_once_and_comes_back(window_rig):
    window = window_rig.window
    window.page.composer.field.setFocus()
    visited = []
    widget = window.focusWidget()
    while widget not in visited and len(visited) < 60:
        visited.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        widget = window.focusWidget()
    assert widget is window.page.composer.field
    expected = {window.sidebar.new_chat, window.sidebar.search, window.header.picker, window.header.settings}
    assert expected <= set(visited)


@pytest.mark.parametrize("size", [(1200, 800), (800, 480), (480, 320), (320, 240)])
def test_nothing_sticks_out_at_any_size(make_rig, qtbot, size):
    rig = make_rig(size=size)
    rig.window.page.show_error(ContextOverflow(9000, 4096), "reply")
    rig.window.page.composer.set_text("\n".join("line" for _ in range(30)))
    page = rig.window.page
    qtbot.waitUntil(page.banner.isVisible)
    assert (rig.window.width(), rig.window.height()) == size
    for widget in (page.banner, page.composer, page.composer.button, rig.window.header.settings):
        corner = widget.mapTo(rig.window, QPoint(widget.width(), widget.height()))
        assert corner.x() <= size[0], type(widget)
        assert corner.y() <= size[1], type(widget)


def test_the_first_time_the_window_fits_the_screen(window_rig):
    window = window_rig.window
    window._restore()
    room = window.screen().availableSize()
    assert window.width() <= room.width()
    assert window.height() < room.height()  # the window manager adds a frame


def test_a_link_is_asked_about_and_never_opened_by_itself(window_rig, monkeypatch):
    opened = []
    monkeypatch.setattr("leeward.ui.link_dialog.QDesktopServices.openUrl", lambda url: opened.append(url.toString()))
    window_rig.window._on_link_clicked("file:///etc/passwd")
    window_rig.window._on_link_clicked("javascript:alert(1)")
    from leeward.ui.link_dialog import LinkDialog

    assert not window_rig.window.findChildren(LinkDialog)
    window_rig.window._on_link_clicked("https://example.org/a?b=c")
    dialog = window_rig.window.findChild(LinkDialog)
    assert dialog.address.text() == "https://example.org/a?b=c"
    assert opened == []
    dialog.open_button.click()
    assert opened == ["https://example.org/a?b=c"]


def test_a_question_without_an_answer_can_be_asked_again(make_rig, qtbot):
    made = make_rig(scripts=[[EngineStopped(exit_code=-9)], ["Here it is."]])
    window, generation = made.window, made.parts.generation
    with qtbot.waitSignal(generation.reply_failed):
        window.page.send("Where is it?")
    window.new_chat()
    assert window.page.banner.notice is None  # it was about the chat that was left
    window.open_conversation(made.store.all()[0].id)
    qtbot.waitUntil(lambda: window.page.banner.notice is not None)
    assert window.page.banner.sentence.text() == "This question has no answer yet."
    with qtbot.waitSignal(generation.reply_finished) as finished:
        window.page.banner.button.click()
    assert finished.args[1].content == "Here it is."
    assert window.page.banner.notice is None


def test_ctrl_f_finds_in_the_shown_chat_and_f3_goes_on(make_rig, qtbot):
    rig = make_rig(chats=("Boats",))
    QTest.keySequence(rig.window, "Ctrl+F")  # no chat is shown: nothing to find in
    qtbot.waitUntil(lambda: len(rig.window.conversations) == 1)
    rig.window.open_conversation(rig.window.conversations[0].id)
    qtbot.waitUntil(lambda: rig.window.page.current is not None)
    QTest.keySequence(rig.window, "Ctrl+F")
    bar = rig.window.page.reading.bar
    assert bar.isVisible()
    QTest.keyClicks(bar.field, "e")
    qtbot.waitUntil(lambda: bar.count.text().startswith("1 of "))
    QTest.keySequence(rig.window, "F3")
    assert bar.count.text().startswith("2 of ")
    QTest.keySequence(rig.window, "Shift+F3")
    assert bar.count.text().startswith("1 of ")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()
