# SPDX-License-Identifier: Apache-2.0
"""What could be asked next, in the window: proposed when nothing else waits, gone as soon as something is written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from leeward.chat.aside import QUIET_S
from leeward.chat.follow_up import FOLLOW_UP_REQUEST
from leeward.domain.settings import TitleChoice
from leeward.engine.scripted import ScriptedEngine

ASIDE = ("1. What is a keel?\n2. What is a keel?\nHere:\n", "3. Why does it heel? \n")


@pytest.fixture
def make_followed(make_rig):
    """Return a function that builds a window whose model is asked what could come next, and says this."""

    def make(*aside, interval_s=0.0, is_on=True, titles=TitleChoice.WORDS, size=(1200, 800)):
        engine = ScriptedEngine([["An answer."]], aside=aside or ASIDE, piece_interval_s=interval_s)
        rig = make_rig(size, engine=engine)
        rig.parts.settings.set_value("model_titles", titles)
        rig.parts.settings.set_value("is_followed_up", is_on)
        return rig

    return make


def send(rig, qtbot, text):
    with qtbot.waitSignal(rig.parts.generation.reply_finished, timeout=10_000):
        rig.window.page.composer.set_text(text)
        rig.window.page.composer.send()


def asides(rig):
    return [request for request in rig.engine.requests if request.is_aside]


def shown(rig):
    bar = rig.window.follow_ups.bar
    return [each.question for each in bar.buttons] if bar.isVisible() else []


def test_questions_stand_under_the_answer_and_one_goes_into_the_composer(make_followed, qtbot):
    rig = make_followed()
    send(rig, qtbot, "Tell me about boats")
    qtbot.waitUntil(lambda: shown(rig) == ["What is a keel?", "Why does it heel?"])
    button = rig.window.follow_ups.bar.buttons[1]
    assert button.accessibleName() == "Why does it heel?"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert rig.window.page.composer.text == "Why does it heel?"
    assert shown(rig) == []
    assert len(rig.engine.requests) == 2, "nothing is sent before the user sends it"


def test_they_go_when_something_is_written_or_another_chat_is_shown(make_followed, qtbot):
    rig = make_followed()
    send(rig, qtbot, "Tell me about boats")
    qtbot.waitUntil(lambda: len(shown(rig)) == 2)
    QTest.keyClicks(rig.window.page.composer.field, "A")
    assert shown(rig) == []
    rig.window.page.composer.set_text("")
    send(rig, qtbot, "And ships?")
    qtbot.waitUntil(lambda: len(shown(rig)) == 2)
    rig.window.new_chat()
    assert shown(rig) == []


def test_by_itself_nothing_is_asked(make_followed, qtbot):
    rig = make_followed(is_on=False)
    send(rig, qtbot, "Tell me about boats")
    qtbot.wait(int(QUIET_S * 1000) + 200)
    assert asides(rig) == []


def test_a_message_does_not_wait_for_them_and_writing_ends_them(make_followed, qtbot):
    rig = make_followed(interval_s=0.3)
    send(rig, qtbot, "Tell me about boats")
    qtbot.waitUntil(lambda: len(asides(rig)) == 1)
    QTest.keyClicks(rig.window.page.composer.field, "And ships?")
    with qtbot.waitSignal(rig.parts.generation.reply_started, timeout=2_000):
        rig.window.page.composer.send()
    qtbot.waitUntil(lambda: not rig.window.page.is_answering, timeout=10_000)
    assert shown(rig) == []


def test_a_title_comes_first(make_followed, qtbot):
    rig = make_followed(titles=TitleChoice.MODEL)
    send(rig, qtbot, "Tell me about boats")
    qtbot.waitUntil(lambda: len(shown(rig)) == 2, timeout=10_000)
    assert [request.messages[-1].content == FOLLOW_UP_REQUEST for request in asides(rig)] == [False, True]


def test_rubbish_shows_nothing(make_followed, qtbot):
    rig = make_followed("I am sorry, ", "as a model I cannot.")
    send(rig, qtbot, "Tell me about boats")
    qtbot.waitUntil(lambda: len(asides(rig)) == 1)
    with qtbot.assertNotEmitted(rig.parts.generation.followed_up, wait=300):
        pass
    assert shown(rig) == []


def test_a_long_question_makes_no_window_wider(make_followed, qtbot):
    rig = make_followed("Why " + "really " * 11 + "so?", size=(360, 480))
    send(rig, qtbot, "Tell me about boats")
    qtbot.waitUntil(lambda: len(shown(rig)) == 1)
    button = rig.window.follow_ups.bar.buttons[0]
    assert rig.window.width() == 360
    assert button.width() <= rig.window.page.composer.width()
    assert button.text().endswith("…")
    assert button.toolTip() == button.question


def test_turned_off_they_go(make_followed, qtbot):
    rig = make_followed()
    send(rig, qtbot, "Tell me about boats")
    qtbot.waitUntil(lambda: len(shown(rig)) == 2)
    rig.parts.settings.set_value("is_followed_up", False)
    qtbot.waitUntil(lambda: shown(rig) == [])
