# SPDX-License-Identifier: Apache-2.0
"""`leeward personas`, and how a persona answers on the command line, with an engine that says what it was told."""

import json
from pathlib import Path

import pytest

from helpers.personas import FULL
from helpers.tiny_gguf import write_tiny_gguf
from leeward import resources
from leeward.cli import personas, samplers
from leeward.cli.arguments import parser
from leeward.cli.ask import ask
from leeward.cli.exit_codes import ExitCode
from leeward.domain.errors import AdapterUnfit, GrammarInvalid, ModelNotFound, PersonaNotFound, TargetExists
from leeward.domain.generation import AdapterUse, Dry, Role, Sampling, Xtc
from leeward.domain.persona import Persona
from leeward.domain.samplers import SAMPLERS
from leeward.engine.scripted import ScriptedEngine
from leeward.library.models import Library
from leeward.storage.personas import Personas, read_persona, write_persona
from leeward.storage.profile import Profile

SCHEMA = '{"type": "object", "properties": {"age": {"type": "integer", "maximum": 150}}, "required": ["age"]}'


@pytest.fixture
def profile(tmp_path):
    return Profile(tmp_path / "profile")


@pytest.fixture
def kept(profile):
    return Personas(profile.personas, resources.path("personas"))


@pytest.fixture
def run(profile, kept, capsys):
    def run_personas(*words):
        arguments = parser().parse_args(["personas", *map(str, words)])
        assert personas.personas(arguments, kept, profile) is ExitCode.OK
        return capsys.readouterr()

    return run_personas


@pytest.fixture
def answer(tmp_path, profile, kept, capsys):
    """Ask with a persona; returns the exit code, what was printed, and the request."""
    profile.create()
    write_tiny_gguf(profile.models / "tiny.gguf")

    def answer_as(persona, *words, script=("Yes.",)):
        kept.save(persona, is_replacing=True)
        engine = ScriptedEngine([list(script)])
        library = Library(profile, roots=dict)
        arguments = parser().parse_args(["ask", "--persona", persona.name, *words, "Hi"])
        code = ask(personas.applied(arguments, kept, library), engine, library)
        return code, capsys.readouterr(), engine.requests[0]

    return answer_as


def test_a_persona_travels_from_one_profile_to_another(run, kept, tmp_path):
    kept.save(FULL, is_replacing=False)
    file = tmp_path / "for a friend.toml"
    assert str(file) in run("export", FULL.name, "-o", file).out
    assert "removed" in run("remove", FULL.name).out
    assert json.loads(run("add", file, "--json").out)["name"] == FULL.name
    assert kept.find(FULL.name).persona == FULL
    with pytest.raises(TargetExists):
        run("add", file)
    with pytest.raises(TargetExists):
        run("export", "Tutor", "-o", file)
    run("export", "Tutor", "-o", file, "--overwrite")
    assert read_persona(file).name == "Tutor"


def test_what_is_listed_and_shown(run, kept, profile):
    kept.save(Persona(name="Mine", description="Of my own.", system_prompt="a\x1b[2Jb\nc"), is_replacing=False)
    (profile.personas / "bad.toml").write_text("no")
    out = run("list")
    assert "Mine          Of my own. (yours)\n" in out.out
    assert "bad.toml cannot be used" in out.err
    listed = json.loads(run("list", "--json").out)
    assert [each["name"] for each in listed["personas"] if not each["is_ready"]] == ["Mine"]
    assert [Path(each["file"]).name for each in listed["unreadable"]] == ["bad.toml"]
    assert "\x1b" not in run("show", "mine").out
    assert json.loads(run("show", "Tutor", "--json").out)["sampling"] == {"temperature": 0.6, "min_p": 0.05}
    assert run("export", "Tutor").out == run("show", "Tutor").out
    with pytest.raises(PersonaNotFound):
        run("show", "nobody")


def test_looking_makes_no_profile(run, profile):
    run("list")
    assert not profile.root.exists()


