# SPDX-License-Identifier: Apache-2.0
"""The order and the limits of the full-text search, and which branch a hit leads to."""

from leeward.domain.conversation import split_tags, tags_from
from leeward.domain.generation import Role
from leeward.domain.ids import ConversationId
from leeward.storage.conversations import Conversations


def add(conversations: Conversations, *texts: str) -> ConversationId:
    conversation = conversations.create(1.0)
    parent_id = None
    for text in texts:
        parent_id = conversations.add_message(conversation.id, parent_id, Role.USER, text, 1.0).id
    return conversation.id


def test_whole_words_come_before_beginnings_and_these_before_titles(conversations: Conversations) -> None:
    titled = add(conversations, "nothing")
    conversations.rename(titled, "seaside")
    whole_old, whole_new = add(conversations, "the sea"), add(conversations, "a sea")
    begun = add(conversations, "a seagull")
    hits = conversations.search("sea")
    assert [hit.conversation_id for hit in hits] == [whole_new, whole_old, begun, titled]
    assert [hit.conversation_id for hit in conversations.search_whole_words("sea")] == [whole_new, whole_old]
    assert [hit.conversation_id for hit in conversations.search("sea", limit=3)] == [whole_new, whole_old, begun]


def test_a_conversation_is_found_once_by_its_newest_message(conversations: Conversations) -> None:
    found = add(conversations, "first sea", "second seas", "third sea", "no water")
    [hit] = conversations.search("sea")
    assert (hit.conversation_id, hit.snippet) == (found, "third \x02sea\x03")


def test_one_letter_begins_no_word_and_one_sign_may(conversations: Conversations) -> None:
    letter, sign = add(conversations, "plan b stands"), add(conversations, "海军")
    assert [hit.conversation_id for hit in conversations.search("b")] == [letter]
    assert conversations.search("s") == []
    assert [hit.conversation_id for hit in conversations.search("海")] == [sign]


def test_tags_narrow_a_search(conversations: Conversations) -> None:
    work, home = add(conversations, "sea at work"), add(conversations, "sea at home")
    conversations.set_tags(work, ("office", "boats"))
    conversations.set_tags(home, ("house",))
    assert [hit.conversation_id for hit in conversations.search("sea", tags=("off",))] == [work]
    assert conversations.search("sea", tags=("off", "hou")) == []


def test_system_prompts_are_not_searched(conversations: Conversations) -> None:
    chat = conversations.create(1.0).id
    conversations.add_message(chat, None, Role.SYSTEM, "You know the sea.", 1.0)
    assert conversations.search("sea") == []


def test_the_bin_is_left_out_and_the_archive_is_not(conversations: Conversations) -> None:
    binned, archived = add(conversations, "sea"), add(conversations, "sea")
    conversations.delete(binned, 1.0)
    conversations.set_archived(archived, is_archived=True)
    assert [hit.conversation_id for hit in conversations.search("sea")] == [archived]


def test_a_hit_on_another_branch_makes_that_the_shown_one(conversations: Conversations) -> None:
    chat = conversations.create(1.0).id
    question = conversations.add_message(chat, None, Role.USER, "question", 1.0)
    first = conversations.add_message(chat, question.id, Role.ASSISTANT, "first answer", 1.0)
    after = conversations.add_message(chat, first.id, Role.USER, "and then", 1.0)
    second = conversations.add_message(chat, question.id, Role.ASSISTANT, "second answer", 1.0)
    assert [each.id for each in conversations.branch_with(chat, question.id)] == [question.id, second.id]
    shown = [question.id, first.id, after.id]
    assert [each.id for each in conversations.branch_with(chat, first.id)] == shown
    assert [each.id for each in conversations.branch(chat)] == shown


def test_a_hit_that_is_gone_leaves_the_branch_as_it_is(conversations: Conversations) -> None:
    chat, other = add(conversations, "one"), add(conversations, "two")
    stranger = conversations.branch(other)[0]
    assert [each.content for each in conversations.branch_with(chat, stranger.id)] == ["one"]


def test_tags_are_read_from_what_is_typed() -> None:
    assert tags_from(" #Work, trips  work ##x # ,") == ("work", "trips", "x")
    known = ("work", "trips")
    assert split_tags("#wo budget #Trips", known) == ("budget", ("wo", "trips"))
    assert split_tags("#include <x> #", known) == ("#include <x> #", ())
