# SPDX-License-Identifier: Apache-2.0
"""From the start of the process to the window being shown, and how much memory the window takes without a model.

Each round is a process of its own: the real command line, offscreen, a fresh profile; it ends where the window would begin
to read its chats. CPU seconds are those of the whole process since its start, interpreter and imports included.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile

ROUNDS = 7

# The window's modules are imported by the command line itself, as in a real start: there they do without the collector.
CHILD = """
import json, resource, sys
from leeward.bridge import lean_imports
from leeward.main import run

def on_shown(window):
    usage = resource.getrusage(resource.RUSAGE_SELF)
    import psutil
    print(json.dumps({
        "cpu_s": usage.ru_utime + usage.ru_stime,
        "rss_mb": psutil.Process().memory_info().rss / 1e6,
    }), flush=True)
    window.close()

def then_hook(let_sources_be=lean_imports.let_sources_be):
    let_sources_be()
    from leeward.ui.main_window import MainWindow
    MainWindow.start = on_shown

lean_imports.let_sources_be = then_hook
sys.exit(run(["--profile", sys.argv[1]]))
"""


def one_round() -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        # Where this is set no start finds compiled files; an installed program always does, after its first one.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        result = subprocess.run(
            [sys.executable, "-c", CHILD, f"{folder}/profile"],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
            env=environment,
        )
    return json.loads(result.stdout.splitlines()[-1])


def main() -> None:
    one_round()  # warms the disk cache and the compiled files
    rounds = [one_round() for _ in range(ROUNDS)]
    print(
        json.dumps(
            {
                "process_start_to_window_shown_cpu_s": statistics.median(each["cpu_s"] for each in rounds),
                "window_process_rss_mb_without_model": statistics.median(each["rss_mb"] for each in rounds),
                "n_rounds": ROUNDS,
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
