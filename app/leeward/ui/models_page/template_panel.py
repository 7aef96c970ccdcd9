# SPDX-License-Identifier: Apache-2.0
"""The chat template of a model here: a check of it, another one in its place, and its text."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from leeward.bridge.installed import AboutChoice
from leeward.domain.model_info import FileKind
from leeward.domain.model_settings import BUILTIN_TEMPLATES
from leeward.domain.queries import FindingLevel, TemplateFinding, TemplateReport
from leeward.error_text import describe
from leeward.i18n import mark, tr
from leeward.ui.controls import PlainLabel, TextButton, plain_menu_text
from leeward.ui.models_page.template_field import MAX_CHARS, TemplateField
from leeward.ui.theme import Theme

_WORDS = {FindingLevel.OK: mark("OK"), FindingLevel.WARNING: mark("Warning"), FindingLevel.PROBLEM: mark("Problem")}
_SUMMARIES = {
    FindingLevel.OK: mark("The template is in order."),
    FindingLevel.WARNING: mark("The template works, with reservations."),
    FindingLevel.PROBLEM: mark("The template does not suit this model."),
}
_SHOW, _HIDE = mark("Show the template"), mark("Hide the template")


class TemplatePanel(QWidget):
    """Signals:
    check_requested(Path, str)      a model, and the template that is used instead of its own, "" for none
    cancel_requested()
    template_requested(Path, str)   use this built-in template; "" for the file's own
    """

    check_requested = Signal(object, str)
    cancel_requested = Signal()
    template_requested = Signal(object, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._path: Path | None = None
        self._template = ""
        self._text = ""
        self._fix = ""
        self._is_checking = False
        self._labels: list[PlainLabel] = []
        self.heading = PlainLabel(tr("Chat template"), "section")
        self.used = PlainLabel("", "muted", is_wrapped=True)
        self.check = TextButton("", "outline")
        self.remark = PlainLabel("", "", is_wrapped=True)
        self.use_fix = TextButton(tr("Use a built-in template instead"), "outline")
        self.choose = TextButton(tr("Choose a built-in template"), "quiet")
        self.use_own = TextButton(tr("Back to the file's own template"), "outline")
        self.show_text = TextButton(tr(_SHOW), "quiet")
        self.show_text.setCheckable(True)
        self.field = TemplateField(theme)
        cut = tr("It is longer: only the first {n:,} characters are shown.", n=MAX_CHARS)
        self.cut = PlainLabel(cut, "muted", is_wrapped=True)
        self._grid = QGridLayout()
        self._lay_out()
        self.check.clicked.connect(self._on_check_clicked)
        self.use_fix.clicked.connect(lambda: self._want(self._fix))
        self.use_own.clicked.connect(lambda: self._want(""))
        self.choose.setMenu(self._menu())
        self.show_text.toggled.connect(self._on_show_toggled)
        self.clear()

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(8)
        left = Qt.AlignmentFlag.AlignLeft
        layout.addWidget(self.heading)
        layout.addWidget(self.used)
        layout.addWidget(self.check, 0, left)
        layout.addWidget(self.remark)
        layout.addLayout(self._grid)
        for button in (self.use_fix, self.use_own, self.choose, self.show_text):
            layout.addWidget(button, 0, left)
        layout.addWidget(self.field)
        layout.addWidget(self.cut)

    @property
    def path(self) -> Path | None:
        """The model whose template it is."""
        return self._path

    @property
    def template(self) -> str:
        """What is used instead of the file's own; "" for none."""
        return self._template

    @property
    def findings(self) -> list[tuple[str, str]]:
        """What is shown: words and sentences."""
        texts = [label.text() for label in self._labels]
        return list(zip(texts[::2], texts[1::2], strict=True))

    def set_theme(self, theme: Theme) -> None:
        self.field.set_theme(theme)

    def clear(self) -> None:
        self._path, self._template, self._text = None, "", ""
        self.show_text.setChecked(False)
        self.field.hide()
        self.cut.hide()
        self.show_report(None)
        self.show_running(None)
        self.hide()

    def show_known(self, known: AboutChoice) -> None:
        """Show it for a model that is here. The same one again keeps what was found and unfolded."""
        about = known.about
        if about is None or about.info.kind is not FileKind.MODEL or not known.choice.is_there:
            self.clear()
            return
        if known.choice.path != self._path:
            self.clear()
        self._path, self._text = known.choice.path, about.info.chat_template
        self.show_text.setVisible(bool(self._text))
        self.show()
        self.show_template(known.settings.template or "")

    def show_template(self, template: str) -> None:
        """Say which one is used. `template`: see `template`."""
        self._template = template
        name = template if "{" not in template else ""
        if name:
            shown = plain_menu_text(name)[:40]
            words = tr(
                "The built-in template {name} is used instead of the file's own, from the next load on.", name=shown
            )
        elif template:
            words = tr("A text of your own is used instead of the file's own, from the next load on.")
        else:
            words = tr("The file's own is used.") if self._text else tr("The file has none.")
        self.used.setText(words)
        self.use_own.setVisible(bool(template))

    def show_report(self, report: TemplateReport | None, *, is_cancelled: bool = False) -> None:
        """Show what was found; None where nothing is known yet."""
        self._begin(tr("Nothing was checked.") if is_cancelled else "")
        if report is None:
            return
        is_tried = any(finding.check == "echo" for finding in report.findings)
        summary = tr(_SUMMARIES[report.level])
        self._remark(summary if is_tried else f"{summary} {tr('The model was not asked anything yet.')}")
        for number, finding in enumerate(report.findings):
            self._add(number, finding)
        self._fix = _fix_of(report.findings, self._template)
        self.use_fix.setText(tr("Use the built-in template {name} instead", name=plain_menu_text(self._fix)))
        self.use_fix.setVisible(bool(self._fix))

    def show_error(self, error: Exception) -> None:
        text = describe(error)
        self._begin(f"{text.sentence} {text.next_step}")

    def show_running(self, running: Path | None) -> None:
        """Say what is being checked, this model or another one."""
        self._is_checking = running is not None
        if running is None:
            self.check.setText(tr("Check the template"))
        elif running == self._path:
            self.check.setText(tr("Checking… Cancel"))
        else:
            self.check.setText(tr("Another model is being checked… Cancel"))

    def _begin(self, remark: str) -> None:
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        self._fix = ""
        self.use_fix.hide()
        self._remark(remark)

    def _remark(self, text: str) -> None:
        self.remark.setText(text)
        self.remark.setVisible(bool(text))

    def _add(self, number: int, finding: TemplateFinding) -> None:
        word = PlainLabel(tr(_WORDS[finding.level]), "verdict")
        sentence = PlainLabel(finding.sentence, is_wrapped=True)
        word.setProperty("verdict", finding.level.value)
        sentence.setAccessibleName(f"{word.text()}: {sentence.text()}")
        self._grid.addWidget(word, number, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(sentence, number, 1)
        self._labels += [word, sentence]

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for name in BUILTIN_TEMPLATES:
            menu.addAction(name)
        menu.triggered.connect(lambda action: self._want(action.text()))
        return menu

    def _want(self, template: str) -> None:
        if self._path is not None:
            self.template_requested.emit(self._path, template)

    @Slot()
    def _on_check_clicked(self) -> None:
        if self._is_checking:
            self.cancel_requested.emit()
        elif self._path is not None:
            self.check_requested.emit(self._path, self._template)

    @Slot(bool)
    def _on_show_toggled(self, is_shown: bool) -> None:  # noqa: FBT001 - as the signal has it
        self.show_text.setText(tr(_HIDE if is_shown else _SHOW))
        self.field.show_template(self._text if is_shown else "")
        self.field.setVisible(is_shown)
        self.cut.setVisible(is_shown and len(self._text) > MAX_CHARS)


def _fix_of(findings: Iterable[TemplateFinding], used: str) -> str:
    """Return the template that would mend the first of what can be mended; "" where that one is used already."""
    return next((finding.fix for finding in findings if finding.fix and finding.fix != used), "")
