# SPDX-License-Identifier: Apache-2.0
import doctest
from dataclasses import replace
from pathlib import Path

import pytest

from leeward.chat import titles
from leeward.chat.aside import QUIET_S
from leeward.chat.titles import (
    MAX_CHARACTERS,
    MAX_TITLE_TOKENS,
    MIN_PARAMS,
    Titled,
    Titles,
    cleaned_title,
    title_from,
    title_wish,
)
from leeward.domain.attachment import Attachment, with_attachments
from leeward.domain.conversation import MessageStatus
from leeward.domain.errors import EngineStopped
from leeward.domain.generation import ChatMessage, Role
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.domain.settings import Settings, TitleChoice
from leeward.engine.scripted import ScriptedEngine
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database


def test_examples_in_the_docs_are_true():
    assert doctest.testmod(titles).failed == 0


@pytest.mark.parametrize("text", ["word " * 40, "x" * 200, "é" * 61])
def test_a_long_line_is_cut_and_says_so(text):
    title = title_from(text)
    assert len(title) <= MAX_CHARACTERS
    assert title.endswith("…")
    assert text.startswith(title[:-1])


def test_text_without_a_line_that_says_something_gives_no_title():
    assert title_from("\n  \n###") == ""


def test_a_file_gives_its_name_only_when_nothing_is_asked_about_it():
    file = Attachment("notes.py", "print(1)")
    assert title_from(with_attachments([file], "What is this?")) == "What is this?"
    assert title_from(with_attachments([file], "")) == "notes.py"


@pytest.mark.parametrize(
    ("answer", "title"),
    [
        ("A Trip to Lisbon", "A Trip to Lisbon"),
        ("  A Trip to Lisbon.\n", "A Trip to Lisbon"),
        ('"A Trip to Lisbon"', "A Trip to Lisbon"),
        ("**Title:** A Trip to Lisbon", "A Trip to Lisbon"),
        ("# Title: “A Trip to Lisbon”", "A Trip to Lisbon"),
        ("Titel: „Eine Reise nach Lissabon“", "Eine Reise nach Lissabon"),
        ("标题：《里斯本之旅》", "里斯本之旅"),
        ("Titre\u00a0: «\u00a0Trois jours à Lisbonne\u00a0»", "Trois jours à Lisbonne"),
        ("<think>They want a title.\n\nLisbon?</think>\n\nA Trip to Lisbon", "A Trip to Lisbon"),
        ("`print` and its Arguments", "print` and its Arguments"),
        ("Sorting Lists in C#", "Sorting Lists in C#"),
        ('"Yes" and "No" in Latin', '"Yes" and "No" in Latin'),
        ("Wait for it...", "Wait for it..."),
    ],
)
def test_what_a_model_puts_around_a_title_is_taken_off(answer, title):
    assert cleaned_title(answer) == title


@pytest.mark.parametrize(
    "answer",
    [
        "",
        " \n",
        "...",
        '"?!"',
        "**",
        "Title:",
        "Here's a possible title:\n\n“A Trip to Lisbon”",
        "I'm sorry, but as a language model I cannot give this conversation a title.",
        "Dear [Landlord's Name]",
        "<|im_start|>assistant",
        "<think>They want a title",
        "A\x00B",
        "\u202eA Trip",
    ],
)
def test_what_is_no_title_is_none(answer):
    assert cleaned_title(answer) == ""


# Titles asked of the engine


@pytest.fixture
def store(tmp_path):
    database = Database(tmp_path / "chats.db")
    yield Conversations(database)
    database.close()


@pytest.fixture
def chat(store):
    """A conversation with a question and its answer, as a wish for a title."""
    chat = store.create(1000.0)
    question = store.add_message(chat.id, None, Role.USER, "Plan a trip\nto Lisbon", 1000.0)
    store.rename(chat.id, "Plan a trip")
    reply = store.begin_reply(chat.id, question.id, 1000.0)
    answer = store.finish_reply(reply.id, MessageStatus.COMPLETE, "Day one: walk.", "", None)
    request = Settings(temperature=1.5).request(GenerationId("a"), (ChatMessage(Role.USER, question.content),))
    return title_wish([question], request, answer, TitleChoice.MODEL)


def engine_that_says(*aside):
    engine = ScriptedEngine([["An answer."]], aside=aside)
    engine.load(LoadPlan(Path("m.gguf")))
    return engine


