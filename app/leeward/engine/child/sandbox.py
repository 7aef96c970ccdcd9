# SPDX-License-Identifier: Apache-2.0
"""Where chat templates run: Jinja's immutable sandbox, under limits of time, memory and output.

The sandbox alone reaches no attribute of Python, but it stops neither endless loops nor strings of gigabytes.
"""

import ctypes
import datetime as dt
import json
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import jinja2
import jinja2.ext
import jinja2.parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from leeward.domain.errors import TemplateFailed

TIME_LIMIT_S = 2.0
CPU_LIMIT_S = 2.8
"""The kernel ends the process then. Only a template that stays inside one C function gets here: Python's own exceptions
arrive between two instructions, and not in the comparison of two lists that are nested sixty deep."""
MEMORY_LIMIT_BYTES = 256 * 1024 * 1024
OUTPUT_FACTOR, OUTPUT_EXTRA = 4, 64 * 1024
"""A prompt may be this many times as long as the messages, plus so many characters."""

_LARGEST_SEQUENCE = 1_000_000
_LARGEST_NUMBER_BITS = 100_000


class LimitExceeded(Exception):
    """The template asks for more than any honest one needs."""


class Program:
    """One compiled template. Construct and render inside `limits()`."""

    def __init__(self, source: str) -> None:
        self._template = _environment().from_string(source)

    def render(self, variables: Mapping[str, Any], max_characters: int) -> str:
        """Return the output.

        Raises:
            LimitExceeded: It is too long.
        """
        parts: list[str] = []
        n_characters = 0
        for part in self._template.generate(**variables):
            parts.append(part)
            n_characters += len(part)
            if n_characters > max_characters:
                raise LimitExceeded("its output is too long")
        return "".join(parts)


@contextmanager
def limits() -> Iterator[None]:
    """Bound time and memory of what runs inside, and translate whatever it raises to TemplateFailed.

    The memory bound acts on Linux only, the one of CPU time not on Windows.

    Raises:
        TemplateFailed
        MemoryError: There is no room for the thread that watches the time; nothing has run.
    """
    try:
        with _memory_limit(), _cpu_limit(), _time_limit():
            yield
    except TemplateFailed:
        raise
    except _TimeUp:
        raise TemplateFailed("it takes too long") from None
    except _NoThread as error:
        raise MemoryError from error
    except MemoryError:
        raise TemplateFailed("it needs too much memory") from None
    except LimitExceeded as error:
        raise TemplateFailed(str(error)) from None
    except Exception as error:
        # A template is a foreign program: whatever it raises (TemplateError, TypeError, RecursionError) is its fault.
        raise TemplateFailed(f"{type(error).__name__}: {error}"[:300]) from error


def _environment() -> ImmutableSandboxedEnvironment:
    environment = _BoundedEnvironment(
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.loopcontrols", _GenerationMark],
        undefined=jinja2.Undefined,
    )
    environment.filters["tojson"] = _to_json
    environment.filters["as_json"] = _as_json
    environment.globals["raise_exception"] = _raise_exception
    # One date per engine process: a prompt that changes at midnight would be read again as a whole.
    today = dt.datetime.now(tz=dt.UTC).astimezone()
    environment.globals["strftime_now"] = today.strftime
    return environment


class _GenerationMark(jinja2.ext.Extension):
    """{% generation %} tells training programs which part to learn; what stands in it is rendered as it is."""

    tags = {"generation"}

    def parse(self, parser: jinja2.parser.Parser) -> list[jinja2.nodes.Node]:
        next(parser.stream)
        return parser.parse_statements(("name:endgeneration",), drop_needle=True)


class _BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Refuses products and powers that would be huge before they are computed."""

    intercepted_binops = frozenset(["*", "**"])

    def call_binop(self, context: jinja2.runtime.Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "**":
            if not all(isinstance(value, int | float) for value in (left, right)) or abs(right) > 64:
                raise LimitExceeded("it asks for a huge power")
            if isinstance(left, int) and left.bit_length() * abs(right) > _LARGEST_NUMBER_BITS:
                raise LimitExceeded("it asks for a huge power")
        elif isinstance(left, int) and isinstance(right, int):
            if left.bit_length() + right.bit_length() > _LARGEST_NUMBER_BITS:
                raise LimitExceeded("it asks for a huge number")
        else:
            for sequence, factor in ((left, right), (right, left)):
                is_repetition = hasattr(sequence, "__len__") and isinstance(factor, int)
                if is_repetition and len(sequence) * factor > _LARGEST_SEQUENCE:
                    raise LimitExceeded("it asks for a huge repetition")
        return super().call_binop(context, operator, left, right)


class _NoThread(Exception):
    """The watchdog cannot be started."""


class _TimeUp(BaseException):
    """Thrown into the rendering thread. Not an Exception: nothing on the way may swallow it."""


@contextmanager
def _time_limit() -> Iterator[None]:
    """Throw _TimeUp into this thread when the time is over, again and again until it has left.

    Once is not enough: thrown inside a finalizer or a weakref callback it is printed and forgotten by Python.
    """
    watchdog = _Watchdog(threading.get_ident())
    try:
        watchdog.start()
    except RuntimeError as error:  # "can't start new thread": no room for its stack
        raise _NoThread from error
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
        # What was thrown and has not arrived comes at a jump back, out of here. Taking it back instead would leave a mark
        # that makes Python 3.11 hang in the next function that is traced.
        for _ in range(10):
            pass
        self.is_called_off = True


@contextmanager
def _cpu_limit() -> Iterator[None]:
    if sys.platform == "win32":
        yield
        return
    import signal  # noqa: PLC0415  POSIX only

    # SIGVTALRM is left to its default, which is to end the process: a handler would wait for the C function to return.
    signal.setitimer(signal.ITIMER_VIRTUAL, CPU_LIMIT_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


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


def _raise_exception(message: str) -> None:
    raise jinja2.TemplateError(message)


def _to_json(value: Any, indent: int | None = None, **options: Any) -> str:
    # Jinja's own escapes < and > for HTML, which no model was trained on. The options are those of transformers.
    known = {key: options[key] for key in ("separators", "sort_keys") if key in options}
    is_ascii = bool(options.get("ensure_ascii", False))
    return json.dumps(value, ensure_ascii=is_ascii, indent=indent, default=_listed, **known)


def _listed(value: Any) -> list[Any]:
    if isinstance(value, Iterator):  # what filters like `map` give
        return list(value)
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")


def _as_json(text: str) -> str:
    """Return text that is JSON as it is (in one form), any other as a JSON string."""
    try:
        return _to_json(json.loads(text))
    except ValueError:
        return _to_json(text)
