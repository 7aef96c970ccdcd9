# SPDX-License-Identifier: Apache-2.0
"""Markdown as it arrives: finished blocks are frozen, only the tail is parsed again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from leeward.chat.markdown import MAX_MARKDOWN_CHARS, clean, parser, top_level
from leeward.ui.chat.markdown import CodeParts, blocks_of, plain_blocks
from leeward.ui.chat.model import Block, CodeBlock, Line, Span, TextBlock

# A tail longer than this is parsed again only when it has grown by an eighth, so that a long block costs
# a constant time per character. What came since is shown as it is.
LONG_TAIL_CHARS = 1_500

_FENCE = re.compile(r"(`{3,}|~{3,})(.*)")
# A line that has only begun: what it will be (a rule, an item, a table) shows with its next character.
_UNDECIDED = re.compile(r"[\s\-=*+#>`~_|:]*|\s*\d{1,9}[.)]\s*")


@dataclass(frozen=True, slots=True)
class Change:
    """Blocks from `start` on are replaced by `blocks`."""

    start: int
    blocks: tuple[Block, ...]


def parse_markdown(text: str) -> tuple[Block, ...]:
    """Return the blocks of a whole text."""
    text = clean(text)
    head, rest = text[:MAX_MARKDOWN_CHARS], text[MAX_MARKDOWN_CHARS:]
    blocks = blocks_of(parser().parse(head), head)
    return tuple(blocks + plain_blocks(rest)) if rest else tuple(blocks)


class MarkdownStream:
    """Blocks of a text that arrives in pieces. After `flush` they equal `parse_markdown` of the whole.

    Frozen is what no later text can change: every outermost block but the last, every outermost list item but the
    last, and the full parts of an open code block. All of it is decided on whole lines only.
    """

    def __init__(self) -> None:
        self._n_frozen = 0
        self._n_chars = 0
        self._rest = ""  # beyond MAX_MARKDOWN_CHARS
        self._held = ""  # a carriage return that a line feed may follow
        self._tail = ""
        self._number: int | None = None  # of the ordered item that the tail goes on with
        self._fence: _OpenFence | None = None  # the tail is inside it
        self._shown: list[Block] = []
        self._n_parsed = 0  # characters of the tail that `_shown` was made of

    def push(self, text: str) -> Change:
        """Take the next piece of text."""
        return self._take(text, is_last=False)

    def flush(self) -> Change:
        """Take the end of the text. Nothing may be pushed afterwards."""
        return self._take("", is_last=True)

    def _take(self, text: str, *, is_last: bool) -> Change:
        text = self._held + text
        self._held = "\r" if text.endswith("\r") and not is_last else ""
        text = clean(text.removesuffix("\r") if self._held else text)
        room = max(0, MAX_MARKDOWN_CHARS - self._n_chars)
        self._n_chars += len(text)
        self._tail += text[:room]
        self._rest += text[room:]
        frozen = self._freeze() if "\n" in text else []
        start = self._n_frozen
        self._n_frozen += len(frozen)
        tail = self._tail_blocks(is_last=is_last)
        if self._rest:
            tail = tail + plain_blocks(self._rest)
        return Change(start, tuple(frozen + tail))

    def _freeze(self) -> list[Block]:
        """Take what is finished from the tail."""
        frozen: list[Block] = []
        while True:
            if self._fence is not None:
                self._read_fence(self._fence, frozen)
            if self._fence is not None or "\n" not in self._tail or self._is_parse_put_off():
                return frozen
            frozen += self._freeze_before_last()
            if self._fence is None:
                return frozen

    def _freeze_before_last(self) -> list[Block]:
        """Freeze all but the last block of the whole lines, and step into that if it is an open fence."""
        whole = self._tail[: self._tail.rfind("\n") + 1]
        tokens = parser().parse(whole)
        slices = top_level(tokens)
        if not slices:
            return []
        start, end = slices[-1]
        last = tokens[start]
        if last.meta.get("is_open"):  # no call of a tool, perhaps, but the end of the paragraph before it
            return []
        number = self._number if start == 0 else None
        done = tokens[:start]
        if last.type in ("bullet_list_open", "ordered_list_open"):
            items = [i for i in range(start, end) if tokens[i].type == "list_item_open" and tokens[i].level == 1]
            if len(items) > 1:
                first = int(last.attrs.get("start", 1)) if number is None else number
                number = first + len(items) - 1 if last.type == "ordered_list_open" else None
                done = [*tokens[: items[-1]], tokens[end - 1]]
                last = tokens[items[-1]]
        frozen: list[Block] = []
        if done:
            frozen = blocks_of(done, whole, self._number)
            self._cut_lines(last.map[0] if last.map else 0)
            self._number = number
        if last.type == "fence":
            self._open_fence(last)
        return frozen

    def _open_fence(self, opening: Token) -> None:
        line, _, _ = self._tail.lstrip("\n").partition("\n")
        match = _FENCE.fullmatch(line)
        if match is not None:  # else it is indented, and its content loses as many spaces: left to the parser
            self._fence = _OpenFence(match[1], opening.info.split(maxsplit=1)[0] if opening.info.strip() else "")
            self._cut(self._tail.index(line) + len(line) + 1)
            self._number = None

    def _read_fence(self, fence: "_OpenFence", frozen: list[Block]) -> None:
        done = 0
        while (end := self._tail.find("\n", done)) >= 0:
            line = self._tail[done:end]
            done = end + 1
            if fence.is_closing(line):
                frozen.append(fence.block())
                self._fence = None
                break
            full = fence.add(line)
            if full is not None:
                frozen.append(full)
        self._cut(done)

    def _tail_blocks(self, *, is_last: bool) -> list[Block]:
        if self._fence is not None:
            is_hidden = self._fence.is_closing(self._tail) if is_last else self._fence.may_close(self._tail)
            # The parser takes a last line of spaces for no line.
            return [self._fence.block("" if is_hidden or not self._tail.strip(" \t") else self._tail)]
        if self._is_parse_put_off() and not is_last:
            return _with_pending(self._shown, self._tail[self._n_parsed :])
        self._n_parsed = len(self._tail)
        shown = self._tail
        if not is_last:
            begun = shown.rfind("\n") + 1
            if _UNDECIDED.fullmatch(shown, begun):
                shown = shown[:begun]
        self._shown = blocks_of(parser().parse(shown), shown, self._number)
        return self._shown

    def _is_parse_put_off(self) -> bool:
        return len(self._tail) > LONG_TAIL_CHARS and len(self._tail) - self._n_parsed < len(self._tail) // 8

    def _cut_lines(self, n_lines: int) -> None:
        done = 0
        for _ in range(n_lines):
            done = self._tail.index("\n", done) + 1
        self._cut(done)

    def _cut(self, n_chars: int) -> None:
        if n_chars:
            self._tail = self._tail[n_chars:]
            self._shown = []
            self._n_parsed = 0


class _OpenFence:
    """Code between the fences, line by line."""

    def __init__(self, fence: str, language: str) -> None:
        self._fence = fence
        self._language = language
        self._parts = CodeParts()
        self._n_parts = 0

    def is_closing(self, line: str) -> bool:
        stripped = line.strip(" \t")
        is_indented = len(line) - len(line.lstrip(" ")) > 3 or line.lstrip(" ").startswith("\t")
        return not is_indented and len(stripped) >= len(self._fence) and set(stripped) == {self._fence[0]}

    def may_close(self, begun: str) -> bool:
        return set(begun.strip(" ")) == {self._fence[0]}

    def add(self, line: str) -> CodeBlock | None:
        full = self._parts.add(line)
        if full is None:
            return None
        self._n_parts += 1
        return CodeBlock(self._language, full, part=self._n_parts - 1)

    def block(self, begun: str = "") -> CodeBlock:
        """Return the last part, with a line that is still being written."""
        return CodeBlock(self._language, self._parts.rest(begun), part=self._n_parts)


def _with_pending(blocks: Sequence[Block], text: str) -> list[Block]:
    first, *more = text.split("\n")
    last = blocks[-1] if blocks else None
    if not isinstance(last, TextBlock):
        return [*blocks, *plain_blocks(text)]
    *lines, line = last.lines
    lines.append(Line((*line.spans, Span(first)), line.level, line.indent, line.marker, line.is_continued))
    lines += [Line((Span(piece),), is_continued=True) for piece in more]
    return [*blocks[:-1], TextBlock(tuple(lines), last.place)]
