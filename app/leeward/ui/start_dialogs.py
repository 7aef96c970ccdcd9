# SPDX-License-Identifier: Apache-2.0
"""What is asked or said before there is a window: a damaged chat database, its upgrade, a profile that cannot be used."""

import enum
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from leeward.error_text import describe
from leeward.i18n import tr
from leeward.storage.recovery import Choices
from leeward.ui.controls import PlainLabel, TextButton

_WIDTH_PX = 520


class Recovery(enum.Enum):
    """What to do about a damaged database."""

    RESTORE = enum.auto()
    SALVAGE = enum.auto()
    EMPTY = enum.auto()
    QUIT = enum.auto()


class RecoveryDialog(QDialog):
    """Lets the user choose. Nothing is done before; closing it quits and leaves everything as it is.

    Attributes:
        chosen: Valid after `exec`.
    """

    def __init__(self, choices: Choices, database: Path) -> None:
        super().__init__()
        self.chosen = Recovery.QUIT
        self.setWindowTitle(tr("Leeward: your chats need attention"))
        layout = _layout(self)
        layout.addWidget(PlainLabel(tr("The file with your chats is damaged."), "strong", is_wrapped=True))
        layout.addWidget(
            PlainLabel(
                tr("It stays as it is, under another name beside {database}. Choose how to go on:", database=database),
                is_wrapped=True,
            )
        )
        # The best of what is possible comes first and has the focus.
        if choices.n_messages:
            text = tr(
                "Rescue {n:,} messages from {n_conversations:,} chats",
                n=choices.n_messages,
                n_conversations=choices.n_conversations,
            )
            self._add(layout, text, Recovery.SALVAGE, is_first=True)
        if choices.backup is not None:
            made_at = choices.backup.made_at.astimezone().strftime("%d %B %Y, %H:%M")
            self._add(
                layout,
                tr("Go back to the backup of {made_at}", made_at=made_at),
                Recovery.RESTORE,
                is_first=not choices.n_messages,
            )
        is_only = not choices.n_messages and choices.backup is None
        self._add(layout, tr("Start with no chats"), Recovery.EMPTY, is_first=is_only)
        self._add(layout, tr("Quit and change nothing"), Recovery.QUIT, is_first=False)
        self.resize(_WIDTH_PX, self.sizeHint().height())

    def _add(self, layout: QVBoxLayout, text: str, choice: Recovery, *, is_first: bool) -> None:
        button = TextButton(text, "primary" if is_first else "outline")
        button.clicked.connect(lambda: self._choose(choice))
        layout.addWidget(button)
        if is_first:
            button.setDefault(True)
            button.setFocus()

    def _choose(self, choice: Recovery) -> None:
        self.chosen = choice
        self.accept()


class ProblemDialog(QDialog):
    """Says why Leeward cannot start, and what to do."""

    def __init__(self, error: Exception, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Leeward cannot start"))
        text = describe(error)
        layout = _layout(self)
        layout.addWidget(PlainLabel(text.sentence, "strong", is_wrapped=True))
        layout.addWidget(PlainLabel(text.next_step, is_wrapped=True))
        button = TextButton(tr("Close"), "primary")
        button.setDefault(True)
        button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button)
        layout.addLayout(row)
        self.resize(_WIDTH_PX, self.sizeHint().height())


class UpgradeDialog(QDialog):
    """Says that the chats are made ready for a newer Leeward, until it is accepted. It cannot be closed by the user."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Leeward")
        layout = _layout(self)
        title = tr("Your chats are made ready for this version.")
        layout.addWidget(PlainLabel(title, "strong", is_wrapped=True))
        layout.addWidget(
            PlainLabel(tr("This happens once and may take a minute. A backup is made first."), is_wrapped=True)
        )
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(title)
        layout.addWidget(bar)
        self.resize(_WIDTH_PX, self.sizeHint().height())

    def reject(self) -> None:
        """Stay, for Escape and the button of the frame: there would be nothing to see."""


def _layout(dialog: QDialog) -> QVBoxLayout:
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 20, 24, 20)
    layout.setSpacing(10)
    return layout
