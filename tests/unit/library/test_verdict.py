# SPDX-License-Identifier: Apache-2.0
"""Whether a model is for a machine: memory at every context, speed only where something was measured."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeward.domain.machine_profile import Machine, MachineProfile, SpeedSample
from leeward.domain.model_info import Device, KvType, LoadPlan
from leeward.library.fit import SMALLEST_N_CTX
from leeward.library.model_check import check_model_file
from leeward.library.verdict import ListedModel, Verdict, VerdictKind, verdict

MISTRAL = ListedModel(
    "Mistral-7B-Instruct-v0.3.Q4_K_M.gguf", 4_372_811_936, 7_248_023_552, 7_248_023_552, 32, 32_768, 4096, 14_336, 32, 8,
    128, 32_768,
).info()  # fmt: skip
GB = 10**9
ORDER = [VerdictKind.TOO_LARGE, VerdictKind.LESS_CONTEXT, VerdictKind.FITS]
contexts = st.integers(SMALLEST_N_CTX, 65_536)
kv_types = st.sampled_from(KvType)
free = st.integers(0, 24 * GB)


def cpu(free_bytes: int) -> Device:
    return Device("CPU", "a processor", "CPU", 1 << 40, free_bytes, "CPU", features=("AVX2",))


def gpu(free_bytes: int) -> Device:
    return Device("CUDA0", "a graphics card", "GPU", 1 << 40, free_bytes, "CUDA")


def profile(bytes_per_second: float = 20e9, prompt_rate: float = 3000.0, *, is_on_gpu: bool = False) -> MachineProfile:
    sample = SpeedSample(
        "s.gguf", is_on_gpu, 100_000_000, bytes_per_second / 1e8, 100_000_000, prompt_rate, "2026-11-23"
    )
    return MachineProfile(Machine("engine 1", (), 2), (sample,))


def plan(n_ctx: int | None = None, kv_type: KvType | None = None, **wanted: Any) -> LoadPlan:
    return LoadPlan(MISTRAL.path, n_ctx=n_ctx, kv_type=kv_type, **wanted)


def of(
    n_ctx: int | None, free_bytes: int, kv_type: KvType = KvType.F16, found: MachineProfile | None = None
) -> Verdict:
    return verdict(MISTRAL, plan(n_ctx, kv_type), (cpu(free_bytes),), found)


@given(contexts, contexts, kv_types, free)
def test_more_context_never_needs_less_memory(one, other, kv_type, free_bytes):
    less, more = (of(n_ctx, free_bytes, kv_type) for n_ctx in sorted((one, other)))
    assert less.needed_bytes <= more.needed_bytes
    assert less.kv_bytes <= more.kv_bytes
    assert less.weights_bytes == more.weights_bytes


@given(contexts, contexts, free, st.integers(0, 12 * GB))
def test_more_context_never_needs_less_main_memory_beside_a_gpu(one, other, free_bytes, gpu_bytes):
    devices = (cpu(free_bytes), gpu(gpu_bytes))
    less, more = (verdict(MISTRAL, plan(n_ctx), devices, None) for n_ctx in sorted((one, other)))
    assert less.needed_bytes <= more.needed_bytes
    assert less.n_gpu_layers >= more.n_gpu_layers


@given(contexts, kv_types, free, free)
def test_more_free_memory_never_makes_a_verdict_worse(n_ctx, kv_type, one, other):
    worse, better = (of(n_ctx, free_bytes, kv_type) for free_bytes in sorted((one, other)))
    assert ORDER.index(worse.kind) <= ORDER.index(better.kind)
    assert worse.max_n_ctx <= better.max_n_ctx


@given(contexts, kv_types, free)
def test_the_longest_context_is_one_that_fits_and_the_next_one_does_not(n_ctx, kv_type, free_bytes):
    longest = of(n_ctx, free_bytes, kv_type).max_n_ctx
    if longest:
        assert of(longest, free_bytes, kv_type).kind is VerdictKind.FITS
    if longest < MISTRAL.n_ctx_train:
        assert of(max(longest + 256, SMALLEST_N_CTX), free_bytes, kv_type).kind is not VerdictKind.FITS


@given(contexts, free)
def test_the_parts_are_all_that_is_needed(n_ctx, free_bytes):
    found = of(n_ctx, free_bytes)
    parts = found.weights_bytes + found.kv_bytes + found.compute_bytes + found.other_bytes
    assert parts <= found.needed_bytes <= 1.16 * parts


def test_the_kinds_are_told_apart():
    fast, slow = profile(prompt_rate=30_000.0), profile(2e9)
    assert of(4096, 16 * GB, found=fast).kind is VerdictKind.FITS
    assert of(4096, 16 * GB, found=slow).kind is VerdictKind.SLOW
    assert of(32_768, 8 * GB, found=fast).kind is VerdictKind.LESS_CONTEXT
    assert of(4096, 3 * GB, found=fast).kind is VerdictKind.TOO_LARGE


def test_without_a_wish_it_is_about_what_would_be_chosen():
    found = verdict(MISTRAL, plan(), (cpu(16 * GB),), None)
    assert (found.n_ctx, found.kv_type) == (4096, KvType.F16)


def test_a_context_below_the_smallest_may_still_fit():
    info = replace(MISTRAL, n_ctx_train=256)
    assert verdict(info, plan(256), (cpu(16 * GB),), None).max_n_ctx == 256


def test_the_sentences_say_what_a_person_would():
    found = of(32_768, 8 * GB, found=profile(20e9))
    assert found.memory_sentence == (
        "It fits with up to 18,688 tokens of context: it needs 10.1 GB of free memory at 32,768 tokens of context, "
        "and 8.0 GB are free now."
    )
    assert found.parts_sentence == "Weights take 4.4 GB, keys and values 4.3 GB (f16), computing and the rest 144 MB."
    assert found.speed_sentence.startswith("To a prompt of 300 words, the first word comes within about ")
    assert found.speed_sentence.endswith("then at least 3 words a second.")
    assert of(4096, 3 * GB).memory_sentence.startswith("It is too large for this machine: ")
    assert of(4096, 16 * GB).memory_sentence.startswith("It fits: ")
    assert of(4096, 16 * GB, found=profile(1e9)).speed_sentence.startswith("It is slow here. To a prompt")


def test_nothing_is_promised_where_nothing_was_measured():
    found = of(4096, 16 * GB)
    assert found.promise is None
    assert "not known" in found.speed_sentence
    assert of(4096, 3 * GB, found=profile()).promise is None  # it would not run


@pytest.mark.parametrize(
    ("gpu_bytes", "measured_on_gpu", "is_promised"),
    [(0, False, False), (3 * GB, False, False), (24 * GB, False, False), (24 * GB, True, True), (3 * GB, True, False)],
)
def test_what_a_gpu_computes_is_promised_only_from_a_gpu_and_only_as_a_whole(gpu_bytes, measured_on_gpu, is_promised):
    devices = (cpu(24 * GB), gpu(gpu_bytes))  # one that does not tell what is free may take anything
    found = verdict(MISTRAL, plan(4096), devices, profile(is_on_gpu=measured_on_gpu))
    assert (found.promise is not None) == is_promised


def test_with_the_experts_on_the_processor_a_mixture_fits_a_small_card_and_its_speed_is_not_promised():
    mixture = replace(MISTRAL, n_experts=8, expert_bytes=tuple(round(each * 0.9) for each in MISTRAL.layer_bytes))
    devices, measured = (cpu(24 * GB), gpu(3 * GB)), profile(is_on_gpu=True)
    whole, split = (verdict(mixture, plan(4096, moe_on_cpu=flag), devices, measured) for flag in (False, True))
    assert whole.n_gpu_layers < mixture.n_layers < split.n_gpu_layers
    assert split.needed_bytes > whole.needed_bytes
    assert split.promise is None
    assert verdict(mixture, plan(4096, moe_on_cpu=True), (cpu(24 * GB),), profile()).promise is not None


def test_small_keys_and_values_make_the_first_word_later():
    usual, smaller = (of(4096, 16 * GB, each, profile()).promise for each in (KvType.F16, KvType.Q8_0))
    assert smaller.first_word_s > 1.5 * usual.first_word_s


def test_a_mixture_of_experts_takes_the_memory_of_all_and_the_time_of_some():
    mixtral = ListedModel(
        "m.gguf", 26 * GB, 46_700_000_000, 12_900_000_000, 32, 32_768, 4096, 14_336, 32, 8, 128, 32_000
    )
    dense = replace(mixtral, n_params_used=mixtral.n_params)
    some, every = (verdict(each.info(), plan(4096), (cpu(64 * GB),), profile()) for each in (mixtral, dense))
    assert some.needed_bytes == every.needed_bytes
    assert some.promise.words_per_second > 3 * every.promise.words_per_second


@pytest.mark.model
def test_a_listed_model_is_counted_near_to_its_header(starter_model):
    real = check_model_file(starter_model)
    listed = ListedModel(
        starter_model.name, real.file_bytes, real.n_params, real.n_params, real.n_layers, real.n_ctx_train, real.n_embd,
        real.n_ff, real.n_heads, real.n_kv_heads, real.head_dim_k, real.n_vocab,
    ).info()  # fmt: skip
    assert listed.path == Path(starter_model.name)
    one, other = (verdict(info, plan(4096), (cpu(16 * GB),), profile()) for info in (real, listed))
    assert abs(other.needed_bytes / one.needed_bytes - 1) < 0.05
    assert abs(other.promise.words_per_second / one.promise.words_per_second - 1) < 0.05


@pytest.mark.parametrize(
    ("rope", "n_ctx"),
    [({"rope_freq_scale": 0.5}, 65_536), ({"rope_scaling": "yarn", "rope_freq_scale": 0.25}, 131_072),
     ({"rope_scaling": "none", "rope_freq_scale": 0.5}, 32_768), ({"rope_scaling": "yarn"}, 32_768)],
)  # fmt: skip
def test_stretched_positions_let_a_model_see_more(rope, n_ctx):
    assert verdict(MISTRAL, plan(**rope), (cpu(1000 * GB),), None).max_n_ctx == n_ctx


def test_what_is_wanted_counts():
    devices = (cpu(64 * GB), gpu(64 * GB))
    on_gpu, on_cpu = (verdict(MISTRAL, plan(n_gpu_layers=each), devices, None) for each in (None, 0))
    assert (on_gpu.n_gpu_layers, on_cpu.n_gpu_layers) == (33, 0)
    usual, wide = (verdict(MISTRAL, plan(n_batch=each, n_ubatch=each), (cpu(64 * GB),), None) for each in (512, 2048))
    assert wide.compute_bytes > usual.compute_bytes
