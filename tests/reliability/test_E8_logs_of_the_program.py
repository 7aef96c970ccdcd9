# SPDX-License-Identifier: Apache-2.0
"""E8 for the whole program: what is typed and said reaches no log, at the most detailed level, through crashes too."""

import os
import signal

import pytest

from helpers.real_window import WAIT_MS, running, type_and_send, wait_for_words
from leeward import logs
from leeward.domain.settings import Settings
from leeward.storage.profile import Profile
from leeward.storage.settings_file import SettingsFile

pytestmark = pytest.mark.model

CANARY = "xylophone-canary-7731"


def test_E8_no_word_of_a_chat_reaches_a_log_through_answers_crashes_and_refusals(
    tmp_path, starter_model, monkeypatch, qapp, qtbot
):
    monkeypatch.setenv("LEEWARD_STARTER", str(starter_model))
    profile = Profile(tmp_path / "profile")
    profile.create()
    settings = Settings(seed=3, system_prompt=f"Always say {CANARY}.", n_ctx=512)
    SettingsFile(profile.settings_file).save(settings)
    with logs.configure(profile.logs, verbose=True), running(profile, qapp, qtbot) as (window, parts, _conversations):
        type_and_send(window, f"Repeat {CANARY} in a very long story.")
        wait_for_words(qtbot, window)
        with qtbot.waitSignals([parts.generation.reply_failed, parts.generation.model_loaded], timeout=WAIT_MS):
            os.kill(parts.generation._engine.process_id, signal.SIGABRT)
        with qtbot.waitSignal(parts.generation.question_returned, timeout=WAIT_MS):
            parts.generation.send(window.page.current, f"{CANARY} " * 400, settings)  # does not fit
        parts.conversations.search(CANARY)
    written = [path for path in profile.logs.rglob("*") if path.is_file()]
    assert any(path.stat().st_size for path in written)  # something was logged: the dead engine
    assert [path.name for path in written if CANARY.encode() in path.read_bytes()] == []
    assert CANARY.encode() in profile.database.read_bytes()  # and the chat itself was kept
