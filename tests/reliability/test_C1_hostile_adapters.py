# SPDX-License-Identifier: Apache-2.0
"""C1, adapters: of damaged ones, what our check lets through never ends the engine. LEEWARD_NIGHTLY=1 takes ten times as many."""

import os
import subprocess
import sys
from collections import Counter

from helpers import adapter_fuzz
from helpers.gguf_fuzz import Mutations
from helpers.tiny_adapter import WEIGHTS, write_tiny_adapter
from helpers.tiny_gguf import N_EMBD, N_VOCAB, write_tiny_gguf
from leeward.domain.errors import AdapterUnfit
from leeward.library.adapter_check import Base, check_adapter
from leeward.library.model_check import model_headers

N_MUTATIONS = 2_000 * (10 if os.environ.get("LEEWARD_NIGHTLY") else 1)


def test_C1_mutated_adapters_that_pass_the_check_do_not_end_the_engine(tmp_path):
    model = write_tiny_gguf(tmp_path / "model.gguf")
    base = Base.of(model_headers(model))
    whole = write_tiny_adapter(tmp_path / "whole.gguf", WEIGHTS | {"token_embd.weight": (N_VOCAB, N_EMBD)})
    mutations = Mutations(whole.read_bytes(), seed=1)
    passed = tmp_path / "passed"
    passed.mkdir()
    for number in range(N_MUTATIONS):
        kind, data = mutations.next()
        path = passed / f"{number:05d}-{kind}.gguf"
        path.write_bytes(data)
        try:
            check_adapter(path, base)
        except AdapterUnfit as error:
            assert error.reason  # noqa: PT017  what is refused without a word cannot be explained to anyone
            path.unlink()
    command = [sys.executable, adapter_fuzz.__file__, model, passed]
    result = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=250, check=False)
    assert result.returncode == 0, result.stdout.splitlines()[-1]
    ends = Counter(line.split()[1] for line in result.stdout.splitlines())
    print(
        f"C1: {N_MUTATIONS} mutated adapters, {N_MUTATIONS - ends.total()} refused by our check; of the others {ends}"
    )
    assert ends["used"] > N_MUTATIONS / 20  # or the engine was never really tried
