# SPDX-License-Identifier: Apache-2.0
"""What a model needs of the machine's memory, part by part, before it is loaded, and what may be given up for it."""

import enum
from dataclasses import dataclass

from leeward.domain.model_info import LoadPlan


@dataclass(frozen=True, slots=True)
class MemoryNeed:
    """What one device holds of a loaded model, in bytes.

    Attributes:
        device: `Device.name`; "CPU" is main memory.
        weights: As they lie in the file, and those of adapters.
        copies: Of weights that the processor's kernels want in another order. With a mapped file the originals of these
            stay in the file's pages, which the system takes back when it needs them.
        kv: The KV cache at the full context length.
        compute: Buffers for what is computed between the layers.
        other: Vocabulary, output rows and what the program itself grows by.
    """

    device: str
    weights: int = 0
    copies: int = 0
    kv: int = 0
    compute: int = 0
    other: int = 0

    @property
    def total(self) -> int:
        return self.weights + self.copies + self.kv + self.compute + self.other


@dataclass(frozen=True, slots=True)
class FitEstimate:
    """What loading a model will take, device by device; main memory comes first.

    Attributes:
        reclaimable_bytes: Of it, pages of a mapped file that have a copy elsewhere.
    """

    needs: tuple[MemoryNeed, ...]
    reclaimable_bytes: int = 0

    @property
    def total_bytes(self) -> int:
        """What the program grows by, on all devices together."""
        return sum(need.total for need in self.needs)

    @property
    def main_bytes(self) -> int:
        """Main memory that must be free."""
        return self.needs[0].total - self.reclaimable_bytes

    def part(self, name: str) -> int:
        """Return one part ("weights", "kv", ...) over all devices."""
        return sum(getattr(need, name) for need in self.needs)


class StepKind(enum.StrEnum):
    """What a step gives up."""

    CONTEXT = "context"
    GPU_LAYERS = "gpu layers"
    CPU_ONLY = "cpu only"


@dataclass(frozen=True, slots=True)
class Step:
    """What is tried next. `amount`: tokens of context or layers on the GPU, 0 for the CPU alone."""

    kind: StepKind
    amount: int
    plan: LoadPlan
