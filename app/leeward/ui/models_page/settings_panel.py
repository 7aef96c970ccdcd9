# SPDX-License-Identifier: Apache-2.0
"""What can be set for one model: how it is loaded and how its words are drawn, each with what it costs in memory."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leeward.bridge.installed import AboutChoice
from leeward.domain.model_info import FileKind, KvType, ModelInfo
from leeward.domain.model_settings import ROPE_SCALINGS, ModelSettings
from leeward.error_text import describe
from leeward.i18n import mark, tr
from leeward.library.in_words import size_text
from leeward.ui.controls import PlainLabel, TextButton
from leeward.ui.models_page.adapters_field import AdaptersField
from leeward.ui.models_page.draft_field import DraftField
from leeward.ui.models_page.setting_fields import OptionalChoice, OptionalNumber, switch
from leeward.ui.settings_fields import SAMPLING as SAMPLING_WORDS
from leeward.ui.settings_fields import NumberWords, SettingRow
from leeward.ui.theme import Theme

_LOADING = {
    "n_gpu_layers": mark("GPU layers"),
    "n_threads": mark("Threads"),
    "n_batch": mark("Batch"),
    "n_ubatch": mark("Micro-batch"),
    "flash_attention": mark("Flash attention"),
    "use_mmap": mark("Map the file"),
    "use_mlock": mark("Lock in memory"),
    "moe_on_cpu": mark("Experts on the processor"),
}
_ON_TOP = {"adapters": mark("Adapters")}
_BESIDE = {"draft": mark("Draft model")}
_STRETCHING = {"rope_scaling": mark("Stretched positions"), "rope_freq_scale": mark("Factor")}
_DRAWING = {each.name: each.label for each in SAMPLING_WORDS if hasattr(ModelSettings(), each.name)}
_ELSEWHERE = {"n_ctx": mark("Context length"), "kv_type": mark("Keys and values"), "template": mark("Chat template")}
"""What has a place of its own on the page."""

LABELS = _LOADING | _ON_TOP | _BESIDE | _STRETCHING | _DRAWING | _ELSEWHERE

_WIDE = frozenset({"adapters", "draft", "rope_scaling"})
_STEPS = {each.name: (each.step, each.n_decimals) for each in SAMPLING_WORDS} | {
    "n_batch": (256, 0),
    "n_ubatch": (256, 0),
    "rope_freq_scale": (0.05, 2),
}
_DECLARED = {declared.name: declared for declared in fields(ModelSettings)}
_NARROW_PX = 420
_ROPE_WORDS = {"none": mark("None", "of stretched positions"), "linear": mark("Linear")}
_SHOW, _HIDE = mark("Set it up"), mark("Fold the settings")

Field = OptionalNumber | OptionalChoice | AdaptersField | DraftField


class SettingsPanel(QWidget):
    """The fields are made when they are unfolded first.

    Signals:
        changed(str, object)   the name of a setting and its value; None leaves it to Leeward
        reset_requested()      leave everything to Leeward
    """

    changed = Signal(str, object)
    reset_requested = Signal()

    def __init__(
        self,
        needed_bytes: Callable[[ModelInfo, ModelSettings], int],
        usual: Callable[[ModelInfo, ModelSettings], Mapping[str, Any]],
        theme: Theme,
    ) -> None:
        """`needed_bytes`: of all memory, under these settings; called for every setting at each change. `usual`: what
        Leeward chooses for a model whose makers suggest this."""
        super().__init__()
        self._needed_bytes = needed_bytes
        self._usual = usual
        self._theme = theme
        self._known: AboutChoice | None = None
        self._info: ModelInfo | None = None
        self._own = ModelSettings()
        self.fields: dict[str, Field] = {}
        self.rows: dict[str, SettingRow] = {}
        self.heading = PlainLabel(tr("Settings of this model"), "section")
        self.summary = PlainLabel("", "muted", is_wrapped=True)
        self.fold = TextButton(tr(_SHOW), "outline")
        self.fold.setCheckable(True)
        self.form = QWidget()
        self.reset = TextButton(tr("Let Leeward choose everything"), "quiet")
        self._form_layout = QVBoxLayout(self.form)
        self._form_layout.setContentsMargins(0, 4, 0, 0)
        self._form_layout.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(8)
        left = Qt.AlignmentFlag.AlignLeft
        layout.addWidget(self.heading)
        layout.addWidget(self.summary)
        layout.addWidget(self.fold, 0, left)
        layout.addWidget(self.form)
        layout.addWidget(self.reset, 0, left)
        self.fold.toggled.connect(self._on_fold_toggled)
        self.reset.clicked.connect(self.reset_requested)
        self.clear()

    @property
    def settings(self) -> ModelSettings:
        """What is shown."""
        return self._own

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for field in self.fields.values():
            field.set_theme(theme)

    def clear(self) -> None:
        self._known, self._info = None, None
        self.fold.setChecked(False)
        self.form.hide()
        self.hide()

    def show_known(self, known: AboutChoice) -> None:
        """Show it for a model that is here. The same one again stays unfolded."""
        about = known.about
        if about is None or about.info.kind is not FileKind.MODEL or not known.choice.is_there:
            self.clear()
            return
        if self._known is None or known.choice.path != self._known.choice.path:
            self.clear()
        self._known, self._info = known, about.info
        self.show()
        self.show_settings(known.settings)

    def show_settings(self, own: ModelSettings) -> None:
        """Show these settings of the model; what is set elsewhere counts for the memory."""
        self._own = own
        given = [tr(LABELS[name]) for name in LABELS if name in own.given()]
        everything = tr("Leeward chooses everything for this machine.")
        self.summary.setText(tr("Set by you: {names}.", names=tr(", ").join(given)) if given else everything)
        self.reset.setVisible(bool(given))
        if not self.form.isHidden():
            self._show_values()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        for row in self.rows.values():
            row.set_narrow(is_narrow=self.width() < _NARROW_PX)

    def _show_values(self) -> None:
        known, info = self._known, self._info
        if known is None or info is None:
            return
        usual = self._usual(info, known.suggested)
        needed = self._needed_bytes(info, self._own)
        for name, field in self.fields.items():
            value = getattr(self._own, name)
            field.show_value(value, usual[name])
            if name in _DRAWING:
                remark = _suggestion(getattr(known.suggested, name))
            elif value is None or name in _BESIDE:  # its file is read when it is loaded
                remark = ""
            elif name == "flash_attention" and not value and self._own.kv_type not in (None, KvType.F16):
                remark = tr("It stays on: keys and values that are stored smaller need it.")
            elif name in _ON_TOP and (known.adapter_problem is not None or value != known.settings.adapters):
                remark = "" if known.adapter_problem is None else _problem(known.adapter_problem)
            else:
                remark = _cost(needed - self._needed_bytes(info, self._own.with_value(name, None)))
            self.rows[name].set_remark(remark)
        self.rows["moe_on_cpu"].setVisible(info.n_experts > 0)

    def _make_fields(self) -> None:
        for heading, labels in (
            (tr("How it is loaded"), _LOADING | _ON_TOP | _BESIDE),
            (tr("More context than it was trained for"), _STRETCHING),
            (tr("How words are drawn"), _DRAWING),
        ):
            self._form_layout.addWidget(PlainLabel(heading, "section"))
            for name, label in labels.items():
                self._add(name, tr(label))
        self._place()

    def _add(self, name: str, label: str) -> None:
        declared = _DECLARED[name].metadata
        sentence = tr(declared["sentence"])
        field: Field
        if name == "rope_scaling":
            field = OptionalChoice(label, sentence, {each: _rope_word(each) for each in ROPE_SCALINGS})
        elif name == "adapters":
            field = AdaptersField(label, self._theme)
        elif name == "draft":
            field = DraftField(label, self._theme)
        elif declared["limits"] is None:
            field = switch(label, sentence)
        else:
            step, n_decimals = _STEPS.get(name, (1, 0))
            field = OptionalNumber(
                NumberWords(name, label, sentence, step, n_decimals), declared["limits"], self._theme
            )
        row = SettingRow(label, sentence, field, is_wide=name in _WIDE)
        field.edited.connect(lambda value: self._on_edited(name, value))
        self.fields[name], self.rows[name] = field, row
        self._form_layout.addWidget(row)

    def _on_edited(self, name: str, value: Any) -> None:
        self.show_settings(replace(self._own, **{name: value}))
        self.changed.emit(name, value)

    @Slot(bool)
    def _on_fold_toggled(self, is_shown: bool) -> None:  # noqa: FBT001 - as the signal has it
        self.fold.setText(tr(_HIDE if is_shown else _SHOW))
        if is_shown and not self.fields:
            self._make_fields()
        self.form.setVisible(is_shown)
        if is_shown:
            self._show_values()


def _cost(n_bytes: int) -> str:
    if n_bytes == 0:
        return tr("It costs no memory.")
    size = size_text(abs(n_bytes))
    if n_bytes > 0:
        return tr("It takes {size} more than Leeward's choice.", size=size)
    return tr("It takes {size} less than Leeward's choice.", size=size)


def _suggestion(value: float | None) -> str:
    return "" if value is None else tr("The makers suggest {value:g}.", value=value)


def _rope_word(name: str) -> str:
    return (
        tr(_ROPE_WORDS[name], "of stretched positions")
        if name == "none"
        else tr(_ROPE_WORDS.get(name, name.capitalize()))
    )


def _problem(error: Exception) -> str:
    text = describe(error)
    return f"{text.sentence} {text.next_step}"
