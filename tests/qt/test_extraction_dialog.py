# SPDX-License-Identifier: Apache-2.0
"""The window for tables out of texts: what is typed is checked, asked about before anything is lost, and shown as it comes."""

import csv
import json
import os
import sys

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from helpers.language import german
from leeward.chat.extraction import FileDone, Row
from leeward.domain.errors import EngineEnded
from leeward.domain.persona import Persona
from leeward.ui.extraction.table import RowsModel, RowsView
from leeward.ui.extraction.words import EXAMPLE, Progress, progress_text
from leeward.ui.theme import DARK, LIGHT

SCHEMA = json.dumps({"type": "object", "properties": {"n": {"type": "integer", "maximum": 9}}, "required": ["n"]})


@pytest.fixture
def letters(tmp_path):
    folder = tmp_path / "letters"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(f"Letter {name}")
    return folder


@pytest.fixture
def opened(make_rig, qtbot):
    """Return a function that opens the dialog of a window whose model says these things; the second value is the rig."""

    def open_dialog(*scripts, **options):
        rig = make_rig(scripts=[(script,) if isinstance(script, str) else script for script in scripts], **options)
        opening = rig.window.dialogs.extraction
        with qtbot.waitSignal(opening._bridge.persona_found):
            opening.open()
        return opening.dialog, rig

    return open_dialog


def fill(dialog, folder, qtbot, schema=SCHEMA):
    dialog.form.folder.setText(str(folder))
    dialog.form.take_schema(schema)
    qtbot.waitUntil(lambda: dialog.form.n_files.isVisible() and "Columns: n." in dialog.form.schema_remark.text())


def run(dialog, folder, qtbot):
    fill(dialog, folder, qtbot)
    with qtbot.waitSignal(dialog._bridge.ended):
        dialog.start.click()


def column(dialog, number):
    return [dialog.model.index(row, number).data() for row in range(dialog.model.rowCount())]


def visible(dialog):
    buttons = (dialog.close_button, dialog.back, dialog.anew, dialog.show_table, dialog.stop, dialog.start)
    return [each.text() for each in buttons if each.isVisible()]


def test_the_ready_persona_is_named_as_in_the_list_of_personas(opened, tmp_path):
    with german({("Extract data", "persona"): "Daten entnehmen"}, tmp_path):
        dialog, _rig = opened()
        assert "“Daten entnehmen”" in dialog.form.answers.text()


def test_a_folder_becomes_a_table_that_is_shown(opened, letters, qtbot, monkeypatch):
    dialog, _rig = opened('{"n": 1}', "no JSON", '{"n": 3}', interval_s=0.05)
    assert visible(dialog) == ["Close", "Start"]
    fill(dialog, letters, qtbot)
    assert dialog.form.n_files.text() == "3 files, those in folders inside included."
    assert dialog.form.target.text() == str(letters.parent / "letters.csv")
    assert "Starter 1M reads every text, as the persona “Extract data”" in dialog.form.answers.text()
    with qtbot.waitSignal(dialog._bridge.ended):
        dialog.start.click()
        qtbot.waitUntil(lambda: dialog.is_table_shown)
        assert visible(dialog) == ["Close", "Stop"]
        assert dialog.detail.text().startswith("This window can be closed")
        dialog.view.setFocus()
    assert column(dialog, 0) == ["Done", "Problem", "Done"]
    assert column(dialog, 1) == ["a.txt", "b.txt", "c.txt"]
    assert [column(dialog, 2)[row] for row in (0, 2)] == ["1", "3"]
    assert dialog.line.text() == "3 of 3 · 1 with a problem"
    assert dialog.remark.text().startswith("Done: 3 rows in letters.csv.")
    assert visible(dialog) == ["Close", "Back", "Open the table"]
    assert not dialog.detail.isVisible()
    for opens, words in ((True, "Done: "), (False, "No program here opens it. ")):
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url, opens=opens: opens)
        dialog.show_table.click()
        assert dialog.remark.text().startswith(words)
    dialog.view.selectRow(1)
    assert dialog.detail.text().startswith("The answer does not fit the schema: ")
    problem = dialog.model.index(1, 0)
    assert problem.data(Qt.ItemDataRole.ToolTipRole) == dialog.detail.text()
    assert problem.data(Qt.ItemDataRole.AccessibleTextRole) == f"Problem: {dialog.detail.text()}"


