# SPDX-License-Identifier: Apache-2.0
"""Goes to a message of the chat view and marks there what was looked for."""

from collections.abc import Sequence

from leeward.ui.chat.scroll import ColumnView
from leeward.ui.chat.utf16 import utf16_length


def jump_to(view: ColumnView, index: int, words: Sequence[str]) -> None:
    """Show message number `index` where it holds most of `words`, and select the first of them there."""
    if not view.column.item(index).pieces:
        return  # a system prompt: it is not drawn
    texts = [block.text for block in view.column.blocks(index)]
    # Of several blocks with as many words, the first.
    block = max(range(len(texts)), key=lambda number: sum(word in texts[number] for word in words), default=0)
    text = texts[block] if texts else ""
    found = [(text.find(word), word) for word in words if word in text]
    at, word = min(found, default=(0, ""))
    start, end = utf16_length(text[:at]), utf16_length(text[: at + len(word)])
    view.reveal(index, block, start)
    if word:
        item = view.column.item(index)
        view.select_in(item.pieces[item.n_head + block], start, end)
