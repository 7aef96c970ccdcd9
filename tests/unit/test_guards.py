# SPDX-License-Identifier: Apache-2.0
"""The guards of conftest.py do fail a test that leaves something behind."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

TESTS_FOLDER = Path(__file__).resolve().parent.parent

LEFT_BEHIND = {
    "left running:\nthread forgotten": """
        import threading
        def test_leaves_a_thread():
            threading.Thread(target=threading.Event().wait, name="forgotten", daemon=True).start()
    """,
    "left running:\nprocess": """
        import subprocess, sys
        def test_leaves_a_child():
            subprocess.Popen.__del__ = lambda self: None  # it would warn
            subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    """,
    "unexpected ERROR log records:\nroom: broken 7": """
        import logging
        def test_logs_an_error():
            logging.getLogger("room").error("broken %s", 7)
    """,
}

WELL_BEHAVED = """
    import logging, multiprocessing, os, threading
    def test_ends_what_it_starts(expect_error_log):
        expect_error_log.append("on purpose")
        logging.getLogger("room").error("on purpose")
        thread = threading.Thread(target=print)
        thread.start()
        process = multiprocessing.get_context("spawn").Process(target=print)
        process.start()
        process.join()
    def test_has_a_home_of_its_own(starter_model):
        assert os.environ["LEEWARD_PROFILE"].startswith(os.path.expanduser("~"))
        assert starter_model.is_file()
"""


RUN_WITH_THE_GUARDS = f"""
import sys, pytest
sys.path.insert(0, {str(TESTS_FOLDER)!r})
import conftest
conftest.LEFT_RUNNING_GRACE_S = 0.2
sys.exit(pytest.main(["-q", "-p", "conftest", "-p", "no:cacheprovider", "test_sample.py"]))
"""


def _run(source: str, folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / "test_sample.py").write_text(textwrap.dedent(source))
    command = [sys.executable, "-c", RUN_WITH_THE_GUARDS]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("complaint", LEFT_BEHIND)
def test_what_a_test_leaves_behind_fails_it(complaint: str, tmp_path: Path) -> None:
    result = _run(LEFT_BEHIND[complaint], tmp_path)
    assert result.returncode == 1, result.stdout
    assert complaint in result.stdout


def test_a_tidy_test_passes(tmp_path: Path) -> None:
    result = _run(WELL_BEHAVED, tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr
