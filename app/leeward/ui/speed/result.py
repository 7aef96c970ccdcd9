# SPDX-License-Identifier: Apache-2.0
"""One measurement as a table, with what is to be said beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from leeward.domain.speed import SpeedReport
from leeward.library.speed_text import head_text, sentences_of, table_of
from leeward.ui.controls import PlainLabel
from leeward.ui.direction import is_mirrored


class SpeedResult(QWidget):
    """Attributes:
    values: The labels of the table, row by row; the first row has the lengths of the prompts.
    """

    def __init__(self) -> None:
        super().__init__()
        self.head = PlainLabel("", "strong", is_wrapped=True)
        self.sentences = PlainLabel("", is_wrapped=True)
        self.values: list[list[PlainLabel]] = []
        self._table: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.head)
        self._layout.addWidget(self.sentences)

    def show_report(self, report: SpeedReport, change: str) -> None:
        """`change`: how it compares with before, as a sentence; "" for nothing."""
        self.head.setText(head_text(report))
        self.sentences.setText("\n".join(filter(None, [change, *sentences_of(report)])))
        if self._table is not None:
            self._layout.removeWidget(self._table)
            self._table.setParent(None)
            self._table.deleteLater()
        self.values = []
        self._table = self._made(report) if report.depths else None
        if self._table is not None:
            self._layout.insertWidget(1, self._table)

    def _made(self, report: SpeedReport) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        rows = table_of(report)
        lengths = rows[0][1]
        end = Qt.AlignmentFlag.AlignLeft if is_mirrored() else Qt.AlignmentFlag.AlignRight
        for row, (name, values) in enumerate(rows):
            kind = "muted" if row == 0 else ""
            grid.addWidget(PlainLabel(name, kind, is_wrapped=True), row, 0)
            labels = [PlainLabel(value, kind or "strong") for value in values]
            for column, (label, length) in enumerate(zip(labels, lengths, strict=True), 1):
                label.setAlignment(end | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
                label.setAccessibleName(f"{name}, {length}: {label.text()}" if row else f"{name}: {label.text()}")
                grid.addWidget(label, row, column)
            self.values.append(labels)
        return made
