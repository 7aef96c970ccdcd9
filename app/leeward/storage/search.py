# SPDX-License-Identifier: Apache-2.0
"""Full-text search over all messages and titles, newest first.

FTS5 gives matching rows in the order of their ids, so the newest come first without a look at all others: among a million
messages that takes under a millisecond. A word that is not finished yet (`"sea"*`) is another matter: FTS5 first collects
every row of every word that begins so. Therefore whole words are looked for first, and beginnings only to fill the rest.
"""

import contextlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from leeward.domain.conversation import SearchHit
from leeward.domain.ids import ConversationId
from leeward.storage.database import storable
from leeward.storage.search_text import SEPARATOR, is_unspaced, joined, separated

_MAX_READ: Final = 20_000
"""Rows of one search that are looked at: a chat may hold more of them than there is time for."""

_SNIPPET_TOKENS: Final = 32
# `is_wanted` is called once a row, in order, so a snippet is made for the first row of a conversation only. CROSS JOIN
# keeps the planner from beginning anywhere else than with the matches.
_MESSAGES: Final = f"""
    SELECT message.id, conversation.id, conversation.title, CASE WHEN is_wanted(conversation.id)
        THEN snippet(message_search, 0, char(2), char(3), '…', {_SNIPPET_TOKENS}) END
    FROM message_search
    CROSS JOIN message ON message.id = message_search.rowid
    CROSS JOIN conversation ON conversation.id = message.conversation_id
    WHERE message_search MATCH ? AND message.role <> 'system'
        AND conversation.deleted_at_s IS NULL AND has_tags(conversation.tags)
    ORDER BY message_search.rowid DESC
"""  # noqa: S608 - a constant
_TITLES: Final = """
    SELECT NULL, conversation.id, conversation.title,
        CASE WHEN is_wanted(conversation.id) THEN highlight(title_search, 0, char(2), char(3)) END
    FROM title_search CROSS JOIN conversation ON conversation.id = title_search.rowid
    WHERE title_search MATCH ? AND conversation.deleted_at_s IS NULL AND has_tags(conversation.tags)
    ORDER BY title_search.rowid DESC
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for.

    Attributes:
        query: As typed; nothing in it has a special meaning.
        limit: At most this many conversations.
        tags: Beginnings of tags that a conversation must have, each.
    """

    query: str
    limit: int
    tags: tuple[str, ...] = ()


def hits(sql: sqlite3.Connection, wanted: Wanted) -> list[SearchHit]:
    """Return one hit for each conversation whose messages or title hold every word of the query.

    Whole words come first, then those where the last word is a beginning, then those where only the title matches; each
    newest first. The bin is left out, and so are system prompts, which many chats share, and a reply that is being written.
    One letter alone begins no word. In scripts without spaces a word of the query is any part of a text.
    """
    found = whole_word_hits(sql, wanted)
    beginning = match_expression(wanted.query, is_last_unfinished=True)
    if beginning and beginning != match_expression(wanted.query):
        found += _read(sql, _MESSAGES, beginning, wanted, found)
    if beginning:
        found += _read(sql, _TITLES, beginning, wanted, found)
    return found


def whole_word_hits(sql: sqlite3.Connection, wanted: Wanted) -> list[SearchHit]:
    """Return the first of what `hits` gives."""
    expression = match_expression(wanted.query)
    return _read(sql, _MESSAGES, expression, wanted, []) if expression else []


def match_expression(query: str, *, is_last_unfinished: bool = False) -> str:
    """Return what FTS5 is asked for raw user text: every word quoted, the last one as a prefix where that is meant."""
    words = [storable(word).replace('"', '""') for word in query.replace("\x00", " ").split()]
    words = [separated(word) for word in words if any(character.isalnum() for character in word)]
    if not words:
        return ""
    # One letter would find nearly everything, and take its time. In other scripts it may be a whole word; in those
    # without spaces it is one in the index.
    last = words[-1].rpartition(SEPARATOR)[2]
    is_prefix = is_last_unfinished and (len(last) > 1 or not last.isascii()) and not is_unspaced(last[-1:])
    return " ".join(f'"{word}"' for word in words) + "*" * is_prefix


def _read(
    sql: sqlite3.Connection, query: str, expression: str, wanted: Wanted, before: Sequence[SearchHit]
) -> list[SearchHit]:
    """Return the hits of other conversations than those `before`."""
    seen = {hit.conversation_id for hit in before}
    n_left = wanted.limit - len(before)
    if not n_left:
        return []

    def is_wanted(conversation_id: ConversationId) -> bool:
        is_new = conversation_id not in seen
        seen.add(conversation_id)
        return is_new

    def has_tags(tags: str) -> bool:
        own = tags.split()
        return all(any(tag.startswith(begin) for tag in own) for begin in wanted.tags)

    sql.create_function("is_wanted", 1, is_wanted)
    sql.create_function("has_tags", 1, has_tags)
    with contextlib.closing(sql.execute(query, (expression,))) as rows:
        hits = (
            SearchHit(chat, message, title, joined(text))
            for message, chat, title, text in islice(rows, _MAX_READ)
            if text
        )
        return list(islice(hits, n_left))
