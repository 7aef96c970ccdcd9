# SPDX-License-Identifier: Apache-2.0
"""The window for speed: measured in an engine of its own, stopped, failed, copied, compared, closed while it runs."""

import dataclasses
import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.speed import SPEED_REPORT
from helpers.tiny_gguf import write_tiny_gguf
from leeward.bridge.models import ModelChoice
from leeward.bridge.speed import Measured
from leeward.domain.errors import EngineEnded, StorageFull
from leeward.engine.scripted import ScriptedEngine
from leeward.engine.supervisor import Supervisor
from leeward.library import speed as measuring

WAIT_MS = 60_000


@pytest.fixture(autouse=True)
def known_memory(monkeypatch):
    monkeypatch.setattr(measuring, "memory_bandwidth", lambda n_threads: 1e9 * n_threads)


@pytest.fixture
def opened(make_rig, qtbot):
    """Return a function that opens the dialog with a model that is there, over an engine; the second value is the rig."""

    def open_dialog(*script, interval_s=0.0, make_engine=None, size=(1200, 800)):
        make_engine = make_engine or (
            lambda **_: ScriptedEngine([script or ("word " * 48,)], piece_interval_s=interval_s)
        )
        rig = make_rig(size, make_speed_engine=make_engine)
        path = write_tiny_gguf(rig.folder / "tiny.gguf")
        rig.parts.models.remember(path, "Tiny one")
        opening = rig.window.dialogs.speed
        with qtbot.waitSignal(opening.bridge.found):  # a later answer would take away what a test lets the bridge say
            rig.window.dialogs.open_speed()
        models = opening.dialog.models
        qtbot.waitUntil(lambda: path in [choice.path for choice in models.choices])
        models.choose(next(choice for choice in models.choices if choice.path == path))
        return opening.dialog, rig

    return open_dialog


def texts(dialog):
    return [[label.text() for label in row] for row in dialog.table.values]


def test_a_model_is_measured_and_kept(opened, qtbot):
    dialog, rig = opened()
    assert "Nothing was measured yet" in dialog.line.text()
    assert not dialog.table.isVisible()
    assert not dialog.copy_button.isEnabled()
    dialog.measure.click()
    assert dialog.stop.isVisible()
    assert dialog.bar.isVisible()
    assert not dialog.measure.isVisible()
    assert not dialog.models.isEnabled()
    qtbot.waitUntil(lambda: dialog.shown is not None, timeout=WAIT_MS)
    assert dialog.measure.isVisible()
    assert not dialog.line.isVisible()
    assert dialog.table.head.text().startswith("Tiny one")
    assert [len(row) for row in texts(dialog)] == [3, 3, 3, 3, 3]  # no memory: the engine is this process
    assert dialog.history.count() == 1
    assert len(json.loads((rig.folder / "speed.json").read_bytes())) == 1


def test_a_real_engine_is_measured_beside_the_one_of_the_chat(opened, qtbot):
    dialog, rig = opened(make_engine=Supervisor)
    said = []
    dialog._bridge.progressed.connect(lambda _progress: said.append(dialog.line.text()))
    dialog.measure.click()
    qtbot.waitUntil(lambda: dialog.shown is not None, timeout=WAIT_MS)
    assert dialog.shown.device == "CPU"
    assert dialog.shown.memory_bytes > 0
    assert "memory allows" in dialog.table.sentences.text() or "caches" in dialog.table.sentences.text()
    assert any("Reading a prompt of 512 tokens" in each for each in said)
    assert rig.parts.generation.loaded_model.path != dialog.shown.model_file
    assert rig.engine.requests == []


def test_stop_ends_it_and_nothing_is_kept(opened, qtbot):
    dialog, rig = opened(*["word "] * 48, interval_s=0.5)
    dialog.measure.click()
    qtbot.waitUntil(lambda: "Reading a prompt" in dialog.line.text(), timeout=WAIT_MS)
    assert dialog.stop.hasFocus()
    QTest.keyClick(dialog.stop, Qt.Key.Key_Space)
    assert dialog.line.text() == "Stopping…"
    assert not dialog.stop.isEnabled()
    qtbot.waitUntil(dialog.measure.isVisible, timeout=WAIT_MS)
    assert dialog.line.text() == "Stopped. Nothing of it is kept."
    assert dialog.measure.hasFocus()
    assert not (rig.folder / "speed.json").exists()


def test_a_failure_is_said_with_what_to_do_and_another_try_is_free(opened, qtbot):
    dialog, _rig = opened(EngineEnded())
    for _ in range(2):
        dialog.measure.click()
        with qtbot.waitSignal(dialog._bridge.failed, timeout=WAIT_MS):
            pass
        assert len(dialog.line.text().split(". ")) > 1
        assert dialog.measure.isVisible()
        assert dialog.measure.isEnabled()


def test_a_model_whose_file_is_gone_is_said(opened, qtbot):
    dialog, rig = opened()
    (rig.folder / "tiny.gguf").unlink()
    dialog.measure.click()
    with qtbot.waitSignal(dialog._bridge.failed, timeout=WAIT_MS):
        pass
    assert "tiny.gguf" in dialog.line.text()


def test_what_cannot_be_kept_is_shown_all_the_same(opened, tmp_path):
    dialog, _rig = opened()
    dialog._bridge.ended.emit(Measured(SPEED_REPORT, (), StorageFull(tmp_path / "speed.json")))
    assert "not kept" in dialog.line.text()
    assert dialog.shown == SPEED_REPORT


