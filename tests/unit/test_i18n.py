# SPDX-License-Identifier: Apache-2.0
"""The language of the interface: looked up, filled in, and written in a language's own numbers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from leeward import i18n, resources
from leeward.i18n import mark, number, plural, tr

FILE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en"><context><name>leeward</name>
<message><source>Read {n:,} tokens of {name}</source><translation>{name}: {n:,} Token gelesen</translation></message>
<message><source>Archive</source><comment>verb</comment><translation>Archivieren</translation></message>
<message><source>Archive</source><translation>Archiv</translation></message>
<message><source>Later</source><translation type="unfinished"></translation></message>
<message numerus="yes"><source>{n} chats in {folder}</source>
<translation><numerusform>ein Chat in {folder}</numerusform><numerusform>{n} Chats in {folder}</numerusform></translation></message>
</context></TS>
"""


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "leeward_de.ts").write_text(FILE, encoding="utf-8")
    monkeypatch.setattr(resources, "path", lambda name: tmp_path / Path(name).name)
    i18n.use("de")
    yield
    i18n.use("en")


def chats(n: int) -> str:
    return plural("{n} chat in {folder}", "{n} chats in {folder}", n, folder="Work")


def test_english_is_what_stands_in_the_code() -> None:
    assert tr("Read {n:,} tokens of {name}", n=4112, name="a{b}") == "Read 4,112 tokens of a{b}"
    assert (chats(1), chats(0), chats(2)) == ("1 chat in Work", "0 chats in Work", "2 chats in Work")
    assert tr("as it {stands}") == "as it {stands}"


@pytest.mark.usefixtures("german")
def test_a_translation_orders_its_facts_and_writes_its_numbers() -> None:
    assert tr("Read {n:,} tokens of {name}", n=4112, name="a") == "a: 4.112 Token gelesen"
    assert (number(1234.5, ",.1f"), number(0.25, "g")) == ("1.234,5", "0,25")
    assert (chats(1), chats(0)) == ("ein Chat in Work", "0 Chats in Work")


@pytest.mark.usefixtures("german")
def test_two_meanings_of_one_text_are_told_apart() -> None:
    assert (tr("Archive"), tr(mark("Archive", "verb"), "verb")) == ("Archiv", "Archivieren")


@pytest.mark.usefixtures("german")
def test_what_is_not_translated_is_english() -> None:
    assert (tr("Later"), tr("Nowhere")) == ("Later", "Nowhere")
    i18n.use("en")
    assert tr("Archive") == "Archive"


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        (["de-AT", "en"], "de"),
        (["zh-Hans-CN"], "zh_CN"),
        (["zh_TW"], "zh_CN"),
        (["nl", "fr-CA"], "fr"),
        (["C"], "en"),
        ([], "en"),
        (["en-GB", "de"], "en"),
    ],
)
def test_the_first_known_language_of_the_system_is_taken(wanted: list[str], chosen: str) -> None:
    assert i18n.best_of(wanted) == chosen
