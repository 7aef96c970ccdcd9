# SPDX-License-Identifier: Apache-2.0
"""Exports of other programs come in with their branches, and what cannot come is counted."""

import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from leeward.chat.transfer.importing import Report, import_path
from leeward.chat.transfer.reading import MAX_CONVERSATION_BYTES
from leeward.chat.transfer.sources import MAX_FILE_BYTES
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
    (folder / "link.json").symlink_to(_outside(tmp_path))
    report = brought(folder, database)
    assert report.programs == {"LM Studio": 1, "Open WebUI": 1, "OpenAI-style messages": 2}
    assert (report.n_there, report.n_refused) == (3, 0)
    assert len(conversations.all()) == 7


def _outside(tmp_path: Path) -> Path:
    """Return a good export that nobody pointed at."""
    path = tmp_path / "outside.txt"
    path.write_text('{"messages": [{"role": "user", "content": "of somebody else"}]}')
    return path


def test_a_link_in_a_folder_leads_nowhere_and_a_link_that_was_named_does(database, conversations, tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.json").symlink_to(_outside(tmp_path))
    with pytest.raises(ImportUnreadable, match="no file with conversations"):
        brought(folder, database)
    assert conversations.all() == []
    assert len(brought(folder / "link.json", database).added) == 1


GOOD = '{"messages": [{"role": "user", "content": "good"}]}'


@pytest.fixture
def folder_of_bad_files(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "b.json").write_text(GOOD)
    with (folder / "a.json").open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    if os.geteuid():  # root may read everything
        (folder / "c.json").write_text(GOOD)
        (folder / "c.json").chmod(0)
    return folder


def test_a_bad_file_in_a_folder_is_named_and_the_rest_comes_in(database, conversations, folder_of_bad_files):
    report = brought(folder_of_bad_files, database)
    assert [each.title for each in conversations.all()] == ["good"]
    assert [(each.where, each.reason.split(" (")[0]) for each in report.refusals] == [
        ("a.json", "it is larger than 256 MB"),
        ("c.json", "it cannot be read"),
    ][: len(list(folder_of_bad_files.iterdir())) - 1]
    with pytest.raises(ImportUnreadable, match="it is larger than 256 MB"):
        brought(folder_of_bad_files / "a.json", database)


def test_a_bad_file_in_a_zip_file_is_named_and_the_rest_comes_in(database, conversations, tmp_path):
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("broken.json", GOOD.replace("good", "broken"))
        archive.writestr("locked.json", GOOD.replace("good", "locked"))
        archive.writestr("tiny.json", bytes(9 * 1024**2), zipfile.ZIP_DEFLATED)
        archive.writestr("z.json", GOOD)
    content = path.read_bytes().replace(b'broken"', b'brokem"', 1)  # its checksum is not right any more
    at = content.rindex(b"PK\x01\x02", 0, content.rindex(b"locked.json"))
    path.write_bytes(content[: at + 8] + b"\x01" + content[at + 9 :])  # the flag of a member with a password
    report = brought(path, database)
    assert [each.title for each in conversations.all()] == ["good"]
    assert [(each.where, each.reason.split(" or ")[0]) for each in report.refusals] == [
        ("broken.json", "it is damaged"),
        ("locked.json", "it is locked with a password"),
        ("tiny.json", "it is packed suspiciously small"),
    ]


@pytest.mark.parametrize("damage", ['{"messages": [', 'ssages": [{"role": "user"}]}', "", "7"])
def test_a_damaged_first_line_costs_no_other(database, conversations, tmp_path, damage):
    (tmp_path / "a.jsonl").write_text(f"{damage}\n{GOOD}\n{GOOD}\n")
    report = brought(tmp_path / "a.jsonl", database)
    assert [each.title for each in conversations.all()] == ["good", "good"]
    assert [each.where for each in report.refusals] == (["line 1"] if damage else [])


def test_a_conversation_beyond_the_limit_is_refused_and_the_others_come_in(database, conversations, tmp_path):
    """Of short texts: a long one would be refused for itself."""
    text = "x" * 1_000_000
    said = [{"role": "user", "content": text}] * (MAX_CONVERSATION_BYTES // 1_000_000 + 1)
    (tmp_path / "a.jsonl").write_text(f"{GOOD}\n{json.dumps({'messages': said})}\n")
    report = brought(tmp_path / "a.jsonl", database)
    assert [each.title for each in conversations.all()] == ["good"]
    assert [(each.where, each.reason) for each in report.refusals] == [("line 2", "it is larger than 64 MB")]


def test_what_was_imported_has_a_place_of_its_own_in_the_list(database, conversations, tmp_path):
    for title, now_s in (("older", 100.0), ("newest", NOW_S + 1)):
        conversations.rename(conversations.create(now_s).id, title)
    brought(DATA / "chatgpt.json", database)
    brought(DATA / "open_webui.json", database)
    there = conversations.all()
    assert [each.title for each in there] == [
        "newest", "Goldwater", "Boats and wind", "Half an emoji: \ufffd", "older"
    ]  # fmt: skip
    assert len({each.ordinal for each in there}) == len(there)


def _chatgpt(*nodes):
    """An export of one conversation: nodes of id, parent, role, type of content, and text."""
    mapping = {
        key: {
            "parent": parent,
            "message": {
                "author": {"role": role},
                "recipient": None,
                "content": {"content_type": kind, "parts": [text], "thoughts": [{"content": text}]},
            },
        }
        for key, parent, role, kind, text in nodes
    }
    return json.dumps({"title": "t", "create_time": 1.5e9, "mapping": mapping, "current_node": nodes[-1][0]})


QUESTION = ("q", None, "user", "text", "Why?")
THOUGHTS = [("t", "q", "assistant", "thoughts", "Hm."), ("u", "t", "assistant", "thoughts", "So.")]
RECAP = ("r", "u", "assistant", "reasoning_recap", "")


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ([], ["A: (Hm.\n\nSo.) …"]),
        ([RECAP], ["A: (Hm.\n\nSo.) …"]),
        ([RECAP, ("a", "r", "assistant", "text", "So.")], ["A: (Hm.\n\nSo.) So."]),
        ([("n", "u", "user", "text", "Go on")], ["A: (Hm.\n\nSo.) …", "U: Go on"]),
        ([("n", "u", "user", "text", "Go on"), ("m", "u", "user", "text", "Go")], ["A: (Hm.\n\nSo.) …", "U: Go"]),
    ],
)
def test_thoughts_without_an_answer_are_an_interrupted_one(database, conversations, tmp_path, more, shown):
    (tmp_path / "a.json").write_text(_chatgpt(QUESTION, *THOUGHTS, *more))
    report = brought(tmp_path / "a.json", database)
    (talk,) = conversations.all()
    assert spoken(conversations.branch(talk.id)) == ["U: Why?", *shown]
    assert sum(bool(each.reasoning) for each in conversations.messages(talk.id).values()) == 1
    assert report.omitted == {}


