# SPDX-License-Identifier: Apache-2.0
"""The engine worker thread: pumps the engine, runs the reply loop, and tells the window by queued signals."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, QThread, Signal

from leeward.bridge.ahead import ReadAhead
from leeward.bridge.beside import BesideAnswers
from leeward.bridge.first_word import FirstWord
from leeward.bridge.loading import IDLE_S, LoadSignals, ModelLoading, bugs_logged
from leeward.bridge.tuning import Tuner
from leeward.chat.follow_up import FollowUps
from leeward.chat.reply import (
    PromptRead,
    QuestionReturned,
    Replies,
    ReplyEnded,
    ReplyStarted,
    ReplyText,
    SavingFailed,
    SavingResumed,
    Update,
)
from leeward.chat.titles import Titles
from leeward.domain.errors import AppError, EngineNotReady, ModelReplaced, StorageError
from leeward.domain.generation import Answered, ChatMessage, FinishReason, GenerationRequest
from leeward.domain.ids import ConversationId, GenerationId, MessageId, QueryId
from leeward.domain.kv import kv_name
from leeward.domain.model_info import Device, LoadedModel, LoadPlan, ModelInfo
from leeward.domain.queries import PromptView, TokenizeText, Tokens, ViewPrompt
from leeward.domain.settings import Settings
from leeward.engine.protocol import (
    Engine,
    Finished,
    ModelLoaded,
    QueryAnswered,
    QueryFailed,
)
from leeward.library.model_check import check_model_file
from leeward.storage.plans import PlanMemory

log = logging.getLogger(__name__)

_CLOSED_AFTER_S = 0.5


class GenerationBridge(LoadSignals):
    """Drives the engine on its own thread. All methods are for the UI thread and return at once.

    Signals, beside those of `LoadSignals`:
        memory_measured(int): main memory in bytes that the engine grew by with the loaded model.
        reply_started(ConversationId, tuple[Message, ...]): the branch up to the message that is answered, all durable.
        prompt_progressed(ConversationId, PromptProgress)
        reply_finished(ConversationId, Message | None): None when nothing came.
        reply_failed(ConversationId, Message | None, Exception): what was said before the failure is in the message.
        send_refused(ConversationId | None, str, Exception): nothing was saved; the text belongs back in the composer.
        question_returned(ConversationId, tuple[Message, ...], str, PromptError): the model cannot be asked this; the
            text is the draft again, the branch is what comes before it.
        prompt_viewed(ConversationId | None, PromptView, tuple[ChatMessage, ...]): all empty when there is no question.
        prompt_view_failed(ConversationId | None, Exception | None)
        text_counted(str, int): a text and its tokens; -1 where they cannot be counted.
        titled(ConversationId, str, str): the model has a title for a chat; the first text is the one it may take the place of.
        followed_up(ConversationId, MessageId, tuple[str, ...]): what could be asked behind an answer.
        saving_failed(StorageError), saving_resumed(): of answers; they are kept in memory in between.
    """

    memory_measured = Signal(object)
    reply_started = Signal(object, object)
    prompt_progressed = Signal(object, object)
    reply_finished = Signal(object, object)
    reply_failed = Signal(object, object, object)
    send_refused = Signal(object, str, object)
    question_returned = Signal(object, object, str, object)
    prompt_viewed = Signal(object, object, object)
    prompt_view_failed = Signal(object, object)
    text_counted = Signal(object, int)
    titled = Signal(object, str, str)
    followed_up = Signal(object, object, object)
    saving_failed = Signal(object)
    saving_resumed = Signal()

    def __init__(
        self,
        engine: Engine,
        replies: Replies,
        titles: Titles,
        check_model: Callable[[Path], ModelInfo | None] = check_model_file,
        plans: PlanMemory | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`check_model` sees every file before the engine does; it raises a ModelError for one that is refused. Where it
            returns None, memory is not counted.
        `plans`: remembers what was found by trying."""
        super().__init__(parent)
        self._engine = engine
        self._replies = replies
        self._beside = BesideAnswers(engine)
        self._ahead = ReadAhead(engine)
        self._titles = titles
        self._follow_ups = FollowUps(engine)
        self._loading = ModelLoading(
            engine, self, check_model, plans, on_replaced=lambda: self._beside.end(ModelReplaced())
        )
        self._commands: deque[Callable[[], None]] = deque()
        self._text: deque[tuple[ConversationId, str, str]] = deque()
        self._views: dict[QueryId, tuple[ConversationId | None, tuple[ChatMessage, ...]]] = {}  # asked for
        self._counts: dict[QueryId, str] = {}  # asked for
        self._answering: frozenset[ConversationId] = frozenset()
        self._cached: set[ConversationId] = set()  # the chats that the loaded model has read, most of them still held
        self._is_closing = False
        self._thread = _PumpThread(self._pump)
        self._thread.setObjectName("engine")
        self._thread.start()

    # UI thread

    @property
    def first_word(self) -> FirstWord | None:
        """Learns from answers how long they take to begin; set before the first load."""
        return self._loading.first_word

    @first_word.setter
    def first_word(self, first_word: FirstWord) -> None:
        self._loading.first_word = first_word

    @property
    def tuner(self) -> Tuner | None:
        """Finds how models compute fastest; set before the first load."""
        return self._loading.tuner

    @tuner.setter
    def tuner(self, tuner: Tuner) -> None:
        self._loading.tuner = tuner

    @property
    def loaded_model(self) -> LoadedModel | None:
        return self._loading.loaded_model

    @property
    def loaded_plan(self) -> LoadPlan | None:
        """How the loaded model was wanted; None where that is not known."""
        return self._loading.loaded_plan

    def machine(self) -> tuple[str, tuple[Device, ...]]:
        """As `ModelLoading.machine`."""
        return self._loading.machine()

    @property
    def load_number(self) -> int:
        """Another one for every load: of the model that is loaded, also while the next one is on its way; 0 of none."""
        return self._loading.loaded_number

    def first_word_s(self, conversation_id: ConversationId | None, n_before: int, n_new: int) -> float | None:
        """Return how long the first word of an answer will take; None where nothing is known. `n_before`: tokens of the chat
        before the `n_new` of the message."""
        if conversation_id not in self._cached:
            n_before, n_new = 0, n_before + n_new
        return self.reading_s(n_new, n_before)

    def reading_s(self, n_new: int, depth: int) -> float | None:
        """The same of so many tokens behind others that are reused."""
        return None if self.first_word is None else self.first_word.seconds(n_new, depth)

    @property
    def is_asleep(self) -> bool:
        """Whether the memory of the loaded model is free, until it is asked something."""
        return self._loading.sleep.is_asleep

    @property
    def is_any_answering(self) -> bool:
        return bool(self._answering)

    def is_answering(self, conversation_id: ConversationId) -> bool:
        return conversation_id in self._answering

    def load(self, plan: LoadPlan) -> None:
        """Check the file, then load it in place of what is loaded. Ends in model_loaded or load_failed."""
        self._command(lambda: self._load(plan))

    def free_model_after(self, seconds: float | None) -> None:
        """Let the model fall asleep when nothing was asked of it for so long; None never."""
        self._command(lambda: self._loading.sleep.set_after(seconds))

    def wake(self) -> None:
        """Load the model again if it sleeps: it is going to be asked something."""
        if self.is_asleep:
            self._command(self._wake)

    def cancel_load(self) -> None:
        self._command(self._loading.cancel)  # behind the load it is meant for

    def restart_engine(self) -> None:
        """End the engine and load the model again; what it was saying ends in reply_failed, with what was said kept."""
        self._engine.restart()  # not behind other commands: it is meant for now

    def send(self, conversation_id: ConversationId | None, text: str, settings: Settings) -> None:
        """Ask for an answer to `text`; with None in a new conversation. Ends in reply_started or send_refused."""
        self._command(lambda: self._send(conversation_id, text, settings))

    def regenerate(self, conversation_id: ConversationId, message_id: MessageId, settings: Settings) -> None:
        """Ask for another answer; `message_id` is the answer, or the user's message that has none."""
        self._command(
            lambda: self._begin(
                conversation_id, "", lambda: self._replies.answer_again(conversation_id, message_id, settings)
            )
        )

    def ask_edited(self, conversation_id: ConversationId, message_id: MessageId, text: str, settings: Settings) -> None:
        """Ask another version of the user's message. Ends in reply_started or send_refused."""
        self._command(
            lambda: self._begin(
                conversation_id, text, lambda: self._replies.ask_edited(conversation_id, message_id, text, settings)
            )
        )

    def run_again(self, conversation_id: ConversationId, message_id: MessageId, settings: Settings) -> None:
        """Ask for an answer again as it was made, with its seed. Ends as `regenerate`."""
        self._command(
            lambda: self._begin(
                conversation_id, "", lambda: self._replies.run_again(conversation_id, message_id, settings)
            )
        )

    def continue_answer(self, conversation_id: ConversationId, message_id: MessageId, settings: Settings) -> None:
        """Go on with a cut answer: it is told again from its beginning. Ends as `regenerate`."""
        self._command(
            lambda: self._begin(
                conversation_id, "", lambda: self._replies.continue_answer(conversation_id, message_id, settings)
            )
        )

    def summarise(self, conversation_id: ConversationId, settings: Settings) -> None:
        """Ask for a summary, from which the model goes on. Ends as `regenerate`."""
        self._command(
            lambda: self._begin(conversation_id, "", lambda: self._replies.summarise(conversation_id, settings))
        )

    def stop(self, conversation_id: ConversationId) -> None:
        self._command(lambda: self._stop(conversation_id))

    def view_prompt(self, conversation_id: ConversationId | None, draft: str, settings: Settings) -> None:
        """Ask what the model sees of a conversation and a draft. Ends in prompt_viewed or prompt_view_failed; an answer
        under way is finished first."""
        self._command(lambda: self._view_prompt(conversation_id, draft, settings))

    def count_tokens(self, text: str) -> None:
        """Ask how many tokens a text has. Ends in text_counted; an answer under way is finished first."""
        self._command(lambda: self._count_tokens(text))

    def read_ahead(self, conversation_id: ConversationId | None, draft: str, settings: Settings) -> None:
        """Have the model read a conversation and a draft while nothing else is asked of it. Nothing tells of it."""
        self._command(lambda: self._read_ahead(conversation_id, draft, settings))

    def drop_follow_ups(self) -> None:
        """Ask no more for what could be asked next: the user knows."""
        if self._follow_ups.is_wanted:
            self._command(self._follow_ups.drop)

    def ask_beside(self, request: GenerationRequest, load_number: int, stop: threading.Event) -> Answered:
        """Return an answer that belongs to no chat; it is made while no chat answers. Blocking, for a thread of its own.

        Args:
            stop: Set, followed by `stop_beside`, to have it end as cancelled.

        Raises:
            ModelReplaced: `load_number` is not the one of the loaded model any more.
            Exception: What ended the answer.
        """
        answer: Future[Answered] = Future()
        self._command(lambda: self._ask_beside(request, load_number, answer, stop))
        while True:
            try:
                return answer.result(_CLOSED_AFTER_S)
            except TimeoutError:
                if self._thread.isFinished():  # it came too late to be heard
                    return Answered("", FinishReason.CANCELLED)

    def stop_beside(self) -> None:
        """End that answer."""
        self._command(lambda: self._beside.end(None))

    def take_text(self) -> list[tuple[ConversationId, str, str]]:
        """Return (conversation, "text" | "reasoning", text) of all that was said since the last call."""
        taken = []
        while self._text:
            taken.append(self._text.popleft())
        return taken

    def close(self) -> None:
        """Save what is under way, end the engine and the thread. Blocking, about two seconds at most."""
        if self._is_closing:
            return
        self._is_closing = True
        self._engine.wake()
        self._thread.wait()

    def _command(self, command: Callable[[], None]) -> None:
        self._commands.append(command)
        self._engine.wake()

    # Engine thread

    def _pump(self) -> None:
        try:
            while not self._is_closing:
                self._pump_once()
        finally:
            self._run_commands()  # a message sent just before the end is kept
            self._beside.end(None)
            self._replies.close(time.monotonic())
            if self.first_word is not None:
                self.first_word.keep()
            self._engine.close()

    def _pump_once(self) -> None:
        # One bad event or command must end neither the engine nor the others.
        event, wait_s = None, 1.0
        with bugs_logged():
            now_s = time.monotonic()
            wait_s = min(self._wait_s(now_s), self._tune(now_s))
        with bugs_logged():
            event = self._engine.next_event(wait_s)
        if event is not None:
            self._loading.sleep.use(time.monotonic())
            with bugs_logged():
                if isinstance(event, ModelLoaded):
                    self._cached = set()
                self._loading.handle(event)
                if isinstance(event, QueryAnswered | QueryFailed):
                    self._on_query_ended(event)
            if isinstance(event, Finished):
                self._on_finished(event)
            with bugs_logged():
                self._show(self._replies.handle(event, time.monotonic()))
            with bugs_logged():
                self._beside.handle(event)
                self._ahead.handle(event)
                if self.tuner is not None:
                    self.tuner.handle(event)
                titled = self._titles.handle(event)
                if titled is not None:
                    self.titled.emit(titled.conversation_id, titled.before, titled.title)
                found = self._follow_ups.handle(event)
                if found is not None:
                    self.followed_up.emit(found.conversation_id, found.message_id, found.questions)
        self._run_commands()
        with bugs_logged():
            if self._beside.has_question and not self._answering:
                self._beside.go_on()
            self._show(self._replies.tick(time.monotonic()))

    def _on_finished(self, event: Finished) -> None:
        if event.memory_bytes:
            self.memory_measured.emit(event.memory_bytes)
        with bugs_logged():
            if self.first_word is not None:
                self.first_word.learn(event)

    def _wait_s(self, now_s: float) -> float:
        """Return how long to wait for the engine; where it has nothing to do, it may be asked for a title."""
        tick_s = self._replies.next_tick_s(now_s) or IDLE_S
        if self._is_busy:
            return tick_s
        is_saving = self.tuner is not None and self.tuner.is_saving  # what nobody asked for waits
        for aside in () if is_saving else (self._titles, self._follow_ups):  # one after the other
            wait_s = aside.ask(now_s)
            if aside.is_wanted:
                return min(tick_s, wait_s or IDLE_S)
        return min(tick_s, self._loading.sleep_if_due(now_s))

    @property
    def _is_busy(self) -> bool:
        asked = self._answering or self._beside.has_question or self._views or self._counts
        return bool(asked or self._commands or self._is_closing)

    def _tune(self, now_s: float) -> float:
        if self.tuner is None:
            return IDLE_S
        is_busy = self._is_busy or self._ahead.is_reading or self._titles.is_wanted or self._follow_ups.is_wanted
        return self.tuner.go_on(now_s, None if is_busy else self._loading.sleep.used_s)

    def _run_commands(self) -> None:
        while self._commands:
            self._loading.sleep.use(time.monotonic())
            with bugs_logged():
                self._commands.popleft()()

    def _show(self, updates: list[Update]) -> None:
        for update in updates:
            self._on_update(update)

    def _drop_asides(self) -> None:
        self._titles.drop()
        self._follow_ups.drop()

    def _give_way(self) -> None:
        self._titles.give_way()
        self._follow_ups.give_way()

    def _stop(self, conversation_id: ConversationId) -> None:
        self._drop_asides()
        self._replies.stop(conversation_id)

    def _load(self, plan: LoadPlan) -> None:
        self._drop_asides()
        self._loading.load(plan)

    def _wake(self) -> None:
        if self.is_asleep:
            self._drop_asides()
            self._loading.wake()

    def _send(self, conversation_id: ConversationId | None, text: str, settings: Settings) -> None:
        if conversation_id is None:
            try:
                conversation_id = self._replies.create()
            except StorageError as error:
                self.send_refused.emit(None, text, error)
                return
        self._begin(conversation_id, text, lambda: self._replies.send(conversation_id, text, settings))

    def _begin(self, conversation_id: ConversationId, text: str, ask: Callable[[], list[Update]]) -> None:
        self._ahead.stop()
        self._beside.step_aside()
        self._drop_asides()
        self._wake()
        try:
            updates = ask()
        except Exception as error:
            log.warning("nothing was sent: %r", error, exc_info=not isinstance(error, AppError))
            self.send_refused.emit(conversation_id, text, error)
            return
        self._show(updates)

    def _ask_beside(
        self, request: GenerationRequest, load_number: int, answer: "Future[Answered]", stop: threading.Event
    ) -> None:
        self._wake()
        if load_number != self._loading.load_number:
            answer.set_exception(ModelReplaced())
            return
        self._drop_asides()
        self._beside.take(request, answer)
        if stop.is_set():  # its `stop_beside` may have come before
            self._beside.end(None)

    def _read_ahead(self, conversation_id: ConversationId | None, draft: str, settings: Settings) -> None:
        if self._answering or self._beside.has_question or self.loaded_model is None:
            return
        if self.tuner is not None and self.tuner.is_saving:
            return
        try:
            messages = self._replies.messages_to_view(conversation_id, draft, settings)
        except (AppError, KeyError) as error:
            log.info("nothing is read ahead: %r", error)
            return
        if messages:
            request = settings.request(GenerationId(uuid4().hex), messages)
            if request.sampling.seed is not None:
                return  # how a prompt is cut into pieces changes the last digits: an answer with a seed would depend on the typing
            name = kv_name(conversation_id) if conversation_id is not None else ""
            self._ahead.ask(replace(request, is_ahead=True, keep_as=name))

    def _view_prompt(self, conversation_id: ConversationId | None, draft: str, settings: Settings) -> None:
        query_id = QueryId(uuid4().hex)
        try:
            messages = self._replies.messages_to_view(conversation_id, draft, settings)
            if not messages:
                self.prompt_viewed.emit(conversation_id, PromptView((), (), ()), ())
                return
            self._give_way()
            self._wake()
            self._engine.ask(ViewPrompt(query_id, messages))
        except Exception as error:
            log.warning("a prompt cannot be shown: %r", error, exc_info=not isinstance(error, AppError))
            self.prompt_view_failed.emit(conversation_id, error)
            return
        self._views[query_id] = (conversation_id, messages)

    def _count_tokens(self, text: str) -> None:
        if self.is_asleep:  # not worth waking it for; all is counted when it is back
            self.text_counted.emit(text, -1)
            return
        query_id = QueryId(uuid4().hex)
        self._counts[query_id] = text
        self._give_way()
        try:
            self._engine.ask(TokenizeText(query_id, text))
        except AppError:
            self.text_counted.emit(self._counts.pop(query_id), -1)

    def _on_query_ended(self, event: QueryAnswered | QueryFailed) -> None:
        if event.id in self._counts:
            answer = event.answer if isinstance(event, QueryAnswered) else None
            self.text_counted.emit(self._counts.pop(event.id), len(answer.ids) if isinstance(answer, Tokens) else -1)
            return
        asked = self._views.pop(event.id, None)
        if asked is None:
            return
        conversation_id, messages = asked
        if isinstance(event, QueryAnswered):
            self.prompt_viewed.emit(conversation_id, event.answer, messages)
        else:
            self.prompt_view_failed.emit(conversation_id, event.error)

    def _on_update(self, update: Update) -> None:
        match update:
            case ReplyText(conversation_id=conversation_id, text=text, is_reasoning=is_reasoning):
                self._text.append((conversation_id, "reasoning" if is_reasoning else "text", text))
            case ReplyStarted(conversation_id=conversation_id, branch=branch):
                self._answering |= {conversation_id}
                self.reply_started.emit(conversation_id, branch)
            case PromptRead(conversation_id=conversation_id, progress=progress):
                self.prompt_progressed.emit(conversation_id, progress)
            case ReplyEnded():
                self._on_reply_ended(update)
            case QuestionReturned(conversation_id=conversation_id, branch=branch, text=text, error=error):
                self.question_returned.emit(conversation_id, branch, text, error)
            case SavingFailed(error=error):
                self.saving_failed.emit(error)
            case SavingResumed():
                self.saving_resumed.emit()

    def _on_reply_ended(self, update: ReplyEnded) -> None:
        self._answering -= {update.conversation_id}
        if update.error is None:
            self._cached.add(update.conversation_id)
        if update.wish is not None and self.loaded_model is not None:
            self._titles.want(update.wish, self.loaded_model.n_params)
        if update.follow_up is not None and self.loaded_model is not None:
            self._follow_ups.want(update.follow_up)
        if update.error is None:
            self.reply_finished.emit(update.conversation_id, update.message)
        else:
            # Asked of a model that did not come back from its sleep: why it did not is what matters.
            is_unready = isinstance(update.error, EngineNotReady) and self._loading.load_error is not None
            self.reply_failed.emit(
                update.conversation_id, update.message, self._loading.load_error if is_unready else update.error
            )


class _PumpThread(QThread):
    def __init__(self, pump: Callable[[], None]) -> None:
        super().__init__()
        self._pump = pump

    def run(self) -> None:
        self._pump()
