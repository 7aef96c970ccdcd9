# SPDX-License-Identifier: Apache-2.0
import pytest

from leeward.chat.context import messages_to_view
from leeward.domain.conversation import Message, MessageStatus
from leeward.domain.generation import ChatMessage, Role
from leeward.domain.ids import ConversationId, MessageId

SYSTEM, USER, ASSISTANT = Role.SYSTEM, Role.USER, Role.ASSISTANT


def message(role, content):
    return Message(MessageId(1), ConversationId(1), None, role, MessageStatus.COMPLETE, content, "", 0.0, None)


@pytest.mark.parametrize(
    ("branch", "draft", "system_prompt", "expected"),
    [
        ([], "", "", []),
        ([], " ", "Be brief.", []),
        ([], "Hi", "", [(USER, "Hi")]),
        ([], "Hi", "Be brief.", [(SYSTEM, "Be brief."), (USER, "Hi")]),
        ([(USER, "a"), (ASSISTANT, "b")], "", "Be brief.", [(USER, "a")]),
        ([(USER, "a"), (ASSISTANT, "b")], "c", "Be brief.", [(USER, "a"), (ASSISTANT, "b"), (USER, "c")]),
        ([(USER, "a"), (ASSISTANT, "")], "", "", [(USER, "a")]),
        ([(SYSTEM, "s"), (USER, "a")], "b", "", [(SYSTEM, "s"), (USER, "a\n\nb")]),
    ],
)
def test_what_is_viewed_is_what_a_question_would_be_answered_from(branch, draft, system_prompt, expected):
    shown = messages_to_view([message(*each) for each in branch], draft, system_prompt)
    assert shown == tuple(ChatMessage(*each) for each in expected)
