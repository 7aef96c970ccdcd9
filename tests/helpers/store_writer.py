# SPDX-License-Identifier: Apache-2.0
"""Processes that write chats until they are killed, and say on stdout what is kept.

For each line "ROUND PROFILE" on stdin a process is forked, which says "ready PID" and then writes without end; when it
was killed, "ended STATUS" follows. Forked and not started, because 200 starts of Python are most of a minute.

Every line is written after the store returned, so whatever stands there was promised to be on the disk:
    message ID CONTENT
    begun ID
    checkpoint ID CONTENT
    finished ID CONTENT
"""

import os
import sys
import time
from pathlib import Path

from leeward.domain.conversation import MessageStatus, ReplyDetails
from leeward.domain.generation import FinishReason, Role
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.profile import Profile, ProfileLock


def say(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


def main(root: Path, round_number: int) -> None:
    profile = Profile(root)
    profile.create()
    ProfileLock(profile).acquire()
    conversations = Conversations(Database(profile.database))
    conversations.interrupt_unfinished()
    existing = conversations.all()
    conversation_id = existing[0].id if existing else conversations.create(time.time()).id
    branch = conversations.branch(conversation_id)
    parent_id = branch[-1].id if branch else None
    say("ready", os.getpid())
    for turn in range(1_000_000):
        question = conversations.add_message(
            conversation_id, parent_id, Role.USER, f"question-{round_number}-{turn}", time.time()
        )
        say("message", question.id, question.content)
        reply = conversations.begin_reply(conversation_id, question.id, time.time())
        say("begun", reply.id)
        text = ""
        for piece in range(3):
            text += f"answer-{round_number}-{turn}-{piece}" + "x" * 100
            conversations.checkpoint_reply(reply.id, text, "")
            say("checkpoint", reply.id, text)
        details = ReplyDetails(finish_reason=FinishReason.STOP)
        finished = conversations.finish_reply(reply.id, MessageStatus.COMPLETE, text + "end", "", details)
        say("finished", finished.id, finished.content)
        parent_id = finished.id


if __name__ == "__main__":
    for line in sys.stdin:
        number, root = line.rstrip("\n").split(" ", 1)
        child = os.fork()
        if not child:
            try:
                main(Path(root), int(number))
            finally:
                os._exit(1)
        say("ended", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
