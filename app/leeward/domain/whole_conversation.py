# SPDX-License-Identifier: Apache-2.0
"""A conversation with all its branches, free of the ids of any one database: what is exported and imported."""

import math
from dataclasses import dataclass

from leeward.domain.conversation import MessageStatus, ReplyDetails
from leeward.domain.generation import Role


@dataclass(frozen=True, slots=True)
class WholeMessage:
    """One message of a WholeConversation.

    Attributes:
        parent: The place of the message it follows, always a smaller one; None for a first message.
        status: Never PARTIAL: an answer that is still being written is taken along as INTERRUPTED.
    """

    parent: int | None
    role: Role
    content: str
    created_at_s: float
    reasoning: str = ""
    status: MessageStatus = MessageStatus.COMPLETE
    details: ReplyDetails | None = None

    def __post_init__(self) -> None:
        if self.status is MessageStatus.PARTIAL:
            raise ValueError("a message cannot be partial")
        _check_time(self.created_at_s)


@dataclass(frozen=True, slots=True)
class WholeConversation:
    """All of one conversation. Two are equal when they are the same tree with the same texts.

    Attributes:
        messages: In the order they were written, so parents before children and older versions before newer ones.
        leaf: The place of the message at the end of the branch that is shown; None shows none.
        draft: What was typed and not sent.
        folder: The name of the folder it lies in, one line; empty when it lies in none.
        is_archived: Kept and found by search, but not in the list.
        tags: As `tags_from` gives them.
    """

    title: str
    messages: tuple[WholeMessage, ...]
    leaf: int | None
    created_at_s: float
    updated_at_s: float
    draft: str = ""
    folder: str = ""
    is_pinned: bool = False
    is_archived: bool = False
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _check_time(self.created_at_s)
        _check_time(self.updated_at_s)
        if self.leaf is not None and not 0 <= self.leaf < len(self.messages):
            raise ValueError("the message that is shown does not exist")
        for place, message in enumerate(self.messages):
            if message.parent is not None and not 0 <= message.parent < place:
                raise ValueError("a message does not come after the one it follows")

    def branch(self) -> list[WholeMessage]:
        """Return the messages that are shown, oldest first."""
        shown: list[WholeMessage] = []
        place = self.leaf
        while place is not None:
            shown.append(self.messages[place])
            place = self.messages[place].parent
        return shown[::-1]


def _check_time(time_s: float) -> None:
    if not math.isfinite(time_s):
        raise ValueError("a time is not a number")
