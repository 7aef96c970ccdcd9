# SPDX-License-Identifier: Apache-2.0
"""What is to be made."""

from dataclasses import dataclass
from pathlib import Path

from leeward.domain.generation import Adapter

MERGED_TYPES = ("F16", "Q8_0")
"""What the changed tensors of a merged model can be stored as."""


@dataclass(frozen=True, slots=True)
class MergePlan:
    """A LoRA adapter to be merged into a copy of its model.

    Attributes:
        base: The model, in one file.
        target: The file to make.
        type_name: One of MERGED_TYPES. A tensor whose rows do not fit its blocks becomes F16.
        is_replacing: The target may exist.
    """

    base: Path
    adapter: Adapter
    target: Path
    type_name: str = "F16"
    is_replacing: bool = False

    def __post_init__(self) -> None:
        if self.type_name not in MERGED_TYPES:
            raise ValueError(f"type_name must be one of {MERGED_TYPES}, not {self.type_name}")
