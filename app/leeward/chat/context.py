# SPDX-License-Identifier: Apache-2.0
"""What of a conversation the model is shown.

Everything, as long as it fits. When it does not, the user chooses before anything is sent: nothing (ContextOverflow is
said), or the oldest messages leave the model's memory. Where that begins is kept with every answer, so that the view can
show it and the next question goes on from there. Nothing is cut in silence, and nothing leaves the chat.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Self

from leeward.domain.conversation import Message
from leeward.domain.generation import ChatMessage, Role, Usage
from leeward.domain.ids import MessageId
from leeward.domain.settings import Settings, WhenFull

TEMPLATE_TOKENS = 5
"""What a chat template adds to a message, about: ChatML takes five. Only for counts that are said before the engine counts."""

SUMMARY_REQUEST = (
    "Summarise our conversation so far, in its language. You will go on from this summary alone, so keep every fact, name, "
    "number, decision and open question. Do not answer anything yet."
)
"""Asked where everybody can see it, and answered by a message like any other: it can be edited."""

SUMMARY_REQUEST_TOKENS = 64
"""Of that question with what a template adds, at most about."""

_SUMMARY_SHARE = 8
_ANSWER_TOKENS = 512
_ANSWER_SHARE = 4
_CHARACTERS_PER_TOKEN = 3  # low: rather ask once too often than have the engine refuse
_KEPT_SHARE = 0.75


def answer_room(n_ctx: int, max_tokens: int) -> int:
    """Return how many tokens are left free for an answer, of a context of `n_ctx`; `max_tokens` 0 is no limit."""
    return min(max_tokens or _ANSWER_TOKENS, n_ctx // _ANSWER_SHARE)


def summary_room(n_ctx: int) -> int:
    """Return how many tokens a summary may have, of a context of `n_ctx`."""
    return n_ctx // _SUMMARY_SHARE


def about_tokens(text: str) -> int:
    """Guess the tokens of a text that nobody has counted."""
    return -(-len(text) // _CHARACTERS_PER_TOKEN)


def memory_start(branch: Sequence[Message]) -> MessageId | None:
    """Return the first message that the newest answer was made from, beside the system prompt; None when that is all."""
    for index in range(len(branch) - 1, -1, -1):
        details = branch[index].details
        if branch[index].role is not Role.ASSISTANT or details is None:
            continue
        if details.is_edited and details.n_seen is None:
            continue  # the user wrote it: it was made from nothing
        return _start_before(branch, index - details.n_seen) if details.n_seen is not None else None
    return None


def _start_before(branch: Sequence[Message], index: int) -> MessageId | None:
    """Return the question at `index` or before; None for the first one."""
    while index > 0 and branch[index].role is not Role.USER:  # a message was put in between since
        index -= 1
    n_system = 1 if branch[0].role is Role.SYSTEM else 0
    return branch[index].id if index > n_system else None


def seen(branch: Iterable[Message], start: MessageId | None) -> list[Message]:
    """Return the messages of a branch that are in the model's memory: the system prompt, and those from `start` on."""
    return [message for message in branch if start is None or message.role is Role.SYSTEM or message.id >= start]


