# SPDX-License-Identifier: Apache-2.0
"""Loads models for the window and shows how that goes: progress, failures, restarts of the engine."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from leeward.bridge.models import ModelChoice, SetAndSuggested
from leeward.domain.errors import AppError, EngineCrashLoop, ModelTooLarge
from leeward.domain.model_info import LoadedModel
from leeward.domain.model_settings import ModelSettings, in_use, load_plan
from leeward.domain.queries import TemplateFinding
from leeward.domain.settings import Settings
from leeward.error_text import ErrorText, Remedy, describe
from leeward.i18n import tr
from leeward.ui.banner import Notice

if TYPE_CHECKING:
    from leeward.ui.chat_page import ChatPage
    from leeward.ui.header import Header
    from leeward.ui.main_window import WindowParts

log = logging.getLogger(__name__)

_TOPIC = "model"
_ENGINE_TOPIC = "engine"
"""Stays when the model is back: the user should read that the engine stopped."""

_FIT = "fit"
"""Stays when the model is there: the user should read what was given up for it."""

_TEMPLATE = "template"
_SILENCE = "silence"
# Shorter silences are ordinary on a busy machine.
_SILENCE_SHOWN_S = 3.0


class ModelLoading(QObject):
    """Stands between the engine's signals about models and the header, the banner and the composer."""

    def __init__(self, parts: "WindowParts", header: "Header", page: "ChatPage") -> None:
        super().__init__(page)
        self._parts = parts
        self._header = header
        self._page = page
        self._names: dict[Path, str] = {}
        self._own: dict[Path, SetAndSuggested] = {}  # of the models that were asked for
        self._reading: tuple[Path, bool] | None = None  # whose settings are being read, and whether it is forced
        self._wanted: Path | None = None
        self._refused: Path | None = None
        if parts.starter is not None:
            self._names[parts.starter.path] = parts.starter.name
        header.picker.set_choices(parts.starter, [])
        header.cancel_load_requested.connect(self._cancel)
        header.picker.model_chosen.connect(self.load)
        header.picker.forget_requested.connect(parts.models.forget)
        page.tokens_counted.connect(self._on_tokens_counted)
        parts.models.listed.connect(self._on_listed)
        parts.models.failed.connect(lambda error: page.show_error(error, "storage"))
        parts.templates.found_wrong.connect(self._on_template_wrong)
        parts.tuner.changed.connect(self._on_tuner_changed)
        generation = parts.generation
        generation.load_progressed.connect(self._on_load_progressed)
        generation.model_loaded.connect(self._on_model_loaded)
        generation.fell_asleep.connect(header.show_asleep)
        generation.load_noted.connect(self._on_load_noted)
        generation.memory_measured.connect(header.show_memory)
        generation.load_failed.connect(self._on_load_failed)
        generation.engine_died.connect(self._on_engine_died)
        generation.engine_restarting.connect(self._on_engine_restarting)
        generation.engine_gave_up.connect(self._on_engine_gave_up)
        generation.engine_silent.connect(self._on_engine_silent)
        for sign_of_life in (generation.engine_responding, generation.engine_died):
            sign_of_life.connect(self._on_sign_of_life)

    @Slot()
    def _on_tuner_changed(self) -> None:
        self._header.show_trial(is_shown=self._parts.tuner.is_trying)

    @property
    def of_model(self) -> SetAndSuggested:
        """What is set for the loaded model, and what its makers suggest."""
        model = self._parts.generation.loaded_model
        nothing = (ModelSettings(), ModelSettings())
        return self._own.get(model.path, nothing) if model is not None else nothing

    @property
    def settings_in_use(self) -> Settings:
        """What answers are made under: the settings, with those of the loaded model and of the persona that answers."""
        return self._parts.personas.answering(in_use(self._parts.settings.settings, *self.of_model))

    @Slot(object, object)
    def take_own(self, path: Path, own: ModelSettings) -> None:
        """Answer under what is set for a model now; how it was loaded stays until it is loaded again."""
        if path in self._own:
            self._own[path] = (own, self._own[path][1])

    def load_last(self) -> None:
        """Load the model that was used last, else the starter model; does nothing without either."""
        last = self._parts.settings.settings.last_model
        if last:
            self.load(Path(last))
        elif self._parts.starter is not None:
            self.load(self._parts.starter.path)

    @Slot(object)
    def load(self, path: Path, *, is_forced: bool = False) -> None:
        """Load this model in place of the one that is loaded. `is_forced`: though the memory may not do."""
        self._wanted = path
        self._page.banner.take_back(_TOPIC)
        self._page.banner.take_back(_FIT)
        self._show_loading(path, 0.0)
        self._reading = (path, is_forced)
        self._parts.models.read_settings(path, lambda own: self._begin(path, own, is_forced=is_forced))

    def _begin(self, path: Path, own: SetAndSuggested, *, is_forced: bool) -> None:
        if self._reading != (path, is_forced):
            return  # another model was chosen meanwhile, or loading was cancelled
        self._reading = None
        self._own[path] = own
        starter = self._parts.starter
        # The starter's file has a name nobody knows it by; other files say best themselves what they are.
        name = starter.name if starter is not None and path == starter.path else ""
        plan = load_plan(self._parts.settings.settings, self._parts.personas.with_adapters(own[0]), path, name)
        self._parts.generation.load(replace(plan, is_forced=is_forced))

    @Slot()
    def _cancel(self) -> None:
        if self._reading is None:
            self._parts.generation.cancel_load()
        else:
            (path, _), self._reading = self._reading, None
            self._on_load_failed(path, None)

    @Slot()
    def load_anyway(self) -> None:
        """Load the model that was refused because memory is short."""
        if self._refused is not None:
            self.load(self._refused, is_forced=True)

    @Slot()
    def reload(self) -> None:
        """Load the same model again, under the settings as they are now."""
        if self._wanted is not None:
            self.load(self._wanted)
        else:
            self.load_last()

    def _name(self, path: Path) -> str:
        return self._names.get(path, path.stem)

    def _show_loading(self, path: Path, fraction: float) -> None:
        name = self._name(path)
        self._header.show_loading(path, name, fraction)
        self._page.show_model_state(None, name)

    def _show_no_model(self, status: str = "") -> None:
        self._header.show_no_model(status)
        self._page.show_model_state(None, "")

    @Slot(object)
    def _on_listed(self, known: list[ModelChoice]) -> None:
        self._names.update({each.path: each.name for each in known})
        if self._parts.starter is not None:
            self._names[self._parts.starter.path] = self._parts.starter.name
        self._header.picker.set_choices(self._parts.starter, known)

    @Slot(object, float)
    def _on_load_progressed(self, path: Path, fraction: float) -> None:
        self._show_loading(path, fraction)

    @Slot(object)
    def _on_model_loaded(self, model: LoadedModel) -> None:
        self._wanted = model.path
        self._names[model.path] = model.name
        self._page.banner.take_back(_TOPIC)
        self._header.show_model(model)
        self._page.show_model_state(model, "")
        is_starter = self._parts.starter is not None and model.path == self._parts.starter.path
        # The starter's path changes with every installation: empty stands for it.
        self._parts.settings.set_value("last_model", "" if is_starter else str(model.path))
        if not is_starter:
            self._parts.models.remember(model.path, model.name)
        if model.template_note or model.template_warnings:
            self._page.banner.show_notice(Notice(_about_template(model), _TOPIC, None, is_serious=False))

    @Slot(object, object)
    def _on_template_wrong(self, path: Path, wrong: tuple[TemplateFinding, ...]) -> None:
        model = self._parts.generation.loaded_model
        if model is None or model.path != path or not (model.template_note or model.template_warnings):  # else said
            text = _about_complaints(self._name(path), wrong)
            self._page.banner.show_notice(Notice(text, _TEMPLATE, None, is_serious=False))

    @Slot(object, str)
    def _on_load_noted(self, _path: Path, sentence: str) -> None:
        text = ErrorText(
            sentence, tr("More can be had by closing other programs or with a smaller model."), Remedy.WAIT
        )
        self._page.banner.show_notice(Notice(text, _FIT, None, is_serious=False))

    @Slot(object, object)
    def _on_load_failed(self, path: Path, error: Exception | None) -> None:
        self._refused = path if isinstance(error, ModelTooLarge) else None
        still_loaded = self._parts.generation.loaded_model
        if still_loaded is not None:
            self._wanted = still_loaded.path
            self._header.show_model(still_loaded)
            if self._parts.generation.is_asleep:
                self._header.show_asleep()
            self._page.show_model_state(still_loaded, "")
        else:
            self._show_no_model("" if error is not None else tr("Loading {name} was cancelled", name=self._name(path)))
        if error is not None:
            self._page.show_error(error, _TOPIC)

    @Slot(object)
    def _on_engine_died(self, error: AppError) -> None:
        self._show_no_model()
        text, shown = describe(error), self._page.banner.notice
        if shown is None or shown.text != text:  # an answer that failed has said it, with a button
            self._page.banner.show_notice(Notice(text, _ENGINE_TOPIC, None))

    @Slot(object)
    def _on_engine_restarting(self, path: Path) -> None:
        self._show_loading(path, 0.0)
        self._header.show_status(tr("Starting the engine again"))

    @Slot(object)
    def _on_engine_gave_up(self, error: EngineCrashLoop) -> None:
        self._show_no_model()
        self._page.banner.take_back(_ENGINE_TOPIC)
        self._page.show_error(error, _TOPIC)

    @Slot(float, float)
    def _on_engine_silent(self, silent_s: float, limit_s: float) -> None:
        if silent_s < _SILENCE_SHOWN_S:
            return
        text = ErrorText(
            tr("The engine has not answered for {seconds:.0f} seconds.", seconds=silent_s),
            tr(
                "It may still be working. After {seconds:.0f} seconds it is started again by itself. Your text is safe.",
                seconds=limit_s,
            ),
            Remedy.RESTART_ENGINE,
        )
        # Only the newest count of seconds is true.
        self._page.banner.replace_topic(Notice(text, _SILENCE, text.remedy, is_serious=False))

    @Slot()
    def _on_sign_of_life(self) -> None:
        self._page.banner.take_back(_SILENCE)

    @Slot(int)
    def _on_tokens_counted(self, n_used: int) -> None:
        model = self._parts.generation.loaded_model
        self._header.meter.set_values(n_used, model.n_ctx if model is not None else 0)


