# SPDX-License-Identifier: Apache-2.0
"""What the model sees: asked for by button and key, shown letter by letter, counted, copied; failures in words."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest

from leeward.domain.errors import EngineStopped, TemplateFailed
from leeward.domain.generation import ChatMessage, Role
from leeward.domain.queries import PromptPart, PromptView, ViewPrompt
from leeward.domain.settings import ThemeChoice
from leeward.ui.prompt_view_dialog import PromptViewDialog, visible

# Of a chat with one question and its answer: as it was asked, and with "🦙?" typed below.
VIEW = PromptView(
    tokens=tuple(range(5)),
    spans=((1, 3),),
    parts=(PromptPart(None, "<|user|>", 0, 1), PromptPart(0, "Why?", 1, 3), PromptPart(None, "\n<|assistant|>", 3, 5)),
    added="<s>",
)
LONGER = PromptView(
    tokens=tuple(range(10)),
    spans=((1, 3), (5, 7), None),
    parts=(
        *VIEW.parts,
        PromptPart(1, "Because.\n\n", 5, 7),
        PromptPart(None, "\n<|user|>\N{LLAMA}?", 7, 10),
    ),
)


def open_dialog(rig, qtbot, answer=VIEW) -> PromptViewDialog:
    rig.engine.answers.append(answer)
    generation = rig.parts.generation
    with qtbot.waitSignals([generation.prompt_viewed], timeout=5000):
        rig.window.header.prompt.click()
    return rig.window.dialogs.prompt


def open_chat(rig, qtbot) -> None:
    rig.window.open_conversation(rig.store.all()[0].id)
    qtbot.waitUntil(lambda: rig.window.page.current is not None)


def shown_text(dialog) -> str:
    return dialog.field.document().toRawText().replace("\N{PARAGRAPH SEPARATOR}", "\n")


def test_the_prompt_is_shown_letter_by_letter_and_counted(make_rig, qtbot):
    rig = make_rig(chats=("Talk",))
    open_chat(rig, qtbot)
    rig.window.page.composer.set_text("\N{LLAMA}?")
    dialog = open_dialog(rig, qtbot, LONGER)
    expected = "<|user|>Why?\n<|assistant|>Because.\n\n\n<|user|>\N{LLAMA}?"
    assert dialog.text == expected
    assert shown_text(dialog) == expected
    assert dialog.summary.text() == "10 tokens in all."
    rows = [dialog.whose.item(row).text() for row in range(dialog.whose.count())]
    assert rows == ["1 You: 2", "2 Model: 2", "3 You: cannot be told", "Template: 6"]


def test_what_the_tokenizer_adds_is_said(make_rig, qtbot):
    rig = make_rig(chats=("Talk",))
    open_chat(rig, qtbot)
    dialog = open_dialog(rig, qtbot)
    assert dialog.summary.text() == "5 tokens in all. Before the text the tokenizer puts <s>."


def test_without_a_draft_it_is_the_prompt_of_the_last_answer_and_with_one_of_the_next(make_rig, qtbot):
    rig = make_rig(chats=("Talk",))
    open_chat(rig, qtbot)
    open_dialog(rig, qtbot).accept()
    rig.window.page.composer.set_text("And then?")
    open_dialog(rig, qtbot, LONGER)
    question, answer = ChatMessage(Role.USER, "Why?"), ChatMessage(Role.ASSISTANT, "Because.")
    asked = [query.messages for query in rig.engine.queries if isinstance(query, ViewPrompt)]
    assert asked == [(question,), (question, answer, ChatMessage(Role.USER, "And then?"))]
    assert rig.window.page.composer.text == "And then?"


def test_a_new_chat_begins_with_the_system_prompt(make_rig, qtbot):
    rig = make_rig()
    rig.parts.settings.set_value("system_prompt", "Be brief.")
    rig.window.page.composer.set_text("Why?")
    open_dialog(rig, qtbot, PromptView((1,), (None, None), (PromptPart(None, "Be brief. Why?", 0, 1),)))
    assert [message.role for message in rig.engine.queries[-1].messages] == [Role.SYSTEM, Role.USER]


def test_where_nothing_was_asked_it_says_so(make_rig, qtbot):
    rig = make_rig()
    with qtbot.waitSignal(rig.parts.generation.prompt_viewed):
        QTest.keyClick(
            rig.window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
    dialog = rig.window.dialogs.prompt
    assert "Nothing was asked yet" in dialog.summary.text()
    assert not dialog.copy_button.isVisible()
    assert rig.engine.queries == []


@pytest.mark.parametrize("error", [TemplateFailed("it refuses"), EngineStopped(exit_code=-9)])
def test_a_failure_is_said_in_the_dialog(make_rig, qtbot, error):
    rig = make_rig(chats=("Talk",))
    open_chat(rig, qtbot)
    rig.engine.answers.append(error)
    with qtbot.waitSignal(rig.parts.generation.prompt_view_failed):
        rig.window.dialogs.show_prompt()
    sentences = ("The chat template of this model cannot be used: it refuses.", "The engine stopped.")
    qtbot.waitUntil(lambda: rig.window.dialogs.prompt.summary.text().startswith(sentences))
    assert not rig.window.dialogs.prompt.field.isVisible()


def test_copy_gives_every_byte(make_rig, qtbot):
    rig = make_rig(chats=("Talk",))
    open_chat(rig, qtbot)
    odd = "a\u00a0b\u200bc\u202ed\r\n\te \U000e0041"
    dialog = open_dialog(rig, qtbot, PromptView((1,), ((0, 1),), (PromptPart(0, odd, 0, 1),)))
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text().encode() == odd.encode()
    assert dialog.copy_button.text() == "Copied"


def test_what_hides_in_a_prompt_is_to_be_seen(make_rig, qtbot):
    rig = make_rig(chats=("Talk",))
    open_chat(rig, qtbot)
    hidden = "a\u200bb\U000e0041"
    dialog = open_dialog(rig, qtbot, PromptView((1,), (None,), (PromptPart(None, hidden, 0, 1),)))
    assert shown_text(dialog) == visible(hidden) == "a[U+200B]b[U+E0041]"
    assert dialog.whose.item(0).text() == "1 You: cannot be told"


def test_a_chosen_message_is_marked_in_the_text(make_rig, qtbot):
    rig = make_rig(chats=("Talk",))
    open_chat(rig, qtbot)
    rig.window.page.composer.set_text("\N{LLAMA}?")
    dialog = open_dialog(rig, qtbot, LONGER)
    dialog.whose.setCurrentRow(1)
    assert dialog.field.textCursor().selectedText().rstrip("\N{PARAGRAPH SEPARATOR}") == "Because."


def test_parts_are_coloured_by_whose_they_are_in_both_themes(make_rig, qtbot):
    rig = make_rig(chats=("Talk",))
    open_chat(rig, qtbot)
    dialog = open_dialog(rig, qtbot)

    def color_at(position):
        cursor = dialog.field.textCursor()
        cursor.setPosition(position)
        return cursor.charFormat().foreground().color()

    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        rig.parts.settings.set_value("theme", choice)
        theme = rig.parts.appearance.theme
        assert color_at(3) == QColor(theme.text_muted)
        assert color_at(10) == QColor(theme.accent)


@pytest.mark.parametrize("size", [(1200, 800), (800, 480), (480, 320), (320, 240)])
def test_it_fits_the_window_and_can_be_used_by_keys(make_rig, qtbot, size):
    rig = make_rig(size=size, chats=("Talk",))
    open_chat(rig, qtbot)
    corner = rig.window.header.settings.mapTo(rig.window, QPoint(rig.window.header.settings.width(), 0))
    assert corner.x() <= size[0]
    dialog = open_dialog(rig, qtbot)
    assert dialog.width() <= size[0]
    assert dialog.height() <= size[1]
    assert dialog.focusWidget() is dialog.field
    QTest.keyClick(dialog.field, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is not dialog.field
    for widget in (dialog.field, dialog.whose):
        assert widget.accessibleName()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert rig.window.dialogs.prompt is None


def test_the_button_is_there_while_a_model_is_loaded(make_rig, qtbot):
    rig = make_rig()
    assert rig.window.header.prompt.isVisible()
    rig.window.header.show_no_model()
    assert not rig.window.header.prompt.isVisible()


def test_warnings_about_the_template_stand_in_the_banner(make_rig, qtbot):
    rig = make_rig()
    model = rig.parts.generation.loaded_model
    warning = "the chat template is not the known one of this model"
    rig.parts.generation.model_loaded.emit(replace(model, template_warnings=(warning,)))
    banner = rig.window.page.banner
    assert banner.sentence.text() == f"About {model.name}: T{warning[1:]}."
    rig.parts.generation.model_loaded.emit(replace(model, template_note="it is broken", template_warnings=(warning,)))
    assert banner.sentence.text().endswith(f"is not used: it is broken. T{warning[1:]}.")
    rig.parts.generation.model_loaded.emit(model)
    assert banner.notice is None
