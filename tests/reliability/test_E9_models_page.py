# SPDX-License-Identifier: Apache-2.0
"""E9: the window with its Models page open connects to nobody until the user asks for something."""

import json
import os
import subprocess
import sys
from pathlib import Path

from helpers.fake_hub import FakeHub, FakeRepo, serving

WATCHED = """
import json, sys, time
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from helpers.window import rig
seen = []
app = QApplication([])
def wait(seconds, is_done=lambda: False):
    end_s = time.monotonic() + seconds
    while time.monotonic() < end_s and not is_done():
        app.processEvents()
        time.sleep(0.01)  # QTest.qWait would not let other threads run
with rig(app, Path(sys.argv[2])) as made:
    made.parts.settings.set_value("hub_endpoint", sys.argv[1])
    made.window.show()
    made.window.start()
    sys.addaudithook(lambda name, facts: seen.append(str(facts)) if name in ("socket.connect", "socket.getaddrinfo") else None)
    made.window.open_models()
    page = made.window.models.page
    page.list.go_to_first()
    wait(0.8)  # twice the pause after which typed words are searched for
    page.list._choose(page.list.rows.index(page.list.rows.rowCount() - 1))  # a model on this computer
    wait(0.5, lambda: page.detail.about.remark.text() not in ("", "Reading the file…"))
    assert page.detail.choice is not None
    idle = list(seen)
    page.search.field.setFocus()
    QTest.keyClicks(page.search.field, "tiny")
    wait(20, lambda: [row.title for row in page.list.rows.rows] == ["tiny-000"])
print(json.dumps([idle, seen]))
"""


def test_E9_the_models_page_asks_nobody_until_something_is_searched(tmp_path):
    tests = str(Path(__file__).parents[1])
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((tests, os.environ.get("PYTHONPATH", "")))}
    with serving(FakeHub(repos={"org/tiny-000": FakeRepo({"m.gguf": b"GGUF"})})) as hub:
        result = subprocess.run(
            [sys.executable, "-c", WATCHED, hub.address, str(tmp_path)],
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
            env=environment,
        )
        assert result.returncode == 0, result.stderr
        idle, seen = json.loads(result.stdout)
        assert idle == []
        assert seen, "or the check above would be blind"
        assert all("127.0.0.1" in address for address in seen), seen
        assert [path.split("?")[0] for path, _ in hub.requests] == ["/api/models"]
