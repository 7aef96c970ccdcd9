# SPDX-License-Identifier: Apache-2.0
import json
from pathlib import Path

import pytest

from helpers.other_programs import OLLAMA, write_hub_cache, write_ollama
from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.errors import ModelNotOurs
from leeward.library.entries import PROGRAM_NAMES, EntryState
from leeward.library.folders import with_header
from leeward.library.model_check import check_model_file
from leeward.library.models import Library
from leeward.library.other_programs import models_of, ollama_facts, usual_roots
from leeward.library.resolve import resolve_model
from leeward.storage.profile import Profile


def snapshot(folder: Path):
    return {path: (path.lstat().st_mtime_ns, path.lstat().st_size) for path in sorted(folder.rglob("*"))}


@pytest.fixture
def library(tmp_path):
    """A library that looks for other programs below tmp_path."""
    profile = Profile(tmp_path / "profile")
    profile.create()
    return Library(profile, roots=lambda: {name: (tmp_path / name,) for name in PROGRAM_NAMES})


def test_a_model_of_ollama_is_found_by_its_name_and_is_a_model_without_an_ending(library, tmp_path):
    blob = write_ollama(tmp_path / "ollama", template="{{ .Prompt }}", params='{"stop":["x"]}', license="MIT")
    (entry,) = library.add_program("ollama")
    assert (entry.name, entry.path, entry.origin) == ("llama3:8b", blob, "ollama")
    assert with_header(entry).info.name == "Tiny"
    file = resolve_model("llama3:8b", library)
    assert (file.path, file.name) == (blob, "llama3:8b")
    assert resolve_model("llama3", library).path == blob
    assert check_model_file(file.path).architecture == "llama"
    facts = ollama_facts(Path(entry.note))
    assert (facts.template, facts.parameters, facts.license, facts.system) == (
        "{{ .Prompt }}", '{"stop":["x"]}', "MIT", "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("manifest", "name"),
    [
        ("registry.ollama.ai/library/mistral/latest", "mistral:latest"),
        ("registry.ollama.ai/someone/mine/v1", "someone/mine:v1"),
        ("hf.co/bartowski/Some-GGUF/Q4_K_M", "hf.co/bartowski/Some-GGUF:Q4_K_M"),
    ],
)
def test_models_of_ollama_are_called_as_ollama_calls_them(tmp_path, manifest, name):
    write_ollama(tmp_path, manifest)
    assert [entry.name for entry in models_of("ollama", {"ollama": (tmp_path,)})] == [name]


@pytest.mark.parametrize(
    "manifest",
    [
        "",
        "{",
        "[]",
        '{"layers": 3}',
        '{"layers": [3, {"mediaType": 4}]}',
        json.dumps({"layers": [{"mediaType": OLLAMA + "model", "digest": "sha256:../../../etc/passwd"}]}),
        json.dumps({"layers": [{"mediaType": OLLAMA + "model", "digest": "../" * 8 + "etc/passwd"}]}),
        "[" * 100_000,
    ],
)
def test_a_hostile_manifest_leads_nowhere(tmp_path, manifest):
    path = tmp_path / "manifests/registry.ollama.ai/library/x/latest"
    path.parent.mkdir(parents=True)
    path.write_text(manifest)
    assert models_of("ollama", {"ollama": (tmp_path,)}) == []


def test_a_model_whose_blob_is_gone_is_listed_as_incomplete(tmp_path):
    write_ollama(tmp_path).unlink()
    (entry,) = models_of("ollama", {"ollama": (tmp_path,)})
    assert entry.state is EntryState.INCOMPLETE


def test_the_hub_cache_lists_each_file_once_as_main_has_it(tmp_path):
    revisions = {"aaa": ["m-Q4.gguf", "old.gguf"], "bbb": ["m-Q4.gguf", "sub/n.gguf"], "zzz": ["m-Q4.gguf"]}
    write_hub_cache(tmp_path, "owner/repo-GGUF", revisions, main="bbb")
    found = models_of("huggingface", {"huggingface": (tmp_path,)})
    assert {entry.name: entry.path.parts[-2] for entry in found} == {"m-Q4": "bbb", "n": "sub", "old": "aaa"}
    assert {entry.note for entry in found} == {"owner/repo-GGUF"}
    assert all(entry.is_linked and with_header(entry).info for entry in found)


def test_models_of_the_other_programs_are_found(library, tmp_path):
    for program, file in {
        "lm-studio": "publisher/repo/lm.gguf",
        "gpt4all": "g4a.gguf",
        "jan": "author/llama/model.gguf",
    }.items():
        (tmp_path / program / file).parent.mkdir(parents=True)
        write_tiny_gguf(tmp_path / program / file)
        library.add_program(program)
    assert {entry.name: entry.origin for entry in library.scan().entries} == {
        "lm": "lm-studio",
        "g4a": "gpt4all",
        "author/llama": "jan",
    }


def test_nothing_of_another_program_is_touched(library, tmp_path):
    write_ollama(tmp_path / "ollama")
    before = snapshot(tmp_path / "ollama")
    library.add_program("ollama")
    (entry,) = library.read_scan().entries
    with pytest.raises(ModelNotOurs, match="belongs to"):
        library.remove(entry)
    assert library.forget("ollama")
    assert library.read_scan().entries == ()
    assert snapshot(tmp_path / "ollama") == before


def test_a_program_that_is_not_there_has_no_models(library):
    for program in PROGRAM_NAMES:
        assert library.add_program(program) == []
    with pytest.raises(KeyError):
        library.add_program("word")


@pytest.mark.parametrize(
    ("system", "environment", "expected"),
    [
        ("linux", {}, {"ollama": "/h/.ollama/models", "gpt4all": "/h/.local/share/nomic.ai/GPT4All"}),
        ("linux", {"OLLAMA_MODELS": "/data/o", "HF_HOME": "/hf"}, {"ollama": "/data/o", "huggingface": "/hf/hub"}),
        ("linux", {"HF_HUB_CACHE": "/c"}, {"huggingface": "/c", "lm-studio": "/h/.lmstudio/models"}),
        ("linux", {"XDG_CACHE_HOME": "/x"}, {"huggingface": "/x/huggingface/hub"}),
        ("darwin", {}, {"gpt4all": "/h/Library/Application Support/nomic.ai/GPT4All"}),
        (
            "win32",
            {"LOCALAPPDATA": "/l"},
            {"gpt4all": "/l/nomic.ai/GPT4All", "huggingface": "/h/.cache/huggingface/hub"},
        ),
    ],
)
def test_programs_are_looked_for_where_each_system_keeps_them(system, environment, expected):
    roots = usual_roots(Path("/h"), environment, system)
    assert set(roots) == set(PROGRAM_NAMES)
    assert {program: roots[program][0] for program in expected} == {p: Path(path) for p, path in expected.items()}
