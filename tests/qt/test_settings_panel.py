# SPDX-License-Identifier: Apache-2.0
"""What is set for one model on the Models page: shown, kept, counted, and taken back."""

from dataclasses import fields
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from helpers.tiny_adapter import write_tiny_adapter
from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.model_info import KvType
from leeward.domain.model_settings import ModelSettings
from leeward.library.models import Library
from leeward.storage.profile import Profile
from leeward.ui.models_page.settings_panel import LABELS

WAIT_MS = 20_000


@pytest.fixture
def open_page(make_rig, qtbot):
    """Return a function that opens the page at a model in the models folder."""

    def make(size=(1200, 800), own=None):
        rig = make_rig(size)
        path = write_tiny_gguf(rig.folder / "models" / "tiny.gguf")
        library = Library(Profile(rig.folder), roots=dict)
        if own is not None:
            library.set_settings(path, own)
        rig.window.open_models()
        page = rig.window.models.page
        qtbot.waitUntil(lambda: any(each.path == path for each in page.here.all), timeout=WAIT_MS)
        choice = next(each for each in page.here.all if each.path == path)
        page._on_chosen(choice)
        qtbot.waitUntil(lambda: not page.detail.setup.isHidden() and bool(page.detail.fit.word.text()), timeout=WAIT_MS)
        return SimpleNamespace(
            rig=rig, page=page, path=path, detail=page.detail, setup=page.detail.setup, library=library
        )

    return make


def press(button):
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def kept(made, qtbot, **wanted):
    qtbot.waitUntil(lambda: made.library.settings_of(made.path) == ModelSettings(**wanted), timeout=WAIT_MS)


def use(made, qtbot):
    with qtbot.waitSignal(made.rig.parts.generation.model_loaded, timeout=WAIT_MS):
        press(made.detail.action)


def test_every_setting_has_a_place():
    assert set(LABELS) == {declared.name for declared in fields(ModelSettings)}


def test_nothing_is_made_before_it_is_unfolded(open_page):
    made = open_page()
    assert made.setup.fields == {}
    assert made.setup.summary.text() == "Leeward chooses everything for this machine."
    assert not made.setup.reset.isVisible()
    press(made.setup.fold)
    assert set(made.setup.fields) < set(LABELS)
    assert all(field.value is None for field in made.setup.fields.values())
    assert made.setup.fields["temperature"].number.box.text() == "Automatic (0.7)"
    assert made.setup.fields["flash_attention"].buttons[0].text() == "Automatic (on)"


def test_a_number_begins_at_leewards_choice_is_counted_and_kept(open_page, qtbot):
    made = open_page()
    press(made.setup.fold)
    field = made.setup.fields["n_ubatch"]
    before = made.detail.fit.memory.text()
    for _ in range(8):
        QTest.keyClick(field.number.box, Qt.Key.Key_Up)
    assert field.value == 512 + 8 * 256
    assert made.setup.rows["n_ubatch"].remark.text() == "It costs no memory.", "a batch is never larger than n_batch"
    for _ in range(8):
        QTest.keyClick(made.setup.fields["n_batch"].number.box, Qt.Key.Key_Up)
    assert "more than Leeward's choice" in made.setup.rows["n_ubatch"].remark.text()
    assert made.detail.fit.memory.text() != before, "the verdict follows"
    kept(made, qtbot, n_ubatch=2560, n_batch=2560)
    assert made.setup.summary.text() == "Set by you: Batch, Micro-batch."


def test_typing_the_lowest_number_and_stepping_below_it(open_page, qtbot):
    made = open_page()
    press(made.setup.fold)
    box = made.setup.fields["top_k"].number.box
    box.selectAll()
    QTest.keyClicks(box, "0")
    QTest.keyClick(box, Qt.Key.Key_Return)
    kept(made, qtbot, top_k=0)
    QTest.keyClick(box, Qt.Key.Key_Down)
    kept(made, qtbot)
    assert box.text() == "Automatic (40)"


