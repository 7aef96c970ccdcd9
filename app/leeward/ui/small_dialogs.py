# SPDX-License-Identifier: Apache-2.0
"""Two small questions: for one line of text, and whether something that cannot be undone is to be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from leeward.i18n import tr
from leeward.ui.controls import PlainLabel, TextButton

_WIDTH_PX = 420


class LineDialog(QDialog):
    """Asks for one line; the button with `deed` on it, or Enter, gives it.

    Signals:
        given(str)
    """

    given = Signal(str)

    def __init__(self, title: str, deed: str, parent: QWidget, *, is_empty_allowed: bool = False) -> None:
        super().__init__(parent)
        self._is_empty_allowed = is_empty_allowed
        self.setWindowTitle(title)
        self.question = PlainLabel(title, "strong", is_wrapped=True)
        self.field = QLineEdit()
        self.field.setAccessibleName(title)
        self.hint = PlainLabel("", "muted", is_wrapped=True)
        self.hint.hide()
        self.accept_button = TextButton(deed, "primary")
        cancel = TextButton(tr("Cancel"), "outline")
        _lay_out(self, [self.question, self.field, self.hint], [cancel, self.accept_button])
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._on_accepted)
        cancel.clicked.connect(self.reject)
        self.field.textChanged.connect(lambda _: self._show_state())
        self._show_state()

    def set_text(self, text: str, hint: str = "") -> None:
        """Begin with `text`; `hint` says what may be typed."""
        self.field.setText(text)
        self.field.selectAll()
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        _fit(self)

    def _show_state(self) -> None:
        self.accept_button.setEnabled(self._is_empty_allowed or bool(self.field.text().strip()))

    def _on_accepted(self) -> None:
        self.accept()
        self.given.emit(" ".join(self.field.text().split()))


class ConfirmDialog(QDialog):
    """Only the button that names the deed accepts; Enter and Escape leave everything as it is."""

    def __init__(self, question: str, deed: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{deed}?")
        self.question = PlainLabel(question, "strong", is_wrapped=True)
        self.confirm = TextButton(deed, "outline")
        self.cancel = TextButton(tr("Cancel"), "primary")
        _lay_out(self, [self.question], [self.confirm, self.cancel])
        self.cancel.setDefault(True)
        self.cancel.setFocus()
        self.cancel.clicked.connect(self.reject)
        self.confirm.clicked.connect(self.accept)


def _lay_out(dialog: QDialog, lines: list[QWidget], buttons: list[TextButton]) -> None:
    below = QHBoxLayout()
    below.addStretch(1)
    for button in buttons:
        below.addWidget(button)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(20, 16, 20, 16)
    layout.setSpacing(10)
    for line in lines:
        layout.addWidget(line)
    layout.addLayout(below)
    _fit(dialog)


def _fit(dialog: QDialog) -> None:
    # Wrapped lines need more height in a narrow window.
    parent, layout = dialog.parentWidget(), dialog.layout()
    width = min(_WIDTH_PX, parent.width() - 16) if parent is not None else _WIDTH_PX
    if layout is not None:
        dialog.resize(width, max(layout.heightForWidth(width), layout.sizeHint().height()))
