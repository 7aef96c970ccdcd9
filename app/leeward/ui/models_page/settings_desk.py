# SPDX-License-Identifier: Apache-2.0
"""Keeps what is set for the model that is looked at, and says when it has to be loaded again for it."""

from collections.abc import Callable
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

_LOAD_TIME = [declared.name for declared in fields(ModelSettings) if hasattr(LoadPlan(Path()), declared.name)]
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
        self,
        installed: "InstalledModels",
        generation: "GenerationBridge",
        plan: Callable[[ModelSettings, Path], LoadPlan],
        detail: Detail,
        parent: QObject,
    ) -> None:
        """`plan`: how a model with such settings of its own would be loaded now."""
        super().__init__(parent)
        self._plan = plan
        self._installed = installed
        self._generation = generation
        self._detail = detail
        self._path: Path | None = None  # whose changes these are
        self._changes: dict[str, Any] = {}  # not known to be kept
        self._to_use: Path | None = None
        self._own = ModelSettings()  # kept for the model that is looked at
        self._has_failed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEEP_DELAY_MS)
        self._timer.timeout.connect(self.keep)
        detail.setup.changed.connect(self._on_changed)
        detail.setup.reset_requested.connect(self._on_reset_requested)
        detail.fit.moved.connect(self._on_moved)
        installed.known.connect(self._on_known)
        installed.settings_kept.connect(self._on_kept)
        installed.settings_not_kept.connect(self._on_not_kept)
        generation.model_loaded.connect(self._show_stale)

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
        choice, fit = self._detail.choice, self._detail.fit
        self._detail.setup.show_settings(fit.settings)
        if choice is not None:  # of a file that is only offered it is kept when that is used
            self._take(choice.path, {"n_ctx": fit.settings.n_ctx, "kv_type": fit.settings.kv_type})
            self._timer.start()

    @Slot(object)
    def _on_known(self, known: AboutChoice) -> None:
        if known.choice != self._detail.choice:
            return
        self._own = known.settings
        if known.choice.path == self._path and self._changes:
            self._detail.show_settings(replace(known.settings, **self._changes))
        self._show_stale()

    @Slot(object, object, object)
    def _on_kept(self, path: Path, own: ModelSettings, names: frozenset[str]) -> None:
        if path == self._path:
            self._changes = {name: value for name, value in self._changes.items() if getattr(own, name) != value}
        self.kept.emit(path, own)
        choice = self._detail.choice
        if choice is not None and choice.path == path:
            self._own = own
            if self._has_failed:
                self._has_failed = False
                self._detail.clear_error()
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
            self._has_failed = True
            self._detail.show_error(error)

    @Slot()
    def _show_stale(self, *_what: object) -> None:
        """Say whether the model is in use otherwise than it would be loaded now."""
        path, used = self._detail.ready_path, self._generation.loaded_plan
        is_used = path is not None and used is not None and used.path == path
        if not is_used or path is None:
            self._detail.show_stale(is_stale=False)
            return
        wanted = self._plan(self._own, path)
        is_stale = any(getattr(used, name) != getattr(wanted, name) for name in _LOAD_TIME)
        self._detail.show_stale(is_stale=is_stale)
