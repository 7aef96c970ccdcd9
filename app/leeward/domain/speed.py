# SPDX-License-Identifier: Apache-2.0
"""How fast one model was on one machine, as it was measured: what `leeward bench` prints and the window shows."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


class LeftOutReason(enum.StrEnum):
    """Why a depth was not measured."""

    CONTEXT = "context"  # longer than the context the model was loaded with
    TIME = "time"  # it would have taken longer than a measurement may


@dataclass(frozen=True, slots=True)
class SpeedAtDepth:
    """What was measured with a prompt of `prompt_tokens`; rates in tokens per second, times in seconds.

    Attributes:
        depth_tokens: How long the prompt was meant to be: one of `library.speed.DEPTHS`.
        memory_bytes: Main memory that the engine had grown by when it was done; 0 where it was not measured.
    """

    depth_tokens: int
    prompt_tokens: int
    prompt_rate: float
    decode_rate: float
    first_token_cold_s: float
    first_token_warm_s: float
    memory_bytes: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    depth_tokens: int
    reason: LeftOutReason


@dataclass(frozen=True, slots=True)
class MeasuredMachine:
    """What it was measured on. Nothing of it says whose machine it is.

    Attributes:
        system: Its name and version ("Debian GNU/Linux 13", "Windows 11").
    """

    cpu: str
    n_cores: int
    memory_bytes: int
    system: str


@dataclass(frozen=True, slots=True)
class SpeedReport:
    """One measurement.

    Attributes:
        measured: Date and time, ISO 8601, UTC.
        quantization: What most of the weights are stored in ("Q4_K").
        device: What computed, in words.
        memory_bytes: Main memory that the engine grew by, at the most; 0 where it was not measured.
        depths, left_out: The shortest prompt first.
        one_thread_bytes_per_s, all_threads_bytes_per_s: Read from memory by one thread, and by `n_threads` together.
        decode_limit: Tokens a second that memory allows: every one reads all weights that it uses, and keys and values.
            0 where something else than the CPU computes.
        first_token_restored_s: First token of a conversation whose keys and values were read from disk; None where nobody
            measured it.
    """

    measured: str
    model: str
    model_file: str
    model_size_bytes: int
    quantization: str
    engine: str
    device: str
    n_threads: int
    n_ctx: int
    load_s: float
    memory_bytes: int
    planned_bytes: int
    machine: MeasuredMachine
    depths: tuple[SpeedAtDepth, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    one_thread_bytes_per_s: float = 0.0
    all_threads_bytes_per_s: float = 0.0
    decode_limit: float = 0.0
    first_token_restored_s: float | None = None

    @property
    def bytes_per_s(self) -> float:
        """The fastest that memory was read: one thread can be all it takes."""
        return max(self.one_thread_bytes_per_s, self.all_threads_bytes_per_s)

    @property
    def decode_share(self) -> float:
        """Which part of `decode_limit` writing reaches behind the shortest prompt; 0 where there is no limit."""
        return self.depths[0].decode_rate / self.decode_limit if self.depths and self.decode_limit else 0.0

    def is_same_model(self, other: "SpeedReport") -> bool:
        return (self.model_file, self.model_size_bytes) == (other.model_file, other.model_size_bytes)


@dataclass(frozen=True, slots=True)
class SpeedChange:
    """How many times as fast as in `since`, at the depths that both have; 0 where one of them has no rate."""

    since: SpeedReport
    prompt_ratio: float
    decode_ratio: float


def change_of(report: SpeedReport, earlier: Sequence[SpeedReport]) -> SpeedChange | None:
    """Compare with the newest of `earlier` (the oldest first) that is of the same model; None where there is none."""
    before = next((each for each in reversed(earlier) if report.is_same_model(each)), None)
    if before is None:
        return None
    known = {each.depth_tokens: each for each in before.depths}
    pairs = [(each, known[each.depth_tokens]) for each in report.depths if each.depth_tokens in known]
    if not pairs:
        return None
    return SpeedChange(
        before,
        _ratio([(now.prompt_rate, then.prompt_rate) for now, then in pairs]),
        _ratio([(now.decode_rate, then.decode_rate) for now, then in pairs]),
    )


def _ratio(rates: Sequence[tuple[float, float]]) -> float:
    return median([now / then for now, then in rates if now > 0 and then > 0] or [0.0])
