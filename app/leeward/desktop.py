# SPDX-License-Identifier: Apache-2.0
"""The composition root of the window: builds every object once, hands them to each other, takes them down again."""

import contextlib
import gc
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtWidgets import QApplication  # noqa: TID251 - this is where the window is put together

from leeward import logs, resources
from leeward.bridge.attachments import AttachmentReader
from leeward.bridge.conversations import ConversationsBridge
from leeward.bridge.crash import CrashReporter
from leeward.bridge.first_word import MAX_MODELS, FirstWord, Readings
from leeward.bridge.first_words import FirstWords
from leeward.bridge.generation import GenerationBridge
from leeward.bridge.instance import SingleInstance
from leeward.bridge.kept import KeptReading
from leeward.bridge.models import ModelChoice, ModelsBridge
from leeward.bridge.organise import OrganiseBridge
from leeward.bridge.personas import PersonasBridge
from leeward.bridge.prompts import PromptsBridge
from leeward.bridge.settings import SettingsBridge
from leeward.bridge.tasks import TaskThread
from leeward.bridge.template_check import TemplateCheck
from leeward.bridge.template_watch import TemplateWatch
from leeward.bridge.tokens import TokenBridge
from leeward.bridge.tuning import MAX_MODELS as MAX_TUNED
from leeward.bridge.tuning import Surroundings, Tuner, Tunings, TuningWish
from leeward.bridge.upkeep import Upkeep
from leeward.chat.reply import Replies
from leeward.chat.titles import Titles
from leeward.domain.errors import AppError, ProfileInUse, StorageCorrupt, StorageError
from leeward.domain.kv import KvStore
from leeward.domain.machine_profile import Reading
from leeward.domain.model_settings import load_plan
from leeward.domain.tuning import Tuning
from leeward.engine.supervisor import Supervisor
from leeward.error_text import ErrorText, Remedy, describe
from leeward.i18n import plural, tr
from leeward.library.models import Library
from leeward.library.starter import find_starter
from leeward.storage.backups import Backups
from leeward.storage.database import Database, is_upgrade_long
from leeward.storage.folders import Folders
from leeward.storage.kv_folder import KvFolder
from leeward.storage.machine_profile import MachineProfileFile
from leeward.storage.measured_for import KeyedFile
from leeward.storage.models import KnownModels
from leeward.storage.personas import Personas
from leeward.storage.plans import PlanMemory
from leeward.storage.profile import Profile, ProfileLock
from leeward.storage.prompts_file import PromptsFile
from leeward.storage.secrets import TokenStore
from leeward.storage.settings_file import SettingsFile, WindowStateFile
from leeward.storage.temporary import ConversationStore
from leeward.ui.appearance import Appearance
from leeward.ui.application import make_application
from leeward.ui.banner import Notice
from leeward.ui.crash_dialog import CrashNotice
from leeward.ui.language import speak
from leeward.ui.main_window import MainWindow, WindowParts

if TYPE_CHECKING:
    from leeward.bridge.extraction import ExtractionBridge
    from leeward.bridge.speed import SpeedBridge
    from leeward.bridge.transfer import TransferBridge
    from leeward.engine.protocol import Engine
    from leeward.ui.chat.view import ChatView
    from leeward.ui.models_page.page import ModelsPage

log = logging.getLogger(__name__)

_WAIT_FOR_FIRST_S = 5.0
_WAIT_FOR_UPGRADE_S = 3600.0


def run_window(profile: Profile, *, is_verbose: bool) -> int:
    """Show the window until it is closed, again with what a backup holds when that is wanted; return the exit code."""
    app = make_application()
    word: ErrorText | None = None
    while True:
        ending = _run_once(app, profile, word, is_verbose=is_verbose)
        if ending.backup is None:
            return ending.code
        with logs.configure(profile.logs, verbose=is_verbose):
            word = restored(profile, ending.backup)


@dataclass(frozen=True, slots=True)
class _Ending:
    """How a window was closed. `backup`: what is to be restored before the next one."""

    code: int
    backup: Path | None = None


