# SPDX-License-Identifier: Apache-2.0
"""What could be asked next: taken from what models write, and asked for beside the conversation."""

import doctest
from dataclasses import replace
from pathlib import Path

import pytest

from leeward.chat import follow_up
from leeward.chat.aside import QUIET_S
from leeward.chat.follow_up import FOLLOW_UP_REQUEST, MAX_TOKENS, FollowUps, follow_up_wish, follow_ups_in
from leeward.domain.conversation import Message, MessageStatus
from leeward.domain.generation import ChatMessage, FinishReason, Role, Usage
from leeward.domain.ids import ConversationId, GenerationId, MessageId
from leeward.domain.model_info import LoadPlan
from leeward.domain.settings import Settings
from leeward.engine.protocol import Finished, TextAppended
from leeward.engine.scripted import ScriptedEngine

ANSWER = Message(
    MessageId(2), ConversationId(7), MessageId(1), Role.ASSISTANT, MessageStatus.COMPLETE, "A boat has a keel.", "", 1.0
)
REQUEST = Settings(temperature=1.5).request(GenerationId("a"), (ChatMessage(Role.USER, "What has a boat?"),))


def test_examples_in_the_docs_are_true():
    assert doctest.testmod(follow_up).failed == 0


@pytest.mark.parametrize(
    ("answer", "questions"),
    [
        ("What is a keel?\nWhy does it heel?", ["What is a keel?", "Why does it heel?"]),
        ("1. What is a keel?\n2) Why does it heel?", ["What is a keel?", "Why does it heel?"]),
        ('- **What is a keel?**\n* "Why does it heel?"', ["What is a keel?", "Why does it heel?"]),
        ("Here are three questions:\n\nWhat is a keel?", ["What is a keel?"]),
        ("<think>Hm? Which?</think>What is a keel?", ["What is a keel?"]),
        ("什么是龙骨？\n船为什么会倾斜？", ["什么是龙骨？", "船为什么会倾斜？"]),
        ("A1?\nAb1?\nAb2?\nAb3?\nAb4?", ["Ab1?", "Ab2?", "Ab3?"]),
    ],
)  # fmt: skip
def test_questions_are_taken_without_what_stands_around_them(answer, questions):
    assert list(follow_ups_in(answer, (), is_cut=False)) == questions


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "A boat has a keel.",
        "?\n??",
        "What is [Boat's Name]?",
        "<|im_start|>user?",
        "Sure! What is a keel?",
        "What is a keel? And why?",
        "Why " + "very " * 20 + "long?",
        "What\x00 is it?",
        "What has a boat?",  # was asked
        "what has a  BOAT ?",
        "A boat has a keel?",  # was said
    ],
)
def test_what_is_no_new_short_question_is_dropped(answer):
    assert follow_ups_in(answer, ("What has a boat?", ANSWER.content), is_cut=False) == ()


def test_a_line_that_was_cut_is_no_question():
    assert follow_ups_in("What is a keel?\nWhy is it called?", (), is_cut=True) == ("What is a keel?",)


def test_a_cut_or_empty_answer_gives_no_wish():
    assert follow_up_wish(REQUEST, replace(ANSWER, status=MessageStatus.INTERRUPTED)) is None
    assert follow_up_wish(REQUEST, replace(ANSWER, content=" ")) is None


@pytest.fixture
def engine():
    engine = ScriptedEngine([], aside=["What is a ", "keel?\nWhy", " not?"])
    engine.load(LoadPlan(Path("/m.gguf")))
    while engine.next_event(0.0) is not None:
        pass
    return engine


def ended(asked, engine):
    while (event := engine.next_event(0.0)) is not None:
        found = asked.handle(event)
        if found is not None:
            return found
    return None


def test_they_are_asked_for_beside_the_conversation_when_it_is_quiet(engine):
    asked = FollowUps(engine)
    asked.want(follow_up_wish(REQUEST, ANSWER))
    assert asked.ask(0.0) == QUIET_S
    assert asked.ask(QUIET_S) is None
    request = engine.requests[-1]
    assert (request.is_aside, request.max_tokens, request.sampling.temperature) == (True, MAX_TOKENS, 0)
    assert [each.content for each in request.messages] == ["What has a boat?", "A boat has a keel.", FOLLOW_UP_REQUEST]
    found = ended(asked, engine)
    assert (found.conversation_id, found.message_id) == (7, 2)
    assert found.questions == ("What is a keel?", "Why not?")
    assert not asked.is_wanted


def test_whoever_drops_the_wish_hears_nothing(engine):
    asked = FollowUps(engine)
    asked.want(follow_up_wish(REQUEST, ANSWER))
    asked.ask(0.0)
    asked.ask(QUIET_S)
    asked.drop()
    assert ended(asked, engine) is None
    assert asked.ask(10.0) is None


def test_a_cancelled_one_tells_nothing():
    asked = FollowUps(ScriptedEngine([]))
    asked.want(follow_up_wish(REQUEST, ANSWER))
    asked._asked = GenerationId("g")
    asked.handle(TextAppended(GenerationId("g"), "What is a keel?\n", 1))
    done = Finished(GenerationId("g"), FinishReason.CANCELLED, Usage(1, 0, 1), *_rest())
    assert asked.handle(done) is None


def _rest():
    from leeward.domain.generation import Receipt, Sampling, Timings

    return Timings(1.0, 1.0, 1.0, 1.0), Receipt("m", "m.gguf", 1, "", Sampling(seed=1), "engine", 4096, 2)
