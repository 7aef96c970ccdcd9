# SPDX-License-Identifier: Apache-2.0
"""What is done with the messages of the shown chat: by button, by menu and by key."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from leeward.domain.conversation import Message
from leeward.domain.generation import Role
from leeward.domain.ids import ConversationId, MessageId
from leeward.domain.message_tree import Deletion, Heading, branches_of
from leeward.domain.settings import Settings
from leeward.i18n import tr
from leeward.ui import icons
from leeward.ui.chat.actions import MessageAction
from leeward.ui.controls import native_key
from leeward.ui.writing import Task, TaskKind

if TYPE_CHECKING:
    from leeward.bridge.conversations import ConversationsBridge
    from leeward.bridge.generation import GenerationBridge
    from leeward.ui.chat_page import ChatPage

KEYS = {
    MessageAction.COPY: "Ctrl+Shift+C",
    MessageAction.EDIT: "Ctrl+E",
    MessageAction.AGAIN: "Ctrl+R",
    MessageAction.CONTINUE: "Ctrl+Shift+Return",
    MessageAction.PREVIOUS: "Alt+Left",
    MessageAction.NEXT: "Alt+Right",
    MessageAction.DETAILS: "Ctrl+I",
    MessageAction.BRANCHES: "Ctrl+Shift+B",
}
_ICONS = {
    MessageAction.COPY: "copy",
    MessageAction.EDIT: "pencil",
    MessageAction.AGAIN: "refresh-cw",
    MessageAction.CONTINUE: "play",
    MessageAction.PREVIOUS: "chevron-left",
    MessageAction.NEXT: "chevron-right",
    MessageAction.INSERT_QUESTION: "plus",
    MessageAction.INSERT_ANSWER: "plus",
    MessageAction.FORK: "git-branch",
    MessageAction.BRANCHES: "git-branch",
    MessageAction.DETAILS: "info",
    MessageAction.DELETE: "trash-2",
}
_GROUPS = (
    (MessageAction.COPY, MessageAction.EDIT, MessageAction.AGAIN, MessageAction.CONTINUE),
    (MessageAction.PREVIOUS, MessageAction.NEXT, MessageAction.BRANCHES, MessageAction.FORK),
    (MessageAction.INSERT_QUESTION, MessageAction.INSERT_ANSWER, MessageAction.DETAILS),
    (MessageAction.DELETE,),
)
_HARMLESS = (MessageAction.COPY, MessageAction.FORK, MessageAction.DETAILS, MessageAction.BRANCHES)
"""What can be done while the model answers."""

Ask = Callable[[ConversationId, MessageId, Settings], None]


class ChatActions(QObject):
    """Signals:
    undo_offered(str, Callable)           what was done, and how to take it back
    conversation_made(ConversationId)     it is to be shown
    conversation_emptied(ConversationId)  its last message is to be deleted: that is, the chat
    """

    undo_offered = Signal(str, object)
    conversation_made = Signal(object)
    conversation_emptied = Signal(object)

    def __init__(
        self,
        page: "ChatPage",
        conversations: "ConversationsBridge",
        generation: "GenerationBridge",
        settings: Callable[[], Settings],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._tree = conversations.tree
        self._generation = generation
        self._settings = settings
        self._overview_of: ConversationId | None = None  # asked for
        self._tree.deleted.connect(self._on_deleted)
        self._tree.emptied.connect(self.conversation_emptied)
        self._tree.forked.connect(self.conversation_made)
        self._tree.headings_read.connect(self._on_headings_read)

    # What can be done

    def can(self, action: MessageAction, message: Message) -> bool:
        """Whether an action has a meaning for a message now."""
        if self._page.is_answering and action not in _HARMLESS:
            return False
        is_last = self._page.messages[-1:] == [message]
        versions = self._page.versions.get(message.id, (message.id,))
        is_answer = message.role is Role.ASSISTANT
        conditions = {
            MessageAction.AGAIN: self._answers_user(message) if is_answer else is_last and message.role is Role.USER,
            MessageAction.CONTINUE: is_last and message.is_cut,
            MessageAction.PREVIOUS: message.id != versions[0],
            MessageAction.NEXT: message.id != versions[-1],
            MessageAction.DETAILS: is_answer,
            MessageAction.DELETE: message.role is not Role.SYSTEM,  # that is the chat
            MessageAction.FORK: message.role is not Role.SYSTEM,
        }
        return conditions.get(action, True)

    def _answers_user(self, message: Message) -> bool:
        question = self._find(message.parent_id) if message.parent_id is not None else None
        return question is not None and question.role is Role.USER

    @Slot(object, object)
    def do(self, message_id: MessageId, action: MessageAction) -> None:
        """Do it, or say why not."""
        page, message = self._page, self._find(message_id)
        if message is None or page.current is None:
            return
        if page.is_answering and action not in _HARMLESS:
            page.say_answering()
        elif self.can(action, message):
            self._act(page.current, message, action)

    def _act(self, chat: ConversationId, message: Message, action: MessageAction) -> None:
        acts: dict[MessageAction, Callable[[], object]] = {
            MessageAction.COPY: lambda: QGuiApplication.clipboard().setText(message.content),
            MessageAction.EDIT: lambda: self._edit(message),
            MessageAction.INSERT_QUESTION: lambda: self._insert(message, TaskKind.INSERT_QUESTION),
            MessageAction.INSERT_ANSWER: lambda: self._insert(message, TaskKind.INSERT_ANSWER),
            MessageAction.AGAIN: lambda: self._ask(self._generation.regenerate, chat, message),
            MessageAction.CONTINUE: lambda: self._ask(self._generation.continue_answer, chat, message),
            MessageAction.PREVIOUS: lambda: self._show_version(chat, message, -1),
            MessageAction.NEXT: lambda: self._show_version(chat, message, 1),
            MessageAction.FORK: lambda: self._tree.fork(chat, message.id),
            MessageAction.DELETE: lambda: self._tree.delete(chat, message.id),
            MessageAction.BRANCHES: lambda: self._ask_for_branches(chat),
            MessageAction.DETAILS: lambda: self._show_receipt(chat, message),
        }
        acts[action]()

    def _edit(self, message: Message) -> None:
        kinds = {Role.USER: TaskKind.ASK_EDITED, Role.SYSTEM: TaskKind.EDIT_SYSTEM}
        kind = kinds.get(message.role, TaskKind.EDIT)
        self._page.writing.begin_task(Task(kind, message.id, message.content))

    def _insert(self, message: Message, kind: TaskKind) -> None:
        self._page.writing.begin_task(Task(kind, message.id))

    def _ask(self, ask: Ask, chat: ConversationId, message: Message) -> None:
        if self._generation.loaded_model is None:
            self._page.composer.setFocus()  # where it says that there is no model
        else:
            ask(chat, message.id, self._settings())

    def _show_version(self, chat: ConversationId, message: Message, step: int) -> None:
        versions = self._page.versions[message.id]
        self._tree.show(chat, versions[versions.index(message.id) + step])

    def _ask_for_branches(self, chat: ConversationId) -> None:
        self._overview_of = chat
        self._tree.read_headings(chat)

    def finish(self, task: Task, text: str) -> None:
        """Do what was begun in the composer."""
        chat = self._page.current
        if chat is None:
            return
        match task.kind:
            case TaskKind.ASK_EDITED:
                self._generation.ask_edited(chat, task.message_id, text, self._settings())
            case TaskKind.EDIT | TaskKind.EDIT_SYSTEM:
                if text != task.text:
                    self._tree.edit(chat, task.message_id, text)
            case TaskKind.INSERT_QUESTION:
                self._tree.insert(chat, task.message_id, Role.USER, text)
            case TaskKind.INSERT_ANSWER:
                self._tree.insert(chat, task.message_id, Role.ASSISTANT, text)

    def _find(self, message_id: MessageId) -> Message | None:
        return next((each for each in reversed(self._page.messages) if each.id == message_id), None)

    # Keys

    def press(self, action: MessageAction) -> None:
        """Do it with the message it is meant for when its key is pressed; nothing while another page is shown."""
        message = self._meant(action) if self._page.isVisible() else None
        if message is not None:
            self.do(message.id, action)

    def _meant(self, action: MessageAction) -> Message | None:
        """Return the message a key is for: the one with the focus, else the newest it has a meaning for."""
        if not self._page.is_chat_shown:
            return None
        focused_id = self._page.chat.focused_message()
        focused = self._find(focused_id) if focused_id is not None else None
        if focused is not None and self.can(action, focused):
            return focused
        messages = [each for each in reversed(self._page.messages) if each.role is not Role.SYSTEM]
        if action is MessageAction.EDIT:
            messages = [each for each in messages if each.role is Role.USER]
        if self._page.is_answering:
            return messages[0] if messages else None
        return next((each for each in messages if self.can(action, each)), None)

    # The menu

    @Slot(object, object)
    def show_menu(self, message_id: MessageId, place: QPoint) -> None:
        """Show all that can be done with a message; `place` on the screen."""
        message = self._find(message_id)
        if message is not None:
            self.menu(message).popup(place)

    def menu(self, message: Message) -> QMenu:
        """Return the menu of a message; it goes when it is closed."""
        menu = QMenu(self._page)
        menu.setAccessibleName(tr("Actions of this message"))
        menu.aboutToHide.connect(menu.deleteLater)
        if self._page.chat.has_selection():
            self._page.chat.add_copy_actions(menu)
        color = self._page.theme.text_muted
        for group in _GROUPS:
            menu.addSeparator()
            for action in group:
                can = self.can(action, message)
                if not can and (action is not MessageAction.EDIT or not self._page.is_answering):
                    continue
                key = native_key(KEYS[action]) if action in KEYS else ""
                entry = menu.addAction(
                    icons.icon(_ICONS[action], color), f"{tr(action.value)}\t{key}" if key else tr(action.value)
                )
                entry.setEnabled(can)
                entry.triggered.connect(partial(self.do, message.id, action))
        return menu

    # Dialogs

    def _show_receipt(self, chat: ConversationId, message: Message) -> None:
        from leeward.ui.receipt_dialog import ReceiptDialog  # noqa: PLC0415 - not on the way to the first picture

        dialog = ReceiptDialog(message, self._generation.loaded_model, self._settings(), self._page.window())
        dialog.again_requested.connect(lambda: self._run_again(chat, message))
        dialog.open()

    def _run_again(self, chat: ConversationId, message: Message) -> None:
        if self._page.is_answering:
            self._page.say_answering()
        elif chat == self._page.current:
            self._ask(self._generation.run_again, chat, message)

    @Slot(object, object)
    def _on_headings_read(self, chat: ConversationId, headings: list[Heading]) -> None:
        from leeward.ui.branches_dialog import BranchesDialog  # noqa: PLC0415 - as above

        wanted, self._overview_of = self._overview_of, None
        if wanted != chat or chat != self._page.current or not self._page.messages:
            return
        branches = branches_of(headings, self._page.messages[-1].id)
        dialog = BranchesDialog(branches, self._page.window(), can_show=not self._page.is_answering)
        dialog.branch_chosen.connect(lambda message_id: self._tree.show(chat, message_id))
        dialog.open()

    @Slot(object)
    def _on_deleted(self, deletion: Deletion) -> None:
        self.undo_offered.emit(tr("The message and what followed it were deleted"), lambda: self._restore(deletion))

    def _restore(self, deletion: Deletion) -> None:
        if self._generation.is_answering(deletion.conversation_id):
            self._page.say_answering()
            self._on_deleted(deletion)  # it can be taken back when the answer is there
        else:
            self._tree.restore(deletion)
