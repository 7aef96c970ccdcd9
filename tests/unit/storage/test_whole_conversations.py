# SPDX-License-Identifier: Apache-2.0
"""Conversations as wholes: read and written without loss, in one piece, at the place of their date."""

import contextlib
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from helpers.trees import DETAILS, trees
from leeward.domain.conversation import MessageStatus
from leeward.domain.errors import ProfileInUse, StorageCorrupt, StorageTooNew
from leeward.domain.generation import Role
from leeward.domain.whole_conversation import WholeConversation, WholeMessage
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.folders import Folders
from leeward.storage.migrations import STEPS, version_of
from leeward.storage.profile import Profile, ProfileLock
from leeward.storage.whole_conversations import add_whole, opened_conversations, settle_order

DATABASES = Path(__file__).parent.parent.parent / "data" / "databases"
TALK = WholeConversation(
    "Talk",
    (
        WholeMessage(None, Role.USER, "Hi", 5.0),
        WholeMessage(0, Role.ASSISTANT, "Hello", 6.0, "they greet", MessageStatus.INTERRUPTED, DETAILS),
        WholeMessage(0, Role.ASSISTANT, "Hey", 7.0),
    ),
    leaf=1,
    created_at_s=4.0,
    updated_at_s=7.0,
    draft="and",
)


def stored(database: Database) -> list[WholeConversation]:
    with opened_conversations(Profile(database.path.parent)) as found:
        return [found.whole(each) for each in found.all()]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(tree=trees())
def test_any_tree_is_read_back_as_it_was_written(database: Database, tree: WholeConversation) -> None:
    conversation_id = add_whole(database, tree, is_dated=False)
    with opened_conversations(Profile(database.path.parent)) as found:
        (read,) = [found.whole(each) for each in found.all() if each.id == conversation_id]
    assert read == tree


def test_what_is_added_is_searched_and_shown_like_any_other(database: Database, conversations: Conversations) -> None:
    conversation_id = add_whole(database, TALK, is_dated=True)
    assert conversation_id is not None
    assert [message.content for message in conversations.branch(conversation_id)] == ["Hi", "Hello"]
    assert [hit.conversation_id for hit in conversations.search("hey")] == [conversation_id]
    assert [hit.conversation_id for hit in conversations.search("talk")] == [conversation_id]


def test_a_conversation_is_added_once_even_when_it_went_on_here(
    database: Database, conversations: Conversations
) -> None:
    conversation_id = add_whole(database, TALK, is_dated=True)
    assert conversation_id is not None
    assert add_whole(database, TALK, is_dated=True) is None
    conversations.rename(conversation_id, "Another name")
    conversations.add_message(conversation_id, None, Role.USER, "more", 9.0)
    assert add_whole(database, TALK, is_dated=True) is None
    assert add_whole(database, replace(TALK, created_at_s=4.5), is_dated=True) is not None
    assert add_whole(database, TALK, is_dated=False) is not None
    conversations.delete(conversation_id, 10.0)
    assert add_whole(database, replace(TALK, messages=TALK.messages[:1], leaf=0), is_dated=True) is None


def test_a_folder_is_that_of_its_name_and_is_made_once(database: Database, conversations: Conversations) -> None:
    folders = Folders(database)
    there = folders.create("Boats")
    folders.create("Boats")
    ids = [
        add_whole(database, replace(TALK, created_at_s=day, folder=name), is_dated=True)
        for day, name in enumerate(("Boats", "Wind", "Wind", ""))
    ]
    assert [each.name for each in folders.all()] == ["Boats", "Boats", "Wind"]
    lie_in = [conversations.get(each).folder_id for each in ids if each is not None]
    assert lie_in == [there.id, folders.all()[2].id, folders.all()[2].id, None]


def test_one_that_is_there_stays_where_it_was_moved(database: Database, conversations: Conversations) -> None:
    blank = replace(TALK, messages=(), leaf=None, created_at_s=1.0)
    for whole in (TALK, blank):
        conversation_id = add_whole(database, whole, is_dated=True)
        assert conversation_id is not None
        conversations.set_tags(conversation_id, ["mine"])
        assert add_whole(database, replace(whole, folder="Boats", is_pinned=True), is_dated=True) is None
    assert add_whole(database, replace(blank, draft="other"), is_dated=True) is not None
    assert Folders(database).all() == []
    assert [each.tags for each in conversations.all() if each.draft == "and"] == [("mine",), ("mine",)]


