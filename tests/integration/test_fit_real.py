# SPDX-License-Identifier: Apache-2.0
"""The memory that is planned, against what the engine really grows by."""

import json
import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.model

TOLERANCE = 0.10
PROMPT = "word " * 600  # more than one batch: all buffers are touched


@pytest.mark.parametrize("kv_type", ["f16", "q8_0"])
@pytest.mark.parametrize("n_ctx", [2048, 4096, 8192])
@pytest.mark.parametrize("model", ["starter_model", "gemma_model"])
def test_the_planned_memory_is_what_the_engine_grows_by(request, model, n_ctx, kv_type):
    path = request.getfixturevalue(model)
    options = ["--model", str(path), "--context", str(n_ctx), "--kv-type", kv_type, "--max-tokens", "8", "--json"]
    command = [sys.executable, "-m", "leeward", "ask", *options, PROMPT]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=240, env=os.environ)
    memory = json.loads(done.stdout)["memory"]
    ratio = memory["planned_bytes"] / memory["used_bytes"]
    print(f"{path.name} {n_ctx} {kv_type}: planned / used {ratio:.3f}")
    assert abs(ratio - 1) <= TOLERANCE
