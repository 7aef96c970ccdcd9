# SPDX-License-Identifier: Apache-2.0
"""The tree of a conversation: versions, edits, copies, and deletions that can be taken back."""

import pytest

from leeward.domain.conversation import MessageStatus, ReplyDetails
from leeward.domain.generation import FinishReason, Receipt, Role, Sampling
from leeward.domain.message_tree import branches_of
from leeward.storage.conversations import BIN_KEEP_S, Conversations
from leeward.storage.database import Database
from leeward.storage.folders import Folders
from leeward.storage.message_tree import MessageTree

RECEIPT = Receipt("Model", "m.gguf", 1, "", Sampling(seed=7), "engine", 4096, 2)


@pytest.fixture
def database(tmp_path):
    database = Database(tmp_path / "chats.db")
    yield database
    database.close()


@pytest.fixture
def store(database):
    return Conversations(database)


@pytest.fixture
def tree(database):
    return MessageTree(database)


def answered(store, chat, parent, text):
    reply = store.begin_reply(chat, parent, 1.0)
    details = ReplyDetails(FinishReason.STOP, receipt=RECEIPT)
    return store.finish_reply(reply.id, MessageStatus.COMPLETE, text, "", details).id


@pytest.fixture
def talk(store):
    """A conversation of two turns: its id and the ids of the four messages."""
    chat = store.create(1.0).id
    store.rename(chat, "Talk")
    ids = [store.add_message(chat, None, Role.USER, "q1", 1.0).id]
    ids.append(answered(store, chat, ids[0], "a1"))
    ids.append(store.add_message(chat, ids[1], Role.USER, "q2", 1.0).id)
    ids.append(answered(store, chat, ids[2], "a2"))
    return chat, ids


def texts(store, chat):
    return [message.content for message in store.branch(chat)]


def test_another_answer_is_a_version_and_both_branches_can_be_shown(store, tree, talk):
    chat, (q1, a1, *_) = talk
    assert tree.versions(chat) == {}
    other = answered(store, chat, q1, "b1")
    assert tree.versions(chat) == {a1: (a1, other), other: (a1, other)}
    assert texts(store, chat) == ["q1", "b1"]
    tree.show(chat, a1)
    assert texts(store, chat) == ["q1", "a1", "q2", "a2"]  # down to its newest leaf
    tree.show(chat, other)
    assert texts(store, chat) == ["q1", "b1"]
    with pytest.raises(KeyError):
        tree.show(chat, 999)


def test_first_messages_can_have_versions_too(store, tree, talk):
    chat, (q1, *_) = talk
    other = store.add_message(chat, None, Role.USER, "other", 1.0).id
    assert tree.versions(chat)[q1] == (q1, other)


def test_a_copy_of_an_answer_that_is_still_being_written_is_an_interrupted_one(store, tree, talk):
    chat, (*_, a2) = talk
    q3 = store.add_message(chat, a2, Role.USER, "q3", 1.0).id
    reply = store.begin_reply(chat, q3, 1.0)
    store.checkpoint_reply(reply.id, "so far", "")
    forked = tree.fork(chat, reply.id, 2.0)
    assert [(each.content, each.status) for each in store.branch(forked)][-2:] == [
        ("q3", MessageStatus.COMPLETE),
        ("so far", MessageStatus.INTERRUPTED),
    ]
    assert store.branch(chat)[-1].status is MessageStatus.PARTIAL
    tree.edit(chat, q3, "other", 2.0)
    assert store.branch(chat)[-1].status is MessageStatus.INTERRUPTED


def test_an_edited_answer_of_another_program_still_says_who_gave_it(store, tree, talk):
    chat, (q1, *_) = talk
    reply = store.begin_reply(chat, q1, 1.0)
    store.finish_reply(reply.id, MessageStatus.COMPLETE, "theirs", "", ReplyDetails(model_name="gpt-4o"))
    tree.edit(chat, reply.id, "mine", 2.0)
    details = store.branch(chat)[1].details
    assert (details.model_name, details.is_edited) == ("gpt-4o", True)


