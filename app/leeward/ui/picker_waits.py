# SPDX-License-Identifier: Apache-2.0
"""Says beside each model of the picker when the first word of an answer in the shown chat would come."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from leeward.ui.compose import Compose
from leeward.ui.model_picker import ModelPicker
from leeward.ui.status_text import first_word_text

if TYPE_CHECKING:
    from leeward.bridge.first_words import FirstWords
    from leeward.library.prediction import Prediction

_SHORT_TOKENS = 24
"""Of a question that is not written yet."""


class PickerWaits(QObject):
    def __init__(self, picker: ModelPicker, compose: Compose, first_words: "FirstWords") -> None:
        super().__init__(picker)
        self._picker = picker
        self._compose = compose
        self._first_words = first_words
        self._known: dict[Path, Prediction] = {}
        picker.opening.connect(self._on_opening)
        first_words.known.connect(self._on_known)

    @Slot(object)
    def _on_opening(self, paths: list[Path]) -> None:
        self._show()  # what is known by now: the menu seldom changes under the pointer
        self._first_words.read(paths)

    @Slot(object)
    def _on_known(self, known: "dict[Path, Prediction]") -> None:
        self._known = known
        self._show()

    def _show(self) -> None:
        parts = self._compose.parts()
        if parts is None:
            return
        n_alone = parts.alone or _SHORT_TOKENS
        n_before = parts.system + parts.history
        waits = {path: each.seconds(n_before + n_alone, 0) for path, each in self._known.items()}
        loaded = self._compose.loaded_wait_s(n_before, n_alone)
        if loaded is not None:
            path, seconds = loaded
            waits[path] = seconds
        self._picker.show_waits({path: first_word_text(seconds) for path, seconds in waits.items()})
