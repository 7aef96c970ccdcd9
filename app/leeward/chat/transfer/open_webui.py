# SPDX-License-Identifier: Apache-2.0
"""Conversations out of Open WebUI: a list of {"chat": {"history": {"messages", "currentId"}}}.

Read from open-webui/open-webui (backend/open_webui/models/chats.py) and an example in yetanotherchris/openwebui-importer.
"""

import html
from collections import Counter
from typing import Any

from leeward.chat.transfer.found import (
    ATTACHMENT,
    PICTURE,
    TOOL_STEP,
    About,
    Found,
    Node,
    Omitted,
    Said,
    dict_of,
    found_tree,
    key_of,
    list_of,
    split_thinking,
    text_of,
    time_of,
    title_of,
)
from leeward.domain.generation import Role

_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT, "system": Role.SYSTEM}
# Reasoning and tool calls stand in the text, as HTML (backend/open_webui/utils/middleware.py).
_OPEN, _CLOSE = '<details type="', "</details>"


def matches(value: dict[str, Any]) -> bool:
    return isinstance(dict_of(dict_of(value.get("chat", value)).get("history")).get("messages"), dict)


def read(value: dict[str, Any], now_s: float) -> Found:
    """Return one conversation, with what the server says about it or without. Raises Refused."""
    chat = dict_of(value.get("chat", value))
    history = dict_of(chat.get("history"))
    omitted: Omitted = Counter()
    nodes = {key: _node(dict_of(each), omitted) for key, each in dict_of(history.get("messages")).items()}
    about = About(
        title_of(value.get("title")) or title_of(chat.get("title")),
        time_of(value.get("created_at")) or time_of(chat.get("timestamp")),
        time_of(value.get("updated_at")),
    )
    return found_tree(nodes, key_of(history.get("currentId")), about, omitted, now_s)


def _node(message: dict[str, Any], omitted: Omitted) -> Node:
    parent = key_of(message.get("parentId"))
    role = _ROLES.get(str(message.get("role")))
    for file in list_of(message.get("files")):
        omitted[PICTURE if dict_of(file).get("type") == "image" else ATTACHMENT] += 1
    if role is None:
        omitted[TOOL_STEP] += bool(message)
        return Node(parent)
    reasoning, text = "", text_of(message.get("content"))
    if role is Role.ASSISTANT:
        thought, text = split_thinking(text)
        folded, text = _without_details(text, omitted)
        reasoning = "\n\n".join(filter(None, (thought, folded)))
    if not text.strip() and not reasoning:
        return Node(parent)
    model = title_of(message.get("modelName")) or title_of(message.get("model"))
    is_interrupted = role is Role.ASSISTANT and message.get("done") is False
    return Node(parent, Said(role, text, reasoning, time_of(message.get("timestamp")), is_interrupted, model))


def _without_details(text: str, omitted: Omitted) -> tuple[str, str]:
    """Return the reasoning that is folded away in an answer, and the answer without that and without calls of tools."""
    thoughts: list[str] = []
    kept: list[str] = []
    at = 0
    while (begin := text.find(_OPEN, at)) >= 0:
        end = text.find(_CLOSE, begin)
        kind = text[begin + len(_OPEN) : begin + 40].partition('"')[0]
        if end < 0 or kind not in ("reasoning", "tool_calls", "code_interpreter"):
            stop = begin + len(_OPEN) if end >= 0 else len(text)
            kept.append(text[at:stop])
            at = stop
            continue
        kept.append(text[at:begin])
        if kind == "reasoning":
            thoughts.append(_thought(text[begin:end]))
        else:
            omitted[TOOL_STEP] += 1
        at = end + len(_CLOSE)
    kept.append(text[at:])
    said = "".join(kept)
    return "\n\n".join(filter(None, thoughts)), said.strip("\n") if len(kept) > 1 else said


def _thought(details: str) -> str:
    body = details.partition(">")[2]
    body = body.rpartition("</summary>")[2]
    lines = html.unescape(body).strip().split("\n")
    return "\n".join(line.removeprefix(">").removeprefix(" ") for line in lines)
