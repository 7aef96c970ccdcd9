# SPDX-License-Identifier: Apache-2.0
"""Whether a model's chat template is a good one: it is tried with small conversations, and what comes out is looked at.

Every finding says in words what is so; where a built-in template would do better, it is named as the fix.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any, Protocol

from leeward.domain.errors import TemplateFailed
from leeward.domain.generation import PromptOptions
from leeward.domain.queries import FindingLevel, TemplateFinding
from leeward.engine.child.builtin_templates import BUILTIN, PLAIN, VocabularyFacts, for_vocabulary, space_warning
from leeward.engine.child.messages import Message, fold_system, merge_consecutive
from leeward.engine.child.rendering import ControlSpelling, Rendered
from leeward.engine.child.templates import QUESTION, ChatTemplate, differences, is_name, usable
from leeward.i18n import mark

TIME_LIMIT_S = 10.0
"""Of all checks together; each rendering has its own limit."""

SYSTEM, ANSWER, SECOND = "Be brief, please.", "Up, on most maps.", "And where is south?"
_TOOL = {
    "type": "function",
    "function": {
        "name": "tell_direction",
        "description": "Tell a direction.",
        "parameters": {"type": "object", "properties": {"place": {"type": "string"}}, "required": ["place"]},
    },
}
# How the best known families spell the beginning of a text.
_BOS_SPELLINGS = ("<s>", "<bos>", "<|begin_of_text|>", "<|startoftext|>", "<|endoftext|>", "[BOS]")


class Tokenizer(ControlSpelling, Protocol):
    """What of a loaded model the checks need; `Llama` is one."""

    @property
    def template_facts(self) -> VocabularyFacts: ...

    @property
    def adds_bos(self) -> bool: ...

    def tokenize(self, text: str, *, parse_special: bool) -> list[int]: ...

    def is_control(self, token: int) -> bool: ...

    def is_end(self, token: int) -> bool: ...


_LOST = (
    mark("The model does not see your first question."),
    mark("The model does not see its own earlier answer."),
    mark("The model does not see your second question."),
)


def examine(own: str, tokenizer: Tokenizer, *, reference: str = "") -> tuple[TemplateFinding, ...]:
    """Return what is to be said of a template.

    Args:
        own: What the file has, or what the user chose instead: a template, the name of a built-in one, or nothing.
        reference: Text or name of the template the model should have, where that is known.
    """
    facts = tokenizer.template_facts
    fallback = for_vocabulary(facts.has_token).name
    findings = list(_origin(own, fallback))
    try:
        template, shown = usable(own if _is_usable_name_or_text(own) else fallback, facts, tokenizer)
    except TemplateFailed as error:
        return (*findings, _problem("parses", f"The chat template cannot be used: {error.reason}.", fallback))
    findings.append(_ok("parses", "It can be read, and it shows the model what you say."))
    trial = _Trial(template, tokenizer, fallback, shown)
    for check in (_roles, _system, _bos, _end, _space, _tools, _reasoning):
        if trial.is_late:
            findings.append(_warning("limits", "It takes so long that not everything could be tried.", fallback))
            return tuple(findings)
        findings.extend(check(trial))
    findings.append(_ok("limits", "It stays within the limits of time and memory."))
    if reference and own:
        findings.extend(_compared(own, reference, tokenizer))
    return tuple(findings)


@dataclass(slots=True)
class _Trial:
    """One template while it is tried. `shown`: what it makes of one question."""

    template: ChatTemplate
    tokenizer: Tokenizer
    fallback: str
    shown: str
    began_s: float = field(default_factory=time.monotonic)

    @property
    def is_late(self) -> bool:
        return time.monotonic() - self.began_s > TIME_LIMIT_S

    def render(self, *messages: Message, **options: Any) -> Rendered | None:
        """Return the prompt; None when the template refuses."""
        try:
            return self.template.render(messages, self.tokenizer, PromptOptions(**options))
        except TemplateFailed:
            return None

    def text(self, *messages: Message, **options: Any) -> str | None:
        rendered = self.render(*messages, **options)
        return None if rendered is None else rendered.text


def _user(content: str = QUESTION) -> Message:
    return {"role": "user", "content": content}


_ASSISTANT: Message = {"role": "assistant", "content": ANSWER}
_SYSTEM: Message = {"role": "system", "content": SYSTEM}


def _is_usable_name_or_text(own: str) -> bool:
    return bool(own) and (not is_name(own) or own.strip() in BUILTIN)


def _origin(own: str, fallback: str) -> Iterator[TemplateFinding]:
    if not own:
        yield _warning(
            "origin",
            mark(
                "The file has no chat template: it may be a base model that continues text. "
                "The built-in one named {name} stands in."
            ),
            fallback,
            name=fallback,
        )
    elif is_name(own) and own.strip() in BUILTIN:
        yield _ok("origin", mark("The file only names a template, {name}; Leeward has it."), name=own.strip())
    elif is_name(own):
        yield _problem(
            "origin",
            mark("The file only names a template, {name}, and nobody here knows it."),
            fallback,
            name=own.strip()[:40],
        )
    else:
        yield _ok("origin", mark("The file brings its own chat template."))


def _roles(trial: _Trial) -> Iterator[TemplateFinding]:
    rendered = trial.render(_user(), _ASSISTANT, _user(SECOND))
    if rendered is None:
        yield _problem("roles", mark("It refuses a conversation of question, answer and question."), trial.fallback)
        return
    places = [rendered.text.find(text) for text in (QUESTION, ANSWER, SECOND)]
    if -1 in places:
        yield _problem("roles", _LOST[places.index(-1)], trial.fallback)
    elif places != sorted(places):
        yield _problem("roles", mark("It changes the order of the messages."), trial.fallback)
    else:
        yield _ok("roles", mark("Questions and answers follow each other as they were said."))
    twice = [_user(), _user(SECOND)]
    text = trial.text(*twice)
    if text is None or QUESTION not in text or SECOND not in text:
        yield _warning("two questions", mark("Of two questions in a row the model does not see both."), trial.fallback)
    elif text == trial.text(*merge_consecutive(twice)):
        yield _ok("two questions", mark("Two questions in a row are joined to one."))
    else:
        yield _ok("two questions", mark("Two questions in a row are shown as two."))


def _system(trial: _Trial) -> Iterator[TemplateFinding]:
    messages = [_SYSTEM, _user()]
    text = trial.text(*messages)
    if text is None or SYSTEM not in text:
        yield _problem("system", mark("The model does not see the system prompt."), trial.fallback)
    elif text == trial.text(*fold_system(messages)):
        yield _ok("system", mark("It knows no system prompt: Leeward puts it before the first question."))
    else:
        yield _ok("system", mark("The system prompt has a place of its own."))


def _bos(trial: _Trial) -> Iterator[TemplateFinding]:
    facts, tokenizer = trial.tokenizer.template_facts, trial.tokenizer
    spelled = next((mark for mark in _BOS_SPELLINGS if trial.shown.startswith(mark)), "")
    if spelled and spelled != facts.bos_text and not facts.has_token(spelled):
        yield _problem(
            "bos", mark("It begins with {text}, which is plain text for this model."), trial.fallback, text=spelled
        )
        return
    n_written = 0
    rest = trial.shown
    while facts.bos_text and rest.startswith(facts.bos_text):
        n_written, rest = n_written + 1, rest[len(facts.bos_text) :]
    if n_written > 1 and not tokenizer.adds_bos:
        yield _problem("bos", mark("It writes the mark that begins a text twice."), trial.fallback)
    elif n_written > 1:
        yield _warning("bos", mark("It writes the mark that begins a text twice; Leeward puts it once."))
    elif n_written and tokenizer.adds_bos:
        yield _ok("bos", mark("It writes the mark that begins a text, and the model asks for it too: it is put once."))
    elif tokenizer.adds_bos or n_written:
        yield _ok("bos", mark("The mark that begins a text is put once."))
    else:
        yield _ok("bos", mark("This model has no mark that begins a text."))


def _end(trial: _Trial) -> Iterator[TemplateFinding]:
    """What stands behind an answer is what the model ends with: it must be a token that ends it here as well."""
    rendered = trial.render(_user(), _ASSISTANT, _user(SECOND))
    if rendered is None or ANSWER not in rendered.text:
        return  # said by _roles
    behind = rendered.text.partition(ANSWER)[2]
    if trial.template.stop and behind.startswith(trial.template.stop):
        yield _ok("end", mark("Answers end with words that Leeward looks for."))
        return
    tokens = trial.tokenizer.tokenize(behind.lstrip(), parse_special=True)
    controls = list(takewhile(trial.tokenizer.is_control, tokens))
    sign = behind.split()[0][:40] if behind.split() else ""
    if not tokens or not sign:
        yield _warning("end", mark("It puts no mark behind an answer: the model may go on and on."), trial.fallback)
    elif not controls:
        yield _problem(
            "end",
            mark("What it puts behind an answer, {text}, is plain text for this model."),
            trial.fallback,
            text=sign,
        )
    elif not any(map(trial.tokenizer.is_end, controls)):  # some templates close two things at once
        yield _problem(
            "end",
            mark("What it puts behind an answer, {text}, does not end one with this model."),
            trial.fallback,
            text=sign,
        )
    else:
        yield _ok("end", mark("Answers end with a control token of the model."))


def _space(trial: _Trial) -> Iterator[TemplateFinding]:
    warning = space_warning(trial.shown, QUESTION, trial.tokenizer.template_facts)
    if warning:
        yield _warning("space", f"{warning[:1].upper()}{warning[1:]}.", trial.fallback)
    elif "[INST]" in trial.shown:
        yield _ok("space", mark("Template and tokenizer agree on the space before a text."))


def _tools(trial: _Trial) -> Iterator[TemplateFinding]:
    text = trial.text(_user(), tools=(_TOOL,))
    if text is None:
        yield _warning("tools", mark("It refuses tools."))
    elif _TOOL["function"]["name"] in text and QUESTION in text:  # type: ignore[index]  # of a constant above
        yield _ok("tools", mark("Tools are shown to the model."))
    else:
        yield _ok("tools", mark("It knows no tools: they cannot be used with it."))


def _reasoning(trial: _Trial) -> Iterator[TemplateFinding]:
    thinks, answers = (trial.text(_user(), is_reasoning=value) for value in (True, False))
    if thinks != answers:
        yield _ok("reasoning", mark("Thinking before the answer can be switched on and off."))


def _compared(own: str, reference: str, tokenizer: Tokenizer) -> Iterator[TemplateFinding]:
    fix = reference.strip() if is_name(reference) else ""
    try:
        found = differences(own, reference, tokenizer.template_facts, tokenizer)
    except TemplateFailed:
        return  # of the reference: nothing to compare with
    for difference in found:
        yield _warning("known", f"{difference[:1].upper()}{difference[1:]}.", fix)
    if not found:
        yield _ok("known", mark("It is the known one of this model."))


def _ok(check: str, sentence: str, **facts: str) -> TemplateFinding:
    return TemplateFinding(check, FindingLevel.OK, sentence, facts=facts)


def _warning(check: str, sentence: str, fix: str = "", **facts: str) -> TemplateFinding:
    return TemplateFinding(check, FindingLevel.WARNING, sentence, _useful(fix), facts)


def _problem(check: str, sentence: str, fix: str = "", **facts: str) -> TemplateFinding:
    return TemplateFinding(check, FindingLevel.PROBLEM, sentence, _useful(fix), facts)


def _useful(fix: str) -> str:
    """The plain template is what is left where nothing is known: no cure for a template of the model's own."""
    return "" if fix == PLAIN.name else fix
