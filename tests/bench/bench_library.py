# SPDX-License-Identifier: Apache-2.0
"""How long it takes to look through 1,000 model files: names at once, headers when they are new, nothing when they are known.

Cold: nothing is known, every header is read. Warm: a start of the program with all known from before. The files are tiny
models, and for one number copies of the starter model's header with its 49,152 tokens (where it is installed).
"""

import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from helpers.models import starter_path
from helpers.tiny_gguf import write_tiny_gguf
from leeward.library.model_check import inspect_file
from leeward.library.models import Library
from leeward.storage.profile import Profile

N_FILES = 1000
N_FOLDERS = 20
ROUNDS = 5


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
        warm = [_seconds(lambda: Library(profile, roots=dict).read_scan()) for _ in range(ROUNDS)]
        again = [_seconds(cold.read_scan) for _ in range(ROUNDS)]
        results = {
            "n_files": N_FILES,
            "cold_names_s": names_s,
            "cold_headers_s": headers_s,
            "start_with_all_known_s": statistics.median(warm),
            "again_s": statistics.median(again),
            "snapshot_kb": profile.library_snapshot.stat().st_size / 1e3,
        }
    try:
        starter = starter_path()
    except FileNotFoundError:
        starter = None
    if starter is not None:
        rounds = [_seconds(lambda: inspect_file(starter)) for _ in range(ROUNDS)]
        results["header_of_the_starter_model_s"] = statistics.median(rounds)
    print(json.dumps(results))


def _seconds(work: Callable[[], object]) -> float:
    began_s = time.perf_counter()
    work()
    return time.perf_counter() - began_s


if __name__ == "__main__":
    main()
