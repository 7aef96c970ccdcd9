# SPDX-License-Identifier: Apache-2.0
"""The bar on top: sidebar toggle, model, load progress, context meter, what the model sees, settings."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from leeward.domain.model_info import LoadedModel
from leeward.i18n import tr
from leeward.library.in_words import memory_text
from leeward.ui.context_meter import ContextMeter
from leeward.ui.controls import ElidedLabel, IconButton, PlainLabel, plain_tooltip
from leeward.ui.model_picker import ModelPicker
from leeward.ui.status_text import parameters_text
from leeward.ui.theme import Theme

_HEIGHT_PX = 52
_COMPACT_HEIGHT_PX = 36
_NARROW_PX = 560


class Header(QWidget):
    """Signals:
    sidebar_toggle_requested()
    cancel_load_requested()
    personas_requested()
    prompt_requested()      show what the model sees
    settings_requested()
    """

    sidebar_toggle_requested = Signal()
    cancel_load_requested = Signal()
    personas_requested = Signal()
    prompt_requested = Signal()
    settings_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model: LoadedModel | None = None
        self._status = ""
        self._downloads = ""
        self._persona = ""
        self._trial = ""
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sidebar_toggle = IconButton("panel-left", tr("Show or hide the sidebar"), theme, "Ctrl+B")
        self.picker = ModelPicker(theme)
        self.temporary = PlainLabel(tr("Temporary"), "chip")
        self.temporary.setToolTip(tr("Nothing of this chat is written to the disk. It is gone when Leeward ends."))
        self.temporary.setAccessibleName(tr("Temporary chat: nothing of it is kept"))
        self.temporary.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.temporary.hide()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.progress.setFixedWidth(96)
        self.progress.setAccessibleName(tr("Loading the model"))
        self.status = ElidedLabel("", "muted")
        self.cancel = IconButton("x", tr("Cancel loading"), theme)
        self.meter = ContextMeter(theme)
        self.personas = IconButton("user", tr("Personas"), theme, "Ctrl+P")
        self.prompt = IconButton("eye", tr("What the model sees"), theme, "Ctrl+Shift+M")
        self.settings = IconButton("sliders-horizontal", tr("Settings"), theme, "Ctrl+,")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(6)
        for widget in (self.sidebar_toggle, self.picker, self.temporary, self.progress, self.cancel):
            layout.addWidget(widget)
        layout.addWidget(self.status, 1)
        layout.addWidget(self.meter)
        layout.addWidget(self.personas)
        layout.addWidget(self.prompt)
        layout.addWidget(self.settings)
        self.sidebar_toggle.clicked.connect(self.sidebar_toggle_requested)
        self.cancel.clicked.connect(self.cancel_load_requested)
        self.personas.clicked.connect(self.personas_requested)
        self.prompt.clicked.connect(self.prompt_requested)
        self.settings.clicked.connect(self.settings_requested)
        self.show_no_model()
        self.set_compact(is_compact=False)

    def set_theme(self, theme: Theme) -> None:
        for widget in (
            self.sidebar_toggle,
            self.picker,
            self.cancel,
            self.meter,
            self.personas,
            self.prompt,
            self.settings,
        ):
            widget.set_theme(theme)

    def set_compact(self, *, is_compact: bool) -> None:
        """Be 36 px high instead of 52, for low windows."""
        self.setFixedHeight(_COMPACT_HEIGHT_PX if is_compact else _HEIGHT_PX)

    def show_loading(self, path: Path, name: str, fraction: float) -> None:
        """Show that the model is being read into memory; `fraction` is 0 to 1."""
        self.picker.show_model(name, tr("loading"), path)
        self.progress.setValue(round(fraction * 1000))
        self.show_status(tr("Loading {percent} %", percent=round(fraction * 100)))
        self._set_loading(is_loading=True)

    def show_model(self, model: LoadedModel) -> None:
        self._model = model
        self._show_facts(model, used_bytes=0)
        self.show_status("")
        self._set_loading(is_loading=False)
        self.prompt.show()

    def show_asleep(self) -> None:
        """Show that the memory of the model is free until it is asked something."""
        if self._model is not None:
            again = tr("Its memory is free. It is loaded again when you write.")
            self.picker.show_model(self._model.name, again, self._model.path)
            self.show_status(tr("Asleep"))

    @Slot(object)
    def show_memory(self, used_bytes: int) -> None:
        """Show what the loaded model really takes, beside what was planned."""
        if self._model is not None:
            self._show_facts(self._model, used_bytes)

    def _show_facts(self, model: LoadedModel, used_bytes: int) -> None:
        facts = (
            parameters_text(model.n_params) if model.n_params else "",
            model.device,
            tr("{n:,} tokens of context", n=model.n_ctx),
            *(
                tr("with {adapter} ({scale:g})", adapter=adapter.file, scale=adapter.scale)
                for adapter in model.adapters
            ),
            tr("loaded in {seconds:.1f} s", seconds=model.load_s),
            memory_text(model.planned_bytes, used_bytes),
            "" if model.goes_back else tr("a change early in a chat may have to be read from the start"),
        )
        self.picker.show_model(model.name, " · ".join(fact for fact in facts if fact), model.path)

    def show_no_model(self, status: str = "") -> None:
        self._model = None
        self.picker.show_model("", "", None)
        self.show_status(status)
        self._set_loading(is_loading=False)

    def show_temporary(self, *, is_shown: bool) -> None:
        """Mark the chat as one that is not kept."""
        self.temporary.setVisible(is_shown)
        self._fit_picker()

    def show_status(self, status: str) -> None:
        """Show one short sentence beside the model."""
        self._status = status
        self.status.set_full_text(status or self._downloads or self._trial or self._persona)

    def show_downloads(self, line: str) -> None:
        """Show this where there is nothing to say of the model."""
        self._downloads = line
        self.show_status(self._status)

    def show_trial(self, *, is_shown: bool) -> None:
        """Say that a trial is under way, where there is nothing else to say of the model."""
        self._trial = tr("Trying what is fastest here…") if is_shown else ""
        self.show_status(self._status)

    def show_persona(self, name: str) -> None:
        """Say who answers, where there is nothing else to say; "" for nobody."""
        self._persona = tr("Answers as {name}", name=name) if name else ""
        answers = tr("Personas: {name} answers", name=plain_tooltip(name))
        self.personas.set_name(answers if name else tr("Personas"), "Ctrl+P")
        self.show_status(self._status)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW_PX
        self.meter.set_compact(is_compact=is_narrow)
        self.progress.setFixedWidth(56 if is_narrow else 96)
        self._fit_picker()

    def _fit_picker(self) -> None:
        taken = 374 if self.width() < _NARROW_PX else 534
        if not self.temporary.isHidden():
            taken += self.temporary.sizeHint().width() + 6
        self.picker.set_max_width(max(90, self.width() - taken))

    def _set_loading(self, *, is_loading: bool) -> None:
        self.progress.setVisible(is_loading)
        self.cancel.setVisible(is_loading)
        self.prompt.hide()  # only a loaded model sees anything; and there is room for the progress
