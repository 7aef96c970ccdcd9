# SPDX-License-Identifier: Apache-2.0
"""What a trial found for the loaded model, and another trial."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from leeward.i18n import plural, tr
from leeward.ui.controls import TextButton
from leeward.ui.settings_fields import SettingRow

if TYPE_CHECKING:
    from leeward.bridge.generation import GenerationBridge
    from leeward.bridge.tuning import Tuner
    from leeward.domain.tuning import Tuning


class TuningRow(SettingRow):
    def __init__(self, tuner: "Tuner", generation: "GenerationBridge") -> None:
        button = TextButton(tr("Try again"), "outline")
        super().__init__(
            tr("Fastest settings"),
            tr("What was found for the loaded model. Sending a message ends a trial."),
            button,
        )
        self.button = button
        self._tuner = tuner
        self._generation = generation
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_clicked)
        tuner.changed.connect(self._on_changed)
        self._on_changed()

    @Slot()
    def _on_clicked(self) -> None:
        if self._tuner.is_trying:
            self._tuner.stop()
        else:
            self._generation.wake()  # a model that sleeps
            self._tuner.try_again()

    @Slot()
    def _on_changed(self) -> None:
        is_trying = self._tuner.is_trying
        self.button.setText(tr("Stop") if is_trying else tr("Try again"))
        name = tr("Stop looking for the fastest settings") if is_trying else tr("Look for the fastest settings again")
        self.button.setAccessibleName(name)
        self.button.setEnabled(self._tuner.can_try)
        self.set_remark(self._said())

    def _said(self) -> str:
        if self._tuner.is_trying:
            return tr("Trying what is fastest here…")
        if not self._tuner.can_try:
            return tr("There is no model that can be tried: none is loaded, or a graphics card computes.")
        if self._tuner.was_disturbed:
            return tr("Other programs are computing: what is fastest cannot be told now.")
        return tr("Not tried yet.") if self._tuner.tuning is None else tuning_text(self._tuner.tuning)


def tuning_text(tuning: "Tuning") -> str:
    """Return what was found, as sentences."""
    if not tuning.is_gain:
        return tr("Nothing is faster than the usual settings.")
    way, usual = tuning.way, tuning.usual
    parts = []
    if way.n_threads != usual.n_threads:
        parts.append(plural("{n:,} thread", "{n:,} threads", way.n_threads))
    if way.flash_attention != usual.flash_attention:
        parts.append(tr("no flash attention"))
    if way.n_ubatch != usual.n_ubatch:
        parts.append(plural("{n:,} token of a prompt at once", "{n:,} tokens of a prompt at once", way.n_ubatch))
    return tr(
        "Tuned: {parts}. Prompts are read {prompt:.2f} times and answers written {decode:.2f} times as fast as usual.",
        parts=", ".join(parts),
        prompt=tuning.prompt_gain,
        decode=tuning.decode_gain,
    )
