# SPDX-License-Identifier: Apache-2.0
"""How fast a file comes, with its SHA-256 and all safety, against curl without any; and how soon a remote header is read.

The server is a process of its own on this machine and gives the same file to both, in alternation. Both write to the same
disk and to the end (fsync).
"""

import argparse
import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.network import NetworkSettings
from leeward.library.header import read_header
from leeward.library.http_source import HttpSource
from leeward.library.hub import Hub
from leeward.library.offers import choose
from leeward.library.pull import Pull, plan_pull, remote_file
from leeward.library.web import StopFlag, Surroundings

HUB = Path(__file__).resolve().parent.parent / "helpers" / "fake_hub.py"


@contextlib.contextmanager
def hub_of(folder: Path) -> Iterator[str]:
    """Serve `folder`; gives the address."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", "helpers.fake_hub", "--port", "0", "--folder", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
        try:
            yield server.stdout.readline().split()[0]
        finally:
            server.terminate()


def make_file(path: Path, size_bytes: int) -> None:
    """A model that can be read, with weights that are never looked at."""
    path.parent.mkdir(parents=True)
    write_tiny_gguf(path)
    piece = os.urandom(1024**2)
    with path.open("ab") as file:
        while file.tell() < size_bytes:
            file.write(piece)


def ours(address: str, folder: Path) -> float:
    around = Surroundings(network=NetworkSettings(address, is_loopback_http_allowed=True))
    with contextlib.closing(Hub(around.network)) as hub:
        repository = hub.repository("bench/file")
    plan = plan_pull(address, repository, choose(repository), folder)
    begin = time.perf_counter()
    Pull(plan, around, StopFlag()).run()
    took = time.perf_counter() - begin
    shutil.rmtree(folder / "bench")
    return took


def curl(address: str, folder: Path) -> float:
    target = folder / "curl.gguf"
    begin = time.perf_counter()
    subprocess.run(["curl", "-sLf", "-o", target, f"{address}/bench/file/resolve/main/m.gguf"], check=True)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    took = time.perf_counter() - begin
    target.unlink()
    return took


def header_s(address: str) -> float:
    around = Surroundings(network=NetworkSettings(address, is_loopback_http_allowed=True))
    with contextlib.closing(Hub(around.network)) as hub:
        repository = hub.repository("bench/file")
    remote = remote_file(address, repository, choose(repository).files[0])
    begin = time.perf_counter()
    read_header(HttpSource(remote, around, StopFlag()))
    return time.perf_counter() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mib", type=int, help="size of the file (default: 1024, with --quick 128)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", action="store_true", help="it prints JSON anyway")
    options = parser.parse_args()
    size_bytes = (options.mib or (128 if options.quick else 1024)) * 1024**2
    with tempfile.TemporaryDirectory(prefix="leeward-bench-") as name:
        folder = Path(name)
        make_file(folder / "served" / "bench" / "file" / "m.gguf", size_bytes)
        (folder / "models").mkdir()
        with hub_of(folder / "served") as address:
            header_s(address)  # certificates and imports are read once
            headers = [header_s(address) for _ in range(5)]
            has_curl = shutil.which("curl") is not None
            rounds = [
                (ours(address, folder / "models"), curl(address, folder / "models") if has_curl else 0.0)
                for _ in range(options.rounds)
            ]
    mib = size_bytes / 1024**2
    result = {
        "file_mib": mib,
        "leeward_mib_per_s": mib / statistics.median(mine for mine, _ in rounds),
        "header_s": statistics.median(headers),
    }
    if has_curl:
        result["curl_mib_per_s"] = mib / statistics.median(other for _, other in rounds)
        result["ratio_to_curl"] = statistics.median(other / mine for mine, other in rounds)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
