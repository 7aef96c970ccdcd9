# SPDX-License-Identifier: Apache-2.0
"""Banner and snackbar: one at a time, taken back by topic, Undo in time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from leeward.error_text import ErrorText, Remedy
from leeward.ui.banner import UNDO_MS, Banner, Notice, Snackbar
from leeward.ui.theme import DARK


def notice(sentence: str, topic: str = "model", remedy: Remedy | None = Remedy.RELOAD_MODEL) -> Notice:
    return Notice(ErrorText(sentence, "Do this.", Remedy.RELOAD_MODEL), topic, remedy)


@pytest.fixture
def banner(show_in_window):
    return show_in_window(Banner(DARK))


def test_the_newest_is_shown_and_the_one_before_comes_back(banner):
    banner.show_notice(notice("First."))
    banner.show_notice(notice("Second."))
    assert banner.sentence.text() == "Second."
    banner.close_button.click()
    assert banner.sentence.text() == "First."
    QTest.keyClick(banner, Qt.Key.Key_Escape)
    assert not banner.isVisible()


def test_the_same_notice_is_not_kept_twice(banner):
    for _ in range(3):
        banner.show_notice(notice("Same."))
    banner.dismiss()
    assert not banner.isVisible()


def test_a_topic_is_taken_back_at_once(banner):
    banner.show_notice(notice("About storage.", topic="storage"))
    banner.show_notice(notice("About the model."))
    banner.take_back("model")
    assert banner.sentence.text() == "About storage."


def test_the_button_says_what_it_does_and_closes_the_notice(banner, qtbot):
    banner.show_notice(notice("Oh."))
    assert banner.button.text() == "Load again"
    with qtbot.waitSignal(banner.remedy_requested) as pressed:
        banner.button.click()
    assert pressed.args == [Remedy.RELOAD_MODEL, "model"]
    assert not banner.isVisible()
    banner.show_notice(notice("No button.", remedy=None))
    assert not banner.button.isVisible()


def test_a_flood_of_notices_is_bounded(banner):
    for number in range(1000):
        banner.show_notice(notice(f"Number {number}."))
    assert len(banner._notices) <= 6


def test_undo_is_offered_for_ten_seconds(qtbot):
    assert UNDO_MS == 10_000
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    undone = []
    bar = Snackbar(parent, duration_ms=60)
    bar.offer("Deleted", lambda: undone.append(1))
    assert bar.isVisible()
    qtbot.waitUntil(lambda: not bar.isVisible())
    bar.button.click()
    assert undone == []
    bar.offer("Deleted", lambda: undone.append(2))
    bar.button.click()
    assert undone == [2]
    assert not bar.isVisible()
