# SPDX-License-Identifier: Apache-2.0
"""Conversations: the tree, its order, the bin, search."""

import itertools
import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeward.domain.conversation import MessageStatus, ReplyDetails
from leeward.domain.errors import StorageCorrupt
from leeward.domain.generation import FinishReason, Receipt, Role, Sampling, Timings, Usage
from leeward.domain.ids import ConversationId, MessageId
from leeward.storage.conversations import BIN_KEEP_S, Conversations
from leeward.storage.database import Database, storable
from leeward.storage.search import match_expression

DETAILS = ReplyDetails(
    finish_reason=FinishReason.LENGTH,
    usage=Usage(prompt_tokens=40, reused_tokens=30, completion_tokens=7),
    timings=Timings(prompt_s=0.1, first_token_s=0.25, decode_s=1.5, decode_tokens_per_second=4.0),
    receipt=Receipt("Tiny", "tiny.gguf", 123, "0" * 16, Sampling(seed=7), "0.3.36", 2048, 4),
)


def test_a_turn_is_read_back_as_it_was_written(conversations: Conversations) -> None:
    conversation = conversations.create(1.0)
    question = conversations.add_message(conversation.id, None, Role.USER, "Grüße \x00 🙂", 2.0)
    begun = conversations.begin_reply(conversation.id, question.id, 3.0)
    assert (begun.status, begun.content, begun.parent_id) == (MessageStatus.PARTIAL, "", question.id)
    conversations.checkpoint_reply(begun.id, "Hel", "hm")
    assert [message.content for message in conversations.branch(conversation.id)] == ["Grüße \x00 🙂", "Hel"]
    finished = conversations.finish_reply(begun.id, MessageStatus.COMPLETE, "Hello", "hmm", DETAILS)
    assert finished.details == DETAILS
    assert conversations.branch(conversation.id) == [question, finished]
    assert conversations.messages(conversation.id) == {question.id: question, finished.id: finished}


def test_what_a_tool_gave_back_and_an_answer_that_asked_for_it_are_kept(conversations: Conversations) -> None:
    conversation = conversations.create(1.0)
    reply = conversations.begin_reply(conversation.id, None, 2.0)
    details = replace(DETAILS, finish_reason=FinishReason.TOOL_CALLS)
    finished = conversations.finish_reply(reply.id, MessageStatus.COMPLETE, "", "hm", details)
    result = conversations.add_message(conversation.id, reply.id, Role.TOOL, "21", 3.0)
    assert conversations.branch(conversation.id) == [finished, result]
    assert (finished.details, result.role) == (details, Role.TOOL)


def test_a_finished_reply_is_never_changed_again(conversations: Conversations) -> None:
    conversation = conversations.create(1.0)
    reply = conversations.begin_reply(conversation.id, None, 2.0)
    finished = conversations.finish_reply(reply.id, MessageStatus.COMPLETE, "all", "", None)
    conversations.checkpoint_reply(reply.id, "al", "")
    assert conversations.finish_reply(reply.id, MessageStatus.INTERRUPTED, "a", "", None) == finished
    assert conversations.branch(conversation.id) == [finished]
    with pytest.raises(ValueError, match="partial"):
        conversations.finish_reply(reply.id, MessageStatus.PARTIAL, "a", "", None)


def test_replies_cut_off_by_the_end_of_the_program_are_marked_once(conversations: Conversations) -> None:
    conversation = conversations.create(1.0)
    reply = conversations.begin_reply(conversation.id, None, 2.0)
    conversations.checkpoint_reply(reply.id, "half a sentence", "")
    assert conversations.interrupt_unfinished() == 1
    assert conversations.interrupt_unfinished() == 0
    assert [(m.status, m.content) for m in conversations.branch(conversation.id)] == [
        (MessageStatus.INTERRUPTED, "half a sentence")
    ]
    assert [hit.message_id for hit in conversations.search("sentence")] == [reply.id]


def test_versions_are_siblings_and_the_leaf_chooses_the_branch(conversations: Conversations) -> None:
    conversation = conversations.create(1.0)
    question = conversations.add_message(conversation.id, None, Role.USER, "q", 2.0)
    first = conversations.add_message(conversation.id, question.id, Role.ASSISTANT, "one", 3.0)
    second = conversations.add_message(conversation.id, question.id, Role.ASSISTANT, "two", 4.0)
    assert conversations.branch(conversation.id) == [question, second]
    conversations.set_leaf(conversation.id, first.id)
    assert conversations.branch(conversation.id) == [question, first]
    assert list(conversations.messages(conversation.id)) == [question.id, first.id, second.id]
    conversations.set_leaf(conversation.id, None)
    assert conversations.branch(conversation.id) == []


