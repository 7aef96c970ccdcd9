# SPDX-License-Identifier: Apache-2.0
"""What one does with a chat besides writing: find in it, save code from it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from leeward.bridge.tasks import TaskThread
from leeward.i18n import tr
from leeward.storage.atomic import atomic_write
from leeward.ui.chat.find_bar import FindBar
from leeward.ui.chat.highlight import file_ending
from leeward.ui.chat.view import ChatView
from leeward.ui.theme import Theme


class ChatReading(QObject):
    """Belongs to the chat view.

    Args:
        on_failed: Called with the error when a file could not be saved.
    """

    def __init__(self, view: ChatView, page: QWidget, theme: Theme, on_failed: Callable[[Exception], None]) -> None:
        super().__init__(view)
        self._page = page
        self._on_failed = on_failed
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = documents if QDir(documents).exists() else QDir.homePath()
        self.bar = FindBar(view, theme)
        view.code_save_requested.connect(self.save_code)

    def set_theme(self, theme: Theme) -> None:
        self.bar.set_theme(theme)

    def save_code(self, language: str, text: str) -> None:
        """Ask where to save a block of code, and write it there."""
        name = str(Path(self._folder) / f"code.{file_ending(language)}")
        chosen, _filter = QFileDialog.getSaveFileName(self._page, tr("Save code"), name, tr("All files (*)"))
        if not chosen:
            return
        path = Path(chosen)
        self._folder = str(path.parent)
        data = (text if text.endswith("\n") else text + "\n").encode()
        writer = TaskThread("save code")
        writer.run(partial(atomic_write, path, data, mode=0o644), lambda _: None, self._on_failed)
        writer.end_when_done()
