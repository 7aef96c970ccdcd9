# SPDX-License-Identifier: Apache-2.0
"""Conversations of LM Studio: *.conversation.json, a list of messages of which each has versions.

Its makers publish no schema. What is read here agrees with YorkieDev/lm-studio-conversation-converter and other public
converters. The file does not say which version of a message the next one followed: the selected one is taken.
"""

from collections import Counter
from typing import Any

from leeward.chat.transfer.found import (
    ATTACHMENT,
    PICTURE,
    TOOL_STEP,
    UNKNOWN_PART,
    About,
    Found,
    Node,
    Omitted,
    Said,
    dict_of,
    found_tree,
    list_of,
    split_thinking,
    text_of,
    time_of,
    title_of,
)
from leeward.domain.generation import Role

_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT, "system": Role.SYSTEM}
_SYSTEM = "system"
_SYSTEM_PROMPT = "llm.prediction.systemPrompt"


def matches(value: dict[str, Any]) -> bool:
    messages = value.get("messages")
    return isinstance(messages, list) and any(isinstance(dict_of(each).get("versions"), list) for each in messages)


def read(value: dict[str, Any], now_s: float) -> Found:
    """Return one conversation. Raises Refused."""
    omitted: Omitted = Counter()
    nodes: dict[str, Node] = {}
    before: str | None = None
    system = _system_prompt(value)
    if system:
        before = _SYSTEM
        nodes[before] = Node(None, Said(Role.SYSTEM, system))
    for number, message in enumerate(list_of(value.get("messages"))):
        versions = list_of(dict_of(message).get("versions"))
        for version, each in enumerate(versions):
            nodes[f"{number}.{version}"] = Node(before, _said(dict_of(each), omitted))
        if versions:
            before = f"{number}.{_selected(message, len(versions))}"
    omitted[ATTACHMENT] += len(list_of(value.get("clientInputFiles")))
    about = About(title_of(value.get("name")), time_of(value.get("createdAt")))
    return found_tree(nodes, before, about, omitted, now_s)


def _system_prompt(value: dict[str, Any]) -> str:
    fields = [dict_of(each) for each in list_of(dict_of(value.get("perChatPredictionConfig")).get("fields"))]
    own = next((text_of(each.get("value")) for each in fields if each.get("key") == _SYSTEM_PROMPT), "")
    return (own or text_of(value.get("systemPrompt"))).strip()


def _selected(message: dict[str, Any], n_versions: int) -> int:
    selected = message.get("currentlySelected")
    if isinstance(selected, int) and 0 <= selected < n_versions:
        return int(selected)
    return n_versions - 1


def _said(version: dict[str, Any], omitted: Omitted) -> Said | None:
    role = _ROLES.get(str(version.get("role")))
    if role is None:
        omitted[UNKNOWN_PART] += 1
        return None
    if version.get("type") == "multiStep" and version.get("steps"):
        said = _steps(role, list_of(version.get("steps")), omitted)
        if said is not None:
            said.model_name = title_of(dict_of(version.get("senderInfo")).get("senderName"))
        return said
    text = _content(version.get("content"), omitted)
    reasoning = ""
    if role is Role.ASSISTANT:
        reasoning, text = split_thinking(text)
    return Said(role, text, reasoning) if text.strip() or reasoning else None


def _steps(role: Role, steps: list[Any], omitted: Omitted) -> Said | None:
    texts: list[str] = []
    thoughts: list[str] = []
    is_interrupted = False
    for step in map(dict_of, steps):
        kind = step.get("type")
        if kind == "contentBlock":
            text = _content(step.get("content"), omitted)
            is_thought = dict_of(step.get("style")).get("type") == "thinking"
            (thoughts if is_thought else texts).append(text.strip("\n"))
            reason = dict_of(dict_of(step.get("genInfo")).get("stats")).get("stopReason")
            is_interrupted = reason == "userStopped"
        elif kind == "toolStatus":
            omitted[TOOL_STEP] += 1
    thought, text = split_thinking("\n\n".join(filter(None, texts)))
    reasoning = "\n\n".join(filter(None, (*thoughts, thought)))
    return Said(role, text, reasoning, is_interrupted=is_interrupted) if text.strip() or reasoning else None


def _content(content: Any, omitted: Omitted) -> str:
    if isinstance(content, str):
        return text_of(content)
    texts: list[str] = []
    for part in map(dict_of, list_of(content)):
        kind = str(part.get("type"))
        if kind == "text":
            texts.append(text_of(part.get("text")))
        elif kind == "file":
            omitted[PICTURE if part.get("fileType") == "image" else ATTACHMENT] += 1
        elif kind.startswith("toolCall"):
            omitted[TOOL_STEP] += 1
        else:
            omitted[UNKNOWN_PART] += 1
    return "\n\n".join(filter(None, texts))
