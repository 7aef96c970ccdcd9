# SPDX-License-Identifier: Apache-2.0
"""Taking models away: files only where Leeward made them, links without what they lead to, all else off the list only."""

import enum
from contextlib import suppress
from pathlib import Path

from leeward.domain.errors import ModelNotFound, ModelNotOurs
from leeward.i18n import mark
from leeward.library.entries import FOLDER, PROGRAM_NAMES, ModelEntry
from leeward.library.folders import files_of
from leeward.library.provenance import read_provenance, sidecar_path
from leeward.storage.atomic import os_errors_translated


class Removal(enum.StrEnum):
    """What taking a model away does."""

    DELETE = mark("its files are deleted")
    UNLINK = mark("the link is removed, and the file it leads to stays")
    FORGET = mark("it is taken off the list, and its files stay")


def removal_of(entry: ModelEntry) -> Removal:
    """Return what `remove` would do: by what lies on the disk now, not by what a scan once saw.

    Raises:
        ModelNotFound: None of its files is there.
        ModelNotOurs: It belongs to another program, it lies in a model folder and Leeward did not make it, or it can only be
            reached through a link to another folder.
    """
    program = PROGRAM_NAMES.get(entry.origin)
    if program is not None:
        raise ModelNotOurs(entry.path, f"it belongs to {program}")
    if entry.origin != FOLDER or entry.root is None:
        return Removal.FORGET
    folder = entry.path.parent
    if folder.resolve() != entry.root.resolve() / folder.relative_to(entry.root):
        raise ModelNotOurs(entry.path, mark("it lies in another folder that a link leads to"))
    files = files_of(entry)
    if not files:
        raise ModelNotFound(entry.path)
    if all(file.is_symlink() for file in files):
        return Removal.UNLINK
    for file in files:
        made = read_provenance(file)
        is_ours = made is not None and made.size_bytes == file.stat().st_size
        if not file.is_symlink() and not is_ours:
            raise ModelNotOurs(file, mark("it was not downloaded or unpacked by Leeward"))
    return Removal.DELETE


def remove(entry: ModelEntry) -> Removal:
    """Take the files or links away; of what is only to be forgotten nothing is touched.

    Raises:
        ModelNotFound, ModelNotOurs: Nothing was touched.
        StorageReadOnly: A file cannot be deleted.
    """
    removal = removal_of(entry)
    if removal is Removal.FORGET:
        return removal
    for file in files_of(entry):
        with os_errors_translated(file):
            file.unlink()  # of a link the link itself
            if removal is Removal.DELETE:
                with suppress(FileNotFoundError):
                    sidecar_path(file).unlink()
    return removal


def disk_bytes(path: Path) -> int:
    """Return what a file really takes on its disk; 0 when it is not there."""
    try:
        status = path.stat()
    except OSError:
        return 0
    n_blocks = getattr(status, "st_blocks", None)
    return status.st_size if n_blocks is None else n_blocks * 512
