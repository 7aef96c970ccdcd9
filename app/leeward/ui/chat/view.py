# SPDX-License-Identifier: Apache-2.0
"""The conversation on screen, as the window uses it: messages, and the reply that is being written."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from leeward.domain.conversation import Message
from leeward.domain.ids import MessageId
from leeward.domain.message_tree import Versions
from leeward.i18n import mark, tr
from leeward.ui.chat.actions import MessageAction
from leeward.ui.chat.announcer import Announcer
from leeward.ui.chat.footer import FooterWidget
from leeward.ui.chat.items import Item, PieceKind
from leeward.ui.chat.model import Block
from leeward.ui.chat.scroll import ColumnView
from leeward.ui.chat.style import ChatStyle
from leeward.ui.chat.text_menu import add_copy_actions
from leeward.ui.chat.thinking import ThinkingClock
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from leeward.ui.chat.stream import MarkdownStream

_WAITING = mark("Waiting for the model…")


class ChatView(ColumnView):
    """Messages, oldest first, and the reply that is being written.

    Signals:
        link_clicked(str)               an http, https or mailto address; ask before opening it
        copy_requested(MessageId)
        regenerate_requested(MessageId)
        action_requested(MessageId, MessageAction)   any other
        menu_requested(MessageId, QPoint)            where on the screen
    """

    link_clicked = Signal(str)
    copy_requested = Signal(object)
    regenerate_requested = Signal(object)
    action_requested = Signal(object, object)
    menu_requested = Signal(object, object)
    code_save_requested = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._live: Item | None = None
        self._stream: MarkdownStream | None = None
        self._streamed: list[str] = []
        self._announcer = Announcer(self)
        self._thinking = ThinkingClock(self)
        self._thinking.ticked.connect(self._on_thinking_ticked)
        self.setAccessibleName(tr("Conversation"))
        self._pool.link_clicked.connect(self.link_clicked)
        self._pool.action_requested.connect(self._on_action_requested)
        self._pool.code_save_requested.connect(self.code_save_requested)
        self._pool.menu_requested.connect(lambda item, place: self._tell(self.menu_requested, item, place))
        self._pool.reasoning_toggled.connect(self._on_reasoning_toggled)

    def set_theme(self, theme: Theme) -> None:
        self._set_style(ChatStyle(theme, self.column.style.size_pt))

    def set_font_size(self, pt: int) -> None:
        self._set_style(ChatStyle(self.column.style.theme, pt))

    def show_messages(self, messages: Sequence[Message], *, assistant_name: str) -> None:
        """Replace everything, and go to the end."""
        self._release(self._shown)
        self._shown = []
        self._selection.clear()
        self._thinking.stop()
        self.finder.leave_chat()
        self._live = self._stream = self._hovered = None
        self.column.reset(messages, assistant_name)
        self._is_following = True
        self._place()
        self.viewport().update()

    def replace_messages(self, messages: Sequence[Message]) -> None:
        """Show another branch of the same conversation. What both have in common stays as and where it is."""
        index = self.column.n_same(messages)
        focused = self._focused_action()
        footer_y = self._footer_y(index)
        self._unmark_last()
        self._release(piece for piece in self._shown if piece.item.index >= index)
        self._shown = [piece for piece in self._shown if piece.item.index < index]
        self._selection.clear()
        self._live = self._stream = self._hovered = None
        self.column.replace_from(index, messages[index:])
        self._mark_last()
        if footer_y is None:
            self._is_following = True
        self._place()
        new_y = self._footer_y(index)
        if footer_y is not None and new_y is not None and not self._is_following:
            self._y += new_y - footer_y  # the buttons stay under the pointer
            self._place()
        self._focus_action(index, focused)
        self.finder.search_again()
        self.viewport().update()

    def set_versions(self, versions: Versions) -> None:
        """Say which messages have others beside them."""
        self.column.set_versions(versions)
        self._place()

    def set_memory_start(self, start: MessageId | None) -> None:
        """Draw the line where the model's memory begins; None: it sees everything."""
        changed = self.column.set_memory_start(start)
        for item in changed:
            self._release(item.replace_all(self.column.style, self.column.width))
            self.column.resized(item)
        if changed:
            self._place()

    def focused_message(self) -> MessageId | None:
        """Return the message that has the focus."""
        piece = self.piece_of(QApplication.focusWidget())
        return piece.item.message.id if piece is not None and piece.item.message is not None else None

    def has_selection(self) -> bool:
        return bool(self._selection.selected_text())

    def add_copy_actions(self, menu: QMenu) -> None:
        """Add to a menu the ways to copy what is selected."""
        add_copy_actions(menu, self._selection)

    def append_message(self, message: Message) -> None:
        self._unmark_last()
        self.column.append(message)
        self._is_following = True
        self._place()

    def begin_reply(self, assistant_name: str) -> None:
        """Show an empty reply with a status line."""
        from leeward.ui.chat.stream import MarkdownStream  # noqa: PLC0415 - the parser is imported when it is needed

        self._unmark_last()
        self._stream = MarkdownStream()
        self._streamed = []
        self._announcer.begin()
        self._is_following = True
        self._live = self.column.append(None, assistant_name)
        self._live.is_last = True
        self.set_reply_status(tr(_WAITING))

    def set_reply_status(self, text: str) -> None:
        """Show what the engine does until the first text comes."""
        item = self._live
        if item is None or self._streamed or item.status == text:
            return
        item.status = text
        self._replace(item, 0, [])

    def append_text(self, text: str) -> None:
        """Add to the reply what came since the last call. Call at most 30 times a second."""
        if self._live is None or self._stream is None or not text:
            return
        self._live.status = ""
        self._streamed.append(text)
        self._announcer.push(text)
        change = self._stream.push(text)
        self._replace(self._live, change.start, change.blocks)
        self._thinking.stop()
        if not self._is_following:
            self._set_news(is_news=True)

    def append_reasoning(self, text: str) -> None:
        item = self._live
        if item is None or not text:
            return
        item.status = ""
        is_new = not item.reasoning
        item.reasoning += text
        if is_new:
            self._thinking.start()
        if is_new or item.is_reasoning_open:
            self._release(item.replace_all(self.column.style, self.column.width))
            self.column.resized(item)
            self._place()

    def finish_reply(self, message: Message | None) -> None:
        """End the reply. None: nothing came, and it is taken away."""
        item, stream = self._live, self._stream
        if item is None or stream is None:
            return
        self._thinking.stop()
        self._announcer.end()
        self._live = self._stream = None
        if message is None:
            self._release(piece for piece in item.pieces if piece.widget is not None)
            self._shown = [piece for piece in self._shown if piece.item is not item]
            self.column.remove_last()
            self._place()
            return
        item.status = ""
        item.reasoning = message.reasoning
        if message.details is not None:
            item.reasoning_s = message.details.reasoning_s
        is_same = "".join(self._streamed) == message.content
        change = stream.flush()
        self.column.settle(item, message)
        if is_same:
            item.blocks[change.start :] = change.blocks
        else:  # it was changed on the way into the database, or some of it never came here
            item.parse()
        self._release(item.replace_all(self.column.style, self.column.width))
        for piece in item.pieces:
            piece.is_dirty = True  # the caret goes, colours come
        self.column.resized(item)
        self._place()

    def select_all(self) -> None:
        self._selection.select_all()

    def copy(self) -> None:
        """Copy what is selected, from the text and not from the widgets."""
        self._selection.copy()

    def plain_text(self) -> str:
        """Return everything as it is drawn. Parses every message: for tests and export."""
        return "\n\n".join(self.column.texts())

    def scroll_to_end(self) -> None:
        self._is_following = True
        self._place()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Between the texts, and with the key where no message has the focus."""
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        item = self.column.made_item(len(self.column) - 1) if is_key else self._item_at(event.pos())
        if item is not None:
            self._tell(self.menu_requested, item, event.globalPos())

    def _replace(self, item: Item, start: int, blocks: Sequence[Block]) -> None:
        self._release(item.replace_blocks(start, blocks, self.column.style, self.column.width))
        self.column.resized(item)
        self._place()

    def _on_thinking_ticked(self, seconds: float) -> None:
        if self._live is None:
            return
        self._live.reasoning_s = seconds
        for piece in self._live.pieces:
            piece.is_dirty = piece.is_dirty or piece.kind is PieceKind.REASONING
        self._place()

    def _on_reasoning_toggled(self, item: Item) -> None:
        item.is_reasoning_open = not item.is_reasoning_open
        self._is_following = False
        self._release(item.replace_all(self.column.style, self.column.width))
        self.column.resized(item)
        self._place()

    def _unmark_last(self) -> None:
        """The actions of what was the last message show under the pointer only."""
        item = self.column.made_item(len(self.column) - 1)
        if item is not None:
            item.is_last = False
            for piece in item.pieces:
                piece.is_dirty = piece.is_dirty or piece.kind is PieceKind.FOOTER

    def _mark_last(self) -> None:
        item = self.column.made_item(len(self.column) - 1)
        if item is not None:
            item.is_last = True
            for piece in item.pieces:
                piece.is_dirty = piece.is_dirty or piece.kind is PieceKind.FOOTER

    def _footer_y(self, index: int) -> int | None:
        """Return where in the window the actions of a message are; None when they are out of sight."""
        for piece in self._shown:
            if piece.item.index == index and piece.kind is PieceKind.FOOTER:
                return self._top_of(piece) - self._y
        return None

    def _focused_action(self) -> int | None:
        """Return which control of a footer has the focus."""
        widget = QApplication.focusWidget()
        footer = widget.parentWidget() if widget is not None else None
        return footer.focus_widgets().index(widget) if isinstance(footer, FooterWidget) and widget else None

    def _focus_action(self, index: int, number: int | None) -> None:
        """Give the focus to the same control of the message that came in place of another one."""
        for piece in self._shown:
            if number is not None and piece.item.index == index and isinstance(piece.widget, FooterWidget):
                controls = piece.widget.focus_widgets()
                nearby = [controls[number], *controls]
                next(each for each in nearby if each.isEnabled() and not each.isHidden()).setFocus()

    def _on_action_requested(self, item: Item, action: MessageAction) -> None:
        if action is MessageAction.COPY:
            self._tell(self.copy_requested, item)
        elif action is MessageAction.AGAIN:
            self._tell(self.regenerate_requested, item)
        else:
            self._tell(self.action_requested, item, action)

    def _tell(self, signal: Any, item: Item, *more: object) -> None:
        if item.message is not None:
            signal.emit(item.message.id, *more)
