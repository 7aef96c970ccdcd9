# SPDX-License-Identifier: Apache-2.0
"""Search in text that has no spaces between its words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeward.domain.conversation import MessageStatus
from leeward.domain.generation import Role
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.migrations import STEPS
from leeward.storage.search_text import joined, separated

TEXTS = {
    "Chinese": ("我们昨天去北京大学看了展览。", "北京大学"),
    "two signs": ("我们昨天去北京大学看了展览。", "京大"),
    "one sign": ("我们昨天去北京大学看了展览。", "展"),
    "Japanese": ("東京タワーの近くで桜を見ました。", "タワーの近く"),
    "half-width kana": ("ﾃﾞｰﾀを見る", "ﾃﾞｰﾀ"),
    "Korean": ("서울대학교에서 공부합니다.", "대학교"),
    "Thai": ("ฉันชอบกินข้าวผัดกุ้ง", "ข้าวผัด"),
    "Lao": ("ຂ້ອຍຮັກພາສາລາວ", "ພາສາ"),
    "Khmer": ("ខ្ញុំចូលចិត្តភាសាខ្មែរ", "ភាសា"),
    "Burmese": ("ကျွန်တော်မြန်မာစာဖတ်သည်", "မြန်မာစာ"),
    "rare Han": ("他姓𠮷野家。", "𠮷野"),
    "Latin inside": ("使用Python编程很容易。", "Python"),
    "across scripts": ("使用Python编程很容易。", "用Python编"),
    "an unfinished word": ("使用Python编程很容易。", "用Pyth"),
    "Hindi": ("मुझे हिन्दी पसंद है", "हिन्दी"),
    "an emoji before a word": ("⚠️Attention", "attention"),
}


@pytest.mark.parametrize(("text", "query"), TEXTS.values(), ids=TEXTS)
def test_a_part_of_a_run_is_found_and_shown_as_it_was_written(
    conversations: Conversations, text: str, query: str
) -> None:
    chat = conversations.create(1.0).id
    message = conversations.add_message(chat, None, Role.USER, text, 1.0)
    titled = conversations.create(2.0).id
    conversations.rename(titled, text)
    in_message, in_title = conversations.search(query)
    assert (in_message.message_id, in_title.conversation_id) == (message.id, titled)
    for hit in (in_message, in_title):
        assert hit.snippet.replace("\x02", "").replace("\x03", "") == text
        assert hit.snippet.partition("\x02")[2].partition("\x03")[0].casefold().startswith(query.casefold())


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("我们去北京看大学。", "京大"),
        ("大北", "北大"),
        ("กันเถอะ", "กิน"),  # the vowel signs differ
        ("हान्दी", "हिन्दी"),
        ("使用Python编程", "Pythonn"),
    ],
)
def test_the_same_signs_elsewhere_are_not_found(conversations: Conversations, text: str, query: str) -> None:
    conversations.add_message(conversations.create(1.0).id, None, Role.USER, text, 1.0)
    assert conversations.search(query) == []


@given(st.text(alphabet="北京大学aé ，ก็한あ。1\n"), st.data())
def test_every_part_of_a_text_is_a_part_of_what_is_indexed(text: str, data: st.DataObject) -> None:
    assert joined(separated(text)) == text
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    assert separated(part) in separated(text)


def test_a_long_text_is_shown_around_the_match(conversations: Conversations) -> None:
    chat = conversations.create(1.0).id
    conversations.add_message(chat, None, Role.USER, "春眠不觉晓处处闻啼鸟" * 40 + "我在北京" + "夜来风雨声" * 40, 1.0)
    [hit] = conversations.search("北京")
    assert "我在\x02北京\x03夜来" in hit.snippet
    assert hit.snippet.startswith("…")
    assert 20 < len(hit.snippet) < 60


def test_words_of_a_query_may_stand_apart(conversations: Conversations) -> None:
    conversations.add_message(conversations.create(1.0).id, None, Role.USER, "我们在北京看Python展览", 1.0)
    [hit] = conversations.search("python 北京")
    assert hit.snippet == "我们在\x02北京\x03看\x02Python\x03展览"
    assert conversations.search("python 上海") == []


def test_what_was_written_before_is_found_after_the_upgrade(tmp_path: Path) -> None:
    path = tmp_path / "chats.db"
    with Database(path, steps=STEPS[:2]) as database:
        conversations = Conversations(database)
        chat = conversations.create(1.0).id
        conversations.rename(chat, "关于帆船的问题")
        message = conversations.add_message(chat, None, Role.USER, "逆风怎么航行？", 1.0)
        writing = conversations.begin_reply(chat, message.id, 1.0)
        conversations.checkpoint_reply(writing.id, "半句", "")
    with Database(path) as database:
        conversations = Conversations(database)
        assert [hit.message_id for hit in conversations.search("航行")] == [message.id]
        assert [hit.snippet for hit in conversations.search("帆船")] == ["关于\x02帆船\x03的问题"]
        assert conversations.search("半句") == []
        conversations.finish_reply(writing.id, MessageStatus.COMPLETE, "半句话", "", None)
        assert [hit.message_id for hit in conversations.search("句话")] == [writing.id]


def test_what_is_deleted_or_renamed_leaves_nothing_in_the_index(
    database: Database, conversations: Conversations
) -> None:
    chat = conversations.create(1.0).id
    conversations.add_message(chat, None, Role.USER, "北京大学", 1.0)
    conversations.rename(chat, "旧标题")
    conversations.rename(chat, "新名字")
    assert conversations.search("标题") == []
    conversations.delete(chat, 1.0)
    assert conversations.purge([chat]) == 1
    with database.reading() as sql:
        for table in ("message_search", "title_search"):
            assert sql.execute(f"SELECT count(*) FROM {table} WHERE {table} MATCH '京 OR 题 OR 名'").fetchone() == (0,)
            sql.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")


def test_a_message_with_a_damaged_letter_can_be_deleted(database: Database, conversations: Conversations) -> None:
    chat = conversations.create(1.0).id
    conversations.add_message(chat, None, Role.USER, "北京", 1.0)
    with database.transaction() as sql:
        sql.execute("UPDATE message SET content = CAST(x'61ff62' AS TEXT)")
    conversations.delete(chat, 1.0)
    assert conversations.purge([chat]) == 1
