# SPDX-License-Identifier: Apache-2.0
"""How a model is computed, as far as that can be chosen freely: what was found fastest on this machine, and what it gained."""

from dataclasses import dataclass, replace
from typing import Annotated, Any

import msgspec

from leeward.domain.model_info import KvType, LoadPlan

USUAL_UBATCH = 512

_Tokens = Annotated[int, msgspec.Meta(ge=1, le=8192)]
_Threads = Annotated[int, msgspec.Meta(ge=1, le=512)]
_Gain = Annotated[float, msgspec.Meta(gt=0, le=1000)]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to compute.

    Attributes:
        n_threads: While the machine does nothing else.
    """

    n_threads: _Threads
    n_ubatch: _Tokens = USUAL_UBATCH
    flash_attention: bool = True


@dataclass(frozen=True, slots=True)
class Tuning:
    """What a trial found.

    Attributes:
        way: The fastest; `usual` where none was clearly faster.
        prompt_gain, decode_gain: How many times as fast as the usual way it was.
    """

    usual: Way
    way: Way
    prompt_gain: _Gain = 1.0
    decode_gain: _Gain = 1.0

    @property
    def is_gain(self) -> bool:
        return self.way != self.usual

    @property
    def max_threads(self) -> int | None:
        """How many threads while the machine does nothing else; None where the usual ones were the fastest."""
        return self.way.n_threads if self.way.n_threads != self.usual.n_threads else None

    def applied(self, plan: LoadPlan) -> LoadPlan:
        """Return `plan` with what it leaves open chosen as was found; threads are no part of it."""
        way, usual = self.way, self.usual
        changes: dict[str, Any] = {}
        if plan.n_ubatch is None and plan.n_batch is None and way.n_ubatch != usual.n_ubatch:
            changes["n_ubatch"], changes["n_batch"] = way.n_ubatch, max(USUAL_UBATCH, way.n_ubatch)
        is_free = plan.flash_attention is None and plan.kv_type in (None, KvType.F16)
        if is_free and way.flash_attention != usual.flash_attention:
            changes["flash_attention"] = way.flash_attention
        return replace(plan, **changes)
