# SPDX-License-Identifier: Apache-2.0
"""The settings: every one with a plain sentence, live at once, in one page that scrolls."""

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from leeward.domain.power import PowerMode
from leeward.domain.settings import Density, FreeAfter, Language, SendKey, Settings, ThemeChoice, TitleChoice, WhenFull
from leeward.error_text import describe
from leeward.i18n import LANGUAGES, mark, tr
from leeward.ui.controls import PlainLabel, TextButton
from leeward.ui.direction import follow_text
from leeward.ui.kept_row import KeptRow
from leeward.ui.settings_fields import (
    LOAD_TIME,
    MACHINE,
    N_DOWNLOADS,
    NETWORK,
    SAMPLING,
    ChoiceField,
    MenuField,
    NumberField,
    NumberWords,
    SettingRow,
    TextWords,
    in_one_column,
    words_of,
)
from leeward.ui.settings_notes import model_notes
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from leeward.bridge.kept import KeptReading
    from leeward.bridge.settings import SettingsBridge
    from leeward.bridge.tokens import TokenBridge
    from leeward.domain.ids import ConversationId
    from leeward.domain.model_settings import ModelSettings
    from leeward.domain.persona import Persona

_NARROW_PX = 500
_FONT_SIZE = NumberWords("font_size_pt", mark("Text size"), mark("Of everything in the window, in points."))
_DENSITY = (
    "density",
    mark("Density"),
    mark("How much room the window leaves between things."),
    {Density.COMFORTABLE: mark("Comfortable"), Density.COMPACT: mark("Compact")},
)
_LANGUAGE = (
    "language",
    mark("Language"),
    mark("Of the window. Another one is spoken from the next start on."),
    {Language.SYSTEM: mark("As the system"), **{Language(code): name for code, name in LANGUAGES.items()}},
)
_WRITING: tuple[tuple[str, str, str, dict[Any, str]], ...] = (
    (
        "send_key",
        mark("Send with"),
        mark("Enter with anything else starts a new line."),
        {SendKey.ENTER: "Enter", SendKey.CTRL_ENTER: "Ctrl+Enter", SendKey.SHIFT_ENTER: "Shift+Enter"},
    ),
    (
        "is_spelling_checked",
        mark("Check spelling"),
        mark(
            "Underlines words that the dictionaries of the system do not know. On Debian: hunspell-en-us, libenchant-2-2."
        ),
        {True: mark("On"), False: mark("Off")},
    ),
    (
        "is_read_ahead",
        mark("Read while I write"),
        mark(
            "The model reads a question while it is typed, so that the answer begins sooner. It takes some energy, and rests while a seed is set."
        ),
        {True: mark("On"), False: mark("Off")},
    ),
    (
        "is_followed_up",
        mark("Suggest questions"),
        mark("Behind an answer the model proposes what could be asked next. Small models are bad at it."),
        {True: mark("On"), False: mark("Off")},
    ),
    (
        "when_full",
        mark("When a chat gets too long"),
        mark("Ask before a message that does not fit is sent, or let the model forget the oldest messages."),
        {WhenFull.ASK: mark("Ask"), WhenFull.SLIDE: mark("Forget the oldest")},
    ),
    (
        "model_titles",
        mark("Titles of new chats"),
        mark("Automatic has models above a billion parameters make one; small ones are bad at it."),
        {
            TitleChoice.AUTOMATIC: mark("Automatic"),
            TitleChoice.MODEL: mark("Every model"),
            TitleChoice.WORDS: mark("First words"),
        },
    ),
)
_FREE_AFTER = (
    "free_model_after",
    mark("Free the model's memory"),
    mark("When nothing was asked of it for so long. It comes back by itself when you write."),
    {
        FreeAfter.NEVER: mark("Never"),
        FreeAfter.MINUTES_5: mark("After 5 minutes"),
        FreeAfter.MINUTES_15: mark("After 15 minutes"),
        FreeAfter.MINUTES_30: mark("After 30 minutes"),
        FreeAfter.MINUTES_60: mark("After an hour"),
    },
)
_POWER = (
    "power",
    mark("Power mode"),
    mark(
        "Balanced takes half the cores on battery and does nothing unasked then. Quiet always takes half, and other"
        " programs go first."
    ),
    {
        PowerMode.QUIET: mark("Quiet"),
        PowerMode.BALANCED: mark("Balanced"),
        PowerMode.FULL: mark("Full power"),
    },
)
_TUNED = (
    "is_tuned",
    mark("Find the fastest settings"),
    mark("A model that is new here tries for some seconds how it computes fastest, when nothing is asked of it."),
    {True: mark("On"), False: mark("Off")},
)
_THEMES = {
    ThemeChoice.SYSTEM: mark("System", "as the desktop is"),
    ThemeChoice.LIGHT: mark("Light"),
    ThemeChoice.DARK: mark("Dark"),
    ThemeChoice.CONTRAST: mark("Contrast"),
}
# Not the user's to set here: what a reset leaves alone.
_KEPT_ON_RESET = ("last_model", "persona")
_PROMPT_DELAY_MS = 400
_TEXT_PX = 220


