# SPDX-License-Identifier: Apache-2.0
"""LoRA adapters over a live context, in llama.cpp itself: what they change, and that nothing of them stays."""

import shutil

import numpy as np
import pytest

from helpers.tiny_adapter import lay_over, write_tiny_adapter
from helpers.tiny_gguf import N_EMBD, N_VOCAB, write_tiny_gguf
from leeward.domain.errors import AdapterUnfit
from leeward.domain.generation import MAX_ADAPTERS, Adapter, ChatMessage, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.domain.queries import Pooling
from leeward.engine.child.embeddings import Embedder
from leeward.engine.child.llama import Llama, NativeLog, Piece
from leeward.engine.child.sequences import Slot
from leeward.engine.child.templates import choose_template
from leeward.engine.protocol import Finished

TOKENS = [1, 70, 80, 90, 100, 262, 270]
TOLERANCE = 2e-4  # of logits of about 0.5: sums in another order


@pytest.fixture(scope="module")
def log():
    return NativeLog(lambda _level, _text: None)


@pytest.fixture
def open_model(log):
    opened = []

    def open_model(path, *adapters):
        plan = LoadPlan(path, n_ctx=256, n_threads=1, adapters=adapters)
        opened.append(Llama(plan, log, lambda _: True))
        return opened[-1]

    yield open_model
    for llama in opened:
        llama.close()


@pytest.fixture
def base(tmp_path):
    return write_tiny_gguf(tmp_path / "base.gguf")


@pytest.fixture
def one(tmp_path):
    return write_tiny_adapter(tmp_path / "one.gguf", seed=1)


@pytest.fixture
def two(tmp_path):
    weights = {"blk.0.attn_q.weight": (N_EMBD, N_EMBD), "output.weight": (N_VOCAB, N_EMBD)}
    return write_tiny_adapter(tmp_path / "two.gguf", weights, seed=2, rank=2, alpha=3.0)


def logits(llama):
    llama.roll_back(0, 0)
    llama.decode([Piece(0, TOKENS)])
    return llama.logits().copy()


def merged(base, tmp_path, *adapters):
    target = tmp_path / "merged.gguf"
    shutil.copy(base, target)
    for path, scale in adapters:
        lay_over(target, path, scale)
    return target


def test_an_adapter_makes_of_the_model_what_a_merge_of_its_weights_makes(open_model, base, one, tmp_path):
    llama = open_model(base)
    plain = logits(llama)
    assert llama.adapters.use([Adapter(one, 0.5)])
    laid_over = logits(llama)
    expected = logits(open_model(merged(base, tmp_path, (one, 0.5))))
    assert np.abs(laid_over - plain).max() > 100 * TOLERANCE
    np.testing.assert_allclose(laid_over, expected, atol=TOLERANCE)


def test_two_adapters_add_up_each_with_its_own_strength(open_model, base, one, two, tmp_path):
    llama = open_model(base)
    llama.adapters.use([Adapter(one, 1.0), Adapter(two, -0.7)])
    both = logits(llama)
    np.testing.assert_allclose(
        both, logits(open_model(merged(base, tmp_path, (one, 1.0), (two, -0.7)))), atol=TOLERANCE
    )
    llama.adapters.use([Adapter(one)])
    assert np.abs(both - logits(llama)).max() > 10 * TOLERANCE


def test_an_adapter_of_the_embedding_has_its_halves_the_other_way_round(open_model, base, tmp_path):
    adapter = write_tiny_adapter(tmp_path / "embedding.gguf", {"token_embd.weight": (N_VOCAB, N_EMBD)})
    llama = open_model(base)
    llama.adapters.use([Adapter(adapter)])
    np.testing.assert_allclose(
        logits(llama), logits(open_model(merged(base, tmp_path, (adapter, 1.0)))), atol=TOLERANCE
    )


def test_taken_off_or_at_strength_0_nothing_of_it_is_left(open_model, base, one):
    llama = open_model(base)
    plain = logits(llama)
    llama.adapters.use([Adapter(one)])
    logits(llama)
    assert llama.adapters.use([Adapter(one, 0.0)])
    np.testing.assert_array_equal(logits(llama), plain)
    assert not llama.adapters.use([])
    llama.adapters.use([Adapter(one)])
    llama.adapters.use([])
    np.testing.assert_array_equal(logits(llama), plain)


