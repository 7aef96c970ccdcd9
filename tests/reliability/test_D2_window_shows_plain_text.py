# SPDX-License-Identifier: Apache-2.0
"""D2: labels, tooltips, dialogs and rows with foreign text show it as it is, never as markup."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from helpers.window import STARTER, rig
from leeward import ui
from leeward.bridge.crash import CrashReport
from leeward.bridge.models import ModelChoice
from leeward.domain.conversation import SearchHit
from leeward.domain.errors import ModelUnreadable
from leeward.ui.crash_dialog import CrashDialog
from leeward.ui.link_dialog import ask_to_open

CANARY = '<img src="file:///canary.png"><b>bold</b> &lt;i&gt; & <a href="x">y</a>'
# The chat view draws Markdown by its own rules: test_D1 and test_D2_chat_labels.
# What a PDF file shows is the exported page, in which all text is escaped (test_export), and nothing of it is in the window.
SOURCES = sorted(
    path for path in Path(ui.__file__).parent.rglob("*.py") if path.parent.name != "chat" and path.stem != "pdf_file"
)
SOURCES.append(Path(ui.__file__).parent / "chat" / "composer.py")

# They read markup, or guess whether a text is markup.
_FORBIDDEN_NAMES = {"QMessageBox", "QErrorMessage", "QWhatsThis", "QTextBrowser"}
_FORBIDDEN_CALLS = {"setHtml", "insertHtml", "appendHtml", "setMarkdown", "setWhatsThis", "setStatusTip"}


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_D2_no_source_uses_what_reads_markup(source: Path) -> None:
    tree = ast.parse(source.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            assert node.id not in _FORBIDDEN_NAMES, f"line {node.lineno}"
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            assert name not in _FORBIDDEN_CALLS, f"line {node.lineno}"
            if name == "QLabel":
                assert not node.args, f"line {node.lineno}: a label with text is a PlainLabel"


@pytest.fixture
def window_full_of_canaries(qapp, qtbot, tmp_path):
    with rig(qapp, tmp_path) as made:
        chat = made.add_chat(CANARY, CANARY, CANARY)
        made.window.show()
        with qtbot.waitSignals([made.parts.generation.model_loaded, made.parts.conversations.listed]):
            made.window.start()
        made.window.open_conversation(chat)
        qtbot.waitUntil(lambda: made.window.page.current == chat)
        hostile = Path("/models") / "<b>x</b>.gguf"
        made.window.header.picker.set_choices(
            ModelChoice(hostile, CANARY),
            [ModelChoice(hostile, CANARY), ModelChoice(STARTER.path, CANARY, is_there=False)],
        )
        made.window.loading._names[hostile] = CANARY
        made.window.loading._on_load_progressed(hostile, 0.5)
        made.window.page.show_error(ModelUnreadable(hostile, CANARY), "model")
        made.window.sidebar.search.setText("canary")
        made.window.sidebar.show_hits("canary", [SearchHit(chat, None, CANARY, f"a \x02{CANARY}\x03")])
        made.window._on_deleted(chat)
        made.window.dialogs.open_settings()
        yield made
        if made.window.dialogs.settings is not None:
            made.window.dialogs.settings.close()


def test_D2_every_label_and_tooltip_of_a_full_window_is_plain(window_full_of_canaries) -> None:
    window = window_full_of_canaries.window
    ask_to_open("https://xn--mnchen-3ya.example/%3Cb%3E", window)
    CrashDialog(CrashReport("Fault", CANARY, None), window)
    window.header.picker._fill()
    n_labels = _assert_plain([window, *window.findChildren(QWidget)])
    assert n_labels > 40, "the walk saw the window"
    shown = [label.text() for label in window.findChildren(QLabel)]
    assert any("<b>" in text for text in shown), "the canary stands in the window, letter by letter"


def _assert_plain(widgets: list[QWidget]) -> int:
    n_labels = 0
    for widget in widgets:
        assert not _is_rich(widget.toolTip()), f"tooltip of {type(widget).__name__}: {widget.toolTip()}"
        if isinstance(widget, QLabel):
            n_labels += 1
            assert widget.textFormat() == Qt.TextFormat.PlainText or not widget.text(), widget.text()
        if isinstance(widget, QMenu):
            for action in widget.actions():
                assert not _is_rich(action.toolTip()), action.toolTip()
    return n_labels


def _is_rich(text: str) -> bool:
    return bool(GuiQt.mightBeRichText(text))


def test_D2_the_check_itself_knows_markup(qapp: QApplication) -> None:
    assert _is_rich("<b>x</b>")
    assert _is_rich("a &lt; b")
    assert not _is_rich("plain & simple")


def test_D2_rows_are_drawn_letter_by_letter(window_full_of_canaries) -> None:
    """A title that were read as markup would be drawn shorter than its letters."""
    sidebar = window_full_of_canaries.window.sidebar
    assert sidebar.model.index(1).data() == CANARY
    assert not sidebar.view.grab().isNull()
