# SPDX-License-Identifier: Apache-2.0
"""What stands in the list of chats and in which order. No widget: a list of 20,000 is made and searched in milliseconds.

An entry is what the list holds, a row what is made of it when it comes into sight.
"""

import datetime as dt
import enum
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QDate, QLocale

from leeward.domain.conversation import Conversation, Folder, SearchHit
from leeward.domain.ids import ConversationId, FolderId, MessageId
from leeward.i18n import mark, plural, tr

MATCH_START, MATCH_END = "\x02", "\x03"
MAX_TITLES = 200
MAX_HITS = 50

_GROUPS = (mark("Today"), mark("Yesterday"), mark("Previous 7 days"), mark("Older"))
_GROUP_DAYS = (0, 1, 7)
_NO_TITLE = mark("Untitled chat")
_BIN_DAYS = 30
_DAY_S = 24 * 3600.0


class ListScope(enum.Enum):
    """Which chats the list shows."""

    CHATS = mark("Chats")
    ARCHIVE = mark("Archive")
    BIN = mark("Bin")


class RowKind(enum.Enum):
    HEADING = enum.auto()
    FOLDER = enum.auto()
    CHAT = enum.auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list.

    Attributes:
        marked_title: The title with what matches a search between MATCH_START and MATCH_END; empty outside a search.
        detail: The second line where there is one: a piece of a message with such marks, or where a chat lies.
        n_chats: In a folder.
        message_id: The message a hit of the search leads to.
    """

    title: str
    kind: RowKind = RowKind.HEADING
    conversation: Conversation | None = None
    folder: Folder | None = None
    marked_title: str = ""
    detail: str = ""
    n_chats: int = 0
    message_id: MessageId | None = None
    is_indented: bool = False

    @property
    def conversation_id(self) -> ConversationId | None:
        return self.conversation.id if self.conversation is not None else None

    @property
    def is_binned(self) -> bool:
        return self.conversation is not None and self.conversation.deleted_at_s is not None


class Inside(NamedTuple):
    """A chat that is shown in its folder."""

    conversation: Conversation


class TitleHit(NamedTuple):
    """A chat whose title matches a search."""

    conversation: Conversation
    words: Sequence[str]
    listed: "TitleIndex"


Entry = Conversation | Inside | TitleHit | Row


def row_of(entry: Entry) -> Row:
    if isinstance(entry, Row):
        return entry
    if isinstance(entry, Inside):
        return _chat_row(entry.conversation, is_indented=True)
    if isinstance(entry, TitleHit):
        return _title_row(*entry)
    return _chat_row(entry, is_indented=False)


def is_heading(entry: Entry) -> bool:
    return isinstance(entry, Row) and entry.kind is RowKind.HEADING


def conversation_of(entry: Entry) -> Conversation | None:
    return entry if isinstance(entry, Conversation) else entry.conversation


def _chat_row(conversation: Conversation, *, is_indented: bool) -> Row:
    return Row(title_of(conversation), RowKind.CHAT, conversation, is_indented=is_indented)


def title_of(conversation: Conversation) -> str:
    return one_line(conversation.title) or tr(_NO_TITLE)


def one_line(text: str) -> str:
    return " ".join(text.split())


def list_entries(conversations: Iterable[Conversation], folders: Sequence[Folder], today: dt.date) -> list[Entry]:
    """Return temporary and pinned chats, folders with what is in them, and the others under dates.

    `conversations` come newest first, and stay so in every part. The archive is left out.
    """
    temporary: list[Entry] = []
    pinned: list[Entry] = []
    inside: dict[FolderId | None, list[Conversation]] = {folder.id: [] for folder in folders}
    dated: list[Conversation] = []
    for each in conversations:
        if each.is_archived:
            continue
        if each.is_pinned:
            pinned.append(each)
        elif each.is_temporary:
            temporary.append(each)
        else:
            inside.get(each.folder_id, dated).append(each)
    entries: list[Entry] = []
    for heading, part in ((tr("Temporary"), temporary), (tr("Pinned"), pinned)):
        if part:
            entries += [Row(heading), *part]
    if folders:
        entries.append(Row(tr("Folders")))
    for folder in folders:
        chats = inside[folder.id]
        entries.append(Row(one_line(folder.name) or tr("Folder"), RowKind.FOLDER, folder=folder, n_chats=len(chats)))
        if folder.is_open:
            entries += map(Inside, chats)
    return entries + entries_by_date(dated, today)


def entries_by_date(conversations: Iterable[Conversation], today: dt.date) -> list[Entry]:
    """Return headings and chats, in the order given (newest first).

    A heading stands once and never goes back to a newer one, even when the clock was wrong for a while.
    """
    begins = [_midnight_s(today - dt.timedelta(days=days)) for days in _GROUP_DAYS]
    entries: list[Entry] = []
    last = -1
    for each in conversations:
        # Once in the last group, nothing can change any more.
        if last < len(begins):
            group = next((number for number, begin in enumerate(begins) if each.updated_at_s >= begin), len(begins))
            if group > last:
                entries.append(Row(tr(_GROUPS[group])))
                last = group
        entries.append(each)
    return entries


def archive_entries(conversations: Iterable[Conversation], today: dt.date) -> list[Entry]:
    entries = entries_by_date((each for each in conversations if each.is_archived), today)
    return entries or [Row(tr("Nothing is in the archive"))]


def bin_entries(conversations: Sequence[Conversation], now_s: float) -> list[Entry]:
    """Return what is in the bin, the last deleted first, with the days that are left."""
    if not conversations:
        return [Row(tr("The bin is empty"))]
    newest_first = sorted(conversations, key=lambda each: each.deleted_at_s or 0.0, reverse=True)
    n = len(conversations)
    head = plural("{n:,} chat, kept for {days} days", "{n:,} chats, kept for {days} days", n, days=_BIN_DAYS)
    rows = [Row(head)]
    for each in newest_first:
        n_left = max(0, round(_BIN_DAYS - (now_s - (each.deleted_at_s or 0.0)) / _DAY_S))
        when = plural("{n} day left", "{n} days left", n_left) if n_left else tr("goes within the hour")
        rows.append(Row(title_of(each), RowKind.CHAT, each, detail=when))
    return list(rows)


def search_entries(
    titles: Sequence[Conversation], words: Sequence[str], hits: Sequence[SearchHit] | None, listed: "TitleIndex"
) -> list[Entry]:
    """Return the chats whose titles match, and the messages that do.

    Args:
        hits: None while the messages are still being searched.
        listed: All chats, for what a hit alone does not say.
    """
    rows: list[Entry] = []
    if titles:
        n_shown = min(len(titles), MAX_TITLES)
        n_all = len(titles)
        is_cut = n_shown < n_all
        rows.append(Row(tr("{n} of {all:,} titles", n=n_shown, all=n_all) if is_cut else _n_titles(n_all, words)))
        rows += [TitleHit(each, words, listed) for each in titles[:n_shown]]
    if hits is None:
        return [*rows, Row(tr("Searching the messages…"))]
    shown = {each.id for each in titles}
    in_messages = [
        _hit_row(hit, chat)
        for hit in hits
        if (hit.message_id is not None or hit.conversation_id not in shown)
        and (chat := listed.get(hit.conversation_id)) is not None  # it may have been deleted since
    ]
    if in_messages:
        n = len(in_messages)
        few = plural("Messages in {n} chat", "Messages in {n} chats", n)
        rows.append(Row(few if n < MAX_HITS else tr("Messages in the newest {n} chats", n=MAX_HITS)))
        rows += in_messages
    return rows or [Row(tr("Nothing found"))]


def _n_titles(n: int, words: Sequence[str]) -> str:
    return plural("{n:,} title", "{n:,} titles", n) if words else plural("{n:,} chat", "{n:,} chats", n)


def _title_row(conversation: Conversation, words: Sequence[str], listed: "TitleIndex") -> Row:
    title = title_of(conversation)
    return Row(
        title, RowKind.CHAT, conversation, marked_title=marked(title, words), detail=listed.place_of(conversation)
    )


def _hit_row(hit: SearchHit, chat: Conversation) -> Row:
    return Row(title_of(chat), RowKind.CHAT, chat, detail=one_line(hit.snippet), message_id=hit.message_id)


class TitleIndex:
    """All chats by their titles and tags, ready to be filtered at every key."""

    def __init__(self) -> None:
        self._conversations: list[Conversation] = []
        self._folded: list[str] = []
        self._known: dict[str, str] = {}
        self._folders: dict[FolderId, str] = {}
        self._by_id: dict[ConversationId, Conversation] | None = None
        self._tags: dict[str, int] | None = None

    def set_conversations(self, conversations: list[Conversation]) -> None:
        self._conversations = conversations
        known = self._known
        self._known = {each.title: known.get(each.title) or folded(each.title) for each in conversations}
        self._folded = [self._known[each.title] for each in conversations]
        self._by_id = None
        self._tags = None

    def set_folders(self, folders: Iterable[Folder]) -> None:
        self._folders = {folder.id: one_line(folder.name) for folder in folders}

    def get(self, conversation_id: ConversationId) -> Conversation | None:
        if self._by_id is None:
            self._by_id = {each.id: each for each in self._conversations}
        return self._by_id.get(conversation_id)

    def tags(self) -> dict[str, int]:
        """Return every tag and how many chats have it, by name."""
        if self._tags is None:
            numbers = Counter(tag for each in self._conversations if each.tags for tag in each.tags)
            self._tags = dict(sorted(numbers.items()))
        return self._tags

    def matching(self, words: Sequence[str], tags: Sequence[str]) -> list[Conversation]:
        """Return the chats whose title has every word somewhere in it, and a tag for each beginning in `tags`."""
        # Places and not pairs: 20,000 new tuples at every key would keep the garbage collector busy.
        chats, titles = self._conversations, self._folded
        places: Iterable[int] = range(len(chats))
        for begin in tags:
            places = [n for n in places if any(tag.startswith(begin) for tag in chats[n].tags)]
        for word in map(folded, words):
            places = [n for n in places if word in titles[n]]
        return [chats[n] for n in places]

    def place_of(self, conversation: Conversation) -> str:
        """Return where a chat lies, in words."""
        parts = [self._folders.get(conversation.folder_id, "")] if conversation.folder_id is not None else []
        parts += [f"#{tag}" for tag in conversation.tags]
        if conversation.is_archived:
            parts.append(tr("archive"))
        if conversation.is_temporary:
            parts.append(tr("temporary"))
        return " · ".join(filter(None, parts)) or _date_text(conversation.updated_at_s)


def folded(text: str) -> str:
    """Return `text` without the difference of capitals and accents."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in parts if not unicodedata.combining(each))


def marked(title: str, words: Sequence[str]) -> str:
    """Put marks around the first place of each word."""
    plain = folded(title)
    if len(plain) != len(title):
        return title  # places in the one are not places in the other
    is_match = [False] * len(title)
    for word in map(folded, words):
        begin = plain.find(word)
        if begin >= 0:
            is_match[begin : begin + len(word)] = [True] * len(word)
    pieces: list[str] = []
    was_match = False
    for character, is_marked in zip(title, is_match, strict=True):
        if is_marked != was_match:
            pieces.append(MATCH_START if is_marked else MATCH_END)
            was_match = is_marked
        pieces.append(character)
    return "".join(pieces) + MATCH_END * was_match


def _midnight_s(day: dt.date) -> float:
    return dt.datetime.combine(day, dt.time()).astimezone().timestamp()


def _date_text(updated_at_s: float) -> str:
    try:
        day = dt.datetime.fromtimestamp(updated_at_s).astimezone().date()
    except (OverflowError, ValueError, OSError):
        return ""  # a clock far outside what the platform can show
    return QLocale().toString(QDate(day.year, day.month, day.day), tr("d MMM yyyy", "a date, in the letters of Qt"))
