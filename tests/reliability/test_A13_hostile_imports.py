# SPDX-License-Identifier: Apache-2.0
"""A13: whatever a file to be imported holds, what is there stays, and no conversation comes in by half."""

import hashlib
import itertools
import json
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from leeward.chat.transfer import leeward_file
from leeward.chat.transfer.importing import import_path
from leeward.domain.conversation import MessageStatus
from leeward.domain.errors import ImportUnreadable
from leeward.domain.generation import Role
from leeward.domain.whole_conversation import WholeConversation, WholeMessage
from leeward.storage.database import Database
from leeward.storage.profile import Profile
from leeward.storage.whole_conversations import add_whole, opened_conversations

DATA = Path(__file__).parent.parent / "data" / "imports"
OWN = WholeConversation("mine", (WholeMessage(None, Role.USER, "precious", 1.0),), 0, 1.0, 1.0)
N_MUTATIONS = 1000
LIMIT_S, LIMIT_BYTES = 5.0, 300e6


@pytest.fixture
def database(tmp_path):
    with Database(tmp_path / "chats.db") as database:
        add_whole(database, OWN, is_dated=True)
        yield database


def content_of(database):
    """Return all that is stored, through the check that everything is a tree."""
    with opened_conversations(Profile(database.path.parent)) as stored:
        return [stored.whole(each) for each in stored.all()]


def dump(database):
    with database.reading() as sql:
        rows = [
            *sql.execute("SELECT * FROM conversation ORDER BY id"),
            *sql.execute("SELECT * FROM message ORDER BY id"),
        ]
    return hashlib.sha256(repr(rows).encode("utf-8", "surrogatepass")).hexdigest()


def imported(path, database):
    """Return the report, or the reason why there is none."""
    try:
        return import_path(path, database, 2_000_000_000.0)
    except ImportUnreadable as error:
        return error.reason


ODD = [
    None,
    True,
    False,
    -1,
    0,
    2**31,
    2**63,
    10**40,
    1e308,
    "",
    "\x00",
    "\ud800",
    "x" * 5000,
    [],
    {},
    [[]],
    {"a": {}},
    -0.0,
]


def mutated(value, random_: random.Random):
    """Return `value` with one place in it changed: another type, another key, taken out, doubled or made a circle."""
    places = []

    def walk(part):
        if isinstance(part, dict | list):
            for key in part if isinstance(part, dict) else range(len(part)):
                places.append((part, key))
                walk(part[key])

    value = json.loads(json.dumps(value))
    walk(value)
    if not places:
        return random_.choice(ODD)
    texts = [part[key] for part, key in places if isinstance(part[key], str)] or [""]
    for part, key in random_.sample(places, random_.randint(1, min(3, len(places)))):
        if key in (part if isinstance(part, dict) else range(len(part))):  # what was changed before may have it no more
            _change(part, key, texts, random_)
    return value


def _change(part, key, texts, random_: random.Random):
    match random_.randrange(5):
        case 0:
            del part[key]
        case 1 if isinstance(part, list):
            part.append(part[key])
        case 2:
            part[key] = random_.choice(texts)  # makes ids and parents point anywhere, to themselves too
        case 3 if isinstance(part, dict):
            part[random_.choice(texts)] = part.pop(key)
        case _:
            part[key] = random_.choice(ODD)


