# SPDX-License-Identifier: Apache-2.0
"""The Models page: search and lists at the left, what is chosen at the right, downloads below. Opening it sends nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leeward.bridge.discover import OpenedRepo, Question, ResultPage, Suggestion
from leeward.bridge.downloads import DownloadState
from leeward.bridge.models import ModelChoice
from leeward.domain.errors import HubNotFound, NothingToFetch
from leeward.domain.hub import FoundRepo
from leeward.domain.model_info import LoadPlan, ModelInfo
from leeward.domain.model_settings import ModelSettings
from leeward.domain.settings import Settings
from leeward.error_text import describe
from leeward.i18n import tr
from leeward.library.hub_names import Wanted, parse_wanted
from leeward.library.offers import Offer, choose
from leeward.library.pull import PullPlan, plan_pull
from leeward.ui.banner import Banner
from leeward.ui.controls import IconButton, PlainLabel
from leeward.ui.models_page.detail import Detail
from leeward.ui.models_page.downloads_strip import DownloadsStrip
from leeward.ui.models_page.here import ModelsHere
from leeward.ui.models_page.row_list import RowList
from leeward.ui.models_page.rows import (
    Row,
    facts_of_repo,
    facts_of_suggestion,
    license_text,
    row_of_repo,
    rows_at_home,
)
from leeward.ui.models_page.search_bar import SearchBar
from leeward.ui.models_page.settings_desk import SettingsDesk
from leeward.ui.models_page.sources import ModelSources
from leeward.ui.models_page.template_desk import TemplateDesk
from leeward.ui.models_page.this_machine import ThisMachine
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from leeward.bridge.discover import Discover
    from leeward.bridge.downloads import Downloads
    from leeward.bridge.generation import GenerationBridge
    from leeward.bridge.installed import InstalledModels
    from leeward.bridge.measuring import Measuring
    from leeward.bridge.models import ModelsBridge
    from leeward.bridge.packs import Packs
    from leeward.bridge.settings import SettingsBridge
    from leeward.bridge.template_check import TemplateCheck

_NARROW_PX = 700


@dataclass(frozen=True, slots=True)
class PageTools:
    """What the composition root hands to the page. The page owns none of it.

    Attributes:
        plan: How a model with such settings of its own would be loaded now.
        suggested: What to suggest to a machine with so many bytes of free memory.
        models_folder: Where downloads go.
        starter: The model that came with the program.
    """

    discover: "Discover"
    downloads: "Downloads"
    measuring: "Measuring"
    template_check: "TemplateCheck"
    models: "ModelsBridge"
    installed: "InstalledModels"
    packs: "Packs"
    generation: "GenerationBridge"
    settings: "SettingsBridge"
    plan: Callable[[ModelSettings, Path], LoadPlan]
    suggested: Callable[[int], Sequence[Suggestion]]
    models_folder: Path
    starter: ModelChoice | None


class ModelsPage(QWidget):
    """Signals:
    closed()
    use_requested(Path)        load this model and chat
    address_requested(str)     show this address in the browser
    told(str)                  one short line about the downloads that run
    moved(float | None)        the share of them that is there; None when none runs
    trouble(Exception)         something that is not about one model
    settings_kept(Path, ModelSettings)   this is set for a model now
    """

    closed = Signal()
    use_requested = Signal(object)
    address_requested = Signal(str)
    told = Signal(str)
    moved = Signal(object)
    trouble = Signal(object)
    settings_kept = Signal(object, object)

    def __init__(self, tools: PageTools, theme: Theme) -> None:
        super().__init__()
        self._tools = tools
        self._known = ""  # facts that the list said of what is chosen
        self._opened: OpenedRepo | None = None
        self._infos: dict[Offer, ModelInfo] = {}  # of the opened repository
        self._is_users_choice = False
        self._machine = ThisMachine(tools.generation, tools.measuring, tools.settings, tools.starter, self)
        self._is_detail_open = False
        self.setObjectName("modelsPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = IconButton("chevron-left", tr("Back to the chat"), theme, "Esc")
        self.search = SearchBar(theme)
        self.sources_button = IconButton("folder-open", tr("Where models come from, and model packs"), theme)
        self.list = RowList(tr("Models"), theme)
        self.detail = Detail(theme, self._machine)
        self.here = ModelsHere(tools, self.detail, self)
        self.settings = SettingsDesk(tools.installed, tools.generation, tools.plan, self.detail, self)
        self.templates = TemplateDesk(tools.template_check, tools.installed, self.detail.template, self)
        self.sources = ModelSources(tools, self.here, theme, self)
        self.strip = DownloadsStrip(tools.downloads, theme)
        self._lay_out()
        self._connect()
        self._machine.look()
        self._show_home()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(10, 8, 12, 8)
        top.setSpacing(8)
        top.addWidget(self.back)
        self._title = PlainLabel(tr("Models"), "title")
        top.addWidget(self._title)
        top.addSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.sources_button)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.list, 5)
        middle.addWidget(self.detail, 6)
        self._notices = QVBoxLayout()
        self._notices.setContentsMargins(12, 0, 12, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(self._notices)
        layout.addLayout(middle, 1)
        layout.addWidget(self.strip)

    def _connect(self) -> None:
        tools, detail = self._tools, self.detail
        self.back.clicked.connect(self.go_back)
        self.search.wanted.connect(self._on_wanted)
        self.search.left.connect(self.list.go_to_first)
        self.list.chosen.connect(self._on_chosen)
        self.list.rows.more_wanted.connect(tools.discover.more)
        detail.offer_chosen.connect(self._on_offer_chosen)
        detail.files.chosen.connect(self._on_files_clicked)
        detail.download_requested.connect(self._on_download_requested)
        detail.use_requested.connect(self.settings.use)
        self.settings.use_requested.connect(self.use_requested)
        self.settings.kept.connect(self.settings_kept)
        self.settings.adapters_kept.connect(self.here.read_about)
        detail.page_requested.connect(self._on_page_requested)
        detail.fit.measure_requested.connect(self._machine.measure)
        detail.fit.cancel_requested.connect(self._machine.cancel)
        self._machine.changed.connect(self._on_machine_changed)
        self.strip.use_requested.connect(self.settings.use)
        self.strip.told.connect(self.told)
        self.strip.moved.connect(self.moved)
        tools.discover.found.connect(self._on_found)
        tools.discover.opened.connect(self._on_opened)
        tools.discover.header_read.connect(self._on_header_read)
        tools.discover.failed.connect(self._on_failed)
        tools.downloads.listed.connect(self._show_action)
        tools.downloads.changed.connect(self._show_action)
        tools.downloads.finished.connect(self._on_finished)
        tools.downloads.not_kept.connect(self.trouble)
        self.sources_button.clicked.connect(self.sources.open)
        self.here.changed.connect(self._on_here_changed)
        self.here.trouble.connect(self.trouble)
        tools.settings.changed.connect(self._on_settings_changed)

    # From outside

    def enter(self) -> None:
        """Be shown: read what is here, and take the keyboard. Nothing is sent."""
        self._machine.look()
        self.here.refresh()
        self.search.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_banner(self, banner: Banner) -> None:
        """Show the window's messages here while the page is open."""
        self._notices.addWidget(banner)
        banner.setVisible(banner.notice is not None)

    def set_theme(self, theme: Theme) -> None:
        for widget in (self.back, self.search, self.sources_button, self.list, self.detail, self.strip, self.sources):
            widget.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.settings.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        else:
            self.go_back()

    @Slot()
    def go_back(self) -> None:
        """Go back to the list where the detail lies over it, else to the chat."""
        if self._is_narrow and self._is_detail_open:
            self._show_list()
            self.list.setFocus()
        else:
            self.closed.emit()

    @property
    def _is_narrow(self) -> bool:
        return self.width() < _NARROW_PX

    def _place(self) -> None:
        self._title.setVisible(not self._is_narrow)
        leads_to_list = self._is_narrow and self._is_detail_open
        self.back.set_name(tr("Back to the list") if leads_to_list else tr("Back to the chat"), "Esc")
        self.list.setVisible(not (self._is_narrow and self._is_detail_open))
        self.detail.setVisible(not self._is_narrow or self._is_detail_open)

    # The list

    def _show_home(self) -> None:
        self.list.rows.set_rows(self._rows_at_home())

    def _rows_at_home(self) -> list[Row]:
        return rows_at_home(self._tools.suggested(self._machine.free_bytes), self.here.all)

    @Slot()
    def _on_here_changed(self) -> None:
        if not self.search.text:
            self.list.rows.change_rows(self._rows_at_home())  # the current line stays while headers are read
        self._show_action()

    @Slot(str)
    def _on_wanted(self, text: str) -> None:
        self._show_list()
        discover = self._tools.discover
        discover.forget_search()
        if not text:
            self._show_home()
            return
        try:
            wanted = _address(text, self._tools.settings.settings.network.endpoint)
        except HubNotFound as error:
            self._show_remark(describe(error).sentence)
            return
        if wanted is not None:
            self.list.rows.set_rows([Row(wanted.repo, tr("what you named"), payload=wanted)])
            self._open(wanted)
        else:
            self._show_remark(tr("Searching…"))
            discover.search(text, self.search.order)

    @Slot(object)
    def _on_found(self, page: ResultPage) -> None:
        rows = [row_of_repo(repo) for repo in page.repos]
        if not page.is_first:
            self.list.rows.add_rows(rows, has_more=not page.is_finished)
        elif rows:
            self.list.rows.set_rows(rows, has_more=not page.is_finished)
            self.list.scrollToTop()
        else:
            self._show_remark(tr("Nothing was found for “{query}”.", query=page.query))

    def _show_remark(self, text: str) -> None:
        self.list.rows.set_rows([Row("", text)])

    @Slot(object)
    def _on_chosen(self, payload: object) -> None:
        match payload:
            case FoundRepo():
                self._open(Wanted(payload.repo), payload.license, facts_of_repo(payload))
            case Wanted():
                self._open(payload)
            case Suggestion():
                wanted = Wanted(payload.repo, quantization=payload.quantization)
                self._open(wanted, payload.license, facts_of_suggestion(payload))
            case ModelChoice():
                self._begin_detail()
                self.here.show(payload)

    # What is chosen

    @Slot()
    def _begin_detail(self) -> None:
        self._opened, self._known, self._infos = None, "", {}
        self._is_users_choice = False
        self._is_detail_open = True
        self._machine.look()
        if self._is_narrow:
            self.back.setFocus()  # or it would leave the page with the list that is hidden now
        self._place()

    def _open(self, wanted: Wanted, license_name: str = "", known: str = "") -> None:
        self._begin_detail()
        self._known = known
        stated = license_text(license_name) if license_name else ""
        self.detail.show_opening(wanted.repo, " · ".join(fact for fact in (stated, known) if fact))
        self._tools.discover.open(wanted)

    def _show_list(self) -> None:
        self._is_detail_open = False
        self._place()

    @Slot(object)
    def _on_opened(self, opened: OpenedRepo) -> None:
        self._opened = opened
        self.detail.show_repository(opened.repository, self._known, opened.offers)
        wanted = opened.wanted
        self._is_users_choice = bool(wanted.file or wanted.quantization)
        try:
            offer = choose(opened.repository, file=wanted.file, quantization=wanted.quantization)
        except NothingToFetch as error:
            self.detail.show_error(error)
            if not opened.offers:
                return
            offer = next((each for each in opened.offers if not each.problem), opened.offers[0])
        if self._is_narrow and self._is_detail_open:
            self.detail.files.setFocus()
        # What is asked for by name may be no model, such as a projector: then it is not among the offers.
        self.detail.choose(offer)

    @Slot(object)
    def _on_files_clicked(self, _offer: Offer) -> None:
        self._is_users_choice = True

    @Slot(object)
    def _on_offer_chosen(self, offer: Offer) -> None:
        self._show_action()
        if self._opened is None or offer.problem:
            return
        known = self._infos.get(offer)
        if known is not None:
            self.detail.fit.show_model(known)
        else:
            self._tools.discover.read_header(self._opened.repository, offer)

    @Slot(object, object)
    def _on_header_read(self, key: Offer | Path, info: ModelInfo) -> None:
        if isinstance(key, Path):
            if self.detail.choice is not None and self.detail.choice.path == key:
                self.detail.fit.show_model(info)
            return
        if self._opened is None:
            return
        is_first = not self._infos
        self._infos[key] = info
        if is_first:
            judged = self._machine.judge(self._opened.offers, info)
            self.detail.show_judged(judged)
            best = next((each.offer for each in judged if each.is_recommended), None)
            if best is not None and best != key and not self._is_users_choice:
                self.detail.choose(best)
                return
        if key == self.detail.offer:
            self.detail.fit.show_model(info)

    @Slot(object, object)
    def _on_failed(self, question: Question, error: Exception) -> None:
        text = describe(error)
        if question is Question.SEARCH:
            words = f"{text.sentence} {text.next_step}"
            if any(isinstance(row.payload, FoundRepo) for row in self.list.rows.rows[:1]):
                self.list.rows.add_rows([Row("", words)], has_more=False)  # what was found before stays
            else:
                self._show_remark(words)
        elif question is Question.REPOSITORY:
            self.detail.show_error(error)
        else:
            self.detail.fit.show_error(error)

    @Slot()
    def _on_page_requested(self) -> None:
        if self._opened is not None:
            endpoint = self._tools.settings.settings.network.endpoint
            self.address_requested.emit(f"{endpoint}/{self._opened.repository.repo}")

    # Downloads

    def _plan(self, offer: Offer) -> PullPlan | None:
        if self._opened is None:
            return None
        endpoint = self._tools.settings.settings.network.endpoint
        return plan_pull(endpoint, self._opened.repository, offer, self._tools.models_folder)

    def _show_action(self, *_what: object) -> None:
        offer = self.detail.offer
        plan = self._plan(offer) if offer is not None and not offer.problem else None
        if plan is None:
            return
        listed = {each.plan.paths: each.state for each in self._tools.downloads.all}
        state = listed.get(plan.paths)
        path = plan.paths[0]
        if state is DownloadState.DONE or any(each.path == path and each.is_there for each in self.here.all):
            self.detail.show_use(path)
        else:
            self.detail.show_download(is_listed=state is not None)

    @Slot(object)
    def _on_download_requested(self, offer: Offer) -> None:
        plan = self._plan(offer)
        if plan is not None:
            self._tools.downloads.add(plan)

    @Slot(str, object)
    def _on_finished(self, _download_id: str, paths: tuple[Path, ...]) -> None:
        self._tools.models.remember(paths[0], paths[0].stem)
        self._tools.installed.refresh()

    @Slot(object, object)
    def _on_settings_changed(self, new: Settings, _old: Settings) -> None:
        self._tools.downloads.set_n_at_once(new.n_downloads)

    # The machine

    @Slot(str)
    def _on_machine_changed(self, remark: str) -> None:
        fit = self.detail.fit
        fit.set_measuring(is_measured=self._machine.is_measured, is_running=self._machine.is_measuring)
        if remark:
            fit.show_measure_remark(remark)
        if self._infos and self._opened is not None:
            self.detail.show_judged(self._machine.judge(self._opened.offers, next(iter(self._infos.values()))))


def _address(text: str, endpoint: str) -> Wanted | None:
    """Return what an address or the name of a repository means; None for words to search for. Raises HubNotFound."""
    if "/" not in text or (" " in text and "://" not in text):
        return None
    return parse_wanted(text, endpoint)
