# SPDX-License-Identifier: Apache-2.0
"""Formulas on screen: typeset a little later, copied as they were written, harmless whatever they hold."""

import itertools
import threading
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest

from helpers.chats import answer
from leeward.engine.child.sandbox import limits
from leeward.ui import theme
from leeward.ui.chat.blocks import TableWidget, TextWidget
from leeward.ui.chat.formula_svg import FormulaUnreadable, typeset
from leeward.ui.chat.formulas import Formulas
from leeward.ui.chat.view import ChatView


@pytest.fixture
def view(qtbot):
    made = ChatView(theme.LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(view, qtbot, text):
    """Show an answer and wait for its formulas."""
    view.show_messages([answer(1, text)], assistant_name="m")
    view.viewport().grab()  # every formula was asked for
    formulas = view._pool.formulas
    qtbot.waitUntil(lambda: not formulas._wanted and not formulas._timer.isActive(), timeout=100_000)
    return [piece for piece in view.pieces_in_sight() if isinstance(piece.widget, TextWidget | TableWidget)]


def test_a_formula_is_drawn_and_its_line_gets_the_room_it_needs(view, qtbot):
    (plain,) = show(view, qtbot, "word")
    flat = plain.widget.height()
    (piece,) = show(view, qtbot, r"$$\frac{\frac{a}{b}}{c}$$")
    assert piece.widget.height() > 1.5 * flat
    assert view._pool.formulas.drawing(r"$$\frac{\frac{a}{b}}{c}$$") is not None
    picture = piece.widget.grab().toImage()
    columns = {x for x in range(picture.width()) for y in range(picture.height()) if _is_ink(picture, x, y)}
    assert columns, "nothing was drawn"
    assert abs((min(columns) + max(columns)) / 2 - picture.width() / 2) < 5  # it stands in the middle


def _is_ink(picture: QImage, x: int, y: int) -> bool:
    return picture.pixelColor(x, y).lightness() < 100


def test_it_has_the_colour_of_the_text(view, qtbot):
    view.set_theme(theme.DARK)
    (piece,) = show(view, qtbot, "$$x$$")
    picture = piece.widget.grab().toImage()
    lightest = max(
        picture.pixelColor(x, y).lightness() for x in range(picture.width()) for y in range(picture.height())
    )
    assert lightest >= QColor(theme.DARK.text).lightness() - 40


def test_a_broken_formula_is_shown_and_copied_as_it_was_written(view, qtbot):
    (piece,) = show(view, qtbot, r"a $\frac{$ b")
    assert view._pool.formulas.is_settled(r"$\frac{$")
    assert view._pool.formulas.drawing(r"$\frac{$") is None
    assert piece.widget.accessibleDescription() == r"a $\frac{$ b"


def test_formulas_are_copied_as_they_were_written(view, qtbot):
    (piece,) = show(view, qtbot, r"a $x$ **b** $\frac{y}{2}$ c")
    widget = piece.widget
    widget.setFocus()
    widget.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(3):  # over "a", the space and the formula
        QTest.keyClick(widget, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keySequence(widget, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "a $x$"
    QTest.keyClick(widget, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    QTest.keySequence(widget, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == r"a $x$ b $\frac{y}{2}$ c"
    QTest.keySequence(widget, "Ctrl+Alt+C")
    assert QGuiApplication.clipboard().text() == r"a $x$ **b** $\frac{y}{2}$ c"
    assert view.plain_text() == r"a $x$ b $\frac{y}{2}$ c"


def test_formulas_in_a_table_are_copied_and_read_out(view, qtbot):
    (piece,) = show(view, qtbot, "| a | b |\n|---|---|\n| $x$ | $y$ |")
    assert piece.widget.accessibleDescription() == "a\tb\n$x$\t$y$"
    piece.widget.selectAll()
    piece.widget.setFocus()
    view._selection._owner = piece.widget
    assert "$x$" in view._selection.selected_text(piece.widget)
    assert "$y$" in view._selection.selected_text(piece.widget)


def test_a_formula_wider_than_the_text_is_made_smaller(view, qtbot):
    view.resize(400, 600)
    (piece,) = show(view, qtbot, f"$${'+'.join('abcdefghijklmnopqrstuvwxyz')}$$")
    assert piece.widget.document().size().width() <= piece.widget.width()
    assert piece.widget.horizontalScrollBar().maximum() == 0


def test_a_line_that_gets_a_formula_while_it_arrives_looks_like_one_that_came_whole(view, qtbot):
    text = r"so $x^2$ is $\frac12$ and on"
    (whole,) = show(view, qtbot, text)
    expected = whole.widget.document().toHtml(), whole.widget.geometry()
    view.show_messages([], assistant_name="m")
    view.begin_reply("m")
    for char in text:
        view.append_text(char)
    view.finish_reply(answer(1, text))
    (piece,) = [p for p in view.pieces_in_sight() if isinstance(p.widget, TextWidget)]
    assert (piece.widget.document().toHtml(), piece.widget.geometry()) == expected


def test_the_worker_ends_by_itself(view, qtbot):
    show(view, qtbot, "$x$ $y$")
    qtbot.waitUntil(lambda: not any(thread.name == "formulas" for thread in threading.enumerate()))


def test_the_end_of_the_program_waits_for_one_formula_and_not_for_all(view, qtbot):
    view.show_messages([answer(1, " ".join(f"$x_{{{n}}}$" for n in range(300)))], assistant_name="m")
    formulas = view._pool.formulas
    assert len(formulas._wanted) == 300
    qtbot.waitUntil(lambda: formulas._n_running > 0)
    formulas.close()
    assert not any(thread.name == "formulas" for thread in threading.enumerate())
    qtbot.waitUntil(lambda: not formulas._n_running)
    view.show_messages([answer(1, "$y$")], assistant_name="m")
    assert not any(thread.name == "formulas" for thread in threading.enumerate())


def test_the_worker_steps_aside_while_formulas_are_laid_out_or_drawn(view, qtbot):
    formulas = view._pool.formulas
    formulas._aside_until_s = float("inf")
    formulas.drawing("$x$")
    qtbot.waitUntil(lambda: formulas._n_running == 1)
    qtbot.wait(100)
    assert not formulas.is_settled("$x$")
    formulas.take_lead()  # for a moment only
    with qtbot.waitSignal(formulas.changed):
        pass
    assert formulas.is_settled("$x$")


def test_laying_out_and_drawing_take_the_lead(view, qtbot):
    show(view, qtbot, "$x$")
    formulas = view._pool.formulas
    formulas._aside_until_s = 0.0
    view.viewport().grab()
    drawn_s = formulas._aside_until_s
    assert drawn_s > 0.0
    formulas.changed.emit({"$x$"})
    assert formulas._aside_until_s > drawn_s


def test_a_costly_layout_is_made_seldom_while_formulas_arrive_and_once_at_the_end(qtbot):
    formulas = Formulas()
    told = []

    def lay_out(sources):
        began_s = time.perf_counter()
        time.sleep(0.05)
        told.append((began_s, time.perf_counter(), sources))

    formulas.changed.connect(lay_out)
    wanted = {f"$x_{{{n}}}$" for n in range(100)}
    for source in wanted:
        formulas.drawing(source)
    qtbot.waitUntil(lambda: set().union(*(sources for _, _, sources in told)) == wanted, timeout=60_000)
    formulas.close()
    assert len(told) > 2
    pauses = [after[0] - before[1] for before, after in itertools.pairwise(told)]
    assert min(pauses[:-1]) > 0.15, "each of 50 ms is followed by four times as long without one"


def test_hundreds_of_formulas_are_typeset_batch_after_batch(view, qtbot):
    show(view, qtbot, " ".join(f"$x_{{{n}}}$" for n in range(100)))
    assert all(view._pool.formulas.drawing(f"$x_{{{n}}}$") for n in range(100))


HOSTILE = [
    r"$\href{file:///etc/passwd}{x}$",
    r"$\includegraphics{/etc/passwd}$",
    r"$\text{<image href='file:///etc/passwd'/>}$",
    r"$\text{</mtext></math><image/>}$",
    r"$\color{url(#a)}x$",
    r"$\input{/etc/passwd}$",
    r"$\def\a{\a\a}\a$",
    r"$\newcommand{\a}{\a\a}\a$",
    "$" + r"\frac{" * 150 + "x$",
    "$" + r"\sqrt{" * 150 + "x" + "}" * 150 + "$",
    "$" + r"\left(" * 150 + "x$",
    "$" + "x^" * 400 + "x$",
    "$" + "{" * 450 + "x" + "}" * 450 + "$",
    "$" + "a" * 990 + "$",
    "$" + r"\begin{pmatrix}" * 60 + "x$",
    "$" + "a&" * 490 + "$",
    "$\u202e\u0301x\U0001f600\ud83d$",
    "$\\x\\\\ $",
    "$$" + r"\\" * 480 + "x$$",
    "$" + r"\cases\quad\color{red}" * 40 + "x$",
    r"$\rule{99999em}{99999em}x$",
    r"$\hspace{99999999em}x$",
]


def test_D1_hostile_formulas_load_nothing_and_hold_nothing_up(view, qtbot, monkeypatch):
    opened = []
    real = open

    def spied(path, *arguments, **more):
        opened.append(str(path))
        return real(path, *arguments, **more)

    monkeypatch.setattr("builtins.open", spied)
    show(view, qtbot, "\n\n".join(HOSTILE))
    assert [path for path in opened if "passwd" in path] == []
    for source in HOSTILE:
        drawing = view._pool.formulas.drawing(source)
        if drawing is None:
            continue
        assert "<image" not in drawing.svg
        assert "href=" not in drawing.svg
        assert "url(" not in drawing.svg


def test_a_formula_that_would_take_years_is_given_up():
    """Nested rows that stretch cost the power of two of their depth."""
    before = time.thread_time()
    with pytest.raises(FormulaUnreadable):
        typeset(r"\cases\quad\color{red}" * 40 + "x", is_display=False)
    assert time.thread_time() - before < 10
    assert typeset("x", is_display=False).width > 0


def test_the_limit_holds_where_the_interpreter_swallows_what_is_raised(monkeypatch):
    """What is raised in `__del__` goes nowhere, and would take the trace function with it."""
    from ziamath.nodes import mnode

    class Trap:
        def __del__(self):
            pass

    def text_of(element):
        end_s = time.thread_time() + 1.0
        while time.thread_time() < end_s:
            pass
        trap = Trap()
        del trap  # the first call of a function behind the limit
        return real(element)

    real = mnode.elementtext
    monkeypatch.setattr(mnode, "elementtext", text_of)
    with pytest.raises(FormulaUnreadable):
        typeset("x", is_display=False)


def test_a_formula_is_typeset_in_a_process_that_has_rendered_a_template(view, qtbot):
    with limits():
        pass
    (piece,) = show(view, qtbot, "$$y$$")
    assert piece.widget.height() > 0
