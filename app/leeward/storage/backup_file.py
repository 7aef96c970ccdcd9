# SPDX-License-Identifier: Apache-2.0
"""All that a profile holds of the user's own, in one file: chats, settings, personas, prompts, what was decided of models.

A zip file with a list of hashes. Not in it: model files, the access token, logs, and what was measured of this machine.
Restoring checks everything before it replaces anything, and keeps what was there in a folder beside. The files are
replaced one after the other, the chats last: after a crash between two, each is the old or the new one, and restoring
again ends it.
"""

import contextlib
import datetime as dt
import hashlib
import itertools
import logging
import os
import re
import shutil
import tempfile
import time
import zipfile
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Annotated, Final

import msgspec

from leeward.domain.errors import BackupUnfit, NothingToTake, StorageCorrupt, StorageError, StorageFull, TargetExists
from leeward.i18n import mark
from leeward.storage.atomic import new_file, os_errors_translated, sync_folder
from leeward.storage.backups import check_file, copy_pages, make_private_file, sync_file
from leeward.storage.database import Database, check_untouched
from leeward.storage.migrations import STEPS
from leeward.storage.profile import Profile, ProfileLock
from leeward.storage.recovery import keep, parts_of
from leeward.storage.sqlite_file import opened_untouched
from leeward.storage.zip_file import BadZip, member_chunks, opened_zip, read_member

log = logging.getLogger(__name__)

FORMAT: Final = "leeward-backup"
VERSION: Final = 1
MANIFEST: Final = "manifest.json"
DATABASE: Final = "chats.db"
_MAX_MANIFEST_BYTES = 1024**2
_MAX_SMALL_BYTES = 16 * 1024**2  # of every file but the database
_MAX_TIME_S = 253_402_300_799  # the end of 9999: a date that can be shown
_CHUNK_BYTES = 1024**2
_WORK = ".backup-"
_LEFT_AFTER_S = 24 * 3600.0
_SHA256 = re.compile(r"[0-9a-f]{64}")
_PERSONAS = "personas"
_MAX_PERSONAS = 10_000
# One step below its folder, on every file system.
_PERSONA = re.compile(r"personas/(?!(?i:con|prn|aux|nul|com\d|lpt\d)\.)[^\W_][\w ,=@+-]{0,100}\.toml")


class _PackedFile(msgspec.Struct, frozen=True):
    name: str
    size_bytes: int
    sha256: str


class _Manifest(msgspec.Struct, frozen=True):
    format: str
    version: int
    made_at_s: Annotated[float, msgspec.Meta(ge=-_MAX_TIME_S, le=_MAX_TIME_S)]
    files: tuple[_PackedFile, ...]


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What a backup holds. `n_conversations`: Those in the bin not counted."""

    made_at_s: float
    files: tuple[str, ...]
    n_conversations: int


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and the folder that keeps what was there before; None when there was nothing."""

    contents: BackupContents
    aside: Path | None


def make_backup_file(profile: Profile, target: Path, now_s: float, *, may_replace: bool) -> BackupContents:
    """Write a backup to `target`. The window may be open and go on writing. Blocking.

    Raises:
        NothingToTake: The profile has no chats.
        TargetExists: `target` is there and may not be replaced.
        StorageCorrupt: The chats are damaged; nothing was written.
        NotMade: The file cannot be written.
        StorageFull, StorageReadOnly: The profile has no room for a copy.
    """
    if not profile.database.exists():
        raise NothingToTake(profile.root)
    if target.exists() and not may_replace:  # before the work
        raise TargetExists(target)
    with _work_folder(profile) as work:
        copy = work / DATABASE
        make_private_file(copy)
        copy_pages(profile.database, copy)
        try:
            check_file(copy)
        except StorageCorrupt as error:
            raise StorageCorrupt(profile.database, error.detail) from error
        sources = {DATABASE: copy} | _small_files(profile)
        with (
            new_file(target, may_replace=may_replace) as file,
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        ):
            packed = tuple(_pack(archive, name, path) for name, path in sources.items())
            manifest = _Manifest(FORMAT, VERSION, now_s, packed)
            archive.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1))
        return _contents(manifest, copy)


def backup_made_at_s(source: Path) -> float:
    """Return when a backup was made, from its list; the rest of it is checked when it is restored. Raises BackupUnfit."""
    try:
        with opened_zip(source) as archive:
            return _manifest(archive, source).made_at_s
    except BadZip as error:
        raise BackupUnfit(source, str(error)) from error
    except OSError as error:
        raise BackupUnfit(source, f"it cannot be read ({error.strerror or error})") from error


