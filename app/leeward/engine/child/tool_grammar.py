# SPDX-License-Identifier: Apache-2.0
"""Grammars (GBNF) of tool calls, made from the schemas of the tools' arguments."""

import json
import re
from collections.abc import Mapping
from typing import Any

from leeward.domain.errors import GrammarInvalid
from leeward.domain.tool_calls import Schema, ToolCallForm, is_text
from leeward.engine.child.grammar import schema_to_gbnf

_NOT_NAMES = r'"(?:\\.|[^"\\])*"|\[(?:\\.|[^\]\\])*\]'
_NAME = re.compile(rf"({_NOT_NAMES})|[A-Za-z0-9-]+", re.DOTALL)

_CLOSE = "</parameter>"
_COMMON = r"""
ws ::= [ \n]? [ \n]?
sp ::= " "?
call-id ::= [a-zA-Z0-9]{9}
"""


def _literal(text: str) -> str:
    escaped = re.sub(r'[\\"]', r"\\\g<0>", text).replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def _text_up_to(mark: str) -> str:
    """Return rules for any text up to the first `mark` and with it. No character of `mark` but the first is like the first."""
    first = mark[0]
    rules = [f"text ::= [^{first}] text | {_literal(first)} text1"]
    for at, character in enumerate(mark[1:-1], 1):
        rules.append(
            f"text{at} ::= [^{first}{character}] text | {_literal(first)} text1 | {_literal(character)} text{at + 1}"
        )
    rules.append(f"text{len(mark) - 1} ::= [^{first}{mark[-1]}] text | {_literal(first)} text1 | {_literal(mark[-1])}")
    return "\n".join(rules)


class ToolGrammar:
    """What calls of some tools must look like."""

    def __init__(self, form: ToolCallForm, tools: Mapping[str, Schema]) -> None:
        """`tools`: the schema of each tool's arguments by its name. A schema that cannot become a grammar allows any
        object."""
        mark = _literal(form.opening_mark)
        if form is ToolCallForm.LLAMA3:
            self._opening = r'"{" sp "\"name\"" sp ":" sp "\""'
            more = ""  # its template takes one call a turn
        elif form is ToolCallForm.MISTRAL_LIST:
            self._opening = mark
            more = ""
        else:
            self._opening = mark
            more = f"(ws {mark} block)*" if form in _TAGGED else f"({mark} block)*"
        names = [f"tool{number}" for number in range(len(tools))]
        rules = [f"after ::= block {more}", _BLOCKS[form], f"call ::= {' | '.join(names)}", _COMMON]
        for name, (tool, schema) in zip(names, tools.items(), strict=True):
            rules += [_xml(name, tool, schema)] if form is ToolCallForm.QWEN_XML else [_json(form, name, tool, schema)]
        self._rules = "\n".join(rules)

    @property
    def whole(self) -> str:
        """For an answer that is nothing but calls."""
        return f"root ::= ws {self._opening} after\n{self._rules}"

    def behind_trigger(self, head: str) -> str:
        """For an answer in which the opening mark stands already. `head`: the end of it, which comes once more."""
        return f"root ::= {_literal(head)} after\n{self._rules}"


_TAGGED = (ToolCallForm.HERMES, ToolCallForm.QWEN_XML)
_BLOCKS: dict[ToolCallForm, str] = {
    ToolCallForm.HERMES: 'block ::= ws call ws "</tool_call>"',
    ToolCallForm.QWEN_XML: 'block ::= ws call ws "</tool_call>"\n' + _text_up_to(_CLOSE),
    ToolCallForm.MISTRAL_LIST: 'block ::= sp "[" sp call (sp "," sp call)* sp "]"',
    ToolCallForm.MISTRAL_NAMED: "block ::= sp call",
    ToolCallForm.MISTRAL_NAMED_ID: "block ::= sp call",
    ToolCallForm.LLAMA3: "block ::= call",
}


def _json(form: ToolCallForm, rule: str, tool: str, schema: Schema) -> str:
    name = json.dumps(tool, ensure_ascii=False)
    arguments = f"{rule}-root"
    match form:
        case ToolCallForm.MISTRAL_NAMED:
            body = f"{_literal(tool + '[ARGS]')} {arguments}"
        case ToolCallForm.MISTRAL_NAMED_ID:
            body = f'{_literal(tool + "[CALL_ID]")} call-id "[ARGS]" {arguments}'
        case ToolCallForm.LLAMA3:
            body = f'{_literal(name[1:])} sp "," sp {_key("parameters")} {arguments} "}}"'
        case _:
            body = f'"{{" sp {_key("name")} {_literal(name)} sp "," sp {_key("arguments")} {arguments}'
            if form is ToolCallForm.MISTRAL_LIST:
                body += f' ("," sp {_key("id")} "\\"" call-id "\\"" sp)?'
            body += ' "}"'
    return f"{rule} ::= {body}\n{_object(schema, rule)}"


def _key(name: str) -> str:
    return f'{_literal(json.dumps(name))} sp ":" sp'


def _xml(rule: str, tool: str, schema: Schema) -> str:
    properties = schema.get("properties")
    required = schema.get("required") or ()
    parts, rules = [], []
    for number, (key, value) in enumerate(properties.items() if isinstance(properties, dict) else ()):
        name = f"{rule}-p{number}"
        head = _literal(f"<parameter={key}>\n")
        parts.append(f'({head} {name} "\\n")' + ("" if key in required else "?"))
        rules.append(_xml_value(name, value if isinstance(value, dict) else {}, schema))
    head = _literal(f"<function={tool}>\n")
    return "\n".join([f'{rule} ::= {head} {" ".join(parts)} "</function>"', *rules])


def _xml_value(rule: str, schema: dict[str, Any], whole: Schema) -> str:
    """Return the rules of a value and the mark that closes it. A model may forget the line break before that."""
    close = _literal("\n" + _CLOSE)
    if is_text(schema):
        values = schema.get("enum", [schema["const"]] if "const" in schema else [])
        texts = [f"{_literal(value)} {close}" for value in values if isinstance(value, str)]
        return f"{rule} ::= {' | '.join(texts) or 'text'}"
    if not isinstance(schema.get("type"), str):
        return f"{rule} ::= text"
    definitions = {key: whole[key] for key in ("$defs", "definitions") if key in whole}
    try:
        return f"{rule} ::= {rule}-root {close}\n{_rules({**definitions, **schema}, rule)}"
    except GrammarInvalid:
        return f"{rule} ::= text"


def _object(schema: Schema, prefix: str) -> str:
    any_object = {"type": "object"}
    usable = schema if schema.get("type", "object") == "object" else {}
    try:
        return _rules(any_object | dict(usable), prefix)
    except GrammarInvalid:
        return _rules(any_object, prefix)


def _rules(schema: Schema, prefix: str) -> str:
    """Return the grammar of a schema with all its rules renamed; `prefix`-root is where it begins.

    Raises:
        GrammarInvalid
    """
    return _NAME.sub(lambda found: found[1] or f"{prefix}-{found[0]}", schema_to_gbnf(json.dumps(schema)))
