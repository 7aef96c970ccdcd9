# SPDX-License-Identifier: Apache-2.0
"""What a user can point at: a file, a zip file, or a folder. Gives the files with JSON in it, within bounds."""

import os
import stat
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Final

from leeward.domain.errors import ImportUnreadable
from leeward.storage import backup_file
from leeward.storage.zip_file import BadZip, is_zip, opened_zip, read_member

MAX_FILE_BYTES: Final = 256 * 1024**2
MAX_FILES: Final = 20_000
_TOO_LARGE = f"it is larger than {MAX_FILE_BYTES // 1024**2} MB"
_MAX_DEPTH = 8
_MAX_RATIO = 200
"""Texts shrink to a tenth; zeros to a thousandth."""
_RATIO_FROM_BYTES = 8 * 1024**2
_ENCRYPTED = 1
"""A bit among the flags of a member (APPNOTE.TXT 4.4.4)."""
_SUFFIXES = (".json", ".jsonl")
_THREAD, _MESSAGES = "thread.json", "messages.jsonl"


@dataclass(frozen=True, slots=True)
class Document:
    """One file.

    Attributes:
        name: Inside the zip file or folder; "" for a file that was named itself.
        thread: The thread.json that lies beside a messages.jsonl, as Jan has them.
    """

    name: str
    data: bytes | bytearray
    thread: bytes | bytearray | None = None


@dataclass(frozen=True, slots=True)
class Unusable:
    """One file of a zip file or folder that cannot be read; those beside it may be. `reason`: without a full stop."""

    name: str
    reason: str


def documents(path: Path) -> Iterator[Document | Unusable]:
    """Give the files of `path`. In zip files and folders, those that end in .json or .jsonl.

    Raises:
        ImportUnreadable: With the reason why `path` itself cannot be read.
    """
    try:
        if path.is_dir():
            yield from _in_folder(path)
        elif not path.exists():
            raise ImportUnreadable(path, "there is no such file")
        elif not path.is_file():
            raise ImportUnreadable(path, "it is no ordinary file")
        else:
            with path.open("rb") as opened:
                beginning = opened.read(4)
            yield from _in_zip(path) if is_zip(beginning) else _alone(path)
    except BadZip as error:
        raise ImportUnreadable(path, str(error)) from error
    except OSError as error:
        raise ImportUnreadable(path, f"it cannot be read ({error.strerror or error})") from error


def _alone(path: Path) -> Iterator[Document]:
    if path.name == _THREAD and (path.parent / _MESSAGES).is_file():
        path = path.parent / _MESSAGES
    thread = path.with_name(_THREAD)
    has_thread = path.name == _MESSAGES and thread.is_file()
    yield Document("", _content(path), _content(thread) if has_thread else None)


def _in_folder(folder: Path) -> Iterator[Document | Unusable]:
    n_files = 0
    for place, folders, names in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(folders) if len(here.relative_to(folder).parts) < _MAX_DEPTH else []
        for name in sorted(names):
            path = here / name
            if not name.lower().endswith(_SUFFIXES) or (name == _THREAD and _MESSAGES in names):
                continue
            if not _is_file(path):
                continue
            n_files += 1
            if n_files > MAX_FILES:
                raise ImportUnreadable(folder, f"there are more than {MAX_FILES:,} files in it")
            thread = here / _THREAD
            has_thread = name == _MESSAGES and _THREAD in names and _is_file(thread)
            yield _document_or_not(
                str(path.relative_to(folder)),
                partial(_content, path),
                partial(_content, thread) if has_thread else None,
            )


def _in_zip(path: Path) -> Iterator[Document | Unusable]:
    with opened_zip(path) as archive:
        if {backup_file.MANIFEST, backup_file.DATABASE} <= set(archive.namelist()):
            raise ImportUnreadable(path, "it is a backup of Leeward, which leeward restore reads")
        members = {each.filename: each for each in archive.infolist() if _is_wanted(each)}
        if len(members) > MAX_FILES:
            raise ImportUnreadable(path, f"there are more than {MAX_FILES:,} files in it")
        for name, member in members.items():
            place = PurePosixPath(name)
            if place.name == _THREAD and str(place.with_name(_MESSAGES)) in members:
                continue
            thread = members.get(str(place.with_name(_THREAD))) if place.name == _MESSAGES else None
            yield _document_or_not(
                name, partial(_member, archive, member), partial(_member, archive, thread) if thread else None
            )


def _document_or_not(
    name: str, content: Callable[[], bytes], thread: Callable[[], bytes] | None
) -> Document | Unusable:
    try:
        return Document(name, content(), thread() if thread else None)
    except (BadZip, ImportUnreadable) as error:
        return Unusable(name, error.reason if isinstance(error, ImportUnreadable) else str(error))
    except OSError as error:
        return Unusable(name, f"it cannot be read ({error.strerror or error})")


def _is_file(path: Path) -> bool:
    """Say whether it is a file and no link, which could lead to anything."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:  # it went away
        return False


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    return not member.is_dir() and member.filename.lower().endswith(_SUFFIXES)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.flag_bits & _ENCRYPTED:
        raise BadZip("it is locked with a password")
    if member.file_size > max(_RATIO_FROM_BYTES, _MAX_RATIO * member.compress_size):
        raise BadZip("it is packed suspiciously small")
    if member.file_size > MAX_FILE_BYTES:
        raise BadZip(_TOO_LARGE)
    return read_member(archive, member, MAX_FILE_BYTES)


def _content(path: Path) -> bytes:
    with path.open("rb") as opened:
        is_small = os.fstat(opened.fileno()).st_size <= MAX_FILE_BYTES
        data = opened.read(MAX_FILE_BYTES + 1) if is_small else b""
    if not is_small or len(data) > MAX_FILE_BYTES:  # it may have grown
        raise ImportUnreadable(path, _TOO_LARGE)
    return data
