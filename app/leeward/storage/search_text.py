# SPDX-License-Identifier: Apache-2.0
"""The text that is indexed: a separator between the characters of scripts that put no spaces between words.

So a run of Chinese, Japanese, Korean, Thai, Lao, Khmer or Burmese becomes a row of words of one character, a query of the
same characters a phrase of them, and any part of the run is found. See docs/decisions/0024.
"""

import functools
import re
import sqlite3
from typing import Final

SEPARATOR: Final = "\x1f"
"""Shown nowhere, part of no word, and in no text that people write."""

# What is indexed already was made with these: a change of them is a step of `migrations` that builds the indexes again.
_UNSPACED: Final = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\uaa60-\uaa7f\ua9e0-\ua9ff"  # Burmese and its neighbours
    "\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff"  # Hangul: its particles are written onto the words
    "\u1780-\u17ff"  # Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Han
    "\u3040-\u30fa\u30fc-\u31ff\uff66-\uff9f"  # Kana (not the middle dot), Bopomofo, compatibility Hangul
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"  # rare kana, rare Han
)


def separated(text: str) -> str:
    """Return `text` with SEPARATOR before and behind each character of a script without spaces."""
    return text if text.isascii() else _boundary().sub(SEPARATOR, text)


# Compiled when the first text needs them: at every start that would be 6 ms.


@functools.cache
def _boundary() -> re.Pattern[str]:
    return re.compile(f"(?<=[{_UNSPACED}])(?=.)|(?<=.)(?=[{_UNSPACED}])", re.DOTALL)


@functools.cache
def _one() -> re.Pattern[str]:
    return re.compile(f"[{_UNSPACED}]")


def is_unspaced(character: str) -> bool:
    """Say whether a character is of a script without spaces: a whole word in the index."""
    return _one().fullmatch(character) is not None


def joined(text: str) -> str:
    """Return what was separated as it was written."""
    return text.replace(SEPARATOR, "")


def add_to(sql: sqlite3.Connection) -> None:
    """Give a connection the SQL function `search_text`, which the views and triggers of the search call."""
    sql.create_function("search_text", 1, _separated_bytes, deterministic=True)


def _separated_bytes(text: bytes) -> str:
    # Bytes, because Python refuses to call a function for a text with a flipped bit in it.
    return separated(text.decode(errors="replace"))