def test_what_was_set_is_shown_and_all_of_it_taken_back(open_page, qtbot):
    made = open_page(
        own=ModelSettings(n_threads=2, use_mmap=False, rope_scaling="yarn", rope_freq_scale=0.5, n_ctx=512)
    )
    press(made.setup.fold)
    assert [made.setup.fields[name].value for name in ("n_threads", "use_mmap", "rope_scaling")] == [2, False, "yarn"]
    assert made.detail.fit.slider.maximum() == 6, "it sees 4,096 tokens instead of 2,048"
    press(made.setup.reset)
    kept(made, qtbot)
    assert all(field.value is None for field in made.setup.fields.values())
    assert not made.setup.reset.isVisible()
    assert made.detail.fit.slider.maximum() == 4


def test_a_model_in_use_is_loaded_again_only_when_asked(open_page, qtbot):
    made = open_page()
    use(made, qtbot)
    plans = []
    load = made.rig.parts.generation.load
    made.rig.parts.generation.load = lambda plan: (plans.append(plan), load(plan))
    made.rig.window.open_models()
    assert made.detail.action.text() == "Use now"
    press(made.setup.fold)
    press(made.setup.fields["use_mmap"].buttons[2])
    qtbot.waitUntil(lambda: made.detail.action.text() == "Load it again with these settings", timeout=WAIT_MS)
    assert plans == []
    use(made, qtbot)
    assert [plan.use_mmap for plan in plans] == [False]
    made.rig.window.open_models()
    assert made.detail.action.text() == "Use now"


def test_leaving_everything_to_leeward_asks_for_nothing_that_did_not_change(open_page, qtbot):
    made = open_page(own=ModelSettings(temperature=0.3))
    use(made, qtbot)
    made.rig.window.open_models()
    checked = []
    made.page._tools.template_check.started.connect(checked.append)
    press(made.setup.reset)
    kept(made, qtbot)
    qtbot.waitUntil(lambda: made.setup.summary.text().startswith("Leeward chooses"))
    assert made.detail.action.text() == "Use now", "temperature is nothing that a load knows"
    assert checked == []


def test_what_is_set_while_it_is_loaded_is_said_to_need_another_load(open_page, qtbot):
    made = open_page()
    generation, plans = made.rig.parts.generation, []
    load = generation.load
    generation.load = plans.append  # it is asked for, and has not begun
    press(made.detail.action)
    qtbot.waitUntil(lambda: plans != [])
    made.rig.window.open_models()
    press(made.setup.fold)
    press(made.setup.fields["use_mlock"].buttons[1])
    kept(made, qtbot, use_mlock=True)
    with qtbot.waitSignal(generation.model_loaded, timeout=WAIT_MS):
        load(plans[0])
    # That it is kept may come to the window after the model is loaded.
    qtbot.waitUntil(lambda: made.detail.action.text() == "Load it again with these settings", timeout=WAIT_MS)
    press(made.setup.fields["use_mlock"].buttons[0])
    kept(made, qtbot)
    qtbot.waitUntil(lambda: made.detail.action.text() == "Use now", timeout=WAIT_MS)


def test_the_slider_is_kept_like_all_else(open_page, qtbot):
    made = open_page()
    made.detail.fit.slider.setValue(0)
    made.rig.window.models.close()
    kept(made, qtbot, n_ctx=512, kv_type=made.detail.fit.kv_type)


def test_how_words_are_drawn_acts_at_once(open_page, qtbot):
    made = open_page()
    use(made, qtbot)
    made.rig.window.open_models()
    press(made.setup.fold)
    QTest.keyClick(made.setup.fields["temperature"].number.box, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: made.rig.window.loading.settings_in_use.temperature == 0.75, timeout=WAIT_MS)
    assert made.detail.action.text() == "Use now", "nothing has to be loaded for it"


