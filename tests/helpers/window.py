# SPDX-License-Identifier: Apache-2.0
"""A whole window for tests: real storage, the real bridges and chat view, and an engine that says what it is told."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QApplication

from leeward import resources
from leeward.bridge.attachments import AttachmentReader
from leeward.bridge.conversations import ConversationsBridge
from leeward.bridge.first_word import MAX_MODELS, Readings
from leeward.bridge.first_words import FirstWords
from leeward.bridge.generation import GenerationBridge
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
from leeward.bridge.tuning import Tuner, Tunings, TuningWish
from leeward.chat.reply import Replies
from leeward.chat.titles import Titles
from leeward.desktop import extraction_bridge, models_page, speed_bridge, transfer_bridge
from leeward.domain.conversation import MessageStatus, ReplyDetails
from leeward.domain.generation import FinishReason, Role, Timings, Usage
from leeward.domain.ids import ConversationId
from leeward.domain.machine_profile import Reading
from leeward.domain.model_info import ModelInfo
from leeward.domain.settings import ThemeChoice
from leeward.domain.tuning import Tuning
from leeward.engine.protocol import Engine
from leeward.engine.scripted import Piece, ScriptedEngine
from leeward.library.models import Library
from leeward.storage.database import Database
from leeward.storage.folders import Folders
from leeward.storage.kv_folder import KvFolder
from leeward.storage.measured_for import KeyedFile
from leeward.storage.models import KnownModels
from leeward.storage.personas import Personas
from leeward.storage.plans import PlanMemory
from leeward.storage.profile import Profile
from leeward.storage.prompts_file import PromptsFile
from leeward.storage.secrets import TokenStore
from leeward.storage.settings_file import SettingsFile, WindowStateFile
from leeward.storage.temporary import ConversationStore
from leeward.ui import fonts
from leeward.ui.appearance import Appearance
from leeward.ui.chat.view import ChatView
from leeward.ui.main_window import MainWindow, WindowParts

STARTER = ModelChoice(Path("/models/starter.gguf"), "Starter 1M")
NOW_S = 1_800_000_000.0


@dataclass
class Rig:
    """A window and what stands behind it."""

    window: MainWindow
    parts: WindowParts
    engine: Engine
    store: ConversationStore
    known: KnownModels
    folder: Path
    thread: TaskThread = field(repr=False)

    def add_chat(self, title: str, question: str = "Why?", answer: str = "Because.") -> ConversationId:
        chat = self.store.create(NOW_S)
        asked = self.store.add_message(chat.id, None, Role.USER, question, NOW_S)
        reply = self.store.begin_reply(chat.id, asked.id, NOW_S)
        details = ReplyDetails(FinishReason.STOP, Usage(100, 60, 20), Timings(0.1, 0.2, 1.0, 20.0), None)
        self.store.finish_reply(reply.id, MessageStatus.COMPLETE, answer, "", details)
        self.store.rename(chat.id, title)
        return chat.id

    def listed(self) -> list[str]:
        """Return what the sidebar shows, headings included."""
        model = self.window.sidebar.model
        return [model.index(row).data() for row in range(model.rowCount())]


@contextlib.contextmanager
def rig(
    app: QApplication,
    folder: Path,
    scripts: Sequence[Sequence[Piece]] = (("An ", "answer."),),
    interval_s: float = 0.0,
    engine: Engine | None = None,
    check_model: Callable[[Path], ModelInfo | None] = lambda path: None,
    *,
    make_look_engine: Callable[[], Engine] | None = None,
    make_speed_engine: Callable[..., Engine] | None = None,
) -> Iterator[Rig]:
    """Build the window; it is neither shown nor started. `engine`: another one than that of the scripts.
    `check_model`: what is known of a file; None where memory is not counted.
    `make_look_engine`: gives engines that look at templates; None for scripted ones, which know nothing.
    `make_speed_engine`: gives engines that are measured."""
    fonts.load()
    folder.mkdir(parents=True, exist_ok=True)
    database = Database(folder / "chats.db")
    store = ConversationStore(database)
    known = KnownModels(database)
    thread = TaskThread("storage")
    engine = engine or ScriptedEngine(scripts, piece_interval_s=interval_s)
    replies, titles = Replies(engine, store), Titles(engine, store)
    generation = GenerationBridge(engine, replies, titles, check_model, PlanMemory(folder / "plans.json"))
    appearance = Appearance(app, ThemeChoice.DARK, 11)
    settings = SettingsBridge(SettingsFile(folder / "settings.toml"), WindowStateFile(folder / "state.toml"), thread)
    tunings: Tunings = KeyedFile(folder / "tunings.json", Tuning, 9)
    tuner = generation.tuner = Tuner(engine, tunings, lambda: TuningWish(mode=settings.settings.power))
    profile = Profile(folder)
    profile.models.mkdir(exist_ok=True)
    page_parts = contextlib.ExitStack()
    tokens = TokenBridge(TokenStore(profile.token_file))
    models = ModelsBridge(known, thread, Library(Profile(folder), roots=dict).settings_of)
    readings: Readings = KeyedFile(profile.readings_file, tuple[Reading, ...], MAX_MODELS)
    personas = Personas(profile.personas, resources.path("personas"))
    templates = TemplateWatch(
        TemplateCheck(make_look_engine or (lambda: ScriptedEngine(scripts))),
        generation,
        models.read_settings,
        delay_ms=20,
    )
    parts = WindowParts(
        conversations=ConversationsBridge(store, thread),
        organise=OrganiseBridge(store, Folders(database), thread),
        settings=settings,
        tokens=tokens,
        generation=generation,
        models=models,
        personas=PersonasBridge(personas, Library(profile, roots=dict), settings, thread),
        templates=templates,
        files=AttachmentReader(thread),
        kept=KeptReading(KvFolder(profile.kv), engine, thread),
        first_words=FirstWords(readings, generation, thread),
        tuner=tuner,
        prompts=PromptsBridge(PromptsFile(profile.prompts_file), thread),
        appearance=appearance,
        starter=STARTER,
        make_chat_view=lambda: ChatView(appearance.theme),
        make_models_page=lambda parts: models_page(parts, profile, thread, lambda: ScriptedEngine(scripts), page_parts),
        make_transfer=lambda: transfer_bridge(profile, database, page_parts),
        make_extraction=lambda: extraction_bridge(generation, personas, page_parts),
        make_speed=lambda: speed_bridge(
            profile, make_speed_engine or (lambda **_: ScriptedEngine(scripts)), page_parts
        ),
        profile_folder=folder,
    )
    window = MainWindow(parts)
    try:
        yield Rig(window, parts, engine, store, known, folder, thread)
    finally:
        window.close()
        templates.close()
        page_parts.close()
        tokens.close()
        generation.close()
        thread.close()
        store.close()
        database.close()
        window.deleteLater()
        appearance.deleteLater()
        app.sendPostedEvents(None, 52)  # DeferredDelete: the next test starts without this window
        app.setStyleSheet("")
