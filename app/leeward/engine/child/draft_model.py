# SPDX-License-Identifier: Apache-2.0
"""A small model beside the one that answers, which guesses what that will say: both cut text into the same tokens."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import llama_cpp

from leeward.domain.errors import DraftUnfit, ModelNotFound, ModelTooLarge, ModelUnreadable
from leeward.domain.model_info import LoadPlan
from leeward.engine.child.llama import ALL_LAYERS, Llama, NativeLog, NoRoom, Piece
from leeward.engine.child.speculation import Payoff
from leeward.engine.child.vocabulary import DecodeFailed, ModelVocabulary
from leeward.i18n import mark

MAX_BEHIND = 128
"""So much of a text is read at once: between two such pieces the answer goes on, and may be stopped."""

_OLD_STEPS = 4096  # a try costs more than that of what is only looked up: it has to read the text first

_SPARE_TOKENS = 128
"""Sizes of one family pad their vocabularies differently, by so many tokens at most that no text is cut into (as llama.cpp)."""


class DraftModel:
    """Guesses what comes next, one text at a time: a `Guesser`. The caller closes it.

    Attributes:
        payoff: What its drafts cost.
    """

    def __init__(self, plan: LoadPlan, llama: Llama, log: NativeLog, on_progress: Callable[[float], bool]) -> None:
        """`llama` answers, and was loaded by `plan`. Raises DraftUnfit, ModelTooLarge, LoadCancelled, MemoryError."""
        assert plan.draft is not None  # noqa: S101  else there is nothing to load
        on_gpu = None if plan.n_gpu_layers is None else ALL_LAYERS if plan.n_gpu_layers else 0
        own = replace(plan, path=plan.draft, name="", draft=None, adapters=(), n_ctx=llama.n_ctx, n_gpu_layers=on_gpu)
        own = replace(own, rope_scaling=None, rope_freq_scale=None, moe_on_cpu=False)
        try:
            self._llama = Llama(own, log, on_progress)
        except ModelTooLarge as error:
            raise ModelTooLarge(plan.path) from error
        except ModelNotFound as error:
            raise DraftUnfit(plan.draft, mark("there is no such file"), plan.path) from error
        except ModelUnreadable as error:
            raise DraftUnfit(plan.draft, error.reason, plan.path) from error
        self.payoff = Payoff(_OLD_STEPS)
        self._target = llama
        self._read: list[int] = []
        self._n_sure = 0  # so many of them are those of the text
        self._n_threads = 0
        self._has_failed = False
        reason = self._misfit()
        if reason:
            self.close()
            raise DraftUnfit(plan.draft, reason, plan.path)

    def _misfit(self) -> str:
        if not self._llama.can_generate or not self._llama.can_share:
            return mark("it cannot take back what it has read, or cannot write")
        if not is_same_vocabulary(self._llama, self._target):
            return mark("it cuts text into other tokens than the model")
        return ""

    def begin(self, tokens: Sequence[int]) -> None:
        """Another text is made, which begins with these tokens."""
        read = self._read
        n = min(len(read), len(tokens))
        if read[:n] != list(tokens[:n]):
            n = next(number for number in range(n) if read[number] != tokens[number])
        self._n_sure = n

    def guess(self, tokens: Sequence[int], n: int) -> list[int]:
        """Return `n` tokens as it would go on with a text; none when it is not done with reading that: ask again."""
        if self._has_failed:
            return []
        try:
            return self._guess(tokens, n)
        except (DecodeFailed, NoRoom):  # the answer can do without
            self._has_failed = True
            return []

    def _guess(self, tokens: Sequence[int], n: int) -> list[int]:
        read, llama = self._read, self._llama
        while self._n_sure < min(len(read), len(tokens)) and read[self._n_sure] == tokens[self._n_sure]:
            self._n_sure += 1
        n_keep = min(self._n_sure, len(tokens) - 1)  # the logits of the last one are needed
        if n_keep < len(read):
            n_keep = n_keep if llama.roll_back(0, n_keep) else 0
            del read[n_keep:]
        self._follow_threads()
        piece = list(tokens[n_keep : n_keep + min(MAX_BEHIND, llama.n_batch)])
        llama.decode([Piece(0, piece)])
        read += piece
        self._n_sure = len(read)
        if len(read) < len(tokens):
            return []
        guessed = [int(llama.logits().argmax())]
        while len(guessed) < n:
            llama.decode_one(0, guessed[-1])
            read.append(guessed[-1])
            guessed.append(int(llama.logits().argmax()))
        return guessed if max(guessed) < self._target.n_vocab else []

    def _follow_threads(self) -> None:
        n_threads = self._target.n_threads
        if n_threads != self._n_threads:
            self._llama.set_threads(n_threads)
            self._n_threads = n_threads

    def close(self) -> None:
        """Free it. May be called twice."""
        self._llama.close()


def is_same_vocabulary(one: ModelVocabulary, other: ModelVocabulary) -> bool:
    """Whether two models mean the same by the same numbers."""
    n = min(one.n_vocab, other.n_vocab)
    if max(one.n_vocab, other.n_vocab) - n > _SPARE_TOKENS:
        return False
    text = llama_cpp.llama_vocab_get_text
    return all(text(one.vocab, token) == text(other.vocab, token) for token in range(n))
