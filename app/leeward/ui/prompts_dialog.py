# SPDX-License-Identifier: Apache-2.0
"""The prompt library: what "/" offers, to be added to, changed and deleted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from leeward.domain.prompts import MAX_NAME, Prompt, name_for
from leeward.i18n import tr
from leeward.ui.controls import PlainLabel, TextButton
from leeward.ui.direction import follow_text

if TYPE_CHECKING:
    from leeward.bridge.prompts import PromptsBridge

_NARROW_PX = 520
_LIST_PX = 200
_LOW_LIST_PX = 92
_KEEP_DELAY_MS = 400


class PromptsDialog(QDialog):
    """What is changed is kept at once."""

    def __init__(self, prompts: "PromptsBridge", parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Prompts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge = prompts
        self._prompts: list[Prompt] = []
        self._deleted: tuple[int, Prompt] | None = None
        self.list = QListWidget()
        self.list.setProperty("kind", "parts")
        self.list.setAccessibleName(tr("Prompts"))
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.name.setAccessibleName(tr("Name of the prompt"))
        self.name.setPlaceholderText(tr("Name"))
        self.text = QPlainTextEdit()
        follow_text(self.text)
        self.text.setProperty("kind", "field")
        self.text.setAccessibleName(tr("Text of the prompt"))
        self.text.setPlaceholderText(
            tr("What is put into the message. A word in braces, like {language}, is filled in.")
        )
        self.text.setTabChangesFocus(True)
        self.new_button = TextButton(tr("New"), "outline")
        self.delete_button = TextButton(tr("Delete"), "outline")
        self.undo_button = TextButton(tr("Undo delete"), "outline")
        self.ready_button = TextButton(tr("Bring back the ready ones"), "quiet")
        self.done_button = TextButton(tr("Done"), "primary")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEEP_DELAY_MS)
        self._timer.timeout.connect(self._keep)
        self._lay_out()
        self._connect()
        self._show_all()
        room = parent.size()
        self.resize(min(720, room.width() - 16), min(480, room.height() - 16))
        self.setMinimumSize(280, 200)

    def add(self, text: str) -> None:
        """Add a text as a prompt, named by its first words, and let the name be typed."""
        self._prompts.append(Prompt(name_for(text, [each.name for each in self._prompts]), text))
        self._keep()
        self._fill(len(self._prompts) - 1)
        self.name.setFocus()
        self.name.selectAll()

    def done(self, result: int) -> None:
        if self._timer.isActive():
            self._keep()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW_PX
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._middle.setDirection(direction)
        self.list.setMaximumSize(16_777_215 if is_narrow else _LIST_PX, _LOW_LIST_PX if is_narrow else 16_777_215)
        self._intro.setVisible(self.height() >= 360)

    def _lay_out(self) -> None:
        self._intro = PlainLabel(
            tr("Type / at the beginning of a message to use one of these."), "muted", is_wrapped=True
        )
        fields = QVBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(self.name)
        fields.addWidget(self.text, 1)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(10)
        self._middle.addWidget(self.list)
        self._middle.addLayout(fields, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(5)
        for button in (self.new_button, self.delete_button, self.undo_button, self.ready_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.done_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(10)
        layout.addWidget(self._intro)
        layout.addLayout(self._middle, 1)
        layout.addLayout(buttons)
        self.undo_button.hide()
        self.done_button.setAutoDefault(False)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._on_changed)
        self.list.currentRowChanged.connect(self._show_one)
        self.name.textEdited.connect(self._on_edited)
        self.text.textChanged.connect(self._on_edited)
        self.new_button.clicked.connect(lambda: self.add(""))
        self.delete_button.clicked.connect(self._on_delete_clicked)
        self.undo_button.clicked.connect(self._on_undo_clicked)
        self.ready_button.clicked.connect(self._bridge.bring_back_ready)
        self.done_button.clicked.connect(self.accept)

    def _show_all(self) -> None:
        self._prompts = list(self._bridge.prompts)
        self._fill(0)

    def _fill(self, row: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([tr(each.name, "prompt") for each in self._prompts])
        self.list.setCurrentRow(min(row, len(self._prompts) - 1))
        self.list.blockSignals(False)
        self._show_one(self.list.currentRow())

    @Slot(int)
    def _show_one(self, row: int) -> None:
        is_any = 0 <= row < len(self._prompts)
        prompt = self._prompts[row] if is_any else Prompt("", "")
        self.name.setText(tr(prompt.name, "prompt"))
        self.text.blockSignals(True)
        self.text.setPlainText(prompt.text)
        self.text.blockSignals(False)
        for widget in (self.name, self.text, self.delete_button):
            widget.setEnabled(is_any)

    @Slot()
    def _on_edited(self) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        name, before = " ".join(self.name.text().split()), self._prompts[row].name
        is_same = name in ("", tr(before, "prompt"))
        self._prompts[row] = Prompt(before if is_same else name, self.text.toPlainText())
        self.list.item(row).setText(tr(before, "prompt") if is_same else name)
        self._timer.start()

    @Slot()
    def _keep(self) -> None:
        self._timer.stop()
        self._bridge.keep(self._prompts)

    @Slot()
    def _on_changed(self) -> None:
        if list(self._bridge.prompts) != self._prompts and not self._timer.isActive():
            row = self.list.currentRow()
            self._prompts = list(self._bridge.prompts)
            self._fill(max(0, row))

    @Slot()
    def _on_delete_clicked(self) -> None:
        row = self.list.currentRow()
        self._deleted = (row, self._prompts.pop(row))
        self._keep()
        self._fill(row)
        self.undo_button.setAccessibleName(tr("Undo: bring back {name}", name=tr(self._deleted[1].name, "prompt")))
        self._offer_undo(is_offered=True)
        self.undo_button.setFocus()

    @Slot()
    def _on_undo_clicked(self) -> None:
        if self._deleted is not None:
            row, prompt = self._deleted
            self._deleted = None
            self._prompts.insert(row, prompt)
            self._keep()
            self._fill(row)
        self.list.setFocus()
        self._offer_undo(is_offered=False)

    def _offer_undo(self, *, is_offered: bool) -> None:
        self.undo_button.setVisible(is_offered)
        self.ready_button.setVisible(not is_offered or self.width() >= _NARROW_PX)
