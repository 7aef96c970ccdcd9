# SPDX-License-Identifier: Apache-2.0
"""Files of one repository judged by the header of one: sizes, the recommendation, and that the guess is near the truth."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.hub import RepoFile
from leeward.domain.model_info import Device, LoadPlan
from leeward.library.model_check import check_model_file
from leeward.library.offers import Offer
from leeward.library.repacked import SMALL_N_PARAMS, judge, repacked
from leeward.library.verdict import ListedModel, VerdictKind, verdict

MISTRAL = ListedModel(
    "Mistral-7B-Instruct-v0.3.Q4_K_M.gguf", 4_372_811_936, 7_248_023_552, 7_248_023_552, 32, 32_768, 4096, 14_336, 32, 8,
    128, 32_768,
).info()  # fmt: skip
GB = 10**9
SIZES = {"Q2_K": 2.7, "Q3_K_M": 3.5, "Q4_K_M": 4.4, "Q5_K_M": 5.1, "Q6_K": 5.9, "Q8_0": 7.7, "F16": 14.5}


def offer(quantization: str, size_gb: float, problem: str = "") -> Offer:
    file = RepoFile(f"m-{quantization}.gguf", round(size_gb * GB), "0" * 64)
    return Offer(f"m-{quantization}", (file,), quantization, (), problem)


OFFERS = [offer(name, size) for name, size in SIZES.items()]


def cpu(free_gb: float) -> list[Device]:
    return [Device("CPU", "a processor", "CPU", 64 * GB, round(free_gb * GB), "CPU")]


def recommended(offers, free_gb, info=MISTRAL) -> str:
    found = [each.offer.quantization for each in judge(offers, info, cpu(free_gb), None) if each.is_recommended]
    return ",".join(found)


@pytest.mark.parametrize(
    ("free_gb", "wanted"), [(64, "Q5_K_M"), (6.6, "Q4_K_M"), (5.5, "Q3_K_M"), (4.6, "Q2_K"), (1, "")]
)
def test_the_recommended_file_is_the_best_worth_its_size_that_fits(free_gb, wanted):
    assert recommended(OFFERS, free_gb) == wanted


def test_a_small_model_is_recommended_less_packed():
    small = replace(MISTRAL, n_params=SMALL_N_PARAMS - 1)
    assert recommended(OFFERS, 64, small) == "Q8_0"


def test_what_cannot_be_fetched_is_neither_judged_nor_recommended():
    judged = judge([offer("Q5_K_M", 5.1, "part 2 of 3 is missing"), offer("F16", 14.5)], MISTRAL, cpu(64), None)
    assert [each.verdict is None for each in judged] == [True, False]
    assert [each.is_recommended for each in judged] == [False, True]


@given(st.floats(0.5, 40))
def test_larger_files_are_never_judged_better(free_gb):
    order = [VerdictKind.FITS, VerdictKind.LESS_CONTEXT, VerdictKind.TOO_LARGE]
    kinds = [order.index(each.verdict.kind) for each in judge(OFFERS, MISTRAL, cpu(free_gb), None)]
    assert kinds == sorted(kinds)
    assert sum(each.is_recommended for each in judge(OFFERS, MISTRAL, cpu(free_gb), None)) == (kinds[0] < 2)


def test_a_header_says_nearly_the_same_as_the_one_of_a_file_packed_otherwise(tmp_path):
    large = check_model_file(write_tiny_gguf(tmp_path / "f32.gguf", n_layers=4))
    small = check_model_file(write_tiny_gguf(tmp_path / "q8.gguf", n_layers=4, kind="Q8_0"))
    guessed = verdict(repacked(large, small.file_bytes), LoadPlan(large.path, n_ctx=2048), cpu(8), None)
    true = verdict(small, LoadPlan(large.path, n_ctx=2048), cpu(8), None)
    assert guessed.kv_bytes == true.kv_bytes
    assert guessed.needed_bytes == pytest.approx(true.needed_bytes, rel=0.02)
