# SPDX-License-Identifier: Apache-2.0
"""The memory that is planned, against what the engine really grows by."""

import pytest

from helpers.memory_cases import CASES, planned_and_used

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
