# SPDX-License-Identifier: Apache-2.0
"""C7 in the window: an engine process that is halted while it answers."""

import os
import signal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpers import fake_children
from helpers.window import Rig
from leeward.domain.conversation import MessageStatus
from leeward.engine.supervisor import Patience, Supervisor
from leeward.error_text import Remedy

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="needs a signal that halts a process")

# Longer than ui/model_loading keeps silences to itself, and shorter than any test waits.
PATIENCE = Patience(silent_warn_s=3.0, silent_kill_s=60.0)


@pytest.fixture
def halted(make_rig, qtbot) -> Rig:
    """A window whose engine is halted in the middle of an answer, as it says so."""
    rig = make_rig(engine=Supervisor(child_main=fake_children.says_a_little, patience=PATIENCE))
    generation, page = rig.parts.generation, rig.window.page
    QTest.keyClicks(page.composer.field, "Why?")
    QTest.keyClick(page.composer.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "par" in page.chat.plain_text())
    with qtbot.waitSignal(generation.engine_silent, timeout=15_000):
        os.kill(rig.engine.process_id, signal.SIGSTOP)
    return rig


def test_C7_silence_is_said_with_a_button_that_starts_the_engine_again(halted, qtbot):
    banner, generation = halted.window.page.banner, halted.parts.generation
    assert "has not answered for 3 seconds" in banner.sentence.text()
    assert "60 seconds" in banner.next_step.text()
    assert banner.button.text() == Remedy.RESTART_ENGINE.value
    process_id = halted.engine.process_id
    with qtbot.waitSignals([generation.reply_failed, generation.model_loaded], timeout=15_000):
        banner.button.click()
    assert halted.engine.process_id != process_id
    _, answer = halted.store.branch(halted.window.page.current)
    assert (answer.content, answer.status) == ("par", MessageStatus.INTERRUPTED)
    assert "started again" in banner.sentence.text()
    assert banner.button.text() == Remedy.TRY_AGAIN.value
    with qtbot.waitSignal(generation.reply_started):
        banner.button.click()


def test_C7_the_notice_goes_when_the_engine_gives_a_sign(halted, qtbot):
    with qtbot.waitSignal(halted.parts.generation.engine_responding):
        os.kill(halted.engine.process_id, signal.SIGCONT)
    assert not halted.window.page.banner.isVisible()
