# SPDX-License-Identifier: Apache-2.0
"""Goes to a message of the chat view and marks there what was looked for."""

from collections.abc import Sequence

from leeward.ui.chat.items import Item, Piece
from leeward.ui.chat.render import utf16_length
from leeward.ui.chat.scroll import ColumnView


def jump_to(view: ColumnView, index: int, words: Sequence[str]) -> None:
    """Show message number `index`, at the piece that holds most of `words`, and select the first of them there."""
    item = view.column.item(index)
    piece = _best_piece(item, words)
    view.scroll_to_piece(piece or item.pieces[0])
    if piece is not None:
        start, word = min((piece.text.find(word), word) for word in words if word in piece.text)
        view.select_in(piece, utf16_length(piece.text[:start]), utf16_length(piece.text[: start + len(word)]))


def _best_piece(item: Item, words: Sequence[str]) -> Piece | None:
    """Return the piece with the most words; of several, the first. None when no piece has any."""
    best = max(item.pieces, key=lambda piece: sum(word in piece.text for word in words), default=None)
    return best if best is not None and any(word in best.text for word in words) else None
