# SPDX-License-Identifier: Apache-2.0
"""Reading rows from pages: the same as SQLite while the file is sound, and no failure when it is not."""

import contextlib
import random
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leeward.storage import pages

VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.sampled_from([0, 1, -1, 127, -128, 2**15, 2**23, -(2**31), 2**47, -(2**47) - 1]),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.binary(),
    st.integers(0, 30_000).map(lambda length: "long" * length),
)
ROWS = st.dictionaries(st.integers(-(2**63), 2**63 - 1), st.tuples(VALUES, VALUES), max_size=60)


def write(path: Path, rows: dict[int, tuple[object, object]], page_bytes: int = 4096) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as sql:
        sql.execute(f"PRAGMA page_size = {page_bytes}")
        sql.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a, b)")
        sql.execute("BEGIN")
        sql.executemany("INSERT INTO t VALUES (?, ?, ?)", [(row_id, *values) for row_id, values in rows.items()])
        sql.execute("COMMIT")


def read(path: Path) -> dict[int, tuple[object, ...]]:
    return {row.row_id: row.values[1:] for row in pages.rows(path) if len(row.values) == 3}


@settings(max_examples=40)
@given(ROWS, st.sampled_from([512, 1024, 4096, 65536]))
def test_a_sound_file_is_read_as_sqlite_reads_it(
    tmp_path_factory: pytest.TempPathFactory, rows: dict[int, tuple[object, object]], page_bytes: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "pages.db"
    path.unlink(missing_ok=True)
    write(path, rows, page_bytes)
    assert read(path) == rows


def test_the_newest_committed_pages_of_the_log_count(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    write(path, {1: ("old", None)})
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as sql:
        sql.execute("PRAGMA journal_mode = WAL")
        sql.execute("UPDATE t SET a = 'new'")
        sql.execute("PRAGMA cache_size = 1")
        sql.execute("BEGIN")
        sql.executemany("INSERT INTO t VALUES (?, 'not committed', ?)", [(n, "x" * 3000) for n in range(2, 200)])
        assert read(path) == {1: ("new", None)}
        sql.execute("ROLLBACK")


def test_text_cut_by_a_damaged_page_is_given_up_to_there(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    write(path, {1: ("whole", "z" * 50_000)})
    data = path.read_bytes()
    path.write_bytes(data[: 6 * 4096])
    [(first, second)] = read(path).values()
    assert first == "whole"
    assert isinstance(second, str)
    assert set(second) == {"z"}
    assert 12_000 < len(second) < 50_000


@pytest.mark.parametrize("seed", range(60))
def test_no_damage_makes_reading_fail(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "t.db"
    write(path, {number: ("text " * number, number * 1.5) for number in range(100)}, page_bytes=512)
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 50, 2000))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data[: chance.choice((len(data), chance.randrange(len(data))))])
    path.with_name("t.db-wal").write_bytes(chance.randbytes(chance.choice((0, 20, 5000))))
    for row in pages.rows(path):
        assert isinstance(row.row_id, int)


def test_a_missing_file_has_no_rows(tmp_path: Path) -> None:
    assert list(pages.rows(tmp_path / "missing.db")) == []
