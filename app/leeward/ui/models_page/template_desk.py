# SPDX-License-Identifier: Apache-2.0
"""Does what the panel of the chat template asks for: checks it, keeps another one, and shows what came of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from leeward.bridge.installed import AboutChoice
from leeward.domain.model_settings import ModelSettings
from leeward.domain.queries import TemplateReport
from leeward.ui.models_page.template_panel import TemplatePanel

if TYPE_CHECKING:
    from leeward.bridge.installed import InstalledModels
    from leeward.bridge.template_check import TemplateCheck


class TemplateDesk(QObject):
    """Made after the one who tells the panel what is known: what was found before is shown then."""

    def __init__(
        self,
        check: "TemplateCheck",
        installed: "InstalledModels",
        panel: TemplatePanel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._check = check
        self._installed = installed
        self._panel = panel
        panel.check_requested.connect(self._on_check_requested)
        panel.cancel_requested.connect(check.cancel)
        panel.template_requested.connect(
            lambda path, template: installed.change_settings(path, {"template": template or None})
        )
        check.started.connect(self._show_state)
        check.checked.connect(self._on_checked)
        check.failed.connect(self._on_failed)
        installed.known.connect(self._on_known)
        installed.settings_kept.connect(self._on_settings_kept)

    @Slot(object)
    def _on_known(self, known: AboutChoice) -> None:
        panel = self._panel
        if panel.path != known.choice.path:
            return
        found = self._check.found(known.choice.path, panel.template)
        if found is not None:
            panel.show_report(found)
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        self._panel.show_running(self._check.running)

    @Slot(object, str)
    def _on_check_requested(self, path: Path, template: str) -> None:
        self._panel.show_report(None)
        self._check.start(path, template)
        self._show_state()

    @Slot(object, object)
    def _on_checked(self, path: Path, report: TemplateReport | None) -> None:
        if path == self._panel.path:
            self._panel.show_report(report, is_cancelled=report is None)
        self._show_state()

    @Slot(object, object)
    def _on_failed(self, path: Path, error: Exception) -> None:
        if path == self._panel.path:
            self._panel.show_error(error)
        self._show_state()

    @Slot(object, object, object)
    def _on_settings_kept(self, path: Path, own: ModelSettings, names: frozenset[str]) -> None:
        if path != self._panel.path or "template" not in names:
            return
        template = own.template or ""
        self._panel.show_template(template)
        found = self._check.found(path, template)
        self._panel.show_report(found)
        if found is None:
            self._check.start(path, template)
        self._show_state()
