# SPDX-License-Identifier: Apache-2.0
"""What the library knows of one model on this machine."""

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from leeward.domain.model_info import FileKind, ModelInfo
from leeward.domain.model_settings import ModelKey, model_key
from leeward.i18n import mark

FOLDER, FILE = "folder", "file"

PROGRAM_NAMES = {
    "lm-studio": "LM Studio",
    "ollama": "Ollama",
    "gpt4all": "GPT4All",
    "jan": "Jan",
    "huggingface": "Hugging Face cache",
}
"""Other programs whose models are known, by id: see `other_programs`."""


class EntryState(enum.StrEnum):
    READY = mark("ready")
    UNREAD = mark("not read yet")
    INCOMPLETE = mark("a file is missing")
    DAMAGED = mark("damaged")
    AWAY = mark("folder not available")


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """A model, adapter or projector as it lies on a disk; a model in several files is one.

    Attributes:
        path: The file; the first one of several.
        name: What to call it in a list and on the command line.
        origin: FOLDER, FILE (added by itself), or the id of the program that it belongs to.
        root: The model folder it was found in; None for references.
        size_bytes, modified_ns: Of all its files: the sum, and the latest.
        n_files: How many there should be.
        missing: Name of the first file that is not there, "" when all are.
        is_linked: It, or a folder on the way to it, is a symbolic link.
        has_sidecar: A file with its provenance lies beside it.
        is_away: It was there, and its folder cannot be read just now.
        damage: Why its header is not believed, in English, "" when it is or was not read.
        info: What its header says, without the text of the chat template; None until it was read.
        note: What the program it belongs to says of it.
    """

    path: Path
    name: str
    origin: str
    size_bytes: int = 0
    modified_ns: int = 0
    root: Path | None = None
    n_files: int = 1
    missing: str = ""
    is_linked: bool = False
    has_sidecar: bool = False
    is_away: bool = False
    damage: str = ""
    info: ModelInfo | None = None
    note: str = ""

    @property
    def state(self) -> EntryState:
        if self.is_away:
            return EntryState.AWAY
        if self.missing:
            return EntryState.INCOMPLETE
        if self.damage:
            return EntryState.DAMAGED
        return EntryState.READY if self.info else EntryState.UNREAD

    @property
    def can_be_loaded(self) -> bool:
        """Whether it may be offered: as far as known by now."""
        return self.state in (EntryState.READY, EntryState.UNREAD) and self.kind is FileKind.MODEL

    @property
    def kind(self) -> FileKind:
        """Of a file whose header was not read: as its name says."""
        if self.info:
            return self.info.kind
        return FileKind.PROJECTOR if "mmproj" in self.path.name.casefold() else FileKind.MODEL

    @property
    def key(self) -> ModelKey:
        return model_key(self.path.name, self.size_bytes)


def projectors_of(entry: ModelEntry, entries: Iterable[ModelEntry]) -> list[ModelEntry]:
    """Return the projectors (mmproj) that lie beside a model: what it sees and hears with."""
    return [
        other
        for other in entries
        if other.kind is FileKind.PROJECTOR
        and other.path.parent == entry.path.parent
        and entry.kind is FileKind.MODEL
        and not other.is_away
    ]
