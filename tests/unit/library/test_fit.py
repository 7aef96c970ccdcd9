# SPDX-License-Identifier: Apache-2.0
"""What a model will take of memory, and what is chosen smaller until it fits."""

from dataclasses import replace

import pytest

from helpers.tiny_gguf import N_EMBD, N_FF, N_HEAD, write_tiny_gguf
from leeward.domain.errors import ModelTooLarge
from leeward.domain.memory import FitEstimate
from leeward.domain.model_info import Device, KvType, LoadPlan, ModelInfo, TensorShare
from leeward.library.fit import FULL_UBATCH, MARGIN, SMALLEST_N_CTX, estimate, kv_bytes_by_layer, plan_for
from leeward.library.model_check import check_model_file

MIB = 1024**2
N_LAYERS = 4
LAYER_BYTES, OUTSIDE_BYTES = 100 * MIB, 50 * MIB


@pytest.fixture(scope="module")
def tiny(tmp_path_factory) -> ModelInfo:
    """A real file's header."""
    path = tmp_path_factory.mktemp("model") / "tiny.gguf"
    return check_model_file(write_tiny_gguf(path, n_layers=N_LAYERS, kind="Q4_0"))


@pytest.fixture(scope="module")
def model(tiny) -> ModelInfo:
    """The same as if it were large: layers of 100 MiB, 50 MiB outside of them, a KV cache of 128 KiB a token."""
    weights = N_LAYERS * LAYER_BYTES + OUTSIDE_BYTES
    return replace(
        tiny,
        n_ctx_train=32_768,
        kv_heads=(64,) * N_LAYERS,
        head_dim_k=128,
        head_dim_v=128,
        layer_bytes=(LAYER_BYTES,) * N_LAYERS,
        mix=(TensorShare("Q4_0", 1, weights),),
    )


def plan(info: ModelInfo, **wishes) -> LoadPlan:
    return LoadPlan(info.path, **wishes)


def cpu(free_bytes: int, *features: str) -> Device:
    return Device("CPU", "a processor", "CPU", 1 << 40, free_bytes, "CPU", features=features)


def gpu(free_bytes: int, name: str = "CUDA0", kind: str = "GPU") -> Device:
    return Device(name, "a graphics card", kind, 1 << 40, free_bytes, "CUDA")


PLENTY = cpu(1 << 40)


def needed(info: ModelInfo, n_ctx: int, kv_type: KvType) -> int:
    """Return the main memory that must be free for a choice."""
    return estimate(info, plan(info, n_ctx=n_ctx, kv_type=kv_type), (PLENTY,)).main_bytes


# Keys and values


def test_a_layer_holds_keys_and_values_of_every_head(tiny):
    a_layer = 2048 * 2 * N_EMBD * 2  # tokens, keys and values, bytes
    assert kv_bytes_by_layer(tiny, 2048, KvType.F16) == (a_layer,) * N_LAYERS


def test_grouped_queries_share_keys_and_values(tiny):
    grouped = replace(tiny, kv_heads=(1,) * N_LAYERS)
    whole, shared = (sum(kv_bytes_by_layer(info, 2048, KvType.F16)) for info in (tiny, grouped))
    assert whole == N_HEAD * shared


def test_a_recurrent_layer_has_no_keys_and_values(tiny):
    mixed = replace(tiny, kv_heads=(0, 4, 0, 4))
    first, second, third, fourth = kv_bytes_by_layer(mixed, 2048, KvType.F16)
    assert first == third == 0
    assert second == fourth > 0


def test_keys_and_values_may_differ_in_size(tiny):
    wide = replace(tiny, head_dim_k=24, head_dim_v=8, kv_heads=(2,) * N_LAYERS)
    assert kv_bytes_by_layer(wide, 256, KvType.F16)[0] == 256 * 2 * (24 + 8) * 2


