# SPDX-License-Identifier: Apache-2.0
"""When the engine process has nothing to do."""

import queue
import threading
from collections.abc import Callable

import pytest

from leeward.engine.child.work import WorkQueue


def waits(work: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def at_rest(work: WorkQueue[str]) -> None:
    """Wait until its reader waits."""
    while not work._is_at_rest:
        pass


def test_things_come_in_the_order_they_were_put():
    work = WorkQueue[str](lambda: None)
    for name in "abc":
        work.put(name)
    assert [work.get(), work.get_nowait(), work.get(timeout=0.0)] == ["a", "b", "c"]
    with pytest.raises(queue.Empty):
        work.get_nowait()
    with pytest.raises(queue.Empty):
        work.get(timeout=0.01)


def test_there_is_work_until_the_reader_waits():
    work = WorkQueue[str](lambda: None)
    work.wait_for_work()  # before the reader has come
    work.put("a")
    work.get()
    work.wait_for_work()  # the reader is at it


def test_a_rest_ends_with_what_is_put_before_the_reader_has_it():
    stirred: list[str] = []
    got: list[str] = []
    work = WorkQueue[str](lambda: stirred.append(f"before {got}"))
    reader = waits(lambda: got.append(work.get()))
    at_rest(work)
    heart = waits(work.wait_for_work)
    heart.join(0.05)
    assert heart.is_alive()
    work.put("a")
    heart.join(5.0)
    reader.join(5.0)
    assert not heart.is_alive()
    assert got == ["a"]
    assert stirred == ["before []"]
    work.put("b")  # nobody rested
    assert stirred == ["before []"]


def test_a_wait_that_ends_without_anything_is_work_again():
    work = WorkQueue[str](lambda: None)
    with pytest.raises(queue.Empty):
        work.get(timeout=0.01)
    work.wait_for_work()
