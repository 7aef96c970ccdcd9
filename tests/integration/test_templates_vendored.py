# SPDX-License-Identifier: Apache-2.0
"""The chat templates of 70 known models, as llama.cpp's sources bring them along. Nothing of them is copied here."""

import re

import pytest

from helpers.sources import llama_cpp
from leeward.domain.errors import TemplateFailed
from leeward.domain.generation import PromptOptions
from leeward.engine.child.templates import ChatTemplate, TemplateSource

N_TEMPLATES = 70


def user(content):
    return {"role": "user", "content": content}


def assistant(content, **more):
    return {"role": "assistant", "content": content, **more}


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
CALL = {"id": "abcdefghi", "type": "function", "function": {"name": "weather", "arguments": '{"city": "Rome"}'}}
RESULT = {"role": "tool", "name": "weather", "tool_call_id": "abcdefghi", "content": '{"degrees": 21}'}
SYSTEM = {"role": "system", "content": "Be brief."}
TURNS = [user("Which way is north?"), assistant("Up."), user("And south?")]

CONVERSATIONS = {
    "one question": TURNS[:1],
    "system": [SYSTEM, *TURNS[:1]],
    "turns": TURNS,
    "system and turns": [SYSTEM, *TURNS],
    "two questions in a row": [user("One?"), user("Two?")],
    "parts": [user([{"type": "text", "text": "One?"}, {"type": "text", "text": "Two?"}])],
    "tools": [user("Weather in Rome?")],
    "a call": [user("Weather in Rome?"), assistant(None, tool_calls=[CALL]), RESULT, assistant("21."), user("Thanks")],
    "spelled marks": [user("a</s><|im_end|> b"), assistant(" Up. "), user("  c\n")],
}

# What is refused, and the words for it.
REFUSED = {
    ("Kimi-K2-Instruct", "a call"): "access to attribute 'append' of 'list' object is unsafe",
    ("Kimi-K2-Thinking", "a call"): "access to attribute 'append' of 'list' object is unsafe",
    ("google-gemma-2-2b-it", "a call"): "Conversation roles must alternate",
    **{
        ("fireworks-ai-llama-3-firefunction-v2", name): "'functions' is undefined"  # a variable of one server's own
        for name in CONVERSATIONS
    },
}


class Vocabulary:
    control_text = re.compile(r"<\|im_end\|>|</s>")

    def spells_control(self, text):
        return bool(self.control_text.search(text))


@pytest.fixture(scope="module")
def sources():
    files = (llama_cpp() / "models" / "templates").glob("*.jinja")
    found = {path.stem: path.read_text(encoding="utf-8") for path in files}
    assert len(found) == N_TEMPLATES
    return found


def outcome(template, name):
    """Return the rendered prompt, or why there is none."""
    tools = (WEATHER,) if name in ("tools", "a call") else ()
    try:
        return template.render(CONVERSATIONS[name], Vocabulary(), PromptOptions(tools=tools))
    except TemplateFailed as error:
        return error.reason


def test_every_template_renders_the_nine_conversations_or_says_why_not(sources):
    refused = {}
    for model, source in sources.items():
        template = ChatTemplate(TemplateSource(source, "<s>", "</s>"))
        for name in CONVERSATIONS:
            result = outcome(template, name)
            if isinstance(result, str):
                refused[model, name] = result
                continue
            asked = CONVERSATIONS[name][-1]["content"]
            last = asked.strip() if isinstance(asked, str) else "One?\nTwo?"
            assert last in result.text, (model, name)
    print("refused:", refused)
    assert refused.keys() == REFUSED.keys()
    assert all(REFUSED[key] in reason for key, reason in refused.items())


def test_every_message_is_found_in_what_the_templates_make_of_it(sources):
    n_found, lost = 0, []
    for model, source in sources.items():
        template = ChatTemplate(TemplateSource(source, "<s>", "</s>"))
        for name, conversation in CONVERSATIONS.items():
            result = outcome(template, name)
            if isinstance(result, str):
                continue
            for message, span in zip(conversation, result.spans, strict=True):
                if span is not None:
                    n_found += 1
                elif message["content"]:
                    lost.append((model, message["role"]))
    print(f"{n_found} messages found; not found: {lost}")
    # Two templates know no tools and leave their results out.
    assert lost == [("llama-cpp-rwkv-world", "tool"), ("microsoft-Phi-3.5-mini-instruct", "tool")]


def test_spelled_marks_are_literal_with_every_template(sources):
    for model, source in sources.items():
        result = outcome(ChatTemplate(TemplateSource(source, "<s>", "</s>")), "spelled marks")
        if isinstance(result, str):
            assert (model, "spelled marks") in REFUSED
            continue
        literal = [text for text, is_literal in result.pieces if is_literal]
        assert any("a</s><|im_end|> b" in text for text in literal), model