@pytest.mark.parametrize(("kv_type", "bytes_per_block"), [(KvType.F16, 64), (KvType.Q8_0, 34), (KvType.Q4_0, 18)])
def test_a_block_of_32_values_takes_what_ggml_stores(tiny, kv_type, bytes_per_block):
    n_values = 1024 * 2 * N_EMBD
    assert kv_bytes_by_layer(tiny, 1024, kv_type)[0] == n_values // 32 * bytes_per_block


@pytest.mark.parametrize(("n_ctx", "rounded"), [(1, 256), (256, 256), (257, 512), (1000, 1024), (4096, 4096)])
def test_the_context_is_rounded_up_as_llama_cpp_does(tiny, n_ctx, rounded):
    assert kv_bytes_by_layer(tiny, n_ctx, KvType.F16) == kv_bytes_by_layer(tiny, rounded, KvType.F16)


# What is chosen


def test_with_enough_memory_nothing_is_made_smaller(model):
    fit = plan_for(model, plan(model), (PLENTY,))
    assert (fit.plan.n_ctx, fit.plan.kv_type, fit.notes) == (4096, KvType.F16, ())
    assert fit.plan.planned_bytes == fit.estimate.total_bytes > model.weight_bytes


def test_no_context_is_longer_than_the_model_was_trained_for(tiny):
    assert plan_for(tiny, plan(tiny), (PLENTY,)).plan.n_ctx == tiny.n_ctx_train == 2048
    assert plan_for(replace(tiny, n_ctx_train=300), plan(tiny), (PLENTY,)).plan.n_ctx == 300


@pytest.mark.parametrize(
    ("n_ctx", "kv_type", "said"),
    [
        (2048, KvType.F16, ["2,048 tokens instead of 4,096"]),
        (2048, KvType.Q8_0, ["2,048 tokens instead of 4,096", "q8_0"]),
        (1024, KvType.F16, ["1,024 tokens instead of 4,096"]),
        (1024, KvType.Q8_0, ["1,024 tokens instead of 4,096", "q8_0"]),
        (512, KvType.F16, ["512 tokens instead of 4,096"]),
        (512, KvType.Q8_0, ["512 tokens instead of 4,096", "q8_0"]),
    ],
)
def test_the_first_choice_that_fits_is_taken_and_said(model, n_ctx, kv_type, said):
    free = round(needed(model, n_ctx, kv_type) * MARGIN) + 1
    fit = plan_for(model, plan(model), (cpu(free),))
    assert (fit.plan.n_ctx, fit.plan.kv_type) == (n_ctx, kv_type)
    assert len(fit.notes) == len(said)
    for note, part in zip(fit.notes, said, strict=True):
        assert part in note
        assert "memory is short" in note


def test_less_memory_never_leads_to_a_larger_choice(model):
    most = round(needed(model, 4096, KvType.F16) * MARGIN) + 1
    least = round(needed(model, SMALLEST_N_CTX, KvType.Q8_0) * MARGIN) + 1
    totals = [plan_for(model, plan(model), (cpu(free),)).estimate.total_bytes for free in range(most, least, -5 * MIB)]
    assert len(set(totals)) == 7
    assert totals == sorted(totals, reverse=True)


def test_keys_and_values_stay_f16_without_flash_attention(model):
    free = round(needed(model, SMALLEST_N_CTX, KvType.F16) * MARGIN) - MIB
    wanted = plan(model, flash_attention=False)
    with pytest.raises(ModelTooLarge):
        plan_for(model, wanted, (cpu(free),))
    assert plan_for(model, replace(wanted, flash_attention=True), (cpu(free),)).plan.kv_type is KvType.Q8_0


def test_a_context_that_was_asked_for_is_kept(model):
    free = round(needed(model, 8192, KvType.Q8_0) * MARGIN) + 1
    fit = plan_for(model, plan(model, n_ctx=8192), (cpu(free),))
    assert (fit.plan.n_ctx, fit.plan.kv_type) == (8192, KvType.Q8_0)
    assert len(fit.notes) == 1


