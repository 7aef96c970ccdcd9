# SPDX-License-Identifier: Apache-2.0
"""Opens the dialogs of the Models page about where models come from and about model packs."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from leeward.bridge.models import ModelChoice
from leeward.domain.model_info import FileKind
from leeward.i18n import tr
from leeward.library.entries import EntryState, ModelEntry
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from leeward.ui.models_page.here import ModelsHere
    from leeward.ui.models_page.page import PageTools
    from leeward.ui.models_page.sources_dialog import SourcesDialog


class ModelSources(QObject):
    """`dialog` and `pack_dialog` are what is open just now."""

    def __init__(self, tools: "PageTools", here: "ModelsHere", theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._tools = tools
        self._here = here
        self._theme = theme
        self._page = page
        self.dialog: SourcesDialog | None = None
        self.pack_dialog: QDialog | None = None
        tools.packs.unpacked.connect(tools.installed.refresh)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.dialog is not None:
            self.dialog.set_theme(theme)

    @Slot()
    def open(self) -> None:
        from leeward.ui.models_page.sources_dialog import SourcesDialog  # noqa: PLC0415  rarely needed

        if self.dialog is not None:
            return
        dialog = SourcesDialog(self._tools.installed, self._theme, self._page.window())
        dialog.pack_requested.connect(self._make_pack)
        dialog.unpack_requested.connect(self._open_pack)
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        dialog.open()

    @Slot()
    def _make_pack(self) -> None:
        from leeward.ui.models_page.pack_dialogs import MakePackDialog  # noqa: PLC0415  rarely needed

        choices = choices_for_pack(self._here.all, self._here.entries)
        self._show(MakePackDialog(self._tools.packs, choices, self._parent))

    @Slot()
    def _open_pack(self) -> None:
        from leeward.ui.models_page.pack_dialogs import OpenPackDialog  # noqa: PLC0415  rarely needed

        chosen = QFileDialog.getExistingDirectory(self._parent, tr("Open a model pack"), str(Path.home()))
        if chosen:
            self._show(OpenPackDialog(self._tools.packs, Path(chosen), self._parent))

    @property
    def _parent(self) -> QWidget:
        return self.dialog or self._page.window()

    def _show(self, dialog: QDialog) -> None:
        self.pack_dialog = dialog
        dialog.finished.connect(self._on_pack_finished)
        dialog.open()

    @Slot()
    def _on_finished(self, _code: int) -> None:
        self.dialog = None

    @Slot()
    def _on_pack_finished(self, _code: int) -> None:
        self.pack_dialog = None
        if self.dialog is not None:
            self._tools.installed.read_sources()


def choices_for_pack(here: Sequence[ModelChoice], entries: Iterable[ModelEntry]) -> list[ModelChoice]:
    """Return what can go into a pack: models that are whole and there, and what goes with models."""
    others = [
        ModelChoice(entry.path, entry.name, entry=entry)
        for entry in entries
        if entry.kind is not FileKind.MODEL and entry.state in (EntryState.READY, EntryState.UNREAD)
    ]
    return [*(each for each in here if each.can_be_loaded), *others]
