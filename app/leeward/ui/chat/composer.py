# SPDX-License-Identifier: Apache-2.0
"""Where the user writes: a field that grows, files that go with the message, and one button that sends or stops."""

import enum
import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from leeward.domain.attachment import MAX_FILES, Attachment, split_attachments, with_attachments
from leeward.domain.settings import SendKey
from leeward.i18n import tr
from leeward.ui import icons
from leeward.ui.chat.attachment_bar import AttachmentBar
from leeward.ui.chat.field import Field
from leeward.ui.chat.spelling import Spelling
from leeward.ui.controls import ElidedLabel, IconButton, native_key, plain_tooltip, restyle
from leeward.ui.theme import Theme

_MAX_LINES = 8
_COMPACT_MAX_LINES = 3


class ComposerState(enum.Enum):
    """What the button does; each state can follow each."""

    READY = "send"
    BLOCKED = "cannot send, and the reason is shown"
    ANSWERING = "stop"
    KEEPING = "keep the text, for which no model is needed"


class Composer(QWidget):
    """The field in its frame, with what is attached above and a line of hints below.

    What is attached is the beginning of the text, as it is kept and sent; it is shown as chips.

    Attributes:
        may_send: Asked before `send_requested`; where it returns False nothing is sent now, and it says why.

    Signals:
        send_requested(str)   the text, not empty; it stays in the field until another one is set
        queue_requested(str)  the same while the model answers
        stop_requested()
        cancel_requested()    the end of editing is asked for
        text_edited(str)      the user changed the text
        text_shown()          it is another one, whoever changed it
        attach_requested()    files are to be chosen
        attachment_removed(Attachment)
    """

    send_requested = Signal(str)
    queue_requested = Signal(str)
    stop_requested = Signal()
    cancel_requested = Signal()
    text_edited = Signal(str)
    text_shown = Signal()
    attach_requested = Signal()
    attachment_removed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state = ComposerState.BLOCKED
        self._reason = ""
        self._is_compact = False
        self._is_editing = False
        self.frame = QFrame()
        self.frame.setObjectName("composer")
        self.frame.setCursor(Qt.CursorShape.IBeamCursor)
        self.frame.installEventFilter(self)
        self.may_send: Callable[[str], bool] = lambda _text: True
        self._attachments: tuple[Attachment, ...] = ()
        self._attached = ""  # the same as text
        self.attachment_bar = AttachmentBar(theme)
        self.attach_button = IconButton("paperclip", tr("Attach text files"), theme, "Ctrl+Shift+A")
        self.attach_button.setFixedSize(QSize(38, 38))
        self.field = Field()
        self.spelling = Spelling(self.field, theme)
        self.field.menu_opening.connect(self.spelling.add_to_menu)
        self.button = QPushButton()
        self.button.setProperty("kind", "send")
        self.button.setFixedSize(QSize(38, 38))
        self.button.setIconSize(QSize(20, 20))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.queue_button = IconButton("arrow-up", tr("Send after this answer"), theme, "Enter")
        self.queue_button.hide()
        self._wait = ""
        self.hint = ElidedLabel("", "muted")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out()
        self.setFocusProxy(self.field)
        # Qt leaves out what stands beside the proxy, and all of it when the pairs are told in another order.
        self.setTabOrder(self.field, self.button)
        self.setTabOrder(self.button, self.attach_button)
        self.setTabOrder(self.field, self.queue_button)
        self.field.send_pressed.connect(self._on_send_pressed)
        self.field.stop_pressed.connect(self._on_escape_pressed)
        self.field.focus_changed.connect(self._on_focus_changed)
        self.field.textChanged.connect(self._on_text_changed)
        self.button.clicked.connect(self._on_button_clicked)
        self.queue_button.clicked.connect(self._on_send_pressed)
        self.attach_button.clicked.connect(self.attach_requested)
        self.attachment_bar.remove_requested.connect(self._on_attachment_remove_requested)
        self.set_model_name("")
        self._show_state()
        self._fit_height()

    def _lay_out(self) -> None:
        inside = QHBoxLayout(self.frame)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(8)
        inside.addWidget(self.attach_button, 0, Qt.AlignmentFlag.AlignBottom)
        inside.addWidget(self.field, 1, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(self.queue_button, 0, Qt.AlignmentFlag.AlignBottom)
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.attachment_bar)
        self._column.addWidget(self.frame)
        self._column.addWidget(self.hint)

    @property
    def text(self) -> str:
        """All that is sent: what is attached, and what is typed."""
        typed = self.field.toPlainText()
        return f"{self._attached}\n\n{typed}" if self._attached and typed else self._attached or typed

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        return self._attachments

    @property
    def state(self) -> ComposerState:
        return self._state

    def set_text(self, text: str) -> None:
        """Show `text` in place of what is there, without `text_edited`; Undo of the field brings the old one back."""
        if text == self.text:
            return
        attachments, typed = split_attachments(text)
        self._set_attachments(attachments)
        self.field.blockSignals(True)
        cursor = self.field.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(typed)
        self.field.setTextCursor(cursor)
        self.field.blockSignals(False)
        self._on_text_shown()

    def set_typed(self, text: str) -> None:
        """Put `text` in place of what is typed, as if it was typed; what is attached stays."""
        self.set_text(with_attachments(self._attachments, text))
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.text_edited.emit(self.text)

    def attach(self, attachment: Attachment) -> bool:
        """Let a file go with the message; return False where there are enough of them. The same one counts once."""
        if attachment in self._attachments:
            return True
        if len(self._attachments) >= MAX_FILES:
            return False
        self._set_attachments((*self._attachments, attachment))
        self._on_text_changed()
        return True

    def add_above(self, widget: QWidget) -> None:
        """Show a widget over all of it."""
        self._column.insertWidget(0, widget)

    @Slot()
    def send(self) -> None:
        """Do what the key does that sends."""
        self._on_send_pressed()

    def set_send_key(self, key: SendKey) -> None:
        self.field.send_key = key
        self._show_state()

    def set_state(self, state: ComposerState, reason: str = "") -> None:
        """Say what the button does; `reason` is shown when nothing can be sent."""
        self._state, self._reason = state, reason
        self._show_state()

    def set_editing(self, *, is_editing: bool) -> None:
        """Say whether the text belongs to a message that is there already: then Esc asks for the end of that."""
        self._is_editing = is_editing
        self._show_state()

    def set_model_name(self, name: str) -> None:
        self.field.setPlaceholderText(tr("Message {name}…", name=name) if name else tr("Write a message…"))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.queue_button, self.attach_button, self.attachment_bar, self.spelling):
            part.set_theme(theme)
        self._show_state()

    def set_compact(self, *, is_compact: bool) -> None:
        """Take less height: fewer lines, a smaller button, no hint unless it is needed."""
        self._is_compact = is_compact
        edge = 32 if is_compact else 38
        self.button.setFixedSize(QSize(edge, edge))
        self.attach_button.setFixedSize(QSize(edge, edge))
        margins = (4, 4, 5, 4) if is_compact else (8, 8, 8, 8)
        frame_layout = self.frame.layout()
        if frame_layout is not None:
            frame_layout.setContentsMargins(*margins)
        self._show_state()
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.frame and isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self.field.setFocus()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_height()

    def set_wait(self, words: str) -> None:
        """Say beside the keys how long the answer will take to begin; "" says nothing."""
        if words != self._wait:
            self._wait = words
            self._show_state()

    def _show_state(self) -> None:
        is_answering = self._state is ComposerState.ANSWERING
        self.button.setEnabled(is_answering or self._can_send)
        # A disabled widget must not keep the focus: keys would go nowhere.
        is_kept = self._state is ComposerState.KEEPING
        send_key = self.field.send_key_name
        name, key = (tr("Stop"), "Esc") if is_answering else (tr("Save") if is_kept else tr("Send"), send_key)
        self.queue_button.setVisible(self._can_queue)
        reason = self._reason if self._state is ComposerState.BLOCKED else ""
        self.button.setAccessibleName(name)
        self.button.setAccessibleDescription(reason)
        self.button.setToolTip(plain_tooltip(reason) or f"{name} ({native_key(key)})")
        color = self._theme.on_accent if self.button.isEnabled() else self._theme.text_muted
        icon_name = "square" if is_answering else "check" if is_kept else "arrow-up"
        self.button.setIcon(icons.icon(icon_name, color, 20, self._theme.text_muted))
        hint = self._hint(reason)
        self.hint.set_full_text(hint)
        self.field.setAccessibleDescription(hint)
        self.hint.setVisible(not self._is_compact or bool(reason and self._has_text))

    @property
    def _can_send(self) -> bool:
        return self._state in (ComposerState.READY, ComposerState.KEEPING) and self._has_text

    @property
    def _can_queue(self) -> bool:
        return self._state is ComposerState.ANSWERING and self._has_text and not self._is_editing

    @property
    def _has_text(self) -> bool:
        return bool(self._attached or self.field.toPlainText().strip())

    def _hint(self, reason: str) -> str:
        if self._can_queue:
            return tr(
                "{key} sends it after this answer · Esc stops the answer",
                key=self.field.send_key_name,
            )
        if self._is_editing:
            return reason or tr("{keys} · Esc cancels", keys=self._key_hint)
        if self._state is ComposerState.ANSWERING:
            return tr("Esc stops the answer")
        if self._wait and self._has_text and not reason:
            return f"{self._wait} · {self._key_hint}"
        return reason or tr("{keys} · / for prompts", keys=self._key_hint)

    @property
    def _key_hint(self) -> str:
        key, line_key = self.field.send_key_name, self.field.line_key_name
        if self._state is ComposerState.KEEPING:
            return tr("{key} saves · {line_key} starts a new line", key=key, line_key=line_key)
        return tr("{key} sends · {line_key} starts a new line", key=key, line_key=line_key)

    def _fit_height(self) -> None:
        line_px = self.field.fontMetrics().lineSpacing()
        # The layout of a plain text document counts in lines, wrapped ones included.
        n_lines = max(1, math.ceil(self.field.document().documentLayout().documentSize().height()))
        limit = _COMPACT_MAX_LINES if self._is_compact else _MAX_LINES
        margins = round(2 * self.field.document().documentMargin())
        height = min(n_lines, limit) * line_px + margins + 2
        if height != self.field.height():
            self.field.setFixedHeight(height)
        is_full = n_lines > limit
        self.field.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_full else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )

    def _on_text_shown(self) -> None:
        self._show_state()
        self._fit_height()
        self.text_shown.emit()

    def _set_attachments(self, attachments: tuple[Attachment, ...]) -> None:
        self._attachments = attachments
        self._attached = with_attachments(attachments, "")
        self.attachment_bar.show_attachments(attachments)

    @Slot(int)
    def _on_attachment_remove_requested(self, number: int) -> None:
        removed = self._attachments[number]
        self._set_attachments(tuple(each for each in self._attachments if each != removed))
        self._on_text_changed()
        self.field.setFocus()
        self.attachment_removed.emit(removed)

    @Slot()
    def _on_text_changed(self) -> None:
        self._on_text_shown()
        self.text_edited.emit(self.text)

    @Slot()
    def _on_send_pressed(self) -> None:
        if self._can_send:
            if self._is_editing or self.may_send(self.text):
                self.send_requested.emit(self.text)
        elif self._can_queue:
            self.queue_requested.emit(self.text)

    @Slot()
    def _on_escape_pressed(self) -> None:
        if self._is_editing:
            self.cancel_requested.emit()
        else:
            self._on_stop_pressed()

    @Slot()
    def _on_stop_pressed(self) -> None:
        if self._state is ComposerState.ANSWERING:
            self.stop_requested.emit()

    @Slot()
    def _on_button_clicked(self) -> None:
        if self._state is ComposerState.ANSWERING:
            self._on_stop_pressed()
        else:
            self._on_send_pressed()

    @Slot(bool)
    def _on_focus_changed(self, has_focus: bool) -> None:  # noqa: FBT001 - a signal's value
        self.frame.setProperty("focused", has_focus)
        restyle(self.frame)
