# SPDX-License-Identifier: Apache-2.0
"""Shows the Models page in place of the chat, and makes it when it is wanted first."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from leeward.ui.taskbar import TaskbarProgress
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from leeward.ui.chat_page import ChatPage
    from leeward.ui.header import Header
    from leeward.ui.models_page.page import ModelsPage


class ModelsOpening(QObject):
    """Signals:
    use_requested(Path)       load this model
    address_requested(str)    show this address in the browser
    trouble(Exception)
    settings_kept(Path, ModelSettings)   this is set for a model now
    left()                    the chat is shown again
    """

    use_requested = Signal(object)
    address_requested = Signal(str)
    trouble = Signal(object)
    settings_kept = Signal(object, object)
    left = Signal()

    def __init__(
        self, make_page: "Callable[[], ModelsPage]", stack: QStackedWidget, chat: "ChatPage", header: "Header"
    ) -> None:
        """`stack`: holds `chat` as its first page."""
        super().__init__(stack)
        self._make_page = make_page
        self._stack = stack
        self._chat = chat
        self._header = header
        self._line = ""
        self.taskbar = TaskbarProgress(stack)
        self.page: ModelsPage | None = None

    @property
    def is_open(self) -> bool:
        return self._stack.currentIndex() > 0

    @Slot()
    def open(self) -> None:
        if self.page is None:
            self.page = self._make_page()
            self.page.closed.connect(self.close)
            self.page.use_requested.connect(self._on_use_requested)
            self.page.address_requested.connect(self.address_requested)
            self.page.trouble.connect(self.trouble)
            self.page.settings_kept.connect(self.settings_kept)
            self.page.told.connect(self._on_told)
            self.page.moved.connect(self.taskbar.show)
            self._stack.addWidget(self.page)
        self.page.take_banner(self._chat.banner)
        self._stack.setCurrentWidget(self.page)
        self.page.enter()
        self._show_line()

    @Slot()
    def close(self) -> None:
        if self.is_open:
            self._chat.take_banner()
            self._stack.setCurrentIndex(0)
            self._show_line()
            self.left.emit()

    def set_theme(self, theme: Theme) -> None:
        if self.page is not None:
            self.page.set_theme(theme)

    @Slot(object)
    def _on_use_requested(self, path: Path) -> None:
        self.close()
        self.use_requested.emit(path)

    @Slot(str)
    def _on_told(self, line: str) -> None:
        self._line = line
        self._show_line()

    def _show_line(self) -> None:
        self._header.show_downloads("" if self.is_open else self._line)  # the page itself says more