def test_A13_a_thousand_mutated_exports_come_in_whole_or_not_at_all(database, tmp_path):
    random_ = random.Random(13)
    own = json.loads(b"".join(leeward_file.written([OWN, _branched()], 0.0)))
    sources = [
        json.loads((DATA / "chatgpt.json").read_text()),
        json.loads((DATA / "1731000000000.conversation.json").read_text()),
        json.loads((DATA / "open_webui.json").read_text()),
        json.loads((DATA / "messages.jsonl").read_text().splitlines()[1]),
        [json.loads(line) for line in (DATA / "jan" / "messages.jsonl").read_text().splitlines() if line],
        own,
    ]
    path = tmp_path / "mutated"
    n_refused = n_taken = 0
    for source in itertools.islice(itertools.cycle(sources), N_MUTATIONS):
        value = mutated(source, random_)
        is_lines = source is sources[4] and isinstance(value, list)
        text = "\n".join(json.dumps(each) for each in value) if is_lines else json.dumps(value)
        path.write_text(text)
        before, n_before = dump(database), len(content_of(database))
        report = imported(path, database)
        if isinstance(report, str):
            n_refused += 1
            assert report
            assert "\n" not in report
            assert dump(database) == before
        else:
            n_taken += 1
            assert len(content_of(database)) == n_before + len(report.added)
            with database.transaction() as sql:  # back to the beginning
                sql.execute("UPDATE conversation SET leaf_id = NULL WHERE id > 1")
                sql.execute("DELETE FROM message WHERE conversation_id > 1")
                sql.execute("DELETE FROM conversation WHERE id > 1")
    assert content_of(database) == [OWN]
    assert n_refused > 20
    assert n_taken > 500


def test_A13_exports_that_are_cut_or_have_bytes_changed_never_end_in_another_error(database, tmp_path):
    random_ = random.Random(7)
    path = tmp_path / "changed"
    for source in ("chatgpt.json", "1731000000000.conversation.json", "open_webui.json", "messages.jsonl"):
        good = (DATA / source).read_bytes()
        for _ in range(60):
            content = bytearray(good[: random_.randrange(len(good))] if random_.random() < 0.5 else good)
            for _ in range(random_.randrange(4)):
                content[random_.randrange(max(1, len(content))) : 1] = bytes([random_.randrange(256)])
            path.write_bytes(content)
            assert imported(path, database)
    assert OWN in content_of(database)


def _branched():
    messages = (
        WholeMessage(None, Role.USER, "q", 1.0),
        WholeMessage(0, Role.ASSISTANT, "a", 2.0, "r", MessageStatus.INTERRUPTED),
        WholeMessage(0, Role.ASSISTANT, "b", 3.0),
    )
    return WholeConversation("t", messages, 1, 1.0, 3.0, "draft")


def _mapping(*pairs):
    node = lambda parent: {  # noqa: E731
        "parent": parent, "message": {"author": {"role": "user"}, "content": {"content_type": "text", "parts": ["x"]}}
    }  # fmt: skip
    return [{"title": "t", "mapping": {key: node(parent) for key, parent in pairs}, "current_node": "a"}]


def _long_line(n):
    return _mapping(*((str(number), str(number - 1) if number else None) for number in range(n)))


CASES = {
    "circle": lambda: json.dumps(_mapping(("a", "b"), ("b", "a"))),
    "own parent": lambda: json.dumps(_mapping(("a", "a"))),
    "a circle beside a tree": lambda: json.dumps(_mapping(("r", None), ("a", "b"), ("b", "a"))),
    "nested lists": lambda: "[" * 100_000 + "]" * 100_000,
    "nested objects": lambda: '{"a":' * 100_000 + "1" + "}" * 100_000,
    "nested within a conversation": lambda: '[{"mapping": {"a": ' + "[" * 100_000 + "]" * 100_000 + "}}]",
    "nested without an end": lambda: "[" * 1_000_000,
    "nested in a line": lambda: '{"messages": ' + "[" * 100_000 + "]" * 100_000 + "}\n{}",
    "a number of a million digits": lambda: '[{"mapping": {}, "create_time": ' + "9" * 1_000_000 + "}]",
    "a number beyond all": lambda: '{"format": "leeward-conversations", "version": 1e999, "conversations": []}',
    "too many messages": lambda: json.dumps(_long_line(100_001)),
    "a million of nothing": lambda: "[" + ",".join(["{}"] * 1_000_000) + "]",
    "a million lines": lambda: '{"messages": [{"role": "user", "content": "x"}]}\n' * 1_000_000,
    "a text without an end": lambda: '[{"mapping": {"a": "' + "x" * 50_000_000,
    "a text beyond the limit": lambda: json.dumps({"messages": [{"role": "user", "content": "x" * 20_000_000}]}),
    "escapes without an end": lambda: '["' + "\\\\" * 10_000_000,
    "halves of surrogates": lambda: '["' + "\\ud800" * 1_000_000,
    "details without an end": lambda: json.dumps(
        {
            "history": {
                "messages": {
                    "a": {"role": "assistant", "content": '<details type="reasoning"' * 400_000, "parentId": "a"}
                }
            }
        }
    ),
    "NUL": lambda: "\x00" * 1_000_000,
}