def test_an_edited_answer_is_a_version_that_goes_on_as_before(store, tree, talk):
    chat, (_, a1, _, a2) = talk
    edited = tree.edit(chat, a1, "mine", 2.0)
    assert texts(store, chat) == ["q1", "mine", "q2", "a2"]
    message = store.branch(chat)[1]
    assert (message.id, message.role, message.details.is_edited) == (edited, Role.ASSISTANT, True)
    assert message.details.receipt == RECEIPT
    assert store.branch(chat)[3].details.receipt == RECEIPT
    tree.show(chat, a1)
    assert store.branch(chat)[-1].id == a2
    assert [hit.snippet for hit in store.search("mine")]


def test_an_edited_summary_still_stands_for_what_is_older(store, tree, talk):
    chat, _ = talk
    asked = store.add_message(chat, store.branch(chat)[-1].id, Role.USER, "summarise", 1.0)
    reply = store.begin_reply(chat, asked.id, 1.0)
    details = ReplyDetails(FinishReason.STOP, n_seen=1, is_summary=True)
    store.finish_reply(reply.id, MessageStatus.COMPLETE, "short", "", details)
    tree.edit(chat, reply.id, "shorter", 2.0)
    edited = store.branch(chat)[-1].details
    assert (edited.is_edited, edited.n_seen, edited.is_summary) == (True, 1, True)


def test_a_message_of_either_role_is_put_between_two_others(store, tree, talk):
    chat, (_, a1, *_) = talk
    tree.insert(chat, a1, Role.USER, "between", 2.0)
    assert texts(store, chat) == ["q1", "a1", "between", "q2", "a2"]
    last = store.branch(chat)[-1].id
    tree.insert(chat, last, Role.ASSISTANT, "after", 2.0)
    assert texts(store, chat)[-1] == "after"
    assert store.branch(chat)[-1].details.is_edited


def test_a_fork_is_a_conversation_of_its_own(store, tree, talk):
    chat, (_, a1, *_) = talk
    forked = tree.fork(chat, a1, 2.0)
    assert texts(store, forked) == ["q1", "a1"]
    assert store.get(forked).title == "Talk (branch)"
    assert store.all()[0].id == forked
    assert texts(store, chat) == ["q1", "a1", "q2", "a2"]
    store.add_message(forked, store.branch(forked)[-1].id, Role.USER, "on", 2.0)
    assert len(texts(store, chat)) == 4


def test_a_fork_stays_in_the_folder_and_keeps_the_tags(database, store, tree, talk):
    chat, (_, a1, *_) = talk
    folder = Folders(database).create("Boats")
    store.move(chat, folder.id)
    store.set_tags(chat, ["work", "wind"])
    store.set_pinned(chat, is_pinned=True)
    store.set_archived(chat, is_archived=True)
    forked = store.get(tree.fork(chat, a1, 2.0))
    assert (forked.folder_id, forked.tags) == (folder.id, ("work", "wind"))
    assert not forked.is_pinned
    assert not forked.is_archived  # it is shown, so it stands in the list


def test_a_deletion_shows_what_came_before_and_can_be_taken_back(store, tree, talk):
    chat, (_, _, q2, _) = talk
    before = store.messages(chat)
    deletion = tree.delete(chat, q2, 5.0)
    assert texts(store, chat) == ["q1", "a1"]
    assert [each.id for each in store.all(deleted=True)] == [deletion.bin_id]
    assert texts(store, deletion.bin_id) == ["q2", "a2"]
    assert store.search("q2") == []
    assert tree.restore(deletion) == chat
    assert store.messages(chat) == before
    assert texts(store, chat) == ["q1", "a1", "q2", "a2"]
    assert store.all(deleted=True) == []
    assert len(store.search("q2")) == 1


