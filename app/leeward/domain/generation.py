# SPDX-License-Identifier: Apache-2.0
"""What is asked of a model and what comes back. All values are frozen and cross threads and processes as they are."""

import enum
from dataclasses import dataclass, field

from leeward.domain.ids import GenerationId


class Role(enum.StrEnum):
    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


class FinishReason(enum.StrEnum):
    """Why an answer ended."""

    STOP = "stop"  # the model ended its turn, or a stop string was met
    LENGTH = "length"  # max_tokens, or the context is full
    CANCELLED = "cancelled"  # stopped by the user


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One message as the model is shown it."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the next token is chosen. Order: top_k, penalties, top_p, min_p, temperature, draw.

    Attributes:
        temperature: 0 takes the most probable token always.
        top_k: Keep this many most probable tokens; 0 keeps all.
        top_p: Keep the smallest set with this total probability; 1 keeps all.
        min_p: Drop tokens below this share of the best one's probability.
        repeat_penalty: Divide the logits of recent tokens by this; 1 is off.
        repeat_last_n: How many recent tokens the penalties look at.
        frequency_penalty: Subtracted per occurrence among the recent tokens.
        presence_penalty: Subtracted once if a token is among the recent ones.
        seed: 0 to 2**32 - 2. None draws one; the receipt says which. A given seed also fixes what else could change
            the numbers (thread count, batch borders), so that the same request gives the same tokens.
    """

    temperature: float = 0.7
    top_k: int = 40
    top_p: float = 0.95
    min_p: float = 0.05
    repeat_penalty: float = 1.1
    repeat_last_n: int = 64
    frequency_penalty: float = 0.0
    presence_penalty: float = 0.0
    seed: int | None = None

    def __post_init__(self) -> None:
        limits: dict[str, tuple[float, float]] = {
            "temperature": (0, 5),
            "top_k": (0, 1_000_000),
            "top_p": (0, 1),
            "min_p": (0, 1),
            "repeat_penalty": (0.1, 10),
            "repeat_last_n": (0, 1_000_000),
            "frequency_penalty": (-10, 10),
            "presence_penalty": (-10, 10),
        }
        for name, (low, high) in limits.items():
            if not low <= getattr(self, name) <= high:  # also refuses NaN
                raise ValueError(f"{name} must lie between {low} and {high}, not {getattr(self, name)}")
        if self.seed is not None and not 0 <= self.seed < 2**32 - 1:
            raise ValueError(f"seed must lie between 0 and 2**32 - 2, not {self.seed}")


@dataclass(frozen=True, slots=True)
class GenerationRequest:
    """One answer to be made.

    Attributes:
        id: Chosen by the caller; unique while the engine lives.
        messages: The conversation, oldest first; the last one is the user's.
        max_tokens: Of the answer; None means as many as the context has room for.
        stop: The answer ends before the first of these strings.
    """

    id: GenerationId
    messages: tuple[ChatMessage, ...]
    sampling: Sampling = field(default_factory=Sampling)
    max_tokens: int | None = None
    stop: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.messages:
            raise ValueError("a request needs at least one message")
        if self.max_tokens is not None and self.max_tokens < 1:
            raise ValueError(f"max_tokens must be at least 1, not {self.max_tokens}")


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one answer.

    Attributes:
        prompt_tokens: Of the rendered conversation.
        reused_tokens: Of these, how many were still in the KV cache and not read again.
        completion_tokens: Sampled, the end-of-turn token not counted.
    """

    prompt_tokens: int
    reused_tokens: int
    completion_tokens: int


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds of one answer, by a monotonic clock in the engine process.

    Attributes:
        prompt_s: Reading the part of the prompt that was not reused.
        first_token_s: From the request's arrival to the first sampled token.
        decode_s: From the first sampled token to the last.
    """

    prompt_s: float
    first_token_s: float
    decode_s: float
    decode_tokens_per_second: float


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is needed to make the same answer again.

    Attributes:
        model_name: As shown to the user.
        model_file: File name without its folder.
        model_size_bytes: Of the file. A content hash comes with the model library.
        template_id: First 16 hex digits of the SHA-256 of the chat template's text.
        sampling: With the seed that was used, never None.
        engine: Version of llama-cpp-python.
        n_ctx, n_threads: As they were for this answer.
    """

    model_name: str
    model_file: str
    model_size_bytes: int
    template_id: str
    sampling: Sampling
    engine: str
    n_ctx: int
    n_threads: int
