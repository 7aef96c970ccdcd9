# SPDX-License-Identifier: Apache-2.0
"""How an answer was made, and making it again."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from leeward.domain.conversation import Message
from leeward.domain.model_info import LoadedModel
from leeward.domain.settings import Settings
from leeward.i18n import tr
from leeward.ui.controls import PlainLabel, TextButton
from leeward.ui.receipt_text import receipt_lines, why_not_again


class ReceiptDialog(QDialog):
    """Signals:
    again_requested()   run the answer again with its seed and sampling
    """

    again_requested = Signal()

    def __init__(self, message: Message, model: LoadedModel | None, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("How this answer was made"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lines = receipt_lines(message)
        reason = why_not_again(message, model, settings)
        # Without a seed an answer goes on from what the cache holds, beside others: its sums are made in another order.
        usual = tr("Where no seed was set, rounding may lead to other words.")
        self.remark = PlainLabel(reason or usual, "muted", is_wrapped=True)
        self.copy_button = TextButton(tr("Copy"), "outline")
        self.again_button = TextButton(tr("Run again with its seed"), "outline")
        self.again_button.setEnabled(not reason)
        self.again_button.setAccessibleDescription(self.remark.text())
        self.done_button = TextButton(tr("Done"), "primary")
        self._lay_out()
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.again_button.clicked.connect(self._on_again_clicked)
        self.done_button.clicked.connect(self.accept)
        room = parent.size()
        self.setMinimumSize(260, 180)
        self.resize(min(520, room.width() - 16), min(560, room.height() - 16))

    def _lay_out(self) -> None:
        form = QWidget()
        form.setObjectName("form")
        grid = QGridLayout(form)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for number, (name, value) in enumerate(self.lines):
            text = PlainLabel(value, is_wrapped=True)
            text.setAccessibleName(f"{name}: {value}")
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(PlainLabel(name, "muted"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, number, 1)
        grid.setRowStretch(len(self.lines), 1)
        area = QScrollArea()
        area.setProperty("kind", "plain")
        area.setAccessibleName(tr("How this answer was made"))
        area.setWidgetResizable(True)
        area.setWidget(form)
        buttons = QHBoxLayout()
        buttons.addWidget(self.again_button)
        buttons.addStretch(1)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.done_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(area, 1)
        layout.addWidget(self.remark)
        layout.addLayout(buttons)
        self.done_button.setDefault(True)
        self.done_button.setFocus()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name}: {value}" for name, value in self.lines))

    @Slot()
    def _on_again_clicked(self) -> None:
        self.accept()
        self.again_requested.emit()
