# SPDX-License-Identifier: Apache-2.0
"""E8: no chat text in the logs (the part of the store and of the log files)."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from leeward import logs
from leeward.domain.conversation import MessageStatus
from leeward.domain.errors import StorageError
from leeward.domain.generation import Role
from leeward.storage import recovery
from leeward.storage.backups import Backups
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.profile import Profile
from leeward.storage.settings_file import SettingsFile, WindowStateFile

CANARY = "xyzzycanary"


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Profile]:
    monkeypatch.setenv("HOME", str(tmp_path))
    profile = Profile(tmp_path / "profile")
    profile.create()
    level = logging.getLogger().level, logging.getLogger("leeward").level
    with logs.configure(profile.logs, verbose=True):
        yield profile
    logging.getLogger().setLevel(level[0])
    logging.getLogger("leeward").setLevel(level[1])


def logged(profile: Profile) -> str:
    return "".join(path.read_text("utf-8") for path in profile.logs.iterdir())


def test_E8_chats_never_reach_the_log_at_any_level(profile: Profile) -> None:
    log = logging.getLogger("leeward.test")
    with Database(profile.database) as database:
        conversations = Conversations(database)
        conversation = conversations.create(1.0)
        conversations.rename(conversation.id, CANARY)
        conversations.save_draft(conversation.id, CANARY)
        question = conversations.add_message(conversation.id, None, Role.USER, f"{CANARY} " * 5000, 1.0)
        reply = conversations.begin_reply(conversation.id, question.id, 1.0)
        conversations.checkpoint_reply(reply.id, CANARY, CANARY)
        conversations.search(f'"{CANARY}')
        with database.reading() as sql:
            sql.execute("PRAGMA max_page_count = 1")
        for write in (
            lambda: conversations.add_message(conversation.id, None, Role.USER, CANARY * 9999, 1.0),
            lambda: conversations.finish_reply(reply.id, MessageStatus.COMPLETE, CANARY * 9999, "", None),
        ):
            with pytest.raises(StorageError) as caught:
                write()
            log.warning("not saved", exc_info=caught.value)  # as whoever reports it does
        with database.reading() as sql:
            sql.execute("PRAGMA max_page_count = 1000000")
        with database.transaction() as sql:
            sql.execute("UPDATE message SET details = ?", (f'{{"finish_reason": "{CANARY}"}}',))
            sql.execute("UPDATE message SET content = CAST(? AS TEXT)", (CANARY.encode() + b"\xff",))
        conversations.branch(conversation.id)
        Backups(profile.backups).make(profile.database, 1.0)
        with database.transaction() as sql:
            sql.execute("UPDATE message SET role = 'nobody'")
        with pytest.raises(StorageError) as caught:
            conversations.branch(conversation.id)
        log.warning("not read", exc_info=caught.value)
    profile.database.write_bytes(b"\x00" * 100 + profile.database.read_bytes()[100:])
    recovery.examine(profile)
    recovery.salvage(profile, 1.0)
    text = logged(profile)
    assert "not saved" in text
    assert "backup made" in text
    assert "cannot be read" in text
    assert CANARY not in text


@pytest.mark.parametrize("line", [f'system_prompt = "{CANARY}', f'theme = "{CANARY}"', f"system_prompt = ['{CANARY}']"])
def test_E8_a_system_prompt_that_cannot_be_read_does_not_reach_the_log(profile: Profile, line: str) -> None:
    profile.settings_file.write_text(line)
    profile.state_file.write_text(f'geometry = "{CANARY}')
    file = SettingsFile(profile.settings_file)
    file.load()
    WindowStateFile(profile.state_file).load()
    assert len(file.problems) == 1
    assert "settings" in logged(profile) or "setting " in logged(profile)
    assert CANARY not in logged(profile)


def test_E8_the_home_folder_is_written_as_a_tilde(profile: Profile) -> None:
    home = Path.home()
    logging.getLogger("leeward.test").warning("in %s/profile, not in %sna/x", home, home)
    try:
        (home / "model.gguf").read_bytes()
    except FileNotFoundError:
        logging.getLogger("leeward.test").warning("lost", exc_info=True)
    text = logged(profile)
    assert f"in ~/profile, not in {home}na/x" in text
    assert "'~/model.gguf'" in text
    assert f"{home}/" not in text


def test_E8_logs_stay_small_and_private(profile: Profile) -> None:
    log = logging.getLogger("leeward.test")
    for _ in range(1200):
        log.info("x" * 15_000)
    log.info("y" * 50_000_000)
    files = list(profile.logs.iterdir())
    assert len(files) == 5
    assert sum(path.stat().st_size for path in files) <= 5 * 2_000_000
    assert all(path.stat().st_size <= 2_000_000 for path in files)
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert "49980" in logged(profile)  # thousand: what was cut off is said


def test_E8_foreign_packages_are_heard_from_warnings_on_only(profile: Profile) -> None:
    foreign = logging.getLogger("some.library")
    foreign.info("request: %s", CANARY)
    foreign.warning("slow")
    assert "slow" in logged(profile)
    assert CANARY not in logged(profile)


def test_E8_without_a_folder_the_program_still_runs(tmp_path: Path) -> None:
    with logs.configure(tmp_path / "missing", verbose=False), logs.configure(None, verbose=False):
        logging.getLogger("leeward.test").info("heard by nobody")
    assert list(tmp_path.iterdir()) == []
