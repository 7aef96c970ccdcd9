# SPDX-License-Identifier: Apache-2.0
"""Chat templates: Jinja programs that come with a model and are not trusted.

They run in Jinja's immutable sandbox (no attribute of Python is reached), and under limits: the sandbox alone stops
neither endless loops nor strings of gigabytes.
"""

import ctypes
import datetime as dt
import hashlib
import json
import re
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, Protocol

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from leeward.domain.errors import TemplateFailed
from leeward.domain.generation import ChatMessage, Role

TIME_LIMIT_S = 2.0
MEMORY_LIMIT_BYTES = 256 * 1024 * 1024
OUTPUT_FACTOR, OUTPUT_EXTRA = 4, 64 * 1024
"""A prompt may be this many times as long as the messages, plus so many characters."""

CHATML = """\
{%- for message in messages -%}
<|im_start|>{{ message.role }}
{{ message.content }}<|im_end|>
{% endfor -%}
{%- if add_generation_prompt %}<|im_start|>assistant
{% endif -%}
"""

GEMMA = """\
{{ bos_token }}
{%- for message in messages -%}
{%- if message.role == 'system' %}{{ raise_exception('Gemma knows no system role') }}{% endif -%}
<start_of_turn>{{ 'model' if message.role == 'assistant' else 'user' }}
{{ message.content }}<end_of_turn>
{% endfor -%}
{%- if add_generation_prompt %}<start_of_turn>model
{% endif -%}
"""

PLAIN = """\
{%- for message in messages -%}
{{ message.role | capitalize }}: {{ message.content }}

{% endfor -%}
{%- if add_generation_prompt %}Assistant:{% endif -%}
"""


@dataclass(frozen=True, slots=True)
class BuiltinTemplate:
    """A template of ours for models that bring none. `marks` are the control tokens it needs in the vocabulary."""

    name: str
    source: str
    marks: tuple[str, ...]
    stop: tuple[str, ...] = ()


BUILTIN = (
    BuiltinTemplate("chatml", CHATML, ("<|im_start|>", "<|im_end|>")),
    BuiltinTemplate("gemma", GEMMA, ("<start_of_turn>", "<end_of_turn>")),
    BuiltinTemplate("plain", PLAIN, (), stop=("\nUser:", "\nSystem:")),
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A prompt as text. `pieces` are its parts in order; what the user spelled like a control token stands in a piece
    with is_literal=True and must be tokenized as plain text."""

    text: str
    pieces: tuple[tuple[str, bool], ...]


class ControlSpelling(Protocol):
    """What the vocabulary knows of text that looks like control tokens."""

    def spells_control(self, text: str) -> bool: ...

    @property
    def control_text(self) -> re.Pattern[str] | None: ...


class ChatTemplate:
    """One compiled template.

    Attributes:
        id: First 16 hex digits of the SHA-256 of its source.
        stop: Stop strings that belong to it.
    """

    def __init__(self, source: str, *, bos_text: str, eos_text: str, stop: tuple[str, ...] = ()) -> None:
        """Raises TemplateFailed when the source does not parse."""
        self.id = hashlib.sha256(source.encode("utf-8", "replace")).hexdigest()[:16]
        self.stop = stop
        self._source_length = len(source)
        self._globals = {"bos_token": bos_text, "eos_token": eos_text}
        with _template_errors_translated(), _limits():
            self._template = _environment().from_string(source)

    def render(self, messages: Sequence[ChatMessage], control: ControlSpelling) -> Rendered:
        """Return the prompt that asks for the assistant's next message.

        A template that refuses a system message gets it as the beginning of the user's first message.

        Raises:
            TemplateFailed: It refuses, or it does not keep within the limits.
        """
        guard = _LiteralGuard(messages, control)
        try:
            text = self._render(guard.messages)
        except TemplateFailed:
            if guard.messages[0].role is not Role.SYSTEM or len(guard.messages) == 1:
                raise
            text = self._render(_fold_system(guard.messages))
        return guard.rendered(text)

    def _render(self, messages: Sequence[ChatMessage]) -> str:
        limit = OUTPUT_FACTOR * sum(len(message.content) for message in messages) + OUTPUT_EXTRA
        dicts = [{"role": message.role.value, "content": message.content} for message in messages]
        parts: list[str] = []
        n_characters = 0
        with _template_errors_translated(), _limits():
            for part in self._template.generate(
                messages=dicts, add_generation_prompt=True, tools=None, documents=None, **self._globals
            ):
                parts.append(part)
                n_characters += len(part)
                if n_characters > limit:
                    raise TemplateFailed("its output is too long")
        return "".join(parts)


def choose_template(
    source: str, has_token: Callable[[str], bool], *, bos_text: str, eos_text: str
) -> tuple[ChatTemplate, str]:
    """Return the model's own template, or a built-in one that fits its vocabulary, and why ("" for its own)."""
    reason = "the model file carries no chat template"
    if "{" in source:
        try:
            return ChatTemplate(source, bos_text=bos_text, eos_text=eos_text), ""
        except TemplateFailed as error:
            reason = f"the model's chat template cannot be used: {error.reason}"
    elif source:
        reason = f"the model file only names a chat template ({source[:40]})"
    builtin = next(b for b in BUILTIN if all(has_token(mark) for mark in b.marks))
    template = ChatTemplate(builtin.source, bos_text=bos_text, eos_text=eos_text, stop=builtin.stop)
    return template, f"{reason}; using the built-in one named {builtin.name}"


class _LiteralGuard:
    """Takes spelled control tokens out of the messages before rendering and finds them again in the prompt."""

    def __init__(self, messages: Sequence[ChatMessage], control: ControlSpelling) -> None:
        self._literals: list[str] = []
        # A character no message has: the last planes of Unicode are for private use.
        used = set().union(*(message.content for message in messages))
        self._mark = next(mark for mark in map(chr, range(0x10F000, 0x10FFFE)) if mark not in used)
        self.messages = [
            self._without_control(message, control) if control.spells_control(message.content) else message
            for message in messages
        ]

    def _without_control(self, message: ChatMessage, control: ControlSpelling) -> ChatMessage:
        pattern = control.control_text
        return message if pattern is None else ChatMessage(message.role, pattern.sub(self._take, message.content))

    def _take(self, match: re.Match[str]) -> str:
        self._literals.append(match.group())
        return f"{self._mark}{len(self._literals) - 1}{self._mark}"

    def rendered(self, text: str) -> Rendered:
        if not self._literals:
            return Rendered(text, ((text, False),))
        # Odd parts are the numbers between two marks.
        parts = [
            (self._literals[int(part)], True) if index % 2 else (part, False)
            for index, part in enumerate(text.split(self._mark))
        ]
        pieces = tuple(part for part in parts if part[0])
        return Rendered("".join(piece for piece, _ in pieces), pieces)


def _fold_system(messages: Sequence[ChatMessage]) -> list[ChatMessage]:
    system, first, *rest = messages
    return [ChatMessage(first.role, f"{system.content}\n\n{first.content}"), *rest]


def _environment() -> ImmutableSandboxedEnvironment:
    environment = _BoundedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols"], undefined=jinja2.Undefined
    )
    environment.filters["tojson"] = _to_json
    environment.globals["raise_exception"] = _raise_exception
    # One date per engine process: a prompt that changes at midnight would be read again as a whole.
    today = dt.datetime.now(tz=dt.UTC).astimezone()
    environment.globals["strftime_now"] = today.strftime
    return environment


