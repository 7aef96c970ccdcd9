# SPDX-License-Identifier: Apache-2.0
"""The models on this computer in the window: the real library and real files, and an engine that says what it is told."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.tiny_gguf import write_tiny_gguf
from leeward.bridge.installed import merged
from leeward.bridge.models import ModelChoice
from leeward.domain.model_info import KvType, LoadPlan
from leeward.domain.model_settings import ModelSettings
from leeward.library.entries import FOLDER, ModelEntry
from leeward.library.models import Library
from leeward.library.provenance import Provenance, sidecar_path, write_provenance
from leeward.storage.profile import Profile

WAIT_MS = 20_000


@pytest.fixture
def here(make_rig, qtbot):
    """The Models page of a profile with one model that was downloaded, one that was not, and one added in place."""
    rig = make_rig(is_started=False)
    folder = rig.folder / "models"
    ours = write_tiny_gguf(folder / "ours.gguf", kind="Q8_0")
    write_provenance(ours, Provenance("ab" * 32, ours.stat().st_size, "org/Tiny-GGUF", "0123abcd", "ours.gguf"))
    foreign = write_tiny_gguf(folder / "foreign.gguf", seed=2)
    added = write_tiny_gguf(rig.folder / "added.gguf", seed=3)
    library = Library(Profile(rig.folder), roots=dict)
    library.add(added)
    rig.window.open_models()
    page = rig.window.models.page
    made = SimpleNamespace(rig=rig, page=page, ours=ours, foreign=foreign, added=added, library=library)
    qtbot.waitUntil(lambda: {"ours", "foreign", "added"} <= set(titles(made)), timeout=WAIT_MS)
    return made


def titles(made):
    return [row.title for row in made.page.list.rows.rows]


def choose(made, qtbot, name):
    """Choose a model with the keyboard, and wait until it is known."""
    made.page.list.setFocus()
    made.page.list.setCurrentIndex(made.page.list.rows.index(titles(made).index(name)))
    QTest.keyClick(made.page.list, Qt.Key.Key_Return)
    about = made.page.detail.about
    qtbot.waitUntil(lambda: bool(about.facts), timeout=WAIT_MS)
    return about


def confirm(made, qtbot, about):
    about.remove.setFocus()
    QTest.keyClick(about.remove, Qt.Key.Key_Space)
    dialog = made.page.here.dialog
    dialog.confirm.setFocus()
    QTest.keyClick(dialog.confirm, Qt.Key.Key_Space)


def test_the_list_is_what_the_library_finds_with_what_headers_say(here, qtbot):
    rows = here.page.list.rows
    qtbot.waitUntil(lambda: "llama" in rows.rows[titles(here).index("ours")].details, timeout=WAIT_MS)
    assert "Q8_0" in rows.rows[titles(here).index("ours")].details


def test_a_model_here_says_what_it_is_and_where_it_came_from(here, qtbot):
    facts = choose(here, qtbot, "ours").facts
    assert facts["Architecture"] == "llama"
    assert facts["Context"] == "2,048 tokens"
    assert facts["Weights"].startswith("Q8_0: 31 kB, ")
    assert "bos: <s> (1)" in facts["Special tokens"]
    assert facts["From"] == "org/Tiny-GGUF (0123abcd)"
    assert facts["SHA-256"] == "ab" * 32
    assert facts["Path"] == str(here.ours)
    assert facts["Last used"] == "never here"


def test_what_leeward_downloaded_is_deleted_after_a_question(here, qtbot):
    about = choose(here, qtbot, "ours")
    assert about.remove.text() == "Delete the file…"
    confirm(here, qtbot, about)
    qtbot.waitUntil(lambda: "ours" not in titles(here), timeout=WAIT_MS)
    assert not here.ours.exists()
    assert not sidecar_path(here.ours).exists()
    assert here.page.detail.remark.text() == "ours: its files are deleted."


def test_enter_in_the_question_keeps_the_file(here, qtbot):
    about = choose(here, qtbot, "ours")
    about.remove.click()
    dialog = here.page.here.dialog
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.wait(50)
    assert here.ours.exists()


def test_what_was_added_in_place_leaves_the_list_and_its_file_stays(here, qtbot):
    about = choose(here, qtbot, "added")
    assert about.remove.text() == "Take off the list…"
    confirm(here, qtbot, about)
    qtbot.waitUntil(lambda: "added" not in titles(here), timeout=WAIT_MS)
    assert here.added.exists()


def test_a_file_that_leeward_did_not_make_has_no_button_and_says_why(here, qtbot):
    about = choose(here, qtbot, "foreign")
    assert not about.remove.isVisible()
    assert "not downloaded or unpacked by Leeward" in about.remove_remark.text()


def test_the_loaded_model_cannot_be_taken_away_until_another_one_is_loaded(here, qtbot):
    generation = here.rig.parts.generation
    link = here.rig.folder / "link.gguf"
    link.symlink_to(here.ours)
    about = choose(here, qtbot, "ours")
    for path, is_enabled in ((here.ours, False), (here.foreign, True), (link, False)):
        generation.load(LoadPlan(path))
        qtbot.waitUntil(lambda wanted=is_enabled: about.remove.isEnabled() is wanted, timeout=WAIT_MS)
    assert about.remove.isVisible()
    assert "in use" in about.remove_remark.text()


def test_what_cannot_be_deleted_stays_listed_and_says_why(here, qtbot):
    about = choose(here, qtbot, "ours")
    sidecar_path(here.ours).unlink()  # since it was asked, the file became somebody else's
    confirm(here, qtbot, about)
    qtbot.waitUntil(lambda: "is not deleted" in here.page.detail.remark.text(), timeout=WAIT_MS)
    assert here.ours.exists()


def test_a_damaged_model_says_so_and_cannot_be_used(here, qtbot):
    here.foreign.write_bytes(b"GGUF" + bytes(40))
    here.page.here.refresh()
    row = lambda: here.page.list.rows.rows[titles(here).index("foreign")]  # noqa: E731
    qtbot.waitUntil(lambda: row().aside == "damaged", timeout=WAIT_MS)
    here.page._on_chosen(row().payload)
    qtbot.waitUntil(lambda: "foreign.gguf" in here.page.detail.about.remark.text(), timeout=WAIT_MS)
    assert not here.page.detail.action.isVisible()


def test_the_models_of_a_drive_that_is_away_stay_listed_grey(here, qtbot):
    drive = here.rig.folder / "drive"
    drive.mkdir()
    write_tiny_gguf(drive / "far.gguf")
    here.library.add(drive)
    here.page.here.refresh()
    qtbot.waitUntil(lambda: "far" in titles(here) and here.page.here.all[-1].entry is not None, timeout=WAIT_MS)
    drive.rename(here.rig.folder / "unplugged")
    here.page.here.refresh()
    row = lambda: here.page.list.rows.rows[titles(here).index("far")]  # noqa: E731
    qtbot.waitUntil(lambda: row().aside == "drive is not there", timeout=WAIT_MS)
    assert row().is_dim


def test_the_panel_is_whole_in_a_small_window(here, qtbot):
    here.rig.window.resize(800, 480)
    about = choose(here, qtbot, "ours")
    QApplication.processEvents()
    form = about.parentWidget()
    assert form.width() <= here.page.detail.width(), "nothing is cut off at the right"


def test_every_model_is_listed_once_the_starter_first_and_then_what_was_used(tmp_path):
    starter = ModelChoice(tmp_path / "s.gguf", "Starter")
    used = ModelChoice(tmp_path / "z.gguf", "Zed as it calls itself")
    entries = [ModelEntry(tmp_path / f"{name}.gguf", name, FOLDER) for name in ("b", "z", "A", "s")]
    entries.append(ModelEntry(tmp_path / "mmproj-b.gguf", "mmproj-b", FOLDER))
    merged_here = merged(starter, [used, starter], entries)
    assert [each.name for each in merged_here] == ["Starter", "Zed as it calls itself", "A", "b"]
    assert merged_here[1].entry == entries[1]


def test_the_context_that_is_chosen_is_what_is_loaded_and_stays_set(here, qtbot):
    choose(here, qtbot, "ours")
    fit, generation = here.page.detail.fit, here.rig.parts.generation
    qtbot.waitUntil(lambda: fit.word.text() == "Fits", timeout=WAIT_MS)
    assert not fit.reset.isVisible()
    fit.slider.setValue(0)
    QTest.mouseClick(fit.kv_buttons[KvType.Q8_0], Qt.MouseButton.LeftButton)
    n_ctx = int(fit.n_ctx.text().split()[0].replace(",", ""))
    with qtbot.waitSignal(generation.model_loaded, timeout=WAIT_MS) as loaded:
        QTest.mouseClick(here.page.detail.action, Qt.MouseButton.LeftButton)
    assert (loaded.args[0].path, loaded.args[0].n_ctx, loaded.args[0].kv_type) == (here.ours, n_ctx, KvType.Q8_0)
    here.rig.window.open_models()
    choose(here, qtbot, "foreign")
    qtbot.waitUntil(lambda: "Scripted" in titles(here))  # what the engine calls it
    choose(here, qtbot, "Scripted")
    qtbot.waitUntil(lambda: fit.slider.value() == 0 and fit.kv_type is KvType.Q8_0, timeout=WAIT_MS)
    QTest.mouseClick(fit.reset, Qt.MouseButton.LeftButton)
    assert (fit.slider.value() > 0, fit.kv_type) == (True, KvType.F16)
    with qtbot.waitSignal(generation.model_loaded, timeout=WAIT_MS) as loaded:
        QTest.mouseClick(here.page.detail.action, Qt.MouseButton.LeftButton)
    assert loaded.args[0].n_ctx > n_ctx
    assert here.library.settings_of(here.ours) == ModelSettings()


def test_a_context_that_cannot_be_kept_is_said_and_nothing_is_loaded(here, qtbot):
    choose(here, qtbot, "ours")
    fit = here.page.detail.fit
    qtbot.waitUntil(lambda: fit.word.text() == "Fits", timeout=WAIT_MS)
    fit.slider.setValue(0)
    here.ours.unlink()
    QTest.mouseClick(here.page.detail.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "ours.gguf" in here.page.detail.remark.text(), timeout=WAIT_MS)
    assert here.rig.window.models.is_open
