# SPDX-License-Identifier: Apache-2.0
"""Messages in the shape templates expect, and what a template is told beside them."""

import copy
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeward.domain.errors import TemplateFailed
from leeward.domain.generation import ChatMessage, GenerationRequest, PromptOptions, Role
from leeward.domain.ids import GenerationId
from leeward.engine import frames
from leeward.engine.child import messages as shapes
from leeward.engine.child.templates import ChatTemplate, TemplateSource


class Vocabulary:
    control_text = re.compile(r"<\|im_end\|>|</s>")

    def spells_control(self, text):
        return bool(self.control_text.search(text))


def user(content):
    return {"role": "user", "content": content}


def assistant(content, **more):
    return {"role": "assistant", "content": content, **more}


def system(content):
    return {"role": "system", "content": content}


def call(arguments):
    return {"id": "abcdefghi", "type": "function", "function": {"name": "f", "arguments": arguments}}


def render(source, messages, **options):
    template = ChatTemplate(TemplateSource(source, "<s>", "</s>"))
    return template.render(messages, Vocabulary(), PromptOptions(**options)).text


@pytest.mark.parametrize(
    ("given_one", "expected"),
    [
        ('{"a": [1]}', {"a": [1]}),
        ({"a": 1}, {"a": 1}),
        ("", {}),
        (None, {}),
        ("not json", "not json"),
        ("[" * 100_000, "[" * 100_000),
    ],
)
def test_tool_arguments_are_parsed(given_one, expected):
    (message,) = shapes.normalise([assistant(None, tool_calls=[call(given_one)])])
    assert message["tool_calls"][0]["function"]["arguments"] == expected
    assert message["content"] == ""


def test_a_call_without_a_function_around_it_gets_one():
    (message,) = shapes.normalise([assistant("", tool_calls=[{"name": "f", "arguments": "{}"}])])
    assert message["tool_calls"] == [{"type": "function", "function": {"name": "f", "arguments": {}}}]


def test_text_parts_become_lines_and_other_parts_are_refused_in_words():
    parts = [{"type": "text", "text": "a"}, "b"]
    assert shapes.normalise([user(parts)])[0]["content"] == "a\nb"
    with pytest.raises(TemplateFailed, match="image_url"):
        shapes.normalise([user([{"type": "image_url", "image_url": {}}])])


def test_what_is_not_there_is_left_out():
    assert shapes.normalise([assistant(None, tool_calls=[], name=None)]) == [assistant("")]
    assert shapes.normalise([ChatMessage(Role.USER, "Hi")]) == [user("Hi")]


def test_system_messages_go_with_the_next_question():
    assert shapes.fold_system([system("A"), system("B"), user("C"), assistant("D"), user("E")]) == [
        user("A\n\nB\n\nC"),
        assistant("D"),
        user("E"),
    ]
    assert shapes.fold_system([system("A")]) == [user("A")]


def test_neighbours_of_one_role_are_joined_but_not_those_about_tools():
    calls = assistant("", tool_calls=[call({})])
    results = [{"role": "tool", "content": "1"}, {"role": "tool", "content": "2"}]
    conversation = [user("A"), user("B"), calls, calls, *results, user("C")]
    assert shapes.merge_consecutive(conversation) == [user("A\n\nB"), calls, calls, *results, user("C")]


@given(
    st.lists(
        st.builds(
            lambda role, text: {"role": role, "content": text},
            st.sampled_from(["system", "user", "assistant"]),
            st.text(max_size=4),
        )
    )
)
def test_no_way_of_putting_it_loses_text_or_changes_what_was_given(conversation):
    before = copy.deepcopy(conversation)
    for variant in shapes.variants(conversation):
        after = variant(conversation)
        joined = "".join(message["content"] for message in after)
        assert sorted(joined.replace("\n", "")) == sorted("".join(m["content"] for m in before).replace("\n", ""))
    assert conversation == before


STRICT = (
    "{% for m in messages %}{% if m.role == 'system' or (m.role == 'user') != (loop.index0 % 2 == 0) %}"
    "{{ raise_exception('roles must alternate') }}{% endif %}[{{ m.content }}]{% endfor %}"
)


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        ([user("A"), assistant("B"), user("C")], "[A][B][C]"),
        ([user("A"), user("B")], "[A\n\nB]"),
        ([system("S"), user("A")], "[S\n\nA]"),
        ([user("A"), system("S"), user("B")], "[A\n\nS\n\nB]"),
    ],
)
def test_a_strict_template_gets_the_conversation_as_it_can_take_it(messages, expected):
    assert render(STRICT, messages) == expected


def test_a_lenient_template_gets_it_as_it_is():
    source = "{% for m in messages %}[{{ m.role }}:{{ m.content }}]{% endfor %}"
    assert render(source, [system("S"), user("A"), user("B")]) == "[system:S][user:A][user:B]"


def test_no_tools_are_none_and_not_an_empty_list():
    source = "{{ tools is none }} {{ documents is none }} {{ enable_thinking is defined }}"
    assert render(source, [user("A")]) == "True True False"
    assert render(source, [user("A")], tools=({"name": "f"},), documents=({"text": "t"},), is_reasoning=False) == (
        "False False True"
    )
    assert render("{{ enable_thinking }} {{ thinking }}", [user("A")], is_reasoning=True) == "True True"


def test_templates_that_go_through_tools_without_asking_get_an_empty_list():
    assert render("{% for t in tools %}{{ t.name }}{% endfor %}!", [user("A")]) == "!"


def test_templates_that_put_text_together_get_arguments_as_text():
    source = (
        "{% for m in messages %}{% for c in m.tool_calls %}{{ 'x' + c.function.arguments }}{% endfor %}{% endfor %}"
    )
    assert render(source, [assistant("", tool_calls=[call('{"a": 1}')])]) == 'x{"a": 1}'


def test_a_template_that_wants_parts_gets_parts():
    source = "{% for m in messages %}{% for part in m.content %}{{ part['text'] }}{% endfor %}{% endfor %}"
    template = ChatTemplate(TemplateSource(source))
    template.try_out(Vocabulary())
    assert template.render([user("Hi"), assistant("Yo")], Vocabulary()).text == "HiYo"


def test_json_is_written_as_models_were_trained_on_it():
    assert render("{{ tools | tojson }}", [user("A")], tools=({"é": "<b>"},)) == '[{"é": "<b>"}]'
    assert json.loads(render("{{ messages | map(attribute='role') | tojson }}", [user("A")])) == ["user"]
    assert render("{% generation %}{{ messages[0].content }}{% endgeneration %}", [user("A")]) == "A"


@pytest.mark.parametrize("where", ["tools", "documents"])
def test_control_tokens_in_tools_and_documents_stay_text_too(where):
    template = ChatTemplate(TemplateSource("{{ (tools or documents) | tojson }}</s>"))
    options = PromptOptions(**{where: ({"</s>": "a <|im_end|> b"},)})
    rendered = template.render([user("A")], Vocabulary(), options)
    assert rendered.pieces == (('[{"</s>": "a <|im_end|> b"}]', True), ("</s>", False))


def test_what_a_template_is_told_crosses_the_pipe():
    options = PromptOptions(tools=({"name": "f", "parameters": {"a": [1, None]}},), is_reasoning=False)
    request = GenerationRequest(GenerationId("1"), (ChatMessage(Role.USER, "Hi"),), options=options)
    assert frames.decode_to_child(frames.encode(frames.Generate(request))).request == request
