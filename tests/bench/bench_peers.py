# SPDX-License-Identifier: Apache-2.0
"""Decode rate of the engine against other programs around llama.cpp, each with its defaults, in turn in one run.

llama-cpp-python's own streaming API is always there. The others are measured where they are installed: in the folder that
LEEWARD_BENCH_PEERS names, or `peers/` in the cache folder. `python tests/bench/bench_peers.py --install` fills it, from the
package indexes that pip and npm are set to.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from helpers import models
from helpers.bench import Engine, compare, ratio, rounds, spread
from leeward.domain.model_info import LoadPlan
from leeward.library.starter import models_cache_folder

ROUNDS = 7
N_TOKENS = 128
PROMPT = "Write a long story about a harbour, with headings, lists and a table."
HERE = Path(__file__).resolve().parent
FOLDER = Path(os.environ.get("LEEWARD_BENCH_PEERS", models_cache_folder().parent / "peers"))
PYTHON_PEERS = {"gpt4all": "gpt4all_peer.py", "xllamacpp": "xllamacpp_peer.py"}


class Peer:
    """Another program in a process of its own. Raises RuntimeError when it does not take the model."""

    def __init__(self, command: list[str], folder: Path | None = None) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True, cwd=folder
        )
        if self._line() is None:
            raise RuntimeError("it does not load this model")

    def rate(self) -> float:
        """Return tokens per second of one answer; a model that ends sooner is asked again."""
        while True:
            self._process.stdin.write(json.dumps([PROMPT, N_TOKENS]) + "\n")
            self._process.stdin.flush()
            said = self._line()
            if said is None:
                raise RuntimeError("it ended")
            if (rate := json.loads(said)) is not None:
                return rate

    def _line(self) -> str | None:
        for line in self._process.stdout:
            if line.strip() == "ready" or line[:1].isdigit() or line.startswith("null"):
                return line
        return None

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


def peers(path: Path) -> dict[str, tuple[list[str], Path | None] | str]:
    """Return how each peer is started, or why it is not."""
    scripts = HERE / "peers"
    found: dict[str, Any] = {
        "llama_cpp_python": ([sys.executable, str(scripts / "llama_cpp_python.py"), str(path)], None)
    }
    for name, script in PYTHON_PEERS.items():
        python = FOLDER / name / "bin" / "python"
        model = _for_gpt4all(path) if name == "gpt4all" else path
        found[name] = ([str(python), str(scripts / script), str(model)], None) if python.exists() else "not installed"
    node = FOLDER / "node"
    found["node_llama_cpp"] = (
        (["node", str(scripts / "node_llama_cpp.mjs"), str(path)], node)
        if (node / "node_modules" / "node-llama-cpp").exists()
        else "not installed"
    )
    return found


def _for_gpt4all(path: Path) -> Path:
    """Return the model as gpt4all reads it: it does not know the name of SmolLM2's pre-tokenizer, and refact's is the same."""
    data = path.read_bytes()
    if b"smollm" not in data[: 4 << 20]:
        return path
    copy = FOLDER / "smol-for-gpt4all.gguf"
    if not copy.exists():
        copy.write_bytes(data.replace(b"\x06\0\0\0\0\0\0\0smollm", b"\x06\0\0\0\0\0\0\0refact", 1))
    return copy


def measure(path: Path) -> dict[str, Any]:
    engine = Engine(LoadPlan(path, n_ctx=2048))
    engine.decode_rate(PROMPT, N_TOKENS)
    result: dict[str, Any] = {}
    for name, start in peers(path).items():
        if isinstance(start, str):
            result[name] = start
            continue
        try:
            peer = Peer(*start)
        except RuntimeError as error:
            result[name] = str(error)
            continue
        try:
            peer.rate()
            rates = compare(lambda: engine.decode_rate(PROMPT, N_TOKENS), peer.rate, rounds(ROUNDS))
        except RuntimeError as error:
            result[name] = str(error)
        else:
            result |= {
                f"decode_over_{name}": ratio(*rates),
                f"decode_over_{name}_min_max": spread(*rates),
                f"{name}_tokens_per_second": statistics.median(rates[1]),
            }
        finally:
            peer.close()
    engine.close()
    return result


def install() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in PYTHON_PEERS:
        subprocess.run([sys.executable, "-m", "venv", str(FOLDER / name)], check=True)
        subprocess.run([str(FOLDER / name / "bin" / "pip"), "install", name], check=True)
    (FOLDER / "node").mkdir(exist_ok=True)
    subprocess.run(["npm", "install", "node-llama-cpp"], cwd=FOLDER / "node", check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--install", action="store_true", help="install the peers, then end")
    if parser.parse_known_args()[0].install:
        install()
        return
    print(json.dumps({"smol": measure(models.starter_path()), "gemma": measure(models.gemma_path())}, indent=2))


if __name__ == "__main__":
    main()
