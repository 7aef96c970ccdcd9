# SPDX-License-Identifier: Apache-2.0
"""What is done now and then: the bin loses what is too old, and a failure of one thing stops no other."""

import time

from leeward.bridge.tasks import TaskThread
from leeward.bridge.upkeep import Upkeep
from leeward.domain.errors import StorageFull
from leeward.domain.generation import Role
from leeward.storage.backups import Backups
from leeward.storage.conversations import BIN_KEEP_S, Conversations
from leeward.storage.database import Database


def test_the_bin_is_emptied_of_what_is_too_old_and_a_backup_is_made(qapp, qtbot, tmp_path):
    path = tmp_path / "chats.db"
    with Database(path) as database:
        store = Conversations(database)
        old, new = store.create(1.0), store.create(1.0)
        for each, age_s in ((old, BIN_KEEP_S + 60), (new, BIN_KEEP_S - 60)):
            store.add_message(each.id, None, Role.USER, "hello", 1.0)
            store.delete(each.id, time.time() - age_s)
        thread = TaskThread("storage")
        backups = Backups(tmp_path / "backups")
        upkeep = Upkeep(path, backups, thread, store.purge_bin)
        upkeep.check()
        thread.close()
        assert [each.id for each in store.all(deleted=True)] == [new.id]
        assert len(backups.all()) == 1
        upkeep.deleteLater()


def test_what_cannot_be_purged_is_logged_only(qapp, qtbot, tmp_path, caplog):
    def refuse(_now_s: float) -> None:
        raise StorageFull(tmp_path)

    with Database(tmp_path / "chats.db") as database:
        thread = TaskThread("storage")
        upkeep = Upkeep(database.path, Backups(tmp_path / "backups"), thread, refuse)
        upkeep.check()
        qtbot.waitUntil(lambda: "the bin was not purged" in caplog.text)
        thread.close()
        upkeep.deleteLater()
