# SPDX-License-Identifier: Apache-2.0
"""Files become rows: each file asked for once, what is wrong with one said in its row, and all of it goes on after a kill."""

import csv
import dataclasses
import io
import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeward.chat.extraction import (
    Extraction,
    Row,
    Task,
    files_in,
    read_text,
    split_text,
)
from leeward.chat.extraction_table import as_csv, as_jsonl
from leeward.chat.schema import AnswerSchema
from leeward.domain.errors import ContextOverflow, EngineStopped, GrammarInvalid, StorageLocked, TemplateFailed
from leeward.domain.generation import Answered, FinishReason, Role, Sampling
from leeward.storage.extraction_journal import Done, Journal

SCHEMA = json.dumps({"type": "object", "properties": {"n": {"type": "integer", "maximum": 9}}, "required": ["n"]})
TASK = Task(SCHEMA, "Take it out.", Sampling(temperature=0, seed=0))


class Model:
    """Says how long each text is, or what it was told to."""

    def __init__(self, *told):
        self.told = list(told)
        self.asked = []

    def __call__(self, messages):
        system, user = messages
        assert (system.role, user.role) == (Role.SYSTEM, Role.USER)
        assert SCHEMA.replace(" ", "") in system.content
        self.asked.append(user.content)
        said = self.told.pop(0) if self.told else len(user.content)
        if isinstance(said, Exception):
            raise said
        return said if isinstance(said, Answered) else Answered(json.dumps({"n": said}), FinishReason.STOP)


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("a", "bb", "ccc"):
        (folder / f"{name}.txt").write_text(name)
    return folder


@pytest.fixture
def run(tmp_path, texts):
    def run_extraction(model, *, task=TASK, is_splitting=False, files=None):
        with Journal(tmp_path / "out.journal") as journal:
            extraction = Extraction(task, AnswerSchema(SCHEMA), journal, model, is_splitting=is_splitting)
            done = list(extraction.run(files or files_in([texts])))
        return done, extraction

    return run_extraction


def rows(done):
    return [(row.file.rpartition("/")[2], row.value or row.problem) for each in done for row in each.rows]


def test_every_file_becomes_a_row_and_is_asked_for_once(run, texts):
    model = Model()
    done, _ = run(model)
    assert rows(done) == [("a.txt", {"n": 1}), ("bb.txt", {"n": 2}), ("ccc.txt", {"n": 3})]
    again, _ = run(model)
    assert rows(again) == rows(done)
    assert [each.was_known for each in again] == [True] * 3
    (texts / "bb.txt").write_text("bbbb")
    (texts / "ccc.txt").rename(texts / "renamed.txt")
    changed, _ = run(model)
    assert rows(changed) == [("a.txt", {"n": 1}), ("bb.txt", {"n": 4}), ("renamed.txt", {"n": 3})]
    assert model.asked == ["a", "bb", "ccc", "bbbb"]


@pytest.mark.parametrize(
    "change",
    [{"system_prompt": "Other."}, {"model": "b"}, {"sampling": Sampling()}, {"max_tokens": 3}, {"stop": ("x",)}],
)
def test_another_task_is_done_anew(run, change):
    run(Model())
    model = Model()
    run(model, task=dataclasses.replace(TASK, **change))
    assert len(model.asked) == 3


def test_what_is_wrong_with_one_file_stands_in_its_row_and_is_tried_again(run, texts):
    (texts / "d.txt").write_bytes(b"\xff\xfe\xff")
    (texts / "e.txt").write_bytes(b"a\0b")
    (texts / "f.txt").write_text(" \n")
    (texts / "g.txt").symlink_to(texts / "gone")
    os.mkfifo(texts / "h.txt")
    model = Model(EngineStopped(), 99, Answered('{"n": 1', FinishReason.LENGTH))
    done, extraction = run(model)
    problems = [row.problem for each in done for row in each.rows]
    for problem, word in zip(
        problems,
        [
            "engine stopped",
            "greater than the maximum",
            "was cut",
            "no text",
            "no text",
            "no text",
            "cannot be read",
            "not a file",
        ],
        strict=True,
    ):
        assert word in problem
    assert not extraction.is_stopped
    again, _ = run(model)
    assert rows(again)[:3] == [("a.txt", {"n": 1}), ("bb.txt", {"n": 2}), ("ccc.txt", {"n": 3})]


