# SPDX-License-Identifier: Apache-2.0
"""What the program costs while nobody uses it: processor time, wake-ups and memory of the window and of its engine. Linux only.

The real command line on a screen of its own (Xvfb where there is one, else offscreen), a fresh profile, the starter model loaded. After
half a minute, when the cursor stands and the first upkeep is done, it is watched for a minute. A wake-up is a voluntary
context switch of any thread. Then, of the engine alone: from the start of its process to the model being loaded, warm.
The start of the window is measured by bench_start.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psutil

from helpers import models
from helpers.bench import Engine, rounds
from leeward.domain.settings import Settings

SETTLED_S, WATCHED_S = 50.0, 60.0
READY_ROUNDS = 7


def cpu_s(process_id: int) -> float:
    """Return the processor seconds of all threads, exact to the nanosecond where the kernel counts them so."""
    return sum(int((task / "schedstat").read_text().split()[0]) for task in _tasks(process_id)) / 1e9


def wake_ups(process_id: int) -> int:
    lines = [line for task in _tasks(process_id) for line in (task / "status").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt_switches:"))


def _tasks(process_id: int) -> list[Path]:
    return list(Path(f"/proc/{process_id}/task").iterdir())


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Yield the environment of a window: on a screen of its own, where Qt draws what nobody sees without one."""
    if shutil.which("Xvfb") is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1200x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as numbers:
            number = numbers.readline().strip()
        yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
    finally:
        server.terminate()
        server.wait()


def idle() -> dict[str, object]:
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        environment = {**os.environ, **stack.enter_context(screen())}
        # As bench_start: an installed program finds compiled files, without which the window takes more memory.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
        environment["LEEWARD_STARTER"] = str(models.starter_path())
        command = [sys.executable, "-m", "leeward", "--profile", f"{folder}/profile"]
        for running_s in (5.0, SETTLED_S):  # the first start compiles
            window = stack.enter_context(subprocess.Popen(command, env=environment))
            stack.callback(window.terminate)
            time.sleep(running_s)
            if running_s != SETTLED_S:
                window.terminate()
                window.wait()
        engine = max(psutil.Process(window.pid).children(), key=lambda each: each.memory_info().rss).pid
        before = {each: (cpu_s(each), wake_ups(each)) for each in (window.pid, engine)}
        time.sleep(WATCHED_S)
        result: dict[str, object] = {}
        for name, each in (("window", window.pid), ("engine", engine)):
            result[f"{name}_cpu_share"] = (cpu_s(each) - before[each][0]) / WATCHED_S
            result[f"{name}_wake_ups_per_s"] = (wake_ups(each) - before[each][1]) / WATCHED_S
            result[f"{name}_rss_mb"] = psutil.Process(each).memory_info().rss / 1e6
    return {"platform": environment["QT_QPA_PLATFORM"], "watched_s": WATCHED_S, **result}


def ready_s() -> float:
    """Return the seconds from the start of an engine process to the starter model being loaded in it."""
    engine = Engine(Settings().load_plan(models.starter_path()))
    engine.close()
    return engine.ready_s


def main() -> None:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    ready_s()  # warms the disk cache and the compiled files
    ready = [ready_s() for _ in range(rounds(READY_ROUNDS))]
    result = {"engine_ready_with_starter_s": statistics.median(ready), "engine_ready_slowest_s": max(ready)}
    print(json.dumps({**result, **idle()}, indent=2))


if __name__ == "__main__":
    main()
