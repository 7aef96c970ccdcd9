# SPDX-License-Identifier: Apache-2.0
"""What a request demands of its answer: which tool calls are looked for, and when which grammar begins to hold."""

import secrets
import string
from collections.abc import Mapping
from dataclasses import dataclass, field

from leeward.domain.answer import AnswerParser
from leeward.domain.errors import ToolsUnsupported
from leeward.domain.generation import GenerationRequest
from leeward.domain.tool_calls import Schema, ToolCallForm, ToolCallParser
from leeward.engine.child.grammar import Grammar, schema_to_gbnf
from leeward.engine.child.llama import Llama
from leeward.engine.child.sampling import TokenSource
from leeward.engine.child.tool_grammar import ToolGrammar


@dataclass(frozen=True, slots=True)
class Demands:
    """What one request demands.

    Attributes:
        form: NONE when no calls are looked for.
        tools: The schema of each tool's arguments by its name.
        whole: The grammar (GBNF) of all of the answer; what the model thinks is no part of it. "" is none.
        calls: The grammar of calls in an answer that is free otherwise.
    """

    form: ToolCallForm = ToolCallForm.NONE
    tools: Mapping[str, Schema] = field(default_factory=dict)
    whole: str = ""
    calls: ToolGrammar | None = None

    @classmethod
    def of(cls, request: GenerationRequest, form: ToolCallForm, llama: Llama) -> "Demands":
        """Raises ToolsUnsupported, GrammarInvalid."""
        whole = schema_to_gbnf(request.json_schema) if request.json_schema else request.grammar
        tools, choice = request.options.tool_parameters, request.tool_choice
        is_required = choice not in ("auto", "none")
        if is_required and form is ToolCallForm.NONE:
            raise ToolsUnsupported
        if not tools or choice == "none" or form is ToolCallForm.NONE:
            demands = cls(whole=whole)
        elif whole:
            demands = cls(form, tools, whole)
        else:
            grammar = ToolGrammar(form, {choice: tools[choice]} if choice in tools else tools)
            demands = cls(form, tools, grammar.whole) if is_required else cls(form, tools, calls=grammar)
        gbnf = demands.whole or (demands.calls.whole if demands.calls else "")
        if gbnf:
            Grammar(llama, gbnf).close()  # refused now, or never
        return demands

    def parser(self) -> ToolCallParser | None:
        return None if self.form is ToolCallForm.NONE else ToolCallParser(self.form, self.tools, _new_id)


class Constraint:
    """Puts a grammar on the tokens of one answer at the right moment.

    What the model thinks is free, where the template has opened that already; so is the answer until the mark that opens a
    call. From there on it can become nothing else. Where the token with the end of the mark goes on in a way no call does,
    the mark was only spoken of, and the answer stays free.

    Attributes:
        is_pending: Whether a grammar may still begin to hold.
    """

    def __init__(self, demands: Demands, *, is_thinking: bool) -> None:
        self._demands = demands
        self.is_pending = bool(demands.whole) or demands.calls is not None
        self._is_thinking = is_thinking
        self._was_tried = False

    def begin(self, source: TokenSource) -> None:
        """Before the first token."""
        if self._demands.whole and not self._is_thinking:
            self.is_pending = not source.constrain(self._demands.whole)

    def advance(self, parser: AnswerParser, source: TokenSource, token: int, text: str) -> None:
        """While `is_pending`: look at the last token and its text, which the parser has seen."""
        if self._demands.calls is None:
            if not parser.is_thinking:
                self.is_pending = not source.constrain(self._demands.whole)
            return
        behind = parser.behind_trigger
        if behind is None:
            self._was_tried = False
        elif not self._was_tried:
            self._was_tried = True
            if text.endswith(behind):
                head = text[: len(text) - len(behind)]
                self.is_pending = not source.constrain(self._demands.calls.behind_trigger(head), token)


def _new_id() -> str:
    """Return an id as Mistral's templates demand it."""
    return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(9))
