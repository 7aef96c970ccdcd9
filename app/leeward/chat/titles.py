# SPDX-License-Identifier: Apache-2.0
"""Titles of conversations: the first words at once, and what the model calls it where that costs the conversation nothing.

The model is asked beside the conversation it has just read: see `chat/aside`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from leeward.chat.aside import Asides
from leeward.domain.attachment import split_attachments
from leeward.domain.conversation import Message, MessageStatus
from leeward.domain.errors import AppError
from leeward.domain.generation import ChatMessage, FinishReason, GenerationRequest, Role, Sampling
from leeward.domain.ids import ConversationId, GenerationId
from leeward.domain.settings import TitleChoice
from leeward.engine.protocol import Engine, EngineEvent
from leeward.storage.conversations import Conversations

MAX_CHARACTERS = 60
TITLE_REQUEST = "Give this conversation a title of at most six words, in its language. Write the title only, on one line, without quotes."
MAX_TITLE_TOKENS = 24
MIN_PARAMS = 1_000_000_000
"""Of a model that is asked by itself. The starter (135 million) was tried on ten conversations: see docs/decisions/0026. Where
between the two models become good enough was not measured."""

_MAX_ANSWERS = 3  # a title that was in the way of something is made behind a later answer; behind this many no more
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


class Titles(Asides[TitleWish]):
    """Asks for the title of the chat that was answered last."""

    def __init__(self, engine: Engine, conversations: Conversations) -> None:
        super().__init__(engine)
        self._conversations = conversations
        self._tried: set[ConversationId] = set()  # the model had its say

    def want(self, wish: TitleWish, n_params: int) -> None:
        """Ask for this one when it has become quiet. `n_params`: of the model that answered."""
        is_able = wish.choice is TitleChoice.MODEL or n_params >= MIN_PARAMS
        if is_able and wish.conversation_id not in self._tried:
            self._want(wish)

    def _request(self, wish: TitleWish) -> GenerationRequest | None:
        try:
            is_unnamed = self._conversations.get(wish.conversation_id).title == wish.title
        except (AppError, KeyError):
            return None
        return wish.asked() if is_unnamed else None

    def handle(self, event: EngineEvent) -> Titled | None:
        """Return the title when it is there."""
        ended = self._ended(event)
        if ended is None:
            return None
        wish = ended.wish
        self._tried.add(wish.conversation_id)
        title = cleaned_title(ended.text) if ended.reason is FinishReason.STOP else ""
        return Titled(wish.conversation_id, wish.title, title) if title and title != wish.title else None
