# SPDX-License-Identifier: Apache-2.0
"""Whether a model is for this machine: what it takes of memory at a context length, and how fast it would be. Pure and quick,
for a slider: nothing is read, devices with the memory that is free now are given."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from leeward.domain.machine_profile import MachineProfile
from leeward.domain.model_info import Device, FileKind, KvType, LoadPlan, ModelInfo, TensorShare
from leeward.i18n import mark, tr
from leeward.library.fit import CTX_STEP, MARGIN, SMALLEST_N_CTX, Fit, fit_of, longest_n_ctx, usual_n_ctx
from leeward.library.in_words import duration_text, size_text, words_rate_text
from leeward.library.machine_profile import expected_speed

WORDS_PER_TOKEN = 0.75
"""Of English prose (https://help.openai.com/en/articles/4936856). Other languages take more tokens a word, code takes other
ones; tokenizers with a large vocabulary take fewer."""

USUAL_PROMPT_TOKENS = 400

SLOW_WORDS_PER_SECOND, SLOW_FIRST_WORD_S = 1.5, 60.0
"""What is slower or later counts as slow. Chosen, not measured: people speak two to three words a second."""


class VerdictKind(enum.StrEnum):
    FITS = mark("fits")
    LESS_CONTEXT = mark("fits with less context")
    SLOW = mark("slow")
    TOO_LARGE = mark("too large")


@dataclass(frozen=True, slots=True)
class Promise:
    """How fast a model will be, by what was measured of other ones.

    Attributes:
        prompt_tokens: Length of the prompt that it is about.
        first_word_s: From sending it, with the model loaded and nothing of the prompt in its cache.
        is_cautious: Models of one size were measured only: it will rather be faster.
    """

    prompt_tokens: int
    first_word_s: float
    words_per_second: float
    is_cautious: bool

    @property
    def is_slow(self) -> bool:
        return self.words_per_second < SLOW_WORDS_PER_SECOND or self.first_word_s > SLOW_FIRST_WORD_S


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be said of a model before it is loaded, or even there. Bytes of all devices unless said otherwise.

    Attributes:
        n_ctx, kv_type: What it is about.
        max_n_ctx: The longest context that fits, at most what the model can see (`fit.longest_n_ctx`); 0 when none does.
        compute_bytes: Buffers for what is computed between the layers.
        other_bytes: Copies of weights in another order, vocabulary, the program.
        needed_bytes: Of main memory, with a margin for other programs; compared with `free_bytes`.
        n_gpu_layers: How many go to the GPUs, the output counting as one.
        promise: None where nothing was measured that would tell.
    """

    kind: VerdictKind
    n_ctx: int
    kv_type: KvType
    max_n_ctx: int
    weights_bytes: int
    kv_bytes: int
    compute_bytes: int
    other_bytes: int
    needed_bytes: int
    free_bytes: int
    n_gpu_layers: int
    promise: Promise | None

    @property
    def memory_sentence(self) -> str:
        """Say whether it fits, in one sentence."""
        needs = tr(
            "{size} of free memory at {n:,} tokens of context",
            size=size_text(self.needed_bytes),
            n=self.n_ctx,
        )
        size = size_text(self.free_bytes)
        free = tr("{size} is free now", size=size) if self.free_bytes < 1e9 else tr("{size} are free now", size=size)
        if self.kind is VerdictKind.TOO_LARGE:
            return tr(
                "It is too large for this machine: it needs {needs} and does not fit with less, and {free}.",
                needs=needs,
                free=free,
            )
        if self.kind is VerdictKind.LESS_CONTEXT:
            return tr(
                "It fits with up to {n:,} tokens of context: it needs {needs}, and {free}.",
                n=self.max_n_ctx,
                needs=needs,
                free=free,
            )
        return tr("It fits: it needs {needs}, and {free}.", needs=needs, free=free)

    @property
    def parts_sentence(self) -> str:
        """Say what the memory is for."""
        rest = self.compute_bytes + self.other_bytes
        return tr(
            "Weights take {weights_bytes}, keys and values {kv_bytes} ({kv_type}), computing and the rest {rest}.",
            weights_bytes=size_text(self.weights_bytes),
            kv_bytes=size_text(self.kv_bytes),
            kv_type=self.kv_type,
            rest=size_text(rest),
        )

    @property
    def speed_sentence(self) -> str:
        """Say how fast it will be; nothing is made up where nothing was measured."""
        promise = self.promise
        if promise is None:
            return tr("How fast it will be is not known: nothing like it was measured on this machine.")
        facts: dict[str, object] = {
            "n": promise.prompt_tokens * WORDS_PER_TOKEN,
            "time": duration_text(promise.first_word_s),
            "speed": words_rate_text(promise.words_per_second),
        }
        if promise.is_cautious:
            text = tr(
                "To a prompt of {n:.0f} words, the first word comes within about {time}, then at least {speed}.",
                **facts,
            )
        else:
            text = tr(
                "To a prompt of {n:.0f} words, the first word comes in about {time}, then about {speed}.", **facts
            )
        return tr("It is slow here. {sentence}", sentence=text) if promise.is_slow else text


@dataclass(frozen=True, slots=True)
class ListedModel:
    """What a list must tell of a model for a verdict before its header is read. Everything is needed.

    Attributes:
        n_params_used: Of a mixture of experts, those that one token uses; else all.
    """

    file_name: str
    file_bytes: int
    n_params: int
    n_params_used: int
    n_layers: int
    n_ctx_train: int
    n_embd: int
    n_ff: int
    n_heads: int
    n_kv_heads: int
    head_dim: int
    n_vocab: int

    def info(self) -> ModelInfo:
        """Return these facts as if a header had told them; what it would tell beyond is empty.

        All of the file counts as weights, evenly over the layers but for the embeddings.
        """
        outside = self.n_vocab * self.n_embd
        per_layer = round(self.file_bytes * max(0, self.n_params - outside) / self.n_params / self.n_layers)
        return ModelInfo(
            path=Path(self.file_name),
            kind=FileKind.MODEL,
            architecture="",
            name="",
            size_label="",
            license="",
            file_bytes=self.file_bytes,
            n_files=1,
            n_params=self.n_params,
            mix=(TensorShare("", 0, self.file_bytes),),
            n_layers=self.n_layers,
            n_ctx_train=self.n_ctx_train,
            n_embd=self.n_embd,
            n_heads=self.n_heads,
            kv_heads=(self.n_kv_heads,) * self.n_layers,
            head_dim_k=self.head_dim,
            head_dim_v=self.head_dim,
            n_swa=0,
            swa_layers=(),
            n_experts=0,
            n_experts_used=0,
            n_ff=self.n_ff,
            layer_bytes=(per_layer,) * self.n_layers,
            n_vocab=self.n_vocab,
            n_merges=0,
            tokenizer="",
            pre_tokenizer="",
            special_tokens=(),
            chat_template="",
            problems=(),
            token_bytes=round(self.file_bytes * self.n_params_used / self.n_params),
            token_params=max(1, self.n_params_used - outside),
        )


def verdict(
    info: ModelInfo,
    wanted: LoadPlan,
    devices: Sequence[Device],
    profile: MachineProfile | None,
    *,
    prompt_tokens: int = USUAL_PROMPT_TOKENS,
) -> Verdict:
    """Return what is to be said of a model that is loaded as it is wanted.

    Args:
        info: From the file's header, here or remote, or `ListedModel.info()`.
        wanted: A context length or a type of keys and values that it leaves open is what Leeward chooses with enough memory.
        devices: With what is free now, and with what comes free when a loaded model goes.
        profile: Of this machine, and not stale; None promises nothing.
        prompt_tokens: Length of the prompt that is promised for.
    """
    n_ctx, kv_type = wanted.n_ctx or usual_n_ctx(info), wanted.kv_type or KvType.F16
    plan = replace(wanted, n_ctx=n_ctx, kv_type=kv_type)
    free_bytes = next((device.free_bytes for device in devices if device.kind == "CPU"), 0)
    fit = fit_of(info, plan, devices)
    max_n_ctx = _max_n_ctx(info, plan, devices, free_bytes)
    is_fitting = _needed_bytes(fit) <= free_bytes
    max_n_ctx = max_n_ctx or (n_ctx if is_fitting else 0)  # shorter than anybody would choose
    is_place_known = fit.plan.n_gpu_layers is not None or not any(each.kind in ("GPU", "iGPU") for each in devices)
    promise = _promise(fit, info, profile, prompt_tokens) if max_n_ctx and is_place_known else None
    if is_fitting:
        kind = VerdictKind.SLOW if promise is not None and promise.is_slow else VerdictKind.FITS
    else:
        kind = VerdictKind.LESS_CONTEXT if max_n_ctx else VerdictKind.TOO_LARGE
    estimate = fit.estimate
    return Verdict(
        kind=kind,
        n_ctx=n_ctx,
        kv_type=kv_type,
        max_n_ctx=max_n_ctx,
        weights_bytes=estimate.part("weights"),
        kv_bytes=estimate.part("kv"),
        compute_bytes=estimate.part("compute"),
        other_bytes=estimate.part("copies") + estimate.part("other"),
        needed_bytes=_needed_bytes(fit),
        free_bytes=free_bytes,
        n_gpu_layers=_n_gpu_layers(fit, info),
        promise=promise,
    )


def _needed_bytes(fit: Fit) -> int:
    return round(fit.estimate.main_bytes * MARGIN)


def _max_n_ctx(info: ModelInfo, plan: LoadPlan, devices: Sequence[Device], free_bytes: int) -> int:
    """Return the longest context that fits: what the model can see, else a multiple of what llama.cpp rounds to."""

    def needed(n_ctx: int) -> int:
        return _needed_bytes(fit_of(info, replace(plan, n_ctx=n_ctx), devices))

    top = longest_n_ctx(info, plan) or max(plan.n_ctx or 0, usual_n_ctx(info))
    most = needed(top)
    if most <= free_bytes:
        return top
    low, high = 1, max(2, -(-top // CTX_STEP))  # in steps; the higher one does not fit
    least = needed(low * CTX_STEP)
    if least > free_bytes:
        return 0
    # Without a GPU the need grows evenly, and the first guess is right: the second one shows it.
    guesses = [(free_bytes - least) * (high - low) // max(1, most - least) + low]
    guesses.append(guesses[0] + 1)
    while high - low > 1:
        guess = guesses.pop(0) if guesses else 0
        middle = guess if low < guess < high else (low + high) // 2
        low, high = (middle, high) if needed(middle * CTX_STEP) <= free_bytes else (low, middle)
    return low * CTX_STEP if low * CTX_STEP >= SMALLEST_N_CTX else 0


def _n_gpu_layers(fit: Fit, info: ModelInfo) -> int:
    has_gpu = len(fit.estimate.needs) > 1
    return min(fit.plan.n_gpu_layers or 0, info.n_layers + 1) if has_gpu else 0


def _promise(fit: Fit, info: ModelInfo, profile: MachineProfile | None, prompt_tokens: int) -> Promise | None:
    n_on_gpu = _n_gpu_layers(fit, info)
    has_experts_here = fit.plan.moe_on_cpu and any(info.expert_bytes)
    is_split = 0 < n_on_gpu <= info.n_layers or (n_on_gpu > 0 and has_experts_here)  # partly here, partly there
    if profile is None or is_split:
        return None
    kv_type = fit.plan.kv_type or KvType.F16
    speed = expected_speed(profile, info, prompt_tokens, kv_type, is_on_gpu=n_on_gpu > 0)
    if speed is None:
        return None
    words_per_second = speed.tokens_per_second * WORDS_PER_TOKEN
    return Promise(prompt_tokens, speed.prompt_s + 1 / words_per_second, words_per_second, speed.is_cautious)
