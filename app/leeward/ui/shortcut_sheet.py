# SPDX-License-Identifier: Apache-2.0
"""All keys of the window on one page."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from leeward.i18n import tr
from leeward.ui.controls import PlainLabel, TextButton, native_key
from leeward.ui.window_actions import FIXED_KEYS, Action


class ShortcutSheet(QDialog):
    def __init__(self, actions: Sequence[Action], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.done_button = TextButton(tr("Done"), "primary")
        self.done_button.clicked.connect(self.accept)
        form = QWidget()
        form.setObjectName("form")
        grid = QGridLayout(form)
        grid.setContentsMargins(20, 14, 20, 14)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        fixed = ((tr(group), tr(name), key) for group, name, key in FIXED_KEYS)
        lines = [*fixed, *((each.group, each.name, each.keys[0]) for each in actions if each.keys)]
        for group, members in groupby(lines, key=lambda line: line[0]):
            heading = PlainLabel(group.upper(), "section")
            heading.setContentsMargins(0, 10, 0, 0)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for _, name, key in members:
                row = grid.rowCount()
                label, words = PlainLabel(name, is_wrapped=True), PlainLabel(native_key(key), "strong")
                words.setAccessibleName(tr("{action}: {key}", action=name, key=words.text()))
                grid.addWidget(label, row, 0)
                grid.addWidget(words, row, 1)
        area = QScrollArea()
        area.setProperty("kind", "plain")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("Keyboard shortcuts"))
        area.setWidget(form)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(12, 8, 20, 10)
        bottom.addStretch(1)
        bottom.addWidget(self.done_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area, 1)
        layout.addLayout(bottom)
        room = parent.size()
        self.resize(min(460, room.width() - 16), min(600, room.height() - 16))
