# SPDX-License-Identifier: Apache-2.0
"""Model packs in the window: real files, the real thread, and dialogs that are used with the keyboard."""

import shutil
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from helpers.tiny_gguf import write_tiny_gguf
from leeward.bridge.models import ModelChoice
from leeward.bridge.packs import Packs
from leeward.domain.model_info import FileKind
from leeward.library.entries import FOLDER, ModelEntry
from leeward.library.models import Library
from leeward.library.pack import MANIFEST, pack, read_manifest
from leeward.library.provenance import read_provenance
from leeward.storage.profile import Profile
from leeward.ui.models_page.pack_dialogs import MakePackDialog
from leeward.ui.models_page.sources import choices_for_pack

WAIT_MS = 20_000


@pytest.fixture
def here(make_rig, qtbot, monkeypatch):
    """A window with two models, a folder that stands for a stick, and the dialog from which packs are made and opened."""
    rig = make_rig(is_started=False)
    for name, seed in (("one", 1), ("two", 2)):
        write_tiny_gguf(rig.folder / f"models/{name}.gguf", seed=seed)
    stick = rig.folder / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: str(stick))
    rig.window.open_models()
    page = rig.window.models.page
    qtbot.waitUntil(lambda: len(page.here.entries) == 2, timeout=WAIT_MS)
    page.sources_button.click()
    return SimpleNamespace(rig=rig, page=page, sources=page.sources, stick=stick)


def begin_pack(here, qtbot, *names):
    here.sources.dialog.make_pack.click()
    dialog = here.sources.pack_dialog
    texts = [dialog.models.item(row).text() for row in range(dialog.models.count())]
    dialog.models.setFocus()
    for name in names:
        dialog.models.setCurrentRow(next(row for row, text in enumerate(texts) if text.startswith(f"{name} ")))
        QTest.keyClick(dialog.models, Qt.Key.Key_Return)
    assert not dialog.deed.isEnabled(), "no folder yet"
    dialog.choose_folder.click()
    qtbot.waitUntil(dialog.deed.isEnabled, timeout=WAIT_MS)
    return dialog


def test_a_pack_is_made_of_the_ticked_models_and_its_hashes_are_right(here, qtbot):
    dialog = begin_pack(here, qtbot, "two")
    assert dialog.remark.text().startswith("Needs ")
    dialog.deed.click()
    qtbot.waitUntil(lambda: dialog.remark.text().startswith("The pack is ready: 1 model with hashes"), timeout=WAIT_MS)
    (model,) = read_manifest(here.stick).models
    assert model.name == "two"
    assert sorted(path.name for path in here.stick.iterdir()) == [MANIFEST, "two.gguf"]
    assert (here.stick / "two.gguf").read_bytes() == (here.rig.folder / "models/two.gguf").read_bytes()
    assert not dialog.deed.isVisible()
    assert dialog.close_button.text() == "Close"


def test_a_pack_is_opened_verified_and_its_models_are_listed(here, qtbot, tmp_path):
    other = Profile(tmp_path / "other")
    other.create()
    source = write_tiny_gguf(other.models / "carried.gguf", seed=9)
    pack(Library(other, roots=dict).read_scan().entries, here.stick, lambda *_step: True)
    here.sources.dialog.open_pack.click()
    dialog = here.sources.pack_dialog
    qtbot.waitUntil(dialog.deed.isEnabled, timeout=WAIT_MS)
    assert dialog.models.item(0).text().startswith("carried · ")
    dialog.deed.click()
    qtbot.waitUntil(lambda: "Every hash was right" in dialog.remark.text(), timeout=WAIT_MS)
    there = here.rig.folder / "models/carried.gguf"
    assert there.read_bytes() == source.read_bytes()
    assert read_provenance(there) is not None
    qtbot.waitUntil(lambda: "carried" in [row.title for row in here.page.list.rows.rows], timeout=WAIT_MS)


