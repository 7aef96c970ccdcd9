# SPDX-License-Identifier: Apache-2.0
"""What can be done from anywhere in the window: each with a name, its keys and a group. Keys, palette and sheet come from here."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from leeward.i18n import mark, tr
from leeward.ui.chat.actions import MessageAction
from leeward.ui.chat_actions import KEYS
from leeward.ui.controls import native_key
from leeward.ui.conversation_rows import ListScope

if TYPE_CHECKING:
    from leeward.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Action:
    """`keys`: the first one is shown, the others do the same. `is_in_menu`: it stands in the menu of the window."""

    group: str
    name: str
    keys: tuple[str, ...]
    run: Callable[[], object]
    is_in_menu: bool = False


def window_actions(window: "MainWindow") -> tuple[Action, ...]:
    """Return all of them, in the order in which they are listed."""
    return (
        Action(tr("Writing"), tr("Write a message"), ("Ctrl+L",), window.focus_composer),
        Action(tr("Writing"), tr("Attach text files"), ("Ctrl+Shift+A",), window.compose.choose_files),
        Action(tr("Writing"), tr("Prompts"), ("Ctrl+Shift+P",), window.compose.open_prompts, is_in_menu=True),
        Action(tr("Writing"), tr("Keep this text as a prompt"), ("Ctrl+Shift+K",), window.compose.keep_prompt),
        Action(tr("Chats"), tr("New chat"), ("Ctrl+N",), window.new_chat),
        Action(tr("Chats"), tr("Temporary chat"), ("Ctrl+Shift+N",), window.new_temporary_chat),
        Action(tr("Chats"), tr("Search in all chats"), ("Ctrl+Shift+F",), window.focus_search),
        Action(tr("Chats"), tr("Find in this chat"), ("Ctrl+F",), window.page.find_in_chat),
        Action(tr("Chats"), tr("Next match"), ("F3",), lambda: window.page.find_in_chat(1)),
        Action(tr("Chats"), tr("Previous match"), ("Shift+F3",), lambda: window.page.find_in_chat(-1)),
        Action(tr("Chats"), tr("Previous chat"), ("Ctrl+PgUp",), lambda: window.step_conversation(-1)),
        Action(tr("Chats"), tr("Next chat"), ("Ctrl+PgDown",), lambda: window.step_conversation(1)),
        Action(tr("Chats"), tr("Rename this chat"), ("Ctrl+Shift+R",), window.rename_current),
        Action(tr("Chats"), tr("Delete this chat"), ("Ctrl+Shift+Backspace",), window.delete_current),
        Action(tr("Chats"), tr("Pin this chat to the top, or take it off"), (), window.organising.pin_shown),
        Action(tr("Chats"), tr("Archive this chat, or take it out"), (), window.organising.archive_shown),
        Action(tr("Chats"), tr("Tags of this chat"), (), window.organising.tag_shown),
        Action(tr("Chats"), tr("Move this chat to a new folder"), (), window.organising.new_folder),
        Action(tr("Chats"), tr("Show the archive"), (), lambda: window.list_chats(ListScope.ARCHIVE)),
        Action(tr("Chats"), tr("Show the bin"), (), lambda: window.list_chats(ListScope.BIN)),
        *(
            Action(
                tr("Messages"),
                tr(action.value),
                (key,) if key else (),
                partial(window.page.message_actions.press, action),
            )
            for action, key in {**KEYS, MessageAction.FORK: ""}.items()
        ),
        Action(tr("Chats"), tr("Export this chat…"), (), lambda: window.dialogs.transfer.export(window.page.current)),
        Action(tr("Chats"), tr("Export all chats…"), (), lambda: window.dialogs.transfer.export_all(), is_in_menu=True),  # noqa: PLW0108 - made when it is used
        Action(tr("Chats"), tr("Import chats…"), (), lambda: window.dialogs.transfer.import_chats(), is_in_menu=True),  # noqa: PLW0108 - made when it is used
        Action(tr("Chats"), tr("Back up everything…"), (), lambda: window.dialogs.transfer.back_up(), is_in_menu=True),  # noqa: PLW0108 - made when it is used
        Action(tr("Chats"), tr("Restore a backup…"), (), lambda: window.dialogs.transfer.restore(), is_in_menu=True),  # noqa: PLW0108 - made when it is used
        Action(tr("Models"), tr("Find and get models"), ("Ctrl+D",), window.open_models),
        Action(tr("Models"), tr("Choose a model"), ("Ctrl+M",), window.header.picker.showMenu),
        Action(tr("Models"), tr("Open a model file"), ("Ctrl+O",), window.choose_file),
        Action(tr("Models"), tr("Personas"), ("Ctrl+P",), window.personas.open, is_in_menu=True),
        Action(tr("Models"), tr("What the model sees"), ("Ctrl+Shift+M",), window.dialogs.show_prompt),
        Action(
            tr("Models"),
            tr("Turn texts into a table"),
            ("Ctrl+Shift+E",),
            window.dialogs.open_extraction,
            is_in_menu=True,
        ),
        Action(tr("Models"), tr("Speed of a model"), ("Ctrl+Shift+S",), window.dialogs.open_speed, is_in_menu=True),
        Action(tr("Window"), tr("All actions"), ("Ctrl+K",), window.dialogs.open_palette, is_in_menu=True),
        Action(tr("Window"), tr("Keyboard shortcuts"), ("F1",), window.dialogs.show_shortcuts, is_in_menu=True),
        Action(tr("Window"), tr("Settings"), ("Ctrl+,",), window.dialogs.open_settings),
        Action(tr("Window"), tr("Show or hide the sidebar"), ("Ctrl+B",), window.toggle_sidebar),
        Action(tr("Window"), tr("Light or dark"), ("Ctrl+Shift+L",), window.toggle_theme),
        Action(tr("Window"), tr("Larger text"), ("Ctrl++", "Ctrl+="), lambda: window.change_font_size(1)),
        Action(tr("Window"), tr("Smaller text"), ("Ctrl+-",), lambda: window.change_font_size(-1)),
        Action(tr("Window"), tr("Usual size of text"), ("Ctrl+0",), lambda: window.change_font_size(0)),
        Action(tr("Window"), tr("Quit"), ("Ctrl+Q",), window.close, is_in_menu=True),
    )


FIXED_KEYS = (
    (mark("Writing"), mark("Send (another key can be set)"), "Return"),
    (mark("Writing"), mark("New line"), "Shift+Return"),
    (mark("Writing"), mark("Send after the answer under way"), "Return"),
    (mark("Writing"), mark("Stop the answer, or end editing"), "Esc"),
    (mark("Writing"), mark("An earlier message, where nothing is written"), "Up"),
    (mark("Writing"), mark("Prompts, at the beginning of a message"), "/"),
    (mark("Messages"), mark("All actions of the message"), "Shift+F10"),
    (mark("Reading"), mark("Copy the selection"), "Ctrl+C"),
    (mark("Reading"), mark("Copy the selection as Markdown"), "Ctrl+Alt+C"),
    (mark("List of chats"), mark("Rename a chat or folder"), "F2"),
    (mark("List of chats"), mark("What can be done with it"), "Menu"),
    (mark("List of chats"), mark("Open a folder"), "Right"),
    (mark("List of chats"), mark("Close a folder"), "Left"),
)
"""What a control of its own listens to: for the sheet."""


def window_menu(window: "MainWindow") -> QMenu:
    """Return what stands in no other place of the window, or only where it is looked for by those who know it."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    group = ""
    for each in window.actions_of_window:
        if not each.is_in_menu:
            continue
        if group and each.group != group:
            menu.addSeparator()
        group = each.group
        action = menu.addAction(each.name, each.run)
        if each.keys:  # shown only: the window has them already, and two of them would do nothing
            action.setText(f"{each.name}\t{native_key(each.keys[0])}")
    return menu
