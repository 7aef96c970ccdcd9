# SPDX-License-Identifier: Apache-2.0
"""What the user writes: a new message, another version of one, and messages that wait for the answer to end.

All of it is the draft of its conversation in storage, so that nothing is lost with the program.
"""

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from leeward.domain.attachment import gathered
from leeward.domain.ids import ConversationId, MessageId
from leeward.i18n import mark, tr
from leeward.ui.chat.composer import Composer, ComposerState
from leeward.ui.chat.composer_bars import QueueBar, TaskBar
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from leeward.bridge.conversations import ConversationsBridge

_BREAK = "\n\n"


class TaskKind(enum.Enum):
    """What the text in the composer is when it is no new message, as it is said over it."""

    ASK_EDITED = mark("Editing your message. Sending it makes a new version; the old one stays.")
    EDIT = mark("Editing the model's message. The old version stays.")
    EDIT_SYSTEM = mark("Editing the system prompt of this chat. The old version stays.")
    INSERT_QUESTION = mark("Inserting a message of yours")
    INSERT_ANSWER = mark("Inserting a message of the model")


@dataclass(frozen=True, slots=True)
class Task:
    """Attributes:
    message_id: The message that is edited, or after which one is inserted.
    text: What stood in the composer at first.
    """

    kind: TaskKind
    message_id: MessageId
    text: str = ""

    @property
    def needs_model(self) -> bool:
        return self.kind is TaskKind.ASK_EDITED


