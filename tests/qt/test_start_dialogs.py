# SPDX-License-Identifier: Apache-2.0
"""What is asked before there is a window (A6), against a really damaged profile."""

from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar

from leeward import desktop
from leeward.bridge.instance import SingleInstance, socket_name
from leeward.domain.errors import StorageFull, StorageReadOnly
from leeward.domain.generation import Role
from leeward.storage import recovery
from leeward.storage.backups import Backups
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database, is_upgrade_long
from leeward.storage.migrations import STEPS
from leeward.storage.profile import Profile
from leeward.storage.sqlite_file import connect
from leeward.ui.controls import TextButton
from leeward.ui.start_dialogs import ProblemDialog, Recovery, RecoveryDialog, UpgradeDialog


@pytest.fixture
def profile(tmp_path):
    profile = Profile(tmp_path / "profile")
    profile.create()
    with closing(Database(profile.database, backups=profile.backups)) as database:
        store = Conversations(database)
        for number in range(40):
            conversation = store.create(1000.0)
            store.add_message(conversation.id, None, Role.USER, f"question {number} " * 50, 1000.0)
    return profile


@pytest.fixture
def listen(qapp, profile):
    instance = SingleInstance(profile.root)
    yield instance.listen
    instance.close()


def damage(profile):
    data = bytearray(profile.database.read_bytes())
    data[4096 * 3 : 4096 * 4] = b"\xa5" * 4096
    profile.database.write_bytes(data)


def buttons(dialog):
    return {button.text(): button for button in dialog.findChildren(TextButton)}


@contextmanager
def database_is_held(path):
    """Hold the write lock of another program for a moment, so that the upgrade cannot be over before it is looked at."""
    other = connect(path)
    other.execute("BEGIN IMMEDIATE")
    QTimer.singleShot(200, lambda: other.execute("ROLLBACK"))
    with closing(other):
        yield


def press_in_next_dialog(text, profile):
    """Press the button that begins with `text` in the dialog that opens next, beside which later starts are answered."""

    def press():
        dialog = QApplication.activeModalWidget()
        is_answering = Path(socket_name(profile.root)).exists()
        next(button for label, button in buttons(dialog).items() if label.startswith(text)).click()
        assert is_answering

    QTimer.singleShot(0, press)


def test_A6_the_best_of_what_is_possible_comes_first_and_quitting_changes_nothing(qapp, qtbot, profile):
    damage(profile)
    before = profile.database.read_bytes()
    dialog = RecoveryDialog(recovery.examine(profile), profile.database)
    qtbot.addWidget(dialog)
    labels = list(buttons(dialog))
    assert labels[0].startswith("Rescue ")
    assert labels[-2:] == ["Start with no chats", "Quit and change nothing"]
    buttons(dialog)["Quit and change nothing"].click()
    assert dialog.chosen is Recovery.QUIT
    assert profile.database.read_bytes() == before


@pytest.mark.parametrize(("choice", "at_least"), [("Rescue", 30), ("Start with no chats", 0)])
def test_A6_a_damaged_database_is_put_aside_and_the_program_goes_on(profile, listen, choice, at_least):
    damage(profile)
    damaged = profile.database.read_bytes()
    press_in_next_dialog(choice, profile)
    database = desktop._open_database(profile, listen)
    assert database is not None
    with closing(database):
        assert len(Conversations(database).all()) >= at_least
    kept = [path for path in profile.root.glob("chats.corrupt-*") if path.read_bytes() == damaged]
    assert len(kept) == 1


def test_A6_quitting_at_the_question_opens_nothing(profile, listen):
    damage(profile)
    press_in_next_dialog("Quit", profile)
    assert desktop._open_database(profile, listen) is None
    assert not list(profile.root.glob("chats.corrupt-*"))


def test_a_long_upgrade_is_said_and_cannot_be_closed(profile, listen, monkeypatch):
    monkeypatch.setattr("leeward.storage.database._LONG_UPGRADE_BYTES", 1)
    profile.database.unlink()
    with closing(Database(profile.database, steps=STEPS[:2])) as database:
        Conversations(database).create(1000.0)
    seen = []

    def press_escape():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, UpgradeDialog)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        dialog.close()
        is_answering = Path(socket_name(profile.root)).exists()
        seen.append((dialog.isVisible(), dialog.findChild(QProgressBar).accessibleName(), is_answering))

    QTimer.singleShot(0, press_escape)
    with database_is_held(profile.database):
        opened = desktop._open_database(profile, listen)
    assert opened is not None
    with closing(opened):
        assert len(Conversations(opened).all()) == 1
    assert seen == [(True, "Your chats are made ready for this version.", True)]
    assert not is_upgrade_long(profile.database)


def test_what_stops_a_long_upgrade_is_said_like_anything_else(profile, listen, monkeypatch):
    def fail(_self, database, _version, _now_s):
        raise StorageFull(database)

    monkeypatch.setattr("leeward.storage.database._LONG_UPGRADE_BYTES", 1)
    monkeypatch.setattr(Backups, "make_before_upgrade", fail)
    profile.database.unlink()
    Database(profile.database, steps=STEPS[:2]).close()
    with pytest.raises(StorageFull):
        desktop._open_database(profile, listen)


def test_a_profile_that_cannot_be_written_is_explained(qapp, qtbot, tmp_path):
    dialog = ProblemDialog(StorageReadOnly(tmp_path))
    qtbot.addWidget(dialog)
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert str(tmp_path) in texts
    assert "--profile" in texts  # what to do
