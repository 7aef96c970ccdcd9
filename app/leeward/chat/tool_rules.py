# SPDX-License-Identifier: Apache-2.0
"""Calls of tools, and what tools said, in the text of a message: <tool_call>…</tool_call>, as many models write them.

They become code of a language of that name, which is folded where it is shown.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from leeward.i18n import tr

TOOL_LANGUAGES = ("tool_call", "tool_response")

_OPENING = re.compile(rf"<({'|'.join(TOOL_LANGUAGES)})>")
_WHOLE = re.compile(rf"^<({'|'.join(TOOL_LANGUAGES)})>.*?(?:</\1>|\Z)", re.DOTALL | re.MULTILINE)
_NAME = re.compile(r'"name"\s*:\s*"([^"\\\n]{1,80})"')


def add_tools(parser: MarkdownIt) -> None:
    """Make `parser` find them: tokens "fence", as of code, whose `info` is one of TOOL_LANGUAGES.

    Their `meta` says with "is_open" that the text ended first: text behind the end that is still to come makes it no call.
    """
    parser.block.ruler.before("fence", "tool", _tool, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def tool_label(kind: str, text: str) -> str:
    """Return what stands over a folded call; of what a tool said, as `kind` says."""
    if kind == "tool_response":
        return tr("What the tool said")
    found = _NAME.search(text)
    return tr("Calls {tool}", tool=found[1]) if found else tr("Calls a tool")


def without_tools(text: str) -> str:
    """Return about what is left of a text where they are folded. Cheap where there are none."""
    return _WHOLE.sub("", text) if "<tool_" in text else text


def _tool(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the parser calls it so
    if state.is_code_block(start):
        return False
    first = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    opening = _OPENING.match(first)
    if opening is None:
        return False
    closing = f"</{opening[1]}>"
    lines = [first[opening.end() :]]
    line = start
    while closing not in lines[-1] and line + 1 < end:
        line += 1
        lines.append(state.getLines(line, line + 1, state.blkIndent, keepLastLF=False))
    last, found, behind = lines[-1].partition(closing)
    if behind.strip():  # it would get lost
        return False
    if silent:
        return True
    lines[-1] = last
    token = state.push("fence", "code", 0)
    token.info = opening[1]
    token.content = "\n".join(lines).strip("\n") + "\n"
    token.markup = opening[0]
    token.meta = {"is_open": not found}
    token.map = [start, line + 1]
    state.line = line + 1
    return True
