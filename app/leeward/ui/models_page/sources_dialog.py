# SPDX-License-Identifier: Apache-2.0
"""Where models come from: folders and files that are read in place, other programs on this computer, and model packs."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from leeward.error_text import describe
from leeward.i18n import mark, tr
from leeward.library.entries import FOLDER, PROGRAM_NAMES
from leeward.library.sources import PROGRAM, Source, source_text
from leeward.ui.controls import ElidedLabel, IconButton, PlainLabel, TextButton, plain_tooltip
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from leeward.bridge.installed import InstalledModels

_WIDTH_PX, _HEIGHT_PX = 620, 640
_LOOKING = mark("Looking what is there…")


class SourcesDialog(QDialog):
    """Every change acts at once. No file of a model is touched here.

    Signals:
        pack_requested()     make a model pack
        unpack_requested()   open a model pack
    """

    pack_requested = Signal()
    unpack_requested = Signal()

    def __init__(self, installed: "InstalledModels", theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Where models come from"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._installed = installed
        self._theme = theme
        self.places: dict[Path | str, _PlaceRow] = {}
        self.programs = {program: _ProgramRow(name) for program, name in PROGRAM_NAMES.items()}
        self.not_found = PlainLabel("", "muted", is_wrapped=True)
        self.add_folder = TextButton(tr("Add a folder…"))
        self.add_file = TextButton(tr("Add a file…"))
        self.make_pack = TextButton(tr("Make a model pack…"))
        self.open_pack = TextButton(tr("Open a model pack…"))
        self.remark = PlainLabel(tr(_LOOKING), "muted", is_wrapped=True)
        self.done_button = TextButton(tr("Done"), "primary")
        self._lay_out()
        self._connect()
        room = parent.size()
        self.resize(min(_WIDTH_PX, room.width() - 16), min(_HEIGHT_PX, room.height() - 16))
        self.setMinimumSize(280, 220)
        self.done_button.setDefault(True)
        self.add_folder.setFocus()
        installed.read_sources()

    def _lay_out(self) -> None:
        form = QWidget()
        form.setObjectName("form")
        page = QVBoxLayout(form)
        page.setContentsMargins(20, 14, 20, 14)
        page.setSpacing(8)
        self._place_rows = QVBoxLayout()
        self._place_rows.setSpacing(6)
        page.addWidget(PlainLabel(tr("FOLDERS AND FILES"), "section"))
        in_place = tr("Models are used where they lie, also on other drives.")
        page.addWidget(PlainLabel(in_place, "muted", is_wrapped=True))
        page.addLayout(self._place_rows)
        page.addLayout(_side_by_side(self.add_folder, self.add_file))
        page.addSpacing(4)
        page.addWidget(_line())
        page.addWidget(PlainLabel(tr("OTHER PROGRAMS"), "section"))
        promise = tr("Ticked ones are listed and used where they lie. Leeward never changes, moves or deletes them.")
        page.addWidget(PlainLabel(promise, "muted", is_wrapped=True))
        for row in self.programs.values():
            page.addWidget(row)
        page.addWidget(self.not_found)
        page.addSpacing(4)
        page.addWidget(_line())
        page.addWidget(PlainLabel(tr("MODEL PACKS"), "section"))
        about = tr("A folder with models and their hashes, for a USB stick. Nothing of it goes over a network.")
        page.addWidget(PlainLabel(about, "muted", is_wrapped=True))
        page.addLayout(_side_by_side(self.make_pack, self.open_pack))
        page.addStretch(1)
        scroll = self._scroll = QScrollArea()
        scroll.setProperty("kind", "plain")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(tr("Where models come from"))
        scroll.setWidget(form)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(20, 8, 20, 14)
        bottom.addWidget(self.remark, 1)
        bottom.addWidget(self.done_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        installed = self._installed
        installed.sources_read.connect(self._on_sources_read)
        installed.added.connect(self._on_added)
        installed.not_added.connect(self._on_not_added)
        installed.source_not_changed.connect(self.show_error)
        installed.failed.connect(self.show_error)
        self.add_folder.clicked.connect(self._on_add_folder)
        self.add_file.clicked.connect(self._on_add_file)
        self.make_pack.clicked.connect(self.pack_requested)
        self.open_pack.clicked.connect(self.unpack_requested)
        self.done_button.clicked.connect(self.accept)
        for program, row in self.programs.items():
            row.box.clicked.connect(self._tick(program))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        has_moved = super().focusNextPrevChild(next)
        focused = self.focusWidget()
        if focused is not None and self._scroll.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused)  # also when it comes from the button below
        return has_moved

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for row in self.places.values():
            row.forget.set_theme(theme)

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        text = describe(error)
        self.remark.setText(f"{text.sentence} {text.next_step}")

    # What is there

    @Slot(object)
    def _on_sources_read(self, sources: Sequence[Source]) -> None:
        if self.remark.text() == tr(_LOOKING):
            self.remark.setText("")
        self._show_places([each for each in sources if each.kind != PROGRAM])
        found = {each.what: each for each in sources if each.kind == PROGRAM}
        for program, row in self.programs.items():
            row.setVisible(program in found)
            if program in found:
                row.show_source(found[program])
        others = [name for program, name in PROGRAM_NAMES.items() if program not in found]
        self.not_found.setText(tr("Not found here: {names}.", names=tr(", ").join(others)))
        self.not_found.setVisible(bool(others))

    def _show_places(self, places: Sequence[Source]) -> None:
        for what in set(self.places) - {each.what for each in places}:
            row = self.places.pop(what)
            if row.forget.hasFocus():
                self.add_folder.setFocus()
            self._place_rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        for source in places:
            if source.what not in self.places:
                row = _PlaceRow(source, self._theme)
                row.forget.clicked.connect(self._forget(source.what))
                self.places[source.what] = row
                self._place_rows.addWidget(row)
                QWidget.setTabOrder(row.forget, self.add_folder)
            self.places[source.what].show_source(source)

    # What is changed

    @Slot()
    def _on_add_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Add a folder of models"), str(Path.home()))
        if chosen:
            self._installed.add(Path(chosen))

    @Slot()
    def _on_add_file(self) -> None:
        kinds = tr("GGUF models (*.gguf);;All files (*)")
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("Add a model file"), str(Path.home()), kinds)
        if chosen:
            self._installed.add(Path(chosen))

    @Slot(object)
    def _on_added(self, path: Path) -> None:
        self.remark.setText(tr("Listed from now on, and left where it lies: {name}", name=path.name))
        self._installed.read_sources()

    @Slot(object, object)
    def _on_not_added(self, _path: Path, error: Exception) -> None:
        self.show_error(error)

    def _tick(self, program: str) -> Callable[[bool], None]:
        def act(is_ticked: bool) -> None:  # noqa: FBT001 - what Qt's signal says
            self.remark.setText("")
            if is_ticked:
                self._installed.add_program(program)
            else:
                self._installed.forget(program)

        return act

    def _forget(self, what: Path | str) -> Callable[[], None]:
        def act() -> None:
            self.remark.setText(tr("Taken off the list. Its files stay."))
            self._installed.forget(what)

        return act


class _PlaceRow(QWidget):
    """A folder or a single file."""

    def __init__(self, source: Source, theme: Theme) -> None:
        super().__init__()
        self.name = ElidedLabel(source.name, "strong")
        self.name.setToolTip(plain_tooltip(source.name))
        self.facts = PlainLabel("", "muted", is_wrapped=True)
        self.forget = IconButton("x", tr("Take {name} off the list", name=source.name), theme)
        self.forget.setVisible(not source.is_own)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.name)
        words.addWidget(self.facts)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(words, 1)
        layout.addWidget(self.forget)

    def show_source(self, source: Source) -> None:
        what = tr("downloads go here") if source.is_own else ("" if source.kind == FOLDER else tr("a single file"))
        self.facts.setText(" · ".join(part for part in (what, source_text(source)) if part))


class _ProgramRow(QWidget):
    """Another program: a box to list its models, and where they are."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.box = QCheckBox(name)
        self.box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.facts = PlainLabel("", "muted", is_wrapped=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(self.box)
        layout.addWidget(self.facts)
        self.facts.setContentsMargins(26, 0, 0, 0)
        self.hide()

    def show_source(self, source: Source) -> None:
        self.box.setChecked(source.is_listed)
        places = tr(", ").join(map(str, source.places))
        self.facts.setText(" · ".join(part for part in (source_text(source), places) if part))
        self.box.setAccessibleDescription(self.facts.text())


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "line")
    return line


def _side_by_side(*buttons: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return line
