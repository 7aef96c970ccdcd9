# SPDX-License-Identifier: Apache-2.0
"""The draft model of a model: its file, a button to choose one, and one to do without."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from leeward.i18n import tr
from leeward.ui.controls import ElidedLabel, IconButton, TextButton, plain_tooltip
from leeward.ui.theme import Theme


class DraftField(QWidget):
    """Signals:
    edited(Path | None)   by the user; None for none
    """

    edited = Signal(object)

    def __init__(self, label: str, theme: Theme) -> None:
        super().__init__()
        self._label = label
        self._path: Path | None = None
        self.file = ElidedLabel("")
        self.choose = TextButton(tr("Choose a draft model…"), "outline")
        self.remove = IconButton("x", tr("Use no draft model"), theme)
        line = QHBoxLayout()
        line.addWidget(self.file, 1)
        line.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.show_value(None)

    @property
    def value(self) -> Path | None:
        return self._path

    def show_value(self, value: Path | None, _usual: Any = None) -> None:
        """Show a file without `edited`."""
        self._path = value
        self.file.set_full_text("" if value is None else value.name)
        self.file.setToolTip("" if value is None else plain_tooltip(str(value)))
        self.file.setVisible(value is not None)
        self.remove.setVisible(value is not None)

    def set_theme(self, theme: Theme) -> None:
        self.remove.set_theme(theme)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.choose.setFocus()  # the button that has the focus goes
        self.show_value(None)
        self.edited.emit(None)

    @Slot()
    def _on_choose_clicked(self) -> None:
        folder = self._path.parent if self._path is not None else Path.home()
        title = tr("{label}: choose a small model", label=self._label)
        kinds = tr("Models (*.gguf);;All files (*)")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, str(folder), kinds)
        if chosen:
            self.show_value(Path(chosen))
            self.edited.emit(self._path)
