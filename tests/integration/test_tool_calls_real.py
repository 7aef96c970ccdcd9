# SPDX-License-Identifier: Apache-2.0
"""Tools, reasoning and several choices in the engine process, on SmolLM2 with a template of the Hermes form."""

import json
import time
from dataclasses import replace

import pytest

from leeward.domain.generation import (
    ChatMessage,
    FinishReason,
    GenerationRequest,
    PromptOptions,
    Role,
    Sampling,
    ToolCall,
)
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine.protocol import (
    ChoiceEnded,
    Finished,
    GenerationFailed,
    ModelLoaded,
    ReasoningAppended,
    TextAppended,
    ToolCallProposed,
)
from leeward.engine.supervisor import Supervisor

pytestmark = pytest.mark.model

# As that of Qwen 2.5, in few words.
TEMPLATE = r"""
{%- if tools %}
    {{- '<|im_start|>system\nTools:' }}
    {%- for tool in tools %}{{ '\n' ~ tool.function | tojson }}{% endfor %}
    {{- '\nTo call one: <tool_call>\n{"name": <name>, "arguments": <object>}\n</tool_call><|im_end|>\n' }}
{%- endif %}
{%- for message in messages %}
    {{- '<|im_start|>' ~ message.role ~ '\n' }}
    {%- if message.reasoning_content %}{{ '<think>' ~ message.reasoning_content ~ '</think>' }}{% endif %}
    {{- message.content }}
    {%- for call in message.tool_calls or [] %}
        {{- '\n<tool_call>\n{"name": ' ~ call.function.name | tojson ~ ', "arguments": ' ~ call.function.arguments | tojson }}
        {{- '}\n</tool_call>' }}
    {%- endfor %}
    {{- '<|im_end|>\n' }}
{%- endfor %}
{{- '<|im_start|>assistant\n' }}
"""

WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "parameters": {
            "type": "object",
            "properties": {
                "city": {"type": "string", "maxLength": 30},
                "unit": {"enum": ["C", "F"]},
                "days": {"type": "integer"},
            },
            "required": ["city", "unit"],
        },
    },
}
CLOCK = {"type": "function", "function": {"name": "get_time", "parameters": {"type": "object", "properties": {}}}}
OPTIONS = PromptOptions(tools=(WEATHER, CLOCK))
GREEDY = Sampling(temperature=0, seed=1)


@pytest.fixture(scope="module")
def engine(starter_model):
    engine = Supervisor()
    engine.load(LoadPlan(starter_model, template=TEMPLATE))
    model = until(engine, ModelLoaded)[-1].model
    assert model.template_note == "another chat template was asked for"
    yield engine
    engine.close()


def until(engine, *kinds):
    events, deadline = [], time.monotonic() + 180
    while time.monotonic() < deadline:
        event = engine.next_event(1.0)
        if event is not None:
            events.append(event)
            if isinstance(event, kinds):
                return events
    raise AssertionError(f"no {kinds} among {events[-5:]}")


def user(text):
    return ChatMessage(Role.USER, text)


def ask(engine, *messages, **options):
    options = {"sampling": GREEDY, "max_tokens": 200, **options}
    engine.generate(GenerationRequest(GenerationId(str(time.monotonic_ns())), messages, **options))
    events = until(engine, Finished, GenerationFailed)
    if isinstance(events[-1], GenerationFailed):
        raise events[-1].error
    return events


def text_of(events, kind=TextAppended, choice=0):
    return "".join(event.text for event in events if isinstance(event, kind) and event.choice == choice)


def calls_of(events):
    return [event.call for event in events if isinstance(event, ToolCallProposed)]


def fits(call):
    arguments = json.loads(call.arguments)
    if call.name == "get_time":
        return arguments == {}
    return (
        call.name == "get_weather"
        and isinstance(arguments["city"], str)
        and arguments["unit"] in ("C", "F")
        and isinstance(arguments.get("days", 1), int)
        and set(arguments) <= {"city", "unit", "days"}
    )


def test_twenty_seeds_all_give_a_valid_call_where_one_is_required(engine):
    for seed in range(20):
        events = ask(
            engine,
            user("What is the weather in Rome?"),
            sampling=Sampling(temperature=1.0, seed=seed),
            options=OPTIONS,
            tool_choice="required",
            max_tokens=300,
        )
        calls = calls_of(events)
        assert calls, f"seed {seed}: {text_of(events)}"
        assert all(fits(call) for call in calls), calls
        if events[-1].reason is FinishReason.LENGTH:  # it calls on and on: the mark of the next call may be cut off
            assert "<tool_call>".startswith(text_of(events))
        else:
            assert (text_of(events), events[-1].reason) == ("", FinishReason.TOOL_CALLS)


