# SPDX-License-Identifier: Apache-2.0
"""What a screen reader is told of an answer: whole sentences without marks, politely, once a second at most."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from leeward.ui.chat import announcer
from leeward.ui.chat.announcer import Announcer
from leeward.ui.chat.view import ChatView
from leeward.ui.theme import DARK


@pytest.fixture
def said(monkeypatch):
    """The announcements, as a screen reader that listens gets them."""
    heard = []

    def hear(event):
        assert isinstance(event, QAccessibleAnnouncementEvent)
        assert event.politeness() is QAccessible.AnnouncementPoliteness.Polite
        heard.append(event.message())

    listening = type("Listening", (QAccessible,), {"isActive": lambda: True, "updateAccessibility": hear})
    monkeypatch.setattr(announcer, "QAccessible", listening)
    return heard


@pytest.fixture
def clock():
    return {"now": 0.0}


@pytest.fixture
def made(qtbot, clock):
    widget = QWidget()
    qtbot.addWidget(widget)
    return Announcer(widget, lambda: clock["now"])


def test_whole_sentences_are_said_once_a_second(made, said, clock):
    made.begin()
    made.push("The **wind** is fresh. It ")
    assert said == []
    clock["now"] = 1.1
    made.push("comes from")
    assert said == ["The wind is fresh."]
    made.push(" the `west`. Then")
    assert len(said) == 1
    clock["now"] = 2.5
    made.push(" it turns.\n- One\n")
    assert said[1:] == ["It comes from the west. Then it turns. One"]


CALL = '<tool_call>\n{"name": "f", "arguments": {"text": "One. Two."}}\n</tool_call>\n'


@pytest.mark.parametrize("at", range(1, len(CALL)))
def test_calls_of_tools_are_not_said(made, said, clock, at):
    made.begin()
    for piece in ("I look.\n\n", CALL[:at], CALL[at:], "Mild. And", " dry"):
        clock["now"] += 2.0
        made.push(piece)
    made.end()
    assert " ".join(said) == "I look. Mild. And dry"


def test_names_keep_their_underscores(made, said):
    made.say("_so_ is __it__: my_file_name, _x")
    assert said == ["so is it: my_file_name, x"]


def test_the_end_says_the_rest(made, said):
    made.begin()
    made.push("Good [day](https://example.org)")
    made.end()
    made.end()
    assert said == ["Good day"]


@pytest.mark.parametrize("text", ["你好。", "What?\n", "Is it? ", "「はい」！"])
def test_sentences_end_in_every_script(made, said, clock, text):
    made.begin()
    clock["now"] = 2.0
    made.push(text + "x")
    assert said == [text.strip()]


def test_nothing_is_gathered_where_nobody_listens(made, said, monkeypatch):
    monkeypatch.setattr(announcer.QAccessible, "isActive", lambda: False)
    made.begin()
    made.push("Hello. ")
    made.end()
    assert said == []


def test_the_chat_says_the_answer_it_shows(qtbot, said):
    chat = ChatView(DARK)
    qtbot.addWidget(chat)
    chat.begin_reply("Model")
    chat.append_reasoning("Hidden thoughts.")
    chat.append_text("First. Second")
    chat.finish_reply(None)
    assert said == ["First. Second"]
