# SPDX-License-Identifier: Apache-2.0
"""Tool calls in the text of an answer: the forms models write them in, and a push/flush parser for each.

A call that is cut, malformed or of a tool nobody offered is text, and so is a mark the model only speaks of.
"""

import enum
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from leeward.domain.generation import ToolCall
from leeward.domain.stream import overlap

Schema = Mapping[str, Any]

MAX_HEAD = 300
"""Characters a tool's name and the id of a call may have together."""


class ToolCallForm(enum.Enum):
    """How a model writes its calls. Several may follow each other, but for LLAMA3."""

    NONE = enum.auto()  # no form that is known here
    HERMES = enum.auto()  # <tool_call>{"name": ..., "arguments": {...}}</tool_call>
    QWEN_XML = enum.auto()  # <tool_call><function=name><parameter=key>value</parameter></function></tool_call>
    MISTRAL_LIST = enum.auto()  # [TOOL_CALLS][{"name": ..., "arguments": {...}, "id": ...}]
    MISTRAL_NAMED = enum.auto()  # [TOOL_CALLS]name[ARGS]{...}
    MISTRAL_NAMED_ID = enum.auto()  # [TOOL_CALLS]name[CALL_ID]id[ARGS]{...}
    LLAMA3 = enum.auto()  # {"name": ..., "parameters": {...}} is the whole answer; also behind <|python_tag|>

    @property
    def opening_mark(self) -> str:
        return self.marks[0] if self.marks else ""

    @property
    def marks(self) -> tuple[str, ...]:
        """What may be a control token in the vocabulary; the opening mark first."""
        return _MARKS[self]


_TAGS = ("<tool_call>", "</tool_call>")
_MISTRAL = ("[TOOL_CALLS]", "[CALL_ID]", "[ARGS]")
_MARKS: dict[ToolCallForm, tuple[str, ...]] = {
    ToolCallForm.NONE: (),
    ToolCallForm.HERMES: _TAGS,
    ToolCallForm.QWEN_XML: _TAGS,
    ToolCallForm.MISTRAL_LIST: _MISTRAL,
    ToolCallForm.MISTRAL_NAMED: _MISTRAL,
    ToolCallForm.MISTRAL_NAMED_ID: _MISTRAL,
    ToolCallForm.LLAMA3: ("<|python_tag|>",),
}
_LLAMA3_TRIGGER = re.compile(r'\s*\{\s*(?:"type"\s*:\s*"function"\s*,\s*)?"name"\s*:\s*"')


def is_text(parameter: Schema) -> bool:
    """Whether the values of a parameter are written as they are in the XML form, not as JSON."""
    values = parameter.get("enum", [parameter["const"]] if "const" in parameter else [])
    return parameter.get("type") == "string" or (bool(values) and all(isinstance(value, str) for value in values))


class ToolCallParser:
    """Split an answer into text and tool calls. White space around a call belongs to neither.

    >>> parser = ToolCallParser(ToolCallForm.HERMES, {"now": {}}, lambda: "1")
    >>> parser.push('Wait. <tool_call>{"na'), parser.push('me": "now"}</tool_call>')
    (['Wait.'], [ToolCall(id='1', name='now', arguments='{}')])
    """

    def __init__(self, form: ToolCallForm, tools: Mapping[str, Schema], new_id: Callable[[], str]) -> None:
        """`tools`: the schema of each tool's arguments by its name. `new_id`: for calls that bring none."""
        self._form = form
        self._calls = _Calls(tools, new_id)
        self._held = ""  # not given out yet; with a reader: white space and mark, then what the reader is shown
        self._n_lead = 0
        self._reader: _Reader | None = None
        self._is_start = True
        self._is_behind_call = False

    @property
    def behind_trigger(self) -> str | None:
        """What came behind the text that says that this can only become a call; None where there is none under way."""
        if self._reader is None:
            return None
        text = self._held[self._n_lead :]
        if self._form is not ToolCallForm.LLAMA3:
            return text
        found = _LLAMA3_TRIGGER.match(text)
        return text[found.end() :] if found else None

    def push(self, piece: str) -> list[str | ToolCall]:
        self._held += piece
        return self._drain(is_end=False)

    def flush(self) -> list[str | ToolCall]:
        return self._drain(is_end=True)

    def _drain(self, *, is_end: bool) -> list[str | ToolCall]:
        out: list[str | ToolCall] = []
        while self._held:
            if self._reader is None:
                text = self._take_text(is_end=is_end)
                if text:
                    out.append(text)
                    self._is_start = self._is_behind_call = False
                if self._reader is None:
                    break
            try:
                found = self._reader.read(self._held[self._n_lead :], is_end=is_end)
            except _Broken:
                found = None
            else:
                if found is None and not is_end:
                    break
            self._reader = None
            if found is None:
                out.append(self._held[: self._n_lead])
                self._held = self._held[self._n_lead :]
            else:
                out += found[0]
                self._held = self._held[self._n_lead + found[1] :]
            self._is_start, self._is_behind_call = False, found is not None
        return [each for each in out if each]

    def _take_text(self, *, is_end: bool) -> str:
        """Return text up to a mark or what may become one; makes the reader for what stands behind the mark."""
        if self._is_behind_call:
            self._held = self._held.lstrip()
        mark = self._form.opening_mark
        at = self._held.find(mark)
        if self._form is ToolCallForm.LLAMA3 and self._is_start and self._held.lstrip().startswith("{"):
            at, mark = self._held.find("{"), ""
        if at >= 0:
            text = self._held[:at].rstrip()
            self._n_lead = at + len(mark) - len(text)
            self._reader = _READERS[self._form](self._calls)
        elif is_end:
            text = self._held
        else:
            text = self._held[: len(self._held) - overlap(self._held, mark)].rstrip()
        self._held = self._held[len(text) :]
        return text


