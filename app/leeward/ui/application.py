# SPDX-License-Identifier: Apache-2.0
"""Qt's application object, with Leeward's name, icon and fonts."""

import sys

from PySide6.QtCore import QAbstractEventDispatcher
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from leeward import __version__, resources
from leeward.ui import fonts
from leeward.ui.garbage import GarbageSearch
from leeward.ui.steady_cursor import SteadyCursor


def make_application() -> QApplication:
    """Return the one application object. Call once, before anything else of Qt."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("leeward")
    app.setApplicationDisplayName("Leeward")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("leeward")
    app.setWindowIcon(QIcon(str(resources.path("icons/leeward.svg"))))
    fonts.load()
    GarbageSearch(QAbstractEventDispatcher.instance(), app)
    SteadyCursor(parent=app)
    return app
