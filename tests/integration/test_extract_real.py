# SPDX-License-Identifier: Apache-2.0
"""`leeward extract` and personas as a user runs them: real processes, the real starter model."""

import csv
import json
import signal
import subprocess
import sys

import psutil
import pytest

pytestmark = pytest.mark.model

RUN = [sys.executable, "-m", "leeward"]

TEXTS = {
    "ann.txt": "Ann Miller is 34 years old and works as a nurse in Leeds. She has two cats.",
    "bob.txt": "Our new cook is called Bob Stone. He turned 51 in May and lives in Bristol.",
    "eva.txt": "Eva Larsson, 27, is a carpenter from Malmo.",
}
SCHEMA = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "maxLength": 40},
        "age": {"type": "integer", "minimum": 0, "maximum": 120},
        "city": {"type": "string", "maxLength": 30},
    },
    "required": ["name", "age", "city"],
    "additionalProperties": False,
}


@pytest.fixture
def folder(tmp_path, starter_model):
    (tmp_path / "texts").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "texts" / name).write_text(text)
    (tmp_path / "schema.json").write_text(json.dumps(SCHEMA))
    return tmp_path


def command(*more):
    return [*RUN, "extract", "texts", "--schema", "schema.json", *more]


def run(folder, *more):
    result = subprocess.run(
        command(*more), cwd=folder, capture_output=True, text=True, timeout=120, check=False, stdin=subprocess.DEVNULL
    )
    assert "Traceback" not in result.stderr
    return result


@pytest.fixture
def many(folder):
    """A folder with so many texts that a run does not end before it is stopped."""
    for number in range(5):
        (folder / "texts" / f"more-{number}.txt").write_text(f"Visitor {number}: {TEXTS['eva.txt']}")
    return folder


def names_in(folder):
    return sorted(f"texts/{each.name}" for each in (folder / "texts").iterdir())


def start(folder, *more):
    """Start a run and wait until its first file is done."""
    process = subprocess.Popen(
        command(*more), cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
    )
    line = process.stderr.readline()
    assert line.startswith(f"[1/{len(names_in(folder))}] texts/ann.txt"), line + process.stderr.read()
    return process


def test_a_folder_becomes_a_table_and_nothing_is_asked_twice(folder):
    first = run(folder, "-o", "out.csv")
    assert first.returncode == 0, first.stderr
    with (folder / "out.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["file"] for row in rows] == [f"texts/{name}" for name in TEXTS]
    assert [row["name"] for row in rows] == ["Ann Miller", "Bob Stone", "Eva Larsson"]
    assert all(0 <= int(row["age"]) <= 120 and not row["problem"] for row in rows)
    table = (folder / "out.csv").read_bytes()
    again = json.loads(run(folder, "-o", "out.csv", "--json").stdout)
    assert (again["n_as_before"], again["n_failed"], again["n_left"]) == (3, 0, 0)
    assert (folder / "out.csv").read_bytes() == table


def test_after_a_kill_it_goes_on_where_it_was(many):
    process = start(many, "-o", "out.jsonl")
    children = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.communicate()
    psutil.wait_procs(children, timeout=20)
    assert not any(child.is_running() for child in children)
    assert not (many / "out.jsonl").exists()
    n_before = (many / "out.jsonl.journal").read_bytes().count(b"\n")
    assert 1 <= n_before < 8
    resumed = json.loads(run(many, "-o", "out.jsonl", "--json").stdout)
    assert (resumed["n_done"], resumed["n_as_before"]) == (8, n_before)
    whole = (many / "out.jsonl").read_text()
    assert [json.loads(line)["file"] for line in whole.splitlines()] == names_in(many)
    run(many, "-o", "fresh.jsonl")
    assert (many / "fresh.jsonl").read_text().count("value") == 8


def test_ctrl_c_leaves_the_table_of_what_is_done(many):
    process = start(many, "-o", "out.csv")
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "Traceback" not in err
    assert "left: the same command goes on there" in out
    with (many / "out.csv").open(newline="") as file:
        assert next(csv.DictReader(file))["name"] == "Ann Miller"
    assert json.loads(run(many, "-o", "out.csv", "--json").stdout)["n_done"] == 8


def test_a_file_that_is_too_long_has_its_reason_or_several_rows(folder):
    (folder / "texts" / "long.txt").write_text("Ann Miller is 34 and lives in Leeds. " * 60)
    result = run(folder, "-o", "out.jsonl", "--context", "512")
    assert result.returncode == 1
    last = json.loads((folder / "out.jsonl").read_text().splitlines()[-1])
    assert "too long" in last["problem"]
    parts = json.loads(run(folder, "-o", "out.jsonl", "--context", "512", "--split", "--json").stdout)
    assert parts["n_as_before"] == 3
    assert parts["n_rows"] > 4


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("-o", "out.txt"), 2, ".csv"),
        (("-o", "no/such/out.csv"), 2, "no folder"),
        (("-o", "out.csv", "--persona", "nobody"), 1, "Extract data"),
        (("-o", "out.csv", "--model", "none"), 3, "none"),
    ],
)
def test_what_makes_no_sense_is_said_and_leaves_nothing(folder, words, code, said):
    result = run(folder, *words)
    assert result.returncode == code
    assert said in result.stderr
    assert {each.name for each in folder.iterdir()} == {"texts", "schema.json"}


def test_a_persona_answers_and_goes_through_a_file(folder):
    def leeward(*words):
        return subprocess.run(
            [*RUN, "--profile", "profile", *words], cwd=folder, capture_output=True, text=True, timeout=120, check=False
        )

    exported = leeward("personas", "export", "Proofread", "-o", "mine.toml")
    assert exported.returncode == 0, exported.stderr
    text = (folder / "mine.toml").read_text()
    (folder / "mine.toml").write_text(text.replace('"Proofread"', '"Mine"') + 'max_tokens = 4\nstop = ["\\n"]\n')
    assert leeward("personas", "add", "mine.toml").returncode == 0
    answer = json.loads(leeward("ask", "--persona", "mine", "--json", "--seed", "1", "Name a bird.").stdout)
    assert answer["usage"]["completion_tokens"] <= 4
    assert answer["receipt"]["sampling"]["temperature"] == 0.2
    assert leeward("ask", "--persona", "nobody", "Hi").returncode == 1
