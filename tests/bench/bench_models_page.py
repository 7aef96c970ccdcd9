# SPDX-License-Identifier: Apache-2.0
"""Whether the Models page keeps 60 frames a second: 1,000 search results scroll while four downloads run.

The server is a process of its own; the downloads are real, each with its thread, hashing on. "cpu" is the time of the UI thread
for one frame; "wall" is what a person waits, with everything else on the machine: the same frames without downloads tell how much
of it is that. Run as `python tests/bench/run.py models_page`.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from helpers.window import Rig, rig
from leeward.bridge.downloads import DownloadState
from leeward.domain.hub import FoundRepo
from leeward.library.hub import Hub
from leeward.library.offers import choose
from leeward.library.pull import plan_pull
from leeward.ui.models_page.rows import row_of_repo

N_RESULTS, N_DOWNLOADS, N_FRAMES = 1_000, 4, 600
FILE_BYTES, BYTES_PER_SECOND = 96 * 1024**2, 6e6
FRAME_S = 1 / 60


def main() -> None:
    app = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        files, profile = Path(name, "files"), Path(name, "profile")
        files.mkdir()
        for number in range(N_DOWNLOADS):
            with (files / f"m{number}.gguf").open("wb") as file:
                file.write(b"GGUF%d" % number)
                file.truncate(FILE_BYTES)
        arguments = ["--port", "0", "--folder", str(files), "--bytes-per-second", str(BYTES_PER_SECOND)]
        server = subprocess.Popen(
            [sys.executable, "-m", "helpers.fake_hub", *arguments], stdout=subprocess.PIPE, text=True
        )
        try:
            address = server.stdout.readline().split()[0]
            with rig(app, profile) as made:
                print(json.dumps(measure(app, made, address)))
        finally:
            server.terminate()
            server.wait()


def measure(app: QApplication, made: Rig, address: str) -> dict[str, float]:
    made.parts.settings.set_value("hub_endpoint", address)
    made.parts.settings.set_value("n_downloads", N_DOWNLOADS)
    made.window.resize(1200, 800)
    made.window.show()
    made.window.open_models()
    page = made.window.models.page
    page.search.field.setText("words")  # so that the list is that of results
    begun_s = time.thread_time()
    page.list.rows.set_rows([row_of_repo(found(number)) for number in range(N_RESULTS)])
    app.processEvents()
    show_s = time.thread_time() - begun_s
    _, quiet_wall = frames(app, page.list.verticalScrollBar())
    downloads = page._tools.downloads
    hub = Hub(made.parts.settings.settings.network)
    for number in range(N_DOWNLOADS):
        repository = hub.repository(f"demo/m{number}")
        downloads.add(plan_pull(address, repository, choose(repository), page._tools.models_folder))
    hub.close()
    cpu, wall = frames(app, page.list.verticalScrollBar())
    n_running = sum(each.state is DownloadState.RUNNING for each in downloads.all)
    return {
        "n_downloads_running_at_the_end": n_running,
        "show_1000_rows_cpu_ms": show_s * 1000,
        "frame_cpu_p50_ms": at(cpu, 0.5),
        "frame_cpu_p99_ms": at(cpu, 0.99),
        "frame_cpu_max_ms": cpu[-1],
        "frame_wall_p50_ms": at(wall, 0.5),
        "frame_wall_p99_ms": at(wall, 0.99),
        "frames_over_16_7_ms": over(wall),
        "frames_over_16_7_ms_by_own_cpu": over(cpu),
        "frames_over_16_7_ms_without_downloads": over(quiet_wall),
        "frame_wall_p99_ms_without_downloads": at(quiet_wall, 0.99),
        "n_frames": N_FRAMES,
    }


def frames(app: QApplication, bar: object) -> tuple[list[float], list[float]]:
    """Scroll by most of a screen each frame; return what each took, sorted, in milliseconds."""
    cpu, wall = [], []
    for number in range(N_FRAMES):
        cpu_s, wall_s = time.thread_time(), time.perf_counter()
        bar.setValue(number * 397 % max(1, bar.maximum()))
        app.processEvents()
        cpu.append((time.thread_time() - cpu_s) * 1000)
        took_s = time.perf_counter() - wall_s
        wall.append(took_s * 1000)
        time.sleep(max(0.001, FRAME_S - took_s))
    return sorted(cpu), sorted(wall)


def at(values: list[float], share: float) -> float:
    return values[int(len(values) * share)]


def over(values: list[float]) -> int:
    return sum(each > FRAME_S * 1000 for each in values)


def found(number: int) -> FoundRepo:
    name = f"org{number}/Model-{number}-with-a-long-name-Instruct-GGUF"
    return FoundRepo(name, number * 17, number, 1.7e9, "apache-2.0", False, "llama", 7_000_000_000, 8192)


if __name__ == "__main__":
    main()
