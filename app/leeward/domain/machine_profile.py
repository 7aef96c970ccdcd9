# SPDX-License-Identifier: Apache-2.0
"""How fast a machine was with the models it was measured with, and under which circumstances that holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from leeward.domain.bounds import Count, Seconds
from leeward.domain.model_info import Device

CALIBRATION_LIMIT_S = 20.0
"""Of measuring one model, loading included."""


@dataclass(frozen=True, slots=True)
class Machine:
    """What a measurement holds for: with another engine, other devices or threads it is stale.

    Attributes:
        engine: Name and version of what computes.
        devices: Name and description of each.
    """

    engine: str
    devices: tuple[str, ...]
    n_threads: int

    @classmethod
    def of(cls, engine: str, devices: Sequence[Device], n_threads: int) -> "Machine":
        return cls(engine, tuple(f"{each.name}: {each.description}" for each in devices), n_threads)


@dataclass(frozen=True, slots=True)
class SpeedSample:
    """One model as it was measured, with keys and values in f16.

    Attributes:
        model: Its file's name.
        is_on_gpu: Computed by something else than the CPU.
        decode_bytes: Read to make one token, at the depth of the measurement: weights, keys and values.
        prompt_work: Multiplications a token of the prompt, on average over its length.
        measured: Date and time, ISO 8601, UTC.
    """

    model: str
    is_on_gpu: bool
    decode_bytes: int
    decode_tokens_per_second: float
    prompt_work: int
    prompt_tokens_per_second: float
    measured: str

    @property
    def bytes_per_second(self) -> float:
        """How fast weights were read, as it looks from outside: what else a token takes is in it."""
        return self.decode_bytes * self.decode_tokens_per_second

    @property
    def multiplications_per_second(self) -> float:
        """While a prompt was read, everything else included."""
        return self.prompt_work * self.prompt_tokens_per_second


@dataclass(frozen=True, slots=True)
class MachineProfile:
    """Everything that was measured of one machine, a sample a model, the newest last."""

    machine: Machine
    samples: tuple[SpeedSample, ...]

    def with_sample_of(self, newer: "MachineProfile", max_samples: int = 8) -> "MachineProfile":
        """Return `newer` with what is still true here: samples of other models, if the machine is the same."""
        if newer.machine != self.machine:
            return newer
        names = {sample.model for sample in newer.samples}
        kept = [sample for sample in self.samples if sample.model not in names]
        return MachineProfile(newer.machine, (*kept, *newer.samples)[-max_samples:])


@dataclass(frozen=True, slots=True)
class Reading:
    """One prompt that was read.

    Attributes:
        n_new: Tokens that were read, those that were reused not counted.
        depth: Tokens that stood before them in the cache.
        seconds: From asking to the first token.
    """

    n_new: Count
    depth: Count
    seconds: Seconds
