# SPDX-License-Identifier: Apache-2.0
"""Colours of a chat template. The text comes from a model file, so no expression here can take longer than the text is long:

Pygments' own lexer for Jinja looks for the end of every comment and block anew, which a file can make take minutes.
"""

import re
from collections.abc import Iterator

Span = tuple[int, int, str]
"""Where it starts and ends, in characters, and its family in `Theme.syntax`."""

_ENDS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_BEGIN = re.compile(r"\{[{%#]")
# A string may hold what looks like an end. One that is not closed is an operator and the rest.
_PART = re.compile(
    r"""(?P<string>"[^"]*"|'[^']*')|(?P<number>\d[\d.]*)|(?P<name>[A-Za-z_]\w*)|(?P<operator>[^\w\s"']|["'])|\s+|\w+"""
)
_KEYWORDS = frozenset(
    re.findall(
        r"\w+",
        "and as block break call continue do elif else endblock endcall endfilter endfor endgeneration endif endmacro endset "
        "filter for from generation if import in include is macro not or raw endraw recursive set with endwith",
    )
)
_CONSTANTS = frozenset(
    re.findall(r"\w+", "true false none True False None loop namespace range raise_exception strftime_now")
)


def jinja_spans(text: str) -> Iterator[Span]:
    """Yield what is coloured, in order. What stands outside of marks is ordinary text."""
    place = 0
    while (begin := _BEGIN.search(text, place)) is not None:
        mark, start = begin.group(), begin.start()
        if mark == "{#":
            found = text.find(_ENDS[mark], start + 2)
            place = len(text) if found < 0 else found + 2
            yield start, place, "comment"
            continue
        yield start, start + 2, "operator"
        place = start + 2
        for part in _PART.finditer(text, place):
            if text.startswith(_ENDS[mark], part.start()):
                place = part.start() + 2
                yield part.start(), place, "operator"
                break
            place = part.end()
            family = _family(part)
            if family:
                yield part.start(), place, family
        else:
            return


def _family(part: re.Match[str]) -> str:
    if part.lastgroup != "name":
        return part.lastgroup or ""
    word = part.group()
    if word in _KEYWORDS:
        return "keyword"
    return "builtin" if word in _CONSTANTS else ""
