# SPDX-License-Identifier: Apache-2.0
"""The button that names the model, and its menu: the starter model, models used before, any GGUF file."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from leeward.bridge.models import ModelChoice
from leeward.i18n import mark, tr
from leeward.ui import icons
from leeward.ui.controls import TextButton, native_key, plain_menu_text, plain_tooltip
from leeward.ui.direction import is_mirrored
from leeward.ui.theme import Theme

_MAX_NAME_PX = 320
_NO_MODEL = mark("Choose a model")


class ModelPicker(TextButton):
    """Signals:
    model_chosen(Path)      load this one
    file_requested()        show the file dialog
    more_requested()        show where models are found
    forget_requested(Path)  take a model whose file is gone off the list
    opening(list[Path])     the menu is shown now, with these models
    """

    model_chosen = Signal(object)
    file_requested = Signal()
    more_requested = Signal()
    forget_requested = Signal(object)
    opening = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", "model", parent)
        self._theme = theme
        self._name = ""
        self._details = ""
        self._starter: ModelChoice | None = None
        self._known: list[ModelChoice] = []
        self._loaded: Path | None = None
        self._rows: dict[Path, QAction] = {}
        self._max_name_px = _MAX_NAME_PX
        self.setIconSize(QSize(18, 18))
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.set_theme(theme)
        self.show_model("", "", None)

    @property
    def name(self) -> str:
        """The model's name as shown; empty when none is loaded."""
        return self._name

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setIcon(icons.icon("cpu", theme.accent))

    def set_choices(self, starter: ModelChoice | None, known: list[ModelChoice]) -> None:
        """Say what the menu offers. The starter model is not repeated among the known ones."""
        self._starter = starter
        self._known = [each for each in known if starter is None or each.path != starter.path]

    def show_model(self, name: str, details: str, path: Path | None) -> None:
        """Show which model is loaded or being loaded; empty when none is."""
        self._name, self._details, self._loaded = name, details, path
        self._show_name()

    def show_waits(self, waits: dict[Path, str]) -> None:
        """Say beside these models how long an answer takes to begin; beside the others nothing."""
        for path, row in self._rows.items():
            name = row.text().partition("\t")[0]
            row.setText(f"{name}\t{waits[path]}" if path in waits else name)

    def set_max_width(self, max_name_px: int) -> None:
        """Cut the name to this width."""
        if max_name_px != self._max_name_px:
            self._max_name_px = max_name_px
            self._show_name()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        chevron = icons.pixmap("chevron-down", self._theme.text_muted, 16, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(9 if is_mirrored() else self.width() - 25, (self.height() - 16) // 2, chevron)

    def _show_name(self) -> None:
        shown = QFontMetrics(self.font()).elidedText(
            self._name or tr(_NO_MODEL), Qt.TextElideMode.ElideMiddle, self._max_name_px
        )
        self.setText(f" {plain_menu_text(shown)}")
        self.setAccessibleName(tr("Model: {name}", name=self._name) if self._name else tr(_NO_MODEL))
        facts = " · ".join(part for part in (self._name, self._details) if part)
        self.setToolTip(plain_tooltip(f"{facts or tr(_NO_MODEL)} ({native_key('Ctrl+M')})"))

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        self._rows.clear()
        if self._starter is not None:
            self._add_heading(tr("Starter model"))
            self._add_model(self._starter)
        if self._known:
            self._add_heading(tr("Used before"))
            for choice in self._known:
                self._add_model(choice)
        if self._starter is not None or self._known:
            self._menu.addSeparator()
        open_file = self._menu.addAction(
            icons.icon("folder-open", self._theme.text_muted), f"{tr('Open a GGUF file…')}\t{native_key('Ctrl+O')}"
        )
        open_file.triggered.connect(self.file_requested)
        more = self._menu.addAction(
            icons.icon("download", self._theme.text_muted), f"{tr('Get models…')}\t{native_key('Ctrl+D')}"
        )
        more.triggered.connect(self.more_requested)
        self.opening.emit(list(self._rows))

    def _add_heading(self, text: str) -> None:
        heading = self._menu.addAction(text)
        heading.setEnabled(False)

    def _add_model(self, choice: ModelChoice) -> None:
        name = plain_menu_text(choice.name)
        if not choice.is_there:
            gone = self._menu.addAction(
                icons.icon("triangle-alert", self._theme.warning),
                tr("{name} (file is gone: remove from the list)", name=name),
            )
            gone.setToolTip(plain_tooltip(str(choice.path)))  # else Qt takes the text, which it would read as markup
            gone.triggered.connect(lambda: self.forget_requested.emit(choice.path))
            return
        is_loaded = choice.path == self._loaded
        action = QAction(name, self._menu)
        # Both kinds of row have an icon: the names stand in one column.
        action.setIcon(
            icons.icon("check" if is_loaded else "box", self._theme.accent if is_loaded else self._theme.text_muted)
        )
        action.setToolTip(plain_tooltip(str(choice.path)))
        action.triggered.connect(lambda: self.model_chosen.emit(choice.path))
        self._menu.addAction(action)
        self._rows[choice.path] = action
