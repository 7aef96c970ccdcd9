# SPDX-License-Identifier: Apache-2.0
"""Conversations in the shape chat templates expect: one dict a message, whatever the caller had.

Pure functions. Every list that comes out is new, so that a template cannot change what the caller holds.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from leeward.domain.errors import TemplateFailed
from leeward.domain.generation import ChatMessage

Message = dict[str, Any]
"""role, content (text) and, where there are any, tool_calls, tool_call_id, name, reasoning_content."""

BREAK = "\n\n"
"""Between texts that become one message (as mistral-common joins them)."""


def normalise(messages: Sequence[ChatMessage | Mapping[str, Any]]) -> list[Message]:
    """Return the messages with text as content and parsed tool arguments.

    Of 70 templates of known models 27 fail on arguments that are JSON text, 17 on content that is None and 26 on content
    in parts (measured with those of llama.cpp's sources).

    Raises:
        TemplateFailed: A part is not text.
    """
    return [_normal(message) for message in messages]


def _normal(message: ChatMessage | Mapping[str, Any]) -> Message:
    if isinstance(message, ChatMessage):
        message = _as_mapping(message)
    normal = {key: value for key, value in message.items() if value is not None}
    normal["content"] = text_of(message.get("content"))
    calls = normal.pop("tool_calls", None)
    if calls:
        normal["tool_calls"] = [_normal_call(call) for call in calls]
    return normal


def _as_mapping(message: ChatMessage) -> Message:
    calls = [{"id": call.id, "name": call.name, "arguments": call.arguments} for call in message.tool_calls]
    more = {
        "tool_calls": calls,
        "tool_call_id": message.tool_call_id,
        "name": message.name,
        "reasoning_content": message.reasoning,
    }
    return {"role": message.role.value, "content": message.content} | {
        key: value for key, value in more.items() if value
    }


def _normal_call(call: Mapping[str, Any]) -> dict[str, Any]:
    function = dict(call.get("function") or {key: call[key] for key in ("name", "arguments") if key in call})
    function["arguments"] = _parsed(function.get("arguments"))
    return {
        "type": "function",
        **{k: v for k, v in call.items() if k not in ("name", "arguments")},
        "function": function,
    }


def _parsed(arguments: Any) -> Any:
    if not arguments:
        return {}
    if not isinstance(arguments, str):
        return arguments
    try:
        return json.loads(arguments)
    except (ValueError, RecursionError):
        return arguments  # what a model wrote need not be JSON; most templates print it as it is


def text_of(content: Any) -> str:
    """Return content as text: None is none, the text parts of a list follow each other in lines.

    Raises:
        TemplateFailed: A part is not text.
    """
    if content is None:
        return ""
    if isinstance(content, str):
        return content
    texts = []
    for part in content:
        kind = "text" if isinstance(part, str) else part.get("type", "text")
        if kind != "text":
            raise TemplateFailed(f"a message has a part of the kind {str(kind)[:40]}, which this model cannot be given")
        texts.append(part if isinstance(part, str) else str(part.get("text", "")))
    return "\n".join(texts)


def as_parts(messages: Sequence[Message]) -> list[Message]:
    """Return the messages with content as a list of parts, for templates that know nothing else."""
    return [
        {**message, "content": [{"type": "text", "text": message["content"]}] if message["content"] else []}
        for message in messages
    ]


def fold_system(messages: Sequence[Message]) -> list[Message]:
    """Return the messages with each system message as the beginning of the next user message."""
    out: list[Message] = []
    waiting: list[str] = []
    for message in messages:
        if message["role"] == "system":
            waiting.append(message["content"])
        elif message["role"] == "user" and waiting:
            out.append({**message, "content": BREAK.join([*waiting, message["content"]])})
            waiting = []
        else:
            out.append(message)
    return [*out, {"role": "user", "content": BREAK.join(waiting)}] if waiting else out


def merge_consecutive(messages: Sequence[Message]) -> list[Message]:
    """Return the messages with neighbours of one role joined. Messages about tools are left alone."""
    out: list[Message] = []
    for message in messages:
        if out and _can_join(out[-1], message):
            out[-1] = {**out[-1], "content": BREAK.join([out[-1]["content"], message["content"]])}
        else:
            out.append(message)
    return out


def _can_join(left: Message, right: Message) -> bool:
    return left["role"] == right["role"] != "tool" and not left.get("tool_calls") and not right.get("tool_calls")


def with_text_arguments(messages: Sequence[Message]) -> list[Message]:
    """Return the messages with tool arguments as JSON text, for the few templates that put text together."""
    return [
        {**message, "tool_calls": [_with_text_arguments(call) for call in message["tool_calls"]]}
        if "tool_calls" in message
        else message
        for message in messages
    ]


def _with_text_arguments(call: dict[str, Any]) -> dict[str, Any]:
    function = call["function"]
    arguments = function["arguments"]
    text = arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)
    return {**call, "function": {**function, "arguments": text}}


Variant = Callable[[Sequence[Message]], list[Message]]


def variants(messages: Sequence[Message]) -> list[Variant]:
    """Return what may be tried, in order, with a template that refuses: first the messages as they are."""
    out: list[Variant] = [list]
    has_system = any(message["role"] == "system" for message in messages)
    if any(_can_join(left, right) for left, right in pairwise(messages)):
        out.append(merge_consecutive)
    if has_system:
        out.append(fold_system)
        out.append(lambda plain: merge_consecutive(fold_system(plain)))
    if any("tool_calls" in message for message in messages):
        out.append(with_text_arguments)
    return out


def map_text(value: Any, change: Callable[[str], str]) -> Any:
    """Return a copy of nested dicts and lists in which every string went through `change`."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {change(str(key)): map_text(item, change) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [map_text(item, change) for item in value]
    return value
