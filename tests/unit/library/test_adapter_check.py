# SPDX-License-Identifier: Apache-2.0
"""Every adapter that llama.cpp would refuse, or end the process at, is refused before with a reason."""

import math
import os
from dataclasses import replace

import pytest

from helpers import gguf_cases
from helpers.gguf_cases import F32, I32, STRING, U32, Gguf, Tensor, array, good, scalar
from helpers.tiny_adapter import WEIGHTS, write_tiny_adapter
from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.errors import AdapterUnfit
from leeward.domain.generation import Adapter
from leeward.domain.model_info import AdapterInfo, LoadPlan
from leeward.error_text import describe
from leeward.library.adapter_check import Base, check_adapter, check_adapters, read_adapter, with_checked_adapters
from leeward.library.model_check import model_headers

Q, K, GATE = "blk.0.attn_q.weight", "blk.0.attn_k.weight", "blk.0.ffn_gate.weight"
N_TOKENS = len(gguf_cases.TOKENS)


def lora(**halves: tuple[int, ...]) -> Gguf:
    """An adapter for the model of `good`: A and B of each tensor that is named (dots as double underscores)."""
    halves = halves or {f"{Q}.lora_a": (32, 4), f"{Q}.lora_b": (4, 32), f"{K}.lora_a": (32, 2), f"{K}.lora_b": (2, 16)}
    keys = [
        ("general.architecture", scalar(STRING, "llama")),
        ("general.type", scalar(STRING, "adapter")),
        ("adapter.type", scalar(STRING, "lora")),
        ("adapter.lora.alpha", scalar(F32, 8.0)),
    ]
    return Gguf(keys, [(name, Tensor(shape)) for name, shape in halves.items()])


def change(name: str, a: tuple[int, ...], b: tuple[int, ...]) -> Gguf:
    return lora(**{f"{name}.lora_a": a, f"{name}.lora_b": b})


def experts(n: int) -> Gguf:
    """The model with one tensor of three dimensions."""
    made = good()
    return replace(made, tensors=[*made.tensors, ("blk.0.ffn_up_exps.weight", Tensor((32, 64, n)))])


@pytest.fixture
def check(tmp_path):
    def check(made: Gguf, model: Gguf | None = None):
        base = gguf_cases.write(tmp_path / "base.gguf", model or good())
        return check_adapter(gguf_cases.write(tmp_path / "a.gguf", made), Base.of(model_headers(base)))

    return check


def test_an_adapter_that_fits_is_described(check):
    assert check(lora()).info == AdapterInfo(alpha=8.0, min_rank=2, max_rank=4, n_changed=2)
    norms = replace(lora(), tensors=[*lora().tensors, ("blk.0.attn_norm.weight", Tensor((32,)))])
    assert check(norms).info.n_changed == 2  # llama.cpp passes over it
    assert check(lora().with_key("adapter.lora.alpha", None)).alpha == 0.0


def test_tensors_of_experts_and_the_embedding_fit_in_their_own_way(check):
    exps = "blk.0.ffn_up_exps.weight"
    check(change(exps, (32, 4, 3), (4, 64, 3)), experts(3))
    untied = replace(good(), tensors=[*good().tensors, ("output.weight", Tensor((32, N_TOKENS)))])
    check(change("token_embd.weight", (4, N_TOKENS), (4, 32)), untied)
    with pytest.raises(AdapterUnfit, match="another shape"):
        check(change("token_embd.weight", (32, 4), (4, N_TOKENS)), untied)
    with pytest.raises(AdapterUnfit, match="also uses for its output"):  # llama.cpp asserts
        check(change("token_embd.weight", (4, N_TOKENS), (4, 32)))


