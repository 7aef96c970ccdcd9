# SPDX-License-Identifier: Apache-2.0
"""Who answers: the list of personas, and what can be done with one."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from leeward.domain.errors import PersonaUnreadable, TargetExists
from leeward.domain.persona import Persona, name_key
from leeward.domain.samplers import SAMPLER_OF
from leeward.error_text import describe
from leeward.i18n import mark, number, tr
from leeward.storage.personas import KeptPersona, file_name
from leeward.ui.controls import PlainLabel, TextButton
from leeward.ui.direction import line_start
from leeward.ui.personas.editor import PersonaEditor
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from leeward.bridge.personas import PersonasBridge

_WIDTH_PX, _HEIGHT_PX = 620, 600
_LOW_PX = 400
_DETAILS_LINES = 7
_KINDS = mark("Personas (*.toml);;All files (*)")
_MAX_SHOWN = 600


class PersonasDialog(QDialog):
    """Every change acts at once. `editor`: while one is written."""

    def __init__(self, personas: "PersonasBridge", theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Personas"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._personas = personas
        self._theme = theme
        self._kept: dict[str, KeptPersona] = {}
        self.editor: PersonaEditor | None = None
        self._wanted = ""  # to be chosen when it is listed
        self._deleted: Persona | None = None
        about = tr(
            "A persona is instructions, and how the model answers, under one name. New chats begin with its instructions."
        )
        self.about = PlainLabel(about, "muted", is_wrapped=True)
        self.list = QListWidget()
        self.description = PlainLabel("", is_wrapped=True)
        self.details = PlainLabel("", "muted", is_wrapped=True)
        self.use = TextButton(tr("Use"), "primary")
        self.edit = TextButton(tr("Edit…"))
        self.new = TextButton(tr("New…"))
        self.add = TextButton(tr("Import…"))
        self.export = TextButton(tr("Export…"))
        self.remove = TextButton(tr("Delete"))
        self.remark = PlainLabel("", "muted", is_wrapped=True)
        self.undo = TextButton(tr("Undo"), "quiet")
        self.done_button = TextButton(tr("Done"), "outline")
        self._lay_out()
        self._connect()
        room = parent.size()
        self.resize(min(_WIDTH_PX, room.width() - 16), min(_HEIGHT_PX, room.height() - 16))
        self.setMinimumSize(280, 220)
        self.list.setFocus()
        personas.refresh()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.editor is not None:
            self.editor.set_theme(theme)

    def _lay_out(self) -> None:
        self.list.setProperty("kind", "parts")
        self.list.setAccessibleName(tr("Personas"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(72)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(self.about)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.description)
        layout.addWidget(self._details_area())
        for buttons in ((self.use, self.edit, self.new), (self.add, self.export, self.remove)):
            line = QHBoxLayout()
            line.setSpacing(8)
            for button in buttons:
                button.setAutoDefault(False)
                line.addWidget(button)
            line.addStretch(1)
            layout.addLayout(line)
        line.addWidget(self.done_button)
        self.done_button.setAutoDefault(False)
        said = QHBoxLayout()
        said.addWidget(self.remark, 1)
        said.addWidget(self.undo)
        layout.addLayout(said)
        self.undo.setAutoDefault(False)
        self.undo.hide()
        self.remark.hide()

    def _details_area(self) -> QScrollArea:
        area = self.area = QScrollArea()
        area.setProperty("kind", "plain")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setAccessibleName(tr("What it says"))
        self.details.setObjectName("form")
        self.details.setAlignment(line_start() | Qt.AlignmentFlag.AlignTop)
        area.setWidget(self.details)
        area.setFixedHeight(_DETAILS_LINES * self.details.fontMetrics().lineSpacing())
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Leave out what can be read elsewhere where the window is low."""
        is_low = self.height() < _LOW_PX
        self.about.setVisible(not is_low)
        self.description.setVisible(not is_low and bool(self.description.text()))
        self.area.setVisible(not is_low and bool(self.details.text()))
        self.list.scrollToItem(self.list.currentItem())

    def _connect(self) -> None:
        personas = self._personas
        personas.listed.connect(self._on_listed)
        personas.changed.connect(self._on_changed)
        personas.saved.connect(self._on_saved)
        personas.exported.connect(lambda path: self._say(tr("Written: {name}", name=path.name)))
        personas.failed.connect(self._on_failed)
        self.list.currentItemChanged.connect(self._show_chosen)
        self.list.itemActivated.connect(lambda _item: self._on_use())
        self.use.clicked.connect(self._on_use)
        self.edit.clicked.connect(self._on_edit)
        self.new.clicked.connect(lambda: self._open_editor(None))
        self.add.clicked.connect(self._on_add)
        self.export.clicked.connect(self._on_export)
        self.remove.clicked.connect(self._on_remove)
        self.undo.clicked.connect(self._on_undo)
        self.done_button.clicked.connect(self.accept)

    # What is there

    @property
    def chosen(self) -> KeptPersona | None:
        """The one whose line is chosen; None for the line of none."""
        item = self.list.currentItem()
        return None if item is None else self._kept.get(item.data(Qt.ItemDataRole.UserRole))

    @Slot(object, object)
    def _on_listed(self, kept: Sequence[KeptPersona], problems: Sequence[PersonaUnreadable]) -> None:
        item = self.list.currentItem()
        key = self._wanted or (self._active_key if item is None else item.data(Qt.ItemDataRole.UserRole))
        self._wanted = ""
        self._kept = {name_key(each.persona.name): each for each in kept}
        self.list.blockSignals(True)
        self.list.clear()
        for each in ("", *self._kept):
            line = QListWidgetItem()
            line.setData(Qt.ItemDataRole.UserRole, each)
            self.list.addItem(line)
            if each == key:
                self.list.setCurrentItem(line)
        if self.list.currentItem() is None:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._show_names()
        if problems:
            text = describe(problems[0])
            self._say(f"{text.sentence} {text.next_step}")

    @property
    def _active_key(self) -> str:
        active = self._personas.active
        return name_key(active.name) if active else ""

    def _show_names(self) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            key = item.data(Qt.ItemDataRole.UserRole)
            kept = self._kept.get(key)
            words = [tr(kept.persona.name, "persona") if kept else tr("None: the model and the settings decide")]
            words += [tr("yours")] if kept and not kept.is_ready else []
            words += [tr("in use")] if key == self._active_key else []
            item.setText(" · ".join(words))
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        kept = self.chosen
        item = self.list.currentItem()
        is_active = item is not None and item.data(Qt.ItemDataRole.UserRole) == self._active_key
        self.use.setText(tr("In use") if is_active else tr("Use"))
        self.use.setEnabled(not is_active)
        self.edit.setEnabled(kept is not None)
        self.export.setEnabled(kept is not None)
        self.remove.setEnabled(kept is not None and not kept.is_ready)
        self.details.setText(_details(kept.persona) if kept else "")
        self.description.setText(tr(kept.persona.description, "persona") if kept else "")
        self._place()

    # What is done

    @Slot()
    def _on_use(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            kept = self._kept.get(item.data(Qt.ItemDataRole.UserRole))
            self._personas.use(kept.persona.name if kept else "")

    @Slot(object)
    def _on_changed(self, active: Persona | None) -> None:
        self._show_names()
        if active is None:
            self._say(tr("The model and the settings decide again."))
        else:
            self._say(tr("{name} answers from now on.", name=tr(active.name, "persona")))

    @Slot()
    def _on_edit(self) -> None:
        if self.chosen is not None:
            self._open_editor(self.chosen)

    def _open_editor(self, kept: KeptPersona | None) -> None:
        persona = kept.persona if kept else Persona(name="New")
        # A ready one stays as it is: what is made of it lies over it.
        old_name = persona.name if kept and not kept.is_ready else ""
        self.editor = PersonaEditor(self._personas, persona, self._theme, self, old_name=old_name)
        self.editor.finished.connect(self._on_editor_finished)
        if kept is None:
            self.editor.setWindowTitle(tr("New persona"))
            self.editor.name.clear()
        self.editor.open()

    @Slot()
    def _on_editor_finished(self) -> None:
        self.editor = None
        self.list.setFocus()

    @Slot(str)
    def _on_saved(self, name: str) -> None:
        self._wanted = name_key(name)
        self._say(tr("Kept: {name}", name=tr(name, "persona")))

    @Slot()
    def _on_add(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("Import a persona"), str(Path.home()), tr(_KINDS))
        if chosen:
            self._personas.add_from(Path(chosen))

    @Slot()
    def _on_export(self) -> None:
        kept = self.chosen
        if kept is None:
            return
        usual = Path.home() / file_name(kept.persona.name)
        chosen, _kind = QFileDialog.getSaveFileName(self, tr("Export the persona"), str(usual), tr(_KINDS))
        if chosen:
            self._personas.export(kept.persona, Path(chosen))

    @Slot()
    def _on_remove(self) -> None:
        kept = self.chosen
        if kept is not None:
            self._personas.remove(kept.persona.name)
            self._say(tr("Deleted: {name}", name=tr(kept.persona.name, "persona")))
            self._deleted = kept.persona
            self.undo.show()

    @Slot()
    def _on_undo(self) -> None:
        if self._deleted is not None:
            self._personas.save(self._deleted)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self.editor is not None:
            return  # it says so itself
        text = describe(error)
        if isinstance(error, TargetExists):
            words = tr("There is a persona of that name already. Delete it first, or give the other one another name.")
            self._say(words)
        else:
            self._say(f"{text.sentence} {text.next_step}")

    def _say(self, text: str) -> None:
        self.undo.hide()
        self.remark.setText(text)
        self.remark.setVisible(bool(text))


def _details(persona: Persona) -> str:
    """Return the instructions, and in a line what else it says."""
    facts = [
        tr("Model {name}", name=persona.model) if persona.model else "",
        tr("Adapters {names}", names=tr(", ").join(each.file for each in persona.adapters)) if persona.adapters else "",
        tr("Answers as JSON") if persona.json_schema else tr("Answers by a grammar") if persona.grammar else "",
        tr("At most {n:,} tokens", n=persona.max_tokens) if persona.max_tokens else "",
        *(f"{tr(SAMPLER_OF[name].label)} {_short(value)}" for name, value in persona.sampling.items()),
    ]
    prompt = " ".join(persona.system_prompt.split())
    shown = prompt if len(prompt) <= _MAX_SHOWN else f"{prompt[:_MAX_SHOWN]}…"
    return "\n".join(filter(None, [shown, " · ".join(filter(None, facts))]))


def _short(value: object) -> str:
    return number(value, "g") if isinstance(value, int | float) else str(value)[:40]
