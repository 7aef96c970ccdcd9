# SPDX-License-Identifier: Apache-2.0
"""The menus of the list of chats: of a chat, of a folder, and of the list itself."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from leeward.domain.conversation import Conversation, Folder
from leeward.i18n import number, tr
from leeward.ui import icons
from leeward.ui.controls import native_key, plain_menu_text
from leeward.ui.conversation_list import ListWishes
from leeward.ui.conversation_rows import ListScope, Row, title_of
from leeward.ui.theme import Theme

_MAX_TITLE = 40
_MAX_TAGS = 30


def row_menu(
    row: Row, folders: Sequence[Folder], wishes: ListWishes, rename: Callable[[], None], parent: QWidget, theme: Theme
) -> QMenu:
    """Return the menu of a row; `rename` begins to edit its title in place."""
    menu = _Menu(parent, theme)
    if row.folder is not None:
        _fill_for_folder(menu, row.folder, wishes, rename)
    elif row.is_binned and row.conversation is not None:
        _fill_for_binned(menu, row.conversation, wishes)
    elif row.conversation is not None:
        _fill_for_chat(menu, row.conversation, folders, wishes, rename)
    return menu


class _Menu(QMenu):
    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def add(self, icon_name: str, text: str, do: Callable[[], object], *, is_danger: bool = False) -> None:
        color = self.theme.danger if is_danger else self.theme.text_muted
        action = QAction(icons.icon(icon_name, color), text, self)
        action.triggered.connect(lambda _checked: do())
        self.addAction(action)


def _fill_for_folder(menu: _Menu, folder: Folder, wishes: ListWishes, rename: Callable[[], None]) -> None:
    words = tr("Close") if folder.is_open else tr("Open")
    menu.add("folder", words, lambda: wishes.folder_open_wanted.emit(folder.id, not folder.is_open))
    menu.add("pencil", f"{tr('Rename')}\t{native_key('F2')}", rename)
    menu.addSeparator()
    menu.add("trash-2", tr("Delete the folder"), lambda: wishes.folder_delete_wanted.emit(folder), is_danger=True)


def _fill_for_binned(menu: _Menu, chat: Conversation, wishes: ListWishes) -> None:
    menu.add("undo-2", tr("Restore"), lambda: wishes.restore_wanted.emit(chat.id))
    menu.addSeparator()
    menu.add("trash-2", tr("Delete for good…"), lambda: wishes.purge_wanted.emit([chat]), is_danger=True)


def _fill_for_chat(
    menu: _Menu, chat: Conversation, folders: Sequence[Folder], wishes: ListWishes, rename: Callable[[], None]
) -> None:
    menu.add("pencil", f"{tr('Rename')}\t{native_key('F2')}", rename)
    if not chat.is_temporary:
        words = tr("Take off the top") if chat.is_pinned else tr("Pin to the top")
        menu.add("pin", words, lambda: wishes.pin_wanted.emit(chat.id, not chat.is_pinned))
        menu.addMenu(_move_menu(menu, chat, folders, wishes))
        menu.add("tag", tr("Tags…"), lambda: wishes.tags_wanted.emit(chat))
        words = tr("Take out of the archive") if chat.is_archived else tr("Archive", "verb")
        menu.add("archive", words, lambda: wishes.archive_wanted.emit(chat.id, not chat.is_archived))
        menu.add("download", tr("Export…"), lambda: wishes.export_wanted.emit(chat.id))
    wishes.chat_menu_made.emit(menu, chat)
    menu.addSeparator()
    delete = f"{tr('Delete')}\t{native_key('Ctrl+Shift+Backspace')}"
    menu.add("trash-2", delete, lambda: wishes.delete_wanted.emit(chat.id), is_danger=True)


def _move_menu(menu: _Menu, chat: Conversation, folders: Sequence[Folder], wishes: ListWishes) -> QMenu:
    moving = _Menu(menu, menu.theme)
    moving.setTitle(tr("Move to"))
    moving.setIcon(icons.icon("folder-input", menu.theme.text_muted))
    for folder in folders:
        if folder.id != chat.folder_id:
            name = plain_menu_text(_short(folder.name))
            moving.add("folder", name, partial(wishes.move_wanted.emit, chat.id, folder.id))
    if chat.folder_id is not None:
        moving.add("x", tr("No folder"), lambda: wishes.move_wanted.emit(chat.id, None))
    moving.addSeparator()
    moving.add("folder-plus", tr("New folder…"), lambda: wishes.new_folder_wanted.emit(chat.id))
    return moving


def _short(text: str) -> str:
    return text if len(text) <= _MAX_TITLE else text[: _MAX_TITLE - 1] + "…"


def list_menu(
    menu: QMenu,
    theme: Theme,
    scope: ListScope,
    tags: Mapping[str, int],
    on_scope: Callable[[ListScope], object],
    on_tag: Callable[[str], object],
) -> None:
    """Fill `menu` with which chats are to be listed. Its other actions are the caller's."""
    group = QActionGroup(menu)
    names = {ListScope.CHATS: "message-square", ListScope.ARCHIVE: "archive", ListScope.BIN: "trash-2"}
    for each, icon_name in names.items():
        shown = icons.icon("check", theme.accent) if each is scope else icons.icon(icon_name, theme.text_muted)
        action = QAction(shown, tr(each.value), menu)
        action.setCheckable(True)
        action.setChecked(each is scope)
        action.triggered.connect(lambda _checked, chosen=each: on_scope(chosen))
        group.addAction(action)
        menu.addAction(action)
    if tags:
        menu.addSeparator()
        tagged = menu.addMenu(icons.icon("tag", theme.text_muted), tr("Tags"))
        for tag in list(tags)[:_MAX_TAGS]:
            action = tagged.addAction(f"{plain_menu_text('#' + tag)}  ({number(tags[tag])})")
            action.triggered.connect(lambda _checked, chosen=tag: on_tag(chosen))


def purge_question(chats: Sequence[Conversation]) -> str:
    if len(chats) == 1:
        return tr("Delete “{title}” for good? It cannot be brought back.", title=_short(title_of(chats[0])))
    return tr("Delete all {n:,} chats in the bin for good? They cannot be brought back.", n=len(chats))
