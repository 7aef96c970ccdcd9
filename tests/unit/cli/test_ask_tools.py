# SPDX-License-Identifier: Apache-2.0
"""How `leeward ask` takes tools and prints calls, with an engine that says what it was told."""

import json

import pytest

from helpers.tiny_gguf import write_tiny_gguf
from leeward.cli.arguments import parser
from leeward.cli.ask import ask
from leeward.cli.exit_codes import ExitCode
from leeward.domain.generation import ToolCall
from leeward.engine.scripted import ScriptedEngine
from leeward.library.models import Library
from leeward.storage.profile import Profile

TOOLS = [{"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}]
CALL = ToolCall("abcdefghi", "weather", '{"city": "Rome"}')


@pytest.fixture
def run(tmp_path, capsys):
    model = write_tiny_gguf(tmp_path / "tiny.gguf")
    tools = tmp_path / "tools.json"
    tools.write_text(json.dumps(TOOLS))

    def run_ask(script, *arguments):
        words = [str(tools) if word == "TOOLS" else word for word in arguments]
        engine = ScriptedEngine([script])
        library = Library(Profile(tmp_path / "profile"), roots=dict)
        code = ask(parser().parse_args(["ask", "--model", str(model), *words, "Hi"]), engine, library)
        return code, capsys.readouterr(), engine.requests

    return run_ask


def test_a_call_is_printed_on_a_line_of_its_own(run):
    code, out, [request] = run(["Wait.", CALL, CALL], "--tools", "TOOLS")
    assert (code, out.out) == (ExitCode.OK, 'Wait.\nweather {"city": "Rome"}\nweather {"city": "Rome"}\n')
    assert request.options.tools == tuple(TOOLS)
    assert run([CALL], "--tools", "TOOLS")[1].out == 'weather {"city": "Rome"}\n'
    assert run(["Hello."], "--tools", "TOOLS")[1].out == "Hello.\n"


def test_json_tells_the_calls_where_there_are_tools(run):
    _, out, _ = run(["Wait.", CALL], "--tools", "TOOLS", "--json")
    answer = json.loads(out.out)
    assert answer["text"] == "Wait."
    assert answer["tool_calls"] == [{"id": "abcdefghi", "name": "weather", "arguments": '{"city": "Rome"}'}]
    assert answer["finish_reason"] == "tool_calls"
    assert "tool_calls" not in json.loads(run(["Wait."], "--json")[1].out)


def test_a_tool_can_be_demanded(run):
    _, _, [request] = run([CALL], "--tools", "TOOLS", "--tool-choice", "weather")
    assert request.tool_choice == "weather"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--tool-choice", "required"), "needs --tools"),
        (("--tools", "TOOLS", "--tool-choice", "launch"), "weather"),
        (("--tools", "TOOLS", "--tool-choice", "required", "--grammar", "TOOLS"), "--grammar"),
    ],
)
def test_options_that_do_not_fit_together_are_refused(run, arguments, word):
    code, out, requests = run(["Hello."], *arguments)
    assert (code, requests) == (ExitCode.USAGE, [])
    assert word in out.err


@pytest.mark.parametrize("text", ["", "{", "{}", "[]", "[3]", "[{}]", '[{"name": "a"}, {"name": "a"}]', "[" * 100_000])
def test_a_file_that_holds_no_tools_is_refused(tmp_path, capsys, text):
    path = tmp_path / "tools.json"
    path.write_text(text)
    with pytest.raises(SystemExit):
        parser().parse_args(["ask", "--tools", str(path), "Hi"])
    assert "tools.json" in capsys.readouterr().err