def test_a_message_of_another_conversation_cannot_be_parent_or_leaf(conversations: Conversations) -> None:
    here, there = conversations.create(1.0), conversations.create(1.0)
    foreign = conversations.add_message(there.id, None, Role.USER, "q", 2.0)
    with pytest.raises(sqlite3.IntegrityError):
        conversations.add_message(here.id, foreign.id, Role.ASSISTANT, "a", 3.0)
    with pytest.raises(sqlite3.IntegrityError):
        conversations.set_leaf(here.id, foreign.id)
    assert conversations.branch(here.id) == []


def test_only_a_message_of_the_user_clears_the_draft(conversations: Conversations) -> None:
    conversation = conversations.create(1.0)
    conversations.save_draft(conversation.id, "not sent yet")
    conversations.add_message(conversation.id, None, Role.ASSISTANT, "hello", 2.0)
    assert conversations.get(conversation.id).draft == "not sent yet"
    conversations.add_message(conversation.id, None, Role.USER, "not sent yet", 2.0)
    assert conversations.get(conversation.id).draft == ""


@pytest.mark.parametrize("jump_s", [-3.2e8, 3.2e8, -1.7e9])
def test_order_does_not_depend_on_the_clock(conversations: Conversations, jump_s: float) -> None:
    first, second = conversations.create(1.7e9), conversations.create(1.7e9 + jump_s)
    assert [c.id for c in conversations.all()] == [second.id, first.id]
    conversations.add_message(first.id, None, Role.USER, "again", 1.7e9 + 2 * jump_s)
    assert [c.id for c in conversations.all()] == [first.id, second.id]


def test_deleted_conversations_wait_in_the_bin(conversations: Conversations) -> None:
    kept, deleted = conversations.create(1.0), conversations.create(1.0)
    conversations.add_message(deleted.id, None, Role.USER, "findme", 1.0)
    conversations.delete(deleted.id, 100.0)
    assert [c.id for c in conversations.all()] == [kept.id]
    assert [c.id for c in conversations.all(deleted=True)] == [deleted.id]
    assert conversations.search("findme") == []
    assert conversations.purge_bin(100.0 + BIN_KEEP_S) == 0
    conversations.restore(deleted.id)
    assert [c.id for c in conversations.all()] == [deleted.id, kept.id]
    assert len(conversations.search("findme")) == 1


def test_the_bin_is_emptied_for_good_after_30_days(conversations: Conversations, database: Database) -> None:
    conversation = conversations.create(1.0)
    parent = None
    for _ in range(1500):  # deeper than SQLite's limit for chains of triggers
        parent = conversations.begin_reply(conversation.id, parent, 1.0).id
    conversations.finish_reply(MessageId(parent or 0), MessageStatus.COMPLETE, "zebrafish", "", None)
    conversations.rename(conversation.id, "zebrafish")
    conversations.delete(conversation.id, 100.0)
    assert conversations.purge_bin(101.0 + BIN_KEEP_S) == 1
    assert conversations.all(deleted=True) == []
    with pytest.raises(KeyError):
        conversations.get(conversation.id)
    with database.reading() as sql:
        assert sql.execute("SELECT count(*) FROM message").fetchone() == (0,)
    database.close()
    assert b"zebrafish" not in database.path.read_bytes()


def test_a_late_checkpoint_of_a_purged_reply_changes_nothing(conversations: Conversations) -> None:
    gone = conversations.create(1.0)
    reply = conversations.begin_reply(gone.id, None, 1.0)
    conversations.delete(gone.id, 0.0)
    conversations.purge_bin(1.0, keep_s=0.0)
    fresh = conversations.create(2.0)
    other = conversations.begin_reply(fresh.id, None, 2.0)
    assert other.id > reply.id
    conversations.checkpoint_reply(reply.id, "late", "")
    assert [message.content for message in conversations.branch(fresh.id)] == [""]
    with pytest.raises(KeyError):
        conversations.finish_reply(reply.id, MessageStatus.COMPLETE, "late", "", None)


@pytest.mark.parametrize("method", ["get", "rename", "delete", "restore"])
def test_an_unknown_conversation_is_a_key_error(conversations: Conversations, method: str) -> None:
    arguments = {"rename": ("title",), "delete": (1.0,)}.get(method, ())
    with pytest.raises(KeyError):
        getattr(conversations, method)(ConversationId(99), *arguments)


def test_ten_thousand_messages_are_one_branch_in_order(conversations: Conversations, database: Database) -> None:
    conversation = conversations.create(1.0)
    parent = None
    with database.transaction() as sql:  # one commit instead of 10,000
        for number in range(10_000):
            parent = sql.execute(
                "INSERT INTO message (conversation_id, parent_id, role, status, created_at_s, content) "
                "VALUES (?, ?, 'user', 'complete', 1.0, ?)",
                (conversation.id, parent, f"message {number}"),
            ).lastrowid
    conversations.set_leaf(conversation.id, MessageId(parent or 0))
    branch = conversations.branch(conversation.id)
    assert [message.content for message in branch] == [f"message {number}" for number in range(10_000)]
    assert all(child.parent_id == parent.id for parent, child in itertools.pairwise(branch))


