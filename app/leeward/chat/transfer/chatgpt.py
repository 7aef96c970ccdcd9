# SPDX-License-Identifier: Apache-2.0
"""Conversations out of the export of ChatGPT: conversations.json, a tree of nodes under `mapping`.

OpenAI publishes no schema. What is read here agrees with mitkury/chatgpt-export-parser (docs) and the schema in
yetanotherchris/openwebui-importer. The steps of a tool lie as messages between question and answer: they are left out.
"""

import re
from collections import Counter
from typing import Any

from leeward.chat.transfer.found import (
    ATTACHMENT,
    INSTRUCTIONS,
    PICTURE,
    SOUND,
    TOOL_STEP,
    UNKNOWN_PART,
    About,
    Found,
    Node,
    Omitted,
    Said,
    dict_of,
    found_tree,
    key_of,
    list_of,
    text_of,
    time_of,
    title_of,
)
from leeward.domain.generation import Role

_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT, "system": Role.SYSTEM}
_NOTES = {"user_editable_context", "model_editable_context"}
# Places of sources, in letters of the private use area.
_CITATION = re.compile("\ue200[^\ue200\ue201]{0,500}\ue201")


def matches(value: dict[str, Any]) -> bool:
    return isinstance(value.get("mapping"), dict)


def read(value: dict[str, Any], now_s: float) -> Found:
    """Return one conversation. Raises Refused."""
    omitted: Omitted = Counter()
    nodes = {key: _node(dict_of(each), omitted) for key, each in dict_of(value.get("mapping")).items()}
    about = About(title_of(value.get("title")), time_of(value.get("create_time")), time_of(value.get("update_time")))
    return found_tree(nodes, key_of(value.get("current_node")), about, omitted, now_s)


def _node(entry: dict[str, Any], omitted: Omitted) -> Node:
    parent = key_of(entry.get("parent"))
    message = dict_of(entry.get("message"))
    content = dict_of(message.get("content"))
    kind = str(content.get("content_type"))
    if kind == "thoughts":
        thoughts = [dict_of(each) for each in list_of(content.get("thoughts"))]
        return Node(parent, reasoning="\n\n".join(filter(None, (text_of(each.get("content")) for each in thoughts))))
    if kind in _NOTES:
        omitted[INSTRUCTIONS] += 1
        return Node(parent)
    role = _ROLES.get(str(dict_of(message.get("author")).get("role")))
    if role is None or (message.get("recipient") or "all") != "all" or kind in ("execution_output", "tether_quote"):
        omitted[TOOL_STEP] += bool(message)
        return Node(parent)
    return Node(parent, _said(role, message, content, omitted))


def _said(role: Role, message: dict[str, Any], content: dict[str, Any], omitted: Omitted) -> Said | None:
    metadata = dict_of(message.get("metadata"))
    if content.get("content_type") == "reasoning_recap" or (
        role is Role.SYSTEM and metadata.get("is_visually_hidden_from_conversation") is True
    ):
        return None
    omitted[ATTACHMENT] += len(list_of(metadata.get("attachments")))
    text = _text(content, omitted)
    if role is Role.ASSISTANT:
        text = _CITATION.sub("", text)
    if not text.strip():
        return None
    is_interrupted = message.get("status") in ("in_progress", "finished_partial_completion")
    model = title_of(metadata.get("model_slug"))
    return Said(role, text, time_s=time_of(message.get("create_time")), is_interrupted=is_interrupted, model_name=model)


def _text(content: dict[str, Any], omitted: Omitted) -> str:
    if content.get("content_type") == "code":
        language = content.get("language")
        code = text_of(content.get("text"))
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", code)), default=0))
        return f"{fence}{language if isinstance(language, str) and language.isalnum() else ''}\n{code}\n{fence}"
    parts = [_part(part, omitted) for part in list_of(content.get("parts"))]
    return "\n\n".join(filter(None, parts)) if parts else text_of(content.get("text"))


def _part(part: Any, omitted: Omitted) -> str:
    if isinstance(part, str):
        return text_of(part)
    kind = str(dict_of(part).get("content_type"))
    if kind == "audio_transcription":
        return text_of(dict_of(part).get("text"))
    if "image" in kind:
        omitted[PICTURE] += 1
    elif "audio" in kind or "video" in kind:
        omitted[SOUND] += 1
    else:
        omitted[UNKNOWN_PART] += 1
    return ""
