# SPDX-License-Identifier: Apache-2.0
"""The reply loop with the real store and the scripted engine."""

from pathlib import Path

import pytest

from leeward.chat.context import memory_start, messages_for
from leeward.chat.reply import (
    CHECKPOINT_S,
    RETRY_S,
    QuestionReturned,
    Replies,
    ReplyEnded,
    ReplyStarted,
    ReplyText,
    SavingFailed,
    SavingResumed,
)
from leeward.domain.conversation import MessageStatus
from leeward.domain.errors import ContextOverflow, EngineStopped, StorageFull
from leeward.domain.generation import ChatMessage, FinishReason, Role, ToolCall
from leeward.domain.model_info import LoadPlan
from leeward.domain.persona import Persona, PersonaSettings
from leeward.domain.settings import Settings, WhenFull
from leeward.engine.protocol import Finished, ReasoningAppended, TextAppended
from leeward.engine.scripted import ScriptedEngine
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database


class FullAtTimes(Conversations):
    """A store whose disk is full while `is_full`. (A small real class: the disk itself is row A3's.)"""

    is_full = False

    def _check(self):
        if self.is_full:
            raise StorageFull(Path("chats.db"))

    def add_message(self, *args):
        self._check()
        return super().add_message(*args)

    def begin_reply(self, *args):
        self._check()
        return super().begin_reply(*args)

    def checkpoint_reply(self, *args):
        self._check()
        super().checkpoint_reply(*args)

    def finish_reply(self, *args):
        self._check()
        return super().finish_reply(*args)


@pytest.fixture
def store(tmp_path):
    database = Database(tmp_path / "chats.db")
    yield FullAtTimes(database)
    database.close()


@pytest.fixture
def make(store):
    def make_replies(*scripts):
        engine = ScriptedEngine(scripts)
        engine.load(LoadPlan(Path("m.gguf")))
        return Replies(engine, store, clock=lambda: 1000.0), engine

    return make_replies


def pump(replies, engine, now_s=0.0):
    """Return all updates until the engine says nothing more."""
    updates = []
    while (event := engine.next_event(0.05)) is not None:
        updates += replies.handle(event, now_s)
    return updates


def test_a_message_and_its_answer_are_kept_with_the_receipt(make, store):
    replies, engine = make(["Hel", "lo."])
    conversation = replies.create()
    [started] = replies.send(conversation, "Hi there", Settings())
    assert [message.content for message in store.branch(conversation)] == ["Hi there"]  # durable before the answer
    updates = pump(replies, engine)
    assert "".join(update.text for update in updates if isinstance(update, ReplyText)) == "Hello."
    question, answer = store.branch(conversation)
    assert isinstance(started, ReplyStarted)
    assert (answer.content, answer.status, answer.parent_id) == ("Hello.", MessageStatus.COMPLETE, question.id)
    assert answer.details.finish_reason is FinishReason.STOP
    assert answer.details.receipt.model_file == "m.gguf"
    assert store.get(conversation).title == "Hi there"
    assert updates[-1] == ReplyEnded(conversation, answer, None)


def test_a_tool_call_that_nobody_asked_for_takes_nothing_from_the_answer(make, store):
    replies, engine = make(["Let me ", ToolCall("1", "weather", "{}"), "see."])
    conversation = replies.create()
    replies.send(conversation, "Hi", Settings())
    pump(replies, engine)
    answer = store.branch(conversation)[-1]
    assert (answer.content, answer.status) == ("Let me see.", MessageStatus.COMPLETE)
    assert answer.details.finish_reason is FinishReason.TOOL_CALLS


def test_the_second_turn_shows_the_model_the_whole_conversation(make):
    replies, engine = make(["One."], ["Two."])
    conversation = replies.create()
    replies.send(conversation, "a", Settings(system_prompt="Be brief."))
    pump(replies, engine)
    replies.send(conversation, "b", Settings(system_prompt="Changed."))
    pump(replies, engine)
    assert engine.requests[1].messages == (
        ChatMessage(Role.SYSTEM, "Be brief."),  # a changed setting does not rewrite what was read
        ChatMessage(Role.USER, "a"),
        ChatMessage(Role.ASSISTANT, "One."),
        ChatMessage(Role.USER, "b"),
    )


