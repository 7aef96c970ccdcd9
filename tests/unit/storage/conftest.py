# SPDX-License-Identifier: Apache-2.0
"""A store on the disk for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from leeward.storage.conversations import Conversations
from leeward.storage.database import Database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "chats.db") as database:
        yield database


@pytest.fixture
def conversations(database: Database) -> Conversations:
    return Conversations(database)
