# SPDX-License-Identifier: Apache-2.0
"""Folders, archive, tags, bin and temporary chats through the storage thread."""

import contextlib

import pytest

from leeward.bridge.conversations import ConversationsBridge
from leeward.bridge.organise import OrganiseBridge
from leeward.bridge.tasks import TaskThread
from leeward.domain.conversation import is_temporary
from leeward.domain.generation import Role
from leeward.domain.ids import FolderId
from leeward.storage.database import Database
from leeward.storage.folders import Folders
from leeward.storage.temporary import ConversationStore


@pytest.fixture
def thread(qapp):
    made = TaskThread("storage")
    yield made
    made.close()


@pytest.fixture
def database(tmp_path):
    with Database(tmp_path / "chats.db") as database:
        yield database


@pytest.fixture
def store(database):
    with contextlib.closing(ConversationStore(database)) as store:
        yield store


@pytest.fixture
def bridge(store, database, thread):
    return OrganiseBridge(store, Folders(database), thread, clock=lambda: 1000.0)


def chat(store, text="hello", conversation=None):
    made = conversation or store.create(1.0)
    store.add_message(made.id, None, Role.USER, text, 1.0)
    return made.id


def test_a_folder_is_made_with_a_chat_deleted_and_brought_back(bridge, store, qtbot):
    one = chat(store)
    with qtbot.waitSignals([bridge.folders_listed, bridge.changed]):
        bridge.create_folder("Boats", one)
    with qtbot.waitSignal(bridge.folders_listed) as listed:
        bridge.refresh()
    [folder] = listed.args[0]
    assert store.get(one).folder_id == folder.id
    with qtbot.waitSignal(bridge.folders_listed) as listed:
        bridge.open_folder(folder.id, is_open=False)
    assert not listed.args[0][0].is_open
    deleted = []
    bridge.folder_deleted.connect(lambda *args: deleted.append(args))
    with qtbot.waitSignals([bridge.folder_deleted, bridge.changed]):
        bridge.delete_folder(folder)
    assert deleted == [(folder, [one])]
    with qtbot.waitSignal(bridge.changed):
        bridge.restore_folder(folder, [one])
    assert store.get(one).folder_id == folder.id
    with qtbot.waitSignal(bridge.changed):
        bridge.rename_folder(folder.id, "Ships")
    with qtbot.waitSignal(bridge.changed):
        bridge.move(one, None)
    assert store.get(one).folder_id is None


def test_pins_tags_and_the_archive_are_set(bridge, store, qtbot):
    one = chat(store)
    with qtbot.waitSignal(bridge.changed):
        bridge.pin(one, is_pinned=True)
    with qtbot.waitSignal(bridge.changed):
        bridge.tag(one, ("sea", "wind"))
    with qtbot.waitSignals([bridge.archived, bridge.changed]):
        bridge.archive(one, is_archived=True)
    kept = store.get(one)
    assert (kept.is_pinned, kept.is_archived, kept.tags) == (True, True, ("sea", "wind"))


def test_the_bin_is_listed_and_emptied_for_good(bridge, store, qtbot):
    one, two = chat(store), chat(store)
    store.delete(one, 5.0)
    with qtbot.waitSignal(bridge.bin_listed) as listed:
        bridge.list_bin()
    assert [each.id for each in listed.args[0]] == [one]
    with qtbot.waitSignal(bridge.bin_listed) as listed:
        bridge.purge([one, two])
    assert listed.args == [[]]
    assert [each.id for each in store.all()] == [two], "what is not in the bin stays"


def test_a_temporary_chat_is_listed_first_and_is_never_the_blank_one(bridge, store, thread, qtbot):
    chats = ConversationsBridge(store, thread)
    kept = chat(store)
    with qtbot.waitSignal(bridge.temporary_made) as made:
        bridge.make_temporary()
    [temporary] = made.args
    assert is_temporary(temporary)
    with qtbot.waitSignal(chats.listed) as listed:
        chats.refresh()
    assert [each.id for each in listed.args[0]] == [kept], "an empty one is not listed"
    chats.keep_draft(temporary, "typed")
    chats.save_drafts()
    with qtbot.waitSignal(chats.listed) as listed:
        chats.refresh()
    assert [each.id for each in listed.args[0]] == [temporary, kept]
    assert chats.blank_id is None
    assert chats.draft(temporary) == "typed"


def test_a_failure_is_said(bridge, qtbot, expect_error_log):
    expect_error_log.append("the order of the chats could not be changed: KeyError")
    with qtbot.waitSignal(bridge.failed):
        bridge.rename_folder(FolderId(99), "x")


def test_a_search_brings_whole_words_first_and_is_narrowed_by_tags(store, thread, qtbot):
    whole, begun = chat(store, "the sea"), chat(store, "a seagull")
    store.set_tags(begun, ("birds",))
    chats = ConversationsBridge(store, thread)
    answers = []
    chats.found.connect(lambda _query, hits: answers.append([hit.conversation_id for hit in hits]))
    with qtbot.waitSignal(chats.listed):
        chats.refresh()
    chats.search("sea")
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == [[whole], [whole, begun]]
    answers.clear()
    chats.search("#bird sea")
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [[begun]]


def test_opening_at_a_message_shows_its_branch(store, thread, qtbot):
    one = store.create(1.0).id
    question = store.add_message(one, None, Role.USER, "q", 1.0)
    first = store.add_message(one, question.id, Role.ASSISTANT, "first", 1.0)
    store.add_message(one, question.id, Role.ASSISTANT, "second", 1.0)
    chats = ConversationsBridge(store, thread)
    with qtbot.waitSignal(chats.opened) as opened:
        chats.open(one, first.id)
    assert [each.content for each in opened.args[1]] == ["q", "first"]
