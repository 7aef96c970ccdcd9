# SPDX-License-Identifier: Apache-2.0
"""The files that go with the message, each as a chip over the composer: name, size, what it costs in tokens, and a way to take it off."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from leeward.domain.attachment import Attachment
from leeward.i18n import plural, tr
from leeward.ui import icons
from leeward.ui.controls import IconButton, PlainLabel, plain_tooltip
from leeward.ui.theme import Theme

_NAME_CHARACTERS = 28
_HEIGHT_PX = 44


class Chip(QFrame):
    """Signals:
    remove_requested()
    """

    remove_requested = Signal()

    def __init__(self, attachment: Attachment, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("chip")
        self._attachment = attachment
        self._icon = QLabel()
        self.label = PlainLabel()
        self.remove = IconButton("x", tr("Take off {file}", file=attachment.name), theme)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 2, 0)
        layout.setSpacing(6)
        layout.addWidget(self._icon)
        layout.addWidget(self.label)
        layout.addWidget(self.remove)
        self.remove.clicked.connect(self.remove_requested)
        self.set_theme(theme)

    def show_cost(self, n_tokens: int | None) -> None:
        """Say what it costs; None while that is not known."""
        name = self._attachment.name
        facts = size_text(self._attachment.size_bytes)
        if n_tokens is not None:
            facts = f"{facts} · {tr('{n:,} tokens', n=n_tokens)}"
        shown = name if len(name) <= _NAME_CHARACTERS else f"{name[: _NAME_CHARACTERS - 8]}…{name[-7:]}"
        self.label.setText(f"{shown} · {facts}")
        self.setAccessibleName(tr("Attached: {file}, {facts}", file=name, facts=facts.replace(" · ", ", ")))
        self.remove.setAccessibleDescription(facts)
        self.setToolTip(plain_tooltip(f"{name} · {facts}"))

    def set_theme(self, theme: Theme) -> None:
        self._icon.setPixmap(icons.pixmap("file-text", theme.text_muted, 16, self.devicePixelRatioF()))
        self.remove.set_theme(theme)


class AttachmentBar(QScrollArea):
    """A row of chips that scrolls sideways.

    Signals:
        remove_requested(int)   which one
    """

    remove_requested = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Attachment, ...] = ()
        self._count: Callable[[str], int | None] = lambda _text: None
        self.chips: list[Chip] = []
        self.setObjectName("attachments")
        self.setProperty("kind", "plain")
        self.setAccessibleName(tr("Attached files"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFixedHeight(_HEIGHT_PX)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QWidget()
        row.setObjectName("form")
        self._layout = QHBoxLayout(row)
        self._layout.setContentsMargins(0, 2, 0, 2)
        self._layout.setSpacing(6)
        self._layout.addStretch(1)
        self.setWidget(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_attachments(self, attachments: Sequence[Attachment]) -> None:
        if tuple(attachments) == self._shown:
            return
        self._shown = tuple(attachments)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(number) for number in range(len(self._shown))]
        self.show_costs()
        self.setVisible(bool(self._shown))

    def set_counter(self, count: Callable[[str], int | None]) -> None:
        """Say what counts the tokens of a text; None where it is not known yet."""
        self._count = count

    def show_costs(self) -> None:
        """Ask the counter again."""
        for attachment, chip in zip(self._shown, self.chips, strict=True):
            chip.show_cost(self._count(attachment.quoted()))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for chip in self.chips:
            chip.set_theme(theme)

    def _chip(self, number: int) -> Chip:
        chip = Chip(self._shown[number], self._theme)
        chip.remove_requested.connect(lambda: self.remove_requested.emit(number))
        self._layout.insertWidget(number, chip)
        return chip


def size_text(size_bytes: int) -> str:
    """Return a size as the chips say it.

    >>> size_text(812), size_text(3_300)
    ('812 bytes', '3.2 KB')
    """
    return (
        plural("{n:,} byte", "{n:,} bytes", size_bytes) if size_bytes < 1024 else tr("{n:,.1f} KB", n=size_bytes / 1024)
    )
