# SPDX-License-Identifier: Apache-2.0
"""What could be asked next, as buttons under the last answer; one puts its question into the composer."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from leeward.domain.ids import ConversationId, MessageId
from leeward.domain.settings import Settings
from leeward.i18n import tr
from leeward.ui import icons
from leeward.ui.controls import TextButton, plain_menu_text, plain_tooltip
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from leeward.bridge.generation import GenerationBridge
    from leeward.bridge.settings import SettingsBridge
    from leeward.ui.chat_page import ChatPage

_AROUND_PX = 48  # the icon, and what the style leaves around the text


class _Question(TextButton):
    """Cut where there is no room; never makes the window wider."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__("", "quiet")
        self.question = text
        self.setIcon(icons.icon("sparkles", theme.text_muted))
        self.setIconSize(QSize(16, 16))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tr("Puts this question into the message field"))
        self.show_in(10_000)

    def show_in(self, width_px: int) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self.question, Qt.TextElideMode.ElideRight, max(40, width_px - _AROUND_PX))
        self.setText(f" {plain_menu_text(shown)}")
        self.setToolTip(plain_tooltip(self.question) if shown != self.question else "")

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())


class FollowUpBar(QWidget):
    """Signals:
    chosen(str)
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("What you could ask next"))
        self.buttons: list[_Question] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 2)
        self._layout.setSpacing(0)
        self.hide()

    def show_questions(self, questions: Sequence[str], theme: Theme) -> None:
        """Show these in place of those before; none hides it."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [_Question(question, theme) for question in questions]
        for button in self.buttons:
            button.clicked.connect(lambda _checked, question=button.question: self.chosen.emit(question))
            button.show_in(self.width())
            self._layout.addWidget(button)
        self.setVisible(bool(questions))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in self.buttons:
            button.show_in(self.width())


class FollowUpsShown(QObject):
    """Shows them while they belong to what is shown, and nothing is written."""

    def __init__(
        self, page: "ChatPage", generation: "GenerationBridge", settings: "SettingsBridge", theme: Theme
    ) -> None:
        super().__init__(page)
        self._page = page
        self._generation = generation
        self._theme = theme
        self._behind: MessageId | None = None
        self.bar = FollowUpBar()
        page.composer.add_above(self.bar)
        self.bar.chosen.connect(self._on_chosen)
        generation.followed_up.connect(self._on_followed_up)
        generation.reply_started.connect(lambda *_: self.put_away())
        page.conversation_changed.connect(lambda _: self.put_away())
        page.tokens_counted.connect(lambda _: self._look_again())
        page.composer.text_edited.connect(self._on_text_edited)
        settings.changed.connect(self._on_settings_changed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.bar.show_questions([each.question for each in self.bar.buttons], theme)

    def put_away(self) -> None:
        self._behind = None
        self.bar.show_questions((), self._theme)

    @Slot(object, object, object)
    def _on_followed_up(
        self, conversation_id: ConversationId, message_id: MessageId, questions: tuple[str, ...]
    ) -> None:
        is_last = conversation_id == self._page.current and self._last_id == message_id
        if is_last and not self._page.is_answering and not self._page.composer.text.strip():
            self._behind = message_id
            self.bar.show_questions(questions, self._theme)

    @property
    def _last_id(self) -> MessageId | None:
        return self._page.messages[-1].id if self._page.messages else None

    def _look_again(self) -> None:
        if self._behind is not None and self._behind != self._last_id:
            self.put_away()

    @Slot(str)
    def _on_chosen(self, question: str) -> None:
        self._page.composer.set_typed(question)
        self._page.composer.setFocus()

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        if text.strip():
            self._generation.drop_follow_ups()
            self.put_away()

    @Slot(object, object)
    def _on_settings_changed(self, new: Settings, _old: Settings) -> None:
        if not new.is_followed_up:
            self._generation.drop_follow_ups()
            self.put_away()
