# SPDX-License-Identifier: Apache-2.0
"""How many tokens texts have for the loaded model: asked of the engine one at a time, and remembered."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from leeward.bridge.generation import GenerationBridge

_REMEMBERED = 64
_PIECE_CHARACTERS = 60_000
"""The engine takes 1 MiB at once, and what it answers is longer than the text."""


class TokenCounts(QObject):
    """Signals:
    changed()   something that was asked for is known
    """

    changed = Signal()

    def __init__(self, generation: "GenerationBridge", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._generation = generation
        self._known: OrderedDict[str, int] = OrderedDict()
        self._wanted: dict[str, None] = {}  # an ordered set
        self._asked: str | None = None
        generation.text_counted.connect(self._on_counted)
        generation.model_loaded.connect(self.forget)

    @property
    def is_waiting(self) -> bool:
        """Whether the engine was asked for something and has not said it yet."""
        return self._asked is not None

    def count(self, text: str) -> int | None:
        """Return the tokens of a text. None while that is not known, or cannot be: then it is asked for."""
        if not text:
            return 0
        pieces = [text[start : start + _PIECE_CHARACTERS] for start in range(0, len(text), _PIECE_CHARACTERS)]
        known = [self._known.get(piece) for piece in pieces]
        for piece, n_tokens in zip(pieces, known, strict=True):
            if n_tokens is None and piece != self._asked:
                self._wanted[piece] = None
            elif n_tokens is not None:
                self._known.move_to_end(piece)
        self._ask_next()
        return None if None in known or -1 in known else sum(each for each in known if each is not None)

    @Slot()
    def forget(self) -> None:
        """Forget all counts: another model counts otherwise."""
        self._known.clear()
        self.changed.emit()

    def drop_wanted(self) -> None:
        """Forget what was asked for and is not under way: it is another text by now."""
        self._wanted.clear()

    def _ask_next(self) -> None:
        if self._asked is None and self._wanted and self._generation.loaded_model is not None:
            self._asked = next(iter(self._wanted))
            del self._wanted[self._asked]
            self._generation.count_tokens(self._asked)

    @Slot(object, int)
    def _on_counted(self, text: str, n_tokens: int) -> None:
        if text == self._asked:
            self._asked = None
        self._known[text] = n_tokens
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        self._ask_next()
        self.changed.emit()
