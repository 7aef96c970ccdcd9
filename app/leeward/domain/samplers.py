# SPDX-License-Identifier: Apache-2.0
"""Every sampler the engine has, declared once: range, group, and a sentence for people.

Names are those of `generation.Sampling`; a part of a sampler with several is `dry.base`. The values check themselves against
these ranges, and whatever shows or takes samplers (a panel, the terminal, a persona's file) reads them here.
"""

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from leeward.domain.bounds import Limits


class SamplerGroup(enum.StrEnum):
    """What a sampler is for; the value is a heading."""

    CERTAINTY = "How daring"
    CHOICE = "What may be chosen at all"
    REPETITION = "Against repetition"
    DRAW = "Other ways to draw"
    SPECIAL = "Special"


@dataclass(frozen=True, slots=True)
class Sampler:
    """One number of the sampling.

    Attributes:
        name: As in Sampling; of a part, with the sampler's own name and a dot before it.
        label: What the field is called; the sampler's own name before a colon.
        sentence: What it does, for people who do not know the word. "Word" stands for token.
        limits: None where it is no number.
        is_whole: Whether only whole numbers are allowed.
    """

    name: str
    label: str
    group: SamplerGroup
    sentence: str
    limits: Limits | None = None
    is_whole: bool = False

    @property
    def owner(self) -> str:
        """The sampler it is a part of; "" when it is one by itself."""
        return self.name.rpartition(".")[0]


def _number(name: str, label: str, group: SamplerGroup, low: float, high: float, sentence: str) -> Sampler:
    return Sampler(name, label, group, sentence, Limits(low, high))


def _whole(name: str, label: str, group: SamplerGroup, low: int, high: int, sentence: str) -> Sampler:
    return Sampler(name, label, group, sentence, Limits(low, high), is_whole=True)


_G = SamplerGroup

SAMPLERS: Final = (
    _number("temperature", "Temperature", _G.CERTAINTY, 0, 5, "0 always takes the likeliest word; more varies more."),
    _number(
        "dynamic_temperature.spread",
        "Dynamic temperature: spread",
        _G.CERTAINTY,
        0,
        5,
        "The temperature follows how sure the model is, by so much up and down.",
    ),
    _number(
        "dynamic_temperature.exponent",
        "Dynamic temperature: exponent",
        _G.CERTAINTY,
        0,
        10,
        "Above 1 the temperature stays low until the model is very unsure.",
    ),
    _whole("seed", "Seed", _G.CERTAINTY, 0, 2**32 - 2, "The same seed and the same question give the same answer."),
    _whole("top_k", "Top-k", _G.CHOICE, 0, 1_000_000, "Choose among so many of the likeliest words; 0 is all."),
    _number(
        "top_p", "Top-p", _G.CHOICE, 0, 1, "Choose among the likeliest words that have this share together; 1 is all."
    ),
    _number("min_p", "Min-p", _G.CHOICE, 0, 1, "Leave out words that are less likely than this part of the likeliest."),
    _number(
        "typical_p",
        "Typical-p",
        _G.CHOICE,
        0,
        1,
        "Choose among words of usual surprise that have this share together; 1 is all.",
    ),
    _number(
        "top_n_sigma",
        "Top-n-sigma",
        _G.CHOICE,
        0,
        100,
        "Leave out words whose score lies further below the best than so many standard deviations; 0 is off.",
    ),
    _number(
        "xtc.probability",
        "XTC: probability",
        _G.CHOICE,
        0,
        1,
        "How often the likeliest words are left out, for less expected answers.",
    ),
    _number(
        "xtc.threshold",
        "XTC: threshold",
        _G.CHOICE,
        0,
        0.5,
        "Only words above this share are left out, all but the last of them.",
    ),
    _number(
        "repeat_penalty",
        "Repeat penalty",
        _G.REPETITION,
        0.1,
        10,
        "Above 1 words that were just said become less likely; 1 is off.",
    ),
    _whole(
        "repeat_last_n",
        "Repeat penalty: reach",
        _G.REPETITION,
        0,
        1_000_000,
        "How many of the last words the penalties look at.",
    ),
    _number(
        "frequency_penalty",
        "Frequency penalty",
        _G.REPETITION,
        -10,
        10,
        "A word becomes less likely each time that it was said; 0 is off.",
    ),
    _number(
        "presence_penalty",
        "Presence penalty",
        _G.REPETITION,
        -10,
        10,
        "A word that was said becomes less likely, once; 0 is off.",
    ),
    _number(
        "dry.multiplier",
        "DRY: strength",
        _G.REPETITION,
        0,
        10,
        "How strongly a word is avoided that would go on with a repetition of what was said.",
    ),
    _number("dry.base", "DRY: growth", _G.REPETITION, 1, 10, "How fast that grows with the length of the repetition."),
    _whole(
        "dry.allowed_length",
        "DRY: allowed length",
        _G.REPETITION,
        1,
        1000,
        "Repetitions of up to so many words cost nothing.",
    ),
    _whole(
        "dry.last_n",
        "DRY: reach",
        _G.REPETITION,
        1,
        1_000_000,
        "How many of the last words are searched for repetitions.",
    ),
    Sampler("dry.breakers", "DRY: breakers", _G.REPETITION, "A repetition does not reach across these texts."),
    _whole(
        "mirostat.version",
        "Mirostat: version",
        _G.DRAW,
        1,
        2,
        "Keep the text equally surprising throughout, by the first or the second method of Mirostat.",
    ),
    _number(
        "mirostat.tau", "Mirostat: surprise", _G.DRAW, 0, 20, "How surprising, in bits a word: less is more focused."
    ),
    _number("mirostat.eta", "Mirostat: pace", _G.DRAW, 0, 1, "How fast Mirostat adapts."),
    _number(
        "adaptive_p.target",
        "Adaptive-p: target",
        _G.DRAW,
        0,
        1,
        "Draw words whose likelihood is near this share, on average over the text.",
    ),
    _number(
        "adaptive_p.decay", "Adaptive-p: memory", _G.DRAW, 0, 0.99, "How long earlier words count for that average."
    ),
    Sampler(
        "logit_bias",
        "Word bias",
        _G.SPECIAL,
        "Make single words likelier or unlikelier: pairs of a token's number and -100 (never) to 100 (always).",
    ),
    Sampler("is_infill", "Infill", _G.SPECIAL, "For filling a gap in code: end early rather than late."),
)

SAMPLER_OF: Final[Mapping[str, Sampler]] = MappingProxyType({each.name: each for each in SAMPLERS})


def limits_of_parts(owner: str) -> Mapping[str, Limits]:
    """Return the ranges of the numbers that belong to `owner`, by their names in it; "" is Sampling itself."""
    return _LIMITS[owner]


_LIMITS: Final[Mapping[str, Mapping[str, Limits]]] = MappingProxyType(
    {
        owner: {each.name.rpartition(".")[2]: each.limits for each in SAMPLERS if each.owner == owner and each.limits}
        for owner in {each.owner for each in SAMPLERS}
    }
)
