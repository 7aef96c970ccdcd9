# SPDX-License-Identifier: Apache-2.0
from dataclasses import replace

import pytest

from helpers.branches import chat
from leeward.chat.context import Memory, answer_room, memory_start, messages_to_view, seen
from leeward.domain.conversation import Message, MessageStatus, ReplyDetails
from leeward.domain.generation import ChatMessage, Role
from leeward.domain.ids import ConversationId, MessageId
from leeward.domain.settings import Settings, WhenFull

SYSTEM, USER, ASSISTANT = Role.SYSTEM, Role.USER, Role.ASSISTANT


def message(role, content):
    return Message(MessageId(1), ConversationId(1), None, role, MessageStatus.COMPLETE, content, "", 0.0, None)


@pytest.mark.parametrize(
    ("branch", "draft", "system_prompt", "expected"),
    [
        ([], "", "", []),
        ([], " ", "Be brief.", []),
        ([], "Hi", "", [(USER, "Hi")]),
        ([], "Hi", "Be brief.", [(SYSTEM, "Be brief."), (USER, "Hi")]),
        ([(USER, "a"), (ASSISTANT, "b")], "", "Be brief.", [(USER, "a")]),
        ([(USER, "a"), (ASSISTANT, "b")], "c", "Be brief.", [(USER, "a"), (ASSISTANT, "b"), (USER, "c")]),
        ([(USER, "a"), (ASSISTANT, "")], "", "", [(USER, "a")]),
        ([(SYSTEM, "s"), (USER, "a")], "b", "", [(SYSTEM, "s"), (USER, "a\n\nb")]),
    ],
)
def test_what_is_viewed_is_what_a_question_would_be_answered_from(branch, draft, system_prompt, expected):
    shown = messages_to_view([message(*each) for each in branch], draft, system_prompt)
    assert shown == tuple(ChatMessage(*each) for each in expected)


SLIDE = Settings(when_full=WhenFull.SLIDE)


def contents(memory):
    return [message.content for message in memory.messages]


def test_everything_is_seen_until_the_oldest_were_let_go():
    branch = chat("a", "b", "c")
    assert contents(Memory.of(branch, SLIDE, 4096)) == ["a", "b", "c"]
    assert contents(Memory.of(branch, Settings(), 0)) == ["a", "b", "c"]
    assert memory_start(branch) is None


def test_what_does_not_fit_leaves_at_the_beginning_and_the_system_prompt_stays():
    branch = chat("be brief", "q1" * 900, "a1" * 900, "q2" * 300, "a2" * 300, "q3", n_prompt=1990, has_system=True)
    memory = Memory.of(branch, SLIDE, 2048)
    assert contents(memory)[0] == "be brief"
    assert memory.start == 4
    assert contents(memory) == ["be brief", "q2" * 300, "a2" * 300, "q3"]
    assert Memory.of(branch, Settings(), 2048).start is None, "nobody chose that"


def test_a_chat_goes_on_from_where_the_memory_of_its_last_answer_began():
    branch = chat("q1", "a1", "q2", "a2", "q3", n_seen=1, n_prompt=50)
    assert memory_start(branch) == 3
    memory = Memory.of(branch, Settings(), 4096)
    assert memory.can_slide
    assert contents(memory) == ["q2", "a2", "q3"]
    assert memory.n_seen == 3
    assert [message.content for message in messages_to_view(branch, "", "")] == ["q2", "a2", "q3"]


def test_where_the_memory_begins_is_told_by_place_and_so_in_a_copy_of_the_chat_too():
    branch = chat("be brief", "q1", "a1", "q2", "a2", n_seen=1, has_system=True)
    copies = [replace(message, id=MessageId(message.id + 90)) for message in branch]
    assert memory_start(copies) == memory_start(branch) + 90
    assert memory_start(chat("q1", "a1", n_seen=1)) is None, "that is all there is"
    assert memory_start(chat("q1", "a1", "q2", "a2", n_seen=2)) is None, "it begins at a question"
    assert seen(branch, None) == branch


def test_an_answer_that_the_user_wrote_changes_nothing_about_the_memory():
    branch = chat("q1", "a1", "q2", "a2", "q3", "mine", n_seen=1)
    branch[-1] = replace(branch[-1], details=ReplyDetails(is_edited=True))
    assert memory_start(branch) == 3


def test_memory_always_begins_at_a_question_and_ends_with_the_last_one():
    branch = chat("q1", "a1", "q2" * 4000)
    memory = Memory(tuple(branch), None, can_slide=True, n_free=100)
    shorter = memory.shorter(2000)
    assert contents(shorter) == ["q2" * 4000]
    assert shorter.shorter(2000) is None, "the engine's refusal is said then"


def test_slides_are_rare_because_each_frees_a_good_part():
    branch = chat(*[f"{number}" * 400 for number in range(9)], n_prompt=1200)
    memory = Memory(tuple(branch), None, can_slide=True, n_free=1000)
    shorter = memory.shorter(1200)
    kept = sum(len(content) for content in contents(shorter)) / sum(len(each.content) for each in branch) * 1200
    assert 400 < kept <= 750


def test_an_answer_has_room():
    assert answer_room(8192, 0) == 512
    assert answer_room(8192, 100) == 100
    assert answer_room(512, 0) == 128


def test_a_summary_is_made_from_all_that_fits_and_the_newest_turns_stay_as_they_are():
    branch = chat(
        "be brief", "q1" * 300, "a1" * 300, "q2" * 300, "a2" * 300, "summarise", n_prompt=800, has_system=True
    )
    whole = Memory.for_summary(branch, 4096)
    assert contents(whole) == [each.content for each in branch]
    assert whole.n_seen_with_summary == 1
    full = Memory.for_summary(branch, 900)
    assert contents(full) == ["be brief", "q1" * 300, "a1" * 300, "summarise"]
    assert full.n_seen_with_summary == 3
    assert full.branch == tuple(branch)


def test_after_a_summary_the_memory_begins_with_what_it_left_out():
    branch = chat("q1" * 300, "a1" * 300, "q2", "a2", "summarise", "s", "q3", n_prompt=800)
    details = replace(branch[5].details, n_seen=3, is_summary=True)
    branch[5] = replace(branch[5], details=details)
    memory = Memory.of(branch, Settings(), 1024)
    assert contents(memory) == ["q2", "a2", "summarise", "s", "q3"], "what the summary was made from counts no more"
