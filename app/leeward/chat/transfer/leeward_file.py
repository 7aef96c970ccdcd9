# SPDX-License-Identifier: Apache-2.0
"""Leeward's own file of conversations: JSON that comes back without loss. docs/conversation-format.md describes it."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Final

import msgspec

from leeward import __version__
from leeward.chat.transfer.found import MAX_MESSAGES, Found, Refused, text_of, title_of
from leeward.domain.conversation import MessageStatus, ReplyDetails, tags_from
from leeward.domain.generation import Role
from leeward.domain.whole_conversation import WholeConversation, WholeMessage

FORMAT: Final = "leeward-conversations"
VERSION: Final = 1

# Up to the year 10000 and as far before 1970: what calendars can show.
_Time = Annotated[float, msgspec.Meta(ge=-253_402_300_800, lt=253_402_300_800)]


class _Message(msgspec.Struct, frozen=True):
    id: int
    parent_id: int | None
    role: Role
    status: MessageStatus
    created_at_s: _Time
    content: str
    reasoning: str = ""
    details: ReplyDetails | None = None


class _Conversation(msgspec.Struct, frozen=True):
    title: str
    created_at_s: _Time
    updated_at_s: _Time
    leaf_id: int | None
    messages: list[_Message]
    draft: str = ""
    folder: str = ""
    is_pinned: bool = False
    is_archived: bool = False
    tags: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True):
    format: str
    version: int
    conversations: list[msgspec.Raw]


def written(conversations: Iterable[WholeConversation], exported_at_s: float) -> Iterator[bytes]:
    """Give the file in pieces, one conversation a piece."""
    head = {"format": FORMAT, "version": VERSION, "program": f"Leeward {__version__}", "exported_at_s": exported_at_s}
    yield msgspec.json.encode(head)[:-1] + b',"conversations":['
    for number, whole in enumerate(conversations):
        encoded = msgspec.json.encode(_to_file(whole))
        yield (b",\n" if number else b"\n") + msgspec.json.format(encoded, indent=1)
    yield b"\n]}\n"


def entries_of(data: bytes | bytearray | msgspec.Raw) -> list[msgspec.Raw] | None:
    """Return the conversations of a file, None when it is another kind of file. Raises Refused."""
    try:
        head = msgspec.json.decode(data, type=_Head)
    except (ValueError, RecursionError):
        return None
    if head.format != FORMAT:
        return None
    if head.version != VERSION:
        raise Refused(f"it is of version {head.version} of Leeward's format, and this Leeward knows version {VERSION}")
    try:
        return msgspec.json.decode(data, type=_File).conversations
    except (ValueError, RecursionError) as error:
        raise Refused(f"it is damaged ({error})") from error


class _Head(msgspec.Struct, frozen=True):
    format: str
    version: int


def read(data: msgspec.Raw) -> Found:
    """Return one conversation. Raises Refused."""
    try:
        return Found(_from_file(msgspec.json.decode(data, type=_Conversation)))
    except (ValueError, RecursionError) as error:  # msgspec's are ValueErrors; none holds a text of the conversation
        raise Refused(str(error)) from error


def _to_file(whole: WholeConversation) -> _Conversation:
    return _Conversation(
        title=whole.title,
        created_at_s=whole.created_at_s,
        updated_at_s=whole.updated_at_s,
        leaf_id=whole.leaf,
        draft=whole.draft,
        folder=whole.folder,
        is_pinned=whole.is_pinned,
        is_archived=whole.is_archived,
        tags=whole.tags,
        messages=[
            _Message(
                id=place,
                parent_id=message.parent,
                role=message.role,
                status=message.status,
                created_at_s=message.created_at_s,
                content=message.content,
                reasoning=message.reasoning,
                details=message.details,
            )
            for place, message in enumerate(whole.messages)
        ],
    )


def _from_file(conversation: _Conversation) -> WholeConversation:
    if len(conversation.messages) > MAX_MESSAGES:
        raise Refused(f"it has more than {MAX_MESSAGES:,} messages")
    places: dict[int | None, int | None] = {None: None}
    messages: list[WholeMessage] = []
    for message in conversation.messages:
        if message.id in places:
            raise Refused("two of its messages have the same id")
        if message.parent_id not in places:
            raise Refused("a message in it stands before the one it follows")
        places[message.id] = len(messages)
        messages.append(
            WholeMessage(
                parent=places[message.parent_id],
                role=message.role,
                content=text_of(message.content),
                created_at_s=message.created_at_s,
                reasoning=text_of(message.reasoning),
                status=message.status,
                details=message.details,
            )
        )
    if conversation.leaf_id not in places:
        raise Refused("the message that is shown is not in it")
    return WholeConversation(
        title=text_of(conversation.title),
        messages=tuple(messages),
        leaf=places[conversation.leaf_id],
        created_at_s=conversation.created_at_s,
        updated_at_s=conversation.updated_at_s,
        draft=text_of(conversation.draft),
        folder=title_of(conversation.folder),
        is_pinned=conversation.is_pinned,
        is_archived=conversation.is_archived,
        tags=tags_from(text_of(" ".join(conversation.tags))),
    )
