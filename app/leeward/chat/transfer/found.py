# SPDX-License-Identifier: Apache-2.0
"""What a reader makes of one conversation in a foreign file: a whole conversation, and what had to stay behind."""

import heapq
import re
from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from leeward.chat.titles import title_from
from leeward.domain.conversation import MessageStatus, ReplyDetails
from leeward.domain.generation import Role
from leeward.domain.whole_conversation import WholeConversation, WholeMessage
from leeward.storage.database import storable

MAX_MESSAGES = 100_000
MAX_TEXT_CHARS = 16 * 1024**2
MAX_TITLE_CHARS = 500
_LATEST_S = 253_402_300_800.0  # the year 10000, which no calendar of Python shows
_IN_MS_FROM = 1e11  # as seconds the year 5138, as milliseconds 1973

# What is counted as left out, by the word for one of it.
PICTURE = "picture"
SOUND = "sound or video"
ATTACHMENT = "attached file"
TOOL_STEP = "step of a tool"
INSTRUCTIONS = "note about the user"
UNKNOWN_PART = "part of an unknown kind"
PLURALS = {
    PICTURE: "pictures",
    SOUND: "sounds or videos",
    ATTACHMENT: "attached files",
    TOOL_STEP: "steps of tools",
    INSTRUCTIONS: "notes about the user",
    UNKNOWN_PART: "parts of an unknown kind",
}

_THINKING = re.compile(r"\s*<think(?:ing)?>(.*?)</think(?:ing)?>\s*", re.DOTALL)

Omitted = Counter[str]


class Refused(Exception):
    """One conversation cannot be taken in. The text says why, in English, without a full stop."""


@dataclass(frozen=True, slots=True)
class Found:
    """One conversation of a file.

    Attributes:
        omitted: How many parts of which kind were left out.
        is_dated: The file says when it was begun.
    """

    whole: WholeConversation
    omitted: Omitted = field(default_factory=Counter)
    is_dated: bool = True


@dataclass(slots=True)
class Said:
    """What one message of a foreign file says."""

    role: Role
    content: str
    reasoning: str = ""
    time_s: float | None = None
    is_interrupted: bool = False
    model_name: str = ""