def test_text_before_a_failure_is_kept(make, store):
    replies, engine = make(["par", "tial", EngineStopped(exit_code=-9)])
    conversation = replies.create()
    replies.send(conversation, "Hi", Settings())
    ended = pump(replies, engine)[-1]
    assert (ended.message.content, ended.message.status) == ("partial", MessageStatus.INTERRUPTED)
    assert ended.error.exit_code == -9
    assert store.branch(conversation)[-1] == ended.message


def test_a_question_that_does_not_fit_becomes_a_draft_again_and_a_shorter_one_can_be_asked(make, store):
    replies, engine = make(["one"], [ContextOverflow(n_prompt=9, n_ctx=8)], ["two"])
    conversation = replies.create()
    replies.send(conversation, "first", Settings())
    pump(replies, engine)
    before = store.branch(conversation)
    replies.send(conversation, "far too long", Settings())
    ended, returned = pump(replies, engine)[-2:]
    assert (ended.message, ended.error) == (None, None)
    assert (returned.text, returned.error.n_prompt, list(returned.branch)) == ("far too long", 9, before)
    assert store.get(conversation).draft == "far too long"
    assert store.branch(conversation) == before
    assert "far too long" in [each.content for each in store.messages(conversation).values()]  # still in the tree
    replies.send(conversation, "short", Settings())
    pump(replies, engine)
    assert [message.content for message in engine.requests[-1].messages] == ["first", "one", "short"]


def test_where_the_oldest_may_leave_a_question_that_does_not_fit_is_asked_with_less(make, store):
    overflow = ContextOverflow(n_prompt=900, n_ctx=512)
    replies, engine = make(["one"], ["two"], [overflow], ["three"], ["four"])
    conversation = replies.create()
    for text in ("first " * 300, "second"):
        replies.send(conversation, text, Settings())
        pump(replies, engine)
    updates = replies.send(conversation, "third", Settings(when_full=WhenFull.SLIDE)) + pump(replies, engine)
    assert [type(each) for each in updates if isinstance(each, ReplyStarted | ReplyEnded)] == [ReplyStarted, ReplyEnded]
    asked = [message.content for message in engine.requests[-1].messages]
    assert asked == ["second", "two", "third"]
    *_, answer = store.branch(conversation)
    assert answer.details.n_seen == 3, "so that the view can show where the memory begins"
    assert len(store.branch(conversation)) == 6, "nothing leaves the chat"
    replies.send(conversation, "fourth", Settings())
    pump(replies, engine)
    assert [message.content for message in engine.requests[-1].messages] == [
        "second",
        "two",
        "third",
        "three",
        "fourth",
    ]


def test_a_message_is_kept_once_when_its_title_cannot_be(make, store, monkeypatch):
    replies, engine = make(["ok"])
    conversation = replies.create()

    def full(*_args):
        raise StorageFull(Path("chats.db"))

    monkeypatch.setattr(store, "rename", full)
    replies.send(conversation, "hello", Settings())
    pump(replies, engine)
    assert [message.content for message in store.branch(conversation)] == ["hello", "ok"]


def test_the_end_of_an_answer_is_written_later_even_when_all_its_tokens_were(make, store):
    replies, engine = make(["Yes"])
    conversation = replies.create()
    replies.send(conversation, "Hi", Settings())
    while not isinstance(event := engine.next_event(1.0), Finished):
        replies.handle(event, 0.0)
    store.is_full = True
    replies.handle(event, 0.1)
    store.is_full = False
    assert store.branch(conversation)[-1].status is MessageStatus.PARTIAL
    assert replies.tick(2 * RETRY_S) == [SavingResumed()]
    assert store.branch(conversation)[-1].status is MessageStatus.COMPLETE