def ask(titles):
    """Ask when it was quiet for long enough."""
    titles.ask(1000.0)
    titles.ask(1000.0 + QUIET_S)


def pump(titles, engine):
    found = []
    while (event := engine.next_event(0.02)) is not None:
        found.append(titles.handle(event))
    return [each for each in found if each is not None]


def test_the_model_is_asked_beside_the_conversation_that_it_has_just_read(store, chat):
    engine = engine_that_says('"Three Days ', 'in Lisbon"')
    titles = Titles(engine, store)
    titles.want(chat, n_params=1)
    assert titles.ask(1000.0) == QUIET_S
    titles.give_way()  # something else was wanted
    assert titles.ask(1000.8) == QUIET_S
    assert titles.ask(1001.5) == pytest.approx(0.3)
    assert engine.requests == []
    assert titles.ask(1001.8) is None
    [request] = engine.requests
    assert request.is_aside
    assert [message.content for message in request.messages[:2]] == ["Plan a trip\nto Lisbon", "Day one: walk."]
    assert request.messages[2].role is Role.USER
    assert (request.max_tokens, request.sampling.temperature) == (MAX_TITLE_TOKENS, 0)
    assert request.options.is_reasoning is False
    assert pump(titles, engine) == [Titled(chat.conversation_id, "Plan a trip", "Three Days in Lisbon")]


@pytest.mark.parametrize("aside", [["\n\n"], [], ["Half a ti", EngineStopped()], ["x " * 40]])
def test_without_a_title_the_words_stay_and_it_is_not_asked_again(store, chat, aside):
    engine = engine_that_says(*aside)
    titles = Titles(engine, store)
    titles.want(chat, n_params=1)
    ask(titles)
    assert pump(titles, engine) == []
    titles.want(chat, n_params=1)
    ask(titles)
    assert len(engine.requests) == 1


def test_what_gave_way_is_asked_again_at_most_three_times(store, chat):
    engine = engine_that_says("A Trip")
    titles = Titles(engine, store)
    titles.want(chat, n_params=1)
    for _ in range(5):
        ask(titles)
        titles.give_way()
    assert pump(titles, engine) == []  # what was stopped is no title
    assert len(engine.requests) == 3


def test_what_was_dropped_comes_behind_the_next_answer(store, chat):
    engine = engine_that_says("A Trip")
    titles = Titles(engine, store)
    titles.want(chat, n_params=1)
    ask(titles)
    titles.drop()
    ask(titles)
    assert pump(titles, engine) == []
    assert len(engine.requests) == 1
    titles.want(chat, n_params=1)
    ask(titles)
    assert [each.title for each in pump(titles, engine)] == ["A Trip"]


def test_a_chat_that_somebody_named_is_not_asked_about(store, chat):
    store.rename(chat.conversation_id, "Mine")
    engine = engine_that_says("A Trip")
    titles = Titles(engine, store)
    titles.want(chat, n_params=1)
    ask(titles)
    assert engine.requests == []
    assert not store.retitle(chat.conversation_id, "Plan a trip", "A Trip")  # nor where it was named meanwhile
    assert store.get(chat.conversation_id).title == "Mine"


def test_by_itself_only_a_large_model_is_asked(store, chat):
    engine = engine_that_says("A Trip")
    titles = Titles(engine, store)
    by_itself = replace(chat, choice=TitleChoice.AUTOMATIC)
    titles.want(by_itself, n_params=135_000_000)
    ask(titles)
    assert engine.requests == []
    titles.want(by_itself, n_params=MIN_PARAMS)
    ask(titles)
    assert len(engine.requests) == 1


@pytest.mark.parametrize(
    ("answers", "choice", "status", "content"),
    [
        (0, TitleChoice.WORDS, MessageStatus.COMPLETE, "Yes."),
        (0, TitleChoice.MODEL, MessageStatus.INTERRUPTED, "Yes."),
        (0, TitleChoice.MODEL, MessageStatus.COMPLETE, " "),
        (3, TitleChoice.MODEL, MessageStatus.COMPLETE, "Yes."),
    ],
)
def test_no_title_is_wanted(store, chat, answers, choice, status, content):
    question, answer = store.branch(chat.conversation_id)
    branch = [question, *[answer] * answers]
    assert title_wish(branch, chat.request, replace(answer, status=status, content=content), choice) is None
