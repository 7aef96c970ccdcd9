# SPDX-License-Identifier: Apache-2.0
"""The settings and the state of the window: read once at start, written on the storage thread."""

import logging
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from leeward.domain.settings import Settings
from leeward.storage.settings_file import WindowState

if TYPE_CHECKING:
    from leeward.bridge.tasks import TaskThread
    from leeward.storage.settings_file import SettingsFile, WindowStateFile

log = logging.getLogger(__name__)

# A held-down stepper changes a setting many times a second.
_SAVE_DELAY_MS = 300


class SettingsBridge(QObject):
    """Holds the settings; a change is live at once and saved soon after.

    Signals:
        changed(Settings, Settings)   the new ones and the old ones
        failed(Exception)             they could not be saved; they are live all the same
    """

    changed = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self,
        settings_file: "SettingsFile",
        state_file: "WindowStateFile",
        thread: "TaskThread",
        parent: QObject | None = None,
    ) -> None:
        """Read both files. Blocking, a few milliseconds: the first picture depends on them."""
        super().__init__(parent)
        self._settings_file = settings_file
        self._state_file = state_file
        self._thread = thread
        self._settings = settings_file.load()
        self._window_state = state_file.load()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_DELAY_MS)
        self._timer.timeout.connect(self.save)

    @property
    def settings(self) -> Settings:
        return self._settings

    @property
    def window_state(self) -> WindowState:
        """As it was at the last end of the program, or as it was kept since."""
        return self._window_state

    def set_value(self, name: str, value: Any) -> None:
        """Change one setting. Raises ValueError outside its range."""
        self.replace(self._settings.with_value(name, value))

    def replace(self, settings: Settings) -> None:
        """Take these settings; `changed` follows when they are others."""
        if settings != self._settings:
            old, self._settings = self._settings, settings
            self._timer.start()
            self.changed.emit(settings, old)

    def keep_window_state(self, state: WindowState) -> None:
        """Save how the window is left."""
        if state != self._window_state:
            self._window_state = state
            self._thread.run(lambda: self._state_file.save(state), lambda _: None, self._on_failed)

    @Slot()
    def save(self) -> None:
        """Write changed settings now; call before the storage thread is closed."""
        self._timer.stop()
        settings = self._settings
        self._thread.run(lambda: self._settings_file.save(settings), lambda _: None, self._on_failed)

    def save_pending(self) -> None:
        """Write the settings if a change waits to be written."""
        if self._timer.isActive():
            self.save()

    def _on_failed(self, error: Exception) -> None:
        log.error("the settings could not be saved: %s", type(error).__name__)
        self.failed.emit(error)
