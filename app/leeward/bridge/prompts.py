# SPDX-License-Identifier: Apache-2.0
"""The prompt library for the window: read when it is first needed, written on the storage thread."""

import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leeward.domain.prompts import Prompt
from leeward.storage.prompts_file import PromptsFile, ready_prompts

if TYPE_CHECKING:
    from leeward.bridge.tasks import TaskThread

log = logging.getLogger(__name__)


class PromptsBridge(QObject):
    """Signals:
    changed()           `prompts` are others
    failed(Exception)   the file cannot be read or written
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, file: PromptsFile, thread: "TaskThread", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._thread = thread
        self._is_asked = False
        self._prompts: tuple[Prompt, ...] = ()

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """What is known; empty until it is read, which the first call begins."""
        if not self._is_asked:
            self._is_asked = True
            self._thread.run(self._file.load, self._on_loaded, self._on_unreadable)
        return self._prompts

    def keep(self, prompts: Iterable[Prompt]) -> None:
        """Take these prompts; `changed` follows at once."""
        kept = tuple(prompts)
        self._prompts, self._is_asked = kept, True
        self._thread.run(lambda: self._file.save(kept), lambda _: None, self._on_failed)
        self.changed.emit()

    def bring_back_ready(self) -> None:
        """Add the ready prompts that are missing by name; `changed` follows."""
        self._thread.run(ready_prompts, self._on_ready, self._on_failed)

    def _on_ready(self, ready: tuple[Prompt, ...]) -> None:
        names = {each.name for each in self._prompts}
        self.keep((*self._prompts, *(each for each in ready if each.name not in names)))

    def _on_loaded(self, prompts: tuple[Prompt, ...]) -> None:
        if not self._prompts:  # else something was kept meanwhile
            self._prompts = prompts
            self.changed.emit()

    def _on_unreadable(self, error: Exception) -> None:
        self._on_failed(error)
        self._thread.run(ready_prompts, self._on_loaded, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        log.warning("the prompts cannot be read or written: %s", type(error).__name__)
        self.failed.emit(error)