def test_a_report_is_compared_and_an_earlier_one_is_shown_again(opened, qtbot):
    dialog, _rig = opened()
    faster = tuple(dataclasses.replace(each, prompt_rate=2 * each.prompt_rate) for each in SPEED_REPORT.depths)
    other = dataclasses.replace(SPEED_REPORT, model="Other", model_file="other.gguf")
    newer = dataclasses.replace(SPEED_REPORT, depths=faster)
    dialog._bridge.ended.emit(Measured(newer, (SPEED_REPORT, other)))
    assert "Reads 2.00 times and writes 1.00 times as fast as on" in dialog.table.sentences.text()
    assert texts(dialog)[1] == ["800", "780", "760"]
    dialog.history.setFocus()
    QTest.keyClick(dialog.history, Qt.Key.Key_End)
    assert dialog.shown == SPEED_REPORT
    assert "times as fast" not in dialog.table.sentences.text()
    assert texts(dialog)[1] == ["400", "390", "380"]
    assert dialog.table.values[1][0].accessibleName() == "Reads a prompt, tokens/s, 65: 400"


def test_the_text_to_share_is_copied_and_that_is_said(opened):
    dialog, _rig = opened()
    dialog._bridge.ended.emit(Measured(SPEED_REPORT, ()))
    dialog.copy_button.click()
    assert "A Processor 9" in QApplication.clipboard().text()
    assert "Copied" in dialog.copied.text()
    dialog.close()
    dialog.bring_to_front(dialog.size())
    assert dialog.copied.text() == "", "that was before"
    dialog.copy_button.click()
    dialog._bridge.ended.emit(Measured(SPEED_REPORT, (SPEED_REPORT,)))
    assert dialog.copied.text() == "", "that was another one"


def test_closing_ends_what_is_measured(opened, qtbot):
    dialog, rig = opened(*["word "] * 48, interval_s=0.5)
    dialog.measure.click()
    qtbot.waitUntil(lambda: "Reading a prompt" in dialog.line.text(), timeout=WAIT_MS)
    with qtbot.waitSignal(dialog._bridge.ended, timeout=WAIT_MS) as ended:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
    assert ended.args == [None]
    rig.window.dialogs.open_speed()
    assert dialog.measure.isVisible()
    assert "Stopped" in dialog.line.text()


def test_closing_the_window_while_it_measures_leaves_nothing_behind(opened, qtbot):
    dialog, rig = opened(*["word "] * 48, interval_s=0.5)
    dialog.measure.click()
    qtbot.waitUntil(lambda: "Reading a prompt" in dialog.line.text(), timeout=WAIT_MS)
    rig.window.close()
    assert not dialog.isVisible()


def test_the_loaded_model_is_offered_first_and_what_was_chosen_stays(make_rig, qtbot):
    rig = make_rig()
    with qtbot.waitSignal(rig.parts.models.listed):
        rig.window.dialogs.open_speed()
    dialog = rig.window.dialogs.speed.dialog
    loaded = rig.parts.generation.loaded_model
    assert dialog.models.choice.path == loaded.path
    assert dialog.models.accessibleName() == "Model: Starter 1M"
    one, two = (ModelChoice(rig.folder / name, name) for name in ("one", "two & more"))
    dialog.models.choose(two)
    assert dialog.models.text() == "two && more"
    dialog.show_models([one, two], loaded.path)
    assert dialog.models.choice == two
    dialog.show_models([one], loaded.path)
    assert dialog.models.choice == one
    dialog.models.choice = None
    dialog.show_models([], None)
    assert not dialog.measure.isEnabled()
    assert "no model here" in dialog.line.text()


def test_the_history_of_earlier_windows_is_listed(opened, qtbot):
    dialog, rig = opened()
    rig.window.dialogs.speed.bridge._history.add(SPEED_REPORT)
    dialog.close()
    rig.window.dialogs.open_speed()
    qtbot.waitUntil(lambda: dialog.history.count() == 1)
    assert dialog.shown == SPEED_REPORT
    assert "Nothing was measured" not in dialog.line.text()


def test_how_far_it_is_can_be_seen_where_there_is_little_room(opened, qtbot):
    dialog, _rig = opened(*["word "] * 48, interval_s=0.5, size=(480, 320))
    dialog._bridge.ended.emit(Measured(SPEED_REPORT, (SPEED_REPORT,)))
    dialog.measure.setFocus()
    QTest.keyClick(dialog.measure, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Reading a prompt" in dialog.line.text(), timeout=WAIT_MS)
    for widget in (dialog.stop, dialog.line, dialog.bar):
        assert not widget.visibleRegion().isEmpty()
    QTest.keyClick(dialog.stop, Qt.Key.Key_Space)
    qtbot.waitUntil(dialog.measure.isVisible, timeout=WAIT_MS)
    assert not dialog.line.visibleRegion().isEmpty()


@pytest.mark.parametrize("size", [(1200, 800), (800, 480), (480, 320)])
def test_everything_can_be_reached_by_scrolling_down_only(opened, size):
    dialog, rig = opened(size=size)
    dialog._bridge.ended.emit(Measured(SPEED_REPORT, (SPEED_REPORT,)))
    QApplication.processEvents()
    assert dialog.width() <= rig.window.width()
    assert dialog.height() <= rig.window.height()
    assert dialog.area.widget().minimumSizeHint().width() <= dialog.area.viewport().width()
    for row in dialog.table.values:
        assert row[0].height() >= row[0].sizeHint().height(), "it is not squeezed"
    assert dialog.table.sentences.height() >= dialog.table.sentences.heightForWidth(dialog.table.sentences.width())
    values = dialog.table.values[0][-1]
    assert values.mapTo(dialog, values.rect().topRight()).x() <= dialog.width()
