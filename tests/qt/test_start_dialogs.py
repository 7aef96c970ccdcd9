# SPDX-License-Identifier: Apache-2.0
"""What is asked before there is a window (A6), against a really damaged profile."""

from contextlib import closing

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from leeward import desktop
from leeward.domain.errors import StorageReadOnly
from leeward.domain.generation import Role
from leeward.storage import recovery
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.profile import Profile
from leeward.ui.controls import TextButton
from leeward.ui.start_dialogs import ProblemDialog, Recovery, RecoveryDialog


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


def damage(profile):
    data = bytearray(profile.database.read_bytes())
    data[4096 * 3 : 4096 * 4] = b"\xa5" * 4096
    profile.database.write_bytes(data)


def buttons(dialog):
    return {button.text(): button for button in dialog.findChildren(TextButton)}


def press_in_next_dialog(text):
    """Press the button that begins with `text` in the dialog that opens next."""

    def press():
        dialog = QApplication.activeModalWidget()
        next(button for label, button in buttons(dialog).items() if label.startswith(text)).click()

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
def test_A6_a_damaged_database_is_put_aside_and_the_program_goes_on(qapp, profile, choice, at_least):
    damage(profile)
    damaged = profile.database.read_bytes()
    press_in_next_dialog(choice)
    database = desktop._open_database(profile)
    assert database is not None
    with closing(database):
        assert len(Conversations(database).all()) >= at_least
    kept = [path for path in profile.root.glob("chats.corrupt-*") if path.read_bytes() == damaged]
    assert len(kept) == 1


def test_A6_quitting_at_the_question_opens_nothing(qapp, profile):
    damage(profile)
    press_in_next_dialog("Quit")
    assert desktop._open_database(profile) is None
    assert not list(profile.root.glob("chats.corrupt-*"))


def test_a_profile_that_cannot_be_written_is_explained(qapp, qtbot, tmp_path):
    dialog = ProblemDialog(StorageReadOnly(tmp_path))
    qtbot.addWidget(dialog)
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert str(tmp_path) in texts
    assert "--profile" in texts  # what to do
