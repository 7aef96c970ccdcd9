# SPDX-License-Identifier: Apache-2.0
"""Asks before an address from a chat is opened in another program, and shows where it really leads."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from leeward.chat import links
from leeward.i18n import tr
from leeward.ui.controls import PlainLabel, TextButton


class LinkDialog(QDialog):
    """Shows the full address; only the button opens it. Nothing happens for an address that `links` refuses."""

    def __init__(self, link: links.Link, parent: QWidget) -> None:
        super().__init__(parent)
        self._link = link
        self.setWindowTitle(tr("Open this link?"))
        heading = PlainLabel(tr("This opens in another program:"), "strong", is_wrapped=True)
        self.address = QLineEdit(link.address)
        self.address.setReadOnly(True)
        self.address.setAccessibleName(tr("Address"))
        self.address.setCursorPosition(0)
        self.open_button = TextButton(tr("Open"), "primary")
        cancel = TextButton(tr("Cancel"), "outline")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addWidget(self.address)
        if link.readable_host:
            layout.addWidget(
                PlainLabel(
                    tr(
                        "In its own letters the name is {name}: look whether it is the one you expect.",
                        name=link.readable_host,
                    ),
                    "muted",
                    is_wrapped=True,
                )
            )
        layout.addLayout(buttons)
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        self.open_button.clicked.connect(self._on_open_clicked)
        width = min(520, parent.width() - 16)
        self.setMinimumSize(240, 120)
        self.resize(width, layout.heightForWidth(width))  # wrapped lines need more height in a narrow window

    def _on_open_clicked(self) -> None:
        self.accept()
        QDesktopServices.openUrl(QUrl(self._link.address, QUrl.ParsingMode.StrictMode))


def ask_to_open(address: str, parent: QWidget) -> LinkDialog | None:
    """Show the question for `address`, without blocking; None when it is not an address that may be opened."""
    link = links.check(address)
    if link is None:
        return None
    dialog = LinkDialog(link, parent)
    dialog.open()
    return dialog
