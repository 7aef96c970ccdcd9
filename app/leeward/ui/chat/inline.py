# SPDX-License-Identifier: Apache-2.0
"""Markdown inside one paragraph: tokens of markdown-it to lines of spans."""

import re
from collections.abc import Sequence
from itertools import groupby

from markdown_it.token import Token

from leeward.chat import links
from leeward.chat.formula_rules import is_display
from leeward.i18n import tr
from leeward.ui.chat.model import FORMULA_CHAR, Span, Style

# Trailing punctuation belongs to the sentence; so does a bracket that the address did not open.
_BARE_ADDRESS = re.compile(r"\bhttps?://[^\s<>\"'`|]+", re.IGNORECASE)
_TRAILING = ".,;:!?*_~"

_SPECIAL = ("softbreak", "hardbreak", "footnote_mark", "formula")
_STYLE_TOKENS = {"strong": Style.BOLD, "em": Style.ITALIC, "s": Style.STRIKE}


def formula_span(source: str, style: int = Style.PLAIN) -> Span:
    """Return what stands for a formula; `source` with its delimiters."""
    return Span(FORMULA_CHAR, style | Style.FORMULA, source=source)


def span_lines(children: Sequence[Token]) -> list[tuple[Span, ...]]:
    """Return the spans of each line; soft and hard breaks both begin a new one, as people type them."""
    lines: list[list[Span]] = [[]]
    style = Style.PLAIN
    href = ""
    refused = ""  # address of a link that is none
    for token in children:
        name, _, kind = token.type.rpartition("_")
        if token.type in _SPECIAL:
            _add_special(lines, token, style)
        elif name in _STYLE_TOKENS:
            style = style | _STYLE_TOKENS[name] if kind == "open" else style & ~_STYLE_TOKENS[name]
        elif token.type == "link_open":
            address = str(token.attrs.get("href", ""))
            checked = links.check(address)
            href = checked.address if checked else ""
            refused = "" if checked or token.info == "auto" else address
        elif token.type == "link_close":
            if refused:
                lines[-1].append(Span(f" ({refused})", style))
            href = refused = ""
        elif token.type == "image":
            lines[-1].append(Span(_image_text(token), style, href))
        elif token.type == "code_inline":
            lines[-1].append(Span(token.content, style | Style.CODE, href))
        elif token.content:
            lines[-1].append(Span(token.content, style, href))
    return [_linked(_joined(line)) for line in lines]


def _add_special(lines: list[list[Span]], token: Token, style: int) -> None:
    if token.type in ("softbreak", "hardbreak"):
        lines.append([])
        return
    if token.type == "footnote_mark":
        lines[-1].append(Span(f"[{token.content}]", style | Style.RAISED))
        return
    span = formula_span(token.content, style)
    if not is_display(token.content):
        lines[-1].append(span)
        return
    if "".join(each.text for each in lines[-1]).strip():
        lines.append([])
    lines[-1].append(span)
    lines.append([])  # what follows stands below


def _image_text(token: Token) -> str:
    # Never an image: looking at text must not read a file or ask a server.
    alt = "".join(child.content for child in token.children or ()).strip()
    return tr("[image: {name}]", name=alt or token.attrs.get("src", ""))


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Join neighbours of one style: the parser cuts text wherever a delimiter could have been."""
    return [
        Span("".join(span.text for span in group), style, href, source)
        for (style, href, source, _), group in groupby(
            # Two formulas that are the same are two.
            spans,
            key=lambda span: (span.style, span.href, span.source, id(span) if span.source else 0),
        )
    ]


def _linked(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Make links of bare web addresses."""
    linked: list[Span] = []
    for span in spans:
        if span.href or span.source or span.style & Style.CODE or "://" not in span.text:
            linked.append(span)
        else:
            linked.extend(_cut_at_addresses(span))
    return tuple(linked)


def _cut_at_addresses(span: Span) -> list[Span]:
    cut: list[Span] = []
    done = 0
    for match in _BARE_ADDRESS.finditer(span.text):
        address = _trimmed(match[0])
        checked = links.check(address)
        if checked is None:
            continue
        if match.start() > done:
            cut.append(Span(span.text[done : match.start()], span.style))
        cut.append(Span(address, span.style, checked.address))
        done = match.start() + len(address)
    if done < len(span.text):
        cut.append(Span(span.text[done:], span.style))
    return cut


def _trimmed(address: str) -> str:
    while address:
        last = address[-1]
        if last in _TRAILING or (last in ")]}" and address.count(last) > address.count("([{"[")]}".index(last)])):
            address = address[:-1]
        else:
            break
    return address
