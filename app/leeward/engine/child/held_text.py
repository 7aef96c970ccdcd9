# SPDX-License-Identifier: Apache-2.0
"""One text that a model has read: its tokens, and what they were made from."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from leeward.engine.child.kv_files import KeptText, Mark, Span


@dataclass(slots=True, eq=False)
class HeldText:
    """One text in the cache.

    Attributes:
        number: Of its sequence in llama.cpp's memory.
        tokens: What it holds.
        adapters: What lay over the model when it was read.
        name: Under which it is kept on disk; "" is not kept.
        text: What the tokens up to the last mark were made from; None when it cannot be told.
        literals: Where control tokens are only spelled in that text.
        marks: Places in it where a token ends with a character, ascending.
        pieces: The first token of each piece of a prompt that was read at once, and its end.
        is_exact: Its last answer is to have the same numbers when it is made again.
        is_busy: It belongs to an answer that is being made.
        is_first: It was begun in an empty cache, and nothing else lay there when it was added to: where its cells lie
            changes the last digits of sums.
        n_kept: As many tokens are on disk.
        used: The later, the higher.
    """

    number: int
    adapters: str
    name: str = ""
    tokens: list[int] = field(default_factory=list)
    text: str | None = None
    literals: tuple[Span, ...] = ()
    marks: tuple[Mark, ...] = ()
    pieces: list[Span] = field(default_factory=list)
    is_exact: bool = False
    is_busy: bool = False
    is_first: bool = False
    n_kept: int = 0
    used: int = 0

    @classmethod
    def kept(cls, name: str, adapters: str, kept: KeptText) -> "HeldText":
        """Return what was on disk; it has no sequence yet."""
        tokens, pieces = list(kept.tokens), list(kept.pieces)
        return cls(0, adapters, name, tokens, kept.text, kept.literals, kept.marks, pieces, is_exact=bool(pieces))

    def copy(self) -> "HeldText":
        """Return one that does not change with it, and is not busy."""
        return replace(self, tokens=list(self.tokens), pieces=list(self.pieces), is_busy=False)

    def n_common(self, tokens: Sequence[int]) -> int:
        """Return how many tokens it and a prompt begin with alike."""
        return _n_common(self.tokens, tokens)

    def cut(self, n_tokens: int) -> None:
        """Forget what is behind the first `n_tokens`."""
        if n_tokens < len(self.tokens):
            self.n_kept = min(self.n_kept, -1)  # what is on disk is of another text
        del self.tokens[n_tokens:]
        self.pieces = [(start, end) for start, end in self.pieces if end <= n_tokens]
        self.marks = tuple(mark for mark in self.marks if mark[1] <= n_tokens)
        n_characters = self.marks[-1][0] if self.marks else 0
        if self.text is not None:
            self.text = self.text[:n_characters]
        self.literals = tuple((start, min(end, n_characters)) for start, end in self.literals if start < n_characters)

    def piece_start(self, n_tokens: int) -> int:
        """Return where the piece of a prompt with the token behind so many began, or that place where it was in none."""
        return next((start for start, end in self.pieces if start <= n_tokens < end), n_tokens)

    def prompt_start(self, n_tokens: int) -> int:
        """Return where the first of the pieces began that were read one behind the other up to there."""
        start = self.piece_start(n_tokens)
        for first, end in reversed(self.pieces):
            if end == start:
                start = first
        return start

    def last_turn(self, n_question: int) -> int:
        """Return where its last question begins, or where its last answer does when the question has more than so many tokens;
        the last token before it is left to be read. 0: not known."""
        ends = [0, *(mark[1] for mark in self.marks if mark[1] < len(self.tokens))]
        before, n_prompt = ends[-2:] if len(ends) > 1 else (0, 0)
        return before if before and n_prompt - before <= n_question else max(0, n_prompt - 1)

    def settle(self, text: str, literals: tuple[Span, ...], *marks: Mark) -> None:
        """Say what its tokens stand for, and where a token ends with a character behind the marks that are known."""
        known = tuple(mark for mark in self.marks if mark < marks[0])
        if known and not text.startswith((self.text or "")[: known[-1][0]]):
            known = ()
        self.text, self.literals, self.marks = text, literals, known + marks

    def mark_within(self, text: str, literals: tuple[Span, ...]) -> Mark:
        """Return the last mark up to which it was made from what `text` begins with; (0, 0) when there is none."""
        if not self.text or self.is_busy:
            return 0, 0
        n_alike = _n_alike(self.text, text)
        for mark in reversed(self.marks):
            if mark[0] <= n_alike and _within(self.literals, mark[0]) == _within(literals, mark[0]):
                return mark
        return 0, 0


def _n_common(ours: Sequence[int], theirs: Sequence[int]) -> int:
    n = min(len(ours), len(theirs))
    if list(ours[:n]) == list(theirs[:n]):  # nearly always, and in C
        return n
    return next(index for index, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other)


def _n_alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _within(spans: tuple[Span, ...], n_characters: int) -> tuple[Span, ...]:
    return tuple((start, min(end, n_characters)) for start, end in spans if start < n_characters)
