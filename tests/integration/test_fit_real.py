# SPDX-License-Identifier: Apache-2.0
"""The memory that is planned, against what the engine really grows by."""

import pytest

from helpers.memory_cases import CASES, planned_and_used
from helpers.tiny_adapter import write_tiny_adapter

pytestmark = pytest.mark.model

TOLERANCE = 0.10


@pytest.mark.parametrize(("n_ctx", "kv_type"), CASES)
@pytest.mark.parametrize("model", ["starter_model", "gemma_model"])
def test_the_planned_memory_is_what_the_engine_grows_by(request, model, n_ctx, kv_type):
    path = request.getfixturevalue(model)
    planned_bytes, used_bytes = planned_and_used(path, n_ctx, kv_type)
    ratio = planned_bytes / used_bytes
    print(f"{path.name} {n_ctx} {kv_type}: planned / used {ratio:.3f}")
    assert abs(ratio - 1) <= TOLERANCE


def test_what_an_adapter_takes_is_planned(starter_model, tmp_path):
    changed = {f"blk.{layer}.ffn_down.weight": (576, 1536) for layer in range(30)}
    adapter = write_tiny_adapter(tmp_path / "large.gguf", changed, rank=160, size=0.01)
    plain, laid_over = (
        planned_and_used(starter_model, 2048, "f16", *options) for options in ((), ("--adapter", str(adapter)))
    )
    planned, used = (after - before for before, after in zip(plain, laid_over, strict=True))
    assert planned == 4 * 30 * 160 * (576 + 1536)
    assert used == pytest.approx(planned, rel=0.25)
