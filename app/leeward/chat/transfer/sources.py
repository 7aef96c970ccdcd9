# SPDX-License-Identifier: Apache-2.0
"""What a user can point at: a file, a zip file, or a folder. Gives the files with JSON in it, within bounds."""

import os
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from leeward.domain.errors import ImportUnreadable
from leeward.storage import backup_file
from leeward.storage.zip_file import BadZip, is_zip, opened_zip, read_member

MAX_FILE_BYTES: Final = 256 * 1024**2
MAX_FILES: Final = 20_000
_MAX_DEPTH = 8
_MAX_RATIO = 200
"""Texts shrink to a tenth; zeros to a thousandth."""
_RATIO_FROM_BYTES = 8 * 1024**2
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


def documents(path: Path) -> Iterator[Document]:
    """Give the files of `path`. In zip files and folders, those that end in .json or .jsonl.

    Raises:
        ImportUnreadable: With the reason.
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


def _in_folder(folder: Path) -> Iterator[Document]:
    n_files = 0
    for place, folders, names in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(folders) if len(here.relative_to(folder).parts) < _MAX_DEPTH else []
        for name in sorted(names):
            path = here / name
            if not name.lower().endswith(_SUFFIXES) or (name == _THREAD and _MESSAGES in names):
                continue
            if not stat.S_ISREG(path.lstat().st_mode):  # a link could lead to anything
                continue
            n_files += 1
            if n_files > MAX_FILES:
                raise ImportUnreadable(folder, f"there are more than {MAX_FILES:,} files in it")
            thread = here / _THREAD
            has_thread = name == _MESSAGES and _THREAD in names and stat.S_ISREG(thread.lstat().st_mode)
            yield Document(str(path.relative_to(folder)), _content(path), _content(thread) if has_thread else None)


def _in_zip(path: Path) -> Iterator[Document]:
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
            yield Document(name, _member(archive, member), _member(archive, thread) if thread else None)


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    return not member.is_dir() and member.filename.lower().endswith(_SUFFIXES)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.file_size > max(_RATIO_FROM_BYTES, _MAX_RATIO * member.compress_size):
        raise BadZip("a file in it is packed suspiciously small")
    return read_member(archive, member, MAX_FILE_BYTES)


def _content(path: Path) -> bytes:
    with path.open("rb") as opened:
        data = opened.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        raise ImportUnreadable(path, f"it is larger than {MAX_FILE_BYTES // 1024**2} MB")
    return data
