# SPDX-License-Identifier: Apache-2.0
"""Keeps what is set for the model that is looked at, and says when it has to be loaded again for it."""

from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from leeward.bridge.installed import AboutChoice
from leeward.domain.model_info import LoadPlan
from leeward.domain.model_settings import ModelSettings
from leeward.ui.models_page.detail import Detail

if TYPE_CHECKING:
    from leeward.bridge.generation import GenerationBridge
    from leeward.bridge.installed import InstalledModels

_LOAD_TIME = frozenset(declared.name for declared in fields(LoadPlan))
_KEEP_DELAY_MS = 300
"""A held-down stepper changes a setting many times a second."""


class SettingsDesk(QObject):
    """Made after the one who tells the detail what is known: what is not kept yet is shown over it.

    Signals:
        use_requested(Path)           load this model: what was chosen for it is kept
        kept(Path, ModelSettings)     this is set for a model now
        adapters_kept()               there is more to know of the model that is looked at
    """

    use_requested = Signal(object)
    kept = Signal(object, object)
    adapters_kept = Signal()

    def __init__(
        self, installed: "InstalledModels", generation: "GenerationBridge", detail: Detail, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._installed = installed
        self._generation = generation
        self._detail = detail
        self._path: Path | None = None  # whose changes these are
        self._changes: dict[str, Any] = {}  # not known to be kept
        self._to_use: Path | None = None
        self._stale: Path | None = None  # it was loaded with other settings than it has now
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEEP_DELAY_MS)
        self._timer.timeout.connect(self.keep)
        detail.setup.changed.connect(self._on_changed)
        detail.setup.reset_requested.connect(self._on_reset_requested)
        detail.setup.unfolded.connect(self._on_moved)
        detail.fit.moved.connect(self._on_moved)
        installed.known.connect(self._on_known)
        installed.settings_kept.connect(self._on_kept)
        installed.settings_not_kept.connect(self._on_not_kept)
        generation.model_loaded.connect(self._on_model_loaded)

    @Slot()
    def keep(self) -> None:
        """Keep now what waits to be kept."""
        if self._timer.isActive():
            self._timer.stop()
        if self._path is not None and self._changes:
            self._installed.change_settings(self._path, dict(self._changes))

    def use(self, path: Path) -> None:
        """Load this model when all is kept that was chosen for it; `use_requested` follows."""
        wanted = self._detail.fit.wanted if path == self._detail.ready_path else None
        if wanted is not None:
            self._take(path, {"n_ctx": wanted[0], "kv_type": wanted[1]})
        if path == self._path and self._changes:
            self._to_use = path
            self.keep()
        else:
            self.use_requested.emit(path)

    def _take(self, path: Path, changes: dict[str, Any]) -> None:
        if path != self._path:
            self.keep()
            self._path, self._changes = path, {}
        self._changes |= changes

    @Slot(str, object)
    def _on_changed(self, name: str, value: Any) -> None:
        choice = self._detail.choice
        if choice is not None:
            self._take(choice.path, {name: value})
            self._detail.fit.show_own(replace(self._detail.fit.own, **{name: value}))
            self._timer.start()

    @Slot()
    def _on_reset_requested(self) -> None:
        choice = self._detail.choice
        if choice is not None:
            self._take(choice.path, {declared.name: None for declared in fields(ModelSettings)})
            self._detail.fit.let_leeward_choose()
            self._detail.show_settings(ModelSettings())
            self.keep()

    @Slot()
    def _on_moved(self) -> None:
        self._detail.setup.show_settings(self._detail.fit.settings)

    @Slot(object)
    def _on_known(self, known: AboutChoice) -> None:
        if known.choice != self._detail.choice:
            return
        if known.choice.path == self._path and self._changes:
            self._detail.show_settings(replace(known.settings, **self._changes))
        self._show_stale()

    @Slot(object, object, object)
    def _on_kept(self, path: Path, own: ModelSettings, names: frozenset[str]) -> None:
        if path == self._path:
            self._changes = {name: value for name, value in self._changes.items() if getattr(own, name) != value}
        self.kept.emit(path, own)
        loaded = self._generation.loaded_model
        if loaded is not None and loaded.path == path and names & _LOAD_TIME:
            self._stale = path
        choice = self._detail.choice
        if choice is not None and choice.path == path:
            self._detail.show_settings(replace(own, **self._changes) if path == self._path else own)
            self._show_stale()
            if "adapters" in names:
                self.adapters_kept.emit()
        if path == self._to_use and not self._changes:
            self._to_use = None
            self.use_requested.emit(path)

    @Slot(object, object)
    def _on_not_kept(self, path: Path, error: Exception) -> None:
        if path == self._path:
            self._to_use = None  # the changes wait for the next try
        choice = self._detail.choice
        if choice is not None and choice.path == path:
            self._detail.show_error(error)

    @Slot(object)
    def _on_model_loaded(self, _model: object) -> None:
        self._stale = None
        self._show_stale()

    def _show_stale(self) -> None:
        path = self._detail.ready_path
        self._detail.show_stale(is_stale=path is not None and path == self._stale)