def test_a_pack_with_a_wrong_byte_adds_nothing_and_says_which_file(here, qtbot):
    dialog = begin_pack(here, qtbot, "one")
    dialog.deed.click()
    qtbot.waitUntil(lambda: not dialog.is_running, timeout=WAIT_MS)
    dialog.reject()
    data = bytearray((here.stick / "one.gguf").read_bytes())
    data[-1] ^= 1
    (here.stick / "one.gguf").write_bytes(data)
    (here.rig.folder / "models/one.gguf").unlink()
    here.sources.dialog.open_pack.click()
    dialog = here.sources.pack_dialog
    qtbot.waitUntil(dialog.deed.isEnabled, timeout=WAIT_MS)
    dialog.deed.click()
    qtbot.waitUntil(lambda: "SHA-256 differs" in dialog.remark.text(), timeout=WAIT_MS)
    assert "one.gguf" in dialog.remark.text()
    assert not (here.rig.folder / "models/one.gguf").exists()
    assert dialog.deed.isEnabled(), "it can be tried again"


def test_a_folder_that_is_no_pack_says_so(here, qtbot):
    here.sources.dialog.open_pack.click()
    dialog = here.sources.pack_dialog
    qtbot.waitUntil(lambda: "there is no manifest.json in it" in dialog.remark.text(), timeout=WAIT_MS)
    assert not dialog.deed.isEnabled()
    dialog.reject()
    assert here.sources.pack_dialog is None


def test_escape_stops_the_work_first_and_nothing_looks_finished(here, qtbot, monkeypatch):
    monkeypatch.setattr("leeward.library.pack._CHUNK_BYTES", 4)  # long enough to be stopped
    dialog = begin_pack(here, qtbot, "one", "two")
    packs = here.page._tools.packs
    dialog.deed.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.remark.text().startswith("Stopped: nothing was added"), timeout=WAIT_MS)
    assert dialog.isVisible()
    assert not list(here.stick.glob("*.gguf"))
    assert not (here.stick / MANIFEST).exists()
    monkeypatch.undo()
    packs.make(dialog.chosen, here.stick)  # it goes on where it was
    qtbot.waitUntil((here.stick / MANIFEST).exists, timeout=WAIT_MS)
    assert {path.suffix for path in here.stick.iterdir()} == {".gguf", ".json"}


def test_a_full_stick_is_said_before_anything_is_copied(here, qtbot, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=10))
    dialog = begin_pack(here, qtbot, "one")
    assert "10 B is free there. That is not enough" in dialog.remark.text()
    dialog.deed.click()
    qtbot.waitUntil(lambda: "full" in dialog.remark.text().casefold(), timeout=WAIT_MS)
    assert list(here.stick.iterdir()) == []


@pytest.fixture
def packs(tmp_path):
    packs = Packs(tmp_path / "models", Library(Profile(tmp_path / "p")).entry_of)
    yield packs
    packs.close()


def test_a_model_that_no_library_lists_can_be_packed_under_its_name(packs, qtbot, tmp_path):
    path = write_tiny_gguf(tmp_path / "loose.gguf")
    with qtbot.waitSignal(packs.made, timeout=WAIT_MS) as made:
        packs.make([ModelChoice(path, "What I call it")], tmp_path / "stick")
    assert [model.name for model in made.args[0].models] == ["What I call it"]


def test_ticking_a_model_in_a_folder_of_its_own_ticks_what_it_sees_with(show_in_window, packs, tmp_path):
    root = tmp_path / "models"
    own = root / "org/model"
    entries = [
        ModelEntry(own / "model.gguf", "model", FOLDER, root=root),
        ModelEntry(own / "mmproj.gguf", "mmproj", FOLDER, root=root),
        ModelEntry(root / "flat.gguf", "flat", FOLDER, root=root),
        ModelEntry(root / "mmproj-of-any.gguf", "mmproj-of-any", FOLDER, root=root),
        ModelEntry(root / "gone.gguf", "gone", FOLDER, root=root, is_away=True),
    ]
    models = [ModelChoice(e.path, e.name, not e.is_away, e) for e in entries if e.kind is FileKind.MODEL]
    choices = choices_for_pack(models, entries)
    assert [each.name for each in choices] == ["model", "flat", "mmproj", "mmproj-of-any"]
    dialog = MakePackDialog(packs, choices, show_in_window(QWidget()))
    dialog.show()
    for row in (0, 1):
        place = dialog.models.visualItemRect(dialog.models.item(row))
        for point in (place.center(), place.center(), place.center() - QPoint(place.width() // 2 - 12, 0)):
            QTest.mouseClick(dialog.models.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert [each.name for each in dialog.chosen] == ["model", "flat", "mmproj"], "three clicks on each, one on its box"
