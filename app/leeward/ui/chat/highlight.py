# SPDX-License-Identifier: Apache-2.0
"""Colours of code: Pygments in slices of two milliseconds, so that a long block never holds up the window."""

import re
import time
from collections import OrderedDict
from collections.abc import Iterator
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer

from leeward.chat.tool_rules import TOOL_LANGUAGES

_SLICE_S = 0.002
# A block that is still being written is coloured again after this time, in shorter slices; a long one more seldom,
# so that the share of time it takes does not grow with it.
_PAUSE_MS = 400
_PAUSE_CHARS_PER_MS = 6
_GAP_MS = 16  # between two slices while text arrives
_KEPT_BLOCKS = 64
# The lexers' expressions take a line in one go; some need the square of its length.
_MAX_LINE_CHARS = 1_000

_ENDING = re.compile(r"\*\.(\w+)")

LineFormats = list[tuple[int, int, str]]
"""Start, length (in characters) and family of `Theme.syntax`, for what is coloured in one line."""

_FAMILIES = (
    ("Token.Comment", "comment"),
    ("Token.Keyword.Type", "class"),
    ("Token.Keyword", "keyword"),
    ("Token.Operator.Word", "keyword"),
    ("Token.Operator", "operator"),
    ("Token.Literal.String", "string"),
    ("Token.Literal.Number", "number"),
    ("Token.Name.Function", "function"),
    ("Token.Name.Class", "class"),
    ("Token.Name.Builtin", "builtin"),
    ("Token.Name.Decorator", "function"),
    ("Token.Name.Tag", "keyword"),
    ("Token.Name.Attribute", "function"),
    ("Token.Name.Exception", "class"),
)

_families: dict[Any, str] = {}
_lexers: dict[str, Any] = {}


class CodeView(Protocol):
    """What shows code and takes its colours."""

    def source(self) -> tuple[str, str]:
        """Return language and text."""
        ...

    def color_line(self, number: int, formats: LineFormats) -> None: ...


def family_of(token_type: Any) -> str:
    """Return the family of a Pygments token type, empty for ordinary text."""
    family = _families.get(token_type)
    if family is None:
        name = str(token_type)
        family = next((family for prefix, family in _FAMILIES if name == prefix or name.startswith(f"{prefix}.")), "")
        _families[token_type] = family
    return family


def lexer_for(language: str) -> Any:
    """Return the lexer for a name as it stands after a code fence, None when there is none."""
    name = "json" if language in TOOL_LANGUAGES else language.lower().strip("{}.")
    if name not in _lexers:
        # Late: 50 ms that the first paint of the window need not wait for.
        from pygments.lexers import get_lexer_by_name  # noqa: PLC0415 - see above
        from pygments.util import ClassNotFound  # noqa: PLC0415 - see above

        try:
            _lexers[name] = get_lexer_by_name(name, stripnl=False, ensurenl=False) if name else None
        except ClassNotFound:
            _lexers[name] = None
    return _lexers[name]


def file_ending(language: str) -> str:
    """Return the ending of files in a language ("py"); "txt" when it is not known."""
    lexer = lexer_for(language)
    for pattern in lexer.filenames if lexer is not None else ():
        ending = _ENDING.fullmatch(pattern)
        if ending is not None:
            return ending[1]
    return "txt"


def line_formats(language: str, text: str) -> Iterator[LineFormats]:
    """Yield the colours of each line, in step with the lexer."""
    lexer = lexer_for(language)
    if lexer is None or max(map(len, text.split("\n"))) > _MAX_LINE_CHARS:
        return
    formats: LineFormats = []
    column = 0
    for token_type, value in lexer.get_tokens(text + "\n"):  # some lexers know a comment by the end of its line
        family = family_of(token_type)
        lines = value.split("\n")
        for number, piece in enumerate(lines):
            if number:
                yield formats
                formats = []
                column = 0
            if family and piece.strip():
                formats.append((column, len(piece), family))
            column += len(piece)


class Highlighter(QObject):
    """Colours the code blocks that are on screen, one after the other, between other events."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: OrderedDict[CodeView, int] = OrderedDict()  # and the pause between two slices
        self._job: _Job | None = None
        self._known: OrderedDict[tuple[str, str], list[LineFormats]] = OrderedDict()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._growing: CodeView | None = None
        self._growing_timer = QTimer(self)
        self._growing_timer.setSingleShot(True)
        self._growing_timer.timeout.connect(self._on_growing_timer_timeout)
        self._warm_timer = QTimer(self)
        self._warm_timer.setSingleShot(True)
        self._warm_timer.timeout.connect(lambda: lexer_for("text"))

    def warm_up_later(self) -> None:
        """Import Pygments when the window has been painted."""
        if not _lexers:
            self._warm_timer.start(500)

    def ask(self, view: CodeView, *, is_growing: bool) -> None:
        """Colour `view`, at once if its text is known, else soon. `is_growing`: more text will follow."""
        known = self._known.get(view.source())
        if known is not None:
            for number, formats in enumerate(known):
                view.color_line(number, formats)
            self.forget(view)
            return
        if not view.source()[0]:
            return
        if is_growing:
            self._growing = view
            if not self._growing_timer.isActive():
                n_chars = len(view.source()[1])
                self._growing_timer.start(max(_PAUSE_MS, n_chars // _PAUSE_CHARS_PER_MS))
            return
        self._add(view, 0)

    def _add(self, view: CodeView, gap_ms: int) -> None:
        self.forget(view)
        self._waiting[view] = gap_ms
        if not self._timer.isActive():
            self._timer.start(0)

    def forget(self, view: CodeView) -> None:
        """Stop work for `view`: it is gone, or shows something else."""
        self._waiting.pop(view, None)
        if self._growing is view:
            self._growing = None
        if self._job is not None and self._job.view is view:
            self._job = None

    def _on_growing_timer_timeout(self) -> None:
        if self._growing is not None:
            self._add(self._growing, _GAP_MS)

    def _on_timer_timeout(self) -> None:
        is_growing = self._job is not None and self._job.gap_ms > 0
        deadline_s = time.perf_counter() + (_SLICE_S / 2 if is_growing else _SLICE_S)
        while time.perf_counter() < deadline_s:
            if self._job is None:
                if not self._waiting:
                    return
                self._job = _Job(*self._waiting.popitem(last=False))
            if self._job.step():
                self._keep(self._job)
                self._job = None
        self._timer.start(self._job.gap_ms if self._job is not None else 0)

    def _keep(self, job: "_Job") -> None:
        self._known[job.source] = job.done
        while len(self._known) > _KEPT_BLOCKS:
            self._known.popitem(last=False)


class _Job:
    def __init__(self, view: CodeView, gap_ms: int) -> None:
        self.view = view
        self.gap_ms = gap_ms
        self.source = view.source()
        self.done: list[LineFormats] = []
        self._lines = line_formats(*self.source)

    def step(self) -> bool:
        """Colour one line. Return True at the end."""
        formats = next(self._lines, None)
        if formats is None:
            return True
        self.view.color_line(len(self.done), formats)
        self.done.append(formats)
        return False
