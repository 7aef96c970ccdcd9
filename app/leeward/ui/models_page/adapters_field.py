# SPDX-License-Identifier: Apache-2.0
"""The adapters that are laid over a model: a line for each with its strength, and a button to add one."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QGridLayout, QVBoxLayout, QWidget

from leeward.domain.bounds import Limits
from leeward.domain.generation import MAX_ADAPTERS
from leeward.i18n import tr
from leeward.ui.controls import ElidedLabel, IconButton, TextButton, plain_tooltip
from leeward.ui.settings_fields import NumberField, NumberWords
from leeward.ui.theme import Theme

_STRENGTH = Limits(-10, 10)
"""As `Adapter` has it."""

Adapters = tuple[tuple[Path, float], ...]


class AdaptersField(QWidget):
    """Signals:
    edited(Adapters | None)   by the user; None for none
    """

    edited = Signal(object)

    def __init__(self, label: str, theme: Theme) -> None:
        super().__init__()
        self._label = label
        self._theme = theme
        self._adapters: Adapters = ()
        self.strengths: list[NumberField] = []
        self.removes: list[IconButton] = []
        self.add = TextButton(tr("Add an adapter…"), "outline")
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._lines)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines.hide()
        self.add.clicked.connect(self._on_add_clicked)

    @property
    def value(self) -> Adapters | None:
        return self._adapters or None

    def show_value(self, value: Adapters | None, _usual: Any = None) -> None:
        """Show adapters without `edited`."""
        adapters = value or ()
        files = [path for path, _ in adapters]
        if files != [path for path, _ in self._adapters]:
            self._make_lines(adapters)
        for field, (_, strength) in zip(self.strengths, adapters, strict=True):
            field.show_value(strength)
        self._adapters = adapters
        self.add.setEnabled(len(adapters) < MAX_ADAPTERS)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for strength in self.strengths:
            strength.set_theme(theme)
        for remove in self.removes:
            remove.set_theme(theme)

    def _make_lines(self, adapters: Adapters) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.strengths, self.removes = [], []
        for number, (path, _) in enumerate(adapters):
            name = ElidedLabel(path.name)
            name.setToolTip(plain_tooltip(str(path)))
            label = tr("Strength of {name}", name=path.name)
            words = NumberWords("strength", label, tr("1 is as strong as it was trained."), 0.1, 2)
            strength = NumberField(words, self._theme, _STRENGTH)
            strength.edited.connect(lambda value, number=number: self._set_strength(number, value))
            remove = IconButton("x", tr("Take {name} off this model", name=path.name), self._theme)
            remove.clicked.connect(lambda _=False, number=number: self._remove(number))
            for column, widget in enumerate((name, strength, remove)):
                self._grid.addWidget(widget, number, column)
            self.strengths.append(strength)
            self.removes.append(remove)
        self._lines.setVisible(bool(adapters))

    def _set_strength(self, number: int, strength: float) -> None:
        changed = list(self._adapters)
        changed[number] = (changed[number][0], round(strength, 2))
        self._edit(tuple(changed))

    def _remove(self, number: int) -> None:
        self.add.setFocus()  # the button that has the focus goes
        self._edit(self._adapters[:number] + self._adapters[number + 1 :])

    def _edit(self, adapters: Adapters) -> None:
        self.show_value(adapters)
        self.edited.emit(self.value)

    @Slot()
    def _on_add_clicked(self) -> None:
        folder = self._adapters[-1][0].parent if self._adapters else Path.home()
        title = tr("{label}: add a LoRA adapter", label=self._label)
        kinds = tr("LoRA adapters (*.gguf);;All files (*)")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, str(folder), kinds)
        if chosen and all(path != Path(chosen) for path, _ in self._adapters):
            self._edit((*self._adapters, (Path(chosen), 1.0)))
