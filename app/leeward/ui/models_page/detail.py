# SPDX-License-Identifier: Apache-2.0
"""What is known of the chosen model: facts, the files of its repository, whether it is for this machine, and a button to get it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from leeward.bridge.installed import AboutChoice
from leeward.bridge.models import ModelChoice
from leeward.domain.hub import Repository
from leeward.domain.model_settings import ModelSettings
from leeward.error_text import describe
from leeward.i18n import tr
from leeward.library.in_words import size_text
from leeward.library.offers import Offer
from leeward.library.repacked import Judged
from leeward.ui.controls import IconButton, PlainLabel, TextButton
from leeward.ui.models_page.about_panel import AboutPanel
from leeward.ui.models_page.fit_panel import FitPanel
from leeward.ui.models_page.row_list import RowList
from leeward.ui.models_page.rows import license_text, row_of_judged, row_of_offer
from leeward.ui.models_page.settings_panel import SettingsPanel
from leeward.ui.models_page.template_panel import TemplatePanel
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from leeward.ui.models_page.this_machine import ThisMachine

_MAX_ROWS_SHOWN, _MAX_ROWS_SHOWN_LOW = 4.5, 2.5
"""The half row says that there are more."""

_LOW_PX = 480


class Detail(QWidget):
    """Signals:
    offer_chosen(Offer)         the user looks at another file
    download_requested(Offer)
    use_requested(Path)
    page_requested()            show the model's page in the browser
    remove_requested(AboutChoice)
    """

    offer_chosen = Signal(object)
    download_requested = Signal(object)
    use_requested = Signal(object)
    page_requested = Signal()
    remove_requested = Signal(object)

    def __init__(self, theme: Theme, machine: "ThisMachine") -> None:
        super().__init__()
        self._machine = machine
        self._offer: Offer | None = None
        self._path: Path | None = None
        self._choice: ModelChoice | None = None
        self._known: AboutChoice | None = None
        self.setObjectName("detail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = PlainLabel("", "strong", is_wrapped=True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.page = IconButton("external-link", tr("Show its page in the browser"), theme)
        self.facts = PlainLabel("", "muted", is_wrapped=True)
        self.remark = PlainLabel("", "", is_wrapped=True)
        self.files_heading = PlainLabel(tr("Files"), "section")
        self.files = RowList(tr("Files of this model"), theme)
        self.fit = FitPanel(machine.verdict)
        self.setup = SettingsPanel(machine.needed_bytes, machine.usual, theme)
        self.template = TemplatePanel(theme)
        self.about = AboutPanel()
        self.action = TextButton("", "primary")
        self._lay_out()
        self.page.clicked.connect(self.page_requested)
        self.files.chosen.connect(self.choose)
        self.about.remove_requested.connect(self._on_remove)
        self.action.clicked.connect(self._on_action)
        self.show_nothing()

    def _lay_out(self) -> None:
        form = QWidget()
        form.setObjectName("detailForm")
        self._top = QWidget()
        top = QHBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(4)
        top.addWidget(self.title, 1)
        top.addWidget(self.page, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(form)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.setSpacing(8)
        panels = (self.fit, self.setup, self.template, self.about)
        for widget in (self._top, self.facts, self.remark, self.files_heading, self.files, *panels):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setProperty("kind", "plain")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(tr("About this model"))
        self._scroll.setWidget(form)
        # The button does not scroll away: it is what all of this is for.
        self._bottom = QWidget()
        bottom = QVBoxLayout(self._bottom)
        bottom.setContentsMargins(16, 6, 16, 10)
        bottom.addWidget(self.action)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._bottom)

    @property
    def offer(self) -> Offer | None:
        """The file that is looked at."""
        return self._offer

    @property
    def choice(self) -> ModelChoice | None:
        """The model on this computer that is looked at."""
        return self._choice

    @property
    def ready_path(self) -> Path | None:
        """The file that the button uses, when it is here."""
        return self._path

    def set_theme(self, theme: Theme) -> None:
        for widget in (self.page, self.files, self.setup, self.template):
            widget.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_files()

    def show_nothing(self, remark: str = "") -> None:
        self._begin("", "", remark or tr("Choose a model to see what it needs and what files there are."))
        self._top.hide()

    def show_opening(self, repo: str, facts: str) -> None:
        """Show what is known of a repository before it has answered."""
        self._begin(repo, facts, tr("Reading what files it has…"))

    def show_repository(self, repository: Repository, known: str, offers: Sequence[Offer]) -> None:
        """Show its files; which one is looked at is said by `choose`. `known`: facts that it does not say itself."""
        terms = tr("terms to accept on its page") if repository.is_gated else ""
        facts = (license_text(repository.license), terms, known)
        remark = "" if offers else tr("There is no GGUF model in this repository.")
        self._begin(repository.repo, " · ".join(fact for fact in facts if fact), remark)
        self.files.rows.set_rows([row_of_offer(offer) for offer in offers])
        self.files_heading.setVisible(bool(offers))
        self.files.setVisible(bool(offers))
        self._fit_files()

    def show_judged(self, judged: Sequence[Judged]) -> None:
        """Put the verdicts into the rows of the files."""
        self.files.rows.change_rows([row_of_judged(each) for each in judged])

    def show_file(self, choice: ModelChoice) -> None:
        """Show a model that is here, or was: what it is follows with `show_known`."""
        self._begin(choice.name, str(choice.path), "")
        self._choice = choice
        self.page.hide()
        self.about.show_reading()
        if choice.can_be_loaded:
            self.fit.show_reading()
            self.show_use(choice.path)
        # It may be the only thing that takes the keyboard: the arrow keys then scroll.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_known(self, known: AboutChoice) -> None:
        """Show what is known of the model here."""
        self._known = known
        self._machine.learn_adapters(known.settings, known.adapter_bytes)
        self.about.show_known(known)
        self.template.show_known(known)
        self.setup.show_known(known)
        self.fit.show_own(known.settings)

    def show_settings(self, own: ModelSettings) -> None:
        """Show that this is set for the model here."""
        self.fit.show_own(own)
        self.setup.show_settings(self.fit.settings)
        self.template.show_template(own.template or "")

    def show_stale(self, *, is_stale: bool) -> None:
        """Say that the model is in use with other settings than it has now."""
        if self._path is not None:
            self.action.setText(tr("Load it again with these settings") if is_stale else tr("Use now"))

    def show_error(self, error: Exception) -> None:
        text = describe(error)
        self._remark(f"{text.sentence} {text.next_step}")

    def clear_error(self) -> None:
        self._remark("")

    @Slot(object)
    def choose(self, offer: Offer) -> None:
        """Look at this file."""
        self._offer = offer
        self.files.setCurrentIndex(self.files.rows.place_of(offer))
        if offer.problem:
            self.fit.clear()
            self._bottom.hide()
        else:
            self.fit.show_reading()
        self.offer_chosen.emit(offer)

    def show_use(self, path: Path) -> None:
        """Let the button use this file."""
        self._path = path
        self._show_action(tr("Use now"), is_enabled=True)

    def show_download(self, *, is_listed: bool) -> None:
        """Let the button get the file that is looked at, unless it is among the downloads already."""
        self._path = None
        size = size_text(self._offer.size_bytes) if self._offer is not None else ""
        words = tr("In the list of downloads below") if is_listed else tr("Download {size}", size=size)
        self._show_action(words, is_enabled=not is_listed)

    def _show_action(self, words: str, *, is_enabled: bool) -> None:
        self.action.setText(words)
        self.action.setEnabled(is_enabled)
        self._bottom.show()

    def _begin(self, title: str, facts: str, remark: str) -> None:
        self._offer, self._path = None, None
        self._choice, self._known = None, None
        self.title.setText(title)
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))
        self._remark(remark)
        self.files.rows.set_rows([])
        self._top.show()
        self.page.show()
        self.fit.clear()
        self.about.clear()
        self.template.clear()
        self.setup.clear()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in (self.files_heading, self.files, self._bottom):
            widget.hide()
        self._scroll.verticalScrollBar().setValue(0)

    def _fit_files(self) -> None:
        n_shown = min(self.files.rows.rowCount(), _MAX_ROWS_SHOWN if self.height() >= _LOW_PX else _MAX_ROWS_SHOWN_LOW)
        self.files.setFixedHeight(round(n_shown * self.files.row_height()) + 8)

    def _remark(self, text: str) -> None:
        self.remark.setText(text)
        self.remark.setVisible(bool(text))

    @Slot()
    def _on_remove(self) -> None:
        if self._known is not None:
            self.remove_requested.emit(self._known)

    @Slot()
    def _on_action(self) -> None:
        if self._path is not None:
            self.use_requested.emit(self._path)
        elif self._offer is not None:
            self.download_requested.emit(self._offer)
