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
from leeward.i18n import mark


class SamplerGroup(enum.StrEnum):
    """What a sampler is for; the value is a heading."""

    CERTAINTY = mark("How daring")
    CHOICE = mark("What may be chosen at all")
    REPETITION = mark("Against repetition")
    DRAW = mark("Other ways to draw")
    SPECIAL = mark("Special")


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
    _number(
        "temperature",
        mark("Temperature"),
        _G.CERTAINTY,
        0,
        5,
        mark("0 always takes the likeliest word; more varies more."),
    ),
    _number(
        "dynamic_temperature.spread",
        mark("Dynamic temperature: spread"),
        _G.CERTAINTY,
        0,
        5,
        mark("The temperature follows how sure the model is, by so much up and down."),
    ),
    _number(
        "dynamic_temperature.exponent",
        mark("Dynamic temperature: exponent"),
        _G.CERTAINTY,
        0,
        10,
        mark("Above 1 the temperature stays low until the model is very unsure."),
    ),
    _whole(
        "seed",
        mark("Seed"),
        _G.CERTAINTY,
        0,
        2**32 - 2,
        mark("The same seed and the same question give the same answer."),
    ),
    _whole(
        "top_k", mark("Top-k"), _G.CHOICE, 0, 1_000_000, mark("Choose among so many of the likeliest words; 0 is all.")
    ),
    _number(
        "top_p",
        mark("Top-p"),
        _G.CHOICE,
        0,
        1,
        mark("Choose among the likeliest words that have this share together; 1 is all."),
    ),
    _number(
        "min_p",
        mark("Min-p"),
        _G.CHOICE,
        0,
        1,
        mark("Leave out words that are less likely than this part of the likeliest."),
    ),
    _number(
        "typical_p",
        mark("Typical-p"),
        _G.CHOICE,
        0,
        1,
        mark("Choose among words of usual surprise that have this share together; 1 is all."),
    ),
    _number(
        "top_n_sigma",
        mark("Top-n-sigma"),
        _G.CHOICE,
        0,
        100,
        mark("Leave out words whose score lies further below the best than so many standard deviations; 0 is off."),
    ),
    _number(
        "xtc.probability",
        mark("XTC: probability"),
        _G.CHOICE,
        0,
        1,
        mark("How often the likeliest words are left out, for less expected answers."),
    ),
    _number(
        "xtc.threshold",
        mark("XTC: threshold"),
        _G.CHOICE,
        0,
        0.5,
        mark("Only words above this share are left out, all but the last of them."),
    ),
    _number(
        "repeat_penalty",
        mark("Repeat penalty"),
        _G.REPETITION,
        0.1,
        10,
        mark("Above 1 words that were just said become less likely; 1 is off."),
    ),
    _whole(
        "repeat_last_n",
        mark("Repeat penalty: reach"),
        _G.REPETITION,
        0,
        1_000_000,
        mark("How many of the last words the penalties look at."),
    ),
    _number(
        "frequency_penalty",
        mark("Frequency penalty"),
        _G.REPETITION,
        -10,
        10,
        mark("A word becomes less likely each time that it was said; 0 is off."),
    ),
    _number(
        "presence_penalty",
        mark("Presence penalty"),
        _G.REPETITION,
        -10,
        10,
        mark("A word that was said becomes less likely, once; 0 is off."),
    ),
    _number(
        "dry.multiplier",
        mark("DRY: strength"),
        _G.REPETITION,
        0,
        10,
        mark("How strongly a word is avoided that would go on with a repetition of what was said."),
    ),
    _number(
        "dry.base",
        mark("DRY: growth"),
        _G.REPETITION,
        1,
        10,
        mark("How fast that grows with the length of the repetition."),
    ),
    _whole(
        "dry.allowed_length",
        mark("DRY: allowed length"),
        _G.REPETITION,
        1,
        1000,
        mark("Repetitions of up to so many words cost nothing."),
    ),
    _whole(
        "dry.last_n",
        mark("DRY: reach"),
        _G.REPETITION,
        1,
        1_000_000,
        mark("How many of the last words are searched for repetitions."),
    ),
    Sampler(
        "dry.breakers", mark("DRY: breakers"), _G.REPETITION, mark("A repetition does not reach across these texts.")
    ),
    _whole(
        "mirostat.version",
        mark("Mirostat: version"),
        _G.DRAW,
        1,
        2,
        mark("Keep the text equally surprising throughout, by the first or the second method of Mirostat."),
    ),
    _number(
        "mirostat.tau",
        mark("Mirostat: surprise"),
        _G.DRAW,
        0,
        20,
        mark("How surprising, in bits a word: less is more focused."),
    ),
    _number("mirostat.eta", mark("Mirostat: pace"), _G.DRAW, 0, 1, mark("How fast Mirostat adapts.")),
    _number(
        "adaptive_p.target",
        mark("Adaptive-p: target"),
        _G.DRAW,
        0,
        1,
        mark("Draw words whose likelihood is near this share, on average over the text."),
    ),
    _number(
        "adaptive_p.decay",
        mark("Adaptive-p: memory"),
        _G.DRAW,
        0,
        0.99,
        mark("How long earlier words count for that average."),
    ),
    Sampler(
        "logit_bias",
        mark("Word bias"),
        _G.SPECIAL,
        mark("Make single words likelier or unlikelier: pairs of a token's number and -100 (never) to 100 (always)."),
    ),
    Sampler("is_infill", mark("Infill"), _G.SPECIAL, mark("For filling a gap in code: end early rather than late.")),
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
