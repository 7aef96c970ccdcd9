# SPDX-License-Identifier: Apache-2.0
"""A1: SIGKILL of the program while it writes chats."""

import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import store_writer
from leeward.domain.conversation import Message, MessageStatus
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.profile import Profile

N_CYCLES = 200


def test_A1_no_acknowledged_message_is_lost_in_200_kills(tmp_path: Path, writers: subprocess.Popen[str]) -> None:
    profile = Profile(tmp_path / "profile")
    chance = random.Random(1)
    promised: dict[int, tuple[str, str]] = {}  # the last promise for each message
    n_promises = n_interrupted = 0
    for cycle in range(N_CYCLES):
        lines = run_until_killed(writers, profile, cycle, chance.uniform(0.020, 0.120))
        unfinished = {line[1] for line in lines if line[0] == "begun"} - {
            line[1] for line in lines if line[0] == "finished"
        }
        n_promises += len(lines)
        for kind, message_id, *content in lines:
            promised[int(message_id)] = (kind, content[0] if content else "")
        with Database(profile.database) as database:
            conversations = Conversations(database)
            n_interrupted += conversations.interrupt_unfinished()
            with database.reading() as sql:
                assert sql.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            if not promised:  # killed before the first one
                continue
            [conversation] = conversations.all()
            kept = {int(message.id): message for message in conversations.messages(conversation.id).values()}
        for message_id in {int(line[1]) for line in lines}:
            check(kept[message_id], *promised[message_id], was_unfinished=str(message_id) in unfinished)
        assert not promised.keys() - kept.keys()
    assert n_promises > 10 * N_CYCLES / 4, "the kills came before anything was written"
    assert n_interrupted > N_CYCLES / 20, "no kill came in the middle of a reply"


def check(message: Message, kind: str, content: str, *, was_unfinished: bool) -> None:
    if kind in {"message", "finished"}:
        assert (message.status, message.content) == (MessageStatus.COMPLETE, content)
    else:  # one more write may have been committed that could not be said any more
        assert was_unfinished
        assert message.status in {MessageStatus.INTERRUPTED, MessageStatus.COMPLETE}
        assert message.content.startswith(content)


def run_until_killed(writers: subprocess.Popen[str], profile: Profile, cycle: int, after_s: float) -> list[list[str]]:
    """Return what one writer said before it was killed, `after_s` after it was ready to write."""
    assert writers.stdin is not None
    assert writers.stdout is not None
    writers.stdin.write(f"{cycle} {profile.root}\n")
    writers.stdin.flush()
    word, process_id = writers.stdout.readline().split()
    assert word == "ready"
    timer = threading.Timer(after_s, os.kill, [int(process_id), signal.SIGKILL])
    timer.start()
    lines: list[list[str]] = []
    while not lines or lines[-1][0] != "ended":
        lines.append(writers.stdout.readline().split())
    timer.join()
    assert lines.pop() == ["ended", str(-signal.SIGKILL)]
    return lines


@pytest.fixture
def writers() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, store_writer.__file__]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
