# SPDX-License-Identifier: Apache-2.0
"""The storage thread and the bridges over it: order, one answer a call, retries, nothing lost at the end."""

import threading

import pytest

from leeward.bridge.conversations import ConversationsBridge
from leeward.bridge.models import ModelsBridge
from leeward.bridge.settings import SettingsBridge
from leeward.bridge.tasks import TaskThread
from leeward.domain.errors import StorageFull
from leeward.domain.generation import Role
from leeward.domain.model_settings import ModelSettings
from leeward.domain.settings import Settings
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.models import KnownModels
from leeward.storage.settings_file import SettingsFile, WindowState, WindowStateFile


@pytest.fixture
def thread(qapp):
    made = TaskThread("storage")
    yield made
    made.close()


@pytest.fixture
def store(tmp_path):
    with Database(tmp_path / "chats.db") as database:
        yield Conversations(database)


@pytest.fixture
def bridge(store, thread):
    return ConversationsBridge(store, thread, clock=lambda: 1000.0)


def test_answers_come_in_order_on_the_asking_thread(thread, qtbot):
    answers = []
    for number in range(50):
        thread.run(lambda n=number: n, lambda n: answers.append((n, threading.current_thread())), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 50)
    assert [number for number, _ in answers] == list(range(50))
    assert {who for _, who in answers} == {threading.main_thread()}


def test_each_call_ends_in_exactly_one_answer(thread, qtbot):
    done, failed = [], []
    thread.run(lambda: 1 / 0, done.append, failed.append)
    thread.run(lambda: "fine", done.append, failed.append)
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["fine"]
    assert [type(error) for error in failed] == [ZeroDivisionError]


def test_close_finishes_what_was_given_and_takes_nothing_more(thread):
    ran = []
    for number in range(20):
        thread.run(lambda n=number: ran.append(n), lambda _: None, lambda _: None)
    thread.close()
    thread.run(lambda: ran.append("late"), lambda _: None, lambda _: None)
    thread.close()
    assert ran == list(range(20))


def test_chats_are_listed_opened_renamed_deleted_and_restored(bridge, store, qtbot):
    chat = store.create(1.0)
    store.add_message(chat.id, None, Role.USER, "hello world", 1.0)
    with qtbot.waitSignal(bridge.listed) as listed:
        bridge.refresh()
    assert [each.id for each in listed.args[0]] == [chat.id]
    with qtbot.waitSignal(bridge.opened) as opened:
        bridge.open(chat.id)
    assert [message.content for message in opened.args[1]] == ["hello world"]
    with qtbot.waitSignal(bridge.listed) as listed:
        bridge.rename(chat.id, "Renamed")
    assert listed.args[0][0].title == "Renamed"
    with qtbot.waitSignal(bridge.found) as found:
        bridge.search("hello")
    assert [hit.conversation_id for hit in found.args[1]] == [chat.id]
    with qtbot.waitSignal(bridge.deleted):
        bridge.delete(chat.id)
    assert store.all() == []
    with qtbot.waitSignal(bridge.restored):
        bridge.restore(chat.id)
    assert [each.id for each in store.all()] == [chat.id]


def test_only_the_newest_search_is_answered(bridge, qtbot):
    answered = []
    bridge.found.connect(lambda query, _hits: answered.append(query))
    for query in ("s", "sk", "sky"):
        bridge.search(query)
    qtbot.waitUntil(lambda: bool(answered))
    assert answered == ["sky"]


def test_a_missing_chat_is_a_failure_and_not_silence(bridge, qtbot, expect_error_log):
    expect_error_log.append("a chat could not be read or changed: KeyError")
    with qtbot.waitSignal(bridge.failed) as failed:
        bridge.rename(999, "x")
    assert isinstance(failed.args[0], KeyError)


def test_a_draft_of_a_new_chat_makes_one_blank_chat(bridge, store, qtbot):
    for text in ("h", "he", "hey"):
        bridge.keep_draft(None, text)
        bridge.save_drafts()
    qtbot.waitUntil(lambda: [chat.draft for chat in store.all()] == ["hey"])
    qtbot.waitUntil(lambda: bridge.blank_id == store.all()[0].id)
    with qtbot.waitSignal(bridge.listed) as listed:
        bridge.refresh()
    assert listed.args[0] == [], "a chat without messages is not in the sidebar"


