# SPDX-License-Identifier: Apache-2.0
"""A backup holds all that is the user's own; restoring checks it first, keeps what was there, and is never half done."""

import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import time
import zipfile
from pathlib import Path

import pytest

from leeward.domain.errors import (
    BackupUnfit,
    NothingToTake,
    NotMade,
    ProfileInUse,
    StorageCorrupt,
    StorageFull,
    StorageTooNew,
    TargetExists,
)
from leeward.domain.generation import Role
from leeward.storage import backup_file
from leeward.storage.backup_file import make_backup_file, restore_backup_file
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.profile import Profile, ProfileLock
from leeward.storage.sqlite_file import connect

NOW_S = 1_764_166_000.0


def made_profile(root: Path, title: str) -> Profile:
    profile = Profile(root)
    profile.create()
    with Database(profile.database) as database:
        conversations = Conversations(database)
        conversation = conversations.create(1.0)
        conversations.rename(conversation.id, title)
        conversations.add_message(conversation.id, None, Role.USER, f"about {title}", 2.0)
    profile.settings_file.write_text(f'system_prompt = "{title}"\n')
    profile.library_file.write_text("{}")
    profile.prompts_file.write_text(f"# {title}\n")
    profile.token_file.write_text("hf_secret")
    profile.personas.mkdir()
    (profile.personas / "poet.toml").write_text(f'name = "{title}"')
    (profile.personas / "odd:name.toml").write_text('name = "odd"')
    return profile


def titles(profile: Profile) -> list[str]:
    with Database(profile.database) as database:
        return [each.title for each in Conversations(database).all()]


