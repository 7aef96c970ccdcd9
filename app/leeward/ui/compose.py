# SPDX-License-Identifier: Apache-2.0
"""What helps with writing: files, prompts, earlier messages, what a message costs, and the question when it does not fit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from leeward.bridge.token_counts import TokenCounts
from leeward.chat.context import beside_summary, memory_start
from leeward.chat.context_parts import ContextParts
from leeward.domain.attachment import MAX_FILES, Attachment
from leeward.domain.conversation import Message, MessageStatus
from leeward.domain.errors import ContextOverflow, TooManyAttachments
from leeward.domain.generation import Role
from leeward.domain.ids import ConversationId
from leeward.domain.settings import Settings, WhenFull
from leeward.i18n import tr
from leeward.ui.chat.history import History
from leeward.ui.chat.prompt_menu import PromptMenu
from leeward.ui.context_meter import ContextMeter
from leeward.ui.full_panel import FullPanel, Trouble
from leeward.ui.status_text import first_word_text
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from leeward.bridge.attachments import AttachmentReader
    from leeward.bridge.generation import GenerationBridge
    from leeward.bridge.prompts import PromptsBridge
    from leeward.bridge.settings import SettingsBridge
    from leeward.ui.chat_page import ChatPage

_COUNT_DELAY_MS = 350
_PATIENCE_MS = 1500
_WORTH_SAYING_S = 2.0  # of waiting for the first word
_RESERVE_TOKENS = 4
_TOPIC = "attach"


@dataclass(frozen=True, slots=True)
class ComposeTools:
    """What it works with."""

    generation: "GenerationBridge"
    settings: "SettingsBridge"
    files: "AttachmentReader"
    prompts: "PromptsBridge"


class Compose(QObject):
    """Stands beside the page's composer.

    Signals:
        settings_requested()
    """

    settings_requested = Signal()

    def __init__(
        self,
        page: "ChatPage",
        meter: ContextMeter,
        tools: ComposeTools,
        settings_in_use: Callable[[], Settings],
        theme: Theme,
    ) -> None:
        """`settings_in_use`: those of the user together with those of the loaded model."""
        super().__init__(page)
        self._page = page
        self._composer = page.composer
        self._meter = meter
        self._generation = tools.generation
        self._settings = tools.settings
        self._settings_in_use = settings_in_use
        self._files = tools.files
        self._prompts = tools.prompts
        self._sliding: set[ConversationId] = set()  # chats whose oldest messages may leave
        self._may_send_anyway = ""
        self._waiting = ""  # a message that is sent as soon as it is counted
        self._is_guess_enough = False
        self._after_summary: tuple[ConversationId, str] | None = None  # what is sent when the summary is there
        self._counts = TokenCounts(self._generation, self)
        self.panel = FullPanel(theme)
        self.menu = PromptMenu(self._composer, lambda: self._prompts.prompts, page)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_COUNT_DELAY_MS)
        self._timer.timeout.connect(self.count)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._send_waiting)
        self._composer.add_above(self.panel)
        self._composer.may_send = self.may_send
        self._composer.attachment_bar.set_counter(self._counts.count)
        self._composer.field.key_takers.append(History(self._composer, self.sent).take)
        self._composer.set_send_key(self._settings.settings.send_key)
        self._composer.spelling.set_on(is_on=self._settings.settings.is_spelling_checked)
        self._connect()

    def _connect(self) -> None:
        composer, page = self._composer, self._page
        composer.attach_requested.connect(self.choose_files)
        composer.field.files_given.connect(self.attach)
        composer.attachment_removed.connect(self._on_attachment_removed)
        composer.text_edited.connect(lambda _text: self._generation.wake())
        composer.text_shown.connect(self._on_text_shown)
        self.menu.edit_requested.connect(self.open_prompts)
        self.panel.kept_back.connect(self._on_kept_back)
        self.panel.slide_chosen.connect(self._on_slide_chosen)
        self.panel.summary_chosen.connect(self._on_summary_chosen)
        self.panel.anyway_chosen.connect(self._on_anyway_chosen)
        self.panel.settings_requested.connect(self.settings_requested)
        page.conversation_changed.connect(lambda _: self.panel.put_away())
        page.tokens_counted.connect(self._on_chat_changed)
        self._counts.changed.connect(self._on_counted)
        self._settings.changed.connect(self._on_settings_changed)
        self._generation.reply_finished.connect(self._on_reply_finished)
        self._generation.reply_failed.connect(lambda *_: self._forget_summary())
        self._generation.question_returned.connect(self._on_question_returned)
        self._files.taken_in.connect(self._take)
        self._files.refused.connect(lambda error: page.show_error(error, _TOPIC))
        self._prompts.changed.connect(self.menu.follow)
        self._prompts.failed.connect(lambda error: page.show_error(error, "settings"))

    def set_theme(self, theme: Theme) -> None:
        self.panel.set_theme(theme)

    def settings(self) -> Settings:
        """Return what answers are made under, with what was chosen for the shown chat."""
        settings = self._settings_in_use()
        return replace(settings, when_full=WhenFull.SLIDE) if self._page.current in self._sliding else settings

    def sent(self) -> list[str]:
        """Return the user's messages of the shown chat, oldest first."""
        return [message.content for message in self._page.messages if message.role is Role.USER and message.content]

    # Files

    @Slot()
    def choose_files(self) -> None:
        """Ask which text files go with the message."""
        chosen, _filter = QFileDialog.getOpenFileNames(self._page.window(), tr("Attach text files"), str(Path.home()))
        self.attach([Path(name) for name in chosen])

    @Slot(object)
    def attach(self, paths: Iterable[Path]) -> None:
        """Read these and let them go with the message that is being written."""
        self._page.banner.take_back(_TOPIC)
        self._files.read(paths, self._page.current)
        self._composer.setFocus()

    @Slot(object, object)
    def _take(self, conversation_id: ConversationId | None, attachment: Attachment) -> None:
        if conversation_id != self._page.current:
            return  # another chat was opened while the file was read
        if not self._composer.attach(attachment):
            self._page.show_error(TooManyAttachments(MAX_FILES), _TOPIC)

    @Slot(object)
    def _on_attachment_removed(self, attachment: Attachment) -> None:
        take_again = partial(self._take, self._page.current, attachment)
        self._page.writing.undo_offered.emit(tr("{name} was taken off", name=attachment.name), take_again)

    # Prompts

    @Slot()
    def open_prompts(self, text: str = "") -> None:
        """Show the prompt library; `text` is added to it."""
        from leeward.ui.prompts_dialog import PromptsDialog  # noqa: PLC0415 - not on the way to the first picture

        dialog = PromptsDialog(self._prompts, self._page.window())
        dialog.finished.connect(self._composer.setFocus)
        dialog.open()
        if text.strip():
            dialog.add(text)

    @Slot()
    def keep_prompt(self) -> None:
        """Keep what is typed as a prompt."""
        self.open_prompts(self._composer.field.toPlainText())

    # What it costs

    def parts(self) -> ContextParts | None:
        """Return what is sent with what is written now; None without a model."""
        model = self._generation.loaded_model
        if model is None:
            return None
        written = (self._composer.attachments, self._composer.field.toPlainText())
        return ContextParts.of(self._page.messages, written, self._settings_in_use(), model.n_ctx, self._counts.count)

    @Slot()
    def count(self) -> None:
        """Count what is written, and the chat, where that is not known; the meter shows it."""
        if self._page.is_answering:  # the engine would answer after that only
            return
        self._counts.drop_wanted()
        self._show_counts()
        text, settings = self._composer.text, self._settings_in_use()
        if text.strip() and settings.is_read_ahead:
            self._generation.read_ahead(self._page.current, text, settings)

    def _show_counts(self) -> None:
        parts = self.parts()
        self._composer.attachment_bar.show_costs()
        if parts is not None and not self._page.is_answering:
            wait_s = self._wait_s(parts)
            words = "" if wait_s is None else first_word_text(wait_s)
            self._meter.set_parts(parts, words)
            self._composer.set_wait(words if wait_s is not None and wait_s >= _WORTH_SAYING_S else "")

    def _wait_s(self, parts: ContextParts) -> float | None:
        """Return how long the answer to what is written will take to begin; None where that is not known."""
        if not parts.alone or not parts.fits:
            return None
        return self._generation.first_word_s(self._page.current, parts.system + parts.history, parts.alone)

    def loaded_wait_s(self, n_before: int, n_new: int) -> tuple[Path, float] | None:
        """Return the loaded model and how long its answer will take to begin, behind `n_before` tokens of the shown chat."""
        model = self._generation.loaded_model
        seconds = self._generation.first_word_s(self._page.current, n_before, n_new)
        return None if model is None or seconds is None else (model.path, seconds)

    @Slot()
    def _on_counted(self) -> None:
        if self._waiting and not self._counts.is_waiting:
            self._send_waiting()
        elif not self._timer.isActive():
            self._show_counts()

    @Slot()
    def _send_waiting(self) -> None:
        """Send what waited for its count, unless it was changed since."""
        waiting, self._waiting = self._waiting, ""
        is_late = not self._patience.isActive()  # the engine is busy: a guess must do
        self._patience.stop()
        if waiting and waiting == self._composer.text:
            self._is_guess_enough = is_late
            self._composer.send()
            self._is_guess_enough = False

    @Slot()
    def _on_text_shown(self) -> None:
        self._timer.start()
        if self.panel.trouble is not None:
            self.panel.put_away()

    @Slot()
    def _on_chat_changed(self) -> None:
        if self._page.is_chat_shown:
            self._page.chat.set_memory_start(memory_start(self._page.messages))
        self._timer.start()

    # When it does not fit

    def may_send(self, text: str) -> bool:
        """Say whether a message can be sent as it is; where not, ask what is to be done."""
        parts = self.parts()
        if parts is None or parts.fits or text == self._may_send_anyway:
            return True
        if not parts.is_exact and self._counts.is_waiting and not self._is_guess_enough:
            self._waiting = text  # sent, or asked about, when it is counted
            self._patience.start()
            return False
        trouble = self._trouble(parts)
        if trouble is not None:
            self._ask(trouble, parts)
        return trouble is None

    def _ask(self, trouble: Trouble, parts: ContextParts) -> None:
        _, n_kept = beside_summary(self._page.messages, parts.n_ctx)
        self.panel.ask(trouble, parts, can_summarise=parts.fits_after_summary(n_kept))

    def _trouble(self, parts: ContextParts) -> Trouble | None:
        alone = parts.alone + parts.system
        if alone + _RESERVE_TOKENS > parts.n_ctx:
            return Trouble.MESSAGE_TOO_LONG if parts.is_exact else None  # the engine knows, and says it
        is_sliding = self.settings().when_full is WhenFull.SLIDE or memory_start(self._page.messages) is not None
        if parts.history and not is_sliding:
            return Trouble.CHAT_TOO_LONG
        return Trouble.LITTLE_ROOM if alone + parts.room > parts.n_ctx and parts.is_exact else None

    @Slot()
    def _on_kept_back(self) -> None:
        self.panel.put_away()
        self._composer.setFocus()

    @Slot(bool)
    def _on_slide_chosen(self, is_for_all: bool) -> None:  # noqa: FBT001 - a signal's value
        if is_for_all:
            self._settings.set_value("when_full", WhenFull.SLIDE)
        if self._page.current is not None:
            self._sliding.add(self._page.current)
        self._send()

    @Slot()
    def _on_summary_chosen(self) -> None:
        self.panel.put_away()
        self._composer.setFocus()
        if self._page.current is not None:
            self._after_summary = (self._page.current, self._composer.text)
            self._generation.summarise(self._page.current, self.settings())

    @Slot(object, object)
    def _on_reply_finished(self, conversation_id: ConversationId, message: Message | None) -> None:
        if self._after_summary is None or self._after_summary[0] != conversation_id:
            return
        text, self._after_summary = self._after_summary[1], None
        is_whole = message is not None and message.status is MessageStatus.COMPLETE
        if is_whole and conversation_id == self._page.current and text == self._composer.text:
            self._composer.send()

    @Slot()
    def _on_anyway_chosen(self) -> None:
        self._may_send_anyway = self._composer.text
        self._send()

    def _forget_summary(self) -> None:
        self._after_summary = None

    def _send(self) -> None:
        self.panel.put_away()
        self._composer.setFocus()
        self._composer.send()

    @Slot(object, object, str, object)
    def _on_question_returned(
        self, conversation_id: ConversationId, branch: tuple[Message, ...], _text: str, error: Exception
    ) -> None:
        """The engine counted more than was thought."""
        is_shown = conversation_id == self._page.current
        if not is_shown or not isinstance(error, ContextOverflow) or not any(each.role is Role.USER for each in branch):
            return
        parts = self.parts()
        may_slide = self.settings().when_full is WhenFull.SLIDE or memory_start(branch) is not None
        if parts is not None and not may_slide:  # else that was tried
            self._page.banner.take_back("send")
            more = error.n_prompt - parts.total
            self._ask(Trouble.CHAT_TOO_LONG, replace(parts, history=parts.history + more, is_exact=True))

    @Slot(object, object)
    def _on_settings_changed(self, new: Settings, old: Settings) -> None:
        self._composer.set_send_key(new.send_key)
        self._composer.spelling.set_on(is_on=new.is_spelling_checked)
        if new.system_prompt != old.system_prompt or new.max_tokens != old.max_tokens:
            self._timer.start()