def test_the_context_that_was_chosen_stays_chosen_when_something_else_is_set(open_page, qtbot):
    made = open_page()
    made.detail.fit.slider.setValue(0)
    press(made.setup.fold)
    press(made.setup.fields["use_mlock"].buttons[1])
    use(made, qtbot)
    kept(made, qtbot, n_ctx=512, kv_type=made.detail.fit.kv_type, use_mlock=True)


def test_leaving_the_page_keeps_what_was_just_set(open_page, qtbot):
    made = open_page()
    press(made.setup.fold)
    press(made.setup.fields["use_mlock"].buttons[1])
    assert made.page.settings._timer.isActive()
    made.rig.window.models.close()
    assert not made.page.settings._timer.isActive()
    kept(made, qtbot, use_mlock=True)


def test_what_cannot_be_kept_is_said(open_page, qtbot):
    made = open_page()
    press(made.setup.fold)
    away = made.path.rename(made.path.with_suffix(".away"))
    press(made.setup.fields["use_mlock"].buttons[1])
    qtbot.waitUntil(lambda: "tiny.gguf" in made.detail.remark.text(), timeout=WAIT_MS)
    away.rename(made.path)
    press(made.setup.fields["use_mmap"].buttons[1])
    kept(made, qtbot, use_mlock=True, use_mmap=True)
    qtbot.waitUntil(lambda: not made.detail.remark.text(), timeout=WAIT_MS)


@pytest.mark.parametrize("size", [(1200, 800), (800, 480), (480, 320)])
def test_every_field_has_a_name_and_fits(open_page, size):
    made = open_page(size)
    press(made.setup.fold)
    for name, field in made.setup.fields.items():
        controls = [field.number.box] if hasattr(field, "number") else getattr(field, "buttons", [])
        assert all(LABELS[name] in control.accessibleName() for control in controls)
        assert field.width() <= made.setup.width()
    assert made.setup.width() <= made.detail.width()


def turn_wheel(widget, delta):
    point = widget.rect().center()
    QApplication.sendEvent(
        widget,
        QWheelEvent(
            QPointF(point), QPointF(widget.mapToGlobal(point)), QPoint(), QPoint(0, delta),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip


def test_the_wheel_over_a_field_changes_nothing(open_page):
    made = open_page()
    press(made.setup.fold)
    field = made.setup.fields["n_threads"]
    turn_wheel(field.number.box, 120)
    assert field.value is None


def test_the_wheel_changes_the_context_only_where_the_slider_has_the_focus(open_page):
    slider = open_page().detail.fit.slider
    before = slider.value()
    assert slider.minimum() < before
    turn_wheel(slider, -120)
    assert slider.value() == before
    slider.setFocus()
    turn_wheel(slider, -120)
    assert slider.value() < before


def test_adapters_are_counted_and_one_that_does_not_fit_is_said(open_page, qtbot, monkeypatch, tmp_path):
    made = open_page()
    adapter = write_tiny_adapter(tmp_path / "pirate.gguf")
    chosen = [adapter, made.path]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_what: (str(chosen.pop(0)), ""))
    press(made.setup.fold)
    remark = made.setup.rows["adapters"].remark
    press(made.setup.fields["adapters"].add)
    qtbot.waitUntil(lambda: "more than Leeward's choice" in remark.text(), timeout=WAIT_MS)
    kept(made, qtbot, adapters=((adapter, 1.0),))
    press(made.setup.fields["adapters"].add)
    qtbot.waitUntil(lambda: "tiny.gguf" in remark.text(), timeout=WAIT_MS)
    press(made.setup.fields["adapters"].removes[1])
    qtbot.waitUntil(lambda: "more than Leeward's choice" in remark.text(), timeout=WAIT_MS)


def test_flash_attention_that_is_needed_is_said_to_stay_on(open_page):
    made = open_page(own=ModelSettings(kv_type=KvType.Q8_0, flash_attention=False))
    press(made.setup.fold)
    remark = made.setup.rows["flash_attention"].remark
    assert remark.text().startswith("It stays on")
    press(made.detail.fit.kv_buttons[KvType.F16])
    assert "more than Leeward's choice" in remark.text()
