# SPDX-License-Identifier: Apache-2.0
"""What a model will take of memory, and how to load it so that it fits. Pure: devices and free memory are given.

The parts are those of llama.cpp (llama-kv-cache.cpp, ggml-cpu/repack.cpp). What it does not store in closed form was fitted to
SmolLM2 135M and Gemma 3 270M at 2,048, 4,096 and 8,192 tokens, f16 and q8_0, on x86-64 (tests/integration/test_fit_real.py
compares): the buffers for computing, the vocabulary, and what the program itself grows by.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from leeward.domain.errors import ModelTooLarge
from leeward.domain.memory import FitEstimate, MemoryNeed
from leeward.domain.model_info import Device, KvType, LoadPlan, ModelInfo
from leeward.i18n import tr

DEFAULT_N_CTX = 4096
SMALLEST_N_CTX = 512
CTX_STEP = 256  # llama.cpp rounds the context up to it
FULL_UBATCH = 512
MARGIN = 1.15
"""What must be free for each byte that is needed: other programs go on, and an estimate is one."""
READ_ROOM = 2
"""So many times what is needed must be free for the file to be read instead of mapped: what was read cannot be dropped when others
want memory."""

_MIB = 1024**2
_BYTES_PER_VOCABULARY_ENTRY = 168  # of tokens and merges, in llama.cpp's maps
_PROGRAM_BYTES = 10 * _MIB  # templates, sampling, threads and their stacks, pages of the libraries that are touched
_BYTES_PER_TOKEN_DRAWN = 12 + 4 + 1  # a candidate, its logit and its mark, per token of the vocabulary
_COMPUTE_FACTOR = 2.5  # rows of activations that live at once, in widths of embedding and feed-forward together
_GPU_SPARE_BYTES = 300 * _MIB  # drivers and screens

_REPACKED_X86 = frozenset({"Q4_0", "Q4_K", "IQ4_NL"})
_REPACKED_ARM = frozenset({"Q4_0", "Q4_K", "Q5_K", "Q6_K", "Q8_0", "IQ4_NL"})


@dataclass(frozen=True, slots=True)
class Fit:
    """How to load a model. `notes`: what was chosen smaller than usual, as sentences."""

    plan: LoadPlan
    estimate: FitEstimate
    notes: tuple[str, ...] = ()


def plan_for(info: ModelInfo, wanted: LoadPlan, devices: Sequence[Device], own_bytes: int = 0) -> Fit:
    """Return the plan with everything decided that `wanted` leaves open.

    What the user asked for is kept. What is open is chosen smaller until it fits: first the context, then the type of keys and
    values.

    Args:
        devices: With the memory that is free now; without any nothing is compared, nor where other machines lend theirs.
        own_bytes: Main memory that is freed by loading, because another model goes.

    Raises:
        ModelTooLarge: It does not fit as it is wanted, or not even at its smallest. Not for a plan that is forced.
    """
    main = _main_memory(devices)
    free_bytes = (main.free_bytes if main else 0) + own_bytes
    first: Fit | None = None
    for n_ctx, kv_type in _choices(info, wanted):
        fit = fit_of(info, replace(wanted, n_ctx=n_ctx, kv_type=kv_type), devices, own_bytes)
        first = first or fit
        if not devices or wanted.rpc_servers or fit.estimate.main_bytes * MARGIN <= free_bytes:
            return replace(fit, notes=_notes(first.plan, fit.plan))
    assert first is not None  # noqa: S101  there is always one choice
    if wanted.is_forced:
        return first
    raise ModelTooLarge(wanted.path, needed_bytes=round(first.estimate.main_bytes * MARGIN), available_bytes=free_bytes)


def fit_of(info: ModelInfo, plan: LoadPlan, devices: Sequence[Device], own_bytes: int = 0) -> Fit:
    """Return what a plan takes whose context and type of keys and values are decided, with the layers that go to GPUs and whether
    the file is mapped. `own_bytes`: as `plan_for` has it."""
    plan = replace(plan, n_gpu_layers=_gpu_layers(info, plan, devices))
    plan = replace(plan, use_mmap=_is_mapped(info, plan, devices, own_bytes))
    planned = estimate(info, plan, devices)
    return Fit(replace(plan, planned_bytes=planned.total_bytes), planned)


def estimate(info: ModelInfo, plan: LoadPlan, devices: Sequence[Device] = ()) -> FitEstimate:
    """Return what a plan takes, whose context, type of keys and values and GPU layers are decided."""
    gpus = _gpus(devices, plan)
    n_ctx, n_ubatch = plan.n_ctx or usual_n_ctx(info), _n_ubatch(plan)
    kv = kv_bytes_by_layer(info, n_ctx, plan.kv_type or KvType.F16)
    n_on_gpu = min(plan.n_gpu_layers or 0, info.n_layers + 1) if gpus else 0
    # llama.cpp counts from the end: the output first, then the last layer, ...
    first_on_gpu = info.n_layers + 1 - n_on_gpu
    on_gpu_layers = sum(_movable_bytes(info, plan)[first_on_gpu:])
    on_gpu_weights = on_gpu_layers + (_outside_bytes(info) if n_on_gpu else 0)
    on_gpu_adapters = round(plan.adapter_bytes * max(0, n_on_gpu - 1) / max(1, info.n_layers))
    on_gpu_kv = sum(kv[first_on_gpu:])
    on_cpu_weights = info.weight_bytes - on_gpu_layers
    # What is not mapped is brought into the other order while it is read.
    is_copied = plan.use_mmap is not False
    copies = round(_repacked_bytes(info, devices) * on_cpu_weights / max(1, info.weight_bytes)) if is_copied else 0
    main = MemoryNeed(
        device="CPU",
        weights=on_cpu_weights + plan.adapter_bytes - on_gpu_adapters + (0 if n_on_gpu else plan.draft_bytes),
        copies=copies,
        kv=sum(kv) - on_gpu_kv,
        compute=_cpu_compute_bytes(info, plan, n_ubatch, n_ctx),
        other=_other_bytes(info),
    )
    needs = [main]
    total_free = sum(gpu.free_bytes for gpu in gpus)
    for gpu in gpus if n_on_gpu else ():
        # llama.cpp splits layers by free memory
        share = gpu.free_bytes / total_free if total_free else 1 / len(gpus)
        needs.append(
            MemoryNeed(
                device=gpu.name,
                weights=round((on_gpu_weights + on_gpu_adapters + plan.draft_bytes) * share),
                kv=round(on_gpu_kv * share),
                compute=_gpu_compute_bytes(info, plan, n_ubatch, n_ctx),
            )
        )
    return FitEstimate(tuple(needs), reclaimable_bytes=copies)


def kv_bytes_by_layer(info: ModelInfo, n_ctx: int, kv_type: KvType) -> tuple[int, ...]:
    """Return the size of every layer's keys and values.

    2 * n_ctx * n_kv_heads * head_dim values in a layer with attention: grouped-query models store n_kv_heads, a recurrent
    layer has none. Layers with a sliding window are kept whole, as they are loaded (swa_full).
    """
    n_cells = n_ctx + -n_ctx % CTX_STEP
    width = info.head_dim_k + info.head_dim_v
    return tuple(round(n_cells * heads * width * kv_type.bytes_per_value) for heads in info.kv_heads)


def _choices(info: ModelInfo, wanted: LoadPlan) -> list[tuple[int, KvType]]:
    """Return contexts and types from the usual to the smallest."""
    usual = usual_n_ctx(info)
    contexts = [wanted.n_ctx] if wanted.n_ctx else [usual, *(n for n in (2048, 1024, SMALLEST_N_CTX) if n < usual)]
    types = (
        [wanted.kv_type]
        if wanted.kv_type
        else [KvType.F16, *([KvType.Q8_0] if wanted.flash_attention is not False else [])]
    )
    in_f16 = [(n, types[0]) for n in contexts if n >= 2048 or n == contexts[0]]
    smaller = [(n, kv_type) for n in contexts for kv_type in types]
    return [*in_f16, *sorted((each for each in smaller if each not in in_f16), key=lambda each: -each[0])]


def usual_n_ctx(info: ModelInfo) -> int:
    """Return the context length that is chosen where memory is plenty and nobody asked for another."""
    return min(DEFAULT_N_CTX, info.n_ctx_train or DEFAULT_N_CTX)


def longest_n_ctx(info: ModelInfo, plan: LoadPlan) -> int:
    """Return how far the model can see: what it was trained for, or more where positions are stretched; 0 when unknown."""
    scale = plan.rope_freq_scale or 1.0
    return info.n_ctx_train if plan.rope_scaling == "none" else round(info.n_ctx_train / min(1.0, scale))


def _notes(usual: LoadPlan, plan: LoadPlan) -> tuple[str, ...]:
    notes = []
    if plan.n_ctx != usual.n_ctx:
        notes.append(
            tr(
                "The context length is {n:,} tokens instead of {n_ctx:,}, because memory is short.",
                n=plan.n_ctx,
                n_ctx=usual.n_ctx,
            )
        )
    if plan.kv_type != usual.kv_type:
        notes.append(
            tr("Keys and values are stored smaller (q8_0), because memory is short: long prompts are read slower.")
        )
    return tuple(notes)


def _gpus(devices: Sequence[Device], plan: LoadPlan) -> list[Device]:
    """Return the devices beside the CPU that llama.cpp takes for this plan: with no wish one inside the processor only if
    there is no other."""
    found = [device for device in devices if device.kind in ("GPU", "iGPU")]
    if plan.devices:
        return [device for device in found if device.name in plan.devices]
    return [device for device in found if device.kind == "GPU"] or found[:1]


def _is_mapped(info: ModelInfo, plan: LoadPlan, devices: Sequence[Device], own_bytes: int) -> bool | None:
    """Return whether to map the file; None where nothing is known of the memory. Read, weights can lie in large pages."""
    main = _main_memory(devices)
    if plan.use_mmap is not None or main is None:
        return plan.use_mmap
    is_on_gpu = plan.n_gpu_layers != 0 and bool(_gpus(devices, plan))
    if is_on_gpu or not main.has_large_pages:
        return True
    needed_bytes = estimate(info, replace(plan, use_mmap=False), devices).main_bytes
    return READ_ROOM * needed_bytes * MARGIN > main.free_bytes + own_bytes


def _main_memory(devices: Sequence[Device]) -> Device | None:
    return next((device for device in devices if device.kind == "CPU"), None)


def _gpu_layers(info: ModelInfo, plan: LoadPlan, devices: Sequence[Device]) -> int | None:
    """Return how many layers the GPUs have room for; None where no device tells what is free."""
    gpus = _gpus(devices, plan)
    if plan.n_gpu_layers is not None or not gpus or not all(gpu.free_bytes for gpu in gpus):
        return plan.n_gpu_layers
    n_ctx, n_ubatch = plan.n_ctx or usual_n_ctx(info), _n_ubatch(plan)
    room = sum(gpu.free_bytes - _GPU_SPARE_BYTES - _gpu_compute_bytes(info, plan, n_ubatch, n_ctx) for gpu in gpus)
    room -= plan.draft_bytes  # it goes where its guesses are quick
    kv = kv_bytes_by_layer(info, n_ctx, plan.kv_type or KvType.F16)
    adapters = plan.adapter_bytes // max(1, info.n_layers)  # which lie where the layers are that they change
    sizes = [_outside_bytes(info)]
    sizes += [
        weights + adapters + cache
        for weights, cache in zip(reversed(_movable_bytes(info, plan)), reversed(kv), strict=False)
    ]
    n_layers = 0
    for size in sizes:
        room -= size
        if room < 0:
            return n_layers
        n_layers += 1
    return n_layers


def _movable_bytes(info: ModelInfo, plan: LoadPlan) -> tuple[int, ...]:
    """Return what goes to a GPU with each layer."""
    if not plan.moe_on_cpu or not info.expert_bytes:
        return info.layer_bytes
    return tuple(whole - experts for whole, experts in zip(info.layer_bytes, info.expert_bytes, strict=True))


def _outside_bytes(info: ModelInfo) -> int:
    """Return what stands outside the layers: input embeddings, which stay in main memory, and the output, which the first
    layer on a GPU is. Of a tied model both are the same tensor, and a GPU gets a copy; the header does not say, so it is
    counted on both sides."""
    return info.weight_bytes - sum(info.layer_bytes)


def _repacked_bytes(info: ModelInfo, devices: Sequence[Device]) -> int:
    """Return the weights that ggml's CPU kernels copy into an order of their own."""
    features = {name.partition("=")[0] for device in devices if device.kind == "CPU" for name in device.features}
    if "AVX2" in features:
        types = _REPACKED_X86 | ({"Q2_K"} if "AVX512" in features else set())
    elif features & {"DOTPROD", "MATMUL_INT8"}:
        types = _REPACKED_ARM
    else:
        return 0
    return sum(share.n_bytes for share in info.mix if share.type_name in types)


