# SPDX-License-Identifier: Apache-2.0
"""Where a persona is written."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from leeward.domain.bounds import Limits
from leeward.domain.errors import TargetExists
from leeward.domain.generation import AdapterUse
from leeward.domain.persona import Persona
from leeward.domain.settings import limits_of
from leeward.error_text import describe
from leeward.i18n import mark, tr
from leeward.ui.controls import PlainLabel, TextButton
from leeward.ui.direction import follow_text
from leeward.ui.models_page.setting_fields import OptionalChoice, OptionalNumber, switch
from leeward.ui.personas.samplers_panel import SamplersPanel
from leeward.ui.settings_fields import NumberWords, SettingRow, words_of
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from leeward.bridge.personas import PersonasBridge

_NARROW_PX = 500
_SHOW, _HIDE = mark("Set how words are drawn"), mark("Fold how words are drawn")
_GRAMMAR, _SCHEMA = "grammar", "json_schema"


class PersonaEditor(QDialog):
    """Keeps nothing before Save, and closes when it is kept."""

    def __init__(
        self, personas: "PersonasBridge", persona: Persona, theme: Theme, parent: QWidget, *, old_name: str
    ) -> None:
        """`old_name`: what the persona is called that this one takes the place of; "" for none."""
        super().__init__(parent)
        self.setWindowTitle(tr("Persona: {name}", name=tr(persona.name, "persona")))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._personas = personas
        self._persona = persona
        self._old_name = old_name
        self._theme = theme
        self._rows: list[SettingRow] = []
        self.name = QLineEdit(tr(persona.name, "persona"))
        self.description = QLineEdit(tr(persona.description, "persona"))
        self.prompt = QPlainTextEdit(persona.system_prompt)
        follow_text(self.prompt)
        self.model = QLineEdit(persona.model)
        n_tokens = limits_of("max_tokens").high
        words = NumberWords("max_tokens", tr("Longest answer"), tr("Stop an answer after this many tokens."), 128)
        self.max_tokens = OptionalNumber(words, Limits(1, n_tokens), theme)
        self.reasoning = switch(tr("Think first"), tr("Some models can think before they answer."))
        self.stop = QPlainTextEdit("\n".join(_escaped(each) for each in persona.stop))
        self.form = OptionalChoice(
            tr("Form of the answer"),
            tr("What an answer must look like."),
            {_SCHEMA: tr("JSON schema"), _GRAMMAR: tr("Grammar (GBNF)")},
        )
        self.form_text = QPlainTextEdit(persona.json_schema or persona.grammar)
        self.adapters = QPlainTextEdit("\n".join(f"{each.file}:{each.scale:g}" for each in persona.adapters))
        self.fold = TextButton(tr(_SHOW), "outline")
        self.samplers: SamplersPanel | None = None
        self.remark = PlainLabel("", "muted", is_wrapped=True)
        self.cancel = TextButton(tr("Cancel"), "quiet")
        self.save = TextButton(tr("Save"), "primary")
        self._lay_out()
        self._show()
        personas.saved.connect(self._on_saved)
        personas.failed.connect(self._on_failed)
        self.save.clicked.connect(self._on_save_clicked)
        self.cancel.clicked.connect(self.reject)
        self.fold.toggled.connect(self._on_fold_toggled)
        self.form.edited.connect(self._on_form_edited)
        room = parent.size()
        self.resize(min(620, room.width()), min(680, room.height()))
        self.setMinimumSize(280, 220)
        self.name.setFocus()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.max_tokens.set_theme(theme)
        if self.samplers is not None:
            self.samplers.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        is_narrow = self.width() < _NARROW_PX
        for row in self._rows:
            row.set_narrow(is_narrow=is_narrow)
        if self.samplers is not None:
            self.samplers.set_narrow(is_narrow=is_narrow)

    # What is typed

    def persona(self) -> Persona:
        """Return what is shown. Raises ValueError for what is not allowed."""
        form = self.form.value
        values = {_SCHEMA: "", _GRAMMAR: ""} | ({form: self._form_typed()} if form else {})
        max_tokens = self.max_tokens.value
        return replace(
            self._persona,
            name=_kept(" ".join(self.name.text().split()), self._persona.name),
            description=_kept(self.description.text().strip(), self._persona.description),
            system_prompt=_typed(self.prompt, self._persona.system_prompt),
            model=self.model.text().strip(),
            max_tokens=None if max_tokens is None else int(max_tokens),
            is_reasoning=self.reasoning.value,
            stop=tuple(_unescaped(line) for line in self.stop.toPlainText().splitlines() if line),
            adapters=tuple(_adapter(line) for line in self.adapters.toPlainText().splitlines() if line.strip()),
            sampling=self._persona.sampling if self.samplers is None else self.samplers.values,
            **values,
        )

    def _form_typed(self) -> str:
        return _typed(self.form_text, self._persona.json_schema or self._persona.grammar)

    # Laying out

    def _lay_out(self) -> None:
        self.content = QWidget()
        self.content.setObjectName("form")
        page = self._page = QVBoxLayout(self.content)
        page.setContentsMargins(20, 14, 20, 14)
        page.setSpacing(12)
        self._add_text(self.name, tr("Name"), tr("By which it is chosen."))
        self._add_text(self.description, tr("What it is for"), tr("In a sentence, for the list."))
        self._add_text(self.prompt, tr("Instructions"), tr("Every new chat begins with them."), n_lines=6)
        self._add_text(self.model, tr("Model"), tr("As the list of models calls it. Empty: whichever is loaded."))
        longest = tr("Stop an answer after this many tokens.")
        self._add_row(SettingRow(tr("Longest answer"), longest, self.max_tokens))
        reasoning = tr("Whether a model that can think before it answers does so.")
        self._add_row(SettingRow(tr("Think first"), reasoning, self.reasoning, is_wide=True))
        self._add_text(
            self.stop,
            tr("Stop texts"),
            tr("An answer ends before the first of them. One a line; \\n is a line end."),
            n_lines=2,
        )
        form = tr("What an answer must look like. Free is anything.")
        self._add_row(SettingRow(tr("Form of the answer"), form, self.form, is_wide=True))
        self._add_field(self.form_text, tr("JSON schema or grammar"), n_lines=5)
        adapters = tr("LoRA adapters by file name, from the model folders. One a line; behind a colon how strong.")
        self._add_text(self.adapters, tr("Adapters"), adapters, n_lines=2)
        page.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        page.addStretch(1)
        self.fold.setCheckable(True)
        area = self._area = QScrollArea()
        area.setProperty("kind", "plain")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(tr("Persona"))
        area.setWidget(self.content)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(20, 8, 20, 12)
        bottom.addWidget(self.remark, 1)
        bottom.addWidget(self.cancel)
        bottom.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addLayout(bottom)
        for button in (self.cancel, self.save, self.fold):
            button.setAutoDefault(False)  # Enter in a field must not press a button

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        has_moved = super().focusNextPrevChild(next)
        focused = self.focusWidget()
        if focused is not None and self._area.isAncestorOf(focused):
            self._area.ensureWidgetVisible(focused)
        return has_moved

    def _add_row(self, row: SettingRow) -> None:
        self._rows.append(row)
        self._page.addWidget(row)

    def _add_text(self, field: QLineEdit | QPlainTextEdit, label: str, sentence: str, n_lines: int = 1) -> None:
        self._page.addLayout(words_of(label, sentence))
        field.setAccessibleDescription(sentence)
        self._add_field(field, label, n_lines)

    def _add_field(self, field: QLineEdit | QPlainTextEdit, label: str, n_lines: int) -> None:
        field.setAccessibleName(label)
        if isinstance(field, QPlainTextEdit):
            field.setProperty("kind", "field")
            field.setTabChangesFocus(True)
            field.setFixedHeight(n_lines * field.fontMetrics().lineSpacing() + 18)
        self._page.addWidget(field)

    def _show(self) -> None:
        persona = self._persona
        self.model.setPlaceholderText(tr("Any"))
        self.max_tokens.show_value(persona.max_tokens, None)
        self.reasoning.show_value(persona.is_reasoning, None)
        self.form.show_value(_SCHEMA if persona.json_schema else _GRAMMAR if persona.grammar else None, None)
        self.form.buttons[0].setText(tr("Free", "any form"))
        self.form.buttons[0].setAccessibleName(tr("Form of the answer: Free"))
        self.form_text.setVisible(self.form.value is not None)

    # What is done

    @Slot(object)
    def _on_form_edited(self, form: str | None) -> None:
        self.form_text.setVisible(form is not None)
        if form is not None:
            self.form_text.setFocus()

    @Slot(bool)
    def _on_fold_toggled(self, is_shown: bool) -> None:  # noqa: FBT001 - as the signal has it
        self.fold.setText(tr(_HIDE if is_shown else _SHOW))
        if is_shown and self.samplers is None:
            self.samplers = SamplersPanel(self._theme)
            self.samplers.show_values(self._persona.sampling)
            self._page.insertWidget(self._page.indexOf(self.fold) + 1, self.samplers)
            self._place()
        if self.samplers is not None:
            self.samplers.setVisible(is_shown)

    @Slot()
    def _on_save_clicked(self) -> None:
        try:
            persona = self.persona()
        except ValueError as error:
            self.remark.setText(tr("Not kept: {reason}.", reason=tr(str(error))))
            return
        self._personas.save(persona, self._old_name)

    @Slot(str)
    def _on_saved(self, _name: str) -> None:
        self.accept()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, TargetExists):
            self.remark.setText(tr("There is a persona of that name already. Choose another name."))
        else:
            text = describe(error)
            self.remark.setText(f"{text.sentence} {text.next_step}")


def _kept(text: str, before: str) -> str:
    """Return the text of a line that showed `before`, which is another one in another language."""
    return before if text == tr(before, "persona") else text


def _typed(field: QPlainTextEdit, before: str) -> str:
    """Return the text of a field that showed `before`: exactly that where nothing was typed. Qt knows one line end only."""
    text = field.toPlainText()
    return before if text.splitlines() == before.splitlines() and text.endswith("\n") == before.endswith("\n") else text


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def _unescaped(line: str) -> str:
    marks = {"\\n": "\n", "\\t": "\t", "\\r": "\r", "\\\\": "\\"}
    out, at = [], 0
    while at < len(line):
        pair = line[at : at + 2]
        out.append(marks.get(pair, line[at]))
        at += 2 if pair in marks else 1
    return "".join(out)


def _adapter(line: str) -> AdapterUse:
    file, colon, scale = line.strip().rpartition(":")
    try:
        return AdapterUse(file.strip(), float(scale)) if colon else AdapterUse(scale, 1.0)
    except ValueError as error:
        raise ValueError(tr("behind the colon of an adapter stands a number")) from error
