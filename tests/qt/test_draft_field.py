# SPDX-License-Identifier: Apache-2.0
"""The draft model of one model: chosen, and taken away."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from leeward.ui.models_page.draft_field import DraftField
from leeward.ui.theme import DARK, LIGHT

SMALL = Path("/models/small.gguf")


@pytest.fixture
def field(show_in_window):
    return show_in_window(DraftField("Draft model", DARK))


def press(button):
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_draft_model_is_chosen_and_taken_away(field, monkeypatch):
    answers = ["", str(SMALL)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_what: (answers.pop(0), ""))
    told = []
    field.edited.connect(told.append)
    press(field.choose)
    assert (told, field.remove.isVisible()) == ([], False)
    press(field.choose)
    assert (told, field.value) == ([SMALL], SMALL)
    assert field.file.toolTip()
    assert field.file.accessibleName() == field.file.text() == "small.gguf"
    press(field.remove)
    assert (told, field.value) == ([SMALL, None], None)
    assert field.choose.hasFocus()


def test_what_is_set_is_shown_without_being_told(field):
    field.edited.connect(lambda _value: pytest.fail("nobody changed it"))
    field.show_value(SMALL)
    field.set_theme(LIGHT)
    assert field.file.isVisible()
    assert field.remove.accessibleName()
    assert field.choose.accessibleName() or field.choose.text()
    field.show_value(None)
    assert not field.file.isVisible()
