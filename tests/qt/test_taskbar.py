# SPDX-License-Identifier: Apache-2.0
"""How far downloads are outside of the window, told to a real session bus of the test's own."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QWidget

from leeward.ui.taskbar import TaskbarProgress

needs_a_bus = pytest.mark.skipif(
    sys.platform != "linux" or not (shutil.which("dbus-daemon") and shutil.which("dbus-monitor")),
    reason="needs dbus-daemon and dbus-monitor",
)

WAIT_MS = 20_000
LISTENED_TO = "type='signal',interface='com.canonical.Unity.LauncherEntry'"

SHOWING = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from leeward.ui.taskbar import TaskbarProgress
app = QApplication(sys.argv)
widget = QWidget()
taskbar = TaskbarProgress(widget)
for share in (0.25, 0.2501, 0.5):
    taskbar.show(share)
taskbar.close()
QTimer.singleShot(300, app.quit)
app.exec()
"""


@pytest.fixture
def bus(tmp_path):
    """Run a bus that nothing else is on; give its address."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address=unix:dir={tmp_path}"],
        stdout=subprocess.PIPE,
        text=True,
    )
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait(10)
    daemon.stdout.close()


@pytest.fixture
def heard(bus, tmp_path):
    """Return a function that gives what was said on the bus so far."""
    file = tmp_path / "heard"
    with file.open("wb") as output:
        monitor = subprocess.Popen(["dbus-monitor", "--address", bus, LISTENED_TO], stdout=output)
        yield file.read_text
        monitor.terminate()
        monitor.wait(10)


@needs_a_bus
def test_the_desktop_hears_every_new_percent_and_the_end(bus, heard, qtbot):
    qtbot.waitUntil(lambda: "NameAcquired" in heard(), timeout=WAIT_MS)
    environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": bus, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", SHOWING], env=environment, check=True, timeout=60)
    qtbot.waitUntil(lambda: len(re.findall("boolean .+", heard())) >= 3, timeout=WAIT_MS)
    said = heard()
    assert said.count('string "application://leeward.desktop"') == 3
    assert re.findall(r"double (\S+)", said) == ["0.25", "0.5", "0"]
    assert re.findall(r"boolean (\S+)", said) == ["true", "true", "false"]


def test_the_title_of_the_window_begins_with_it_whatever_chat_is_shown(make_rig, qtbot, monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    rig = make_rig(chats=("Boats", "Cake"))
    window, taskbar = rig.window, rig.window.models.taskbar
    qtbot.waitUntil(lambda: len(window.conversations) == 2)
    boats, cake = (next(each.id for each in window.conversations if each.title == title) for title in ("Boats", "Cake"))
    window.open_conversation(boats)
    qtbot.waitUntil(lambda: window.windowTitle() == "Boats - Leeward")
    taskbar.show(0.456)
    assert window.windowTitle() == "46 % · Boats - Leeward"
    window.open_conversation(cake)
    qtbot.waitUntil(lambda: window.windowTitle() == "46 % · Cake - Leeward")
    taskbar.show(0.9)
    assert window.windowTitle() == "90 % · Cake - Leeward"
    taskbar.show(None)
    assert window.windowTitle() == "Cake - Leeward"


def test_a_bus_that_is_not_there_is_passed_over(qtbot, monkeypatch, tmp_path):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nothing")
    window = QWidget()
    qtbot.addWidget(window)
    taskbar = TaskbarProgress(window)
    taskbar.show(0.5)
    assert taskbar.prefix == "50 % · "


def test_the_start_does_not_wait_for_d_bus():
    script = "import sys; import leeward.ui.main_window; print('PySide6.QtDBus' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert ended.stdout.strip() == "False"


class Icon:
    def __init__(self, error=None):
        self.shown = []
        self.error = error

    def show(self, percent):
        self.shown.append(percent)
        if self.error:
            raise self.error


def test_an_icon_is_looked_for_once_told_every_percent_and_given_up_when_it_fails(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    icon, asked = Icon(), []
    taskbar = TaskbarProgress(window, lambda of: asked.append(of) or icon)
    assert asked == [], "nothing of the desktop before something is to be shown"
    for share in (0.25, 0.2501, 1.5, None):
        taskbar.show(share)
    assert (icon.shown, asked) == ([25, 100, None], [window])
    failing = Icon(OSError("no"))
    taskbar = TaskbarProgress(window, lambda _window: failing)
    taskbar.show(0.5)
    taskbar.show(0.6)
    assert failing.shown == [50]
    assert taskbar.prefix == "60 % · "
