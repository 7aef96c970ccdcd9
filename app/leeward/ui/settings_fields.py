# SPDX-License-Identifier: Apache-2.0
"""What the settings dialog shows: the words of each setting, and a field for numbers with steps."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QWidget

from leeward.domain.network import HUB
from leeward.domain.settings import limits_of
from leeward.ui.controls import IconButton
from leeward.ui.theme import Theme

_BOX_PX = 118


@dataclass(frozen=True, slots=True)
class NumberWords:
    """How one numeric setting is shown.

    Attributes:
        name: Of the setting in `Settings`; range and unit are read there.
        at_lowest: What the lowest value means, when it is not a number ("Automatic").
        n_decimals, step: Of the field.
        is_load_time: Takes effect when the model is loaded again.
    """

    name: str
    label: str
    sentence: str
    step: float = 1
    n_decimals: int = 0
    at_lowest: str = ""
    is_load_time: bool = False


SAMPLING = (
    NumberWords(
        "temperature",
        "Temperature",
        "Low is sober and repeatable, high is inventive. 0 always takes the likeliest word.",
        0.05,
        2,
    ),
    NumberWords("top_k", "Top-k", "Choose among this many of the likeliest words.", 5, at_lowest="Off"),
    NumberWords(
        "top_p", "Top-p", "Choose among the likeliest words that together have this probability. 1 is off.", 0.01, 2
    ),
    NumberWords("min_p", "Min-p", "Drop words less likely than this share of the likeliest one. 0 is off.", 0.01, 2),
    NumberWords(
        "repeat_penalty",
        "Repeat penalty",
        "Above 1 makes recent words less likely, which breaks loops. 1 is off.",
        0.05,
        2,
    ),
    NumberWords(
        "max_tokens",
        "Longest answer",
        "Stop an answer after this many tokens (a token is about ¾ of a word).",
        128,
        at_lowest="No limit",
    ),
    NumberWords("seed", "Seed", "The same seed and question give the same answer again.", at_lowest="New each time"),
)

MACHINE = (
    NumberWords(
        "n_ctx",
        "Context length",
        "How many tokens of the chat the model keeps in mind. More takes more memory.",
        1024,
        at_lowest="Automatic",
        is_load_time=True,
    ),
    NumberWords(
        "n_gpu_layers",
        "GPU layers",
        "How many layers of the model a graphics card computes. 0 is the processor only.",
        at_lowest="Automatic",
        is_load_time=True,
    ),
    NumberWords(
        "n_threads",
        "Threads",
        "How many processor cores compute. Automatic takes those that are free.",
        at_lowest="Automatic",
        is_load_time=True,
    ),
    NumberWords(
        "engine_silence_limit_s",
        "Patience with the engine",
        "After so many seconds without a sign of life it is started again.",
        15,
        is_load_time=True,
    ),
)

N_DOWNLOADS = NumberWords(
    "n_downloads", "Downloads at once", "More share the same line, and the server may refuse them."
)


@dataclass(frozen=True, slots=True)
class TextWords:
    """How one setting that is a short text is shown. `empty`: what stands in the empty field."""

    name: str
    label: str
    sentence: str
    empty: str


NETWORK = (
    TextWords("hub_endpoint", "Models come from", "The Hugging Face Hub, or the address of a mirror of it.", HUB),
    TextWords("proxy", "Proxy", "For example http://proxy:3128. Only downloads and the search use it.", "None"),
    TextWords("ca_file", "Certificates", "A file to trust instead of the usual ones (PEM).", "The usual ones"),
)

LOAD_TIME = frozenset(words.name for words in MACHINE)


class _NumberBox(QDoubleSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the dialog must not change what the pointer happens to pass.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberField(QWidget):
    """A number with a button for less and one for more.

    Signals:
        edited(float)   by the user; inside the range
    """

    edited = Signal(float)

    def __init__(self, words: NumberWords, theme: Theme) -> None:
        super().__init__()
        limits = limits_of(words.name)
        self.box = _NumberBox()
        self.box.setProperty("kind", "number")
        self.box.setLocale(QLocale.c())  # numbers as in the settings file and the documentation
        # The style sheet makes its own arrows vanish: NoButtons together with a style sheet leaves no room for the text.
        self.box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.box.setDecimals(words.n_decimals)
        self.box.setRange(limits.low, limits.high)
        self.box.setSingleStep(words.step)
        self.box.setSpecialValueText(words.at_lowest)
        self.box.setKeyboardTracking(False)
        self.box.setAccessibleName(words.label)
        self.box.setAccessibleDescription(words.sentence)
        words_px = self.box.fontMetrics().horizontalAdvance(words.at_lowest)
        self.box.setFixedWidth(max(_BOX_PX, words_px + 28))
        self.less = IconButton("minus", f"{words.label}: less", theme)
        self.more = IconButton("plus", f"{words.label}: more", theme)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in (self.less, self.box, self.more):
            layout.addWidget(widget)
        for button, step in ((self.less, self.box.stepDown), (self.more, self.box.stepUp)):
            # The arrow keys of the field do the same: one stop of Tab a setting is enough.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoRepeat(True)
            button.clicked.connect(step)
        self.box.valueChanged.connect(self.edited)

    def show_value(self, value: float) -> None:
        """Show a value without `edited`."""
        self.box.blockSignals(True)
        self.box.setValue(value)
        self.box.blockSignals(False)

    def set_theme(self, theme: Theme) -> None:
        self.less.set_theme(theme)
        self.more.set_theme(theme)