def test_a_type_that_was_asked_for_is_kept(model):
    free = round(needed(model, 1024, KvType.F16) * MARGIN) + 1
    fit = plan_for(model, plan(model, kv_type=KvType.F16), (cpu(free),))
    assert (fit.plan.n_ctx, fit.plan.kv_type) == (1024, KvType.F16)


def test_what_was_asked_for_and_does_not_fit_is_refused_with_the_numbers(model):
    wanted = plan(model, n_ctx=8192, kv_type=KvType.F16)
    with pytest.raises(ModelTooLarge) as refused:
        plan_for(model, wanted, (cpu(700 * MIB),))
    assert refused.value.path == model.path
    assert refused.value.available_bytes == 700 * MIB
    assert refused.value.needed_bytes == round(needed(model, 8192, KvType.F16) * MARGIN)


def test_what_does_not_fit_at_its_smallest_is_refused(model):
    smallest = needed(model, SMALLEST_N_CTX, KvType.Q8_0) * MARGIN
    with pytest.raises(ModelTooLarge):
        plan_for(model, plan(model), (cpu(round(smallest) - 1),))
    assert plan_for(model, plan(model), (cpu(round(smallest) + 1),)).plan.n_ctx == SMALLEST_N_CTX


def test_a_forced_plan_is_refused_by_nothing(model):
    fit = plan_for(model, plan(model, is_forced=True), (cpu(1),))
    assert (fit.plan.n_ctx, fit.plan.kv_type, fit.notes) == (4096, KvType.F16, ())
    assert fit.plan.is_forced
    assert fit.plan.planned_bytes > 0


def test_what_the_model_before_gives_back_counts_as_free(model):
    free = round(needed(model, 4096, KvType.F16) * MARGIN) + 1
    assert plan_for(model, plan(model), (cpu(free - 200 * MIB),)).notes
    assert not plan_for(model, plan(model), (cpu(free - 200 * MIB),), own_bytes=200 * MIB).notes


def test_without_devices_nothing_is_compared(model):
    fit = plan_for(model, plan(model), ())
    assert (fit.plan.n_ctx, fit.plan.kv_type, fit.plan.n_gpu_layers, fit.notes) == (4096, KvType.F16, None, ())


def test_memory_of_other_machines_is_nobodys_guess(model):
    fit = plan_for(model, plan(model, rpc_servers=("board:50052",)), (cpu(1),))
    assert (fit.plan.n_ctx, fit.notes) == (4096, ())


# Copies


@pytest.mark.parametrize(
    ("features", "type_name", "is_copied"),
    [
        (("SSE3", "AVX2=1"), "Q4_0", True),
        (("AVX2",), "Q8_0", False),
        (("AVX2",), "Q2_K", False),
        (("AVX2", "AVX512"), "Q2_K", True),
        (("NEON", "DOTPROD"), "Q8_0", True),
        (("NEON", "MATMUL_INT8"), "Q6_K", True),
        (("NEON",), "Q4_0", False),
        ((), "Q4_0", False),
    ],
)
def test_weights_are_copied_where_the_kernels_want_another_order(model, features, type_name, is_copied):
    info = replace(model, mix=(TensorShare(type_name, 1, model.weight_bytes),))
    found = estimate(info, plan(info, n_ctx=2048), (cpu(1 << 40, *features),))
    assert found.part("copies") == (info.weight_bytes if is_copied else 0)


def test_there_are_originals_of_copies_only_in_a_mapped_file_and_they_can_be_taken_back(model):
    devices = (cpu(1 << 40, "AVX2"),)
    mapped, read = (estimate(model, plan(model, use_mmap=use_mmap), devices) for use_mmap in (True, False))
    assert mapped.total_bytes - model.weight_bytes == read.total_bytes
    assert mapped.main_bytes == read.main_bytes == read.total_bytes