def test_a_deleted_version_gives_way_to_the_one_beside_it(store, tree, talk):
    chat, (q1, _, _, _) = talk
    other = answered(store, chat, q1, "b1")
    tree.delete(chat, other, 5.0)
    assert texts(store, chat) == ["q1", "a1", "q2", "a2"]
    assert tree.versions(chat) == {}


def test_the_last_message_of_a_conversation_is_not_deleted_alone(store, tree, talk):
    chat, (q1, *_) = talk
    assert tree.delete(chat, q1, 5.0) is None
    assert len(texts(store, chat)) == 4
    with_system = store.create(1.0).id
    system = store.add_message(with_system, None, Role.SYSTEM, "be brief", 1.0).id
    question = store.add_message(with_system, system, Role.USER, "q", 1.0).id
    assert tree.delete(with_system, question, 5.0) is None


def test_a_branch_of_another_system_prompt_gives_way_to_the_one_beside_it(store, tree):
    chat = store.create(1.0).id
    system = store.add_message(chat, None, Role.SYSTEM, "S", 1.0).id
    first = store.add_message(chat, system, Role.USER, "q", 1.0).id
    answered(store, chat, first, "a")
    tree.edit(chat, system, "S2", 2.0)
    shown = store.branch(chat)
    assert [each.content for each in shown] == ["S2", "q", "a"]
    deletion = tree.delete(chat, shown[1].id, 3.0)
    assert texts(store, chat) == ["S", "q", "a"]
    assert texts(store, deletion.bin_id) == ["S2", "q", "a"]
    assert tree.restore(deletion) == chat
    assert store.branch(chat) == shown


def test_nothing_comes_back_from_an_emptied_bin(store, tree, talk):
    chat, ids = talk
    deletion = tree.delete(chat, ids[3], 2.0)
    store.purge([deletion.bin_id])
    before = store.branch(chat)
    with pytest.raises(KeyError):
        tree.restore(deletion)
    assert store.branch(chat) == before


def test_a_deletion_whose_place_is_gone_comes_back_as_a_conversation(store, tree, talk):
    chat, (_, a1, _, a2) = talk
    first = tree.delete(chat, a2, 5.0)
    tree.delete(chat, a1, 6.0)
    assert tree.restore(first) == first.bin_id
    assert [each.id for each in store.all()] == [first.bin_id, chat]
    assert texts(store, first.bin_id) == ["a2"]


def test_what_was_deleted_is_kept_for_thirty_days(store, tree, talk):
    chat, (_, _, q2, _) = talk
    tree.delete(chat, q2, 5.0)
    assert store.purge_bin(5.0 + BIN_KEEP_S) == 0
    assert store.purge_bin(6.0 + BIN_KEEP_S) == 1
    assert texts(store, chat) == ["q1", "a1"]


def test_branches_are_rows_of_messages_between_forks(store, tree, talk):
    chat, (_, a1, *_) = talk
    answered(store, chat, store.branch(chat)[0].id, "b1")
    tree.show(chat, a1)
    [top] = branches_of(tree.headings(chat), store.get(chat).leaf_id)
    assert (top.first.words, top.n_messages, top.is_shown) == ("q1", 1, True)
    assert [(each.first.words, each.n_messages, each.is_shown) for each in top.branches] == [
        ("a1", 3, True),
        ("b1", 1, False),
    ]
    assert branches_of([], None) == []


def test_a_resumed_reply_is_partial_until_it_is_finished_again(store, talk):
    chat, (_, _, _, a2) = talk
    store.resume_reply(a2)
    store.checkpoint_reply(a2, "a2 and more", "")
    assert store.message(a2).status is MessageStatus.PARTIAL
    store.finish_reply(a2, MessageStatus.COMPLETE, "a2 and more still", "", None)
    assert texts(store, chat)[-1] == "a2 and more still"
    assert len(store.search("still")) == 1
