# SPDX-License-Identifier: Apache-2.0
"""The middle of the window: the chat or the empty state, messages to the user, and the composer."""

import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from leeward.domain.conversation import Message
from leeward.domain.generation import Role
from leeward.domain.ids import ConversationId, MessageId
from leeward.domain.message_tree import Versions
from leeward.domain.model_info import LoadedModel
from leeward.domain.settings import Settings
from leeward.engine.protocol import PromptProgress
from leeward.error_text import ErrorText, Remedy, describe
from leeward.i18n import mark, tr
from leeward.ui.banner import Banner, Notice
from leeward.ui.chat.actions import MessageAction
from leeward.ui.chat_actions import ChatActions
from leeward.ui.empty_state import EmptyState
from leeward.ui.live_reply import LiveReplies, LiveReply
from leeward.ui.status_text import reading_status
from leeward.ui.theme import Theme
from leeward.ui.writing import Writing

if TYPE_CHECKING:
    from leeward.bridge.conversations import ConversationsBridge
    from leeward.bridge.generation import GenerationBridge
    from leeward.ui.chat.view import ChatView
    from leeward.ui.chat_reading import ChatReading

log = logging.getLogger(__name__)

_COLUMN_PX = 784  # the chat's own column and the margins
_SCROLLBAR_PX = 10
_FLUSH_MS = 33
_LOW_PX = 420
_DEFAULT_NAME = mark("Assistant")