def test_a_stopped_answer_keeps_what_was_said(make, store):
    replies, engine = make(["one ", "two ", "three"])
    conversation = replies.create()
    replies.send(conversation, "count", Settings())
    while not isinstance(event := engine.next_event(1.0), TextAppended):
        replies.handle(event, 0.0)
    replies.handle(event, 0.0)
    replies.stop(conversation)
    pump(replies, engine)
    answer = store.branch(conversation)[-1]
    assert (answer.status, answer.details.finish_reason) == (MessageStatus.INTERRUPTED, FinishReason.CANCELLED)
    assert answer.content.startswith("one ")
    assert replies.is_idle


def test_another_answer_is_a_sibling_and_the_old_one_stays(make, store):
    replies, engine = make(["first"], ["second"])
    conversation = replies.create()
    replies.send(conversation, "Hi", Settings())
    first = pump(replies, engine)[-1].message
    replies.answer_again(conversation, first.id, Settings())
    second = pump(replies, engine)[-1].message
    assert second.parent_id == first.parent_id
    assert store.branch(conversation)[-1] == second
    assert store.messages(conversation)[first.id] == first


def test_an_edited_question_is_a_branch_and_the_old_one_stays(make, store):
    replies, engine = make(["first"], ["second"])
    conversation = replies.create()
    replies.send(conversation, "Hi", Settings(system_prompt="Be brief."))
    pump(replies, engine)
    before = store.branch(conversation)
    replies.ask_edited(conversation, before[1].id, "Hello", Settings())
    pump(replies, engine)
    assert [message.content for message in store.branch(conversation)] == ["Be brief.", "Hello", "second"]
    assert {message.id for message in before} <= set(store.messages(conversation))
    assert engine.requests[-1].messages[-1] == ChatMessage(Role.USER, "Hello")


def cut_answer(replies, engine, store, text="one two "):
    """Return the conversation and its answer, whose script ends with a failure."""
    conversation = replies.create()
    replies.send(conversation, "count", Settings())
    pump(replies, engine)
    answer = store.branch(conversation)[-1]
    assert (answer.content, answer.is_cut) == (text, True)
    return conversation, answer


def test_a_cut_answer_goes_on_as_one_message(make, store):
    replies, engine = make(["one two ", EngineStopped()], [" three", " four"])
    conversation, answer = cut_answer(replies, engine, store)
    updates = replies.continue_answer(conversation, answer.id, Settings())
    assert isinstance(updates[0], ReplyStarted)
    assert [update.text for update in updates[1:]] == ["one two"]
    assert engine.requests[-1].begun == ChatMessage(Role.ASSISTANT, "one two")
    assert engine.requests[-1].messages == (ChatMessage(Role.USER, "count"),)
    ended = pump(replies, engine)[-1]
    [_, whole] = store.branch(conversation)
    assert ended.message == whole
    assert (whole.id, whole.content, whole.status) == (answer.id, "one two three four", MessageStatus.COMPLETE)
    assert (whole.is_cut, whole.details.n_continued) == (False, 1)
    assert whole.details.finish_reason is FinishReason.STOP


def test_what_an_answer_had_is_kept_at_every_moment_while_it_goes_on(make, store):
    replies, engine = make(["one two ", EngineStopped()], [" three", EngineStopped()], [EngineStopped()], [" never"])
    conversation, answer = cut_answer(replies, engine, store)
    replies.continue_answer(conversation, answer.id, Settings())
    assert store.branch(conversation)[-1] == answer  # until there is more
    ended = pump(replies, engine)[-1]
    more = store.branch(conversation)[-1]
    assert (more.content, more.status) == ("one two three", MessageStatus.INTERRUPTED)
    assert more.details == answer.details
    assert ended.message == more
    replies.continue_answer(conversation, answer.id, Settings())
    ended = pump(replies, engine)[-1]
    assert ended.message == more
    assert isinstance(ended.error, EngineStopped)
    assert store.branch(conversation)[-1] == more
    with pytest.raises(KeyError):
        replies.continue_answer(conversation, more.parent_id, Settings())


