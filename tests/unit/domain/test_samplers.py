# SPDX-License-Identifier: Apache-2.0
"""Every sampler is declared once, and by its declared name it can be set."""

import dataclasses
import math

import pytest

from leeward.domain.generation import AdaptiveP, Dry, DynamicTemperature, Mirostat, Sampling, Xtc
from leeward.domain.samplers import SAMPLERS
from leeward.domain.settings import Settings, limits_of

PARTS = {
    "dynamic_temperature": DynamicTemperature,
    "xtc": Xtc,
    "mirostat": Mirostat,
    "dry": Dry,
    "adaptive_p": AdaptiveP,
}


def test_the_declared_samplers_are_those_of_the_engine():
    names = {each.name for each in dataclasses.fields(Sampling)} - PARTS.keys()
    names |= {f"{owner}.{each.name}" for owner, kind in PARTS.items() for each in dataclasses.fields(kind)}
    assert {each.name for each in SAMPLERS} == names
    assert len(SAMPLERS) == len(names)


@pytest.mark.parametrize("sampler", SAMPLERS, ids=lambda each: each.name)
def test_a_sampler_has_a_sentence_and_takes_exactly_its_range(sampler):
    assert sampler.sentence.endswith(".")
    assert sampler.group
    if sampler.limits is None:
        return
    for value in (sampler.limits.low, sampler.limits.high):
        Sampling().with_values({sampler.name: value})
    for value in (sampler.limits.low - 1, sampler.limits.high + 1, math.nan, "a", True):
        with pytest.raises(ValueError, match=r"."):
            Sampling().with_values({sampler.name: value})
    if sampler.is_whole:
        with pytest.raises(ValueError, match="int"):
            Sampling().with_values({sampler.name: 1.5})


def test_the_settings_allow_nothing_that_the_sampler_refuses():
    for sampler in SAMPLERS:
        if hasattr(Settings(), sampler.name) and sampler.name != "seed":  # -1 draws one
            narrow = limits_of(sampler.name)
            assert sampler.limits.low <= narrow.low
            assert narrow.high <= sampler.limits.high


def test_one_part_turns_a_sampler_on_and_the_others_stay_as_usual():
    changed = Sampling(top_k=7).with_values({"dry.base": 2, "dry.breakers": ["\n"], "logit_bias": [[5, -100]]})
    assert changed == Sampling(top_k=7, dry=Dry(base=2.0, breakers=("\n",)), logit_bias=((5, -100.0),))
    assert changed.with_values({"dry.base": 3}).dry == Dry(base=3.0, breakers=("\n",))


def test_an_unknown_sampler_is_named():
    with pytest.raises(ValueError, match="temprature"):
        Sampling().with_values({"temprature": 1})
    with pytest.raises(ValueError, match="there is no sampler dry"):
        Sampling().with_values({"dry": {}})
