# SPDX-License-Identifier: Apache-2.0
"""A conversation as a Markdown file: the branch that is shown, every message as it was written."""

import datetime as dt
import re

from leeward.chat.markdown import MAX_MARKDOWN_CHARS, parser
from leeward.chat.transfer import wording
from leeward.domain.whole_conversation import WholeConversation, WholeMessage

_MARKS = re.compile(r"([\\`*_\[\]<>#|~])")


def markdown_of(whole: WholeConversation, zone: dt.tzinfo | None = None) -> str:
    """Return the file. Messages stay as they are, but for a code block that nobody closed."""
    began = wording.moment_of(whole.created_at_s, zone)
    parts = [f"# {_plain(wording.title_of(whole))}", f"*{began}*" if began else ""]
    parts += [_message(message) for message in whole.branch()]
    versions = wording.about_versions(whole)
    if versions:
        parts += ["---", f"*{versions}*"]
    return "\n\n".join(filter(None, parts)) + "\n"


def _message(message: WholeMessage) -> str:
    parts = [f"## {_plain(wording.speaker_of(message))}"]
    if message.reasoning.strip():
        parts.append(_quoted(f"**{wording.REASONING}**\n\n{message.reasoning.strip()}"))
    content = message.content.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    parts.append(_closed(content))
    if wording.is_interrupted(message):
        parts.append(f"*{wording.INTERRUPTED}*")
    receipt = wording.receipt_of(message)
    if receipt:
        parts.append(f"<sub>{_plain(receipt)}</sub>")
    return "\n\n".join(filter(None, parts))


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def _closed(content: str) -> str:
    """Close a code block that was cut off, or it would go on over all that follows."""
    if len(content) > MAX_MARKDOWN_CHARS or ("```" not in content and "~~~" not in content):
        return content
    tokens = parser().parse(content)
    last = tokens[-1] if tokens else None
    if last is None or last.type != "fence" or last.map is None:
        return content
    first_line, end_line = last.map
    end = content.split("\n")[end_line - 1].strip()
    is_closed = end_line - first_line > 1 and end.startswith(last.markup) and not end.strip(last.markup[0])
    return content if is_closed else f"{content}\n{last.markup}"


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)
