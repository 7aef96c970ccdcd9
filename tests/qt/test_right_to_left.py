# SPDX-License-Identifier: Apache-2.0
"""A window that is read from right to left: what places and paints by itself follows, and text goes by its own letters."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QTextCursor, QTransform
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget

from helpers.chats import answer, details, user
from leeward.library.verdict import VerdictKind
from leeward.ui import icons, theme
from leeward.ui.chat.code_block import CodeWidget
from leeward.ui.chat.field import Field
from leeward.ui.chat.find_bar import FindBar
from leeward.ui.chat.footer import FooterWidget
from leeward.ui.chat.items import PieceKind
from leeward.ui.chat.view import ChatView
from leeward.ui.direction import follow_text, is_mirrored, reads_from_right
from leeward.ui.models_page.row_list import RowList
from leeward.ui.models_page.rows import Row
from leeward.ui.stylesheet import stylesheet

HEBREW = "שלום עולם"
MIXED = f"{HEBREW}.\n\n- פריט\n- עוד\n\n> ציטוט\n\nEnglish here.\n\n- item\n\n> quote\n\n```python\nx = 1\n```\n"


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    """Windows are read from right to left, as `ui.language.speak` makes them in such a language."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def view(qtbot) -> ChatView:
    made = ChatView(theme.LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 1400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def sides(widget: QWidget, area: QRect | None = None) -> tuple[int, int]:
    """Return how many pixels that are not the ground stand in the left and in the right half."""
    image = widget.grab(area or widget.rect()).toImage()
    ground = image.pixelColor(image.width() // 2, 1)
    halves = [0, 0]
    for x in range(image.width()):
        for y in range(image.height()):
            halves[2 * x >= image.width()] += image.pixelColor(x, y) != ground
    return halves[0], halves[1]


def pieces(view: ChatView, kind: PieceKind) -> list:
    return [piece for piece in view.pieces_in_sight() if piece.kind is kind]


def is_text_at_right(widget, text: str) -> bool:
    """Say at which side of its widget the paragraph stands that begins with `text`."""
    block = widget.document().firstBlock()
    while text not in block.text():
        block = block.next()
    line = block.layout().lineAt(0)
    rect = line.naturalTextRect()
    room = widget.viewport().width()
    left = rect.left() + block.layout().position().x()
    return left > room - left - rect.width()


def test_the_first_letter_says_how_a_paragraph_is_read():
    assert reads_from_right("1. שלום abc") is True
    assert reads_from_right("مرحبا") is True
    assert reads_from_right("(abc) שלום") is False
    assert reads_from_right("é שלום") is False
    assert reads_from_right("12 · 34 🙂") is None


@pytest.mark.usefixtures("mirrored")
def test_the_sidebar_stands_at_the_right_and_the_page_beside_it(make_rig):
    window = make_rig((1000, 700)).window
    sidebar, shell = window.sidebar, window.shell
    assert sidebar.geometry().right() == shell.rect().right()
    page = QRect(window.page.mapTo(shell, QPoint(0, 0)), window.page.size())
    assert page.left() == 0
    assert page.right() < sidebar.x()
    assert window.header.sidebar_toggle.x() > window.header.picker.x() > window.header.settings.x()


@pytest.mark.usefixtures("mirrored")
def test_the_sidebar_slides_in_from_the_right_over_a_narrow_page(make_rig, qtbot):
    window = make_rig((480, 320)).window
    window.shell.show_sidebar(is_shown=True)
    qtbot.waitUntil(lambda: window.sidebar.geometry().right() == window.shell.rect().right())
    window.shell.close_overlay()
    qtbot.waitUntil(window.sidebar.isHidden)
    assert window.sidebar.x() == window.shell.width()


@pytest.mark.usefixtures("mirrored")
def test_titles_of_chats_are_painted_at_the_right_whatever_their_letters(make_rig, qtbot):
    made = make_rig((1000, 700), chats=("Wind", "רוח"))
    view = made.window.sidebar.view
    qtbot.waitUntil(lambda: "רוח" in made.listed())
    for title in ("Wind", "רוח", made.listed()[0]):
        index = made.window.sidebar.model.index(made.listed().index(title))
        left, right = sides(view.viewport(), view.visualRect(index).adjusted(4, 4, -4, -4))
        assert right > 0, title
        assert left == 0, title


def test_titles_of_chats_are_painted_at_the_left_in_a_window_read_from_there(make_rig, qtbot):
    made = make_rig((1000, 700), chats=("Wind", "רוח"))
    view = made.window.sidebar.view
    qtbot.waitUntil(lambda: "רוח" in made.listed())
    for title in ("Wind", "רוח"):
        index = made.window.sidebar.model.index(made.listed().index(title))
        left, right = sides(view.viewport(), view.visualRect(index).adjusted(4, 4, -4, -4))
        assert left > 0, title
        assert right == 0, title


@pytest.mark.parametrize("is_turned", [False, True])
def test_rows_of_the_models_page_have_their_verdict_at_the_far_side(qtbot, qapp, is_turned, request):
    if is_turned:
        request.getfixturevalue("mirrored")
    rows = RowList("Models", theme.LIGHT)
    qtbot.addWidget(rows)
    rows.resize(600, 100)
    rows.rows.set_rows([Row("Name", details="", verdict=VerdictKind.FITS, payload="x")])
    with qtbot.waitExposed(rows):
        rows.show()
    image = rows.viewport().grab(rows.visualRect(rows.rows.index(0))).toImage()
    green = QColor(theme.LIGHT.success)
    places = [x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) == green]
    assert places
    half = image.width() // 2
    assert all(x < half for x in places) if is_turned else all(x > half for x in places)


@pytest.mark.parametrize("is_turned", [False, True])
def test_paragraphs_stand_at_the_side_from_which_their_letters_are_read(view, is_turned, request):
    if is_turned:
        request.getfixturevalue("mirrored")
    view.show_messages([answer(1, f"{HEBREW}.\n\nEnglish.\n\n{HEBREW} abc")], assistant_name="m")
    texts = pieces(view, PieceKind.TEXT)
    assert [is_text_at_right(piece.widget, piece.text[:4]) for piece in texts] == [True, False, True]


@pytest.mark.parametrize("is_turned", [False, True])
def test_lists_and_quotes_stand_back_from_the_side_of_their_text(view, is_turned, request):
    if is_turned:
        request.getfixturevalue("mirrored")
    view.show_messages([answer(1, MIXED)], assistant_name="m")
    by_text = {piece.text.split("\n")[0]: piece.widget for piece in pieces(view, PieceKind.TEXT)}
    for text, is_right in (("•\tפריט", True), ("•\titem", False)):
        block = by_text[text].document().firstBlock()
        margins = block.blockFormat().leftMargin(), block.blockFormat().rightMargin()
        assert (margins[0] < margins[1]) is is_right
        line = block.layout().lineAt(0)
        marker, word = line.cursorToX(0)[0], line.cursorToX(2)[0]
        assert round(abs(word - marker)) == 24
        assert (word < marker) is is_right
    column = by_text[f"{HEBREW}."].geometry()
    hebrew, english = by_text["ציטוט"].geometry(), by_text["quote"].geometry()
    assert (hebrew.left(), hebrew.right()) == (column.left(), column.right() - 18)
    assert (english.left(), english.right()) == (column.left() + 18, column.right())
    bar = view.viewport().grab(QRect(hebrew.right() + 1, hebrew.top(), 18, 10)).toImage()
    assert bar.pixelColor(17, 5) == QColor(theme.LIGHT.border)
    assert bar.pixelColor(1, 5) == QColor(theme.LIGHT.window)


def test_an_item_turns_round_when_its_first_letter_arrives(view):
    view.show_messages([user(1, "?")], assistant_name="m")
    view.begin_reply("m")
    view.append_text("- ")
    view.append_text("פריט")
    view.append_text(" ועוד")
    (piece,) = [each for each in pieces(view, PieceKind.TEXT) if each.item.is_live]
    block = piece.widget.document().firstBlock()
    assert (block.blockFormat().leftMargin(), block.blockFormat().rightMargin()) == (0, 24)


def test_a_table_in_hebrew_stands_at_the_right(view):
    view.show_messages([answer(1, "|שם|מספר|\n|-|-|\n|אחת|1|\n\n|name|n|\n|-|-|\n|one|1|\n")], assistant_name="m")
    right, left = [piece.widget for piece in pieces(view, PieceKind.TABLE)]

    def first_x(table) -> float:
        block = table.document().findBlock(table.cell_place(0, 0))
        return table.document().documentLayout().blockBoundingRect(block).x()

    assert first_x(right) > right.width() // 2
    assert first_x(left) == 0


@pytest.mark.usefixtures("mirrored")
def test_the_parts_of_a_chat_are_mirrored_and_code_is_not(view):
    long = "x" * 12
    view.show_messages([user(1, "Hi"), answer(2, f"```python\n{long}\n```", details=details())], assistant_name="Model")
    column = pieces(view, PieceKind.NAME)[0].widget.geometry()
    asked = pieces(view, PieceKind.TEXT)[0].widget.geometry()
    assert asked.left() == column.left() + 14
    (name,) = pieces(view, PieceKind.NAME)[0].widget.findChildren(QLabel)
    left, right = sides(pieces(view, PieceKind.NAME)[0].widget)
    assert right > left
    assert name.x() == 0
    footer = [piece.widget for piece in pieces(view, PieceKind.FOOTER)][-1]
    assert isinstance(footer, FooterWidget)
    assert footer.copy.x() > footer.regenerate.x() > footer.edit.x() > footer.more.x()
    code = pieces(view, PieceKind.CODE)[0].widget
    assert isinstance(code, CodeWidget)
    assert code.button.x() < code.save.x() < code.wrap.x() < code.width() // 2
    cursor = QTextCursor(code.text.document())
    assert code.text.cursorRect(cursor).x() < 10
    assert view.viewport().x() > 0  # the scroll bar is at the left


@pytest.mark.usefixtures("mirrored")
def test_the_search_in_a_chat_stands_over_its_upper_left_corner(view):
    view.show_messages([user(1, "Hi")], assistant_name="m")
    bar = FindBar(view, theme.LIGHT)
    bar.open_bar()
    assert bar.x() == view.viewport().x() + 8
    assert bar.geometry().right() < view.width() // 2


@pytest.mark.usefixtures("mirrored")
def test_icons_that_point_onwards_are_turned_and_others_are_not():
    def image(name: str):
        return icons.pixmap(name, "#ff0000", 24).toImage()

    mirrored_left, mirrored_x = image("chevron-left"), image("search")
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    plain = image("chevron-left")
    assert mirrored_left == plain.transformed(QTransform.fromScale(-1, 1))
    assert mirrored_left != plain
    assert mirrored_x == image("search")


@pytest.mark.parametrize("make", [Field, QPlainTextEdit])
def test_what_is_typed_stands_at_the_side_from_which_it_is_read(qtbot, make):
    field = make()
    if make is QPlainTextEdit:
        follow_text(field)
    qtbot.addWidget(field)
    field.resize(400, 100)
    with qtbot.waitExposed(field):
        field.show()
    assert field.cursorRect().x() < 20
    QTest.keyClicks(field, "12 ")
    assert field.cursorRect().x() < 60
    field.insertPlainText(HEBREW)
    first = field.document().firstBlock().layout().lineAt(0).naturalTextRect()
    assert first.left() > 200
    field.blockSignals(True)  # as the composer does where it shows another draft
    field.setPlainText("Hello")
    field.blockSignals(False)
    assert field.document().firstBlock().layout().lineAt(0).naturalTextRect().left() < 20


@pytest.mark.usefixtures("mirrored")
def test_an_empty_field_has_its_caret_at_the_right(qtbot):
    field = Field()
    qtbot.addWidget(field)
    field.resize(400, 100)
    with qtbot.waitExposed(field):
        field.show()
    assert field.cursorRect().x() > 350
    QTest.keyClicks(field, "Hello")
    assert field.document().firstBlock().layout().lineAt(0).naturalTextRect().left() < 20


@pytest.mark.usefixtures("mirrored")
def test_the_arrow_that_points_onwards_opens_a_folder(make_rig, qtbot):
    made = make_rig((1000, 700), chats=("Wind",))
    sidebar = made.window.sidebar
    sidebar.wishes.new_folder_wanted.emit(None)
    QTest.keyClicks(made.window.organising.dialog.field, "Boats")
    QTest.keyClick(made.window.organising.dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Boats" in made.listed())
    sidebar.view.setCurrentIndex(sidebar.model.index(made.listed().index("Boats")))
    wishes = []
    sidebar.wishes.folder_open_wanted.connect(lambda _folder, is_open: wishes.append(is_open))
    is_open = sidebar.model.row(sidebar.view.currentIndex()).folder.is_open
    QTest.keyClick(sidebar.view, Qt.Key.Key_Right if is_open else Qt.Key.Key_Left)
    assert wishes == [not is_open]


def test_borders_of_the_style_sheet_change_sides(mirrored, qapp):
    assert is_mirrored()
    assert "QWidget#detail { border-right:" in stylesheet(theme.LIGHT, 11)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert "QWidget#detail { border-left:" in stylesheet(theme.LIGHT, 11)
