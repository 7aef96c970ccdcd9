# SPDX-License-Identifier: Apache-2.0
import numpy as np
import pytest

from leeward.domain.model_info import LoadPlan
from leeward.engine.child.llama import Llama, NativeLog, Piece

TEXT = "The lighthouse stood on the western cliff, and every night its keeper"


def _logits(plan):
    llama = Llama(plan, NativeLog(lambda *_: None), lambda _: True)
    llama.decode([Piece(0, llama.tokenize(TEXT, parse_special=False))])
    found = llama.logits().copy()
    llama.close()
    return found


@pytest.mark.parametrize("changed", [{"rope_freq_scale": 0.5}, {"rope_scaling": "linear", "rope_freq_scale": 0.25}])
def test_stretched_positions_change_what_the_model_says(starter_model, changed):
    plain = _logits(LoadPlan(starter_model, n_ctx=256, n_threads=1))
    stretched = _logits(LoadPlan(starter_model, n_ctx=256, n_threads=1, **changed))
    assert np.abs(plain - stretched).max() > 0.1


def test_no_stretching_leaves_the_starter_as_it_is(starter_model):
    plain = _logits(LoadPlan(starter_model, n_ctx=256, n_threads=1))
    none = _logits(LoadPlan(starter_model, n_ctx=256, n_threads=1, rope_scaling="none"))
    assert np.array_equal(plain, none)
