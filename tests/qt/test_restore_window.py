# SPDX-License-Identifier: Apache-2.0
"""A backup restored from the window: asked first, then closed, restored, and opened again with what was in it."""

import time
from contextlib import closing

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from leeward import desktop
from leeward.domain.generation import Role
from leeward.domain.settings import Settings
from leeward.storage.backup_file import make_backup_file
from leeward.storage.database import Database
from leeward.storage.profile import Profile
from leeward.storage.settings_file import SettingsFile
from leeward.storage.temporary import ConversationStore
from leeward.ui.main_window import MainWindow
from leeward.ui.small_dialogs import ConfirmDialog

WAIT_MS = 20_000


def add_chat(profile, title):
    with Database(profile.database, backups=profile.backups) as database, closing(ConversationStore(database)) as store:
        chat = store.create(time.time())
        store.add_message(chat.id, None, Role.USER, title, time.time())
        store.rename(chat.id, title)


@pytest.fixture
def profile(tmp_path):
    profile = Profile(tmp_path / "profile")
    profile.create()
    SettingsFile(profile.settings_file).save(Settings(font_size_pt=13))
    add_chat(profile, "Before")
    return profile


@pytest.fixture
def backup(profile, tmp_path):
    make_backup_file(profile, tmp_path / "backup.zip", time.time(), may_replace=False)
    add_chat(profile, "After")
    SettingsFile(profile.settings_file).save(Settings(font_size_pt=15))
    return tmp_path / "backup.zip"


def wish(made, monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_what: (str(path), ""))
    next(each for each in made.window.actions_of_window if each.name == "Restore a backup…").run()
    return made.window.findChild(ConfirmDialog)


def test_the_window_closes_with_the_backup_only_after_a_yes(make_rig, monkeypatch, backup):
    made = make_rig()
    made.window.show()
    dialog = wish(made, monkeypatch, backup)
    assert "Go back to the backup of" in dialog.question.text()
    dialog.cancel.click()
    assert made.window.isVisible()
    assert made.window.backup_to_restore is None
    wish(made, monkeypatch, backup).confirm.click()
    assert not made.window.isVisible()
    assert made.window.backup_to_restore == backup


def test_what_is_no_backup_is_said_and_nothing_closes(make_rig, monkeypatch, tmp_path):
    made = make_rig()
    made.window.show()
    (tmp_path / "holiday.zip").write_bytes(b"PK no zip")
    assert wish(made, monkeypatch, tmp_path / "holiday.zip") is None
    assert "holiday.zip cannot be restored" in made.window.page.banner.notice.text.sentence
    assert made.window.isVisible()


def is_ready(window):
    return isinstance(window, MainWindow) and window.isVisible() and bool(window.conversations)


def test_the_next_window_has_what_was_in_the_backup(profile, backup, qapp, monkeypatch):
    """The whole of `run_window`, with a user who restores in the first window and closes the second one."""
    seen = []
    monkeypatch.setattr(desktop, "make_application", lambda: qapp)
    monkeypatch.setattr(desktop, "find_starter", lambda: None)

    def act():
        window = next((each for each in QApplication.topLevelWidgets() if is_ready(each)), None)
        if window is None:
            return
        titles = sorted(each.title for each in window.conversations)
        notice = window.page.banner.notice
        seen.append((titles, window._parts.settings.settings.font_size_pt, notice.text if notice else None))
        if len(seen) == 1:
            window.restore(backup)
        else:
            window.close()

    poll = QTimer(interval=50)
    poll.timeout.connect(act)
    poll.start()
    try:
        assert desktop.run_window(profile, is_verbose=False) == 0
    finally:
        poll.stop()
        qapp.setStyleSheet("")
    (before, size_before, _), (after, size_after, word) = seen
    assert (before, size_before) == (["After", "Before"], 15)
    assert (after, size_after) == (["Before"], 13)
    assert word.sentence == "1 chat is back."
    kept = next(profile.root.glob("before-restore-*"))
    assert str(kept) in word.next_step
    assert "a backup was restored" in (profile.logs / "leeward.log").read_text()


def test_a_backup_that_turns_out_damaged_leaves_all_as_it_was(profile, backup):
    packed = backup.read_bytes()
    backup.write_bytes(packed[:200] + b"\0" * 16 + packed[216:])
    word = desktop.restored(profile, backup)
    assert "cannot be restored" in word.sentence
    with Database(profile.database, backups=profile.backups) as database, closing(ConversationStore(database)) as store:
        assert {each.title for each in store.all()} == {"Before", "After"}
