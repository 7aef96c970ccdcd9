# SPDX-License-Identifier: Apache-2.0
"""A text file that goes with a message, as a quoted block at its beginning: the model, the history and an export see it there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath

MAX_BYTES = 256 * 1024
"""Of one file. Some 65,000 tokens: more than most contexts on such machines hold."""

MAX_FILES = 8
MAX_GATHERED = 4 * MAX_FILES
_MAX_NAME = 120
_BREAK = "\n\n"
_BLOCK = re.compile(
    r"File `(?P<name>[^`\n]+)`:\n\n(?P<fence>`{3,})[^`\n]*\n(?P<text>.*?)\n(?P=fence)(?=\n\n.|\Z)", re.DOTALL
)
_INSIDE = re.compile(rf"(?:\A|(?<=\n\n)){_BLOCK.pattern}", re.DOTALL)
_RUN = re.compile("`+")
_NOT_IN_NAMES = re.compile(r"[\x00-\x1f\x7f`]")


@dataclass(frozen=True, slots=True)
class Attachment:
    """Attributes:
    name: Of the file, without its folder.
    text: Without the newlines at its end.
    """

    name: str
    text: str

    @property
    def language(self) -> str:
        """What a code block of it is marked with: the ending of the name."""
        suffix = PurePath(self.name).suffix[1:].lower()
        return suffix if suffix.isalnum() and suffix.isascii() else ""

    @property
    def size_bytes(self) -> int:
        return len(self.text.encode(errors="replace"))

    def quoted(self) -> str:
        """Return it as it stands in a message."""
        return _quoted(self)


@lru_cache(maxsize=2 * MAX_FILES)  # asked for at each count of what is being written
def _quoted(attachment: Attachment) -> str:
    longest = max((len(run) for run in _RUN.findall(attachment.text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"File `{attachment.name}`:{_BREAK}{fence}{attachment.language}\n{attachment.text}\n{fence}"


def attachment_of(name: str, text: str) -> Attachment:
    """Return a file with a name and ends of lines that are safe in a message."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return Attachment(_NOT_IN_NAMES.sub("_", name)[-_MAX_NAME:] or "file", lines.rstrip("\n"))


def with_attachments(attachments: Iterable[Attachment], text: str) -> str:
    """Return a message: what is attached, then the text."""
    return _BREAK.join([*(each.quoted() for each in attachments), *([text] if text else [])])


def split_attachments(message: str) -> tuple[tuple[Attachment, ...], str]:
    """Return what is attached at the beginning of a message, and its text. `with_attachments` makes the same of it again."""
    found = []
    rest = message
    while match := _BLOCK.match(rest):
        attachment = Attachment(match["name"], match["text"])
        if attachment.quoted() != match[0]:
            break  # written by hand in another manner
        found.append(attachment)
        rest = rest[match.end() :].removeprefix(_BREAK)
    return tuple(found), rest


def gathered(message: str) -> str:
    """Return a message with all that is attached at its beginning: texts that were joined may have some in between."""
    found, texts, rest = [], [], message
    for _ in range(MAX_GATHERED):
        match = _INSIDE.search(rest)
        if match is None:
            break
        attachment = Attachment(match["name"], match["text"])
        texts.append(rest[: match.start()])
        if attachment.quoted() == match[0]:
            found.append(attachment)
        else:
            texts[-1] += match[0]  # written by hand in another manner
        rest = rest[match.end() :]
    text = (
        "".join(texts) + rest if not found else _BREAK.join(each.strip("\n") for each in (*texts, rest) if each.strip())
    )
    return with_attachments(found, text)
