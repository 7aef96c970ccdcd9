# SPDX-License-Identifier: Apache-2.0
"""Tools in messages, requests and events: what is refused, what templates see, what crosses the pipe."""

from pathlib import Path

import pytest

from leeward.domain.generation import ChatMessage, FinishReason, GenerationRequest, PromptOptions, Role, ToolCall
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine import frames
from leeward.engine.child.messages import normalise
from leeward.engine.protocol import ChoiceEnded, Finished, PromptProgress, TextAppended, ToolCallProposed
from leeward.engine.scripted import ScriptedEngine

ID = GenerationId("a")
QUESTION = ChatMessage(Role.USER, "Weather in Rome?")
CALL = ToolCall("abcdefghi", "weather", '{"city": "Rome"}')
WEATHER = {"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}
OPTIONS = PromptOptions(tools=(WEATHER,))
TALK = (
    QUESTION,
    ChatMessage(Role.ASSISTANT, "", (CALL,), reasoning="hm"),
    ChatMessage(Role.TOOL, "21", tool_call_id="abcdefghi", name="weather"),
)


def test_templates_see_calls_results_and_reasoning_as_they_expect_them():
    function = {"name": "weather", "arguments": {"city": "Rome"}}
    assert normalise(TALK) == [
        {"role": "user", "content": "Weather in Rome?"},
        {
            "role": "assistant",
            "content": "",
            "tool_calls": [{"type": "function", "id": "abcdefghi", "function": function}],
            "reasoning_content": "hm",
        },
        {"role": "tool", "content": "21", "tool_call_id": "abcdefghi", "name": "weather"},
    ]


def test_the_schemas_of_tools_are_found_in_both_usual_forms():
    tools = (WEATHER, {"name": "now"}, {"type": "function", "function": {"name": "odd", "parameters": 3}}, {"x": 1})
    assert PromptOptions(tools=tools).tool_parameters == {"weather": {"type": "object"}, "now": {}, "odd": {}}


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ({"tool_choice": "required"}, "no tools"),
        ({"tool_choice": "launch", "options": OPTIONS}, "names no tool"),
        ({"tool_choice": "required", "options": OPTIONS, "grammar": 'root ::= "x"'}, "grammar"),
        ({"n_choices": 0}, "n_choices"),
        ({"n_choices": 17}, "n_choices"),
    ],
)
def test_a_request_that_cannot_be_met_is_refused_by_name(options, name):
    with pytest.raises(ValueError, match=name):
        GenerationRequest(ID, (QUESTION,), **options)


def test_requests_and_events_cross_the_pipe():
    for choice in ("auto", "none", "required", "weather"):
        frame = frames.Generate(GenerationRequest(ID, TALK, options=OPTIONS, tool_choice=choice, n_choices=3))
        assert frames.decode_to_child(frames.encode(frame)) == frame
    for event in (
        ToolCallProposed(ID, CALL, 9, ((("x", 0.5),),), 2),
        ChoiceEnded(ID, 1, FinishReason.TOOL_CALLS, 9, -0.5),
        TextAppended(ID, "x", 1, choice=1),
    ):
        assert frames.decode_from_child(frames.encode(event)) == event


def test_a_script_can_hold_calls():
    engine = ScriptedEngine([["Wait. ", CALL]])
    engine.load(LoadPlan(Path("/m.gguf")))
    engine.generate(GenerationRequest(ID, (QUESTION,), options=OPTIONS))
    events = [engine.next_event(1.0) for _ in range(5)]
    assert [type(event) for event in events[1:]] == [PromptProgress, TextAppended, ToolCallProposed, Finished]
    assert (events[3].call, events[4].reason) == (CALL, FinishReason.TOOL_CALLS)
