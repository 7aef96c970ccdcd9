# SPDX-License-Identifier: Apache-2.0
"""What the window has to do with tables out of texts: the dialog is opened, and the end of one is said where it is closed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from leeward.domain.model_settings import in_use
from leeward.domain.settings import Settings
from leeward.error_text import ErrorText, Remedy
from leeward.i18n import tr
from leeward.ui.banner import Notice
from leeward.ui.extraction.dialog import ExtractionDialog
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from leeward.bridge.extraction import Ended
    from leeward.ui.main_window import MainWindow, WindowParts

_TOPIC = "extraction"


class ExtractionOpening(QObject):
    """Made when it is wanted first. `dialog` stays: a table is made while it is closed, too."""

    def __init__(self, parts: "WindowParts", window: "MainWindow") -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._bridge = parts.make_extraction()
        self.dialog = ExtractionDialog(self._bridge, parts.generation, self._settings, parts.appearance.theme, window)
        parts.personas.changed.connect(self._bridge.find_persona)
        parts.appearance.changed.connect(self._on_appearance_changed)
        self._bridge.ended.connect(self._on_ended)
        window.closed.connect(self.dialog.close)

    @Slot()
    def open(self) -> None:
        self._bridge.find_persona(self._parts.personas.active)
        self._window.page.banner.take_back(_TOPIC)
        self.dialog.bring_to_front(self._window.size())

    def _settings(self) -> Settings:
        return in_use(self._parts.settings.settings, *self._window.loading.of_model)

    @Slot(object, int)
    def _on_appearance_changed(self, theme: Theme, _font_size_pt: int) -> None:
        self.dialog.set_theme(theme)

    @Slot(object)
    def _on_ended(self, ended: "Ended") -> None:
        if self.dialog.isVisible():
            return
        text = ErrorText(
            self.dialog.outcome, tr("“Turn texts into a table” of the actions (Ctrl+K) shows it."), Remedy.WAIT
        )
        self._window.page.banner.show_notice(Notice(text, _TOPIC, None, is_serious=ended.error is not None))
