# SPDX-License-Identifier: Apache-2.0
"""When a model that nobody uses falls asleep."""

from pathlib import Path

from leeward.bridge.sleep import Sleep
from leeward.domain.model_info import LoadPlan
from leeward.domain.settings import FreeAfter, Settings


def test_a_model_falls_asleep_so_long_after_its_last_use():
    sleep = Sleep()
    sleep.set_after(300.0)
    sleep.use(1000.0)
    assert sleep.left_s(1000.0) == 300.0
    sleep.use(1100.0)
    assert sleep.left_s(1399.0) == 1.0
    assert sleep.left_s(1500.0) == 0.0


def test_never_is_never():
    assert Sleep().left_s(1e9) is None
    assert FreeAfter.NEVER.seconds is None


def test_what_sleeps_falls_asleep_no_further():
    sleep = Sleep()
    sleep.set_after(300.0)
    sleep.plan = LoadPlan(Path("a.gguf"))
    assert sleep.is_asleep
    assert sleep.left_s(1e9) is None


def test_half_an_hour_unless_it_is_set():
    assert Settings().free_model_after.seconds == 1800.0
    assert [each.seconds for each in FreeAfter] == [None, 300.0, 900.0, 1800.0, 3600.0]
