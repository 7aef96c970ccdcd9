# SPDX-License-Identifier: Apache-2.0
"""A persona holds what may be in it, and nothing else gets in from a file."""

import pytest

from helpers.personas import FULL
from leeward.domain.generation import ChatMessage, Role, Xtc
from leeward.domain.ids import GenerationId
from leeward.domain.persona import FORMAT_KEY, Persona, answering_as, from_table, name_key, to_table
from leeward.domain.settings import Settings


def test_a_persona_comes_back_from_its_table():
    assert from_table(to_table(FULL)) == FULL
    assert to_table(Persona(name="A")) == {FORMAT_KEY: 1, "name": "A"}
    assert to_table(FULL)["sampling"]["xtc"] == {"probability": 0.5}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"name": ""}, "name"),
        ({"name": "two\nlines"}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"description": "x" * 501}, "description"),
        ({"model": "x" * 256}, "model"),
        ({"max_tokens": 0}, "max_tokens"),
        ({"stop": ["x"] * 17}, "stop"),
        ({"stop": [""]}, "stop"),
        ({"adapters": [{"file": "../a.gguf", "scale": 1.0}]}, "path"),
        ({"adapters": [{"file": "\\\\host\\share\\a.gguf", "scale": 1.0}]}, "path"),
        ({"adapters": [{"file": "C:a.gguf", "scale": 1.0}]}, "path"),
        ({"adapters": [{"file": "a.gguf", "scale": 99.0}]}, "scale"),
        ({"adapters": [{"file": "a.gguf", "scale": 1.0}] * 2}, "another file"),
        ({"sampling": {"temprature": 1.0}}, "temprature"),
        ({"sampling": {"temperature": 9.0}}, "temperature"),
        ({"sampling": {"temperature": "hot"}}, "temperature"),
        ({"sampling": {"dry": {"base": 0}}}, "base"),
        ({"sampling": 3}, "sampling"),
        ({"grammar": "root ::= x", "json_schema": "{}"}, "not both"),
        ({"json_schema": "[1]"}, "json_schema"),
        ({"json_schema": "{"}, "json_schema"),
        ({"system_promt": "Be kind."}, "system_promt"),
        ({"system_prompt": 3}, "system_prompt"),
        ({FORMAT_KEY: 2}, "newer"),
        ({FORMAT_KEY: True}, "not a persona"),
        ({FORMAT_KEY: None}, "not a persona"),
    ],
)
def test_what_is_not_allowed_is_refused_by_name(change, reason):
    with pytest.raises(ValueError, match=reason):
        from_table({FORMAT_KEY: 1, "name": "A"} | change)


def test_names_that_mean_the_same_have_one_key():
    assert name_key("  Straße  1") == name_key("STRASSE 1")
    assert name_key("C++") != name_key("C#")


def test_settings_say_what_a_persona_leaves_open():
    settings = Settings(system_prompt="Be kind.", temperature=0.9, top_k=7, max_tokens=50)
    messages = (ChatMessage(Role.USER, "Hi"),)
    plain = answering_as(Persona(name="A"), settings)
    assert plain.request(GenerationId("1"), messages) == settings.request(GenerationId("1"), messages)
    assert plain.system_prompt == "Be kind."
    request = answering_as(FULL, settings).request(GenerationId("1"), messages)
    assert answering_as(FULL, settings).system_prompt == FULL.system_prompt
    assert (request.sampling.temperature, request.sampling.top_k) == (0.2, 7)
    assert request.sampling.xtc == Xtc(probability=0.5)
    assert (request.max_tokens, request.stop, request.json_schema) == (100, FULL.stop, FULL.json_schema)
    assert request.options.is_reasoning is False
