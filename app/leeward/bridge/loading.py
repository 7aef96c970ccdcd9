# SPDX-License-Identifier: Apache-2.0
"""Which model the engine holds: how one is loaded, falls asleep and comes back, and what the engine tells of itself."""

import contextlib
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from leeward.bridge.first_word import FirstWord
from leeward.bridge.sleep import Sleep
from leeward.bridge.tuning import Tuner
from leeward.domain.errors import ModelError
from leeward.domain.model_info import Device, LoadedModel, LoadPlan, ModelInfo
from leeward.engine.child.cores import n_cores
from leeward.engine.machine import memory, memory_now, private_bytes
from leeward.engine.protocol import (
    Engine,
    EngineDied,
    EngineEvent,
    EngineGaveUp,
    EngineResponding,
    EngineRestarting,
    EngineSilent,
    EngineStarted,
    LoadFailed,
    LoadProgress,
    LoadRetrying,
    ModelLoaded,
)
from leeward.error_text import describe, describe_step
from leeward.library.draft_check import with_checked_companions
from leeward.library.fit import plan_for
from leeward.storage.plans import PlanMemory

log = logging.getLogger(__name__)

IDLE_S = 3600.0


class LoadSignals(QObject):
    """What the window is told of the model and of the engine.

    Signals:
        engine_started(tuple): the devices (`Device`) the engine found.
        load_progressed(Path, float): fraction of the weights in memory.
        model_loaded(LoadedModel)
        load_noted(Path, str): what is done otherwise than asked or usual, so that the model fits; as sentences.
        fell_asleep(LoadedModel): its memory is free; it is loaded again when it is asked, or by `wake`. It is `loaded_model`
            until then.
        load_failed(Path, Exception | None): None when it was cancelled. `loaded_model` says whether the model before is
            still there: a file that is refused does not cost it.
        engine_died(AppError): what was said is kept; a restart follows by itself.
        engine_restarting(Path)
        engine_gave_up(EngineCrashLoop)
        engine_silent(float, float): seconds without a sign of life, and when it is ended.
        engine_responding(): a sign of life after engine_silent.
    """

    engine_started = Signal(object)
    load_progressed = Signal(object, float)
    model_loaded = Signal(object)
    load_noted = Signal(object, str)
    fell_asleep = Signal(object)
    load_failed = Signal(object, object)
    engine_died = Signal(object)
    engine_restarting = Signal(object)
    engine_gave_up = Signal(object)
    engine_silent = Signal(float, float)
    engine_responding = Signal()