def state(profile: Profile) -> dict[str, str]:
    return {
        str(path.relative_to(profile.root)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(profile.root.rglob("*"))
        if path.is_file() and path.name != "profile.lock"
    }


@pytest.fixture
def old(tmp_path: Path) -> Profile:
    return made_profile(tmp_path / "old", "before")


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    made_profile(tmp_path / "source", "saved")
    make_backup_file(Profile(tmp_path / "source"), tmp_path / "b.zip", NOW_S, may_replace=False)
    return tmp_path / "b.zip"


def test_a_backup_brings_chats_and_settings_to_another_machine(tmp_path: Path, backup: Path) -> None:
    profile = Profile(tmp_path / "new" / "home")
    restored = restore_backup_file(profile, backup, NOW_S)
    assert restored.aside is None
    assert (restored.contents.n_conversations, restored.contents.made_at_s) == (1, NOW_S)
    assert titles(profile) == ["saved"]
    assert profile.settings_file.read_text() == 'system_prompt = "saved"\n'
    assert profile.prompts_file.read_text() == "# saved\n"
    assert b"hf_secret" not in backup.read_bytes()
    assert not profile.token_file.exists()
    assert sorted(path.read_text() for path in profile.personas.iterdir()) == ['name = "odd"', 'name = "saved"']
    assert profile.personas.stat().st_mode & 0o077 == 0
    assert backup.stat().st_mode & 0o077 == 0
    for path in (profile.database, profile.settings_file, profile.library_file, profile.prompts_file):
        assert path.stat().st_mode & 0o077 == 0
    assert not list(profile.root.glob(".backup-*"))


def test_personas_whose_names_only_some_file_systems_tell_apart_all_come_back(old: Profile, tmp_path: Path) -> None:
    digest = hashlib.sha256(b"odd:name.toml").hexdigest()[:12]
    for name in ("POET.toml", "Poet.toml", f"persona-{digest}.toml"):
        (old.personas / name).write_text(f'name = "{name}"')
    (old.personas / ".hidden.toml").write_text("none of ours")
    expected = sorted(path.read_text() for path in old.personas.iterdir() if path.name != ".hidden.toml")
    make_backup_file(old, tmp_path / "names.zip", NOW_S, may_replace=False)
    new = Profile(tmp_path / "new")
    restore_backup_file(new, tmp_path / "names.zip", NOW_S)
    assert sorted(path.read_text() for path in new.personas.iterdir()) == expected
    assert len({path.name.casefold() for path in new.personas.iterdir()}) == 5


def test_a_file_that_is_too_large_to_be_restored_is_left_out_and_the_log_says_so(
    old: Profile, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for path in (old.personas / "huge.toml", old.prompts_file):
        with path.open("wb") as file:
            file.truncate(backup_file._MAX_SMALL_BYTES + 1)
    with (old.personas / "large.toml").open("wb") as file:
        file.truncate(backup_file._MAX_SMALL_BYTES)
    make_backup_file(old, tmp_path / "large.zip", NOW_S, may_replace=False)
    assert [record.args[0] for record in caplog.records if record.args] == [old.prompts_file.name, "huge.toml"]
    caplog.clear()
    restored = restore_backup_file(Profile(tmp_path / "new"), tmp_path / "large.zip", NOW_S)
    caplog.clear()
    assert "personas/large.toml" in restored.contents.files
    assert not {"personas/huge.toml", "prompts.toml"} & set(restored.contents.files)


def test_a_backup_that_the_disk_has_no_room_for_changes_nothing(old: Profile, backup: Path) -> None:
    before = state(old)
    huge = rewritten(backup, _manifest(lambda m: m["files"][0].update(size_bytes=2**50)))
    with pytest.raises(StorageFull):
        restore_backup_file(old, huge, NOW_S)
    assert state(old) == before
    assert not list(old.root.glob(".backup-*"))


def test_what_a_killed_program_left_goes_after_a_day_and_not_before(old: Profile, tmp_path: Path) -> None:
    for name, age_s in (("killed", 25 * 3600), ("at it", 3600)):
        folder = old.root / f".backup-{name}"
        folder.mkdir()
        (folder / "chats.db").write_text("private")
        os.utime(folder, (time.time() - age_s,) * 2)
    make_backup_file(old, tmp_path / "b.zip", NOW_S, may_replace=False)
    assert [path.name for path in old.root.glob(".backup-*")] == [".backup-at it"]


def test_what_was_there_is_kept_beside_and_what_the_backup_lacks_is_taken_away(old: Profile, tmp_path: Path) -> None:
    source = made_profile(tmp_path / "source", "saved")
    source.settings_file.unlink()
    make_backup_file(source, tmp_path / "b.zip", NOW_S, may_replace=False)
    restored = restore_backup_file(old, tmp_path / "b.zip", NOW_S)
    assert titles(old) == ["saved"]
    assert not old.settings_file.exists()
    assert (old.personas / "poet.toml").read_text() == 'name = "saved"'
    assert (old.root / "before-restore-20251126T140640Z" / "personas" / "poet.toml").read_text() == 'name = "before"'
    assert restored.aside == old.root / "before-restore-20251126T140640Z"
    assert (restored.aside / "settings.toml").read_text() == 'system_prompt = "before"\n'
    with Database(restored.aside / "chats.db") as database:
        assert [each.title for each in Conversations(database).all()] == ["before"]
    assert old.token_file.read_text() == "hf_secret"
    again = restore_backup_file(old, tmp_path / "b.zip", NOW_S)
    assert again.aside == old.root / "before-restore-20251126T140640Z-2"


def test_messages_that_are_still_in_the_log_are_in_the_backup_and_kept_beside(old: Profile, tmp_path: Path) -> None:
    with contextlib.closing(connect(old.database)) as open_elsewhere:
        open_elsewhere.execute("UPDATE conversation SET title = 'in the log'")
        assert old.database.with_name("chats.db-wal").stat().st_size > 0
        make_backup_file(old, tmp_path / "log.zip", NOW_S, may_replace=False)
    restore_backup_file(Profile(tmp_path / "other"), tmp_path / "log.zip", NOW_S)
    assert titles(Profile(tmp_path / "other")) == ["in the log"]


def test_a_damaged_profile_is_restored_and_its_files_are_kept_as_they_are(old: Profile, backup: Path) -> None:
    old.database.write_bytes(b"rubbish" * 1000)
    old.database.with_name("chats.db-wal").write_bytes(b"more")
    restored = restore_backup_file(old, backup, NOW_S)
    assert titles(old) == ["saved"]
    assert restored.aside is not None
    assert (restored.aside / "chats.db").read_bytes() == b"rubbish" * 1000
    assert (restored.aside / "chats.db-wal").read_bytes() == b"more"


def test_nothing_is_restored_while_the_window_is_open_but_a_backup_can_be_made(
    old: Profile, backup: Path, tmp_path: Path
) -> None:
    with Database(old.database), ProfileLock(old):
        with pytest.raises(ProfileInUse):
            restore_backup_file(old, backup, NOW_S)
        make_backup_file(old, tmp_path / "open.zip", NOW_S, may_replace=False)
    assert titles(old) == ["before"]


def rewritten(backup: Path, change) -> Path:
    """Return a copy of a backup whose members `change` (a function of a dict) has changed."""
    with zipfile.ZipFile(backup) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    target = backup.with_name("changed.zip")
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target


def _manifest(change):
    def changed(members):
        manifest = json.loads(members["manifest.json"])
        change(manifest)
        members["manifest.json"] = json.dumps(manifest).encode()

    return changed


def _content(name: str, content: bytes):
    """A member that is changed together with its hash."""

    def changed(members):
        members[name] = content
        manifest = json.loads(members["manifest.json"])
        for each in manifest["files"]:
            if each["name"] == name:
                each.update(size_bytes=len(content), sha256=hashlib.sha256(content).hexdigest())
        members["manifest.json"] = json.dumps(manifest).encode()

    return changed


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda m: m.update({"chats.db": m["chats.db"][:-1] + b"!"}), "SHA-256"),
        (lambda m: m.update({"settings.toml": b""}), "SHA-256"),
        (lambda m: m.update({"settings.toml": m["settings.toml"] + b"more"}), "SHA-256"),
        (lambda m: m.pop("settings.toml"), "missing"),
        (lambda m: m.pop("chats.db"), "missing"),
        (lambda m: m.pop("manifest.json"), "no manifest"),
        (lambda m: m.update({"manifest.json": b"{"}), "damaged"),
        (_manifest(lambda m: m.update(made_at_s=1e300)), "damaged"),
        (_manifest(lambda m: m.update(format="other")), "no backup of Leeward"),
        (_manifest(lambda m: m.update(version=2)), "version 2"),
        (_manifest(lambda m: m["files"][1].update(name="../../evil")), "other files"),
        (_manifest(lambda m: m["files"][1].update(name="profile.lock")), "other files"),
        (_manifest(lambda m: m["files"][3].update(name="personas/../x.toml")), "other files"),
        (_manifest(lambda m: m["files"][3].update(name="personas/a/x.toml")), "other files"),
        (_manifest(lambda m: m["files"][3].update(name="personas/.toml")), "other files"),
        (_manifest(lambda m: m["files"][3].update(name="personas/Con.toml")), "other files"),
        (_manifest(lambda m: m["files"][3].update(name="PERSONAS/poet.toml")), "other files"),
        (_manifest(lambda m: m["files"][3].update(name="personas/a:x.toml")), "other files"),
        (_manifest(lambda m: m["files"][3].update(name="personas/POET.toml")), "other files"),
        (_manifest(lambda m: m["files"].append(m["files"][0])), "other files"),
        (_manifest(lambda m: m["files"].pop(0)), "other files"),
        (_manifest(lambda m: m["files"][1].update(size_bytes=2**60)), "size or hash"),
        (_manifest(lambda m: m["files"][1].update(size_bytes=-1)), "size or hash"),
        (_manifest(lambda m: m["files"][1].update(sha256="x")), "size or hash"),
        (_content("chats.db", b"no database at all, but with the right hash"), "chats in it are damaged"),
        (_content("chats.db", b""), "chats in it are damaged"),
    ],
)
def test_a_backup_that_is_not_whole_changes_nothing(old: Profile, backup: Path, change, reason: str) -> None:
    before = state(old)
    with pytest.raises(BackupUnfit) as raised:
        restore_backup_file(old, rewritten(backup, change), NOW_S)
    assert reason in raised.value.reason
    assert state(old) == before