class Writing(QObject):
    """The composer and what stands over it, for the conversation that is shown.

    Signals:
        task_changed()               editing began or ended
        undo_offered(str, Callable)  what was taken away, and how to take that back
    """

    task_changed = Signal()
    undo_offered = Signal(str, object)

    def __init__(self, conversations: "ConversationsBridge", theme: Theme) -> None:
        super().__init__()
        self._conversations = conversations
        self._current: ConversationId | None = None
        self._queued: dict[ConversationId, list[str]] = {}
        self._aside = ""  # what was typed before the task
        self._is_shown = False  # until then an empty composer says nothing about what storage has
        self.task: Task | None = None
        self.composer = Composer(theme)
        self.task_bar = TaskBar(theme)
        self.queue_bar = QueueBar(theme)
        self.composer.text_edited.connect(self.keep)
        self.composer.queue_requested.connect(self._on_queue_requested)
        self.composer.cancel_requested.connect(self.cancel_task)
        self.task_bar.cancel_requested.connect(self.cancel_task)
        self.queue_bar.edit_requested.connect(self._on_queue_edit_requested)
        self.queue_bar.remove_requested.connect(self._on_queue_remove_requested)

    def set_theme(self, theme: Theme) -> None:
        for widget in (self.composer, self.task_bar, self.queue_bar):
            widget.set_theme(theme)

    def show_state(self, loading_name: str, *, is_answering: bool, has_model: bool) -> None:
        """Say what can be done with the text now; `loading_name`: of the model that is being loaded, or ""."""
        if is_answering:
            self.composer.set_state(ComposerState.ANSWERING)
        elif self.task is not None and not self.task.needs_model:
            self.composer.set_state(ComposerState.KEEPING)
        elif has_model:
            self.composer.set_state(ComposerState.READY)
        elif loading_name:
            self.composer.set_state(
                ComposerState.BLOCKED,
                tr("{model} is being loaded: then you can send", model=loading_name),
            )
        else:
            self.composer.set_state(ComposerState.BLOCKED, tr("No model is loaded: choose one above, then send"))

    # Which conversation

    def show(self, conversation_id: ConversationId | None) -> None:
        """Show what is written in this conversation; what is written in the one before was kept with `leave`."""
        self._current, self._is_shown = conversation_id, True
        waiting = joined(self._queue)
        self.composer.set_text(gathered(_behind(self._conversations.draft(conversation_id), waiting)))
        self._show_queue()

    def leave(self) -> None:
        """Keep what is written; an edit that was begun is an ordinary draft from here on."""
        self.keep()
        self._set_task(None)
        self._aside = ""

    def sent(self, conversation_id: ConversationId) -> None:
        """The message is saved: storage has cleared the draft together with it."""
        if self._current is None:
            self._conversations.keep_draft(None, "")
            self._current = conversation_id
        if conversation_id == self._current:
            self._conversations.keep_draft(conversation_id, "")
            self.keep()

    @Slot()
    def keep(self) -> None:
        """Hand what is written to storage."""
        if not self._is_shown and not self.whole():
            return
        self._conversations.keep_draft(self._current, self.whole())

    def whole(self) -> str:
        """Return all that is written and not sent."""
        typed, task = self.composer.text, self.task
        if task is None:
            return joined([*self._queue, typed])
        return joined([*self._queue, typed if typed != task.text else "", self._aside])

    # A message that is there already

    def begin_task(self, task: Task) -> None:
        """Put the text of a message into the composer, or nothing for a new one; what was typed comes back later."""
        if self.task is None:
            self._aside = self.composer.text
        self.composer.set_text(task.text)
        self._set_task(task)
        self.keep()
        self.composer.setFocus()

    @Slot()
    def cancel_task(self) -> None:
        """End editing; what was changed can be taken back."""
        task, text = self.task, self.composer.text
        if task is None:
            return
        self.take_task()
        if text not in (task.text, ""):
            self.undo_offered.emit(tr("Your changes were dropped"), lambda: self._resume(task, text))
        self.composer.setFocus()

    def take_task(self) -> Task | None:
        """End editing and return what was edited; the composer shows what was typed before."""
        task = self.task
        if task is not None:
            self._set_task(None)
            self.composer.set_text(self._aside)
            self._aside = ""
            self.keep()
        return task

    def _resume(self, task: Task, text: str) -> None:
        self.begin_task(task)
        self.composer.set_text(text)
        self.keep()

    def _set_task(self, task: Task | None) -> None:
        if task != self.task:
            self.task = task
            self.composer.set_editing(is_editing=task is not None)
            self.task_bar.show_task(tr(task.kind.value) if task is not None else "")
            self.task_changed.emit()

    # Messages that wait

    def take_next(self, conversation_id: ConversationId) -> str:
        """Return the message that is sent now, and forget it; "" when none waits."""
        queue = self._queued.get(conversation_id, [])
        if not queue:
            return ""
        text = queue.pop(0)
        if conversation_id == self._current:
            self._show_queue()
        else:
            draft = self._conversations.draft(conversation_id)
            self._conversations.keep_draft(conversation_id, _behind(draft, text))
        return text

    def give_back(self, conversation_id: ConversationId | None, text: str = "") -> None:
        """Put a text that was not sent, and those that wait, before what has been typed since."""
        is_shown = conversation_id == self._current
        waiting = self._queued.pop(conversation_id, []) if conversation_id is not None else []
        if not is_shown:
            draft = _behind(self._conversations.draft(conversation_id), joined(waiting))
            whole = joined([text, *waiting, draft if draft != text else ""])
            self._conversations.keep_draft(conversation_id, whole)
            return
        typed = self.composer.text if self.task is None else self._aside
        whole = joined([text, *waiting, typed if typed != text else ""])
        if self.task is None:
            self.composer.set_text(gathered(whole))
        else:
            self._aside = gathered(whole)
        self._show_queue()
        self.keep()

    @property
    def _queue(self) -> list[str]:
        return self._queued.get(self._current, []) if self._current is not None else []

    def _show_queue(self) -> None:
        self.queue_bar.show_texts(self._queue)

    @Slot(str)
    def _on_queue_requested(self, text: str) -> None:
        if self._current is None:
            return
        self._queued.setdefault(self._current, []).append(text)
        self.composer.set_text("")
        self._show_queue()
        self.keep()

    @Slot(int)
    def _on_queue_edit_requested(self, number: int) -> None:
        text = self._queue.pop(number)
        if self.task is None:
            self.composer.set_text(gathered(joined([text, self.composer.text])))
        else:
            self._aside = gathered(joined([text, self._aside]))
        self._show_queue()
        self.keep()
        self.composer.setFocus()

    @Slot(int)
    def _on_queue_remove_requested(self, number: int) -> None:
        conversation_id, text = self._current, self._queue.pop(number)
        self._show_queue()
        self.keep()
        self.composer.setFocus()
        self.undo_offered.emit(tr("A waiting message was removed"), lambda: self._take_in_again(conversation_id, text))

    def _take_in_again(self, conversation_id: ConversationId | None, text: str) -> None:
        # Into the composer and not among those that wait: the answer it waited for may have ended.
        if conversation_id == self._current:
            self.composer.set_text(gathered(joined([text, self.composer.text])))
            self.keep()
            return
        waiting = self._queued.get(conversation_id, []) if conversation_id is not None else []
        typed = _behind(self._conversations.draft(conversation_id), joined(waiting))
        self._conversations.keep_draft(conversation_id, joined([*waiting, text, typed]))


def joined(texts: Iterable[str]) -> str:
    """Return texts one below the other.

    >>> joined(["a", "", "b"])
    'a\\n\\nb'
    """
    return _BREAK.join(text for text in texts if text.strip())


def _behind(whole: str, beginning: str) -> str:
    """Return what follows `beginning`; all of it when it begins otherwise."""
    if not beginning or not whole.startswith(beginning):
        return whole
    return whole[len(beginning) :].removeprefix(_BREAK)
