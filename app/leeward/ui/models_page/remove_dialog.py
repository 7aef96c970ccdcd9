# SPDX-License-Identifier: Apache-2.0
"""Asks before a model is taken away, and says what happens to its files."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from leeward.bridge.installed import AboutChoice
from leeward.i18n import plural, tr
from leeward.library.in_words import size_text
from leeward.library.removal import Removal
from leeward.ui.controls import PlainLabel, TextButton
from leeward.ui.models_page.about_panel import REMOVAL_WORDS

_WIDTH_PX = 460


class RemoveDialog(QDialog):
    """Only the button that names the deed accepts; Enter and Escape leave everything as it is."""

    def __init__(self, known: AboutChoice, removal: Removal, parent: QWidget) -> None:
        super().__init__(parent)
        words = tr(REMOVAL_WORDS[removal]).rstrip("…")
        self.setWindowTitle(tr("{deed}?", deed=words))
        self.question = PlainLabel(_question(known, removal), "strong", is_wrapped=True)
        self.place = PlainLabel(str(known.choice.path), "muted", is_wrapped=True)
        self.confirm = TextButton(words, "outline")
        self.cancel = TextButton(tr("Cancel"), "primary")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.confirm)
        buttons.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.question)
        layout.addWidget(self.place)
        layout.addLayout(buttons)
        self.cancel.setDefault(True)
        self.cancel.setFocus()
        self.cancel.clicked.connect(self.reject)
        self.confirm.clicked.connect(self.accept)
        width = min(_WIDTH_PX, parent.width() - 16)
        self.resize(width, layout.heightForWidth(width))  # wrapped lines need more height in a narrow window


def _question(known: AboutChoice, removal: Removal) -> str:
    name = known.choice.name
    if removal is Removal.UNLINK:
        return tr("Remove the link to {name}? The file it leads to stays.", name=name)
    if removal is Removal.FORGET:
        return tr("Take {name} off the list? Its files stay.", name=name)
    if known.about is None:
        return tr("Delete {name}? This cannot be undone.", name=name)
    return plural(
        "Delete {name}? The file, {size}, cannot be brought back.",
        "Delete {name}? {n} files, {size}, cannot be brought back.",
        len(known.about.files) or 1,
        name=name,
        size=size_text(known.about.disk_bytes),
    )