def test_only_what_stays_in_main_memory_is_copied(model):
    devices = (cpu(1 << 40, "AVX2"), gpu(1 << 40))
    copies = [estimate(model, plan(model, n_gpu_layers=n), devices).part("copies") for n in (0, 3, N_LAYERS + 1)]
    assert copies[0] > copies[1] > copies[2]


# Mapped or read


def is_mapped(info: ModelInfo, *devices: Device, own_bytes: int = 0, **wishes) -> bool | None:
    return plan_for(info, plan(info, n_ctx=2048, **wishes), devices, own_bytes).plan.use_mmap


def large(free_bytes: int) -> Device:
    return replace(cpu(free_bytes), has_large_pages=True)


def test_a_file_is_read_where_twice_its_need_is_free(model):
    enough = round(2 * needed(model, 2048, KvType.F16) * MARGIN)
    assert is_mapped(model, large(enough + 2)) is False
    assert is_mapped(model, large(enough - 2)) is True
    assert is_mapped(model, large(enough - 2), own_bytes=4) is False


def test_a_file_is_mapped_where_reading_it_brings_no_large_pages(model):
    assert is_mapped(model, PLENTY) is True
    assert is_mapped(model, large(1 << 40), gpu(1 << 40)) is True
    assert is_mapped(model, large(1 << 40), gpu(1 << 40), n_gpu_layers=0) is False
    assert is_mapped(model) is None


@pytest.mark.parametrize("use_mmap", [True, False])
def test_what_the_user_says_of_mapping_holds(model, use_mmap):
    assert is_mapped(model, large(1 << 40), use_mmap=use_mmap) is use_mmap


# GPU


def layers_for(info: ModelInfo, *devices: Device, **wishes) -> int | None:
    return plan_for(info, plan(info, n_ctx=2048, kv_type=KvType.F16, **wishes), (PLENTY, *devices)).plan.n_gpu_layers


def room_for(info: ModelInfo, n: int) -> int:
    """Return what must be free on one card for so many layers, the output being the first."""
    sizes = [OUTSIDE_BYTES, *(LAYER_BYTES + kv for kv in kv_bytes_by_layer(info, 2048, KvType.F16))]
    compute = estimate(info, plan(info, n_ctx=2048, n_gpu_layers=99), (PLENTY, gpu(1))).needs[1].compute
    return 300 * MIB + compute + sum(sizes[:n])


@pytest.mark.parametrize("n", range(N_LAYERS + 2))
def test_as_many_layers_go_to_the_card_as_it_has_room_for(model, n):
    assert layers_for(model, gpu(room_for(model, n))) == n
    assert layers_for(model, gpu(room_for(model, n) - 1)) == max(0, n - 1)


def test_two_cards_share_the_layers(model):
    half = room_for(model, N_LAYERS + 1) // 2
    assert layers_for(model, gpu(half)) < N_LAYERS
    assert layers_for(model, gpu(half + 400 * MIB), gpu(half + 400 * MIB, "CUDA1")) == N_LAYERS + 1


def test_layers_are_counted_over_cards_by_what_they_have_free(model):
    wanted = plan(model, n_ctx=2048, n_gpu_layers=N_LAYERS + 1)
    found = estimate(model, wanted, (PLENTY, gpu(3 << 30), gpu(1 << 30, "CUDA1")))
    main, first, second = found.needs
    assert (main.device, first.device, second.device) == ("CPU", "CUDA0", "CUDA1")
    assert first.weights == pytest.approx(3 * second.weights, rel=0.001)
    assert first.kv == pytest.approx(3 * second.kv, rel=0.001)
    assert first.kv + second.kv == sum(kv_bytes_by_layer(model, 2048, KvType.F16))
    assert main.kv == 0


@pytest.mark.parametrize("n", range(N_LAYERS + 2))
def test_every_layer_is_counted_once(model, n):
    found = estimate(model, plan(model, n_ctx=2048, n_gpu_layers=n), (PLENTY, gpu(1 << 40)))
    assert found.part("kv") == sum(kv_bytes_by_layer(model, 2048, KvType.F16))
    on_card = found.needs[1] if n else None
    assert (on_card.kv if on_card else 0) == max(0, n - 1) * found.part("kv") // N_LAYERS


