# SPDX-License-Identifier: Apache-2.0
"""The sidebar: new chat, search, the list of chats or of the archive or the bin, settings and theme."""

import datetime as dt
import time
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from leeward.domain.conversation import Conversation, Folder, SearchHit, split_tags
from leeward.domain.ids import ConversationId
from leeward.i18n import tr
from leeward.ui import icons
from leeward.ui.controls import IconButton, PlainLabel, TextButton, native_key
from leeward.ui.conversation_delegate import split_matches
from leeward.ui.conversation_list import ConversationModel, ListWishes
from leeward.ui.conversation_menu import list_menu
from leeward.ui.conversation_rows import (
    ListScope,
    Row,
    TitleIndex,
    archive_entries,
    bin_entries,
    list_entries,
    search_entries,
)
from leeward.ui.conversation_view import ConversationView
from leeward.ui.direction import popup_below
from leeward.ui.theme import Theme

_SEARCH_DELAY_MS = 50


class Sidebar(QWidget):
    """Everything on the left. What is wanted of single chats and folders is said by `wishes`.

    Titles are filtered at every key; the messages are searched when the typing pauses.

    Signals:
        new_chat_requested()
        temporary_chat_requested()
        conversation_chosen(ConversationId)
        message_chosen(ConversationId, MessageId, list[str])   with the words that matched
        search_requested(str)             what to look for in the messages; never empty
        bin_requested()                   `show_bin` is to be called
        models_requested()
        settings_requested()
        theme_toggle_requested(), menu_requested()
    """

    new_chat_requested = Signal()
    temporary_chat_requested = Signal()
    conversation_chosen = Signal(object)
    message_chosen = Signal(object, object, object)
    search_requested = Signal(str)
    bin_requested = Signal()
    models_requested = Signal()
    settings_requested = Signal()
    theme_toggle_requested = Signal()
    menu_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._conversations: list[Conversation] = []
        self._folders: Sequence[Folder] = ()
        self._binned: list[Conversation] = []
        self._hits: Sequence[SearchHit] | None = None  # of the query in the field
        self._titles = TitleIndex()
        self._scope = ListScope.CHATS
        self._is_stale = False  # the list was not shown again because a title was being edited
        self._current: ConversationId | None = None
        self.wishes = ListWishes(self)
        self._model = ConversationModel(self.wishes)
        self.view = ConversationView(self._model, self.wishes, theme)
        self.new_chat = TextButton(tr("New chat"), "outline")
        self.new_chat.setToolTip(tr("New chat ({key})", key=native_key("Ctrl+N")))
        self.temporary = IconButton("hat-glasses", tr("Temporary chat: nothing of it is kept"), theme, "Ctrl+Shift+N")
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search chats"))
        self.search.setAccessibleName(tr("Search chats"))
        self.search.setToolTip(tr("Search in all chats, or by #tag ({key})", key=native_key("Ctrl+Shift+F")))
        self.search.installEventFilter(self)
        self._search_icon = QAction(self.search)
        self.search.addAction(self._search_icon, QLineEdit.ActionPosition.LeadingPosition)
        for button in self.search.findChildren(QWidget):
            button.setAccessibleName(tr("Search"))  # Qt leaves the button of an action without a name
        self.options = IconButton("list-filter", tr("Folders, archive, bin and tags"), theme)
        self._scope_bar = QWidget()
        self.scope_label = PlainLabel("", "strong")
        self.empty_bin = TextButton(tr("Empty…"), "quiet")
        self.empty_bin.setAccessibleName(tr("Empty the bin"))
        self.back = IconButton("x", tr("Back to the chats"), theme)
        self.models = TextButton(tr("Models"), "quiet")
        self.models.setToolTip(tr("Find and get models ({key})", key=native_key("Ctrl+D")))
        self.settings = TextButton(tr("Settings"), "quiet")
        self.settings.setToolTip(tr("Settings ({key})", key=native_key("Ctrl+,")))
        self.more = IconButton("ellipsis", tr("More: import, back up, tables and help"), theme)
        self.theme_toggle = IconButton("moon", tr("Dark theme"), theme, "Ctrl+Shift+L")
        self._search_timer = QTimer(self)
        self._search_timer.setSingleShot(True)
        self._search_timer.setInterval(_SEARCH_DELAY_MS)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        scope = QHBoxLayout(self._scope_bar)
        scope.setContentsMargins(10, 0, 0, 0)
        scope.addWidget(self.scope_label, 1)
        scope.addWidget(self.empty_bin)
        scope.addWidget(self.back)
        self._scope_bar.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 8)
        layout.setSpacing(8)
        layout.addLayout(_row(self.new_chat, self.temporary))
        layout.addLayout(_row(self.search, self.options))
        layout.addWidget(self._scope_bar)
        layout.addWidget(self.view, 1)
        below = QVBoxLayout()
        below.setSpacing(2)
        below.addWidget(self.models)
        below.addLayout(_row(self.settings, self.more, self.theme_toggle))
        layout.addLayout(below)

    def _connect(self) -> None:
        self.new_chat.clicked.connect(self.new_chat_requested)
        self.temporary.clicked.connect(self.temporary_chat_requested)
        self.models.clicked.connect(self.models_requested)
        self.settings.clicked.connect(self.settings_requested)
        self.more.clicked.connect(self.menu_requested)
        self.theme_toggle.clicked.connect(self.theme_toggle_requested)
        self.options.clicked.connect(self.show_options)
        self.back.clicked.connect(lambda: self.set_scope(ListScope.CHATS))
        self.empty_bin.clicked.connect(lambda: self.wishes.purge_wanted.emit(self._binned))
        self.view.chosen.connect(self._on_row_chosen)
        self.view.left.connect(self._on_list_left)
        # Behind what Qt does at the end of an edit.
        self.view.delegate.closeEditor.connect(self._on_editor_closed, Qt.ConnectionType.QueuedConnection)
        self.search.textChanged.connect(self._on_search_text_changed)
        self._search_timer.timeout.connect(self._on_search_due)

    @property
    def model(self) -> ConversationModel:
        return self._model

    @property
    def scope(self) -> ListScope:
        return self._scope

    @property
    def query(self) -> str:
        return self.search.text().strip()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.view.set_theme(theme)
        self.new_chat.setIcon(icons.icon("plus", theme.accent))
        self.models.setIcon(icons.icon("box", theme.text_muted))
        self.settings.setIcon(icons.icon("settings", theme.text_muted))
        for button in (self.new_chat, self.models, self.settings):
            button.setIconSize(QSize(18, 18))
        for icon_button in (self.temporary, self.options, self.back, self.more):
            icon_button.set_theme(theme)
        self._search_icon.setIcon(icons.icon("search", theme.text_muted))
        self.theme_toggle.set_icon_name("sun" if theme.is_dark else "moon", theme)
        self.theme_toggle.set_name(tr("Light theme") if theme.is_dark else tr("Dark theme"), "Ctrl+Shift+L")

    # What is shown

    def show_conversations(self, conversations: list[Conversation]) -> None:
        """Show these, newest first; while a search is on they are kept for afterwards."""
        are_same = [each.id for each in conversations] == [each.id for each in self._conversations]
        self._conversations = conversations
        self._titles.set_conversations(conversations)
        if self.query and not are_same:
            place = self.view.verticalScrollBar().value()
            self._show_found(self._hits)
            self.view.verticalScrollBar().setValue(place)
        elif not self.query and self._scope is not ListScope.BIN:
            self._show_all()

    def show_folders(self, folders: Sequence[Folder]) -> None:
        self._folders = folders
        self._titles.set_folders(folders)
        self.view.set_folders(folders)
        if not self.query and self._scope is ListScope.CHATS:
            self._show_all()

    def show_bin(self, conversations: list[Conversation]) -> None:
        """Show what is in the bin, while that is what is looked at."""
        self._binned = conversations
        if not self.query and self._scope is ListScope.BIN:
            self._show_all()

    def show_hits(self, query: str, hits: list[SearchHit]) -> None:
        """Show what `query` found in messages, unless the field holds something else by now."""
        if query == self.query:
            chosen, place = self._model.row(self.view.currentIndex()), self.view.verticalScrollBar().value()
            self._show_found(hits)
            self.view.verticalScrollBar().setValue(place)
            if chosen is not None and self.view.hasFocus():  # the second part of an answer came; stay on the row
                self.view.setCurrentIndex(self._model.index_of(chosen.conversation_id))

    def set_scope(self, scope: ListScope) -> None:
        """List the chats, the archive or the bin."""
        self._scope = scope
        self.scope_label.setText(tr(scope.value))
        self.empty_bin.setVisible(scope is ListScope.BIN)
        self.search.clear()
        self._show_all()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if scope is ListScope.BIN:
            self.bin_requested.emit()

    def set_current(self, conversation_id: ConversationId | None) -> None:
        """Mark the conversation that is shown; None is a new chat."""
        self._current = conversation_id
        self.view.delegate.set_current(conversation_id)
        index = self._model.index_of(conversation_id)
        self.view.setCurrentIndex(index)
        self.view.viewport().update()

    def neighbour(self, step: int) -> ConversationId | None:
        """Return the conversation `step` rows below (above when negative) the shown one."""
        if self._scope is ListScope.BIN:
            return None
        listed = self._model.conversation_ids()
        if self._current not in listed:
            return listed[0] if listed else None
        place = listed.index(self._current) + step
        return listed[place] if 0 <= place < len(listed) else None

    def conversation(self, conversation_id: ConversationId | None) -> Conversation | None:
        """Return a chat of the list or of the archive."""
        return None if conversation_id is None else self._titles.get(conversation_id)

    def edit_title(self) -> None:
        """Begin to rename the shown conversation in place."""
        index = self._model.index_of(self._current)
        if index.isValid():
            self.view.scrollTo(index)
            self.view.setCurrentIndex(index)
            self.view.edit(index)

    @Slot()
    def show_options(self) -> None:
        popup_below(self.options_menu(), self.options)

    def options_menu(self) -> QMenu:
        """Return a menu with what else can be listed, and how a folder is made; it goes when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        new_folder = menu.addAction(icons.icon("folder-plus", self._theme.text_muted), tr("New folder…"))
        new_folder.triggered.connect(lambda: self.wishes.new_folder_wanted.emit(None))
        menu.addSeparator()
        list_menu(menu, self._theme, self._scope, self._titles.tags(), self.set_scope, self._on_tag_chosen)
        return menu

    # Inside

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go_to_list(is_chosen=event.key() != Qt.Key.Key_Down)
                return True
        return super().eventFilter(watched, event)

    def _go_to_list(self, *, is_chosen: bool) -> None:
        first = self._model.first()
        if not first.isValid():
            return
        self.view.setFocus(Qt.FocusReason.TabFocusReason)
        self.view.setCurrentIndex(first)
        row = self._model.row(first)
        if is_chosen and self.query and row is not None:
            self._on_row_chosen(row)

    def _show_all(self) -> None:
        if self.view.is_editing:  # the title that is being typed would be lost
            self._is_stale = True
            return
        self._is_stale = False
        today = dt.datetime.now().astimezone().date()
        self._scope_bar.setVisible(self._scope is not ListScope.CHATS)
        place = self.view.verticalScrollBar().value()
        focused = self._model.row(self.view.currentIndex()) if self.view.hasFocus() else None
        if self._scope is ListScope.BIN:
            self.view.show_entries(bin_entries(self._binned, time.time()), have_details=True)
            self.empty_bin.setEnabled(bool(self._binned))
        elif self._scope is ListScope.ARCHIVE:
            self.view.show_entries(archive_entries(self._conversations, today), have_details=False)
        else:
            entries = list_entries(self._conversations, self._folders, today)
            self.view.show_entries(entries, have_details=False)
        self.set_current(self._current)
        if focused is not None and focused.folder is not None:
            self.view.setCurrentIndex(self._model.index_of_folder(focused.folder.id))
        self.view.verticalScrollBar().setValue(place)

    def _show_found(self, hits: Sequence[SearchHit] | None) -> None:
        """Show the titles that match, and these hits; None while the messages are still to be searched."""
        self._hits = hits
        words, tags = split_tags(self.query, self._titles.tags())
        titles = self._titles.matching(words.split(), tags)
        if not words:
            hits = ()  # there is nothing to look for in messages
        self.view.show_entries(search_entries(titles, words.split(), hits, self._titles), have_details=True)
        if hits is None:
            self.view.scrollToTop()

    @Slot(object)
    def _on_row_chosen(self, row: Row) -> None:
        if row.message_id is None:
            self.conversation_chosen.emit(row.conversation_id)
        else:
            words = [text for text, is_match in split_matches(row.detail) if is_match]
            self.message_chosen.emit(row.conversation_id, row.message_id, words)

    @Slot()
    def _on_list_left(self) -> None:
        if self.query:
            self.search.clear()
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._scope is not ListScope.CHATS:
            self.set_scope(ListScope.CHATS)

    @Slot()
    def _on_editor_closed(self) -> None:
        if self._is_stale and not self.query:
            self._show_all()

    @Slot(str)
    def _on_search_text_changed(self, _text: str) -> None:
        if self.query:
            self._scope_bar.hide()  # a search is over chats and archive
            self._show_found(None)
            self._search_timer.start()
        else:
            self._search_timer.stop()
            self._show_all()

    @Slot()
    def _on_search_due(self) -> None:
        if self.query:
            self.search_requested.emit(self.query)

    def _on_tag_chosen(self, tag: str) -> None:
        self.search.setText(f"#{tag} ")
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)


def _row(wide: QWidget, *narrow: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setSpacing(4)
    layout.addWidget(wide, 1)
    for widget in narrow:
        layout.addWidget(widget)
    return layout
