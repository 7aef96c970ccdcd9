# SPDX-License-Identifier: Apache-2.0
"""A draft model is looked at before it is loaded, and its memory is counted."""

from dataclasses import replace

import pytest

from helpers.tiny_adapter import write_tiny_adapter
from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.errors import AdapterUnfit, DraftUnfit
from leeward.domain.generation import Adapter
from leeward.domain.model_info import Device, LoadPlan
from leeward.error_text import describe
from leeward.library.draft_check import with_checked_companions, with_checked_draft
from leeward.library.fit import estimate, fit_of
from leeward.library.model_check import check_model_file

GPU = Device("CUDA0", "a graphics card", "GPU", 1 << 40, 1 << 40, "CUDA")


@pytest.fixture
def plan(tmp_path):
    draft = write_tiny_gguf(tmp_path / "draft.gguf", seed=2)
    return LoadPlan(write_tiny_gguf(tmp_path / "tiny.gguf", n_layers=4), n_ctx=512, draft=draft)


def test_its_memory_is_counted_where_it_will_lie(plan):
    checked = with_checked_companions(plan)
    assert checked.draft_bytes > plan.draft.stat().st_size / 2
    info = check_model_file(plan.path)
    more = estimate(info, checked).main_bytes - estimate(info, plan).main_bytes
    assert more == checked.draft_bytes
    on_gpu, without = (fit_of(info, each, (GPU,)).estimate for each in (checked, replace(plan, draft_bytes=0)))
    assert on_gpu.main_bytes == without.main_bytes
    assert on_gpu.total_bytes - without.total_bytes == checked.draft_bytes


def test_a_graphics_card_keeps_room_for_it(plan):
    info = check_model_file(plan.path)
    small = replace(GPU, free_bytes=1 << 30)
    assert fit_of(info, plan, (small,)).plan.n_gpu_layers
    assert fit_of(info, replace(plan, draft_bytes=1 << 30), (small,)).plan.n_gpu_layers == 0


def test_without_one_nothing_changes(plan):
    alone = replace(plan, draft=None)
    assert with_checked_companions(alone) == alone


def test_a_file_that_is_not_there_or_no_model_is_refused_with_a_sentence(plan, tmp_path):
    damaged = tmp_path / "damaged.gguf"
    damaged.write_bytes(plan.draft.read_bytes()[:5000])
    for path in (tmp_path / "gone.gguf", damaged, write_tiny_adapter(tmp_path / "adapter.gguf")):
        with pytest.raises(DraftUnfit) as raised:
            with_checked_draft(replace(plan, draft=path))
        assert raised.value.model == plan.path
        text = describe(raised.value)
        assert path.name in text.sentence
        assert "tiny.gguf was not loaded" in text.sentence
        assert "draft=FILE" in text.next_step


def test_adapters_are_looked_at_too(plan, tmp_path):
    with pytest.raises(AdapterUnfit):
        with_checked_companions(replace(plan, adapters=(Adapter(tmp_path / "gone.gguf"),)))
