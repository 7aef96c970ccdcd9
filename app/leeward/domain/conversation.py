# SPDX-License-Identifier: Apache-2.0
"""A conversation is a tree of messages: siblings are versions, and the conversation points at its current leaf."""

import enum
from dataclasses import dataclass

from leeward.domain.bounds import Count
from leeward.domain.generation import FinishReason, Receipt, Role, Timings, Usage
from leeward.domain.ids import ConversationId, MessageId


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
    """

    id: ConversationId
    title: str
    leaf_id: MessageId | None
    draft: str
    created_at_s: float
    updated_at_s: float
    ordinal: int
    deleted_at_s: float | None = None


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One conversation that matches, with the piece of text that does. Matches stand between \x02 and \x03."""

    conversation_id: ConversationId
    message_id: MessageId | None
    title: str
    snippet: str
