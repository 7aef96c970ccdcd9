# SPDX-License-Identifier: Apache-2.0
"""The menu of the text of a chat: copy it in one form or another."""

import enum
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from leeward.i18n import tr


class CopyForm(enum.Enum):
    """How text is copied. AS_WRITTEN: whole messages as they were written, parts of them as they are drawn."""

    AS_WRITTEN = enum.auto()
    PLAIN = enum.auto()  # as it is drawn
    MARKDOWN = enum.auto()


class _Selection(Protocol):
    def copy(self, widget: QWidget | None = None) -> None: ...
    def copy_as(self, form: CopyForm, widget: QWidget | None = None) -> None: ...
    def selected_text(self, widget: QWidget | None = None) -> str: ...
    def select_all(self) -> None: ...


def text_menu(selection: _Selection, widget: QWidget | None, address: str, parent: QWidget) -> QMenu:
    """Return the menu for what is selected in `widget`, None for anywhere; `address` is of the link under the pointer."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    add_copy_actions(menu, selection, widget, is_enabled=bool(selection.selected_text(widget)))
    if address:
        menu.addAction(tr("Copy the link's address"), lambda: QGuiApplication.clipboard().setText(address))
    menu.addSeparator()
    menu.addAction(tr("Select all"), QKeySequence.StandardKey.SelectAll, selection.select_all)
    return menu


def add_copy_actions(
    menu: QMenu, selection: _Selection, widget: QWidget | None = None, *, is_enabled: bool = True
) -> None:
    """Add to `menu` the ways to copy what is selected."""
    actions = (
        menu.addAction(tr("Copy selection"), QKeySequence.StandardKey.Copy, lambda: selection.copy(widget)),
        menu.addAction(
            tr("Copy selection as Markdown"),
            QKeySequence("Ctrl+Alt+C"),
            lambda: selection.copy_as(CopyForm.MARKDOWN, widget),
        ),
        menu.addAction(tr("Copy selection as plain text"), lambda: selection.copy_as(CopyForm.PLAIN, widget)),
    )
    for action in actions:
        action.setEnabled(is_enabled)
