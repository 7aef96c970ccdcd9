# SPDX-License-Identifier: Apache-2.0
"""Programs that the tests of hostile model files start: the parser under limits, and the real engine once per file.

`gguf_fuzz.py parser MODEL N SEED` gives the parser every named case and N mutations of MODEL; `gguf_fuzz.py one FILE`
gives it one file; `gguf_fuzz.py engine FOLDER` loads every file of a folder in a fork. Each prints one JSON object.
"""

import json
import os
import resource
import signal
import struct
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from helpers.gguf_cases import ARRAY, CASES, STRING, U8, Value, array, good, mutated, scalar, text
from leeward.domain.errors import AppError, ModelUnreadable
from leeward.domain.model_info import FileKind, LoadPlan
from leeward.library.gguf_types import SCALARS
from leeward.library.header import GgufHeader, read_header
from leeward.library.model_check import check_model_header, inspect_file, kind_of, model_info

PARSER_MEMORY_BYTES = 512 * 1024**2
ENGINE_MEMORY_BYTES = 4 * 1024**3  # address space: a mapping of OpenMP and the context is far more than is ever touched
HANG_S = 10
REFUSED, FAULT = 10, 11


class InMemory:
    """A source of the parser."""

    def __init__(self, data: bytes) -> None:
        self.path = Path("hostile.gguf")
        self.size_bytes = len(data)
        self._data = data

    def read(self, offset: int, size: int) -> bytes:
        return self._data[offset : offset + size]


def passes(data: bytes) -> bool:
    """Whether the parser lets a file through as a model. Anything but its own error escapes."""
    try:
        header = read_header(InMemory(data))
        model_info(header)
        if kind_of(header) is not FileKind.MODEL or (header.integer("split.count") or 0) > 1:
            return False
        check_model_header(header)
    except ModelUnreadable as error:
        if not error.reason:  # what is refused without a word cannot be explained to anyone
            raise
        return False
    return True


class Mutations:
    """Endless mutations of one model; the same seed gives the same ones."""

    def __init__(self, model: bytes, seed: int) -> None:
        self._model = model
        self._random = Random(seed)
        header = read_header(InMemory(model))
        self._n_header = header.data_offset
        self._places = _places_of_numbers(model, header)

    def next(self) -> tuple[str, bytes]:
        """Return the kind of the mutation and the file."""
        return mutated(self._model, self._random, n_header=self._n_header, places=self._places)


def _places_of_numbers(model: bytes, header: GgufHeader) -> list[int]:
    places = []
    for key, kind in header.types.items():
        if kind in SCALARS and SCALARS[kind].size >= 4:
            raw = text(key) + struct.pack("<I", kind)
            places.append(model.index(raw) + len(raw))
    return places


def largest() -> dict[str, bytes]:
    """Return headers that take as much time and memory as the limits allow."""
    n_tokens, n_strings, n_records = 2**20, 2**22 - 2**20, 65_000
    tokens = b"".join(struct.pack("<QI", 40, i) + b"x" * 36 for i in range(n_tokens))
    frame = struct.pack("<4sI", b"GGUF", 3)
    made = good().with_key("tokenizer.ggml.tokens", None)
    made.keys.append(("tokenizer.ggml.tokens", Value(ARRAY, struct.pack("<IQ", STRING, n_tokens) + tokens)))
    strings = good().with_key(
        "general.tags", Value(ARRAY, struct.pack("<IQ", STRING, n_strings) + bytes(8 * n_strings))
    )
    texts = good()
    texts.keys += [(f"text{i}", scalar(STRING, b"\xff" * 2**20)) for i in range(15)]
    keys = b"".join(text(f"k{i}") + struct.pack("<IB", U8, 0) for i in range(n_records))
    tensors = b"".join(text(f"t{i}") + struct.pack("<I4QIQ", 4, 8, 1, 1, 1, 0, 32 * i) for i in range(n_records))
    return {
        "a million tokens": made.bytes(),
        "three million empty strings": strings.bytes(),
        "texts that are not text": texts.bytes(),
        "65,000 keys": frame + struct.pack("<QQ", 0, n_records) + keys,
        "65,000 tensors": frame + struct.pack("<QQ", n_records, 0) + tensors + bytes(32 * (n_records + 1)),
        "one long array": good().with_key("long", array(U8, bytes(60 * 2**20))).bytes(),
    }


