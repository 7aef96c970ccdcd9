# SPDX-License-Identifier: Apache-2.0
"""What the window has to do with personas: who answers stands in the header, and the dialog is opened."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from leeward.domain.conversation import Message, MessageStatus
from leeward.domain.ids import ConversationId
from leeward.domain.persona import Persona
from leeward.error_text import ErrorText, Remedy
from leeward.i18n import tr
from leeward.ui.banner import Notice
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from leeward.ui.main_window import MainWindow, WindowParts
    from leeward.ui.personas.dialog import PersonasDialog


class PersonasOpening(QObject):
    """Stands between the bridge and the window. `dialog`: while it is open."""

    def __init__(self, parts: "WindowParts", window: "MainWindow") -> None:
        super().__init__(window)
        self._parts = parts
        personas = self._personas = parts.personas
        self._window = window
        self.dialog: PersonasDialog | None = None
        personas.changed.connect(self._on_changed)
        personas.load_wanted.connect(self._on_load_wanted)
        personas.failed.connect(self._on_failed)
        personas.checked.connect(self._on_checked)
        self._asked: dict[ConversationId, tuple[Persona, str]] = {}  # who answers now in JSON, and in which form
        parts.generation.reply_started.connect(self._on_reply_started)
        parts.generation.reply_failed.connect(lambda chat, *_what: self._asked.pop(chat, None))
        parts.generation.reply_finished.connect(self._on_reply_finished)
        window.header.personas_requested.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Show all there are, to choose one or write one."""
        from leeward.ui.personas.dialog import PersonasDialog  # noqa: PLC0415 - not on the way to the first picture

        if self.dialog is not None:
            self.dialog.raise_()
            return
        self.dialog = PersonasDialog(self._personas, self._parts.appearance.theme, self._window)
        self.dialog.finished.connect(self._on_closed)
        self.dialog.open()

    def close(self) -> None:
        if self.dialog is not None:
            self.dialog.close()

    def set_theme(self, theme: Theme) -> None:
        if self.dialog is not None:
            self.dialog.set_theme(theme)

    @Slot(object)
    def _on_changed(self, active: Persona | None) -> None:
        self._window.header.show_persona(tr(active.name, "persona") if active else "")

    @Slot(object, bool)
    def _on_load_wanted(self, model: "Path | None", are_adapters_other: bool) -> None:  # noqa: FBT001 - as the signal has it
        loaded = self._parts.generation.loaded_model
        if model is not None and (are_adapters_other or loaded is None or loaded.path != model):
            self._window.loading.load(model)
        elif are_adapters_other:
            self._window.loading.reload()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self.dialog is None:  # which says so itself
            self._window.page.show_error(error, "personas")

    @Slot(object, object)
    def _on_reply_started(self, conversation_id: ConversationId, _branch: tuple[Message, ...]) -> None:
        active = self._personas.active
        if active is not None and active.json_schema:
            self._asked[conversation_id] = (active, self._window.compose.settings().form)

    @Slot(object, object)
    def _on_reply_finished(self, conversation_id: ConversationId, message: Message | None) -> None:
        persona, form = self._asked.pop(conversation_id, (None, ""))
        if persona is None or message is None or message.status is not MessageStatus.COMPLETE:
            return
        # A summary is asked for without a form, and so is the rest of a cut answer.
        if message.details is not None and message.details.form == form:
            self._personas.check(conversation_id, persona, message.content)

    @Slot(object, object, object)
    def _on_checked(self, conversation_id: ConversationId, persona: Persona, problems: tuple[str, ...]) -> None:
        page = self._window.page
        if problems and page.current == conversation_id:
            text = ErrorText(
                tr(
                    "The answer does not fit the JSON schema of {name}: {problems}.",
                    name=tr(persona.name, "persona"),
                    problems="; ".join(problems),
                ),
                tr("Ask once more, or change the schema or the length of answers in the persona."),
                Remedy.TRY_AGAIN,
            )
            page.banner.show_notice(Notice(text, "reply", text.remedy, is_serious=False))

    @Slot()
    def _on_closed(self) -> None:
        self.dialog = None
        self._window.page.composer.setFocus()
