# SPDX-License-Identifier: Apache-2.0
"""Titles of conversations: the first words at once, and what the model calls it where that costs the conversation nothing.

The model is asked beside the conversation it has just read (`GenerationRequest.is_aside`), when nothing else waits, and never
stands in the way: whatever else is wanted of the engine ends it.
"""

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from leeward.domain.attachment import split_attachments
from leeward.domain.conversation import Message, MessageStatus
from leeward.domain.errors import AppError
from leeward.domain.generation import ChatMessage, FinishReason, GenerationRequest, Role, Sampling
from leeward.domain.ids import ConversationId, GenerationId
from leeward.domain.settings import TitleChoice
from leeward.engine.protocol import Engine, EngineEvent, Finished, GenerationFailed, TextAppended
from leeward.storage.conversations import Conversations

log = logging.getLogger(__name__)

MAX_CHARACTERS = 60
TITLE_REQUEST = "Give this conversation a title of at most six words, in its language. Write the title only, on one line, without quotes."
MAX_TITLE_TOKENS = 24
MIN_PARAMS = 1_000_000_000
"""Of a model that is asked by itself. The starter (135 million) was tried on ten conversations: see docs/decisions/0026. Where
between the two models become good enough was not measured."""

QUIET_S = 1.0
"""So long nothing else was wanted before a title is asked for: what was said and what is typed is counted first."""

_MAX_ANSWERS = 3  # a title that was in the way of something is made behind a later answer; behind this many no more
_MAX_TRIES = 3  # of one wish: what is typed is counted by the engine, which ends it each time
_THINKING = re.compile(r"<think>.*?</think>", re.DOTALL)
_SPACES = re.compile(r"[^\S\n]+")
_MARKS = re.compile(r"^[\s#>*_`-]+|[\s*_`]+$")
_LABEL = re.compile(r"^(?:title|titel|titre|título|titolo|标题|標題)\s*[:：]\s*", re.IGNORECASE)  # noqa: RUF001  as Chinese writes it
_QUOTES = {'"': '"', "'": "'", "“": "”", "„": "“", "‘": "’", "«": "»", "「": "」", "《": "》"}  # noqa: RUF001  other ones
_NO_TITLE = re.compile(r"[<>\[\]{}|]")  # what a template or a form left behind


def title_from(text: str) -> str:
    """Return the first line of `text` that says something, cut at a word; the name of a file that is sent alone.

    >>> title_from("\\n  # Plan a trip to Lisbon\\nfor three days")
    'Plan a trip to Lisbon'
    """
    attachments, typed = split_attachments(text)
    if attachments and not typed.strip():
        typed = attachments[0].name
    lines = (" ".join(line.split()).lstrip("#>*-` ") for line in typed.splitlines())
    line = next((line for line in lines if line), "")
    if len(line) <= MAX_CHARACTERS:
        return line
    cut = line[: MAX_CHARACTERS - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}…"


def cleaned_title(answer: str) -> str:
    """Return the title in what a model answered, without what it put around it; "" for what is none.

    >>> cleaned_title('**Title: "A Trip to Lisbon."**')
    'A Trip to Lisbon'
    """
    text, before = _SPACES.sub(" ", _THINKING.sub("", answer)), None
    while text != before:
        before = text
        text = _without_quotes(_LABEL.sub("", _MARKS.sub("", text)))
        text = text[:-1] if text.endswith(".") and not text.endswith("..") else text
    is_title = len(text) <= MAX_CHARACTERS and text.isprintable() and any(each.isalnum() for each in text)
    return text if is_title and not _NO_TITLE.search(text) else ""


def _without_quotes(text: str) -> str:
    inside, close = text[1:-1], _QUOTES.get(text[:1])
    is_quoted = close is not None and text.endswith(close) and close not in inside and text[0] not in inside
    return inside if is_quoted else text


@dataclass(frozen=True, slots=True)
class TitleWish:
    """A conversation that the model could name.

    Attributes:
        title: As long as it has this one, which is its first words, nobody has named it.
        choice: Which models may name it.
        request: What its last answer was made from.
        answer: That answer.
    """

    conversation_id: ConversationId
    title: str
    choice: TitleChoice
    request: GenerationRequest
    answer: str

    def asked(self) -> GenerationRequest:
        """Return what the model is asked."""
        said = (ChatMessage(Role.ASSISTANT, self.answer), ChatMessage(Role.USER, TITLE_REQUEST))
        return GenerationRequest(
            GenerationId(uuid4().hex),
            (*self.request.messages, *said),
            Sampling(temperature=0, repeat_penalty=1.0),
            MAX_TITLE_TOKENS,
            options=replace(self.request.options, is_reasoning=False),
            tool_choice="none",
            adapters=self.request.adapters,
            is_aside=True,
        )


