# SPDX-License-Identifier: Apache-2.0
"""The shape of a conversation: which messages are versions of one another, and which branches there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from leeward.domain.generation import Role
from leeward.domain.ids import ConversationId, MessageId

Versions = Mapping[MessageId, tuple[MessageId, ...]]
"""All messages that answer or follow the same one, oldest first, by each of them. A message without others is not in it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A message by its first words."""

    id: MessageId
    parent_id: MessageId | None
    role: Role
    words: str


@dataclass(frozen=True, slots=True)
class Deletion:
    """What was taken out of a conversation; the bin holds it as a conversation of its own.

    Attributes:
        bin_id: The conversation in the bin.
        message_id: The first message that was taken out.
        parent_id: What it followed.
        leaf_id: What was shown before.
    """

    conversation_id: ConversationId
    bin_id: ConversationId
    message_id: MessageId
    parent_id: MessageId | None
    leaf_id: MessageId


@dataclass(slots=True)
class Branch:
    """Messages in a row up to where the conversation goes on in more than one way, or ends.

    Attributes:
        first: The message it begins with.
        n_messages: How many there are in the row.
        is_shown: Whether the conversation is shown along it.
        branches: How it goes on.
    """

    first: Heading
    n_messages: int = 1
    is_shown: bool = False
    branches: list["Branch"] = field(default_factory=list)


def branches_of(headings: Iterable[Heading], leaf_id: MessageId | None) -> list[Branch]:
    """Return the branches that begin a conversation, each with those that go on from it.

    Args:
        headings: Of all messages, parents before children. A parent that is missing counts as none.
        leaf_id: The end of the branch that is shown.
    """
    by_id = {heading.id: heading for heading in headings}
    children: dict[MessageId | None, list[Heading]] = {}
    for heading in by_id.values():
        parent_id = heading.parent_id if heading.parent_id in by_id else None
        children.setdefault(parent_id, []).append(heading)
    shown = set()
    while leaf_id is not None and leaf_id in by_id:
        shown.add(leaf_id)
        leaf_id = by_id[leaf_id].parent_id
    tops = [Branch(heading, is_shown=heading.id in shown) for heading in children.get(None, [])]
    waiting = list(tops)
    while waiting:
        branch = waiting.pop()
        below = children.get(branch.first.id, [])
        while len(below) == 1:
            branch.n_messages += 1
            below = children.get(below[0].id, [])
        branch.branches = [Branch(heading, is_shown=heading.id in shown) for heading in below]
        waiting += branch.branches
    return tops
