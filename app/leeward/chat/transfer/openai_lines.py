# SPDX-License-Identifier: Apache-2.0
"""Conversations as the messages of a request to OpenAI: {"messages": [{"role", "content"}]}, one a line in JSON Lines."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from leeward.chat.transfer.found import (
    PICTURE,
    SOUND,
    TOOL_STEP,
    UNKNOWN_PART,
    About,
    Found,
    Omitted,
    Refused,
    Said,
    dict_of,
    found_line,
    list_of,
    split_thinking,
    text_of,
    time_of,
    title_of,
)
from leeward.domain.generation import Role
from leeward.domain.whole_conversation import WholeConversation

_ROLES = {
    "system": Role.SYSTEM,
    "developer": Role.SYSTEM,
    "user": Role.USER,
    "assistant": Role.ASSISTANT,
    "tool": Role.TOOL,
    "function": Role.TOOL,
}


def matches(value: dict[str, Any]) -> bool:
    messages = value.get("messages")
    return isinstance(messages, list) and bool(messages) and is_message(messages[0])


def is_message(value: Any) -> bool:
    role = dict_of(value).get("role")
    return isinstance(role, str) and role in _ROLES and ("content" in value or "tool_calls" in value)


def read(value: dict[str, Any], now_s: float) -> Found:
    """Return one conversation. Raises Refused."""
    omitted: Omitted = Counter()
    said = [
        each for each in (_said(message, omitted) for message in list_of(value.get("messages"))) if each is not None
    ]
    about = About(title_of(value.get("title")), time_of(value.get("created_at")), time_of(value.get("updated_at")))
    return found_line(said, about, omitted, now_s)


def written(conversations: Iterable[WholeConversation]) -> Iterator[bytes]:
    """Give the shown branch of each conversation as a line; one without messages has none."""
    for whole in conversations:
        messages = [
            {"role": each.role.value, "content": each.content}
            | ({"reasoning_content": each.reasoning} if each.reasoning else {})
            for each in whole.branch()
        ]
        if messages:
            yield msgspec.json.encode({"messages": messages}) + b"\n"


def _said(message: Any, omitted: Omitted) -> Said | None:
    if not is_message(message):
        raise Refused("it holds something that is no message")
    role = _ROLES[message["role"]]
    omitted[TOOL_STEP] += len(list_of(message.get("tool_calls"))) + isinstance(message.get("function_call"), dict)
    text = _content(message.get("content"), omitted)
    reasoning = text_of(message.get("reasoning_content")) or text_of(message.get("reasoning"))
    if role is Role.ASSISTANT and not reasoning:
        reasoning, text = split_thinking(text)
    return Said(role, text, reasoning) if text or reasoning else None


def _content(content: Any, omitted: Omitted) -> str:
    if not isinstance(content, list):
        return text_of(content)
    texts: list[str] = []
    for part in content:
        kind = str(dict_of(part).get("type"))
        if isinstance(part, str) or "text" in kind:
            texts.append(text_of(part if isinstance(part, str) else part.get("text")))
        elif "image" in kind:
            omitted[PICTURE] += 1
        else:
            omitted[SOUND if "audio" in kind or "video" in kind else UNKNOWN_PART] += 1
    return "\n\n".join(filter(None, texts))
