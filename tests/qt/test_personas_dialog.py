# SPDX-License-Identifier: Apache-2.0
"""Personas in the window: chosen, written, passed on, and what is asked of the model then."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from helpers.language import german
from helpers.personas import FULL
from helpers.tiny_adapter import write_tiny_adapter
from leeward.domain.generation import AdapterUse, Dry, Role, Xtc
from leeward.domain.persona import Persona
from leeward.domain.samplers import SAMPLERS
from leeward.storage.personas import read_persona, write_persona
from leeward.storage.settings_file import SettingsFile
from leeward.ui.personas.editor import PersonaEditor
from leeward.ui.theme import LIGHT

WAIT_MS = 10_000


@pytest.fixture
def dialog(window_rig, qtbot):
    with qtbot.waitSignal(window_rig.parts.personas.listed):
        window_rig.window.personas.open()
    return window_rig.window.personas.dialog


def names(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def choose(dialog, name):
    row = next(row for row, text in enumerate(names(dialog)) if text.startswith(name))
    dialog.list.setCurrentRow(row)


def ask(window_rig, qtbot, text="Hi"):
    with qtbot.waitSignal(window_rig.parts.generation.reply_finished):
        window_rig.window.new_chat()
        window_rig.window.page.composer.set_text(text)
        QTest.keyClick(window_rig.window.page.composer.field, Qt.Key.Key_Return)
    return window_rig.engine.requests[-1]


def test_the_ready_ones_are_offered_and_one_that_is_used_answers(dialog, window_rig, qtbot):
    assert names(dialog)[:3] == ["None: the model and the settings decide · in use", "Explain code", "Extract data"]
    assert not dialog.use.isEnabled()
    choose(dialog, "Tutor")
    assert "patient tutor" in dialog.details.text()
    assert not dialog.remove.isEnabled(), "a ready one stays"
    with qtbot.waitSignal(window_rig.parts.personas.changed):
        dialog.use.click()
    assert "Tutor · in use" in names(dialog)
    assert dialog.remark.text() == "Tutor answers from now on."
    dialog.done_button.click()
    assert window_rig.window.header.status.accessibleName() == "Answers as Tutor"
    request = ask(window_rig, qtbot)
    assert request.messages[0].role is Role.SYSTEM
    assert request.messages[0].content.startswith("You are a patient tutor.")
    assert (request.sampling.temperature, request.sampling.top_k) == (0.6, 40)
    file = SettingsFile(window_rig.folder / "settings.toml")
    qtbot.waitUntil(lambda: file.load().persona == "Tutor", timeout=WAIT_MS)


def test_whoever_answers_is_kept_over_the_end_of_the_program(make_rig, qtbot, tmp_path):
    first = make_rig()
    with qtbot.waitSignal(first.parts.personas.changed):
        first.parts.personas.use("tutor")
    qtbot.waitUntil(lambda: SettingsFile(first.folder / "settings.toml").load().persona == "Tutor", timeout=WAIT_MS)
    (tmp_path / "second").mkdir()
    (tmp_path / "second" / "settings.toml").write_bytes((first.folder / "settings.toml").read_bytes())
    second = make_rig(name="second")
    assert second.parts.personas.active.name == "Tutor"
    assert second.window.loading.settings_in_use.sampling.temperature == 0.6


def test_a_persona_that_is_gone_is_said_and_nobody_answers(make_rig, qtbot, tmp_path):
    (tmp_path / "profile").mkdir()
    (tmp_path / "profile" / "settings.toml").write_text('persona = "Gone"\n')
    rig = make_rig()
    assert "Gone" in rig.window.page.banner.notice.text.sentence
    assert rig.parts.personas.active is None
    assert rig.parts.settings.settings.persona == ""


def test_why_one_is_not_kept_is_said_in_the_language_of_the_window(dialog, tmp_path):
    dialog.new.click()
    editor = dialog.editor
    editor.name.setText("Poet")
    editor.form.buttons[1].click()
    editor.form_text.setPlainText("[]")
    there = {("json_schema must be a JSON object as text", ""): "json_schema muss ein JSON-Objekt sein"}
    with german(there, tmp_path):
        editor.save.click()
    assert editor.remark.text() == "Not kept: json_schema muss ein JSON-Objekt sein."


def test_one_is_written_edited_renamed_and_deleted_with_undo(dialog, window_rig, qtbot):
    bridge = window_rig.parts.personas
    dialog.new.click()
    editor = dialog.editor
    editor.save.click()
    assert "name" in editor.remark.text(), "without a name it is not kept"
    QTest.keyClicks(editor.name, "Poet")
    editor.prompt.setPlainText("Rhyme.")
    editor.stop.setPlainText("END\n\\n\\n\nC:\\\\temp")
    editor.adapters.setPlainText("style.gguf:0.5\nb.gguf")
    editor.reasoning.buttons[2].click()
    editor.form.buttons[1].click()
    editor.form_text.setPlainText("{")
    editor.save.click()
    assert "json_schema" in editor.remark.text()
    editor.form_text.setPlainText("{}")
    editor.fold.click()
    editor.samplers.fields["xtc.probability"].number.box.setValue(0.3)
    with qtbot.waitSignal(bridge.listed):
        editor.save.click()
    poet = dialog.chosen.persona
    assert poet == Persona(
        name="Poet",
        system_prompt="Rhyme.",
        stop=("END", "\n\n", "C:\\temp"),
        adapters=(AdapterUse("style.gguf", 0.5), AdapterUse("b.gguf", 1.0)),
        is_reasoning=False,
        json_schema="{}",
        sampling={"xtc.probability": 0.3},
    )
    dialog.edit.click()
    assert dialog.editor.persona() == poet, "opening changes nothing"
    dialog.editor.name.setText("Bard")
    dialog.editor.adapters.clear()
    with qtbot.waitSignal(bridge.listed):
        dialog.editor.save.click()
    assert [name for name in names(dialog) if "yours" in name] == ["Bard · yours"]
    with qtbot.waitSignal(bridge.listed):
        dialog.remove.click()
    assert not any("yours" in name for name in names(dialog))
    with qtbot.waitSignal(bridge.listed):
        dialog.undo.click()
    assert dialog.chosen.persona.name == "Bard"


def test_a_ready_one_is_edited_as_a_copy_that_lies_over_it(dialog, window_rig, qtbot):
    bridge = window_rig.parts.personas
    choose(dialog, "Tutor")
    with qtbot.waitSignal(bridge.changed):
        dialog.use.click()
    dialog.edit.click()
    dialog.editor.prompt.setPlainText("Be short.")
    with qtbot.waitSignal(bridge.changed):
        dialog.editor.save.click()
    assert bridge.active.system_prompt == "Be short.", "what answers is what was just written"
    assert "Tutor · yours · in use" in names(dialog)
    with qtbot.waitSignal(bridge.changed):
        dialog.remove.click()
    assert bridge.active is None


def test_a_ready_one_has_another_name_in_another_language_and_is_kept_under_its_own(make_rig, qtbot, tmp_path):
    names_there = {
        ("Tutor", "persona"): "Nachhilfe",
        ("{name} answers from now on.", ""): "Ab jetzt antwortet {name}.",
        ("in use", ""): "in Gebrauch",
    }
    with german(names_there, tmp_path):
        rig = make_rig()
        with qtbot.waitSignal(rig.parts.personas.listed):
            rig.window.personas.open()
        dialog = rig.window.personas.dialog
        choose(dialog, "Nachhilfe")
        with qtbot.waitSignal(rig.parts.personas.changed):
            dialog.use.click()
        assert "Nachhilfe · in Gebrauch" in names(dialog)
        assert dialog.remark.text() == "Ab jetzt antwortet Nachhilfe."
        assert rig.parts.settings.settings.persona == "Tutor"
        dialog.edit.click()
        editor = dialog.editor
        assert editor.name.text() == "Nachhilfe"
        assert editor.persona().name == "Tutor"
        editor.name.setText("Mein Lehrer")
        assert editor.persona().name == "Mein Lehrer"
        editor.reject()


def test_a_name_that_is_taken_is_refused_and_the_text_stays(dialog, window_rig, qtbot):
    for _ in range(2):
        dialog.new.click()
        dialog.editor.name.setText("Twice")
        with qtbot.waitSignals([window_rig.parts.personas.saved], raising=False, timeout=500):
            dialog.editor.save.click()
    assert "already" in dialog.editor.remark.text()
    assert dialog.editor.name.text() == "Twice"
    dialog.editor.reject()


def test_a_persona_comes_from_a_file_and_goes_into_one(dialog, window_rig, qtbot, tmp_path, monkeypatch):
    write_persona(FULL, tmp_path / "in.toml")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "in.toml"), ""))
    with qtbot.waitSignal(window_rig.parts.personas.listed):
        dialog.add.click()
    assert dialog.chosen.persona == FULL
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out.toml"), ""))
    with qtbot.waitSignal(window_rig.parts.personas.exported):
        dialog.export.click()
    assert read_persona(tmp_path / "out.toml") == FULL
    (tmp_path / "in.toml").write_text("no persona")
    with qtbot.waitSignal(window_rig.parts.personas.failed):
        dialog.add.click()
    assert "in.toml is no persona" in dialog.remark.text()


def test_a_persona_with_a_model_or_adapter_that_is_not_here_is_not_used(dialog, window_rig, qtbot):
    bridge = window_rig.parts.personas
    for persona in (Persona(name="A", model="none such"), Persona(name="A", adapters=(AdapterUse("x.gguf", 1.0),))):
        bridge.save(persona, "A" if persona.adapters else "")
        with qtbot.waitSignal(bridge.failed):
            bridge.use("A")
        assert bridge.active is None
        assert dialog.remark.text()


def test_the_model_of_a_persona_is_loaded(window_rig, qtbot):
    bridge = window_rig.parts.personas
    path = window_rig.folder / "models" / "mine.gguf"
    path.write_bytes(b"GGUF")
    bridge.save(Persona(name="A", model="mine"))
    with qtbot.waitSignal(window_rig.parts.generation.model_loaded):
        bridge.use("A")
    assert window_rig.parts.generation.loaded_model.path == path
    bridge.use("A")
    with qtbot.waitSignal(bridge.changed):
        bridge.use("")
    assert window_rig.parts.generation.loaded_model.path == path, "the model stays"


def test_a_list_that_was_asked_for_before_does_not_undo_a_choice(window_rig, qtbot):
    bridge = window_rig.parts.personas
    bridge.refresh()
    bridge.use("Tutor")
    bridge.refresh()  # both know of nobody yet
    with qtbot.waitSignals([bridge.listed, bridge.changed, bridge.listed]):
        pass
    assert bridge.active.name == "Tutor"


def test_the_last_wish_counts(window_rig, qtbot):
    bridge, changes = window_rig.parts.personas, []
    bridge.changed.connect(changes.append)
    bridge.use("Tutor")
    bridge.use("")
    qtbot.waitUntil(lambda: len(changes) == 2)
    assert bridge.active is None
    assert window_rig.parts.settings.settings.persona == ""


def test_a_persona_that_is_gone_takes_its_adapters_along(window_rig, qtbot):
    bridge = window_rig.parts.personas
    write_tiny_adapter(window_rig.folder / "models" / "mine.gguf")
    bridge.save(Persona(name="A", adapters=(AdapterUse("mine.gguf", 1.0),)))
    with qtbot.waitSignal(bridge.changed):
        bridge.use("A")
    next(window_rig.folder.glob("personas/*.toml")).unlink()
    with qtbot.waitSignal(bridge.load_wanted) as wanted:
        bridge.refresh()
    assert wanted.args == [None, True]
    assert bridge.active is None


def test_what_a_persona_says_is_asked_of_the_model(window_rig, qtbot):
    bridge = window_rig.parts.personas
    sampling = {"xtc.probability": 0.5, "dry.breakers": ["\n"], "temperature": 0.1}
    persona = Persona(name="A", stop=("END",), is_reasoning=False, sampling=sampling, json_schema="{}", max_tokens=9)
    bridge.save(persona)
    with qtbot.waitSignal(bridge.changed):
        bridge.use("A")
    request = ask(window_rig, qtbot)
    assert (request.stop, request.json_schema, request.max_tokens) == (("END",), "{}", 9)
    assert request.options.is_reasoning is False
    assert (request.sampling.xtc, request.sampling.dry) == (Xtc(probability=0.5), Dry(breakers=("\n",)))
    assert [each.role for each in request.messages] == [Role.USER]


def test_an_answer_that_does_not_fit_the_schema_is_said(make_rig, qtbot):
    rig = make_rig(scripts=[['{"age": 200}'], ['{"age": 20}']])
    schema = '{"type": "object", "properties": {"age": {"type": "integer", "maximum": 150}}}'
    rig.parts.personas.save(Persona(name="A", json_schema=schema))
    with qtbot.waitSignal(rig.parts.personas.changed):
        rig.parts.personas.use("A")
    ask(rig, qtbot)
    qtbot.waitUntil(lambda: rig.window.page.banner.notice is not None, timeout=WAIT_MS)
    assert "$.age: 200 is greater than the maximum of 150" in rig.window.page.banner.notice.text.sentence
    with qtbot.waitSignal(rig.parts.generation.reply_finished):
        rig.window.page.banner.button.click()
    done = []
    rig.thread.run(lambda: None, done.append, done.append)  # behind the check
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT_MS)
    assert rig.window.page.banner.notice is None


def test_the_settings_say_what_a_persona_puts_in_their_place(window_rig, qtbot):
    bridge = window_rig.parts.personas
    bridge.save(Persona(name="A", system_prompt="Rhyme.", sampling={"temperature": 0.1}, max_tokens=9))
    with qtbot.waitSignal(bridge.changed):
        bridge.use("A")
    window_rig.window.dialogs.open_settings()
    dialog = window_rig.window.dialogs.settings
    assert dialog._number_rows["temperature"].remark.text() == "A answers with 0.10, which is used instead."
    assert "9" in dialog._number_rows["max_tokens"].remark.text()
    assert not dialog._number_rows["top_k"].remark.isVisible()
    assert dialog.prompt_remark.text().startswith("A answers, and new chats begin with")
    dialog.close()


# The editor


@pytest.fixture
def editor(window_rig, qtbot):
    made = PersonaEditor(window_rig.parts.personas, FULL, LIGHT, window_rig.window, old_name=FULL.name)
    made.open()
    made.fold.click()
    yield made
    made.reject()


def test_every_sampler_has_a_field_and_untouched_values_stay_exactly(editor):
    assert set(editor.samplers.fields) == {each.name for each in SAMPLERS}
    assert editor.persona() == FULL
    editor.samplers.show_values({"temperature": 0.12345})
    editor.samplers.fields["top_k"].number.box.setValue(5)
    assert editor.persona().sampling == {"temperature": 0.12345, "top_k": 5}
    editor.samplers.fields["top_k"].number.box.setValue(-1)
    assert editor.persona().sampling == {"temperature": 0.12345}


def test_a_sampler_of_several_parts_is_off_until_one_is_set(editor):
    def texts():
        return [editor.samplers.fields[name].number.box.text() for name in ("adaptive_p.target", "adaptive_p.decay")]

    assert texts() == ["Off", "Off"]
    editor.samplers.fields["adaptive_p.target"].number.more.click()
    assert texts() == ["0.51", "Automatic (0.9)"], "the first step begins at what is usual"
    editor.samplers.fields["adaptive_p.target"].number.box.setValue(-1)
    assert texts() == ["Off", "Off"]
    assert editor.samplers.fields["top_k"].number.box.text() == "Automatic"


def test_a_list_is_written_as_json(editor):
    field = editor.samplers.fields["logit_bias"]
    assert field.text() == "[[5, -100.0]]"
    field.selectAll()
    QTest.keyClicks(field, "[[7, 1")
    editor.save.click()
    assert "logit_bias" in editor.remark.text()
    QTest.keyClicks(field, "]]")
    assert editor.persona().sampling["logit_bias"] == [[7, 1]]


def test_every_field_has_a_name_and_tab_leads_through_all_and_out(editor):
    fields = [each for kind in (QLineEdit, QPlainTextEdit) for each in editor.findChildren(kind)]
    for field in fields:
        if field.isVisible() and field.objectName() != "qt_spinbox_lineedit":
            assert QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name), field
    seen = set()
    for _ in range(200):
        QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Tab)
        seen.add(editor.focusWidget())
    assert {editor.name, editor.prompt, editor.save, editor.fold} <= seen
    assert editor.samplers.fields["is_infill"].buttons[0] in seen


@pytest.mark.parametrize("size", [(480, 320), (800, 480)])
def test_the_dialogs_fit_small_windows(make_rig, qtbot, size):
    rig = make_rig(size)
    with qtbot.waitSignal(rig.parts.personas.listed):
        rig.window.personas.open()
    dialog = rig.window.personas.dialog
    choose(dialog, "Tutor")
    assert dialog.list.height() > 3 * dialog.list.sizeHintForRow(0)
    assert dialog.list.viewport().rect().contains(dialog.list.visualItemRect(dialog.list.currentItem()))
    dialog.edit.click()
    for each in (dialog, dialog.editor):
        assert each.width() <= size[0]
        assert each.height() <= size[1]
        for button in each.findChildren(QWidget):
            if button.isVisible() and button.metaObject().className() == "TextButton" and button.window() is each:
                left = button.mapTo(each, button.rect().topLeft()).x()
                assert left >= 0
                assert left + button.width() <= each.width()
    dialog.editor.reject()


def test_a_change_of_theme_reaches_what_is_open(dialog, window_rig):
    choose(dialog, "Tutor")
    dialog.edit.click()
    dialog.editor.fold.click()
    window_rig.window.toggle_theme()
    assert dialog._theme is window_rig.parts.appearance.theme
    dialog.editor.reject()