def test_what_llama_cpp_refuses_leaves_all_as_it_was(open_model, base, one, tmp_path):
    llama = open_model(base)
    llama.adapters.use([Adapter(one)])
    before = logits(llama)
    unfit = write_tiny_adapter(tmp_path / "unfit.gguf", {"blk.0.attn_q.weight": (64, 64)})
    for path, reason in ((unfit, "incorrect shape"), (base, "general.type"), (tmp_path / "none.gguf", "no such file")):
        with pytest.raises(AdapterUnfit, match=reason):
            llama.adapters.use([Adapter(one, 2.0), Adapter(path)])
    assert not llama.adapters.use([Adapter(one)])
    np.testing.assert_array_equal(logits(llama), before)


def test_its_file_may_vanish_and_a_new_one_under_its_name_is_seen(open_model, base, one):
    llama = open_model(base)
    llama.adapters.use([Adapter(one)])
    before = logits(llama)
    one.unlink()
    assert not llama.adapters.use([Adapter(one)])
    llama.adapters.use([])
    llama.adapters.use([Adapter(one)])
    np.testing.assert_array_equal(logits(llama), before)
    write_tiny_adapter(one, seed=3, rank=8)
    assert llama.adapters.use([Adapter(one)])
    assert np.abs(logits(llama) - before).max() > TOLERANCE


def test_only_so_many_stay_in_memory(open_model, base, tmp_path):
    llama = open_model(base)
    plain = logits(llama)
    paths = [write_tiny_adapter(tmp_path / f"{n}.gguf", seed=n) for n in range(MAX_ADAPTERS + 2)]
    for path in paths:
        llama.adapters.use([Adapter(path)])
    for path in paths:
        path.unlink()
    for path in paths[:2]:
        with pytest.raises(AdapterUnfit, match="no such file"):  # freed
            llama.adapters.use([Adapter(path)])
    assert llama.adapters.use([Adapter(path) for path in paths[2:]])
    logits(llama)
    llama.adapters.use([])
    np.testing.assert_array_equal(logits(llama), plain)


# The model's own


def test_a_model_that_was_loaded_with_adapters_has_them_where_no_others_are_asked_for(open_model, base, one, two):
    llama = open_model(base, Adapter(one, 0.5))
    own = logits(llama)
    plain = open_model(base)
    assert np.abs(own - logits(plain)).max() > 100 * TOLERANCE
    plain.adapters.use([Adapter(one, 0.5)])
    np.testing.assert_array_equal(own, logits(plain))
    assert not llama.adapters.use(None)
    assert llama.adapters.use([Adapter(two)])
    assert llama.adapters.use(None)
    np.testing.assert_array_equal(logits(llama), own)


def test_its_own_adapters_stay_whatever_becomes_of_their_files_and_of_others(open_model, base, one, tmp_path):
    llama = open_model(base, Adapter(one))
    own = logits(llama)
    write_tiny_adapter(one, seed=9)
    for n in range(MAX_ADAPTERS + 2):
        llama.adapters.use([Adapter(write_tiny_adapter(tmp_path / f"{n}.gguf", seed=n))])
    one.unlink()
    llama.adapters.use(None)
    np.testing.assert_array_equal(logits(llama), own)


def test_a_model_is_not_opened_without_its_own_adapters(open_model, base, tmp_path):
    with pytest.raises(AdapterUnfit, match="no such file"):
        open_model(base, Adapter(tmp_path / "none.gguf"))


def test_vectors_are_made_with_its_own_adapters_too(open_model, base, one, tmp_path):
    def vector(llama):
        embedder = Embedder(llama)
        (found,), _ = embedder.embed(["the lighthouse"], Pooling.MEAN, 1)
        embedder.close()
        return found

    laid_over, plain = vector(open_model(base, Adapter(one))), vector(open_model(base))
    merged_model = open_model(merged(base, tmp_path, (one, 1.0)))
    np.testing.assert_allclose(laid_over, vector(merged_model), rtol=0.01, atol=0.01)
    assert np.abs(laid_over - plain).max() > 0.1


