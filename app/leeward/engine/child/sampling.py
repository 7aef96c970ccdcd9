# SPDX-License-Identifier: Apache-2.0
"""How the next token is chosen. The samplers are C; their order is this, each one off unless asked for:

1.  logit_bias      must reach tokens that the next ones would drop
2.  top_n_sigma     measures the spread of all logits
3.  top_k           everything behind it looks at some 40 candidates instead of the whole vocabulary: penalties in
                    front of it cost 1.4 ms a token at 262,144 tokens of vocabulary, behind it 0.3 ms
4.  penalties, DRY  change logits, so they come before what cuts by probability
5.  typical_p, top_p, min_p, XTC, infill
6.  temperature     behind the cuts: it spreads what is left and lets nothing back in
7.  the draw        of the distribution, by Mirostat or adaptive-p; temperature 0 takes the best after 4

A grammar stands outside: the token that was drawn is checked, and only one that is refused is drawn again.
"""

import ctypes
from collections.abc import Sequence

import llama_cpp
import numpy as np

from leeward.domain.errors import GrammarInvalid
from leeward.domain.generation import Dry, GenerationRequest, Sampling
from leeward.engine.child.candidates import Candidates
from leeward.engine.child.grammar import Grammar
from leeward.engine.child.llama import Llama

N_WIDE = 1024
"""How many tokens a grammar looks at before it looks at all: nearly always one of them will do, at a hundredth of the cost."""

SMALL_VOCABULARY = 100_000
"""Up to so many tokens llama.cpp's own draw over all of them is quicker than picking candidates first."""

TopTokens = tuple[tuple[str, float], ...]


class TokenSource:
    """Draws the tokens of one answer, freely until `constrain` is called. The caller closes it.

    Attributes:
        n_refused: How many drawn tokens the grammar refused.
    """

    def __init__(self, llama: Llama, request: GenerationRequest, seed: int, prompt: Sequence[int]) -> None:
        """`prompt`: its last tokens count as recent for the penalties."""
        sampling = request.sampling
        self._llama = llama
        self._grammar: Grammar | None = None
        self._chain = SamplerChain(llama, sampling, seed, prompt)
        self._candidates = Candidates(llama.n_vocab)
        needs_all = bool(sampling.logit_bias) or sampling.top_n_sigma > 0
        self._n_best = 0 if needs_all else sampling.top_k
        self._is_small = llama.n_vocab < SMALL_VOCABULARY or not self._n_best
        self._n_probs = request.n_probs
        self.n_refused = 0

    def draw(self) -> int:
        """Return the next token, after the last decode.

        Raises:
            GrammarInvalid: No token of this model can go on as the grammar demands.
        """
        grammar = self._grammar
        if grammar is None and self._is_small:
            return self._llama.sample(self._chain.pointer)
        self._candidates.fill(self._llama.logits(), self._n_best)
        llama_cpp.llama_sampler_apply(self._chain.pointer, self._candidates.pointer)
        token = self._candidates.selected
        if grammar is not None and not grammar.allows(token):
            self.n_refused += 1
            token = self._draw_allowed(grammar)
        llama_cpp.llama_sampler_accept(self._chain.pointer, token)
        if grammar is not None and not self._llama.is_end(token):
            grammar.accept(token)
        return token

    def _draw_allowed(self, grammar: Grammar) -> int:
        # First among what the chain left: this is the distribution the refused token came from.
        if grammar.keep_allowed(self._candidates):
            llama_cpp.llama_sampler_apply(self._chain.last, self._candidates.pointer)
            return self._candidates.selected
        for n_best in (max(N_WIDE, self._n_best), 0) if self._n_best else (0,):
            self._candidates.fill(self._llama.logits(), n_best)
            if grammar.keep_allowed(self._candidates):
                llama_cpp.llama_sampler_apply(self._chain.pointer, self._candidates.pointer)
                return self._candidates.selected
        raise GrammarInvalid("no token of this model fits what must come next")

    def constrain(self, gbnf: str, token: int | None = None) -> bool:
        """Let a grammar hold from here on: from `token`, the last one drawn, or from the next one.

        Returns:
            Whether it can begin with `token`; else nothing changes.

        Raises:
            GrammarInvalid
        """
        grammar = Grammar(self._llama, gbnf)
        if token is not None:
            if not grammar.allows(token):
                grammar.close()
                return False
            grammar.accept(token)
        if self._grammar is not None:
            self._grammar.close()
        self._grammar = grammar
        return True

    def log_probability(self, token: int) -> float:
        """Return the natural logarithm of the probability the model gave `token`, the last one drawn, before any sampler."""
        logits = self._llama.logits()
        best = logits.max()
        total = np.exp(logits - best).sum(dtype=np.float64)
        return float(logits[token] - best - np.log(total))

    def probabilities(self, token: int) -> TopTokens:
        """Return the text and probability of `token`, the last one drawn, then of the most probable ones, as the model
        gave them: before any sampler."""
        logits = self._llama.logits()
        best = np.argpartition(logits, -self._n_probs)[-self._n_probs :]
        best = best[np.argsort(-logits[best], kind="stable")]
        ids = [token, *best.tolist()]
        weights = np.exp(logits[ids] - logits.max(), dtype=np.float64)
        total = np.exp(logits - logits.max()).sum(dtype=np.float64)
        shares = (weights / total).tolist()
        return tuple((self._llama.token_text(each), share) for each, share in zip(ids, shares, strict=True))

    def close(self) -> None:
        self._chain.close()
        if self._grammar is not None:
            self._grammar.close()


