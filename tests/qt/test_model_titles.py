# SPDX-License-Identifier: Apache-2.0
"""Titles by the model, in the window: made when nothing else waits, gone as soon as something does."""

import pytest

from leeward.chat.aside import QUIET_S
from leeward.domain.conversation import is_temporary
from leeward.domain.settings import TitleChoice
from leeward.engine.scripted import ScriptedEngine

SLOW_S = 0.3


@pytest.fixture
def make_titled(make_rig):
    """Return a function that builds a window whose model is asked for titles, and says this."""

    def make(*aside, interval_s=0.0, choice=TitleChoice.MODEL):
        engine = ScriptedEngine([["An answer."]], aside=aside, piece_interval_s=interval_s)
        rig = make_rig(engine=engine)
        rig.parts.settings.set_value("model_titles", choice)
        return rig

    return make


def send(rig, qtbot, text):
    with qtbot.waitSignal(rig.parts.generation.reply_finished, timeout=10_000):
        rig.window.page.composer.set_text(text)
        rig.window.page.composer.send()


def asides(rig):
    return [request for request in rig.engine.requests if request.is_aside]


def titles(rig):
    return [each.title for each in rig.store.listed()]


def test_a_new_chat_is_named_behind_its_first_answer_and_stays_where_it_is(make_titled, qtbot):
    rig = make_titled("Three Days in Lisbon")
    rig.add_chat("Older")
    send(rig, qtbot, "Plan a trip")
    qtbot.waitUntil(lambda: "Three Days in Lisbon" in rig.listed())
    assert [each for each in rig.listed() if each in ("Three Days in Lisbon", "Older")] == [
        "Three Days in Lisbon",
        "Older",
    ]
    qtbot.waitUntil(lambda: rig.window.windowTitle().startswith("Three Days in Lisbon"))
    assert rig.window.sidebar.view.currentIndex().data() == "Three Days in Lisbon"
    send(rig, qtbot, "And a fourth day?")
    qtbot.wait(int(QUIET_S * 1000) + 200)
    assert len(asides(rig)) == 1
    assert [message.content for message in rig.engine.requests[-1].messages] == [
        "Plan a trip",
        "An answer.",
        "And a fourth day?",
    ]


def test_what_nobody_asked_for_waits_until_there_is_power_again(make_titled, qtbot, monkeypatch):
    rig = make_titled("Three Days in Lisbon")
    rig.parts.settings.set_value("is_followed_up", True)
    monkeypatch.setattr(type(rig.parts.tuner), "is_saving", True)
    send(rig, qtbot, "Plan a trip")
    qtbot.wait(int(QUIET_S * 1000) + 300)
    assert asides(rig) == []
    monkeypatch.setattr(type(rig.parts.tuner), "is_saving", False)
    rig.engine.wake()
    qtbot.waitUntil(lambda: "Three Days in Lisbon" in rig.listed())


def test_a_temporary_chat_is_named_in_memory(make_titled, qtbot):
    rig = make_titled("Three Days in Lisbon")
    with qtbot.waitSignal(rig.parts.organise.temporary_made):
        rig.window.new_temporary_chat()
    qtbot.waitUntil(lambda: is_temporary(rig.window.page.current))
    send(rig, qtbot, "Plan a trip")
    qtbot.waitUntil(lambda: titles(rig) == ["Three Days in Lisbon"])
    assert rig.store.all() == []


def test_a_message_does_not_wait_for_a_title(make_titled, qtbot):
    rig = make_titled("Three ", "Days ", "in ", "Lisbon", interval_s=SLOW_S)
    send(rig, qtbot, "Plan a trip")
    qtbot.waitUntil(lambda: len(asides(rig)) == 1)
    with qtbot.waitSignal(rig.parts.generation.reply_started, timeout=int(SLOW_S * 1000)):
        rig.window.page.composer.set_text("And a fourth day?")
        rig.window.page.composer.send()
    qtbot.waitUntil(lambda: not rig.window.page.is_answering, timeout=10_000)
    assert [request.is_aside for request in rig.engine.requests][:3] == [False, True, False]
    qtbot.waitUntil(lambda: titles(rig) == ["Three Days in Lisbon"], timeout=10_000)  # behind the second answer


def test_a_name_that_is_typed_meanwhile_stays(make_titled, qtbot):
    rig = make_titled("Three ", "Days", interval_s=SLOW_S)
    send(rig, qtbot, "Plan a trip")
    qtbot.waitUntil(lambda: len(asides(rig)) == 1)
    rig.parts.conversations.rename(rig.window.page.current, "Mine")
    with qtbot.waitSignal(rig.parts.generation.titled, timeout=10_000):
        pass
    qtbot.wait(100)
    assert titles(rig) == ["Mine"]


def test_another_model_and_the_end_of_the_program_do_not_wait_for_a_title(make_titled, qtbot):
    rig = make_titled("Three ", "Days", interval_s=0.0)
    send(rig, qtbot, "Plan a trip")
    rig.engine._interval_s = 60.0  # a title would take minutes
    qtbot.waitUntil(lambda: len(asides(rig)) == 1)
    with qtbot.waitSignal(rig.parts.generation.model_loaded, timeout=2_000):
        rig.parts.generation.load(rig.parts.settings.settings.load_plan(rig.parts.starter.path))
    assert titles(rig) == ["Plan a trip"]


def test_with_first_words_or_a_small_model_nothing_is_asked(make_titled, qtbot):
    rig = make_titled("Three Days in Lisbon", choice=TitleChoice.AUTOMATIC)
    send(rig, qtbot, "Plan a trip")
    qtbot.wait(int(QUIET_S * 1000) + 200)
    rig.parts.settings.set_value("model_titles", TitleChoice.WORDS)
    send(rig, qtbot, "And a fourth day?")
    qtbot.wait(int(QUIET_S * 1000) + 200)
    assert asides(rig) == []
    assert titles(rig) == ["Plan a trip"]
