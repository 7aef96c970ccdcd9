# SPDX-License-Identifier: Apache-2.0
"""All branches of a chat as a tree, each by its first words; one of them can be shown."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QTreeView, QVBoxLayout, QWidget

from leeward.domain.generation import Role
from leeward.domain.message_tree import Branch
from leeward.i18n import mark, plural, tr
from leeward.ui.controls import PlainLabel, TextButton

_ID = Qt.ItemDataRole.UserRole
_WHOSE = {Role.USER: mark("You"), Role.ASSISTANT: mark("Model"), Role.SYSTEM: mark("System"), Role.TOOL: mark("Tool")}
_MAX_WORDS = 120
_ROW_PAD_PX = 12


class BranchesDialog(QDialog):
    """Signals:
    branch_chosen(MessageId)   the first message of it
    """

    branch_chosen = Signal(object)

    def __init__(self, branches: Sequence[Branch], parent: QWidget, *, can_show: bool) -> None:
        """`can_show`: not while the chat is answered."""
        super().__init__(parent)
        self.setWindowTitle(tr("All branches of this chat"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._can_show = can_show
        self.model = QStandardItemModel(self)
        self.tree = QTreeView()
        self.tree.setProperty("kind", "parts")
        self.tree.setModel(self.model)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(tr("Branches"))
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setIndentation(18)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.remark = PlainLabel(self._words(branches), "muted", is_wrapped=True)
        self.show_button = TextButton(tr("Show this branch"), "primary")
        self.show_button.setEnabled(can_show)
        self.close_button = TextButton(tr("Close"), "outline")
        self._lay_out()
        shown = self._fill(branches)
        self.tree.expandAll()
        self.tree.setCurrentIndex(shown)
        self.tree.scrollTo(shown)
        self.tree.activated.connect(self._choose)
        self.show_button.clicked.connect(self._on_show_clicked)
        self.close_button.clicked.connect(self.reject)
        room = parent.size()
        self.setMinimumSize(260, 180)
        self.resize(min(640, room.width() - 16), min(520, room.height() - 16))
        self.tree.setFocus()

    def _words(self, branches: Sequence[Branch]) -> str:
        if not self._can_show:
            return tr("The model is answering. When it has ended, another branch can be shown.")
        if len(branches) == 1 and not branches[0].branches:
            return tr("There is one branch so far. Editing a message or answering again makes another one.")
        return tr("What is shown now stands in bold letters.")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.show_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(self.remark)
        layout.addWidget(self.tree, 1)
        layout.addLayout(buttons)
        self.show_button.setDefault(True)

    def _fill(self, branches: Sequence[Branch]) -> QModelIndex:
        """Make the rows; return the one at the end of what is shown."""
        shown = QModelIndex()
        waiting = [(self.model.invisibleRootItem(), branch) for branch in reversed(branches)]
        while waiting:
            above, branch = waiting.pop()
            row = self._row(branch)
            above.appendRow(row)
            if branch.is_shown:
                shown = row.index()
            waiting += [(row, below) for below in reversed(branch.branches)]
        return shown

    def _row(self, branch: Branch) -> QStandardItem:
        heading = branch.first
        words = heading.words[:_MAX_WORDS] or tr("(empty)")
        more = f" · {plural('{n} message', '{n} messages', branch.n_messages)}" if branch.n_messages > 1 else ""
        row = QStandardItem(f"{tr(_WHOSE[heading.role])}: {words}{more}")
        row.setData(heading.id, _ID)
        row.setSizeHint(QSize(0, self.fontMetrics().height() + _ROW_PAD_PX))
        spoken = tr("{branch}, shown now", branch=row.text()) if branch.is_shown else row.text()
        row.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        if branch.is_shown:
            font = self.font()
            font.setBold(True)
            row.setFont(font)
        return row

    @Slot()
    def _on_show_clicked(self) -> None:
        self._choose(self.tree.currentIndex())

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self._can_show:
            self.accept()
            self.branch_chosen.emit(index.data(_ID))
