# SPDX-License-Identifier: Apache-2.0
"""A field and a list: every action of the window and every chat, found by a few letters of its name."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from leeward.i18n import tr
from leeward.ui.controls import native_key
from leeward.ui.direction import draw_line
from leeward.ui.theme import Theme

MAX_SHOWN = 50
_DETAILS = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Command:
    """`details`: its key, or what it is."""

    name: str
    details: str
    run: Callable[[], object]


def matching(commands: Iterable[Command], typed: str) -> list[Command]:
    """Return the first ones that have every word that was typed; names that begin with it come first."""
    words = typed.casefold().split()
    found = [each for each in commands if all(word in each.name.casefold() for word in words)]
    if words:
        found.sort(key=lambda each: not each.name.casefold().startswith(words[0]))
    return found[:MAX_SHOWN]


class _Commands(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Command] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        command = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return command.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{command.name}, {command.details}" if command.details else command.name
        return command.details if role == _DETAILS else None

    def show(self, commands: list[Command]) -> None:
        self.beginResetModel()
        self.shown = commands
        self.endResetModel()


class _Painter(QStyledItemDelegate):
    """Paints the details at the right, muted."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._color = QColor(theme.text_muted)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        painter.setPen(self._color)
        room = option.rect.adjusted(0, 0, -10, 0)
        draw_line(
            painter, option, room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, index.data(_DETAILS)
        )


class CommandPalette(QDialog):
    """Closes before it runs what was chosen."""

    def __init__(self, commands: Sequence[Command], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("All actions"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands = commands
        self._model = _Commands()
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("What do you want to do, or which chat?"))
        self.field.setAccessibleName(tr("What to do, or which chat"))
        self.list = QListView()
        self.list.setProperty("kind", "parts")
        self.list.setAccessibleName(tr("Actions and chats"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Painter(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys reach it from the field
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        room = parent.size()
        self.resize(min(560, room.width() - 16), min(420, room.height() - 16))
        self.field.textChanged.connect(self._on_typed)
        self.list.clicked.connect(self._run)
        self._on_typed("")

    @property
    def shown(self) -> list[Command]:
        return self._model.shown

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if event.key() in keys:
            self._go(keys[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        row = min(max(0, self.list.currentIndex().row() + step), len(self.shown) - 1)
        self.list.setCurrentIndex(self._model.index(row))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._model.show(matching(self._commands, text))
        if self.shown:
            self.list.setCurrentIndex(self._model.index(0))

    @Slot(object)
    def _run(self, index: QModelIndex) -> None:
        if index.isValid():
            command = self.shown[index.row()]
            self.accept()
            command.run()


def key_text(keys: Sequence[str]) -> str:
    return native_key(keys[0]) if keys else ""
