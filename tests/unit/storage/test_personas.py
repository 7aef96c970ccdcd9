# SPDX-License-Identifier: Apache-2.0
"""Personas are kept as files of the user's own, beside the ready ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.personas import FULL
from leeward import resources
from leeward.domain.errors import PersonaNotFound, PersonaReady, PersonaUnreadable, TargetExists
from leeward.domain.persona import Persona
from leeward.storage.personas import Personas, file_name, persona_text, read_persona, write_persona

READY = resources.path("personas")


@pytest.fixture
def personas(tmp_path):
    return Personas(tmp_path / "personas", READY)


def test_the_ready_ones_can_be_used_and_have_no_room_for_doubt(personas):
    kept, problems = personas.read()
    assert [each.persona.name for each in kept] == [
        "Explain code",
        "Extract data",
        "Proofread",
        "Summarise",
        "Translate",
        "Tutor",
    ]
    assert problems == []
    for each in kept:
        assert each.is_ready
        assert each.persona.description.endswith(".")
        assert not each.persona.system_prompt.startswith("\n")


def test_a_persona_is_kept_found_replaced_and_removed(personas, tmp_path):
    path = personas.save(FULL, is_replacing=False)
    assert path.parent == tmp_path / "personas"
    assert read_persona(path) == FULL
    assert personas.find(FULL.name.upper()).persona == FULL
    with pytest.raises(TargetExists):
        personas.save(FULL, is_replacing=False)
    changed = Persona(name=FULL.name.upper(), system_prompt="Other.")
    assert personas.save(changed, is_replacing=True) == path
    assert personas.find(FULL.name).persona == changed
    personas.remove(FULL.name)
    with pytest.raises(PersonaNotFound) as caught:
        personas.find(FULL.name)
    assert "Tutor" in caught.value.found
    assert list(path.parent.iterdir()) == []


def test_one_of_the_users_own_hides_a_ready_one_until_it_is_removed(personas):
    with pytest.raises(PersonaReady):
        personas.remove("tutor")
    own = Persona(name="Tutor", system_prompt="Be short.")
    personas.save(own, is_replacing=False)
    assert personas.find("tutor").persona == own
    personas.remove("tutor")
    assert personas.find("tutor").is_ready


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff\xfe", "utf-8"),
        (b"name = ", "Invalid value"),
        (b'name = "A"', "not a persona"),
        (b'leeward_persona = 1\nname = "A"\ntools = 3', "tools is not known"),
        (b"x = " + b"[" * 100_000, "nested"),
        (b"#" * 3_000_000, "too large"),
        (None, "no such file"),
    ],
)
def test_a_file_that_is_no_persona_is_named_with_its_reason(personas, tmp_path, content, reason):
    path = tmp_path / "personas" / "bad.toml"
    path.parent.mkdir()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(PersonaUnreadable) as caught:
        read_persona(path)
    assert reason in caught.value.reason
    if content is not None:
        kept, problems = personas.read()
        assert len(kept) == 6, "the others stay"
        assert [each.path for each in problems] == [path]


def test_a_file_that_cannot_be_read_is_not_overwritten_by_one_of_its_name(personas, tmp_path):
    bad = tmp_path / "personas" / "mine.toml"
    bad.parent.mkdir()
    bad.write_text("what I wrote by hand")
    with pytest.raises(TargetExists):
        personas.save(Persona(name="Mine"), is_replacing=False)
    assert bad.read_text() == "what I wrote by hand"


@given(st.text(max_size=80))
def test_the_name_of_a_file_stays_in_its_folder(name):
    found = file_name(name)
    assert found.endswith(".toml")
    assert not set(found) & set('/\\:*?"<>|\0\n ')
    assert not found.startswith(".")
    assert found.split(".")[0] not in ("con", "nul", "com1")
    assert len(found.encode()) <= 255


def test_names_that_differ_have_files_that_differ():
    names = ["C++", "C#", "C", "c d", "c-d", "con", "x" * 70, "x" * 71, "x" * 130, "x" * 131, "...", "⁂"]
    assert len({file_name(name) for name in names}) == len(names)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_prompt_comes_back_from_its_file(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "prompt.toml"
    persona = Persona(name="A", system_prompt=text)
    write_persona(persona, path)
    assert read_persona(path) == persona
    assert "\r" not in persona_text(persona)
