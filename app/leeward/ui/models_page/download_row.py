# SPDX-License-Identifier: Apache-2.0
"""One download: how far it is, and what can be done with it."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from leeward.bridge.downloads import Download, DownloadState
from leeward.error_text import describe
from leeward.i18n import tr
from leeward.library.in_words import duration_text, size_text
from leeward.library.pace import Progress
from leeward.ui.controls import ElidedLabel, IconButton, TextButton
from leeward.ui.theme import Theme


class DownloadRow(QWidget):
    """Signals:
    pause_requested(), resume_requested(), cancel_requested()
    use_requested(Path)
    """

    pause_requested = Signal()
    resume_requested = Signal()
    cancel_requested = Signal()
    use_requested = Signal(object)

    def __init__(self, download: Download, theme: Theme) -> None:
        super().__init__()
        self._download = download
        self._progress = Progress(download.done_bytes, download.plan.size_bytes, 0.0)
        name = download.plan.name
        self.name = ElidedLabel(name, "strong")
        self.facts = ElidedLabel("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(tr("Download of {name}", name=name))
        self.pause = IconButton("pause", tr("Pause {name}", name=name), theme)
        self.resume = IconButton("play", tr("Go on with {name}", name=name), theme)
        self.use = TextButton(tr("Use now"), "primary")
        self.use.setAccessibleName(tr("Use {name} now", name=name))
        self.cancel = IconButton("x", tr("Cancel {name}", name=name), theme)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.name)
        words.addWidget(self.bar)
        words.addWidget(self.facts)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        for button in (self.use, self.pause, self.resume, self.cancel):
            layout.addWidget(button)
        self.pause.clicked.connect(self.pause_requested)
        self.resume.clicked.connect(self.resume_requested)
        self.cancel.clicked.connect(self.cancel_requested)
        self.use.clicked.connect(self._on_use)
        self.show_download(download)

    def set_theme(self, theme: Theme) -> None:
        for button in (self.pause, self.resume, self.cancel):
            button.set_theme(theme)

    @property
    def download(self) -> Download:
        return self._download

    @property
    def progress(self) -> Progress:
        return self._progress

    def show_download(self, download: Download) -> None:
        self._download = download
        state = download.state
        self._progress = Progress(download.done_bytes, download.plan.size_bytes, 0.0)
        self.pause.setVisible(state in (DownloadState.RUNNING, DownloadState.QUEUED))
        self.resume.setVisible(state in (DownloadState.PAUSED, DownloadState.FAILED))
        name = download.plan.name
        is_failed = state is DownloadState.FAILED
        self.resume.set_name(tr("Try {name} again", name=name) if is_failed else tr("Go on with {name}", name=name))
        self.use.setVisible(state is DownloadState.DONE)
        self.bar.setVisible(state is not DownloadState.DONE)
        is_done = state is DownloadState.DONE
        self.cancel.set_name(tr("Take {name} off this list", name=name) if is_done else tr("Cancel {name}", name=name))
        self._show()

    def show_progress(self, progress: Progress) -> None:
        self._progress = progress
        self._show()

    def _show(self) -> None:
        progress = self._progress
        self.bar.setValue(round(1000 * share_of(progress)))
        self.facts.set_full_text(download_text(self._download, progress))
        self.facts.setToolTip(self.facts.accessibleName() if self._download.error else "")

    @Slot()
    def _on_use(self) -> None:
        first: Path = self._download.plan.paths[0]
        self.use_requested.emit(first)


def share_of(progress: Progress) -> float:
    return progress.done_bytes / progress.size_bytes if progress.size_bytes else 0.0


def download_text(download: Download, progress: Progress) -> str:
    """Say how far a download is: "45 % · 120 MB of 270 MB · 12 MB a second · about 13 s"."""
    size = size_text(progress.size_bytes)
    if download.state is DownloadState.RUNNING:
        return progress_text(progress)
    if download.state is DownloadState.FAILED and download.error is not None:
        text = describe(download.error)
        return f"{text.sentence} {text.next_step}"
    if download.state is DownloadState.DONE:
        return tr("Verified and ready · {size}", size=size)
    words = {DownloadState.QUEUED: tr("Waiting for its turn"), DownloadState.PAUSED: tr("Paused")}
    return f"{words.get(download.state, tr('Stopped'))} · {_so_far(progress)}"


def progress_text(progress: Progress) -> str:
    """Say how far something that runs is, how fast, and how long it takes."""
    return f"{_so_far(progress)} · {_pace_text(progress)}".removesuffix(" · ")


def _so_far(progress: Progress) -> str:
    return tr(
        "{percent:.0f} % · {done} of {size}",
        percent=100 * share_of(progress),
        done=size_text(progress.done_bytes),
        size=size_text(progress.size_bytes),
    )


def _pace_text(progress: Progress) -> str:
    if progress.is_waiting:
        return tr("waiting for the server")
    if progress.left_s is None:
        return ""
    return tr(
        "{size} a second · about {duration} left",
        size=size_text(progress.bytes_per_second),
        duration=duration_text(progress.left_s),
    )
