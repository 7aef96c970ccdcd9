# SPDX-License-Identifier: Apache-2.0
"""The list of conversations: groups, search, keys, and speed with many rows."""

import datetime as dt
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from leeward.domain.conversation import FIRST_TEMPORARY_ID, Conversation, Folder, SearchHit
from leeward.domain.ids import ConversationId, FolderId, MessageId
from leeward.ui.conversation_delegate import snippet_from_match, split_matches
from leeward.ui.conversation_list import MIME_TYPE
from leeward.ui.conversation_rows import ListScope, entries_by_date, list_entries, marked, row_of
from leeward.ui.sidebar import Sidebar
from leeward.ui.theme import DARK


def today() -> dt.date:
    """Return the day it is, as the sidebar asks for it: a run of tests can go on past midnight."""
    return dt.datetime.now().astimezone().date()


def noon(days_ago: int) -> float:
    return (dt.datetime.combine(today(), dt.time(12)).astimezone() - dt.timedelta(days=days_ago)).timestamp()


def chat(
    number: int, title: str = "", days_ago: int = 0, updated_at_s: float | None = None, **order: object
) -> Conversation:
    updated = noon(days_ago) if updated_at_s is None else updated_at_s
    return Conversation(ConversationId(number), title or f"Chat {number}", None, "", updated, updated, number, **order)


def row_titles(entries) -> list[str]:
    return [row_of(entry).title for entry in entries]


@pytest.fixture
def sidebar(show_in_window):
    return show_in_window(Sidebar(DARK), (260, 600))


def titles(sidebar: Sidebar) -> list[str]:
    return [sidebar.model.index(row).data() for row in range(sidebar.model.rowCount())]


def test_chats_stand_under_date_headings():
    rows = entries_by_date(
        [chat(5), chat(4, days_ago=1), chat(3, days_ago=7), chat(2, days_ago=8), chat(1, days_ago=900)], today()
    )
    assert row_titles(rows) == [
        "Today", "Chat 5", "Yesterday", "Chat 4", "Previous 7 days", "Chat 3", "Older", "Chat 2", "Chat 1",
    ]  # fmt: skip


def test_a_wrong_clock_never_repeats_a_heading_or_changes_the_order():
    rows = entries_by_date(
        [chat(4, days_ago=-3650), chat(3, days_ago=400), chat(2, days_ago=0), chat(1, updated_at_s=1e18)], today()
    )
    assert row_titles(rows) == ["Today", "Chat 4", "Older", "Chat 3", "Chat 2", "Chat 1"]


def test_titles_are_one_line_and_never_empty():
    rows = entries_by_date([chat(2, "two\n lines\t<b>x</b>"), chat(1, " ")], today())
    assert row_titles(rows)[1:] == ["two lines <b>x</b>", "Untitled chat"]


def test_matches_are_found_in_a_snippet():
    assert split_matches("a \x02b\x03 c\x02d\x03") == [("a ", False), ("b", True), (" c", False), ("d", True)]
    assert split_matches("plain") == [("plain", False)]
    assert (
        snippet_from_match("some rather long words before the \x02match\x03 here") == "…before the \x02match\x03 here"
    )
    assert snippet_from_match("short \x02match\x03") == "short \x02match\x03"


