# SPDX-License-Identifier: Apache-2.0
"""Answers held against their JSON schema."""

import http.server
import json
import threading
import urllib.request

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


@pytest.fixture
def counting_server():
    """A server whose schema lets everything pass; gives its address and what it was asked for."""
    asked = []

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Length", "4")
            self.end_headers()
            self.wfile.write(b"true")

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        thread.join()


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
        ('{"name": "Ann", "age": 1e999}', "1e999 is too large a number"),
        ('{"name": "Ann", "age": -1e999}', "too large a number"),
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


@pytest.mark.parametrize("half", ["\\ud83d", "\\udc00", "\ud83d"])
def test_half_a_surrogate_is_replaced_in_texts_and_names(half):
    value, problems = AnswerSchema("{}").read(f'{{"a{half}": ["b{half}c", {{"d": 1.25}}], "whole": "\\ud83d\\ude42"}}')
    assert (value, problems) == ({"a\ufffd": ["b\ufffdc", {"d": 1.25}], "whole": "🙂"}, ())


def test_a_schema_that_leads_nowhere_is_a_problem():
    _, problems = AnswerSchema('{"$ref": "#/$defs/none"}').read('"text"')
    assert "cannot be applied" in problems[0]


def test_a_schema_that_leads_to_an_address_fetches_nothing(counting_server):
    address, asked = counting_server
    _, problems = AnswerSchema(json.dumps({"$ref": f"{address}/schema"})).read('"text"')
    assert "cannot be applied" in problems[0]
    assert asked == []
    with urllib.request.urlopen(f"{address}/counted") as answer:  # the server is there, and counts
        assert answer.read() == b"true"
    assert asked == ["/counted"]
