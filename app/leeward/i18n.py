# SPDX-License-Identifier: Apache-2.0
"""The language of the interface: every sentence for people is written in English where it is used, and looked up here.

`tr("The file {name} is not there", name=path.name)` is a sentence with facts; facts go in by name, never as an f-string.
`plural("{n} chat", "{n} chats", n)` is one with a number that changes it.
`mark("Load again")` is a text that is looked up later, with `tr(text)`: where a table or an enum is made once, at import.

Numbers with a format (`{n:,}`, `{size:.1f}`) are written as the language writes them. Log lines, the texts of the terminal's
options and what goes to a model stay English. `make i18n` collects all these texts into `resources/translations/leeward_*.ts`,
the files of Qt Linguist, and says what is missing in them. They are read as they are, so the core needs no Qt for them.
"""

import string
from collections.abc import Iterable, Mapping
from typing import Any

from leeward import resources

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "zh_CN": "简体中文",
}
# What stands between thousands, and before the first decimal.
_SEPARATORS = {"de": (".", ","), "fr": ("\N{NARROW NO-BREAK SPACE}", ","), "es": (".", ",")}

_Key = tuple[str, str]


class _Formatter(string.Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        return (
            number(value, format_spec) if format_spec and isinstance(value, int | float) else format(value, format_spec)
        )


_formatter = _Formatter()
_language = "en"
_texts: dict[_Key, str] = {}
_plurals: dict[_Key, tuple[str, ...]] = {}


def language() -> str:
    """Return the language in use, one of `LANGUAGES`."""
    return _language


def best_of(wanted: Iterable[str]) -> str:
    """Return the first language of `wanted` ("de-AT", "zh_Hans_CN") that the interface has; English where it has none."""
    for name in wanted:
        code = name.replace("-", "_")
        for known in LANGUAGES:
            if code == known or code.split("_")[0] == known.split("_")[0]:
                return known
    return "en"


def use(new: str) -> None:
    """Speak the language `new` of `LANGUAGES` from now on. What was looked up before stays as it is."""
    global _language  # noqa: PLW0603 - one interface, one language
    _texts.clear()
    _plurals.clear()
    _language = new
    if new == "en":
        return
    from xml.etree import ElementTree as ET  # noqa: PLC0415  English needs none of it

    for message in ET.parse(resources.path(f"translations/leeward_{new}.ts")).iter("message"):  # noqa: S314 - our own file
        translation = message.find("translation")
        if translation is None or translation.get("type"):
            continue
        key = (message.findtext("source", ""), message.findtext("comment", ""))
        if message.get("numerus"):
            _plurals[key] = tuple(form.text or "" for form in translation.iter("numerusform"))
        else:
            _texts[key] = translation.text or ""


def tr(text: str, comment: str = "", /, **facts: object) -> str:
    """Return `text` in the language in use, with its facts. `comment` tells two meanings of one English text apart."""
    found = _texts.get((text, comment), text)
    return _formatter.vformat(found, (), facts) if facts else found


def plural(one: str, many: str, n: int, /, **facts: object) -> str:
    """Return `one` or `many`, or the form of the language in use, with `n` and its facts."""
    forms = _plurals.get((many, ""), (one, many))
    is_one = n <= 1 if _language == "fr" else n == 1
    return _formatter.vformat(forms[0 if is_one else -1], (), {"n": n, **facts})


def mark(text: str, comment: str = "", /) -> str:  # noqa: ARG001 - for `make i18n`
    """Return `text` unchanged, to be looked up where it is shown: `tr(text, comment)`."""
    return text


def number(value: float, spec: str = ",") -> str:
    """Return a number as the language in use writes it."""
    group, point = _SEPARATORS.get(_language, (",", "."))
    return format(value, spec).translate({ord(","): group, ord("."): point})
