# SPDX-License-Identifier: Apache-2.0
"""Writing TOML: the flat tables Leeward keeps, and whatever tomllib read from a newer Leeward's file."""

import datetime as dt
import math
import re
from collections.abc import Mapping
from typing import Any

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def dumps(table: Mapping[str, Any]) -> str:
    """Return `table` as TOML, one key a line; tables inside it become inline tables, texts of several lines keep them.

    Raises:
        TypeError: A value of a kind that TOML does not have.
    """
    return "".join(f"{_key(key)} = {_top_value(value)}\n" for key, value in table.items())


def _top_value(value: Any) -> str:
    if isinstance(value, str) and "\n" in value:
        lines = "".join("\n" if letter == "\n" else _character(letter) for letter in value)
        return f'"""\n{lines}"""'  # the first line break is not part of the text
    return _value(value)


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _string(key)


def _value(value: Any) -> str:  # noqa: PLR0911 - one return for each kind of value
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)} = {_value(item)}" for key, item in value.items()) + "}"
    raise TypeError(f"TOML has no {type(value).__name__}")


def _float(value: float) -> str:
    if math.isnan(value):
        return "nan"
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    return repr(value)  # the shortest text that reads back as the same number; always has a point or an exponent


def _string(text: str) -> str:
    return '"' + "".join(_character(character) for character in text) + '"'


def _character(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    if code < 0x20 or code == 0x7F:
        return f"\\u{code:04X}"
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else character  # a lone surrogate has no UTF-8 form
