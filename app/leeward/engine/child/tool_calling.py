# SPDX-License-Identifier: Apache-2.0
"""What a request's tools mean for the making of an answer: which text is looked for, and when a grammar begins to hold."""

import secrets
import string
from dataclasses import dataclass, replace

from leeward.domain.answer import AnswerParser
from leeward.domain.errors import ToolsUnsupported
from leeward.domain.generation import GenerationRequest
from leeward.domain.tool_calls import ToolCallForm, ToolCallParser
from leeward.engine.child.grammar import Grammar
from leeward.engine.child.llama import Llama
from leeward.engine.child.sampling import TokenSource
from leeward.engine.child.tool_grammar import ToolGrammar


@dataclass(frozen=True, slots=True)
class ToolCalling:
    """The tools of one request.

    Attributes:
        form: NONE when no calls are looked for.
        grammar: None when nothing is demanded of calls.
        is_required: The answer is nothing but calls; what the model thinks may come before them.
    """

    form: ToolCallForm = ToolCallForm.NONE
    request: GenerationRequest | None = None
    grammar: ToolGrammar | None = None
    is_required: bool = False

    @classmethod
    def of(cls, request: GenerationRequest, form: ToolCallForm, llama: Llama) -> "ToolCalling":
        """Raises ToolsUnsupported, or GrammarInvalid when the tools are too much for a grammar."""
        tools, choice = request.options.tool_parameters, request.tool_choice
        is_required = choice not in ("auto", "none")
        if not tools or choice == "none" or (form is ToolCallForm.NONE and not is_required):
            return cls()
        if form is ToolCallForm.NONE:
            raise ToolsUnsupported
        if request.grammar or request.json_schema:
            return cls(form, request)
        grammar = ToolGrammar(form, {choice: tools[choice]} if choice in tools else tools)
        Grammar(llama, grammar.whole).close()  # refused now, or never
        return cls(form, request, grammar, is_required)

    def parser(self) -> ToolCallParser | None:
        if self.request is None:
            return None
        return ToolCallParser(self.form, self.request.options.tool_parameters, _new_id)


class CallConstraint:
    """Puts the grammar of the calls on the tokens of one answer at the right moment.

    The answer is free until the mark that opens a call; from there on it can become nothing else. Where the token with the
    end of the mark goes on in a way no call does, the mark was only spoken of, and the answer stays free.
    """

    def __init__(self, calling: ToolCalling, *, is_thinking: bool) -> None:
        self._calling = calling
        self._is_done = calling.grammar is None
        self._was_tried = False
        # Before a required call the model may think, where the template has opened that already.
        self._waits_for_answer = calling.is_required and is_thinking

    def first(self, request: GenerationRequest) -> GenerationRequest:
        """Return the request with the grammar that holds from the first token on, if there is one."""
        if self._calling.grammar is None or not self._calling.is_required or self._waits_for_answer:
            return request
        self._is_done = True
        return replace(request, grammar=self._calling.grammar.whole)

    def advance(self, parser: AnswerParser, source: TokenSource, token: int, text: str) -> None:
        """Look at the last token and its text, which the parser has seen."""
        grammar = self._calling.grammar
        if self._is_done or grammar is None:
            return
        if self._waits_for_answer:
            if not parser.is_thinking:
                self._is_done = source.constrain(grammar.whole)
            return
        behind = parser.behind_trigger
        if behind is None:
            self._was_tried = False
        elif not self._was_tried:
            self._was_tried = True
            if text.endswith(behind):
                head = text[: len(text) - len(behind)]
                self._is_done = source.constrain(grammar.behind_trigger(head), token)


def _new_id() -> str:
    """Return an id as Mistral's templates demand it."""
    return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(9))
