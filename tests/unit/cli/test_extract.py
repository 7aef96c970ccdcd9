# SPDX-License-Identifier: Apache-2.0
"""`leeward extract` leaves alone what it did not make, with an engine that says what it was told."""

import json
import os

import pytest

from helpers.tiny_gguf import write_tiny_gguf
from leeward import resources
from leeward.cli import personas
from leeward.cli.arguments import parser
from leeward.cli.exit_codes import ExitCode
from leeward.cli.extract import extract
from leeward.domain.errors import TargetExists
from leeward.engine.scripted import ScriptedEngine
from leeward.library.models import Library
from leeward.storage.personas import Personas
from leeward.storage.profile import Profile


@pytest.fixture
def run(tmp_path, monkeypatch):
    profile = Profile(tmp_path / "profile")
    profile.create()
    write_tiny_gguf(profile.models / "tiny.gguf")
    kept = Personas(profile.personas, resources.path("personas"))
    (tmp_path / "schema.json").write_text('{"type": "object", "required": ["n"]}')
    (tmp_path / "a.txt").write_text("one")
    monkeypatch.chdir(tmp_path)

    def run_extract(*words, file="a.txt", answers=('{"n": 1}',)):
        arguments = parser().parse_args(["extract", file, "--schema", "schema.json", "--model", "tiny", *words])
        library = Library(profile, roots=dict)
        engine = ScriptedEngine([[each] for each in answers])
        return extract(personas.applied(arguments, kept, library), engine, library)

    return run_extract


def test_a_table_of_somebody_else_is_not_touched_unless_that_was_wanted(run, tmp_path):
    (tmp_path / "out.csv").write_text("mine")
    with pytest.raises(TargetExists):
        run("-o", "out.csv")
    assert (tmp_path / "out.csv").read_text() == "mine"
    assert not (tmp_path / "out.csv.journal").exists()
    assert run("-o", "out.csv", "--overwrite") is ExitCode.OK
    assert "a.txt" in (tmp_path / "out.csv").read_text()


def test_its_own_table_is_made_anew_also_when_no_file_gave_anything(run, tmp_path):
    assert run("-o", "out.jsonl", answers=("no JSON",)) is ExitCode.FAILED
    assert "no JSON" in (tmp_path / "out.jsonl").read_text()
    assert run("-o", "out.jsonl") is ExitCode.OK
    assert json.loads((tmp_path / "out.jsonl").read_text())["value"] == {"n": 1}
    assert run("-o", "out.jsonl", answers=()) is ExitCode.OK


def test_names_that_are_no_utf_8_end_neither_the_table_nor_the_report(run, tmp_path, capsys):
    odd = os.fsdecode(b"\xff.txt")
    (tmp_path / "a.txt").rename(tmp_path / odd)
    assert run("-o", os.fsdecode(b"\xfe.csv"), "--json", file=odd) is ExitCode.OK
    assert json.loads(capsys.readouterr().out)["output"] == "\ufffd.csv"
    assert "\ufffd.txt" in (tmp_path / os.fsdecode(b"\xfe.csv")).read_text()
