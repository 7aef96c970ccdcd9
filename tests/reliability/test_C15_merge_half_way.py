# SPDX-License-Identifier: Apache-2.0
"""C15: a merge that ends half-way leaves nothing that looks like a model, and never touches what it reads."""

import contextlib
import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from helpers import gguf_cases
from helpers.gguf_cases import U32, good, scalar
from helpers.tiny_adapter import write_tiny_adapter
from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.errors import AdapterUnfit, AppError, ModelUnreadable, NotMade, TargetExists
from leeward.domain.generation import Adapter
from leeward.workshop.job import Made, MergeJob, Progress
from leeward.workshop.merge import merge
from leeward.workshop.plan import MergePlan

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits are those of POSIX")

N_MOMENTS = 40


class Bench:
    """A model, an adapter, what their merge is, and what lies beside them."""

    def __init__(self, folder: Path) -> None:
        self.base = write_tiny_gguf(folder / "base.gguf", n_layers=2)
        self.adapter = write_tiny_adapter(folder / "adapter.gguf")
        self.made = folder / "made"
        self.made.mkdir()
        self.sources = self.hashes()
        self.expected = self.merged("expected.gguf")

    def hashes(self) -> list[str]:
        return [hashlib.sha256(path.read_bytes()).hexdigest() for path in (self.base, self.adapter)]

    def plan(self, name: str, **changes: object) -> MergePlan:
        return MergePlan(self.base, Adapter(self.adapter), self.made / name, **changes)

    def merged(self, name: str) -> bytes:
        merge(self.plan(name), lambda _fraction: None)
        data = (self.made / name).read_bytes()
        (self.made / name).unlink()
        return data

    def check_after(self, name: str, *, may_leave_part: bool = False) -> bool:
        """Return whether the target is there, whole; the next run then makes it."""
        target, part = self.made / name, self.made / f"{name}.part"
        assert self.hashes() == self.sources
        is_there = target.exists()
        if is_there:
            assert target.read_bytes() == self.expected
            target.unlink()
        assert may_leave_part or not part.exists()
        assert self.merged(name) == self.expected
        assert list(self.made.iterdir()) == []
        return is_there


@pytest.fixture
def bench(tmp_path):
    return Bench(tmp_path)


def victims(bench: Bench, mode: str, numbers: range) -> list[int]:
    """Return how each process ended."""
    program = Path(__file__).parent.parent / "helpers" / "merge_victim.py"
    command = [sys.executable, program, mode, bench.base, bench.adapter, bench.made, *numbers]
    result = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=200, check=False)
    assert result.returncode == 0, result.stderr
    return [int(line) for line in result.stdout.split()]


def test_C15_killed_at_any_moment_no_half_model_is_there(bench):
    ends = victims(bench, "kill", range(N_MOMENTS))
    n_killed = ends.index(0)
    assert set(ends[:n_killed]) == {-signal.SIGKILL}
    assert n_killed >= 30
    left = {path.name: path.read_bytes() for path in bench.made.iterdir()}
    for path in bench.made.iterdir():
        path.unlink()
    n_whole = 0
    for number in range(N_MOMENTS):
        names = [name for name in (f"{number}.gguf", f"{number}.gguf.part") if name in left]
        for name in names:  # as the kill left it, alone
            (bench.made / name).write_bytes(left[name])
        n_whole += bench.check_after(f"{number}.gguf", may_leave_part=number < n_killed)
    assert n_whole >= N_MOMENTS - n_killed
    print(f"C15: killed at {n_killed} moments; nothing of the target, or all of it")


def made(job: MergeJob) -> bool:
    """Wait for the end. Raises what the job raises."""
    while not isinstance(event := job.next_event(60), Made):
        assert event is not None
    return True


def test_C15_a_process_that_is_killed_is_said(bench):
    with MergeJob(bench.plan("a.gguf")) as job:
        os.kill(job.process_id, signal.SIGKILL)
        with pytest.raises(NotMade, match="the process that wrote it ended"):
            made(job)
    assert not bench.check_after("a.gguf")


@pytest.mark.parametrize("n_events", range(1, 4))
def test_C15_a_process_that_is_killed_while_it_writes_is_cleaned_up_behind(bench, n_events):
    was_made = False
    with MergeJob(bench.plan("a.gguf")) as job:
        for _ in range(n_events):
            assert isinstance(job.next_event(60), Progress)
        os.kill(job.process_id, signal.SIGKILL)
        with contextlib.suppress(NotMade):
            was_made = made(job)  # it may have been faster
    assert bench.check_after("a.gguf") or not was_made


@pytest.mark.parametrize("n_events", range(4))
def test_C15_a_merge_that_is_stopped_leaves_nothing_behind(bench, n_events):
    with MergeJob(bench.plan("a.gguf")) as job:
        for _ in range(n_events):
            assert job.next_event(60) is not None
    bench.check_after("a.gguf")


