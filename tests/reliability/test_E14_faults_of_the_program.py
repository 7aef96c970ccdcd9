# SPDX-License-Identifier: Apache-2.0
"""E14: a fault of the program saves the text, shows one dialog, writes a report without chat text, and goes on."""

import json
import logging
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning

from helpers import faulty_window
from leeward.bridge.crash import CrashReporter, report_text

TESTS = Path(faulty_window.__file__).parent.parent


@pytest.fixture(scope="module")
def outcome(tmp_path_factory) -> tuple[dict, Path, str]:
    folder = tmp_path_factory.mktemp("faulty") / "profile"
    environment = {**os.environ, "PYTHONPATH": str(TESTS), "QT_QPA_PLATFORM": "offscreen"}
    result = subprocess.run(
        [sys.executable, faulty_window.__file__, str(folder)],
        capture_output=True, text=True, timeout=120, check=False, env=environment,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr[-3000:]
    return json.loads(result.stdout.splitlines()[-1]), folder, result.stderr


def test_E14_every_fault_is_reported_and_none_ends_the_program(outcome) -> None:
    said, _folder, _stderr = outcome
    assert len(said["outcome"]) == 13
    silent = [name for name, seen in said["outcome"].items() if not seen["reported"]]
    assert silent == []
    assert said["goes_on"], "a question is answered afterwards"


def test_E14_there_is_one_dialog_however_many_faults(outcome) -> None:
    said, _folder, _stderr = outcome
    assert {seen["dialogs"] for seen in said["outcome"].values()} == {1}


def test_E14_what_was_typed_is_saved(outcome) -> None:
    said, _folder, _stderr = outcome
    assert said["saved"]


def test_E14_reports_say_where_and_hold_nothing_of_the_chats(outcome) -> None:
    _said, folder, stderr = outcome
    reports = sorted((folder / "logs").glob("crash-*.txt"))
    assert len(reports) >= 13
    for report in reports:
        text = report.read_text("utf-8")
        assert "faulty_window.py" in text
        assert "Fault" in text
        assert faulty_window.SECRET not in text
        assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert faulty_window.SECRET not in (folder / "logs" / "leeward.log").read_text("utf-8")
    assert faulty_window.SECRET not in stderr


@pytest.fixture
def reporter(qapp, tmp_path, expect_error_log):
    expect_error_log.append("a fault: ")
    made = CrashReporter(tmp_path)
    yield made
    made.close()


def _raised(error: Exception) -> Exception:
    """Return `error` with the trace of having been raised."""
    try:
        _fail(error)
    except type(error) as raised:
        return raised
    raise AssertionError


def _fail(error: Exception) -> None:
    raise error


def test_E14_the_same_fault_is_reported_once(reporter, tmp_path, qtbot) -> None:
    with qtbot.waitSignal(reporter.crashed):
        for _ in range(500):  # a paintEvent
            error = _raised(ValueError("private"))
            reporter._on_exception(type(error), error, error.__traceback__)
    with qtbot.assertNotEmitted(reporter.crashed, wait=50):
        pass
    assert len(list(tmp_path.glob("crash-*.txt"))) == 1


def test_E14_a_report_that_cannot_be_written_is_no_second_fault(reporter, tmp_path, qtbot) -> None:
    reporter._folder = tmp_path / "gone" / "away"
    error = _raised(ValueError("private"))
    with qtbot.waitSignal(reporter.crashed) as crashed:
        reporter._on_exception(type(error), error, error.__traceback__)
    assert crashed.args[0].path is None
    assert crashed.args[0].kind == "ValueError"


def test_E14_messages_stay_out_of_the_report_unless_the_interpreter_made_them() -> None:
    private = "private words"

    def fails() -> None:
        try:
            _fail(OSError(28, "No space left on device", f"/home/{private}"))
        except OSError as error:
            raise KeyError(private) from error

    with pytest.raises(KeyError) as caught:
        fails()
    text = report_text(KeyError, caught.value, caught.value.__traceback__)
    assert private not in text
    assert "OSError: No space left on device" in text
    assert "caused by" in text
    attribute = _raised(AttributeError("'NoneType' object has no attribute 'x'"))
    assert "has no attribute 'x'" in report_text(AttributeError, attribute, attribute.__traceback__)


def test_E14_old_reports_make_room(reporter, tmp_path) -> None:
    for number in range(40):
        (tmp_path / f"crash-20200101T0000{number:02}Z-1-1.txt").touch()
    error = _raised(ValueError())
    reporter._on_exception(type(error), error, error.__traceback__)
    kept = sorted(path.name for path in tmp_path.glob("crash-*.txt"))
    assert len(kept) == 20
    assert not kept[-1].startswith("crash-2020"), "the new one is among them"


def test_E14_hooks_are_taken_and_given_back(reporter) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    reporter.install()
    assert sys.excepthook == reporter._on_exception
    reporter.close()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


@pytest.mark.qt_log_ignore("from Qt")
def test_E14_messages_of_qt_go_to_the_log(reporter, caplog) -> None:
    reporter.install()
    with caplog.at_level(logging.WARNING, logger="leeward.qt"):
        qWarning("from Qt")
    reporter.close()
    assert [record.levelname for record in caplog.records if "from Qt" in record.getMessage()] == ["WARNING"]
