# SPDX-License-Identifier: Apache-2.0
"""How far the downloads are, outside of the window: in its title, and on its icon where the desktop has a way to show it.

On Linux that is the signal `com.canonical.Unity.LauncherEntry.Update` of the session bus (Unity, KDE Plasma, Dash to Dock,
Plank; https://wiki.ubuntu.com/Unity/LauncherAPI). On Windows and macOS, and without a session bus, the title alone tells it.
"""

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

log = logging.getLogger(__name__)

OBJECT_PATH = "/com/canonical/unity/launcherentry/leeward"
INTERFACE = "com.canonical.Unity.LauncherEntry"
DESKTOP_ENTRY = "application://leeward.desktop"
_BUS_NAME = "leeward-taskbar"


class TaskbarProgress(QObject):
    """Shows a share of what is being fetched. Never fails: what cannot be shown is left out."""

    def __init__(self, widget: QWidget) -> None:
        """`widget`: any one of the window, which may not be there yet."""
        super().__init__(widget)
        self._widget = widget
        self._title = ""
        self._percent: int | None = None
        self._bus: QDBusConnection | None = None
        self._has_asked = False

    @Slot(object)
    def show(self, share: float | None) -> None:
        """Show how far it is, from 0 to 1; None when nothing runs."""
        percent = None if share is None else round(100 * min(1.0, max(0.0, share)))
        if percent == self._percent:
            return
        window = self._widget.window()
        if self._percent is None:
            self._title = window.windowTitle()
        self._percent = percent
        window.setWindowTitle(self._title if percent is None else f"{percent} % · {self._title}")
        self._tell_desktop((percent or 0) / 100, is_shown=percent is not None)

    def close(self) -> None:
        """Take it off the icon: a dock would keep it after the program has ended."""
        self.show(None)

    def _tell_desktop(self, share: float, *, is_shown: bool) -> None:
        if not self._has_asked:
            self._has_asked = True
            self._bus = _session_bus()
        if self._bus is None:
            return
        from PySide6.QtDBus import QDBusMessage  # noqa: PLC0415  not on the way to the first picture

        message = QDBusMessage.createSignal(OBJECT_PATH, INTERFACE, "Update")
        message.setArguments([DESKTOP_ENTRY, {"progress": share, "progress-visible": is_shown}])
        if not self._bus.send(message):
            log.debug("the desktop was not told how far the downloads are")


def _session_bus() -> "QDBusConnection | None":
    """Return the bus of this desktop; None where there is none. None is started for this."""
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if not address and runtime and (Path(runtime) / "bus").exists():
        address = f"unix:path={runtime}/bus"
    if sys.platform != "linux" or not address:
        return None
    try:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415  as above
    except ImportError as error:  # a Qt without it
        log.debug("no D-Bus: %s", error)
        return None
    bus = QDBusConnection.connectToBus(address, _BUS_NAME)
    return bus if bus.isConnected() else None
