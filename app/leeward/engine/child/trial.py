# SPDX-License-Identifier: Apache-2.0
"""How fast the loaded model computes in one way or another: in a small context of its own, so that the chat's KV cache is never
touched. Adapters are left out: they cost the same in every way."""

import time
from collections.abc import Sequence
from pathlib import Path

import llama_cpp

from leeward.domain.errors import ModelTooLarge, ModelUnsuited
from leeward.domain.queries import MeasureSpeed, SpeedMeasured
from leeward.engine.child.llama import FLASH_ATTENTION_OFF, FLASH_ATTENTION_ON, KV_TYPES, N_BATCH, Llama
from leeward.engine.machine import ROOT, memory

_TEXT = "The harbour lies at the end of a long bay where the wind comes from the west in winter, and 27 ships wait. "
_SPARE_BYTES = 128 << 20
"""What is left free for everything else; nobody measured it."""


def measured_speed(llama: Llama, query: MeasureSpeed, root: Path = ROOT) -> SpeedMeasured:
    """Return how fast the model was. Blocking; stops at `Llama.abort`.

    Raises:
        ModelUnsuited: It does not write.
        ModelTooLarge: There is no room for the context; nothing was made.
        DecodeAborted, DecodeFailed
    """
    if not llama.can_generate:
        raise ModelUnsuited("it turns texts into vectors or scores and cannot write")
    words = llama.tokenize(_TEXT, parse_special=False)
    if not words:
        raise ModelUnsuited("its tokenizer makes nothing of a text")
    needed_bytes, available_bytes = _needed_bytes(llama, query), memory(root).available
    if needed_bytes + _SPARE_BYTES > available_bytes:
        raise ModelTooLarge(llama.info.path, needed_bytes, available_bytes)
    n_tokens = query.n_prompt + query.n_decode
    tokens = (words * (n_tokens // len(words) + 1))[:n_tokens]
    context = _new_context(llama, query)
    try:
        llama_cpp.llama_set_n_threads(context, query.n_threads, query.n_threads)
        _run(context, tokens[: query.n_prompt + 1], query.n_prompt)  # meets memory that was never touched
        prompt_s, decode_s = _run(context, tokens, query.n_prompt)
    finally:
        llama_cpp.llama_free(context)
    return SpeedMeasured(query.n_prompt / max(prompt_s, 1e-6), query.n_decode / max(decode_s, 1e-6))


def _new_context(llama: Llama, query: MeasureSpeed) -> "llama_cpp.llama_context_p":
    params = llama_cpp.llama_context_default_params()
    params.n_ctx = query.n_prompt + query.n_decode
    params.n_batch = max(N_BATCH, query.n_ubatch)
    params.n_ubatch = query.n_ubatch
    params.type_k = params.type_v = KV_TYPES[query.kv_type]
    params.flash_attn_type = FLASH_ATTENTION_ON if query.flash_attention else FLASH_ATTENTION_OFF
    params.swa_full = True
    params.no_perf = True
    params.abort_callback = llama.abort.callback
    params.abort_callback_data = llama.abort.data
    context: llama_cpp.llama_context_p = llama_cpp.llama_init_from_model(llama.native_model, params)
    if not context:
        raise ModelTooLarge(llama.info.path)
    return context


def _run(context: "llama_cpp.llama_context_p", tokens: Sequence[int], n_prompt: int) -> tuple[float, float]:
    """Return the seconds of reading the prompt, and of the tokens behind it."""
    llama_cpp.llama_memory_clear(llama_cpp.llama_get_memory(context), False)
    n_batch = llama_cpp.llama_n_batch(context)
    began = time.perf_counter()
    for start in range(0, n_prompt, n_batch):
        _decode(context, tokens[start : min(start + n_batch, n_prompt)])
    read = time.perf_counter()
    for token in tokens[n_prompt:]:
        _decode(context, [token])
    return read - began, time.perf_counter() - read


def _decode(context: "llama_cpp.llama_context_p", tokens: Sequence[int]) -> None:
    array = (llama_cpp.llama_token * len(tokens))(*tokens)
    Llama.check(llama_cpp.llama_decode(context, llama_cpp.llama_batch_get_one(array, len(tokens))))
    # A GPU may still be at it.
    llama_cpp.llama_synchronize(context)


def _needed_bytes(llama: Llama, query: MeasureSpeed) -> int:
    """Return what the context takes, rather too much: keys and values, logits of a batch, and what a layer computes."""
    model = llama.native_model
    n_layers, n_heads = llama_cpp.llama_model_n_layer(model), llama_cpp.llama_model_n_head(model)
    n_embd, n_ctx = llama_cpp.llama_model_n_embd(model), query.n_prompt + query.n_decode + 256
    kv_bytes = 2 * n_layers * n_ctx * n_embd * query.kv_type.bytes_per_value
    attention_bytes = 0 if query.flash_attention else 4 * n_heads * n_ctx * query.n_ubatch
    return int(kv_bytes + attention_bytes + 4 * query.n_ubatch * (llama.n_vocab + 16 * n_embd))