def test_C15_without_room_nothing_is_left(bench):
    numbers = range(0, len(bench.expected), len(bench.expected) // 9)
    assert victims(bench, "limit", numbers) == [42] * len(numbers)
    assert list(bench.made.iterdir()) == []
    bench.check_after("a.gguf")


def _cut(bench):
    bench.base.write_bytes(bench.base.read_bytes()[:-5000])


def _claims(bench):
    gguf_cases.write(bench.base, good().with_key("llama.block_count", scalar(U32, 513)))


def _offset(bench):
    gguf_cases.write(bench.base, good().with_tensor("output_norm.weight", offset=2**40))  # CVE-2026-7482


def _other_base(bench):
    write_tiny_adapter(bench.adapter, {"blk.0.attn_q.weight": (64, 64)})


def _model_as_adapter(bench):
    bench.adapter.write_bytes(bench.base.read_bytes())


def _cut_adapter(bench):
    bench.adapter.write_bytes(bench.adapter.read_bytes()[:-500])


def _not_numbers(bench):
    data = bench.adapter.read_bytes()
    bench.adapter.write_bytes(data[:-64] + np.full(16, np.nan, np.float32).tobytes())


def _too_large(bench):
    write_tiny_adapter(bench.adapter, alpha=1e9)


def _unknown_weights(bench):
    gguf_cases.write(bench.base, good().with_tensor("blk.0.attn_q.weight", type=26))  # I32
    write_tiny_adapter(bench.adapter, {"blk.0.attn_q.weight": (32, 32)})


HOSTILE = {
    "a model that is cut off": (_cut, ModelUnreadable, "weights are missing"),
    "a model that claims 513 layers": (_claims, ModelUnreadable, "513 layers"),
    "a tensor that lies past the end": (_offset, ModelUnreadable, "does not lie"),
    "an adapter of another model": (_other_base, AdapterUnfit, "another shape"),
    "a model as adapter": (_model_as_adapter, AdapterUnfit, "whole model"),
    "an adapter that is cut off": (_cut_adapter, AdapterUnfit, "weights are missing"),
    "changes that are no numbers": (_not_numbers, NotMade, "no number"),
    "changes without measure": (_too_large, NotMade, "too large"),
    "weights that cannot be unpacked": (_unknown_weights, NotMade, "I32"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_C15_hostile_input_is_refused_and_nothing_is_left(bench, what):
    make, kind, reason = HOSTILE[what]
    originals = [path.read_bytes() for path in (bench.base, bench.adapter)]
    make(bench)
    hostile = bench.hashes()
    with MergeJob(bench.plan("a.gguf")) as job, pytest.raises(AppError) as caught:
        made(job)
    assert isinstance(caught.value, kind)
    assert reason in caught.value.reason
    assert list(bench.made.iterdir()) == []
    assert bench.hashes() == hostile
    for path, data in zip((bench.base, bench.adapter), originals, strict=True):
        path.write_bytes(data)
    bench.check_after("a.gguf")


def test_C15_no_file_is_replaced_unless_that_was_said(bench):
    target = bench.made / "a.gguf"
    target.write_text("mine")
    with pytest.raises(TargetExists):
        merge(bench.plan("a.gguf"), lambda _fraction: None)
    assert (target.read_text(), list(bench.made.iterdir())) == ("mine", [target])
    target.unlink()

    def somebody_is_faster(fraction: float) -> None:
        target.write_text("mine")

    with pytest.raises(TargetExists):
        merge(bench.plan("a.gguf"), somebody_is_faster)
    assert (target.read_text(), list(bench.made.iterdir())) == ("mine", [target])
    merge(bench.plan("a.gguf", is_replacing=True), lambda _fraction: None)
    assert target.read_bytes() == bench.expected


def test_C15_no_merge_is_written_over_what_it_reads(bench):
    bench.made.joinpath("link.gguf").symlink_to(bench.base)
    for target in (bench.base, bench.adapter, bench.made / "link.gguf"):
        with pytest.raises(NotMade, match="one of the files"):
            merge(MergePlan(bench.base, Adapter(bench.adapter), target, is_replacing=True), lambda _fraction: None)
    assert bench.hashes() == bench.sources


def test_C15_two_merges_into_the_same_file_never_mix(bench):
    def second(_fraction: float) -> None:
        if not runs:
            runs.append(merge(bench.plan("a.gguf"), lambda _fraction: None))

    runs: list[int] = []
    with pytest.raises(NotMade):
        merge(bench.plan("a.gguf"), second)
    assert runs == [len(bench.expected)]
    assert bench.check_after("a.gguf")
