# SPDX-License-Identifier: Apache-2.0
"""Whether there is a screen, found out without Qt; and how the terminal shows foreign text and sizes."""

import os
import sys


def has_screen() -> bool:
    """Say whether Qt can find something to draw on. Where it cannot, it ends the process without a word of use."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def one_line(text: str) -> str:
    """Show what would move the cursor of the terminal, or colour it, as a question mark: the text is not ours."""
    return "".join(letter if letter.isprintable() else "?" for letter in text[:500])
