# SPDX-License-Identifier: Apache-2.0
"""The engine against other programs around llama.cpp, each with its defaults, in turn in one run.

The same model, context, prompt and number of tokens for both; of each the decode rate and the seconds to the first text.
Every prompt begins with another number, so that no cache holds more of it than what the template puts before.
Before each turn of Leeward's, which takes the threads that are free, the machine rests: the peer that answered a moment ago
would look like a busy one.
A ratio is Leeward's over the peer's. A peer that cannot be measured stands in the result with its reason.

llama-cpp-python's own streaming API is always there. The others are measured where they are installed: in the folder that
LEEWARD_BENCH_PEERS names, or `peers/` in the cache folder. `python tests/bench/bench_peers.py --install` fills it, from the
package indexes that pip and npm are set to:

    python -m venv FOLDER/gpt4all     and  FOLDER/gpt4all/bin/pip install gpt4all
    python -m venv FOLDER/xllamacpp   and  FOLDER/xllamacpp/bin/pip install xllamacpp
    cd FOLDER/node                    and  npm install --ignore-scripts node-llama-cpp

node-llama-cpp's install script is not needed: its program for this machine is a package of its own. It needs Node.js 20.
"""

import argparse
import itertools
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from helpers import models
from helpers.bench import Engine, compare, ratio, rounds, spread, user
from leeward.domain.model_info import LoadPlan
from leeward.engine.child.cores import WINDOW_S
from leeward.library.starter import models_cache_folder

ROUNDS = 7
N_TOKENS = 129
FEWEST_PIECES = 125
"""Of such an answer: a character of several tokens comes as one piece."""
PROMPT = """{number}. I live in a small town by the sea, where my family has kept boats and nets for a hundred years. Every
morning the fishing boats go out before the sun is up, and in the evening the market opens at the old pier. Write a very
long and detailed story about the people of this town, its harbour, its storms and its festivals. Tell it in ten chapters,
and give each chapter a heading, several long paragraphs and a list."""
TRIES = 6
REST_S = WINDOW_S + 1.0
LONGEST_WAIT_S = 60.0
HERE = Path(__file__).resolve().parent
FOLDER = Path(os.environ.get("LEEWARD_BENCH_PEERS", models_cache_folder().parent / "peers"))
PYTHON_PEERS = {"gpt4all": "gpt4all_peer.py", "xllamacpp": "xllamacpp_peer.py"}
NAMES = ("llama_cpp_python", *PYTHON_PEERS, "node_llama_cpp")
MODELS = {"smol": models.starter_path, "gemma": models.gemma_path}


class PeerError(Exception):
    """A peer cannot be measured; the text says why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Attributes:
    n_pieces: Of text; a token each, but for characters of several tokens.
    is_cut: It took too long, and the peer itself ended it.
    """

    n_pieces: int
    first_text_s: float
    last_text_s: float
    is_cut: bool = False

    @property
    def tokens_per_second(self) -> float:
        return (self.n_pieces - 1) / (self.last_text_s - self.first_text_s)

    @property
    def is_usable(self) -> bool:
        return self.n_pieces >= FEWEST_PIECES or (self.is_cut and self.n_pieces > 1)


class Peer:
    """Another program in a process of its own, that speaks as peers/answers.py says."""

    def __init__(self, command: list[str], folder: Path | None) -> None:
        self._errors = tempfile.TemporaryFile("w+", errors="replace")  # noqa: SIM115  close() closes it
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=self._errors, text=True, errors="replace", cwd=folder
        )

    def wait_until_ready(self) -> None:
        self._line_that(lambda line: line.strip() == "ready")

    def ask(self, text: str) -> Answer:
        first_s, last_s, n_pieces, is_cut = self.exchange([text, N_TOKENS])
        return Answer(n_pieces, first_s, last_s, is_cut)

    def exchange(self, request: list[Any]) -> list[Any]:
        """Send one line of JSON and return the one that comes back."""
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return json.loads(self._line_that(lambda line: line.startswith("[")))

    def _line_that(self, fits: Callable[[str], bool]) -> str:
        late = threading.Event()
        timer = threading.Timer(LONGEST_WAIT_S, lambda: (late.set(), self._process.kill()))
        timer.start()
        try:
            for line in self._process.stdout:
                if fits(line):
                    return line
        finally:
            timer.cancel()
        raise PeerError(f"nothing for {LONGEST_WAIT_S:.0f} s" if late.is_set() else f"it ended: {self._last_error()}")

    def _last_error(self) -> str:
        self._errors.seek(0)
        lines = [line.strip() for line in self._errors if line.strip()]
        return next((line for line in reversed(lines) if "error" in line.lower()), "without a word")[:300]

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()
        self._errors.close()


