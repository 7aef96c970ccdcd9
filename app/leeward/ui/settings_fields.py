# SPDX-License-Identifier: Apache-2.0
"""What the settings dialog shows: the words of each setting, rows, and a field for numbers with steps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QDoubleSpinBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from leeward.domain.bounds import Limits
from leeward.domain.network import HUB
from leeward.domain.settings import limits_of
from leeward.i18n import mark, tr
from leeward.ui.controls import IconButton, PlainLabel, TextButton
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
        mark("Temperature"),
        mark("Low is sober and repeatable, high is inventive. 0 always takes the likeliest word."),
        0.05,
        2,
    ),
    NumberWords(
        "top_k", mark("Top-k"), mark("Choose among this many of the likeliest words."), 5, at_lowest=mark("Off")
    ),
    NumberWords(
        "top_p",
        mark("Top-p"),
        mark("Choose among the likeliest words that together have this probability. 1 is off."),
        0.01,
        2,
    ),
    NumberWords(
        "min_p", mark("Min-p"), mark("Drop words less likely than this share of the likeliest one. 0 is off."), 0.01, 2
    ),
    NumberWords(
        "repeat_penalty",
        mark("Repeat penalty"),
        mark("Above 1 makes recent words less likely, which breaks loops. 1 is off."),
        0.05,
        2,
    ),
    NumberWords(
        "max_tokens",
        mark("Longest answer"),
        mark("Stop an answer after this many tokens (a token is about ¾ of a word)."),
        128,
        at_lowest=mark("No limit"),
    ),
    NumberWords(
        "seed",
        mark("Seed"),
        mark("The same seed and question give the same answer again."),
        at_lowest=mark("New each time"),
    ),
)

MACHINE = (
    NumberWords(
        "n_ctx",
        mark("Context length"),
        mark("How many tokens of the chat the model keeps in mind. More takes more memory."),
        1024,
        at_lowest=mark("Automatic"),
        is_load_time=True,
    ),
    NumberWords(
        "n_gpu_layers",
        mark("GPU layers"),
        mark("How many layers of the model a graphics card computes. 0 is the processor only."),
        at_lowest=mark("Automatic"),
        is_load_time=True,
    ),
    NumberWords(
        "n_threads",
        mark("Threads"),
        mark("How many processor cores compute. Automatic takes those that are free."),
        at_lowest=mark("Automatic"),
        is_load_time=True,
    ),
    NumberWords(
        "kept_gb",
        mark("Disk for what was read"),
        mark("So many GB of what models have read of your chats are kept, so that they need not read it again."),
        at_lowest=mark("Keep nothing"),
        is_load_time=True,
    ),
    NumberWords(
        "engine_silence_limit_s",
        mark("Patience with the engine"),
        mark("After so many seconds without a sign of life it is started again."),
        15,
        is_load_time=True,
    ),
)

N_DOWNLOADS = NumberWords(
    "n_downloads", mark("Downloads at once"), mark("More share the same line, and the server may refuse them.")
)


@dataclass(frozen=True, slots=True)
class TextWords:
    """How one setting that is a short text is shown. `empty`: what stands in the empty field."""

    name: str
    label: str
    sentence: str
    empty: str


NETWORK = (
    TextWords(
        "hub_endpoint", mark("Models come from"), mark("The Hugging Face Hub, or the address of a mirror of it."), HUB
    ),
    TextWords(
        "proxy",
        mark("Proxy"),
        mark("For example http://proxy:3128. Only downloads and the search use it."),
        mark("None"),
    ),
    TextWords(
        "ca_file",
        mark("Certificates"),
        mark("A file to trust instead of the usual ones (PEM)."),
        mark("The usual ones"),
    ),
)

LOAD_TIME = frozenset(words.name for words in MACHINE)


class SettingRow(QWidget):
    """A label with its sentence, and the field beside it; below it where there is little room.

    `remark`: a line under the sentence that changes, hidden while it is empty.
    """

    def __init__(self, label: str, sentence: str, field: QWidget, *, is_wide: bool = False) -> None:
        """`is_wide`: the field takes the whole width, always below."""
        super().__init__()
        self._is_wide = is_wide
        words = words_of(label, sentence)
        self.remark = PlainLabel("", "muted", is_wrapped=True)
        self.remark.setContentsMargins(0, 3, 0, 0)
        self.remark.hide()
        words.addWidget(self.remark)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)
        self._layout.addLayout(words, 1)
        if is_wide:
            self._layout.addWidget(field)
        else:
            self._layout.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.set_narrow(is_narrow=False)

    def set_narrow(self, *, is_narrow: bool) -> None:
        is_below = is_narrow or self._is_wide
        direction = QBoxLayout.Direction.TopToBottom if is_below else QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(direction)

    def set_remark(self, text: str) -> None:
        self.remark.setText(text)
        self.remark.setVisible(bool(text))


def words_of(label: str, sentence: str) -> QVBoxLayout:
    """Return a label with its sentence below it."""
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(PlainLabel(label, "strong"))
    words.addWidget(PlainLabel(sentence, "muted", is_wrapped=True))
    return words


class ChoiceField(QWidget):
    """One of a few values, each a button.

    Signals:
        chosen(str, value)   the name of the setting, by the user
    """

    chosen = Signal(str, object)

    def __init__(self, name: str, label: str, sentence: str, words: Mapping[Any, str]) -> None:
        super().__init__()
        self.label = label = tr(label)
        self.sentence = sentence = tr(sentence)
        self._values = list(words)
        self.buttons = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for number, word in enumerate(map(tr, words.values())):
            button = TextButton(word, "outline")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(tr("{setting}: {value}", setting=label, value=word))
            button.setAccessibleDescription(sentence)
            self.buttons.addButton(button, number)
            layout.addWidget(button)
        self.buttons.idClicked.connect(lambda number: self.chosen.emit(name, self._values[number]))

    def show_value(self, value: Any) -> None:
        self.buttons.button(self._values.index(value)).setChecked(True)


class MenuField(TextButton):
    """One of more values than there is room for buttons: a button with what is chosen, and a menu.

    Signals:
        chosen(str, value)   the name of the setting, by the user
    """

    chosen = Signal(str, object)

    def __init__(self, name: str, label: str, sentence: str, words: Mapping[Any, str]) -> None:
        super().__init__("", "outline")
        self.label = label = tr(label)
        self.sentence = sentence = tr(sentence)
        self.setAutoDefault(False)
        self.setAccessibleDescription(sentence)
        self._actions: dict[Any, QAction] = {}
        menu = QMenu(self)
        group = QActionGroup(self)
        for value, word in words.items():
            action = self._actions[value] = menu.addAction(tr(word))
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(partial(self.chosen.emit, name, value))
        self.setMenu(menu)

    def show_value(self, value: Any) -> None:
        action = self._actions[value]
        action.setChecked(True)
        self.setText(action.text())
        self.setAccessibleName(tr("{setting}: {value}", setting=self.label, value=action.text()))


class _NumberBox(QDoubleSpinBox):
    """`first`: where the first step leads from the lowest value, where that stands for no number."""

    first: float | None = None

    def stepBy(self, steps: int) -> None:
        if self.first is not None and self.value() == self.minimum():
            self.setValue(self.first)
        super().stepBy(steps)

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

    def __init__(self, words: NumberWords, theme: Theme, limits: Limits | None = None) -> None:
        """`limits`: where they are not those of the setting of that name in `Settings`."""
        super().__init__()
        limits = limits or limits_of(words.name)
        self._sentence = tr(words.sentence)
        self.box = _NumberBox()
        self.box.setProperty("kind", "number")
        self.box.setLocale(QLocale.c())  # numbers as in the settings file and the documentation
        # The style sheet makes its own arrows vanish: NoButtons together with a style sheet leaves no room for the text.
        self.box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.box.setDecimals(words.n_decimals)
        self.box.setRange(limits.low, limits.high)
        self.box.setSingleStep(words.step)
        self.box.setSpecialValueText(tr(words.at_lowest) if words.at_lowest else "")
        self.box.setKeyboardTracking(False)
        self.box.setAccessibleName(tr(words.label))
        self.box.setAccessibleDescription(tr(words.sentence))
        words_px = self.box.fontMetrics().horizontalAdvance(self.box.specialValueText())
        self.box.setFixedWidth(max(_BOX_PX, words_px + 28))
        self.less = IconButton("minus", tr("{label}: less", label=tr(words.label)), theme)
        self.more = IconButton("plus", tr("{label}: more", label=tr(words.label)), theme)
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

    def text_of(self, value: float) -> str:
        """Return a value as the field would show it."""
        is_named = value == self.box.minimum() and self.box.specialValueText()
        return self.box.specialValueText() if is_named else self.box.textFromValue(value)

    def set_note(self, note: str) -> None:
        """Let screen readers say what acts in place of the value; "" for nothing."""
        self.box.setAccessibleDescription(f"{self._sentence} {note}".strip())

    def set_theme(self, theme: Theme) -> None:
        self.less.set_theme(theme)
        self.more.set_theme(theme)


def in_one_column(fields: Iterable[NumberField]) -> None:
    """Give these the width of the widest, so that their buttons stand one below the other."""
    boxes = [field.box for field in fields]
    widest_px = max(box.width() for box in boxes)
    for box in boxes:
        box.setFixedWidth(widest_px)
