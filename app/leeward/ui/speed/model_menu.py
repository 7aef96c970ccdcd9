# SPDX-License-Identifier: Apache-2.0
"""A button with the name of a model, and a menu of all that can be chosen."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy

from leeward.bridge.models import ModelChoice
from leeward.i18n import tr
from leeward.ui.controls import TextButton, plain_menu_text, plain_tooltip

_FRAME_PX = 48  # borders, paddings and the arrow of the menu


class ModelMenu(TextButton):
    """Signals:
    chosen()   another one, by the user
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__("", "outline")
        self.choices: tuple[ModelChoice, ...] = ()
        self.choice: ModelChoice | None = None
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(90)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self.setMenu(self._menu)
        self._show_name()

    def show_choices(self, choices: Iterable[ModelChoice], preferred: Path | None) -> None:
        """Offer these. What was chosen stays chosen where it is among them, else the preferred one is."""
        self.choices = tuple(choices)
        wanted = (self.choice.path if self.choice is not None else None, preferred)
        found = [each for path in wanted for each in self.choices if each.path == path]
        self.choice = next(iter([*found, *self.choices]), None)
        self._menu.clear()
        for each in self.choices:
            action = self._menu.addAction(plain_menu_text(each.name))
            action.setToolTip(plain_tooltip(str(each.path)))
            action.triggered.connect(lambda _checked, choice=each: self.choose(choice))
        self._show_name()

    def choose(self, choice: ModelChoice) -> None:
        self.choice = choice
        self._show_name()
        self.chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_name()

    def _show_name(self) -> None:
        name = " ".join(self.choice.name.split()) if self.choice is not None else tr("No model")
        room = max(20, self.width() - _FRAME_PX)
        shown = QFontMetrics(self.font()).elidedText(name, Qt.TextElideMode.ElideMiddle, room)
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(tr("Model: {name}", name=name) if self.choice is not None else name)
        self.setToolTip(plain_tooltip(name))
