# SPDX-License-Identifier: Apache-2.0
"""C1: of damaged models, what the parser lets through is loaded in the real engine: nothing hangs, hardly any ends it.

(That the window outlives an engine that ends is C6; that the same file is not loaded for ever is C13; the named files are
in C2, all refused.) LEEWARD_NIGHTLY=1 takes ten times as many mutations.
"""

import json
import os
import subprocess
import sys

from helpers import gguf_cases, gguf_fuzz
from helpers.gguf_cases import U32, good, scalar
from helpers.tiny_gguf import write_tiny_gguf
from leeward.cli.exit_codes import ExitCode

N_MUTATIONS = 1_000 * (10 if os.environ.get("LEEWARD_NIGHTLY") else 1)


def test_C1_mutations_that_pass_the_parser_neither_hang_nor_crash_the_engine(tmp_path):
    model = write_tiny_gguf(tmp_path / "tiny.model").read_bytes()
    mutations = gguf_fuzz.Mutations(model, seed=1)
    folder = tmp_path / "passed"
    folder.mkdir()
    (folder / "whole.gguf").write_bytes(model)
    n_refused = 0
    for number in range(N_MUTATIONS):
        kind, data = mutations.next()
        if gguf_fuzz.passes(data):
            (folder / f"{number:05d}-{kind}.gguf").write_bytes(data)
        else:
            n_refused += 1
    result = subprocess.run(
        [sys.executable, gguf_fuzz.__file__, "engine", str(folder)],
        capture_output=True,
        text=True,
        timeout=290,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    found = json.loads(result.stdout)
    ends, crashed = found["ends"], found["crashed"]
    print(f"C1: {N_MUTATIONS} mutations, {n_refused} refused by the parser; of the others {ends}, crashed: {crashed}")
    assert ends["loaded"] > 10  # or the engine was never really tried
    assert found["slowest_s"] < gguf_fuzz.HANG_S
    assert "hang" not in ends
    assert f"exit {gguf_fuzz.FAULT}" not in ends  # an error of ours that is not for people
    assert len(crashed) <= N_MUTATIONS / 1000  # without the parser it was one in a hundred


def test_C1_the_engine_is_not_even_started_for_a_hostile_file(tmp_path):
    path = gguf_cases.write(tmp_path / "hostile.gguf", good().with_key("llama.block_count", scalar(U32, 513)))
    program = (
        "import sys; from leeward.engine import supervisor; from leeward.main import run\n"
        "supervisor.Supervisor.load = supervisor.Supervisor.start = lambda *_: sys.exit('the engine was started')\n"
        "sys.exit(run(sys.argv[1:]))"
    )
    result = subprocess.run(
        [sys.executable, "-c", program, "ask", "--model", str(path), "Hello"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == ExitCode.MODEL
    assert "it claims 513 layers" in result.stderr