def start(name: str, path: Path, n_threads: int | None) -> Peer:
    """Raises PeerError for a peer that is not installed."""
    arguments = [str(path if name != "gpt4all" else _for_gpt4all(path)), *([str(n_threads)] if n_threads else [])]
    if name == "llama_cpp_python":
        return Peer([sys.executable, str(HERE / "peers" / "llama_cpp_python.py"), *arguments], None)
    if name == "node_llama_cpp":
        folder = FOLDER / "node"
        installed, program, script = folder / "node_modules" / "node-llama-cpp", "node", "node_llama_cpp.mjs"
    else:
        folder = None
        installed, script = FOLDER / name / "bin" / "python", PYTHON_PEERS[name]
        program = str(installed)
    if not installed.exists():
        raise PeerError("not installed")
    return Peer([program, str(HERE / "peers" / script), *arguments], folder)


def _for_gpt4all(path: Path) -> Path:
    """Return the model as gpt4all reads it: it does not know the name of SmolLM2's pre-tokenizer, and refact's is the same."""
    data = path.read_bytes()
    if b"smollm" not in data[: 4 << 20]:
        return path
    copy = FOLDER / "smol-for-gpt4all.gguf"
    if not copy.exists() and FOLDER.exists():
        copy.write_bytes(data.replace(b"\x06\0\0\0\0\0\0\0smollm", b"\x06\0\0\0\0\0\0\0refact", 1))
    return copy


def whole_answers(ask: Callable[[str], Answer]) -> Callable[[], Answer]:
    """Return what asks with a new prompt each time, and again when a model ends its answer too soon."""
    numbers = itertools.count(1)

    def measured() -> Answer:
        lengths = []
        for number in itertools.islice(numbers, TRIES):
            answer = ask(PROMPT.format(number=number))
            if answer.is_usable:
                return answer
            lengths.append(answer.n_pieces)
        raise PeerError(f"answers in a row that ended too soon: {lengths} pieces")

    return measured


def ask_engine(engine: Engine, text: str) -> Answer:
    time.sleep(REST_S)
    reply = engine.ask(user(text), N_TOKENS)
    return Answer(reply.pieces[-1][1], reply.first_text_s, reply.pieces[-1][0] - reply.began_s)


def measure(name: str, path: Path, n_threads: int | None) -> dict[str, Any] | str:
    try:
        peer = start(name, path, n_threads)
    except PeerError as error:
        return str(error)
    engine = Engine(LoadPlan(path, n_ctx=2048))
    try:
        peer.wait_until_ready()
        ours, theirs = whole_answers(lambda text: ask_engine(engine, text)), whole_answers(peer.ask)
        ours(), theirs()
        pairs = compare(ours, theirs, rounds(ROUNDS))
    except (PeerError, BrokenPipeError) as error:
        return str(error)
    finally:
        engine.close()
        peer.close()
    rates = [[answer.tokens_per_second for answer in side] for side in pairs]
    firsts = [[answer.first_text_s for answer in side] for side in pairs]
    return {
        "decode_over_peer": ratio(*rates),
        "decode_over_peer_min_max": spread(*rates),
        "leeward_tokens_per_second": median(rates[0]),
        "peer_tokens_per_second": median(rates[1]),
        "first_text_over_peer": ratio(*firsts),
        "first_text_over_peer_min_max": spread(*firsts),
        "leeward_first_text_s": median(firsts[0]),
        "peer_first_text_s": median(firsts[1]),
    }


def install() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in PYTHON_PEERS:
        subprocess.run([sys.executable, "-m", "venv", str(FOLDER / name)], check=True)
        subprocess.run([str(FOLDER / name / "bin" / "pip"), "install", name], check=True)
    (FOLDER / "node").mkdir(exist_ok=True)
    subprocess.run(["npm", "install", "--ignore-scripts", "node-llama-cpp"], cwd=FOLDER / "node", check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--install", action="store_true", help="install the peers, then end")
    parser.add_argument("--peer", action="append", choices=NAMES, help="only this one")
    parser.add_argument("--model", action="append", choices=tuple(MODELS), help="only this one")
    parser.add_argument("--threads", type=int, help="threads of the peers instead of their defaults")
    options = parser.parse_known_args()[0]
    if options.install:
        install()
        return
    result = {
        model: {name: measure(name, MODELS[model](), options.threads) for name in options.peer or NAMES}
        for model in options.model or MODELS
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
