# SPDX-License-Identifier: Apache-2.0
"""An answer read out as it comes: whole sentences, at the screen reader's leisure, and nothing where none listens."""

import re
import time
from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from leeward.chat.tool_rules import TOOL_LANGUAGES, without_tools

_PAUSE_S = 1.0
_SENTENCE_END = re.compile(r"(?:[.!?…:;][\"'”’)]*\s|[。！？；：]|\n)")  # noqa: RUF001 - of Chinese and Japanese
_OPEN_CALL = re.compile(rf"^<({'|'.join(TOOL_LANGUAGES)})>(?!.*</\1>).*", re.DOTALL | re.MULTILINE)
_MARKS = re.compile(r"[*`~#>|]+|(?<!\w)_+|_+(?!\w)|^\s*[-+]\s|!?\[|\]\([^)]*\)", re.MULTILINE)


class Announcer:
    """Gathers text and says the sentences that are whole, about once a second; the rest at the end.

    Calls of tools are not said, as they are not shown.
    """

    def __init__(self, widget: QWidget, clock: Callable[[], float] = time.monotonic) -> None:
        self._widget = widget
        self._clock = clock
        self._waiting = ""
        self._said_s = 0.0

    def begin(self) -> None:
        self._waiting = ""
        self._said_s = self._clock()

    def push(self, text: str) -> None:
        if not QAccessible.isActive():
            return
        self._waiting += text
        if self._clock() - self._said_s < _PAUSE_S:
            return
        call = _OPEN_CALL.search(self._waiting)
        open_call = call[0] if call is not None else ""
        text = without_tools(self._waiting.removesuffix(open_call))
        ends = [0, *(found.end() for found in _SENTENCE_END.finditer(text))]
        self._waiting = text[ends[-1] :] + open_call
        self.say(text[: ends[-1]])

    def end(self) -> None:
        whole, self._waiting = self._waiting, ""
        self.say(without_tools(whole))

    def say(self, text: str) -> None:
        """Say a text without the marks of Markdown, after what is being said."""
        plain = " ".join(_MARKS.sub("", text).split())
        if plain and QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self._widget, plain)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)
            self._said_s = self._clock()
