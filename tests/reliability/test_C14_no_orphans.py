# SPDX-License-Identifier: Apache-2.0
"""C14: when the window's process is killed, no engine process stays behind. C10: the kernel would take the engine first."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from helpers.tiny_gguf import write_tiny_gguf

PARENT = """
import sys
from pathlib import Path
from leeward.domain.generation import ChatMessage, GenerationRequest, Role
from leeward.domain.model_info import LoadPlan
from leeward.engine.protocol import ModelLoaded
from leeward.engine.supervisor import Supervisor

def main():
    engine = Supervisor()
    engine.load(LoadPlan(Path(sys.argv[1])))
    while not isinstance(engine.next_event(5.0), ModelLoaded):
        pass
    engine.generate(GenerationRequest("a", (ChatMessage(Role.USER, "hi"),)))
    print(engine.process_id, flush=True)
    while True:
        engine.next_event(5.0)

if __name__ == "__main__":
    main()
"""


@pytest.fixture(scope="module")
def tiny_model(tmp_path_factory):
    return write_tiny_gguf(tmp_path_factory.mktemp("model") / "tiny.gguf")


@pytest.fixture
def parent(tiny_model, tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(PARENT, encoding="utf-8")
    started = []

    def start():
        process = subprocess.Popen([sys.executable, str(script), str(tiny_model)], stdout=subprocess.PIPE, text=True)
        started.append(process)
        return process, int(process.stdout.readline())

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


def is_gone(process_id: int) -> bool:
    try:
        return psutil.Process(process_id).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


@pytest.mark.parametrize("cycle", range(5))
def test_C14_a_killed_parent_leaves_no_engine_behind(parent, cycle):
    process, engine_id = parent()
    assert not is_gone(engine_id)
    os.kill(process.pid, signal.SIGKILL)
    deadline = time.monotonic() + 10.0
    while not is_gone(engine_id) and time.monotonic() < deadline:
        time.sleep(0.01)  # nothing to wait on: the process is not a child of this one
    assert is_gone(engine_id)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the out-of-memory score is a Linux thing")
def test_C10_the_kernel_would_end_the_engine_before_the_window(parent):
    process, engine_id = parent()
    assert int(Path(f"/proc/{engine_id}/oom_score_adj").read_text()) >= 800
    assert int(Path(f"/proc/{process.pid}/oom_score_adj").read_text()) < 800
