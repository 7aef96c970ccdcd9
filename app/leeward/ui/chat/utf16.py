# SPDX-License-Identifier: Apache-2.0
"""Places in text as Qt counts them. Apart from what draws text: the composer needs no Markdown, and is there at the start."""


def utf16_length(text: str) -> int:
    """Return the length as Qt counts: characters beyond U+FFFF are two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def utf16_slice(text: str, start: int, end: int) -> str:
    """Return what lies between two places of a Qt document that holds `text`."""
    if text.isascii():
        return text[start:end]
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "replace")
