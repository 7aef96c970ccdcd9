# SPDX-License-Identifier: Apache-2.0
"""The files of one repository judged by the header of one of them: they are the same model, packed differently."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from leeward.domain.machine_profile import MachineProfile
from leeward.domain.model_info import Device, LoadPlan, ModelInfo
from leeward.library.offers import Offer
from leeward.library.verdict import Verdict, VerdictKind, verdict

SMALL_N_PARAMS = 3_000_000_000
"""Smaller models lose more by packing, and are quick enough unpacked."""

_WORTH = ("Q5_K_M", "Q4_K_M", "Q4_K_L", "UD-Q4_K_XL", "Q4_K_S", "Q4_0", "MXFP4", "IQ4_XS", "Q6_K", "Q8_0", "Q3_K_M")
_WORTH_SMALL = ("Q8_0", "Q6_K", *_WORTH)
_ORDER = (VerdictKind.FITS, VerdictKind.LESS_CONTEXT, VerdictKind.SLOW)


@dataclass(frozen=True, slots=True)
class Judged:
    """`verdict` is None where the file cannot be fetched."""

    offer: Offer
    verdict: Verdict | None
    is_recommended: bool = False


def repacked(info: ModelInfo, size_bytes: int) -> ModelInfo:
    """Return the model as a file of another size would have it, every layer packed as much as the others."""
    share = size_bytes / max(1, info.file_bytes)
    return replace(
        info,
        file_bytes=size_bytes,
        mix=tuple(replace(each, n_bytes=round(each.n_bytes * share)) for each in info.mix),
        layer_bytes=tuple(round(each * share) for each in info.layer_bytes),
        expert_bytes=tuple(round(each * share) for each in info.expert_bytes),
        token_bytes=round(info.token_bytes * share),
    )


def judge(
    offers: Sequence[Offer],
    info: ModelInfo,
    devices: Sequence[Device],
    profile: MachineProfile | None,
) -> tuple[Judged, ...]:
    """Return the verdict on each offer, in their order, one of them recommended where any is for this machine.

    `info`: from the header of one of them. What does not belong to the same model (a draft model in the same repository) is
    judged wrongly until its own header is read.
    """
    judged = [
        Judged(
            offer,
            None
            if offer.problem
            else verdict(repacked(info, _model_bytes(offer)), LoadPlan(info.path), devices, profile),
        )
        for offer in offers
    ]
    worth = _WORTH_SMALL if 0 < info.n_params < SMALL_N_PARAMS else _WORTH
    best = min(
        (each for each in judged if each.verdict is not None and each.verdict.kind in _ORDER),
        key=lambda each: _rank(each, worth),
        default=None,
    )
    return tuple(replace(each, is_recommended=each is best) for each in judged)


def _model_bytes(offer: Offer) -> int:
    """Return the size without what only goes with the model."""
    return sum(file.size_bytes for file in offer.files)


def _rank(judged: Judged, worth: Sequence[str]) -> tuple[int, int, int]:
    kind = judged.verdict.kind if judged.verdict else VerdictKind.TOO_LARGE
    name = judged.offer.quantization
    return _ORDER.index(kind), worth.index(name) if name in worth else len(worth), judged.offer.size_bytes
