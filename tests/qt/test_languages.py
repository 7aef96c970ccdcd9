# SPDX-License-Identifier: Apache-2.0
"""The window in each of its languages: it opens everywhere, and the system's language is the first choice."""

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox
from test_accessibility_walk import WINDOWS, unnamed

from leeward import i18n
from leeward.domain.errors import StorageFull
from leeward.domain.settings import Language
from leeward.error_text import describe
from leeward.ui.language import speak

OTHERS = [each for each in Language if each not in (Language.SYSTEM, Language.ENGLISH)]


@pytest.fixture(autouse=True)
def english_again(qapp):
    before = QLocale()
    yield
    i18n.use("en")
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("open_window", WINDOWS, ids=lambda opener: opener.__name__)
def test_every_window_opens_in_every_language_and_every_control_has_a_name(make_rig, qtbot, open_window, language):
    i18n.use(language.value)
    rig = make_rig((800, 480), chats=("Boats", "Cake"))
    qtbot.waitUntil(lambda: len(rig.window.conversations) == 2)
    window = open_window(rig, qtbot)
    QApplication.processEvents()
    assert unnamed(window) == []


@pytest.mark.parametrize("language", OTHERS)
def test_errors_and_qts_own_dialogs_speak_it_too(qapp, qtbot, tmp_path, language):
    english = describe(StorageFull(tmp_path / "chats.db")).sentence
    speak(qapp, language)
    assert i18n.language() == language.value
    assert describe(StorageFull(tmp_path / "chats.db")).sentence != english
    box = QMessageBox(QMessageBox.Icon.NoIcon, "", "", QMessageBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QMessageBox.StandardButton.Cancel).text() not in ("Cancel", "&Cancel")


def test_the_language_of_the_system_is_taken_where_there_is_one(qapp, monkeypatch):
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _self: ["it-IT", "es-MX", "en"])
    speak(qapp, Language.SYSTEM)
    assert i18n.language() == "es"
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _self: ["it-IT"])
    speak(qapp, Language.SYSTEM)
    assert i18n.language() == "en"
    assert qapp.findChildren(QTranslator) == [] or QMessageBox.tr("Cancel") == "Cancel"


def test_english_that_was_chosen_is_english_also_where_the_system_speaks_what_the_window_does_not(qapp, monkeypatch):
    system = QLocale("ar_EG")
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: system))
    speak(qapp, Language.ENGLISH)
    assert QLocale().language() is QLocale.Language.English
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
    system = QLocale("en_GB")
    speak(qapp, Language.ENGLISH)
    assert QLocale().name() == "en_GB", "dates are written as in the country"


def test_numbers_and_dates_are_written_as_in_the_language(qapp):
    speak(qapp, Language.GERMAN)
    assert i18n.number(4112) == "4.112"
    assert QLocale().language() is QLocale.Language.German
