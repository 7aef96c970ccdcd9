# SPDX-License-Identifier: Apache-2.0
"""What the window says of trials, and what can be done about them there."""

import pytest

from helpers.window import STARTER
from leeward.bridge.tuning import _Load
from leeward.domain.model_info import LoadPlan
from leeward.domain.power import Power, PowerMode
from leeward.domain.tuning import Tuning, Way
from leeward.ui.tuning_row import tuning_text


@pytest.fixture
def row(window_rig):
    window_rig.window.dialogs.open_settings()
    return window_rig.window.dialogs.settings.tuning


def show(rig, **state):
    """Let the tuner be in a state of a real trial: the scripted engine is no processor."""
    tuner = rig.parts.tuner
    tuner._load = _Load(LoadPlan(STARTER.path), LoadPlan(STARTER.path), "engine", ())
    for name, value in state.items():
        setattr(tuner, name, value)
    tuner.changed.emit()


def test_without_a_model_that_can_be_tried_nothing_can(row):
    assert not row.button.isEnabled()
    assert "no model" in row.remark.text()


def test_a_trial_is_shown_and_can_be_stopped(row, window_rig, qtbot):
    show(window_rig, is_trying=True)
    assert row.button.text() == "Stop"
    assert row.button.accessibleName() == "Stop looking for the fastest settings"
    assert row.remark.text() == "Trying what is fastest here…"
    assert window_rig.window.header.status.accessibleName() == "Trying what is fastest here…"
    row.button.click()
    assert window_rig.parts.tuner._is_stopped
    show(window_rig, is_trying=False)
    assert window_rig.window.header.status.accessibleName() == ""


def test_what_was_found_is_said_and_can_be_looked_for_again(row, window_rig):
    show(window_rig, tuning=Tuning(Way(2), Way(1), 1.0, 1.31))
    assert row.remark.text().startswith("Tuned: 1 thread. Prompts are read 1.00 times")
    assert row.button.text() == "Try again"
    row.button.click()
    assert window_rig.parts.tuner._is_again


def test_that_other_programs_compute_is_said(row, window_rig):
    show(window_rig, was_disturbed=True)
    assert row.remark.text().startswith("Other programs are computing")
    assert row.button.isEnabled()


@pytest.mark.parametrize(
    ("way", "text"),
    [
        (Way(2), "Nothing is faster than the usual settings."),
        (
            Way(4, 1024, flash_attention=False),
            "Tuned: 4 threads, no flash attention, 1,024 tokens of a prompt at once.",
        ),
    ],
)
def test_it_says_what_is_other_than_usual(way, text):
    assert tuning_text(Tuning(Way(2), way, 1.2, 1.1)).startswith(text)


def test_a_power_mode_is_chosen_and_the_engine_is_told(window_rig, qtbot):
    window_rig.window.dialogs.open_settings()
    menu = window_rig.window.dialogs.settings.choices["power"].menu()
    next(each for each in menu.actions() if each.text() == "Quiet").trigger()
    assert window_rig.parts.settings.settings.power is PowerMode.QUIET
    window_rig.parts.generation.wake()
    window_rig.parts.tuner.try_again()
    qtbot.waitUntil(lambda: bool(window_rig.engine.cores) and window_rig.engine.cores[-1][1])


def test_with_the_switch_off_nothing_is_said_of_trials(row, window_rig):
    assert row.isVisible()
    window_rig.parts.settings.set_value("is_tuned", value=False)
    assert not row.isVisible()


@pytest.mark.parametrize("is_saving", [True, False])
def test_nothing_is_read_ahead_on_battery(window_rig, qtbot, is_saving):
    generation, settings = window_rig.parts.generation, window_rig.parts.settings.settings
    window_rig.parts.tuner._power = Power(is_saving=is_saving)
    generation.read_ahead(None, "Why is the sky blue?", settings)
    with qtbot.waitSignal(generation.text_counted):
        generation.count_tokens("Why?")
    assert bool(window_rig.engine.read_ahead) is not is_saving
