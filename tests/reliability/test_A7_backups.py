# SPDX-License-Identifier: Apache-2.0
"""A7: backups, their thinning, and none of a damaged database."""

import contextlib
import datetime as dt
import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeward.domain.errors import StorageCorrupt, StorageFull
from leeward.domain.generation import Role
from leeward.storage import backups as backups_module
from leeward.storage.backups import Backup, Backups, kept
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database

DAY_S = 24 * 3600.0
START = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)
N_DAYS = 400


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    path = tmp_path / "chats.db"
    with Database(path) as database:
        conversations = Conversations(database)
        conversation = conversations.create(1.0)
        for number in range(30):
            conversations.add_message(conversation.id, None, Role.USER, f"{number} " + "words " * 500, 1.0)
    return path


def test_A7_after_400_days_exactly_the_expected_days_are_kept(tmp_path: Path, filled: Path) -> None:
    backups = Backups(tmp_path / "backups")
    for number in range(N_DAYS):
        now_s = START.timestamp() + number * DAY_S
        assert backups.is_due(now_s)
        backups.make(filled, now_s)
        assert not backups.is_due(now_s + DAY_S - 1)
    today = (START + dt.timedelta(N_DAYS - 1)).date()
    assert today == dt.date(2027, 2, 4)
    days = {today - dt.timedelta(number) for number in range(12)}
    sundays = {
        dt.date(2027, 1, 31) - dt.timedelta(weeks=number) for number in range(9)
    }  # and this week's newest, today
    month_ends = {dt.date(2026, 6, 30) + dt.timedelta(number) for number in range(220)}
    month_ends = {day for day in month_ends if (day + dt.timedelta(1)).day == 1 and day < today}  # and today
    assert (len(days), len(sundays), len(month_ends)) == (12, 9, 8)
    assert {backup.made_at.date() for backup in backups.all()} == days | sundays | month_ends
    for backup in backups.all():
        with contextlib.closing(sqlite3.connect(backup.path)) as sql:
            assert sql.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert sql.execute("SELECT count(*) FROM message").fetchone() == (30,)
    assert backups.newest_good() == backups.all()[0]


def test_A7_no_backup_is_made_of_a_damaged_database(tmp_path: Path, filled: Path) -> None:
    backups = Backups(tmp_path / "backups")
    for number in range(3):
        backups.make(filled, START.timestamp() + number)  # one day: only the newest stays
    before = backups.all()
    assert len(before) == 1
    data = bytearray(filled.read_bytes())
    for start in range(5 * 4096, len(data), 3 * 4096):
        data[start : start + 4096] = b"\xa5" * 4096
    filled.write_bytes(data)
    with pytest.raises(StorageCorrupt) as caught:
        backups.make(filled, START.timestamp() + DAY_S)
    assert caught.value.path == filled
    assert backups.all() == before
    assert len(list(backups.folder.iterdir())) == 1
    assert filled.read_bytes() == data


def test_A7_a_backup_while_chats_are_written_is_of_one_moment(tmp_path: Path) -> None:
    backups = Backups(tmp_path / "backups")
    with Database(tmp_path / "chats.db") as database:
        conversations = Conversations(database)
        conversation = conversations.create(1.0)
        conversations.add_message(conversation.id, None, Role.USER, "kept in the log only", 1.0)
        with database.transaction() as sql:
            sql.execute("UPDATE conversation SET title = 'not committed'")
            made = backups.make(database.path, 1.0)
    with Database(made.path) as copy:
        assert [c.title for c in Conversations(copy).all()] == [""]
        assert len(Conversations(copy).branch(conversation.id)) == 1


def test_A7_a_clock_that_was_wrong_does_not_cost_the_newest_backup(tmp_path: Path, filled: Path) -> None:
    backups = Backups(tmp_path / "backups")
    for number in range(20):
        backups.make(filled, START.timestamp() + number * DAY_S)
    assert backups.is_due(0.0)  # 1970: a board without a clock
    newest = backups.make(filled, 0.0)
    assert backups.all()[0] == newest
    assert backups.newest_good() == newest


def test_A7_a_full_disk_leaves_the_other_backups(tmp_path: Path, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backups = Backups(tmp_path / "backups")
    made = backups.make(filled, 1.0)

    def fail(path: Path) -> None:
        raise StorageFull(path)

    monkeypatch.setattr(backups_module, "sync_file", fail)
    with pytest.raises(StorageFull):
        backups.make(filled, 2.0)
    assert [path.name for path in backups.folder.iterdir()] == [made.path.name]


def test_A7_foreign_files_in_the_folder_are_left_alone(tmp_path: Path, filled: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    foreign = {"notes.txt", "chats-1-x.db", "chats-000001-20269999T000000Z.db"}
    for name in foreign:
        (folder / name).write_text("mine")
    backups = Backups(folder)
    made = backups.make(filled, 1.0)
    assert backups.all() == [made]
    assert {path.name for path in folder.iterdir()} == foreign | {made.path.name}


def test_A7_copies_made_before_upgrades_stay(tmp_path: Path, filled: Path) -> None:
    backups = Backups(tmp_path / "backups")
    first = backups.make_before_upgrade(filled, 1, START.timestamp())
    second = backups.make_before_upgrade(filled, 1, START.timestamp() + 1)
    other = backups.make_before_upgrade(filled, 2, START.timestamp() + 2)
    for number in range(100):
        # Copies are cheap to stand in for: only names and the order count here.
        name = f"chats-{number + 10:06}-{START + dt.timedelta(30 + number):%Y%m%dT%H%M%S}Z.db"
        shutil.copy(filled, backups.folder / name)
    backups.thin()
    left = backups.all()
    assert second in left
    assert other in left
    assert first not in left


MOMENTS = st.lists(st.integers(0, 4_000_000_000), max_size=80)


@given(MOMENTS)
def test_A7_thinning_keeps_the_newest_and_few(moments: list[int]) -> None:
    made = [
        Backup(Path(str(n)), n, dt.datetime.fromtimestamp(moment, dt.UTC), None) for n, moment in enumerate(moments)
    ]
    keep = kept(made)
    assert keep <= set(made)
    assert len(keep) <= 12 + 10 + 9
    assert not made or made[-1] in keep
    assert kept(list(keep)) == keep  # thinning twice takes nothing more
    newest_of_day = {backup.made_at.date(): backup for backup in made}
    assert len(keep) >= min(12, len(newest_of_day))
