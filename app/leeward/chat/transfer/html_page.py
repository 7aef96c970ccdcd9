# SPDX-License-Identifier: Apache-2.0
"""A conversation as one HTML file that needs nothing else: the branch that is shown, light and dark.

All that comes from the conversation is text, whoever wrote it: no HTML of it is passed on, pictures are words, addresses
pass the check that the window uses, and the page forbids itself scripts and everything from elsewhere.
"""

import datetime as dt
from collections.abc import MutableMapping, Sequence
from html import escape
from typing import Any, cast

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict, OptionsType

from leeward.chat import links
from leeward.chat.markdown import MAX_MARKDOWN_CHARS, MAX_NESTING, clean, parser, top_level
from leeward.chat.tool_rules import TOOL_LANGUAGES, tool_label
from leeward.chat.transfer import wording
from leeward.domain.generation import Role
from leeward.domain.whole_conversation import WholeConversation, WholeMessage

_STYLE = """
:root { color-scheme: light dark; --page: #fbfaf8; --text: #24211d; --quiet: #6b655c; --line: #ddd7cd;
  --mine: #efe9df; --code: #f1ede6; --link: #a63f00; }
@media (prefers-color-scheme: dark) {
  :root { --page: #1b1a18; --text: #ece8e1; --quiet: #a59d91; --line: #3b3833; --mine: #2a2824; --code: #252320;
    --link: #ff9a57; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
article { margin: 1.75rem 0 0; }
article > h2 { font-size: .85rem; font-weight: 600; color: var(--quiet); margin: 0 0 .4rem; }
.said > :first-child { margin-top: 0; } .said > :last-child { margin-bottom: 0; }
.plain { white-space: pre-wrap; }
.user .said, .system .said { background: var(--mine); border-radius: .75rem; padding: .75rem 1rem; }
pre { background: var(--code); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; overflow-x: auto; }
code { font: .9em/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
:not(pre) > code { background: var(--code); border-radius: .25rem; padding: .1em .3em; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid var(--line); padding: .35rem .7rem; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--quiet); }
hr { border: 0; border-top: 1px solid var(--line); margin: 1.5rem 0; }
details { margin: 0 0 .75rem; color: var(--quiet); } summary { cursor: pointer; }
a { color: var(--link); } .quiet { color: var(--quiet); font-size: .85rem; margin: .5rem 0 0; }
@media print { main { max-width: none; } pre, table { white-space: pre-wrap; overflow: visible; } article { break-inside: auto; } }
"""

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Leeward">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
<header>
<h1 dir="auto">{title}</h1>
{began}</header>
{articles}
{versions}</main>
</body>
</html>
"""


def html_of(whole: WholeConversation, zone: dt.tzinfo | None = None, *, style: str = _STYLE) -> str:
    """Return the page. `zone`: For its times; None is that of the machine. `style`: Its style sheet."""
    began = wording.moment_of(whole.created_at_s, zone)
    versions = wording.about_versions(whole)
    return _PAGE.format(
        title=_text(wording.title_of(whole)),
        style=style,
        began=f'<p class="quiet">{began}</p>\n' if began else "",
        articles="\n".join(_article(message) for message in whole.branch()),
        versions=f'<hr>\n<p class="quiet">{versions}</p>\n' if versions else "",
    )


def _article(message: WholeMessage) -> str:
    parts = [f'<article class="{message.role.value}">', f'<h2 dir="auto">{_text(wording.speaker_of(message))}</h2>']
    if message.reasoning.strip():
        reasoning = _text(message.reasoning.strip())
        parts.append(
            f'<details><summary>{wording.REASONING}</summary><div class="plain" dir="auto">{reasoning}</div></details>'
        )
    parts.append(_said(message))
    if wording.is_interrupted(message):
        parts.append(f'<p class="quiet">{wording.INTERRUPTED}</p>')
    receipt = wording.receipt_of(message)
    if receipt:
        parts.append(f'<p class="quiet">{_text(receipt)}</p>')
    return "\n".join([*parts, "</article>"])


def _said(message: WholeMessage) -> str:
    if message.role is not Role.ASSISTANT:
        return f'<div class="said plain" dir="auto">{_text(message.content)}</div>'
    content = clean(message.content)
    head, rest = content[:MAX_MARKDOWN_CHARS], content[MAX_MARKDOWN_CHARS:]
    shown = _markdown(head) + (f'<div class="plain">{_text(rest)}</div>' if rest else "")
    return f'<div class="said" dir="auto">{shown}</div>'


def _text(text: str) -> str:
    return escape(clean(text))


# Markdown


class _Renderer(RendererHTML):
    """markdown-it's own, which escapes all text, with links and pictures as the window has them."""

    def renderToken(  # noqa: N802 - the renderer's name
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        # A kind of token that has no HTML here is shown as it was written, not lost.
        token = tokens[idx]
        return super().renderToken(tokens, idx, options, env) if token.tag else escape(token.content)

    def heading_open(
        self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: MutableMapping[str, Any]
    ) -> str:
        # Below the titles of the page and of the message, so that the outline is true.
        return f"<h{min(6, int(tokens[idx].tag[1:]) + 2)}>"

    def heading_close(
        self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: MutableMapping[str, Any]
    ) -> str:
        return f"</h{min(6, int(tokens[idx].tag[1:]) + 2)}>\n"

    def link_open(
        self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: MutableMapping[str, Any]
    ) -> str:
        link = links.check(str(tokens[idx].attrs.get("href", "")))
        return f'<a href="{escape(link.address)}" rel="noreferrer noopener">' if link else "<span>"

    def link_close(
        self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: MutableMapping[str, Any]
    ) -> str:
        level = tokens[idx].level
        opened = next(each for each in reversed(tokens[:idx]) if each.type == "link_open" and each.level == level)
        address = str(opened.attrs.get("href", ""))
        if links.check(address):
            return "</a>"
        return "</span>" if opened.info == "auto" else f"</span> ({escape(address)})"

    # Formulas are written as they were: to typeset them needs more than a page that asks for nothing can hold.

    def formula(self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: MutableMapping[str, Any]) -> str:
        return f"<code>{escape(tokens[idx].content)}</code>"

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]) -> str:
        code, token = super().fence(tokens, idx, options, env), tokens[idx]
        if token.info not in TOOL_LANGUAGES:
            return code
        return f"<details><summary>{escape(tool_label(token.info, token.content))}</summary>{code}</details>\n"

    def formula_block(
        self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: MutableMapping[str, Any]
    ) -> str:
        token = tokens[idx]
        if not token.meta["is_formula"]:
            return f'<div class="plain">{escape(token.content)}</div>\n'
        return f"<p><code>{escape(token.content)}</code> {escape(token.meta['behind'])}</p>\n"

    def footnote_mark(
        self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: MutableMapping[str, Any]
    ) -> str:
        return f"<sup>[{escape(tokens[idx].content)}]</sup>"

    def footnote_open(
        self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: MutableMapping[str, Any]
    ) -> str:
        return f"<div>[{escape(tokens[idx].meta['label'])}]\n"

    def footnote_close(
        self, _tokens: Sequence[Token], _idx: int, _options: OptionsDict, _env: MutableMapping[str, Any]
    ) -> str:
        return "</div>\n"

    def image(self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: MutableMapping[str, Any]) -> str:
        # Looking at a file must not ask a server.
        alt = "".join(child.content for child in tokens[idx].children or ()).strip()
        return f"[image: {escape(alt or str(tokens[idx].attrs.get('src', '')))}]"


def _markdown(content: str) -> str:
    made = parser()
    tokens = made.parse(content)
    options = OptionsDict(cast("OptionsType", dict(made.options)))
    options["breaks"] = True  # lines end where they were ended, as in the window
    renderer = _Renderer()
    lines = content.split("\n")
    parts: list[str] = []
    for start, end in top_level(tokens):
        part = tokens[start:end]
        if max(token.level for token in part) >= MAX_NESTING - 2:
            first, last = part[0].map or (0, 0)
            parts.append(f'<div class="plain">{escape(chr(10).join(lines[first:last]))}</div>\n')
            continue
        for token in part:
            if token.type == "inline" and not token.children and token.content:  # too long: as it was written
                token.children = [Token("text", "", 0, content=token.content)]
        parts.append(renderer.render(part, options, {}))
    return "".join(parts)
