# SPDX-License-Identifier: Apache-2.0
"""What numbers can be: of settings and samplers, and those from the engine process, whose frames are refused with others."""

from dataclasses import dataclass
from typing import Annotated

import msgspec

Count = Annotated[int, msgspec.Meta(ge=0, le=10**9)]
Seconds = Annotated[float, msgspec.Meta(ge=0, le=10**9)]  # refuses NaN as well
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


@dataclass(frozen=True, slots=True)
class Limits:
    """Inclusive range of a number."""

    low: float
    high: float
