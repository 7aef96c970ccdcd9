# SPDX-License-Identifier: Apache-2.0
"""Parsers of text that arrives in pieces. Each is push(piece) -> out and flush() -> out, and never looks back."""

import codecs
from collections.abc import Sequence
from typing import NamedTuple


class Utf8Joiner:
    """Join the bytes of tokens to text: one character may be spread over several tokens.

    Attributes:
        is_mid_character: Whether the bytes so far end inside one.
    """

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self.is_mid_character = False

    def push(self, piece: bytes) -> str:
        if piece.isascii() and not self.is_mid_character:
            return piece.decode("ascii")  # nearly always, and three times as quick
        text = self._decoder.decode(piece)
        self.is_mid_character = bool(self._decoder.getstate()[0])
        return text

    def flush(self) -> str:
        """Return U+FFFD for an unfinished character, else nothing."""
        return self._decoder.decode(b"", final=True)


class StopStringCutter:
    """Let text through up to the first stop string. Text that could still become one is held back.

    >>> cutter = StopStringCutter(["###"])
    >>> cutter.push("one #"), cutter.push("two ##"), cutter.push("# three"), cutter.is_stopped
    ('one ', '#two ', '', True)
    """

    def __init__(self, stop: Sequence[str]) -> None:
        self._stop = [text for text in stop if text]
        self._held = ""
        self.is_stopped = False

    def push(self, piece: str) -> str:
        if self.is_stopped:
            return ""
        if not self._stop:
            return piece
        text = self._held + piece
        found = [at for at in (text.find(stop) for stop in self._stop) if at >= 0]
        if found:
            self.is_stopped = True
            self._held = ""
            return text[: min(found)]
        n_held = max(overlap(text, stop) for stop in self._stop)
        self._held = text[len(text) - n_held :]
        return text[: len(text) - n_held]

    def flush(self) -> str:
        held, self._held = self._held, ""
        return held


class Marks(NamedTuple):
    """What a model writes around what it thinks."""

    open: str
    close: str


THINK = Marks("<think>", "</think>")


class ReasoningSplitter:
    """Split "<think>...</think>" at the start of an answer from the answer itself.

    Only a mark that opens the answer counts: later ones are text the model quotes. White space around the marks
    belongs to neither side. `is_open`: the prompt ends with the opening mark, so that the answer begins behind it.
    `has_thought`: it ends inside the reasoning, with words of it.

    >>> splitter = ReasoningSplitter()
    >>> [splitter.push(piece) for piece in ("<th", "ink>\\nhm", "m</think>", "\\n\\nYes")]
    [('', ''), ('hm', ''), ('m', ''), ('', 'Yes')]
    """

    def __init__(self, marks: Marks = THINK, *, is_open: bool = False, has_thought: bool = False) -> None:
        self._marks = marks
        self._thought = has_thought
        self._held = ""
        # before -> thinking -> after_mark -> answer, or before -> answer
        self._state = "thinking" if is_open else "before"

    @property
    def is_thinking(self) -> bool:
        return self._state == "thinking"

    @property
    def is_over(self) -> bool:
        """Whether all that comes is the answer."""
        return self._state == "answer"

    def push(self, piece: str) -> tuple[str, str]:
        """Return (reasoning, answer)."""
        if self._state == "answer":
            return "", piece
        self._held += piece
        reasoning = ""
        if self._state == "before":
            self._open()
        if self._state == "thinking":
            reasoning = self._think()
        if self._state == "after_mark":
            self._held = self._held.lstrip()
            if self._held:
                self._state = "answer"
        if self._state == "answer":
            answer, self._held = self._held, ""
            return reasoning, answer
        return reasoning, ""

    def flush(self) -> tuple[str, str]:
        held, self._held = self._held, ""
        return (held.rstrip(), "") if self._state == "thinking" else ("", held)

    def _open(self) -> None:
        text = self._held.lstrip()
        if text.startswith(self._marks.open):
            self._held = text[len(self._marks.open) :]
            self._state = "thinking"
        elif not self._marks.open.startswith(text):
            self._state = "answer"

    def _think(self) -> str:
        self._held = self._held if self._thought else self._held.lstrip()
        at = self._held.find(self._marks.close)
        if at >= 0:
            out, self._held = self._held[:at].rstrip(), self._held[at + len(self._marks.close) :]
            self._state = "after_mark"
        else:
            # Hold back what may become the closing mark, and white space that may stand before it.
            n_held = overlap(self._held, self._marks.close)
            body = self._held[: len(self._held) - n_held]
            out = body.rstrip()
            self._held = self._held[len(out) :]
        self._thought = self._thought or bool(out)
        return out


def overlap(text: str, mark: str) -> int:
    """Return the length of the longest end of `text` that `mark` begins with (shorter than `mark`)."""
    return next((n for n in range(min(len(mark) - 1, len(text)), 0, -1) if mark.startswith(text[-n:])), 0)