def test_a_named_tool_is_the_one_that_is_called(engine):
    events = ask(engine, user("What is the weather in Rome?"), options=OPTIONS, tool_choice="get_time")
    assert {call.name for call in calls_of(events)} == {"get_time"}


def test_a_model_that_calls_by_itself_is_bound_from_the_mark_on(engine):
    """It follows the example of its earlier turns; what it calls fits the schema with every seed."""
    n_called = 0
    for seed in range(4):
        events = ask(engine, *shots("Oslo", "Bern"), user("Rome?"), sampling=Sampling(seed=seed), options=OPTIONS)
        assert all(fits(call) for call in calls_of(events))
        assert (events[-1].reason is FinishReason.TOOL_CALLS) == bool(calls_of(events))
        n_called += bool(calls_of(events))
    assert n_called


def shots(*cities):
    for number, city in enumerate(cities):
        call = ToolCall(f"call0000{number}", "get_weather", json.dumps({"city": city, "unit": "C"}))
        yield user(f"{city}?")
        yield ChatMessage(Role.ASSISTANT, "", (call,))
        yield ChatMessage(Role.TOOL, "21 degrees", tool_call_id=call.id)
        yield ChatMessage(Role.ASSISTANT, "21 degrees.")


def test_a_call_and_its_result_are_read_on_from_the_call(engine):
    question = user("What is the weather in Rome?")
    events = ask(engine, question, options=OPTIONS, tool_choice="get_weather")
    (call, *more) = calls_of(events)
    messages = (
        question,
        ChatMessage(Role.ASSISTANT, "", (call, *more)),
        ChatMessage(Role.TOOL, "21 degrees", tool_call_id=call.id, name=call.name),
    )
    second = ask(engine, *messages, options=OPTIONS, max_tokens=24)
    first, usage = events[-1].usage, second[-1].usage
    assert usage.reused_tokens >= first.prompt_tokens
    assert text_of(second) or calls_of(second)


def test_the_second_turn_reads_only_its_new_tokens_with_tools_too(engine):
    question = user("Name three colours.")
    first = ask(engine, question, options=OPTIONS, tool_choice="none", max_tokens=40)
    answer = ChatMessage(Role.ASSISTANT, text_of(first), reasoning=text_of(first, ReasoningAppended))
    second = ask(engine, question, answer, user("And three more?"), options=OPTIONS, tool_choice="none", max_tokens=8)
    n_known = first[-1].usage.prompt_tokens + first[-1].usage.completion_tokens
    usage = second[-1].usage
    assert usage.reused_tokens >= n_known - 1
    assert usage.prompt_tokens - usage.reused_tokens < 30


def test_reasoning_by_a_grammar_is_split_off_and_its_turn_is_read_on(engine):
    question = user("Which colour has the sky?")
    grammar = 'root ::= "<think>" [a-z]{5,20} "</think>" [A-Z] [a-z]{2,8} "."'
    first = ask(engine, question, grammar=grammar)
    reasoning, answer = text_of(first, ReasoningAppended), text_of(first)
    assert 1 <= len(reasoning) <= 20
    assert answer.endswith(".")
    shown = ChatMessage(Role.ASSISTANT, answer, reasoning=reasoning)
    second = ask(engine, question, shown, user("Really?"), max_tokens=4)
    n_known = first[-1].usage.prompt_tokens + first[-1].usage.completion_tokens
    assert second[-1].usage.reused_tokens >= n_known - 1


def test_choices_are_read_once_and_are_those_of_single_requests(engine):
    sampling = Sampling(temperature=1.0, seed=11)
    question = user("Tell me of a ship.")
    single = [text_of(ask(engine, question, sampling=replace(sampling, seed=11 + n), max_tokens=20)) for n in range(3)]
    events = ask(engine, question, sampling=sampling, max_tokens=20, n_choices=3)
    assert [text_of(events, choice=n) for n in range(3)] == single
    ends = [event for event in events if isinstance(event, ChoiceEnded)]
    assert [end.choice for end in ends] == [0, 1, 2]
    assert all(-10 < end.mean_log_probability < 0 for end in ends)
    assert events[-1].usage.completion_tokens == sum(end.n_tokens for end in ends)


def test_tools_of_a_model_without_a_form_are_shown_and_nothing_breaks(engine):
    call = ToolCall("abcdefghi", "get_time", "{}")
    messages = (user("Now?"), ChatMessage(Role.ASSISTANT, "", (call,)), ChatMessage(Role.TOOL, "12:00"))
    assert ask(engine, *messages, max_tokens=8)[-1].usage.completion_tokens > 0
