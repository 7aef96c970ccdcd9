# SPDX-License-Identifier: Apache-2.0
"""What the window has to do with measuring speed: the dialog is opened, and offered the models that are here."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from leeward.bridge.installed import merged
from leeward.bridge.models import ModelChoice
from leeward.ui.speed.dialog import SpeedDialog

if TYPE_CHECKING:
    from leeward.domain.speed import SpeedReport
    from leeward.library.entries import ModelEntry
    from leeward.ui.main_window import MainWindow, WindowParts


class SpeedOpening(QObject):
    """Made when it is wanted first."""

    def __init__(self, parts: "WindowParts", window: "MainWindow") -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._known: list[ModelChoice] = []
        self._entries: tuple[ModelEntry, ...] = ()
        self.bridge = parts.make_speed()
        self.dialog = SpeedDialog(self.bridge, lambda: parts.settings.settings, window)
        parts.templates.wait_for(lambda: self.bridge.is_running)
        parts.models.listed.connect(self._on_listed)
        self.bridge.found.connect(self._on_found)
        window.closed.connect(self.dialog.close)
        self._show_models()

    @Slot()
    def open(self) -> None:
        self._parts.models.refresh()
        self.dialog.bring_to_front(self._window.size())

    @Slot(object)
    def _on_listed(self, known: list[ModelChoice]) -> None:
        self._known = known
        self._show_models()

    @Slot(object, object)
    def _on_found(self, entries: "tuple[ModelEntry, ...]", _reports: "tuple[SpeedReport, ...]") -> None:
        self._entries = entries
        self._show_models()

    def _show_models(self) -> None:
        loaded = self._parts.generation.loaded_model
        known = self._known
        if loaded is not None and all(each.path != loaded.path for each in known):
            known = [ModelChoice(loaded.path, loaded.name), *known]
        choices = merged(self._parts.starter, known, self._entries)
        self.dialog.show_models(
            [each for each in choices if each.can_be_loaded], loaded.path if loaded is not None else None
        )
