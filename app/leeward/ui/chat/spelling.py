# SPDX-License-Identifier: Apache-2.0
"""Words that no dictionary of the system knows are underlined while a message is written, and others are proposed.

The dictionaries come through enchant, which asks what the platform has (hunspell, aspell, AppleSpell). Where it or a dictionary is
missing, nothing is underlined.
"""

import logging
import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from leeward.i18n import tr
from leeward.ui.chat.utf16 import utf16_length
from leeward.ui.theme import Theme

log = logging.getLogger(__name__)

MAX_CHARS = 20_000  # a check takes about 4 µs a word
MAX_PROPOSALS = 5
_WAIT_MS = 300
# Code, addresses, paths, tags and names of prompts are no words of a language.
_SKIPPED = re.compile(r"`[^`]*`?|\w+://\S+|\S+@\S+\.\S+|[~.\w-]*[/\\]\S*|[#@]\w+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")  # noqa: RUF001 - as people type it
_FENCE = re.compile(r"\s*(```|~~~)")
_IN_CODE = 1


class Dictionary(Protocol):
    def check(self, word: str) -> bool: ...
    def suggest(self, word: str) -> list[str]: ...
    def add(self, word: str) -> None: ...


def system_dictionaries(languages: Sequence[str]) -> list[Dictionary]:
    """Return the dictionaries of the system for these languages ("de_DE", "en_US"), or for others of their countries.

    None where there is no library, or no dictionary of the first language: every word of it would be wrong.
    """
    try:
        import enchant  # noqa: PLC0415 - it looks for a library of the system
    except ImportError as error:
        log.info("no spelling: %s", error)
        return []
    there = sorted(enchant.list_languages())
    tags = [language if language in there else _of_language(language, there) for language in languages]
    if not tags or tags[0] is None:
        log.info("no spelling: there is no dictionary for %s", languages[:1])
        return []
    try:
        return [enchant.Dict(tag) for tag in dict.fromkeys(tags) if tag is not None]
    except enchant.errors.Error as error:
        log.info("no spelling: %s", error)
        return []


def _of_language(wanted: str, there: Sequence[str]) -> str | None:
    return next((tag for tag in there if tag.split("_")[0] == wanted.split("_", maxsplit=1)[0]), None)


def wanted_languages() -> list[str]:
    """Return those of the interface and of the system, and English."""
    names = [QLocale().name(), *(name.replace("-", "_") for name in QLocale.system().uiLanguages()), "en_US"]
    return [name for name in names if name != "C"]


def words_of(line: str) -> Iterator[tuple[int, str]]:
    """Return the words of a line that can be misspelled, and where they begin. Names in capitals are none."""
    start = 0
    for skipped in [*_SKIPPED.finditer(line), None]:
        end = skipped.start() if skipped is not None else len(line)
        for word in _WORD.finditer(line, start, end):
            touches_number = line[word.end() : word.end() + 1].isdigit() or line[: word.start()][-1:].isdigit()
            if len(word[0]) > 1 and not word[0].isupper() and not touches_number and _is_alphabetic(word[0]):
                yield word.start(), word[0]
        start = skipped.end() if skipped is not None else end


def _is_alphabetic(word: str) -> bool:
    return ord(max(word)) < 0x2E80  # what follows is written without spaces


def _plain(word: str) -> str:
    return word.replace("’", "'")  # noqa: RUF001 - as people type it


class Spelling(QSyntaxHighlighter):
    """Underlines in a field. A word is right when any dictionary knows it."""

    def __init__(self, field: QPlainTextEdit, theme: Theme) -> None:
        super().__init__(field.document())
        self._field = field
        self._dictionaries: list[Dictionary] | None = None  # not looked for yet
        self._is_on = True
        self._ignored: set[str] = set()
        self._known: dict[str, bool] = {}
        self._format = QTextCharFormat()
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.setInterval(_WAIT_MS)
        self._opening.timeout.connect(self._open)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        self._format.setUnderlineColor(QColor(theme.danger))
        self._look_again()

    def set_on(self, *, is_on: bool) -> None:
        if is_on != self._is_on:
            self._is_on = is_on
            self._look_again()

    def use(self, dictionaries: list[Dictionary]) -> None:
        """Look words up in these."""
        self._dictionaries = dictionaries
        self._known.clear()
        self._look_again()

    def highlightBlock(self, text: str) -> None:
        is_code = self.previousBlockState() == _IN_CODE
        if _FENCE.match(text):
            self.setCurrentBlockState(0 if is_code else _IN_CODE)
            return
        self.setCurrentBlockState(_IN_CODE if is_code else 0)
        if not text or is_code or not self._is_on or self.document().characterCount() > MAX_CHARS:
            return
        if self._dictionaries is None:
            self._opening.start()
            return
        for start, word in words_of(text):
            if self.is_wrong(word):
                self.setFormat(utf16_length(text[:start]), utf16_length(word), self._format)

    def is_wrong(self, word: str) -> bool:
        if not self._dictionaries or word in self._ignored:
            return False
        is_known = self._known.get(word)
        if is_known is None:
            is_known = self._known[word] = any(each.check(_plain(word)) for each in self._dictionaries)
        return not is_known

    def add_to_menu(self, menu: QMenu, place: QTextCursor) -> None:
        """Put what can be done about a wrong word at `place` before the other entries of `menu`."""
        found = self._wrong_word_at(place)
        if found is None or not self._dictionaries:
            return
        cursor, word = found
        first = menu.actions()[0] if menu.actions() else None
        proposals = [each for dictionary in self._dictionaries for each in dictionary.suggest(word)]
        entries = [
            (each, partial(self._replace, cursor, each)) for each in list(dict.fromkeys(proposals))[:MAX_PROPOSALS]
        ]
        entries += [
            (tr("Add “{word}” to the dictionary", word=word), partial(self._add, word)),
            (tr("Ignore “{word}”", word=word), partial(self._ignore, word)),
        ]
        for text, deed in entries:
            action = menu.addAction(text.replace("&", "&&"), deed)
            menu.insertAction(first, action)  # type: ignore[arg-type]  # None puts it at the end, as it does in C++
        menu.insertSeparator(first)  # type: ignore[arg-type]  # as above

    def _wrong_word_at(self, place: QTextCursor) -> tuple[QTextCursor, str] | None:
        block = place.block()
        if block.userState() == _IN_CODE or not self._is_on:
            return None
        text, column = block.text(), place.positionInBlock()
        for start, word in words_of(text):
            first = utf16_length(text[:start])
            if first <= column <= first + utf16_length(word) and self.is_wrong(word):
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + first)
                cursor.setPosition(block.position() + first + utf16_length(word), QTextCursor.MoveMode.KeepAnchor)
                return cursor, word
        return None

    def _replace(self, cursor: QTextCursor, word: str) -> None:
        cursor.insertText(word)
        self._field.setTextCursor(cursor)

    def _add(self, word: str) -> None:
        if self._dictionaries:
            self._dictionaries[0].add(_plain(word))  # as it is looked up
        self._known[word] = True
        self._look_again()

    def _ignore(self, word: str) -> None:
        self._ignored.add(word)
        self._look_again()

    def _look_again(self) -> None:
        # Qt takes new underlines for a change of the text, which they are not.
        was_blocked = self._field.blockSignals(True)
        self.rehighlight()
        self._field.blockSignals(was_blocked)

    def _open(self) -> None:
        self.use(system_dictionaries(wanted_languages()))