def test_search_finds_words_in_titles_and_messages(conversations: Conversations) -> None:
    old, new = conversations.create(1.0), conversations.create(2.0)
    conversations.rename(old.id, "Sailing round the Cape")
    conversations.add_message(old.id, None, Role.USER, "How do I tie a bowline?", 3.0)
    answer = conversations.add_message(new.id, None, Role.ASSISTANT, "A bowline needs a loop. Façade!", 4.0)
    hits = conversations.search("bowl")
    assert [(hit.conversation_id, hit.snippet) for hit in hits] == [
        (new.id, "A \x02bowline\x03 needs a loop. Façade!"),
        (old.id, "How do I tie a \x02bowline\x03?"),
    ]
    assert hits[0].message_id == answer.id
    assert conversations.search("sail cape") == []  # only the last word may be unfinished
    assert [(h.message_id, h.snippet) for h in conversations.search("CAPE sailing")] == [
        (None, "\x02Sailing\x03 round the \x02Cape\x03")
    ]
    assert [hit.conversation_id for hit in conversations.search("facade")] == [new.id]
    assert len(conversations.search("bowline", limit=1)) == 1


def test_search_follows_a_rename(conversations: Conversations) -> None:
    conversation = conversations.create(1.0)
    conversations.rename(conversation.id, "anchor")
    conversations.rename(conversation.id, "windlass")
    assert conversations.search("anchor") == []
    assert len(conversations.search("windlass")) == 1


def test_a_reply_is_found_once_it_is_finished(conversations: Conversations) -> None:
    conversation = conversations.create(1.0)
    reply = conversations.begin_reply(conversation.id, None, 1.0)
    conversations.checkpoint_reply(reply.id, "halyard", "")
    assert conversations.search("halyard") == []
    conversations.finish_reply(reply.id, MessageStatus.INTERRUPTED, "halyard and sheet", "", None)
    assert len(conversations.search("halyard sheet")) == 1


@pytest.mark.parametrize(
    "query", ["", "  ", '"', "'", "*", "NEAR(", "a AND", "NOT", "-x", "^", "title:x", "{", "\x00", "\ud800", "a\x00b"]
)
def test_nothing_in_a_query_has_a_special_meaning(conversations: Conversations, query: str) -> None:
    conversation = conversations.create(1.0)
    conversations.add_message(conversation.id, None, Role.USER, "plain words", 1.0)
    assert conversations.search(query) == []


@given(st.text())
def test_every_text_makes_a_valid_query(query: str) -> None:
    sql = sqlite3.connect(":memory:")
    try:
        sql.execute("CREATE VIRTUAL TABLE t USING fts5 (x)")
        expression = match_expression(query, is_last_unfinished=True)
        if expression:
            sql.execute("SELECT * FROM t WHERE t MATCH ?", (expression,)).fetchall()
    finally:
        sql.close()


@given(st.text(st.characters()))
def test_text_with_a_utf8_form_is_stored_as_it_is(text: str) -> None:
    stored = storable(text)
    stored.encode()
    if not any(0xD800 <= ord(character) <= 0xDFFF for character in text):
        assert stored == text


def test_half_a_surrogate_pair_does_not_stop_a_message(conversations: Conversations) -> None:
    conversation = conversations.create(1.0)
    assert (
        conversations.add_message(conversation.id, None, Role.USER, "a\ud83d\ude00b\ud800", 1.0).content == "a😀b\ufffd"
    )


@pytest.mark.parametrize("damaged", ["", "{", '{"usage": 3}', '{"receipt": {"sampling": {"top_p": 9}}}'])
def test_a_reply_whose_details_are_damaged_is_still_read(
    conversations: Conversations, database: Database, damaged: str
) -> None:
    conversation = conversations.create(1.0)
    message = conversations.add_message(conversation.id, None, Role.ASSISTANT, "text", 1.0)
    with database.transaction() as sql:
        sql.execute("UPDATE message SET details = ?", (damaged,))
    assert conversations.branch(conversation.id) == [message]


def test_details_of_a_newer_leeward_are_read_as_far_as_known(conversations: Conversations, database: Database) -> None:
    conversation = conversations.create(1.0)
    conversations.add_message(conversation.id, None, Role.ASSISTANT, "text", 1.0)
    with database.transaction() as sql:
        sql.execute("UPDATE message SET details = ?", ('{"finish_reason": "stop", "adapters": [1]}',))
    assert conversations.branch(conversation.id)[0].details == ReplyDetails(finish_reason=FinishReason.STOP)


def test_a_role_nobody_wrote_is_damage(conversations: Conversations, database: Database) -> None:
    conversation = conversations.create(1.0)
    conversations.add_message(conversation.id, None, Role.USER, "text", 1.0)
    with database.transaction() as sql:
        sql.execute("UPDATE message SET role = 'xyz'")
    with pytest.raises(StorageCorrupt):
        conversations.branch(conversation.id)
