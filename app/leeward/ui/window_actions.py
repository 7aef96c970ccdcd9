# SPDX-License-Identifier: Apache-2.0
"""What can be done from anywhere in the window: each with a name, its keys and a group. Keys, palette and sheet come from here."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from leeward.ui.chat.actions import MessageAction
from leeward.ui.chat_actions import KEYS
from leeward.ui.conversation_rows import ListScope

if TYPE_CHECKING:
    from leeward.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Action:
    """`keys`: the first one is shown, the others do the same."""

    group: str
    name: str
    keys: tuple[str, ...]
    run: Callable[[], object]


def window_actions(window: "MainWindow") -> tuple[Action, ...]:
    """Return all of them, in the order in which they are listed."""
    return (
        Action("Writing", "Write a message", ("Ctrl+L",), window.focus_composer),
        Action("Writing", "Attach text files", ("Ctrl+Shift+A",), window.compose.choose_files),
        Action("Writing", "Prompts", ("Ctrl+Shift+P",), window.compose.open_prompts),
        Action("Writing", "Keep this text as a prompt", ("Ctrl+Shift+K",), window.compose.keep_prompt),
        Action("Chats", "New chat", ("Ctrl+N",), window.new_chat),
        Action("Chats", "Temporary chat", ("Ctrl+Shift+N",), window.new_temporary_chat),
        Action("Chats", "Search in all chats", ("Ctrl+Shift+F",), window.focus_search),
        Action("Chats", "Find in this chat", ("Ctrl+F",), window.page.find_in_chat),
        Action("Chats", "Next match", ("F3",), lambda: window.page.find_in_chat(1)),
        Action("Chats", "Previous match", ("Shift+F3",), lambda: window.page.find_in_chat(-1)),
        Action("Chats", "Previous chat", ("Ctrl+PgUp",), lambda: window.step_conversation(-1)),
        Action("Chats", "Next chat", ("Ctrl+PgDown",), lambda: window.step_conversation(1)),
        Action("Chats", "Rename this chat", ("Ctrl+Shift+R",), window.rename_current),
        Action("Chats", "Delete this chat", ("Ctrl+Shift+Backspace",), window.delete_current),
        Action("Chats", "Pin this chat to the top, or take it off", (), window.organising.pin_shown),
        Action("Chats", "Archive this chat, or take it out", (), window.organising.archive_shown),
        Action("Chats", "Tags of this chat", (), window.organising.tag_shown),
        Action("Chats", "Move this chat to a new folder", (), window.organising.new_folder),
        Action("Chats", "Show the archive", (), lambda: window.list_chats(ListScope.ARCHIVE)),
        Action("Chats", "Show the bin", (), lambda: window.list_chats(ListScope.BIN)),
        *(
            Action("Messages", action.value, (key,) if key else (), partial(window.page.message_actions.press, action))
            for action, key in {**KEYS, MessageAction.FORK: ""}.items()
        ),
        Action("Chats", "Export this chat…", (), lambda: window.dialogs.transfer.export(window.page.current)),
        Action("Chats", "Export all chats…", (), lambda: window.dialogs.transfer.export_all()),  # noqa: PLW0108 - made when it is used
        Action("Chats", "Import chats…", (), lambda: window.dialogs.transfer.import_chats()),  # noqa: PLW0108 - made when it is used
        Action("Chats", "Back up everything…", (), lambda: window.dialogs.transfer.back_up()),  # noqa: PLW0108 - made when it is used
        Action("Chats", "Restore a backup…", (), lambda: window.dialogs.transfer.restore()),  # noqa: PLW0108 - made when it is used
        Action("Models", "Find and get models", ("Ctrl+D",), window.open_models),
        Action("Models", "Choose a model", ("Ctrl+M",), window.header.picker.showMenu),
        Action("Models", "Open a model file", ("Ctrl+O",), window.choose_file),
        Action("Models", "Personas", ("Ctrl+P",), window.personas.open),
        Action("Models", "What the model sees", ("Ctrl+Shift+M",), window.dialogs.show_prompt),
        Action("Window", "All actions", ("Ctrl+K",), window.dialogs.open_palette),
        Action("Window", "Keyboard shortcuts", ("F1",), window.dialogs.show_shortcuts),
        Action("Window", "Settings", ("Ctrl+,",), window.dialogs.open_settings),
        Action("Window", "Show or hide the sidebar", ("Ctrl+B",), window.toggle_sidebar),
        Action("Window", "Light or dark", ("Ctrl+Shift+L",), window.toggle_theme),
        Action("Window", "Larger text", ("Ctrl++", "Ctrl+="), lambda: window.change_font_size(1)),
        Action("Window", "Smaller text", ("Ctrl+-",), lambda: window.change_font_size(-1)),
        Action("Window", "Usual size of text", ("Ctrl+0",), lambda: window.change_font_size(0)),
        Action("Window", "Quit", ("Ctrl+Q",), window.close),
    )


FIXED_KEYS = (
    ("Writing", "Send (another key can be set)", "Return"),
    ("Writing", "New line", "Shift+Return"),
    ("Writing", "Send after the answer under way", "Return"),
    ("Writing", "Stop the answer, or end editing", "Esc"),
    ("Writing", "An earlier message, where nothing is written", "Up"),
    ("Writing", "Prompts, at the beginning of a message", "/"),
    ("Messages", "All actions of the message", "Shift+F10"),
    ("Reading", "Copy the selection", "Ctrl+C"),
    ("Reading", "Copy the selection as Markdown", "Ctrl+Alt+C"),
    ("List of chats", "Rename a chat or folder", "F2"),
    ("List of chats", "What can be done with it", "Menu"),
    ("List of chats", "Open a folder", "Right"),
    ("List of chats", "Close a folder", "Left"),
)
"""What a control of its own listens to: for the sheet."""
