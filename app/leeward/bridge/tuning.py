# SPDX-License-Identifier: Apache-2.0
"""Finds out how the loaded model computes fastest here, while nobody asks it anything; and says how much of the machine it takes."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from leeward.domain.errors import EngineEnded, EngineNotReady, ModelError, ModelFileChanged, ModelTooLarge
from leeward.domain.model_info import Device, KvType, LoadPlan, ModelInfo
from leeward.domain.power import Power, PowerMode, power_now
from leeward.domain.queries import MeasureSpeed, SpeedMeasured
from leeward.domain.tuning import Tuning, Way
from leeward.engine.child.cores import n_cores
from leeward.engine.machine import allowed_cpus, memory_now, private_bytes
from leeward.engine.power import is_hot, is_on_battery
from leeward.engine.protocol import (
    Engine,
    EngineDied,
    EngineEvent,
    LoadFailed,
    LoadProgress,
    LoadRetrying,
    ModelLoaded,
    QueryAnswered,
    QueryFailed,
)
from leeward.library.fit import plan_for
from leeward.library.tuning import Disturbed, Search, Tried, search
from leeward.storage.measured_for import KeyedFile, measured_for

log = logging.getLogger(__name__)

MAX_MODELS = 50
IDLE_S = 3600.0
AFTER_S = 8.0
"""Nothing is asked of a model for so long before a trial begins."""

LOOK_INTERVAL_S = 5.0
MAX_TRIES = 5
"""Trials of one load that are given up because something else was asked, or other programs computed."""

Tunings = KeyedFile[Tuning]


@dataclass(frozen=True, slots=True)
class TuningWish:
    """What the settings say. `is_on`: whether trials are made, and what they found is used."""

    is_on: bool = True
    mode: PowerMode = PowerMode.BALANCED


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is looked at, so that a test can have another machine. `is_measuring`: something else is measured just now."""

    n_cores: Callable[[], int] = n_cores
    is_on_battery: Callable[[], bool] = is_on_battery
    is_hot: Callable[[bool], bool] = lambda was_hot: is_hot(was_hot=was_hot)
    is_measuring: Callable[[], bool] = lambda: False
    after_s: float = AFTER_S


@dataclass(frozen=True, slots=True)
class _Load:
    """How a model is, or is to be, loaded. `wanted`: what is open in it. `plan`: the one that was found to fit."""

    wanted: LoadPlan
    plan: LoadPlan
    engine: str
    devices: tuple[Device, ...]

    def tried(self, max_threads: int | None, cores: int) -> Tried:
        wanted = self.wanted
        is_open = {
            "n_threads": wanted.n_threads is None,
            "n_ubatch": wanted.n_ubatch is None and wanted.n_batch is None,
            "flash_attention": wanted.flash_attention is None,
        }
        n_usual = wanted.n_threads or min(max_threads or cores, cores)
        n_logical = n_usual if max_threads else max(n_usual, len(allowed_cpus()))
        names = frozenset(name for name, each in is_open.items() if each)
        return Tried(n_usual, n_logical, self.plan.kv_type or KvType.F16, names)

    def key(self, tried: Tried) -> str:
        wanted = self.wanted
        more = (
            wanted.n_gpu_layers,
            wanted.devices,
            tried.n_cores,
            tried.n_logical,
            tried.kv_type,
            sorted(tried.is_open),
        )
        return measured_for(wanted.path, self.engine, self.devices, repr(more))


