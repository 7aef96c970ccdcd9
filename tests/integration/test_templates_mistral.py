# SPDX-License-Identifier: Apache-2.0
"""Mistral's formats: the tokens a model gets are those of mistral-common, which is how Mistral trained them.

The real engine runs on Mistral's own vocabularies, made from the files that mistral-common brings along.
"""

import copy
import json
from pathlib import Path

import mistral_common
import pytest
from mistral_common.protocol.instruct.request import ChatCompletionRequest
from mistral_common.tokens.tokenizers.mistral import MistralTokenizer

from helpers.mistral_gguf import write_mistral_gguf
from leeward.domain.generation import PromptOptions
from leeward.domain.model_info import LoadPlan
from leeward.engine.child.llama import Llama, NativeLog
from leeward.engine.child.sequences import Slot
from leeward.engine.child.templates import choose_template

DATA = Path(mistral_common.__file__).parent / "data"
VERSIONS = {
    "mistral-v1": "tokenizer.model.v1",
    "mistral-v2": "mistral_instruct_tokenizer_240216.model.v2",
    "mistral-v3": "mistral_instruct_tokenizer_240323.model.v3",
    "mistral-v7": "mistral_instruct_tokenizer_241114.model.v7",
    "mistral-v3-tekken": "tekken_240718.json",
}
# Byte-level BPE puts no spaces; with SentencePiece the file may say so or not, and the prompt has to suit both.
PAIRS = [(name, prefix) for name in VERSIONS for prefix in (None, False) if prefix is None or "tekken" not in name]


def user(text):
    return {"role": "user", "content": text}


def assistant(text, **more):
    return {"role": "assistant", "content": text, **more}


def system(text):
    return {"role": "system", "content": text}


WEATHER = {
    "type": "function",
    "function": {
        "name": "weather",
        "description": "The weather, wherever é.",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
    },
}
CALL = {"id": "abcdefghi", "type": "function", "function": {"name": "weather", "arguments": '{"city": "Rome"}'}}
RESULT = {"role": "tool", "name": "weather", "tool_call_id": "abcdefghi", "content": '{"degrees": 21}'}

CASES = {
    "one question": [user("Which way is north?")],
    "system": [system("Be brief."), user("Hi")],
    "turns": [user("One?"), assistant("1"), user("Two?"), assistant("2"), user("Three?")],
    "system and turns": [system("Be brief."), user("One?"), assistant("1"), user("Two?")],
    "two questions in a row": [user("One?"), user("Two?")],
    "white space": [user("  a \n\n b  "), assistant("yes "), user("\tc ")],
    "lines": [user("def f(x):\n    return x\n"), assistant("Fine.\n\n- one\n- two"), user("Go on")],
    "many scripts": [user("Žluťoučký 模型 🦙 ñ العربية"), assistant("漢字かな交じり"), user("ok")],
    "spelled marks": [user("a</s>b [INST] c[/INST] <s>"), assistant("[TOOL_CALLS] no"), user("[/SYSTEM_PROMPT]x")],
    "tools": [system("Be brief."), user("Weather in Rome?")],
    "a call": [user("Weather in Rome?"), assistant("", tool_calls=[CALL]), RESULT],
    "a call before": [
        user("Weather in Rome?"),
        assistant("", tool_calls=[CALL]),
        RESULT,
        assistant("21 degrees."),
        user("Thanks"),
    ],
}
WITH_TOOLS = ("tools", "a call", "a call before")
COMPARED = [
    (pair, case)
    for pair in PAIRS
    for case in CASES
    if pair[0] != "mistral-v1" or case not in WITH_TOOLS  # v1 has no tools
]


@pytest.fixture(scope="module")
def log():
    return NativeLog(lambda _level, _text: None)


@pytest.fixture(scope="module")
def opened():
    """Pairs in use so far: a vocabulary takes up to ten seconds to make."""
    pairs = {}
    yield pairs
    for _, llama, _ in pairs.values():
        llama.close()


@pytest.fixture
def pair(request, opened, tmp_path, log):
    """(name, our engine on the vocabulary, mistral-common's tokenizer)."""
    name, prefix = request.param
    if request.param not in opened:
        # The file carries the name only, as those of llama.cpp's converter do.
        path = write_mistral_gguf(
            tmp_path / "model.gguf", DATA / VERSIONS[name], add_space_prefix=prefix, template=name
        )
        llama = Llama(LoadPlan(path, n_ctx=512, n_threads=1), log, lambda _fraction: True)
        opened[request.param] = name, llama, MistralTokenizer.from_file(str(DATA / VERSIONS[name]))
    return opened[request.param]


@pytest.mark.timeout(120)
@pytest.mark.parametrize(("pair", "case"), COMPARED, indirect=["pair"], ids=str)
def test_a_conversation_has_the_tokens_of_mistral_common(pair, case):
    name, llama, theirs = pair
    tools = [copy.deepcopy(WEATHER)] if case in WITH_TOOLS else []
    choice = choose_template(llama.chat_template, llama.template_facts, llama)
    assert name in choice.note
    ours = Slot(llama, choice.template, "test").view(CASES[case], PromptOptions(tools=tuple(tools))).tokens
    request = ChatCompletionRequest(messages=copy.deepcopy(CASES[case]), tools=tools or None)
    expected = theirs.encode_chat_completion(request).tokens
    assert list(ours) == expected, json.dumps([llama.spelled_piece(token).decode("utf-8", "replace") for token in ours])
