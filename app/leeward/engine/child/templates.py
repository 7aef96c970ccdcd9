# SPDX-License-Identifier: Apache-2.0
"""From a conversation to a prompt: which chat template, what it makes of the messages, and which part is whose.

Templates are Jinja programs that come with a model and are not trusted: they run in `sandbox`.
"""

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from leeward.domain.errors import TemplateFailed
from leeward.domain.generation import ChatMessage, PromptOptions
from leeward.engine.child.builtin_templates import BUILTIN, VocabularyFacts, for_vocabulary, space_warning
from leeward.engine.child.messages import Message
from leeward.engine.child.rendering import ControlSpelling, Conversation, Rendered, render
from leeward.engine.child.sandbox import TIME_LIMIT_S, Program, limits

__all__ = [
    "ChatTemplate",
    "Choice",
    "Rendered",
    "TemplateSource",
    "choose_template",
    "differences",
    "is_name",
    "usable",
]


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """A template before it is compiled. `variables` are given to it beside the usual ones."""

    text: str
    bos_text: str = ""
    eos_text: str = ""
    gap: str = ""


class ChatTemplate:
    """One compiled template.

    Attributes:
        source: Its text.
        id: First 16 hex digits of the SHA-256 of that.
        stop: Stop strings that belong to it.
    """

    def __init__(self, source: TemplateSource, stop: tuple[str, ...] = ()) -> None:
        """Raises TemplateFailed when the source does not parse."""
        self.source = source.text
        self.id = template_id(source.text)
        self.stop = stop
        self._needs_parts = False
        self._globals = {"bos_token": source.bos_text, "eos_token": source.eos_text, "gap": source.gap}
        with limits():
            self._program = Program(source.text)

    def render(
        self,
        messages: Sequence[ChatMessage | Message],
        control: ControlSpelling,
        options: PromptOptions | None = None,
    ) -> Rendered:
        """Return the prompt that asks for the assistant's next message.

        Where a template refuses the messages as they are, neighbours of one role are joined and system messages go with
        the next question.

        Raises:
            TemplateFailed: It refuses, or it does not keep within the limits.
        """
        conversation = Conversation(messages, options or PromptOptions())
        return render(self._program, self._globals, conversation, control, needs_parts=self._needs_parts)

    def try_out(self, control: ControlSpelling) -> str:
        """Return what the template makes of one question; notices whether it wants content in parts.

        Raises:
            TemplateFailed: The question is not in its output: the model would not see what the user says.
        """
        began_s = time.monotonic()
        for self._needs_parts in (False, True):
            text = self.render([{"role": "user", "content": QUESTION}], control).text
            if QUESTION in text:
                return text
            if time.monotonic() - began_s > TIME_LIMIT_S / 2:
                raise TemplateFailed("it takes too long")  # once more would be over the limit
        raise TemplateFailed("it does not show the model what the user says")


QUESTION = "Which way is north?"


@dataclass(frozen=True, slots=True)
class Choice:
    """The template of a model.

    Attributes:
        note: Why it is not the file's own, "" when it is.
        warnings: What is odd about it, as sentences without a full stop.
    """

    template: ChatTemplate
    note: str
    warnings: tuple[str, ...] = ()


def choose_template(
    own: str, vocabulary: VocabularyFacts, control: ControlSpelling, *, wanted: str = "", reference: str = ""
) -> Choice:
    """Return the template a model is used with.

    Args:
        own: What the file has: a template, a name, or nothing.
        wanted: Text or name of another one that the user wants; "" for the file's own.
        reference: Text or name of the template the model should have, where that is known.
    """
    problem = ""
    for text, whose in ((wanted, "the chat template that was asked for"), (own, "the model's chat template")):
        if not text:
            continue
        try:
            template, rendered = usable(text, vocabulary, control)
        except TemplateFailed as error:
            problem = problem or f"{whose} cannot be used: {error.reason}"
            continue
        note = problem or ("" if text is own else "another chat template was asked for")
        if not note and is_name(own):
            note = f"the model file only names a chat template; using the built-in one named {own}"
        warnings = [space_warning(rendered, QUESTION, vocabulary)]
        if reference:
            warnings += differences(text, reference, vocabulary, control)
        return Choice(template, note, tuple(filter(None, warnings)))
    builtin = for_vocabulary(vocabulary.has_token)
    template, _ = usable(builtin.name, vocabulary, control)
    problem = problem or "the model file carries no chat template"
    return Choice(template, f"{problem}; using the built-in one named {builtin.name}")


def template_id(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def differences(text: str, reference: str, vocabulary: VocabularyFacts, control: ControlSpelling) -> list[str]:
    """Return in what a template differs from the one a model should have; [] when in nothing.

    A reference that is only a name is compared by what it renders: what a template does at one certain word is found by
    comparing with the reference's text alone.
    """
    if text.strip() == reference.strip():
        return []
    mine, _ = usable(text, vocabulary, control)
    known, _ = usable(reference, vocabulary, control)
    odd = [
        name
        for name, conversation in _STANDARD.items()
        if _output(mine, conversation, control) != _output(known, conversation, control)
    ]
    if odd:
        return [
            f"the chat template is not the known one of this model: it shows it something else for {', '.join(odd)}"
        ]
    if is_name(reference):
        return []
    return ["the chat template is not the known one of this model, though it renders simple conversations alike"]


_SYSTEM, _FIRST, _ANSWER, _SECOND = (
    {"role": role, "content": content}
    for role, content in (
        ("system", "Be brief."),
        ("user", QUESTION),
        ("assistant", "Up, on most maps."),
        ("user", "And south?"),
    )
)
_STANDARD: dict[str, list[Message]] = {
    "one question": [_FIRST],
    "a system message": [_SYSTEM, _FIRST],
    "a second question": [_FIRST, _ANSWER, _SECOND],
    "a second question after a system message": [_SYSTEM, _FIRST, _ANSWER, _SECOND],
}


def _output(template: ChatTemplate, conversation: list[Message], control: ControlSpelling) -> str:
    try:
        return template.render(conversation, control).text
    except TemplateFailed as error:
        return f"refused: {error.reason}"


def is_name(text: str) -> bool:
    """Say whether this is only the name of a template."""
    # Without a brace it is no program, and would itself be the whole prompt.
    return bool(text) and "{" not in text


def usable(text: str, vocabulary: VocabularyFacts, control: ControlSpelling) -> tuple[ChatTemplate, str]:
    """Return the compiled template of a text or name, and what it makes of one question. Raises TemplateFailed."""
    source = TemplateSource(text, vocabulary.bos_text, vocabulary.eos_text, vocabulary.gap)
    stop: tuple[str, ...] = ()
    if is_name(text):
        builtin = BUILTIN.get(text.strip())
        if builtin is None:
            raise TemplateFailed(f"no template of the name {text.strip()[:40]} is known")
        source, stop = replace(source, text=builtin.source), builtin.stop
    template = ChatTemplate(source, stop)
    return template, template.try_out(control)