class ModelLoading:
    """For the engine thread; the attributes and properties may be read by any.

    Attributes:
        first_word: Learns from answers how long they take to begin; set before the first load.
        tuner: Finds how models compute fastest; set before the first load.
        load_number: Of the load that was asked of the engine last.
        load_error: Of the newest load, None while nothing is wrong with it.
        sleep: When a model that nobody uses gives its memory back.
    """

    def __init__(
        self,
        engine: Engine,
        tell: LoadSignals,
        check_model: Callable[[Path], ModelInfo | None],
        plans: PlanMemory | None,
        on_replaced: Callable[[], None],
    ) -> None:
        """`check_model`, `plans`: as in `GenerationBridge`.
        `on_replaced`: called before another model takes the place of the one that is loaded."""
        self._engine = engine
        self._tell = tell
        self._check_model = check_model
        self._plans = plans
        self._on_replaced = on_replaced
        self.first_word: FirstWord | None = None
        self.tuner: Tuner | None = None
        self.sleep = Sleep()
        self.load_number = 0
        self.load_error: Exception | None = None
        self._loaded_number = 0  # of the load that the loaded model came with
        self._loaded_model: LoadedModel | None = None
        self._loaded_plan: LoadPlan | None = None
        self._loaded_as: LoadPlan | None = None  # what was asked of the engine last
        self._info: ModelInfo | None = None  # of the newest load
        self._devices: tuple[Device, ...] | None = None  # None until the engine has said
        self._engine_name = ""
        self._waiting: tuple[LoadPlan, ModelInfo] | None = None
        self._wanted: LoadPlan | None = None  # of the newest load, as the user wants it
        self._found: LoadPlan | None = None  # what is tried in its place

    # Any thread

    @property
    def loaded_model(self) -> LoadedModel | None:
        return self._loaded_model

    @property
    def loaded_plan(self) -> LoadPlan | None:
        """How the loaded model was wanted; None where that is not known."""
        return self._loaded_plan if self._loaded_model is not None else None

    @property
    def loaded_number(self) -> int:
        """Another one for every load: of the model that is loaded, also while the next one is on its way; 0 of none."""
        return self._loaded_number if self._loaded_model is not None else 0

    def machine(self) -> tuple[str, tuple[Device, ...]]:
        """Return name and version of the engine, "" until it was started once, and what it can compute on, with the memory
        that is free now and what comes free when the loaded model goes."""
        whole = memory()
        known = self._devices or (Device("CPU", "", "CPU", whole.total, whole.available),)
        try:
            freed_bytes = private_bytes(self._engine.process_id)
        except ValueError:  # the other thread ended it just now
            freed_bytes = 0
        now = memory_now(known)
        devices = (replace(each, free_bytes=each.free_bytes + freed_bytes * (each.kind == "CPU")) for each in now)
        return self._engine_name, tuple(devices)

    # Engine thread

    def load(self, plan: LoadPlan) -> None:
        """Check the file, then load it in place of what is loaded."""
        try:
            info = self._check_model(plan.path)
            plan = with_checked_companions(plan)
        except Exception as error:
            if not isinstance(error, ModelError):
                log.exception("the check of a model failed")
            self._on_load_failed(plan.path, error)  # what was loaded stays loaded
            return
        self._info = info
        if info is None:
            self._wanted, self._found = plan, None
            self._load_now(plan)
        elif self._devices is None:
            self._waiting = (plan, info)  # for the engine to say what it can compute on
            self._engine.start()
        else:
            self._fit_and_load(plan, info, self._devices)

    def cancel(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._tell.load_failed.emit(waiting[0].path, None)
        self._engine.cancel_load()

    def wake(self) -> None:
        """Load the model that sleeps, before whatever is asked of the engine next."""
        plan = self.sleep.plan
        if plan is None:
            return
        self._loaded_model = None  # when it does not come back, it is not there
        self._tell.load_progressed.emit(plan.path, 0.0)
        self.load(plan)
        self.sleep.plan = None

    def sleep_if_due(self, now_s: float) -> float:
        """Return how long until the loaded model, which has nothing to do, is to be put to sleep; do it when that is now."""
        model, plan, left_s = self._loaded_model, self._loaded_plan, self.sleep.left_s(now_s)
        if model is None or plan is None or left_s is None:
            return IDLE_S
        if left_s > 0:
            return left_s
        log.info("nothing was asked of the model for a while: its memory is freed")
        self._engine.unload()
        self.sleep.plan = plan
        self._tell.fell_asleep.emit(model)
        return IDLE_S

    def handle(self, event: EngineEvent) -> None:
        match event:
            case EngineStarted(engine=name, devices=devices):
                self._devices, self._engine_name = devices, name
                self._tell.engine_started.emit(devices)
                waiting, self._waiting = self._waiting, None
                if waiting is not None:
                    self._fit_and_load(*waiting, devices)
            case LoadRetrying():
                self._on_load_retrying(event)
            case LoadProgress(path=path, fraction=fraction):
                self._loaded_model = None
                self._tell.load_progressed.emit(path, fraction)
            case ModelLoaded(model=model):
                self._on_model_loaded(model)
            case LoadFailed(path=path, error=error):
                self._loaded_model = None
                self._on_load_failed(path, error)
            case EngineDied() | EngineRestarting() | EngineGaveUp() | EngineSilent() | EngineResponding():
                self._on_engine_trouble(event)
            case _:
                pass

    def _fit_and_load(self, wanted: LoadPlan, info: ModelInfo, devices: Sequence[Device]) -> None:
        recalled = self._plans.recall(wanted, devices) if self._plans is not None else wanted
        try:
            fit = plan_for(info, recalled, memory_now(devices), private_bytes(self._engine.process_id))
        except ModelError as error:
            self._on_load_failed(wanted.path, error)
            return
        self._wanted, self._found = wanted, None
        for note in fit.notes:
            self._tell.load_noted.emit(wanted.path, note)
        plan = fit.plan
        if self.tuner is not None:
            plan = self.tuner.for_load(wanted, plan, info, self._engine_name, devices)
        self._load_now(plan)

    def _load_now(self, plan: LoadPlan) -> None:
        is_back = self.sleep.is_asleep and plan == self._loaded_as  # still the same for whoever asks it something
        if not is_back:
            self.load_number += 1
            self._on_replaced()
        self.sleep.plan = None
        self._loaded_as, self.load_error = plan, None
        self._engine.load(plan)

    def _on_model_loaded(self, model: LoadedModel) -> None:
        if self._plans is not None and self._wanted is not None and self._found is not None:
            self._plans.keep(self._wanted, self._found, self._devices or ())
        self._found = None
        self._loaded_model, self._loaded_number = model, self.load_number
        is_wanted = self._wanted is not None and self._wanted.path == model.path
        self._loaded_plan = self._wanted if is_wanted else None
        self._begin_first_word(model)
        self._tell.model_loaded.emit(model)

    def _begin_first_word(self, model: LoadedModel) -> None:
        if self.first_word is not None:
            info = self._info if self._info is not None and self._info.path == model.path else None
            n_threads = (self._loaded_plan.n_threads if self._loaded_plan is not None else None) or n_cores()
            with bugs_logged():
                self.first_word.begin(model, info, self._engine_name, self._devices or (), n_threads)

    def _on_load_failed(self, path: Path, error: Exception | None) -> None:
        self.load_error = error
        self._tell.load_failed.emit(path, error)

    def _on_load_retrying(self, event: LoadRetrying) -> None:
        if self._wanted is not None and self._wanted.path == event.path:  # else of a load that was replaced
            self._found = event.step.plan
        self._tell.load_noted.emit(event.path, f"{describe(event.error).sentence} {describe_step(event.step)}")

    def _on_engine_trouble(
        self, event: EngineDied | EngineRestarting | EngineGaveUp | EngineSilent | EngineResponding
    ) -> None:
        match event:
            case EngineDied(error=error):
                waiting, self._waiting = self._waiting, None
                if waiting is not None:
                    self._tell.load_failed.emit(waiting[0].path, error)
                self._loaded_model = None
                self._tell.engine_died.emit(error)
            case EngineRestarting(path=path):
                self._tell.engine_restarting.emit(path)
            case EngineGaveUp(error=error):
                self._tell.engine_gave_up.emit(error)
            case EngineSilent(silent_s=silent_s, limit_s=limit_s):
                self._tell.engine_silent.emit(silent_s, limit_s)
            case EngineResponding():
                self._tell.engine_responding.emit()


@contextlib.contextmanager
def bugs_logged() -> Iterator[None]:
    """Let one bad event or command end neither the engine thread nor the others."""
    try:
        yield
    except Exception:
        log.exception("the engine thread met a bug")
