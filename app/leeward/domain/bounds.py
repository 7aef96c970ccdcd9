# SPDX-License-Identifier: Apache-2.0
"""What numbers from the engine process can be. A frame with another one is refused: the window computes with them."""

from typing import Annotated

import msgspec

Count = Annotated[int, msgspec.Meta(ge=0, le=10**9)]
Seconds = Annotated[float, msgspec.Meta(ge=0, le=10**9)]  # refuses NaN as well
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
