# SPDX-License-Identifier: Apache-2.0
"""Opens a database with one more step and kills itself at a statement: `migration_victim.py FILE N`.

The kill comes just before SQLite runs statement N of the migration (from 0). It says "done" when there is none.
"""

import os
import signal
import sqlite3
import sys
from pathlib import Path

from leeward.storage import database, migrations

NEXT_STEP: migrations.Step = (
    "ALTER TABLE message ADD COLUMN stars INTEGER NOT NULL DEFAULT 0",
    "UPDATE message SET stars = length(content)",
    "CREATE TABLE label (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
    "INSERT INTO label (name) SELECT title FROM conversation",
    "CREATE INDEX message_by_stars ON message (stars)",
)
STEPS = (*migrations.STEPS, NEXT_STEP)


def main(path: Path, kill_at: int) -> None:
    n_seen = -1

    def count(_statement: str) -> None:
        nonlocal n_seen
        n_seen += 1
        if n_seen == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    connect = database.connect

    def connect_traced(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.set_trace_callback(count)
        return connection

    database.connect = connect_traced
    database.Database(path, steps=STEPS).close()
    sys.stdout.write("done\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