def test_what_is_done_is_gone_on_with_after_a_question(opened, letters, qtbot):
    dialog, rig = opened('{"n": 1}', ("{", " ") * 300, '{"n": 2}', '{"n": 3}', interval_s=0.02)
    fill(dialog, letters, qtbot)
    with qtbot.waitSignal(dialog._bridge.ended):
        dialog.start.click()
        qtbot.waitUntil(lambda: len(rig.engine.requests) == 2)
        dialog.stop.click()
    assert dialog.remark.text().startswith("Stopped. 1 of 3 is in letters.csv.")
    assert column(dialog, 1) == ["a.txt"]
    dialog.back.click()
    with qtbot.waitSignal(dialog._bridge.looked):
        dialog.start.click()
    assert dialog.remark.text().startswith("1 of 3 is done already. Go on with the rest?")
    assert visible(dialog) == ["Back", "Read all anew", "Go on"]
    assert not dialog.form.isEnabled()
    with qtbot.waitSignal(dialog._bridge.ended):
        dialog.start.click()
    assert column(dialog, 0) == ["As before", "Done", "Done"]
    assert len(rig.engine.requests) == 4
    dialog.back.click()
    with qtbot.waitSignal(dialog._bridge.looked):
        dialog.start.click()
    assert dialog.remark.text() == "All 3 are done already. Write letters.csv again from what is known?"
    with qtbot.waitSignal(dialog._bridge.ended):
        dialog.anew.click()
    assert column(dialog, 0) == ["Done"] * 3


def test_a_file_of_that_name_is_replaced_after_a_question_only(opened, letters, qtbot):
    dialog, rig = opened('{"n": 1}')
    target = letters.parent / "letters.csv"
    target.write_text("mine")
    fill(dialog, letters, qtbot)
    with qtbot.waitSignal(dialog._bridge.looked):
        dialog.start.click()
    assert dialog.remark.text() == "letters.csv is there already. Replace it by the new table?"
    assert visible(dialog) == ["Back", "Replace it"]
    dialog.back.click()
    assert (target.read_text(), rig.engine.requests, visible(dialog)) == ("mine", [], ["Close", "Start"])
    with qtbot.waitSignal(dialog._bridge.looked):
        dialog.start.click()
    with qtbot.waitSignal(dialog._bridge.ended):
        dialog.start.click()
    with target.open(newline="") as file:
        assert [row["n"] for row in csv.DictReader(file)] == ["1"] * 3


def test_what_is_missing_or_wrong_is_said_at_its_field(opened, letters, qtbot):
    dialog, rig = opened('{"n": 1}')
    form = dialog.form
    dialog.start.click()
    assert (dialog.remark.text(), dialog.focusWidget()) == ("Choose the folder with the texts first.", form.folder)
    form.folder.setText(str(letters / "gone"))
    qtbot.waitUntil(lambda: form.n_files.text() == "There is no such folder. Choose one that is there.")
    assert not dialog.remark.isVisible()
    with qtbot.waitSignal(dialog._bridge.looked):
        dialog.start.click()
    assert dialog.remark.text() == "There are no files to read. Choose a folder with texts."
    assert form.isEnabled()
    fill(dialog, letters, qtbot)
    form.take_schema('{"type": "object",')
    qtbot.waitUntil(lambda: form.schema_remark.text().startswith("Not right yet: the schema is no JSON: "))
    dialog.start.click()
    assert (dialog.remark.text()[:4], dialog.focusWidget()) == ("Mend", form.schema)
    form.example.click()
    qtbot.waitUntil(lambda: form.schema_remark.text() == "Columns: name, city, year, is_complaint.")
    form.target.setText(str(letters.parent / "out.txt"))
    dialog.start.click()
    assert dialog.remark.text() == "The name of the table must end in .csv or .jsonl."
    form.jsonl.click()
    assert form.target.text() == str(letters.parent / "out.txt.jsonl")
    form.csv.click()
    assert form.target.text() == str(letters.parent / "out.txt.csv")
    form.target.setText(str(letters.parent / "no" / "out.csv"))
    with qtbot.waitSignal(dialog._bridge.looked):
        dialog.start.click()
    assert dialog.remark.text().startswith("There is no folder ")
    assert rig.engine.requests == []


def test_an_error_is_said_with_a_next_step_and_the_rows_stay(opened, letters, qtbot):
    dialog, _rig = opened('{"n": 1}', (EngineEnded(),))
    run(dialog, letters, qtbot)
    assert "1 of 3 is in letters.csv." in dialog.remark.text()
    assert column(dialog, 1) == ["a.txt"]
    assert dialog.back.isVisible()


def test_without_a_model_it_says_so(make_rig, letters, qtbot):
    rig = make_rig(is_started=False)
    opening = rig.window.dialogs.extraction
    with qtbot.waitSignal(opening._bridge.persona_found):
        opening.open()
    assert opening.dialog.form.answers.text().startswith("No model is loaded.")
    fill(opening.dialog, letters, qtbot)
    opening.dialog.start.click()
    assert opening.dialog.remark.text() == "No model is loaded. Load one, then start again."


