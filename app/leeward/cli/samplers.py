# SPDX-License-Identifier: Apache-2.0
"""`leeward samplers`: what can be set about how words are drawn."""

import argparse
from typing import Any

import msgspec

from leeward.cli.exit_codes import ExitCode
from leeward.domain.generation import usual_values
from leeward.domain.samplers import SAMPLERS, Sampler, SamplerGroup


def samplers(arguments: argparse.Namespace) -> ExitCode:
    """Print every sampler with its range."""
    usual = usual_values()
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
    return {
        "name": sampler.name,
        "label": sampler.label,
        "group": sampler.group.value,
        "sentence": sampler.sentence,
        "low": sampler.limits.low if sampler.limits else None,
        "high": sampler.limits.high if sampler.limits else None,
        "is_whole": sampler.is_whole,
        "usual": usual[sampler.name],
        "is_off": bool(sampler.owner),
    }
