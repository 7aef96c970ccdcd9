# SPDX-License-Identifier: Apache-2.0
"""Checks the chat template of one model, with an engine of its own, beside the window."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from leeward.bridge.engine_job import EngineJob
from leeward.domain.queries import TemplateReport
from leeward.library.template_check import check_template, glance_at_template

if TYPE_CHECKING:
    from leeward.engine.protocol import Engine

log = logging.getLogger(__name__)

Check = Callable[["Engine", Path, str, Callable[[], bool]], TemplateReport | None]


class TemplateCheck(QObject):
    """One check at a time, on a thread of its own. What was found is remembered until the program ends.

    Signals:
        started(Path)
        checked(Path, TemplateReport | None)   None when it was cancelled
        failed(Path, Exception)                an AppError, or another exception when it is a bug
    """

    started = Signal(object)
    checked = Signal(object, object)
    failed = Signal(object, object)

    def __init__(
        self,
        make_engine: "Callable[[], Engine]",
        check: Check = check_template,
        glance: Check = glance_at_template,
        parent: QObject | None = None,
    ) -> None:
        """`glance`: what is done in place of `check` where nobody waits for it."""
        super().__init__(parent)
        self._check = check
        self._glance = glance
        self._job = EngineJob("template check", make_engine, self)
        self._asked: tuple[Path, str] | None = None  # the model that is being checked, and the template
        self._found: dict[tuple[Path, str], TemplateReport] = {}
        self._job.ended.connect(self._on_ended)

    @property
    def running(self) -> Path | None:
        """The model that is being checked."""
        return self._asked[0] if self._asked is not None else None

    def found(self, path: Path, template: str) -> TemplateReport | None:
        """Return what was found of this model with this template, "" for the file's own."""
        return self._found.get((path, template))

    def start(self, path: Path, template: str, *, is_glance: bool = False) -> None:
        """Check the model at `path`; `checked` or `failed` follows. Without effect while one runs.

        Args:
            template: "" is the file's own.
            is_glance: Without loading the weights.
        """
        if self._asked is None:
            check = self._glance if is_glance else self._check
            self._asked = (path, template)
            self._job.start(lambda engine, is_stopped: check(engine, path, template, is_stopped))
            self.started.emit(path)

    def cancel(self) -> None:
        """Stop it; `checked` follows. Without effect when none runs."""
        self._job.cancel()

    def close(self) -> None:
        """Stop it and wait. Blocking. May be called twice."""
        self._job.close()

    @Slot(object)
    def _on_ended(self, result: TemplateReport | Exception | None) -> None:
        asked, self._asked = self._asked, None
        if asked is None:
            return
        if isinstance(result, Exception):
            log.warning("a chat template could not be checked: %s", type(result).__name__)
            self.failed.emit(asked[0], result)
            return
        if result is not None:
            self._found[asked] = result
        self.checked.emit(asked[0], result)
