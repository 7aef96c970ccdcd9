# SPDX-License-Identifier: Apache-2.0
"""Which program a file comes from, told by what is in it, and its conversations one after the other."""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import msgspec

from leeward.chat.transfer import chatgpt, jan, leeward_file, lm_studio, open_webui, openai_lines
from leeward.chat.transfer.found import Found, Refused, dict_of

MAX_CONVERSATION_BYTES: Final = 64 * 1024**2
MAX_CONVERSATIONS: Final = 100_000
LEEWARD, JAN, MESSAGES = "Leeward", "Jan", "OpenAI-style messages"

Data = bytes | bytearray

_READERS: Final[tuple[tuple[str, Callable[[dict[str, Any]], bool], Callable[[dict[str, Any], float], Found]], ...]] = (
    ("ChatGPT", chatgpt.matches, chatgpt.read),
    ("Open WebUI", open_webui.matches, open_webui.read),
    ("LM Studio", lm_studio.matches, lm_studio.read),
    (MESSAGES, openai_lines.matches, openai_lines.read),
)
# A whole pair of escaped surrogates, or half of one. Halves stand in texts that a program cut; msgspec refuses them.
# Before it, an even number of backslashes: an odd one makes it plain text.
_SURROGATES = re.compile(
    rb"(?<!\\)(?:\\\\)*+(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u([dD][89a-fA-F][0-9a-fA-F]{2}))"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One conversation of a file, not read yet.

    Attributes:
        where: Which one it is in the file.
        read: Returns the program it comes from and what it is, or raises Refused.
    """

    where: str
    read: Callable[[], tuple[str, Found]]


class NotUnderstood(Exception):
    """The file is of no kind that is known. The text says what it is instead, in English, without a full stop."""


def entries(data: Data, thread: Data | None, now_s: float) -> list[Entry]:
    """Return the conversations of a file, the last one first: files begin with their newest one.

    Args:
        data: The whole file.
        thread: What lies beside it as thread.json, if anything does.
        now_s: The time of what has no time.

    Raises:
        NotUnderstood: It is of no kind that is known.
        Refused: All of the file.
    """
    data = _as_utf8(data)
    own = leeward_file.entries_of(data)
    if own is not None:
        return _numbered([partial(_read_own, raw) for raw in own])
    match data[:4096].lstrip()[:1]:
        case b"[":
            return _entries_of_list(data, now_s)
        case b"{":
            return _entries_of_objects(data, thread, now_s)
    if not data.strip():
        raise NotUnderstood("it is empty")
    return _entries_of_lines(data, thread, now_s, "it is no JSON")


def _entries_of_list(data: Data, now_s: float) -> list[Entry]:
    try:
        raws = _decoded(data, list[msgspec.Raw])
    except (ValueError, RecursionError) as error:
        raise NotUnderstood(_why_not(error)) from error
    if raws and openai_lines.is_message(_value_or_none(raws[0])):  # one conversation with nothing around it
        return _numbered([partial(_read_messages, raws, now_s)])
    if not any(_program_of(_value_or_none(raw)) for raw in raws):
        raise NotUnderstood("it is JSON, but holds no conversations of a kind that is known")
    return _numbered([partial(_read, raw, now_s) for raw in raws])


def _entries_of_objects(data: Data, thread: Data | None, now_s: float) -> list[Entry]:
    try:
        raw = _decoded(data, msgspec.Raw)
    except (ValueError, RecursionError) as error:
        return _entries_of_lines(data, thread, now_s, _why_not(error))
    value = _value_or_none(raw)
    if value is not None and jan.matches(value):  # a thread of one message
        return _entries_of_lines(data, thread, now_s, "")
    if not _program_of(value):
        raise NotUnderstood("it is JSON, but holds no conversation of a kind that is known")
    return _numbered([partial(_read, raw, now_s)])


def _entries_of_lines(data: Data, thread: Data | None, now_s: float, why_not: str) -> list[Entry]:
    """Return the conversations in lines, of which any may be damaged. `why_not`: why the whole is no JSON."""
    lines = _lines(data)
    if why_not and len(lines) == 1:
        raise NotUnderstood(why_not)
    values = (_value_or_none(line.cut(data)) for line in lines)
    first = next((value for value in values if isinstance(value, dict)), {})
    if jan.matches(first):
        return [Entry("the thread", partial(_read_thread, data, lines, thread, now_s))]
    if not _program_of(first) and not any(map(_program_of, values)):
        is_whole = _value_or_none(lines[0].cut(data)) is not None
        raise NotUnderstood("its lines are JSON, but no conversations of a kind that is known" if is_whole else why_not)
    return [Entry(f"line {line.number}", partial(_read_line, data, line, now_s)) for line in reversed(lines)]


def _why_not(error: Exception) -> str:
    return "it is nested too deeply" if isinstance(error, RecursionError) else f"it is no whole JSON ({error})"


def _numbered(readers: list[Callable[[], tuple[str, Found]]]) -> list[Entry]:
    if len(readers) > MAX_CONVERSATIONS:
        raise Refused(f"it has more than {MAX_CONVERSATIONS:,} conversations")
    return [Entry(f"conversation {number}", read) for number, read in enumerate(readers, start=1)][::-1]


# One conversation


def _read(raw: msgspec.Raw, now_s: float) -> tuple[str, Found]:
    value = dict_of(_value(raw))
    for program, matches, read in _READERS:
        if matches(value):
            return program, read(value, now_s)
    raise Refused("it is no conversation of a kind that is known")


def _read_own(raw: msgspec.Raw) -> tuple[str, Found]:
    return LEEWARD, leeward_file.read(_bounded(raw))


def _read_messages(raws: list[msgspec.Raw], now_s: float) -> tuple[str, Found]:
    return MESSAGES, openai_lines.read({"messages": [_value(raw) for raw in raws]}, now_s)


def _read_line(data: Data, line: "_Line", now_s: float) -> tuple[str, Found]:
    return _read(line.cut(data), now_s)


def _read_thread(data: Data, lines: "list[_Line]", thread: Data | None, now_s: float) -> tuple[str, Found]:
    messages = [dict_of(_value(line.cut(data))) for line in lines]
    about = _value_or_none(msgspec.Raw(thread)) if thread else None
    return JAN, jan.read(messages, dict_of(about), now_s)


def _program_of(value: Any) -> str:
    return next((program for program, matches, _ in _READERS if matches(dict_of(value))), "")


def _bounded(raw: msgspec.Raw) -> msgspec.Raw:
    if memoryview(raw).nbytes > MAX_CONVERSATION_BYTES:
        raise Refused(f"it is larger than {MAX_CONVERSATION_BYTES // 1024**2} MB")
    return raw


def _value(raw: msgspec.Raw) -> Any:
    """Return what stands in `raw`. Raises Refused."""
    try:
        return _decoded(_bounded(raw), Any)
    except RecursionError as error:
        raise Refused("it is nested too deeply") from error
    except ValueError as error:  # msgspec's say the place, not the text
        raise Refused(f"it is damaged ({error})") from error


def _value_or_none(raw: msgspec.Raw) -> Any:
    try:
        return _value(raw)
    except Refused:
        return None


# Bytes


@dataclass(frozen=True, slots=True)
class _Line:
    """Where a line stands; a copy of all lines would double the memory."""

    number: int
    start: int
    end: int

    def cut(self, data: Data) -> msgspec.Raw:
        return msgspec.Raw(bytes(data[self.start : self.end]))


def _lines(data: Data) -> list[_Line]:
    """Return the lines that are not empty; there is one at least. Raises Refused."""
    lines: list[_Line] = []
    start, number = 0, 1
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        if data[start:end].strip():
            lines.append(_Line(number, start, end))
            if len(lines) > MAX_CONVERSATIONS:
                raise Refused(f"it has more than {MAX_CONVERSATIONS:,} lines")
        start, number = end + 1, number + 1
    return lines


def _decoded(data: Data | msgspec.Raw, kind: Any) -> Any:
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.DecodeError:
        mended = bytearray(data)
        for match in _SURROGATES.finditer(data):
            if match[1]:
                mended[match.start(1) : match.end(1)] = b"fffd"  # of the same length
        return msgspec.json.decode(mended, type=kind)


def _as_utf8(data: Data) -> Data:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").encode()
    return data.removeprefix(codecs.BOM_UTF8)
