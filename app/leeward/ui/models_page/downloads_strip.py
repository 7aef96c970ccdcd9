# SPDX-License-Identifier: Apache-2.0
"""The downloads at the bottom of the Models page, and one line about them for elsewhere."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from leeward.bridge.downloads import Download, DownloadState
from leeward.domain.ids import DownloadId
from leeward.i18n import plural, tr
from leeward.library.in_words import duration_text, size_text
from leeward.library.pace import Progress
from leeward.ui.models_page.download_row import DownloadRow
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from leeward.bridge.downloads import Downloads

_MAX_ROWS_SHOWN = 3


class DownloadsStrip(QScrollArea):
    """Hidden while there are none.

    Signals:
        use_requested(Path)
        told(str)             one short line about what runs, "" when nothing does
    moved(float | None)   the share of what runs that is there, 0 to 1; None when nothing runs
    """

    use_requested = Signal(object)
    told = Signal(str)
    moved = Signal(object)

    def __init__(self, downloads: "Downloads", theme: Theme) -> None:
        super().__init__()
        self._downloads = downloads
        self._theme = theme
        self._rows: dict[DownloadId, DownloadRow] = {}
        self._line = ""
        self.setObjectName("downloads")
        self.setAccessibleName(tr("Downloads"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setObjectName("downloadRows")
        self._layout = QVBoxLayout(inner)
        self._layout.setContentsMargins(16, 6, 10, 6)
        self._layout.setSpacing(4)
        self.setWidget(inner)
        self.hide()
        downloads.listed.connect(self._on_listed)
        downloads.changed.connect(self._on_changed)
        downloads.progressed.connect(self._on_progressed)

    @property
    def rows(self) -> tuple[DownloadRow, ...]:
        return tuple(self._rows.values())

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for row in self.rows:
            row.set_theme(theme)

    @Slot(object)
    def _on_listed(self, listed: tuple[Download, ...]) -> None:
        ids = {download.id for download in listed}
        for gone in set(self._rows) - ids:
            row = self._rows.pop(gone)
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        for download in listed:
            if download.id not in self._rows:
                self._rows[download.id] = self._row(download)
                self._layout.addWidget(self._rows[download.id])
        self._fit_height()
        self._tell()

    @Slot(str, object)
    def _on_changed(self, download_id: DownloadId, download: Download) -> None:
        if download_id in self._rows:
            self._rows[download_id].show_download(download)
            self._fit_height()
        self._tell()

    @Slot(object)
    def _on_progressed(self, moved: tuple[tuple[DownloadId, Progress], ...]) -> None:
        for download_id, progress in moved:
            row = self._rows.get(download_id)
            if row is not None and row.download.state is DownloadState.RUNNING:
                row.show_progress(progress)
        self._tell()

    def _row(self, download: Download) -> DownloadRow:
        row = DownloadRow(download, self._theme)
        row.pause_requested.connect(lambda: self._downloads.pause(download.id))
        row.resume_requested.connect(lambda: self._downloads.resume(download.id))
        row.cancel_requested.connect(lambda: self._downloads.cancel(download.id))
        row.use_requested.connect(self.use_requested)
        return row

    def _fit_height(self) -> None:
        self.setVisible(bool(self._rows))
        heights = [row.sizeHint().height() + self._layout.spacing() for row in self.rows]
        margins = self._layout.contentsMargins()
        self.setFixedHeight(sum(heights[:_MAX_ROWS_SHOWN]) + margins.top() + margins.bottom())

    def _tell(self) -> None:
        running = [row.progress for row in self.rows if row.download.state is DownloadState.RUNNING]
        self.moved.emit(share_of_all(running) if running else None)
        line = short_line(running)
        if line != self._line:
            self._line = line
            self.told.emit(line)


def short_line(running: list[Progress]) -> str:
    """Say how far the downloads that run are together: "Downloading 45 %, about 3 min left, 12 MB a second"."""
    if not running:
        return ""
    percent = round(100 * share_of_all(running))
    parts = [plural("Downloading {percent} %", "Downloading {n} models: {percent} %", len(running), percent=percent)]
    lefts = [each.left_s for each in running if each.left_s is not None]
    if len(lefts) == len(running):
        parts.append(tr("about {duration} left", duration=duration_text(max(lefts))))
    speed = sum(each.bytes_per_second for each in running if not each.is_waiting)
    if speed:
        parts.append(tr("{size} a second", size=size_text(speed)))
    return tr(", ").join(parts)


def share_of_all(running: list[Progress]) -> float:
    """Return how much of all of them is there, 0 to 1."""
    return sum(each.done_bytes for each in running) / max(1, sum(each.size_bytes for each in running))
