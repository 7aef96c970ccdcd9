# SPDX-License-Identifier: Apache-2.0
"""C2: the header parser itself is attacked. It refuses in words, in bounded time and memory, and nothing else happens.

N_MUTATIONS is the size for every change; LEEWARD_NIGHTLY=1 takes ten times as many.
"""

import json
import os
import subprocess
import sys

import pytest

from helpers import gguf_cases, gguf_fuzz
from helpers.gguf_cases import CASES
from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.errors import ModelUnreadable
from leeward.error_text import describe
from leeward.library.model_check import check_model_file

N_MUTATIONS = 10_000 * (10 if os.environ.get("LEEWARD_NIGHTLY") else 1)
MAX_S = 2.0
MAX_MEMORY_KIB = 200 * 1024


def run(*arguments) -> dict:
    result = subprocess.run(
        [sys.executable, gguf_fuzz.__file__, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_C2_the_file_that_every_case_is_made_from_is_right(tmp_path):
    assert check_model_file(gguf_cases.write(tmp_path / "good.gguf", gguf_cases.good())).n_layers == 1


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_C2_a_hostile_file_is_refused_for_its_own_fault(case, tmp_path):
    path = tmp_path / "hostile.gguf"
    path.write_bytes(case.make())
    with pytest.raises(ModelUnreadable) as caught:
        check_model_file(path)
    assert case.reason in caught.value.reason
    sentence = describe(caught.value).sentence
    assert "hostile.gguf" in sentence
    assert sentence.isprintable()
    assert len(sentence) < 250


def test_C2_mutations_end_in_words_or_pass(tmp_path):
    model = write_tiny_gguf(tmp_path / "tiny.gguf")
    result = run("parser", model, N_MUTATIONS, 2)
    print(f"C2: {result['n_passed']} of {N_MUTATIONS} mutations passed the parser; {result}")
    assert result["wrongly_passed"] == []
    assert 0 < result["n_passed"] < N_MUTATIONS / 2
    assert result["slowest_s"] < MAX_S
    assert result["peak_kib"] < MAX_MEMORY_KIB


@pytest.fixture(scope="module")
def largest():
    return gguf_fuzz.largest()


@pytest.mark.parametrize(
    "name",
    [
        "a million tokens",
        "three million empty strings",
        "texts that are not text",
        "65,000 keys",
        "65,000 tensors",
        "one long array",
    ],
)
def test_C2_the_largest_headers_stay_within_time_and_memory(name, largest, tmp_path):
    path = tmp_path / "large.gguf"
    path.write_bytes(largest[name])
    result = run("one", path)
    print(f"C2: {name}: {result}")
    assert result["spent_s"] < MAX_S
    assert result["peak_kib"] < MAX_MEMORY_KIB
