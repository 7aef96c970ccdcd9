# SPDX-License-Identifier: Apache-2.0
"""D1: markup in a message is shown as text; looking at it reads no file, asks no server and loads no resource."""

import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument, QTextFormat
from PySide6.QtTest import QTest

from helpers.chats import answer, user
from helpers.hostile import corpus
from leeward.ui import theme
from leeward.ui.chat.blocks import TableWidget, TextWidget
from leeward.ui.chat.text_area import ForeignText
from leeward.ui.chat.view import ChatView

N_TEXTS = 500


@pytest.fixture
def listener():
    """A server that must never be asked."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.setblocking(False)
        yield server


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A picture that Qt could show: 64 x 64, red."""
    from PySide6.QtGui import QColor, QImage

    path = tmp_path / "canary.png"
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    assert image.save(str(path))
    return path


@pytest.fixture
def opened_files():
    """The paths this process opened, through Python. What Qt opens is seen by the red picture."""
    seen = []
    is_on = [True]

    def hook(event, args):
        if is_on[0] and event == "open" and args:
            seen.append(str(args[0]))

    sys.addaudithook(hook)
    yield seen
    is_on[0] = False


@pytest.fixture
def asked(monkeypatch):
    """Every resource a text widget was asked for."""
    seen = []
    original = ForeignText.loadResource

    def spy(self, kind, name):
        seen.append((kind, name))
        return original(self, kind, name)

    monkeypatch.setattr(ForeignText, "loadResource", spy)
    return seen


@pytest.fixture
def view(qtbot):
    made = ChatView(theme.DARK)
    qtbot.addWidget(made)
    made.resize(800, 900)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(view, text, *, is_streamed):
    view.show_messages([user(1, text)], assistant_name=text)
    if is_streamed:
        view.begin_reply(text)
        view.set_reply_status(text)
        view.append_reasoning(text)
        for start in range(0, len(text), 5):
            view.append_text(text[start : start + 5])
        view.finish_reply(answer(2, text, reasoning=text))
    else:
        view.show_messages([user(1, text), answer(2, text, reasoning=text)], assistant_name=text)


def documents(view):
    return [
        piece.widget.document()
        for piece in view.pieces_in_sight()
        if isinstance(piece.widget, TextWidget | TableWidget)
    ]


def n_red_pixels(view):
    image = view.grab().toImage()
    return sum(
        image.pixelColor(x, y).name() == "#ff0000"
        for x in range(0, image.width(), 8)
        for y in range(0, image.height(), 8)
    )


def has_image(document: QTextDocument) -> bool:
    return any(
        one.isImageFormat() or one.hasProperty(QTextFormat.Property.BackgroundImageUrl.value)
        for one in document.allFormats()
    )


def test_D1_no_text_loads_anything(view, canary, listener, asked, opened_files):
    texts = corpus(str(canary), f"127.0.0.1:{listener.getsockname()[1]}")
    assert len(texts) >= N_TEXTS
    for number, text in enumerate(texts):
        show(view, text, is_streamed=number % 2 == 1)
        assert not any(has_image(document) for document in documents(view)), text
        view.viewport().repaint()
        if number % 10 == 0:
            assert n_red_pixels(view) == 0, text
    assert asked == []
    assert str(canary) not in opened_files
    with pytest.raises(BlockingIOError):
        listener.accept()


def test_D1_a_document_that_does_ask_gets_an_empty_picture_and_the_file_is_not_opened(view, canary, asked, qtbot):
    """The second line of defence, with HTML put in by force: the canary is one that Qt would show."""
    widget = TextWidget(view.viewport(), view._selection)
    widget.setHtml(f'<img src="file://{canary}"><img src="{canary}">')
    widget.resize(400, 200)
    widget.show()
    image = widget.grab().toImage()
    assert asked
    assert not any(image.pixelColor(x, y).name() == "#ff0000" for x in range(0, 400, 2) for y in range(0, 200, 2))
    unguarded = QTextDocument()
    unguarded.setHtml(f'<img src="{canary}">')
    assert unguarded.size().width() > 60  # that is what it would have been
    widget.deleteLater()


_VISIBLE = re.compile(r"[a-z0-9]+", re.IGNORECASE)


def test_D1_no_word_is_lost(view, canary):
    for text in corpus(str(canary), "127.0.0.1:9"):
        view.show_messages([answer(1, text)], assistant_name="m")
        shown = view.plain_text()
        # Entities are decoded; an image keeps its alternative text; a fence keeps its first word as the label.
        wanted = set(_VISIBLE.findall(re.sub(r"&#?\w+;", " ", text)))
        optional = set()
        for match in re.finditer(r"!\[\w*\](\([^\n]*?\)|\[ref\])|```[^\n]*|\"title\"|\]\([^\n]*\)", text):
            optional |= set(_VISIBLE.findall(match[0]))
        missing = wanted - set(_VISIBLE.findall(shown)) - optional
        assert not missing, (text, shown)


def test_D1_generics_in_text_are_shown_whole(view):
    text = "vec<int> v; and List<String> rest of the paragraph"
    show(view, text, is_streamed=True)
    assert [d.toPlainText() for d in documents(view)] == [text, text]


def test_D1_the_users_text_is_never_markdown(view):
    text = "# no heading\n**no bold** [no](https://link.example) <b>no html</b>\n\n    and    spaces"
    view.show_messages([user(1, text)], assistant_name="m")
    (document,) = documents(view)
    assert document.toPlainText() == text
    assert not any(one.isCharFormat() and one.toCharFormat().isAnchor() for one in document.allFormats())


@pytest.mark.skipif(not Path("/usr/bin/strace").exists(), reason="strace is not installed")
def test_D1_the_kernel_saw_no_open_of_the_canary(canary, tmp_path):
    script = tmp_path / "show.py"
    script.write_text(
        "import sys; sys.path[:0] = sys.argv[1:3]\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from helpers.chats import answer\nfrom helpers.hostile import corpus\n"
        "from leeward.ui import theme\nfrom leeward.ui.chat.view import ChatView\n"
        "app = QApplication([]); view = ChatView(theme.DARK); view.resize(800, 600); view.show()\n"
        "for text in corpus(sys.argv[3], '127.0.0.1:9'):\n"
        "    view.show_messages([answer(1, text)], assistant_name='m'); view.viewport().repaint()\n"
    )
    trace = tmp_path / "trace"
    paths = [str(Path(__file__).parents[2] / "app"), str(Path(__file__).parents[1])]
    subprocess.run(
        [
            "/usr/bin/strace",
            "-f",
            "-e",
            "trace=open,openat,stat,connect",
            "-o",
            trace,
            sys.executable,
            script,
            *paths,
            canary,
        ],
        check=True,
        timeout=120,
    )
    assert "canary.png" not in trace.read_text()


def test_D1_pasting_or_dropping_into_the_view_changes_nothing(view, qtbot):
    view.show_messages([answer(1, "text")], assistant_name="m")
    (piece,) = [p for p in view.pieces_in_sight() if isinstance(p.widget, TextWidget)]
    piece.widget.setFocus()
    QTest.keyClicks(piece.widget, "abc")
    QTest.keySequence(piece.widget, "Ctrl+V")
    assert piece.widget.toPlainText() == "text"
