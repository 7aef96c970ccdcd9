# SPDX-License-Identifier: Apache-2.0
"""The models on this computer as the Models page shows them: which there are, what is known of one, taking one away."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from leeward.bridge.downloads import DownloadState
from leeward.bridge.installed import AboutChoice, merged
from leeward.bridge.models import ModelChoice
from leeward.i18n import tr
from leeward.ui.models_page.detail import Detail

if TYPE_CHECKING:
    from leeward.library.entries import ModelEntry
    from leeward.library.removal import Removal
    from leeward.ui.models_page.page import PageTools
    from leeward.ui.models_page.remove_dialog import RemoveDialog


class ModelsHere(QObject):
    """Signals:
    changed()            `all` is another list
    trouble(Exception)   something that is not about the model that is looked at
    """

    changed = Signal()
    trouble = Signal(object)

    def __init__(self, tools: "PageTools", detail: Detail, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._detail = detail
        self._opened_before: list[ModelChoice] = []
        self._entries: tuple[ModelEntry, ...] = ()
        self._all: list[ModelChoice] = []
        self._loading: Path | None = None
        self.dialog: RemoveDialog | None = None
        tools.models.listed.connect(self._on_known_listed)
        installed, generation = tools.installed, tools.generation
        installed.listed.connect(self._on_entries_listed)
        installed.known.connect(self._on_known)
        installed.removed.connect(self._on_removed)
        installed.not_removed.connect(self._on_not_removed)
        installed.failed.connect(self.trouble)
        generation.load_progressed.connect(self._on_load_progressed)
        generation.model_loaded.connect(self._on_load_ended)
        generation.load_failed.connect(self._on_load_ended)
        detail.remove_requested.connect(self._on_remove_requested)

    @property
    def all(self) -> list[ModelChoice]:
        return self._all

    @property
    def entries(self) -> "tuple[ModelEntry, ...]":
        """What the library found: also projectors and adapters."""
        return self._entries

    def refresh(self) -> None:
        """Look what is here; `changed` follows where it is something else."""
        self._tools.models.refresh()
        self._tools.installed.refresh()

    def show(self, choice: ModelChoice) -> None:
        """Show one of them in the detail."""
        self._detail.show_file(choice)
        self.read_about()
        if choice.can_be_loaded:
            self._tools.discover.read_file(choice.path)

    @Slot(object)
    def _on_known_listed(self, known: list[ModelChoice]) -> None:
        self._opened_before = known
        self._merge()

    @Slot(object)
    def _on_entries_listed(self, entries: "tuple[ModelEntry, ...]") -> None:
        self._entries = entries
        self._merge()

    def _merge(self) -> None:
        before = self._all
        self._all = merged(self._tools.starter, self._opened_before, self._entries)
        if self._all != before:
            self.changed.emit()

    # What is known

    @Slot()
    def read_about(self) -> None:
        """Read what is known of the model in the detail."""
        choice = self._detail.choice
        if choice is None:
            return
        in_use = [self._loading] if self._loading is not None else []
        in_use += [each.path for each in (self._tools.starter, self._tools.generation.loaded_model) if each is not None]
        self._tools.installed.read_about(choice, in_use)

    @Slot(object)
    def _on_known(self, known: AboutChoice) -> None:
        if known.choice == self._detail.choice:
            self._detail.show_known(known)

    @Slot(object, float)
    def _on_load_progressed(self, path: Path, _fraction: float) -> None:
        if path != self._loading:
            self._loading = path
            self.read_about()

    @Slot()
    def _on_load_ended(self, *_what: object) -> None:
        self._loading = None
        self.read_about()

    # Taking one away

    @Slot(object)
    def _on_remove_requested(self, known: AboutChoice) -> None:
        from leeward.ui.models_page.remove_dialog import RemoveDialog  # noqa: PLC0415  rarely needed

        if known.removal is None:
            return
        self.dialog = RemoveDialog(known, known.removal, self._detail.window())
        self.dialog.accepted.connect(lambda: self._remove(known.choice))
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    @Slot()
    def _on_dialog_finished(self, _code: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _remove(self, choice: ModelChoice) -> None:
        if choice == self._detail.choice and self._detail.about.remove.isEnabled():  # it may have been loaded meanwhile
            self._tools.installed.remove(choice)

    @Slot(object, object)
    def _on_removed(self, path: Path, removal: "Removal") -> None:
        tools, shown = self._tools, self._detail.choice
        for each in tools.downloads.all:
            if each.state is DownloadState.DONE and path in each.plan.paths:
                tools.downloads.cancel(each.id)  # of a finished one: off the list, which offers to use it
        tools.models.forget(path)
        tools.installed.refresh()
        if shown is not None and shown.path == path:
            self._detail.show_nothing(tr("{name}: {what}.", name=shown.name, what=tr(removal.value)))

    @Slot(object, object)
    def _on_not_removed(self, path: Path, error: Exception) -> None:
        shown = self._detail.choice
        if shown is not None and shown.path == path:
            self._detail.show_error(error)
        else:
            self.trouble.emit(error)
        self._tools.installed.refresh()
