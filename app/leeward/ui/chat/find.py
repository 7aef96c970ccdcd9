# SPDX-License-Identifier: Apache-2.0
"""Find in a chat: a search through the drawn text of all messages, in slices between other events."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from leeward.ui.chat.blocks import TableWidget, TextWidget
from leeward.ui.chat.items import Piece
from leeward.ui.chat.model import Block, TableBlock
from leeward.ui.chat.selection import text_widget
from leeward.ui.chat.utf16 import utf16_length

if TYPE_CHECKING:
    from leeward.ui.chat.scroll import ColumnView

_SLICE_S = 0.006
MAX_HITS = 5_000


@dataclass(frozen=True, slots=True)
class Hit:
    """Where the words stand.

    Attributes:
        item, block: Indices of the message, and of the block in it.
        start, end: Characters of the block's drawn text.
    """

    item: int
    block: int
    start: int
    end: int


def hits_in(blocks: Sequence[Block], wanted: str, item: int) -> Iterator[Hit]:
    """Yield where `wanted` (in small letters) stands in the drawn text of one message."""
    for number, block in enumerate(blocks):
        text = block.text.lower()
        if len(text) != len(block.text):  # some letter is two in the other case: as they are, then
            text = block.text
        at = text.find(wanted)
        while at >= 0:
            yield Hit(item, number, at, at + len(wanted))
            at = text.find(wanted, at + len(wanted))


def longest_word(wanted: str) -> str:
    """Return what a message must hold as it was written to be worth parsing: markup stands between words."""
    return max(wanted.split(), key=len, default="")


class ChatFinder(QObject):
    """Finds words in the chat on screen, marks them and goes from one to the next.

    Signals:
        progressed(n_hits, current, is_done)    `current` counts from 1; 0 means none yet
        chat_left()                             another chat is shown
        end_requested()                         the user has read enough: Escape was pressed in the chat
    """

    progressed = Signal(int, int, bool)
    chat_left = Signal()
    end_requested = Signal()

    def __init__(self, view: "ColumnView") -> None:
        super().__init__(view)
        self._view = view
        self._wanted = ""
        self._has_marked = False  # ever: widgets are used again, and may bear old marks
        self._hits: list[Hit] = []
        self._by_place: dict[tuple[int, int], list[Hit]] = {}
        self._current = -1
        self._n_above = 0  # hits before those from `_first_item` on
        self._first_item = 0  # the message from which on the first hit is gone to
        self._state: tuple[int, bool] = (0, True)  # of the chat that was searched
        self._search: Iterator[Hit | None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def is_active(self) -> bool:
        return bool(self._wanted)

    @property
    def n_hits(self) -> int:
        return len(self._hits)

    def find(self, text: str) -> None:
        """Search anew for `text`, and go to the first hit from the messages in sight on."""
        self._wanted = text.strip().lower()
        self._has_marked = self._has_marked or bool(self._wanted)
        self._hits = []
        self._by_place = {}
        self._current = -1
        self._n_above = 0
        self._search = self._searching() if self._wanted else None
        self._state = self._chat_state()
        shown = self._view.pieces_in_sight()
        self._first_item = shown[0].item.index if shown else 0
        self._mark()
        self._tell()
        if self._search is not None:
            self._timer.start()
        else:
            self._timer.stop()

    def search_again(self) -> None:
        """Search anew: other messages of the same chat are shown. What is in sight stays in sight."""
        if self._wanted:
            self.find(self._wanted)

    def step(self, step: int) -> None:
        """Go on to the next hit, or back to the one before; after the last comes the first."""
        if self._wanted and self._state != self._chat_state():
            self.find(self._wanted)
        elif self._hits:
            self._go_to((max(self._current, 0 if step < 0 else -1) + step) % len(self._hits))

    def stop(self) -> None:
        """Forget the search and take the marks away."""
        self.find("")

    def leave_chat(self) -> None:
        """Forget what was found: another chat is about to be shown."""
        if self._wanted:
            self.stop()
            self.chat_left.emit()

    def show_in(self, piece: Piece) -> None:
        """Mark in the piece's widget what was found in it."""
        widget = text_widget(piece) if self._has_marked else None
        if widget is None:
            return
        hits = self._by_place.get((piece.item.index, piece.index - piece.item.n_head), []) if self._hits else []
        if isinstance(widget, TextWidget):  # drawn as high as the letters, and not as the line
            widget.set_found([(*_places(hit, piece), self._colors(hit)[0]) for hit in hits])
            hits = [hit for hit in hits if self._is_current(hit)]
        if hits or widget.extraSelections():
            widget.setExtraSelections([self._mark_of(hit, piece, widget) for hit in hits])

    # Inside

    def _chat_state(self) -> tuple[int, bool]:
        column = self._view.column
        last = column.made_item(len(column) - 1)
        return (len(column), last is not None and last.is_live)

    def _searching(self) -> Iterator[Hit | None]:
        """Yield hits, and None where the search may pause."""
        word = longest_word(self._wanted)
        column = self._view.column
        # What stands in sight or below comes first: it is gone to at once, whatever stands above.
        for index in (*range(self._first_item, len(column)), *range(self._first_item)):
            if word in column.source(index).lower():
                yield from hits_in(column.blocks(index), self._wanted, index)
            yield None

    def _on_timer_timeout(self) -> None:
        deadline_s = time.perf_counter() + _SLICE_S
        n_before = len(self._hits)
        while self._search is not None and time.perf_counter() < deadline_s:
            try:
                hit = next(self._search)
            except StopIteration:
                self._search = None
                break
            if hit is not None:
                self._add(hit)
                self._by_place.setdefault((hit.item, hit.block), []).append(hit)
            if len(self._hits) >= MAX_HITS:
                self._search = None
        if self._search is None:
            self._timer.stop()
        if self._current < 0 and self._hits:
            self._go_to(self._n_above if self._n_above < len(self._hits) else 0)
        elif len(self._hits) != n_before:
            self._mark()
        self._tell()

    def _add(self, hit: Hit) -> None:
        """Put a hit into its place: those above what was in sight come last, and stand before the others."""
        if hit.item >= self._first_item:
            self._hits.append(hit)
            return
        self._hits.insert(self._n_above, hit)
        self._n_above += 1
        if self._current >= 0:
            self._current += 1

    def _go_to(self, number: int) -> None:
        self._current = number
        hit = self._hits[number]
        blocks = self._view.column.blocks(hit.item)
        if hit.block < len(blocks):  # the reply that is being written may have changed
            self._view.reveal(hit.item, hit.block, utf16_length(blocks[hit.block].text[: hit.start]))
        self._mark()
        self._tell()

    def _tell(self) -> None:
        self.progressed.emit(len(self._hits), self._current + 1, self._search is None)

    def _mark(self) -> None:
        for piece in self._view.pieces_in_sight():
            self.show_in(piece)

    def _is_current(self, hit: Hit) -> bool:
        return self._current >= 0 and hit is self._hits[self._current]

    def _colors(self, hit: Hit) -> tuple[str, str]:
        """Return what stands behind a hit, and its letters."""
        theme = self._view.column.style.theme
        return (theme.accent, theme.on_accent) if self._is_current(hit) else (theme.selection, theme.text)

    def _mark_of(self, hit: Hit, piece: Piece, widget: Any) -> QTextEdit.ExtraSelection:
        mark: Any = QTextEdit.ExtraSelection()
        behind, ink = self._colors(hit)
        mark.format = QTextCharFormat()
        if not isinstance(widget, TextWidget):
            mark.format.setBackground(QColor(behind))
        mark.format.setForeground(QColor(ink))
        start, end = _places(hit, piece)
        cursor = QTextCursor(widget.document())
        last = widget.document().characterCount() - 1
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        made: QTextEdit.ExtraSelection = mark  # the stubs do not know its two fields
        return made


def _places(hit: Hit, piece: Piece) -> tuple[int, int]:
    """Return the places of a hit in the document of the piece's widget."""
    if isinstance(piece.widget, TableWidget) and isinstance(piece.block, TableBlock):
        start = _place_in_table(piece.widget, piece.block, hit.start)
    else:
        start = utf16_length(piece.text[: hit.start])
    return start, start + utf16_length(piece.text[hit.start : hit.end])


def _place_in_table(widget: TableWidget, block: TableBlock, at: int) -> int:
    """Return the place in the table's document of a character of the block's text."""
    before = block.text[:at]
    row = before.count("\n")
    in_row = before[before.rfind("\n") + 1 :]
    column = in_row.count("\t")
    in_cell = in_row[in_row.rfind("\t") + 1 :]
    return widget.cell_place(row, column) + utf16_length(in_cell)
