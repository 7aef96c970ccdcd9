# SPDX-License-Identifier: Apache-2.0
"""What the model sees: the exact prompt of the shown chat, whose each part is, and how many tokens it costs."""

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPixmap, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from leeward.domain.generation import ChatMessage, Role
from leeward.domain.ids import ConversationId
from leeward.domain.queries import PromptView
from leeward.domain.settings import Settings
from leeward.error_text import describe
from leeward.i18n import mark, number, plural, tr
from leeward.ui.controls import PlainLabel, TextButton
from leeward.ui.fonts import code_font
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from leeward.bridge.generation import GenerationBridge

_NARROW_PX = 560
_LIST_PX = 216
_LOW_LIST_PX = 96
_NAMES = {Role.SYSTEM: mark("System"), Role.USER: mark("You"), Role.ASSISTANT: mark("Model")}
_TEMPLATE_NAME = mark("Template")
# Categories of Unicode that show as nothing or turn text around: what a template hides with them must be seen.
_INVISIBLE = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


class PromptViewDialog(QDialog):
    """Asks the engine when told to, and shows what comes.

    Attributes:
        text: The prompt, byte for byte; "" until it is there. What is copied.
    """

    def __init__(self, generation: "GenerationBridge", theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What the model sees"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._generation = generation
        self._theme = theme
        self._conversation_id: ConversationId | None = None
        self._messages: tuple[ChatMessage, ...] = ()
        self._view: PromptView | None = None
        self._places: dict[int, tuple[int, int]] = {}  # where each message stands in the field, in UTF-16 units
        self.text = ""
        self.summary = PlainLabel("", is_wrapped=True)
        self.whose = QListWidget()
        self.whose.setProperty("kind", "parts")
        self.whose.setAccessibleName(tr("Messages and their tokens"))
        self.whose.setIconSize(QSize(10, 10))
        self.field = QPlainTextEdit()
        self.field.setProperty("kind", "field")
        self.field.setReadOnly(True)
        self.field.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.field.setTabChangesFocus(True)
        self.field.setUndoRedoEnabled(False)
        self.field.setAccessibleName(tr("The prompt, exactly as the model sees it"))
        self.field.setFont(code_font(max(8.0, self.font().pointSizeF() - 1)))
        self.copy_button = TextButton(tr("Copy"), "outline")
        self.done_button = TextButton(tr("Done"), "primary")
        self._lay_out()
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.done_button.clicked.connect(self.accept)
        self.whose.currentItemChanged.connect(self._on_message_chosen)
        generation.prompt_viewed.connect(self._on_prompt_viewed)
        generation.prompt_view_failed.connect(self._on_prompt_view_failed)
        room = parent.size()
        self.resize(min(860, room.width() - 16), min(680, room.height() - 16))
        self.setMinimumSize(280, 200)

    def ask(self, conversation_id: ConversationId | None, draft: str, settings: Settings) -> None:
        """Ask what the model is shown when `draft` is sent now; without one, what its last answer was made from."""
        self._conversation_id = conversation_id
        self._show_words(tr("The prompt is being made. While the model answers, it comes after the answer."))
        self._generation.view_prompt(conversation_id, draft, settings)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._view is not None:
            self._show(self._view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW_PX
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._middle.setDirection(direction)
        self.whose.setMaximumSize(16_777_215 if is_narrow else _LIST_PX, _LOW_LIST_PX if is_narrow else 16_777_215)

    def _lay_out(self) -> None:
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(10)
        self._middle.addWidget(self.whose)
        self._middle.addWidget(self.field, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.done_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(self.summary)
        layout.addLayout(self._middle, 1)
        layout.addLayout(buttons)
        self.done_button.setDefault(True)

    def _show_words(self, words: str) -> None:
        self.summary.setText(words)
        for widget in (self.whose, self.field, self.copy_button):
            widget.setVisible(False)

    @Slot(object, object, object)
    def _on_prompt_viewed(
        self, conversation_id: ConversationId | None, view: PromptView, messages: tuple[ChatMessage, ...]
    ) -> None:
        if conversation_id != self._conversation_id:
            return
        if not messages:
            self._show_words(tr("Nothing was asked yet. Type a question, then look here what the model will be shown."))
            return
        self._messages = messages
        self._show(view)
        self.field.setFocus()

    @Slot(object, object)
    def _on_prompt_view_failed(self, conversation_id: ConversationId | None, error: Exception) -> None:
        if conversation_id == self._conversation_id:
            text = describe(error)
            self._show_words(f"{text.sentence} {text.next_step}")

    def _show(self, view: PromptView) -> None:
        self._view, self.text = view, view.text
        words = plural("{n:,} token in all.", "{n:,} tokens in all.", len(view.tokens))
        added = tr("Before the text the tokenizer puts {text}.", text=visible(view.added))
        self.summary.setText(f"{words} {added}" if view.added else words)
        self._fill_field(view)
        self._fill_list(view)
        for widget in (self.whose, self.field, self.copy_button):
            widget.setVisible(True)

    def _fill_field(self, view: PromptView) -> None:
        self.field.clear()
        self._places.clear()
        cursor = QTextCursor(self.field.document())
        cursor.beginEditBlock()
        for part in view.parts:
            start = cursor.position()
            for text, is_visible in runs(part.text):
                look = QTextCharFormat()
                look.setForeground(QColor(self._color(part.message) if is_visible else self._theme.danger))
                cursor.insertText(text, look)
            if part.message is not None:
                self._places[part.message] = (start, cursor.position())
        cursor.endEditBlock()
        self.field.moveCursor(QTextCursor.MoveOperation.Start)

    def _fill_list(self, view: PromptView) -> None:
        self.whose.clear()
        for index, message in enumerate(self._messages):
            is_found = view.spans[index] is not None
            count = number(view.n_tokens(index)) if is_found else tr("cannot be told")
            self._add_row(f"{index + 1} {tr(_NAMES[message.role])}: {count}", index)
        self._add_row(f"{tr(_TEMPLATE_NAME)}: {number(view.n_tokens(None))}", None)

    def _add_row(self, text: str, message: int | None) -> None:
        dot = QPixmap(10, 10)
        dot.fill(QColor(self._color(message)))
        icon = QIcon(dot)
        icon.addPixmap(dot, QIcon.Mode.Selected)  # or Qt would tint it
        item = QListWidgetItem(icon, text)
        item.setData(Qt.ItemDataRole.UserRole, message)
        self.whose.addItem(item)

    def _color(self, message: int | None) -> str:
        if message is None:
            return self._theme.text_muted
        colors = {Role.SYSTEM: self._theme.warning, Role.USER: self._theme.accent, Role.ASSISTANT: self._theme.success}
        return colors[self._messages[message].role]

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_message_chosen(self, item: QListWidgetItem | None, _previous: QListWidgetItem | None) -> None:
        place = self._places.get(item.data(Qt.ItemDataRole.UserRole)) if item is not None else None
        if place is None:
            return
        cursor = self.field.textCursor()
        cursor.setPosition(place[0])
        cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        self.field.setTextCursor(cursor)
        self.field.centerCursor()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self.copy_button.setText(tr("Copied"))


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """Cut `text` into runs that show as they are (True), and characters that would not, written as [U+200B]."""
    start = 0
    for index, letter in enumerate(text):
        if letter not in "\n\t" and unicodedata.category(letter) in _INVISIBLE:
            if start < index:
                yield text[start:index], True
            yield f"[U+{ord(letter):04X}]", False
            start = index + 1
    if start < len(text):
        yield text[start:], True


def visible(text: str) -> str:
    """Return `text` with everything in it to be seen."""
    return "".join(run for run, _ in runs(text))
