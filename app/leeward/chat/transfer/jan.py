# SPDX-License-Identifier: Apache-2.0
"""Threads of Jan: a folder with thread.json and messages.jsonl (janhq/jan, core/src/types/message/messageEntity.ts)."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from leeward.chat.transfer.found import (
    ATTACHMENT,
    PICTURE,
    TOOL_STEP,
    UNKNOWN_PART,
    About,
    Found,
    Omitted,
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

_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT, "system": Role.SYSTEM}


def matches(value: dict[str, Any]) -> bool:
    """Say whether `value` is one line of messages.jsonl."""
    return value.get("object") == "thread.message" or ("thread_id" in value and isinstance(value.get("content"), list))


def read(messages: Sequence[dict[str, Any]], thread: dict[str, Any], now_s: float) -> Found:
    """Return one thread. `thread` is what thread.json says, empty where there is none. Raises Refused."""
    omitted: Omitted = Counter()
    said = [each for each in (_said(message, omitted) for message in messages) if each is not None]
    if all(each.time_s is not None for each in said):  # old versions wrote the newest message first
        said.sort(key=lambda each: each.time_s or 0.0)
    about = About(
        title_of(thread.get("title")) or title_of(thread.get("summary")),
        time_of(thread.get("created")),
        time_of(thread.get("updated")),
    )
    system = _instructions(thread)
    return found_line([Said(Role.SYSTEM, system), *said] if system else said, about, omitted, now_s)


def _instructions(thread: dict[str, Any]) -> str:
    return next((text_of(dict_of(each).get("instructions")).strip() for each in list_of(thread.get("assistants"))), "")


def _said(message: dict[str, Any], omitted: Omitted) -> Said | None:
    role = _ROLES.get(str(message.get("role")))
    if role is None:
        omitted[TOOL_STEP] += 1
        return None
    omitted[ATTACHMENT] += len(list_of(message.get("attachments")))
    texts: list[str] = []
    thoughts: list[str] = []
    for part in map(dict_of, list_of(message.get("content"))):
        kind = str(part.get("type"))
        text = text_of(dict_of(part.get("text")).get("value"))
        if kind in ("text", "reasoning"):
            (texts if kind == "text" else thoughts).append(text)
        elif kind.startswith("image"):
            omitted[PICTURE] += 1
        else:
            omitted[TOOL_STEP if kind.startswith("tool") else UNKNOWN_PART] += 1
    content = "\n\n".join(filter(None, texts))
    if role is Role.ASSISTANT:
        thought, content = split_thinking(content)
        thoughts.append(thought)
    reasoning = "\n\n".join(filter(None, thoughts))
    if not content.strip() and not reasoning:
        return None
    time_s = time_of(message.get("created_at")) or time_of(message.get("created"))
    return Said(
        role, content, reasoning, time_s, is_interrupted=message.get("status") in ("stopped", "error", "pending")
    )
