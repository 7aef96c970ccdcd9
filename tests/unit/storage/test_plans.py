# SPDX-License-Identifier: Apache-2.0
"""Plans that were found by trying are remembered, and only for what they were found for."""

from dataclasses import replace
from pathlib import Path

import pytest

from leeward.domain.generation import Adapter
from leeward.domain.model_info import Device, KvType, LoadPlan
from leeward.storage.plans import MAX_KEPT, PlanMemory

CPU = Device("CPU", "a processor", "CPU", 16 << 30, 8 << 30)
CARD = Device("CUDA0", "a graphics card", "GPU", 8 << 30, 4 << 30)


@pytest.fixture
def wanted(tmp_path) -> LoadPlan:
    path = tmp_path / "model.gguf"
    path.write_bytes(b"GGUF and more")
    return LoadPlan(path, n_ctx=8192)


@pytest.fixture
def file(tmp_path) -> Path:
    return tmp_path / "plans.json"


def found_for(wanted: LoadPlan) -> LoadPlan:
    return replace(wanted, n_ctx=2048, n_gpu_layers=11, kv_type=KvType.Q8_0)


def test_a_plan_is_recalled_by_the_next_program(file, wanted):
    PlanMemory(file).keep(wanted, found_for(wanted), (CPU, CARD))
    assert PlanMemory(file).recall(wanted, (CPU, CARD)) == found_for(wanted)


def test_without_a_plan_the_wish_stays(file, wanted):
    assert PlanMemory(file).recall(wanted, (CPU,)) is wanted


def test_only_what_was_found_is_taken_over(file, wanted):
    plans = PlanMemory(file)
    plans.keep(wanted, found_for(wanted), (CPU,))
    today = replace(wanted, name="Another name", is_forced=True, use_mmap=False, n_threads=3)
    expected = replace(today, n_ctx=2048, n_gpu_layers=11, kv_type=KvType.Q8_0)
    assert plans.recall(today, (CPU,)) == expected


def test_the_newest_plan_counts(file, wanted):
    plans = PlanMemory(file)
    plans.keep(wanted, found_for(wanted), (CPU,))
    plans.keep(wanted, replace(wanted, n_ctx=512), (CPU,))
    assert plans.recall(wanted, (CPU,)).n_ctx == 512


@pytest.mark.parametrize(
    "wish",
    [
        {"n_ctx": 4096},
        {"n_ctx": None},
        {"n_gpu_layers": 5},
        {"kv_type": KvType.F16},
        {"devices": ("CUDA0",)},
        {"n_batch": 64},
        {"n_ubatch": 64},
        {"flash_attention": False},
        {"moe_on_cpu": True},
        {"adapters": (Adapter(Path("/x/lora.gguf"), 0.5),)},
    ],
)
def test_a_plan_is_not_used_under_other_settings(file, wanted, wish):
    plans = PlanMemory(file)
    plans.keep(wanted, found_for(wanted), (CPU, CARD))
    other = replace(wanted, **wish)
    assert plans.recall(other, (CPU, CARD)) is other


@pytest.mark.parametrize(
    "devices", [(CPU,), (), (CPU, replace(CARD, total_bytes=16 << 30)), (CPU, replace(CARD, description="another"))]
)
def test_a_plan_is_not_used_with_other_devices(file, wanted, devices):
    plans = PlanMemory(file)
    plans.keep(wanted, found_for(wanted), (CPU, CARD))
    assert plans.recall(wanted, devices) is wanted


def test_what_is_free_just_now_makes_no_other_machine(file, wanted):
    plans = PlanMemory(file)
    plans.keep(wanted, found_for(wanted), (CPU, CARD))
    assert plans.recall(wanted, (replace(CPU, free_bytes=1), CARD)) == found_for(wanted)


def test_a_plan_is_not_used_for_another_file_of_that_name(file, wanted):
    plans = PlanMemory(file)
    plans.keep(wanted, found_for(wanted), (CPU,))
    wanted.path.write_bytes(b"GGUF and something else")
    assert plans.recall(wanted, (CPU,)) is wanted


def test_a_file_that_is_gone_has_its_plan_by_its_name(file, tmp_path):
    plans = PlanMemory(file)
    gone, other = LoadPlan(tmp_path / "gone.gguf"), LoadPlan(tmp_path / "other.gguf")
    plans.keep(gone, found_for(gone), (CPU,))
    assert plans.recall(gone, (CPU,)) == found_for(gone)
    assert plans.recall(other, (CPU,)) is other


@pytest.mark.parametrize(
    "content", [b"", b"no json", b"[]", b"7", b'{"a": 7}', b'{"a": {"n_ctx": "much"}}', b"\xff\xfe", b"{" * 100_000]
)
def test_a_damaged_file_counts_as_empty_and_is_written_again(file, wanted, content):
    file.write_bytes(content)
    plans = PlanMemory(file)
    assert plans.recall(wanted, (CPU,)) is wanted
    plans.keep(wanted, found_for(wanted), (CPU,))
    assert plans.recall(wanted, (CPU,)) == found_for(wanted)


def test_the_oldest_plans_are_forgotten(file, wanted):
    plans = PlanMemory(file)
    wishes = [replace(wanted, n_ctx=1000 + number) for number in range(MAX_KEPT + 3)]
    for wish in wishes:
        plans.keep(wish, found_for(wish), (CPU,))
    known = [plans.recall(wish, (CPU,)) is not wish for wish in wishes]
    assert known == [False] * 3 + [True] * MAX_KEPT


def test_a_plan_that_was_kept_again_is_not_the_oldest(file, wanted):
    plans = PlanMemory(file)
    wishes = [replace(wanted, n_ctx=1000 + number) for number in range(MAX_KEPT)]
    for wish in [*wishes, wishes[0], replace(wanted, n_ctx=99)]:
        plans.keep(wish, found_for(wish), (CPU,))
    assert plans.recall(wishes[0], (CPU,)) is not wishes[0]
    assert plans.recall(wishes[1], (CPU,)) is wishes[1]


def test_what_cannot_be_written_is_not_remembered_and_no_fault(tmp_path, wanted, caplog):
    not_a_folder = tmp_path / "file"
    not_a_folder.write_text("")
    plans = PlanMemory(not_a_folder / "plans.json")
    plans.keep(wanted, found_for(wanted), (CPU,))
    assert plans.recall(wanted, (CPU,)) is wanted
    assert "not remembered" in caplog.text
