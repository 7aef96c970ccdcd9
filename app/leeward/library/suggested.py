# SPDX-License-Identifier: Apache-2.0
"""How a model's makers suggest to draw its words: what llama.cpp's converter copies from generation_config.json."""

from pathlib import Path

from leeward.domain.errors import ModelError
from leeward.domain.model_settings import ModelSettings
from leeward.library.header import GgufHeader, read_header

_KEYS = {  # llama-arch.cpp, LLM_KV_GENERAL_SAMPLING_*
    "temperature": "general.sampling.temp",
    "top_k": "general.sampling.top_k",
    "top_p": "general.sampling.top_p",
    "min_p": "general.sampling.min_p",
    "repeat_penalty": "general.sampling.penalty_repeat",
}


def suggested_by(path: Path) -> ModelSettings:
    """Return what the file at `path` suggests; nothing when it cannot be read: whoever loads it is told why. Blocking."""
    try:
        return suggested_settings(read_header(path))
    except ModelError:
        return ModelSettings()


def suggested_settings(header: GgufHeader) -> ModelSettings:
    """Return what the file suggests; nothing of a value that is not allowed."""
    settings = ModelSettings()
    for name, key in _KEYS.items():
        value = header.values.get(key)
        if isinstance(value, bool | str) or value is None:
            continue
        try:
            # A file stores 0.95 as the nearest float of 32 bits.
            number = int(value) if name == "top_k" else round(float(value), 6)
            settings = settings.with_value(name, number)
        except (ValueError, OverflowError):  # also of what is no number at all, and of infinity
            continue
    return settings
