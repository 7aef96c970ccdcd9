# SPDX-License-Identifier: Apache-2.0
"""The small controls of the window: labels of plain text, and buttons with an icon, a name and a key."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from leeward.ui import icons
from leeward.ui.direction import line_start
from leeward.ui.theme import Theme


class PlainLabel(QLabel):
    """A label that never reads markup: the text may come from a model, a file name or an error.

    Args:
        kind: Which style of `stylesheet` it takes: "", "muted", "strong", "title" or "section".
    """

    def __init__(
        self, text: str = "", kind: str = "", *, is_wrapped: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setWordWrap(is_wrapped)
        self.setAlignment(line_start() | Qt.AlignmentFlag.AlignVCenter)
        self.setText(text)


class ElidedLabel(PlainLabel):
    """A label of one line that is cut with an ellipsis; screen readers get the whole text."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", kind, parent=parent)
        self._full_text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_full_text(text)

    def set_full_text(self, text: str) -> None:
        self._full_text = " ".join(text.split())
        self.setAccessibleName(self._full_text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = QFontMetrics(self.font())
        self.setText(metrics.elidedText(self._full_text, Qt.TextElideMode.ElideRight, self.width()))


class IconButton(QToolButton):
    """A button that shows an icon only; its name and key stand in the tooltip and go to screen readers.

    It takes the focus by Tab and not by a click: so the focus ring shows when it helps, and the composer keeps the
    caret after a click.
    """

    def __init__(self, icon_name: str, name: str, theme: Theme, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setProperty("kind", "icon")
        self.setIconSize(QSize(18, 18))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_name(name, key)
        self.set_theme(theme)

    def set_name(self, name: str, key: str = "") -> None:
        """Name what the button does now; `key` ("Ctrl+B") is shown, not bound."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({native_key(key)})" if key else name)

    def set_icon_name(self, icon_name: str, theme: Theme) -> None:
        self._icon_name = icon_name
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self.setIcon(icons.icon(self._icon_name, theme.text_muted))


class TextButton(QPushButton):
    """A button with a text. `kind` is "quiet", "outline", "primary" or "card"."""

    def __init__(self, text: str, kind: str = "outline", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(text)


def plain_menu_text(text: str) -> str:
    """Return `text` so that a menu or button shows it as it is: no mnemonics, no shortcut column, one line."""
    return " ".join(text.split()).replace("&", "&&")


def plain_tooltip(text: str) -> str:
    """Return `text` for a tooltip, which has no plain mode: Qt reads as markup whatever looks like a tag."""
    return text.replace("<", "‹").replace("&lt;", "& lt;")  # noqa: RUF001 - the lookalike is the purpose


def native_key(key: str) -> str:
    """Return "Ctrl+B" as this desktop writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def restyle(widget: QWidget) -> None:
    """Make a changed style property of `widget` take effect."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
