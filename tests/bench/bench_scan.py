# SPDX-License-Identifier: Apache-2.0
"""How long it takes to look through 1,000 model files: names at once, headers when they are new, nothing when they are known.

Cold: nothing is known, every header is read. Warm: a start of the program with all known from before. Both are compared, in
turns in one run, with the least anybody could do: os.walk with a stat of every file, and the same with its first bytes read.
The files are tiny models; one number is of the starter model with its 49,152 tokens (where it is installed).
"""

import json
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from helpers.bench import compare, ratio, rounds
from helpers.models import starter_path
from helpers.tiny_gguf import write_tiny_gguf
from leeward.library.model_check import inspect_file
from leeward.library.models import Library
from leeward.storage.profile import Profile

N_FILES = 1000
N_FOLDERS = 20
ROUNDS = 5
_BEGINNING_BYTES = 4096


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        profile = Profile(Path(place) / "p")
        profile.create()
        model = write_tiny_gguf(Path(place) / "tiny.gguf")
        for number in range(N_FILES):
            folder = profile.models / f"owner-{number % N_FOLDERS}"
            folder.mkdir(exist_ok=True)
            shutil.copyfile(model, folder / f"model-{number}.gguf")
        cold = Library(profile, roots=dict)
        names_s = _seconds(cold.scan)
        headers_s = _seconds(lambda: sum(1 for _ in cold.read_headers()))
        warm, names = compare(
            lambda: _seconds(lambda: Library(profile, roots=dict).read_scan()),
            lambda: _seconds(lambda: _walk(profile.models, n_bytes=0)),
            rounds(ROUNDS),
        )
        again, beginnings = compare(
            lambda: _seconds(cold.read_scan),
            lambda: _seconds(lambda: _walk(profile.models, n_bytes=_BEGINNING_BYTES)),
            rounds(ROUNDS),
        )
        results = {
            "n_files": N_FILES,
            "cold_names_s": names_s,
            "cold_headers_s": headers_s,
            "start_with_all_known_s": statistics.median(warm),
            "walk_and_stat_s": statistics.median(names),
            "start_over_walk_and_stat": ratio(warm, names),
            "again_s": statistics.median(again),
            "walk_and_read_beginnings_s": statistics.median(beginnings),
            "again_over_walk_and_read_beginnings": ratio(again, beginnings),
            "snapshot_kb": profile.library_snapshot.stat().st_size / 1e3,
        }
    try:
        starter = starter_path()
    except FileNotFoundError:
        starter = None
    if starter is not None:
        times = [_seconds(lambda: inspect_file(starter)) for _ in range(ROUNDS)]
        results["header_of_the_starter_model_s"] = statistics.median(times)
    print(json.dumps(results))


def _walk(folder: Path, *, n_bytes: int) -> None:
    for place, _, names in os.walk(folder):
        for name in names:
            path = Path(place, name)
            path.stat()
            if n_bytes:
                with path.open("rb") as file:
                    file.read(n_bytes)


def _seconds(work: Callable[[], object]) -> float:
    began_s = time.perf_counter()
    work()
    return time.perf_counter() - began_s


if __name__ == "__main__":
    main()
