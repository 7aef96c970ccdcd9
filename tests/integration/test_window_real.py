# SPDX-License-Identifier: Apache-2.0
"""The whole program behind a real window (offscreen): real store, real engine process, real starter model."""

import os
import signal
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpers.real_window import WAIT_MS, running, type_and_send, wait_for_words
from leeward.domain.conversation import MessageStatus
from leeward.domain.generation import Role
from leeward.domain.settings import Settings, TitleChoice
from leeward.storage.profile import Profile
from leeward.storage.settings_file import SettingsFile

pytestmark = pytest.mark.model


@pytest.fixture
def profile(tmp_path, starter_model, monkeypatch):
    monkeypatch.setenv("LEEWARD_STARTER", str(starter_model))
    profile = Profile(tmp_path / "profile")
    profile.create()
    SettingsFile(profile.settings_file).save(Settings(temperature=0.0, seed=1, max_tokens=24))
    return profile


def test_an_answer_in_the_window_is_the_one_the_terminal_gives(profile, qapp, qtbot):
    with running(profile, qapp, qtbot) as (window, parts, conversations):
        with qtbot.waitSignal(parts.generation.reply_finished, timeout=WAIT_MS) as finished:
            type_and_send(window, "Name a bird.")
        conversation, answer = finished.args
        assert [each.content for each in conversations.branch(conversation)] == ["Name a bird.", answer.content]
        assert answer.content in window.page.chat.plain_text()
        with qtbot.waitSignal(parts.generation.reply_finished, timeout=WAIT_MS) as finished:
            type_and_send(window, "And another one.")
        usage = finished.args[1].details.usage
        assert usage.prompt_tokens - usage.reused_tokens < 30  # the second turn reads only what is new
    ask = [sys.executable, "-m", "leeward", "ask", "--seed", "1", "--temperature", "0", "--max-tokens", "24"]
    printed = subprocess.run([*ask, "Name a bird."], capture_output=True, text=True, timeout=120, check=True).stdout
    assert printed.rstrip("\n") == answer.content.rstrip("\n")


def test_a_title_by_the_model_costs_the_next_turn_nothing(profile, qapp, qtbot):
    said = []
    for choice in (TitleChoice.WORDS, TitleChoice.MODEL):
        SettingsFile(profile.settings_file).save(Settings(temperature=0.0, seed=1, max_tokens=60, model_titles=choice))
        with running(profile, qapp, qtbot) as (window, parts, conversations):
            window.new_chat()
            with qtbot.waitSignal(parts.generation.reply_finished, timeout=WAIT_MS) as finished:
                type_and_send(window, "Explain photosynthesis to a child.")
            chat, first = finished.args
            qtbot.waitUntil(lambda: parts.generation._titles._wish is None, timeout=WAIT_MS)
            titles = [each.title for each in conversations.listed() if each.id == chat]
            with qtbot.waitSignal(parts.generation.reply_finished, timeout=WAIT_MS) as finished:
                type_and_send(window, "And another time, in one sentence.")
            second = finished.args[1]
            assert len(titles) == 1
            assert "\n" not in titles[0]
            assert len(titles[0]) <= 60
            said.append((first.content, second.content, second.details.usage))
    assert said[0] == said[1]
    assert said[0][2].prompt_tokens - said[0][2].reused_tokens < 30


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT])
def test_C6_a_dead_engine_is_said_its_text_kept_and_the_next_send_works(profile, qapp, qtbot, number):
    SettingsFile(profile.settings_file).save(Settings(seed=3))
    with running(profile, qapp, qtbot) as (window, parts, conversations):
        type_and_send(window, "Tell me a very long story.")
        wait_for_words(qtbot, window)
        with qtbot.waitSignals([parts.generation.reply_failed, parts.generation.model_loaded], timeout=WAIT_MS):
            os.kill(parts.generation._engine.process_id, number)
        assert window.page.banner.sentence.text() == "The engine stopped. Your text is safe."
        assert window.page.banner.isVisible()
        conversation = window.page.current
        kept = conversations.branch(conversation)[-1]
        assert (kept.role, kept.status) == (Role.ASSISTANT, MessageStatus.INTERRUPTED)
        assert kept.content in window.page.chat.plain_text()
        parts.settings.replace(Settings(seed=3, max_tokens=8))
        with qtbot.waitSignal(parts.generation.reply_finished, timeout=WAIT_MS) as finished:
            type_and_send(window, "And now?")
        assert finished.args[1].status is MessageStatus.COMPLETE
        assert not window.page.banner.isVisible()  # what it said is over


def test_C8_escape_stops_an_answer_and_keeps_what_was_said(profile, qapp, qtbot):
    SettingsFile(profile.settings_file).save(Settings(seed=3))
    with running(profile, qapp, qtbot) as (window, parts, conversations):
        type_and_send(window, "Tell me a very long story.")
        wait_for_words(qtbot, window)
        with qtbot.waitSignal(parts.generation.reply_finished, timeout=WAIT_MS) as finished:
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
        assert finished.args[1].status is MessageStatus.INTERRUPTED
        assert conversations.branch(window.page.current)[-1].content == finished.args[1].content


def test_a_chat_goes_on_after_a_restart(profile, qapp, qtbot):
    with running(profile, qapp, qtbot) as (window, parts, _conversations):
        with qtbot.waitSignal(parts.generation.reply_finished, timeout=WAIT_MS):
            type_and_send(window, "My name is Ann.")
        before = window.page.current
    with running(profile, qapp, qtbot) as (window, parts, conversations):
        qtbot.waitUntil(lambda: window.page.current == before, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: "My name is Ann." in window.page.chat.plain_text(), timeout=WAIT_MS)
        with qtbot.waitSignal(parts.generation.reply_finished, timeout=WAIT_MS):
            type_and_send(window, "What is my name?")
        assert [each.role for each in conversations.branch(before)] == [Role.USER, Role.ASSISTANT] * 2


def test_another_answer_stands_in_the_place_of_the_first(profile, qapp, qtbot):
    with running(profile, qapp, qtbot) as (window, parts, conversations):
        with qtbot.waitSignal(parts.generation.reply_finished, timeout=WAIT_MS) as finished:
            type_and_send(window, "Name a bird.")
        conversation, first = finished.args
        with qtbot.waitSignal(parts.generation.reply_finished, timeout=WAIT_MS) as finished:
            window.page.chat.regenerate_requested.emit(first.id)
        second = finished.args[1]
        assert second.content == first.content  # same seed, same prompt, read again from the same border
        assert (second.id, second.parent_id) != (first.id, None)
        assert len(conversations.branch(conversation)) == 2
        assert len(conversations.messages(conversation)) == 3


def test_nothing_of_a_temporary_chat_is_in_the_profile(profile, qapp, qtbot):
    with running(profile, qapp, qtbot) as (window, parts, _conversations):
        with qtbot.waitSignal(parts.organise.temporary_made):
            window.new_temporary_chat()
        qtbot.waitUntil(lambda: window.page.current is not None)
        with qtbot.waitSignal(parts.generation.reply_finished, timeout=WAIT_MS) as finished:
            type_and_send(window, "Is Quetzalcoatlus a bird?")
        assert finished.args[1].content in window.page.chat.plain_text()
        window.page.composer.set_text("Quetzalcoatlus is not sent")
    texts = [b"Quetzalcoatlus", finished.args[1].content[:30].encode()]
    for path in profile.root.rglob("*"):
        assert not path.is_file() or not any(text in path.read_bytes() for text in texts), path
