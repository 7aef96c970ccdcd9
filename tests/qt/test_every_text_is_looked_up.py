# SPDX-License-Identifier: Apache-2.0
"""Every window in a language that puts brackets around each text: what stands without them was never looked up."""

import functools
import json
import re
import tomllib

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from test_accessibility_walk import WINDOWS

from leeward import i18n, resources
from leeward.domain.model_settings import BUILTIN_TEMPLATES
from leeward.library.entries import PROGRAM_NAMES

# What the user, the model or a file says, and names.
OF_OTHERS = {
    "CSV", "JSON Lines", "It cannot be read: No such file or directory.", "Boats", "Cake", "Why?", "Because.", "Starter 1M", "Leeward", "m", "x", "a.txt", "hf_…", "GPU", "JSON", "GBNF",
    "https://huggingface.co", "Assistant",
    "none", '["\\n", ":", "\\"", "*"]',
    "English", "Deutsch", "Français", "Español", "简体中文",
}  # fmt: skip
# Numbers, sizes and what a key is called.
KEY = r"((Ctrl|Shift|Alt|Meta)\+.*|Esc|Menu|Return|Enter|Up|Down|Left|Right|F\d+|/)"
NO_WORDS = re.compile(rf"/.*|\(?{KEY}\)?|[\W\d_]*|[A-Z]|[\d.,/ ·%-]+ ?(GB|MB|kB|B|KB|pt|s|h|min)?")


@functools.cache
def of_files() -> frozenset[str]:
    """Return the names of models, templates and programs, and what ready personas are told."""
    models = json.loads(resources.path("catalogue.json").read_bytes())["models"]
    personas = [tomllib.loads(path.read_text()) for path in resources.path("personas").glob("*.toml")]
    return frozenset(
        [each["name"] for each in models]
        + [" ".join(each["system_prompt"].split()) for each in personas]
        + list(BUILTIN_TEMPLATES)
        + list(PROGRAM_NAMES.values())
    )


class Brackets(dict):
    """The texts of a language that exists for this test only."""

    def get(self, key, default=None):
        if isinstance(default, tuple):
            return tuple(f"⟦{form}⟧" for form in default)
        return f"⟦{default}⟧"


@pytest.fixture
def brackets(monkeypatch):
    monkeypatch.setattr(i18n, "_texts", Brackets())
    monkeypatch.setattr(i18n, "_plurals", Brackets())


def texts_of(widget: QWidget) -> list[str]:
    found = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    if isinstance(widget, QLabel | QAbstractButton):
        found.append(widget.text())
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        found.append(widget.placeholderText())
    if isinstance(widget, QGroupBox):
        found.append(widget.title())
    if isinstance(widget, QComboBox):
        found += [widget.itemText(index) for index in range(widget.count())]
    if isinstance(widget, QAbstractSpinBox):
        found += [widget.specialValueText()]
    if isinstance(widget, QDialog):
        found.append(widget.windowTitle())
    if isinstance(widget, QMenu):
        found += [action.text() for action in widget.actions()]
    found += [action.text() for action in widget.actions() if isinstance(action, QAction)]
    model = getattr(widget, "model", None)
    if callable(model) and not isinstance(widget, QComboBox):
        rows = model()
        for row in range(rows.rowCount() if rows is not None else 0):
            shown = rows.index(row, 0).data()
            found.append(shown if isinstance(shown, str) else "")
    return found


def bare(window) -> set[str]:
    """Return what can be read in the window and was not looked up."""
    found = set()
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.window() is not window and not isinstance(widget, QMenu):
            continue
        for text in texts_of(widget):
            # A sentence with facts has its brackets around them.
            left, n_found = text, 1
            while n_found:
                left, n_found = re.subn(r"⟦[^⟦⟧]*⟧", "", left)
            left = left.strip()
            parts = (part.strip(" (),:") for part in re.split(r"\n| ?· ?", left))
            if any(part not in OF_OTHERS | of_files() and not NO_WORDS.fullmatch(part) for part in parts):
                found.add(f"{type(widget).__name__}: {text}")
    return found


@pytest.mark.parametrize("open_window", WINDOWS, ids=lambda opener: opener.__name__)
def test_every_text_of_every_window_is_looked_up(make_rig, qtbot, brackets, open_window):
    rig = make_rig(chats=("Boats", "Cake"))
    qtbot.waitUntil(lambda: len(rig.window.conversations) == 2)
    window = open_window(rig, qtbot)
    QApplication.processEvents()
    assert bare(window) == set()