def restore_backup_file(profile: Profile, source: Path, now_s: float) -> Restored:
    """Put what a backup holds in the place of what the profile has. Blocking.

    Raises:
        BackupUnfit: The file is none, or is damaged; nothing was changed.
        StorageTooNew: It was made by a newer Leeward; nothing was changed.
        ProfileInUse: The window is open.
        StorageFull, StorageReadOnly: What was replaced before is kept beside.
    """
    profile.create()
    with ProfileLock(profile), _work_folder(profile) as work:
        manifest = _unpacked(source, work)
        database = work / DATABASE
        try:
            check_untouched(database, known_version=len(STEPS), must_check=True)
        except StorageCorrupt as error:
            raise BackupUnfit(source, f"the chats in it are damaged ({error.detail})") from error
        contents = _contents(manifest, database)
        _bring_log_home(profile)
        aside = _aside(profile, now_s)
        _replace_folder(profile.personas, work / _PERSONAS, aside)
        for name, place in _places(profile).items():
            _replace(place, work / name, aside)
    log.warning("a backup was restored; what was there is kept in %s", aside)
    return Restored(contents, aside if aside.exists() else None)


def _places(profile: Profile) -> dict[str, Path]:
    """Return what is in a backup and where it belongs, in the order in which it is replaced."""
    return {
        "settings.toml": profile.settings_file,
        "library.json": profile.library_file,
        "prompts.toml": profile.prompts_file,
        DATABASE: profile.database,
    }


def _small_files(profile: Profile) -> dict[str, Path]:
    """Return the files beside the chats by their names in a backup, as far as it can be restored with them."""
    found = {name: path for name, path in _places(profile).items() if name != DATABASE and _is_small(path)}
    taken = {name.casefold() for name in found}
    with contextlib.suppress(FileNotFoundError):  # no persona was kept yet
        for path in sorted(profile.personas.iterdir()):
            is_persona = path.suffix == ".toml" and not path.name.startswith(".")  # as they are read
            if is_persona and _is_small(path) and len(found) < _MAX_PERSONAS:
                name = _packed_name(path.name, taken)
                taken.add(name.casefold())
                found[name] = path
    return found


def _is_small(path: Path) -> bool:
    """Say whether there is a file that a backup can hold; a larger one is left out, and the log says so."""
    if not path.is_file():
        return False
    if path.stat().st_size > _MAX_SMALL_BYTES:
        log.warning("%s is left out of the backup: it is larger than %d bytes", path.name, _MAX_SMALL_BYTES)
        return False
    return True


def _packed_name(file_name: str, taken: Container[str]) -> str:
    """Return the name of a persona's file in a backup, which every file system has, and tells from those that are taken."""
    name, number = f"{_PERSONAS}/{file_name}", 0
    while not _PERSONA.fullmatch(name) or name.casefold() in taken:
        digest = hashlib.sha256(os.fsencode(file_name) + b"\0" * number).hexdigest()
        name, number = f"{_PERSONAS}/persona-{digest[:12]}.toml", number + 1
    return name


@contextlib.contextmanager
def _work_folder(profile: Profile) -> Iterator[Path]:
    # In the profile: private text must not pass through /tmp, and renaming must not cross file systems.
    with os_errors_translated(profile.root):
        for left in profile.root.glob(f"{_WORK}*"):  # by a program that was killed, not by one that is at it
            if time.time() - left.stat().st_mtime > _LEFT_AFTER_S:
                shutil.rmtree(left, ignore_errors=True)
        work = Path(tempfile.mkdtemp(prefix=_WORK, dir=profile.root))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _contents(manifest: _Manifest, database: Path) -> BackupContents:
    with opened_untouched(database) as sql:
        n_conversations = sql.execute("SELECT count(*) FROM conversation WHERE deleted_at_s IS NULL").fetchone()[0]
    return BackupContents(manifest.made_at_s, tuple(each.name for each in manifest.files), n_conversations)


# Packing


def _pack(archive: zipfile.ZipFile, name: str, path: Path) -> _PackedFile:
    sha256, n_bytes = hashlib.sha256(), 0
    with path.open("rb") as opened, archive.open(name, "w", force_zip64=True) as member:
        while chunk := opened.read(_CHUNK_BYTES):
            sha256.update(chunk)
            n_bytes += len(chunk)
            member.write(chunk)
    return _PackedFile(name, n_bytes, sha256.hexdigest())


# Unpacking


