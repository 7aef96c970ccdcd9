# SPDX-License-Identifier: Apache-2.0
"""Zip files that are broken or want to fill the memory are refused with a reason, before they are read."""

import contextlib
import struct
import time
import zipfile
from pathlib import Path

import psutil
import pytest

from leeward.storage.zip_file import BadZip, is_zip, opened_zip, read_member


def members(path: Path, limit_bytes: int = 1000) -> dict[str, bytes]:
    with opened_zip(path) as archive:
        return {each.filename: read_member(archive, each, limit_bytes) for each in archive.infolist()}


def test_members_are_read_up_to_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a", b"1" * 10)
        archive.comment = b"made by hand"
    assert is_zip(path.read_bytes()[:4])
    assert members(path) == {"a": b"1" * 10}
    with pytest.raises(BadZip, match="too large"):
        members(path, 9)


def test_a_large_zip_with_the_long_records_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(66_000):  # more than the short record can count
            archive.writestr(f"{number}", b"")
    with opened_zip(path) as archive:
        assert len(archive.infolist()) == 66_000


@pytest.mark.parametrize("cut", [0, 1, 3, 10, 21, 30, 60, 100])
def test_a_cut_file_is_refused(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"1" * 100)
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(BadZip):
        members(path)


def test_changed_bytes_never_escape_as_another_error(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/b", bytes(range(256)))
        archive.writestr("c", b"c" * 300)
    good = path.read_bytes()
    for place in range(len(good)):
        for value in (0, 0x7F, 0xFF):
            path.write_bytes(good[:place] + bytes([value]) + good[place + 1 :])
            with contextlib.suppress(BadZip):
                members(path)


def test_a_million_members_are_refused_in_no_time_and_memory(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    entry = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    many = entry * 1_000_000
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(many), 0, 0)
    path.write_bytes(many + end)
    del many
    before, began_s = psutil.Process().memory_info().rss, time.monotonic()
    with pytest.raises(BadZip, match="too many"):
        members(path)
    assert time.monotonic() - began_s < 2
    assert psutil.Process().memory_info().rss - before < 50e6


def test_a_long_record_cannot_hide_another_size(tmp_path: Path) -> None:
    path = tmp_path / "hidden.zip"
    body = b"x" * 100
    record = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 2**20, 2**20, 2**30, 0)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, 47, 0, 0)
    for points_at in (len(body), 0):
        locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, points_at, 1)
        path.write_bytes(body + record + locator + end)
        with pytest.raises(BadZip, match="too many" if points_at else "damaged"):
            members(path)
