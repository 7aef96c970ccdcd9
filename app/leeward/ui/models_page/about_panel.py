# SPDX-License-Identifier: Apache-2.0
"""What a model on this computer is, where it came from, and a button to take it away."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from leeward.bridge.installed import AboutChoice
from leeward.domain.model_info import ModelInfo
from leeward.error_text import describe
from leeward.i18n import mark, plural, tr
from leeward.library.about import About, Fact, facts_of_file, facts_of_place
from leeward.library.in_words import size_text
from leeward.library.removal import Removal
from leeward.ui.controls import PlainLabel, TextButton

REMOVAL_WORDS = {
    Removal.DELETE: mark("Delete the file…"),
    Removal.UNLINK: mark("Remove the link…"),
    Removal.FORGET: mark("Take off the list…"),
}

_MAX_TEXT = 500
_BREAK = "\u200b"
"""Shows nothing: paths and sums have no spaces at which a line could end."""
_BREAKABLE = re.compile(r"[/\\_]|[^\s/\\_]{16}")


class AboutPanel(QWidget):
    """Signals:
    remove_requested()
    """

    remove_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = PlainLabel(tr("What it is"), "section")
        self.remark = PlainLabel("", "muted", is_wrapped=True)
        self.remove = TextButton(tr(REMOVAL_WORDS[Removal.DELETE]), "outline")
        self.remove_remark = PlainLabel("", "muted", is_wrapped=True)
        self._labels: list[PlainLabel] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(self.remark)
        layout.addLayout(self._grid)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.remove_remark)
        self.remove.clicked.connect(self.remove_requested)

    def clear(self) -> None:
        self._begin("")
        self.hide()

    def show_reading(self) -> None:
        self._begin(tr("Reading the file…"))
        self.show()

    def show_known(self, known: AboutChoice) -> None:
        """Show all of it. What is in use is not taken away."""
        text = describe(known.unread) if known.unread is not None else None
        self._begin(f"{text.sentence} {text.next_step}" if text is not None else "")
        if known.about is not None:
            for number, (label, value) in enumerate(facts_of(known.about)):
                self._add(number, label, value)
        if known.removal is not None:
            self.remove.setText(tr(REMOVAL_WORDS[known.removal]))
            self.remove.setEnabled(not known.is_in_use)
            self.remove.show()
        kept = describe(known.kept) if known.kept is not None else None
        if known.is_in_use:
            self._remark_removal(tr("It is in use. Load another model to take it away."))
        elif kept is not None and known.choice.is_there:
            self._remark_removal(f"{kept.sentence} {kept.next_step}")
        self.show()

    @property
    def facts(self) -> dict[str, str]:
        """What is shown, by its label."""
        pairs = zip(self._labels[::2], self._labels[1::2], strict=True)
        return {label.text(): value.text().replace(_BREAK, "") for label, value in pairs}

    def _begin(self, remark: str) -> None:
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self.remove.hide()
        self.remove_remark.hide()

    def _add(self, number: int, name: str, value: str) -> None:
        label, text = PlainLabel(name, "muted"), PlainLabel(_breakable(value), is_wrapped=True)
        text.setAccessibleName(f"{name}: {value}")
        self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(text, number, 1)
        self._labels += [label, text]

    def _remark_removal(self, text: str) -> None:
        self.remove_remark.setText(text)
        self.remove_remark.show()


def facts_of(about: About) -> list[Fact]:
    """Return the lines of the panel: the texts come from a file, so they are cut and kept plain."""
    info = about.info
    facts = facts_of_file(info, None, None)
    facts += [(tr("Weights"), "\n".join(_mix(info))), (tr("Special tokens"), "\n".join(_special(info)))]
    facts += [(tr("Problem"), problem) for problem in info.problems]
    facts += facts_of_place(about)
    return [(label, _plain(value)) for label, value in facts if value]


def _mix(info: ModelInfo) -> Iterator[str]:
    for share in info.mix:
        yield tr(
            "{type}: {size}, {percent:.1f} %, {tensors}",
            type=share.type_name,
            size=size_text(share.n_bytes),
            percent=100 * share.n_bytes / info.weight_bytes,
            tensors=plural("{n} tensor", "{n} tensors", share.n_tensors),
        )


def _special(info: ModelInfo) -> Iterator[str]:
    for token in info.special_tokens:
        yield f"{token.name}: {' '.join(token.text.split())} ({token.id})"


def _plain(text: str) -> str:
    lines = ("".join(letter if letter.isprintable() else "?" for letter in line) for line in text.split("\n"))
    return "\n".join(line[:_MAX_TEXT] for line in lines)


def _breakable(text: str) -> str:
    return _BREAKABLE.sub(rf"\g<0>{_BREAK}", text)
