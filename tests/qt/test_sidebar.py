# SPDX-License-Identifier: Apache-2.0
"""The list of conversations: groups, search, keys, and speed with many rows."""

import datetime as dt
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from leeward.domain.conversation import Conversation, SearchHit
from leeward.domain.ids import ConversationId
from leeward.ui.conversation_list import rows_by_date, rows_of_hits, snippet_from_match, split_matches
from leeward.ui.sidebar import Sidebar
from leeward.ui.theme import DARK

TODAY = dt.datetime.now().astimezone().date()  # as the sidebar: it shows dates relative to the day it is


def noon(days_ago: int) -> float:
    return (dt.datetime.combine(TODAY, dt.time(12)).astimezone() - dt.timedelta(days=days_ago)).timestamp()


def chat(number: int, title: str = "", days_ago: int = 0, updated_at_s: float | None = None) -> Conversation:
    updated = noon(days_ago) if updated_at_s is None else updated_at_s
    return Conversation(ConversationId(number), title or f"Chat {number}", None, "", updated, updated, number)


@pytest.fixture
def sidebar(show_in_window):
    return show_in_window(Sidebar(DARK), (260, 600))


def titles(sidebar: Sidebar) -> list[str]:
    return [sidebar.model.index(row).data() for row in range(sidebar.model.rowCount())]


def test_chats_stand_under_date_headings():
    rows = rows_by_date(
        [chat(5), chat(4, days_ago=1), chat(3, days_ago=7), chat(2, days_ago=8), chat(1, days_ago=900)], TODAY
    )
    assert [row.title for row in rows] == [
        "Today", "Chat 5", "Yesterday", "Chat 4", "Previous 7 days", "Chat 3", "Older", "Chat 2", "Chat 1",
    ]  # fmt: skip


def test_a_wrong_clock_never_repeats_a_heading_or_changes_the_order():
    rows = rows_by_date(
        [chat(4, days_ago=-3650), chat(3, days_ago=400), chat(2, days_ago=0), chat(1, updated_at_s=1e18)], TODAY
    )
    assert [row.title for row in rows] == ["Today", "Chat 4", "Older", "Chat 3", "Chat 2", "Chat 1"]


def test_titles_are_one_line_and_never_empty():
    rows = rows_by_date([chat(2, "two\n lines\t<b>x</b>"), chat(1, " ")], TODAY)
    assert [row.title for row in rows[1:]] == ["two lines <b>x</b>", "Untitled chat"]


def test_matches_are_found_in_a_snippet():
    assert split_matches("a \x02b\x03 c\x02d\x03") == [("a ", False), ("b", True), (" c", False), ("d", True)]
    assert split_matches("plain") == [("plain", False)]
    assert (
        snippet_from_match("some rather long words before the \x02match\x03 here") == "…before the \x02match\x03 here"
    )
    assert snippet_from_match("short \x02match\x03") == "short \x02match\x03"


def test_a_search_result_counts_and_is_read_out_without_marks(sidebar, qtbot):
    sidebar.show_conversations([chat(1)])
    with qtbot.waitSignal(sidebar.search_requested) as asked:
        QTest.keyClicks(sidebar.search, "sky")
    assert asked.args == ["sky"]
    sidebar.show_hits("sk", [])
    assert "Nothing found" not in titles(sidebar), "an answer to an older query is dropped"
    sidebar.show_hits("sky", [SearchHit(ConversationId(1), None, "Chat 1", "blue \x02sky\x03 above")])
    assert titles(sidebar) == ["1 chat found", "Chat 1"]
    spoken = sidebar.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Chat 1: blue sky above"
    with qtbot.waitSignal(sidebar.conversation_chosen) as chosen:
        QTest.keyClick(sidebar.search, Qt.Key.Key_Return)
    assert chosen.args == [1]
    QTest.keyClick(sidebar.search, Qt.Key.Key_Escape)
    assert titles(sidebar)[-1] == "Chat 1"
    assert rows_of_hits([])[0].title == "Nothing found"


def test_headings_cannot_be_chosen_and_keys_move_over_them(sidebar, qtbot):
    sidebar.show_conversations([chat(2), chat(1, days_ago=1)])
    view = sidebar.view
    view.setCurrentIndex(sidebar.model.index(1))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 3
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [1]
    with qtbot.assertNotEmitted(view.chosen):
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(sidebar.model.index(0)).center()
        )


def test_a_click_opens_a_chat_and_leaves_the_caret_where_it_was(sidebar, qtbot):
    sidebar.show_conversations([chat(1)])
    sidebar.search.setFocus()
    with qtbot.waitSignal(sidebar.conversation_chosen):
        rect = sidebar.view.visualRect(sidebar.model.index(1))
        QTest.mouseClick(sidebar.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert sidebar.window().focusWidget() is sidebar.search


def test_f2_renames_in_place(sidebar, qtbot):
    sidebar.show_conversations([chat(1, "Old")])
    sidebar.set_current(ConversationId(1))
    sidebar.edit_title()
    editor = sidebar.view.viewport().findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "New <i>name</i>")
    with qtbot.waitSignal(sidebar.rename_requested) as renamed:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert renamed.args == [1, "New <i>name</i>"]


def test_an_empty_name_renames_nothing(sidebar, qtbot):
    sidebar.show_conversations([chat(1, "Old")])
    with qtbot.assertNotEmitted(sidebar.rename_requested):
        assert not sidebar.model.setData(sidebar.model.index(1), "  ")


def test_the_shown_chat_stays_marked_when_the_list_is_read_again(sidebar):
    sidebar.show_conversations([chat(2), chat(1)])
    sidebar.set_current(ConversationId(1))
    sidebar.show_conversations([chat(3), chat(2), chat(1)])
    assert sidebar.model.row(sidebar.view.currentIndex()).conversation_id == 1
    assert sidebar.neighbour(-1) == 2
    assert sidebar.neighbour(1) is None


def test_twenty_thousand_chats_are_listed_within_a_few_frames(sidebar):
    many = [chat(n, days_ago=n // 50) for n in range(20_000)]
    began_s = time.process_time()
    sidebar.show_conversations(many)
    sidebar.grab()
    sidebar.view.scrollToBottom()
    sidebar.grab()
    # No benchmark: row heights asked one by one would take many seconds.
    assert time.process_time() - began_s < 2.0
    assert sidebar.model.rowCount() == 20_004
