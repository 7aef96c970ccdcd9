# SPDX-License-Identifier: Apache-2.0
"""The chat template in the detail of a model: the real library and page, and checks that find what they are told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpers.tiny_gguf import write_tiny_gguf
from leeward.bridge.installed import InstalledModels
from leeward.bridge.models import ModelChoice
from leeward.bridge.template_check import TemplateCheck
from leeward.domain.errors import ModelNotFound
from leeward.domain.model_settings import BUILTIN_TEMPLATES
from leeward.domain.queries import FindingLevel, TemplateFinding, TemplateReport
from leeward.engine.scripted import ScriptedEngine
from leeward.library.models import Library
from leeward.storage.profile import Profile
from leeward.ui.models_page.jinja_colors import jinja_spans
from leeward.ui.models_page.template_desk import TemplateDesk
from leeward.ui.models_page.template_field import MAX_CHARS, TemplateField
from leeward.ui.models_page.template_panel import TemplatePanel
from leeward.ui.theme import DARK, LIGHT

WAIT_MS = 20_000
TEMPLATE = "{# Of a test #}{% for m in messages %}{{ m['content'] + \"\U0001f600\" }}{% endfor %}\nend"
BAD = TemplateReport(
    (
        TemplateFinding("parses", FindingLevel.OK, "It can be read."),
        TemplateFinding("end", FindingLevel.PROBLEM, "It does not end.", "mistral-v3"),
        TemplateFinding("roles", FindingLevel.WARNING, "It is odd.", "mistral-v3"),
    )
)
GOOD = TemplateReport((TemplateFinding("parses", FindingLevel.OK, "It can be read."),))


class Desk:
    """A panel with all that is behind it. `answers`: what a check of a template finds; None waits until cancelled."""

    def __init__(self, rig, show):
        self.answers = {"": BAD, "mistral-v3": GOOD}
        self.path = write_tiny_gguf(rig.folder / "models" / "tiny.gguf", template=TEMPLATE)
        self.library = Library(Profile(rig.folder), roots=dict)
        self.installed = InstalledModels(Library(Profile(rig.folder), roots=dict), rig.folder / "chats.db")
        self.check = TemplateCheck(lambda: ScriptedEngine(()), self.look)
        self.panel = show(TemplatePanel(DARK))
        self.installed.known.connect(self.panel.show_known)
        self.desk = TemplateDesk(self.check, self.installed, self.panel, self.panel)

    def look(self, _engine, _path, template, is_stopped):
        answer = self.answers[template]
        while answer is None and not is_stopped():
            pass
        if isinstance(answer, Exception):
            raise answer
        return answer

    def open(self, qtbot):
        with qtbot.waitSignal(self.installed.known, timeout=WAIT_MS):
            self.installed.read_about(ModelChoice(self.path, "tiny"), ())


@pytest.fixture
def made(make_rig, show_in_window, qtbot):
    made = Desk(make_rig(is_started=False), show_in_window)
    made.open(qtbot)
    yield made
    made.check.close()
    made.installed.close()


def press(button):
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def run_check(made, qtbot):
    with qtbot.waitSignal(made.check.checked, timeout=WAIT_MS):
        press(made.panel.check)


def test_every_finding_is_a_line_and_is_remembered(made, qtbot):
    assert made.panel.findings == []
    run_check(made, qtbot)
    lines = [("OK", "It can be read."), ("Problem", "It does not end."), ("Warning", "It is odd.")]
    assert made.panel.findings == lines
    assert made.panel.remark.text().startswith("The template does not suit this model.")
    made.panel.clear()
    assert not made.panel.isVisible()
    made.open(qtbot)
    assert made.panel.findings == lines


def test_what_mends_it_is_kept_and_checked_and_taken_back(made, qtbot):
    run_check(made, qtbot)
    assert made.panel.use_fix.text() == "Use the built-in template mistral-v3 instead"
    with qtbot.waitSignal(made.check.checked, timeout=WAIT_MS):
        press(made.panel.use_fix)
    assert made.library.settings_of(made.path).template == "mistral-v3"
    assert made.panel.findings == [("OK", "It can be read.")]
    assert "mistral-v3 is used instead of the file's own, from the next load on" in made.panel.used.text()
    assert not made.panel.use_fix.isVisible()
    press(made.panel.use_own)
    qtbot.waitUntil(lambda: len(made.panel.findings) == 3, timeout=WAIT_MS)
    assert made.library.settings_of(made.path).template is None
    assert not made.panel.use_own.isVisible()


def test_any_built_in_template_can_be_chosen(made, qtbot):
    made.answers["chatml"] = GOOD
    actions = made.panel.choose.menu().actions()
    assert [action.text() for action in actions] == list(BUILTIN_TEMPLATES)
    with qtbot.waitSignal(made.check.checked, timeout=WAIT_MS):
        actions[0].trigger()
    assert made.library.settings_of(made.path).template == "chatml"
    assert "chatml is used instead" in made.panel.used.text()


def test_a_check_can_be_cancelled_and_says_so(made, qtbot):
    made.answers[""] = None
    press(made.panel.check)
    assert made.panel.check.text() == "Checking… Cancel"
    run_check(made, qtbot)
    assert made.panel.check.text() == "Check the template"
    assert made.panel.remark.text() == "Nothing was checked."


def test_a_failure_is_a_sentence_with_a_next_step(made, qtbot):
    made.answers[""] = ModelNotFound(made.path)
    with qtbot.waitSignal(made.check.failed, timeout=WAIT_MS):
        press(made.panel.check)
    assert "tiny.gguf" in made.panel.remark.text()


def test_the_text_is_folded_and_coloured_in_both_themes(made, qtbot):
    panel = made.panel
    assert not panel.field.isVisible()
    press(panel.show_text)
    assert panel.field.isVisible()
    assert panel.field.toPlainText() == TEMPLATE
    for theme in (DARK, LIGHT):
        panel.set_theme(theme)
        (first, *_) = panel.field.document().firstBlock().layout().formats()
        assert first.format.foreground().color().name() == theme.syntax["comment"]
        last = panel.field.document().firstBlock().layout().formats()[-1]
        assert last.start + last.length == len(TEMPLATE.split("\n", maxsplit=1)[0]) + 1, "the emoji counts twice"
    press(panel.show_text)
    assert not panel.field.isVisible()


def test_a_long_text_is_cut_and_what_is_invisible_is_seen(show_in_window):
    field = show_in_window(TemplateField(DARK))
    field.show_template("\u202e" + "{{ a }}\n" * MAX_CHARS)
    text = field.toPlainText()
    assert len(text) == MAX_CHARS
    assert text[0] == "\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("piece", ["{#", "{{", "{% raw %}", "{{ '", "{{ \"'", "{{ 1", "{% comment %}"])
def test_no_text_takes_long_to_colour(piece):
    spans = list(jinja_spans((piece * MAX_CHARS)[:MAX_CHARS]))  # with the square of its length it would take minutes
    assert all(start < end for start, end, _ in spans)
