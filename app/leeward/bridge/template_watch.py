# SPDX-License-Identifier: Apache-2.0
"""Looks at the chat templates of models that came in, one after the other, while nothing else needs the machine."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from leeward.domain.queries import TemplateReport
from leeward.library.template_check import complaints

if TYPE_CHECKING:
    from leeward.bridge.generation import GenerationBridge
    from leeward.bridge.models import SetAndSuggested
    from leeward.bridge.template_check import TemplateCheck
    from leeward.domain.ids import ConversationId
    from leeward.domain.model_info import LoadedModel

DELAY_MS = 1500
"""Between two looks whether the machine is free."""

ReadSettings = Callable[[Path, Callable[["SetAndSuggested"], None]], None]


class TemplateWatch(QObject):
    """Waits while an answer is made or a model is loaded; one that begins meanwhile stops the look, which is taken up later.

    Signals:
        found_wrong(Path, tuple[TemplateFinding, ...])   of a model that came in, the worst first; never an empty tuple
    """

    found_wrong = Signal(object, object)

    def __init__(
        self,
        check: "TemplateCheck",
        generation: "GenerationBridge",
        read_settings: ReadSettings,
        delay_ms: int = DELAY_MS,
        parent: QObject | None = None,
    ) -> None:
        """`read_settings`: what was set for a model, which may be another template; handed over on this thread."""
        super().__init__(parent)
        self.check = check
        self._read_settings = read_settings
        self._waiting: list[Path] = []
        self._to_be_loaded: set[Path] = set()
        self._looking: Path | None = None
        self._is_interrupted = False
        self._answering: set[ConversationId] = set()
        self._is_loading = False
        self._others: list[Callable[[], bool]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay_ms)
        self._timer.timeout.connect(self._on_time)
        check.checked.connect(self._on_checked)
        check.failed.connect(self._on_failed)
        generation.reply_started.connect(self._on_reply_started)
        generation.reply_finished.connect(self._on_reply_ended)
        generation.reply_failed.connect(self._on_reply_ended)
        generation.load_progressed.connect(self._on_load_progressed)
        generation.model_loaded.connect(self._on_model_loaded)
        for end in (generation.load_failed, generation.engine_died, generation.engine_gave_up):
            end.connect(self._on_load_ended)

    @Slot(object)
    def look(self, path: Path) -> None:
        """Look at the template of the model at `path` when the machine is free; folders are passed over."""
        if path.suffix.lower() == ".gguf" and path not in self._waiting:
            self._waiting.append(path)
            self._timer.start()

    def look_once_loaded(self, path: Path) -> None:
        """The same, behind a load of it that was just asked for; nothing when that fails, which says why."""
        self._to_be_loaded.add(path)

    def wait_for(self, is_running: Callable[[], bool]) -> None:
        """Begin no look while this runs, too."""
        self._others.append(is_running)

    def close(self) -> None:
        """Look no more, and wait for what runs. Blocking. May be called twice."""
        self._waiting.clear()
        self._timer.stop()
        self.check.close()

    @property
    def _is_free(self) -> bool:
        return not (self._answering or self._is_loading or self.check.running or any(each() for each in self._others))

    def _wait(self) -> None:
        if self._waiting:
            self._timer.start()

    @Slot()
    def _on_time(self) -> None:
        if self._waiting and self._is_free:
            path = self._waiting[0]
            self._read_settings(path, lambda known: self._begin(path, known[0].template or ""))
        else:
            self._wait()

    def _begin(self, path: Path, template: str) -> None:
        if path in self._waiting and self._is_free:  # it may have come otherwise meanwhile
            self._waiting.remove(path)
            self._looking, self._is_interrupted = path, False
            self.check.start(path, template, is_glance=True)
        self._wait()

    def _interrupt(self) -> None:
        if self._looking is not None:
            self._is_interrupted = True
            self.check.cancel()

    @Slot(object, object)
    def _on_checked(self, path: Path, report: TemplateReport | None) -> None:
        if path == self._looking:
            self._looking = None
            if report is None and self._is_interrupted:
                self._waiting.insert(0, path)
            elif report is not None and (wrong := complaints(report)):
                self.found_wrong.emit(path, wrong)
        self._wait()

    @Slot(object, object)
    def _on_failed(self, path: Path, _error: Exception) -> None:
        if path == self._looking:
            self._looking = None  # the log has it: nobody asked
        self._wait()

    # What else the machine does

    @Slot(object)
    def _on_reply_started(self, conversation_id: "ConversationId", _branch: object) -> None:
        self._answering.add(conversation_id)
        self._interrupt()

    @Slot(object)
    def _on_reply_ended(self, conversation_id: "ConversationId", *_what: object) -> None:
        self._answering.discard(conversation_id)

    @Slot(object, float)
    def _on_load_progressed(self, _path: Path, _fraction: float) -> None:
        self._is_loading = True
        self._interrupt()

    @Slot(object)
    def _on_model_loaded(self, model: "LoadedModel") -> None:
        self._is_loading = False
        if model.path in self._to_be_loaded:
            self.look(model.path)
        self._to_be_loaded.clear()

    @Slot()
    def _on_load_ended(self, *_what: object) -> None:
        self._is_loading = False
