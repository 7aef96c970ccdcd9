# SPDX-License-Identifier: Apache-2.0
"""What the modes mean."""

import pytest

from leeward.domain.power import Power, PowerMode, power_now


@pytest.mark.parametrize(
    ("mode", "is_on_battery", "is_hot", "power"),
    [
        (PowerMode.FULL, False, False, Power()),
        (PowerMode.FULL, True, False, Power()),
        (PowerMode.FULL, False, True, Power(4, is_saving=True)),
        (PowerMode.BALANCED, False, False, Power()),
        (PowerMode.BALANCED, True, False, Power(4, is_saving=True)),
        (PowerMode.QUIET, False, False, Power(4, is_low_priority=True)),
        (PowerMode.QUIET, True, False, Power(4, is_low_priority=True, is_saving=True)),
    ],
)
def test_a_mode_on_mains_on_battery_and_in_the_heat(mode, is_on_battery, is_hot, power):
    assert power_now(mode, 8, is_on_battery=is_on_battery, is_hot=is_hot) == power


def test_one_core_is_always_left():
    assert power_now(PowerMode.QUIET, 1, is_on_battery=True, is_hot=True).max_threads == 1
