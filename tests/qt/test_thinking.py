# SPDX-License-Identifier: Apache-2.0
"""How long a model thought: counted while it does, told afterwards."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from helpers.chats import answer, conversation
from leeward.domain.conversation import ReplyDetails
from leeward.ui import theme
from leeward.ui.chat import thinking
from leeward.ui.chat.controls import ReasoningWidget
from leeward.ui.chat.thinking import reasoning_label
from leeward.ui.chat.view import ChatView


@pytest.fixture
def view(qtbot):
    made = ChatView(theme.LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def switch(view):
    return next(piece.widget for piece in view.pieces_in_sight() if isinstance(piece.widget, ReasoningWidget))


@pytest.mark.parametrize(
    ("seconds", "is_thinking", "words"),
    [
        (0, True, "Thinking…"),
        (5.2, True, "Thinking… 5 s"),
        (0, False, "Thoughts"),
        (0.3, False, "Thought for a moment"),
        (12, False, "Thought for 12 s"),
        (80, False, "Thought for 1 min 20 s"),
    ],
)
def test_the_words(seconds, is_thinking, words):
    assert reasoning_label(seconds, is_thinking=is_thinking) == words


def test_it_is_counted_while_the_model_thinks(view, qtbot, monkeypatch):
    now = [100.0]
    monkeypatch.setattr(thinking.time, "monotonic", lambda: now[0])
    view.show_messages([], assistant_name="m")
    view._thinking._timer.setInterval(5)
    view.begin_reply("m")
    view.append_reasoning("hm")
    assert switch(view).text() == "Thinking…"
    now[0] = 107.0
    qtbot.waitUntil(lambda: switch(view).text() == "Thinking… 7 s")
    now[0] = 112.0
    view.append_text("So")
    assert switch(view).text() == "Thought for 12 s"
    assert switch(view).accessibleName() == "Thought for 12 s, hidden"
    now[0] = 200.0
    view.finish_reply(answer(2, "So", reasoning="hm", details=ReplyDetails(reasoning_s=12.4)))
    assert switch(view).text() == "Thought for 12 s"
    assert not view._thinking._timer.isActive()


def test_it_is_told_of_kept_answers(view):
    view.show_messages([answer(1, "a", reasoning="r", details=ReplyDetails(reasoning_s=75))], assistant_name="m")
    assert switch(view).text() == "Thought for 1 min 15 s"


def wheel(view, delta, modifiers):
    place = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        place, view.viewport().mapToGlobal(place), QPoint(), QPoint(0, delta),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_with_ctrl_asks_for_larger_text_and_does_not_scroll(view, qtbot):
    view.show_messages(conversation(30), assistant_name="m")
    before = view.verticalScrollBar().value()
    steps = []
    view.zoom_requested.connect(steps.append)
    wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
    wheel(view, -60, Qt.KeyboardModifier.ControlModifier)
    wheel(view, -60, Qt.KeyboardModifier.ControlModifier)
    assert steps == [1, -1]
    assert view.verticalScrollBar().value() == before
    wheel(view, 120, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() < before
