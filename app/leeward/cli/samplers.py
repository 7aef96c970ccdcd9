# SPDX-License-Identifier: Apache-2.0
"""`leeward samplers`: what can be set about how words are drawn."""

import argparse
from typing import Any

import msgspec

from leeward.cli.exit_codes import ExitCode
from leeward.domain.generation import AdaptiveP, Dry, DynamicTemperature, Mirostat, Sampling, Xtc
from leeward.domain.samplers import SAMPLERS, Sampler, SamplerGroup

_ALL_ON = Sampling(
    dynamic_temperature=DynamicTemperature(), xtc=Xtc(), mirostat=Mirostat(), dry=Dry(), adaptive_p=AdaptiveP()
)
"""To read from what the parts of a sampler are when it is turned on."""


def samplers(arguments: argparse.Namespace) -> ExitCode:
    """Print every sampler with its range."""
    usual = msgspec.to_builtins(_ALL_ON)
    if arguments.json:
        print(msgspec.json.encode({"samplers": [_as_json(each, usual) for each in SAMPLERS]}).decode())
        return ExitCode.OK
    for group in SamplerGroup:
        print(group.value)
        for each in SAMPLERS:
            if each.group is group:
                print(f"  {each.name:<30}{_range(each):<18}{each.sentence}")
    print("\nOne with a dot is off until one of its values is set.")
    return ExitCode.OK


def _range(sampler: Sampler) -> str:
    return f"{sampler.limits.low:g} to {sampler.limits.high:.10g}" if sampler.limits else ""


def _as_json(sampler: Sampler, usual: dict[str, Any]) -> dict[str, Any]:
    owner, _, part = sampler.name.rpartition(".")
    return {
        "name": sampler.name,
        "group": sampler.group.value,
        "sentence": sampler.sentence,
        "low": sampler.limits.low if sampler.limits else None,
        "high": sampler.limits.high if sampler.limits else None,
        "is_whole": sampler.is_whole,
        "usual": (usual[owner] if owner else usual)[part],
        "is_off": bool(owner),
    }
