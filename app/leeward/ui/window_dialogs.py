# SPDX-License-Identifier: Apache-2.0
"""The dialogs that are opened from anywhere in the window. Their modules are imported when they are wanted."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from leeward.i18n import tr
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from leeward.ui.extraction.opening import ExtractionOpening
    from leeward.ui.main_window import MainWindow, WindowParts
    from leeward.ui.prompt_view_dialog import PromptViewDialog
    from leeward.ui.settings_dialog import SettingsDialog
    from leeward.ui.speed.opening import SpeedOpening
    from leeward.ui.transfer import Transfer


class WindowDialogs(QObject):
    """Attributes:
    settings, prompt: While they are open.
    """

    def __init__(self, parts: "WindowParts", window: "MainWindow") -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self.settings: SettingsDialog | None = None
        self.prompt: PromptViewDialog | None = None

    def set_theme(self, theme: Theme) -> None:
        for dialog in (self.settings, self.prompt):
            if dialog is not None:
                dialog.set_theme(theme)

    def close(self) -> None:
        for dialog in (self.settings, self.prompt):
            if dialog is not None:
                dialog.close()

    @cached_property
    def transfer(self) -> "Transfer":
        """Takes chats out of the program and into it."""
        from leeward.ui.transfer import Transfer  # noqa: PLC0415 - see above

        window = self._window
        read_again = window.organising.read_again
        made = Transfer(self._parts.make_transfer(), window.page, window.title_of, read_again, window)
        made.restore_wanted.connect(window.restore)
        return made

    @cached_property
    def extraction(self) -> "ExtractionOpening":
        """Turns folders of texts into tables."""
        from leeward.ui.extraction.opening import ExtractionOpening  # noqa: PLC0415 - see above

        return ExtractionOpening(self._parts, self._window)

    @Slot()
    def open_extraction(self) -> None:
        """Turn a folder of texts into a table."""
        self.extraction.open()

    @cached_property
    def speed(self) -> "SpeedOpening":
        """Measures how fast models are."""
        from leeward.ui.speed.opening import SpeedOpening  # noqa: PLC0415 - see above

        return SpeedOpening(self._parts, self._window)

    @Slot()
    def open_speed(self) -> None:
        """Measure how fast a model is."""
        self.speed.open()

    @Slot()
    def open_settings(self) -> None:
        from leeward.ui.settings_dialog import SettingsDialog  # noqa: PLC0415 - see above
        from leeward.ui.tuning_row import TuningRow  # noqa: PLC0415 - see above

        if self.settings is not None:
            self.settings.raise_()
            return
        parts, loading = self._parts, self._window.loading
        dialog = SettingsDialog(
            parts.settings,
            parts.tokens,
            parts.kept,
            TuningRow(parts.tuner, parts.generation),
            parts.appearance.theme,
            self._window,
            has_model=parts.generation.loaded_model is not None,
            acting=lambda: (*loading.of_model, parts.personas.active),
            title_of=self._window.title_of,
        )
        parts.generation.model_loaded.connect(dialog.show_notes)
        dialog.reload_requested.connect(loading.reload)
        dialog.finished.connect(self._on_settings_closed)
        self.settings = dialog
        dialog.open()

    @Slot()
    def show_prompt(self) -> None:
        """Show exactly what the model sees of the shown chat and of what is typed."""
        from leeward.ui.prompt_view_dialog import PromptViewDialog  # noqa: PLC0415 - see above

        if self.prompt is not None:
            self.prompt.raise_()
            return
        page = self._window.page
        dialog = PromptViewDialog(self._parts.generation, self._parts.appearance.theme, self._window)
        dialog.finished.connect(self._on_prompt_closed)
        self.prompt = dialog
        dialog.open()
        dialog.ask(page.current, page.composer.text, self._window.compose.settings())

    @Slot()
    def open_palette(self) -> None:
        """Offer every action and every chat by its name."""
        from leeward.ui.command_palette import Command, CommandPalette, key_text  # noqa: PLC0415 - see above

        window = self._window
        commands = [Command(each.name, key_text(each.keys), each.run) for each in window.actions_of_window]
        commands += [
            Command(" ".join(each.title.split()), tr("chat"), partial(window.open_conversation, each.id))
            for each in window.conversations
            if each.title.strip()
        ]
        CommandPalette(commands, self._parts.appearance.theme, window).open()

    @Slot()
    def show_shortcuts(self) -> None:
        from leeward.ui.shortcut_sheet import ShortcutSheet  # noqa: PLC0415 - see above

        ShortcutSheet(self._window.actions_of_window, self._window).open()

    @Slot()
    def _on_settings_closed(self) -> None:
        self.settings = None
        self._window.page.composer.setFocus()

    @Slot()
    def _on_prompt_closed(self) -> None:
        self.prompt = None
        self._window.page.composer.setFocus()
