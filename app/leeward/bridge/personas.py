# SPDX-License-Identifier: Apache-2.0
"""Personas for the window: who answers now, and the files they are kept in, read and written on the storage thread."""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leeward.chat.schema import AnswerSchema
from leeward.domain.errors import AppError, PersonaUnreadable
from leeward.domain.generation import Adapter
from leeward.domain.ids import ConversationId
from leeward.domain.model_settings import ModelSettings
from leeward.domain.persona import Persona, answering_as, name_key
from leeward.domain.settings import Settings
from leeward.library.persona_files import adapters_of, model_of
from leeward.storage.personas import KeptPersona, read_persona, write_persona

if TYPE_CHECKING:
    from leeward.bridge.settings import SettingsBridge
    from leeward.bridge.tasks import TaskThread
    from leeward.library.models import Library
    from leeward.storage.personas import Personas

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Ready:
    """A persona with what it needs found. `model`: None where any will do."""

    persona: Persona
    model: Path | None
    adapters: tuple[Adapter, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """`name`: who was to answer when it was asked for; another one may have been chosen since."""

    name: str
    kept: list[KeptPersona]
    problems: list[PersonaUnreadable]
    ready: _Ready | None = None
    error: AppError | None = None  # why the one that was to answer cannot


class PersonasBridge(QObject):
    """Who answers is a setting, so it holds over the end of the program. All methods return at once.

    Signals:
        listed(list[KeptPersona], list[PersonaUnreadable])
        changed(Persona | None)     another one answers, or none does
        load_wanted(Path | None, bool)   it wants this model, None is any; and whether other adapters are to lie over it
        saved(str), exported(Path)
        checked(ConversationId, Persona, tuple[str, ...])   what of an answer does not fit its schema, as phrases
        failed(Exception)           an AppError, or another exception when it is a bug; nothing was changed
    """

    listed = Signal(object, object)
    changed = Signal(object)
    load_wanted = Signal(object, bool)
    saved = Signal(str)
    exported = Signal(object)
    checked = Signal(object, object, object)
    failed = Signal(object)

    def __init__(
        self,
        personas: "Personas",
        library: "Library",
        settings: "SettingsBridge",
        thread: "TaskThread",
        parent: QObject | None = None,
    ) -> None:
        """`library` is used on `thread` only."""
        super().__init__(parent)
        self._personas = personas
        self._library = library
        self._settings = settings
        self._thread = thread
        self._active: _Ready | None = None

    @property
    def active(self) -> Persona | None:
        """Who answers."""
        return self._active.persona if self._active else None

    def answering(self, settings: Settings) -> Settings:
        """Return what answers are made under: these settings, with what the persona says."""
        return answering_as(self._active.persona, settings) if self._active else settings

    def with_adapters(self, own: ModelSettings) -> ModelSettings:
        """Return how a model is to be loaded: with the persona's adapters in place of its own, if it has any."""
        adapters = self._active.adapters if self._active else ()
        return own.with_value("adapters", tuple((each.path, each.scale) for each in adapters)) if adapters else own

    def refresh(self) -> None:
        """Read all there are; `listed` follows, and `changed` if whoever answers has changed."""
        name = self._settings.settings.persona
        self._thread.run(lambda: self._find(name), self._on_found, self._on_failed)

    def use(self, name: str) -> None:
        """Let this one answer from now on; "" is none. Ends in `changed` or `failed`."""
        # Also nobody comes through the thread: or it would overtake who was wanted before.
        self._thread.run(lambda: self._prepare(name) if name else None, self._take, self._on_failed)

    def save(self, persona: Persona, old_name: str = "") -> None:
        """Keep a persona, in place of the one called `old_name`. Ends in `saved` or `failed`."""
        self._thread.run(
            lambda: self._save(persona, old_name), lambda _: self._on_saved(persona, old_name), self._on_failed
        )

    def remove(self, name: str) -> None:
        """Delete a persona of the user's own."""
        self._thread.run(lambda: self._personas.remove(name), lambda _: self._on_removed(name), self._on_failed)

    def add_from(self, path: Path) -> None:
        """Keep the persona in a file. Ends in `saved` or `failed`."""

        def read_and_save() -> Persona:
            persona = read_persona(path)
            self._personas.save(persona, is_replacing=False)
            return persona

        self._thread.run(read_and_save, lambda persona: self._on_saved(persona, ""), self._on_failed)

    def export(self, persona: Persona, path: Path) -> None:
        """Write a persona into a file, in place of what is there. Ends in `exported` or `failed`."""
        self._thread.run(lambda: write_persona(persona, path), lambda _: self.exported.emit(path), self._on_failed)

    def check(self, conversation_id: ConversationId, persona: Persona, answer: str) -> None:
        """Hold a finished answer against the persona's JSON schema; `checked` follows."""
        self._thread.run(
            lambda: AnswerSchema(persona.json_schema).read(answer)[1],
            lambda problems: self.checked.emit(conversation_id, persona, problems),
            self._on_failed,
        )

    # On the storage thread

    def _find(self, name: str) -> _Found:
        kept, problems = self._personas.read()
        if not name:
            return _Found(name, kept, problems)
        try:
            return _Found(name, kept, problems, self._prepare(name))
        except AppError as error:
            return _Found(name, kept, problems, None, error)

    def _prepare(self, name: str) -> _Ready:
        persona = self._personas.find(name).persona
        return _Ready(persona, model_of(persona, self._library), adapters_of(persona, self._library))

    def _save(self, persona: Persona, old_name: str) -> None:
        is_same = name_key(persona.name) == name_key(old_name)
        self._personas.save(persona, is_replacing=is_same)
        if old_name and not is_same:
            self._personas.remove(old_name)

    # On the UI thread

    def _on_found(self, found: _Found) -> None:
        if found.name != self._settings.settings.persona:
            self.listed.emit(found.kept, found.problems)
            return
        before, self._active = self._active, found.ready
        if (before and before.persona) != self.active:
            self.changed.emit(self.active)
        if before is not None and before.adapters != (found.ready.adapters if found.ready is not None else ()):
            self.load_wanted.emit(None, True)  # not at the start, where the model is still to be loaded
        self.listed.emit(found.kept, found.problems)
        if found.error is not None:
            self._settings.set_value("persona", "")
            self.failed.emit(found.error)

    def _take(self, ready: _Ready | None) -> None:
        before, self._active = self._active, ready
        self._settings.set_value("persona", ready.persona.name if ready else "")
        self.changed.emit(self.active)
        is_other = (before.adapters if before else ()) != (ready.adapters if ready else ())
        self.load_wanted.emit(ready.model if ready else None, is_other)

    def _on_saved(self, persona: Persona, old_name: str) -> None:
        if self.active and old_name and name_key(self.active.name) == name_key(old_name):
            self._settings.set_value("persona", persona.name)
        self.refresh()
        self.saved.emit(persona.name)

    def _on_removed(self, name: str) -> None:
        if self.active and name_key(self.active.name) == name_key(name):
            self.use("")
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            log.error("personas could not be read or changed: %s", type(error).__name__)
        self.failed.emit(error)
