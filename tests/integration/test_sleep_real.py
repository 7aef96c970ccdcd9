# SPDX-License-Identifier: Apache-2.0
"""A real model that nobody uses gives all its memory back, and answers again."""

import psutil
import pytest

from helpers.real_window import WAIT_MS, running, type_and_send
from leeward.domain.generation import Role
from leeward.storage.profile import Profile

pytestmark = pytest.mark.model


def children_rss_bytes():
    """Return the memory of the engine: of all that was started from here and has a model's size."""
    sizes = [each.memory_info().rss for each in psutil.Process().children(recursive=True)]
    return sum(size for size in sizes if size > 60_000_000)


def test_the_memory_of_the_engine_is_gone_and_the_next_answer_comes(tmp_path, starter_model, qapp, qtbot):
    profile = Profile(tmp_path)
    profile.create()
    with running(profile, qapp, qtbot) as (window, parts, conversations):
        generation = parts.generation
        type_and_send(window, "Say one word.")
        with qtbot.waitSignal(generation.reply_finished, timeout=WAIT_MS):
            pass
        assert children_rss_bytes() > 100_000_000
        with qtbot.waitSignal(generation.fell_asleep, timeout=WAIT_MS):
            generation.free_model_after(0.2)
        generation.free_model_after(None)
        qtbot.waitUntil(lambda: children_rss_bytes() == 0, timeout=WAIT_MS)
        assert generation.loaded_model is not None
        with qtbot.waitSignals([generation.model_loaded, generation.reply_finished], timeout=WAIT_MS):
            type_and_send(window, "And another one.")
        said = conversations.branch(window.page.current)
        assert [each.role for each in said] == [Role.USER, Role.ASSISTANT, Role.USER, Role.ASSISTANT]
        assert said[-1].content
        assert children_rss_bytes() > 100_000_000
