# SPDX-License-Identifier: Apache-2.0
"""Where memory is ample and the system gives large pages, weights are read into them."""

import re
from contextlib import closing
from pathlib import Path

import pytest

from helpers.bench import Engine
from leeward.domain.model_info import LoadPlan
from leeward.engine.child import large_pages

pytestmark = pytest.mark.model

LARGE = re.compile(r"AnonHugePages: +(\d+) kB")


@pytest.mark.skipif(not large_pages.are_there(), reason="the system gives no large pages")
def test_weights_lie_in_large_pages_where_memory_is_ample(starter_model):
    with closing(Engine(LoadPlan(starter_model, n_ctx=512, n_threads=1))) as engine:
        assert engine.plan.use_mmap is False
        said = Path(f"/proc/{engine.supervisor.process_id}/smaps_rollup").read_text()
    found = LARGE.search(said)
    assert found is not None
    assert int(found[1]) * 1024 > 0.8 * starter_model.stat().st_size