@pytest.mark.parametrize(
    ("text", "shown", "n_steps"),
    [
        (
            '<details type="reasoning" done="true"><summary>s</summary>\n&gt; a &lt; b\n</details>\nSo.',
            "(a < b) So.",
            0,
        ),
        ('Begin.<details type="tool_calls"><summary>s</summary>{}</details>End.', "Begin.End.", 1),
        ('<details type="code_interpreter">x</details>\n<details type="reasoning">r</details>', "(r) ", 1),
        ('<details type="else">kept</details>', '<details type="else">kept</details>', 0),
        ('a <details type="reasoning">without an end', 'a <details type="reasoning">without an end', 0),
        ('<details type="else"><details type="reasoning">r</details> b', '(r) <details type="else"> b', 0),
    ],
)
def test_what_open_webui_folds_away_is_reasoning_or_left_out(database, conversations, tmp_path, text, shown, n_steps):
    message = {"role": "assistant", "content": text, "parentId": None}
    (tmp_path / "a.json").write_text(json.dumps({"history": {"messages": {"a": message}, "currentId": "a"}}))
    report = brought(tmp_path / "a.json", database)
    (talk,) = conversations.all()
    assert spoken(conversations.branch(talk.id)) == [f"A: {shown}"]
    assert report.omitted["step of a tool"] == n_steps


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