class SettingsDialog(QDialog):
    """Signals:
    reload_requested()   load the model again, so that a changed setting of the machine takes effect
    """

    reload_requested = Signal()

    def __init__(  # noqa: PLR0913  each is another part of the program that is set here
        self,
        settings: "SettingsBridge",
        tokens: "TokenBridge",
        kept: "KeptReading",
        tuning: SettingRow,
        theme: Theme,
        parent: QWidget,
        *,
        has_model: bool,
        acting: "Callable[[], tuple[ModelSettings, ModelSettings, Persona | None]]",
        title_of: "Callable[[ConversationId | None], str]",
    ) -> None:
        """`tuning`: what was found fastest. `acting`: what is set for the loaded model, what it suggests, and who answers.
        `title_of`: the title of a chat, "" where it has none."""
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self._tokens = tokens
        self.kept_row = KeptRow(kept, title_of)
        self.tuning = tuning
        self._theme = theme
        self._has_model = has_model
        self._acting = acting
        self._rows: list[SettingRow] = []
        self._number_rows: dict[str, SettingRow] = {}
        self.numbers: dict[str, NumberField] = {}
        self.texts: dict[str, QLineEdit] = {}
        self.token = QLineEdit()
        self.keep_token = TextButton(tr("Keep"), "outline")
        self.forget_token = TextButton(tr("Forget"), "outline")
        self.token_remark = PlainLabel("", "muted", is_wrapped=True)
        self.themes = QButtonGroup(self)
        self.choices: dict[str, ChoiceField | MenuField] = {words[0]: ChoiceField(*words) for words in _WRITING}
        self.choices["density"] = ChoiceField(*_DENSITY)
        self.choices["language"] = MenuField(*_LANGUAGE)
        self.choices["free_model_after"] = MenuField(*_FREE_AFTER)
        self.choices["power"] = MenuField(*_POWER)
        self.choices["is_tuned"] = ChoiceField(*_TUNED)
        self.prompt = QPlainTextEdit()
        follow_text(self.prompt)
        self.prompt_remark = PlainLabel("", "muted", is_wrapped=True)
        self.reload = TextButton(tr("Reload model"), "outline")
        self.reset = TextButton(tr("Reset to defaults"), "quiet")
        self.done_button = TextButton(tr("Done"), "primary")
        self._prompt_timer = QTimer(self)
        self._prompt_timer.setSingleShot(True)
        self._prompt_timer.setInterval(_PROMPT_DELAY_MS)
        self._prompt_timer.timeout.connect(self._on_prompt_due)
        self._lay_out()
        in_one_column(self.numbers.values())
        self._show(settings.settings)
        self.themes.button(list(ThemeChoice).index(settings.settings.theme)).setFocus()
        self._show_reload(is_needed=False)
        self.reset.clicked.connect(self._on_reset_clicked)
        self.reload.clicked.connect(self._on_reload_clicked)
        self.done_button.clicked.connect(self.accept)
        settings.changed.connect(self._on_settings_changed)
        self.finished.connect(self._on_finished)
        room = parent.size()
        self.resize(min(620, room.width() - 16), min(680, room.height() - 16))
        self.setMinimumSize(280, 220)

    def set_theme(self, theme: Theme) -> None:
        for field in self.numbers.values():
            field.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for row in self._rows:
            row.set_narrow(is_narrow=self.width() < _NARROW_PX)

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setProperty("kind", "plain")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._form())
        bottom = QHBoxLayout()
        bottom.setContentsMargins(12, 8, 20, 10)
        bottom.addWidget(self.reset)
        bottom.addStretch(1)
        bottom.addWidget(self.reload)
        bottom.addWidget(self.done_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addWidget(_line())
        layout.addLayout(bottom)
        for button in (self.reset, self.done_button, self.reload):
            button.setAutoDefault(False)  # Enter in a field must not press a button

    def _form(self) -> QWidget:
        form = QWidget()
        form.setObjectName("form")
        page = QVBoxLayout(form)
        page.setContentsMargins(20, 14, 20, 14)
        page.setSpacing(12)
        self._add_heading(page, tr("Look"))
        self._add(
            page,
            SettingRow(
                tr("Theme"), tr("System follows the desktop: light, dark and high contrast."), self._theme_buttons()
            ),
        )
        self._add_number(page, _FONT_SIZE)
        self._add_choice(page, "density")
        self._add_choice(page, "language")
        self._add_heading(page, tr("Writing"))
        for name, *_ in _WRITING:
            self._add_choice(page, name)
        self._add_heading(page, tr("Instructions"))
        page.addLayout(
            words_of(
                tr("System prompt"), tr("Every new chat begins with it. Leave it empty for the model's own manner.")
            )
        )
        page.addWidget(self.prompt_remark)
        page.addWidget(self._prompt_field())
        self._add_heading(page, tr("Answers"))
        for words in SAMPLING:
            self._add_number(page, words)
        self._add_heading(page, tr("This computer"))
        for name in ("free_model_after", "power", "is_tuned"):
            self._add_choice(page, name)
        self._add(page, self.tuning)
        page.addWidget(PlainLabel(tr("These take effect when a model is loaded."), "muted", is_wrapped=True))
        for words in MACHINE:
            self._add_number(page, words)
            if words.name == "kept_gb":
                self._add(page, self.kept_row)
        self._add_heading(page, tr("Network"))
        page.addWidget(PlainLabel(tr("Leeward connects only when you search or download."), "muted", is_wrapped=True))
        for text in NETWORK:
            self._add_text(page, text)
        self._add_number(page, N_DOWNLOADS)
        self._add_token(page)
        page.addStretch(1)
        return form

    def _add(self, page: QVBoxLayout, row: SettingRow) -> None:
        self._rows.append(row)
        page.addWidget(row)

    def _add_heading(self, page: QVBoxLayout, text: str) -> None:
        if page.count():
            page.addWidget(_line())
        page.addWidget(PlainLabel(text.upper(), "section"))

    def _add_choice(self, page: QVBoxLayout, name: str) -> None:
        field = self.choices[name]
        self._add(page, SettingRow(field.label, field.sentence, field))
        field.chosen.connect(self._settings.set_value)

    def _add_number(self, page: QVBoxLayout, words: NumberWords) -> None:
        field = NumberField(words, self._theme)
        self.numbers[words.name] = field
        kind = type(getattr(Settings(), words.name))
        field.edited.connect(lambda value: self._settings.set_value(words.name, kind(value)))
        row = self._number_rows[words.name] = SettingRow(tr(words.label), tr(words.sentence), field)
        self._add(page, row)

    def _add_text(self, page: QVBoxLayout, words: TextWords) -> None:
        field = QLineEdit()
        field.setFixedWidth(_TEXT_PX)
        field.setPlaceholderText(tr(words.empty))
        field.setAccessibleName(tr(words.label))
        field.setAccessibleDescription(tr(words.sentence))
        field.editingFinished.connect(lambda: self._take_text(words.name))
        self.texts[words.name] = field
        self._add(page, SettingRow(tr(words.label), tr(words.sentence), field))

    def _take_text(self, name: str) -> None:
        self.texts[name].setModified(False)
        self._settings.set_value(name, self.texts[name].text().strip())

    def _add_token(self, page: QVBoxLayout) -> None:
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.token.setPlaceholderText("hf_…")
        self.token.setFixedWidth(_TEXT_PX)
        self.token.setAccessibleName(tr("Access token"))
        self.token.textChanged.connect(lambda text: self.keep_token.setEnabled(bool(text.strip())))
        self.token.returnPressed.connect(self.keep_token.click)
        self.keep_token.setEnabled(False)
        self.keep_token.setAutoDefault(False)
        self.forget_token.setAutoDefault(False)
        self.keep_token.clicked.connect(lambda: self._tokens.set(self.token.text().strip()))
        self.forget_token.clicked.connect(lambda: self._tokens.set(""))
        self._tokens.kept.connect(self._on_token_kept)
        self._tokens.failed.connect(self._on_token_failed)
        field = QWidget()
        layout = QHBoxLayout(field)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.token, self.keep_token, self.forget_token):
            layout.addWidget(widget)
        sentence = tr("For models whose terms you have accepted. The keyring of the system keeps it.")
        self._add(page, SettingRow(tr("Access token"), sentence, field))
        page.addWidget(self.token_remark)
        self.token_remark.hide()

    @Slot(bool)
    def _on_token_kept(self, is_kept: bool) -> None:  # noqa: FBT001  what the signal carries
        self.token.clear()
        self._say_of_token(tr("The token is kept.") if is_kept else tr("No token is kept."))

    @Slot(object)
    def _on_token_failed(self, error: Exception) -> None:
        if isinstance(error, ValueError):
            self._say_of_token(tr("This is no access token: it is one word without spaces."))
        else:
            said = describe(error)
            self._say_of_token(f"{said.sentence} {said.next_step}")

    def _say_of_token(self, text: str) -> None:
        self.token_remark.setText(text)
        self.token_remark.show()

    def _theme_buttons(self) -> QWidget:
        group = QWidget()
        layout = QHBoxLayout(group)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for number, choice in enumerate(ThemeChoice):
            comment = "as the desktop is" if choice is ThemeChoice.SYSTEM else ""
            word = tr(_THEMES[choice], comment)
            button = TextButton(word, "outline")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(tr("Theme: {choice}", choice=word))
            self.themes.addButton(button, number)
            layout.addWidget(button)
        self.themes.idClicked.connect(lambda number: self._settings.set_value("theme", list(ThemeChoice)[number]))
        return group

    def _prompt_field(self) -> QWidget:
        self.prompt.setProperty("kind", "field")
        self.prompt.setAccessibleName(tr("System prompt"))
        self.prompt.setPlaceholderText(tr("For example: Answer in short, plain sentences."))
        self.prompt.setTabChangesFocus(True)
        self.prompt.setFixedHeight(4 * self.prompt.fontMetrics().lineSpacing() + 18)
        self.prompt.textChanged.connect(self._prompt_timer.start)
        return self.prompt

    def _show(self, settings: Settings) -> None:
        for name, field in self.numbers.items():
            field.show_value(float(getattr(settings, name)))
        for name, text in self.texts.items():
            if not text.isModified():  # what is being typed is the user's
                text.setText(getattr(settings, name))
        self.themes.button(list(ThemeChoice).index(settings.theme)).setChecked(True)
        for name, choice in self.choices.items():
            choice.show_value(getattr(settings, name))
        self.tuning.setVisible(settings.is_tuned)
        if self.prompt.toPlainText() != settings.system_prompt and not self._prompt_timer.isActive():
            self.prompt.blockSignals(True)
            self.prompt.setPlainText(settings.system_prompt)
            self.prompt.blockSignals(False)

        self.show_notes()

    @Slot()
    def show_notes(self) -> None:
        """Say beside each setting what the loaded model is used with in its place."""
        notes = model_notes(
            self._settings.settings, *self._acting(), lambda name, value: self.numbers[name].text_of(value)
        )
        for name, row in self._number_rows.items():
            row.set_remark(notes.get(name, ""))
            self.numbers[name].set_note(notes.get(name, ""))
        self.prompt_remark.setText(notes.get("system_prompt", ""))
        self.prompt_remark.setVisible(bool(self.prompt_remark.text()))
        self.prompt.setAccessibleDescription(self.prompt_remark.text())

    def _show_reload(self, *, is_needed: bool) -> None:
        self.reload.setVisible(is_needed and self._has_model)

    @Slot(object, object)
    def _on_settings_changed(self, new: Settings, old: Settings) -> None:
        self._show(new)
        if any(getattr(new, name) != getattr(old, name) for name in LOAD_TIME):
            self._show_reload(is_needed=True)

    @Slot()
    def _on_prompt_due(self) -> None:
        self._settings.set_value("system_prompt", self.prompt.toPlainText())

    @Slot()
    def _on_reset_clicked(self) -> None:
        self._prompt_timer.stop()
        for text in self.texts.values():
            text.setModified(False)
        now = self._settings.settings
        kept = {
            declared.name: getattr(now, declared.name) for declared in fields(now) if declared.name in _KEPT_ON_RESET
        }
        self._settings.replace(Settings(**kept))

    @Slot()
    def _on_reload_clicked(self) -> None:
        self._show_reload(is_needed=False)
        self.reload_requested.emit()

    @Slot()
    def _on_finished(self) -> None:
        if self._prompt_timer.isActive():
            self._prompt_timer.stop()
            self._on_prompt_due()


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "line")
    return line
