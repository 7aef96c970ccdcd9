# SPDX-License-Identifier: Apache-2.0
"""Titles of conversations, made from the first message: asking the model would cost its cache."""

from leeward.domain.attachment import split_attachments

MAX_CHARACTERS = 60


def title_from(text: str) -> str:
    """Return the first line of `text` that says something, cut at a word; the name of a file that is sent alone.

    >>> title_from("\\n  # Plan a trip to Lisbon\\nfor three days")
    'Plan a trip to Lisbon'
    """
    attachments, typed = split_attachments(text)
    if attachments and not typed.strip():
        typed = attachments[0].name
    lines = (" ".join(line.split()).lstrip("#>*-` ") for line in typed.splitlines())
    line = next((line for line in lines if line), "")
    if len(line) <= MAX_CHARACTERS:
        return line
    cut = line[: MAX_CHARACTERS - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}…"