class SamplerChain:
    """The samplers of one answer. The caller closes it.

    Attributes:
        pointer: For llama_sampler_apply; the chain owns its samplers.
        last: The sampler that draws.
    """

    def __init__(self, llama: Llama, sampling: Sampling, seed: int, prompt: Sequence[int]) -> None:
        params = llama_cpp.llama_sampler_chain_default_params()
        params.no_perf = True
        self.pointer = llama_cpp.llama_sampler_chain_init(params)
        self._n_vocab = llama.n_vocab
        self._seed = ctypes.c_uint32(seed).value
        self._add_before_cut(sampling)
        if sampling.top_k > 0:
            self._add(llama_cpp.llama_sampler_init_top_k(sampling.top_k))
        n_recent = self._add_penalties(llama, sampling)
        if sampling.temperature == 0:
            self._add(llama_cpp.llama_sampler_init_greedy())
        else:
            if sampling.mirostat is None:
                self._add_cuts(sampling)
            # Without a token that ends, the infill sampler's assertion would end the process.
            if (
                sampling.is_infill
                and max(llama_cpp.llama_vocab_eot(llama.vocab), llama_cpp.llama_vocab_eos(llama.vocab)) >= 0
            ):
                self._add(llama_cpp.llama_sampler_init_infill(llama.vocab))
            self._add_temperature(sampling)
            self._add_draw(sampling)
        self.last = llama_cpp.llama_sampler_chain_get(self.pointer, llama_cpp.llama_sampler_chain_n(self.pointer) - 1)
        for token in prompt[-n_recent:] if n_recent else ():
            llama_cpp.llama_sampler_accept(self.pointer, token)

    def _add(self, sampler: "llama_cpp.llama_sampler_p") -> None:
        llama_cpp.llama_sampler_chain_add(self.pointer, sampler)  # the chain owns it from here on

    def _add_before_cut(self, sampling: Sampling) -> None:
        if sampling.logit_bias:
            pairs = (llama_cpp.llama_logit_bias * len(sampling.logit_bias))()
            for index, (token, bias) in enumerate(sampling.logit_bias):
                pairs[index] = llama_cpp.llama_logit_bias(token, bias)
            self._add(llama_cpp.llama_sampler_init_logit_bias(self._n_vocab, len(pairs), pairs))
        if sampling.top_n_sigma > 0:
            self._add(llama_cpp.llama_sampler_init_top_n_sigma(sampling.top_n_sigma))

    def _add_penalties(self, llama: Llama, sampling: Sampling) -> int:
        """Return how many recent tokens the samplers want to know."""
        penalties = (sampling.repeat_penalty, sampling.frequency_penalty, sampling.presence_penalty)
        n_recent = 0
        if penalties != (1, 0, 0) and sampling.repeat_last_n > 0:
            n_recent = sampling.repeat_last_n
            self._add(llama_cpp.llama_sampler_init_penalties(self._n_vocab, n_recent, *penalties))
        if sampling.dry is not None:
            n_recent = max(n_recent, sampling.dry.last_n)
            self._add(_dry(llama, sampling.dry))
        return n_recent

    def _add_cuts(self, sampling: Sampling) -> None:
        if sampling.typical_p < 1:
            self._add(llama_cpp.llama_sampler_init_typical(sampling.typical_p, 1))
        if sampling.top_p < 1:
            self._add(llama_cpp.llama_sampler_init_top_p(sampling.top_p, 1))
        if sampling.min_p > 0:
            self._add(llama_cpp.llama_sampler_init_min_p(sampling.min_p, 1))
        if sampling.xtc is not None:
            xtc = sampling.xtc
            self._add(llama_cpp.llama_sampler_init_xtc(xtc.probability, xtc.threshold, 1, self._seed))

    def _add_temperature(self, sampling: Sampling) -> None:
        dynamic = sampling.dynamic_temperature
        if dynamic is None:
            self._add(llama_cpp.llama_sampler_init_temp(sampling.temperature))
        else:
            self._add(llama_cpp.llama_sampler_init_temp_ext(sampling.temperature, dynamic.spread, dynamic.exponent))

    def _add_draw(self, sampling: Sampling) -> None:
        mirostat, adaptive = sampling.mirostat, sampling.adaptive_p
        if mirostat is not None and mirostat.version == 1:
            n_estimate = 100  # tokens its exponent is estimated from; the paper's value
            args = (self._n_vocab, self._seed, mirostat.tau, mirostat.eta, n_estimate)
            self._add(llama_cpp.llama_sampler_init_mirostat(*args))
        elif mirostat is not None:
            self._add(llama_cpp.llama_sampler_init_mirostat_v2(self._seed, mirostat.tau, mirostat.eta))
        elif adaptive is not None:
            self._add(llama_cpp.llama_sampler_init_adaptive_p(adaptive.target, adaptive.decay, self._seed))
        else:
            self._add(llama_cpp.llama_sampler_init_dist(self._seed))

    def close(self) -> None:
        if self.pointer:
            llama_cpp.llama_sampler_free(self.pointer)
            self.pointer = None


def _dry(llama: Llama, dry: Dry) -> "llama_cpp.llama_sampler_p":
    # Compares every breaker with the whole vocabulary: 80 ms at 262,144 tokens, once an answer.
    breakers = (ctypes.c_char_p * len(dry.breakers))(*(each.encode() for each in dry.breakers))
    numbers = (dry.multiplier, dry.base, dry.allowed_length, dry.last_n)
    sampler: llama_cpp.llama_sampler_p = llama_cpp.llama_sampler_init_dry(
        llama.vocab, *numbers, breakers, len(breakers)
    )
    return sampler
