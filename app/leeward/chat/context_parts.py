# SPDX-License-Identifier: Apache-2.0
"""What fills the context of the model when the next message is sent, part by part."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

from leeward.chat.context import (
    SUMMARY_REQUEST_TOKENS,
    TEMPLATE_TOKENS,
    about_tokens,
    answer_room,
    memory_start,
    summary_room,
    usage_in_memory,
)
from leeward.domain.attachment import Attachment
from leeward.domain.conversation import Message
from leeward.domain.generation import Role
from leeward.domain.settings import Settings

Count = Callable[[str], int | None]
"""Tokens of a text; None where nobody knows yet."""

Written = tuple[Sequence[Attachment], str]
"""What is attached to the next message, and its text."""

_MAX_CHARACTERS_PER_TOKEN = 16


@dataclass(frozen=True, slots=True)
class ContextParts:
    """All in tokens.

    Attributes:
        system, history, attachments, draft: What would be sent; history without what has left the memory.
        room: Left free for the answer.
        is_exact: Counted by the engine, but for what the template adds; else some of it is guessed.
    """

    n_ctx: int
    room: int
    system: int = 0
    history: int = 0
    attachments: int = 0
    draft: int = 0
    is_exact: bool = True

    @property
    def total(self) -> int:
        return self.system + self.history + self.alone

    @property
    def alone(self) -> int:
        """The message itself."""
        return self.attachments + self.draft

    @property
    def fits(self) -> bool:
        return self.total + self.room <= self.n_ctx

    def fits_after_summary(self, n_kept: int) -> bool:
        """Say whether a summary frees enough for the message; `n_kept`: the newest messages, which stay as they are."""
        n_summary = SUMMARY_REQUEST_TOKENS + summary_room(self.n_ctx)
        n_after = self.system + n_kept + n_summary + self.alone + self.room
        return self.history - n_kept > 2 * n_summary and n_after <= self.n_ctx

    @property
    def n_free(self) -> int:
        return max(0, self.n_ctx - self.total)

    @classmethod
    def of(cls, branch: Sequence[Message], written: Written, settings: Settings, n_ctx: int, count: Count) -> Self:
        """Count what is sent now."""
        counter = _Counter(count)
        system = "\n".join(message.content for message in branch[:1] if message.role is Role.SYSTEM)
        if not branch:
            system = settings.system_prompt.strip()
        history, n_messages = _history(branch, n_ctx * _MAX_CHARACTERS_PER_TOKEN)
        attachments, typed = written
        n_system = counter.count(system) + TEMPLATE_TOKENS * bool(system)
        n_history = counter.count(history) + TEMPLATE_TOKENS * n_messages
        return cls(
            n_ctx=n_ctx,
            room=answer_room(n_ctx, settings.max_tokens),
            system=n_system,
            history=max(n_history, _told_by_engine(branch, counter) - n_system),
            attachments=sum(counter.count(each.quoted()) for each in attachments),
            draft=counter.count(typed) + TEMPLATE_TOKENS * bool(attachments or typed.strip()),
            is_exact=counter.is_exact,
        )


class _Counter:
    def __init__(self, count: Count) -> None:
        self._count = count
        self.is_exact = True

    def count(self, text: str) -> int:
        n_tokens = self._count(text)
        if n_tokens is None:
            self.is_exact = False
            return about_tokens(text)
        return n_tokens


def _told_by_engine(branch: Sequence[Message], counter: _Counter) -> int:
    """Return what the newest answer was made from and has added, in the engine's own count with all the template adds; else 0."""
    last = branch[-1] if branch else None
    usage = usage_in_memory(last) if last is not None else None
    if last is None or usage is None:
        return 0
    return usage.prompt_tokens + counter.count(last.content) + 1


def _history(branch: Sequence[Message], max_characters: int) -> tuple[str, int]:
    """Return what was said and is in the memory, and in how many messages; no more than is too much in any case."""
    start = memory_start(branch) or 0
    said: list[str] = []
    n_characters = 0
    for message in reversed(branch):
        if message.role is Role.SYSTEM or message.id < start or n_characters > max_characters:
            break
        said.append(message.content)
        n_characters += len(message.content)
    return "\n".join(reversed(said)), len(said)
