# SPDX-License-Identifier: Apache-2.0
"""Makes the saved database of the newest released schema: `make_golden_database.py FILE`, once for each release.

The files in tests/data/databases are never made again: they are what the users of that release have.
"""

import sys
from pathlib import Path

from leeward.domain.conversation import MessageStatus, ReplyDetails
from leeward.domain.generation import FinishReason, Receipt, Role, Sampling, Timings, Usage
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.folders import Folders
from leeward.storage.models import KnownModels

START_S = 1_790_000_000.0
DETAILS = ReplyDetails(
    finish_reason=FinishReason.STOP,
    usage=Usage(prompt_tokens=31, reused_tokens=12, completion_tokens=9),
    timings=Timings(prompt_s=0.21, first_token_s=0.25, decode_s=0.4, decode_tokens_per_second=22.5),
    receipt=Receipt("Tiny", "tiny.gguf", 120_000, "0123456789abcdef", Sampling(seed=42), "0.3.36", 2048, 2),
)


def fill(database: Database) -> None:
    conversations = Conversations(database)
    for number, title in enumerate(("Sailing to windward", "Grüße aus Köln 🙂", "")):
        now_s = START_S + 3600 * number
        conversation_id = conversations.create(now_s).id
        conversations.rename(conversation_id, title)
        parent_id = None
        for turn in range(4):
            question = conversations.add_message(
                conversation_id, parent_id, Role.USER, f"Question {turn} of {title}?", now_s + turn
            )
            for version in range(2):
                reply = conversations.begin_reply(conversation_id, question.id, now_s + turn)
                text = f"Answer {turn}, version {version}. " + "A long one. " * (400 if version and not turn else 0)
                conversations.finish_reply(reply.id, MessageStatus.COMPLETE, text, "Let me think.", DETAILS)
                parent_id = reply.id
    conversations.set_leaf(conversation_id, question.id)
    reply = conversations.begin_reply(conversation_id, question.id, now_s)
    conversations.finish_reply(reply.id, MessageStatus.INTERRUPTED, "Cut off in the mid", "", None)
    reply = conversations.begin_reply(conversation_id, question.id, now_s)
    conversations.checkpoint_reply(reply.id, "Being written while the power went", "")
    conversations.save_draft(conversation_id, "typed, not sent")
    conversations.delete(conversations.create(START_S).id, START_S + 9000)
    folders = Folders(database)
    boats = folders.create("Boats")
    folders.set_open(boats.id, is_open=False)
    first, second, third = reversed([each.id for each in conversations.all()])
    conversations.move(first, boats.id)
    conversations.set_pinned(second, is_pinned=True)
    conversations.set_archived(third, is_archived=True)
    conversations.set_tags(third, ("cut", "köln"))
    models = KnownModels(database)
    models.remember(Path("/models/tiny.gguf"), "Tiny", START_S)
    models.remember(Path("/models/other.gguf"), "Other", START_S + 1)


if __name__ == "__main__":
    with Database(Path(sys.argv[1]).absolute()) as golden:
        fill(golden)
