# SPDX-License-Identifier: Apache-2.0
"""The template doctor beside the window: with a real engine of its own, cancelled, and when it fails."""

import pytest

from helpers.tiny_gguf import write_tiny_gguf
from leeward.bridge.template_check import TemplateCheck
from leeward.domain.errors import ModelNotFound
from leeward.domain.queries import FindingLevel
from leeward.engine.supervisor import Supervisor

WAIT_MS = 60_000
CHATML = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}<|im_start|>assistant\n"
)


@pytest.fixture
def check(qapp):
    made = TemplateCheck(Supervisor)
    yield made
    made.close()


def test_what_is_found_is_told_and_remembered_by_model_and_template(check, qtbot, tmp_path):
    path = write_tiny_gguf(tmp_path / "tiny.gguf", template=CHATML)  # the model has no such tokens
    with qtbot.waitSignal(check.checked, timeout=WAIT_MS) as checked:
        check.start(path, "")
        assert check.running == path
    assert check.running is None
    told, report = checked.args
    assert told == path
    assert report.level is FindingLevel.PROBLEM
    assert report.findings[-1].check == "echo"
    assert check.found(path, "") == report
    assert check.found(path, "llama2") is None


@pytest.mark.model
def test_the_starter_model_is_in_order(check, qtbot, starter_model):
    with qtbot.waitSignal(check.checked, timeout=WAIT_MS) as checked:
        check.start(starter_model, "")
    _, report = checked.args
    assert report.level is FindingLevel.OK, report


def test_a_cancelled_check_ends_and_remembers_nothing(check, qtbot, tmp_path):
    path = write_tiny_gguf(tmp_path / "tiny.gguf")
    with qtbot.waitSignal(check.checked, timeout=WAIT_MS) as checked:
        check.start(path, "")
        check.cancel()
    assert checked.args == [path, None]
    assert check.found(path, "") is None


def test_a_failure_is_told_and_another_try_is_free(check, qtbot, tmp_path):
    for _ in range(2):
        with qtbot.waitSignal(check.failed, timeout=WAIT_MS) as failed:
            check.start(tmp_path / "gone.gguf", "")
        assert isinstance(failed.args[1], ModelNotFound)
