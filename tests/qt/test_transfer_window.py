# SPDX-License-Identifier: Apache-2.0
"""Chats out of the window and into it: from the palette and the menu of a chat, with real files."""

import json
import zipfile

import pytest
from PySide6.QtWidgets import QFileDialog

from leeward.ui.conversation_menu import row_menu

WAIT_MS = 20_000


@pytest.fixture
def made(make_rig, qtbot):
    rig = make_rig(chats=("Boats",))
    rig.add_chat("Cake", "How long?")
    rig.parts.conversations.refresh()
    qtbot.waitUntil(lambda: len(rig.window.conversations) == 2)
    return rig


@pytest.fixture
def answer(monkeypatch):
    """Return a function that says what the next file dialog answers: a path and the words of its filter."""

    def say(path, kind=""):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_what: (str(path), kind))
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_what: ([str(path)] if str(path) else [], kind))

    return say


def run(made, name):
    next(each for each in made.window.actions_of_window if each.name == name).run()


def told(made, qtbot, words):
    qtbot.waitUntil(
        lambda: made.window.page.banner.notice is not None and words in made.window.page.banner.notice.text.sentence,
        timeout=WAIT_MS,
    )


def test_nothing_is_made_before_it_is_used(made):
    assert "transfer" not in vars(made.window.dialogs)


@pytest.mark.parametrize(
    ("kind", "begins"),
    [("Markdown (*.md)", b"# "), ("Web page (*.html)", b"<!DOCTYPE"), ("PDF (*.pdf)", b"%PDF-")],
)
def test_the_shown_chat_goes_into_a_file_of_the_chosen_kind(made, qtbot, answer, tmp_path, kind, begins):
    made.window.open_conversation(made.store.all()[0].id)
    qtbot.waitUntil(lambda: made.window.page.current is not None)
    answer(tmp_path / "mine", kind)
    run(made, "Export this chat…")
    told(made, qtbot, "1 chat exported.")
    (file,) = tmp_path.glob("mine.*")
    assert file.suffix in kind
    assert file.read_bytes().startswith(begins)


def test_all_chats_leave_and_come_back(made, qtbot, answer, tmp_path, make_rig):
    answer(tmp_path / "all.json", "JSON that can be imported again (*.json)")
    run(made, "Export all chats…")
    told(made, qtbot, "2 chats exported.")
    assert {each["title"] for each in json.loads((tmp_path / "all.json").read_bytes())["conversations"]} == {
        "Boats",
        "Cake",
    }
    run(made, "Import chats…")
    told(made, qtbot, "0 chats imported.")
    assert "2 chats there already" in made.window.page.banner.notice.text.next_step
    other = make_rig(name="other")
    run(other, "Import chats…")
    told(other, qtbot, "2 chats imported: 2 from Leeward.")
    qtbot.waitUntil(lambda: {each.title for each in other.window.conversations} == {"Boats", "Cake"}, timeout=WAIT_MS)


def test_an_imported_chat_stands_in_the_folder_it_came_from(made, qtbot, answer, tmp_path, make_rig):
    made.parts.organise.create_folder("Sailing", made.store.all()[0].id)
    qtbot.waitUntil(lambda: made.store.all()[0].folder_id is not None, timeout=WAIT_MS)
    answer(tmp_path / "all.json", "JSON that can be imported again (*.json)")
    run(made, "Export all chats…")
    told(made, qtbot, "2 chats exported.")
    other = make_rig(name="other")
    run(other, "Import chats…")
    model = other.window.sidebar.model

    def in_a_folder():
        rows = [model.row(model.index(number)) for number in range(model.rowCount())]
        names = {row.folder.id: row.folder.name for row in rows if row.folder is not None}
        return {
            names.get(row.conversation.folder_id): row.title
            for row in rows
            if row.conversation is not None and row.is_indented
        }

    qtbot.waitUntil(lambda: in_a_folder() == {"Sailing": made.store.all()[0].title}, timeout=WAIT_MS)


def test_what_cannot_be_imported_is_said_with_a_next_step(made, qtbot, answer, tmp_path):
    (tmp_path / "poem.json").write_text("no chats")
    answer(tmp_path / "poem.json")
    run(made, "Import chats…")
    told(made, qtbot, "0 chats imported.")
    assert "poem.json" in made.window.page.banner.notice.text.next_step


def test_everything_is_backed_up(made, qtbot, answer, tmp_path):
    answer(tmp_path / "all", "Backups (*.zip)")
    run(made, "Back up everything…")
    told(made, qtbot, "2 chats and the settings are backed up.")
    assert "chats.db" in zipfile.ZipFile(tmp_path / "all.zip").namelist()


def test_a_file_that_is_there_and_was_not_asked_about_stays(made, qtbot, answer, tmp_path):
    (tmp_path / "all.zip").write_bytes(b"mine")
    answer(tmp_path / "all", "Backups (*.zip)")
    run(made, "Back up everything…")
    told(made, qtbot, "all.zip")
    assert (tmp_path / "all.zip").read_bytes() == b"mine"


def test_a_chat_of_the_list_is_exported_from_its_menu(made, qtbot, answer, tmp_path):
    chat = made.store.all()[-1]
    model = made.window.sidebar.model
    rows = [model.row(model.index(number)) for number in range(model.rowCount())]
    row = next(each for each in rows if each.conversation is not None and each.conversation.id == chat.id)
    menu = row_menu(row, [], made.window.sidebar.wishes, lambda: None, made.window, made.parts.appearance.theme)
    answer(tmp_path / "one.md", "Markdown (*.md)")
    next(each for each in menu.actions() if each.text() == "Export…").trigger()
    told(made, qtbot, "1 chat exported.")
    assert chat.title in (tmp_path / "one.md").read_text()


def test_a_cancelled_dialog_and_no_chat_do_nothing(made, qtbot, answer):
    answer("")
    made.window.new_chat()
    for name in ("Export all chats…", "Import chats…", "Back up everything…"):
        run(made, name)
    assert made.window.page.banner.notice is None
    run(made, "Export this chat…")
    told(made, qtbot, "There is no chat here that could be exported.")


def test_a_name_with_dots_stays_whole(made, qtbot, answer, tmp_path):
    made.window.open_conversation(made.store.all()[0].id)
    qtbot.waitUntil(lambda: made.window.page.current is not None)
    answer(tmp_path / "Talk with Dr. Smith", "Markdown (*.md)")
    run(made, "Export this chat…")
    told(made, qtbot, "1 chat exported.")
    assert (tmp_path / "Talk with Dr. Smith.md").is_file()
