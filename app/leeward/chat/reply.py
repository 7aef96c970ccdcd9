# SPDX-License-Identifier: Apache-2.0
"""The reply loop: a sent message becomes a stored answer.

Durable before visible: the user's message is committed before the engine is asked; an answer is a row from its first
token, written at most every second or 64 tokens. Everything here runs on the thread that pumps the engine.
"""

import contextlib
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from uuid import uuid4

from leeward.chat.context import SUMMARY_REQUEST, Memory, answer_room, messages_to_view, summary_room
from leeward.chat.follow_up import FollowUpWish, follow_up_wish
from leeward.chat.titles import TitleWish, title_from, title_wish
from leeward.domain.conversation import Message, MessageStatus, ReplyDetails
from leeward.domain.errors import AppError, ContextOverflow, PromptError, RequestTooLarge, StorageError
from leeward.domain.generation import ChatMessage, FinishReason, GenerationRequest, Role
from leeward.domain.ids import ConversationId, GenerationId, MessageId
from leeward.domain.kv import kv_name
from leeward.domain.settings import Settings, TitleChoice
from leeward.engine.protocol import (
    Engine,
    EngineEvent,
    Finished,
    GenerationFailed,
    ModelLoaded,
    PromptProgress,
    ReasoningAppended,
    TextAppended,
)
from leeward.storage.conversations import Conversations

log = logging.getLogger(__name__)

CHECKPOINT_S = 1.0
CHECKPOINT_TOKENS = 64
RETRY_S = 5.0
"""How long to wait before a write that failed is tried again."""


@dataclass(frozen=True, slots=True)
class ReplyStarted:
    """The engine was asked. `branch`: the conversation up to the message that is answered."""

    conversation_id: ConversationId
    branch: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class PromptRead:
    conversation_id: ConversationId
    progress: PromptProgress


@dataclass(frozen=True, slots=True)
class ReplyText:
    conversation_id: ConversationId
    text: str
    is_reasoning: bool


@dataclass(frozen=True, slots=True)
class ReplyEnded:
    """The answer is over. `message` is None when nothing came; `error` is None when nothing failed.

    `wish`, `follow_up`: a title, and what could be asked next, that the model could make now; None where none is wanted.
    """

    conversation_id: ConversationId
    message: Message | None
    error: Exception | None
    wish: TitleWish | None = field(default=None, compare=False)
    follow_up: FollowUpWish | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class SavingFailed:
    """What was said cannot be written just now; it is kept in memory and written as soon as that works."""

    error: StorageError


@dataclass(frozen=True, slots=True)
class SavingResumed:
    """Everything that could not be written is written."""


@dataclass(frozen=True, slots=True)
class QuestionReturned:
    """The model cannot be asked this. The text is the conversation's draft again; `branch` is what comes before it.

    `text` is "" where the program asked, for a summary.
    """

    conversation_id: ConversationId
    branch: tuple[Message, ...]
    text: str
    error: PromptError


Update = ReplyStarted | PromptRead | ReplyText | ReplyEnded | QuestionReturned | SavingFailed | SavingResumed


@dataclass(slots=True)
class _Live:
    """An answer in the making, or one whose end could not be written yet (`ending`)."""

    conversation_id: ConversationId
    parent_id: MessageId
    request: GenerationRequest
    memory: Memory
    is_summary: bool = field(default=False, kw_only=True)
    titles: TitleChoice = field(default=TitleChoice.WORDS, kw_only=True)
    is_followed: bool = field(default=False, kw_only=True)  # it may be asked what could come next
    row: Message | None = None
    begun: Message | None = None  # the cut answer that is gone on with
    is_open: bool = False  # the row is there and can be written to
    text: list[str] = field(default_factory=list)
    reasoning: list[str] = field(default_factory=list)
    thinking_since_s: float | None = None
    reasoning_s: float = 0.0
    n_tokens: int = 0
    n_tokens_saved: int = 0
    is_saved: bool = True  # nothing was said since the last write
    saved_s: float = 0.0
    ending: tuple[MessageStatus, ReplyDetails | None] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return not self.n_tokens


