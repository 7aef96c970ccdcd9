# SPDX-License-Identifier: Apache-2.0
"""Exports of other programs come in with their branches, and what cannot come is counted."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from leeward.chat.transfer.importing import Report, import_path
from leeward.domain.conversation import Message, MessageStatus
from leeward.domain.errors import ImportUnreadable
from leeward.domain.generation import Role
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database

DATA = Path(__file__).parent.parent.parent / "data" / "imports"
NOW_S = 1_800_000_000.0
ROLES = {Role.USER: "U", Role.ASSISTANT: "A", Role.SYSTEM: "S", Role.TOOL: "T"}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "chats.db") as database:
        yield database


@pytest.fixture
def conversations(database: Database) -> Conversations:
    return Conversations(database)


def spoken(messages: list[Message]) -> list[str]:
    return [
        f"{ROLES[each.role]}: {f'({each.reasoning}) ' if each.reasoning else ''}{each.content}"
        f"{'…' if each.status is MessageStatus.INTERRUPTED else ''}"
        for each in messages
    ]


def models(messages: list[Message]) -> list[str]:
    return [each.details.model_name for each in messages if each.details]


def brought(path: Path, database: Database) -> Report:
    return import_path(path, database, NOW_S)


def test_chatgpt_with_versions_thoughts_tools_and_pictures(database, conversations):
    report = brought(DATA / "chatgpt.json", database)
    boats, emoji = conversations.all()
    assert (boats.title, boats.created_at_s, boats.updated_at_s) == ("Boats and wind", 1700000000.25, 1700000500.5)
    assert spoken(conversations.branch(boats.id)) == [
        "U: Which side is leeward?",
        "A: (The wind comes from windward.\n\nSo leeward is the other side.) Away from the wind .",
    ]
    versions = list(conversations.messages(boats.id).values())
    assert spoken(versions)[1] == "A: The side\n\naway from the wind.…"
    assert {each.parent_id for each in versions[1:]} == {versions[0].id}
    assert models(versions) == ["gpt-4o"]
    assert (emoji.title, emoji.created_at_s) == ("Half an emoji: \ufffd", 1600000000.0)
    assert spoken(conversations.branch(emoji.id)) == [
        "U: Half an emoji: \ufffd",
        "A: ````python\nprint('```')\n````",
    ]
    assert report.programs == {"ChatGPT": 2}
    assert report.omitted == {"picture": 1, "attached file": 1, "step of a tool": 2, "note about the user": 1}
    assert (report.n_refused, report.n_there) == (0, 0)


def test_lm_studio_with_versions_and_its_system_prompt(database, conversations):
    report = brought(DATA / "1731000000000.conversation.json", database)
    (talk,) = conversations.all()
    assert (talk.title, talk.created_at_s) == ("Spreadsheet", 1731000000.0)
    assert spoken(conversations.branch(talk.id)) == [
        "S: Be exact.",
        "U: Describe",
        "A: (The user wants a description.) It is a revenue sheet.",
        "U: Thanks",
    ]
    assert "A: A sheet.…" in spoken(list(conversations.messages(talk.id).values()))
    assert models(conversations.branch(talk.id)) == ["m"]
    assert report.omitted == {"picture": 1, "attached file": 1, "step of a tool": 2}


@pytest.mark.parametrize("given", ["jan", "jan/thread.json", "jan/messages.jsonl"])
def test_a_thread_of_jan_however_it_is_pointed_at(database, conversations, given):
    report = brought(DATA / given, database)
    (talk,) = conversations.all()
    assert (talk.title, talk.created_at_s, talk.updated_at_s) == ("Physics joke", 1720000000.0, 1720000100.0)
    assert spoken(conversations.branch(talk.id)) == [
        "S: You are a helpful assistant.",
        "U: Tell me a joke",
        "A: (A joke.\n\nWhich one?) Two atoms walk…",
    ]
    assert report.programs == {"Jan": 1}
    assert report.omitted == {"picture": 1, "attached file": 1, "step of a tool": 1}


def test_open_webui_with_its_tree_and_folded_reasoning(database, conversations):
    report = brought(DATA / "open_webui.json", database)
    (talk,) = conversations.all()
    assert models(conversations.branch(talk.id)) == ["m"]
    assert (talk.title, talk.created_at_s, talk.updated_at_s) == ("Goldwater", 1744577500.0, 1744577600.0)
    assert spoken(conversations.branch(talk.id)) == [
        "U: Which rule?",
        'A: (It\'s a rule.\nNamed after a senator.) The **Goldwater rule**.\n\nSee <details type="x">.',
    ]
    others = spoken(list(conversations.messages(talk.id).values()))
    assert 'A: (hm) A rule <details type="reasoning" done="false"> open…' in others
    assert report.omitted == {"picture": 1, "attached file": 1, "step of a tool": 1}


def test_a_chat_that_open_webui_downloaded_alone(database, conversations, tmp_path):
    (exported,) = json.loads((DATA / "open_webui.json").read_text())
    (tmp_path / "chat.json").write_text(json.dumps(exported["chat"]))
    brought(tmp_path / "chat.json", database)
    (talk,) = conversations.all()
    assert (talk.title, talk.created_at_s) == ("Another", 1744577557.127)


def test_json_lines_of_messages_are_undated_and_the_first_one_comes_out_on_top(database, conversations):
    report = brought(DATA / "messages.jsonl", database)
    boat, weather = conversations.all()
    assert (boat.title, boat.created_at_s) == ("What is this?", NOW_S)
    assert spoken(conversations.branch(boat.id)) == ["S: Be brief.", "U: What is this?", "A: (I see a sail.) A boat."]
    assert spoken(conversations.branch(weather.id)) == ["U: Weather?", "T: sunny", "A: Sunny."]
    assert report.omitted == {"picture": 1, "step of a tool": 1}
    assert brought(DATA / "messages.jsonl", database).n_there == 0, "without a date nothing can be told apart"


@pytest.mark.parametrize("wrap", [lambda m: m, lambda m: {"messages": m}, lambda m: {"messages": m, "title": "Named"}])
def test_one_conversation_of_plain_messages(database, conversations, tmp_path, wrap):
    path = tmp_path / "a.txt"
    path.write_text(
        json.dumps(wrap([{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Ho"}]), indent=1)
    )
    brought(path, database)
    (talk,) = conversations.all()
    assert spoken(conversations.branch(talk.id)) == ["U: Hi", "A: Ho"]
    assert talk.title in ("Hi", "Named")


def test_the_zip_file_of_chatgpt_and_a_folder_of_anything(database, conversations, tmp_path):
    with zipfile.ZipFile(tmp_path / "export.bin", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(DATA / "chatgpt.json", "conversations.json")
        archive.writestr("user.json", '{"id": "u", "email": "a@example.org"}')
        archive.writestr("message_feedback.json", "[]")
        archive.writestr("chat.html", "<html>")
        archive.writestr("../../outside.json", "[1]")
        archive.write(DATA / "jan/thread.json", "threads/x/thread.json")
        archive.write(DATA / "jan/messages.jsonl", "threads/x/messages.jsonl")
    assert brought(tmp_path / "export.bin", database).programs == {"ChatGPT": 2, "Jan": 1}
    assert not (tmp_path.parent / "outside.json").exists()
    folder = tmp_path / "folder"
    shutil.copytree(DATA, folder / "deep" / "er")
    (folder / "notes.md").write_text("{}")
    (folder / "link.json").symlink_to("/etc/hostname")
    report = brought(folder, database)
    assert report.programs == {"LM Studio": 1, "Open WebUI": 1, "OpenAI-style messages": 2}
    assert (report.n_there, report.n_refused) == (3, 0)
    assert len(conversations.all()) == 7


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_files_with_a_byte_order_mark(database, conversations, tmp_path, encoding):
    (tmp_path / "a").write_text('[{"role": "user", "content": "Grüße"}]', encoding=encoding)
    brought(tmp_path / "a", database)
    assert conversations.all()[0].title == "Grüße"


def test_what_is_refused_is_named_and_the_rest_comes_in(database, conversations, tmp_path):
    good = (DATA / "messages.jsonl").read_text().splitlines()[0]
    (tmp_path / "a.jsonl").write_text(f'{good}\n{{"messages": [{{"role": "user"}}, 7]}}\n{{broken\n[1]\n\n{good}\n')
    report = brought(tmp_path / "a.jsonl", database)
    assert len(report.added) == len(conversations.all()) == 2
    assert [each.where for each in report.refusals] == ["line 4", "line 3", "line 2"]
    assert all(each.reason for each in report.refusals)


def test_an_import_can_be_stopped_between_two_conversations(database, conversations):
    report = import_path(DATA / "messages.jsonl", database, NOW_S, lambda n_done, _n_all: n_done < 1)
    assert (report.is_stopped, len(conversations.all())) == (True, 1)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b" \n ", "it is empty"),
        (b"Hello", "it is no JSON"),
        (b"[]", "no conversations of a kind"),
        (b"{}", "no conversation of a kind"),
        (b'{"a": 1}\n{"b": 2}', "no conversations of a kind"),
        (b'{"mapping": ', "no whole JSON"),
        (b'[{"mapping": {}}', "no whole JSON"),
        (b"PK\x03\x04 and no more", "no zip file"),
        (b'{"format": "leeward-conversations", "version": 99, "conversations": []}', "version 99"),
        (b'{"format": "leeward-conversations", "version": 1}', "damaged"),
    ],
)
def test_what_is_no_export_is_refused_with_its_reason(database, conversations, tmp_path, content, reason):
    path = tmp_path / "export"
    path.write_bytes(content)
    with pytest.raises(ImportUnreadable) as raised:
        brought(path, database)
    assert reason in raised.value.reason
    assert conversations.all() == []


def test_what_is_no_file_is_refused(database, tmp_path):
    for path in (tmp_path / "nothing", Path("/dev/zero"), tmp_path):
        with pytest.raises(ImportUnreadable):
            brought(path, database)


def test_only_halves_of_surrogates_are_replaced(database, conversations, tmp_path):
    (tmp_path / "a").write_text(
        r'[{"role": "user", "content": "\ud83d\ude42 \ud83d\ud83d\ude42 \\ud83d \\\ude42 \uD83D\u0041"}]'
    )
    brought(tmp_path / "a", database)
    (talk,) = conversations.all()
    assert conversations.branch(talk.id)[0].content == "🙂 \ufffd🙂 \\ud83d \\\ufffd \ufffdA"