def test_a_gpu_inside_the_processor_is_used_only_without_another_one(model):
    room = room_for(model, N_LAYERS + 1)
    inside = gpu(room, "Vulkan0", "iGPU")
    assert layers_for(model, inside) == N_LAYERS + 1
    assert layers_for(model, inside, gpu(room_for(model, 2))) == 2
    assert layers_for(model, gpu(room_for(model, 2)), inside, devices=("Vulkan0",)) == N_LAYERS + 1


def test_a_card_that_does_not_say_what_is_free_is_left_to_llama_cpp(model):
    assert layers_for(model, gpu(0)) is None
    assert layers_for(model, gpu(1 << 40), gpu(0, "CUDA1")) is None


def test_layers_that_were_asked_for_are_kept(model):
    assert layers_for(model, gpu(1 << 40), n_gpu_layers=0) == 0
    assert layers_for(model, gpu(1), n_gpu_layers=3) == 3


def test_layers_on_cards_that_do_not_say_what_is_free_are_counted_all_the_same(model):
    found = estimate(model, plan(model, n_ctx=2048, n_gpu_layers=3), (PLENTY, gpu(0), gpu(0, "CUDA1")))
    assert found.needs[1].weights == found.needs[2].weights > 0
    assert found.part("kv") == sum(kv_bytes_by_layer(model, 2048, KvType.F16))


def test_what_goes_to_the_card_need_not_be_free_in_main_memory(model):
    wanted, little = plan(model, n_ctx=2048, kv_type=KvType.F16), cpu(350 * MIB)
    with pytest.raises(ModelTooLarge):
        plan_for(model, wanted, (little,))
    assert plan_for(model, wanted, (little, gpu(1 << 40))).plan.n_gpu_layers == N_LAYERS + 1


def test_input_embeddings_stay_in_main_memory(model):
    """llama.cpp looks tokens up on the CPU (llama-model.cpp); a tied output is a second copy on the card."""
    found = estimate(model, plan(model, n_ctx=2048, n_gpu_layers=N_LAYERS + 1), (PLENTY, gpu(1 << 40)))
    assert found.needs[0].weights == OUTSIDE_BYTES


# Experts


EXPERT_BYTES = 80 * MIB  # of each layer's 100


@pytest.fixture(scope="module")
def mixture(model) -> ModelInfo:
    return replace(model, n_experts=8, n_experts_used=2, expert_bytes=(EXPERT_BYTES,) * N_LAYERS)


def test_the_header_says_what_the_experts_of_each_layer_take(tmp_path):
    info = check_model_file(write_tiny_gguf(tmp_path / "mixture.gguf", n_layers=2, n_experts=3))
    assert info.expert_bytes == (3 * 3 * N_EMBD * N_FF * 4,) * 2
    assert all(experts < whole for experts, whole in zip(info.expert_bytes, info.layer_bytes, strict=True))


def test_a_model_without_experts_has_none_to_leave_behind(tiny):
    assert tiny.expert_bytes == (0,) * N_LAYERS
    wanted = plan(tiny, n_ctx=2048, n_gpu_layers=3)
    assert estimate(tiny, replace(wanted, moe_on_cpu=True), (PLENTY, gpu(1 << 40))) == estimate(
        tiny, wanted, (PLENTY, gpu(1 << 40))
    )


def test_experts_that_stay_in_main_memory_are_counted_there(mixture):
    on_card, left = (
        estimate(mixture, plan(mixture, n_ctx=2048, n_gpu_layers=N_LAYERS + 1, moe_on_cpu=flag), (PLENTY, gpu(1 << 40)))
        for flag in (False, True)
    )
    moved = N_LAYERS * EXPERT_BYTES
    assert [need.weights for need in left.needs] == [on_card.needs[0].weights + moved, on_card.needs[1].weights - moved]
    assert left.needs[1].kv == on_card.needs[1].kv
    assert left.total_bytes == on_card.total_bytes


