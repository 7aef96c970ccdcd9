# SPDX-License-Identifier: Apache-2.0
"""Messages between window and engine process as nobody should send them. Same seed, same bytes."""

import random
import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from leeward.domain.errors import ContextOverflow, ModelUnreadable
from leeward.domain.generation import (
    ChatMessage,
    FinishReason,
    GenerationRequest,
    Receipt,
    Role,
    Sampling,
    Timings,
    Usage,
)
from leeward.domain.ids import GenerationId, QueryId
from leeward.domain.model_info import Device, LoadedModel, LoadPlan
from leeward.domain.queries import (
    Embeddings,
    EmbedTexts,
    Pooling,
    PromptPart,
    PromptView,
    RankTexts,
    Scores,
    TokenizeText,
    Tokens,
    ViewPrompt,
)
from leeward.engine import frames
from leeward.engine.protocol import (
    EngineStarted,
    Finished,
    LoadProgress,
    ModelLoaded,
    PromptProgress,
    QueryAnswered,
    ReasoningAppended,
    TextAppended,
)

ID, QUERY = GenerationId("g"), QueryId("q")
PATH = Path("/models/a.gguf")
RECEIPT = Receipt("name", "a.gguf", 1, "0123456789abcdef", Sampling(seed=1), "fake", 2048, 2)

FROM_CHILD: list[frames.FromChild] = [
    frames.Beat(),
    frames.LogLine(30, "a warning"),
    frames.LoadFault(PATH, frames.Fault.of(ModelUnreadable(PATH, "it is cut"))),
    frames.LoadFault(PATH, None),
    frames.GenerationFault(ID, frames.Fault.of(ContextOverflow(9, 8))),
    frames.GenerationFault(ID, frames.Fault.of(ZeroDivisionError("oh"))),
    frames.QueryFault(QUERY, None),
    QueryAnswered(QUERY, Embeddings(bytes(16), 2, (3, 4), Pooling.MEAN)),
    QueryAnswered(QUERY, Scores((0.5, -1.5), (3, 4))),
    QueryAnswered(QUERY, Tokens((1, 2), (b"\xe6", b"\xa8\xa1"))),
    QueryAnswered(QUERY, PromptView((1, 2, 3), ((0, 1),), (PromptPart(0, "Hi", 0, 1), PromptPart(None, "</s>", 1, 3)))),
    EngineStarted("fake", (Device("CPU", "a processor", "CPU", 1, 1),)),
    LoadProgress(PATH, 0.5),
    ModelLoaded(LoadedModel(PATH, "name", "llama", 2048, 2048, 1, 100, 1, "", 0.1, "CPU", ("odd",))),
    PromptProgress(ID, 1, 2, 3, 0.5),
    TextAppended(ID, "text 模型", 3, ((("a", 0.5), ("b", 0.25)),)),
    ReasoningAppended(ID, "thought", 4),
    Finished(ID, FinishReason.STOP, Usage(1, 0, 2), Timings(0.1, 0.2, 0.3, 4.0), RECEIPT),
]
TO_CHILD: list[frames.ToChild] = [
    frames.Load(LoadPlan(PATH, n_ctx=2048)),
    frames.CancelLoad(),
    frames.Unload(),
    frames.Generate(GenerationRequest(ID, (ChatMessage(Role.USER, "Hi 模型"),), Sampling(seed=7), 5, ("x",))),
    frames.Ask(EmbedTexts(QUERY, ("a", "b"), Pooling.CLS)),
    frames.Ask(RankTexts(QUERY, "a", ("b",))),
    frames.Ask(TokenizeText(QUERY, "a")),
    frames.Ask(ViewPrompt(QUERY, (ChatMessage(Role.USER, "Hi"),))),
    frames.Cancel(ID),
    frames.Close(),
]

_EXTREMES = (
    0, -1, 2**31, 2**63 - 1, 2**64 - 1, -(2**63), 0.0, -0.5, 1e308, float("inf"), float("-inf"), float("nan"),
    "", "\0", "a" * 5000, "g", "q", "\u202e", None, True, b"\xff", [], {}, [[]], {"type": "Beat"},
)  # fmt: skip
_HEADS = (b"\xdb", b"\xdd", b"\xdf", b"\xc6", b"\xc9")  # str32, array32, map32, bin32, ext32
_BAD_TEXT = (b"\xff\xfe", b"\xe6\xa8", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf8\x88\x80\x80\x80")


def messages(real: list[frames.FromChild] | list[frames.ToChild], n: int, seed: int = 16) -> Iterator[bytes]:
    """Give `n` messages: real frames changed in value or in bytes, and bytes that never were a frame."""
    rng = random.Random(seed)
    encoded = [frames.encode(frame) for frame in real]
    kinds = (_other_value, _other_value, _flipped, _flipped, _cut, _spliced, _noise, _bad_text, _too_long, _nested)
    for number in range(n):
        yield kinds[number % len(kinds)](rng, rng.choice(encoded))


@cache
def sample(*, is_frame: bool) -> list[bytes]:
    """Return some of the messages to the window that are frames all the same, or some that are none."""
    found = []
    for data in messages(FROM_CHILD, 5000):
        try:
            frames.decode_from_child(data)
        except msgspec.MsgspecError:
            if not is_frame:
                found.append(data)
        else:
            if is_frame:
                found.append(data)
    return found


def _other_value(rng: random.Random, data: bytes) -> bytes:
    """One value of a frame, at any depth, is another one; or is missing, or there is one more."""
    whole = msgspec.msgpack.decode(data)
    places: list[tuple[dict | list, str | int]] = []
    waiting = [whole]
    while waiting:
        inside = waiting.pop()
        for key, value in list(inside.items() if isinstance(inside, dict) else enumerate(inside)):
            places.append((inside, key))
            if isinstance(value, dict | list):
                waiting.append(value)
    inside, key = rng.choice(places)
    if rng.random() < 0.1:
        del inside[key]
    elif rng.random() < 0.1 and isinstance(inside, dict):
        inside["more"] = inside[key]
    else:
        inside[key] = rng.choice(_EXTREMES)
    return msgspec.msgpack.encode(whole)


def _flipped(rng: random.Random, data: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(rng.randint(1, 3)):
        out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def _cut(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data))]


def _spliced(rng: random.Random, data: bytes) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + rng.randbytes(rng.randint(1, 8)) + data[at + rng.randint(0, 8) :]


def _noise(rng: random.Random, data: bytes) -> bytes:
    return rng.randbytes(rng.randint(0, 2 * len(data)))


def _bad_text(rng: random.Random, data: bytes) -> bytes:
    """Bytes that are no UTF-8 in the place of letters."""
    bad = rng.choice(_BAD_TEXT)
    at = rng.randrange(max(1, len(data) - len(bad)))
    return data[:at] + bad + data[at + len(bad) :]


def _too_long(rng: random.Random, data: bytes) -> bytes:
    """A part that says it is longer than everything."""
    at = rng.randrange(len(data))
    return data[:at] + rng.choice(_HEADS) + struct.pack(">I", rng.choice((2**32 - 1, 2**31, 10**8))) + data[at:]


def _nested(rng: random.Random, data: bytes) -> bytes:
    """Lists in lists where anything may stand (the facts of a fault)."""
    facts = b"\xa5facts\x81\xa1a" + rng.choice((b"\x91", b"\x81\xa1a")) * rng.choice((10, 1000, 5000)) + b"\xc0"
    fault = b"\x82\xa4kind\xa0" + facts
    return b"\x83\xa4type\xafGenerationFault\xa2id\xa1g\xa5fault" + fault
