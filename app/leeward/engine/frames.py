# SPDX-License-Identifier: Apache-2.0
"""What crosses the pipe between window and engine process: msgpack of typed structs, at most 1 MiB a frame.

Parent to child: Load, CancelLoad, Unload, Generate, Ask, Cancel, Recall, Forget, UseCores, Close.
Child to parent: Beat and LogLine at any time, LoadFault, GenerationFault, QueryFault, and the events of `protocol`, EngineStarted first.
"""

from pathlib import Path
from typing import Any, TypeVar

import msgspec

from leeward.domain import errors
from leeward.domain.generation import GenerationRequest
from leeward.domain.ids import GenerationId, QueryId, RequestId
from leeward.domain.kv import KvStore
from leeward.domain.model_info import LoadPlan
from leeward.domain.paths import decode_path, encode_path
from leeward.domain.queries import Query
from leeward.engine.protocol import (
    ChoiceEnded,
    EngineStarted,
    Finished,
    LoadProgress,
    ModelLoaded,
    PromptProgress,
    QueryAnswered,
    ReasoningAppended,
    TextAppended,
    ToolCallProposed,
)

MAX_FRAME_BYTES = 1024 * 1024
MAX_TEXT = 2000
"""Characters of what comes out of a file or out of llama.cpp: so a frame with some of them keeps its limit."""


class Frame(msgspec.Struct, frozen=True, tag=True):
    pass


class Load(Frame, frozen=True):
    """`kept`: where keys and values are kept; None keeps none."""

    plan: LoadPlan
    kept: KvStore | None = None


class CancelLoad(Frame, frozen=True):
    pass


class Unload(Frame, frozen=True):
    pass


class Generate(Frame, frozen=True):
    request: GenerationRequest


class Ask(Frame, frozen=True):
    query: Query


class Cancel(Frame, frozen=True):
    id: RequestId


class Recall(Frame, frozen=True):
    """Bring back what was kept of a conversation."""

    name: str


class Forget(Frame, frozen=True):
    """Keep nothing of a conversation any more."""

    name: str


class UseCores(Frame, frozen=True):
    """From now on compute with `max_threads` while all cores are free; None: one for each. A low priority stays."""

    max_threads: int | None = None
    is_low_priority: bool = False


class Close(Frame, frozen=True):
    pass


class Beat(Frame, frozen=True):
    """The process lives. Sent from a thread of its own, whatever the others do, while anything is to be done."""


class LogLine(Frame, frozen=True):
    level: int
    text: str


class Fault(msgspec.Struct, frozen=True):
    """An exception on its way through the pipe: the class name of an AppError with its facts, or "" and a text."""

    kind: str
    facts: dict[str, Any]

    @classmethod
    def of(cls, error: Exception) -> "Fault":
        if isinstance(error, errors.AppError):
            facts = {name: getattr(error, name) for name in getattr(error, "__dataclass_fields__", ())}
            return cls(type(error).__name__, msgspec.to_builtins(facts, enc_hook=encode_path))
        return cls("", {"text": f"{type(error).__name__}: {error}"})

    def to_error(self) -> Exception:
        """Return the exception again. Only classes of `domain.errors` come back as themselves."""
        kind = getattr(errors, self.kind, None) if self.kind else None
        if isinstance(kind, type) and issubclass(kind, errors.AppError):
            try:
                made = msgspec.convert(self.facts, kind, dec_hook=decode_path) if self.facts else kind()
            except (msgspec.MsgspecError, TypeError):
                return EngineBug(f"{self.kind} with facts that do not fit")
            # WORKAROUND msgspec (seen with 0.22) makes an exception without BaseException.__new__: its `args` is NULL, and
            # str() or a traceback of it ends the process. So it is made once more, the usual way.
            return kind(*(getattr(made, name) for name in getattr(kind, "__dataclass_fields__", ())))
        return EngineBug(str(self.facts.get("text", self.kind)))


class EngineBug(Exception):
    """Something in the engine process failed that is nobody's fault but ours."""


class LoadFault(Frame, frozen=True):
    path: Path
    fault: Fault | None


class GenerationFault(Frame, frozen=True):
    id: GenerationId
    fault: Fault


class QueryFault(Frame, frozen=True):
    """No answer; `fault` is None when it was cancelled."""

    id: QueryId
    fault: Fault | None


ToChild = Load | CancelLoad | Unload | Generate | Ask | Cancel | Recall | Forget | UseCores | Close
FromChild = (
    Beat
    | LogLine
    | LoadFault
    | GenerationFault
    | QueryFault
    | QueryAnswered
    | EngineStarted
    | LoadProgress
    | ModelLoaded
    | PromptProgress
    | TextAppended
    | ReasoningAppended
    | ToolCallProposed
    | ChoiceEnded
    | Finished
)


F = TypeVar("F")

_encoder = msgspec.msgpack.Encoder(enc_hook=encode_path)
_to_child: msgspec.msgpack.Decoder[ToChild] = msgspec.msgpack.Decoder(ToChild, dec_hook=decode_path)
_from_child: msgspec.msgpack.Decoder[FromChild] = msgspec.msgpack.Decoder(FromChild, dec_hook=decode_path)


def encode(frame: ToChild | FromChild) -> bytes:
    """Return the bytes of one frame. Raises RequestTooLarge above MAX_FRAME_BYTES."""
    data = _encoder.encode(frame)
    if len(data) > MAX_FRAME_BYTES:
        raise errors.RequestTooLarge(size_bytes=len(data), limit_bytes=MAX_FRAME_BYTES)
    return data


def decode_to_child(data: bytes) -> ToChild:
    """Raises msgspec.MsgspecError when the bytes are no such frame."""
    return _decoded(_to_child, data)


def decode_from_child(data: bytes) -> FromChild:
    """Raises msgspec.MsgspecError when the bytes are no such frame."""
    return _decoded(_from_child, data)


def _decoded(decoder: msgspec.msgpack.Decoder[F], data: bytes) -> F:
    if len(data) > MAX_FRAME_BYTES:
        raise msgspec.DecodeError(f"a frame of {len(data)} bytes")
    try:
        return decoder.decode(data)
    except (RecursionError, UnicodeError, OverflowError, MemoryError) as error:  # what msgspec lets through
        raise msgspec.DecodeError(str(error)) from error
