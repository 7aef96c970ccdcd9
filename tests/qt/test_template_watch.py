# SPDX-License-Identifier: Apache-2.0
"""Templates of models that came in: looked at while nothing else runs, told where something is wrong, remembered."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from helpers.fake_hub import FakeHub, FakeRepo, serving
from helpers.tiny_gguf import GOOD_TEMPLATE, write_tiny_gguf
from leeward.bridge.template_check import TemplateCheck
from leeward.bridge.template_watch import TemplateWatch
from leeward.domain.model_settings import ModelSettings
from leeward.domain.queries import FindingLevel, TemplateFinding, TemplateReport
from leeward.engine.scripted import ScriptedEngine
from leeward.engine.supervisor import Supervisor
from leeward.library.models import Library
from leeward.library.template_check import complaints
from leeward.storage.profile import Profile

WAIT_MS = 20_000
END = TemplateFinding("end", FindingLevel.PROBLEM, "It does not end.", "mistral-v3")
ODD = TemplateFinding("roles", FindingLevel.WARNING, "It is odd.")
FINE = TemplateFinding("parses", FindingLevel.OK, "It can be read.")
NO_TEMPLATE = TemplateFinding("origin", FindingLevel.WARNING, "The file has no chat template.")


class Looks:
    """Takes the place of the look at a file. `answers`: by the name of the file; None waits until it is stopped."""

    def __init__(self):
        self.answers = {}
        self.asked = []

    def __call__(self, _engine, path, template, is_stopped):
        self.asked.append((path.name, template))
        answer = self.answers.get(path.name, TemplateReport((FINE,)))
        while answer is None and not is_stopped():
            pass
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def looks():
    return Looks()


@pytest.fixture
def make_watch(looks, qtbot):
    made = []

    def make(rig):
        check = TemplateCheck(lambda: ScriptedEngine(()), looks, looks)
        made.append(TemplateWatch(check, rig.parts.generation, rig.parts.models.read_settings, delay_ms=10))
        made[-1].told = []
        made[-1].found_wrong.connect(lambda path, wrong: made[-1].told.append((path.name, wrong)))
        return made[-1]

    yield make
    for watch in made:
        watch.close()


def is_idle(watch):
    return not watch.check.running and not watch._timer.isActive()


def test_only_what_is_wrong_is_told_the_worst_first():
    assert complaints(TemplateReport((FINE, ODD, END))) == (END, ODD)
    assert complaints(TemplateReport((FINE,))) == ()
    assert complaints(TemplateReport((NO_TEMPLATE, END))) == (), "a base model, or one that makes vectors"


def test_one_model_after_the_other_is_looked_at_with_the_template_that_is_set_for_it(
    make_rig, make_watch, looks, qtbot, tmp_path
):
    rig = make_rig(is_started=False)
    watch = make_watch(rig)
    paths = [write_tiny_gguf(tmp_path / name) for name in ("a.gguf", "b.gguf", "c.gguf")]
    Library(Profile(rig.folder), roots=dict).set_settings(paths[1], ModelSettings(template="chatml"))
    looks.answers["b.gguf"] = TemplateReport((ODD, END))
    for path in (*paths, paths[0], tmp_path):
        watch.look(path)
    qtbot.waitUntil(lambda: len(looks.asked) == 3 and is_idle(watch), timeout=WAIT_MS)
    assert looks.asked == [("a.gguf", ""), ("b.gguf", "chatml"), ("c.gguf", "")]
    assert watch.told == [("b.gguf", (END, ODD))]
    assert watch.check.found(paths[1], "chatml").level is FindingLevel.PROBLEM


def test_a_failure_is_told_to_nobody_and_the_next_one_has_its_turn(make_rig, make_watch, looks, qtbot, tmp_path):
    watch = make_watch(make_rig(is_started=False))
    looks.answers["a.gguf"] = OSError("away")
    for name in ("a.gguf", "b.gguf"):
        watch.look(tmp_path / name)
    qtbot.waitUntil(lambda: len(looks.asked) == 2 and is_idle(watch), timeout=WAIT_MS)
    assert watch.told == []


def test_an_answer_stops_the_look_which_is_taken_up_behind_it(make_rig, make_watch, looks, qtbot, tmp_path):
    rig = make_rig(scripts=[["word "] * 5], interval_s=0.1)
    watch = make_watch(rig)
    looks.answers["a.gguf"] = None
    watch.look(tmp_path / "a.gguf")
    qtbot.waitUntil(lambda: len(looks.asked) == 1, timeout=WAIT_MS)
    generation, settings = rig.parts.generation, rig.parts.settings.settings
    with qtbot.waitSignal(watch.check.checked, timeout=WAIT_MS) as checked:
        generation.send(None, "Hi", settings)
    assert checked.args[1] is None
    looks.answers["a.gguf"] = TemplateReport((END,))
    with qtbot.waitSignal(generation.reply_finished, timeout=WAIT_MS):
        qtbot.wait(50)
        assert len(looks.asked) == 1, "not while the answer is made"
    qtbot.waitUntil(lambda: watch.told == [("a.gguf", (END,))], timeout=WAIT_MS)


def test_what_else_needs_the_machine_is_waited_for(make_rig, make_watch, looks, qtbot, tmp_path):
    watch = make_watch(make_rig(is_started=False))
    running = [True]
    watch.wait_for(lambda: running[0])
    watch.look(tmp_path / "a.gguf")
    qtbot.wait(60)
    assert looks.asked == []
    running[0] = False
    qtbot.waitUntil(lambda: len(looks.asked) == 1, timeout=WAIT_MS)


def test_a_stop_by_the_user_is_a_stop(make_rig, make_watch, looks, qtbot, tmp_path):
    watch = make_watch(make_rig(is_started=False))
    looks.answers["a.gguf"] = None
    watch.look(tmp_path / "a.gguf")
    qtbot.waitUntil(lambda: len(looks.asked) == 1, timeout=WAIT_MS)
    with qtbot.waitSignal(watch.check.checked, timeout=WAIT_MS):
        watch.check.cancel()
    qtbot.wait(60)
    assert len(looks.asked) == 1


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    no = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *no))


# The whole way, with a real engine


def test_a_dropped_model_is_loaded_and_then_its_template_is_told(make_rig, qtbot, tmp_path):
    rig = make_rig(make_look_engine=Supervisor)
    drop(rig.window, write_tiny_gguf(tmp_path / "odd.gguf"))
    banner = rig.window.page.banner
    qtbot.waitUntil(lambda: banner.notice is not None, timeout=WAIT_MS)
    assert banner.sentence.text().startswith("The chat template of Scripted: What it puts behind an answer, ")
    assert (
        banner.next_step.text()
        == "Answers may be odd. The Models page says all that was found, when it is chosen there."
    )
    banner.dismiss()
    drop(rig.window, write_tiny_gguf(tmp_path / "good.gguf", template=GOOD_TEMPLATE))
    with qtbot.waitSignal(rig.parts.templates.check.checked, timeout=WAIT_MS) as checked:
        pass
    assert checked.args[1].level is FindingLevel.OK, checked.args[1]
    assert banner.notice is None


def test_a_downloaded_model_s_findings_stand_on_its_page(make_rig, qtbot, tmp_path):
    with serving(FakeHub()) as hub:
        hub.repos["org/Odd-GGUF"] = FakeRepo({"odd-Q8_0.gguf": write_tiny_gguf(tmp_path / "odd.gguf")})
        rig = make_rig(make_look_engine=Supervisor)
        rig.parts.settings.set_value("hub_endpoint", hub.address)
        rig.window.open_models()
        page = rig.window.models.page
        QTest.keyClicks(page.search.field, "org/Odd-GGUF")
        QTest.keyClick(page.search.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.detail.action.text().startswith("Download"), timeout=WAIT_MS)
        with qtbot.waitSignal(rig.parts.templates.found_wrong, timeout=WAIT_MS):
            page.detail.action.click()
        assert "The chat template of odd-Q8_0: " in rig.window.page.banner.sentence.text()
        path = rig.folder / "models/org/Odd-GGUF/odd-Q8_0.gguf"
        here = lambda: [each for each in page.here.all if each.path == path]  # noqa: E731
        qtbot.waitUntil(lambda: bool(here()), timeout=WAIT_MS)
        page.search.field.clear()
        page._on_chosen(here()[0])
        panel = page.detail.template
        qtbot.waitUntil(lambda: bool(panel.findings), timeout=WAIT_MS)
        assert panel.remark.text() == "The template does not suit this model. The model was not asked anything yet."
        assert "Problem" in [word for word, _ in panel.findings]


def test_a_file_that_is_added_is_looked_at_and_a_folder_is_not(make_rig, qtbot, tmp_path):
    rig = make_rig(make_look_engine=Supervisor)
    rig.window.open_models()
    installed, looked = rig.window.models.page._tools.installed, []
    rig.parts.templates.check.started.connect(looked.append)
    (tmp_path / "many").mkdir()
    write_tiny_gguf(tmp_path / "many" / "one.gguf")
    with qtbot.waitSignal(installed.added, timeout=WAIT_MS):
        installed.add(tmp_path / "many")
    path = write_tiny_gguf(tmp_path / "single.gguf")
    with qtbot.waitSignal(rig.parts.templates.found_wrong, timeout=WAIT_MS):
        installed.add(path)
    assert looked == [path]
