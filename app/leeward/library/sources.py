# SPDX-License-Identifier: Apache-2.0
"""Where the models of a library come from: folders, single files, and what other programs have here."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from leeward.domain.model_info import FileKind
from leeward.i18n import plural, tr
from leeward.library.entries import FILE, FOLDER, PROGRAM_NAMES, ModelEntry
from leeward.library.folders import Scan
from leeward.library.in_words import size_text
from leeward.library.other_programs import Roots, models_of
from leeward.storage.library_file import LibraryContents

PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Source:
    """One place.

    Attributes:
        what: A folder, a file, or the id of a program: as `Library.add`, `add_program` and `forget` take it.
        kind: FOLDER, FILE or PROGRAM.
        name: What to call it.
        places: Where its files lie; of a program the folders that are there.
        n_models, size_bytes: Of the models in it; of a place that is away, when it was last seen.
        is_listed: Its models are among those of the library.
        is_away: It cannot be read just now.
        is_own: It is the folder that Leeward downloads into; it stays.
    """

    what: Path | str
    kind: str
    name: str
    places: tuple[Path, ...]
    n_models: int = 0
    size_bytes: int = 0
    is_listed: bool = True
    is_away: bool = False
    is_own: bool = False


def sources_of(own_folder: Path, contents: LibraryContents, found: Scan, roots: Roots) -> Iterator[Source]:
    """Yield every folder, every single file, and every other program that is here or listed. Blocking. Never fails.

    Args:
        found: What the last scan saw.
        roots: Where other programs keep their models; they are looked through.
    """
    for folder in dict.fromkeys((own_folder, *contents.folders)):
        inside = [entry for entry in found.entries if entry.root == folder]
        yield Source(
            folder, FOLDER, str(folder), (folder,), *_sums(inside),
            is_away=folder in found.away, is_own=folder == own_folder,
        )  # fmt: skip
    singles = {entry.path: entry for entry in found.entries if entry.origin == FILE}
    for file in contents.files:
        entry = singles.get(file, ModelEntry(file, file.stem, FILE, is_away=not file.exists()))
        yield Source(file, FILE, str(file), (file,), *_sums([entry]), is_away=entry.is_away)
    for program, name in PROGRAM_NAMES.items():
        places = tuple(root for root in roots.get(program, ()) if os.path.isdir(root))  # noqa: PTH112  is_dir may raise
        is_listed = program in contents.programs
        if places or is_listed:
            sums = _sums(models_of(program, roots))
            yield Source(program, PROGRAM, name, places, *sums, is_listed=is_listed, is_away=not places)


def source_text(source: Source) -> str:
    """Return what there is to say of a place: "3 models, 1.2 GB", and why it cannot be read."""
    n = source.n_models
    said = plural("{n} model", "{n} models", n) if n else tr("no models")
    if source.size_bytes:
        said = tr("{models}, {size}", models=said, size=size_text(source.size_bytes))
    if source.kind == FILE:
        said = size_text(source.size_bytes) if source.size_bytes else ""
    if not source.is_away:
        return said
    if source.kind == PROGRAM:
        return tr("not found on this computer now")
    if source.kind == FILE:
        return tr("away: the drive or file is not there")
    if n:
        return tr("away: the drive or folder is not there; {models} stay listed", models=said)
    return tr("away: the drive or folder is not there")


def _sums(entries: Iterable[ModelEntry]) -> tuple[int, int]:
    """Return how many models there are, and their bytes with those of their projectors."""
    entries = list(entries)
    return (
        sum(entry.kind is FileKind.MODEL for entry in entries),
        sum(entry.size_bytes for entry in entries),
    )