class Tuner(QObject):
    """The window's methods say so; all others are for the engine thread, and may read and write small files.

    Attributes:
        tuning: What was found for the loaded model; None while that is not known.
        is_trying: Whether a trial is under way.
        was_disturbed: Whether the last one was given up because other programs compute.

    Signals:
        changed(): one of these is another one.
    """

    changed = Signal()

    def __init__(
        self,
        engine: Engine,
        kept: Tunings,
        wish: Callable[[], TuningWish],
        surroundings: Surroundings = Surroundings(),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.tuning: Tuning | None = None
        self.is_trying = self.was_disturbed = False
        self._engine = engine
        self._kept = kept
        self._wish = wish
        self._around = surroundings
        self._next: _Load | None = None  # on its way
        self._load: _Load | None = None
        self._search: Search | None = None
        self._query: MeasureSpeed | None = None  # the one under way
        self._n_tries = 0
        self._is_again = False  # somebody wants another trial, now
        self._is_stopped = False  # somebody wants none
        self._power = Power()
        self._was_hot = False
        self._looked_s: float | None = None
        self._told = Power()  # what the engine knows
        self._known_wish = wish()

    # The window's

    @property
    def can_try(self) -> bool:
        """Whether there is a model that can be tried."""
        return self._load is not None

    @property
    def is_saving(self) -> bool:
        """Whether nothing is to be done that nobody asked for."""
        return self._power.is_saving

    @Slot()
    def try_again(self) -> None:
        """Look again for the fastest way of the loaded model, as soon as it has nothing else to do."""
        self._is_again, self._is_stopped = True, False
        self._engine.wake()

    @Slot()
    def stop(self) -> None:
        """End the trial; it is not made again before the model is loaded again."""
        self._is_again, self._is_stopped = False, True
        query = self._query  # taken once: the other thread may replace it
        if query is not None:
            self._engine.cancel(query.id)

    # The engine thread's

    def for_load(
        self, wanted: LoadPlan, plan: LoadPlan, info: ModelInfo, engine: str, devices: Sequence[Device]
    ) -> LoadPlan:
        """Return `plan` as it was found fastest, where that fits too. It is the next one to be loaded.

        `wanted`: how the user wants it, with what is left open. `plan`: as it fits.
        """
        self._next = _Load(wanted, plan, engine, tuple(devices))
        found = self._found(self._next)
        if found is None or wanted.is_forced or (tuned := found.applied(plan)) == plan:
            return plan
        try:
            return plan_for(info, tuned, memory_now(devices), private_bytes(self._engine.process_id)).plan
        except ModelError:
            return plan

    def handle(self, event: EngineEvent) -> None:
        match event:
            case ModelLoaded(model=model):
                # Nobody has tried a trial on a graphics card, which also has other memory.
                self._begin(self._next if model.device == "CPU" else None)
            case LoadProgress() | LoadFailed() | EngineDied():
                self._begin(None)
            case LoadRetrying():
                self._next = None  # what was found is of another plan
            case QueryAnswered() | QueryFailed() if self._query is not None and event.id == self._query.id:
                self._query = None
                if isinstance(event, QueryFailed):
                    self._on_failed(event.error)
                elif isinstance(event.answer, SpeedMeasured):
                    self._feed(event.answer)
            case _:
                pass

    def go_on(self, now_s: float, used_s: float | None) -> float:
        """Begin a trial when it is time; return in how many seconds to be called again.

        `used_s`: when something was asked of the model last; None while something is.
        """
        self._look(now_s)
        if self._search is not None and (used_s is None or self._around.is_measuring()):
            self._give_up()
        if self._search is not None or self._load is None or used_s is None or not self._is_wanted:
            return IDLE_S
        left_s = 0.0 if self._is_again else used_s + self._around.after_s * 2**self._n_tries - now_s
        if left_s > 0:
            return left_s
        if self._around.is_measuring():
            return self._around.after_s
        self._start(self._load)
        return IDLE_S

    @property
    def _is_wanted(self) -> bool:
        if self._is_again:
            return True
        is_allowed = self._wish().is_on and not self._power.is_saving and not self._is_stopped
        return is_allowed and self.tuning is None and self._n_tries < MAX_TRIES

    def _found(self, load: _Load) -> Tuning | None:
        return self._kept.get(load.key(self._tried(load))) if self._wish().is_on else None

    def _tried(self, load: _Load) -> Tried:
        return load.tried(self._power.max_threads, self._around.n_cores())

    def _begin(self, load: _Load | None) -> None:
        """Another model is loaded now; None: none that can be tried."""
        if load is None and self._load is None:
            return
        self._give_up()
        self._load, self._n_tries, self._is_stopped = load, 0, False
        self.was_disturbed = False
        self._recall()

    def _recall(self) -> None:
        self.tuning = self._found(self._load) if self._load is not None else None
        self._tell()
        self.changed.emit()

    def _start(self, load: _Load) -> None:
        log.info("a trial of how the model computes fastest begins")
        self._is_again = False
        self._n_tries += 1
        self._search = search(self._tried(load))
        self.is_trying, self.was_disturbed = True, False
        self.changed.emit()
        self._ask(next(self._search))

    def _ask(self, query: MeasureSpeed) -> None:
        self._query = query
        self._engine.ask(query)

    def _feed(self, measured: SpeedMeasured | None) -> None:
        if self._search is None or self._is_stopped:
            self._give_up()
            return
        try:
            self._ask(self._search.send(measured))
        except Disturbed:
            log.info("other programs compute: the trial is made later")
            self.was_disturbed = True
            self._give_up()
        except StopIteration as end:
            self._keep(end.value)

    def _on_failed(self, error: Exception | None) -> None:
        if isinstance(error, ModelTooLarge):
            self._feed(None)  # this way does not fit; others may
        elif error is None or isinstance(error, EngineEnded | EngineNotReady | ModelFileChanged):
            self._give_up()
        elif self._load is not None:
            # It may have ended the engine: not to be done again and again.
            log.warning("a trial failed, the usual way stays: %r", error)
            usual = Way(self._tried(self._load).n_cores)
            self._keep(Tuning(usual, usual))

    def _keep(self, tuning: Tuning) -> None:
        log.info("the fastest way: %r", tuning)
        if self._load is not None:
            self._kept.put(self._load.key(self._tried(self._load)), tuning)
        self.tuning = tuning
        self._tell()
        self._end()

    def _give_up(self) -> None:
        query, self._query = self._query, None
        if query is not None:
            self._engine.cancel(query.id)
        if self._search is not None:
            self._search.close()
            self._end()

    def _end(self) -> None:
        self._search = None
        self.is_trying = False
        self.changed.emit()

    # How much of the machine

    def _look(self, now_s: float) -> None:
        wish = self._wish()
        is_new_wish = wish != self._known_wish
        if not is_new_wish and self._looked_s is not None and now_s - self._looked_s < LOOK_INTERVAL_S:
            return
        self._looked_s, self._known_wish = now_s, wish
        self._was_hot = self._around.is_hot(self._was_hot)
        is_on_battery = self._around.is_on_battery()
        was = self._power
        self._power = power_now(wish.mode, self._around.n_cores(), is_on_battery=is_on_battery, is_hot=self._was_hot)
        if is_new_wish or self._power != was:
            self._give_up()  # what is measured with other threads is another thing
            self._recall()

    def _tell(self) -> None:
        """Let the engine know how many threads to take, when that is another number."""
        tuned = self.tuning.max_threads if self.tuning is not None and self._wish().is_on else None
        limits = [each for each in (tuned, self._power.max_threads) if each is not None]
        power = replace(self._power, max_threads=min(limits, default=None))
        if power != self._told:
            self._told = power
            self._engine.use_cores(power.max_threads, is_low_priority=power.is_low_priority)
