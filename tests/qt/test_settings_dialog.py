# SPDX-License-Identifier: Apache-2.0
"""The settings dialog: every setting, live, in its range."""

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpers.gguf_cases import F32, good, scalar
from helpers.language import german
from leeward.domain.model_settings import ModelSettings
from leeward.domain.settings import Language, SendKey, Settings, ThemeChoice, limits_of
from leeward.library.models import Library
from leeward.storage.profile import Profile
from leeward.storage.settings_file import SettingsFile


@pytest.fixture
def dialog(window_rig):
    window_rig.window.dialogs.open_settings()
    return window_rig.window.dialogs.settings


def test_every_setting_can_be_set_here(dialog):
    shown = set(dialog.numbers) | set(dialog.texts) | set(dialog.choices) | {"theme", "system_prompt"}
    assert shown == {declared.name for declared in fields(Settings)} - {"last_model", "persona"}


def test_a_choice_is_taken_at_once(dialog, window_rig):
    choice = dialog.choices["send_key"]
    assert choice.buttons.checkedButton().text() == "Enter"
    next(each for each in choice.buttons.buttons() if each.text() == "Ctrl+Enter").click()
    assert window_rig.parts.settings.settings.send_key is SendKey.CTRL_ENTER
    dialog.reset.click()
    assert choice.buttons.checkedButton().text() == "Enter"


def test_the_language_is_chosen_from_a_menu_and_kept(dialog, window_rig):
    field = dialog.choices["language"]
    assert field.text() == "As the system"
    assert [action.text() for action in field.menu().actions()][1:3] == ["English", "Deutsch"]
    next(each for each in field.menu().actions() if each.text() == "Deutsch").trigger()
    assert window_rig.parts.settings.settings.language is Language.GERMAN
    assert (field.text(), field.accessibleName()) == ("Deutsch", "Language: Deutsch")


def test_the_density_is_taken_at_once(dialog, window_rig):
    next(each for each in dialog.choices["density"].buttons.buttons() if each.text() == "Compact").click()
    assert window_rig.parts.appearance.theme.is_compact


def test_a_text_is_taken_when_its_field_is_left(dialog, window_rig):
    field = dialog.texts["proxy"]
    QTest.keyClicks(field, " http://proxy:3128 ")
    dialog.numbers["temperature"].more.click()
    assert field.text() == " http://proxy:3128 ", "half-typed text stays"
    field.editingFinished.emit()
    assert window_rig.parts.settings.settings.network.proxy == "http://proxy:3128"
    assert field.text() == "http://proxy:3128"
    dialog.reset.click()
    assert field.text() == ""


@pytest.mark.parametrize("name", ["temperature", "n_ctx", "seed", "font_size_pt", "top_k"])
def test_ranges_are_those_of_the_declaration(dialog, name):
    box = dialog.numbers[name].box
    assert (box.minimum(), box.maximum()) == (limits_of(name).low, limits_of(name).high)


def test_a_change_is_live_and_saved(dialog, window_rig, qtbot):
    dialog.numbers["temperature"].more.click()
    assert window_rig.parts.settings.settings.temperature == pytest.approx(0.75)
    file = SettingsFile(window_rig.folder / "settings.toml")
    qtbot.waitUntil(lambda: file.load().temperature == pytest.approx(0.75))


def test_whole_numbers_stay_whole_and_the_largest_seed_fits(dialog, window_rig):
    box = dialog.numbers["seed"].box
    assert box.text() == "New each time"
    box.setValue(2**32 - 2)
    assert window_rig.parts.settings.settings.seed == 2**32 - 2
    assert type(window_rig.parts.settings.settings.seed) is int
    assert window_rig.parts.settings.settings.sampling.seed == 2**32 - 2


def test_a_setting_of_the_machine_offers_to_load_the_model_again(dialog, window_rig, qtbot):
    assert not dialog.reload.isVisible()
    dialog.numbers["temperature"].more.click()
    assert not dialog.reload.isVisible()
    dialog.numbers["n_ctx"].box.setValue(2048)
    assert dialog.reload.isVisible()
    with qtbot.waitSignal(window_rig.parts.generation.model_loaded):
        dialog.reload.click()
    assert not dialog.reload.isVisible()