# In a conversation


@pytest.fixture
def slot(open_model, base):
    llama = open_model(base)
    template = choose_template(llama.chat_template, llama.template_facts, llama, wanted="", reference="").template
    return Slot(llama, template, "test")


@pytest.fixture
def ask(slot):
    def ask(*adapters, own=False, text="hello there", **options):
        events = []
        request = GenerationRequest(
            GenerationId("1"),
            (ChatMessage(Role.USER, text),),
            Sampling(temperature=0, repeat_penalty=1.0),
            max_tokens=12,
            n_probs=5,
            adapters=None if own else adapters,
            **options,
        )
        slot.generate(request, lambda: 1, events.append, lambda: False)
        said = [token for event in events for token in getattr(event, "probabilities", ())]
        assert isinstance(events[-1], Finished)
        return said, events[-1]

    return ask


def test_another_set_of_adapters_reads_the_prompt_again_and_the_same_one_does_not(ask, one, two):
    plain, _ = ask()
    changed, swapped = ask(Adapter(one))
    assert changed != plain
    assert swapped.usage.reused_tokens == 0
    again, kept = ask(Adapter(one))
    assert kept.usage.reused_tokens == kept.usage.prompt_tokens - 1
    assert [token[0][0] for token in again] == [token[0][0] for token in changed]
    back, kept = ask()
    assert kept.usage.reused_tokens == kept.usage.prompt_tokens - 1
    assert [token[0][0] for token in back] == [token[0][0] for token in plain]
    for adapters in ((Adapter(one, 0.5),), (Adapter(one), Adapter(two))):
        _, finished = ask(*adapters)
        assert finished.usage.reused_tokens == 0
    _, off = ask(Adapter(one, 0.0))
    assert off.usage.reused_tokens > 0


def test_the_receipt_names_the_adapters_and_their_strength(ask, one, two):
    receipt = ask(Adapter(one, 0.25), Adapter(two))[1].receipt
    assert [(use.file, use.scale) for use in receipt.adapters] == [("one.gguf", 0.25), ("two.gguf", 1.0)]
    assert ask()[1].receipt.adapters == ()


def test_its_own_adapters_are_in_the_receipt_and_exchanged_like_others(ask, slot, one, two):
    _, nothing = ask(own=True)
    assert nothing.receipt.adapters == ()
    slot.llama.adapters.keep([Adapter(one, 0.5)])
    ask(Adapter(two))
    expected, _ = ask(Adapter(one, 0.5))
    ask(Adapter(two))
    said, _ = ask(own=True)
    assert [token[0][0] for token in said] == [token[0][0] for token in expected]
    _, finished = ask(Adapter(one, 0.5))  # the same once more
    assert finished.usage.reused_tokens > 0
    _, finished = ask(own=True)
    assert [(use.file, use.scale) for use in finished.receipt.adapters] == [("one.gguf", 0.5)]
    assert finished.usage.reused_tokens > 0


def test_an_answer_after_a_refused_adapter_is_as_before(ask, one, tmp_path):
    plain, _ = ask()
    with pytest.raises(AdapterUnfit):
        ask(Adapter(tmp_path / "none.gguf"))
    again, finished = ask()
    assert finished.usage.reused_tokens > 0
    assert [token[0][0] for token in again] == [token[0][0] for token in plain]


def test_a_request_takes_a_few_adapters_each_once_and_of_a_sane_strength(one):
    for scale in (11.0, -11.0, float("nan"), float("inf")):
        with pytest.raises(ValueError, match="scale"):
            Adapter(one, scale)
    for adapters in ([Adapter(one), Adapter(one, 0.5)], [Adapter(one.with_name(str(n))) for n in range(9)]):
        with pytest.raises(ValueError, match="adapters"):
            GenerationRequest(GenerationId("1"), (ChatMessage(Role.USER, "a"),), adapters=tuple(adapters))
