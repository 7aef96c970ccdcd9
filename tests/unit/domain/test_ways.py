# SPDX-License-Identifier: Apache-2.0
"""What a tuning changes of a plan: what the plan leaves open."""

from pathlib import Path

import pytest

from leeward.domain.model_info import KvType, LoadPlan
from leeward.domain.tuning import Tuning, Way

PATH = Path("m.gguf")
FOUND = Tuning(Way(4), Way(2, 1024, flash_attention=False), 1.2, 1.1)


def test_what_is_open_becomes_what_was_found():
    assert FOUND.applied(LoadPlan(PATH)) == LoadPlan(PATH, n_ubatch=1024, n_batch=1024, flash_attention=False)
    assert FOUND.max_threads == 2


@pytest.mark.parametrize(
    "plan",
    [
        LoadPlan(PATH, n_threads=3, n_ubatch=64, flash_attention=True),
        LoadPlan(PATH, n_threads=1, n_batch=256, flash_attention=False),
        LoadPlan(PATH, n_threads=1, n_ubatch=64, kv_type=KvType.Q8_0),
    ],
)
def test_what_was_set_stays(plan):
    assert FOUND.applied(plan) == plan


def test_no_gain_changes_nothing():
    assert Tuning(Way(4), Way(4)).max_threads is None
    assert Tuning(Way(4), Way(4)).applied(LoadPlan(PATH)).uses_flash_attention