def restored(profile: Profile, backup: Path) -> ErrorText:
    """Put what a backup holds in the place of the chats, with no window open; return what came of it. Blocking."""
    from leeward.storage.backup_file import restore_backup_file  # noqa: PLC0415  rarely needed

    try:
        done = restore_backup_file(profile, backup, time.time())
    except AppError as error:
        log.warning("the backup was not restored: %r", error)
        return describe(error)
    n = done.contents.n_conversations
    kept = tr("What was here before is kept in {folder}.", folder=done.aside) if done.aside else ""
    return ErrorText(plural("{n:,} chat is back.", "{n:,} chats are back.", n), kept, Remedy.WAIT)


def _run_once(app: QApplication, profile: Profile, word: ErrorText | None, *, is_verbose: bool) -> _Ending:
    settings = SettingsFile(profile.settings_file).load()
    speak(app, settings.language)
    appearance = Appearance(app, settings.theme, settings.font_size_pt, settings.density)
    try:
        profile.create()
        instance = SingleInstance(profile.root)
        if instance.raise_first():
            return _Ending(0)
        with (
            ProfileLock(profile),
            logs.configure(profile.logs, verbose=is_verbose),
            contextlib.closing(CrashReporter(profile.logs)) as reporter,
            contextlib.closing(instance),
        ):
            reporter.install()
            return _run(profile, appearance, instance, reporter, word, app.exec)
    except ProfileInUse as error:
        # Two starts at nearly the same time: the other one has the lock and its window will answer soon.
        return _Ending(0 if instance.raise_first(_WAIT_FOR_FIRST_S) else _report_problem(error))
    except AppError as error:
        return _Ending(_report_problem(error))
    finally:
        appearance.deleteLater()


def _report_problem(error: AppError) -> int:
    from leeward.ui.start_dialogs import ProblemDialog  # noqa: PLC0415  rarely needed

    log.warning("cannot start: %r", error)
    ProblemDialog(error).exec()
    return 1


def _run(
    profile: Profile,
    appearance: Appearance,
    instance: SingleInstance,
    reporter: CrashReporter,
    word: ErrorText | None,
    run_events: Callable[[], int],
) -> _Ending:
    database = _open_database(profile, instance.listen)
    if database is None:
        return _Ending(0)
    with contextlib.closing(database), contextlib.closing(ConversationStore(database)) as conversations:
        # Not worth refusing to show the chats for: on a full disk it is tried again at the next start.
        with contextlib.suppress(StorageError):
            conversations.interrupt_unfinished()
        with bridges(profile, database, conversations, appearance) as parts:
            window = MainWindow(parts)
            instance.raise_requested.connect(window.bring_to_front)
            CrashNotice(reporter, window, window.page.keep_draft)
            window.shown.connect(window.start)
            window.shown.connect(instance.listen)
            if word is not None:
                window.page.banner.replace_topic(Notice(word, "restore", None, is_serious=False))
            window.show()
            gc.freeze()  # what was made until now stays for good: looking through it again and again would take long
            code = run_events()
            window.deleteLater()
            return _Ending(code, window.backup_to_restore)


