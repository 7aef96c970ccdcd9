# SPDX-License-Identifier: Apache-2.0
"""Branches of a chat, made up."""

from leeward.domain.conversation import Message, MessageStatus, ReplyDetails
from leeward.domain.generation import Role, Usage
from leeward.domain.ids import ConversationId, MessageId

SYSTEM, USER, ASSISTANT = Role.SYSTEM, Role.USER, Role.ASSISTANT


def chat(*contents, n_prompt=0, n_seen=None, has_system=False):
    """Return a branch of questions and answers in turn, ids from 1; the last answer took `n_prompt` tokens."""
    roles = [SYSTEM] * has_system + [USER, ASSISTANT] * len(contents)
    made = []
    for number, content in enumerate(contents, 1):
        role = roles[number - 1]
        details = None
        if role is ASSISTANT:
            usage = Usage(n_prompt, 0, 10) if n_prompt else None
            details = ReplyDetails(usage=usage, n_seen=n_seen)
        made.append(
            Message(MessageId(number), ConversationId(1), None, role, MessageStatus.COMPLETE, content, "", 0.0, details)
        )
    return made
