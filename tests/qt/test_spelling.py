# SPDX-License-Identifier: Apache-2.0
"""Words that no dictionary knows are underlined while a message is written; code and addresses are none."""

import builtins

import pytest
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu

from leeward.ui.chat.composer import Composer
from leeward.ui.chat.spelling import MAX_CHARS, system_dictionaries, words_of
from leeward.ui.theme import DARK, LIGHT

WAVE = QTextCharFormat.UnderlineStyle.SpellCheckUnderline


class Words:
    """A dictionary of a few words."""

    def __init__(self, *words):
        self.words = set(words)
        self.n_asked = 0

    def check(self, word):
        self.n_asked += 1
        return word.lower() in self.words

    def suggest(self, word):
        return sorted(each for each in self.words if each[0] == word[0].lower())

    def add(self, word):
        self.words.add(word.lower())


@pytest.fixture
def composer(qtbot, monkeypatch):
    monkeypatch.setattr(QMenu, "popup", lambda *_where: None)  # the offscreen platform cannot show one
    made = Composer(LIGHT)
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    made.spelling.use([Words("the", "boat", "sails", "don't"), Words("das", "boot")])
    return made


def underlined(composer) -> list[str]:
    found = []
    block = composer.field.document().firstBlock()
    while block.isValid():
        raw = block.text().encode("utf-16-le")
        for part in block.layout().formats():
            piece = raw[2 * part.start : 2 * (part.start + part.length)].decode("utf-16-le")
            found += [piece] if part.format.underlineStyle() is WAVE else []
        block = block.next()
    return found


def menu_at(composer, word, reason=QContextMenuEvent.Reason.Keyboard):
    cursor = composer.field.textCursor()
    cursor.setPosition(composer.field.toPlainText().index(word) + 1)
    composer.field.setTextCursor(cursor)
    place = composer.field.cursorRect().center()
    event = QContextMenuEvent(reason, place, composer.field.viewport().mapToGlobal(place))
    QApplication.sendEvent(composer.field.viewport(), event)
    menu = composer.field.findChildren(QMenu)[-1]
    return {action.text(): action for action in menu.actions()}


def test_a_word_is_right_when_any_dictionary_knows_it(composer):
    composer.set_text("The baot sails. Das Boot don’t segelt")
    assert underlined(composer) == ["baot", "segelt"]


def test_letters_beyond_the_first_plane_do_not_move_the_underline(composer):
    composer.set_text("🙂🙂 the baot")
    assert underlined(composer) == ["baot"]


@pytest.mark.parametrize(
    "text",
    [
        "`baot` and",
        "https://baot.example/saisl",
        "/usr/baot/saisl",
        "C:\\baot\\saisl",
        "baot@saisl.example",
        "baot7 4saisl",
        "BAOT",
        "#baot @saisl /baot",
        "你好世界",
        "x",
    ],
)
def test_what_is_no_word_of_a_language_is_left_alone(text):
    assert [word for _, word in words_of(text)] in ([], ["and"])


def test_blocks_of_code_are_left_alone(composer):
    composer.set_text("the baot\n```python\nbaot = saisl\n```\nthe saisl")
    assert underlined(composer) == ["baot", "saisl"]


def test_the_menu_by_key_and_by_mouse_offers_other_words(composer):
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        composer.set_text("The baot sails")
        actions = menu_at(composer, "baot", reason)
        actions["boat"].trigger()
        assert composer.text == "The boat sails"
        assert underlined(composer) == []
    composer.field.undo()
    assert composer.text == "The baot sails"


def test_a_word_is_learned_or_ignored(composer):
    composer.set_text("baot saisl")
    menu_at(composer, "baot")["Add “baot” to the dictionary"].trigger()
    assert underlined(composer) == ["saisl"]
    menu_at(composer, "saisl")["Ignore “saisl”"].trigger()
    assert underlined(composer) == []


def test_a_word_with_a_curly_apostrophe_is_learned_as_it_is_looked_up(composer):
    words = Words("the")
    composer.spelling.use([words])
    composer.set_text("y\u2019all")
    menu_at(composer, "y\u2019all")["Add \u201cy\u2019all\u201d to the dictionary"].trigger()
    composer.spelling.use([words])  # as after the next start
    assert underlined(composer) == []


def test_a_right_word_has_the_usual_menu(composer):
    composer.set_text("the boat")
    assert not any("dictionary" in text for text in menu_at(composer, "boat"))


def test_a_word_is_asked_for_once_and_endless_texts_not_at_all(composer):
    words = Words("the")
    composer.spelling.use([words])
    composer.set_text("baot " * 100)
    assert words.n_asked == 1
    composer.set_text("saisl " * (MAX_CHARS // 5))
    assert underlined(composer) == []


def test_it_can_be_switched_off_and_on(composer):
    composer.set_text("baot")
    composer.spelling.set_on(is_on=False)
    assert underlined(composer) == []
    composer.spelling.set_on(is_on=True)
    assert underlined(composer) == ["baot"]
    composer.set_theme(DARK)
    assert underlined(composer) == ["baot"]


def test_underlining_is_no_edit(composer, qtbot):
    composer.set_text("baot saisl")
    with qtbot.assertNotEmitted(composer.text_edited, wait=50), qtbot.assertNotEmitted(composer.field.textChanged):
        composer.spelling.use([Words("the")])
        composer.spelling.set_on(is_on=False)
        composer.set_theme(DARK)


def test_without_a_library_nothing_is_underlined(monkeypatch):
    real = builtins.__import__

    def without(name, *more):
        if name == "enchant":
            raise ImportError("no library")
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    assert system_dictionaries(["en_US"]) == []


def test_the_dictionaries_of_the_system_know_their_language():
    """With the real library, where the system has one with English words."""
    found = system_dictionaries(["en_US", "xx_XX"])
    if not found:
        pytest.skip("no English dictionary of the system here (hunspell-en-us, libenchant-2-2)")
    assert len(found) == 1
    assert system_dictionaries(["xx_XX", "en_US"]) == []
    assert found[0].check("boat")
    assert not found[0].check("baot")
    assert "boat" in found[0].suggest("baot")


def test_the_setting_acts_at_once(make_rig, qtbot):
    made = make_rig()
    composer = made.window.page.composer
    composer.spelling.use([Words("the")])
    composer.set_text("baot")
    assert underlined(composer) == ["baot"]
    made.parts.settings.set_value("is_spelling_checked", False)
    assert underlined(composer) == []
    assert QTextCursor(composer.field.document()).atStart()
