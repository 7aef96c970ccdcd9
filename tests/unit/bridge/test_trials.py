# SPDX-License-Identifier: Apache-2.0
"""When a trial is made, what becomes of it, and what the engine is told of the machine."""

from dataclasses import replace

import pytest

from helpers.models import starter_path
from helpers.tuning import PaperMachine
from leeward.bridge.tuning import IDLE_S, LOOK_INTERVAL_S, MAX_TRIES, Surroundings, Tuner, TuningWish
from leeward.domain.errors import EngineEnded, EngineStopped, ModelTooLarge
from leeward.domain.model_info import Device, LoadedModel, LoadPlan
from leeward.domain.power import PowerMode
from leeward.domain.queries import MeasureSpeed
from leeward.domain.tuning import Tuning, Way
from leeward.engine.protocol import EngineDied, LoadProgress, ModelLoaded, QueryAnswered, QueryFailed
from leeward.engine.scripted import ScriptedEngine
from leeward.library.model_check import check_model_file
from leeward.storage.measured_for import KeyedFile

PATH = starter_path()
USUAL = LoadPlan(PATH)
CPU = (Device("CPU", "", "CPU", 8 << 30, 8 << 30, features=("AVX2",)),)
LOADED = LoadedModel(
    path=PATH, name="One", architecture="llama", n_ctx=4096, n_ctx_train=4096, n_params=1, n_vocab=9, size_bytes=1,
    template_note="", load_s=0.0, device="CPU",
)  # fmt: skip


def one_thread_is_faster(query):
    return (200.0, 120.0) if query.n_threads == 1 else (200.0, 80.0)


def nothing_is_faster(_query):
    return 200.0, 80.0


class Rig:
    """A tuner on a machine with two cores, which can be changed."""

    def __init__(self, folder):
        self.engine = ScriptedEngine([["."]])
        self.wish = TuningWish()
        self.is_on_battery = self.is_hot = False
        self.kept = KeyedFile(folder / "tunings.json", Tuning, 9)
        self.now_s = 1000.0
        self.is_measuring = False
        around = Surroundings(
            lambda: 2, lambda: self.is_on_battery, lambda _was: self.is_hot, lambda: self.is_measuring
        )
        self.tuner = Tuner(self.engine, self.kept, lambda: self.wish, around)
        self.n_changes = 0
        self.tuner.changed.connect(self.count)

    def count(self):
        self.n_changes += 1

    def load(self, wanted=USUAL, model=LOADED):
        info = check_model_file(PATH)
        plan = replace(wanted, n_ctx=1024)
        as_found = self.tuner.for_load(wanted, plan, info, "engine 1", CPU)
        self.tuner.handle(LoadProgress(PATH, 0.5))
        self.tuner.handle(ModelLoaded(model))
        return plan, as_found

    def go_on(self, after_s=100.0, *, is_busy=False):
        self.now_s += LOOK_INTERVAL_S + 1
        return self.tuner.go_on(self.now_s, None if is_busy else self.now_s - after_s)

    @property
    def asked(self):
        return [query for query in self.engine.queries if isinstance(query, MeasureSpeed)]

    def run(self, rates, disturbed=()):
        """Answer what is asked until nothing is."""
        machine = PaperMachine(rates)
        machine.disturbed = set(disturbed)
        n = 0
        while len(self.asked) > n:
            n = len(self.asked)
            found = machine.measure(self.asked[-1])
            fits = QueryFailed(self.asked[-1].id, ModelTooLarge(PATH))
            self.tuner.handle(fits if found is None else QueryAnswered(self.asked[-1].id, found))


@pytest.fixture
def rig(tmp_path, qapp):
    return Rig(tmp_path)


def test_a_trial_begins_when_nothing_was_asked_for_a_while(rig):
    rig.load()
    assert rig.go_on(is_busy=True) == IDLE_S
    assert 4.9 < rig.go_on(after_s=3.0) < 5.1
    assert not rig.asked
    assert rig.go_on(after_s=8.0) == IDLE_S
    assert rig.tuner.is_trying
    assert rig.asked[0].n_threads == 2


def test_what_was_found_is_used_at_once_and_kept(rig, tmp_path):
    rig.load()
    rig.go_on()
    rig.run(one_thread_is_faster)
    assert rig.tuner.tuning.way == Way(1)
    assert rig.engine.cores == [(1, False)]
    assert not rig.tuner.is_trying
    again = Rig(tmp_path)
    again.load()
    assert again.engine.cores == [(1, False)]
    again.go_on()
    assert not again.asked


def test_what_needs_a_load_comes_with_the_next_one(rig):
    plan, as_found = rig.load()
    assert as_found == plan
    rig.go_on()
    rig.run(lambda query: (250.0, 90.0) if query.flash_attention else (400.0, 100.0))
    plan, as_found = rig.load()
    assert as_found.flash_attention is False
    assert as_found.planned_bytes > 0
    assert rig.load(LoadPlan(PATH, flash_attention=True))[1].flash_attention is True


def test_another_model_or_wish_is_another_trial(rig):
    rig.load()
    rig.go_on()
    rig.run(nothing_is_faster)
    assert not rig.tuner.tuning.is_gain
    n = len(rig.asked)
    rig.load(LoadPlan(PATH, n_threads=2))
    rig.go_on()
    rig.run(nothing_is_faster)
    assert len(rig.asked) > n
    assert all(query.n_threads == 2 for query in rig.asked[n:])


