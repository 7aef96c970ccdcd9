# SPDX-License-Identifier: Apache-2.0
"""The window in which the speed of a model is measured, and compared with what was measured before."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from leeward.bridge.models import ModelChoice
from leeward.bridge.speed import Measured, SpeedBridge
from leeward.domain.settings import Settings
from leeward.domain.speed import SpeedReport, change_of
from leeward.i18n import tr
from leeward.library.speed import LIMIT_S, SpeedProgress
from leeward.library.speed_text import change_text, line_of, share_text
from leeward.ui.controls import PlainLabel, TextButton
from leeward.ui.speed.model_menu import ModelMenu
from leeward.ui.speed.result import SpeedResult
from leeward.ui.speed.words import date_of, error_text, progress_text

_WIDTH_PX, _HEIGHT_PX = 640, 620
_LIST_PX = 132


class _History(QListWidget):
    """Wants room for two or three reports, not the 192 px of every list: the table stands above it."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _LIST_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), _LIST_PX)


class SpeedDialog(QDialog):
    """Closing it ends what is being measured.

    Attributes:
        reports: The history, the newest first, as it is listed.
        shown: The report that the table shows; None for none.
    """

    def __init__(self, bridge: SpeedBridge, settings: Callable[[], Settings], parent: QWidget) -> None:
        """`settings`: those a model is loaded with, beside its own ones."""
        super().__init__(parent)
        self.setWindowTitle(tr("Speed"))
        self._bridge = bridge
        self._settings = settings
        self._is_stopping = False
        self._was_on_stop = False
        self._said = ""
        self.reports: list[SpeedReport] = []
        self.shown: SpeedReport | None = None
        self.models = ModelMenu()
        self.measure = TextButton(tr("Measure"), "primary")
        self.stop = TextButton(tr("Stop"))
        self.line = PlainLabel("", is_wrapped=True)
        self.bar = QProgressBar()
        self.table = SpeedResult()
        self.heading = PlainLabel(tr("Measured so far").upper(), "section")
        self.history = _History()
        self.copied = PlainLabel("", "muted", is_wrapped=True)
        self.copy_button = TextButton(tr("Copy as text"))
        self.close_button = TextButton(tr("Close"))
        self._lay_out()
        self._connect()
        self._show_state()
        self.setMinimumSize(280, 200)

    def bring_to_front(self, room: QSize) -> None:
        """Show it, not larger than the window it belongs to, with what is here now."""
        if self.isVisible():
            self.raise_()
        else:
            self.resize(QSize(_WIDTH_PX, _HEIGHT_PX).boundedTo(room - QSize(16, 16)))
            self.area.verticalScrollBar().setValue(0)
            self.copied.setText("")
            self.show()
            self.models.setFocus()
        self.activateWindow()
        self._bridge.look()

    def show_models(self, choices: Iterable[ModelChoice], loaded: Path | None) -> None:
        """Offer these; the one that was chosen stays chosen, else the loaded one is."""
        self.models.show_choices(choices, loaded)
        self._show_state()

    def _lay_out(self) -> None:
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How far the measurement is"))
        self.history.setProperty("kind", "parts")
        self.history.setAccessibleName(tr("Measured so far"))
        self.history.setWordWrap(True)
        self.history.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        note = PlainLabel(
            tr(
                "Takes {n} seconds at most, in an engine of its own: chats go on. The figures are best while the machine has"
                " nothing else to do.",
                n=round(LIMIT_S),
            ),
            "muted",
            is_wrapped=True,
        )
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.models, 1)
        for button in (self.measure, self.stop):
            top.addWidget(button)
        form = QWidget()
        form.setObjectName("form")
        inside = QVBoxLayout(form)
        inside.setContentsMargins(20, 14, 20, 8)
        inside.setSpacing(10)
        inside.addLayout(top)
        for widget in (note, self.line, self.bar, self.table, self.heading):
            inside.addWidget(widget)
        inside.addWidget(self.history, 100)
        inside.addStretch(1)  # where there is no history yet
        self.area = QScrollArea()
        self.area.setProperty("kind", "plain")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("Speed"))
        self.area.setWidget(form)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(20, 6, 20, 12)
        bottom.setSpacing(8)
        bottom.addWidget(self.copied, 1)
        for button in (self.copy_button, self.close_button):
            bottom.addWidget(button)
        for button in (self.measure, self.stop, self.copy_button, self.close_button):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.area, 1)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self._bridge.found.connect(self._on_found)
        self._bridge.progressed.connect(self._on_progressed)
        self._bridge.ended.connect(self._on_ended)
        self._bridge.failed.connect(self._on_failed)
        self.measure.clicked.connect(self._on_measure_clicked)
        self.stop.clicked.connect(self._on_stop_clicked)
        self.history.currentRowChanged.connect(self._on_row_changed)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.close_button.clicked.connect(self.reject)
        self.finished.connect(self._stop)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        has_moved = super().focusNextPrevChild(next)
        focused = self.focusWidget()
        if focused is not None and self.area.isAncestorOf(focused):
            self.area.ensureWidgetVisible(focused)
        return has_moved

    # Measuring

    @Slot()
    def _on_measure_clicked(self) -> None:
        choice = self.models.choice
        if choice is None or self._bridge.is_running:
            return
        self.bar.setRange(0, 0)
        self._say(tr("Starting…"))
        self._bridge.start(choice.path, choice.name, self._settings())
        self._show_state()
        self._take_focus(self.stop)

    @Slot()
    def _on_stop_clicked(self) -> None:
        self._stop()

    @Slot()
    def _stop(self) -> None:
        if self._bridge.is_running:
            self._is_stopping = True
            self._was_on_stop = self.stop.hasFocus()  # it is disabled until it has stopped, and loses the focus
            self._say(tr("Stopping…"))
            self._bridge.cancel()
            self._show_state()

    @Slot(object)
    def _on_progressed(self, progress: SpeedProgress) -> None:
        if self._is_stopping:
            return
        is_counted = progress.depth_tokens > 0
        self.bar.setRange(0, progress.n_steps if is_counted else 0)
        self.bar.setValue(progress.n_done)
        self._say(progress_text(progress))

    @Slot(object)
    def _on_ended(self, measured: Measured | None) -> None:
        self._end()
        if measured is None:
            self._say(tr("Stopped. Nothing of it is kept."))
        else:
            self._say("" if measured.unkept is None else self._unkept_text(measured.unkept))
            self._list([*measured.earlier, measured.report])

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._end()
        self._say(error_text(error))

    def _end(self) -> None:
        """Show that nothing runs. Who stood on Stop, which goes, stands on the button that comes in its place."""
        had_focus = self._was_on_stop or self.stop.hasFocus()
        self._is_stopping = self._was_on_stop = False
        self._show_state()
        if had_focus:
            self._take_focus(self.measure)

    def _take_focus(self, button: TextButton) -> None:
        """Put the focus on the button that came in place of another one, and show it with what is said below it."""
        button.setFocus()
        self.area.verticalScrollBar().setValue(0)  # the focus went on to the next control when the other one was hidden

    def _unkept_text(self, error: Exception) -> str:
        return tr("{error} This measurement is shown, and not kept.", error=error_text(error))

    # What is shown

    @Slot(object, object)
    def _on_found(self, _entries: object, reports: tuple[SpeedReport, ...]) -> None:
        newest_first = list(reversed(reports))
        if newest_first != self.reports and not self._bridge.is_running:
            self._list(reports)
        self._show_state()

    def _list(self, reports: Iterable[SpeedReport]) -> None:
        """List these, the oldest first, and show the newest."""
        self.reports = list(reversed(list(reports)))
        self.history.clear()
        for report in self.reports:
            self.history.addItem(QListWidgetItem(line_of(report, date_of(report))))
        self.history.setCurrentRow(0 if self.reports else -1)
        self._show_state()

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        self.copied.setText("")
        self.shown = self.reports[row] if 0 <= row < len(self.reports) else None
        if self.shown is not None:
            change = change_of(self.shown, self.reports[:row:-1])
            self.table.show_report(self.shown, change_text(change, date_of(change.since)) if change else "")
        self._show_state()

    @Slot()
    def _on_copy_clicked(self) -> None:
        if self.shown is not None:
            QGuiApplication.clipboard().setText(share_text(self.shown))
            self.copied.setText(tr("Copied. It names no user, computer or folder."))

    def _say(self, text: str) -> None:
        self._said = text
        self._show_state()

    def _show_state(self) -> None:
        """Show what there is, and the buttons that do something now."""
        is_running, has_models = self._bridge.is_running, self.models.choice is not None
        self.models.setEnabled(has_models and not is_running)
        self.measure.setVisible(not is_running)
        self.measure.setEnabled(has_models)
        self.stop.setVisible(is_running)
        self.stop.setEnabled(not self._is_stopping)
        self.bar.setVisible(is_running)
        self.line.setText(self._said or ("" if self.reports else self._empty_text()))
        self.line.setVisible(bool(self.line.text()))
        self.table.setVisible(self.shown is not None)
        for widget in (self.heading, self.history):
            widget.setVisible(bool(self.reports))
        self.copy_button.setEnabled(self.shown is not None)

    def _empty_text(self) -> str:
        if self.models.choice is None:
            return tr("There is no model here to measure. Get one with “Find and get models” (Ctrl+D).")
        return tr("Nothing was measured yet. Choose a model and press “Measure”.")