@pytest.mark.parametrize("n", range(1, N_LAYERS + 2))
def test_without_the_experts_more_layers_fit_a_small_card(mixture, n):
    room = room_for(mixture, n) - (n - 1) * EXPERT_BYTES
    assert layers_for(mixture, gpu(room), moe_on_cpu=True) == n
    assert layers_for(mixture, gpu(room - 1), moe_on_cpu=True) == n - 1
    assert layers_for(mixture, gpu(room)) <= n


# Adapters

ADAPTER_BYTES = 40 * MIB


def test_adapters_take_main_memory_where_no_layer_is_elsewhere(model):
    plain, laid_over = (
        estimate(model, plan(model, n_ctx=2048, adapter_bytes=n), (cpu(1 << 40, "AVX2"),)) for n in (0, ADAPTER_BYTES)
    )
    assert laid_over.main_bytes == plain.main_bytes + ADAPTER_BYTES
    assert laid_over.part("copies") == plain.part("copies")


def test_adapters_lie_where_the_layers_are_that_they_change(model):
    for n_on_gpu, share in ((0, 0), (1, 0), (3, 0.5), (N_LAYERS + 1, 1)):
        plain, laid_over = (
            estimate(model, plan(model, n_ctx=2048, n_gpu_layers=n_on_gpu, adapter_bytes=n), (PLENTY, gpu(1 << 40)))
            for n in (0, ADAPTER_BYTES)
        )
        added = [after.weights - before.weights for before, after in zip(plain.needs, laid_over.needs, strict=True)]
        assert sum(added) == ADAPTER_BYTES
        assert added[0] == (1 - share) * ADAPTER_BYTES


def test_adapters_leave_less_room_for_layers(model):
    room = room_for(model, 3)
    assert layers_for(model, gpu(room)) == 3
    assert layers_for(model, gpu(room), adapter_bytes=ADAPTER_BYTES) == 2
    assert layers_for(model, gpu(room + 2 * ADAPTER_BYTES // N_LAYERS), adapter_bytes=ADAPTER_BYTES) == 3


def test_what_adapters_take_may_make_the_context_smaller(model):
    free = round(needed(model, 4096, KvType.F16) * MARGIN) + 1
    assert plan_for(model, plan(model, adapter_bytes=ADAPTER_BYTES), (cpu(free),)).notes


# Buffers


def test_smaller_pieces_of_a_prompt_take_smaller_buffers(model):
    computes = [
        estimate(model, plan(model, n_ctx=2048, n_ubatch=n), (PLENTY,)).part("compute") for n in (64, FULL_UBATCH)
    ]
    assert computes[1] == pytest.approx(8 * computes[0], rel=0.001)


def test_the_parts_add_up(model):
    found: FitEstimate = estimate(model, plan(model, n_gpu_layers=2), (cpu(1 << 40, "AVX2"), gpu(1 << 40)))
    parts = ("weights", "copies", "kv", "compute", "other")
    assert sum(found.part(name) for name in parts) == found.total_bytes
    assert found.needs[0].total == found.main_bytes + found.reclaimable_bytes


def test_without_flash_attention_every_token_looks_at_every_other_one_in_memory(model):
    """35.9 MB were measured on SmolLM2 135M (9 heads) at 2,048 tokens, 13.5 MB on Gemma 3 270M (4 heads)."""
    wanted = plan(model, n_ctx=2048, kv_type=KvType.F16)
    with_it, without = (
        estimate(model, replace(wanted, flash_attention=each)).part("compute") for each in (True, False)
    )
    assert without - with_it == 4 * 512 * 2048 * model.n_heads
    packed = replace(wanted, flash_attention=False, kv_type=KvType.Q8_0)
    assert estimate(model, packed).part("compute") == with_it, "it stays on"
