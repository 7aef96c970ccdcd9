# SPDX-License-Identifier: Apache-2.0
"""Templates of our own, by name: for models that bring none, and for files that carry only a name.

llama.cpp's converter writes names like "mistral-v7-tekken" where a template should be. The names are llama.cpp's
(src/llama-chat.cpp), the sources lie in resources/templates.
"""

from collections.abc import Callable
from dataclasses import dataclass

from leeward import resources


@dataclass(frozen=True, slots=True)
class VocabularyFacts:
    """What templates need to know of a tokenizer.

    Attributes:
        has_token: Whether a text is one token, control tokens included.
        adds_space: Whether a space is put before the text at the start and behind control tokens (SentencePiece only).
        is_sentencepiece: Else byte-level BPE, which puts no spaces.
    """

    has_token: Callable[[str], bool]
    bos_text: str = ""
    eos_text: str = ""
    adds_space: bool = False
    is_sentencepiece: bool = False

    @property
    def gap(self) -> str:
        """The space SentencePiece has before a text, where the tokenizer does not put it."""
        return " " if self.is_sentencepiece and not self.adds_space else ""


@dataclass(frozen=True, slots=True)
class BuiltinTemplate:
    """A template of ours. `marks` are the tokens its models have, none where it fits many vocabularies or cannot be told."""

    name: str
    file: str = ""
    marks: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        path = resources.path(f"templates/{self.file or self.name}.jinja")
        return path.read_text(encoding="utf-8").removesuffix("\n")


PLAIN = BuiltinTemplate("plain", stop=("\nUser:", "\nSystem:"))

_ALL = (
    BuiltinTemplate("chatml", marks=("<|im_start|>", "<|im_end|>")),
    BuiltinTemplate("phi4", marks=("<|im_start|>", "<|im_sep|>", "<|im_end|>")),
    BuiltinTemplate("gemma", marks=("<start_of_turn>", "<end_of_turn>")),
    BuiltinTemplate("llama3", marks=("<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>")),
    BuiltinTemplate("llama4", marks=("<|header_start|>", "<|header_end|>", "<|eot|>")),
    BuiltinTemplate("mistral-v7", marks=("[INST]", "[/INST]", "[SYSTEM_PROMPT]", "[/SYSTEM_PROMPT]")),
    BuiltinTemplate("mistral-v3", marks=("[INST]", "[/INST]")),
    BuiltinTemplate("phi3", marks=("<|user|>", "<|assistant|>", "<|end|>")),
    BuiltinTemplate("granite", marks=("<|start_of_role|>", "<|end_of_role|>", "<|end_of_text|>")),
    BuiltinTemplate("command-r", marks=("<|START_OF_TURN_TOKEN|>", "<|END_OF_TURN_TOKEN|>", "<|CHATBOT_TOKEN|>")),
    # Its tokens really are written with a wide bar.
    BuiltinTemplate("deepseek3", marks=("<\uff5cUser\uff5c>", "<\uff5cAssistant\uff5c>")),
    BuiltinTemplate("mistral-v1"),
    BuiltinTemplate("mistral-v2"),
    BuiltinTemplate("mistral-v3-tekken", "mistral-v3"),
    BuiltinTemplate("mistral-v7-tekken", "mistral-v7"),
    BuiltinTemplate("llama2"),
    BuiltinTemplate("llama2-sys", "llama2"),
    BuiltinTemplate("llama2-sys-bos", "llama2"),
    BuiltinTemplate("falcon3", stop=("<|user|>", "<|system|>")),
    BuiltinTemplate("zephyr"),
    BuiltinTemplate("openchat"),
    BuiltinTemplate("vicuna", stop=("\nUSER:",)),
    PLAIN,
)

BUILTIN = {template.name: template for template in _ALL}


def for_vocabulary(has_token: Callable[[str], bool]) -> BuiltinTemplate:
    """Return the template with most marks in the vocabulary, and the plain one when none fits."""
    fitting = [each for each in _ALL if each.marks and all(has_token(mark) for mark in each.marks)]
    return max(fitting, key=lambda each: len(each.marks), default=PLAIN)


def space_warning(rendered: str, question: str, vocabulary: VocabularyFacts) -> str:
    """Return what is wrong with the space behind "[INST]" or the start, "" if nothing.

    Mistral's tokens are those of SentencePiece with exactly one space before a text. It comes from the template or from
    the tokenizer (`add_space_prefix`); published files pair them wrongly, which costs two tokens or none a message.

    Args:
        rendered: What the template makes of `question` alone.
    """
    head, found, _ = rendered.partition("[INST]")
    if not vocabulary.is_sentencepiece or not found or question not in rendered:
        return ""
    if vocabulary.has_token("[INST]"):
        has_space = rendered[len(head) + len(found) :].startswith(" ")
    else:
        has_space = head.endswith(" ")
    if has_space and vocabulary.adds_space:
        return "the chat template puts a space where the tokenizer puts one too (add_space_prefix)"
    if not has_space and not vocabulary.adds_space:
        return (
            "neither the chat template nor the tokenizer puts the space this model was trained with (add_space_prefix)"
        )
    return ""
