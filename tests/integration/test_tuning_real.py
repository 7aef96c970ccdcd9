# SPDX-License-Identifier: Apache-2.0
"""A trial with a real model, in the window: it begins by itself and a message ends it at once."""

import time
from dataclasses import replace

import pytest

from helpers.real_window import WAIT_MS, running, type_and_send
from leeward.domain.settings import Settings
from leeward.storage.profile import Profile
from leeward.storage.settings_file import SettingsFile

pytestmark = pytest.mark.model


def test_a_trial_begins_when_nothing_is_asked_and_a_message_ends_it(tmp_path, starter_model, qapp, qtbot):
    profile = Profile(tmp_path)
    profile.create()
    with running(profile, qapp, qtbot) as (window, parts, conversations):
        tuner = parts.tuner
        qtbot.waitUntil(lambda: tuner.is_trying or tuner.tuning is not None, timeout=WAIT_MS)
        if not tuner.is_trying:  # it is over: other programs compute
            tuner.try_again()
            qtbot.waitUntil(lambda: tuner.is_trying, timeout=WAIT_MS)
        began = time.monotonic()
        with qtbot.waitSignal(parts.generation.reply_started, timeout=WAIT_MS):
            type_and_send(window, "Say one word.")
        with qtbot.waitSignal(parts.generation.reply_finished, timeout=WAIT_MS):
            pass
        assert not tuner.is_trying
        assert time.monotonic() - began < 20
        assert conversations.branch(window.page.current)[-1].content


def test_with_the_switch_off_none_begins(tmp_path, starter_model, qapp, qtbot):
    profile = Profile(tmp_path)
    profile.create()
    SettingsFile(profile.settings_file).save(replace(Settings(), is_tuned=False))
    with running(profile, qapp, qtbot) as (_window, parts, _conversations):
        began = []
        parts.tuner.changed.connect(lambda: began.append(parts.tuner.is_trying))
        qtbot.waitUntil(lambda: parts.tuner.can_try, timeout=WAIT_MS)
        qtbot.wait(9_000)
        assert not any(began)
        assert parts.tuner.tuning is None