def test_an_answer_is_run_again_with_the_seed_and_sampling_it_was_made_with(make, store):
    replies, engine = make(["first"], ["second"])
    conversation = replies.create()
    replies.send(conversation, "Hi", Settings(seed=7, temperature=0.3))
    first = pump(replies, engine)[-1].message
    replies.run_again(conversation, first.id, Settings(seed=8, temperature=0.9))
    second = pump(replies, engine)[-1].message
    assert engine.requests[-1].sampling == Settings(seed=7, temperature=0.3).sampling
    assert (second.parent_id, second.id != first.id) == (first.parent_id, True)


def test_only_an_answer_to_the_user_is_made_again_and_the_chat_stays_as_it_is(make, store):
    replies, engine = make(["Hello."])
    conversation = replies.create()
    replies.send(conversation, "Hi", Settings(system_prompt="Be brief."))
    pump(replies, engine)
    system, question, answer = store.branch(conversation)
    greeting = store.tree.insert(conversation, system.id, Role.ASSISTANT, "Welcome.", 1.0)
    deletion = store.tree.delete(conversation, question.id, 1.0)
    for chat, message_id in ((conversation, greeting), (conversation, system.id)):
        before = store.get(chat).leaf_id
        for ask in (replies.answer_again, replies.run_again):
            with pytest.raises(KeyError):
                ask(chat, message_id, Settings())
        assert store.get(chat).leaf_id == before
    assert deletion is not None
    lone = store.tree.delete(deletion.bin_id, answer.id, 2.0)
    assert lone is not None
    with pytest.raises(KeyError):
        replies.answer_again(lone.bin_id, answer.id, Settings())
    assert store.get(lone.bin_id).leaf_id == answer.id
    assert len(engine.requests) == 1


def summarised(make, store, *scripts):
    """Return a chat of two turns and a summary, and what made it."""
    replies, engine = make(["one"], ["two"], *scripts)
    conversation = replies.create()
    for text in ("first", "second"):
        replies.send(conversation, text, Settings())
        pump(replies, engine)
    return conversation, replies, engine


def test_a_summary_stays_one_when_it_is_made_again_gone_on_with_or_run_again(make, store):
    conversation, replies, engine = summarised(make, store, ["In short ", EngineStopped()], [" all."], ["B"], ["C"])
    replies.summarise(conversation, Settings())
    pump(replies, engine)
    limit, cut = engine.requests[-1].max_tokens, store.branch(conversation)[-1]
    replies.continue_answer(conversation, cut.id, Settings())
    pump(replies, engine)
    for ask in (lambda _id: None, lambda each: replies.answer_again(conversation, each, Settings())):
        ask(store.branch(conversation)[-1].id)
        pump(replies, engine)
        summary = store.branch(conversation)[-1]
        assert (summary.details.is_summary, summary.details.n_seen) == (True, 1)
        assert memory_start(store.branch(conversation)) == summary.parent_id
        assert engine.requests[-1].max_tokens == limit
    replies.run_again(conversation, summary.id, Settings())
    pump(replies, engine)
    assert store.branch(conversation)[-1].details.is_summary


def test_a_summary_that_does_not_fit_leaves_what_the_user_typed(make, store):
    conversation, replies, engine = summarised(make, store, [ContextOverflow(n_prompt=9, n_ctx=8)])
    before = store.branch(conversation)
    store.save_draft(conversation, "what I typed")
    replies.summarise(conversation, Settings())
    returned = [each for each in pump(replies, engine) if isinstance(each, QuestionReturned)]
    assert [each.text for each in returned] == [""]
    assert store.get(conversation).draft == "what I typed"
    assert store.branch(conversation) == before


def test_the_form_an_answer_was_asked_in_is_kept_and_the_rest_of_a_cut_one_has_none(make, store):
    json = PersonaSettings(acting=Persona(name="Json", json_schema='{"type": "object"}'))
    replies, engine = make(["{", EngineStopped()], ["}"], ["{}"])
    conversation = replies.create()
    replies.send(conversation, "Hi", json)
    pump(replies, engine)
    replies.continue_answer(conversation, store.branch(conversation)[-1].id, json)
    pump(replies, engine)
    assert store.branch(conversation)[-1].details.form == ""
    replies.send(conversation, "Again", json)
    pump(replies, engine)
    assert store.branch(conversation)[-1].details.form == json.form != ""