@contextlib.contextmanager
def bridges(
    profile: Profile, database: Database, conversations: ConversationStore, appearance: Appearance
) -> Iterator[WindowParts]:
    thread = TaskThread("storage")
    settings = SettingsBridge(SettingsFile(profile.settings_file), WindowStateFile(profile.state_file), thread)
    engine = Supervisor(
        stderr_path=profile.logs / "engine-stderr.log", kept=lambda: settings.settings.kept_in(profile.kv)
    )
    replies, titles = Replies(engine, conversations), Titles(engine, conversations)
    readings: Readings = KeyedFile(profile.readings_file, tuple[Reading, ...], MAX_MODELS)
    generation = GenerationBridge(engine, replies, titles, plans=PlanMemory(profile.plans_file))
    generation.first_word = FirstWord(readings, MachineProfileFile(profile.machine_file))
    tunings: Tunings = KeyedFile(profile.tunings_file, Tuning, MAX_TUNED)
    measuring: WeakSet[Supervisor] = WeakSet()
    around = Surroundings(is_measuring=lambda: any(each.is_running for each in list(measuring)))
    tuner = Tuner(engine, tunings, lambda: TuningWish(settings.settings.is_tuned, settings.settings.power), around)
    generation.tuner = tuner
    upkeep = Upkeep(profile.database, Backups(profile.backups), thread, conversations.purge_bin)
    starter = find_starter()
    page_parts = ExitStack()
    tokens = TokenBridge(TokenStore(profile.token_file))

    def make_engine(kept: Callable[[], KvStore | None] = lambda: None) -> Supervisor:
        made = Supervisor(stderr_path=profile.logs / "measuring-stderr.log", kept=kept)
        measuring.add(made)
        return made

    models = ModelsBridge(KnownModels(database), thread, Library(profile).settings_of)
    templates = TemplateWatch(TemplateCheck(make_engine), generation, models.read_settings)
    generation.free_model_after(settings.settings.free_model_after.seconds)
    settings.changed.connect(lambda new, _old: generation.free_model_after(new.free_model_after.seconds))
    personas = Personas(profile.personas, resources.path("personas"))
    try:
        yield WindowParts(
            conversations=ConversationsBridge(conversations, thread),
            organise=OrganiseBridge(conversations, Folders(database), thread),
            settings=settings,
            tokens=tokens,
            generation=generation,
            models=models,
            personas=PersonasBridge(personas, Library(profile), settings, thread),
            templates=templates,
            files=AttachmentReader(thread),
            kept=KeptReading(KvFolder(profile.kv), engine, thread),
            first_words=FirstWords(readings, generation, thread),
            tuner=tuner,
            prompts=PromptsBridge(PromptsFile(profile.prompts_file), thread),
            appearance=appearance,
            starter=ModelChoice(starter.path, starter.display_name) if starter else None,
            make_chat_view=lambda: _chat_view(appearance),
            make_models_page=lambda parts: models_page(parts, profile, thread, make_engine, page_parts),
            make_transfer=lambda: transfer_bridge(profile, database, page_parts),
            make_extraction=lambda: extraction_bridge(generation, personas, page_parts),
            make_speed=lambda: speed_bridge(profile, make_engine, page_parts),
            profile_folder=profile.root,
        )
    finally:
        upkeep.deleteLater()
        templates.close()
        page_parts.close()  # keeps what has come of downloads
        tokens.close()
        generation.close()  # saves what is being said
        thread.close()  # finishes what was handed over, drafts among it


def _chat_view(appearance: Appearance) -> "ChatView":
    from leeward.ui.chat.view import ChatView  # noqa: PLC0415  Markdown and Pygments: after the first picture

    view = ChatView(appearance.theme)
    view.set_font_size(appearance.font_size_pt)
    return view


def transfer_bridge(profile: Profile, database: Database, closing: ExitStack) -> "TransferBridge":
    from leeward.bridge.transfer import TransferBridge  # noqa: PLC0415  rarely needed
    from leeward.ui.pdf_file import pdf_of  # noqa: PLC0415  as above

    transfer = TransferBridge(profile, database, pdf_of)
    closing.callback(transfer.close)
    return transfer


def extraction_bridge(generation: GenerationBridge, personas: Personas, closing: ExitStack) -> "ExtractionBridge":
    from leeward.bridge.extraction import ExtractionBridge  # noqa: PLC0415  rarely needed

    extraction = ExtractionBridge(generation, personas)
    closing.callback(extraction.close)
    return extraction


def speed_bridge(profile: Profile, make_engine: "Callable[..., Engine]", closing: ExitStack) -> "SpeedBridge":
    from leeward.bridge.speed import SpeedBridge  # noqa: PLC0415  rarely needed
    from leeward.storage.speed_history import SpeedHistory  # noqa: PLC0415  as above

    speed = SpeedBridge(make_engine, Library(profile), SpeedHistory(profile.speed_file))
    closing.callback(speed.close)
    return speed