def test_whoever_asks_ends_a_trial_and_it_is_made_later(rig):
    rig.load()
    rig.go_on()
    rig.go_on(is_busy=True)
    assert not rig.tuner.is_trying
    rig.tuner.handle(QueryFailed(rig.asked[0].id, None))
    assert rig.go_on(after_s=10.0) > 0
    assert len(rig.asked) == 1
    rig.go_on(after_s=16.0)
    assert len(rig.asked) == 2
    rig.tuner.handle(QueryFailed(rig.asked[1].id, None))  # the engine gave way
    assert not rig.tuner.is_trying


def test_what_is_measured_elsewhere_in_the_program_goes_first(rig):
    rig.load()
    rig.is_measuring = True
    assert 0 < rig.go_on() < IDLE_S
    assert not rig.asked
    rig.is_measuring = False
    rig.go_on()
    assert rig.tuner.is_trying
    rig.is_measuring = True
    rig.go_on()
    assert not rig.tuner.is_trying


def test_it_is_not_tried_for_ever(rig):
    rig.load()
    for _ in range(2 * MAX_TRIES):
        rig.go_on(after_s=10_000.0)
        rig.go_on(is_busy=True)
    assert len(rig.asked) == MAX_TRIES
    rig.tuner.try_again()
    rig.go_on(after_s=0.0)
    assert len(rig.asked) == MAX_TRIES + 1


def test_beside_other_programs_nothing_is_found(rig):
    rig.load()
    rig.go_on()
    rig.run(one_thread_is_faster, disturbed=range(100))
    assert not rig.tuner.is_trying
    assert rig.tuner.was_disturbed
    assert rig.tuner.tuning is None
    rig.go_on()
    assert not rig.tuner.was_disturbed


def test_a_trial_that_ended_the_engine_is_not_made_again(rig, tmp_path):
    rig.load()
    rig.go_on()
    rig.tuner.handle(QueryFailed(rig.asked[0].id, EngineStopped(139)))
    rig.tuner.handle(EngineDied(EngineStopped(139)))
    assert not rig.tuner.can_try
    rig.load()
    rig.go_on()
    assert len(rig.asked) == 1
    assert not rig.tuner.tuning.is_gain


def test_an_engine_that_was_ended_by_the_user_says_nothing_of_a_trial(rig):
    rig.load()
    rig.go_on()
    rig.tuner.handle(QueryFailed(rig.asked[0].id, EngineEnded()))
    rig.load()
    rig.go_on()
    assert len(rig.asked) == 2


def test_what_was_stopped_by_the_user_stays_so(rig):
    rig.load()
    rig.go_on()
    rig.tuner.stop()
    rig.run(one_thread_is_faster)  # an answer that was on its way
    assert not rig.tuner.is_trying
    rig.go_on(after_s=10_000.0)
    assert len(rig.asked) == 1


def test_with_the_switch_off_nothing_is_tried_or_used(rig):
    rig.load()
    rig.go_on()
    rig.run(one_thread_is_faster)
    rig.wish = TuningWish(is_on=False)
    rig.go_on()
    assert rig.tuner.tuning is None
    assert rig.engine.cores == [(1, False), (None, False)]
    n = len(rig.asked)
    rig.load()
    rig.go_on()
    assert len(rig.asked) == n


def test_a_model_on_a_graphics_card_is_not_tried(rig):
    rig.load(model=replace(LOADED, device="CUDA0: a card"))
    rig.go_on()
    assert not rig.asked
    assert not rig.tuner.can_try


def test_on_battery_half_the_cores_compute_and_nothing_is_tried(rig):
    rig.load()
    rig.is_on_battery = True
    rig.go_on()
    assert rig.engine.cores == [(1, False)]
    assert rig.tuner.is_saving
    assert not rig.asked
    rig.is_on_battery = False
    rig.go_on()
    assert rig.engine.cores[-1] == (None, False)
    assert rig.asked


def test_unplugging_ends_a_trial(rig):
    rig.load()
    rig.go_on()
    rig.is_on_battery = True
    rig.go_on()
    assert not rig.tuner.is_trying


def test_a_quiet_mode_takes_half_the_cores_for_a_trial_too(rig):
    rig.wish = TuningWish(mode=PowerMode.QUIET)
    rig.load()
    rig.go_on()
    assert rig.engine.cores == [(1, True)]
    assert {query.n_threads for query in rig.asked} == {1}


def test_what_holds_in_another_mode_is_found_anew_and_remembered(rig):
    rig.load()
    rig.go_on()
    rig.run(nothing_is_faster)
    n = len(rig.asked)
    rig.wish = TuningWish(mode=PowerMode.QUIET)
    rig.go_on()
    rig.run(nothing_is_faster)
    assert len(rig.asked) > n
    n = len(rig.asked)
    for mode in (PowerMode.FULL, PowerMode.QUIET):
        rig.wish = TuningWish(mode=mode)
        rig.go_on()
        assert rig.tuner.tuning is not None
    assert len(rig.asked) == n


def test_a_machine_that_is_hot_is_spared(rig):
    rig.wish = TuningWish(mode=PowerMode.FULL)
    rig.load()
    rig.is_hot = True
    rig.go_on()
    assert rig.engine.cores == [(1, False)]
    assert not rig.asked
