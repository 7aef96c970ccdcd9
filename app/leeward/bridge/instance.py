# SPDX-License-Identifier: Apache-2.0
"""One window per profile: a second start asks the first to come to the front.

Who may write is decided by the profile's lock, never here: this only carries the wish "show yourself". Qt's network library is
loaded where it is first needed, which is mostly behind the first picture.
"""

import hashlib
import logging
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDir, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)

_WISH = b"show\n"
_DONE = b"done\n"
_STEP_MS = 200
# A path of a socket has room for 107 bytes on Linux and 103 on macOS; Qt makes it under a longer name first.
_MAX_SOCKET_PATH_BYTES = 80


class SingleInstance(QObject):
    """The door between the first Leeward of a profile and the later ones.

    Signals:
        raise_requested()   a later start asks for the window
    """

    raise_requested = Signal()

    def __init__(self, profile_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = socket_name(profile_folder)
        self._server: QLocalServer | None = None

    def listen(self) -> None:
        """Answer later starts, from the first call on. Call while holding the profile's lock: a door that is still there is a
        dead one's."""
        if self._server is not None:
            return
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415  see above

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_new_connection)
        QLocalServer.removeServer(self._name)
        if server.listen(self._name):
            self._server = server
        else:
            # The program works without: a second start then says that the profile is in use.
            log.warning("later starts cannot reach this one: %s", server.errorString())

    def raise_first(self, timeout_s: float = 0.0) -> bool:
        """Ask the first Leeward to show its window; return whether it answered. Blocking.

        Args:
            timeout_s: Try again until then: the first one may hold the lock and not listen yet. 0 tries once, which
                takes no time when there is none.
        """
        until_s = time.monotonic() + timeout_s
        while True:
            if self._ask():
                return True
            if time.monotonic() >= until_s:
                return False
            time.sleep(0.05)  # no window and no event loop exist yet in this process

    def close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None

    def _ask(self) -> bool:
        if sys.platform != "win32" and not os.path.exists(self._name):  # noqa: PTH110  as it goes to Qt
            return False
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415  see above

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_STEP_MS):
            return False
        socket.write(_WISH)
        # The answer comes from the first one's event loop: it may be busy, and a busy one is still there.
        answered = socket.waitForBytesWritten(_STEP_MS) and socket.waitForReadyRead(5 * _STEP_MS)
        return answered and bytes(socket.readAll().data()) == _DONE

    @Slot()
    def _on_new_connection(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(self._on_wish)
            if socket.bytesAvailable():
                self._take_wish(socket)

    @Slot()
    def _on_wish(self) -> None:
        self._take_wish(cast("QLocalSocket", self.sender()))

    def _take_wish(self, socket: "QLocalSocket") -> None:
        if bytes(socket.read(len(_WISH)).data()) == _WISH:
            socket.write(_DONE)
            socket.flush()
            self.raise_requested.emit()
        socket.disconnectFromServer()


def socket_name(profile_folder: Path) -> str:
    """Return where the door of a profile is: in the profile, or under a name made from its path where that is too long."""
    folder = profile_folder.resolve()
    in_profile = folder / "instance.sock"
    if sys.platform != "win32" and len(os.fsencode(in_profile)) <= _MAX_SOCKET_PATH_BYTES:
        return str(in_profile)
    name = "leeward-" + hashlib.sha256(os.fsencode(os.path.normcase(folder))).hexdigest()[:20]
    return name if sys.platform == "win32" else QDir.tempPath() + "/" + name