def test_titles_are_found_at_once_and_messages_when_the_typing_pauses(sidebar, qtbot):
    sidebar.show_conversations([chat(2, "The Sky above"), chat(1)])
    with qtbot.waitSignal(sidebar.search_requested) as asked:
        QTest.keyClicks(sidebar.search, "sky")
        assert titles(sidebar) == ["1 title", "The Sky above", "Searching the messages…"]
    assert asked.args == ["sky"]
    assert sidebar.model.row(sidebar.model.index(1)).marked_title == "The \x02Sky\x03 above"
    sidebar.show_hits("sk", [])
    assert "Searching the messages…" in titles(sidebar), "an answer to an older query is dropped"
    sidebar.show_hits("sky", [SearchHit(ConversationId(1), MessageId(7), "Chat 1", "blue \x02sky\x03 above")])
    assert titles(sidebar) == ["1 title", "The Sky above", "Messages in 1 chat", "Chat 1"]
    spoken = sidebar.model.index(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Chat 1: blue sky above"
    with qtbot.waitSignal(sidebar.conversation_chosen) as chosen:
        QTest.keyClick(sidebar.search, Qt.Key.Key_Return)
    assert chosen.args == [2]
    sidebar.view.setCurrentIndex(sidebar.model.index(3))
    with qtbot.waitSignal(sidebar.message_chosen) as chosen:
        QTest.keyClick(sidebar.view, Qt.Key.Key_Return)
    assert chosen.args == [1, 7, ["sky"]]
    QTest.keyClick(sidebar.view, Qt.Key.Key_Escape)
    assert titles(sidebar)[-1] == "Chat 1"
    sidebar.search.setText("zzz")
    sidebar.show_hits("zzz", [])
    assert titles(sidebar) == ["Nothing found"]


def test_a_second_part_of_an_answer_leaves_the_chosen_row(sidebar):
    sidebar.show_conversations([chat(3), chat(2), chat(1)])
    sidebar.search.setText("sea")
    hits = [SearchHit(ConversationId(n), MessageId(n), f"Chat {n}", "\x02sea\x03") for n in (2, 1)]
    sidebar.show_hits("sea", hits)
    QTest.keyClick(sidebar.search, Qt.Key.Key_Down)
    QTest.keyClick(sidebar.view, Qt.Key.Key_Down)
    sidebar.show_hits("sea", [*hits, SearchHit(ConversationId(3), MessageId(3), "Chat 3", "\x02sea\x03gull")])
    assert sidebar.model.row(sidebar.view.currentIndex()).conversation_id == 1
    assert titles(sidebar)[0] == "Messages in 3 chats"
    sidebar.show_conversations([chat(2), chat(1)])
    assert titles(sidebar) == ["Messages in 2 chats", "Chat 2", "Chat 1"], "what was deleted is no hit any more"


def test_tags_filter_and_what_is_no_tag_is_text(sidebar):
    sidebar.show_conversations([chat(2, "Budget", tags=("work",)), chat(1, "Budget at home", tags=("house", "work2"))])
    sidebar.search.setText("#work")
    assert titles(sidebar) == ["2 chats", "Budget", "Budget at home"]
    sidebar.search.setText("#hou bud")
    assert titles(sidebar) == ["1 title", "Budget at home", "Searching the messages…"]
    sidebar.search.setText("#include")
    assert titles(sidebar) == ["Searching the messages…"]


def test_accents_and_capitals_make_no_difference_in_titles(sidebar):
    sidebar.show_conversations([chat(1, "Ein Café in KÖLN")])
    sidebar.search.setText("koln cafe")
    assert titles(sidebar)[1] == "Ein Café in KÖLN"
    assert marked("Ein Café in KÖLN", ["koln"]) == "Ein Café in \x02KÖLN\x03"
    assert marked("Straße", ["strasse"]) == "Straße", "no marks where places differ"


def test_temporary_pinned_and_folders_stand_above_the_dates():
    boats, closed = Folder(FolderId(1), "Boats"), Folder(FolderId(2), "Closed", is_open=False)
    chats = [
        chat(9, is_archived=True), chat(8, folder_id=FolderId(1)), chat(7, is_pinned=True, folder_id=FolderId(1)),
        chat(6, folder_id=FolderId(2)), chat(FIRST_TEMPORARY_ID + 1, "Secret"), chat(5, folder_id=FolderId(99)),
        chat(4, days_ago=1),
    ]  # fmt: skip
    assert row_titles(list_entries(chats, [boats, closed], today())) == [
        "Temporary", "Secret", "Pinned", "Chat 7", "Folders", "Boats", "Chat 8", "Closed", "Today", "Chat 5",
        "Yesterday", "Chat 4",
    ]  # fmt: skip


def test_a_folder_opens_and_closes_by_click_and_keys_and_says_so(sidebar, qtbot):
    sidebar.show_folders([Folder(FolderId(3), "Boats", is_open=True)])
    sidebar.show_conversations([chat(1, folder_id=FolderId(3))])
    view, index = sidebar.view, sidebar.model.index(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Folder Boats, 1 chat, open"
    for press in (
        lambda: QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center()),
        lambda: QTest.keyClick(view, Qt.Key.Key_Left),
        lambda: QTest.keyClick(view, Qt.Key.Key_Return),
    ):
        view.setCurrentIndex(index)
        with qtbot.waitSignal(sidebar.wishes.folder_open_wanted) as wanted:
            press()
        assert wanted.args == [3, False]
    view.setCurrentIndex(sidebar.model.index(2))
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.currentIndex().row() == 1, "from a chat to the folder it lies in"
    with qtbot.assertNotEmitted(sidebar.wishes.folder_open_wanted):
        QTest.keyClick(view, Qt.Key.Key_Right)


def test_a_chat_is_dragged_into_a_folder_and_out_of_it(sidebar, qtbot):
    sidebar.show_folders([Folder(FolderId(3), "Boats")])
    sidebar.show_conversations([chat(2, folder_id=FolderId(3)), chat(1)])
    model = sidebar.model
    data = model.mimeData([model.index_of(ConversationId(1))])
    assert data.formats() == [MIME_TYPE]
    for target, folder_id in ((1, 3), (2, 3), (4, None), (-1, None)):
        with qtbot.waitSignal(sidebar.wishes.move_wanted) as moved:
            assert model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index(target))
        assert moved.args == [1, folder_id]


def menu_of(sidebar, row) -> dict[str, QAction]:
    menu = sidebar.view.menu_of(sidebar.model.index(row))
    actions = {action.text().partition("\t")[0]: action for action in menu.actions() if action.text()}
    for action in list(actions.values()):
        if action.menu() is not None:
            actions |= {each.text(): each for each in action.menu().actions() if each.text()}
    return actions


