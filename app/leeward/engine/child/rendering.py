# SPDX-License-Identifier: Apache-2.0
"""Rendering one conversation with one template: what is whose in the prompt, and what is only spelled like a control token."""

import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol

from leeward.domain.generation import ChatMessage, PromptOptions
from leeward.engine.child import messages as shapes
from leeward.engine.child.messages import Message
from leeward.engine.child.sandbox import OUTPUT_EXTRA, OUTPUT_FACTOR, TIME_LIMIT_S, LimitExceeded, Program, limits

MAX_SINGLE_SEARCHES = 32
"""Messages looked for one by one, when a template changes what it is given."""

Range = tuple[int, int]

_PRIVATE_USE = re.compile("[\U00100000-\U0010fffd]")


@dataclass(frozen=True, slots=True)
class Conversation:
    """What is put to a template."""

    messages: Sequence[ChatMessage | Message]
    options: PromptOptions = PromptOptions()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A prompt as text.

    Attributes:
        pieces: Its parts in order. What the user spelled like a control token stands in a piece with is_literal=True and
            must be tokenized as plain text. Such a piece reaches from control token to control token.
        spans: For every message where its content stands in the text; None where the template left it out or changed it
            so that it cannot be told. Everything else is markup.
    """

    text: str
    pieces: tuple[tuple[str, bool], ...]
    spans: tuple[Range | None, ...] = ()


class ControlSpelling(Protocol):
    """What the vocabulary knows of text that looks like control tokens."""

    def spells_control(self, text: str) -> bool: ...

    @property
    def control_text(self) -> re.Pattern[str] | None: ...


def render(
    program: Program,
    variables: dict[str, Any],
    conversation: Conversation,
    control: ControlSpelling,
    *,
    needs_parts: bool = False,
) -> Rendered:
    """Return the prompt that asks for the assistant's next message.

    Where a template refuses the messages as they are, neighbours of one role are joined and system messages go with the
    next question.

    Raises:
        TemplateFailed: It refuses, or it does not keep within the limits.
    """
    guard = _LiteralGuard(shapes.normalise(conversation.messages), conversation.options, control)
    run = _Run(program, variables | guard.variables, guard.messages, needs_parts=needs_parts)
    with limits():
        text = run.render()
        spans = _Search(guard, run, text).spans()
    return guard.rendered(text, spans)


class _Run:
    """One conversation and the ways to put it to a template; remembers which one it accepted."""

    def __init__(
        self, program: Program, variables: dict[str, Any], messages: list[Message], *, needs_parts: bool
    ) -> None:
        self._program = program
        self._variables = variables
        self._messages = messages
        self._needs_parts = needs_parts
        self._accepted: shapes.Variant | None = None
        self._started_s = time.monotonic()
        self._render_s = 0.0
        length = sum(len(message["content"]) for message in messages)
        more = [message["tool_calls"] for message in messages if "tool_calls" in message]
        more += [variables[name] for name in ("tools", "documents") if variables[name]]
        self._limit = OUTPUT_FACTOR * (length + len(json.dumps(more)) if more else length) + OUTPUT_EXTRA

    def render(self) -> str:
        refusal: Exception | None = None
        # Most templates ask whether there are tools, a few go through them without asking.
        empties: tuple[list[Any] | None, ...] = (None, [])
        for empty in empties:
            self._variables |= {name: self._variables[name] or empty for name in ("tools", "documents")}
            for variant in shapes.variants(self._messages):
                began_s = time.monotonic()
                try:
                    text = self._try(variant, self._messages)
                except (MemoryError, LimitExceeded):
                    raise
                except Exception as error:  # noqa: BLE001  whatever a template raises is how it refuses
                    refusal = refusal or error
                else:
                    self._accepted = variant
                    self._render_s = time.monotonic() - began_s
                    return text
        raise refusal or LimitExceeded("it accepts nothing")

    def again(self, messages: list[Message]) -> str:
        """Render other messages in the way that was accepted; "" when the template refuses these or is too slow."""
        assert self._accepted is not None  # noqa: S101  render() comes first
        if time.monotonic() - self._started_s + self._render_s > TIME_LIMIT_S / 2:
            return ""  # the prompt is there: it must not fail for the sake of the spans
        try:
            return self._try(self._accepted, messages)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001  as above
            return ""

    def _try(self, variant: shapes.Variant, messages: list[Message]) -> str:
        changed = variant(messages)
        shown = shapes.as_parts(changed) if self._needs_parts else [dict(message) for message in changed]
        return self._program.render({**self._variables, "messages": shown}, self._limit)


class _Search:
    """Finds the messages in the prompt: rendered once more with a mark on each side of every content.

    Where the marks are the only difference, they tell exactly where each message stands, whatever surrounds it.
    """

    def __init__(self, guard: "_LiteralGuard", run: _Run, text: str) -> None:
        self._messages = guard.messages
        self._run = run
        self._text = text
        self._marks = [(next(guard.unused), next(guard.unused)) for _ in self._messages]
        self._all_marks = frozenset(mark for pair in self._marks for mark in pair)

    def spans(self) -> list[Range | None]:
        everyone = range(len(self._messages))
        # Many templates trim: then marks must stand inside the white space.
        for is_outside in (True, False):
            places = self._places(everyone, is_outside=is_outside)
            if places is not None:
                return [self._find(places, index) for index in everyone]
        if len(self._messages) > MAX_SINGLE_SEARCHES:
            return [None] * len(self._messages)
        return [self._alone(index) for index in everyone]

    def _alone(self, index: int) -> Range | None:
        places = self._places([index], is_outside=False)
        return None if places is None else self._find(places, index)

    def _places(self, indices: Sequence[int], *, is_outside: bool) -> dict[str, list[int]] | None:
        """Return where in the prompt each mark came to stand; None when they changed something else."""
        messages = list(self._messages)
        for index in indices:
            content = messages[index]["content"]
            core = content if is_outside else content.strip()
            if core:
                before, _, after = content.partition(core)
                open_mark, close_mark = self._marks[index]
                messages[index] = {**messages[index], "content": before + open_mark + core + close_mark + after}
        text, places = self._without_marks(self._run.again(messages))
        return places if text == self._text else None

    def _without_marks(self, marked: str) -> tuple[str, dict[str, list[int]]]:
        out: list[str] = []
        places: dict[str, list[int]] = {}
        position = length = 0
        for match in _PRIVATE_USE.finditer(marked):
            if match.group() in self._all_marks:
                out.append(marked[position : match.start()])
                length += match.start() - position
                position = match.end()
                places.setdefault(match.group(), []).append(length)
        return "".join([*out, marked[position:]]), places

    def _find(self, places: dict[str, list[int]], index: int) -> Range | None:
        starts, ends = (places.get(mark, []) for mark in self._marks[index])
        return (starts[0], ends[0]) if len(starts) == len(ends) == 1 and starts < ends else None


class _LiteralGuard:
    """Takes spelled control tokens out of the messages before rendering and finds them again in the prompt."""

    def __init__(self, messages: list[Message], options: PromptOptions, control: ControlSpelling) -> None:
        self._literals: list[str] = []
        self._control = control
        # Characters nobody used: the last plane of Unicode is for private use.
        given = [messages, options.tools, options.documents]
        used = set(json.dumps(given, ensure_ascii=False))
        self.unused: Iterator[str] = (each for each in map(chr, range(0x100000, 0x10FFFE)) if each not in used)
        self._mark = next(self.unused)
        self.messages = [
            {key: value if key == "role" else self._without_control(value) for key, value in message.items()}
            for message in messages
        ]
        self.variables: dict[str, Any] = {
            "add_generation_prompt": True,
            "tools": self._without_control(options.tools) or None,
            "documents": self._without_control(options.documents) or None,
        }
        if options.is_reasoning is not None:
            self.variables |= {"enable_thinking": options.is_reasoning, "thinking": options.is_reasoning}

    def _without_control(self, value: Any) -> Any:
        return shapes.map_text(value, self._replaced)

    def _replaced(self, text: str) -> str:
        if not self._control.spells_control(text) or self._control.control_text is None:
            return text
        return self._control.control_text.sub(self._take, text)

    def _take(self, match: re.Match[str]) -> str:
        self._literals.append(match.group())
        return f"{self._mark}{len(self._literals) - 1}{self._mark}"

    def rendered(self, text: str, spans: Sequence[Range | None]) -> Rendered:
        """Put back what was taken out."""
        plain, literals, moved = self._put_back(text)
        new_spans = tuple(None if span is None else (moved(span[0]), moved(span[1])) for span in spans)
        # A template can join what the user kept apart ("<|im_<br>end|>" without its <br>).
        for span in filter(None, new_spans):
            if self._control.spells_control(plain[slice(*span)]) and self._control.control_text is not None:
                literals += [match.span() for match in self._control.control_text.finditer(plain, *span)]
        return Rendered(plain, cut_pieces(plain, literals, self._control.control_text), new_spans)

    def _put_back(self, text: str) -> tuple[str, list[Range], Callable[[int], int]]:
        if not self._literals:
            return text, [], lambda at: at
        out, literals, shifts, position, length = [], [], [], 0, 0
        for match in re.finditer(f"{self._mark}(\\d+){self._mark}", text):
            literal = self._literals[int(match[1])]
            out += [text[position : match.start()], literal]
            start = length + match.start() - position
            length, position = start + len(literal), match.end()
            literals.append((start, length))
            shifts.append((position, length - position))
        out.append(text[position:])
        return "".join(out), literals, lambda at: at + next((by for end, by in reversed(shifts) if end <= at), 0)


def with_begun(rendered: Rendered, begun: str, control: ControlSpelling) -> Rendered:
    """Return the prompt with the beginning of the answer behind it. Control tokens are only spelled in that."""
    text = rendered.text + begun
    literals, position = [], 0
    for piece, is_literal in rendered.pieces:
        if is_literal:
            literals.append((position, position + len(piece)))
        position += len(piece)
    if control.spells_control(begun) and control.control_text is not None:
        literals += [match.span() for match in control.control_text.finditer(text, position)]
    return Rendered(text, cut_pieces(text, literals, control.control_text), rendered.spans)


def cut_pieces(text: str, literals: Sequence[Range], control: re.Pattern[str] | None) -> tuple[tuple[str, bool], ...]:
    """Cut `text` so that no piece with a literal in it has a control token, and none begins inside a word.

    A tokenizer cuts at control tokens by itself. Cutting exactly there gives the tokens of the whole text, but for what
    was spelled.
    """
    if not literals or control is None:
        return ((text, False),)
    ordered = sorted(literals)
    edges, position = [0], 0
    for start, end in [*ordered, (len(text), len(text))]:
        for match in control.finditer(text, position, max(position, start)):
            edges += match.span()
        position = max(position, end)
    edges.append(len(text))
    out: list[tuple[str, bool]] = []
    # Even stretches are plain text, odd ones the template's control tokens.
    for number, (start, end) in enumerate(pairwise(edges)):
        is_literal = number % 2 == 0 and any(start <= literal[0] < end for literal in ordered)
        if out and not is_literal and not out[-1][1]:
            out[-1] = (out[-1][0] + text[start:end], False)
        elif start < end:
            out.append((text[start:end], is_literal))
    return tuple(out)
