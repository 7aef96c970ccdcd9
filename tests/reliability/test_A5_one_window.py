# SPDX-License-Identifier: Apache-2.0
"""A5: the program started again on the same profile raises the first window and ends with 0."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from leeward.bridge.instance import SingleInstance, socket_name

N_STARTS = 6


def start(profile: Path) -> subprocess.Popen:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        [sys.executable, "-m", "leeward", "--profile", str(profile)],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


ASK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from leeward.bridge.instance import SingleInstance
app = QCoreApplication([])
sys.exit(0 if SingleInstance(Path(sys.argv[1])).raise_first(10) else 3)
"""


def ask(profile: Path) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-c", ASK, str(profile)])


def wait_until(is_done, timeout_s: float) -> bool:
    pause = threading.Event()
    until_s = time.monotonic() + timeout_s
    while not is_done() and time.monotonic() < until_s:
        pause.wait(0.02)
    return is_done()


def test_A5_of_starts_at_the_same_time_one_window_stays_and_the_others_end_with_zero(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    started = [start(profile) for _ in range(N_STARTS)]
    try:
        assert wait_until(lambda: sum(each.poll() is not None for each in started) == N_STARTS - 1, 60)
        assert sorted(each.returncode for each in started if each.poll() is not None) == [0] * (N_STARTS - 1)
        winner = next(each for each in started if each.poll() is None)
        assert start(profile).wait(30) == 0
        winner.send_signal(signal.SIGKILL)
        winner.wait(10)
        again = start(profile)  # a dead one's lock and socket are no hindrance
        started.append(again)
        door = SingleInstance(profile)
        assert wait_until(door.raise_first, 30)
        assert again.poll() is None
    finally:
        for each in started:
            each.kill()
            each.wait(10)


def test_A5_the_first_window_is_asked_to_show_itself(qapp, qtbot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    first.listen()
    with qtbot.waitSignal(first.raise_requested, timeout=15_000):
        second = ask(tmp_path)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=15_000)
    first.close()
    assert second.returncode == 0


def test_A5_without_a_first_window_nobody_answers(qapp, tmp_path: Path) -> None:
    began_s = time.monotonic()
    assert not SingleInstance(tmp_path).raise_first()
    assert time.monotonic() - began_s < 1


def test_A5_a_dead_socket_is_taken_over(qapp, qtbot, tmp_path: Path) -> None:
    path = Path(socket_name(tmp_path))
    path.touch()
    instance = SingleInstance(tmp_path)
    instance.listen()
    second = ask(tmp_path)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=15_000)
    instance.close()
    assert second.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes have no path")
def test_A5_the_socket_fits_however_long_the_profile_path_is(qapp, tmp_path: Path) -> None:
    deep = tmp_path / ("é" * 60) / ("long" * 20)
    deep.mkdir(parents=True)
    assert len(os.fsencode(socket_name(deep))) <= 100
    assert socket_name(deep) != socket_name(tmp_path / "other")
    instance = SingleInstance(deep)
    instance.listen()
    assert instance._server is not None
    instance.close()


def test_A5_noise_on_the_socket_shows_no_window(qapp, qtbot, tmp_path: Path) -> None:
    from PySide6.QtNetwork import QLocalSocket

    instance = SingleInstance(tmp_path)
    instance.listen()
    socket = QLocalSocket()
    socket.connectToServer(socket_name(tmp_path))
    assert socket.waitForConnected(1000)
    with qtbot.assertNotEmitted(instance.raise_requested, wait=100):
        socket.write(b"x" * 100_000)
        socket.flush()
    instance.close()