class _BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Refuses products and powers that would be huge before they are computed."""

    intercepted_binops = frozenset(["*", "**"])
    _LARGEST = 1_000_000

    def call_binop(self, context: jinja2.runtime.Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "**":
            if not all(isinstance(value, int | float) for value in (left, right)) or abs(right) > 64:
                raise TemplateFailed("it asks for a huge power")
        else:
            for sequence, factor in ((left, right), (right, left)):
                if hasattr(sequence, "__len__") and isinstance(factor, int) and len(sequence) * factor > self._LARGEST:
                    raise TemplateFailed("it asks for a huge repetition")
        return super().call_binop(context, operator, left, right)


class _TimeUp(BaseException):
    """Thrown into the rendering thread. Not an Exception: nothing on the way may swallow it."""


@contextmanager
def _limits() -> Iterator[None]:
    """Bound time and memory of what runs inside. The memory bound acts on Linux only."""
    with _memory_limit(), _time_limit():
        yield


@contextmanager
def _time_limit() -> Iterator[None]:
    """Throw _TimeUp into this thread when the time is over, again and again until it has left.

    Once is not enough: thrown inside a finalizer or a weakref callback it is printed and forgotten by Python.
    """
    watchdog = _Watchdog(threading.get_ident())
    watchdog.start()
    try:
        yield
    finally:
        while not watchdog.is_called_off:
            with suppress(_TimeUp):  # it may come just here
                watchdog.call_off()


class _Watchdog(threading.Thread):
    def __init__(self, thread_id: int) -> None:
        super().__init__(name="template watchdog", daemon=True)
        self._thread_id = ctypes.c_ulong(thread_id)
        self._over = threading.Event()
        self._lock = threading.Lock()
        self.is_called_off = False

    def run(self) -> None:
        wait_s = TIME_LIMIT_S
        while not self._over.wait(wait_s):
            wait_s = TIME_LIMIT_S / 8
            with self._lock:
                if not self._over.is_set():
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(self._thread_id, ctypes.py_object(_TimeUp))

    def call_off(self) -> None:
        """Call from the watched thread: nothing is thrown afterwards."""
        with self._lock:
            self._over.set()
        ctypes.pythonapi.PyThreadState_SetAsyncExc(self._thread_id, None)  # thrown, and not yet arrived
        self.is_called_off = True


@contextmanager
def _memory_limit() -> Iterator[None]:
    if not sys.platform.startswith("linux"):
        yield
        return
    import resource  # noqa: PLC0415  POSIX only

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123  a kernel file, not user data
        mapped = int(file.read().split()[0]) * resource.getpagesize()
    wanted = mapped + MEMORY_LIMIT_BYTES
    if soft != resource.RLIM_INFINITY:
        wanted = min(wanted, soft)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


@contextmanager
def _template_errors_translated() -> Iterator[None]:
    try:
        yield
    except TemplateFailed:
        raise
    except _TimeUp:
        raise TemplateFailed("it takes too long") from None
    except MemoryError:
        raise TemplateFailed("it needs too much memory") from None
    except Exception as error:
        # A template is a foreign program: whatever it raises (TemplateError, TypeError, RecursionError) is its fault.
        raise TemplateFailed(f"{type(error).__name__}: {error}"[:300]) from error


def _raise_exception(message: str) -> None:
    raise jinja2.TemplateError(message)


def _to_json(value: Any, indent: int | None = None, **_options: Any) -> str:
    # Jinja's own escapes < and > for HTML, which no model was trained on.
    return json.dumps(value, ensure_ascii=False, indent=indent)
