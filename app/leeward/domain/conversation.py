# SPDX-License-Identifier: Apache-2.0
"""A conversation is a tree of messages: siblings are versions, and the conversation points at its current leaf."""

import enum
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from leeward.domain.bounds import Count, Seconds
from leeward.domain.generation import FinishReason, Receipt, Role, Timings, Usage
from leeward.domain.ids import ConversationId, FolderId, MessageId

FIRST_TEMPORARY_ID: Final = 1 << 48
"""Ids from here on, of conversations and of messages, are of temporary chats: they are in memory only."""

_MAX_TAG_CHARACTERS: Final = 40


class MessageStatus(enum.StrEnum):
    """How far a message has come.

    PARTIAL -> COMPLETE | INTERRUPTED. A user's message is COMPLETE from the start.
    """

    PARTIAL = "partial"  # being written, or the program ended in the middle (becomes INTERRUPTED at the next start)
    COMPLETE = "complete"
    INTERRUPTED = "interrupted"  # stopped by the user, by a dead engine or by the end of the program; the text is kept


@dataclass(frozen=True, slots=True)
class ReplyDetails:
    """What is kept with an answer besides its text. Parts are None while the answer is being written.

    Attributes:
        model_name: Who answered in another program; where there is a receipt, that says it.
        is_edited: The user wrote at least a part of the text. The receipt is that of the version it was made from.
        n_seen: How many messages before this one were in the model's memory, the system prompt aside: older ones had left it,
            because the context was full. None when it was shown everything.
        is_summary: It stands for older messages from here on, and was made from those; `n_seen` is what is seen behind it.
        n_continued: How often a cut answer was gone on with. Usage counts the tokens of all parts, timings are of the last.
        form: `GenerationRequest.form` of what was asked.
        reasoning_s: From the first word of the reasoning to the first of the answer; 0 means none, or not measured.
    """

    finish_reason: FinishReason | None = None
    usage: Usage | None = None
    timings: Timings | None = None
    receipt: Receipt | None = None
    model_name: str = ""
    is_edited: bool = False
    n_continued: int = 0
    n_seen: Count | None = None
    is_summary: bool = False
    reasoning_s: Seconds = 0.0
    form: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    id: MessageId
    conversation_id: ConversationId
    parent_id: MessageId | None
    role: Role
    status: MessageStatus
    content: str
    reasoning: str
    created_at_s: float
    details: ReplyDetails | None = None

    @property
    def is_cut(self) -> bool:
        """Whether this is an answer that ended before the model had ended it."""
        if self.role is not Role.ASSISTANT or self.status is MessageStatus.PARTIAL:
            return False
        reason = self.details.finish_reason if self.details is not None else None
        return self.status is MessageStatus.INTERRUPTED or reason is FinishReason.LENGTH


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation without its messages.

    Attributes:
        title: Empty until the first message.
        leaf_id: The newest message of the branch that is shown; None when there is no message.
        draft: What the user has typed and not sent.
        updated_at_s: Unix time of the last message; for grouping by date only, order goes by `ordinal`.
        ordinal: Grows with every message of any conversation: the order of the sidebar, immune to a wrong clock.
        deleted_at_s: Unix time it went to the bin; None when it is not there.
        folder_id: The folder it lies in; None when it lies in none.
        is_archived: Kept and found by search, but not in the list.
        tags: As `tags_from` gives them.
    """

    id: ConversationId
    title: str
    leaf_id: MessageId | None
    draft: str
    created_at_s: float
    updated_at_s: float
    ordinal: int
    deleted_at_s: float | None = None
    folder_id: FolderId | None = None
    is_pinned: bool = False
    is_archived: bool = False
    tags: tuple[str, ...] = ()

    @property
    def is_temporary(self) -> bool:
        """Whether it is in memory only and ends with the program."""
        return is_temporary(self.id)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of conversations. `is_open`: whether the list shows what is in it."""

    id: FolderId
    name: str
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One conversation that matches, with the piece of text that does. Matches stand between \x02 and \x03.

    `message_id` is None where only the title matches.
    """

    conversation_id: ConversationId
    message_id: MessageId | None
    title: str
    snippet: str


def is_temporary(conversation_id: ConversationId | None) -> bool:
    return conversation_id is not None and conversation_id >= FIRST_TEMPORARY_ID


def tags_from(text: str) -> tuple[str, ...]:
    """Return the tags that are typed in `text`: small letters, each once, in order.

    >>> tags_from("#Work, trips work")
    ('work', 'trips')
    """
    words = (word.lstrip("#").casefold()[:_MAX_TAG_CHARACTERS] for word in text.replace(",", " ").split())
    return tuple(dict.fromkeys(word for word in words if word))


def split_tags(query: str, known: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """Return the words of a search and the beginnings of tags ("#wor") in it.

    What begins no known tag is a word: "#include" is looked for as text.
    """
    words: list[str] = []
    tags: list[str] = []
    for word in query.split():
        begin = word[1:].casefold() if word.startswith("#") else ""
        is_tag = bool(begin) and any(tag.startswith(begin) for tag in known)
        (tags if is_tag else words).append(begin if is_tag else word)
    return " ".join(words), tuple(tags)
