# SPDX-License-Identifier: Apache-2.0
"""A6: the database is damaged when the program starts."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from leeward.domain.errors import StorageCorrupt
from leeward.domain.generation import Role
from leeward.storage import recovery
from leeward.storage.backups import Backups
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.profile import Profile

PAGE = 4096
N_CONVERSATIONS = 25
N_MESSAGES = 40  # in each
N_MESSAGES_IN_BACKUP = 10
PARTS = ("", "-wal", "-shm")

Damage = Callable[[bytearray, random.Random], None]


def random_page(data: bytearray, chance: random.Random) -> None:
    start = PAGE * chance.randrange(len(data) // PAGE)
    data[start : start + PAGE] = chance.randbytes(PAGE)


def zeroed_page(data: bytearray, chance: random.Random) -> None:
    start = PAGE * chance.randrange(len(data) // PAGE)
    data[start : start + PAGE] = bytes(PAGE)


def first_page(data: bytearray, chance: random.Random) -> None:
    data[:PAGE] = chance.randbytes(PAGE)


def header(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(100)
    data[start : start + 8] = chance.randbytes(8)


def cut_short(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def zeroed_end(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    data[start:] = bytes(len(data) - start)


def emptied(data: bytearray, _chance: random.Random) -> None:
    data.clear()


def flipped_bytes(data: bytearray, chance: random.Random) -> None:
    for _ in range(20):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


VARIANTS = (
    [(random_page, seed) for seed in range(35)]
    + [(zeroed_page, seed) for seed in range(15)]
    + [(first_page, seed) for seed in range(3)]
    + [(header, seed) for seed in range(12)]
    + [(cut_short, seed) for seed in range(12)]
    + [(zeroed_end, seed) for seed in range(10)]
    + [(emptied, 0)]
    + [(flipped_bytes, seed) for seed in range(12)]
)
ONE_PAGE = {random_page, zeroed_page, first_page}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    """A profile with 1,000 messages, and a backup from when there were fewer."""
    profile = Profile(tmp_path_factory.mktemp("sound"))
    profile.create()
    chance = random.Random(7)
    with Database(profile.database) as database:
        conversations = Conversations(database)
        for number in range(N_CONVERSATIONS):
            conversation = conversations.create(1.0)
            conversations.rename(conversation.id, f"Conversation {number}")
            parent_id = None
            with database.transaction() as sql:  # one commit for all
                for turn in range(N_MESSAGES):
                    words = " ".join(f"word{chance.randrange(300)}" for _ in range(chance.choice((5, 30, 200))))
                    parent_id = sql.execute(
                        "INSERT INTO message (conversation_id, parent_id, role, status, created_at_s, content) "
                        "VALUES (?, ?, 'user', 'complete', 1.0, ?)",
                        (conversation.id, parent_id, f"{turn} {words}"),
                    ).lastrowid
                sql.execute("UPDATE conversation SET leaf_id = ? WHERE id = ?", (parent_id, conversation.id))
            if number == 3:
                Backups(profile.backups).make(profile.database, 1.0)
    assert profile.database.stat().st_size >= 100 * PAGE
    return profile


def use(profile: Profile) -> int:
    """Do what a window does: list, open and search everything, and write; return how many messages were there."""
    with Database(profile.database) as database:
        conversations = Conversations(database)
        conversations.interrupt_unfinished()
        n_messages = 0
        for conversation in conversations.all():
            branch = conversations.branch(conversation.id)
            messages = conversations.messages(conversation.id)
            assert set(messages) >= {message.id for message in branch}
            n_messages += len(messages)
        conversations.search("word1")
        fresh = conversations.create(2.0)
        message = conversations.add_message(fresh.id, None, Role.USER, "goes on", 2.0)
        assert conversations.branch(fresh.id) == [message]
        return n_messages


def damaged_copy(sound: Profile, folder: Path, damage: Damage, seed: int) -> tuple[Profile, bytes]:
    shutil.copytree(sound.root, folder)
    profile = Profile(folder)
    data = bytearray(profile.database.read_bytes())
    damage(data, random.Random(seed))
    profile.database.write_bytes(data)
    return profile, bytes(data)


@pytest.mark.parametrize(("damage", "seed"), VARIANTS, ids=[f"{damage.__name__}-{seed}" for damage, seed in VARIANTS])
def test_A6_every_damage_ends_in_a_usable_store(tmp_path: Path, sound: Profile, damage: Damage, seed: int) -> None:
    n_all = N_CONVERSATIONS * N_MESSAGES
    profile, data = damaged_copy(sound, tmp_path / "profile", damage, seed)
    choices = recovery.examine(profile)
    if damage in ONE_PAGE:
        assert choices.n_messages + choices.n_conversations >= 0.95 * (n_all + N_CONVERSATIONS)
    try:
        n_left = use(profile)
    except StorageCorrupt:
        assert profile.database.read_bytes() == data  # not touched by the attempt
    else:  # nothing that is used was hit
        assert n_left == n_all
        return
    assert choices.backup is not None
    # Each way for a third of the variants.
    recovered, n_expected = (
        lambda: (recovery.salvage(profile, 100.0), choices.n_messages),
        lambda: (recovery.restore_backup(profile, choices.backup, 100.0), 4 * N_MESSAGES),
        lambda: (recovery.start_empty(profile, 100.0), 0),
    )[seed % 3]()
    assert recovered.aside == profile.root / "chats.corrupt-19700101T000140Z"
    assert recovered.aside.read_bytes() == data
    assert recovered.n_messages == n_expected
    assert use(profile) == n_expected


def test_A6_there_are_100_variants() -> None:
    assert len(VARIANTS) == 100


def test_A6_salvage_joins_what_is_left_to_a_sound_tree(tmp_path: Path, sound: Profile) -> None:
    n_cut = 0
    for seed in range(20):
        profile, _ = damaged_copy(sound, tmp_path / str(seed), random_page, seed)
        recovery.salvage(profile, 1.0)
        with Database(profile.database) as database:
            conversations = Conversations(database)
            for conversation in conversations.all():
                branch = conversations.branch(conversation.id)
                assert len(branch) == len(conversations.messages(conversation.id)) > 0
                n_cut += len(branch) < N_MESSAGES
                assert all(word.content.split()[1].startswith("word") for word in branch if " " in word.content)
            with database.reading() as sql:
                assert sql.execute("PRAGMA foreign_key_check").fetchall() == []
    assert n_cut > 0, "no damage hit a message"


def test_A6_the_log_is_kept_and_read_too(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile")
    profile.create()
    killed = Profile(tmp_path / "killed")
    killed.create()
    with Database(profile.database) as database:
        conversations = Conversations(database)
        conversation = conversations.create(1.0)
        for number in range(50):
            conversations.add_message(conversation.id, None, Role.USER, f"only in the log {number}", 1.0)
        for part in PARTS:
            shutil.copy(f"{profile.database}{part}", f"{killed.database}{part}")
    killed.database.write_bytes(b"")
    log = Path(f"{killed.database}-wal").read_bytes()
    with pytest.raises(StorageCorrupt):
        Database(killed.database)
    recovered = recovery.salvage(killed, 1.0)
    assert (recovered.n_conversations, recovered.n_messages) == (1, 50)
    assert Path(f"{recovered.aside}-wal").read_bytes() == log
    assert use(killed) == 50


def test_A6_a_damaged_backup_is_not_offered(tmp_path: Path, sound: Profile) -> None:
    profile, _ = damaged_copy(sound, tmp_path / "profile", first_page, 1)
    good = Backups(profile.backups).all()[0]
    newer = profile.backups / "chats-000009-20260101T000000Z.db"
    newer.write_bytes(good.path.read_bytes()[: 3 * PAGE])
    assert recovery.examine(profile).backup == good


def test_A6_the_end_of_the_program_while_recovering_loses_nothing(
    tmp_path: Path, sound: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile, data = damaged_copy(sound, tmp_path / "profile", first_page, 1)

    def end(_path: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(recovery, "sync_folder", end)  # the new file is made, the old one has its second name
    with pytest.raises(KeyboardInterrupt):
        recovery.salvage(profile, 1.0)
    monkeypatch.undo()
    assert profile.database.read_bytes() == data
    with pytest.raises(StorageCorrupt):  # the question is asked again
        Database(profile.database)
    recovery.salvage(profile, 1.0)
    use(profile)
    assert [path.read_bytes() == data for path in profile.root.glob("chats.corrupt-*")] == [True, True]


def test_A6_two_damages_in_one_second_are_both_kept(tmp_path: Path, sound: Profile) -> None:
    profile, data = damaged_copy(sound, tmp_path / "profile", first_page, 1)
    first = recovery.start_empty(profile, 1.0)
    profile.database.write_bytes(b"other")
    second = recovery.start_empty(profile, 1.0)
    assert (first.aside.read_bytes(), second.aside.read_bytes()) == (data, b"other")
