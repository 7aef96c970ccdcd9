# SPDX-License-Identifier: Apache-2.0
"""What of a conversation the model is shown.

The policy in its first form: everything, or nothing. The engine counts before it reads; what does not fit is said
(ContextOverflow) and never cut in silence.
"""

from collections.abc import Sequence

from leeward.domain.conversation import Message
from leeward.domain.generation import ChatMessage


def messages_for(branch: Sequence[Message]) -> tuple[ChatMessage, ...]:
    """Return the messages of a branch for the model: answers that never came are left out, and what the same role said
    in a row becomes one message (many templates refuse two user messages in a row)."""
    shown: list[ChatMessage] = []
    for message in branch:
        if not message.content:
            continue
        if shown and shown[-1].role is message.role:
            shown[-1] = ChatMessage(message.role, f"{shown[-1].content}\n\n{message.content}")
        else:
            shown.append(ChatMessage(message.role, message.content))
    return tuple(shown)
