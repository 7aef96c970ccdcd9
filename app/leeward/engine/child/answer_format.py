# SPDX-License-Identifier: Apache-2.0
"""In which form a model thinks and asks for tools: decided once, from what its chat template says and its vocabulary has."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from leeward.domain.generation import ChatMessage
from leeward.domain.stream import THINK, Marks
from leeward.domain.tool_calls import ToolCallForm

MISTRAL_THINK = Marks("[THINK]", "[/THINK]")

# In a template's source the two stand in string literals, perhaps put together from several.
_HERMES = re.compile(r"""<tool_call>(?:\\n|[\s'"~+{}-])*\{\\?"name\\?\"""")


@dataclass(frozen=True, slots=True)
class AnswerFormat:
    reasoning: Marks = THINK
    tool_calls: ToolCallForm = ToolCallForm.NONE

    def is_thinking_after(self, prompt: str) -> bool:
        """Whether the template opened the reasoning already, as that of DeepSeek R1 does."""
        return prompt.rstrip().endswith(self.reasoning.open)

    def begun_after(self, prompt: str, begun: ChatMessage) -> str:
        """Return what the model has written behind `prompt`, when that was `begun`, its marks included."""
        is_open = self.is_thinking_after(prompt)
        if not is_open and not begun.reasoning:
            return begun.content
        thought = ("" if is_open else f"{self.reasoning.open}\n") + begun.reasoning
        return f"{thought}\n{self.reasoning.close}\n\n{begun.content}" if begun.content else thought


def answer_format(template: str, has_token: Callable[[str], bool]) -> AnswerFormat:
    """Return the form of a model's answers.

    Args:
        template: The source of its chat template.
        has_token: Whether a text is one token of the vocabulary.
    """
    thinks_in_brackets = MISTRAL_THINK.open in template or all(has_token(mark) for mark in MISTRAL_THINK)
    reasoning = MISTRAL_THINK if thinks_in_brackets and THINK.open not in template else THINK
    return AnswerFormat(reasoning, _tool_call_form(template, has_token))


def _tool_call_form(template: str, has_token: Callable[[str], bool]) -> ToolCallForm:
    if "[TOOL_CALLS]" in template:
        if "[ARGS]" not in template and not has_token("[ARGS]"):
            return ToolCallForm.MISTRAL_LIST
        return ToolCallForm.MISTRAL_NAMED_ID if "[CALL_ID]" in template else ToolCallForm.MISTRAL_NAMED
    if "<tool_call>" in template and "<function=" in template:
        return ToolCallForm.QWEN_XML
    if _HERMES.search(template):
        return ToolCallForm.HERMES
    if "<|start_header_id|>" in template and all(key in template for key in ('"name": ', '"parameters": ')):
        return ToolCallForm.LLAMA3
    return ToolCallForm.NONE