def _unpacked(source: Path, work: Path) -> _Manifest:
    """Unpack what the list names into `work`, every byte checked. Names never come from the file."""
    if source.exists() and not source.is_file():
        raise BackupUnfit(source, mark("it is no ordinary file"))
    try:
        with opened_zip(source) as archive:
            manifest = _manifest(archive, source)
            needed = sum(each.size_bytes for each in manifest.files)
            if shutil.disk_usage(work).free < needed:
                raise StorageFull(work / DATABASE)
            for packed in manifest.files:
                (work / packed.name).parent.mkdir(mode=0o700, exist_ok=True)
                _unpack(archive, packed, work / packed.name, source)
    except BadZip as error:
        raise BackupUnfit(source, str(error)) from error
    except FileNotFoundError as error:
        raise BackupUnfit(source, mark("there is no such file")) from error
    except OSError as error:
        raise BackupUnfit(source, f"it cannot be read ({error.strerror or error})") from error
    return manifest


def _manifest(archive: zipfile.ZipFile, source: Path) -> _Manifest:
    try:
        encoded = read_member(archive, archive.getinfo(MANIFEST), _MAX_MANIFEST_BYTES)
        manifest = msgspec.json.decode(encoded, type=_Manifest)
    except KeyError as error:
        raise BackupUnfit(source, f"there is no {MANIFEST} in it") from error
    except (ValueError, RecursionError) as error:
        raise BackupUnfit(source, f"its {MANIFEST} is damaged") from error
    if manifest.format != FORMAT:
        raise BackupUnfit(source, mark("it is no backup of Leeward"))
    if manifest.version != VERSION:
        raise BackupUnfit(source, f"it is of version {manifest.version}, and this Leeward knows version {VERSION}")
    names = [each.name for each in manifest.files]
    places = _places(Profile(Path()))
    is_known = all(name in places or _PERSONA.fullmatch(name) for name in names)
    is_once = len({name.casefold() for name in names}) == len(names) <= _MAX_PERSONAS + len(places)
    if not is_known or not is_once or DATABASE not in names:
        raise BackupUnfit(source, mark("its list names other files than a backup has"))
    for each in manifest.files:
        is_size = 0 <= each.size_bytes <= (2**50 if each.name == DATABASE else _MAX_SMALL_BYTES)
        if not is_size or not _SHA256.fullmatch(each.sha256):
            raise BackupUnfit(source, mark("its list has a size or hash that is none"))
    return manifest


def _unpack(archive: zipfile.ZipFile, packed: _PackedFile, path: Path, source: Path) -> None:
    try:
        member = archive.getinfo(packed.name)
    except KeyError as error:
        raise BackupUnfit(source, f"{packed.name} is missing in it") from error
    sha256, n_bytes = hashlib.sha256(), 0
    with os_errors_translated(path):
        make_private_file(path)
    with path.open("r+b") as file:
        for chunk in member_chunks(archive, member):
            n_bytes += len(chunk)
            if n_bytes > packed.size_bytes:
                break
            sha256.update(chunk)
            _write(file, chunk, path)
    if n_bytes != packed.size_bytes or sha256.hexdigest() != packed.sha256:
        raise BackupUnfit(source, f"{packed.name} in it is not what was packed (SHA-256 differs)")
    with os_errors_translated(path):
        sync_file(path)


def _write(file: IO[bytes], chunk: bytes, path: Path) -> None:
    with os_errors_translated(path):
        file.write(chunk)


# Replacing


def _bring_log_home(profile: Profile) -> None:
    """Close the old chats properly if they can be opened, so that nothing of them stays in a log beside."""
    if not profile.database.exists():
        return
    with contextlib.suppress(StorageError):  # damaged or newer chats are why people restore: they are kept as they are
        Database(profile.database, backups=profile.backups).close()


def _aside(profile: Profile, now_s: float) -> Path:
    moment = dt.datetime.fromtimestamp(now_s, dt.UTC).strftime("%Y%m%dT%H%M%SZ")
    names = itertools.chain([f"before-restore-{moment}"], (f"before-restore-{moment}-{n}" for n in itertools.count(2)))
    return next(profile.root / name for name in names if not (profile.root / name).exists())


def _replace_folder(place: Path, new: Path, aside: Path) -> None:
    """The same for a folder: for a moment there is none, and the old one lies beside."""
    with os_errors_translated(place):
        if place.exists():
            aside.mkdir(mode=0o700, exist_ok=True)
            place.replace(aside / place.name)
            sync_folder(aside)
        if new.exists():
            new.replace(place)
        sync_folder(place.parent)


def _replace(place: Path, new: Path, aside: Path) -> None:
    """Keep what stands at `place` in the folder `aside`, and put `new` there if there is one."""
    with os_errors_translated(place):
        old = parts_of(place)
        if old:
            aside.mkdir(mode=0o700, exist_ok=True)
        for part in old:
            keep(part, aside / part.name)
        if old:
            sync_folder(aside)
            sync_folder(aside.parent)
        # A log belongs to the old chats. It goes before the new ones come, which must never be joined with it.
        for part in old:
            if part != place or not new.exists():
                part.unlink()
        if new.exists():
            new.replace(place)
        sync_folder(place.parent)