def models_page(
    parts: WindowParts, profile: Profile, thread: TaskThread, make_engine: "Callable[[], Engine]", closing: ExitStack
) -> "ModelsPage":
    """Return the page with what it works with; `closing` ends all of it. The HTTP client comes in here, not at the start."""
    from leeward.bridge.discover import Discover, suggestions  # noqa: PLC0415
    from leeward.bridge.downloads import Downloads  # noqa: PLC0415
    from leeward.bridge.installed import InstalledModels  # noqa: PLC0415
    from leeward.bridge.measuring import Measuring  # noqa: PLC0415
    from leeward.bridge.packs import Packs  # noqa: PLC0415
    from leeward.library.download_list import DownloadList  # noqa: PLC0415
    from leeward.library.web import Surroundings  # noqa: PLC0415
    from leeward.ui.models_page.page import ModelsPage, PageTools  # noqa: PLC0415

    def surroundings() -> Surroundings:
        return Surroundings(network=parts.settings.settings.network, token=parts.tokens.get)

    kept = DownloadList(profile.downloads_file)
    downloads = Downloads(kept, thread, surroundings, parts.settings.settings.n_downloads)
    discover = Discover(surroundings)
    measuring = Measuring(make_engine, MachineProfileFile(profile.machine_file))
    installed = InstalledModels(Library(profile), profile.database)
    packs = Packs(profile.models, Library(profile).entry_of)
    for each in (measuring, discover, downloads, installed, packs):
        closing.callback(each.close)
    tools = PageTools(
        discover=discover,
        downloads=downloads,
        measuring=measuring,
        template_check=parts.templates.check,
        models=parts.models,
        installed=installed,
        packs=packs,
        generation=parts.generation,
        settings=parts.settings,
        plan=lambda own, path: load_plan(parts.settings.settings, parts.personas.with_adapters(own), path),
        suggested=suggestions,
        models_folder=profile.models,
        starter=parts.starter,
    )
    page = ModelsPage(tools, parts.appearance.theme)
    parts.templates.wait_for(lambda: measuring.is_running)
    downloads.finished.connect(lambda _id, paths: parts.templates.look(paths[0]))
    installed.added.connect(parts.templates.look)
    downloads.load()
    return page


def _open_database(profile: Profile, listen: Callable[[], None]) -> Database | None:
    """Return the open database; None when the user chose to leave a damaged one as it is.

    `listen` is called before anything is asked or said, which may stay for minutes: later starts are answered meanwhile.
    """
    while True:
        try:
            if is_upgrade_long(profile.database):
                listen()
                return _upgraded(profile)
            return Database(profile.database, backups=profile.backups)
        except StorageCorrupt as error:
            log.warning("the database is damaged: %s", error.detail)
            listen()
            if not _recover(profile):
                return None


def _upgraded(profile: Profile) -> Database | None:
    """Return the database, opened while a small window says what is going on; None when the session ended meanwhile."""
    from leeward.ui.start_dialogs import UpgradeDialog  # noqa: PLC0415  rarely needed

    answers: list[Database | Exception] = []
    dialog = UpgradeDialog()

    def answer(opened: Database | Exception) -> None:
        answers.append(opened)
        dialog.accept()

    thread = TaskThread("upgrade")
    thread.run(lambda: Database(profile.database, backups=profile.backups), answer, answer)
    dialog.exec()
    thread.close(_WAIT_FOR_UPGRADE_S)
    for opened in answers:
        if isinstance(opened, Exception):
            raise opened
        return opened
    return None


def _recover(profile: Profile) -> bool:
    from leeward.storage import recovery  # noqa: PLC0415  rarely needed
    from leeward.ui.start_dialogs import Recovery, RecoveryDialog  # noqa: PLC0415

    choices = recovery.examine(profile)
    dialog = RecoveryDialog(choices, profile.database)
    dialog.exec()
    now = time.time()
    if dialog.chosen is Recovery.RESTORE and choices.backup is not None:
        recovery.restore_backup(profile, choices.backup, now)
    elif dialog.chosen is Recovery.SALVAGE:
        recovery.salvage(profile, now)
    elif dialog.chosen is Recovery.EMPTY:
        recovery.start_empty(profile, now)
    else:
        return False
    return True