@pytest.mark.parametrize("error", [GrammarInvalid("x"), TemplateFailed("x")])
def test_what_is_wrong_with_every_file_ends_the_run(run, error):
    with pytest.raises(type(error)):
        run(Model(1, error))
    done, _ = run(model := Model())
    assert len(done) == 3
    assert model.asked == ["bb", "ccc"]


def test_a_stop_keeps_what_is_done(run):
    done, extraction = run(Model(1, Answered("", FinishReason.CANCELLED)))
    assert rows(done) == [("a.txt", {"n": 1})]
    assert extraction.is_stopped
    model = Model()
    run(model)
    assert model.asked == ["bb", "ccc"]


def test_a_text_that_is_too_long_is_refused_or_read_in_parts(run, texts):
    long = texts / "long.txt"
    long.write_text("word " * 800)
    too_long = ContextOverflow(n_prompt=900, n_ctx=600)
    done, _ = run(Model(too_long), files=[long])
    assert "900 tokens" in rows(done)[0][1]
    assert "--split" in rows(done)[0][1]
    model = Model(too_long, 1, Answered('{"n"', FinishReason.LENGTH), 2, 3, 4)
    done, _ = run(model, files=[long], is_splitting=True)
    assert [(row.part, row.n_parts, row.value["n"]) for row in done[0].rows] == [
        (1, 4, 1),
        (2, 4, 2),
        (3, 4, 3),
        (4, 4, 4),
    ]
    assert "".join(model.asked[i] for i in (1, 3, 4, 5)) == long.read_text()


def test_a_context_that_is_too_small_for_any_text_ends_the_splitting(run, texts):
    long = texts / "long.txt"
    long.write_text("word " * 400)
    model = Model(*[ContextOverflow(n_prompt=900, n_ctx=600)] * 99)
    done, _ = run(model, files=[long], is_splitting=True)
    assert all("too long" in row.problem for row in done[0].rows)
    assert len(model.asked) < 10


def test_parts_that_fit_are_kept_beside_one_that_does_not(run, texts):
    long = texts / "long.txt"
    long.write_text("word " * 400)
    done, _ = run(Model(ContextOverflow(n_prompt=500, n_ctx=400), 1, 99, 3), files=[long], is_splitting=True)
    assert [bool(row.problem) for row in done[0].rows] == [False, True, False]


@given(st.text(max_size=300), st.integers(2, 9))
def test_parts_are_the_whole_text(text, n_parts):
    parts = split_text(text, n_parts)
    assert len(parts) <= n_parts
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_files_of_folders_are_found_once_without_hidden_ones_and_the_table(texts):
    (texts / ".git").mkdir()
    (texts / ".git" / "x").write_text("x")
    (texts / ".hidden").write_text("x")
    (texts / "deep").mkdir()
    (texts / "deep" / "z.txt").write_text("z")
    (texts / "deep" / "loop").symlink_to(texts)
    (texts / "out.csv").write_text("x")
    found = files_in([texts, texts / "a.txt", texts / "none.txt"], without=[texts / "out.csv"])
    assert [str(each.relative_to(texts)) for each in found] == ["a.txt", "bb.txt", "ccc.txt", "deep/z.txt", "none.txt"]


def test_texts_of_windows_are_read(tmp_path):
    for encoding in ("utf-8-sig", "utf-16", "utf-16-be"):
        file = tmp_path / encoding
        file.write_bytes(("\ufeff" if encoding == "utf-16-be" else "").encode(encoding) + "Größe".encode(encoding))
        assert read_text(file)[0].lstrip("\ufeff") == "Größe"


def test_half_a_surrogate_in_an_answer_ends_no_run(run):
    model = Model(Answered('{"n": 1, "\\udc80": "\\ud83d"}', FinishReason.STOP))
    done, _ = run(model)
    assert rows(done) == [("a.txt", {"n": 1, "\ufffd": "\ufffd"}), ("bb.txt", {"n": 2}), ("ccc.txt", {"n": 3})]
    assert rows(run(model)[0]) == rows(done)
    assert len(model.asked) == 3


