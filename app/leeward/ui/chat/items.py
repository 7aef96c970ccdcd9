# SPDX-License-Identifier: Apache-2.0
"""One message in the view: the pieces it is made of and their heights. No widget is made here."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leeward.chat.tool_rules import without_tools
from leeward.domain.attachment import split_attachments
from leeward.domain.conversation import Message, MessageStatus
from leeward.domain.generation import FinishReason, Role
from leeward.i18n import tr
from leeward.ui.chat.footer import FooterFacts
from leeward.ui.chat.heights import Heights
from leeward.ui.chat.model import Block, CodeBlock, RuleBlock, TableBlock, TextBlock, spell
from leeward.ui.chat.style import QUOTE_PX, ChatStyle
from leeward.ui.direction import is_mirrored

MESSAGE_GAP_PX = 20
BUBBLE_PAD_PX = 10
_NAME_GAP_PX = 8  # under the actions of the user's message
_BLOCK_GAP_PX = 12
_HEADING_GAP_PX = 20
_ITEM_GAP_PX = 6
_CONTROL_GAP_PX = 8
_FOLDED_PX = 38


class PieceKind(enum.Enum):
    MEMORY = enum.auto()  # the line where the model's memory begins
    NAME = enum.auto()
    REASONING = enum.auto()  # the switch
    TEXT = enum.auto()
    CODE = enum.auto()
    TABLE = enum.auto()
    RULE = enum.auto()
    STATUS = enum.auto()
    FOOTER = enum.auto()


_KINDS: dict[type, PieceKind] = {
    TextBlock: PieceKind.TEXT,
    CodeBlock: PieceKind.CODE,
    TableBlock: PieceKind.TABLE,
    RuleBlock: PieceKind.RULE,
}


@dataclass(slots=True, eq=False)
class Piece:
    """What one widget shows.

    Attributes:
        block: For the kinds that show text.
        gap: Space above, in pixels; part of the height in `Item.heights`.
        is_muted: Part of the reasoning.
        is_joined: The next piece is a part of the same code.
        is_growing: Text is arriving at its end.
        is_dirty: The widget does not show it yet.
        is_measured: Its height is not an estimate.
        widget: What shows it now; None while it is out of sight.
    """

    item: "Item"
    kind: PieceKind
    gap: int
    block: Block | None = None
    is_muted: bool = False
    is_joined: bool = False
    is_growing: bool = False
    index: int = 0
    is_dirty: bool = True
    is_measured: bool = False
    widget: Any = None

    @property
    def text(self) -> str:
        return self.block.text if self.block is not None else ""

    def shows_same(self, other: "Piece") -> bool:
        return (
            self.block is not None
            and self.kind is other.kind
            and self.is_muted == other.is_muted
            and self.is_joined == other.is_joined
            and self.is_growing == other.is_growing
            and self.block == other.block
        )


def is_from_right(piece: Piece) -> bool:
    """Say whether lists and quotes stand back from the right here.

    That goes by the text: of the block itself, or of the nearest one before it where it has no letters.
    """
    for each in reversed(piece.item.pieces[: piece.index + 1]):
        found = each.block.reads_from_right if isinstance(each.block, TextBlock | TableBlock) else None
        if found is not None:
            return found
    return is_mirrored()


class Item:
    """A message. Its pieces are made when it comes into sight."""

    def __init__(self, index: int, message: Message | None, role: Role, name: str) -> None:
        self.index = index
        self.message = message  # None while the reply is being written
        self.role = role
        self.name = name
        self.blocks: list[Block] = []
        self.reasoning = message.reasoning if message is not None else ""
        self.reasoning_s = message.details.reasoning_s if message is not None and message.details is not None else 0.0
        self.is_reasoning_open = False
        self.status = ""
        self.is_last = False
        self.begins_memory = False
        self.version = (1, 1)  # which one, from 1, and of how many
        self.pieces: list[Piece] = []
        self.heights = Heights()
        self.n_head = 0  # pieces above the first block
        self.parse()

    @property
    def is_live(self) -> bool:
        return self.message is None

    @property
    def is_user(self) -> bool:
        return self.role is Role.USER

    def parse(self) -> None:
        if self.message is not None and self.role is not Role.SYSTEM:
            self.blocks = _blocks_of(self.message)

    def replace_all(self, style: ChatStyle, width: int) -> list[Piece]:
        """Make the pieces anew. Returns those that are gone and still hold a widget."""
        head = self._head()
        self.n_head = len(head)
        return self._replace(0, head + self._below(0), style, width)

    def replace_blocks(self, start: int, blocks: Sequence[Block], style: ChatStyle, width: int) -> list[Piece]:
        """Put `blocks` in place of those from `start` on. Returns the pieces that are gone and still hold a widget."""
        self.blocks[start:] = blocks
        start = max(0, start - 1)  # that one is no longer growing, and may be open at the bottom
        return self._replace(self.n_head + start, self._below(start), style, width)

    def _head(self) -> list[Piece]:
        if self.role is Role.SYSTEM:
            return [Piece(self, PieceKind.STATUS, MESSAGE_GAP_PX)]
        head = [Piece(self, PieceKind.MEMORY, MESSAGE_GAP_PX)] if self.begins_memory else []
        if self.is_user:
            return head
        head.append(Piece(self, PieceKind.NAME, _NAME_GAP_PX))
        if self.reasoning:
            head.append(Piece(self, PieceKind.REASONING, _CONTROL_GAP_PX))
            if self.is_reasoning_open:
                blocks = _plain_blocks(self.reasoning.strip())
                head += [
                    Piece(self, PieceKind.TEXT, 0 if number else _CONTROL_GAP_PX, block, is_muted=True)
                    for number, block in enumerate(blocks)
                ]
        return head

    def _below(self, start: int) -> list[Piece]:
        """Return pieces for the blocks from `start` on, and what stands under the text."""
        below = []
        for number in range(start, len(self.blocks)):
            block = self.blocks[number]
            is_joined = _is_continuation(self.blocks, number + 1)
            piece = Piece(self, _KINDS[type(block)], self._gap_above(number), block, is_joined=is_joined)
            piece.is_growing = self.is_live and number == len(self.blocks) - 1
            below.append(piece)
        if self.is_live:
            if self.status or not self.blocks:
                below.append(Piece(self, PieceKind.STATUS, _CONTROL_GAP_PX))
        elif self.role is Role.SYSTEM:
            below.append(Piece(self, PieceKind.FOOTER, 0))
        else:
            below.append(Piece(self, PieceKind.FOOTER, BUBBLE_PAD_PX + 2 if self.is_user else _CONTROL_GAP_PX))
        return below

    def _gap_above(self, number: int) -> int:
        if self.is_user and number == 0:
            return MESSAGE_GAP_PX + BUBBLE_PAD_PX
        if self.is_user and not any(isinstance(each, CodeBlock) for each in self.blocks[number - 1 : number + 1]):
            return 0
        if number == 0:
            return _BLOCK_GAP_PX if self.reasoning else _CONTROL_GAP_PX
        return _gap_between(self.blocks[number - 1], self.blocks[number])

    def _replace(self, first: int, pieces: Sequence[Piece], style: ChatStyle, width: int) -> list[Piece]:
        old = self.pieces[first:]
        for number, piece in enumerate(pieces):
            before = old[number] if number < len(old) else None
            if before is None:
                self.heights.append(piece.gap + _estimate(piece, style, width))
            elif before.kind is piece.kind:
                self.heights.set(first + number, self.heights[first + number] - before.gap + piece.gap)
                piece.widget, before.widget = before.widget, None
                piece.is_measured = before.is_measured
                piece.is_dirty = before.is_dirty or not before.shows_same(piece)
            else:
                self.heights.set(first + number, piece.gap + _estimate(piece, style, width))
            piece.index = first + number
        for _ in range(len(old) - len(pieces)):
            self.heights.pop()
        self.pieces[first:] = pieces
        return [piece for piece in old if piece.widget is not None]

    def estimate_again(self, style: ChatStyle, width: int) -> None:
        """Begin anew after a change of width or type."""
        for piece in self.pieces:
            piece.is_dirty = True
            piece.is_measured = False
        self.heights = Heights(piece.gap + _estimate(piece, style, width) for piece in self.pieces)

    def footer(self) -> FooterFacts:
        return FooterFacts(
            text=self.footer_text(),
            is_user=self.is_user,
            is_answer=self.role is Role.ASSISTANT,
            is_steady=self.is_last,
            can_continue=self.is_last and self.message is not None and self.message.is_cut,
            version=self.version,
        )

    def footer_text(self) -> str:
        message = self.message
        if message is None or self.is_user:
            return ""
        parts = []
        details = message.details
        reason = details.finish_reason if details is not None else None
        if message.status is MessageStatus.INTERRUPTED:
            parts.append(tr("Stopped") if reason is FinishReason.CANCELLED else tr("Interrupted"))
        elif reason is FinishReason.CANCELLED:
            parts.append(tr("Stopped"))
        elif reason is FinishReason.LENGTH:
            parts.append(tr("Length limit reached"))
        if details is not None and details.is_edited:
            parts.append(tr("Edited"))
        if details is not None and details.timings is not None and details.usage is not None:
            usage, timings = details.usage, details.timings
            parts += [
                tr("{speed:.1f} tokens/s", speed=timings.decode_tokens_per_second),
                tr("{n:,} tokens", n=usage.completion_tokens),
                tr("{time:.2f} s to first token", time=timings.first_token_s),
                tr("read {new:,} new of {n:,}", new=usage.prompt_tokens - usage.reused_tokens, n=usage.prompt_tokens),
            ]
            if usage.reused_tokens:
                # Rounded down: 100 % would say that nothing was read.
                parts.append(tr("{share} % reused", share=100 * usage.reused_tokens // usage.prompt_tokens))
        return " · ".join(parts)

    def plain_text(self) -> str:
        """Return the text as it is drawn."""
        return "\n\n".join(spell(block.text, block) for block in self.blocks)


def _plain_blocks(text: str) -> list[Block]:
    # Late: the parser takes 60 ms to import, which the first paint of an empty window need not wait for.
    from leeward.chat.markdown import clean  # noqa: PLC0415 - see above
    from leeward.ui.chat.markdown import plain_blocks  # noqa: PLC0415 - see above

    return plain_blocks(clean(text))


def _blocks_of(message: Message) -> list[Block]:
    from leeward.ui.chat.stream import parse_markdown  # noqa: PLC0415 - as above

    if message.role is not Role.USER:
        return list(parse_markdown(message.content))
    attachments, typed = split_attachments(message.content)
    files = [block for each in attachments for block in parse_markdown(each.quoted())]
    return files + (_plain_blocks(typed) if typed or not files else [])


def _is_continuation(blocks: Sequence[Block], number: int) -> bool:
    block = blocks[number] if number < len(blocks) else None
    return isinstance(block, CodeBlock) and block.part > 0


def _gap_between(above: Block, below: Block) -> int:
    if isinstance(below, CodeBlock) and below.part:
        return 0
    line = below.lines[0] if isinstance(below, TextBlock) else None
    if line is not None and line.level:
        return _HEADING_GAP_PX
    if line is None or not isinstance(above, TextBlock):
        return _BLOCK_GAP_PX
    if line.is_continued:
        return 0
    return _ITEM_GAP_PX if line.marker and above.lines[-1].indent else _BLOCK_GAP_PX


def _estimate(piece: Piece, style: ChatStyle, width: int) -> int:
    """Guess the height of a piece that was never laid out."""
    block = piece.block
    if isinstance(block, CodeBlock) and block.is_tool:  # folded, as nearly all are
        return _FOLDED_PX if block.part == 0 else 2
    if isinstance(block, CodeBlock):
        return round((block.text.count("\n") + 1) * style.code_metrics.lineSpacing()) + 52
    if isinstance(block, TableBlock):
        return round(len(block.rows) * (style.line_px + 13))
    if isinstance(block, TextBlock):
        per_line = max(8, int((width - QUOTE_PX * block.place.quote) / style.char_px))
        n_lines = sum(1 + len(line.text) // per_line for line in block.lines)
        return round(n_lines * style.line_px)
    return 9 if piece.kind is PieceKind.RULE else 28


def estimate_message(message: Message, style: ChatStyle, width: int) -> int:
    """Guess the height of a message that was never parsed. Cheap: it is asked for every message of a chat."""
    if message.role is Role.SYSTEM:
        return 76
    content = without_tools(message.content)
    n_lines = content.count("\n") * 0.9 + len(content) * style.char_px / max(width, 100) + 1
    return round(n_lines * style.line_px) + 80
