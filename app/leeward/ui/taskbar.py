# SPDX-License-Identifier: Apache-2.0
"""How far the downloads are, outside of the window: in its title, and on its icon where the desktop has a way to show it.

On Linux that is the signal `com.canonical.Unity.LauncherEntry.Update` of the session bus (Unity, KDE Plasma, Dash to Dock,
Plank; https://wiki.ubuntu.com/Unity/LauncherAPI). Without a session bus the title alone tells it. Windows, macOS: taskbar_native.
"""

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

log = logging.getLogger(__name__)

OBJECT_PATH = "/com/canonical/unity/launcherentry/leeward"
INTERFACE = "com.canonical.Unity.LauncherEntry"
DESKTOP_ENTRY = "application://leeward.desktop"
_BUS_NAME = "leeward-taskbar"


class Icon(Protocol):
    """The program's icon, as the desktop shows it."""

    def show(self, percent: int | None) -> None:
        """Show how far it is; None takes it away. Raises OSError."""


class TaskbarProgress(QObject):
    """Shows a share of what is being fetched. Never fails: what cannot be shown is left out.

    Signals:
        changed()   `prefix` is another one
    """

    changed = Signal()

    def __init__(self, widget: QWidget, find_icon: Callable[[QWidget], Icon | None] | None = None) -> None:
        """`widget`: any one of the window, which may not be there yet. `find_icon`: None takes the one of this desktop."""
        super().__init__(widget)
        self._widget = widget
        self._find_icon = find_icon or icon_of_this_desktop
        self._percent: int | None = None
        self._icon: Icon | None = None
        self._has_looked = False

    @Slot(object)
    def show(self, share: float | None) -> None:
        """Show how far it is, from 0 to 1; None when nothing runs."""
        percent = None if share is None else round(100 * min(1.0, max(0.0, share)))
        if percent == self._percent:
            return
        self._percent = percent
        self.changed.emit()
        self._tell_desktop(self._widget.window(), percent)

    @property
    def prefix(self) -> str:
        """What the title of the window begins with; "" when nothing runs."""
        return "" if self._percent is None else f"{self._percent} % · "

    def close(self) -> None:
        """Take it off the icon: a dock would keep it after the program has ended."""
        self.show(None)

    def _tell_desktop(self, window: QWidget, percent: int | None) -> None:
        try:
            if not self._has_looked:
                self._has_looked = True
                self._icon = self._find_icon(window)
            if self._icon is not None:
                self._icon.show(percent)
        except (OSError, AttributeError) as error:  # the second: a library without what it should have
            log.debug("the desktop was not told how far the downloads are: %s", error)
            self._icon = None


def icon_of_this_desktop(window: QWidget) -> Icon | None:
    """Return the icon of this program; None where the desktop shows nothing on it. Raises OSError, AttributeError."""
    if QGuiApplication.platformName() == "windows":
        from leeward.ui.taskbar_native import TaskbarButton  # noqa: PLC0415  of other systems

        return TaskbarButton(int(window.winId()))
    if QGuiApplication.platformName() == "cocoa":
        from leeward.ui.taskbar_native import DockBadge  # noqa: PLC0415  as above

        return DockBadge()
    bus = _session_bus()
    return LauncherEntry(bus) if bus is not None else None


class LauncherEntry:
    """The icon in the launcher of a Linux desktop."""

    def __init__(self, bus: "QDBusConnection") -> None:
        self._bus = bus

    def show(self, percent: int | None) -> None:
        from PySide6.QtDBus import QDBusMessage  # noqa: PLC0415  not on the way to the first picture

        message = QDBusMessage.createSignal(OBJECT_PATH, INTERFACE, "Update")
        arguments = {"progress": (percent or 0) / 100, "progress-visible": percent is not None}
        message.setArguments([DESKTOP_ENTRY, arguments])
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
