# SPDX-License-Identifier: Apache-2.0
"""In which form 70 known models think and call tools, told from their templates. See test_templates_vendored for these."""

import pytest

from helpers.sources import llama_cpp
from leeward.domain.generation import ChatMessage, PromptOptions, Role, ToolCall
from leeward.domain.stream import THINK
from leeward.domain.tool_calls import ToolCallForm, ToolCallParser
from leeward.engine.child.answer_format import MISTRAL_THINK, answer_format
from leeward.engine.child.templates import ChatTemplate, TemplateSource

FORMS = {
    "Bielik-11B-v3.0-Instruct": ToolCallForm.HERMES,
    "MiMo-VL": ToolCallForm.HERMES,
    "NousResearch-Hermes-2-Pro-Llama-3-8B-tool_use": ToolCallForm.HERMES,
    "NousResearch-Hermes-3-Llama-3.1-8B-tool_use": ToolCallForm.HERMES,
    "Qwen-QwQ-32B": ToolCallForm.HERMES,
    "Qwen-Qwen2.5-7B-Instruct": ToolCallForm.HERMES,
    "Qwen-Qwen3-0.6B": ToolCallForm.HERMES,
    "Reka-Edge": ToolCallForm.HERMES,
    "ibm-granite-granite-4.0": ToolCallForm.HERMES,
    "ibm-granite-granite-4.1": ToolCallForm.HERMES,
    "NVIDIA-Nemotron-3-Nano-30B-A3B-BF16": ToolCallForm.QWEN_XML,
    "Qwen3-Coder": ToolCallForm.QWEN_XML,
    "Qwen3.5-4B": ToolCallForm.QWEN_XML,
    "StepFun3.5-Flash": ToolCallForm.QWEN_XML,
    "mistralai-Mistral-Nemo-Instruct-2407": ToolCallForm.MISTRAL_LIST,
    "mistralai-Ministral-3-14B-Reasoning-2512": ToolCallForm.MISTRAL_NAMED,
    "unsloth-mistral-Devstral-Small-2507": ToolCallForm.MISTRAL_NAMED,
    "Mistral-Small-3.2-24B-Instruct-2506": ToolCallForm.MISTRAL_NAMED_ID,
    "meta-llama-Llama-3.1-8B-Instruct": ToolCallForm.LLAMA3,
    "meta-llama-Llama-3.2-3B-Instruct": ToolCallForm.LLAMA3,
    "meta-llama-Llama-3.3-70B-Instruct": ToolCallForm.LLAMA3,
}
"""All others have forms of their own, or none."""

OPENED = {
    # Their templates end the prompt inside the reasoning.
    "Qwen-QwQ-32B",
    "Qwen3.5-4B",
    "deepseek-ai-DeepSeek-R1-Distill-Llama-8B",
    "deepseek-ai-DeepSeek-R1-Distill-Qwen-32B",
}

WEATHER = {
    "type": "function",
    "function": {
        "name": "weather",
        "description": "The weather now.",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string", "description": "A city"}},
            "required": ["city"],
        },
    },
}
CALL = ToolCall("abcdefghi", "weather", '{"city": "Rome"}')
QUESTION = ChatMessage(Role.USER, "And in Rome?")


class NoControl:
    control_text = None

    def spells_control(self, _text):
        return False


@pytest.fixture(scope="module")
def sources():
    return {path.stem: path.read_text("utf-8") for path in (llama_cpp() / "models" / "templates").glob("*.jinja")}


def form_of(source):
    return answer_format(source, lambda _text: False)


def rendered(source, *messages):
    template = ChatTemplate(TemplateSource(source, "<s>", "</s>"))
    return template.render(messages, NoControl(), PromptOptions(tools=(WEATHER,), is_reasoning=True)).text


def test_the_form_of_known_models_is_known(sources):
    found = {name: form_of(source).tool_calls for name, source in sources.items()}
    assert {name: form for name, form in found.items() if form is not ToolCallForm.NONE} == FORMS
    brackets = [name for name, source in sources.items() if form_of(source).reasoning == MISTRAL_THINK]
    assert brackets == ["mistralai-Ministral-3-14B-Reasoning-2512"]


@pytest.mark.parametrize("name", FORMS)
def test_a_call_as_the_template_shows_it_is_found(sources, name):
    result = ChatMessage(Role.TOOL, "21", tool_call_id=CALL.id, name="weather")
    messages = (
        QUESTION,
        ChatMessage(Role.ASSISTANT, "", (CALL,)),
        result,
        ChatMessage(Role.ASSISTANT, "21."),
        QUESTION,
    )
    text = rendered(sources[name], *messages)
    shown = text[text.index(QUESTION.content) :]
    if FORMS[name] is ToolCallForm.LLAMA3:
        shown = shown[shown.index("{") : shown.index("<|eot_id|>", shown.index("{"))]
    parser = ToolCallParser(FORMS[name], {"weather": WEATHER["function"]["parameters"]}, lambda: CALL.id)
    calls = [part for part in parser.push(shown) + parser.flush() if isinstance(part, ToolCall)]
    assert calls == [CALL]


def test_reasoning_that_the_prompt_opens_is_noticed(sources):
    for name in sorted(OPENED):
        form = form_of(sources[name])
        assert form.reasoning == THINK
        assert form.is_thinking_after(rendered(sources[name], QUESTION)), name
    for name in ("Qwen-Qwen3-0.6B", "Qwen-Qwen2.5-7B-Instruct", "mistralai-Ministral-3-14B-Reasoning-2512"):
        assert not form_of(sources[name]).is_thinking_after(rendered(sources[name], QUESTION)), name