class ChatPage(QWidget):
    """Shows one conversation and drives its answers.

    Signals:
        conversation_changed(ConversationId | None)   another one is shown; None is a new chat
        conversation_shown(ConversationId)            it was read and its messages are there
        tokens_counted(int)                           how much of the context the shown conversation fills
        link_clicked(str)
        chat_grew(ConversationId)                     it has a new message
        zoom_requested(int)                           text larger by so many steps, or smaller

    Attributes:
        messages: The branch that is shown, without the answer under way.
        versions: Of the shown chat.
        message_actions: What can be done with its messages.
        writing: What the user writes.
    """

    conversation_changed = Signal(object)
    conversation_shown = Signal(object)
    tokens_counted = Signal(int)
    link_clicked = Signal(str)
    chat_grew = Signal(object)
    zoom_requested = Signal(int)

    def __init__(
        self,
        conversations: "ConversationsBridge",
        generation: "GenerationBridge",
        settings: Callable[[], Settings],
        make_chat_view: "Callable[[], ChatView]",
        theme: Theme,
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self._conversations = conversations
        self._generation = generation
        self._settings = settings
        self._make_chat_view = make_chat_view
        self._theme = theme
        self._current: ConversationId | None = None
        self.messages: list[Message] = []
        self.versions: Versions = {}
        self._live: LiveReplies = {}
        self._early: dict[ConversationId, list[tuple[str, str]]] = {}  # text that overtook its `reply_started`
        self._is_first_send = False  # sent from a new chat that has no id yet
        self._opening: ConversationId | None = None
        self._reopening: ConversationId | None = None  # another branch of the shown chat is being read
        self._chat: ChatView | None = None
        self.reading: ChatReading  # made with the chat view
        self.banner = Banner(theme)
        self.empty = EmptyState(theme)
        self.writing = Writing(conversations, theme)
        self.composer = self.writing.composer
        self.message_actions = ChatActions(self, conversations, generation, settings)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        # In a low window the chat gives way, not the banner or the composer.
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._timer = QTimer(self)
        self._timer.setInterval(_FLUSH_MS)
        self._timer.timeout.connect(self._on_text_due)
        self._lay_out()
        self._connect()
        self._show_composer_state()

    # What is shown

    @property
    def current(self) -> ConversationId | None:
        return self._current

    @property
    def is_answering(self) -> bool:
        """Whether the shown conversation is being answered."""
        return self._current is not None and self._current in self._live

    @property
    def is_chat_shown(self) -> bool:
        return self._chat is not None and self.stack.currentWidget() is self._chat

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def chat(self) -> "ChatView":
        """The chat view; made when first needed, because it is not on the way to the first picture."""
        if self._chat is None:
            from leeward.ui.chat_reading import ChatReading  # noqa: PLC0415 - not on the way to the first picture

            self._chat = self._make_chat_view()
            self.stack.addWidget(self._chat)
            self._chat.link_clicked.connect(self.link_clicked)
            on_failed = partial(self.show_error, topic="saving code")
            self.reading = ChatReading(self._chat, self, self._theme, on_failed)
            self._chat.zoom_requested.connect(self.zoom_requested)
            self._chat.copy_requested.connect(
                lambda message_id: self.message_actions.do(message_id, MessageAction.COPY)
            )
            self._chat.regenerate_requested.connect(
                lambda message_id: self.message_actions.do(message_id, MessageAction.AGAIN)
            )
            self._chat.action_requested.connect(self.message_actions.do)
            self._chat.menu_requested.connect(self.message_actions.show_menu)
        return self._chat

    def show_new_chat(self) -> None:
        """Show the empty state; what was typed into a new chat before is still there."""
        self._leave()
        self._change_to(None)
        self.messages = []
        self.stack.setCurrentWidget(self.empty)
        self.writing.show(None)
        self._count_tokens()
        self._show_composer_state()
        self.composer.setFocus()

    def open(self, conversation_id: ConversationId, message_id: MessageId | None = None) -> None:
        """Show this conversation as soon as it is read; with a message, the branch that this is on."""
        is_shown = conversation_id == self._current
        self._opening = None if is_shown else conversation_id
        if is_shown and message_id is not None:
            self._reopening = conversation_id
        if not is_shown or message_id is not None:
            self._read(conversation_id, message_id)
        self.composer.setFocus()

    @Slot(object)
    def reopen(self, conversation_id: ConversationId) -> None:
        """Show the branch that is shown now, when it is the shown chat that has another one."""
        if conversation_id == self._current:
            self._reopening = conversation_id
            self._read(conversation_id)

    def index_of(self, message_id: MessageId) -> int | None:
        """Return which message of the shown branch this is."""
        return next((index for index, message in enumerate(self.messages) if message.id == message_id), None)

    def set_theme(self, theme: Theme, font_size_pt: int) -> None:
        self._theme = theme
        for widget in (self.banner, self.empty, self.writing):
            widget.set_theme(theme)
        if self._chat is not None:
            self._chat.set_theme(theme)
            self.reading.set_theme(theme)
            self._chat.set_font_size(font_size_pt)

    def find_in_chat(self, step: int = 0) -> None:
        """Ask what to find in the shown chat; with a `step`, go on to the next match or back to the one before."""
        if self._chat is not None and step:
            self.reading.bar.step(step)
        elif self._chat is not None:
            self.reading.bar.open_bar()

    def show_error(self, error: BaseException, topic: str) -> None:
        """Show what went wrong and what to do, without stopping anything."""
        text = describe(error)
        self.banner.show_notice(Notice(text, topic, text.remedy))

    def show_model_state(self, model: LoadedModel | None, loading_name: str) -> None:
        """Say who answers: a model, one that is being loaded, or none."""
        if model is not None:
            self.empty.show_ready(model.name)
        elif loading_name:
            self.empty.show_loading(loading_name)
        else:
            self.empty.show_no_model()
        self.composer.set_model_name(model.name if model is not None else loading_name)
        self._loading_name = loading_name
        self._show_composer_state()
        self._count_tokens()

    # Asking

    @Slot(str)
    def send(self, text: str) -> None:
        task = self.writing.take_task()
        if task is not None:
            self.message_actions.finish(task, text)
            return
        if self._current is None:
            blank = self._conversations.blank_id
            self._is_first_send = True
            self._generation.send(blank, text, self._settings())
        else:
            self._generation.send(self._current, text, self._settings())
        # The draft in storage is cleared together with the message that is saved, not here.
        self.composer.set_text("")

    @Slot()
    def stop(self) -> None:
        if self._current is not None:
            self._generation.stop(self._current)

    def keep_draft(self) -> None:
        """Hand what is typed to storage now."""
        self.writing.keep()
        self._conversations.save_drafts()

    def say_answering(self) -> None:
        """Say that this must wait for the answer."""
        text = ErrorText(tr("The model is answering."), tr("Wait for the end, or stop it with Esc."), Remedy.WAIT)
        self.banner.show_notice(Notice(text, "reply", None, is_serious=False))

    def take_banner(self) -> None:
        """Show the banner here again, after another page had it."""
        self._column_layout.insertWidget(0, self.banner)
        self.banner.setVisible(self.banner.notice is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_low = self.height() < _LOW_PX
        self.composer.set_compact(is_compact=is_low)
        self.banner.set_compact(is_compact=is_low)
        margin = 6 if is_low else 12
        self._column_layout.setContentsMargins(margin, 4, margin, margin - 2)

    # Inside

    def _lay_out(self) -> None:
        column = QWidget()
        column.setMaximumWidth(_COLUMN_PX)
        self._column_layout = QVBoxLayout(column)
        self._column_layout.setSpacing(6)
        self._column_layout.addWidget(self.banner)
        self._column_layout.addWidget(self.writing.queue_bar)
        self._column_layout.addWidget(self.writing.task_bar)
        self._column_layout.addWidget(self.composer)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, _SCROLLBAR_PX, 0)  # the middle of the chat, not of the page
        row.addStretch(1)
        row.addWidget(column, 1000)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.stack, 1)
        layout.addLayout(row)
        self._loading_name = ""
        self._shown_id: ConversationId | None = None  # whose messages the view holds

    def _connect(self) -> None:
        self.composer.send_requested.connect(self.send)
        self.composer.stop_requested.connect(self.stop)
        self.writing.task_changed.connect(self._show_composer_state)
        self.empty.example_chosen.connect(self._on_example_chosen)
        self._conversations.opened.connect(self._on_opened)
        self._conversations.tree.versions_read.connect(self._on_versions_read)
        self._conversations.tree.changed.connect(self.reopen)
        self._conversations.tree.failed.connect(lambda error: self.show_error(error, "storage"))
        self._generation.reply_started.connect(self._on_reply_started)
        self._generation.prompt_progressed.connect(self._on_prompt_progressed)
        self._generation.reply_finished.connect(self._on_reply_finished)
        self._generation.reply_failed.connect(self._on_reply_failed)
        self._generation.send_refused.connect(self._on_send_refused)
        self._generation.saving_failed.connect(lambda error: self.show_error(error, "saving"))
        self._generation.saving_resumed.connect(lambda: self.banner.take_back("saving"))
        self._generation.question_returned.connect(self._on_question_returned)

    def _leave(self) -> None:
        self._opening = None
        self._is_first_send = False
        self.writing.leave()

    def _read(self, conversation_id: ConversationId, message_id: MessageId | None = None) -> None:
        self._conversations.tree.read_versions(conversation_id)  # before the messages: their footers show them
        self._conversations.open(conversation_id, message_id)

    def _change_to(self, conversation_id: ConversationId | None) -> None:
        if conversation_id != self._current:
            self.banner.take_back("reply")  # it was about the chat that is left
        self._current = conversation_id
        self.conversation_changed.emit(conversation_id)

    def _show_messages(self, messages: Sequence[Message]) -> None:
        """Show a branch, and the answer under way when there is one."""
        is_same = self.is_chat_shown and bool(self.messages) and self._shown_id == self._current
        self._shown_id = self._current
        self.messages = list(messages)
        self.chat.set_versions(self.versions)
        if is_same:
            self.chat.replace_messages(self.messages)
        else:
            self.chat.show_messages(self.messages, assistant_name=self._model_name())
        if self._current is not None and self._current in self._live:
            self._show_live(self._current)
        self.stack.setCurrentWidget(self.chat)
        self._count_tokens()

    def _show_live(self, conversation_id: ConversationId) -> None:
        live = self._live[conversation_id]
        self.chat.begin_reply(live.model_name)
        self.chat.set_reply_status(live.status)
        for kind, text in live.joined():
            self._append(kind, text)

    def _append(self, kind: str, text: str) -> None:
        if kind == "reasoning":
            self.chat.append_reasoning(text)
        else:
            self.chat.append_text(text)

    def _model_name(self) -> str:
        model = self._generation.loaded_model
        return model.name if model is not None else self._loading_name or tr(_DEFAULT_NAME)

    def _show_composer_state(self) -> None:
        has_model = self._generation.loaded_model is not None
        self.writing.show_state(self._loading_name, is_answering=self.is_answering, has_model=has_model)

    def _count_tokens(self) -> None:
        for message in reversed(self.messages):
            if message.details is not None and message.details.usage is not None:
                usage = message.details.usage
                self.tokens_counted.emit(usage.prompt_tokens + usage.completion_tokens)
                return
        self.tokens_counted.emit(0)

    @Slot(object, object)
    def _on_opened(self, conversation_id: ConversationId, messages: list[Message]) -> None:
        if conversation_id == self._reopening and conversation_id == self._current:
            self._reopening = None
            self.banner.take_back("reply")
            self._show_branch(conversation_id, messages)
            return
        if conversation_id != self._opening:
            return
        self._leave()
        self._change_to(conversation_id)
        self.writing.show(conversation_id)
        self._show_branch(conversation_id, messages)

    def _show_branch(self, conversation_id: ConversationId, messages: list[Message]) -> None:
        if conversation_id in self._live:  # whose newest text is there, also of one that is gone on with
            question = self._live[conversation_id].question
            ends = [number for number, message in enumerate(messages, start=1) if message.id == question]
            messages = messages[: ends[0]] if ends else messages
        if messages:
            self._show_messages(messages)
        else:  # a temporary chat that is new
            self.messages = []
            self.stack.setCurrentWidget(self.empty)
            self._count_tokens()
        self._show_composer_state()
        self._offer_answer()
        self.conversation_shown.emit(conversation_id)

    @Slot(object, object)
    def _on_versions_read(self, conversation_id: ConversationId, versions: Versions) -> None:
        if conversation_id in (self._current, self._opening):
            self.versions = versions
        if conversation_id == self._shown_id == self._current and self.is_chat_shown:
            self.chat.set_versions(versions)

    @Slot(object, object)
    def _on_reply_started(self, conversation_id: ConversationId, branch: tuple[Message, ...]) -> None:
        self._live[conversation_id] = LiveReply(
            self._model_name(), branch[-1].id, pieces=self._early.pop(conversation_id, [])
        )
        self._timer.start()
        for topic in ("reply", "engine", "send"):
            self.banner.take_back(topic)
        is_first = self._is_first_send and self._current is None
        if is_first or conversation_id == self._current:
            self.writing.sent(conversation_id)
        if is_first:
            self._is_first_send = False
            self._change_to(conversation_id)
        self.chat_grew.emit(conversation_id)
        if conversation_id != self._current:
            return
        if self.messages and list(branch[:-1]) == self.messages and self.is_chat_shown:
            self.messages.append(branch[-1])
            self.chat.append_message(branch[-1])
            self._show_live(conversation_id)
        else:
            self._show_messages(branch)
        self._show_composer_state()

    @Slot(object, object)
    def _on_prompt_progressed(self, conversation_id: ConversationId, progress: PromptProgress) -> None:
        live = self._live.get(conversation_id)
        if live is None:
            return
        to_read = progress.n_total - progress.n_reused
        live.status = reading_status(progress, self._generation.reading_s(to_read, progress.n_reused))
        if conversation_id == self._current:
            self.chat.set_reply_status(live.status)
            self.tokens_counted.emit(progress.n_total)

    @Slot()
    def _on_text_due(self) -> None:
        for conversation_id, kind, text in self._generation.take_text():
            live = self._live.get(conversation_id)
            if live is None:
                self._early.setdefault(conversation_id, []).append((kind, text))
                continue
            live.pieces.append((kind, text))
            if conversation_id == self._current:
                self._append(kind, text)

    @Slot(object, object)
    def _on_reply_finished(self, conversation_id: ConversationId, message: Message | None) -> None:
        self._end_reply(conversation_id, message)
        waiting = self.writing.take_next(conversation_id) if message is not None else ""
        if waiting:
            self._generation.send(conversation_id, waiting, self._settings())
            return
        self.writing.give_back(conversation_id)  # what waited for an answer that did not come
        if conversation_id == self._current:
            self._offer_answer()

    def _offer_answer(self) -> None:
        """Where the chat ends with a question, say so: it was stopped, or the program ended, before the answer began."""
        if self.messages and self.messages[-1].role is Role.USER and not self.is_answering:
            text = ErrorText(
                tr("This question has no answer yet."), tr("It is kept. Ask again, or write on."), Remedy.TRY_AGAIN
            )
            self.banner.show_notice(Notice(text, "reply", Remedy.TRY_AGAIN, is_serious=False))

    def _end_reply(self, conversation_id: ConversationId, message: Message | None) -> None:
        self._on_text_due()
        self._live.pop(conversation_id, None)
        self._early.pop(conversation_id, None)
        if not self._live:
            self._timer.stop()
        self.chat_grew.emit(conversation_id)
        if conversation_id != self._current:
            return
        if message is not None:
            self.messages.append(message)
        self.chat.finish_reply(message)
        self._conversations.tree.read_versions(conversation_id)
        self._count_tokens()
        self._show_composer_state()

    @Slot(object, object, object)
    def _on_reply_failed(self, conversation_id: ConversationId, message: Message | None, error: Exception) -> None:
        self._end_reply(conversation_id, message)
        self.writing.give_back(conversation_id)
        self.show_error(error, "reply")

    @Slot(object, object, str, object)
    def _on_question_returned(
        self, conversation_id: ConversationId, branch: tuple[Message, ...], text: str, error: Exception
    ) -> None:
        self.banner.take_back("reply")
        if conversation_id == self._current:
            self._show_messages(branch)
        self.writing.give_back(conversation_id, text)
        self.chat_grew.emit(conversation_id)
        self.show_error(error, "send")

    @Slot(object, str, object)
    def _on_send_refused(self, conversation_id: ConversationId | None, text: str, error: Exception) -> None:
        is_shown = conversation_id == self._current or (self._current is None and self._is_first_send)
        self._is_first_send = False
        if text:
            self.writing.give_back(self._current if is_shown else conversation_id, text)
        self._show_composer_state()
        self.show_error(error, "send")

    @Slot(str)
    def _on_example_chosen(self, prompt: str) -> None:
        self.composer.set_text(prompt)
        self.writing.keep()
        self.composer.setFocus()

    def answer_again(self) -> None:
        """Ask once more for the answer that failed: the text of the failed one stays in the chat's tree."""
        if self.messages:
            self.message_actions.do(self.messages[-1].id, MessageAction.AGAIN)

    def last_question(self) -> str:
        """Return the newest message of the user in the shown conversation; empty when there is none."""
        return next((message.content for message in reversed(self.messages) if message.role is Role.USER), "")

    def copy_text(self) -> None:
        """Put what is typed, else the newest question, on the clipboard."""
        QGuiApplication.clipboard().setText(self.composer.text or self.last_question())