def test_an_answer_is_written_at_its_first_token_then_every_64_tokens_or_second(make, store):
    replies, engine = make([f"w{i} " for i in range(200)])
    conversation = replies.create()
    replies.send(conversation, "Hi", Settings())
    n_events, kept = 0, []
    while (event := engine.next_event(0.05)) is not None:
        replies.handle(event, 0.0)
        n_events += 1
        if isinstance(event, TextAppended):
            kept.append(len(store.branch(conversation)[-1].content.split()))
    assert kept[0] == 1
    assert all(event_number - n_kept < 64 for event_number, n_kept in enumerate(kept))
    assert len(set(kept)) <= 6


def test_an_answer_that_pauses_is_written_after_a_second(make, store):
    replies, engine = make(["one ", "two ", "three "])
    conversation = replies.create()
    replies.send(conversation, "Hi", Settings())
    for _ in range(4):  # loaded, prompt, "one ", "two "
        replies.handle(engine.next_event(1.0), 0.0)
    assert store.branch(conversation)[-1].content == "one "
    replies.tick(CHECKPOINT_S)
    assert store.branch(conversation)[-1].content == "one two "


def test_a_message_that_cannot_be_kept_is_not_sent(make, store):
    replies, engine = make(["never"])
    conversation = replies.create()
    store.is_full = True
    with pytest.raises(StorageFull):
        replies.send(conversation, "Hi", Settings())
    assert engine.requests == []
    store.is_full = False
    assert store.branch(conversation) == []


def test_A3_an_answer_that_cannot_be_written_is_shown_and_written_later(make, store):
    replies, engine = make(["all ", "of ", "it"])
    conversation = replies.create()
    replies.send(conversation, "Hi", Settings())
    store.is_full = True
    updates = pump(replies, engine)
    ended = next(update for update in updates if isinstance(update, ReplyEnded))
    assert ended.message.content == "all of it"
    assert sum(isinstance(update, SavingFailed) for update in updates) >= 1
    assert replies.tick(RETRY_S / 2) == []
    assert replies.tick(RETRY_S + 1) == []  # still full: said once, not again and again
    store.is_full = False
    assert replies.tick(3 * RETRY_S) == [SavingResumed()]
    assert store.branch(conversation)[-1].content == "all of it"
    assert replies.is_idle


def test_closing_keeps_what_was_said_as_interrupted(make, store):
    replies, engine = make(["one ", "two "])
    conversation = replies.create()
    replies.send(conversation, "Hi", Settings())
    for _ in range(4):
        replies.handle(engine.next_event(1.0), 0.0)
    replies.close(0.0)
    answer = store.branch(conversation)[-1]
    assert (answer.content, answer.status) == ("one two ", MessageStatus.INTERRUPTED)


def test_questions_without_an_answer_are_put_together_for_the_model(make, store):
    replies, engine = make([EngineStopped()], ["ok"])
    conversation = replies.create()
    replies.send(conversation, "first", Settings())
    pump(replies, engine)
    replies.send(conversation, "second", Settings())
    assert engine.requests[1].messages == (ChatMessage(Role.USER, "first\n\nsecond"),)
    assert messages_for([]) == ()


def test_how_long_the_model_thought_is_kept_with_the_answer(make, store):
    replies, engine = make([])
    chat = replies.create()
    replies.send(chat, "Why?", Settings())
    generation_id = next(iter(replies._live))
    replies.handle(ReasoningAppended(generation_id, "Let me ", 1), 10.0)
    replies.handle(ReasoningAppended(generation_id, "see.", 2), 20.0)
    replies.handle(TextAppended(generation_id, "So", 3), 22.5)
    replies.handle(TextAppended(generation_id, " it is.", 4), 40.0)
    pump(replies, engine, 41.0)
    message = store.branch(chat)[-1]
    assert message.content == "So it is."
    assert message.details.reasoning_s == 12.5
