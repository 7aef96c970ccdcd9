# SPDX-License-Identifier: Apache-2.0
"""A model that nobody uses gives its memory back, and is there again when somebody writes."""

import pytest
from PySide6.QtTest import QTest

from leeward.domain.errors import EngineNotReady, ModelUnreadable
from leeward.domain.generation import Role
from leeward.engine.protocol import GenerationFailed
from leeward.engine.scripted import ScriptedEngine


class SleepyEngine(ScriptedEngine):
    """Says how often it was loaded and unloaded."""

    def __init__(self, scripts, **options):
        super().__init__(scripts, **options)
        self.n_loads = self.n_unloads = 0

    def load(self, plan):
        self.n_loads += 1
        super().load(plan)

    def generate(self, request):
        if self._plan is None:
            self._push(GenerationFailed(request.id, EngineNotReady()))
        else:
            super().generate(request)

    def unload(self):
        self.n_unloads += 1
        super().unload()


@pytest.fixture
def asleep(make_rig, qtbot):
    """A window whose model fell asleep."""
    rig = make_rig(engine=SleepyEngine([["An answer."]]))
    generation = rig.parts.generation
    with qtbot.waitSignal(generation.fell_asleep):
        generation.free_model_after(0.2)
    generation.free_model_after(None)
    return rig


def test_the_window_keeps_the_model_and_says_that_it_sleeps(asleep, qtbot):
    generation, header = asleep.parts.generation, asleep.window.header
    assert asleep.engine.n_unloads == 1
    assert generation.is_asleep
    assert generation.loaded_model is not None
    qtbot.waitUntil(lambda: header.status.accessibleName() == "Asleep")
    assert asleep.window.page.composer.field.isEnabled()


def test_the_first_key_loads_it_again(asleep, qtbot):
    with qtbot.waitSignal(asleep.parts.generation.model_loaded):
        QTest.keyClicks(asleep.window.page.composer.field, "W")
    assert asleep.engine.n_loads == 2
    assert not asleep.parts.generation.is_asleep
    qtbot.waitUntil(lambda: asleep.window.header.status.accessibleName() == "")
    QTest.keyClicks(asleep.window.page.composer.field, "hy?")
    qtbot.wait(50)
    assert asleep.engine.n_loads == 2


def test_what_is_sent_is_kept_and_answered(asleep, qtbot):
    page = asleep.window.page
    with qtbot.waitSignal(asleep.parts.generation.reply_finished):
        page.send("Why?")
    assert asleep.engine.n_loads == 2
    assert [(each.role, each.content) for each in asleep.store.branch(page.current)] == [
        (Role.USER, "Why?"),
        (Role.ASSISTANT, "An answer."),
    ]


def test_to_open_a_chat_wakes_nobody(asleep, qtbot):
    chat = asleep.add_chat("Older")
    with qtbot.waitSignal(asleep.window.page.conversation_shown):
        asleep.window.page.open(chat)
    qtbot.wait(500)  # the tokens of what is shown are counted by then
    assert asleep.parts.generation.is_asleep
    assert asleep.engine.n_loads == 1


def test_a_model_that_does_not_come_back_is_a_load_that_failed_and_the_question_is_kept(make_rig, qtbot):
    refusals = []

    def check(path):
        if refusals:
            raise refusals[0]

    rig = make_rig(engine=SleepyEngine([["An answer."]]), check_model=check)
    generation, page = rig.parts.generation, rig.window.page
    with qtbot.waitSignal(generation.fell_asleep):
        generation.free_model_after(0.2)
    refusals.append(ModelUnreadable(generation.loaded_model.path, "it is gone"))
    with qtbot.waitSignals([generation.load_failed, generation.reply_failed]):
        page.send("Why?")
    assert generation.loaded_model is None
    assert not generation.is_asleep
    assert [each.content for each in rig.store.branch(page.current)] == ["Why?"]
    assert "gone" in page.banner.sentence.text()
    assert not page.banner._notices[:-1]


def test_a_model_in_use_does_not_fall_asleep(make_rig, qtbot):
    rig = make_rig(engine=SleepyEngine([["An ", "answer ", "in ", "pieces."]], piece_interval_s=0.3))
    rig.parts.generation.free_model_after(0.2)
    with qtbot.waitSignal(rig.parts.generation.reply_finished):
        rig.window.page.send("Why?")
    assert rig.engine.n_unloads == 0
    with qtbot.waitSignal(rig.parts.generation.fell_asleep):
        pass
    assert rig.engine.n_unloads == 1


def test_a_table_that_goes_on_finds_the_same_model(asleep, qtbot):
    generation = asleep.parts.generation
    number = generation.load_number
    with qtbot.waitSignal(generation.model_loaded):
        generation.wake()
    assert generation.load_number == number
    with qtbot.waitSignal(generation.model_loaded):
        generation.load(generation.loaded_plan)
    assert generation.load_number != number


def test_what_is_chosen_holds_at_once(make_rig, qtbot):
    rig = make_rig(engine=SleepyEngine([["An answer."]]))
    rig.parts.generation.free_model_after(None)
    qtbot.wait(300)
    assert not rig.parts.generation.is_asleep
    with qtbot.waitSignal(rig.parts.generation.fell_asleep):
        rig.parts.generation.free_model_after(0.1)
