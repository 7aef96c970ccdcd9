# SPDX-License-Identifier: Apache-2.0
"""The field of the Models page: words to search for, an address, or the name of a repository; and the order of results."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from leeward.domain.hub import Sort
from leeward.i18n import mark, tr
from leeward.ui import icons
from leeward.ui.controls import TextButton
from leeward.ui.theme import Theme

PAUSE_MS = 400

_SORTS = {Sort.DOWNLOADS: mark("Most downloaded"), Sort.LIKES: mark("Most liked"), Sort.RECENT: mark("Newest")}


class SearchBar(QWidget):
    """Signals:
    wanted(str)   the user typed and paused, pressed Enter, or chose another order; "" when the field was emptied
    left()        the arrow key down: on to the list
    """

    wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._sort = Sort.DOWNLOADS
        self._asked = ""
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Search models, or paste an address or repo id"))
        self.field.setAccessibleName(tr("Search models, or paste an address or repo id"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(500)
        self._icon = QAction(self.field)
        self.field.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        for button in self.field.findChildren(QWidget):
            button.setAccessibleName(tr("Search"))  # Qt leaves the buttons of a field without a name
        self.field.installEventFilter(self)
        self.sort = TextButton("", "quiet")
        self._menu = QMenu(self.sort)
        for sort, words in _SORTS.items():
            action = self._menu.addAction(tr(words))
            action.triggered.connect(lambda _checked=False, chosen=sort: self._set_sort(chosen))
        self.sort.setMenu(self._menu)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.sort)
        self.field.textEdited.connect(lambda _text: self._timer.start())
        self.field.textChanged.connect(self._on_changed)
        self._timer.timeout.connect(self._ask)
        self._show_sort()
        self.set_theme(theme)

    @property
    def text(self) -> str:
        return " ".join(self.field.text().split())

    @property
    def order(self) -> Sort:
        return self._sort

    def set_theme(self, theme: Theme) -> None:
        self._icon.setIcon(icons.icon("search", theme.text_muted))

    def ask_again(self) -> None:
        """Ask for the same once more, as after a failure."""
        self._asked = ""
        self._ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.ask_again()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _ask(self) -> None:
        self._timer.stop()
        if self.text and self.text != self._asked:
            self._asked = self.text
            self.wanted.emit(self.text)

    @Slot(str)
    def _on_changed(self, _text: str) -> None:
        if not self.text:
            self._timer.stop()
            self._asked = ""
            self.wanted.emit("")

    def _set_sort(self, sort: Sort) -> None:
        self._sort = sort
        self._show_sort()
        self.ask_again()

    def _show_sort(self) -> None:
        order = tr(_SORTS[self._sort])
        self.sort.setText(order)
        self.sort.setAccessibleName(tr("Order of results: {order}", order=order))