def test_files_that_are_no_backups_change_nothing(old: Profile, backup: Path, tmp_path: Path) -> None:
    before = state(old)
    (tmp_path / "cut.zip").write_bytes(backup.read_bytes()[:-40])
    (tmp_path / "text").write_text("hello")
    for path in (tmp_path / "cut.zip", tmp_path / "text", tmp_path / "nothing", tmp_path, Path("/dev/zero")):
        with pytest.raises(BackupUnfit):
            restore_backup_file(old, path, NOW_S)
    assert state(old) == before


def test_a_backup_of_a_newer_leeward_changes_nothing(old: Profile, tmp_path: Path) -> None:
    newer = made_profile(tmp_path / "newer", "later")
    make_backup_file(newer, tmp_path / "n.zip", NOW_S, may_replace=False)
    with contextlib.closing(sqlite3.connect(newer.database)) as sql:
        sql.execute("PRAGMA user_version = 99")
    content = newer.database.read_bytes()
    before = state(old)
    with pytest.raises(StorageTooNew):
        restore_backup_file(old, rewritten(tmp_path / "n.zip", _content("chats.db", content)), NOW_S)
    assert state(old) == before


def test_a_stop_between_any_two_steps_leaves_old_or_new_and_restoring_again_ends_it(
    old: Profile, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped(BaseException):
        pass

    real_replace, real_keep = Path.replace, backup_file.keep
    for step in range(1, 20):
        profile = Profile(tmp_path / f"p{step}")
        shutil.copytree(old.root, profile.root)
        n_steps = 0

        def count(step: int = step) -> None:
            nonlocal n_steps
            n_steps += 1
            if n_steps == step:
                raise Stopped

        def replace(self: Path, target: Path) -> Path:
            count()
            return real_replace(self, target)

        def keep(old_path: Path, kept: Path) -> None:
            count()
            real_keep(old_path, kept)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", replace)
            patch.setattr(backup_file, "keep", keep)
            try:
                restore_backup_file(profile, backup, NOW_S)
            except Stopped:
                pass
            else:
                assert step > 4
                break
        assert titles(profile) in (["before"], ["saved"])
        assert profile.settings_file.read_text() in ('system_prompt = "before"\n', 'system_prompt = "saved"\n')
        restore_backup_file(profile, backup, NOW_S)
        assert titles(profile) == ["saved"]
        kept = [path.read_text() for path in profile.root.glob("before-restore-*/settings.toml")]
        assert 'system_prompt = "before"\n' in kept
        assert list(profile.root.glob("before-restore-*/chats.db"))
        assert list(profile.root.glob("before-restore-*/personas/poet.toml"))
    else:
        pytest.fail("it never came to an end")


def test_no_backup_is_made_of_nothing_of_damage_or_over_a_file(old: Profile, tmp_path: Path) -> None:
    target = tmp_path / "b.zip"
    with pytest.raises(NothingToTake):
        make_backup_file(Profile(tmp_path / "none"), target, NOW_S, may_replace=False)
    target.write_text("mine")
    with pytest.raises(TargetExists):
        make_backup_file(old, target, NOW_S, may_replace=False)
    with pytest.raises(NotMade):
        make_backup_file(old, target / "below" / "b.zip", NOW_S, may_replace=False)
    content = bytearray(old.database.read_bytes())
    content[4096:8192] = bytes(4096)
    old.database.write_bytes(content)
    with pytest.raises(StorageCorrupt):
        make_backup_file(old, target, NOW_S, may_replace=True)
    assert target.read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["b.zip"]
    assert not list(old.root.glob(".backup-*"))