def test_a_table_goes_on_behind_a_closed_window_and_its_end_is_said(opened, letters, qtbot):
    dialog, rig = opened('{"n": 1}', interval_s=0.05)
    fill(dialog, letters, qtbot)
    with qtbot.waitSignal(dialog._bridge.ended):
        dialog.start.click()
        qtbot.waitUntil(lambda: dialog.is_table_shown)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
    assert rig.window.page.banner.sentence.text() == "Done: 3 rows in letters.csv."
    rig.window.activateWindow()
    qtbot.waitUntil(rig.window.isActiveWindow)
    QTest.keyClick(rig.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(dialog.isVisible)
    assert column(dialog, 0) == ["Done"] * 3
    assert not rig.window.page.banner.isVisible()


def test_the_persona_in_use_brings_its_schema(opened, qtbot):
    dialog, rig = opened('{"n": 1}')
    assert dialog.form.schema.toPlainText() == EXAMPLE
    with qtbot.waitSignal(dialog._bridge.persona_found):
        rig.parts.personas.changed.emit(Persona(name="Counter", json_schema=SCHEMA))
    assert "persona “Counter”" in dialog.form.answers.text()
    assert dialog.form.schema.toPlainText() == SCHEMA


def test_folders_and_schemas_can_be_dropped_and_chosen(opened, letters, tmp_path, qtbot, monkeypatch):
    dialog, _rig = opened('{"n": 1}')
    form = dialog.form
    (tmp_path / "s.json").write_text(SCHEMA)
    for path in (letters, tmp_path / "s.json"):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        action, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        drop = QDropEvent(QPointF(5, 5), action, data, buttons, Qt.KeyboardModifier.NoModifier)
        dialog.dropEvent(drop)
    assert form.folder.text() == str(letters)
    qtbot.waitUntil(lambda: form.schema.toPlainText() == SCHEMA)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), "JSON Lines (*.jsonl)"))
    form.choose_target.click()
    assert form.target.text() == str(tmp_path / "mine.jsonl")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    form.choose_folder.click()
    assert (form.folder.text(), form.target.text()) == (str(tmp_path), str(tmp_path / "mine.jsonl"))


def test_ten_thousand_rows_are_painted_as_few(show_in_window, qtbot):
    model = RowsModel(DARK)
    view = RowsView(model)
    show_in_window(view)
    model.begin(("name", "list"))
    row = Row("letters/x.txt", value={"name": "A\nB", "list": [1, None]})
    model.add([FileDone(row.file, (row,))] * 10_000)
    assert (model.rowCount(), model.columnCount()) == (10_000, 4)
    assert [model.index(9_999, number).data() for number in range(4)] == ["Done", "x.txt", "A B", "[1, null]"]
    assert view.indexAt(view.viewport().rect().center()).row() > 9_000  # it follows
    view.scrollToTop()
    model.add([FileDone("letters/y", (Row("letters/y", 2, 3, problem="it is no text"),))])
    assert view.indexAt(view.viewport().rect().topLeft()).row() == 0  # it does not, once one reads above
    last = model.index(10_000, 1)
    assert (last.data(), model.sentence(10_000)) == ("y (2/3)", "It is no text.")
    red = model.index(10_000, 0).data(Qt.ItemDataRole.ForegroundRole)
    model.set_theme(LIGHT)
    assert model.index(10_000, 0).data(Qt.ItemDataRole.ForegroundRole) != red


def test_the_time_left_counts_what_is_new_only():
    progress = Progress(n_files=340, n_known=100, started_s=0.0)
    assert progress_text(progress, 5.0, is_waiting=True) == "0 of 340 · waits for the answer in the chat"
    progress.n_done, progress.n_new, progress.n_problems = 112, 12, 2
    text = "112 of 340 · about 4 min · 2 with problems"
    assert progress_text(progress, 12.0, is_waiting=False) == text
    assert progress_text(progress, 12.0, "bob.txt", is_waiting=False) == f"{text} · reads bob.txt"
    progress.n_done, progress.n_new = 12, 12  # the known ones come last
    assert progress.left_s(12.0) == 228.0
    progress.n_done, progress.n_new = 340, 240
    assert progress.left_s(240.0) is None


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are text there")
def test_a_name_that_is_no_text_is_shown_and_written(opened, letters, qtbot):
    (letters / os.fsdecode(b"\xff.txt")).write_text("Letter d")
    dialog, _rig = opened('{"n": 1}')
    run(dialog, letters, qtbot)
    assert dialog.remark.text() == "Done: 4 rows in letters.csv."
    assert [name for name in column(dialog, 1) if name in ("a.txt", "b.txt", "c.txt")] == ["a.txt", "b.txt", "c.txt"]
    assert (letters.parent / "letters.csv").read_text().count(".txt") == 4
