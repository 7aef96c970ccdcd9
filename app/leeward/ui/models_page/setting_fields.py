# SPDX-License-Identifier: Apache-2.0
"""Fields for what may be left to Leeward: a number, or one of a few words, with "Automatic" before them."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from leeward.domain.bounds import Limits
from leeward.i18n import mark, tr
from leeward.ui.controls import TextButton
from leeward.ui.settings_fields import NumberField, NumberWords
from leeward.ui.theme import Theme

AUTOMATIC = mark("Automatic")


def automatic(usual: Any) -> str:
    """Return the word for what Leeward chooses, with that where it is known."""
    if usual is None:
        return tr(AUTOMATIC)
    if isinstance(usual, bool):
        return tr("Automatic (on)") if usual else tr("Automatic (off)")
    return tr("Automatic ({value:g})", value=usual)


class OptionalNumber(QWidget):
    """Signals:
    edited(float | None)   by the user; None leaves it to Leeward
    """

    edited = Signal(object)

    def __init__(self, words: NumberWords, limits: Limits, theme: Theme) -> None:
        super().__init__()
        self._is_whole = words.n_decimals == 0
        # Nothing lies between the lowest number and "Automatic" below it.
        below = Limits(limits.low - 10**-words.n_decimals, limits.high)
        self.number = NumberField(words, theme, below)
        self._low = limits.low
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.number)
        self.number.edited.connect(lambda _value: self.edited.emit(self.value))

    @property
    def value(self) -> float | None:
        value = self.number.box.value()
        if value < self._low:
            return None
        return int(value) if self._is_whole else value

    def show_value(self, value: float | None, usual: float | None) -> None:
        """Show a value without `edited`. `usual`: what Leeward chooses."""
        box = self.number.box
        box.first = usual
        words = automatic(usual)
        box.setSpecialValueText(words)
        box.setFixedWidth(max(box.width(), box.fontMetrics().horizontalAdvance(words) + 28))
        self.number.show_value(box.minimum() if value is None else value)

    def set_theme(self, theme: Theme) -> None:
        self.number.set_theme(theme)


class OptionalChoice(QWidget):
    """Signals:
    edited(object)   by the user; None leaves it to Leeward
    """

    edited = Signal(object)

    def __init__(self, label: str, sentence: str, words: dict[Any, str]) -> None:
        """`words`: of what can be chosen beside Leeward's choice."""
        super().__init__()
        self._values = [None, *words]
        self._group = QButtonGroup(self)
        self._label = label
        self.buttons = [TextButton(text, "outline") for text in (tr(AUTOMATIC), *words.values())]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for number, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.setAccessibleName(f"{label}: {button.text()}")
            button.setAccessibleDescription(sentence)
            self._group.addButton(button, number)
            layout.addWidget(button)
        self._group.idClicked.connect(lambda number: self.edited.emit(self._values[number]))

    @property
    def value(self) -> Any:
        return self._values[self._group.checkedId()]

    def show_value(self, value: Any, usual: Any) -> None:
        """Show a value without `edited`. `usual`: what Leeward chooses."""
        first = self.buttons[0]
        first.setText(automatic(usual))
        first.setAccessibleName(f"{self._label}: {first.text()}")
        self.buttons[self._values.index(value)].setChecked(True)

    def set_theme(self, _theme: Theme) -> None:
        """It has no icons."""


def switch(label: str, sentence: str) -> OptionalChoice:
    return OptionalChoice(label, sentence, {True: tr("On"), False: tr("Off")})