# Programs


def run_parser(model: Path, n: int, seed: int) -> dict[str, object]:
    resource.setrlimit(resource.RLIMIT_AS, (PARSER_MEMORY_BYTES, PARSER_MEMORY_BYTES))
    mutations = Mutations(model.read_bytes(), seed)
    slowest_s = 0.0

    def measure(data: bytes) -> bool:
        nonlocal slowest_s
        began_s = time.process_time()  # other programs on the machine are not the parser's fault
        passed = passes(data)
        slowest_s = max(slowest_s, time.process_time() - began_s)
        return passed

    wrongly_passed = [case.name for case in CASES if measure(case.make())]
    n_passed = sum(measure(mutations.next()[1]) for _ in range(n))
    return {
        "n_passed": n_passed,
        "wrongly_passed": wrongly_passed,
        "slowest_s": slowest_s,
        "peak_kib": _peak_kib(),
    }


def run_one(path: Path) -> dict[str, object]:
    resource.setrlimit(resource.RLIMIT_AS, (PARSER_MEMORY_BYTES, PARSER_MEMORY_BYTES))
    began_s = time.process_time()
    reason = ""
    try:
        inspect_file(path)
    except ModelUnreadable as error:
        reason = error.reason
    return {"reason": reason, "spent_s": time.process_time() - began_s, "peak_kib": _peak_kib()}


def run_engine(folder: Path) -> dict[str, object]:
    """Load every file in a fork, read four tokens, and count how the forks end."""
    os.environ["GGML_NO_BACKTRACE"] = "1"  # or an abort starts a debugger, where there is one
    import llama_cpp  # noqa: F401  once, before the forks

    import leeward.engine.child.llama  # noqa: F401

    ends: Counter[str] = Counter()
    crashed, slowest_s = [], 0.0
    for path in sorted(folder.glob("*.gguf")):
        began_s = time.monotonic()
        child = os.fork()
        if child == 0:
            os._exit(_load(path))
        _, status = os.waitpid(child, 0)
        slowest_s = max(slowest_s, time.monotonic() - began_s)
        end = _end_of(status)
        ends[end] += 1
        if end not in ("loaded", "refused"):
            crashed.append(f"{path.name}: {end}")
    return {"ends": ends, "crashed": crashed, "slowest_s": slowest_s}


def _load(path: Path) -> int:
    """In the fork: what the engine process does with a model. Returns the exit code."""
    resource.setrlimit(resource.RLIMIT_AS, (ENGINE_MEMORY_BYTES, ENGINE_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (HANG_S, HANG_S))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(HANG_S)
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)  # what ggml prints when it aborts
    from leeward.engine.child.llama import Llama, NativeLog, Piece
    from leeward.engine.child.vocabulary import DecodeFailed

    try:
        llama = Llama(LoadPlan(path, n_ctx=64, n_threads=1), NativeLog(lambda *_: None), lambda _: True)
        tokens = llama.tokenize("the a b", parse_special=True)[:4]
        llama.decode([Piece(0, tokens or [0])])
        llama.piece(tokens[0] if tokens else 0)
        llama.close()
    except (AppError, DecodeFailed):
        return REFUSED
    except Exception:  # noqa: BLE001  a bug of ours: counted as a crash
        return FAULT
    return 0


def _end_of(status: int) -> str:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        return "hang" if number in (signal.SIGALRM, signal.SIGXCPU) else signal.Signals(number).name
    code = os.WEXITSTATUS(status)
    return {0: "loaded", REFUSED: "refused"}.get(code, f"exit {code}")


def _peak_kib() -> int:
    # Not ru_maxrss: that begins with the peak of whoever started this process.
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["parser", model, n, seed]:
            result = run_parser(Path(model), int(n), int(seed))
        case ["one", file]:
            result = run_one(Path(file))
        case ["engine", folder]:
            result = run_engine(Path(folder))
        case _:
            raise SystemExit(2)
    print(json.dumps(result))
