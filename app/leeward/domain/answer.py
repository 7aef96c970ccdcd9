# SPDX-License-Identifier: Apache-2.0
"""One stream of text from a model, split into what it thinks, what it answers and what it asks tools for."""

from collections.abc import Sequence
from dataclasses import dataclass

from leeward.domain.generation import ToolCall
from leeward.domain.stream import ReasoningSplitter, StopStringCutter
from leeward.domain.tool_calls import ToolCallParser


@dataclass(frozen=True, slots=True)
class Reasoning:
    text: str


Part = Reasoning | str | ToolCall


class AnswerParser:
    """Push text, get parts in their order.

    Stop strings of the template end the model's turn wherever they stand. Those of the caller are about what he gets to read:
    they act on the answer, and neither a line break in the reasoning nor one inside a tool call ends it.

    Attributes:
        is_plain: Whether there is no stop string and no tool to look for.
    """

    def __init__(
        self,
        *,
        turn_stop: Sequence[str] = (),
        stop: Sequence[str] = (),
        reasoning: ReasoningSplitter | None = None,
        tool_calls: ToolCallParser | None = None,
    ) -> None:
        self._turn_cutter = StopStringCutter(turn_stop)
        self._reasoning = reasoning or ReasoningSplitter()
        self._tool_calls = tool_calls
        self._cutter = StopStringCutter(stop)
        self.is_plain = not (turn_stop or stop or tool_calls)

    @property
    def is_stopped(self) -> bool:
        return self._turn_cutter.is_stopped or self._cutter.is_stopped

    @property
    def is_thinking(self) -> bool:
        return self._reasoning.is_thinking

    @property
    def behind_trigger(self) -> str | None:
        """See ToolCallParser."""
        return self._tool_calls.behind_trigger if self._tool_calls else None

    def push(self, piece: str) -> list[Part]:
        if self.is_plain and self._reasoning.is_over:
            return [piece] if piece else []  # nearly always, in a fifth of the time
        return self._split(*self._reasoning.push(self._turn_cutter.push(piece)))

    def flush(self) -> list[Part]:
        out = self.push(self._turn_cutter.flush())
        out += self._split(*self._reasoning.flush())
        for part in self._tool_calls.flush() if self._tool_calls else ():
            out += self._cut(part)
        held = self._cutter.flush()
        return [*out, held] if held else out

    def _split(self, reasoning: str, answer: str) -> list[Part]:
        out: list[Part] = [Reasoning(reasoning)] if reasoning else []
        for part in self._tool_calls.push(answer) if self._tool_calls else [answer]:
            out += self._cut(part)
        return out

    def _cut(self, part: str | ToolCall) -> list[Part]:
        if self._cutter.is_stopped:
            return []
        if isinstance(part, ToolCall):
            return [*filter(None, [self._cutter.flush()]), part]  # no stop string goes on behind a call
        text = self._cutter.push(part)
        return [text] if text else []