def test_a_file_whose_name_is_no_utf_8_stands_in_both_tables(run, texts):
    (texts / "a.txt").rename(os.fsdecode(os.fsencode(texts) + b"/\xff\xe4.txt"))
    done, _ = run(Model())
    found = [row for each in done for row in each.rows]
    for table in (as_csv(found, ["n"]), as_jsonl(found)):
        assert "/\ufffd\ufffd.txt" in table.encode().decode()


# The journal


def test_a_journal_that_was_cut_or_written_by_something_else_is_read_as_far_as_it_goes(run, tmp_path):
    run(Model())
    path = tmp_path / "out.journal"
    whole = path.read_bytes()
    path.write_bytes(b"no json\n[1]\n\xff\n" + whole[:-20])
    done, _ = run(model := Model())
    assert model.asked == ["ccc"]
    assert rows(done)[2] == ("ccc.txt", {"n": 3})
    run(model)
    assert model.asked == ["ccc"], "what came behind the cut line can be read"


def test_a_journal_has_one_writer_and_leaves_neither_lock_nor_empty_file(tmp_path):
    path = tmp_path / "out.journal"
    with Journal(path), pytest.raises(StorageLocked), Journal(path):
        pass
    with Journal(path):
        pass
    assert list(tmp_path.iterdir()) == []
    with Journal(path) as journal:
        journal.add(Done("a", "b", [1, None]))
    assert [each.name for each in tmp_path.iterdir()] == ["out.journal"]
    with Journal(path) as journal:
        assert journal.values_of("a", "b") == [1, None]


# The table

ROWS = [
    Row("a.txt", value={"name": "=1+1", "tags": ["x", "ü"], "n": -3, "empty": None}),
    Row("b.txt", 1, 2, {"name": 'say "hi",\nthen', "file": "x"}),
    Row("c.txt", problem="it is too long"),
]


def test_csv_has_the_values_in_the_order_of_the_schema():
    table = list(csv.reader(io.StringIO(as_csv(ROWS, ["n", "name"]))))
    assert table == [
        ["file", "part", "n", "name", "tags", "empty", "file_", "problem"],
        ["a.txt", "", "-3", "'=1+1", '["x", "ü"]', "", "", ""],
        ["b.txt", "1/2", "", 'say "hi",\nthen', "", "", "x", ""],
        ["c.txt", "", "", "", "", "", "", "it is too long"],
    ]
    assert as_csv([Row("a", value=[1])], []).splitlines()[1] == "a,,[1],"


def test_jsonl_has_an_object_a_row():
    assert [json.loads(line) for line in as_jsonl(ROWS).splitlines()] == [
        {"file": "a.txt", "value": ROWS[0].value},
        {"file": "b.txt", "part": 1, "n_parts": 2, "value": ROWS[1].value},
        {"file": "c.txt", "problem": "it is too long"},
    ]


def test_a_spreadsheet_runs_neither_names_of_files_nor_of_values():
    """Quotes do not stop a formula: what is in them is run all the same."""
    table = as_csv([Row('=cmd|"/c calc"!A1.txt', value={"=1+1": "@x", "-a": 1}), Row("+b", problem="-c")], [])
    assert list(csv.reader(io.StringIO(table))) == [
        ["file", "part", "'=1+1", "'-a", "problem"],
        ['\'=cmd|"/c calc"!A1.txt', "", "'@x", "1", ""],
        ["'+b", "", "", "", "'-c"],
    ]


@pytest.mark.parametrize(
    ("names", "headers"),
    [
        (["file", "file_"], ["file__", "file_"]),
        (["file_", "file"], ["file_", "file__"]),
        (["problem", "part"], ["problem_", "part_"]),
        (["=a", "'=a"], ["'=a_", "'=a"]),
    ],
)
def test_no_two_columns_have_the_same_name(names, headers):
    table = list(csv.reader(io.StringIO(as_csv([Row("a", value={name: name[::-1] for name in names})], names))))
    assert table[0] == ["file", "part", *headers, "problem"]
    assert table[1][2:-1] == [name[::-1] for name in names]
