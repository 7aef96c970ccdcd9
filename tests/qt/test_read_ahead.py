# SPDX-License-Identifier: Apache-2.0
"""What is written is read ahead, but not where the answer has to come out as it did before."""

from dataclasses import replace

import pytest

from leeward.domain.settings import Settings


@pytest.mark.parametrize(("seed", "n_read"), [(-1, 1), (7, 0)])
def test_nothing_is_read_ahead_of_an_answer_with_a_seed(make_rig, qtbot, seed, n_read):
    rig = make_rig()
    generation = rig.parts.generation
    settings = replace(Settings(), seed=seed)
    with qtbot.waitSignal(generation.prompt_viewed):  # commands come in turn: the one before is done by then
        generation.read_ahead(None, "Why is the sea", settings)
        generation.view_prompt(None, "", settings)
    assert len(rig.engine.read_ahead) == n_read
