# SPDX-License-Identifier: Apache-2.0
"""The main window: puts the parts together, gives every action a key, and restores how it was left."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from leeward.bridge.models import ModelChoice
from leeward.domain.conversation import Conversation, is_temporary
from leeward.domain.ids import ConversationId, MessageId
from leeward.domain.settings import Settings, ThemeChoice, limits_of
from leeward.error_text import Remedy
from leeward.i18n import mark, tr
from leeward.storage.settings_file import WindowState
from leeward.ui.banner import Snackbar
from leeward.ui.chat.field import files_in
from leeward.ui.chat_page import ChatPage
from leeward.ui.compose import Compose, ComposeTools
from leeward.ui.controls import PlainLabel
from leeward.ui.conversation_rows import ListScope
from leeward.ui.direction import popup_below
from leeward.ui.follow_up_bar import FollowUpsShown
from leeward.ui.header import Header
from leeward.ui.kept_action import KeptAction
from leeward.ui.model_loading import ModelLoading
from leeward.ui.models_page.opening import ModelsOpening
from leeward.ui.organising import Organising
from leeward.ui.personas.opening import PersonasOpening
from leeward.ui.picker_waits import PickerWaits
from leeward.ui.shell import Shell
from leeward.ui.sidebar import Sidebar
from leeward.ui.theme import Theme
from leeward.ui.window_actions import window_actions, window_menu
from leeward.ui.window_dialogs import WindowDialogs

if TYPE_CHECKING:
    from leeward.bridge.attachments import AttachmentReader
    from leeward.bridge.conversations import ConversationsBridge
    from leeward.bridge.extraction import ExtractionBridge
    from leeward.bridge.first_words import FirstWords
    from leeward.bridge.generation import GenerationBridge
    from leeward.bridge.kept import KeptReading
    from leeward.bridge.models import ModelsBridge
    from leeward.bridge.organise import OrganiseBridge
    from leeward.bridge.personas import PersonasBridge
    from leeward.bridge.prompts import PromptsBridge
    from leeward.bridge.settings import SettingsBridge
    from leeward.bridge.speed import SpeedBridge
    from leeward.bridge.template_watch import TemplateWatch
    from leeward.bridge.tokens import TokenBridge
    from leeward.bridge.transfer import TransferBridge
    from leeward.bridge.tuning import Tuner
    from leeward.ui.appearance import Appearance
    from leeward.ui.chat.view import ChatView
    from leeward.ui.models_page.page import ModelsPage

log = logging.getLogger(__name__)

_DEFAULT_SIZE = QSize(1200, 800)
_FRAME_PX = 40  # of the window manager, above and below
_MINIMUM_SIZE = (320, 240)
_LOW_PX = 420
_DROP_MODEL = mark("Drop the model here to load it")
_DROP_FILES = mark("Drop text files here to attach them")


@dataclass(frozen=True, slots=True)
class WindowParts:
    """What the composition root hands to the window. The window owns none of it.

    Attributes:
        starter: The model that came with the program; None when there is none.
        make_chat_view: Called once, when the first conversation is shown.
        make_models_page: Called once, when the Models page is shown first.
        make_transfer: Called once, when chats are exported or imported first.
        make_extraction: Called once, when a table is wanted first.
        make_speed: Called once, when speed is measured first.
        profile_folder: Shown by "Open the folder".
    """

    conversations: "ConversationsBridge"
    organise: "OrganiseBridge"
    settings: "SettingsBridge"
    tokens: "TokenBridge"
    generation: "GenerationBridge"
    models: "ModelsBridge"
    personas: "PersonasBridge"
    templates: "TemplateWatch"
    files: "AttachmentReader"
    kept: "KeptReading"
    first_words: "FirstWords"
    tuner: "Tuner"
    prompts: "PromptsBridge"
    appearance: "Appearance"
    starter: ModelChoice | None
    make_chat_view: "Callable[[], ChatView]"
    make_models_page: "Callable[[WindowParts], ModelsPage]"
    make_transfer: "Callable[[], TransferBridge]"
    make_extraction: "Callable[[], ExtractionBridge]"
    make_speed: "Callable[[], SpeedBridge]"
    profile_folder: Path


class MainWindow(QMainWindow):
    """Attributes:
        backup_to_restore: What is to take the place of the chats once the window is closed.

    Signals:
        shown()     once, after the window was painted for the first time: the moment for all that can wait
        closed()    the window is closing; drafts and settings are handed to storage
    """

    shown = Signal()
    closed = Signal()

    def __init__(self, parts: WindowParts) -> None:
        super().__init__()
        self._parts = parts
        self.conversations: list[Conversation] = []  # every one that is listed
        self._is_first_list = True
        self._was_shown = False
        self.backup_to_restore: Path | None = None
        theme = parts.appearance.theme
        self.setWindowTitle("Leeward")
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.setMinimumSize(*_MINIMUM_SIZE)
        self.sidebar = Sidebar(theme)
        self.header = Header(theme)
        self.page = ChatPage(
            parts.conversations,
            parts.generation,
            lambda: self.compose.settings(),  # noqa: PLW0108 - it is made below
            parts.make_chat_view,
            theme,
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.page)
        self.models = ModelsOpening(lambda: parts.make_models_page(parts), self.pages, self.page, self.header)
        self.shell = Shell(self.sidebar, self._content())
        self.setCentralWidget(self.shell)
        self.loading = ModelLoading(parts, self.header, self.page)
        tools = ComposeTools(parts.generation, parts.settings, parts.files, parts.prompts)
        self.compose = Compose(self.page, self.header.meter, tools, lambda: self.loading.settings_in_use, theme)
        self.follow_ups = FollowUpsShown(self.page, parts.generation, parts.settings, theme)
        PickerWaits(self.header.picker, self.compose, parts.first_words)
        self.personas = PersonasOpening(parts, self)
        self.snackbar = Snackbar(self.shell)
        self._drop_hint = PlainLabel(tr(_DROP_MODEL), parent=self)
        self._drop_hint.setObjectName("dropHint")
        self._drop_hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._drop_hint.hide()
        self.organising = Organising(parts, self.sidebar, self.page, self.header, self._offer_undo, self)
        self.dialogs = WindowDialogs(parts, self)
        self._connect()
        self.actions_of_window = window_actions(self)
        self._add_keys()
        self._restore()

    # Start and end

    def start(self) -> None:
        """Read the chats and the models and load the last model; call after the first picture."""
        self.organising.start()
        self._parts.conversations.refresh()
        self._parts.models.refresh()
        self._parts.personas.refresh()  # before the load: it may bring adapters
        self.loading.load_last()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.page.keep_draft()
        self.dialogs.close()
        self.personas.close()
        self._keep_state()
        self._parts.settings.save_pending()
        self.closed.emit()
        super().closeEvent(event)

    def bring_to_front(self) -> None:
        """Show the window above others, as after a second start of the program."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def title_of(self, conversation_id: ConversationId | None) -> str:
        """Return the title of a listed chat, "" of every other one."""
        return next((each.title for each in self.conversations if each.id == conversation_id), "")

    # Wishes of the user

    @Slot()
    def new_chat(self) -> None:
        self.shell.close_overlay()
        self.models.close()
        self.page.show_new_chat()

    @Slot(object)
    def open_conversation(self, conversation_id: ConversationId) -> None:
        self.shell.close_overlay()
        self.models.close()
        self.page.open(conversation_id)

    @Slot(object, object, object)
    def open_message(self, conversation_id: ConversationId, message_id: MessageId, words: list[str]) -> None:
        """Show a message that was found, with the words that were looked for."""
        self.shell.close_overlay()
        self.models.close()
        self.organising.open_message(conversation_id, message_id, words)

    @Slot()
    def new_temporary_chat(self) -> None:
        """Show an empty chat that is in memory only."""
        self.shell.close_overlay()
        self.models.close()
        self._parts.organise.make_temporary()

    @Slot()
    def open_models(self) -> None:
        """Show where models are found, fetched and chosen."""
        self.shell.close_overlay()
        self.models.open()

    @Slot()
    def choose_file(self) -> None:
        """Ask for a GGUF file and load it."""
        last = self._parts.settings.settings.last_model
        folder = str(Path(last).parent) if last else str(Path.home())
        chosen, _filter = QFileDialog.getOpenFileName(
            self, tr("Open a model"), folder, tr("GGUF models (*.gguf);;All files (*)")
        )
        if chosen:
            self._take_in(Path(chosen))

    @Slot()
    def toggle_sidebar(self) -> None:
        self.shell.show_sidebar(is_shown=not self.shell.is_sidebar_shown)
        if not self.shell.is_sidebar_shown:
            self.page.composer.setFocus()

    @Slot()
    def focus_composer(self) -> None:
        self.models.close()
        self.page.composer.setFocus()

    @Slot()
    def focus_search(self) -> None:
        self.shell.show_sidebar(is_shown=True)
        self.sidebar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sidebar.search.selectAll()

    def list_chats(self, scope: ListScope) -> None:
        """List the chats, the archive or the bin in the sidebar."""
        self.shell.show_sidebar(is_shown=True)
        self.sidebar.set_scope(scope)

    @Slot()
    def toggle_theme(self) -> None:
        is_dark = self._parts.appearance.theme.is_dark
        self._parts.settings.set_value("theme", ThemeChoice.LIGHT if is_dark else ThemeChoice.DARK)

    def change_font_size(self, step: int) -> None:
        """Make text larger or smaller by `step` points; 0 takes the default."""
        now = self._parts.settings.settings.font_size_pt
        limits = limits_of("font_size_pt")
        wanted = Settings().font_size_pt if step == 0 else now + step
        self._parts.settings.set_value("font_size_pt", int(min(limits.high, max(limits.low, wanted))))

    @Slot()
    def delete_current(self) -> None:
        if self.page.current is not None and not self.models.is_open:
            self.delete(self.page.current)

    @Slot(object)
    def delete(self, conversation_id: ConversationId) -> None:
        """Put a chat into the bin; Undo is offered when that is done."""
        self.page.writing.give_back(conversation_id)  # what waits for the answer would be sent after it
        if self._parts.generation.is_answering(conversation_id):
            self._parts.generation.stop(conversation_id)
        self._parts.conversations.delete(conversation_id)

    @Slot(object)
    def restore(self, backup: Path) -> None:
        """Close, so that what the backup holds can take the place of what is here."""
        self.backup_to_restore = backup
        self.close()

    @Slot()
    def rename_current(self) -> None:
        self.shell.show_sidebar(is_shown=True)
        self.sidebar.edit_title()

    def step_conversation(self, step: int) -> None:
        neighbour = self.sidebar.neighbour(step)
        if neighbour is not None:
            self.open_conversation(neighbour)

    # Qt

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]  # the stubs name QShowEvent, Qt hands over nothing else
        if not self._was_shown:
            self._was_shown = True
            # Behind the first paint in the queue of events.
            QTimer.singleShot(0, self, self.shown.emit)
            self.page.composer.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.set_compact(is_compact=self.height() < _LOW_PX)
        self._drop_hint.setGeometry(self.rect().adjusted(16, 16, -16, -16))
        self._place_snackbar()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.shell.is_narrow and self.shell.is_sidebar_shown:
            self.shell.close_overlay()
            self.page.composer.setFocus()
        elif self.page.is_answering:
            self.page.stop()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        model = dropped_model(event)
        if model is not None or files_in(event.mimeData()):
            event.acceptProposedAction()
            self._drop_hint.setText(tr(_DROP_MODEL if model is not None else _DROP_FILES))
            self._drop_hint.show()
            self._drop_hint.raise_()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_hint.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_hint.hide()
        path = dropped_model(event)
        if path is not None:
            event.acceptProposedAction()
            self._take_in(path)
        elif files := files_in(event.mimeData()):
            event.acceptProposedAction()
            self.models.close()
            self.compose.attach(files)

    # Inside

    def _take_in(self, path: Path) -> None:
        self.models.close()  # how that goes is said beside the chat
        self.loading.load(path)
        self._parts.templates.look_once_loaded(path)

    def _content(self) -> QWidget:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.pages, 1)
        return content

    def _connect_kept(self) -> None:
        parts = self._parts
        self.page.conversation_shown.connect(parts.kept.recall)
        parts.generation.model_loaded.connect(lambda _: parts.kept.recall(self.page.current))
        parts.conversations.deleted.connect(parts.kept.forget)
        parts.organise.purged.connect(parts.kept.forget_all)
        self.sidebar.wishes.chat_menu_made.connect(self._on_chat_menu_made)

    @Slot(object, object)
    def _on_chat_menu_made(self, menu: QMenu, chat: Conversation) -> None:
        if not chat.is_temporary:
            menu.addAction(KeptAction(menu, chat.id, self._parts.kept, self._parts.appearance.theme.text_muted))

    def _connect(self) -> None:
        parts = self._parts
        self.sidebar.new_chat_requested.connect(self.new_chat)
        self.sidebar.conversation_chosen.connect(self.open_conversation)
        self.sidebar.message_chosen.connect(self.open_message)
        self.sidebar.temporary_chat_requested.connect(self.new_temporary_chat)
        self.sidebar.wishes.delete_wanted.connect(self.delete)
        self.sidebar.search_requested.connect(parts.conversations.search)
        self.sidebar.models_requested.connect(self.open_models)
        self.sidebar.wishes.export_wanted.connect(
            lambda chat: self.dialogs.transfer.export(chat)  # noqa: PLW0108 - made when it is used
        )
        self.sidebar.settings_requested.connect(self.dialogs.open_settings)
        self.sidebar.theme_toggle_requested.connect(self.toggle_theme)
        self.sidebar.menu_requested.connect(lambda: popup_below(window_menu(self), self.sidebar.more))
        self.header.sidebar_toggle_requested.connect(self.toggle_sidebar)
        self.header.settings_requested.connect(self.dialogs.open_settings)
        self.header.prompt_requested.connect(self.dialogs.show_prompt)
        self.header.picker.file_requested.connect(self.choose_file)
        self.header.picker.model_chosen.connect(self.models.close)
        self.header.picker.more_requested.connect(self.open_models)
        self.models.use_requested.connect(self.loading.load)
        self.models.settings_kept.connect(self.loading.take_own)
        self.models.address_requested.connect(self._on_link_clicked)
        self.models.trouble.connect(lambda error: self.page.show_error(error, "downloads"))
        self.models.left.connect(self.page.composer.setFocus)
        self.models.taskbar.changed.connect(self._show_title)
        self.closed.connect(self.models.taskbar.close)
        self.compose.settings_requested.connect(self.dialogs.open_settings)
        self.page.empty.file_requested.connect(self.choose_file)
        self.page.empty.models_requested.connect(self.open_models)
        self.page.conversation_changed.connect(self._on_conversation_changed)
        self.page.chat_grew.connect(lambda _: parts.conversations.refresh())
        parts.generation.titled.connect(parts.conversations.retitle)
        self._connect_kept()
        self.page.zoom_requested.connect(self.change_font_size)
        self.page.link_clicked.connect(self._on_link_clicked)
        self.page.writing.undo_offered.connect(self._offer_undo)
        self.page.message_actions.undo_offered.connect(self._offer_undo)
        self.page.message_actions.conversation_emptied.connect(self.delete)
        self.page.message_actions.conversation_made.connect(self._on_conversation_made)
        self.page.banner.remedy_requested.connect(self._on_remedy_requested)
        parts.conversations.listed.connect(self._on_listed)
        parts.conversations.found.connect(self.sidebar.show_hits)
        parts.conversations.deleted.connect(self._on_deleted)
        parts.organise.purged.connect(self.snackbar.close_now)  # what it offers may be gone for good
        parts.conversations.restored.connect(self.page.open)
        parts.conversations.failed.connect(lambda error: self.page.show_error(error, "storage"))
        parts.conversations.recovered.connect(lambda: self.page.banner.take_back("storage"))
        parts.settings.failed.connect(lambda error: self.page.show_error(error, "settings"))
        parts.settings.changed.connect(self._on_settings_changed)
        parts.appearance.changed.connect(self._on_appearance_changed)

    def _add_keys(self) -> None:
        for action in self.actions_of_window:
            for key in action.keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.activated.connect(action.run)

    def _restore(self) -> None:
        state = self._parts.settings.window_state
        self.resize(_DEFAULT_SIZE.boundedTo(self.screen().availableSize() - QSize(0, _FRAME_PX)))
        if state.geometry:
            self.restoreGeometry(QByteArray(state.geometry))
        self.shell.set_docked(is_docked=state.is_sidebar_shown is not False)

    @Slot(object)
    def _on_listed(self, conversations: list[Conversation]) -> None:
        self.conversations = conversations
        self.sidebar.show_conversations(conversations)
        if self._is_first_list:
            self._is_first_list = False
            self._open_last(conversations)
        self._show_title()

    def _open_last(self, conversations: list[Conversation]) -> None:
        last = self._parts.settings.window_state.conversation_id
        has_typed = bool(self.page.composer.text)  # the user was faster than the list
        if self.page.current is None and not has_typed:
            if last is not None and any(each.id == last for each in conversations):
                self.page.open(last)
            else:
                self.page.show_new_chat()

    @Slot(object)
    def _on_conversation_changed(self, conversation_id: ConversationId | None) -> None:
        self.sidebar.set_current(conversation_id)
        self._show_title()
        self._keep_state()  # now, not at the end: the program may be killed

    def _keep_state(self) -> None:
        self._parts.settings.keep_window_state(
            WindowState(
                bytes(self.saveGeometry().data()),
                self.shell.is_docked,
                None if is_temporary(self.page.current) else self.page.current,
            )
        )

    def _show_title(self) -> None:
        title = self.title_of(self.page.current)
        name = f"{' '.join(title.split())} - Leeward" if title.strip() else "Leeward"
        self.setWindowTitle(self.models.taskbar.prefix + name)

    @Slot(object)
    def _on_deleted(self, conversation_id: ConversationId) -> None:
        title = self.title_of(conversation_id)
        self._parts.conversations.refresh()
        if self.page.current == conversation_id:
            self.page.show_new_chat()
        shown = " ".join(title.split())[:40]
        self._offer_undo(
            tr("“{title}” was deleted", title=shown) if shown else tr("The chat was deleted"),
            lambda: self._parts.conversations.restore(conversation_id),
        )

    @Slot(object)
    def _on_conversation_made(self, conversation_id: ConversationId) -> None:
        self._parts.conversations.refresh()
        self.page.open(conversation_id)

    def _offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        self.snackbar.offer(text, undo)
        self._place_snackbar()

    def _place_snackbar(self) -> None:
        # Over the middle of the page; over the middle of the window where the sidebar lies over the page.
        left = self.page.mapTo(self.shell, QPoint(0, 0)).x()
        x = left + (self.page.width() - self.snackbar.width()) // 2
        self.snackbar.move(x, self.shell.height() - self.page.composer.height() - self.snackbar.height() - 20)

    @Slot(object, object)
    def _on_settings_changed(self, new: Settings, _old: Settings) -> None:
        self._parts.appearance.choose(new.theme, new.font_size_pt, new.density)

    @Slot(object, int)
    def _on_appearance_changed(self, theme: Theme, font_size_pt: int) -> None:
        self.sidebar.set_theme(theme)
        self.header.set_theme(theme)
        self.models.set_theme(theme)
        self.page.set_theme(theme, font_size_pt)
        self.compose.set_theme(theme)
        self.follow_ups.set_theme(theme)
        self.dialogs.set_theme(theme)
        self.personas.set_theme(theme)

    @Slot(str)
    def _on_link_clicked(self, address: str) -> None:
        from leeward.ui.link_dialog import ask_to_open  # noqa: PLC0415 - not on the way to the first picture

        ask_to_open(address, self)

    @Slot(object, str)
    def _on_remedy_requested(self, remedy: Remedy, topic: str) -> None:
        parts = self._parts
        actions: dict[Remedy, Callable[[], object]] = {
            Remedy.RELOAD_MODEL: self.loading.reload,
            Remedy.RESTART_ENGINE: parts.generation.restart_engine,
            Remedy.LOAD_ANYWAY: self.loading.load_anyway,
            Remedy.CHOOSE_MODEL: self.header.picker.showMenu,
            Remedy.CHANGE_SETTINGS: self.dialogs.open_settings,
            Remedy.NEW_CHAT: self.new_chat,
            Remedy.STOP: lambda: self.dialogs.transfer.stop(),  # noqa: PLW0108 - made when it is used
            Remedy.COPY_TEXT: self.page.copy_text,
            Remedy.TRY_AGAIN: self.page.answer_again if topic == "reply" else self._save_again,
            Remedy.OPEN_PROFILE: lambda: _open_folder(parts.profile_folder),
            Remedy.SHOW_REPORTS: lambda: _open_folder(parts.profile_folder / "logs"),
        }
        actions.get(remedy, self.page.composer.setFocus)()

    def _save_again(self) -> None:
        self._parts.conversations.save_drafts()
        self._parts.conversations.refresh()


def dropped_model(event: QDropEvent) -> Path | None:
    """Return the GGUF file that is dragged, if it is one."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile()) if url.isLocalFile() else None
        if path is not None and path.suffix.lower() == ".gguf":
            return path
    return None


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