def test_a_persona_says_how_it_is_answered(answer):
    persona = Persona(
        name="Poet",
        model="tiny",
        system_prompt="Rhyme.",
        max_tokens=50,
        stop=("END",),
        is_reasoning=False,
        sampling={"temperature": 0.1, "xtc.probability": 0.3, "top_k": 9},
    )
    _, out, request = answer(persona)
    assert out.out == "Yes.\n"
    assert [(each.role, each.content) for each in request.messages] == [(Role.SYSTEM, "Rhyme."), (Role.USER, "Hi")]
    assert (request.max_tokens, request.stop, request.options.is_reasoning) == (50, ("END",), False)
    assert request.sampling == Sampling(temperature=0.1, top_k=9, xtc=Xtc(probability=0.3))


def test_options_go_before_the_persona(answer):
    persona = Persona(name="Poet", model="none of this name", system_prompt="Rhyme.", sampling={"temperature": 0.1})
    _, _, request = answer(
        persona, "--model", "tiny", "--system", "Count.", "--set", "temperature=0.9", "--set", "dry.base=2",
        "--temperature", "0.5", "--max-tokens", "3", "--stop", ".", "--reasoning",
    )  # fmt: skip
    assert request.messages[0].content == "Count."
    assert request.sampling == Sampling(temperature=0.5, dry=Dry(base=2.0))
    assert (request.max_tokens, request.stop, request.options.is_reasoning) == (3, (".",), True)


def test_a_persona_with_a_model_or_adapter_that_is_not_here_is_refused(answer):
    with pytest.raises(ModelNotFound):
        answer(Persona(name="A", model="none of this name"))
    with pytest.raises(AdapterUnfit):
        answer(Persona(name="A", model="tiny", adapters=(AdapterUse("style.gguf", 1.0),)))
    with pytest.raises(AdapterUnfit):
        answer(Persona(name="A", model="tiny", adapters=(AdapterUse("tiny.gguf", 1.0),)))  # a model, no adapter


def test_a_persona_may_be_named_by_its_file(kept, profile, tmp_path):
    write_persona(FULL, tmp_path / "a.toml")
    assert personas.find_persona(str(tmp_path / "a.toml"), kept) == FULL


def test_an_answer_that_does_not_fit_its_schema_is_said(answer):
    persona = Persona(name="Age", model="tiny", json_schema=SCHEMA)
    code, out, request = answer(persona, script=['{"age": 12}'])
    assert (code, out.err, request.json_schema) == (ExitCode.OK, "", SCHEMA)
    code, out, _ = answer(persona, script=['{"age": 212}'])
    assert (code, out.out) == (ExitCode.FAILED, '{"age": 212}\n')
    assert "$.age: 212 is greater than the maximum of 150" in out.err
    _, out, _ = answer(persona, "--json", script=['{"age": 212}'])
    assert json.loads(out.out)["schema_problems"] == ["$.age: 212 is greater than the maximum of 150"]
    with pytest.raises(GrammarInvalid):
        answer(Persona(name="Age", model="tiny", json_schema='{"type": "strnig"}'))


@pytest.mark.parametrize("word", ["temperature", "temperature=hot", "temperature=99", "warmth=1", "xtc={}", "top_k=[["])
def test_a_sampler_that_makes_no_sense_is_refused(word, capsys):
    with pytest.raises(SystemExit):
        parser().parse_args(["ask", "--set", word, "Hi"])
    assert "--set" in capsys.readouterr().err


def test_every_sampler_is_listed_with_what_is_usual(capsys):
    samplers.samplers(parser().parse_args(["samplers"]))
    text = capsys.readouterr().out
    samplers.samplers(parser().parse_args(["samplers", "--json"]))
    listed = {each["name"]: each for each in json.loads(capsys.readouterr().out)["samplers"]}
    assert list(listed) == [each.name for each in SAMPLERS]
    assert all(f"  {name} " in text for name in listed)
    assert (listed["temperature"]["usual"], listed["dry.base"]["usual"], listed["dry.base"]["is_off"]) == (
        0.7,
        1.75,
        True,
    )
