# SPDX-License-Identifier: Apache-2.0
"""Where models come from, in the window: the dialog over the real library, real files and other programs' folders."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from helpers.other_programs import write_ollama
from helpers.tiny_gguf import write_tiny_gguf
from leeward.library.models import Library
from leeward.storage.profile import Profile
from leeward.ui.theme import LIGHT

WAIT_MS = 20_000


@pytest.fixture
def opened(make_rig, qtbot):
    """The dialog over a profile with one model, a folder on a drive, and Ollama in the home folder."""
    rig = make_rig(is_started=False)
    write_tiny_gguf(rig.folder / "models/ours.gguf")
    drive = rig.folder / "drive"
    drive.mkdir()
    write_tiny_gguf(drive / "far.gguf", seed=2)
    blob = write_ollama(Path.home() / ".ollama/models")
    library = Library(Profile(rig.folder), roots=dict)
    library.add(drive)
    rig.window.open_models()
    page = rig.window.models.page
    page.sources_button.setFocus()
    QTest.keyClick(page.sources_button, Qt.Key.Key_Space)
    made = SimpleNamespace(rig=rig, page=page, dialog=page.sources.dialog, library=library, drive=drive, blob=blob)
    wait_for_places(made, qtbot, 2)
    return made


def wait_for_places(made, qtbot, n):
    qtbot.waitUntil(lambda: len(made.dialog.places) == n, timeout=WAIT_MS)


def titles(made):
    return [row.title for row in made.page.list.rows.rows]


def test_folders_and_the_programs_that_are_here_are_shown_with_what_is_in_them(opened):
    own, drive = (opened.dialog.places[each] for each in (opened.library.own_folder, opened.drive))
    assert own.facts.text().startswith("downloads go here · 1 model, ")
    assert not own.forget.isVisible()
    assert drive.facts.text().startswith("1 model, ")
    ollama = opened.dialog.programs["ollama"]
    assert ollama.isVisible()
    assert not ollama.box.isChecked()
    assert "1 model, " in ollama.facts.text()
    assert not opened.dialog.programs["jan"].isVisible()
    assert opened.dialog.not_found.text() == "Not found here: LM Studio, GPT4All, Jan, Hugging Face cache."


def test_a_program_is_listed_while_it_is_ticked_and_its_files_stay_as_they_are(opened, qtbot):
    before = opened.blob.read_bytes()
    box = opened.dialog.programs["ollama"].box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "llama3:8b" in titles(opened), timeout=WAIT_MS)
    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "llama3:8b" not in titles(opened), timeout=WAIT_MS)
    assert opened.blob.read_bytes() == before


def test_a_folder_and_a_file_are_added_where_they_lie_and_taken_off_again(opened, qtbot, monkeypatch):
    more = opened.rig.folder / "more"
    more.mkdir()
    write_tiny_gguf(more / "another.gguf")
    file = write_tiny_gguf(opened.rig.folder / "single.gguf", seed=4)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: str(more))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(file), ""))
    opened.dialog.add_folder.click()
    wait_for_places(opened, qtbot, 3)
    opened.dialog.add_file.click()
    wait_for_places(opened, qtbot, 4)
    assert opened.dialog.remark.text() == "Listed from now on, and left where it lies: single.gguf"
    qtbot.waitUntil(lambda: {"another", "single"} <= set(titles(opened)), timeout=WAIT_MS)
    for what in (more, file):
        forget = opened.dialog.places[what].forget
        forget.setFocus()
        QTest.keyClick(forget, Qt.Key.Key_Space)
    wait_for_places(opened, qtbot, 2)
    qtbot.waitUntil(lambda: not {"another", "single"} & set(titles(opened)), timeout=WAIT_MS)
    assert file.exists()
    assert (more / "another.gguf").exists()


def test_the_tab_key_goes_from_the_places_to_the_buttons_below_them(opened):
    assert opened.dialog.focusWidget() is opened.dialog.add_folder
    QTest.keyClick(opened.dialog, Qt.Key.Key_Backtab)
    assert opened.dialog.focusWidget() is opened.dialog.places[opened.drive].forget
    for follows in (opened.dialog.add_folder, opened.dialog.add_file, opened.dialog.programs["ollama"].box):
        QTest.keyClick(opened.dialog, Qt.Key.Key_Tab)
        assert opened.dialog.focusWidget() is follows


def test_what_cannot_be_added_is_said_here(opened, qtbot, monkeypatch):
    no_model = opened.rig.folder / "no.gguf"
    no_model.write_text("no model")
    for chosen, words in ((opened.rig.folder / "gone", "gone is not there any more"), (no_model, "no.gguf")):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments, path=chosen: (str(path), ""))
        opened.dialog.add_file.click()
        qtbot.waitUntil(lambda wanted=words: wanted in opened.dialog.remark.text(), timeout=WAIT_MS)
    assert len(opened.dialog.places) == 2


def test_a_drive_that_is_unplugged_says_so_and_loses_nothing(opened, qtbot):
    opened.drive.rename(opened.rig.folder / "unplugged")
    opened.dialog.done_button.click()
    assert opened.page.sources.dialog is None
    opened.page.sources_button.click()
    opened.dialog = opened.page.sources.dialog
    wait_for_places(opened, qtbot, 2)
    words = opened.dialog.places[opened.drive].facts.text()
    assert words.startswith("away: the drive or folder is not there; 1 model")
    assert "far" in titles(opened)


def test_every_control_has_a_name_and_all_of_it_fits_a_small_window(make_rig, opened, qtbot):
    for button in opened.dialog.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text(), button
    opened.rig.window._on_appearance_changed(LIGHT, 11)
    opened.dialog.done_button.click()
    opened.rig.window.resize(400, 300)
    opened.page.sources_button.click()
    dialog = opened.page.sources.dialog
    assert dialog.width() <= 400
    assert dialog.height() <= 300
    opened.dialog = dialog
    wait_for_places(opened, qtbot, 2)
    dialog.done_button.setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Backtab)  # what takes the focus comes into sight
    assert dialog.focusWidget() is dialog.open_pack
    assert not dialog.open_pack.visibleRegion().isEmpty()