RUN_IN_BOUNDS = """
import sys, time
from pathlib import Path
from leeward.chat.transfer.importing import import_path
from leeward.domain.errors import ImportUnreadable
from leeward.storage.database import Database
with Database(Path(sys.argv[1])) as database:
    began_s = time.monotonic()
    try:
        import_path(Path(sys.argv[2]), database, 2e9)
        print("taken")
    except ImportUnreadable as error:
        print("refused", error.reason[:300])
    print(time.monotonic() - began_s)
    # Not ru_maxrss: that begins with the peak of whoever started this process.
    (peak,) = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:")]
    print(int(peak.split()[1]) * 1024)
"""


def bounded(database_path: Path, path: Path) -> str:
    """Import in a process of its own; return what became of it. It may take 5 s and 300 MB."""
    command = [sys.executable, "-c", RUN_IN_BOUNDS, str(database_path), str(path)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 0, result.stderr[-2000:]
    outcome, took_s, peak_bytes = result.stdout.strip().splitlines()
    assert float(peak_bytes) <= LIMIT_BYTES, f"{float(peak_bytes) / 1e6:.0f} MB"
    assert float(took_s) <= LIMIT_S, f"{took_s} s"
    return outcome


@pytest.fixture
def closed(tmp_path):
    """A database that another process may open; afterwards it must hold what it did."""
    path = tmp_path / "chats.db"
    with Database(path) as database:
        add_whole(database, OWN, is_dated=True)
        before = dump(database)
    yield path
    with Database(path) as database:
        assert dump(database) == before


@pytest.mark.parametrize("case", CASES)
def test_A13_a_file_that_wants_time_or_memory_is_refused_within_both(closed, tmp_path, case):
    (tmp_path / "hostile.json").write_text(CASES[case]())
    assert bounded(closed, tmp_path / "hostile.json").startswith("refused")


def test_A13_zip_bombs_and_names_that_lead_elsewhere(closed, tmp_path):
    outside = {path.name for path in tmp_path.parent.iterdir()}
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("conversations.json", "w") as member:
        for _ in range(1024):
            member.write(bytes(1024**2))
    assert "suspiciously small" in bounded(closed, bomb)
    names = [
        "../out.json",
        "/out.json",
        "C:\\out.json",
        "\\\\host\\share\\out.json",
        "a/../../out.json",
        "x.json",
    ]
    slip = tmp_path / "slip.zip"
    with zipfile.ZipFile(slip, "w") as archive:
        for name in names:
            archive.writestr(name, "[1]")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("x.json", "[2]")
        link = zipfile.ZipInfo("link.json")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert "no file with conversations" in bounded(closed, slip)
    many = tmp_path / "many.zip"
    with zipfile.ZipFile(many, "w") as archive:
        for number in range(30_000):
            archive.writestr(f"{number}.json", "")
    assert "more than 20,000 files" in bounded(closed, many)
    assert {path.name for path in tmp_path.parent.iterdir()} == outside


def test_A13_a_long_honest_conversation_comes_in_whole(tmp_path):
    """100,000 messages in one line, which must not be walked by recursion."""
    (tmp_path / "long.json").write_text(json.dumps(_long_line(100_000)))
    with Database(tmp_path / "chats.db") as database:
        report = import_path(tmp_path / "long.json", database, 2e9)
        assert len(report.added) == 1
        (whole,) = content_of(database)
        assert len(whole.branch()) == 100_000
