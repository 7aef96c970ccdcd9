# SPDX-License-Identifier: Apache-2.0
"""Temporary chats behave like others and leave nothing on the disk."""

import contextlib
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from leeward.domain.conversation import MessageStatus, is_temporary
from leeward.domain.generation import Role
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.temporary import ConversationStore, by_id

CANARY = "Quetzalcoatlus"


@pytest.fixture
def store(database: Database) -> Iterator[ConversationStore]:
    with contextlib.closing(ConversationStore(database)) as store:
        yield store


def test_a_temporary_chat_is_written_nowhere(store: ConversationStore, tmp_path: Path) -> None:
    kept = store.create(1.0)
    store.add_message(kept.id, None, Role.USER, "kept words", 1.0)
    chat = store.create_temporary(1.0)
    assert is_temporary(chat.id)
    question = store.add_message(chat.id, None, Role.USER, f"{CANARY}?", 1.0)
    reply = store.begin_reply(chat.id, question.id, 2.0)
    assert is_temporary_message(reply.id)
    store.checkpoint_reply(reply.id, CANARY, f"{CANARY} thinks")
    store.finish_reply(reply.id, MessageStatus.COMPLETE, f"{CANARY}!", "", None)
    store.save_draft(chat.id, f"more {CANARY}")
    store.rename(chat.id, CANARY)
    assert [each.content for each in store.branch(chat.id)] == [f"{CANARY}?", f"{CANARY}!"]
    assert [each.id for each in store.listed()] == [chat.id, kept.id]
    assert [each.id for each in store.all()] == [kept.id]
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(b"kept words" in path.read_bytes() for path in files)
    assert not any(CANARY.encode() in path.read_bytes() for path in files)


def is_temporary_message(message_id: int) -> bool:
    return is_temporary(message_id)  # type: ignore[arg-type]  # both kinds of ids begin at the same number


def test_an_empty_temporary_chat_is_used_again_and_not_listed(store: ConversationStore) -> None:
    first = store.create_temporary(1.0)
    assert store.create_temporary(2.0) == first
    assert store.listed() == []
    store.save_draft(first.id, "typed")
    assert [each.id for each in store.listed()] == [first.id]
    store.add_message(first.id, None, Role.USER, "sent", 1.0)
    assert store.create_temporary(3.0).id != first.id


def test_a_temporary_chat_is_deleted_restored_and_purged_like_others(store: ConversationStore) -> None:
    kept, chat = store.create(1.0), store.create_temporary(1.0)
    for each in (kept, chat):
        store.add_message(each.id, None, Role.USER, "hello", 1.0)
        store.delete(each.id, 2.0)
    store.restore(chat.id)
    assert [each.id for each in store.listed()] == [chat.id]
    store.delete(chat.id, 3.0)
    assert store.purge([kept.id, chat.id]) == 2
    with pytest.raises(KeyError):
        store.get(chat.id)


def test_every_method_finds_the_right_store_or_is_about_kept_chats_only() -> None:
    methods = {name: each for name, each in vars(Conversations).items() if inspect.isfunction(each) and name[0] != "_"}
    unrouted = {name for name, method in methods.items() if not by_id(method)}
    about_all = {
        "create",
        "all",
        "listed",
        "purge_bin",
        "purge",
        "search",
        "search_whole_words",
        "interrupt_unfinished",
    }
    assert unrouted == about_all, "a new method takes an id first, or is added here once its effect was thought about"
    for name in set(methods) - unrouted:
        assert getattr(ConversationStore, name) is not methods[name], name


def test_the_messages_of_a_temporary_chat_have_versions_and_a_way_back_too(
    store: ConversationStore, tmp_path: Path
) -> None:
    chat = store.create_temporary(1.0)
    asked = store.add_message(chat.id, None, Role.USER, "Why?", 1.0)
    edited = store.tree.edit(chat.id, asked.id, "Why so?", 2.0)
    assert store.tree.versions(chat.id) == dict.fromkeys((asked.id, edited), (asked.id, edited))
    deletion = store.tree.delete(chat.id, edited, 3.0)
    assert deletion is not None
    assert is_temporary(deletion.bin_id)
    assert [each.content for each in store.branch(chat.id)] == ["Why?"]
    assert store.tree.restore(deletion) == chat.id
    assert [each.content for each in store.branch(chat.id)] == ["Why so?"]
    forked = store.tree.fork(chat.id, edited, 4.0)
    assert is_temporary(forked)
    assert store.all() == []
    assert not any(b"Why so" in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
