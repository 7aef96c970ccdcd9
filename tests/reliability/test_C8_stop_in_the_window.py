# SPDX-License-Identifier: Apache-2.0
"""C8 in the window: from the press of Stop until the composer takes the next message, in front of the real engine process.

The figure (300 ms) is printed, not asserted: a test never fails on a time. The rule is two seconds, else the engine is ended.
"""

import itertools
import time
from statistics import median

import pytest

from helpers.real_window import WAIT_MS, running, type_and_send
from leeward.domain.conversation import MessageStatus
from leeward.domain.settings import Settings
from leeward.storage.profile import Profile
from leeward.storage.settings_file import SettingsFile

N_STOPS = 10

pytestmark = pytest.mark.model


def test_C8_stop_in_the_window_ends_the_answer_and_keeps_what_was_said(
    starter_model, monkeypatch, tmp_path, qapp, qtbot
):
    monkeypatch.setenv("LEEWARD_STARTER", str(starter_model))
    profile = Profile(tmp_path / "profile")
    profile.create()
    SettingsFile(profile.settings_file).save(Settings(seed=1))
    waits = []
    with running(profile, qapp, qtbot) as (window, parts, conversations):
        page, process_id = window.page, parts.generation._engine.process_id
        for number in itertools.count():
            with qtbot.waitSignal(parts.generation.reply_started, timeout=WAIT_MS):
                type_and_send(window, "Tell me a long story.")
            enough = len(page.chat.plain_text()) + 5 + 7 * (number % N_STOPS)
            qtbot.waitUntil(
                lambda enough=enough: not page.is_answering or len(page.chat.plain_text()) > enough, timeout=WAIT_MS
            )
            if not page.is_answering:
                continue  # a short answer: there is nothing to stop any more
            pressed_s = time.monotonic()
            page.composer.button.click()
            qtbot.waitUntil(lambda: not page.is_answering, timeout=WAIT_MS)
            waits.append(time.monotonic() - pressed_s)
            answer = conversations.branch(page.current)[-1]
            assert answer.status is not MessageStatus.PARTIAL  # COMPLETE when it ended as Stop was pressed
            assert answer.content
            if len(waits) == N_STOPS:
                break
        assert parts.generation._engine.process_id == process_id
    print(f"{len(waits)} stops, median {median(waits):.3f} s, at most {max(waits):.3f} s")
    assert max(waits) < 2.0