def _n_ubatch(plan: LoadPlan) -> int:
    return min(plan.n_ubatch or FULL_UBATCH, plan.n_batch or FULL_UBATCH)


def _cpu_compute_bytes(info: ModelInfo, plan: LoadPlan, n_ubatch: int, n_ctx: int) -> int:
    """Return what is touched of the buffers while a prompt is read: activations in f32, the mask in f16, and without flash
    attention how every token looks at every other one, in f32."""
    activations = _COMPUTE_FACTOR * 4 * n_ubatch * (info.n_embd + info.n_ff)
    scores = 0 if plan.uses_flash_attention else 4 * n_ubatch * n_ctx * info.n_heads
    return round(activations + 2 * n_ubatch * n_ctx + scores)


def _gpu_compute_bytes(info: ModelInfo, plan: LoadPlan, n_ubatch: int, n_ctx: int) -> int:
    """Return what llama.cpp reserves on a GPU: room for the logits of every token of a batch, too."""
    return 4 * n_ubatch * info.n_vocab + _cpu_compute_bytes(info, plan, n_ubatch, n_ctx)


def _other_bytes(info: ModelInfo) -> int:
    vocabulary = _BYTES_PER_VOCABULARY_ENTRY * (info.n_vocab + info.n_merges)
    return _PROGRAM_BYTES + vocabulary + _BYTES_PER_TOKEN_DRAWN * info.n_vocab
