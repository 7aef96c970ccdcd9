# SPDX-License-Identifier: Apache-2.0
"""Tells the user about a fault of the program: one dialog at a time, which blocks nothing."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from leeward.bridge.crash import CrashReport, CrashReporter
from leeward.i18n import tr
from leeward.ui.controls import PlainLabel, TextButton


class CrashDialog(QDialog):
    """Says that something went wrong, that the text is safe, and where the report is."""

    def __init__(self, report: CrashReport, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Something went wrong"))
        self._report = report
        self.close_button = TextButton(tr("Go on"), "primary")
        self.folder_button = TextButton(tr("Show the report"), "outline")
        self.folder_button.setVisible(report.path is not None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(10)
        layout.addWidget(
            PlainLabel(
                tr("Something in Leeward went wrong. Your chats and what you typed are saved."),
                "strong",
                is_wrapped=True,
            )
        )
        layout.addWidget(PlainLabel(_next_step(report), is_wrapped=True))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.folder_button)
        row.addWidget(self.close_button)
        layout.addLayout(row)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.folder_button.clicked.connect(self._on_folder_clicked)
        width = min(480, parent.width() - 16)
        self.setMinimumSize(240, 120)
        self.resize(width, layout.heightForWidth(width))  # wrapped lines need more height in a narrow window

    def _on_folder_clicked(self) -> None:
        if self._report.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report.path.parent)))


class CrashNotice(QObject):
    """Saves what is typed and shows the dialog; a fault while it is open adds none.

    Args:
        save: Hands what is typed to storage.
    """

    def __init__(self, reporter: CrashReporter, window: QWidget, save: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._save = save
        self._is_shown = False
        reporter.crashed.connect(self._on_crashed)

    @Slot(object)
    def _on_crashed(self, report: CrashReport) -> None:
        if not self._is_shown:
            self._is_shown = True
            dialog = CrashDialog(report, self._window)
            dialog.finished.connect(self._on_dialog_finished)
            dialog.show()
        self._save()

    @Slot()
    def _on_dialog_finished(self) -> None:
        self._is_shown = False


def _next_step(report: CrashReport) -> str:
    if report.path is None:
        return tr(
            "You can go on. The fault is {kind} at {place}; a report could not be written.",
            kind=report.kind,
            place=report.place,
        )
    return tr(
        "You can go on; if something looks odd, start Leeward again. "
        "The report {name} says where it happened. It holds nothing of your chats.",
        name=report.path.name,
    )
