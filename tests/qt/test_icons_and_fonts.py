# SPDX-License-Identifier: Apache-2.0
"""Icons take the asked colour and size, and the bundled fonts hold what European text needs."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QRawFont

from leeward import resources
from leeward.ui import fonts, icons

_NAMES = sorted(path.stem for path in resources.path("icons").glob("*.svg") if path.stem != "leeward")


@pytest.mark.parametrize("name", _NAMES)
def test_every_icon_is_drawn_in_the_asked_colour(qapp, name):
    image = icons.pixmap(name, "#ff0000", 24, 2.0).toImage()
    assert (image.width(), image.height()) == (48, 48)
    strong = [image.pixelColor(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 200]
    assert strong, "the icon is empty"
    assert all(color.red() > 240 and color.green() < 15 and color.blue() < 15 for color in strong)


def test_an_unknown_icon_is_an_error_and_not_an_empty_button(qapp):
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon", "#ffffff")


def test_the_app_icon_is_drawn(qapp):
    assert not icons.app_icon().isNull()
    image = icons.app_pixmap(64).toImage()
    assert len({image.pixel(x, y) for x in range(64) for y in range(64)}) > 20


def test_every_icon_the_source_names_is_there():
    source = Path(icons.__file__).parent
    named = set()
    for file in source.rglob("*.py"):
        named |= set(re.findall(r"icons\.(?:icon|pixmap)\(\s*\"([a-z0-9-]+)\"", file.read_text(encoding="utf-8")))
    assert named <= set(_NAMES)


def test_the_fonts_are_loaded_and_used(qapp):
    fonts.load()
    assert QFontInfo(fonts.ui_font(11)).family() == "Inter"
    assert QFontInfo(fonts.code_font(11)).family() == "JetBrains Mono"
    assert {"Regular", "Bold", "Italic"} <= set(QFontDatabase.styles("Inter"))


@pytest.mark.parametrize("file", ["Inter-Regular.ttf", "Inter-SemiBold.ttf", "JetBrainsMono-Regular.ttf"])
def test_european_letters_come_from_our_own_fonts(qapp, file):
    font = QRawFont(str(resources.path(f"fonts/{file}")), 16)
    assert font.isValid()
    missing = [letter for letter in "äéßøłőșžĦŵ ΑλφΩ Жщїђ €…–“”" if not font.supportsCharacter(ord(letter))]
    assert not missing
