# SPDX-License-Identifier: Apache-2.0
"""Whether a model is for this machine: the verdict in words, live for a context length and a type of keys and values."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from leeward.domain.machine_profile import CALIBRATION_LIMIT_S
from leeward.domain.model_info import KvType, ModelInfo
from leeward.domain.model_settings import ModelSettings, load_plan
from leeward.domain.settings import Settings
from leeward.error_text import describe
from leeward.i18n import mark, tr
from leeward.library.fit import SMALLEST_N_CTX, longest_n_ctx, usual_n_ctx
from leeward.library.verdict import Verdict
from leeward.ui.controls import PlainLabel, TextButton, restyle

_KV_WORDS = {
    KvType.F16: (mark("Full"), mark("Keys and values in f16")),
    KvType.Q8_0: (mark("Half"), mark("Keys and values in q8_0: half the memory, prompts are read more slowly")),
    KvType.Q4_0: (mark("Quarter"), mark("Keys and values in q4_0: a quarter of the memory, and answers may be worse")),
}

Context = tuple[int | None, KvType | None]
"""Context length in tokens and type of keys and values; None is Leeward's choice."""

Judge = Callable[[ModelInfo, ModelSettings], Verdict]


class _Slider(QSlider):
    def wheelEvent(self, event: QWheelEvent) -> None:
        # As of the fields of numbers: scrolling the page must not change what the pointer happens to pass.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class FitPanel(QWidget):
    """Signals:
    measure_requested()   begin to measure this machine
    cancel_requested()    stop measuring
    moved()               the context or the type of keys and values is another one
    """

    measure_requested = Signal()
    cancel_requested = Signal()
    moved = Signal()

    def __init__(self, judge: Judge) -> None:
        """`judge` is called at every move of the slider: it must be quick."""
        super().__init__()
        self._judge = judge
        self._info: ModelInfo | None = None
        self._steps: list[int] = []
        self._own = ModelSettings()
        self._wanted: Context | None = None
        self._is_measured = False
        self._is_measuring = False
        self.word = PlainLabel("", "verdict")
        self.memory = PlainLabel("", is_wrapped=True)
        self.parts = PlainLabel("", "muted", is_wrapped=True)
        self.speed = PlainLabel("", is_wrapped=True)
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Context length"))
        self.slider.setPageStep(2)
        self.n_ctx = PlainLabel("", "muted")
        self.kv_buttons = {kv_type: TextButton(tr(words), "outline") for kv_type, (words, _) in _KV_WORDS.items()}
        self.reset = TextButton(tr("Let Leeward choose"), "quiet")
        self.measure = TextButton("", "outline")
        self.measure_remark = PlainLabel("", "muted", is_wrapped=True)
        self.measure_remark.hide()
        self._lay_out()
        self.slider.valueChanged.connect(self._on_moved)
        self.reset.clicked.connect(self.let_leeward_choose)
        self.measure.clicked.connect(self._on_measure_clicked)
        self.set_measuring(is_measured=False, is_running=False)
        self.clear()

    def _lay_out(self) -> None:
        self._choices = QWidget()
        kv_group = QButtonGroup(self)
        choices = QVBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(4)
        context = QHBoxLayout()
        context.addWidget(PlainLabel(tr("Context length"), "strong"))
        context.addStretch(1)
        context.addWidget(self.n_ctx)
        choices.addLayout(context)
        choices.addWidget(self.slider)
        kv_line = QHBoxLayout()
        kv_line.addWidget(PlainLabel(tr("Keys and values"), "strong"))
        kv_line.addStretch(1)
        for kv_type, button in self.kv_buttons.items():
            button.setCheckable(True)
            button.setAccessibleName(tr(_KV_WORDS[kv_type][1]))
            button.setToolTip(tr(_KV_WORDS[kv_type][1]))
            kv_group.addButton(button)
            kv_line.addWidget(button)
            button.clicked.connect(self._on_moved)
        choices.addLayout(kv_line)
        choices.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.word, self.memory, self.parts, self.speed):
            layout.addWidget(widget)
        layout.addWidget(self.measure, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.measure_remark)
        layout.addSpacing(4)
        layout.addWidget(self._choices)

    @property
    def wanted(self) -> Context | None:
        """What the user chose here, (None, None) to let Leeward choose; None while nothing was touched."""
        return self._wanted

    @property
    def own(self) -> ModelSettings:
        """What is set for the model."""
        return self._own

    @property
    def settings(self) -> ModelSettings:
        """What is set for the model, with what the user chose here."""
        n_ctx, kv_type = self._wanted or (self._own.n_ctx, self._own.kv_type)
        return replace(self._own, n_ctx=n_ctx, kv_type=kv_type)

    def clear(self) -> None:
        self._info = None
        self._own, self._wanted = ModelSettings(), None
        self._show_words("", "", "", "")

    def show_reading(self) -> None:
        """Say that the header is on its way."""
        self._info = None
        self._show_words("", tr("Reading what the file says of itself: a few MB, not the model."), "", "")

    def show_error(self, error: Exception) -> None:
        self._info = None
        text = describe(error)
        self._show_words("", f"{tr('What this file needs is not known.')} {text.sentence}", text.next_step, "")

    def show_model(self, info: ModelInfo) -> None:
        """Show the verdict at the context length that is set for the model, else the one that Leeward would choose."""
        self._info = info
        self._wanted = None
        self._place()

    def show_own(self, own: ModelSettings) -> None:
        """Say what is set for the model: the panel begins there, unless the user has chosen meanwhile."""
        if (own.n_ctx, own.kv_type) == self._wanted:
            self._wanted = None
        self._own = own
        self._place()

    def _place(self) -> None:
        if self._info is None:
            return
        own = self.settings
        n_ctx = own.n_ctx or usual_n_ctx(self._info)
        longest = longest_n_ctx(self._info, load_plan(Settings(), own, self._info.path))
        self._steps = sorted({*context_steps(longest), n_ctx})
        self.slider.blockSignals(True)
        self.slider.setRange(0, len(self._steps) - 1)
        self.slider.setValue(self._steps.index(n_ctx))
        self.slider.blockSignals(False)
        self.kv_buttons[own.kv_type or KvType.F16].setChecked(True)
        self._show_verdict()

    @Slot()
    def _on_moved(self, *_anything: object) -> None:
        if self._info is not None:
            self._wanted = (self._steps[self.slider.value()], self.kv_type)
        self._show_verdict()
        self.moved.emit()

    @Slot()
    def let_leeward_choose(self) -> None:
        """Want neither a context nor a type of keys and values."""
        self._wanted = (None, None)
        self._place()
        self.moved.emit()

    def set_measuring(self, *, is_measured: bool, is_running: bool) -> None:
        """Say whether the speed of this machine is known, or is being measured."""
        self._is_measured, self._is_measuring = is_measured, is_running
        words = tr("Measure this machine ({seconds:.0f} s)", seconds=CALIBRATION_LIMIT_S)
        self.measure.setText(tr("Measuring… Cancel") if is_running else words)
        self.measure_remark.hide()
        self._show_verdict()

    def show_measure_remark(self, text: str) -> None:
        """Say why the machine is not measured."""
        self.measure_remark.setText(text)
        self.measure_remark.show()

    @property
    def kv_type(self) -> KvType:
        return next(kv_type for kv_type, button in self.kv_buttons.items() if button.isChecked())

    @Slot()
    def _show_verdict(self, *_anything: object) -> None:
        if self._info is None:
            return
        n_ctx = self._steps[self.slider.value()]
        found = self._judge(self._info, replace(self._own, n_ctx=n_ctx, kv_type=self.kv_type))
        length = tr("{n:,} tokens", n=n_ctx)
        self.n_ctx.setText(length)
        self.slider.setAccessibleDescription(length)
        own = self.settings
        self.reset.setVisible((own.n_ctx, own.kv_type) != (None, None))
        self._show_words(found.kind, found.memory_sentence, found.parts_sentence, found.speed_sentence)

    def _show_words(self, word: str, memory: str, parts: str, speed: str) -> None:
        shown = tr(word)
        self.word.setText(f"{shown[:1].upper()}{shown[1:]}")
        self.word.setProperty("verdict", str(word))
        restyle(self.word)
        for label, text in ((self.memory, memory), (self.parts, parts), (self.speed, speed)):
            label.setText(text)
            label.setVisible(bool(text))
        self.word.setVisible(bool(word))
        self._choices.setVisible(bool(word))
        self.measure.setVisible(bool(word) and (self._is_measuring or not self._is_measured))

    @Slot()
    def _on_measure_clicked(self) -> None:
        (self.cancel_requested if self._is_measuring else self.measure_requested).emit()


def context_steps(longest: int) -> list[int]:
    """Return the lengths on the slider: doublings and half-way between, up to what the model can see, 0 for unknown."""
    top = max(SMALLEST_N_CTX, longest or 32_768)
    steps, n_ctx = [], SMALLEST_N_CTX
    while n_ctx < top:
        steps.append(n_ctx)
        if n_ctx * 3 // 2 < top:
            steps.append(n_ctx * 3 // 2)
        n_ctx *= 2
    return [*steps, top]
