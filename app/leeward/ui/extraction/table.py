# SPDX-License-Identifier: Apache-2.0
"""The rows of a table in the making, as a model, and the view of it, which paints only what is on the screen."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QTableView

from leeward.chat.extraction import FileDone, Row
from leeward.i18n import tr
from leeward.ui.controls import plain_tooltip
from leeward.ui.extraction.words import problem_sentence
from leeward.ui.theme import Theme

_STATUS, _FILE = 0, 1
_N_FIXED = 2
_MAX_SHOWN = 200
_MAX_TOOLTIP = 2000
_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class _Line:
    row: Row
    was_known: bool

    @property
    def status(self) -> str:
        if self.row.problem:
            return tr("Problem")
        return tr("As before") if self.was_known else tr("Done")

    @property
    def name(self) -> str:
        """The file as it is called inside the chosen folder."""
        name = PurePath(*PurePath(self.row.file).parts[1:]).as_posix()
        return f"{name} ({self.row.part}/{self.row.n_parts})" if self.row.n_parts > 1 else name


class RowsModel(QAbstractTableModel):
    """A row is a row of the table; in front of its values stand how it went and the file."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: tuple[str, ...] = ()
        self._lines: list[_Line] = []

    def begin(self, names: Sequence[str]) -> None:
        """Empty it, for rows with these values; with none of them for rows of one value."""
        self.beginResetModel()
        self._names = tuple(names) or ("value",)
        self._lines = []
        self.endResetModel()

    def add(self, done: Sequence[FileDone]) -> None:
        lines = [_Line(row, each.was_known) for each in done for row in each.rows]
        if not lines:
            return
        first = len(self._lines)
        self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
        self._lines += lines
        self.endInsertRows()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._lines:
            last = self.index(len(self._lines) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, _STATUS), last, [Qt.ItemDataRole.ForegroundRole])

    def sentence(self, row: int) -> str:
        """Return why a row is empty, "" if it is not."""
        return problem_sentence(self._lines[row].row.problem) if 0 <= row < len(self._lines) else ""

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else _N_FIXED + len(self._names)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        if section == _STATUS:
            return tr("Status")
        return tr("File") if section == _FILE else _brief(self._names[section - _N_FIXED], _MAX_SHOWN)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _brief(self._text(line, column), _MAX_SHOWN)
            case Qt.ItemDataRole.ToolTipRole:
                text = problem_sentence(line.row.problem) or self._text(line, column)
                return plain_tooltip(shown(text[:_MAX_TOOLTIP]))
            case Qt.ItemDataRole.AccessibleTextRole if column == _STATUS and line.row.problem:
                return f"{line.status}: {problem_sentence(line.row.problem)}"
            case Qt.ItemDataRole.ForegroundRole if column == _STATUS or line.row.problem:
                is_red = column == _STATUS and line.row.problem
                return QColor(self._theme.danger if is_red else self._theme.text_muted)
            case _:
                return None

    def _text(self, line: _Line, column: int) -> str:
        if column == _STATUS:
            return line.status
        if column == _FILE:
            return line.name
        if line.row.problem:
            return problem_sentence(line.row.problem) if column == _N_FIXED else ""
        value = line.row.value
        if isinstance(value, dict):
            value = value.get(self._names[column - _N_FIXED])
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


class RowsView(QTableView):
    """Follows the newest row as long as the last one is in sight."""

    def __init__(self, model: RowsModel) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.setProperty("kind", "parts")
        self.setAccessibleName(tr("The table"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setStretchLastSection(True)
        self.setMinimumHeight(60)
        model.rowsAboutToBeInserted.connect(self._on_rows_coming)
        model.rowsInserted.connect(self._on_rows_came)
        model.modelReset.connect(self._on_reset)
        self._is_following = True

    @Slot()
    def _on_reset(self) -> None:
        self.clearSpans()
        letter = self.fontMetrics().averageCharWidth()
        for column in range(self._rows.columnCount()):
            self.setColumnWidth(column, letter * {_STATUS: 11, _FILE: 18}.get(column, 16))
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)

    @Slot()
    def _on_rows_coming(self) -> None:
        bar = self.verticalScrollBar()
        self._is_following = bar.value() == bar.maximum()

    @Slot(QModelIndex, int, int)
    def _on_rows_came(self, _parent: QModelIndex, first: int, last: int) -> None:
        n_values = self._rows.columnCount() - _N_FIXED
        for row in range(first, last + 1):
            if n_values > 1 and self._rows.sentence(row):  # which has all the room of the values
                self.setSpan(row, _N_FIXED, 1, n_values)
        if self._is_following:
            self.scrollToBottom()


def shown(text: str) -> str:
    """Return a text that Qt can show: names of files may hold what is none."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _brief(text: str, limit: int) -> str:
    """Return the beginning of a text in one line."""
    line = " ".join(shown(text[: 4 * limit]).split())
    return line if len(line) <= limit else f"{line[:limit]}…"