UNFIT = {
    "another architecture": (lora().with_key("general.architecture", scalar(STRING, "qwen3")), 'the architecture "qwen3"'),
    "no architecture": (lora().with_key("general.architecture", None), 'the architecture ""'),
    "no general.type": (lora().with_key("general.type", None), "does not say that it is an adapter"),
    "no adapter.type": (lora().with_key("adapter.type", None), 'of the kind ""'),
    "another adapter.type": (lora().with_key("adapter.type", scalar(STRING, "dora")), 'of the kind "dora"'),
    "adapter.type as a number": (lora().with_key("adapter.type", scalar(U32, 1)), "wrong type"),
    "alpha as text": (lora().with_key("adapter.lora.alpha", scalar(STRING, "8")), "wrong type"),
    "alpha is no number": (lora().with_key("adapter.lora.alpha", scalar(F32, math.nan)), "not a number"),
    "alpha without end": (lora().with_key("adapter.lora.alpha", scalar(F32, math.inf)), "not a number"),
    "aLoRA": (lora().with_key("adapter.alora.invocation_tokens", array(U32, [5])), "aLoRA"),
    "aLoRA as text": (lora().with_key("adapter.alora.invocation_tokens", array(I32, [5])), "aLoRA"),
    "no tensors": (replace(lora(), tensors=[]), "changes nothing"),
    "A alone": (lora(**{f"{Q}.lora_a": (32, 4)}), "half of its change"),
    "B alone": (lora(**{f"{Q}.lora_b": (4, 32)}), "half of its change"),
    "another ending": (lora(**{f"{Q}.lora_m": (32,)}), "no part of a LoRA adapter"),
    "an ending twice": (lora(**{f"{Q}.lora_a.lora_a": (32, 4), f"{Q}.lora_b.lora_b": (4, 32)}), "no part of a LoRA"),
    "a tensor the model has not": (change("blk.7.attn_q.weight", (32, 4), (4, 32)), "does not have"),
    "a narrower model": (change(Q, (16, 4), (4, 16)), "another shape"),
    "a model with other heads": (change(K, (32, 4), (4, 32)), "another shape"),
    "A not transposed": (change(GATE, (4, 32), (4, 64)), "another shape"),
    "B not transposed": (change(GATE, (32, 4), (64, 4)), "another shape"),
    "halves of two ranks": (change(Q, (32, 4), (8, 32)), "another shape"),
    "a third dimension": (change(Q, (32, 4, 3), (4, 32, 3)), "another shape"),
    "a third dimension of A": (change(Q, (32, 4, 3), (4, 32)), "another shape"),
    "a fourth dimension": (change(Q, (32, 4, 1, 2), (4, 32, 1, 2)), "another shape"),
    "a vector": (change("blk.0.attn_norm.weight", (32, 4), (4, 1)), "no matrix"),
    "rank 0": (change(Q, (32, 0), (0, 32)), "impossible shape"),
    "stored as integers": (lora().with_tensor(f"{K}.lora_b", type=26), "stored as I32"),
    "stored as Q8_1": (lora(**{f"{Q}.lora_a": (32, 32), f"{Q}.lora_b": (32, 32)}).with_tensor(f"{Q}.lora_b", type=9), "stored as Q8_1"),
}  # fmt: skip


@pytest.mark.parametrize("what", UNFIT)
def test_what_does_not_fit_is_refused_with_its_reason(what, check):
    made, reason = UNFIT[what]
    with pytest.raises(AdapterUnfit) as caught:
        check(made)
    assert reason in caught.value.reason


def test_fewer_experts_than_the_model_has_are_refused(check):
    with pytest.raises(AdapterUnfit, match="another shape"):  # llama.cpp would read past their end
        check(change("blk.0.ffn_up_exps.weight", (32, 4, 2), (4, 64, 2)), experts(3))


@pytest.mark.parametrize("n_bytes", [0, 3, 20, 200, -1, -100])
def test_a_file_that_was_cut_off_is_refused(n_bytes, tmp_path):
    path = tmp_path / "cut.gguf"
    path.write_bytes(lora().bytes()[:n_bytes])
    with pytest.raises(AdapterUnfit):
        read_adapter(path)


# Of a load


@pytest.fixture
def model(tmp_path):
    return write_tiny_gguf(tmp_path / "base.gguf")


def test_what_adapters_take_of_memory_is_counted(model, tmp_path):
    one, two = (write_tiny_adapter(tmp_path / f"{n}.gguf", rank=n) for n in (1, 2))
    n_bytes = 4 * sum(n_rows + n_columns for n_rows, n_columns in WEIGHTS.values())  # of rank 1
    assert check_adapters(model, [Adapter(one)]) == n_bytes
    plan = with_checked_adapters(LoadPlan(model, n_ctx=256, adapters=(Adapter(one), Adapter(two, 0.5))))
    assert plan == LoadPlan(model, n_ctx=256, adapters=(Adapter(one), Adapter(two, 0.5)), adapter_bytes=3 * n_bytes)


def test_a_model_is_not_loaded_without_an_adapter_that_was_wanted(model, tmp_path):
    fits = write_tiny_adapter(tmp_path / "fits.gguf")
    other = write_tiny_adapter(tmp_path / "other.gguf", WEIGHTS | {"blk.3.attn_q.weight": (32, 32)})
    with pytest.raises(AdapterUnfit, match="does not have") as caught:
        with_checked_adapters(LoadPlan(model, adapters=(Adapter(fits), Adapter(other))))
    assert (caught.value.path, caught.value.model) == (other, model)
    text = describe(caught.value)
    assert text.sentence.startswith(
        "base.gguf was not loaded, because other.gguf cannot be used as an adapter for it: "
    )
    assert "leeward models set MODEL adapters=FILE" in text.next_step


def test_a_file_that_is_not_there_or_cannot_be_named_is_no_adapter(model, tmp_path):
    for name in ("b.gguf", "b\0.gguf"):
        with pytest.raises(AdapterUnfit, match="no such file"):
            check_adapters(model, [Adapter(tmp_path / name)])
    with pytest.raises(AdapterUnfit, match="too long"):
        check_adapters(model, [Adapter(tmp_path / ("x" * 5000))])
    with pytest.raises(AdapterUnfit, match="cannot be written as text"):
        check_adapters(model, [Adapter(tmp_path / os.fsdecode(b"\xff.gguf"))])


def test_without_adapters_the_model_is_not_even_read(tmp_path):
    plan = LoadPlan(tmp_path / "none.gguf")
    assert with_checked_adapters(plan) == plan
