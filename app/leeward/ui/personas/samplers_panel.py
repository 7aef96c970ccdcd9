# SPDX-License-Identifier: Apache-2.0
"""Every sampler the engine has, in groups, each with its sentence; what is not set is left to the model and the settings."""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from leeward.domain.generation import usual_values
from leeward.domain.samplers import SAMPLER_OF, SAMPLERS, Sampler, SamplerGroup
from leeward.domain.settings import Settings
from leeward.i18n import mark, tr
from leeward.ui.controls import PlainLabel
from leeward.ui.models_page.setting_fields import AUTOMATIC, OptionalChoice, OptionalNumber, switch
from leeward.ui.settings_fields import NumberWords, SettingRow
from leeward.ui.theme import Theme

_FINE = 0.01
_COARSE = 0.05
_TEXT_PX = 220
OFF = mark("Off")
_OF_SETTINGS = frozenset(declared.name for declared in fields(Settings))
"""What these are where a persona says nothing depends on the model and the settings."""


class JsonField(QLineEdit):
    """What is no number, as JSON; nothing is "not set".

    Signals:
        edited(object)   by the user; None is not set. What is no JSON is handed on as text, for whoever checks it.
    """

    edited = Signal(object)

    def __init__(self, label: str, sentence: str) -> None:
        super().__init__()
        self.setFixedWidth(_TEXT_PX)
        self.setAccessibleName(label)
        self.setAccessibleDescription(sentence)
        self.textEdited.connect(self._on_text_edited)

    def show_value(self, value: Any, usual: Any) -> None:
        self.setPlaceholderText(json.dumps(usual, ensure_ascii=False) if usual else tr("None", "nothing set"))
        self.setText("" if value is None else json.dumps(value, ensure_ascii=False))

    def set_theme(self, _theme: Theme) -> None:
        """It has no icons."""

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        try:
            self.edited.emit(json.loads(text) if text.strip() else None)
        except (ValueError, RecursionError):
            self.edited.emit(text)


Field = OptionalNumber | OptionalChoice | JsonField


class SamplersPanel(QWidget):
    """Attributes:
    values: What is set, by name.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.values: dict[str, Any] = {}
        self.fields: dict[str, Field] = {}
        self._usual = usual_values()
        self._rows: list[SettingRow] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for group in SamplerGroup:
            heading = PlainLabel(tr(group.value), "section")
            heading.setContentsMargins(0, 6, 0, 0)
            layout.addWidget(heading)
            for sampler in SAMPLERS:
                if sampler.group is group:
                    layout.addWidget(self._row(sampler, theme))

    def show_values(self, values: Mapping[str, Any]) -> None:
        self.values = dict(values)
        for sampler in SAMPLERS:
            self._show(sampler)

    def _show(self, sampler: Sampler) -> None:
        field = self.fields[sampler.name]
        field.show_value(self.values.get(sampler.name), self._usual[sampler.name])
        if not isinstance(field, OptionalNumber):
            return
        if sampler.owner and not any(SAMPLER_OF[name].owner == sampler.owner for name in self.values):
            field.number.box.setSpecialValueText(tr(OFF))
        elif sampler.name in _OF_SETTINGS:
            field.number.box.setSpecialValueText(tr(AUTOMATIC))

    def set_narrow(self, *, is_narrow: bool) -> None:
        for row in self._rows:
            row.set_narrow(is_narrow=is_narrow)

    def set_theme(self, theme: Theme) -> None:
        for field in self.fields.values():
            field.set_theme(theme)

    def _row(self, sampler: Sampler, theme: Theme) -> SettingRow:
        field = self.fields[sampler.name] = _field(sampler, theme)
        field.edited.connect(lambda value: self._on_edited(sampler.name, value))
        row = SettingRow(tr(sampler.label), tr(sampler.sentence), field, is_wide=isinstance(field, OptionalChoice))
        self._rows.append(row)
        return row

    def _on_edited(self, name: str, value: Any) -> None:
        # Only what is touched: the field may show fewer digits than the value has.
        if value is None:
            self.values.pop(name, None)
        else:
            self.values[name] = value
        owner = SAMPLER_OF[name].owner
        for sampler in SAMPLERS:  # one part turns the others on
            if owner and sampler.owner == owner and sampler.name != name:
                self._show(sampler)
        field = self.fields[name]
        if value is None and isinstance(field, OptionalNumber):
            self._show(SAMPLER_OF[name])


def _field(sampler: Sampler, theme: Theme) -> Field:
    label, sentence = tr(sampler.label), tr(sampler.sentence)
    if sampler.name == "is_infill":
        return switch(label, sentence)
    if sampler.limits is None:
        return JsonField(label, sentence)
    step = _FINE if sampler.limits.high <= 1 else _COARSE
    n_decimals = 2
    if sampler.is_whole:
        step, n_decimals = 1, 0
    words = NumberWords(sampler.name, label, sentence, step, n_decimals)
    return OptionalNumber(words, sampler.limits, theme)
