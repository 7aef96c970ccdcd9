# SPDX-License-Identifier: Apache-2.0
"""Folders, pins, the archive and tags."""

import pytest

from leeward.domain.generation import Role
from leeward.domain.ids import ConversationId, FolderId
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.folders import Folders


@pytest.fixture
def folders(database: Database) -> Folders:
    return Folders(database)


def test_folders_are_listed_by_name_and_remember_whether_they_are_open(folders: Folders) -> None:
    work, art = folders.create("work"), folders.create("Art")
    assert [folder.name for folder in folders.all()] == ["Art", "work"]
    folders.set_open(art.id, is_open=False)
    folders.rename(work.id, "Office")
    assert [(folder.name, folder.is_open) for folder in folders.all()] == [("Art", False), ("Office", True)]
    with pytest.raises(KeyError):
        folders.rename(FolderId(99), "x")


def test_a_deleted_folder_lets_go_of_its_chats_and_comes_back_with_them(
    folders: Folders, conversations: Conversations
) -> None:
    folder, other = folders.create("Boats"), folders.create("Other")
    one, two, three = (conversations.create(1.0).id for _ in range(3))
    for chat in (one, two):
        conversations.move(chat, folder.id)
    assert folders.delete(folder.id) == [one, two]
    assert [conversations.get(each).folder_id for each in (one, two, three)] == [None] * 3
    conversations.move(two, other.id)
    folders.restore(folder, [one, two])
    assert [conversations.get(each).folder_id for each in (one, two, three)] == [folder.id, other.id, None]
    assert folders.create("New").id > other.id


def test_pins_archive_and_tags_are_kept_and_change_no_order(conversations: Conversations) -> None:
    old, new = conversations.create(1.0).id, conversations.create(2.0).id
    conversations.set_pinned(old, is_pinned=True)
    conversations.set_archived(old, is_archived=True)
    conversations.set_tags(old, ("sea", "köln"))
    assert [each.id for each in conversations.all()] == [new, old]
    kept = conversations.get(old)
    assert (kept.is_pinned, kept.is_archived, kept.tags) == (True, True, ("sea", "köln"))
    conversations.set_pinned(old, is_pinned=False)
    conversations.set_tags(old, ())
    assert (conversations.get(old).is_pinned, conversations.get(old).tags) == (False, ())


def test_only_what_is_in_the_bin_can_be_purged(conversations: Conversations) -> None:
    kept, binned = conversations.create(1.0).id, conversations.create(2.0).id
    for chat in (kept, binned):
        conversations.add_message(chat, None, Role.USER, "findme", 1.0)
    conversations.delete(binned, 3.0)
    assert conversations.purge([kept, binned, ConversationId(77)]) == 1
    assert [each.id for each in conversations.all()] == [kept]
    assert conversations.all(deleted=True) == []
