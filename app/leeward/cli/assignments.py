# SPDX-License-Identifier: Apache-2.0
"""What is set for one model, as it is written on a command line: NAME=VALUE, and FILE:STRENGTH for an adapter."""

import os
import re
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from leeward.domain.generation import Adapter
from leeward.domain.model_settings import ModelSettings

NAMES = tuple(get_type_hints(ModelSettings))
ADAPTERS, DRAFT = "adapters", "draft"

_SCALED = re.compile(r"(?P<file>.+):(?P<scale>[-+]?\d*\.?\d+(e[-+]?\d+)?)", re.DOTALL)


def with_assignment(settings: ModelSettings, assignment: str) -> ModelSettings:
    """Return the settings with NAME=VALUE done; without a value it is taken back. Raises ValueError, TypeError."""
    name, _, text = assignment.partition("=")
    if name not in NAMES:
        raise ValueError(f"{name[:40]} is nothing that can be set")
    return settings.with_value(name, _value(name, text) if text else None)


def as_assignments(settings: ModelSettings) -> dict[str, str]:
    """Return the values of what is set, by name, as `with_assignment` takes them."""
    return {name: _text(value) for name, value in settings.given().items()}


def adapter_of(text: str) -> Adapter:
    """Return a file and, behind a colon, how strong it is to be. Raises ValueError."""
    scaled = _SCALED.fullmatch(text)
    if scaled is None or os.path.isfile(text):  # noqa: PTH113  Path raises for long words
        return Adapter(Path(text))
    return Adapter(Path(scaled["file"]), float(scaled["scale"]))


def _adapters_of(text: str) -> tuple[tuple[Path, float], ...]:
    """Return what stands between commas, with whole paths. A comma may be part of the name of a file that is there."""
    found, pending = [], ""
    for part in text.split(","):
        pending = f"{pending},{part}" if pending else part
        adapter = adapter_of(pending)
        path = os.path.abspath(os.path.expanduser(adapter.path))  # noqa: PTH100, PTH111  resolve() would follow links
        if os.path.isfile(path):  # noqa: PTH113  as above
            found.append((Path(path), adapter.scale))
            pending = ""
    if pending:
        adapter = adapter_of(pending)
        found.append((adapter.path, adapter.scale))  # the check of it will say that it is not there
    return tuple(found)


def _value(name: str, text: str) -> Any:
    if name == ADAPTERS:
        return _adapters_of(text)
    if name == DRAFT:
        return Path(os.path.abspath(os.path.expanduser(text)))  # noqa: PTH100, PTH111  resolve() would follow links
    return msgspec.convert(text, get_type_hints(ModelSettings)[name], strict=False)


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return ",".join(f"{path}:{scale}" for path, scale in value)
    return str(value).lower() if isinstance(value, bool) else str(value)