def test_drafts_given_at_the_very_end_are_saved(bridge, store, thread):
    bridge.keep_draft(None, "last words")
    bridge.save_drafts()
    thread.close()  # no event loop runs any more
    assert [chat.draft for chat in store.all()] == ["last words"]


def test_words_typed_while_the_blank_chat_is_being_made_are_saved_too(bridge, store, thread):
    for text in ("first", "first and last"):
        bridge.keep_draft(None, text)
        bridge.save_drafts()
    thread.close()
    assert [chat.draft for chat in store.all()] == ["first and last"]


def test_the_draft_of_the_last_time_is_found_again(store, thread, qtbot):
    first = store.create(1.0)
    store.save_draft(first.id, "from yesterday")
    bridge = ConversationsBridge(store, thread)
    with qtbot.waitSignal(bridge.listed):
        bridge.refresh()
    assert bridge.draft(None) == "from yesterday"
    assert bridge.blank_id == first.id


class _FullOnce(Conversations):
    """A store whose disk is full for a while."""

    is_full = True

    def save_draft(self, conversation_id, text):
        if self.is_full:
            raise StorageFull(self._database.path)
        super().save_draft(conversation_id, text)


def test_a_full_disk_is_said_once_and_saving_goes_on_by_itself(tmp_path, thread, qtbot, monkeypatch, expect_error_log):
    expect_error_log.append("a chat could not be read or changed: StorageFull")
    monkeypatch.setattr("leeward.bridge.conversations._RETRY_DELAY_MS", 20)
    with Database(tmp_path / "full.db") as database:
        store = _FullOnce(database)
        chat = store.create(1.0)
        store.add_message(chat.id, None, Role.USER, "hi", 1.0)
        bridge = ConversationsBridge(store, thread)
        failures = []
        bridge.failed.connect(failures.append)
        with qtbot.waitSignal(bridge.failed):
            bridge.keep_draft(chat.id, "precious")
            bridge.save_drafts()
        with qtbot.waitSignal(bridge.recovered):
            store.is_full = False
        assert store.get(chat.id).draft == "precious"
        assert [type(error) for error in failures] == [StorageFull]
        thread.close()


def test_settings_are_live_at_once_and_saved_soon(thread, tmp_path, qtbot):
    file = SettingsFile(tmp_path / "settings.toml")
    bridge = SettingsBridge(file, WindowStateFile(tmp_path / "state.toml"), thread)
    with qtbot.waitSignal(bridge.changed) as changed:
        bridge.set_value("top_k", 7)
    assert (changed.args[0].top_k, changed.args[1].top_k) == (7, 40)
    bridge.keep_window_state(WindowState(b"abc", is_sidebar_shown=False))
    bridge.save_pending()
    thread.close()
    assert SettingsFile(tmp_path / "settings.toml").load() == Settings(top_k=7)
    assert WindowStateFile(tmp_path / "state.toml").load() == WindowState(b"abc", is_sidebar_shown=False)


def test_models_are_remembered_and_missing_files_are_marked(thread, tmp_path, qtbot):
    with Database(tmp_path / "chats.db") as database:
        bridge = ModelsBridge(KnownModels(database), thread, lambda _path: ModelSettings(), clock=lambda: 5.0)
        there, gone = tmp_path / "there.gguf", tmp_path / "gone.gguf"
        there.touch()
        with qtbot.waitSignal(bridge.listed):
            bridge.remember(gone, "Gone")
        with qtbot.waitSignal(bridge.listed) as listed:
            bridge.remember(there, "There")
        assert [(each.name, each.is_there) for each in listed.args[0]] == [("There", True), ("Gone", False)]
        with qtbot.waitSignal(bridge.listed) as listed:
            bridge.forget(gone)
        assert [each.name for each in listed.args[0]] == ["There"]
        thread.close()
