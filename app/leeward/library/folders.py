# SPDX-License-Identifier: Apache-2.0
"""Which models lie in the model folders. The file system is the truth; what was seen last stands in for a disk that is away.

A scan lists names and sizes only, which is quick; headers are read afterwards, and only of files that changed.
"""

import logging
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from leeward.domain.errors import ModelError, ModelNotFound, ModelUnreadable
from leeward.library.entries import FILE, FOLDER, ModelEntry
from leeward.library.model_check import inspect_file
from leeward.library.provenance import sidecar_path

log = logging.getLogger(__name__)

MAX_DEPTH = 12
MAX_NAMES = 200_000
"""Names of one model folder that are looked at: whoever names "/" as a model folder gets an end."""

_PART = re.compile(r"(?P<stem>.+)-(?P<number>\d{5})-of-(?P<count>\d{5})\.gguf", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Places:
    """Where to look.

    Attributes:
        folders: Model folders, looked through with all that lies in them.
        files: Models that were added one by one.
        references: What other programs have: see other_programs.
    """

    folders: tuple[Path, ...] = ()
    files: tuple[Path, ...] = ()
    references: tuple[ModelEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found.

    Attributes:
        entries: Every model once, also those of folders that are away.
        away: Model folders that cannot be read just now.
        mounts: Those that are a disk of their own. An empty mount point is no empty disk.
    """

    entries: tuple[ModelEntry, ...] = ()
    away: tuple[Path, ...] = ()
    mounts: tuple[Path, ...] = ()


def scan(places: Places, last: Scan) -> Scan:
    """Return what is there now. `last` is what the scan before found: what did not change is not read again.

    Blocking; a thousand files take some hundredths of a second. Makes and changes nothing. Never fails.
    """
    known = {entry.path: entry for entry in last.entries}
    found: dict[Path, ModelEntry] = {}
    away: list[Path] = []
    mounts: list[Path] = []
    for root in dict.fromkeys(places.folders):
        listing = _listed(root, was_mount=root in last.mounts)
        if listing.is_away:
            away.append(root)
        if root in last.mounts if listing.is_away else os.path.ismount(root):
            mounts.append(root)
        for entry in (*_entries(root, listing), *_kept(root, listing, last.entries)):
            found.setdefault(entry.path, entry)
    for entry in (*map(_single, places.files), *places.references):
        found.setdefault(entry.path, entry)
    entries = (_with_facts(entry, known.get(entry.path)) for entry in found.values())
    return Scan(tuple(entries), tuple(away), tuple(mounts))


def with_header(entry: ModelEntry) -> ModelEntry:
    """Return the entry with what its header says. Blocking: up to two seconds. Never fails.

    What was damaged is read again: a right may have been given, a disk may work again, a newer Leeward may know more.
    """
    if entry.is_away or entry.missing or entry.info or not entry.path.exists():
        return entry
    try:
        info = inspect_file(entry.path)
    except ModelUnreadable as error:
        where = "" if error.path == entry.path else f"{error.path.name}: "
        return replace(entry, damage=where + error.reason)
    except ModelNotFound as error:
        return replace(entry, missing=error.path.name)
    except ModelError as error:
        return replace(entry, damage=type(error).__name__)
    return replace(entry, info=replace(info, chat_template=""), damage="")


def _with_facts(entry: ModelEntry, before: ModelEntry | None) -> ModelEntry:
    """Take over what was read of the same file, and all of one that is away."""
    if before is None or entry.missing:
        return entry
    if entry.is_away:
        return replace(before, is_away=True)
    if (before.size_bytes, before.modified_ns, before.n_files) != (entry.size_bytes, entry.modified_ns, entry.n_files):
        return entry
    return replace(entry, info=before.info, damage=before.damage)


def _kept(root: Path, listing: "_Listing", entries: Iterable[ModelEntry]) -> Iterator[ModelEntry]:
    """Return the entries of before that lie where nothing could be read now."""
    for entry in entries:
        if entry.root == root and any(entry.path.is_relative_to(folder) for folder in listing.unreadable):
            yield replace(entry, is_away=True)


# One folder


def models_below(folder: Path) -> list[ModelEntry]:
    """Return what lies in a folder of another program; nothing when there is no such folder. Blocking."""
    return [replace(entry, root=None) for entry in _entries(folder, _listed(folder, was_mount=False))]


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    size_bytes: int
    modified_ns: int
    is_linked: bool
    has_sidecar: bool
    damage: str = ""


@dataclass(slots=True)
class _Listing:
    """What lies in a model folder. `unreadable`: the folders that could not be looked into, the model folder itself too."""

    files: list[_File] = field(default_factory=list)
    unreadable: list[Path] = field(default_factory=list)
    is_away: bool = False
    n_names: int = 0


def _listed(root: Path, *, was_mount: bool) -> _Listing:
    listing = _Listing()
    is_unmounted = was_mount and not os.path.ismount(root)
    if not is_unmounted:
        _look_into(root, listing, seen=set(), depth=0, is_linked=False)
    # A disk may go while it is looked at: then what is missing is not gone.
    if is_unmounted or root in listing.unreadable or not root.is_dir():
        return _Listing(unreadable=[root], is_away=True)
    return listing


def _look_into(folder: Path, listing: _Listing, seen: set[tuple[int, int]], depth: int, *, is_linked: bool) -> None:
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen or depth > MAX_DEPTH:
            return  # a link that leads back
        seen.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as names:
            children = sorted(names, key=lambda child: child.name)
    except OSError as error:
        log.debug("cannot look into a model folder: %s", error)
        listing.unreadable.append(folder)
        return
    sidecars = {child.name for child in children}
    folders: list[tuple[Path, bool]] = []
    for child in children:
        listing.n_names += 1
        if listing.n_names > MAX_NAMES or child.name.startswith("."):
            continue
        is_link = is_linked or child.is_symlink()
        path = folder / child.name
        if child.name.casefold().endswith(".gguf"):
            file = _file(path, is_linked=is_link, has_sidecar=sidecar_path(path).name in sidecars)
            listing.files.extend([file] if file else [])
        elif _is_folder(child):
            folders.append((path, is_link))
        elif child.is_symlink() and not path.exists():
            listing.unreadable.append(path)  # perhaps a link to a folder on another disk
    # Real folders first: what is reachable both ways is listed where it lies.
    for path, is_link in sorted(folders, key=lambda each: each[1]):
        _look_into(path, listing, seen, depth + 1, is_linked=is_link)


def _is_folder(child: os.DirEntry[str]) -> bool:
    try:
        return child.is_dir()
    except OSError:
        return False


def _file(path: Path, *, is_linked: bool, has_sidecar: bool) -> _File | None:
    """Return a file that is called like a model; None when it is none, or gone by now."""
    try:
        status = path.stat()
    except OSError:
        if not path.is_symlink():
            return None
        return _File(path, 0, 0, is_linked, has_sidecar, "the link leads to a file that is not there")
    if not stat.S_ISREG(status.st_mode):
        return None
    return _File(path, status.st_size, status.st_mtime_ns, is_linked, has_sidecar)


def _entries(root: Path, listing: _Listing) -> Iterator[ModelEntry]:
    groups: dict[tuple[Path, str, int], dict[int, _File]] = {}
    for file in listing.files:
        part = _PART.fullmatch(file.path.name)
        if part is None or int(part["count"]) < 2:
            yield _entry(root, file.path.stem, {1: file}, 1)
        else:
            key = (file.path.parent, part["stem"], int(part["count"]))
            groups.setdefault(key, {})[int(part["number"])] = file
    for (_, stem, count), parts in groups.items():
        yield _entry(root, stem, parts, count)


def _entry(root: Path, name: str, parts: Mapping[int, _File], count: int) -> ModelEntry:
    files = [parts[number] for number in sorted(parts)]
    first_missing = next((number for number in range(1, count + 1) if number not in parts), None)
    return ModelEntry(
        path=files[0].path,
        name=name,
        origin=FOLDER,
        root=root,
        size_bytes=sum(file.size_bytes for file in files),
        modified_ns=max(file.modified_ns for file in files),
        n_files=count,
        missing="" if first_missing is None else f"{name}-{first_missing:05d}-of-{count:05d}.gguf",
        is_linked=any(file.is_linked for file in files),
        has_sidecar=any(file.has_sidecar for file in files),
        damage=next((file.damage for file in files if file.damage), ""),
    )


def _single(path: Path) -> ModelEntry:
    """Return a model that was added by itself; of one in several files `path` is the first."""
    part = _PART.fullmatch(path.name)
    name, count = (part["stem"], int(part["count"])) if part else (path.stem, 1)
    files = {}
    for number in range(1, count + 1):
        file = _file(_part_path(path, name, number, count), is_linked=path.is_symlink(), has_sidecar=False)
        if file is None:
            break
        files[number] = file
    if not files:
        return ModelEntry(path, name, FILE, n_files=count, is_away=True)
    entry = _entry(path.parent, name, files, count)
    return replace(entry, origin=FILE, root=None)


def first_part(path: Path) -> Path:
    """Return the first file of the model that a file belongs to."""
    part = _PART.fullmatch(path.name)
    return _part_path(path, part["stem"], 1, int(part["count"])) if part else path


def files_of(entry: ModelEntry) -> list[Path]:
    """Return the files of a model that are there, links that lead nowhere too."""
    part = _PART.fullmatch(entry.path.name) if entry.n_files > 1 else None
    if part is None:
        paths = [entry.path]
    else:
        paths = [_part_path(entry.path, part["stem"], number, entry.n_files) for number in range(1, entry.n_files + 1)]
    return [path for path in paths if path.exists() or path.is_symlink()]


def _part_path(path: Path, name: str, number: int, count: int) -> Path:
    return path if count == 1 else path.with_name(f"{name}-{number:05d}-of-{count:05d}.gguf")
