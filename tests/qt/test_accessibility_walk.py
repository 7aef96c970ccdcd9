# SPDX-License-Identifier: Apache-2.0
"""Every window by keyboard and by name: Tab reaches every control and leads on, and a screen reader has words for each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from helpers.speed import SPEED_REPORT
from leeward.bridge.extraction import Outlook, Wish
from leeward.bridge.speed import Measured
from leeward.chat.context_parts import ContextParts
from leeward.domain.attachment import Attachment
from leeward.domain.persona import Persona
from leeward.domain.settings import Settings
from leeward.ui.command_palette import CommandPalette
from leeward.ui.full_panel import Trouble
from leeward.ui.prompts_dialog import PromptsDialog
from leeward.ui.shortcut_sheet import ShortcutSheet

_MAX_STOPS = 200


def stops(window, qtbot) -> list[QWidget]:
    """Return what Tab reaches, one after the other, until it comes round."""
    window.activateWindow()
    if window.focusWidget() is None:
        window.focusNextChild()
    found: list[QWidget] = []
    while len(found) < _MAX_STOPS:
        now = window.focusWidget()
        if now is None or now in found:
            break
        found.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return found


def unnamed(window) -> list[str]:
    """Return the visible controls that take the keyboard and for which a screen reader has no words."""
    missing = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or widget.window() is not window:
            continue
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface is not None else widget.accessibleName()
        if not name.strip():
            missing.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}")
    return missing


def reachable(window) -> set[QWidget]:
    """Return the visible, enabled controls that want to be reached by Tab."""
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisibleTo(window)
        and widget.isEnabledTo(window)
        and widget.window() is window
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    }


def chat(rig, qtbot):
    rig.window.open_conversation(rig.store.all()[0].id)
    qtbot.waitUntil(lambda: rig.window.page.current is not None)
    return rig.window


def models(rig, qtbot):
    rig.window.open_models()
    page = rig.window.models.page
    qtbot.waitUntil(lambda: bool(page.here.all))
    return rig.window


def settings(rig, qtbot):
    rig.window.dialogs.open_settings()
    return rig.window.dialogs.settings


def sources(rig, qtbot):
    models(rig, qtbot)
    rig.window.models.page.sources_button.click()
    return rig.window.models.page.sources.dialog


def prompt(rig, qtbot):
    rig.window.dialogs.show_prompt()
    return rig.window.dialogs.prompt


def palette(rig, qtbot):
    rig.window.dialogs.open_palette()
    return rig.window.findChild(CommandPalette)


def sheet(rig, qtbot):
    rig.window.dialogs.show_shortcuts()
    return rig.window.findChild(ShortcutSheet)


def prompts(rig, qtbot):
    rig.window.compose.open_prompts()
    qtbot.waitUntil(lambda: bool(rig.parts.prompts.prompts))
    return rig.window.findChild(PromptsDialog)


def files_and_question(rig, qtbot):
    window = chat(rig, qtbot)
    window.page.composer.attach(Attachment("a.txt", "x"))
    rig.window.compose.panel.ask(Trouble.CHAT_TOO_LONG, ContextParts(4096, 512, history=4000), can_summarise=True)
    return window


def personas(rig, qtbot):
    with qtbot.waitSignal(rig.parts.personas.listed):
        rig.window.personas.open()
    rig.window.personas.dialog.list.setCurrentRow(1)
    return rig.window.personas.dialog


def persona(rig, qtbot):
    dialog = personas(rig, qtbot)
    dialog.edit.click()
    dialog.editor.form.buttons[1].click()
    dialog.editor.fold.click()
    return dialog.editor


def extraction(rig, qtbot):
    opening = rig.window.dialogs.extraction
    with qtbot.waitSignal(opening._bridge.persona_found):
        opening.open()
    return opening.dialog


def extraction_question(rig, qtbot):
    dialog = extraction(rig, qtbot)
    folder = rig.folder / "letters"
    wish = Wish(folder, "{}", rig.folder / "letters.csv", Settings(), Persona(name="Taker"))
    dialog._bridge.looked.emit(Outlook(wish, (folder / "a", folder / "b"), n_known=1))
    return dialog


def extraction_table(rig, qtbot):
    dialog = extraction_question(rig, qtbot)
    with qtbot.waitSignal(dialog._bridge.ended):
        dialog.start.click()
    return dialog


def speed(rig, qtbot):
    opening = rig.window.dialogs.speed
    with qtbot.waitSignal(opening.bridge.found):
        rig.window.dialogs.open_speed()
    return opening.dialog


def speed_measured(rig, qtbot):
    dialog = speed(rig, qtbot)
    rig.window.dialogs.speed.bridge.ended.emit(Measured(SPEED_REPORT, (SPEED_REPORT,)))
    return dialog


WINDOWS = (
    chat,
    files_and_question,
    prompts,
    models,
    settings,
    sources,
    prompt,
    palette,
    sheet,
    personas,
    persona,
    extraction,
    extraction_question,
    extraction_table,
    speed,
    speed_measured,
)


@pytest.mark.parametrize("size", [(1200, 800), (480, 320)], ids=["large", "small"])
@pytest.mark.parametrize("open_window", WINDOWS, ids=lambda opener: opener.__name__)
def test_tab_reaches_every_control_and_each_has_a_name(make_rig, qtbot, open_window, size):
    rig = make_rig(size, chats=("Boats", "Cake"))
    qtbot.waitUntil(lambda: len(rig.window.conversations) == 2)
    window = open_window(rig, qtbot)
    QApplication.processEvents()
    assert unnamed(window) == []
    reached = stops(window, qtbot)
    assert len(reached) < _MAX_STOPS
    missed = [f"{type(each).__name__} {each.accessibleName()}" for each in reachable(window) - set(reached)]
    assert missed == [], f"reached {[each.accessibleName() for each in reached]}"
