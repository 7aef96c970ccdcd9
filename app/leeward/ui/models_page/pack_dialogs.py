# SPDX-License-Identifier: Apache-2.0
"""Makes a model pack out of models that are here, and takes the models of a pack in. Nothing of it uses a network."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from leeward.bridge.models import ModelChoice
from leeward.error_text import describe
from leeward.i18n import plural, tr
from leeward.library.about import what_text
from leeward.library.entries import projectors_of
from leeward.library.in_words import size_text
from leeward.library.pace import Progress
from leeward.library.pack import Manifest, Room
from leeward.ui.controls import ElidedLabel, PlainLabel, TextButton
from leeward.ui.models_page.download_row import progress_text, share_of
from leeward.ui.models_page.rows import license_text

if TYPE_CHECKING:
    from leeward.bridge.packs import Packs

_WIDTH_PX, _HEIGHT_PX = 560, 520
_CHOICE_ROLE = Qt.ItemDataRole.UserRole


class _CheckList(QListWidget):
    """Enter ticks as Space does (it would press a button of the dialog else), and so does a click on the words."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif item is not None:
            _toggle(item)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        before = item.checkState() if item is not None else None
        super().mouseReleaseEvent(event)
        if item is not None and item.checkState() is before:
            _toggle(item)


class _PackDialog(QDialog):
    """A list of models, a line about room, how far it is, and two buttons. Stays open while it works."""

    def __init__(self, packs: "Packs", title: str, deed: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._packs = packs
        self._is_running = False
        self.models = _CheckList()
        self.models.setProperty("kind", "parts")
        self.models.setAccessibleName(tr("Models"))
        self.remark = PlainLabel("", is_wrapped=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(title)
        self.progress = ElidedLabel("", "muted")
        self.deed = TextButton(deed, "primary")
        self.close_button = TextButton(tr("Cancel"), "outline")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.deed)
        self.content = QVBoxLayout()
        self.content.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(8)
        layout.addLayout(self.content, 1)
        for widget in (self.remark, self.bar, self.progress):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.bar.hide()
        self.progress.hide()
        self.deed.setEnabled(False)
        self.deed.clicked.connect(self._on_deed)
        self.close_button.clicked.connect(self.reject)
        packs.progressed.connect(self._on_progressed)
        packs.stopped.connect(self._on_stopped)
        packs.failed.connect(self._on_failed)
        room = parent.size()
        self.resize(min(_WIDTH_PX, room.width() - 16), min(_HEIGHT_PX, room.height() - 16))
        self.setMinimumSize(280, 200)

    @property
    def is_running(self) -> bool:
        return self._is_running

    def reject(self) -> None:
        """Stop what runs, and stay to say so; else close."""
        if self._is_running:
            self.close_button.setEnabled(False)
            self._packs.cancel()
        else:
            super().reject()

    def _on_deed(self) -> None:
        raise NotImplementedError

    def _set_running(self, *, is_running: bool) -> None:
        self._is_running = is_running
        self.models.setEnabled(not is_running)
        self.deed.setEnabled(not is_running)
        self.close_button.setEnabled(True)
        self.close_button.setText(tr("Stop") if is_running else tr("Close"))
        for widget in (self.bar, self.progress):
            widget.setVisible(is_running)
        if is_running:
            self.bar.setValue(0)
            self.progress.set_full_text("")

    def _finish(self, words: str) -> None:
        self._set_running(is_running=False)
        self.remark.setText(words)
        self.deed.hide()
        self.close_button.setFocus()

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        if self._is_running:
            self.bar.setValue(round(1000 * share_of(progress)))
            self.progress.set_full_text(progress_text(progress))

    @Slot()
    def _on_stopped(self) -> None:
        self._set_running(is_running=False)
        words = tr("Stopped: nothing was added. What was copied is kept, and the next try goes on behind it.")
        self.remark.setText(words)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        text = describe(error)
        self._set_running(is_running=False)
        self.remark.setText(f"{text.sentence} {text.next_step}")


class MakePackDialog(_PackDialog):
    """Asks which models, and for the folder."""

    def __init__(self, packs: "Packs", choices: Sequence[ModelChoice], parent: QWidget) -> None:
        super().__init__(packs, tr("Make a model pack"), tr("Make the pack"), parent)
        self._folder: Path | None = None
        self.folder = ElidedLabel(tr("No folder chosen yet"), "muted")
        self.choose_folder = TextButton(tr("Choose a folder…"))
        for choice in choices:
            item = QListWidgetItem(_words_of(choice))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(_CHOICE_ROLE, choice)
            self.models.addItem(item)
        where = QHBoxLayout()
        where.addWidget(self.folder, 1)
        where.addWidget(self.choose_folder)
        self.content.addWidget(PlainLabel(tr("Which models are to be in it?"), "strong"))
        self.content.addWidget(self.models, 1)
        self.content.addLayout(where)
        self.remark.setText(tr("The models are copied with their hashes. The folder can be on a USB stick."))
        self.models.setCurrentRow(0)
        self.models.setFocus()
        self.models.itemChanged.connect(self._on_ticked)
        self.choose_folder.clicked.connect(self._on_choose_folder)
        packs.measured.connect(self._on_measured)
        packs.made.connect(self._on_made)

    @property
    def chosen(self) -> list[ModelChoice]:
        items = [self.models.item(row) for row in range(self.models.count())]
        return [item.data(_CHOICE_ROLE) for item in items if item.checkState() is Qt.CheckState.Checked]

    @Slot(QListWidgetItem)
    def _on_ticked(self, item: QListWidgetItem) -> None:
        entry = item.data(_CHOICE_ROLE).entry
        # What a model sees with lies beside it; in the model folder itself it may be that of any model.
        if entry is not None and entry.path.parent != entry.root and item.checkState() is Qt.CheckState.Checked:
            items = [self.models.item(row) for row in range(self.models.count())]
            known = {other.data(_CHOICE_ROLE).path: other for other in items}
            entries = [choice.entry for other in items if (choice := other.data(_CHOICE_ROLE)).entry is not None]
            for projector in projectors_of(entry, entries):
                known[projector.path].setCheckState(Qt.CheckState.Checked)
        self._measure()

    @Slot()
    def _on_choose_folder(self) -> None:
        title, start = tr("Folder for the model pack"), str(self._folder or Path.home())
        chosen = QFileDialog.getExistingDirectory(self, title, start)
        if chosen:
            self._folder = Path(chosen)
            self.folder.set_full_text(chosen)
            self._measure()

    @Slot()
    def _measure(self, *_anything: object) -> None:
        self.deed.setEnabled(False)
        if self._folder is None or not self.chosen:
            self.remark.setText(tr("Choose at least one model, and the folder for the pack."))
        else:
            self._packs.measure(self.chosen, self._folder)

    @Slot(object)
    def _on_measured(self, room: Room) -> None:
        if self._is_running or not self.chosen:
            return
        self.remark.setText(_words_of_room(room))
        self.deed.setEnabled(True)

    @Slot()
    def _on_deed(self) -> None:
        if self._folder is not None:
            self._set_running(is_running=True)
            self.choose_folder.setEnabled(False)
            self.remark.setText(tr("Copying, and counting the hashes…"))
            self._packs.make(self.chosen, self._folder)

    def _set_running(self, *, is_running: bool) -> None:
        super()._set_running(is_running=is_running)
        self.choose_folder.setEnabled(not is_running)

    @Slot(object)
    def _on_made(self, manifest: Manifest) -> None:
        words = plural(
            "The pack is ready: {n} model with hashes in {folder}.",
            "The pack is ready: {n} models with hashes in {folder}.",
            len(manifest.models),
            folder=self._folder,
        )
        self._finish(words)
        self.choose_folder.hide()


class OpenPackDialog(_PackDialog):
    """Shows what a pack holds before anything is taken in."""

    def __init__(self, packs: "Packs", folder: Path, parent: QWidget) -> None:
        super().__init__(packs, tr("Open a model pack"), tr("Verify and add"), parent)
        self._folder = folder
        self._n_models = 0
        self.content.addWidget(ElidedLabel(str(folder), "strong"))
        self.content.addWidget(self.models, 1)
        self.remark.setText(tr("Reading what is in it…"))
        packs.opened.connect(self._on_opened)
        packs.unpacked.connect(self._on_unpacked)
        packs.open(folder)

    @Slot(object, object)
    def _on_opened(self, manifest: Manifest, room: Room) -> None:
        for model in manifest.models:
            size = size_text(sum(file.size_bytes for file in model.files))
            item = QListWidgetItem(f"{model.name} · {size} · {license_text(model.license)}")
            self.models.addItem(item)
        self._n_models = len(manifest.models)
        if self._n_models:
            self.remark.setText(_words_of_room(room, self._packs.models_folder))
        else:
            self.remark.setText(tr("This pack is empty."))
        self.deed.setEnabled(self._n_models > 0)
        self.deed.setFocus()

    @Slot()
    def _on_deed(self) -> None:
        self._set_running(is_running=True)
        self.remark.setText(tr("Copying, and comparing every hash. Nothing is added before all of them are right."))
        self._packs.unpack(self._folder)

    @Slot(object)
    def _on_unpacked(self, paths: tuple[Path, ...]) -> None:
        self._finish(
            plural(
                "{n} model is here now. Every hash was right.",
                "{n} models are here now. Every hash was right.",
                len(paths),
            )
        )

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        super()._on_failed(error)
        self.deed.setEnabled(self._n_models > 0)


def _toggle(item: QListWidgetItem) -> None:
    if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
        is_checked = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if is_checked else Qt.CheckState.Checked)


def _words_of(choice: ModelChoice) -> str:
    entry = choice.entry
    parts = (choice.name, size_text(entry.size_bytes) if entry else "", what_text(entry) if entry else "")
    return " · ".join(part for part in parts if part)


def _words_of_room(room: Room, folder: Path | None = None) -> str:
    needed, free = size_text(room.needed_bytes), size_text(room.free_bytes)
    if folder is None:
        words = tr("Needs {needed}; {free} is free there.", needed=needed, free=free)
    else:
        words = tr("Needs {needed}; {free} is free in {folder}.", needed=needed, free=free, folder=folder)
    return words if room.is_enough else f"{words} {tr('That is not enough, unless part of it is there already.')}"
