# SPDX-License-Identifier: Apache-2.0
"""Answers held against their JSON schema."""

import json

import pytest

from leeward.chat.schema import MAX_PROBLEMS, AnswerSchema
from leeward.domain.errors import GrammarInvalid

SCHEMA = json.dumps(
    {
        "type": "object",
        "properties": {"name": {"type": "string"}, "age": {"type": "integer", "maximum": 150}},
        "required": ["name", "age"],
        "additionalProperties": False,
    }
)


def test_an_answer_that_fits_is_returned_as_a_value():
    schema = AnswerSchema(SCHEMA)
    assert schema.properties == ("name", "age")
    assert schema.read('{"name": "Ann", "age": 3}') == ({"name": "Ann", "age": 3}, ())


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        ('{"name": "Ann", "age": 200}', "$.age: 200 is greater than the maximum of 150"),
        ('{"name": "Ann"}', "'age' is a required property"),
        ('{"name": "Ann", "age": "3"}', "$.age"),
        ('{"name": "Ann", "age": 3, "x": 1}', "'x' was unexpected"),
        ('{"name": "An', "no JSON"),
        ('{"name": "Ann", "age": NaN}', "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("", "no JSON"),
    ],
)
def test_what_does_not_fit_is_said(answer, word):
    assert any(word in problem for problem in AnswerSchema(SCHEMA).read(answer)[1])


def test_a_long_value_is_not_repeated_and_problems_are_counted():
    schema = AnswerSchema(json.dumps({"type": "array", "items": {"type": "integer"}}))
    _, problems = schema.read(json.dumps(["x" * 100_000] * 50))
    assert len(problems) == MAX_PROBLEMS
    assert all(len(problem) < 300 for problem in problems)


@pytest.mark.parametrize(
    "schema",
    [
        "",
        "[1]",
        '{"pattern": "("}',
        '{"type": "strnig"}',
        '{"properties": 3}',
        "[" * 100_000,
        '{"items": ' * 900 + "{}" + "}" * 900,
    ],
)
def test_what_is_no_schema_is_refused_before_anything_is_asked(schema):
    with pytest.raises(GrammarInvalid):
        AnswerSchema(schema)


@pytest.mark.parametrize("schema", [{"$ref": "http://127.0.0.1:1/schema"}, {"$ref": "#/$defs/none"}])
def test_a_schema_that_leads_nowhere_is_a_problem_and_fetches_nothing(schema):
    _, problems = AnswerSchema(json.dumps(schema)).read('"text"')
    assert "cannot be applied" in problems[0]
