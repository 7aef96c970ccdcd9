# SPDX-License-Identifier: Apache-2.0
"""The window in which a folder of texts becomes a table: what is asked for, and then the table while it fills."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from leeward.bridge.extraction import Ended, ExtractionBridge, Outlook, Wish
from leeward.domain.persona import Persona
from leeward.domain.settings import Settings
from leeward.i18n import tr
from leeward.ui.controls import ElidedLabel, PlainLabel, TextButton
from leeward.ui.extraction.form import ExtractionForm
from leeward.ui.extraction.table import RowsModel, RowsView, shown
from leeward.ui.extraction.words import EXAMPLE, Progress, end_text, error_text, hint_text, outlook_text, progress_text
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from leeward.bridge.generation import GenerationBridge

_WIDTH_PX, _HEIGHT_PX = 720, 640
_SHOW_EVERY_MS = 200


class ExtractionDialog(QDialog):
    """Can be closed while a table is made, which goes on.

    Attributes:
        outlook: What is asked about, or being made; None while the form can be changed.
        outcome: How the last table ended.
    """

    def __init__(
        self,
        bridge: ExtractionBridge,
        generation: "GenerationBridge",
        settings: Callable[[], Settings],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        """`settings`: those in use with the loaded model, without a persona."""
        super().__init__(parent)
        self.setWindowTitle(tr("Texts into a table"))
        self._bridge = bridge
        self._generation = generation
        self._settings = settings
        self._persona: Persona | None = None
        self._progress = Progress(0, 0, 0.0)
        self.outlook: Outlook | None = None
        self.outcome = ""
        self._table: Path | None = None
        self.form = ExtractionForm(bridge, self)
        self.model = RowsModel(theme, self)
        self.view = RowsView(self.model)
        self.line = ElidedLabel("", "strong")
        self.bar = QProgressBar()
        self.detail = PlainLabel("", "muted", is_wrapped=True)
        self.remark = PlainLabel("", is_wrapped=True)
        self.start = TextButton(tr("Start"), "primary")
        self.anew = TextButton(tr("Read all anew"))
        self.back = TextButton(tr("Back"))
        self.stop = TextButton(tr("Stop"))
        self.show_table = TextButton(tr("Open the table"))
        self.close_button = TextButton(tr("Close"))
        self._timer = QTimer(self)
        self._timer.setInterval(_SHOW_EVERY_MS)
        self._lay_out()
        self._connect()
        self._show_state()
        self._show_model()
        self.setAcceptDrops(True)
        self.setMinimumSize(280, 200)
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.form.folder.setFocus()

    def bring_to_front(self, room: QSize) -> None:
        """Show it, not larger than the window it belongs to."""
        if self.isVisible():
            self.raise_()
        else:
            self.resize(self.size().boundedTo(room - QSize(16, 16)))
            self.show()
        self.activateWindow()

    def set_theme(self, theme: Theme) -> None:
        self.model.set_theme(theme)

    @property
    def is_table_shown(self) -> bool:
        return self.pages.currentIndex() == 1

    def _lay_out(self) -> None:
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How far the table is"))
        self.anew.setAccessibleDescription(tr("Forgets what was done before."))
        page = QWidget()
        made = QVBoxLayout(page)
        made.setContentsMargins(20, 14, 20, 4)
        made.setSpacing(8)
        for widget in (self.line, self.bar):
            made.addWidget(widget)
        made.addWidget(self.view, 1)
        made.addWidget(self.detail)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.form)
        self.pages.addWidget(page)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.close_button, self.back, self.anew, self.show_table, self.stop, self.start):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(20, 4, 20, 12)
        bottom.setSpacing(8)
        bottom.addWidget(self.remark)
        bottom.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pages, 1)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        bridge, generation = self._bridge, self._generation
        bridge.persona_found.connect(self._on_persona_found)
        bridge.looked.connect(self._on_looked)
        bridge.ended.connect(self._on_ended)
        bridge.failed.connect(self._on_failed)
        for signal in (generation.model_loaded, generation.load_failed, generation.engine_died):
            signal.connect(self._show_model)
        self.form.edited.connect(lambda: self._say(""))
        self.start.clicked.connect(self._on_start)
        self.anew.clicked.connect(lambda: self._begin(is_anew=True))
        self.back.clicked.connect(self._on_back)
        self.stop.clicked.connect(self._on_stop)
        self.show_table.clicked.connect(self._on_show_table)
        self.close_button.clicked.connect(self.reject)
        self.view.selectionModel().currentRowChanged.connect(self._show_detail)
        self._timer.timeout.connect(self._show_progress)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None and self.form.isEnabled() and not self.is_table_shown:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.form.take_dropped(path)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        has_moved = super().focusNextPrevChild(next)
        focused = self.focusWidget()
        if focused is not None and self.form.isAncestorOf(focused):
            self.form.ensureWidgetVisible(focused)
        return has_moved

    # Who answers

    @Slot(object)
    def _on_persona_found(self, persona: Persona) -> None:
        before = self._persona.json_schema if self._persona is not None else ""
        if persona.json_schema and self.form.schema.toPlainText() in (EXAMPLE, before):  # else the user wrote it
            self.form.take_schema(persona.json_schema)
        self._persona = persona
        self._show_model()

    @Slot()
    def _show_model(self) -> None:
        model = self._generation.loaded_model
        if model is None:
            self.form.answers.setText(tr("No model is loaded. Load one before you start."))
        elif self._persona is not None:
            self.form.answers.setText(
                tr(
                    "{model} reads every text, as the persona “{persona}”. What is too long for it is read in parts, a row each.",
                    model=model.name,
                    persona=tr(self._persona.name, "persona"),
                )
            )

    # From the form to the table

    @Slot()
    def _on_start(self) -> None:
        if self.outlook is not None:
            self._begin(is_anew=False)
            return
        complaint = self.form.complaint()
        folder, target = self.form.folder_path, self.form.target_path
        if complaint is not None:
            self._say(complaint[0])
            complaint[1].setFocus()
        elif self._generation.loaded_model is None:
            self._say(tr("No model is loaded. Load one, then start again."))
        elif self._persona is None:  # on its way, or what is wrong with it was said
            self._bridge.find_persona(None)
        elif folder is not None and target is not None:
            self._say(tr("Looking at the texts…"))
            self.start.setEnabled(False)
            self.form.setEnabled(False)
            self._bridge.look(Wish(folder, self.form.schema.toPlainText(), target, self._settings(), self._persona))

    @Slot(object)
    def _on_looked(self, outlook: Outlook) -> None:
        self.start.setEnabled(True)
        words = outlook_text(outlook)
        self._say(words)
        if not (outlook.has_place and outlook.files):
            self.form.setEnabled(True)
            self.form.folder.setFocus()
            return
        self.outlook = outlook
        if words:
            self._show_state()
            self.back.setFocus()
        else:
            self._begin(is_anew=False)

    def _begin(self, *, is_anew: bool) -> None:
        outlook = self.outlook
        if outlook is None:
            return
        self._progress = Progress(len(outlook.files), 0 if is_anew else outlook.n_known, time.monotonic())
        self._table = None
        self.model.begin(outlook.names)
        self.bar.setRange(0, len(outlook.files))
        self._bridge.start(outlook, is_anew=is_anew)
        self._say("")
        self.detail.setText(
            tr("This window can be closed: the table goes on. Chats are answered in between, and first.")
        )
        self.pages.setCurrentIndex(1)
        self._timer.start()
        self._show_progress()
        self._show_state()
        self.stop.setFocus()

    @Slot()
    def _on_back(self) -> None:
        self.outlook = None
        self._say("")
        self.form.setEnabled(True)
        self.pages.setCurrentIndex(0)
        self._show_state()
        self.form.folder.setFocus()

    @Slot()
    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self._say(tr("Stopping…"))
        self._bridge.stop()

    def _show_state(self) -> None:
        """Show the buttons that do something now."""
        is_running, outlook = self._bridge.is_running, self.outlook
        is_asked = outlook is not None and not self.is_table_shown
        n_known = outlook.n_known if outlook is not None else 0
        self.form.setEnabled(outlook is None)
        self.start.setVisible(not self.is_table_shown)
        self.start.setText(tr("Start") if not is_asked else tr("Go on") if n_known else tr("Replace it"))
        self.anew.setVisible(is_asked and n_known > 0)
        self.back.setVisible(is_asked or (self.is_table_shown and not is_running))
        self.stop.setVisible(is_running)
        self.stop.setEnabled(True)
        self.show_table.setVisible(self.is_table_shown and self._table is not None)
        self.close_button.setVisible(not is_asked)

    # While it is made

    @Slot()
    def _show_progress(self) -> None:
        done = self._bridge.take_done()
        self.model.add(done)
        progress = self._progress
        for each in done:
            progress.n_done += 1
            progress.n_new += not each.was_known
            progress.n_problems += any(row.problem for row in each.rows)
        self.bar.setValue(progress.n_done)
        is_waiting = self._bridge.is_running and self._generation.is_any_answering
        name = self._file_at(progress.n_done) if self._bridge.is_running else ""
        self.line.set_full_text(progress_text(progress, time.monotonic(), name, is_waiting=is_waiting))

    def _file_at(self, number: int) -> str:
        files = self.outlook.files if self.outlook is not None else ()
        return shown(files[number].name) if number < len(files) else ""

    @Slot()
    def _show_detail(self) -> None:
        sentence = self.model.sentence(self.view.currentIndex().row())
        self._show_below(sentence or (_goes_on() if self._bridge.is_running else ""))

    @Slot(object)
    def _on_ended(self, ended: Ended) -> None:
        self._timer.stop()
        self._show_progress()
        self._table = ended.target
        self.outcome = end_text(ended, self._progress)
        self._say(f"{self.outcome} {hint_text(ended, self._progress)}".rstrip())
        self._show_detail()
        self._show_state()
        (self.show_table if ended.target is not None else self.back).setFocus()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.start.setEnabled(True)
        self.form.setEnabled(self.outlook is None)
        self._say(error_text(error))

    @Slot()
    def _on_show_table(self) -> None:
        if self._table is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._table))):
            self._say(tr("No program here opens it. The table is {path}.", path=shown(str(self._table))))

    def _show_below(self, text: str) -> None:
        self.detail.setText(text)
        self.detail.setVisible(bool(text))

    def _say(self, text: str) -> None:
        self.remark.setText(text)
        self.remark.setVisible(bool(text))


def _dropped(event: QDropEvent) -> Path | None:
    """Return the one folder or file that is dragged."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 else None


def _goes_on() -> str:
    return tr("This window can be closed: the table goes on. Chats are answered in between, and first.")
