# SPDX-License-Identifier: Apache-2.0
"""What could be asked next: up to three short questions that the model proposes behind its answer, beside the conversation."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import uuid4

from leeward.chat.aside import Asides
from leeward.domain.conversation import Message, MessageStatus
from leeward.domain.generation import ChatMessage, FinishReason, GenerationRequest, Role, Sampling
from leeward.domain.ids import ConversationId, GenerationId, MessageId
from leeward.engine.protocol import EngineEvent

FOLLOW_UP_REQUEST = (
    "Write three short questions that I could ask you next about this, in the language of this conversation. "
    "Put each on a line of its own, without numbers, and write nothing else."
)
MAX_QUESTIONS = 3
MAX_CHARACTERS = 90
MAX_TOKENS = 96

_MIN_LETTERS = 3
_THINKING = re.compile(r"<think>.*?</think>", re.DOTALL)
_BEFORE = re.compile(r"^[\s#>*_`•–-]*(?:\(?\d{1,2}[.):]\s*)?[\s*_`\"“„«「]*")  # noqa: RUF001  other dashes and quotes
_BEHIND = re.compile(r"[\s*_`\"”“»」]+$")
_NO_QUESTION = re.compile(r"[<>\[\]{}|]|[.!?…:]\s|[。！？].")  # noqa: RUF001  left by a template, or more than one sentence
_MARKS = ("?", "？", "؟")  # noqa: RUF001  as Chinese and Arabic write it


@dataclass(frozen=True, slots=True)
class FollowUpWish:
    """An answer behind which questions may be proposed.

    Attributes:
        request: What it was made from.
    """

    conversation_id: ConversationId
    message_id: MessageId
    request: GenerationRequest
    answer: str

    def asked(self) -> GenerationRequest:
        """Return what the model is asked."""
        said = (ChatMessage(Role.ASSISTANT, self.answer), ChatMessage(Role.USER, FOLLOW_UP_REQUEST))
        return GenerationRequest(
            GenerationId(uuid4().hex),
            (*self.request.messages, *said),
            Sampling(temperature=0, repeat_penalty=1.0),
            MAX_TOKENS,
            options=replace(self.request.options, is_reasoning=False),
            tool_choice="none",
            adapters=self.request.adapters,
            is_aside=True,
        )

    @property
    def said(self) -> tuple[str, ...]:
        """What was said in the conversation, in which no proposal may be found again."""
        return (*(message.content for message in self.request.messages), self.answer)


def follow_up_wish(request: GenerationRequest, answer: Message) -> FollowUpWish | None:
    """Return the wish behind an answer that has ended; None behind one that was cut or says nothing."""
    is_whole = answer.status is MessageStatus.COMPLETE and bool(answer.content.strip())
    return FollowUpWish(answer.conversation_id, answer.id, request, answer.content) if is_whole else None


def follow_ups_in(answer: str, said: Iterable[str], *, is_cut: bool) -> tuple[str, ...]:
    """Return the questions in what a model answered; small models write much else, which is dropped.

    `said`: texts in which none of them may stand. `is_cut`: the last line may not be whole.

    >>> follow_ups_in("1. What is a keel?\\n2. **What is a keel?**\\nSure! Here:\\n- Why does it heel?", [], is_cut=False)
    ('What is a keel?', 'Why does it heel?')
    """
    lines = _THINKING.sub("", answer).splitlines()
    known = " ".join(_bare(text) for text in said)
    questions: dict[str, str] = {}
    for line in lines[:-1] if is_cut else lines:
        question = " ".join(_BEHIND.sub("", _BEFORE.sub("", line)).split())
        bare = _bare(question)
        if _is_question(question, bare) and bare not in known:
            questions.setdefault(bare, question)
    return tuple(questions.values())[:MAX_QUESTIONS]


def _is_question(text: str, bare: str) -> bool:
    is_short = len(text) <= MAX_CHARACTERS and len(bare) >= _MIN_LETTERS
    return is_short and text.endswith(_MARKS) and text.isprintable() and not _NO_QUESTION.search(text)


def _bare(text: str) -> str:
    """Return the letters and digits alone, to compare."""
    return "".join(each for each in text.casefold() if each.isalnum())


@dataclass(frozen=True, slots=True)
class FollowUpsFound:
    """The model has proposed what could be asked behind an answer."""

    conversation_id: ConversationId
    message_id: MessageId
    questions: tuple[str, ...]


class FollowUps(Asides[FollowUpWish]):
    """Asks for questions behind the answer that ended last."""

    def want(self, wish: FollowUpWish) -> None:
        """Ask for them when it has become quiet."""
        self._want(wish)

    def _request(self, wish: FollowUpWish) -> GenerationRequest:
        return wish.asked()

    def handle(self, event: EngineEvent) -> FollowUpsFound | None:
        """Return the questions when they are there."""
        ended = self._ended(event)
        if ended is None or ended.reason not in (FinishReason.STOP, FinishReason.LENGTH):
            return None
        is_cut = ended.reason is FinishReason.LENGTH
        questions = follow_ups_in(ended.text, ended.wish.said, is_cut=is_cut)
        return FollowUpsFound(ended.wish.conversation_id, ended.wish.message_id, questions) if questions else None
