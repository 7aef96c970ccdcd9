# SPDX-License-Identifier: Apache-2.0
"""What the window for speed says while it measures, and how it writes dates."""

from PySide6.QtCore import QDateTime, QLocale, Qt

from leeward.domain.speed import SpeedReport
from leeward.error_text import describe, describe_step
from leeward.i18n import tr
from leeward.library.speed import SpeedProgress, Stage


def progress_text(progress: SpeedProgress) -> str:
    """Return what a measurement is at, as a sentence."""
    match progress.stage:
        case Stage.MEMORY:
            return tr("Reading memory, to see what it allows…")
        case Stage.LOADING:
            return " ".join([tr("Loading the model…"), *progress.notes])
        case Stage.RETRYING if progress.step is not None and progress.error is not None:
            return f"{describe(progress.error).sentence} {describe_step(progress.step)}"
        case Stage.READING:
            return tr("Reading a prompt of {n:,} tokens, and writing…", n=progress.depth_tokens)
        case Stage.AGAIN:
            return tr("Asking the same {n:,} tokens again…", n=progress.depth_tokens)
        case _:
            return tr("Loading the model…")


def error_text(error: Exception) -> str:
    """Return what went wrong and what to do about it."""
    text = describe(error)
    return f"{text.sentence} {text.next_step}".rstrip()


def date_of(report: SpeedReport) -> str:
    """Return when it was measured, as dates are written here."""
    when = QDateTime.fromString(report.measured, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)