@dataclass(slots=True)
class Node:
    """One place in a foreign tree.

    Attributes:
        parent: Key of the node it follows.
        said: None for a place without a message to be shown: what follows it follows the one before it.
        reasoning: Of a place without a message: thoughts that belong to the answer behind it. Where there is none, they are
            an answer that was interrupted.
    """

    parent: str | None
    said: Said | None = None
    reasoning: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What a file says about a conversation besides its messages."""

    title: str = ""
    created_at_s: float | None = None
    updated_at_s: float | None = None


def found_tree(nodes: Mapping[str, Node], current: str | None, about: About, omitted: Omitted, now_s: float) -> Found:
    """Return the conversation that `nodes` are.

    Args:
        nodes: In the order of the file, in which versions of one message stay.
        current: Key of the last node that is shown; another one than there is means the newest message.

    Raises:
        Refused: The nodes form a circle, or there are too many.
    """
    if len(nodes) > MAX_MESSAGES:
        raise Refused(f"it has more than {MAX_MESSAGES:,} messages")
    said_at = [node.said.time_s for node in nodes.values() if node.said and node.said.time_s is not None]
    began_s = about.created_at_s if about.created_at_s is not None else min(said_at, default=None)
    first_s = now_s if began_s is None else began_s
    messages, places = _grown(nodes, first_s)
    leaf = places.get(current) if current is not None else None
    if leaf is None and messages:
        leaf = len(messages) - 1
    last_s = about.updated_at_s or max((message.created_at_s for message in messages), default=first_s)
    whole = WholeConversation(about.title or _title(messages), tuple(messages), leaf, first_s, last_s)
    return Found(whole, omitted, is_dated=began_s is not None)


def _grown(nodes: Mapping[str, Node], first_s: float) -> tuple[list[WholeMessage], dict[str | None, int | None]]:
    """Return the messages, and for each node the place of the message that it is or that stands before it."""
    messages: list[WholeMessage] = []
    places: dict[str | None, int | None] = {}
    thoughts: dict[str | None, str] = {}  # of places without a message, for the answer behind them
    parents = {node.parent for node in nodes.values()}

    def end_thoughts(key: str | None) -> None:
        """Make a message of the thoughts at this place: no answer stands behind them."""
        before = places[key]
        time_s = first_s if before is None else messages[before].created_at_s
        places[key] = len(messages)
        thought = thoughts.pop(key)
        messages.append(WholeMessage(before, Role.ASSISTANT, "", time_s, thought, MessageStatus.INTERRUPTED))

    for key in _in_order(nodes):
        node = nodes[key]
        thought = thoughts.get(node.parent, "")
        if thought and node.said is not None and node.said.role is not Role.ASSISTANT:
            end_thoughts(node.parent)
        before = places.get(node.parent)
        if node.said is None:
            places[key] = before
            thoughts[key] = "\n\n".join(filter(None, (thought, node.reasoning)))
            if thoughts[key] and key not in parents:
                end_thoughts(key)
            continue
        said = node.said
        reasoning = said.reasoning
        if said.role is Role.ASSISTANT and thought:
            reasoning = "\n\n".join(filter(None, (thought, reasoning)))
        time_s = said.time_s
        if time_s is None:
            time_s = first_s if before is None else messages[before].created_at_s
        status = MessageStatus.INTERRUPTED if said.is_interrupted else MessageStatus.COMPLETE
        places[key] = len(messages)
        details = ReplyDetails(model_name=said.model_name) if said.model_name and said.role is Role.ASSISTANT else None
        messages.append(WholeMessage(before, said.role, said.content, time_s, reasoning, status, details))
    return messages, places


def found_line(said: Iterable[Said], about: About, omitted: Omitted, now_s: float) -> Found:
    """Return the conversation of messages that follow each other. Raises Refused."""
    nodes = {str(place): Node(str(place - 1) if place else None, each) for place, each in enumerate(said)}
    return found_tree(nodes, None, about, omitted, now_s)


# Values of foreign files: anything may stand anywhere


def text_of(value: Any) -> str:
    """Return a text as it can be kept, "" for what is none. Raises Refused when it is too long."""
    if not isinstance(value, str):
        return ""
    if len(value) > MAX_TEXT_CHARS:
        raise Refused(f"a text in it is longer than {MAX_TEXT_CHARS:,} characters")
    return storable(value)


def title_of(value: Any) -> str:
    """Return a title in one line."""
    return " ".join(text_of(value).split())[:MAX_TITLE_CHARS]


def time_of(value: Any) -> float | None:
    """Return a time in seconds since 1970 of one in seconds or milliseconds, None for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1000 * _LATEST_S:
        return None
    seconds = float(value) / 1000 if value >= _IN_MS_FROM else float(value)
    return seconds if seconds < _LATEST_S else None


def dict_of(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def list_of(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def key_of(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def split_thinking(text: str) -> tuple[str, str]:
    """Return the reasoning that stands in marks before an answer, and the answer."""
    match = _THINKING.match(text)
    return (match[1].strip(), text[match.end() :]) if match else ("", text)


def _title(messages: Iterable[WholeMessage]) -> str:
    return next((title_from(message.content) for message in messages if message.role is Role.USER), "")


def _in_order(nodes: Mapping[str, Node]) -> list[str]:
    """Return the keys by time as far as it is known, but parents first, and versions as the file has them."""
    children: dict[str | None, deque[str]] = {}
    for key, node in nodes.items():
        parent = node.parent if node.parent in nodes else None  # what follows nothing is a beginning
        children.setdefault(parent, deque()).append(key)
    places = {key: place for place, key in enumerate(nodes)}
    waiting: list[tuple[float, int, str]] = []

    def begin(parent: str | None, after_s: float) -> None:
        for key in children.get(parent, ()):
            said = nodes[key].said
            time_s = said.time_s if said and said.time_s is not None else after_s
            heapq.heappush(waiting, (max(time_s, after_s), places[key], key))

    begin(None, 0.0)
    order: list[str] = []
    while waiting:
        time_s, _, key = heapq.heappop(waiting)
        order.append(key)
        begin(key, time_s)
    if len(order) < len(nodes):
        raise Refused("its messages form a circle")
    return order
