# SPDX-License-Identifier: Apache-2.0
"""The sidebar: new chat, search, the list of conversations, settings and theme."""

import datetime as dt

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListView, QMenu, QVBoxLayout, QWidget

from leeward.domain.conversation import Conversation, SearchHit
from leeward.domain.ids import ConversationId
from leeward.ui import icons
from leeward.ui.controls import IconButton, TextButton, native_key
from leeward.ui.conversation_list import ConversationDelegate, ConversationModel, menu_rect, rows_by_date, rows_of_hits
from leeward.ui.theme import Theme

_SEARCH_DELAY_MS = 150


class ConversationView(QListView):
    """The list itself. A click, Enter or Space opens a row; no single key changes or deletes one.

    Signals:
        chosen(ConversationId)
        delete_requested(ConversationId)
    """

    chosen = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, model: ConversationModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._theme = theme
        self._delegate = ConversationDelegate(theme)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setProperty("kind", "conversations")
        self.setAccessibleName("Conversations")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret in the composer
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)  # F2
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.clicked.connect(self._on_row_clicked)

    @property
    def delegate(self) -> ConversationDelegate:
        return self._delegate

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._delegate.set_theme(theme)
        self.doItemsLayout()

    def set_search_mode(self, *, is_search: bool) -> None:
        if self._delegate.is_search != is_search:
            self._delegate.is_search = is_search
            # Turning it off and on makes Qt ask for the height again.
            self.setUniformItemSizes(False)
            self.setUniformItemSizes(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._model.row(self.currentIndex())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if row is not None and row.conversation_id is not None:
                self.chosen.emit(row.conversation_id)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and self._is_on_menu(index, event):
            self._show_menu(index, self.viewport().mapToGlobal(event.position().toPoint()))
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        else:
            index = self.indexAt(event.pos())
            place = event.globalPos()
        self._show_menu(index, place)

    def _is_on_menu(self, index: QModelIndex, event: QMouseEvent) -> bool:
        return menu_rect(self.visualRect(index)).adjusted(-6, -8, 8, 8).contains(event.position().toPoint())

    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        row = self._model.row(index)
        if row is None or row.conversation_id is None:
            return
        conversation_id = row.conversation_id
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rename = QAction(icons.icon("pencil", self._theme.text_muted), f"Rename\t{native_key('F2')}", menu)
        rename.triggered.connect(lambda: self.edit(self._model.index_of(conversation_id)))
        delete = QAction(
            icons.icon("trash-2", self._theme.danger), f"Delete\t{native_key('Ctrl+Shift+Backspace')}", menu
        )
        delete.triggered.connect(lambda: self.delete_requested.emit(conversation_id))
        menu.addActions([rename, delete])
        menu.popup(place)

    @Slot(QModelIndex)
    def _on_row_clicked(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None and row.conversation_id is not None:
            self.chosen.emit(row.conversation_id)


class Sidebar(QWidget):
    """Everything on the left.

    Signals:
        new_chat_requested()
        conversation_chosen(ConversationId)
        rename_requested(ConversationId, str)
        delete_requested(ConversationId)
        search_requested(str)             what to look for; never empty
        models_requested()
        settings_requested()
        theme_toggle_requested()
    """

    new_chat_requested = Signal()
    conversation_chosen = Signal(object)
    rename_requested = Signal(object, str)
    delete_requested = Signal(object)
    search_requested = Signal(str)
    models_requested = Signal()
    settings_requested = Signal()
    theme_toggle_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._conversations: list[Conversation] = []
        self._current: ConversationId | None = None
        self._model = ConversationModel()
        self.view = ConversationView(self._model, theme)
        self.new_chat = TextButton("New chat", "outline")
        self.new_chat.setToolTip(f"New chat ({native_key('Ctrl+N')})")
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search chats")
        self.search.setAccessibleName("Search chats")
        self.search.setToolTip(f"Search in all chats ({native_key('Ctrl+Shift+F')})")
        self.search.installEventFilter(self)
        self._search_icon = QAction(self.search)
        self.search.addAction(self._search_icon, QLineEdit.ActionPosition.LeadingPosition)
        for button in self.search.findChildren(QWidget):
            button.setAccessibleName("Search")  # Qt leaves the button of an action without a name
        self.models = TextButton("Models", "quiet")
        self.models.setToolTip(f"Find and get models ({native_key('Ctrl+D')})")
        self.settings = TextButton("Settings", "quiet")
        self.settings.setToolTip(f"Settings ({native_key('Ctrl+,')})")
        self.theme_toggle = IconButton("moon", "Dark theme", theme, "Ctrl+Shift+L")
        self._search_timer = QTimer(self)
        self._search_timer.setSingleShot(True)
        self._search_timer.setInterval(_SEARCH_DELAY_MS)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        bottom.addWidget(self.settings, 1)
        bottom.addWidget(self.theme_toggle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 8)
        layout.setSpacing(8)
        layout.addWidget(self.new_chat)
        layout.addWidget(self.search)
        layout.addWidget(self.view, 1)
        below = QVBoxLayout()
        below.setSpacing(2)
        below.addWidget(self.models)
        below.addLayout(bottom)
        layout.addLayout(below)

    def _connect(self) -> None:
        self.new_chat.clicked.connect(self.new_chat_requested)
        self.models.clicked.connect(self.models_requested)
        self.settings.clicked.connect(self.settings_requested)
        self.theme_toggle.clicked.connect(self.theme_toggle_requested)
        self.view.chosen.connect(self.conversation_chosen)
        self.view.delete_requested.connect(self.delete_requested)
        self._model.rename_requested.connect(self.rename_requested)
        self.search.textChanged.connect(self._on_search_text_changed)
        self._search_timer.timeout.connect(self._on_search_due)

    @property
    def model(self) -> ConversationModel:
        return self._model

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.view.set_theme(theme)
        self.new_chat.setIcon(icons.icon("plus", theme.accent))
        self.models.setIcon(icons.icon("box", theme.text_muted))
        self.settings.setIcon(icons.icon("settings", theme.text_muted))
        for button in (self.new_chat, self.models, self.settings):
            button.setIconSize(QSize(18, 18))
        self._search_icon.setIcon(icons.icon("search", theme.text_muted))
        self.theme_toggle.set_icon_name("sun" if theme.is_dark else "moon", theme)
        self.theme_toggle.set_name("Light theme" if theme.is_dark else "Dark theme", "Ctrl+Shift+L")

    def show_conversations(self, conversations: list[Conversation]) -> None:
        """Show these, newest first; while a search is on they are kept for afterwards."""
        self._conversations = conversations
        if not self.query:
            self._show_all()

    def show_hits(self, query: str, hits: list[SearchHit]) -> None:
        """Show what `query` found, unless the field holds something else by now."""
        if query == self.query:
            self.view.set_search_mode(is_search=True)
            self._model.set_rows(rows_of_hits(hits))
            self.view.scrollToTop()

    def set_current(self, conversation_id: ConversationId | None) -> None:
        """Mark the conversation that is shown; None is a new chat."""
        self._current = conversation_id
        self.view.delegate.set_current(conversation_id)
        index = self._model.index_of(conversation_id)
        self.view.setCurrentIndex(index)
        self.view.viewport().update()

    @property
    def query(self) -> str:
        return self.search.text().strip()

    def neighbour(self, step: int) -> ConversationId | None:
        """Return the conversation `step` rows below (above when negative) the shown one."""
        listed = self._model.conversation_ids()
        if self._current not in listed:
            return listed[0] if listed else None
        place = listed.index(self._current) + step
        return listed[place] if 0 <= place < len(listed) else None

    def edit_title(self) -> None:
        """Begin to rename the shown conversation in place."""
        index = self._model.index_of(self._current)
        if index.isValid():
            self.view.scrollTo(index)
            self.view.setCurrentIndex(index)
            self.view.edit(index)

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
        listed = self._model.conversation_ids()
        if not listed:
            return
        self.view.setFocus(Qt.FocusReason.TabFocusReason)
        self.view.setCurrentIndex(self._model.index_of(listed[0]))
        if is_chosen and self.query:
            self.conversation_chosen.emit(listed[0])

    def _show_all(self) -> None:
        self.view.set_search_mode(is_search=False)
        place = self.view.verticalScrollBar().value()
        self._model.set_rows(rows_by_date(self._conversations, dt.datetime.now().astimezone().date()))
        self.set_current(self._current)
        self.view.verticalScrollBar().setValue(place)

    @Slot(str)
    def _on_search_text_changed(self, _text: str) -> None:
        if self.query:
            self._search_timer.start()
        else:
            self._search_timer.stop()
            self._show_all()

    @Slot()
    def _on_search_due(self) -> None:
        if self.query:
            self.search_requested.emit(self.query)
