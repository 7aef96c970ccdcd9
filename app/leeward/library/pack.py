# SPDX-License-Identifier: Apache-2.0
"""Model packs: models in a folder with a list of their hashes, to carry on a stick to a machine without a network.

Copying goes into ".part" files and goes on where it was interrupted. What comes out of a pack counts only after every
hash in it was compared.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from leeward.domain.errors import ModelNotFound, PackDamaged, StorageFull
from leeward.i18n import mark
from leeward.library.entries import ModelEntry
from leeward.library.folders import files_of
from leeward.library.provenance import Provenance, read_provenance, write_provenance
from leeward.library.safe_name import safe_name
from leeward.storage.atomic import atomic_write, os_errors_translated, sync_folder

MANIFEST = "manifest.json"
FORMAT, VERSION = "leeward-model-pack", 1
MAX_FILES = 10_000
_MAX_MANIFEST_BYTES = 8 * 1024**2
_CHUNK_BYTES = 1024**2
_NUMBER_LENGTH = len("-00001-of-00002.gguf")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class PackedFile(msgspec.Struct, frozen=True):
    """One file. `name` is its name in the pack."""

    name: str
    size_bytes: int
    sha256: str
    provenance: Provenance | None = None


class PackedModel(msgspec.Struct, frozen=True):
    """One model with all its files, the first one first. `license` is "" where the model does not say."""

    name: str
    license: str
    files: tuple[PackedFile, ...]


class Manifest(msgspec.Struct, frozen=True):
    """What a pack holds."""

    format: str
    version: int
    models: tuple[PackedModel, ...] = ()


class Cancelled(Exception):
    """`on_progress` said so. What was copied is kept, and the next try goes on behind it."""


OnProgress = Callable[[str, int, int], bool]
"""Gets the name of a file, the bytes of all files that are done, and how many there are; returns False to stop."""


@dataclass(slots=True)
class _Copying:
    """How far one pack is."""

    n_total: int
    on_progress: OnProgress
    n_done: int = 0

    def add(self, name: str, n_bytes: int) -> None:
        self.n_done += n_bytes
        if not self.on_progress(name, self.n_done, self.n_total):
            raise Cancelled


def pack(entries: Sequence[ModelEntry], folder: Path, on_progress: OnProgress) -> Manifest:
    """Copy models into `folder` and write its list; what the folder holds already stays. Blocking.

    Files get their names, and the list its new lines, after everything was copied.

    Raises:
        ModelNotFound: A file of a model is not there.
        PackDamaged: Two of the models have files of one name, the folder has a list that cannot be read, or a file is
            not any more what Leeward downloaded.
        StorageFull, StorageReadOnly: What was copied is kept for the next try.
        Cancelled: By `on_progress`.
    """
    sources = {entry.path: _whole(entry) for entry in entries}
    before = read_manifest(folder) if (folder / MANIFEST).exists() else Manifest(FORMAT, VERSION)
    names = [_name_in_pack(entry, file) for entry in entries for file in sources[entry.path]]
    if len({name.casefold() for name in names}) != len(names):
        raise PackDamaged(folder, mark("two of the models have files of the same name"), is_new=True)
    with os_errors_translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
    copying = _Copying(sum(file.stat().st_size for files in sources.values() for file in files), on_progress)
    _check_room(folder, copying.n_total, [f"{name}.part" for name in names])
    models, ready = [], []
    for entry in entries:
        files = []
        for source in sources[entry.path]:
            name = _name_in_pack(entry, source)
            sha256 = _copy(source, folder / f"{name}.part", copying, is_new=True)
            provenance = read_provenance(source)
            if provenance and provenance.sha256 != sha256:
                raise PackDamaged(source, mark("its content is not what Leeward once downloaded"), is_new=True)
            ready.append(name)
            files.append(PackedFile(name, (folder / f"{name}.part").stat().st_size, sha256, provenance))
        models.append(PackedModel(entry.name, _license(entry, files), tuple(files)))
    for name in ready:
        _put_in_place(folder / f"{name}.part", folder / name)
    packed = {model.files[0].name for model in models}
    kept = tuple(model for model in before.models if model.files[0].name not in packed)
    manifest = Manifest(FORMAT, VERSION, (*kept, *models))
    atomic_write(folder / MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1), mode=0o644)
    return manifest


def unpack(folder: Path, models_folder: Path, on_progress: OnProgress, *, now_s: float) -> list[Path]:
    """Copy the models of a pack into `models_folder`; returns the first file of each. Blocking; uses no network.

    A model that is there already, byte by byte, stays. One of the same name with another content goes into a folder of
    its own.

    Raises:
        PackDamaged: Nothing was added.
        StorageFull, StorageReadOnly: Nothing was added; what was copied is kept for the next try.
        Cancelled: By `on_progress`.
    """
    manifest = read_manifest(folder)
    with os_errors_translated(models_folder):
        models_folder.mkdir(parents=True, exist_ok=True)
    every_file = [file for model in manifest.models for file in model.files]
    copying = _Copying(sum(file.size_bytes for file in every_file), on_progress)
    names = [file.name for file in every_file]
    _check_room(models_folder, copying.n_total, [*names, *(f"{name}.part" for name in names)])
    ready: list[tuple[Path, PackedFile, PackedModel]] = []
    found: list[Path] = []
    for model in manifest.models:
        target = _target_folder(models_folder, model, copying)
        found.append(target / model.files[0].name)
        for file in model.files:
            if _is_same(target / file.name, file, copying):
                copying.add(file.name, file.size_bytes)
                continue
            with os_errors_translated(target):
                target.mkdir(exist_ok=True)
            _copy_checked(folder / file.name, target / f"{file.name}.part", file, copying)
            ready.append((target / file.name, file, model))
    for path, file, model in ready:  # from here on it counts
        known = file.provenance or Provenance(file.sha256, file.size_bytes, license=model.license)
        write_provenance(path, replace(known, sha256=file.sha256, size_bytes=file.size_bytes, made_s=now_s))
        _put_in_place(path.with_name(f"{path.name}.part"), path)
    return found


@dataclass(frozen=True, slots=True)
class Room:
    """What a pack takes of a disk, and what is free there."""

    needed_bytes: int
    free_bytes: int

    @property
    def is_enough(self) -> bool:
        return self.free_bytes >= self.needed_bytes


def room_for(n_bytes: int, folder: Path) -> Room:
    """Return what is free where `folder` is, or is to be. Raises StorageReadOnly."""
    with os_errors_translated(folder):
        there = next((each for each in (folder, *folder.parents) if each.exists()), folder)
        return Room(n_bytes, shutil.disk_usage(there).free)


def read_manifest(folder: Path) -> Manifest:
    """Return the list of a pack, every name made safe. Raises PackDamaged."""
    path = folder / MANIFEST
    try:
        if path.stat().st_size > _MAX_MANIFEST_BYTES:
            raise PackDamaged(path, mark("it is too large"))
        manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except FileNotFoundError as error:
        raise PackDamaged(folder, f"there is no {MANIFEST} in it") from error
    except (OSError, ValueError, RecursionError) as error:
        raise PackDamaged(path, str(error)) from error
    if manifest.format != FORMAT or manifest.version != VERSION:
        raise PackDamaged(path, mark("it is no list of a model pack that this version knows"))
    _check(manifest, path)
    return manifest


def _check(manifest: Manifest, path: Path) -> None:
    names: set[str] = set()
    n_files = sum(len(model.files) for model in manifest.models)
    if n_files > MAX_FILES or not all(model.files for model in manifest.models):
        raise PackDamaged(path, mark("it lists models without files, or too many files"))
    for file in (file for model in manifest.models for file in model.files):
        if file.name != safe_name(file.name) or not file.name.casefold().endswith(".gguf"):
            raise PackDamaged(path, mark("it lists a file of a name that is not allowed"))
        if file.name.casefold() in names:
            raise PackDamaged(path, mark("it lists two files of the same name"))
        if not _SHA256.fullmatch(file.sha256) or not 0 <= file.size_bytes < 2**50:
            raise PackDamaged(path, mark("it lists a size or hash that is none"))
        names.add(file.name.casefold())


def _whole(entry: ModelEntry) -> list[Path]:
    files = files_of(entry)
    if entry.missing or len(files) != entry.n_files:
        raise ModelNotFound(entry.path.with_name(entry.missing) if entry.missing else entry.path)
    return files


def _name_in_pack(entry: ModelEntry, file: Path) -> str:
    """Return a file's name; of one without the usual ending (Ollama's) that of the model. Raises PackDamaged."""
    if file.suffix.casefold() != ".gguf":
        return safe_name(f"{entry.name}.gguf")
    # Which of several files it is stands at the end, and has to stay there.
    end = file.name[-_NUMBER_LENGTH:] if entry.n_files > 1 else ""
    name = safe_name(file.name.removesuffix(end)) + end
    if name != safe_name(name):
        raise PackDamaged(file, mark("its name is too long for a pack"), is_new=True)
    return name


def _license(entry: ModelEntry, files: Iterable[PackedFile]) -> str:
    said = next((file.provenance.license for file in files if file.provenance and file.provenance.license), "")
    return said or (entry.info.license if entry.info else "")


def _target_folder(models_folder: Path, model: PackedModel, copying: _Copying) -> Path:
    is_free = all(
        not (models_folder / file.name).exists() or _is_same(models_folder / file.name, file, copying)
        for file in model.files
    )
    return models_folder if is_free else models_folder / f"{model.files[0].sha256[:12]}"


def _is_same(path: Path, file: PackedFile, copying: _Copying) -> bool:
    try:
        if path.stat().st_size != file.size_bytes:
            return False
        sha256 = hashlib.sha256()
        with path.open("rb") as opened:
            while chunk := opened.read(_CHUNK_BYTES):
                sha256.update(chunk)
                copying.add(file.name, 0)  # it can be stopped here too
        return sha256.hexdigest() == file.sha256
    except OSError:
        return False


def _check_room(folder: Path, n_bytes: int, names: Iterable[str]) -> None:
    """Refuse early what cannot fit. Raises StorageFull."""
    n_there = sum((folder / name).stat().st_size for name in names if (folder / name).is_file())
    if shutil.disk_usage(folder).free < n_bytes - n_there:
        raise StorageFull(folder)


# Copying


def _copy_checked(source: Path, part: Path, file: PackedFile, copying: _Copying) -> None:
    # A link could lead to anything on this machine; it would have to match the hash, but why look.
    if source.is_symlink() or not source.is_file():
        raise PackDamaged(source, mark("the file is not there"))
    if source.stat().st_size != file.size_bytes:
        raise PackDamaged(source, f"it has {source.stat().st_size:,} bytes and should have {file.size_bytes:,}")
    if _copy(source, part, copying, is_new=False) != file.sha256:
        part.unlink()
        raise PackDamaged(source, mark("its content is not what was packed (SHA-256 differs)"))


def _copy(source: Path, part: Path, copying: _Copying, *, is_new: bool) -> str:
    """Copy a file, going on behind what `part` has of it; returns the SHA-256 of all that `part` holds at the end."""
    sha256 = hashlib.sha256()
    with os_errors_translated(part):
        # A link in the way would be written through.
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(part, flags, 0o644), "r+b") as target:
            is_going_on = True
            for chunk in _chunks(source, is_new=is_new):
                at = target.tell()
                if is_going_on and target.read(len(chunk)) != chunk:
                    is_going_on = False
                    target.seek(at)
                    target.truncate()
                if not is_going_on:
                    target.write(chunk)
                sha256.update(chunk)
                copying.add(source.name, len(chunk))
            target.truncate()
            target.flush()
            os.fsync(target.fileno())
    return sha256.hexdigest()


def _chunks(source: Path, *, is_new: bool) -> Iterator[bytes]:
    try:
        with source.open("rb") as data:
            while chunk := data.read(_CHUNK_BYTES):
                yield chunk
    except OSError as error:
        raise PackDamaged(source, mark("it cannot be read; perhaps its drive was taken out"), is_new=is_new) from error


def _put_in_place(part: Path, path: Path) -> None:
    with os_errors_translated(path):
        part.replace(path)
        sync_folder(path.parent)