def _about_complaints(name: str, wrong: tuple[TemplateFinding, ...]) -> ErrorText:
    """Say what is wrong with the template of a model that came in: the worst of it, in one line."""
    fix = next((finding.fix for finding in wrong if finding.fix), "")
    offer = tr(
        "Answers may be odd. The Models page offers the built-in template {name} instead, when it is chosen there.",
        name=fix,
    )
    found = tr("Answers may be odd. The Models page says all that was found, when it is chosen there.")
    return ErrorText(
        tr("The chat template of {name}: {finding}", name=name, finding=wrong[0].sentence),
        offer if fix else found,
        Remedy.WAIT,
    )


def _about_template(model: LoadedModel) -> ErrorText:
    """Say why the model's own chat template is not used, or what is odd about it."""
    warnings = [f"{warning[:1].upper()}{warning[1:].rstrip('.')}." for warning in model.template_warnings]
    if not model.template_note:
        return ErrorText(
            tr("About {name}: {warnings}", name=model.name, warnings=" ".join(warnings)),
            tr("Answers may be odd. “What the model sees” above shows the exact prompt."),
            Remedy.WAIT,
        )
    note = tr(
        "The chat template of {name} is not used: {reason}.", name=model.name, reason=model.template_note.rstrip(".")
    )
    return ErrorText(
        " ".join([note, *warnings]),
        tr("Answers may be odd. A newer file of this model may bring a better one."),
        Remedy.WAIT,
    )