def title_wish(
    branch: Sequence[Message], request: GenerationRequest, answer: Message, choice: TitleChoice
) -> TitleWish | None:
    """Return the wish for a title behind an answer that has ended; None where none is wanted.

    `branch`: the conversation up to the message that was answered, which may be one of the first few.
    """
    is_whole = answer.status is MessageStatus.COMPLETE and bool(answer.content.strip())
    first = next((message for message in branch if message.role is Role.USER), None)
    n_answers = sum(message.role is Role.ASSISTANT for message in branch)
    if choice is TitleChoice.WORDS or not is_whole or first is None or n_answers >= _MAX_ANSWERS:
        return None
    return TitleWish(answer.conversation_id, title_from(first.content), choice, request, answer.content)


@dataclass(frozen=True, slots=True)
class Titled:
    """The model has named a conversation. `before`: the title in the place of which this one may come."""

    conversation_id: ConversationId
    before: str
    title: str


class Titles:
    """Asks for one title at a time, that of the chat that was answered last. Everything on the thread that pumps the engine."""

    def __init__(self, engine: Engine, conversations: Conversations) -> None:
        self._engine = engine
        self._conversations = conversations
        self._wish: TitleWish | None = None
        self._n_tries = 0
        self._quiet_since_s: float | None = None  # None: it begins with the next look
        self._asked: GenerationId | None = None
        self._text: list[str] = []
        self._tried: set[ConversationId] = set()  # the model had its say

    @property
    def is_wanted(self) -> bool:
        """Whether there is a wish, asked for or not."""
        return self._wish is not None

    def want(self, wish: TitleWish, n_params: int) -> None:
        """Ask for this one when it has become quiet. `n_params`: of the model that answered."""
        is_able = wish.choice is TitleChoice.MODEL or n_params >= MIN_PARAMS
        if is_able and wish.conversation_id not in self._tried:
            self._wish, self._n_tries, self._quiet_since_s = wish, 0, None

    def ask(self, now_s: float) -> float | None:
        """Ask, where there is a wish and it was quiet for long enough. Call while the engine has nothing else to do.

        Returns in how many seconds to call again; None when there is no wish, or it is asked for.
        """
        if self._wish is None or self._asked is not None:
            return None
        self._quiet_since_s = now_s if self._quiet_since_s is None else self._quiet_since_s
        if now_s - self._quiet_since_s < QUIET_S:
            return max(0.01, self._quiet_since_s + QUIET_S - now_s)
        self._ask(self._wish)
        return None

    def _ask(self, wish: TitleWish) -> None:
        if self._n_tries >= _MAX_TRIES or not self._is_unnamed(wish):
            self._wish = None
            return
        self._n_tries += 1
        request = wish.asked()
        try:
            self._engine.generate(request)
        except AppError:  # longer than a message to the engine may be
            self._wish = None
            return
        self._asked, self._text = request.id, []

    def _is_unnamed(self, wish: TitleWish) -> bool:
        try:
            return self._conversations.get(wish.conversation_id).title == wish.title
        except (AppError, KeyError):
            return False

    def give_way(self) -> None:
        """Let something else pass; it is asked for once more when it is quiet again."""
        self._quiet_since_s = None
        if self._asked is not None:
            self._engine.cancel(self._asked)
            self._asked = None

    def drop(self) -> None:
        """Let something else pass that moves what the model has read; ask no more."""
        self.give_way()
        self._wish = None

    def handle(self, event: EngineEvent) -> Titled | None:
        """Return the title when it is there."""
        match event:
            case TextAppended(id=generation_id, text=text) if generation_id == self._asked:
                self._text.append(text)
            case Finished(id=generation_id, reason=reason) if generation_id == self._asked:
                return self._on_ended(is_whole=reason is FinishReason.STOP)
            case GenerationFailed(id=generation_id, error=error) if generation_id == self._asked:
                log.info("no title by the model: %s", type(error).__name__)
                self._on_ended(is_whole=False)
        return None

    def _on_ended(self, *, is_whole: bool) -> Titled | None:
        wish, self._wish, self._asked = self._wish, None, None
        title = cleaned_title("".join(self._text)) if is_whole else ""
        if wish is None:
            return None
        self._tried.add(wish.conversation_id)
        return Titled(wish.conversation_id, wish.title, title) if title and title != wish.title else None
