# SPDX-License-Identifier: Apache-2.0
"""The sampler chain, entirely in C.

top_k comes first: everything behind it then looks at 40 candidates and not at the whole vocabulary (penalties first
cost 1.4 ms a token at 262,144 tokens of vocabulary, behind top_k 0.3 ms).
"""

import ctypes
from collections.abc import Sequence

import llama_cpp

from leeward.domain.generation import Sampling


class SamplerChain:
    """One answer's sampler. The caller closes it.

    Attributes:
        pointer: For llama_sampler_sample.
    """

    def __init__(self, sampling: Sampling, seed: int, prompt: Sequence[int], n_vocab: int) -> None:
        """`prompt`: its last tokens count as recent for the penalties."""
        params = llama_cpp.llama_sampler_chain_default_params()
        params.no_perf = True
        self.pointer = llama_cpp.llama_sampler_chain_init(params)
        has_penalties = (sampling.repeat_penalty, sampling.frequency_penalty, sampling.presence_penalty) != (1, 0, 0)
        if sampling.top_k > 0:
            self._add(llama_cpp.llama_sampler_init_top_k(sampling.top_k))
        if has_penalties and sampling.repeat_last_n > 0:
            self._add(
                llama_cpp.llama_sampler_init_penalties(
                    n_vocab,
                    sampling.repeat_last_n,
                    sampling.repeat_penalty,
                    sampling.frequency_penalty,
                    sampling.presence_penalty,
                )
            )
        if sampling.temperature == 0:
            self._add(llama_cpp.llama_sampler_init_greedy())
        else:
            if sampling.top_p < 1:
                self._add(llama_cpp.llama_sampler_init_top_p(sampling.top_p, 1))
            if sampling.min_p > 0:
                self._add(llama_cpp.llama_sampler_init_min_p(sampling.min_p, 1))
            self._add(llama_cpp.llama_sampler_init_temp(sampling.temperature))
            self._add(llama_cpp.llama_sampler_init_dist(ctypes.c_uint32(seed).value))
        if has_penalties:
            for token in prompt[-sampling.repeat_last_n :]:
                llama_cpp.llama_sampler_accept(self.pointer, token)

    def _add(self, sampler: "llama_cpp.llama_sampler_p") -> None:
        llama_cpp.llama_sampler_chain_add(self.pointer, sampler)  # the chain owns it from here on

    def close(self) -> None:
        if self.pointer:
            llama_cpp.llama_sampler_free(self.pointer)
            self.pointer = None