def test_the_system_prompt_is_kept_when_the_dialog_is_closed_at_once(dialog, window_rig):
    QTest.keyClicks(dialog.prompt, "Be brief.")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert window_rig.parts.settings.settings.system_prompt == "Be brief."
    assert window_rig.window.dialogs.settings is None


def test_reset_takes_the_defaults_and_leaves_the_model(dialog, window_rig):
    settings = window_rig.parts.settings
    settings.replace(Settings(temperature=2.0, theme=ThemeChoice.LIGHT, last_model="/m/a.gguf", system_prompt="x"))
    assert dialog.prompt.toPlainText() == "x"
    dialog.reset.click()
    assert settings.settings == Settings(last_model="/m/a.gguf")
    assert dialog.numbers["temperature"].box.value() == pytest.approx(0.7)
    assert dialog.prompt.toPlainText() == ""


def test_the_theme_of_the_desktop_is_not_called_as_the_role_of_a_message(make_rig, tmp_path):
    with german({("System", ""): "Systemprompt", ("System", "as the desktop is"): "Wie der Desktop"}, tmp_path):
        rig = make_rig()
        rig.window.dialogs.open_settings()
        assert rig.window.dialogs.settings.themes.button(0).text() == "Wie der Desktop"


def test_the_theme_is_chosen_with_one_click(dialog, window_rig):
    dialog.themes.button(1).click()
    assert window_rig.parts.appearance.theme.name == "light"


def test_it_fits_a_small_window_and_shows_every_field(make_rig):
    rig = make_rig(size=(480, 320))
    rig.window.dialogs.open_settings()
    dialog = rig.window.dialogs.settings
    assert dialog.width() <= 480
    assert dialog.height() <= 320
    for field in dialog.numbers.values():
        assert field.mapTo(dialog, field.rect().topRight()).x() <= dialog.width()
    dialog.close()


def test_a_wheel_over_a_field_scrolls_and_changes_nothing(dialog, window_rig):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    box = dialog.numbers["temperature"].box
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert window_rig.parts.settings.settings.temperature == pytest.approx(0.7)


def test_an_access_token_is_kept_unseen_and_forgotten(dialog, window_rig, qtbot):
    file = window_rig.folder / "hub.token"
    assert not dialog.keep_token.isEnabled()
    QTest.keyClicks(dialog.token, "two words")
    dialog.keep_token.click()
    qtbot.waitUntil(lambda: "no access token" in dialog.token_remark.text())
    assert not file.exists()
    dialog.token.clear()
    QTest.keyClicks(dialog.token, "hf_one")
    assert dialog.token.displayText() != "hf_one"
    QTest.keyClick(dialog.token, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.token_remark.text() == "The token is kept.")
    assert (file.read_text(), dialog.token.text(), window_rig.parts.tokens.get()) == ("hf_one", "", "hf_one")
    assert dialog.isVisible()
    dialog.forget_token.click()
    qtbot.waitUntil(lambda: dialog.token_remark.text() == "No token is kept.")
    assert not file.exists()
    assert window_rig.parts.tokens.get() == ""


def test_beside_a_setting_stands_what_the_loaded_model_is_used_with_instead(dialog, window_rig, qtbot, tmp_path):
    rows = dialog._number_rows
    assert not any(row.remark.isVisible() for row in rows.values())
    path = tmp_path / "mine.gguf"
    path.write_bytes(good().with_key("general.sampling.temp", scalar(F32, 1.0)).bytes())
    Library(Profile(window_rig.folder), roots=dict).set_settings(path, ModelSettings(top_k=0, n_ctx=2048))
    with qtbot.waitSignal(window_rig.parts.generation.model_loaded):
        window_rig.window.loading.load(path)
    qtbot.waitUntil(rows["temperature"].remark.isVisible)
    words = "The loaded model's makers suggest 1.00, which is used until you change this."
    assert rows["temperature"].remark.text() == words
    assert dialog.numbers["temperature"].box.accessibleDescription().endswith(words)
    assert rows["top_k"].remark.text() == "Set for this model: Off, which is used instead."
    assert rows["n_ctx"].remark.text() == "Set for this model: 2048, which is used instead."
    assert not rows["top_p"].remark.isVisible()
    dialog.numbers["temperature"].more.click()
    assert not rows["temperature"].remark.isVisible()
    assert words not in dialog.numbers["temperature"].box.accessibleDescription()
    dialog.reset.click()
    assert rows["temperature"].remark.isVisible(), "at the default it acts again"
