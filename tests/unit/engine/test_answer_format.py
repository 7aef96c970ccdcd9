# SPDX-License-Identifier: Apache-2.0
import pytest

from leeward.domain.generation import ChatMessage, Role
from leeward.domain.stream import THINK, Marks, ReasoningSplitter
from leeward.domain.tool_calls import ToolCallForm
from leeward.engine.child.answer_format import AnswerFormat, answer_format
from leeward.engine.child.builtin_templates import BUILTIN

BRACKETS = Marks("[THINK]", "[/THINK]")


def no_token(_text):
    return False


@pytest.mark.parametrize(
    ("template", "form"),
    [
        ("{{ messages }}", ToolCallForm.NONE),
        ("{{ '<tool_call>\\n{\"name\": ' }}", ToolCallForm.HERMES),
        ('"<tool_call>\\n" ~\n  "{\\"name\\": "', ToolCallForm.HERMES),
        ("<tool_call>{name}\n<arg_key>", ToolCallForm.NONE),  # GLM's
        ("<tool_call>\\n<function=' ~ name", ToolCallForm.QWEN_XML),
        ("<function=name>", ToolCallForm.NONE),  # without the tag
        ("[TOOL_CALLS][", ToolCallForm.MISTRAL_LIST),
        ("[TOOL_CALLS]' + name + '[ARGS]", ToolCallForm.MISTRAL_NAMED),
        ("[TOOL_CALLS]' + name + '[CALL_ID]' + id + '[ARGS]", ToolCallForm.MISTRAL_NAMED_ID),
        ("<|start_header_id|> '{\"name\": \"' + n + '\", ' }} {{ '\"parameters\": '", ToolCallForm.LLAMA3),
    ],
)
def test_the_template_tells_the_form_of_calls(template, form):
    assert answer_format(template, no_token).tool_calls is form


def test_the_vocabulary_tells_a_newer_mistral_by_its_tokens():
    def has_token(text):
        return text in ("[THINK]", "[/THINK]", "[ARGS]", "[TOOL_CALLS]")

    found = answer_format(BUILTIN["mistral-v7"].source, has_token)
    assert (found.reasoning, found.tool_calls) == (BRACKETS, ToolCallForm.MISTRAL_NAMED)
    found = answer_format(BUILTIN["mistral-v7"].source, no_token)
    assert (found.reasoning, found.tool_calls) == (THINK, ToolCallForm.MISTRAL_LIST)


def test_what_the_template_opens_is_open():
    found = answer_format("", no_token)
    assert found.is_thinking_after("<|im_start|>assistant\n<think>\n")
    assert not found.is_thinking_after("<|im_start|>assistant\n<think>\n\n</think>\n\n")
    assert not found.is_thinking_after("<|im_start|>user\n<think>\n<|im_start|>assistant\n")


@pytest.mark.parametrize(
    ("prompt", "reasoning", "content", "written"),
    [
        ("user", "", "Hel", "Hel"),
        ("user", "Hm.", "Hel", "<think>\nHm.\n</think>\n\nHel"),
        ("user", "Hm.", "", "<think>\nHm."),
        ("user<think>\n", "Hm.", "", "Hm."),
        ("user<think>\n", "", "Hel", "\n</think>\n\nHel"),
    ],
)
def test_an_answer_that_goes_on_is_written_as_the_model_wrote_it(prompt, reasoning, content, written):
    begun = ChatMessage(Role.ASSISTANT, content, reasoning=reasoning)
    assert AnswerFormat().begun_after(prompt, begun) == written


def test_reasoning_that_goes_on_keeps_the_space_it_begins_with():
    splitter = ReasoningSplitter(is_open=True, has_thought=True)
    assert splitter.push(" more</think>\n\nYes") == (" more", "Yes")
