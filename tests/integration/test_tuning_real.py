# SPDX-License-Identifier: Apache-2.0
"""A trial with a real model, in the window: it begins by itself and a message ends it at once."""

import time
from contextlib import closing
from dataclasses import replace

import pytest

from helpers.real_window import WAIT_MS, running, type_and_send
from leeward.bridge.generation import GenerationBridge
from leeward.bridge.tuning import Surroundings, Tuner, TuningWish
from leeward.chat.reply import Replies
from leeward.chat.titles import Titles
from leeward.domain.model_info import LoadPlan
from leeward.domain.settings import Settings
from leeward.domain.tuning import Tuning
from leeward.engine.child.cores import CoreWatch
from leeward.engine.supervisor import Supervisor, run_child
from leeward.storage.database import Database
from leeward.storage.measured_for import KeyedFile
from leeward.storage.profile import Profile
from leeward.storage.settings_file import SettingsFile
from leeward.storage.temporary import ConversationStore

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


def run_where_nobody_else_computes(connection, stderr_path):
    """Be the engine process on a machine that seems to have nothing else to do: other tests may run beside this one."""
    CoreWatch._free = lambda self: self._n_cores
    run_child(connection, stderr_path)


def test_what_a_trial_found_is_kept_and_not_looked_for_again(tmp_path, starter_model, qapp, qtbot):
    kept = KeyedFile(tmp_path / "tunings.json", Tuning, 9)
    with closing(Database(tmp_path / "chats.db")) as database, closing(ConversationStore(database)) as store:
        engine = Supervisor(child_main=run_where_nobody_else_computes)
        tuner = Tuner(engine, kept, TuningWish, Surroundings(is_on_battery=lambda: False, after_s=0.2))
        with closing(GenerationBridge(engine, Replies(engine, store), Titles(engine, store))) as generation:
            generation.tuner = tuner
            generation.load(LoadPlan(starter_model))
            qtbot.waitUntil(lambda: tuner.tuning is not None, timeout=2 * WAIT_MS)
            assert (tmp_path / "tunings.json").is_file()
            found, began = tuner.tuning, []
            tuner.changed.connect(lambda: began.append(tuner.is_trying))
            with qtbot.waitSignal(generation.model_loaded, timeout=WAIT_MS):
                generation.load(LoadPlan(starter_model))
            qtbot.waitUntil(lambda: tuner.tuning == found, timeout=WAIT_MS)
            qtbot.wait(500)
            assert not any(began)


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
