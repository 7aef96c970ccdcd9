# SPDX-License-Identifier: Apache-2.0
import re

import pytest

from leeward.engine.child.builtin_templates import BUILTIN
from leeward.library.catalogue import BITS_PER_WEIGHT, catalogue, needed_bytes, recommended
from leeward.library.gguf_types import ARCHITECTURES

GIB = 1024**3
BY_ID = {entry.id: entry for entry in catalogue()}


def test_mistral_comes_first_and_every_family_is_there():
    families = [entry.family for entry in catalogue()]
    assert families[0] == "Mistral"
    assert families == sorted(families, key=families.index)  # each family in one piece
    assert {"Mistral", "Llama", "Qwen", "Gemma", "Phi", "SmolLM", "Falcon", "Embedding"} == set(families)
    assert len(BY_ID) == len(families)


@pytest.mark.parametrize("entry", catalogue(), ids=lambda entry: entry.id)
def test_every_entry_can_be_used(entry):
    assert re.fullmatch(r"[\w.-]+/[\w.-]+", entry.repository)
    assert entry.architecture in ARCHITECTURES
    assert entry.kind in ("chat", "embedding")
    assert entry.license
    assert entry.good_at
    assert entry.languages
    assert entry.n_ctx_train >= 512
    assert not entry.template or entry.template in BUILTIN
    assert set(entry.quantizations) <= set(BITS_PER_WEIGHT)
    assert all(file.size_is_estimate for file in entry.files)
    assert entry.settings.given() == dict(entry.suggested)  # every suggestion is within its range
    assert (entry.n_kv_heads > 0) == (entry.kind == "chat")


def test_models_that_may_not_be_sold_with_say_so():
    for name in ("codestral-22b", "ministral-8b"):
        assert BY_ID[name].license.startswith("Mistral ")
        assert "not for commercial use" in BY_ID[name].good_at
    assert BY_ID["mistral-7b-instruct-v0.3"].license == "Apache-2.0"


def test_an_estimate_is_near_the_real_file():
    # Codestral-22B-v0.1-Q4_K_M.gguf of that repository has 13,341,237,600 bytes.
    file = next(file for file in BY_ID["codestral-22b"].files if file.quantization == "Q4_K_M")
    assert file.size_bytes == pytest.approx(13_341_237_600, rel=0.03)


def test_the_cache_of_a_conversation_is_counted():
    entry = BY_ID["llama-3.1-8b"]
    file = entry.files[0]
    # 2 bytes, keys and values, 32 layers, 8 heads of 128 values: 128 KiB a token.
    more_bytes = needed_bytes(entry, file, 4096) - needed_bytes(entry, file, 2048)
    assert more_bytes == pytest.approx(2048 * 128 * 1024, rel=0.02)  # and the mask of attention
    assert needed_bytes(entry, file, 10**9) == needed_bytes(entry, file, entry.n_ctx_train)


@pytest.mark.parametrize(
    ("name", "gib", "quantization"),
    [
        ("mistral-7b-instruct-v0.3", 64, "Q5_K_M"),
        ("mistral-7b-instruct-v0.3", 6, "Q4_K_M"),
        ("mistral-7b-instruct-v0.3", 5, "Q3_K_M"),
        ("mistral-7b-instruct-v0.3", 2, None),
        ("llama-3.2-1b", 8, "Q8_0"),
        ("llama-3.3-70b", 16, None),
        ("bge-m3", 4, "Q8_0"),
    ],
)
def test_one_file_is_recommended_for_a_machine(name, gib, quantization):
    file = recommended(BY_ID[name], gib * GIB)
    assert (file.quantization if file else None) == quantization


def test_more_memory_never_recommends_a_worse_file():
    for entry in catalogue():
        sizes = [file.size_bytes if (file := recommended(entry, gib * GIB)) else 0 for gib in range(1, 129)]
        assert sizes == sorted(sizes)
