# SPDX-License-Identifier: Apache-2.0
"""What the user wants done with chats and folders in the sidebar, brought to storage, with Undo."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QWidget

from leeward.domain.conversation import Conversation, Folder, is_temporary, tags_from
from leeward.domain.ids import ConversationId, MessageId
from leeward.error_text import ErrorText, Remedy
from leeward.i18n import mark, plural, tr
from leeward.ui.banner import Notice
from leeward.ui.conversation_menu import purge_question
from leeward.ui.conversation_rows import ListScope
from leeward.ui.small_dialogs import ConfirmDialog, LineDialog

if TYPE_CHECKING:
    from leeward.ui.chat_page import ChatPage
    from leeward.ui.header import Header
    from leeward.ui.main_window import WindowParts
    from leeward.ui.sidebar import Sidebar

_TAGS_HINT = mark("Words separated by spaces. Type #word into the search to find the chat again.")


class Organising(QObject):
    """Connects the list's wishes with the bridges.

    Args:
        offer_undo: Shows a sentence with a button that calls back.
        window: The parent of the dialogs.
    """

    def __init__(
        self,
        parts: "WindowParts",
        sidebar: "Sidebar",
        page: "ChatPage",
        header: "Header",
        offer_undo: Callable[[str, Callable[[], None]], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._conversations, self._organise = parts.conversations, parts.organise
        self._sidebar = sidebar
        self._page = page
        self._header = header
        self._offer_undo = offer_undo
        self._window = window
        self._is_answering = parts.generation.is_answering
        self._target: tuple[ConversationId, MessageId, Sequence[str]] | None = None  # where to go in what is opening
        self.dialog: QDialog | None = None
        self._connect_wishes()
        self._connect_answers()

    def _connect_wishes(self) -> None:
        wishes, organise = self._sidebar.wishes, self._organise
        wishes.rename_wanted.connect(self._conversations.rename)
        wishes.restore_wanted.connect(self._conversations.restore)
        wishes.pin_wanted.connect(lambda chat, is_pinned: organise.pin(chat, is_pinned=is_pinned))
        wishes.archive_wanted.connect(lambda chat, is_archived: organise.archive(chat, is_archived=is_archived))
        wishes.move_wanted.connect(self._on_move_wanted)
        wishes.tags_wanted.connect(self._ask_for_tags)
        wishes.purge_wanted.connect(self._ask_to_purge)
        wishes.new_folder_wanted.connect(self._ask_for_folder)
        wishes.folder_rename_wanted.connect(organise.rename_folder)
        wishes.folder_open_wanted.connect(lambda folder, is_open: organise.open_folder(folder, is_open=is_open))
        wishes.folder_delete_wanted.connect(organise.delete_folder)
        self._sidebar.bin_requested.connect(organise.list_bin)

    def _connect_answers(self) -> None:
        organise = self._organise
        organise.folders_listed.connect(self._sidebar.show_folders)
        organise.bin_listed.connect(self._sidebar.show_bin)
        organise.changed.connect(self._conversations.refresh)
        organise.folder_deleted.connect(self._on_folder_deleted)
        organise.archived.connect(self._on_archived)
        organise.temporary_made.connect(self._page.open)
        organise.failed.connect(lambda error: self._page.show_error(error, "storage"))
        self._conversations.deleted.connect(lambda _: self._list_bin())
        self._conversations.restored.connect(lambda _: self._list_bin())
        self._page.conversation_changed.connect(self._on_conversation_changed)
        self._page.conversation_shown.connect(self._on_conversation_shown)

    def start(self) -> None:
        """Read the folders."""
        self._organise.refresh()

    def read_again(self) -> None:
        """Read the folders and the list of chats, after both may have changed."""
        self._organise.refresh()
        self._conversations.refresh()

    # For the shown chat

    def pin_shown(self) -> None:
        """Pin the shown chat to the top, or take it off."""
        chat = self._shown_chat()
        if chat is not None:
            self._organise.pin(chat.id, is_pinned=not chat.is_pinned)

    def archive_shown(self) -> None:
        """Put the shown chat into the archive, or take it out."""
        chat = self._shown_chat()
        if chat is not None:
            self._organise.archive(chat.id, is_archived=not chat.is_archived)

    def tag_shown(self) -> None:
        chat = self._shown_chat()
        if chat is not None:
            self._ask_for_tags(chat)

    def new_folder(self) -> None:
        """Make a folder, and put the shown chat into it when there is one."""
        chat = self._shown_chat()
        self._ask_for_folder(chat.id if chat is not None else None)

    def _shown_chat(self) -> Conversation | None:
        chat = self._sidebar.conversation(self._page.current)
        return chat if chat is not None and not chat.is_temporary else None

    # What was found

    def open_message(self, conversation_id: ConversationId, message_id: MessageId, words: Sequence[str]) -> None:
        """Show a message, on its branch, with one of `words` marked."""
        self._target = (conversation_id, message_id, words)
        if conversation_id == self._page.current and self._go_to_target():
            return
        # While it is answered, another branch would have no place for what comes.
        is_answering = self._is_answering(conversation_id)
        if is_answering and conversation_id == self._page.current:
            self._say_target_is_elsewhere(conversation_id)
        else:
            self._page.open(conversation_id, None if is_answering else message_id)

    @Slot(object)
    def _on_conversation_shown(self, conversation_id: ConversationId) -> None:
        if self._target is None or self._target[0] != conversation_id:
            self._target = None
        elif not self._go_to_target():
            self._say_target_is_elsewhere(conversation_id)

    def _go_to_target(self) -> bool:
        """Show the message that was asked for; False when it is not on the shown branch."""
        if self._target is None:
            return False
        _, message_id, words = self._target
        index = self._page.index_of(message_id)
        if index is not None:
            from leeward.ui.chat.jump import jump_to  # noqa: PLC0415 - with the chat view, after the first picture

            self._target = None
            jump_to(self._page.chat, index, words)
        return index is not None

    def _say_target_is_elsewhere(self, conversation_id: ConversationId) -> None:
        self._target = None
        text = (
            (tr("What was found is on another branch of this chat."), tr("Choose it again when the answer is there."))
            if self._is_answering(conversation_id)
            else (tr("What was found is not in this chat any more."), tr("Search again."))
        )
        self._page.banner.show_notice(Notice(ErrorText(*text, Remedy.TRY_AGAIN), "reply", None, is_serious=False))

    def _list_bin(self) -> None:
        if self._sidebar.scope is ListScope.BIN:
            self._organise.list_bin()

    @Slot(object)
    def _on_conversation_changed(self, conversation_id: ConversationId | None) -> None:
        is_kept = not is_temporary(conversation_id)
        self._header.show_temporary(is_shown=not is_kept)
        self._page.empty.show_kept(is_kept=is_kept)

    @Slot(object, object)
    def _on_move_wanted(self, conversation_id: ConversationId, folder_id: object) -> None:
        if not is_temporary(conversation_id):
            self._organise.move(conversation_id, folder_id)  # type: ignore[arg-type]  # as the signal says

    @Slot(object, object)
    def _on_folder_deleted(self, folder: Folder, conversation_ids: list[ConversationId]) -> None:
        n_chats = len(conversation_ids)
        name = folder.name[:30]
        words = tr("The folder “{name}” was deleted", name=name)
        if n_chats:
            words = plural(
                "The folder “{name}” was deleted; its {n:,} chat stayed",
                "The folder “{name}” was deleted; its {n:,} chats stayed",
                n_chats,
                name=name,
            )
        self._offer_undo(words, lambda: self._organise.restore_folder(folder, conversation_ids))

    @Slot(object, bool)
    def _on_archived(self, conversation_id: ConversationId, is_archived: bool) -> None:  # noqa: FBT001 - a signal
        if is_archived:
            undo = partial(self._organise.archive, conversation_id, is_archived=False)
            self._offer_undo(tr("The chat is in the archive"), undo)

    # Questions

    @Slot(object)
    def _ask_for_folder(self, conversation_id: ConversationId | None) -> None:
        dialog = LineDialog(tr("Name of the new folder"), tr("Make the folder"), self._window)
        dialog.given.connect(lambda name: self._organise.create_folder(name, conversation_id))
        self._open(dialog)

    @Slot(object)
    def _ask_for_tags(self, chat: Conversation) -> None:
        dialog = LineDialog(tr("Tags of this chat"), tr("Keep"), self._window, is_empty_allowed=True)
        dialog.set_text(" ".join(chat.tags), tr(_TAGS_HINT))
        dialog.given.connect(lambda text: self._organise.tag(chat.id, tags_from(text)))
        self._open(dialog)

    @Slot(object)
    def _ask_to_purge(self, chats: Sequence[Conversation]) -> None:
        if not chats:
            return
        dialog = ConfirmDialog(purge_question(chats), tr("Delete for good"), self._window)
        dialog.accepted.connect(lambda: self._organise.purge([each.id for each in chats]))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
