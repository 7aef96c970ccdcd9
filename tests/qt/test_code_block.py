# SPDX-License-Identifier: Apache-2.0
"""Blocks of code: long lines are wrapped on demand, and code is saved under a fitting name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from helpers.chats import answer
from leeward.domain.errors import StorageError
from leeward.ui import theme
from leeward.ui.chat.code_block import CodeWidget
from leeward.ui.chat.highlight import file_ending
from leeward.ui.chat.view import ChatView
from leeward.ui.chat_reading import ChatReading

LONG = "short = 1\n" + "x = " + " + ".join(f"value_{n}" for n in range(60))


@pytest.fixture
def view(qtbot):
    made = ChatView(theme.LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def code_of(view):
    return [piece.widget for piece in view.pieces_in_sight() if isinstance(piece.widget, CodeWidget)]


def test_long_lines_are_wrapped_in_all_blocks_and_no_longer_at_the_next_click(view):
    view.show_messages([answer(1, f"```python\n{LONG}\n```\n\n```\n{LONG}\n```")], assistant_name="m")
    first, second = code_of(view)
    flat = first.height()
    assert first.wrap.accessibleName() == "Wrap long lines"
    QTest.mouseClick(first.wrap, Qt.MouseButton.LeftButton)
    for code in (first, second):
        assert code.height() > flat + 40
        assert code.text.lineWrapMode() is QPlainTextEdit.LineWrapMode.WidgetWidth
        assert code.text.horizontalScrollBar().maximum() <= code.text.fontMetrics().horizontalAdvance(
            "  "
        )  # a space at an end
        assert code.text.verticalScrollBar().maximum() == 0
        assert code.wrap.accessibleName() == "Do not wrap long lines"
    assert second.y() >= first.geometry().bottom()
    QTest.mouseClick(second.wrap, Qt.MouseButton.LeftButton)
    assert first.height() == second.height() == flat


def test_wrapped_lines_follow_the_width_of_the_window(view):
    view.show_messages([answer(1, f"```\n{LONG}\n```")], assistant_name="m")
    (code,) = code_of(view)
    QTest.mouseClick(code.wrap, Qt.MouseButton.LeftButton)
    wide = code.height()
    view.resize(400, 600)
    (code,) = code_of(view)
    assert code.height() > wide
    assert code.text.verticalScrollBar().maximum() == 0


def test_mermaid_is_shown_as_code(view):
    view.show_messages([answer(1, "```mermaid\ngraph TD; A-->B;\n```")], assistant_name="m")
    (code,) = code_of(view)
    assert code.text.toPlainText() == "graph TD; A-->B;"
    assert code.text.accessibleName() == "Code, mermaid"


@pytest.mark.parametrize(
    ("language", "ending"),
    [("python", "py"), ("js", "js"), ("c++", "cpp"), ("rust", "rs"), ("bash", "sh"), ("mermaid", "txt"), ("", "txt")],
)
def test_the_ending_follows_the_language(language, ending):
    assert file_ending(language) == ending


def test_code_is_saved_whole_under_the_chosen_name(view, qtbot, monkeypatch, tmp_path):
    code = "\n".join(f"value_{n} = 'é{n}'" for n in range(450))
    errors = []
    page = QWidget()
    qtbot.addWidget(page)
    reading = ChatReading(view, page, theme.LIGHT, errors.append)
    asked = []

    def answer_dialog(parent, title, name, filters):
        asked.append(name)
        return str(tmp_path / "mine.py"), filters

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer_dialog)
    view.show_messages([answer(1, f"```python\n{code}\n```")], assistant_name="m")
    view.verticalScrollBar().setValue(0)
    button = code_of(view)[0].save
    assert button.accessibleName() == "Save python code as a file"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil((tmp_path / "mine.py").exists)
    assert (tmp_path / "mine.py").read_text(encoding="utf-8") == code + "\n"
    assert asked[0].endswith("code.py")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no such folder" / "x.py"), ""))
    reading.save_code("python", "x")
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], StorageError)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    reading.save_code("python", "x")
    assert len(errors) == 1


CALL = '<tool_call>\n{"name": "get_weather", "arguments": {"place": "Brest"}}\n</tool_call>'


def test_calls_of_tools_are_folded_until_somebody_wants_to_see_them(view):
    said = f"I look.\n\n{CALL}\n\n<tool_response>18 degrees</tool_response>\n\nMild."
    view.show_messages([answer(1, said)], assistant_name="m")
    call, response = code_of(view)
    assert call.accessibleName() == "Calls get_weather"
    assert response.accessibleName() == "What the tool said"
    assert not call.text.isVisible()
    assert (folded := call.height()) < 45
    assert call.fold.accessibleName() == "Show what is in it"
    QTest.mouseClick(call.fold, Qt.MouseButton.LeftButton)
    assert call.text.isVisible()
    assert call.height() > folded
    assert response.text.toPlainText() == "18 degrees"
    assert response.y() >= call.geometry().bottom()
    QTest.mouseClick(response.fold, Qt.MouseButton.LeftButton)
    assert (call.height(), call.fold.accessibleName()) == (folded, "Show what is in it")


def test_a_call_that_comes_while_calls_are_shown_can_be_hidden(view):
    view.show_messages([answer(1, CALL)], assistant_name="m")
    QTest.mouseClick(code_of(view)[0].fold, Qt.MouseButton.LeftButton)
    view.show_messages([answer(1, f"{CALL}\n\n{CALL}")], assistant_name="m")
    assert [each.fold.accessibleName() for each in code_of(view)] == ["Hide what is in it"] * 2


def test_what_is_found_in_a_folded_call_is_shown(view):
    view.show_messages([answer(1, CALL)], assistant_name="m")
    view.reveal(0, 0, CALL.index("Brest"))
    assert code_of(view)[0].text.isVisible()


def in_sight(view):
    """Return from where to where the view is filled."""
    places = [piece.widget.geometry() for piece in view.pieces_in_sight()]
    return min(place.top() for place in places), max(place.bottom() for place in places)


def long_call(n_lines):
    body = "\n".join(f'"line {n}": {n},' for n in range(n_lines))
    return f"Before.\n\n<tool_call>\n{body}\n</tool_call>\n\nAfter."


def test_a_long_folded_call_leaves_nothing_empty(view):
    view.show_messages([answer(1, long_call(900))], assistant_name="m")
    top, bottom = in_sight(view)
    assert 0 <= top < bottom < 400
    assert view.verticalScrollBar().maximum() == 0


def test_many_long_calls_leave_nothing_empty_wherever_one_looks(view):
    view.show_messages([answer(1 + n, long_call(300)) for n in range(40)], assistant_name="m")
    bar = view.verticalScrollBar()
    for _ in range(3):  # folded, open, folded again
        for share in (1.0, 0.5, 0.2, 0.0, 0.3, 1.0):
            bar.setValue(int(bar.maximum() * share))
            top, bottom = in_sight(view)
            assert top < 60
            assert bottom > view.viewport().height() - 60
        QTest.mouseClick(code_of(view)[-1].fold, Qt.MouseButton.LeftButton)


def test_other_code_has_nothing_to_fold(view):
    view.show_messages([answer(1, "```python\nx = 1\n```")], assistant_name="m")
    (code,) = code_of(view)
    assert not code.fold.isVisible()
    assert code.text.isVisible()
