# SPDX-License-Identifier: Apache-2.0
"""D2: labels and tooltips of the chat view show foreign text as plain text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QLabel, QWidget

from helpers.chats import FULL_SAMPLE, answer, details, user
from leeward.domain.generation import Receipt, Sampling
from leeward.ui import theme
from leeward.ui.chat.view import ChatView

CANARY = "<b>canary</b><img src=x>"


@pytest.fixture
def view(qtbot):
    made = ChatView(theme.LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 1600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def widgets(view):
    return [view, *view.findChildren(QWidget)]


def fill(view):
    receipt = Receipt(CANARY, CANARY, 1, "0" * 16, Sampling(seed=1), CANARY, 512, 2)
    full = details()
    known = answer(2, f"```{CANARY}\n{CANARY}\n```\n\n[{CANARY}](https://example.org/?{CANARY})", details=full)
    other = answer(3, f"| {CANARY} |\n|---|\n| {CANARY} |\n\n{FULL_SAMPLE}", reasoning=CANARY)
    named = answer(4, CANARY, details=type(full)(full.finish_reason, full.usage, full.timings, receipt))
    view.show_messages([user(1, CANARY), known, other, named], assistant_name=CANARY)
    view.begin_reply(CANARY)
    view.set_reply_status(CANARY)


def test_D2_every_label_is_plain_text(view):
    fill(view)
    labels = view.findChildren(QLabel)
    assert [label.textFormat() for label in labels] == [Qt.TextFormat.PlainText] * len(labels)
    shown = [label.text() for label in labels if CANARY in label.text()]
    assert len(shown) >= 4  # three names, a status: as they were written


def test_D2_no_tooltip_reads_as_markup(view):
    fill(view)
    for widget in widgets(view):
        assert not GuiQt.mightBeRichText(widget.toolTip()), widget.toolTip()
        for text in (widget.statusTip(), widget.whatsThis()):
            assert text == ""
    tips = {
        one.toCharFormat().toolTip()
        for piece in view.pieces_in_sight()
        if hasattr(piece.widget, "document")
        for one in piece.widget.document().allFormats()
        if one.isCharFormat()
    }
    assert any(tip.startswith("https://example.org") for tip in tips)
    assert not any(GuiQt.mightBeRichText(tip) for tip in tips)
