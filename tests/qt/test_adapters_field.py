# SPDX-License-Identifier: Apache-2.0
"""The adapters of one model: added, made stronger, taken away."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from leeward.domain.generation import MAX_ADAPTERS
from leeward.ui.models_page.adapters_field import AdaptersField
from leeward.ui.theme import DARK, LIGHT

ONE, OTHER = Path("/adapters/pirate.gguf"), Path("/adapters/law.gguf")


@pytest.fixture
def field(show_in_window):
    return show_in_window(AdaptersField("Adapters", DARK))


@pytest.fixture
def chosen(monkeypatch):
    """What the file dialog answers, changed by the test."""
    answers = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_what: (str(answers.pop(0)), ""))
    return answers


def press(button):
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_adapters_are_added_at_their_own_strength_each_once(field, chosen, qtbot):
    chosen += [ONE, OTHER, ONE, ""]
    told = []
    field.edited.connect(told.append)
    for _ in range(4):
        press(field.add)
    assert told == [((ONE, 1.0),), ((ONE, 1.0), (OTHER, 1.0))]
    assert field.value == ((ONE, 1.0), (OTHER, 1.0))


def test_strengths_are_changed_and_adapters_taken_away(field, qtbot):
    field.show_value(((ONE, 1.0), (OTHER, 0.5)))
    told = []
    field.edited.connect(told.append)
    QTest.keyClick(field.strengths[1].box, Qt.Key.Key_Up)
    press(field.removes[0])
    assert len(field.removes) == 1
    press(field.removes[0])
    assert told == [((ONE, 1.0), (OTHER, 0.6)), ((OTHER, 0.6),), None]
    assert field.removes == []


def test_every_control_says_which_adapter_it_is_about(field):
    field.show_value(((ONE, 1.0), (OTHER, 0.5)))
    field.set_theme(LIGHT)
    for each, path in zip(field.strengths, (ONE, OTHER), strict=True):
        assert path.name in each.box.accessibleName()
    assert [each.accessibleName() for each in field.removes] == [
        "Take pirate.gguf off this model",
        "Take law.gguf off this model",
    ]
    first = field.strengths[0]
    field.show_value(((ONE, 0.7), (OTHER, 0.5)))
    assert field.strengths[0] is first, "the field that is being changed stays"
    assert first.box.value() == 0.7


def test_no_more_are_added_than_can_be_loaded(field):
    field.show_value(tuple((Path(f"/adapters/{number}.gguf"), 1.0) for number in range(MAX_ADAPTERS)))
    assert not field.add.isEnabled()
    press(field.removes[0])
    assert field.add.isEnabled()