def test_one_that_lies_in_the_bin_is_added_again(database: Database, conversations: Conversations) -> None:
    conversation_id = add_whole(database, TALK, is_dated=True)
    assert conversation_id is not None
    conversations.delete(conversation_id, 10.0)
    assert stored(database) == []
    assert add_whole(database, TALK, is_dated=True) is not None


def test_additions_stand_where_their_date_belongs(database: Database, conversations: Conversations) -> None:
    for title, now_s in (("old", 100.0), ("new", 300.0)):
        conversations.rename(conversations.create(now_s).id, title)
    for title, updated_at_s in (("between", 200.0), ("ancient", 1.0), ("also between", 150.0), ("newest", 400.0)):
        add_whole(database, replace(TALK, title=title, updated_at_s=updated_at_s), is_dated=False)
    settle_order(database)
    assert [each.title for each in conversations.all()] == [
        "newest", "new", "between", "also between", "old", "ancient"
    ]  # fmt: skip
    assert len({each.ordinal for each in conversations.all()}) == 6


def test_a_failure_in_the_middle_leaves_nothing_of_the_conversation(
    database: Database, conversations: Conversations
) -> None:
    with database.reading() as sql:
        sql.execute(
            "CREATE TEMP TRIGGER fail BEFORE INSERT ON main.message WHEN new.content = 'Hey' "
            "BEGIN SELECT raise(ABORT, 'no'); END"
        )
    with pytest.raises(sqlite3.IntegrityError):
        add_whole(database, TALK, is_dated=True)
    assert conversations.all() == []


def test_an_answer_that_is_being_written_is_read_as_an_interrupted_one(
    database: Database, conversations: Conversations
) -> None:
    conversation = conversations.create(1.0)
    reply = conversations.begin_reply(conversation.id, None, 2.0)
    conversations.checkpoint_reply(reply.id, "so far", "")
    (whole,) = stored(database)
    assert [(each.content, each.status) for each in whole.messages] == [("so far", MessageStatus.INTERRUPTED)]


def test_all_is_read_as_of_one_moment_while_the_window_goes_on_writing(
    database: Database, conversations: Conversations
) -> None:
    add_whole(database, TALK, is_dated=True)
    with opened_conversations(Profile(database.path.parent)) as found:
        (listed,) = found.all()
        conversations.add_message(listed.id, listed.leaf_id, Role.USER, "later", 9.0)
        conversations.rename(conversations.create(9.0).id, "later, too")
        assert [each.content for each in found.whole(listed).messages] == ["Hi", "Hello", "Hey"]
        assert [each.title for each in found.all()] == ["Talk"]
    assert len(stored(database)) == 2


def test_a_database_of_an_older_leeward_is_brought_up_to_date_first(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "old")
    profile.create()
    shutil.copy(DATABASES / "schema-1.db", profile.database)
    with ProfileLock(profile), pytest.raises(ProfileInUse), opened_conversations(profile):
        pass
    with contextlib.closing(sqlite3.connect(profile.database)) as sql:
        assert version_of(sql) == 1
        titles = [
            title
            for (title,) in sql.execute(
                "SELECT title FROM conversation WHERE deleted_at_s IS NULL ORDER BY ordinal DESC"
            )
        ]
    with opened_conversations(profile) as found:
        assert [each.title for each in found.all()] == titles
        assert all(found.whole(each).folder == "" for each in found.all())
    with contextlib.closing(sqlite3.connect(profile.database)) as sql:
        assert version_of(sql) == len(STEPS)
    assert list(profile.backups.iterdir())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE message SET parent_id = 1 WHERE id = 5",
        "UPDATE conversation SET leaf_id = 99",
        "UPDATE message SET created_at_s = 9e999",
        "UPDATE message SET role = 'oracle'",
    ],
)
def test_rows_that_are_no_tree_are_named_as_damage(database: Database, statement: str) -> None:
    add_whole(database, TALK, is_dated=False)
    add_whole(database, TALK, is_dated=False)
    with database.reading() as sql:
        sql.execute("PRAGMA foreign_keys = OFF")
        sql.execute("PRAGMA ignore_check_constraints = ON")
        sql.execute(statement)
    with pytest.raises(StorageCorrupt):
        stored(database)


def test_a_newer_database_is_not_read(database: Database, tmp_path: Path) -> None:
    with database.transaction() as sql:
        sql.execute("PRAGMA user_version = 99")
    with pytest.raises(StorageTooNew), opened_conversations(Profile(tmp_path)):
        pass
