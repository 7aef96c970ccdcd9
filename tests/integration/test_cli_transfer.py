# SPDX-License-Identifier: Apache-2.0
"""`leeward export`, `import`, `backup` and `restore` as a user runs them: real processes, real files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.profile import Profile, ProfileLock

DATA = Path(__file__).parent.parent / "data" / "imports"


@pytest.fixture
def leeward(tmp_path):
    """Run a command with a profile of its own; return its code, output and errors."""
    environment = os.environ | {"HOME": str(tmp_path / "home")}

    def run(*arguments, profile="p"):
        command = [sys.executable, "-m", "leeward", "--profile", str(tmp_path / profile), *map(str, arguments)]
        result = subprocess.run(
            command, capture_output=True, text=True, timeout=120, check=False, env=environment, stdin=subprocess.DEVNULL
        )
        assert "Traceback" not in result.stdout + result.stderr
        return result.returncode, result.stdout, result.stderr

    return run


def as_json(result):
    code, out, err = result
    assert (code, err) == (0, "")
    return json.loads(out)


def conversations_of(profile):
    with Database(profile.database) as database:
        stored = Conversations(database)
        return {each.title: list(stored.messages(each.id).values()) for each in stored.all()}


def test_all_that_other_programs_had_goes_in_out_and_in_again(leeward, tmp_path):
    (imported,) = as_json(leeward("import", DATA, "--json"))["files"]
    assert imported["programs"] == {
        "ChatGPT": 2, "LM Studio": 1, "Jan": 1, "Open WebUI": 1, "OpenAI-style messages": 2
    }  # fmt: skip
    assert (imported["n_refused"], len(imported["added"])) == (0, 7)
    listed = as_json(leeward("export", "--list", "--json"))["conversations"]
    assert [each["title"] for each in listed][:2] == ["What is this?", "Weather?"]
    assert "Goldwater" in leeward("export", "--list")[1]
    written = as_json(leeward("export", "--all", "-o", tmp_path / "all.json", "--json"))
    assert written == {"files": [str(tmp_path / "all.json")], "n_conversations": 7}
    (again,) = as_json(leeward("import", tmp_path / "all.json", "--json", profile="q"))["files"]
    assert again["programs"] == {"Leeward": 7}
    one, two = (conversations_of(Profile(tmp_path / name)) for name in ("p", "q"))
    said = lambda found: {title: [(m.role, m.content, m.reasoning) for m in each] for title, each in found.items()}  # noqa: E731
    assert said(one) == said(two)
    (third,) = as_json(leeward("import", tmp_path / "all.json", "--json"))["files"]
    assert (third["n_there"], third["added"]) == (7, [])


def test_one_conversation_in_every_format(leeward, tmp_path):
    leeward("import", DATA / "chatgpt.json")
    number = as_json(leeward("export", "--list", "--json"))["conversations"][0]["id"]
    for ending, words in {
        "md": "# Boats and wind", "html": "<title>Boats and wind</title>", "json": '"leeward-conversations"',
        "jsonl": '{"messages":[{"role":"user"',
    }.items():  # fmt: skip
        target = tmp_path / f"boat.{ending}"
        code, out, err = leeward("export", "--conversation", "boats AND wind", "-o", target)
        assert (code, out, err) == (0, f"{target}\n", "")
        assert words in target.read_text("utf-8")
    code, out, _ = leeward("export", "--conversation", number, "--format", "html", "-o", tmp_path)
    assert (code, out) == (0, f"{tmp_path / 'Boats and wind.html'}\n")
    assert leeward("export", "--all", "-o", tmp_path / "folder")[0] == 0
    assert sorted(path.name for path in (tmp_path / "folder").iterdir()) == ["Boats and wind.md", "Half an emoji.md"]


def test_what_goes_wrong_is_said_with_a_next_step(leeward, tmp_path):
    code, _, err = leeward("export", "--all", "-o", tmp_path / "x.json")
    assert (code, "no conversations in the profile" in err) == (8, True)
    assert not (tmp_path / "p").exists()
    leeward("import", DATA / "messages.jsonl", DATA / "messages.jsonl")
    code, _, err = leeward("export", "--conversation", "Weather?", "-o", tmp_path / "x.md")
    assert (code, "Several conversations are called Weather?" in err, "number" in err) == (8, True, True)
    code, _, err = leeward("export", "--conversation", "nothing", "-o", tmp_path / "x.md")
    assert (code, "no conversation nothing" in err, "--list" in err) == (8, True, True)
    assert leeward("export", "--all")[0] == 2
    (tmp_path / "mine.json").write_text("mine")
    code, _, err = leeward("export", "--all", "-o", tmp_path / "mine.json")
    assert (code, "--overwrite" in err, (tmp_path / "mine.json").read_text()) == (1, True, "mine")
    assert leeward("export", "--all", "-o", tmp_path / "mine.json", "--overwrite")[0] == 0
    for inside in (tmp_path / "p" / "chats.db", tmp_path / "p" / "backups" / "mine.json"):
        code, _, err = leeward("export", "--all", "--format", "json", "-o", inside, "--overwrite")
        assert (code, "among the files of the profile" in err) == (1, True)
    (tmp_path / "bad.json").write_text("[1, 2")
    code, out, err = leeward("import", tmp_path / "bad.json", DATA / "chatgpt.json")
    assert (code, "2 conversations added (2 from ChatGPT)" in out, "bad.json: it is no whole JSON" in err) == (
        8,
        True,
        True,
    )
    assert "1 picture" in out


def test_while_the_window_is_open_chats_go_out_but_not_in(leeward, tmp_path):
    leeward("import", DATA / "chatgpt.json")
    leeward("backup", "-o", tmp_path / "b.zip")
    profile = Profile(tmp_path / "p")
    with ProfileLock(profile), Database(profile.database):
        assert leeward("export", "--all", "-o", tmp_path / "open.json")[0] == 0
        assert leeward("backup", "-o", tmp_path / "open.zip")[0] == 0
        for command in (("import", DATA / "messages.jsonl"), ("restore", tmp_path / "b.zip")):
            code, _, err = leeward(*command)
            assert (code, "already running" in err, "close it" in err) == (6, True, True)


def test_a_backup_is_restored_over_what_came_later(leeward, tmp_path):
    leeward("import", DATA / "chatgpt.json")
    made = as_json(leeward("backup", "-o", tmp_path / "b.zip", "--json"))
    assert (made["n_conversations"], made["files"]) == (2, ["chats.db"])
    code, _, err = leeward("import", tmp_path / "b.zip")
    assert (code, "it is a backup of Leeward, which leeward restore reads" in err) == (8, True)
    leeward("import", DATA / "messages.jsonl")
    assert len(conversations_of(Profile(tmp_path / "p"))) == 4
    code, out, err = leeward("restore", tmp_path / "b.zip")
    assert (code, err, out.startswith("Restored: 2 conversations, as of ")) == (0, "", True)
    assert len(conversations_of(Profile(tmp_path / "p"))) == 2
    (aside,) = (tmp_path / "p").glob("before-restore-*")
    assert str(aside) in out
    assert as_json(leeward("restore", tmp_path / "b.zip", "--json", profile="new"))["kept"] is None
    code, _, err = leeward("restore", DATA / "chatgpt.json")
    assert (code, "cannot be restored" in err, "Nothing was changed" in err) == (8, True, True)
