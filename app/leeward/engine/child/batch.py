# SPDX-License-Identifier: Apache-2.0
"""Answers that are made at the same time: what each of them needs next is read in one llama_decode.

Who waits for an answer comes first. Beside it, what is made in the background (titles, tables, requests of other programs) gets
what a share of the time leaves: the answer in the window keeps at least `FOREGROUND_SHARE` of its speed alone.
"""

import time
from collections.abc import Callable

from leeward.engine.child.answer import Answer, Step
from leeward.engine.child.cache import Cache
from leeward.engine.child.llama import DecodeAborted, Llama, NoRoom, Piece
from leeward.engine.child.vocabulary import DecodeFailed

FOREGROUND_SHARE = 0.6
"""Above the half that is promised: what was measured a moment ago is not quite what comes."""

LOOK_INTERVAL_S = 0.5

_MIN_PIECE, _UNKNOWN_PIECE = 16, 64
_SHARED_PIECE_S = 0.25
_BACKGROUND_STEPS = (
    4  # a piece of a prompt in the background takes about as long as so many tokens of the answer in front
)

NThreads = Callable[[bool], int]
"""Returns with how many threads to compute now; for an exact answer always the same."""


class Batch:
    """The answers that are being made. Not thread-safe.

    Attributes:
        running: In the order they came in.
    """

    def __init__(self, llama: Llama, cache: Cache, n_threads: NThreads, has_work: Callable[[], bool]) -> None:
        """`has_work` returns whether something waits for the next step to be over."""
        self.running: list[Answer] = []
        self._llama = llama
        self._cache = cache
        self._n_threads = n_threads
        self._has_work = has_work
        self._looked_s = 0.0
        self._lone_s = 0.0  # a token of the foreground alone, lately; 0: not known
        self._owed_s = 0.0  # how far the foreground is behind its share
        self._prompt_token_s = 0.0  # of a prompt, lately
        self._starved: set[int] = set()  # ids of answers that wait for room

    def can_take(self, answer: Answer) -> bool:
        """Whether it can begin now: there is a sequence for it, and the adapters it wants lie over the model or may.

        An exact answer is made alone: in a batch with others sums are made otherwise, which changes their last digits.
        """
        if not self.running:
            return True
        if answer.is_exact or any(each.is_exact for each in self.running):
            return False
        is_room = len(self.running) < self._llama.n_sequences - 1
        return is_room and self._llama.adapters.are_in_use(answer.request.adapters)

    def add(self, answer: Answer) -> None:
        """Begin an answer. One that fails at once is over with the next `step`."""
        self.running.append(answer)
        answer.piece_tokens = self._piece_tokens(answer)
        answer.n_threads = self._use_threads(is_exact=answer.is_exact)
        answer.goes_on = self._goes_on
        answer.go_on()

    def step(self) -> list[Answer]:
        """Read what some answers need next, and let them go on; return those that are over.

        A lone answer goes on for many tokens: the way back here for each of them costs nearly as much as drawing it.
        """
        self._end_cancelled()
        chosen = self._chosen()
        if chosen:
            self._read(chosen)
            self._follow_load(chosen)
        over = [answer for answer in self.running if answer.step is None]
        if over:
            self._starved.clear()
            self.running = [answer for answer in self.running if answer.step is not None]
        return over

    def _goes_on(self) -> bool:
        """Whether an answer may read its next token within this step: nothing else is to be done before it."""
        return len(self.running) == 1 and not self._has_work() and time.monotonic() - self._looked_s < LOOK_INTERVAL_S

    def _end_cancelled(self) -> None:
        for answer in self.running:
            if answer.step is not None and answer.is_cancelled():
                answer.go_on(DecodeAborted())

    # Who is next

    def _chosen(self) -> list[Answer]:
        if len(self.running) == 1:
            return self.running if self.running[0].step is not None else []
        ready = [answer for answer in self.running if answer.step is not None and id(answer) not in self._starved]
        front = [answer for answer in ready if not answer.is_background]
        back = [answer for answer in ready if answer.is_background]
        if not front or not back:
            return front or back
        is_fronts_turn = self._owed_s > 0 or not self._lone_s or any(answer.is_reading for answer in front)
        return front if is_fronts_turn else front + back

    def _piece_tokens(self, answer: Answer) -> int:
        """Return how many tokens of its prompt an answer may read at once."""
        others = [each for each in self.running if each is not answer]
        if answer.is_background:
            if any(not each.is_background for each in others):
                return self._tokens_in(_BACKGROUND_STEPS * self._lone_s)
        else:
            others = [each for each in others if not each.is_background]
        if not others or answer.is_exact:
            return self._llama.n_batch
        return self._tokens_in(_SHARED_PIECE_S)

    def _tokens_in(self, seconds: float) -> int:
        n = int(seconds / self._prompt_token_s) if self._prompt_token_s and seconds else _UNKNOWN_PIECE
        return max(_MIN_PIECE, min(n, self._llama.n_batch // max(1, len(self.running))))

    # Reading

    def _read(self, chosen: list[Answer]) -> None:
        began_s = time.perf_counter()
        try:
            read, rows = self._decode(chosen)
        except DecodeAborted:
            self._on_aborted(chosen)
            return
        except DecodeFailed as error:
            for answer in chosen:
                answer.go_on(DecodeFailed(error.code))
            return
        self._account(read, time.perf_counter() - began_s)
        for answer, row in zip(read, rows, strict=True):
            assert answer.held is not None  # noqa: S101  it has a step
            assert answer.step is not None  # noqa: S101
            answer.held.tokens += answer.step.tokens
            self._llama.select(row)
            answer.row, answer.is_alone = row, len(self.running) == 1
            answer.piece_tokens = self._piece_tokens(answer) if answer.is_reading else self._llama.n_batch
            answer.go_on()

    def _decode(self, chosen: list[Answer]) -> tuple[list[Answer], list[int]]:
        """Read the steps of as many of these as there is room for; return them with the rows of their logits."""
        while chosen:
            try:
                return chosen, self._decode_all(chosen)
            except NoRoom:
                if self._cache.make_room():
                    continue
                *chosen, last = chosen
                if last.is_reading and len(self.running) > 1:
                    self._starved.add(id(last))
                else:
                    last.go_on(NoRoom())
        return [], []

    def _decode_all(self, chosen: list[Answer]) -> list[int]:
        if len(chosen) == 1:
            held, step = chosen[0].held, chosen[0].step
            if held is not None and step is not None and len(step.tokens) == step.n_logits == 1:
                self._llama.decode_one(held.number, step.tokens[0])
                return [0]
        return self._llama.decode([_piece(answer) for answer in chosen])

    def _on_aborted(self, chosen: list[Answer]) -> None:
        for answer in chosen:
            if answer.held is not None:
                self._cache.repair(answer.held)
        self._end_cancelled()

    def _account(self, read: list[Answer], took_s: float) -> None:
        if len(read) == 1 and _is_one_token_in_front(read[0]):
            self._lone_s = took_s if not self._lone_s else 0.8 * self._lone_s + 0.2 * took_s
            if len(self.running) == 1:  # nearly always
                self._owed_s = 0.0
                return
        front = [answer for answer in read if not answer.is_background]
        n_prompt = sum(len(answer.step.tokens) for answer in read if answer.step is not None and answer.is_reading)
        if n_prompt >= _MIN_PIECE:
            self._prompt_token_s = took_s / n_prompt
        if len(self.running) == len(front) or not front:
            self._owed_s = 0.0
        else:
            self._owed_s += took_s - (0.0 if n_prompt and len(front) == len(read) else self._lone_s / FOREGROUND_SHARE)

    def _follow_load(self, chosen: list[Answer]) -> None:
        """Compute with as many threads as are free by now: an answer may take minutes."""
        if time.monotonic() - self._looked_s >= LOOK_INTERVAL_S:
            self._use_threads(is_exact=chosen[0].is_exact)

    def _use_threads(self, *, is_exact: bool) -> int:
        n_threads = self._n_threads(is_exact)
        self._llama.set_threads(n_threads)
        self._looked_s = time.monotonic()
        return n_threads


def _piece(answer: Answer) -> Piece:
    held, step = answer.held, answer.step
    assert held is not None  # noqa: S101  an answer that runs has both
    assert isinstance(step, Step)  # noqa: S101
    return Piece(held.number, step.tokens, step.n_logits)


def _is_one_token_in_front(answer: Answer) -> bool:
    step = answer.step
    return not (answer.is_background or answer.is_reading) and step is not None and len(step.tokens) == 1