def test_the_menu_of_a_chat_pins_moves_tags_archives_and_deletes(sidebar, qtbot):
    sidebar.show_folders([Folder(FolderId(3), "R&D")])
    sidebar.show_conversations([chat(1)])
    wishes = sidebar.wishes
    for text, signal, args in (
        ("Pin to the top", wishes.pin_wanted, [1, True]),
        ("R&&D", wishes.move_wanted, [1, 3]),
        ("New folder…", wishes.new_folder_wanted, [1]),
        ("Tags…", wishes.tags_wanted, [chat(1)]),
        ("Archive", wishes.archive_wanted, [1, True]),
        ("Delete", wishes.delete_wanted, [1]),
    ):
        actions = menu_of(sidebar, 3)
        with qtbot.waitSignal(signal) as done:
            actions[text].trigger()
        assert done.args == args


def test_a_temporary_chat_can_only_be_renamed_and_deleted(sidebar):
    sidebar.show_conversations([chat(FIRST_TEMPORARY_ID + 1)])
    assert set(menu_of(sidebar, 1)) == {"Rename", "Delete"}
    assert not sidebar.model.flags(sidebar.model.index(1)) & Qt.ItemFlag.ItemIsDragEnabled


def test_the_archive_and_the_bin_are_listed_when_asked_for(sidebar, qtbot):
    sidebar.show_conversations([chat(2, is_archived=True), chat(1)])
    assert titles(sidebar) == ["Today", "Chat 1"]
    sidebar.set_scope(ListScope.ARCHIVE)
    assert titles(sidebar) == ["Today", "Chat 2"]
    assert "Take out of the archive" in menu_of(sidebar, 1)
    with qtbot.waitSignal(sidebar.bin_requested):
        sidebar.set_scope(ListScope.BIN)
    assert titles(sidebar) == ["The bin is empty"]
    assert not sidebar.empty_bin.isEnabled()
    sidebar.show_bin([chat(3, deleted_at_s=time.time() - 3 * 86400)])
    assert titles(sidebar) == ["1 chat, kept for 30 days", "Chat 3"]
    assert sidebar.model.row(sidebar.model.index(1)).detail == "27 days left"
    actions = menu_of(sidebar, 1)
    with qtbot.waitSignal(sidebar.wishes.restore_wanted) as restored:
        actions["Restore"].trigger()
    assert restored.args == [3]
    with qtbot.waitSignal(sidebar.wishes.purge_wanted):
        sidebar.empty_bin.click()
    QTest.keyClick(sidebar.view, Qt.Key.Key_Escape)
    assert titles(sidebar) == ["Today", "Chat 1"]


def test_tab_goes_through_the_sidebar_from_top_to_bottom(sidebar):
    sidebar.set_scope(ListScope.BIN)
    sidebar.show_bin([chat(3, deleted_at_s=time.time())])
    sidebar.new_chat.setFocus()
    walked = []
    for _ in range(10):
        QTest.keyClick(sidebar.window().focusWidget(), Qt.Key.Key_Tab)
        walked.append(sidebar.window().focusWidget())
    s = sidebar
    assert walked == [
        s.temporary, s.search, s.options, s.empty_bin, s.back, s.view, s.models, s.settings, s.more, s.theme_toggle,
    ]  # fmt: skip
    assert all(each.accessibleName() or each.text() for each in walked)


def test_the_options_list_scopes_and_tags(sidebar):
    sidebar.show_conversations([chat(1, tags=("sea",))])
    menu = sidebar.options_menu()
    assert [a.text() for a in menu.actions() if a.text()] == ["New folder…", "Chats", "Archive", "Bin", "Tags"]
    [tag] = menu.actions()[-1].menu().actions()
    assert tag.text() == "#sea  (1)"
    tag.trigger()
    assert sidebar.search.text() == "#sea "


def test_headings_cannot_be_chosen_and_keys_move_over_them(sidebar, qtbot):
    sidebar.show_conversations([chat(2), chat(1, days_ago=1)])
    view = sidebar.view
    view.setCurrentIndex(sidebar.model.index(1))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 3
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args[0].conversation_id == 1
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
    with qtbot.waitSignal(sidebar.wishes.rename_wanted) as renamed:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert renamed.args == [1, "New <i>name</i>"]


def test_a_list_that_is_read_again_does_not_end_an_edit(sidebar, qtbot):
    sidebar.show_conversations([chat(1, "Old")])
    sidebar.set_current(ConversationId(1))
    sidebar.edit_title()
    editor = sidebar.view.viewport().findChild(QLineEdit)
    QTest.keyClicks(editor, "New")
    sidebar.show_conversations([chat(2), chat(1, "Old")])
    assert editor.text() == "New"
    with qtbot.waitSignal(sidebar.wishes.rename_wanted) as renamed:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert renamed.args == [1, "New"]
    qtbot.waitUntil(lambda: titles(sidebar) == ["Today", "Chat 2", "Old"])


def test_an_empty_name_renames_nothing(sidebar, qtbot):
    sidebar.show_conversations([chat(1, "Old")])
    with qtbot.assertNotEmitted(sidebar.wishes.rename_wanted):
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
    began_s = time.process_time()
    QTest.keyClicks(sidebar.search, "chat 12")
    sidebar.grab()
    assert time.process_time() - began_s < 2.0
    assert sidebar.model.rowCount() == 202
