# SPDX-License-Identifier: Apache-2.0
from helpers.branches import chat
from leeward.chat.context import TEMPLATE_TOKENS
from leeward.chat.context_parts import ContextParts
from leeward.domain.attachment import Attachment
from leeward.domain.settings import Settings

NOTHING = ([], "")


def words(text):
    return len(text.split())


def test_every_part_is_counted():
    branch = chat("be brief now", "one two", "three", has_system=True)
    file = Attachment("a.txt", "x y z")
    parts = ContextParts.of(branch, ([file], "what is it"), Settings(), 1000, words)
    assert parts.system == 3 + TEMPLATE_TOKENS
    assert parts.history == 3 + 2 * TEMPLATE_TOKENS
    assert parts.attachments == words(file.quoted())
    assert parts.draft == 3 + TEMPLATE_TOKENS
    assert parts.total == parts.system + parts.history + parts.attachments + parts.draft
    assert parts.n_free == 1000 - parts.total
    assert parts.room == 250
    assert parts.fits
    assert parts.is_exact


def test_a_new_chat_has_the_system_prompt_of_the_settings():
    assert ContextParts.of([], NOTHING, Settings(system_prompt=" be brief "), 1000, words).total == 2 + TEMPLATE_TOKENS
    assert ContextParts.of([], NOTHING, Settings(), 1000, words).total == 0


def test_what_left_the_memory_is_not_counted():
    branch = chat("q " * 900, "a", "later", "b", n_seen=1)
    parts = ContextParts.of(branch, NOTHING, Settings(), 1000, words)
    assert parts.history == 2 + 2 * TEMPLATE_TOKENS


def test_room_for_the_answer_belongs_to_what_must_fit():
    assert not ContextParts.of([], ([], "w " * 800), Settings(), 1000, words).fits
    assert ContextParts.of([], ([], "w " * 800), Settings(max_tokens=50), 1000, words).fits


def test_a_guess_is_called_one():
    parts = ContextParts.of(chat("abcdef"), NOTHING, Settings(), 1000, lambda _text: None)
    assert not parts.is_exact
    assert parts.history == 2 + TEMPLATE_TOKENS


def test_what_the_engine_counted_for_the_newest_answer_is_believed():
    answered = chat("one two", "three four five", n_prompt=90)
    assert ContextParts.of(answered, NOTHING, Settings(), 1000, words).total == 94