class _Broken(Exception):
    """This becomes no call."""


_Found = tuple[list[ToolCall], int]
"""The calls, and how many characters they took."""


class _Calls:
    """Makes calls of what was parsed."""

    def __init__(self, tools: Mapping[str, Schema], new_id: Callable[[], str]) -> None:
        self._tools = tools
        self._new_id = new_id

    def of(self, name: Any, arguments: Any, call_id: Any = "") -> ToolCall:
        if isinstance(arguments, str):
            arguments = _parsed(arguments)  # some write JSON in a string
        if not isinstance(name, str) or name not in self._tools or not isinstance(arguments, dict):
            raise _Broken
        is_id = isinstance(call_id, str) and re.fullmatch(r"[A-Za-z0-9_-]{1,64}", call_id)
        return ToolCall(call_id if is_id else self._new_id(), name, _as_json(arguments))

    def of_object(self, value: Any) -> ToolCall:
        if not isinstance(value, dict):
            raise _Broken
        arguments = value.get("arguments", value.get("parameters"))
        return self.of(value.get("name"), {} if arguments is None else arguments, value.get("id"))

    def of_texts(self, name: str, texts: Mapping[str, str]) -> ToolCall:
        properties = self._tools.get(name, {}).get("properties")
        known = properties if isinstance(properties, dict) else {}
        return self.of(name, {key: _value(text, known.get(key)) for key, text in texts.items()})


def _parsed(text: str) -> Any:
    """Return what JSON text says. Raises _Broken."""
    try:
        return json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise _Broken from error


def _no_number(name: str) -> None:
    raise ValueError(name)  # NaN and the infinities are no JSON


def _as_json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # half a surrogate pair
        return json.dumps(value)
    return text


def _value(text: str, parameter: Any) -> Any:
    if isinstance(parameter, dict) and is_text(parameter):
        return text
    try:
        return _parsed(text)
    except _Broken:
        return text


class _JsonEnd:
    """Finds where a JSON object or list ends, in a text that grows; looks at every character once."""

    _IN_STRING = re.compile(r'"|\\.', re.DOTALL)
    _OUTSIDE = re.compile(r'["{}\[\]]')

    def __init__(self, start: int) -> None:
        """`start`: where it begins."""
        self._at = start
        self._depth = 0
        self._is_in_string = False

    def find(self, text: str) -> int | None:
        while found := (self._IN_STRING if self._is_in_string else self._OUTSIDE).search(text, self._at):
            self._at = found.end()
            mark = found.group()
            if mark == '"':
                self._is_in_string = not self._is_in_string
            elif mark in ("{", "["):
                self._depth += 1
            elif mark in ("}", "]"):
                self._depth -= 1
                if self._depth == 0:
                    return self._at
        is_cut = self._is_in_string and text.endswith("\\", self._at)
        self._at = len(text) - is_cut
        return None


class _Reader:
    """Reads what stands behind an opening mark: is shown it again and again while it grows."""

    def __init__(self, calls: _Calls) -> None:
        self._calls = calls

    def read(self, text: str, *, is_end: bool) -> _Found | None:
        """Return the calls, None while they are not whole.

        Raises:
            _Broken
        """
        raise NotImplementedError


