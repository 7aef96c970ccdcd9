# SPDX-License-Identifier: Apache-2.0
"""Messages for tests of the chat view."""

from leeward.domain.conversation import Message, MessageStatus, ReplyDetails
from leeward.domain.generation import FinishReason, Role, Timings, Usage
from leeward.domain.ids import ConversationId, MessageId

FULL_SAMPLE = """A paragraph with **bold**, *italic*, `code` and [a link](https://example.org/docs).

```python
def add(a: int, b: int) -> int:
    return a + b
```

| Name | Value |
|---|--:|
| one | `1` |

- item
  - nested
1. first

> quote

---

The end.
"""


def message(
    number: int,
    role: Role,
    content: str,
    *,
    status: MessageStatus = MessageStatus.COMPLETE,
    reasoning: str = "",
    details: ReplyDetails | None = None,
) -> Message:
    return Message(MessageId(number), ConversationId(1), None, role, status, content, reasoning, 0.0, details)


def user(number: int, content: str) -> Message:
    return message(number, Role.USER, content)


def answer(number: int, content: str, **more) -> Message:
    return message(number, Role.ASSISTANT, content, **more)


def details(finish_reason: FinishReason = FinishReason.STOP) -> ReplyDetails:
    return ReplyDetails(finish_reason, Usage(4112, 4074, 187), Timings(0.1, 0.21, 4.0, 42.34), None)


def conversation(n_messages: int, content: str = FULL_SAMPLE) -> list[Message]:
    return [answer(n, f"Answer {n}. {content}") if n % 2 else user(n, f"Question {n}?") for n in range(n_messages)]
