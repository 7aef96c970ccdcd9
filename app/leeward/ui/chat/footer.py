# SPDX-License-Identifier: Apache-2.0
"""What stands under a message: which version it is, what it took, and what can be done with it."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from leeward.i18n import tr
from leeward.ui.chat.actions import MessageAction
from leeward.ui.chat.controls import BUTTON_PX, ElidedLabel, IconButton, paint_pill, set_text_color
from leeward.ui.chat.style import ChatStyle

_EDGE_PX = 8  # of a button around its icon


@dataclass(frozen=True, slots=True)
class FooterFacts:
    """What a footer shows.

    Attributes:
        text: What the answer took.
        is_user: It stands under a message of the user.
        is_answer: It stands under one of the model.
        is_steady: The actions show always, not only under the pointer.
        can_continue: The answer was cut and can be gone on with.
        version: Which version this is, from 1, and of how many; of one nothing is shown.
    """

    text: str = ""
    is_user: bool = False
    is_answer: bool = False
    is_steady: bool = False
    can_continue: bool = False
    version: tuple[int, int] = (1, 1)


class ContinueButton(QToolButton):
    """A pill with a word: what was cut should not hide behind an icon."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._style: ChatStyle | None = None
        self.setText(tr(MessageAction.CONTINUE.value))
        self.setAccessibleName(tr("Continue this answer"))
        self.setToolTip(tr("Continue this answer where it was cut"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_style(self, style: ChatStyle) -> None:
        self._style = style
        self.setFont(style.small_font)
        self.setFixedSize(QSize(self.fontMetrics().horizontalAdvance(self.text()) + 38, BUTTON_PX - 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._style is None:
            return
        theme = self._style.theme
        paint_pill(self, theme, icon=("play", theme.accent), ground=theme.surface, color=theme.text)


class FooterWidget(QWidget):
    """Actions show under the pointer, with focus, and on the last message; versions and a cut answer show always.

    Signals:
        action_requested(MessageAction)
        menu_requested(QPoint)             all actions are asked for; where on the screen
    """

    action_requested = Signal(object)
    menu_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = ElidedLabel(self)
        self._number = ElidedLabel(self)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.previous = self._button("chevron-left", MessageAction.PREVIOUS)
        self.next = self._button("chevron-right", MessageAction.NEXT)
        self.go_on = ContinueButton(self)
        self.copy = self._button("copy", MessageAction.COPY)
        self.regenerate = self._button("refresh-cw", MessageAction.AGAIN)
        self.edit = self._button("pencil", MessageAction.EDIT)
        self.more = IconButton("ellipsis", tr("More actions"), self)
        self.go_on.clicked.connect(lambda: self.action_requested.emit(MessageAction.CONTINUE))
        self.more.clicked.connect(lambda: self.menu_requested.emit(self.more.mapToGlobal(QPoint(0, BUTTON_PX))))
        self._facts = FooterFacts()
        self._is_hovered = False

    def focus_widgets(self) -> list[QWidget]:
        """Return what takes the focus, in the order it is read."""
        return [self.previous, self.next, self.go_on, self.copy, self.regenerate, self.edit, self.more]

    def show_footer(self, facts: FooterFacts, style: ChatStyle) -> None:
        self._facts = facts
        for label in (self._label, self._number):
            label.setFont(style.small_font)
            set_text_color(label, style.theme.text_muted)
        self._label.set_full_text(facts.text)
        number, n_versions = facts.version
        self._number.set_full_text(f"{number}/{n_versions}")
        self._number.setAccessibleName(tr("Version {number} of {n}", number=number, n=n_versions))
        for widget in (self.previous, self.next, self._number):
            widget.setVisible(n_versions > 1)
        self.previous.setEnabled(number > 1)
        self.next.setEnabled(number < n_versions)
        for button in (self.previous, self.next, self.copy, self.regenerate, self.edit, self.more):
            button.set_theme(style.theme)
        self.go_on.set_style(style)
        self.go_on.setVisible(facts.can_continue)
        self.regenerate.setVisible(facts.is_answer)
        self._show_actions()
        self._arrange()

    def set_hovered(self, *, is_hovered: bool) -> None:
        self._is_hovered = is_hovered
        self._show_actions()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def fit(self, width: int) -> int:
        del width
        return BUTTON_PX

    def resizeEvent(self, event: QResizeEvent) -> None:
        del event
        self._arrange()

    def _button(self, icon_name: str, action: MessageAction) -> IconButton:
        button = IconButton(icon_name, tr(action.value), self)
        button.clicked.connect(lambda: self.action_requested.emit(action))
        return button

    def _arrange(self) -> None:
        number_px = self._number.fontMetrics().horizontalAdvance(self._number.full_text) + 4
        again = [self.regenerate] if self._facts.is_answer else []
        actions = [self.copy, *again, self.edit, self.more]
        versions_px = number_px + 2 * BUTTON_PX if self._facts.version[1] > 1 else 0
        pill_px = self.go_on.width() + 4 if self._facts.can_continue else 0
        x = -_EDGE_PX if versions_px else 0  # the icon, not the button's edge, stands under the text
        if self._facts.is_user:
            x = self.width() - BUTTON_PX * len(actions) - versions_px
        if versions_px:
            self._put(self.previous, x)
            self._put(self._number, x + BUTTON_PX, number_px)
            self._put(self.next, x + BUTTON_PX + number_px)
            x += versions_px + (0 if self._facts.is_user else 4)
        room = max(0, self.width() - x - pill_px - len(actions) * BUTTON_PX)
        text_px = self._label.fontMetrics().horizontalAdvance(self._label.full_text)
        text_px = 0 if self._facts.is_user else min(text_px + (8 if text_px else 0), room)
        self._put(self._label, x, text_px)
        x += text_px
        self._put(self.go_on, x, self.go_on.width())
        x += pill_px
        for button in actions:
            self._put(button, x or -_EDGE_PX)
            x = (x or -_EDGE_PX) + BUTTON_PX

    def _put(self, widget: QWidget, x: int, width: int = BUTTON_PX) -> None:
        """Place a widget so far from the side at which a line begins."""
        left = self.width() - x - width if self.isRightToLeft() else x
        widget.setGeometry(left, (BUTTON_PX - min(BUTTON_PX, widget.maximumHeight())) // 2, width, BUTTON_PX)

    def _show_actions(self) -> None:
        is_faint = not (self._facts.is_steady or self._is_hovered)
        for button in (self.copy, self.regenerate, self.edit, self.more):
            button.set_faint(is_faint=is_faint)
