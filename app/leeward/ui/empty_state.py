# SPDX-License-Identifier: Apache-2.0
"""What a new chat shows before the first message: which model listens, and three ways to begin."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from leeward.i18n import mark, tr
from leeward.ui import icons
from leeward.ui.controls import PlainLabel, TextButton
from leeward.ui.theme import Theme

_WIDTH_PX = 520
_LOW_PX = 390
_VERY_LOW_PX = 240
_TEMPORARY = mark("A temporary chat: it is never written to the disk, and it is gone when Leeward ends.")


@dataclass(frozen=True, slots=True)
class Example:
    icon_name: str
    title: str
    prompt: str


EXAMPLES = (
    Example(
        "lightbulb",
        mark("Explain how a boat sails against the wind"),
        mark("Explain how a sailing boat can sail against the wind."),
    ),
    Example(
        "mail",
        mark("Write an e-mail to my landlord"),
        mark("Write a short, friendly e-mail that asks my landlord to repair the heating."),
    ),
    Example(
        "code-xml",
        mark("Write a small Python program"),
        mark("Write a Python function that tells whether a word is a palindrome, with an example."),
    ),
)


class EmptyState(QWidget):
    """Signals:
    example_chosen(str)    the prompt to put into the composer
    file_requested()       show the file dialog
    models_requested()     show where models are found
    """

    example_chosen = Signal(str)
    file_requested = Signal()
    models_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_kept = True
        self._subtitle = ""
        self._logo = QLabel()
        self._logo.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._logo.setPixmap(icons.app_pixmap(64, self.devicePixelRatioF()))
        self.title = PlainLabel("", "title", is_wrapped=True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.subtitle = PlainLabel("", "muted", is_wrapped=True)
        self.subtitle.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.get_models = TextButton(tr("Get models…"), "primary")
        self.get_models.clicked.connect(self.models_requested)
        self.open_file = TextButton(tr("Open a GGUF file…"), "outline")
        self.open_file.clicked.connect(self.file_requested)
        self.cards = [self._card(example) for example in EXAMPLES]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 4)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(self._logo)
        layout.addSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.subtitle)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addStretch(1)
        ways.addWidget(self.get_models)
        ways.addWidget(self.open_file)
        ways.addStretch(1)
        layout.addLayout(ways)
        layout.addSpacing(8)
        for card in self.cards:
            layout.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.show_no_model()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for example, card in zip(EXAMPLES, self.cards, strict=True):
            card.setIcon(icons.icon(example.icon_name, theme.accent))

    def show_no_model(self) -> None:
        self._show(
            tr("Choose a model to begin"),
            tr("Any GGUF file works. You can also drag one onto this window."),
            has_model=False,
        )

    def show_loading(self, name: str) -> None:
        self._show(tr("Getting {name} ready", name=name), tr("You can already write your message."), has_model=True)

    def show_ready(self, name: str) -> None:
        self._show(
            tr("Chat with {name}", name=name),
            tr("It runs on this computer. Nothing you write leaves it."),
            has_model=True,
        )

    def show_kept(self, *, is_kept: bool) -> None:
        """Say whether the new chat will be kept."""
        self._is_kept = is_kept
        self._show_subtitle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._logo.setVisible(self.height() >= _LOW_PX)
        self.subtitle.setVisible(self.height() >= _VERY_LOW_PX)
        for card in self.cards[1:]:
            card.setVisible(self.height() >= _VERY_LOW_PX)
        for card in self.cards:
            card.setFixedWidth(max(120, min(_WIDTH_PX, self.width() - 32)))

    def _show(self, title: str, subtitle: str, *, has_model: bool) -> None:
        self.title.setText(title)
        self._subtitle = subtitle
        self._show_subtitle()
        self.open_file.setVisible(not has_model)
        self.get_models.setVisible(not has_model)

    def _card(self, example: Example) -> TextButton:
        card = TextButton(f"  {tr(example.title)}", "card")
        card.setIconSize(QSize(18, 18))
        card.setAccessibleName(tr("Example: {title}", title=tr(example.title)))
        card.clicked.connect(lambda: self.example_chosen.emit(tr(example.prompt)))
        return card

    def _show_subtitle(self) -> None:
        self.subtitle.setText(self._subtitle if self._is_kept else tr(_TEMPORARY))
