# SPDX-License-Identifier: Apache-2.0
"""All actions and chats by name, and all keys on one page."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from leeward.ui.command_palette import MAX_SHOWN, Command, CommandPalette, matching
from leeward.ui.controls import PlainLabel, native_key
from leeward.ui.shortcut_sheet import ShortcutSheet
from leeward.ui.window_actions import FIXED_KEYS


def commands(*names):
    return [Command(name, "", lambda: None) for name in names]


@given(st.lists(st.text("ab ", min_size=1, max_size=6)), st.text("ab ", max_size=4))
def test_what_is_found_has_every_word_and_nothing_that_has_them_is_missing(names, typed):
    found = [each.name for each in matching(commands(*names), typed)]
    words = typed.casefold().split()
    assert sorted(found) == sorted(name for name in names if all(word in name for word in words))[:MAX_SHOWN]


def test_names_that_begin_with_what_was_typed_come_first():
    found = matching(commands("Show settings", "Settings", "Open"), "set")
    assert [each.name for each in found] == ["Settings", "Show settings"]


@pytest.fixture
def palette(make_rig, qtbot):
    rig = make_rig(chats=("Boats and tides", "Cake"))
    qtbot.waitUntil(lambda: len(rig.window.conversations) == 2)
    QTest.keyClick(rig.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    shown = rig.window.findChild(CommandPalette)
    return SimpleNamespace(rig=rig, dialog=shown)


def test_a_chat_is_opened_by_a_few_letters(palette, qtbot):
    QTest.keyClicks(palette.dialog.field, "tid")
    assert [each.name for each in palette.dialog.shown] == ["Boats and tides"]
    QTest.keyClick(palette.dialog.field, Qt.Key.Key_Return)
    window = palette.rig.window
    chat = next(each for each in window.conversations if each.title == "Boats and tides")
    qtbot.waitUntil(lambda: window.page.current == chat.id)
    qtbot.waitUntil(lambda: window.findChild(CommandPalette) is None)


def test_an_action_runs_after_the_palette_is_gone(palette, qtbot):
    QTest.keyClicks(palette.dialog.field, "models")
    QTest.keyClick(palette.dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.dialog.field, Qt.Key.Key_Up)
    QTest.keyClick(palette.dialog.field, Qt.Key.Key_Return)
    assert palette.rig.window.models.is_open


def test_escape_changes_nothing_and_no_match_runs_nothing(palette, qtbot):
    QTest.keyClicks(palette.dialog.field, "zzz")
    assert palette.dialog.shown == []
    QTest.keyClick(palette.dialog.field, Qt.Key.Key_Return)
    assert palette.dialog.isVisible()
    QTest.keyClick(palette.dialog.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: palette.rig.window.findChild(CommandPalette) is None)
    assert not palette.rig.window.models.is_open


def test_every_key_is_on_the_sheet_and_no_key_means_two_things(make_rig, qtbot):
    window = make_rig().window
    keys = [key for action in window.actions_of_window for key in action.keys]
    assert len(keys) == len(set(keys))
    QTest.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(ShortcutSheet)
    texts = {label.text() for label in sheet.findChildren(PlainLabel)}
    for action in window.actions_of_window:
        assert not action.keys or {action.name, native_key(action.keys[0])} <= texts
    assert {native_key(key) for _, _, key in FIXED_KEYS} <= texts
    QApplication.processEvents()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(ShortcutSheet) is None)


def test_the_menu_of_the_window_offers_what_stands_nowhere_else(make_rig, monkeypatch):
    made = make_rig()
    shown = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _where: shown.append(menu))
    made.window.sidebar.more.click()
    texts = [action.text() for action in shown[0].actions() if action.text()]
    assert {"Import chats…", "Back up everything…", "Restore a backup…"} <= set(texts)
    table = next(action for action in shown[0].actions() if action.text().startswith("Turn texts into a table\t"))
    table.trigger()
    assert made.window.dialogs.extraction.dialog.isVisible()
