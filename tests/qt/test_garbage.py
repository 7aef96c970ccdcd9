# SPDX-License-Identifier: Apache-2.0
"""Circles of objects are found on the UI thread and on no other: Qt objects in them must die there."""

import gc
import threading

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QTimer

from leeward.ui.garbage import GarbageSearch


class Circle:
    def __init__(self, ended):
        self.itself = self
        self._ended = ended

    def __del__(self):
        self._ended.append(threading.current_thread())


@pytest.fixture
def search(qapp):
    made = GarbageSearch(QAbstractEventDispatcher.instance(), qapp)
    yield made
    made.deleteLater()


def make_circles(ended, n=20_000):
    for _ in range(n):
        Circle(ended)


def test_a_worker_that_makes_circles_searches_for_none(search, qtbot):
    ended = []
    worker = threading.Thread(target=make_circles, args=(ended,))
    worker.start()
    worker.join()
    assert ended == []
    QTimer.singleShot(0, lambda: None)  # any event: behind it the loop is about to wait
    qtbot.waitUntil(lambda: len(ended) >= 20_000)
    assert set(ended) == {threading.main_thread()}


def test_nothing_is_searched_where_little_was_made(search, qtbot):
    gc.collect()
    found = []
    gc.callbacks.append(lambda phase, _info: found.append(phase))
    try:
        search.search_if_due()
    finally:
        gc.callbacks.pop()
    assert found == []


def test_the_youngest_are_looked_at_often_and_all_rarely(search):
    generations = []
    gc.callbacks.append(lambda phase, info: generations.append(info["generation"]) if phase == "start" else None)
    try:
        kept = []
        for _ in range(150):
            kept.append([[] for _ in range(1000)])
            search.search_if_due()
    finally:
        gc.callbacks.pop()
    assert generations.count(0) > 10 * generations.count(2)
    assert generations.count(2) == 1