class Replies:
    """All answers under way. `now_s` is a monotonic time; `clock` gives Unix seconds for the rows.

    Feed every engine event to `handle`, call `tick` now and then (`next_tick_s` says when), show what they return.
    """

    def __init__(self, engine: Engine, conversations: Conversations, clock: Callable[[], float] = time.time) -> None:
        self._engine = engine
        self._conversations = conversations
        self._clock = clock
        self._live: dict[GenerationId, _Live] = {}
        self._unsaved: list[_Live] = []
        self._retry_s: float | None = None
        self._n_ctx = 0  # of the loaded model

    # Requests

    def create(self) -> ConversationId:
        """Begin a conversation. Raises StorageError."""
        return self._conversations.create(self._clock()).id

    def send(self, conversation_id: ConversationId, text: str, settings: Settings) -> list[Update]:
        """Keep the user's message and ask for the answer. Raises StorageError: then neither was done."""
        branch = self._conversations.branch(conversation_id)
        now = self._clock()
        if not branch and settings.system_prompt.strip():
            # Part of the conversation, not looked up later: a changed setting must not rewrite what was already read.
            system = self._conversations.add_message(conversation_id, None, Role.SYSTEM, settings.system_prompt, now)
            branch.append(system)
        parent_id = branch[-1].id if branch else None
        message = self._conversations.add_message(conversation_id, parent_id, Role.USER, text, now)
        branch.append(message)
        with contextlib.suppress(StorageError):  # the message is kept: a missing title is no reason to refuse it
            if not self._conversations.get(conversation_id).title:
                self._conversations.rename(conversation_id, title_from(text))
        return self._ask(conversation_id, branch, settings)

    def answer_again(self, conversation_id: ConversationId, message_id: MessageId, settings: Settings) -> list[Update]:
        """Ask for another answer to the user's message that `message_id` is, or answers. The old answer stays.

        Raises StorageError, and KeyError for a message that is unknown or answers none of the user's.
        """
        return self._begin(self._asked_again(conversation_id, message_id, settings))

    def _asked_again(self, conversation_id: ConversationId, message_id: MessageId, settings: Settings) -> _Live:
        """Show the branch up to the question that a message is, or answers, and return what is asked then."""
        message = self._conversations.message(message_id)
        if message.role is Role.ASSISTANT:
            if message.parent_id is None:
                raise KeyError(message_id)
            message = self._conversations.message(message.parent_id)
        if message.role is not Role.USER:
            raise KeyError(message_id)
        self._conversations.set_leaf(conversation_id, message.id)
        return self._prepared(conversation_id, self._conversations.branch(conversation_id), settings)

    def ask_edited(
        self, conversation_id: ConversationId, message_id: MessageId, text: str, settings: Settings
    ) -> list[Update]:
        """Ask another version of a question; the old one stays with all that follows it. Raises as `answer_again`."""
        parent_id = self._conversations.message(message_id).parent_id
        self._conversations.add_message(conversation_id, parent_id, Role.USER, text, self._clock())
        return self._ask(conversation_id, self._conversations.branch(conversation_id), settings)

    def run_again(self, conversation_id: ConversationId, message_id: MessageId, settings: Settings) -> list[Update]:
        """Ask for the answer again with the seed and the sampling of its receipt. Raises as `answer_again`."""
        message = self._conversations.message(message_id)
        details = message.details
        if details is None or details.receipt is None:
            raise KeyError(message_id)
        live = self._asked_again(conversation_id, message_id, settings)
        # What ended by itself ends there again; what was cut is cut there.
        is_cut = details.finish_reason is FinishReason.LENGTH and details.usage is not None
        max_tokens = details.usage.completion_tokens or None if is_cut and details.usage is not None else None
        live.request = replace(live.request, sampling=details.receipt.sampling, max_tokens=max_tokens)
        return self._begin(live)

    def continue_answer(
        self, conversation_id: ConversationId, message_id: MessageId, settings: Settings
    ) -> list[Update]:
        """Go on with the answer at the end of the branch. Raises as `answer_again`."""
        *before, message = self._conversations.branch(conversation_id)
        if message.id != message_id or message.role is not Role.ASSISTANT or not before:
            raise KeyError(message_id)
        # Behind a space a model would rather begin a new sentence: most tokens bring their own.
        text, reasoning = message.content.rstrip(" "), message.reasoning
        begun = ChatMessage(Role.ASSISTANT, text, reasoning=reasoning)
        live = self._prepared(conversation_id, before, settings)
        # A schema or grammar speaks of a whole answer from its beginning.
        live.request = replace(live.request, begun=begun, grammar="", json_schema="")
        live.row, live.begun, live.text, live.reasoning = message, message, [text], [reasoning]
        shown = [ReplyText(conversation_id, said, is_reasoning=said is reasoning) for said in (reasoning, text) if said]
        started, *ended = self._begin(live)
        return [started, *shown, *ended]

    def summarise(self, conversation_id: ConversationId, settings: Settings) -> list[Update]:
        """Ask for a summary of what is in the model's memory, which begins with it from then on. Raises StorageError."""
        branch = self._conversations.branch(conversation_id)
        parent_id = branch[-1].id if branch else None
        draft = self._conversations.get(conversation_id).draft
        asked = self._conversations.add_message(conversation_id, parent_id, Role.USER, SUMMARY_REQUEST, self._clock())
        self._conversations.save_draft(conversation_id, draft)  # it was not what was sent
        return self._ask(conversation_id, [*branch, asked], settings)

    def _ask(self, conversation_id: ConversationId, branch: list[Message], settings: Settings) -> list[Update]:
        return self._begin(self._prepared(conversation_id, branch, settings))

    def _prepared(self, conversation_id: ConversationId, branch: list[Message], settings: Settings) -> _Live:
        """Return what is asked for an answer to the last message: for a summary where it asks for one."""
        is_summary = branch[-1].content == SUMMARY_REQUEST
        memory = Memory.for_summary(branch, self._n_ctx) if is_summary else Memory.of(branch, settings, self._n_ctx)
        request = settings.request(GenerationId(uuid4().hex), memory.messages)
        request = replace(request, keep_as=kv_name(conversation_id))
        if is_summary:
            request = replace(request, grammar="", json_schema="", max_tokens=summary_room(self._n_ctx) or None)
        titles = TitleChoice.WORDS if is_summary else settings.model_titles
        live = _Live(conversation_id, branch[-1].id, request, memory, is_summary=is_summary, titles=titles)
        live.is_followed = settings.is_followed_up and not is_summary
        return live

    def _begin(self, live: _Live) -> list[Update]:
        started = ReplyStarted(live.conversation_id, live.memory.branch)
        try:
            self._engine.generate(live.request)
        except RequestTooLarge as error:
            if live.begun is not None:
                return [started, ReplyEnded(live.conversation_id, live.begun, error)]
            returned = self._return_question(live, error)
            return [started, ReplyEnded(live.conversation_id, None, None if returned else error), *returned]
        self._live[live.request.id] = live
        return [started]

    def _ask_shorter(self, live: _Live, error: ContextOverflow) -> bool:
        """Ask again with less of the oldest messages, where that was chosen; return whether it could be."""
        n_free = error.n_ctx - answer_room(error.n_ctx, live.request.max_tokens or 0)
        memory = replace(live.memory, n_free=n_free).shorter(error.n_prompt) if live.memory.can_slide else None
        if memory is None:
            return False
        live.memory = memory
        live.request = replace(live.request, id=GenerationId(uuid4().hex), messages=memory.messages)
        self._engine.generate(live.request)  # shorter than what was sent before
        self._live[live.request.id] = live
        return True

    def messages_to_view(
        self, conversation_id: ConversationId | None, draft: str, settings: Settings
    ) -> tuple[ChatMessage, ...]:
        """Return what the model would be shown of a conversation and what is typed; None is a new one.

        Raises StorageError.
        """
        branch = self._conversations.branch(conversation_id) if conversation_id is not None else []
        return messages_to_view(branch, draft, settings.system_prompt)

    def stop(self, conversation_id: ConversationId) -> None:
        for generation_id, live in self._live.items():
            if live.conversation_id == conversation_id:
                self._engine.cancel(generation_id)

    def is_answering(self, conversation_id: ConversationId) -> bool:
        return any(live.conversation_id == conversation_id for live in self._live.values())

    @property
    def is_idle(self) -> bool:
        """Whether no answer is under way and nothing waits to be written."""
        return not self._live and not self._unsaved

    # Events

    def handle(self, event: EngineEvent, now_s: float) -> list[Update]:
        """Return what an engine event means for the conversations; nothing for events about models."""
        match event:
            case PromptProgress(id=generation_id) if generation_id in self._live:
                return [PromptRead(self._live[generation_id].conversation_id, event)]
            case TextAppended() | ReasoningAppended() if event.id in self._live:
                return self._on_text(self._live[event.id], event, now_s)
            case Finished(id=generation_id) if generation_id in self._live:
                is_cut = event.reason is FinishReason.CANCELLED
                live = self._live[generation_id]
                is_summary = live.is_summary and not is_cut
                details = ReplyDetails(
                    event.reason,
                    event.usage,
                    event.timings,
                    event.receipt,
                    n_seen=live.memory.n_seen_with_summary if is_summary else live.memory.n_seen,
                    is_summary=is_summary,
                    reasoning_s=live.reasoning_s,
                    form=live.request.form,
                )
                status = MessageStatus.INTERRUPTED if is_cut else MessageStatus.COMPLETE
                return self._end(generation_id, status, details, None, now_s)
            case GenerationFailed(id=generation_id) if generation_id in self._live:
                return self._end(generation_id, MessageStatus.INTERRUPTED, None, event.error, now_s)
            case ModelLoaded(model=model):
                self._n_ctx = model.n_ctx
                return []
            case _:
                # ToolCallProposed among them: requests made here have no tools, and nobody here could run one.
                return []

    def _on_text(self, live: _Live, event: TextAppended | ReasoningAppended, now_s: float) -> list[Update]:
        is_reasoning = isinstance(event, ReasoningAppended)
        if is_reasoning and live.thinking_since_s is None:
            live.thinking_since_s = now_s
        if live.thinking_since_s is not None and not live.text:
            live.reasoning_s = now_s - live.thinking_since_s
        (live.reasoning if is_reasoning else live.text).append(event.text)
        live.n_tokens, live.is_saved = event.n_tokens, False
        updates: list[Update] = [ReplyText(live.conversation_id, event.text, is_reasoning)]
        is_due = live.n_tokens - live.n_tokens_saved >= CHECKPOINT_TOKENS or now_s - live.saved_s >= CHECKPOINT_S
        if (not live.is_open or is_due) and self._retry_s is None:
            updates += self._save(live, now_s)
        return updates

    def _end(
        self,
        generation_id: GenerationId,
        status: MessageStatus,
        details: ReplyDetails | None,
        error: Exception | None,
        now_s: float,
    ) -> list[Update]:
        live = self._live.pop(generation_id)
        if error is not None and not isinstance(error, AppError):
            log.error("an answer failed: %s", error)
        if live.is_empty and isinstance(error, ContextOverflow) and self._ask_shorter(live, error):
            return []
        if live.is_empty and live.begun is not None and (error is not None or status is MessageStatus.INTERRUPTED):
            return [ReplyEnded(live.conversation_id, live.begun, error)]  # as it was
        if live.is_empty and isinstance(error, PromptError):
            returned = self._return_question(live, error)
            return [ReplyEnded(live.conversation_id, None, None if returned else error), *returned]
        if live.is_empty and (error is not None or status is MessageStatus.INTERRUPTED):
            return [ReplyEnded(live.conversation_id, None, error)]
        if live.begun is not None:
            details = _continued(live.begun.details, details)
        live.ending = (status, details)
        updates = self._save(live, now_s)
        if live.ending is not None:
            self._unsaved.append(live)
        message = self._shown(live, status, details)
        wish = title_wish(live.memory.branch, live.request, message, live.titles) if error is None else None
        follow_up = follow_up_wish(live.request, message) if error is None and live.is_followed else None
        return [ReplyEnded(live.conversation_id, message, error, wish, follow_up), *updates]

    def _return_question(self, live: _Live, error: PromptError) -> list[Update]:
        """Make the question a draft again: with it in the conversation no shorter one could be asked.

        The program's own question, for a summary, is only taken off the branch. Its row stays in the tree. Nothing is
        returned when that cannot be written just now.
        """
        conversation_id = live.conversation_id
        try:
            *before, question = self._conversations.branch(conversation_id)
            if question.role is not Role.USER:
                return []
            text = "" if live.is_summary else question.content
            if text:
                self._conversations.save_draft(conversation_id, text)
            self._conversations.set_leaf(conversation_id, question.parent_id)
        except StorageError as failure:
            log.warning("a question could not be made a draft again: %r", failure)
            return []
        return [QuestionReturned(conversation_id, tuple(before), text, error)]

    # Writing

    def tick(self, now_s: float) -> list[Update]:
        """Write what is due: checkpoints of answers that pause, and what could not be written before."""
        if self._retry_s is not None and now_s < self._retry_s:
            return []
        was_failing, self._retry_s = self._retry_s is not None, None
        updates: list[Update] = []
        for live in [*self._unsaved, *self._live.values()]:
            is_due = live.ending is not None or (not live.is_saved and now_s - live.saved_s >= CHECKPOINT_S)
            if self._retry_s is None and is_due:
                updates += self._save(live, now_s)
        self._unsaved = [live for live in self._unsaved if live.ending is not None]
        if was_failing and self._retry_s is None:
            updates.append(SavingResumed())
        return updates if not was_failing else [u for u in updates if not isinstance(u, SavingFailed)]

    def next_tick_s(self, now_s: float) -> float | None:
        """Return when to call `tick`, in seconds from now; None when nothing waits."""
        if self.is_idle:
            return None
        return max(0.05, self._retry_s - now_s) if self._retry_s is not None else CHECKPOINT_S

    def _save(self, live: _Live, now_s: float) -> list[Update]:
        text, reasoning = "".join(live.text), "".join(live.reasoning)
        try:
            if live.row is None:
                live.row = self._conversations.begin_reply(live.conversation_id, live.parent_id, self._clock())
            elif not live.is_open:
                self._conversations.resume_reply(live.row.id)
            live.is_open = True
            if live.ending is None:
                self._conversations.checkpoint_reply(live.row.id, text, reasoning)
            else:
                status, details = live.ending
                live.row = self._conversations.finish_reply(live.row.id, status, text, reasoning, details)
                live.ending = None
        except StorageError as error:
            self._retry_s = now_s + RETRY_S
            log.warning("saving failed: %r", error)
            return [SavingFailed(error)]
        live.n_tokens_saved, live.is_saved, live.saved_s = live.n_tokens, True, now_s
        return []

    def _shown(self, live: _Live, status: MessageStatus, details: ReplyDetails | None) -> Message:
        """Return the message as it is kept, or as it will be."""
        if live.row is not None and live.ending is None:
            return live.row
        return Message(
            id=live.row.id if live.row else MessageId(0),
            conversation_id=live.conversation_id,
            parent_id=live.parent_id,
            role=Role.ASSISTANT,
            status=status,
            content="".join(live.text),
            reasoning="".join(live.reasoning),
            created_at_s=self._clock(),
            details=details,
        )

    def close(self, now_s: float) -> None:
        """Write what is under way as it stands, as interrupted. Call once no more events come."""
        for generation_id in list(self._live):
            self._end(generation_id, MessageStatus.INTERRUPTED, None, None, now_s)
        for live in self._unsaved:
            if live.ending is not None and self._save(live, now_s):
                log.error("an answer could not be saved before the end")


def _continued(before: ReplyDetails | None, details: ReplyDetails | None) -> ReplyDetails | None:
    """Return the details of an answer that was gone on with: those of the last part, but all its tokens and the first prompt."""
    if details is None:
        return before
    before = before or ReplyDetails()
    usage = before.usage or details.usage
    if before.usage is not None and details.usage is not None:
        n_tokens = before.usage.completion_tokens + details.usage.completion_tokens
        usage = replace(before.usage, completion_tokens=n_tokens)
    return replace(
        details,
        usage=usage,
        is_edited=before.is_edited,
        n_continued=before.n_continued + 1,
        reasoning_s=before.reasoning_s or details.reasoning_s,
    )
