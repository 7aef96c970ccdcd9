# SPDX-License-Identifier: Apache-2.0
"""Paths as msgspec writes and reads them: as text (`enc_hook`, `dec_hook`)."""

from pathlib import Path
from typing import Any


def encode_path(value: Any) -> Any:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(type(value))


def decode_path(wanted: type, value: Any) -> Any:
    if wanted is Path and isinstance(value, str):
        return Path(value)
    raise TypeError(f"no {wanted.__name__}")  # msgspec makes a ValidationError of it, and of nothing else
