# SPDX-License-Identifier: Apache-2.0
"""What of a conversation the model is shown.

The policy in its first form: everything, or nothing. The engine counts before it reads; what does not fit is said
(ContextOverflow) and never cut in silence.
"""

from collections.abc import Iterable, Sequence

from leeward.domain.conversation import Message
from leeward.domain.generation import ChatMessage, Role


def messages_for(branch: Sequence[Message]) -> tuple[ChatMessage, ...]:
    """Return the messages of a branch for the model: answers that never came are left out, and what the same role said
    in a row becomes one message (many templates refuse two user messages in a row)."""
    return _joined((message.role, message.content) for message in branch)


def messages_to_view(branch: Sequence[Message], draft: str, system_prompt: str) -> tuple[ChatMessage, ...]:
    """Return what the model is shown when `draft` is sent now; without a draft, what its last answer was made from.

    `system_prompt` begins a conversation that has no messages yet. Empty when there is no question.
    """
    said = [(message.role, message.content) for message in branch]
    if not said and system_prompt.strip():
        said.append((Role.SYSTEM, system_prompt))
    if draft.strip():
        said.append((Role.USER, draft))
    while said and said[-1][0] is not Role.USER:
        said.pop()
    return _joined(said)


def _joined(said: Iterable[tuple[Role, str]]) -> tuple[ChatMessage, ...]:
    shown: list[ChatMessage] = []
    for role, content in said:
        if not content:
            continue
        if shown and shown[-1].role is role:
            shown[-1] = ChatMessage(role, f"{shown[-1].content}\n\n{content}")
        else:
            shown.append(ChatMessage(role, content))
    return tuple(shown)
