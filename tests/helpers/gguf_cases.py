# SPDX-License-Identifier: Apache-2.0
"""GGUF files written byte by byte: one that is right, and over a hundred that differ from it in the one thing that is wrong."""

import struct
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

U8, I8, U16, I16, U32, I32, F32, BOOL, STRING, ARRAY, U64, I64, F64 = range(13)
FORMS = {U8: "B", I8: "b", U16: "H", I16: "h", U32: "I", I32: "i", F32: "f", BOOL: "?", U64: "Q", I64: "q", F64: "d"}

TOKENS = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256)), "▁", "a", "b", "the"]
TOKEN_TYPES = [2, 3, 3, *[6] * 256, *[1] * 4]


def text(value: str | bytes) -> bytes:
    raw = value.encode() if isinstance(value, str) else value
    return struct.pack("<Q", len(raw)) + raw


@dataclass
class Value:
    """A metadata value: its type, and the bytes that follow it."""

    type: int
    raw: bytes


def scalar(kind: int, value) -> Value:
    return Value(kind, text(value) if kind == STRING else struct.pack("<" + FORMS[kind], value))


def array(kind: int, values, count: int | None = None) -> Value:
    raw = b"".join(text(v) for v in values) if kind == STRING else struct.pack(f"<{len(values)}{FORMS[kind]}", *values)
    return Value(ARRAY, struct.pack("<IQ", kind, len(values) if count is None else count) + raw)


@dataclass
class Tensor:
    shape: tuple[int, ...]
    type: int = 0
    offset: int | None = None  # None: where it belongs
    n_dims: int | None = None

    @property
    def n_bytes(self) -> int:
        n = 4
        for size in self.shape:
            n *= size
        return n


@dataclass
class Gguf:
    """What `bytes` writes. Keys and tensors are lists, so that they may stand there twice."""

    keys: list[tuple[str | bytes, Value]]
    tensors: list[tuple[str | bytes, Tensor]]
    magic: bytes = b"GGUF"
    version: bytes = struct.pack("<I", 3)
    n_keys: int | None = None
    n_tensors: int | None = None
    alignment: int = 32
    n_data_bytes: int | None = None  # None: as many as the tensors take

    def with_key(self, key: str, value: Value | None) -> "Gguf":
        """Return a copy with another value under the key; None takes it out."""
        keys = [(name, old) for name, old in self.keys if name != key]
        return replace(self, keys=keys if value is None else [*keys, (key, value)])

    def with_tensor(self, name: str, **changes) -> "Gguf":
        return replace(self, tensors=[(n, replace(t, **changes) if n == name else t) for n, t in self.tensors])

    def bytes(self) -> bytes:
        n_keys = len(self.keys) if self.n_keys is None else self.n_keys
        n_tensors = len(self.tensors) if self.n_tensors is None else self.n_tensors
        out = bytearray(self.magic + self.version + struct.pack("<QQ", n_tensors, n_keys))
        for key, value in self.keys:
            out += text(key) + struct.pack("<I", value.type) + value.raw
        place = 0
        for name, tensor in self.tensors:
            out += text(name) + struct.pack("<I", len(tensor.shape) if tensor.n_dims is None else tensor.n_dims)
            out += b"".join(struct.pack("<Q", size) for size in tensor.shape)
            out += struct.pack("<IQ", tensor.type, place % 2**64 if tensor.offset is None else tensor.offset)
            place += tensor.n_bytes + -tensor.n_bytes % self.alignment
        out += b"\0" * (-len(out) % self.alignment)
        return bytes(out) + b"\0" * (min(place, 2**20) if self.n_data_bytes is None else self.n_data_bytes)


