# SPDX-License-Identifier: Apache-2.0
"""Titles of conversations, made from the first message: asking the model would cost its cache."""

MAX_CHARACTERS = 60


def title_from(text: str) -> str:
    """Return the first line of `text` that says something, cut at a word.

    >>> title_from("\\n  # Plan a trip to Lisbon\\nfor three days")
    'Plan a trip to Lisbon'
    """
    lines = (" ".join(line.split()).lstrip("#>*-` ") for line in text.splitlines())
    line = next((line for line in lines if line), "")
    if len(line) <= MAX_CHARACTERS:
        return line
    cut = line[: MAX_CHARACTERS - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}…"