@dataclass(frozen=True, slots=True)
class Memory:
    """What the model is shown of a branch that ends with the question.

    Attributes:
        start: The first message that is seen; None for all.
        can_slide: Whether the oldest may leave when it does not fit; else the engine's refusal is said.
        n_free: Tokens of the context without the room for the answer; 0 when the context is not known.
        left_out: For a summary: the message from which on all but the question is kept as it is and left out of it.
    """

    branch: tuple[Message, ...]
    start: MessageId | None
    can_slide: bool
    n_free: int
    left_out: MessageId | None = None

    @classmethod
    def of(cls, branch: Sequence[Message], settings: Settings, n_ctx: int) -> Self:
        """Go on from where the memory of the last answer begins, or further where that is too long.

        A chat whose oldest messages left once goes on so: that was chosen for it.
        """
        start = memory_start(branch)
        can_slide = settings.when_full is WhenFull.SLIDE or start is not None
        memory = cls(tuple(branch), start, can_slide, n_ctx - answer_room(n_ctx, settings.max_tokens) if n_ctx else 0)
        n_prompt = _about_prompt(memory)
        return memory.shorter(n_prompt) or memory if can_slide and 0 < memory.n_free < n_prompt else memory

    @classmethod
    def for_summary(cls, branch: Sequence[Message], n_ctx: int) -> Self:
        """Show all that is in the memory, for a summary of it; of a full one without the newest turns, which stay as they are."""
        left_out, _ = beside_summary(branch[:-1], n_ctx)
        return cls(tuple(branch), memory_start(branch), can_slide=False, n_free=0, left_out=left_out)

    @property
    def n_seen(self) -> int | None:
        """How many messages are in the memory; None for all."""
        return self._n_from(self.start) if self.start is not None else None

    @property
    def n_seen_with_summary(self) -> int:
        """The same when the summary is there: the question for it, and what it left out."""
        return self._n_from(self.left_out or self.branch[-1].id)

    def _n_from(self, start: MessageId) -> int:
        return sum(message.role is not Role.SYSTEM and message.id >= start for message in self.branch)

    @property
    def messages(self) -> tuple[ChatMessage, ...]:
        shown = seen(self.branch, self.start)
        if self.left_out is not None:
            shown = [*(message for message in shown[:-1] if message.id < self.left_out), shown[-1]]
        return messages_for(shown)

    def shorter(self, n_prompt: int) -> Self | None:
        """Return a memory that begins later, at a question; None when only the last one is left.

        Args:
            n_prompt: What is seen now, in tokens. A good part more than is needed leaves: so the next answers can begin
                with what the cache holds, and not every one reads all anew.
        """
        said = [message for message in seen(self.branch, self.start) if message.role is not Role.SYSTEM]
        rest = [message for message in seen(self.branch, self.start) if message.role is Role.SYSTEM]
        n_per_unit = n_prompt / max(1, sum(_weight(message) for message in (*said, *rest)))
        n_room = self.n_free * _KEPT_SHARE - n_per_unit * sum(_weight(message) for message in rest)
        start = None
        for message in reversed(said[1:]):
            n_room -= n_per_unit * _weight(message)
            if n_room < 0 and start is not None:
                break
            if message.role is Role.USER:
                start = message.id
        return replace(self, start=start) if start is not None else None


def usage_in_memory(message: Message) -> Usage | None:
    """Return what an answer took of the memory that holds it; None for a summary, which was made from another memory."""
    details = message.details
    return None if details is None or details.is_summary else details.usage


def beside_summary(branch: Sequence[Message], n_ctx: int) -> tuple[MessageId | None, int]:
    """Return the first of the newest messages that a summary leaves as they are, and about how many tokens these have.

    None and 0 where all of the memory fits with the question for a summary.
    """
    memory = Memory(tuple(branch), memory_start(branch), can_slide=False, n_free=0)
    shown = seen(branch, memory.start)
    n_total = _about_prompt(memory)
    n_per_unit = n_total / max(1, sum(map(_weight, shown)))
    n_room = n_ctx - summary_room(n_ctx) - SUMMARY_REQUEST_TOKENS
    turns = [number for number, message in enumerate(shown) if message.role is Role.USER and number > 1]
    first, n_kept = None, 0.0
    while n_ctx and turns and n_total - n_kept > n_room:
        first = turns.pop()
        n_kept = n_per_unit * sum(map(_weight, shown[first:]))
    return (shown[first].id if first is not None else None), round(n_kept)


def _weight(message: Message) -> int:
    return len(message.content) + TEMPLATE_TOKENS * _CHARACTERS_PER_TOKEN


def _about_prompt(memory: Memory) -> int:
    """Guess how many tokens a memory has: what the last answer took and left, and what was said since."""
    since: list[Message] = []
    for message in reversed(memory.branch):
        if message.id < (memory.start or 0) or (message.details is not None and message.details.is_summary):
            break
        usage = usage_in_memory(message)
        if usage is not None:
            said = about_tokens("".join(each.content for each in since)) + TEMPLATE_TOKENS * len(since)
            return usage.prompt_tokens + usage.completion_tokens + said
        since.append(message)
    return sum(_weight(message) for message in seen(memory.branch, memory.start)) // _CHARACTERS_PER_TOKEN


def messages_for(branch: Sequence[Message]) -> tuple[ChatMessage, ...]:
    """Return messages for the model: answers that never came are left out, and what the same role said in a row becomes
    one message (many templates refuse two user messages in a row)."""
    return _joined((message.role, message.content) for message in branch)


def messages_to_view(branch: Sequence[Message], draft: str, system_prompt: str) -> tuple[ChatMessage, ...]:
    """Return what the model is shown when `draft` is sent now; without a draft, what its last answer was made from.

    `system_prompt` begins a conversation that has no messages yet. Empty when there is no question.
    """
    said = [(message.role, message.content) for message in seen(branch, memory_start(branch))]
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