class _Tagged(_Reader):
    """<tool_call> with JSON or XML inside. The closing mark may be missing: what is whole is a call."""

    _FUNCTION, _END, _CLOSE = "<function=", "</function>", _TAGS[1]
    _HEAD = re.compile(rf"\s*<function=([^>\s]{{1,{MAX_HEAD}}})>\s*")
    _PARAMETER = re.compile(r"<parameter=([^>\n]+)>\n?(.*?)\n?</parameter>\s*(?=<parameter=|\Z)", re.DOTALL)

    def __init__(self, calls: _Calls) -> None:
        super().__init__(calls)
        self._json: _JsonEnd | None = None
        self._searched = 0
        self._end: int | None = None
        self._call: ToolCall | None = None

    def read(self, text: str, *, is_end: bool) -> _Found | None:
        if self._call is None:
            self._call = self._read_call(text)
        if self._call is None or self._end is None:
            return None
        rest = text[self._end :].lstrip()
        if rest.startswith(self._CLOSE):
            return [self._call], len(text) - len(rest) + len(self._CLOSE)
        if self._CLOSE.startswith(rest) and not is_end:
            return None
        return [self._call], self._end

    def _read_call(self, text: str) -> ToolCall | None:
        body = text.lstrip()
        if not body or (self._FUNCTION.startswith(body) and body != self._FUNCTION):
            return None
        if body.startswith(self._FUNCTION):
            return self._read_xml(text)
        if not body.startswith("{"):
            raise _Broken
        start = len(text) - len(body)
        self._json = self._json or _JsonEnd(start)
        self._end = self._json.find(text)
        return None if self._end is None else self._calls.of_object(_parsed(text[start : self._end]))

    def _read_xml(self, text: str) -> ToolCall | None:
        head = self._HEAD.match(text)
        if head is None:
            if re.fullmatch(rf"\s*<function=[^>\s]{{0,{MAX_HEAD}}}", text):
                return None
            raise _Broken
        at = text.find(self._END, max(self._searched, head.end()))
        while at >= 0:
            inside = text[head.end() : at].rstrip()
            if not inside or inside.endswith("</parameter>"):
                self._end = at + len(self._END)
                return self._calls.of_texts(head[1], self._parameters(inside))
            at = text.find(self._END, at + 1)
        self._searched = max(0, len(text) - len(self._END))
        return None

    def _parameters(self, text: str) -> dict[str, str]:
        found: dict[str, str] = {}
        position = 0
        while position < len(text):
            match = self._PARAMETER.match(text, position)
            if match is None:
                raise _Broken
            found[match[1]] = match[2]
            position = match.end()
        return found


class _Mistral(_Reader):
    """[TOOL_CALLS] with a list, or with a name and its arguments."""

    _NAME = r'[^\s\[\]{}"]+'
    _HEAD = re.compile(rf"\s*({_NAME})(?:\[CALL_ID\]({_NAME}))?")
    _ARGS = "[ARGS]"

    def __init__(self, calls: _Calls) -> None:
        super().__init__(calls)
        self._json: _JsonEnd | None = None

    def read(self, text: str, *, is_end: bool) -> _Found | None:
        del is_end
        body = text.lstrip()
        if not body:
            return None
        return self._read_list(text) if body.startswith("[") else self._read_named(text)

    def _read_list(self, text: str) -> _Found | None:
        start = text.index("[")
        self._json = self._json or _JsonEnd(start)
        end = self._json.find(text)
        if end is None:
            return None
        values = _parsed(text[start:end])
        if not values:
            raise _Broken
        return [self._calls.of_object(value) for value in values], end

    def _read_named(self, text: str) -> _Found | None:
        at = text.find(self._ARGS, 0, MAX_HEAD + len(self._ARGS))
        if at < 0:
            if len(text) < MAX_HEAD + len(self._ARGS) and re.fullmatch(r'\s*[^\s{}"]*', text):
                return None
            raise _Broken
        head = self._HEAD.fullmatch(text, 0, at)
        start = at + len(self._ARGS)
        body = text[start:].lstrip()
        if head is None or (body and not body.startswith("{")):
            raise _Broken
        if not body:
            return None
        self._json = self._json or _JsonEnd(len(text) - len(body))
        end = self._json.find(text)
        return None if end is None else ([self._calls.of(head[1], _parsed(text[start:end]), head[2])], end)


class _Llama3(_Reader):
    """JSON objects up to the end of the answer, with ";" between them."""

    def __init__(self, calls: _Calls) -> None:
        super().__init__(calls)
        self._found: list[ToolCall] = []
        self._at = 0
        self._json: _JsonEnd | None = None

    def read(self, text: str, *, is_end: bool) -> _Found | None:
        while True:
            if self._json is None:
                body = text[self._at :].lstrip("; \n\t\r")
                if not body:
                    return (self._found, len(text)) if is_end and self._found else None
                if not body.startswith("{"):
                    raise _Broken
                self._at = len(text) - len(body)
                self._json = _JsonEnd(self._at)
            end = self._json.find(text)
            if end is None:
                return None
            self._found.append(self._calls.of_object(_parsed(text[self._at : end])))
            self._at, self._json = end, None


_READERS: dict[ToolCallForm, type[_Reader]] = {
    ToolCallForm.HERMES: _Tagged,
    ToolCallForm.QWEN_XML: _Tagged,
    ToolCallForm.MISTRAL_LIST: _Mistral,
    ToolCallForm.MISTRAL_NAMED: _Mistral,
    ToolCallForm.MISTRAL_NAMED_ID: _Mistral,
    ToolCallForm.LLAMA3: _Llama3,
}