def good() -> Gguf:
    """A model that is right in everything that its header says. Every hostile case is one step away from it."""
    n_embd, n_ff = 32, 64
    keys = [
        ("general.architecture", scalar(STRING, "llama")),
        ("general.type", scalar(STRING, "model")),
        ("general.name", scalar(STRING, "Good")),
        ("general.license", scalar(STRING, "apache-2.0")),
        ("general.tags", array(STRING, ["a", "b"])),
        ("llama.block_count", scalar(U32, 1)),
        ("llama.context_length", scalar(U32, 256)),
        ("llama.embedding_length", scalar(U32, n_embd)),
        ("llama.feed_forward_length", scalar(U32, n_ff)),
        ("llama.attention.head_count", scalar(U32, 4)),
        ("llama.attention.head_count_kv", scalar(U32, 2)),
        ("llama.attention.layer_norm_rms_epsilon", scalar(F32, 1e-5)),
        ("llama.rope.dimension_count", scalar(U32, 8)),
        ("tokenizer.ggml.model", scalar(STRING, "llama")),
        ("tokenizer.ggml.tokens", array(STRING, TOKENS)),
        ("tokenizer.ggml.scores", array(F32, [0.0] * len(TOKENS))),
        ("tokenizer.ggml.token_type", array(I32, TOKEN_TYPES)),
        ("tokenizer.ggml.bos_token_id", scalar(U32, 1)),
        ("tokenizer.ggml.eos_token_id", scalar(U32, 2)),
        ("tokenizer.chat_template", scalar(STRING, "{% for m in messages %}{{ m.content }}{% endfor %}")),
    ]
    block = {
        "attn_norm": (n_embd,),
        "attn_q": (n_embd, n_embd),
        "attn_k": (n_embd, n_embd // 2),
        "attn_v": (n_embd, n_embd // 2),
        "attn_output": (n_embd, n_embd),
        "ffn_norm": (n_embd,),
        "ffn_gate": (n_embd, n_ff),
        "ffn_up": (n_embd, n_ff),
        "ffn_down": (n_ff, n_embd),
    }
    tensors = [
        ("token_embd.weight", Tensor((n_embd, len(TOKENS)))),
        *((f"blk.0.{name}.weight", Tensor(shape)) for name, shape in block.items()),
        ("output_norm.weight", Tensor((n_embd,))),
    ]
    return Gguf(keys, tensors)


@dataclass(frozen=True)
class Case:
    """A hostile file. `reason`: words that the refusal must have in it."""

    name: str
    reason: str
    make: Callable[[], bytes] = field(repr=False)


def _cases() -> list[Case]:  # noqa: PLR0915  a list
    cases: list[Case] = []

    def case(name: str, reason: str, make: Callable[[], Gguf | bytes]) -> None:
        def data() -> bytes:
            made = make()
            return made.bytes() if isinstance(made, Gguf) else made

        cases.append(Case(name, reason, data))

    def key(name: str, reason: str, which: str, value: Value | None) -> None:
        case(name, reason, lambda: good().with_key(which, value))

    def tensor(name: str, reason: str, which: str, **changes) -> None:
        case(name, reason, lambda: good().with_tensor(which, **changes))

    q, last = "blk.0.attn_q.weight", "output_norm.weight"

    # The frame
    case("empty", "not a GGUF file", lambda: b"")
    case("three bytes", "not a GGUF file", lambda: b"GGU")
    case("html page", "not a GGUF file", lambda: b"<!DOCTYPE html><html>Log in</html>")
    case("magic alone", "ends within its header", lambda: b"GGUF")
    case("old ggml magic", "not a GGUF file", lambda: replace(good(), magic=b"tjgg"))
    case("version 0", "GGUF version is 0", lambda: replace(good(), version=struct.pack("<I", 0)))
    case("version 1", "GGUF version is 1", lambda: replace(good(), version=struct.pack("<I", 1)))
    case("version 4", "GGUF version is 4", lambda: replace(good(), version=struct.pack("<I", 4)))
    case("big-endian", "big-endian", lambda: replace(good(), version=struct.pack(">I", 3)))
    case("cut in the keys", "ends within its header", lambda: good().bytes()[:300])
    case("cut in the weights", "weights are missing", lambda: good().bytes()[:-4])

    # Counts that are allocated before they are compared (ggml #1516, gguf-py #27188)
    case("2^62 tensors", "tensors", lambda: replace(good(), n_tensors=2**62))
    case("2^62 keys", "metadata keys", lambda: replace(good(), n_keys=2**62))
    case("-1 tensors", "tensors", lambda: replace(good(), n_tensors=2**64 - 1))
    case("60,000 keys in a small file", "no room", lambda: replace(good(), n_keys=60_000))
    case("60,000 tensors in a small file", "no room", lambda: replace(good(), n_tensors=60_000, n_data_bytes=0))
    case("one key too many", "", lambda: replace(good(), n_keys=len(good().keys) + 1))
    case("one tensor too many", "", lambda: replace(good(), n_tensors=len(good().tensors) + 1))
    for kind, name in ((U8, "bytes"), (F64, "doubles"), (STRING, "strings")):
        key(f"array of 2^62 {name}", "", "general.tags", array(kind, [], count=2**62))
    case(
        "49 bytes, array of 2^62",
        "",
        lambda: b"GGUF" + struct.pack("<IQQQ", 3, 0, 1, 1) + b"k" + struct.pack("<IIQ", 9, 4, 2**62),
    )
    key("array of arrays", "array of arrays", "general.tags", Value(ARRAY, struct.pack("<IQIQ", ARRAY, 1, U8, 0)))
    key("unknown value type", "unknown type 13", "general.tags", Value(13, b"\0" * 8))
    key("unknown element type", "unknown type 77", "general.tags", Value(ARRAY, struct.pack("<IQ", 77, 0)))
    key("string of 2^63 bytes", "ends within", "general.name", Value(STRING, struct.pack("<Q", 2**63)))
    key("string of 2^64 - 8 bytes", "ends within", "general.name", Value(STRING, struct.pack("<Q", 2**64 - 8)))

    # Keys
    case("key without a name", "key of 0 bytes", lambda: replace(good(), keys=[*good().keys, ("", scalar(U8, 1))]))
    case("key of 70,000 bytes", "70,000", lambda: replace(good(), keys=[*good().keys, ("k" * 70_000, scalar(U8, 1))]))
    case("key twice", "twice", lambda: replace(good(), keys=[*good().keys, ("general.name", scalar(STRING, "x"))]))
    case("key that is not text", "not text", lambda: replace(good(), keys=[*good().keys, (b"\xff\xfe", scalar(U8, 1))]))
    case("key with a zero byte", "zero byte", lambda: replace(good(), keys=[*good().keys, ("a\0b", scalar(U8, 1))]))
    for value in (0, 1, 13, 31, 2**30, 2**31):
        key(f"alignment {value}", "alignment", "general.alignment", scalar(U32, value))
    key("alignment as i32", "wrong type", "general.alignment", scalar(I32, 32))
    key("alignment as text", "wrong type", "general.alignment", scalar(STRING, "32"))

    # Tensors (CVE-2025-53630, CVE-2026-27940, CVE-2026-33298, CVE-2026-7482)
    tensor("5 dimensions", "5 dimensions", q, shape=(32, 32, 1, 1, 1))
    tensor("2^32 - 1 dimensions", "dimensions", q, n_dims=2**32 - 1)
    tensor("dimension 0", "impossible shape", q, shape=(32, 0))
    tensor("dimension -1", "impossible shape", q, shape=(32, 2**64 - 1))
    tensor("product wraps to 0", "impossible shape", q, shape=(2**32, 2**32))
    tensor("product wraps to small", "impossible shape", q, shape=(2**62, 4, 2**31, 8))
    tensor("size near 2^64", "", last, shape=(2**61 - 8, 4))
    tensor("tensor type 4, removed", "stored as Q4_2", q, type=4)
    tensor("tensor type 43", "unknown type 43", q, type=43)
    tensor("tensor type -1", "unknown type", q, type=2**32 - 1)
    tensor("row does not fit its blocks", "blocks of Q4_K", q, type=12)
    tensor("offset past the end", "does not lie", last, offset=2**40)
    tensor("offset 2^64 - 32", "does not lie", last, offset=2**64 - 32)
    tensor("offset not aligned", "does not lie", last, offset=17)
    tensor("tensors on top of each other", "does not lie", last, offset=0)
    tensor("last tensor past the end", "weights are missing", last, shape=(2**20,))
    case("tensor twice", "twice", lambda: replace(good(), tensors=[*good().tensors, (q, Tensor((32, 32)))]))
    case(
        "tensor name of 64 bytes",
        "64 bytes",
        lambda: replace(good(), tensors=[*good().tensors, ("t" * 64, Tensor((32,)))]),
    )
    case("tensor without a name", "0 bytes", lambda: replace(good(), tensors=[*good().tensors, ("", Tensor((32,)))]))

    # What llama.cpp asserts (P1: every abort that was met came from block_count)
    for value in (0, 513, 65_537, 2**31 - 1, 2**32 - 1):
        key(f"block_count {value}", "layers", "llama.block_count", scalar(U32, value))
    key("block_count as u64", "layers", "llama.block_count", scalar(U64, 1))
    key("no block_count", "layers", "llama.block_count", None)
    key("embedding_length 0", "values per token", "llama.embedding_length", scalar(U32, 0))
    key("context_length 0", "tokens of context", "llama.context_length", scalar(U32, 0))
    key("head_count 0", "how many heads", "llama.attention.head_count", scalar(U32, 0))
    key("heads that cannot be shared", "cannot share", "llama.attention.head_count_kv", scalar(U32, 3))
    key("2^32 - 1 heads", "attention heads", "llama.attention.head_count", scalar(U32, 2**32 - 1))
    key("heads of 0 values", "attention heads of 0", "llama.attention.key_length", scalar(U32, 0))
    key("head counts for other layers", "each of its 1 layers", "llama.attention.head_count", array(U32, [4, 4]))
    key("rope turns an odd number", "turns 7", "llama.rope.dimension_count", scalar(U32, 7))
    key("rope turns more than a head", "turns 64", "llama.rope.dimension_count", scalar(U32, 64))
    key("rope scaling unknown", "unknown method", "llama.rope.scaling.type", scalar(STRING, "magic"))
    key("pooling unknown", "unknown method", "llama.pooling_type", scalar(U32, 9))
    key("epsilon below 0", "epsilon", "llama.attention.layer_norm_rms_epsilon", scalar(F32, -1.0))
    key("epsilon NaN", "epsilon", "llama.attention.layer_norm_rms_epsilon", scalar(F32, float("nan")))
    key("2,000 experts", "experts", "llama.expert_count", scalar(U32, 2000))
    key("experts that are never used", "experts", "llama.expert_count", scalar(U32, 8))
    key("uses experts it does not have", "experts", "llama.expert_used_count", scalar(U32, 2))
    key("more extra layers than layers", "extra layers", "llama.nextn_predict_layers", scalar(U32, 2))
    key("no architecture", "architecture", "general.architecture", None)
    key("architecture as number", "wrong type", "general.architecture", scalar(U32, 1))

    # Vocabularies (CVE-2025-49847, llama.cpp #25969, #26690)
    byte_token = [*TOKENS[:10], "<0x-1>", *TOKENS[11:]]
    key("byte token <0x-1>", "is no byte", "tokenizer.ggml.tokens", array(STRING, byte_token))
    key("byte token of one letter", "is no byte", "tokenizer.ggml.token_type", array(I32, [*TOKEN_TYPES[:-2], 6, 1]))
    key("scores as u8", "wrong type", "tokenizer.ggml.scores", array(U8, [0] * len(TOKENS)))
    key("scores as f64", "wrong type", "tokenizer.ggml.scores", array(F64, [0.0] * len(TOKENS)))
    key("scores not an array", "wrong type", "tokenizer.ggml.scores", scalar(F32, 0.0))
    key("too few scores", "entries", "tokenizer.ggml.scores", array(F32, [0.0]))
    key("token types as u8", "wrong type", "tokenizer.ggml.token_type", array(U8, [1] * len(TOKENS)))
    key("too few token types", "entries", "tokenizer.ggml.token_type", array(I32, [1]))
    key("tokens as numbers", "no list of tokens", "tokenizer.ggml.tokens", array(U32, list(range(len(TOKENS)))))
    key("no tokens", "no list of tokens", "tokenizer.ggml.tokens", None)
    key("empty list of tokens", "no list of tokens", "tokenizer.ggml.tokens", array(STRING, []))
    key("token twice", "spelled alike", "tokenizer.ggml.tokens", array(STRING, [*TOKENS[:-1], "a"]))
    key(
        "token spelled as an empty one",
        "spelled alike",
        "tokenizer.ggml.tokens",
        array(STRING, [*TOKENS[:-2], "", f"[EMPTY_{len(TOKENS) - 2}]"]),
    )
    key("merges as numbers", "wrong type", "tokenizer.ggml.merges", array(U32, [1]))
    key("no tokenizer", "which tokenizer", "tokenizer.ggml.model", None)
    return cases


CASES = _cases()


def write(path: Path, made: Gguf) -> Path:
    path.write_bytes(made.bytes())
    return path


# Mutations

MUTATIONS = ("truncate", "bytes", "u32", "u64", "delete", "insert", "key")
INTERESTING = (
    0,
    1,
    2,
    7,
    31,
    255,
    256,
    513,
    65_537,
    2**31 - 1,
    2**31,
    2**32 - 1,
    2**32,
    2**62,
    2**63 - 1,
    2**63,
    2**64 - 1,
)


def mutated(data: bytes, random: Random, *, n_header: int, places: list[int]) -> tuple[str, bytes]:
    """Return the kind of a random mutation and the file after it.

    Args:
        n_header: Most hits go into the first so many bytes; the weights may hold anything.
        places: Where the values of scalar metadata lie, for mutations of kind "key".
    """
    kind = random.choice(MUTATIONS)
    out = bytearray(data)
    at = random.randrange(n_header) if random.random() < 0.9 else random.randrange(len(data))
    size = random.randint(1, 8)
    match kind:
        case "truncate":
            del out[at:]
        case "bytes":
            for _ in range(random.randint(1, 8)):
                out[random.randrange(n_header)] = random.randrange(256)
        case "u32":
            out[at : at + 4] = struct.pack("<I", random.choice(INTERESTING) & 0xFFFFFFFF)
        case "u64":
            out[at : at + 8] = struct.pack("<Q", random.choice(INTERESTING))
        case "delete":
            del out[at : at + size]
        case "insert":
            out[at:at] = random.randbytes(size)
        case "key":
            place = random.choice(places)
            number = random.choice((random.choice(INTERESTING), random.randrange(2**32), random.randrange(64)))
            out[place : place + 4] = struct.pack("<I", number & 0xFFFFFFFF)
    return kind, bytes(out)
