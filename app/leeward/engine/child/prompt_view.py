# SPDX-License-Identifier: Apache-2.0
"""What the model sees, part by part: which tokens each message became, and which are the template's own."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from leeward.domain.queries import PromptPart, PromptView, Range
from leeward.engine.child.rendering import Rendered

PieceOf = Callable[[int], bytes]
"""Gives the bytes a token stands for, control tokens as they are spelled."""


def view(rendered: Rendered, tokens: Sequence[int], piece_of: PieceOf) -> PromptView:
    text = rendered.text
    # SentencePiece writes spaces as U+2581 and cannot tell the two apart afterwards.
    ends = _token_ends(text, tokens, piece_of) or _token_ends(text.replace("\u2581", " "), tokens, piece_of)
    if ends is None:
        everything = PromptPart(None, text, 0, len(tokens))
        return PromptView(tuple(tokens), (None,) * len(rendered.spans), (everything,))
    located = sorted((span, message) for message, span in enumerate(rendered.spans) if span is not None)
    spans: list[Range | None] = [None] * len(rendered.spans)
    parts: list[PromptPart] = []
    position = n_done = 0
    for (start, end), message in located:
        if start < position:
            continue  # inside another one: a template that quotes
        first = max(n_done, bisect_right(ends, start))
        behind = first if start == end else max(first, bisect_right(ends, end - 1) + 1)
        parts += [
            PromptPart(None, text[position:start], n_done, first),
            PromptPart(message, text[start:end], first, behind),
        ]
        spans[message] = (first, behind)
        position, n_done = end, behind
    parts.append(PromptPart(None, text[position:], n_done, len(tokens)))
    kept = tuple(part for part in parts if part.text or part.n_tokens)
    return PromptView(tuple(tokens), tuple(spans), kept)


def _token_ends(text: str, tokens: Sequence[int], piece_of: PieceOf) -> list[int] | None:
    """Return for each token where it ends in the text, in characters; None when the tokens do not spell the text."""
    data = text.encode("utf-8", "replace")
    ends_bytes, position = [], 0
    for index, token in enumerate(tokens):
        step = _step(data, position, piece_of(token), is_first=index == 0)
        if step is None:
            return None
        position = step
        ends_bytes.append(position)
    if data[position:].strip():
        return None
    # A character counts to the token that has its last byte.
    n_characters, at, ends = 0, 0, []
    for end in ends_bytes:
        n_characters += len(data[at:end].decode("utf-8", "ignore")) if _is_border(data, end) else 0
        at = end if _is_border(data, end) else at
        ends.append(n_characters)
    return ends


def _is_border(data: bytes, position: int) -> bool:
    return position == len(data) or data[position] & 0xC0 != 0x80


def _step(data: bytes, position: int, piece: bytes, *, is_first: bool) -> int | None:
    if data.startswith(piece, position):
        return position + len(piece)
    if piece.startswith(b" ") and data.startswith(piece[1:], position):
        return position + len(piece) - 1  # the space SentencePiece puts before a text
    if is_first:
        return position  # BOS, which this template does not print
    # Some control tokens swallow the white space beside them.
    after = position + len(data[position:]) - len(data[position:].lstrip())
    return after + len(piece) if after > position and data.startswith(piece, after) else None
