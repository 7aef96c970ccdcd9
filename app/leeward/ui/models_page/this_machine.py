# SPDX-License-Identifier: Apache-2.0
"""What this machine has room for and how fast it is, as the Models page needs it; measures it when asked."""

from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from leeward.domain.model_info import Device, KvType, LoadPlan, ModelInfo
from leeward.domain.model_settings import ModelSettings, in_use, load_plan
from leeward.error_text import describe
from leeward.i18n import tr
from leeward.library.fit import FULL_UBATCH, Fit, fit_of, usual_n_ctx
from leeward.library.offers import Offer
from leeward.library.repacked import Judged, judge
from leeward.library.verdict import Verdict, verdict

if TYPE_CHECKING:
    from leeward.bridge.generation import GenerationBridge
    from leeward.bridge.measuring import Measuring
    from leeward.bridge.models import ModelChoice
    from leeward.bridge.settings import SettingsBridge
    from leeward.domain.machine_profile import MachineProfile


class ThisMachine(QObject):
    """Signals:
    changed(str)   verdicts may be other ones now; with a remark about measuring, "" for none
    """

    changed = Signal(str)

    def __init__(
        self,
        generation: "GenerationBridge",
        measuring: "Measuring",
        settings: "SettingsBridge",
        starter: "ModelChoice | None",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._generation = generation
        self._measuring = measuring
        self._settings = settings
        self._starter = starter
        self._devices: tuple[Device, ...] = ()
        self._profile: MachineProfile | None = None
        self._adapter_bytes: dict[tuple[Path, ...], int] = {}
        generation.engine_started.connect(self._on_engine_started)
        measuring.ended.connect(self._on_measured)
        measuring.failed.connect(self._on_not_measured)

    @property
    def free_bytes(self) -> int:
        """Of main memory, when it was looked at."""
        return next((each.free_bytes for each in self._devices if each.kind == "CPU"), 0)

    @property
    def is_measured(self) -> bool:
        return self._profile is not None

    @property
    def is_measuring(self) -> bool:
        return self._measuring.is_running

    def look(self, remark: str = "") -> None:
        """See what is free now; `changed` follows at once."""
        engine, self._devices = self._generation.machine()
        self._profile = self._measuring.profile(engine, self._devices, self._settings.settings.n_threads)
        self.changed.emit(remark)

    def verdict(self, info: ModelInfo, own: ModelSettings) -> Verdict:
        """Judge a model that is loaded as the settings and its own ones say."""
        return verdict(info, self._plan(info, own), self._devices, self._profile)

    def needed_bytes(self, info: ModelInfo, own: ModelSettings) -> int:
        """Return what it takes of all memory, graphics cards' too."""
        return self._fit(info, own).estimate.total_bytes

    def usual(self, info: ModelInfo, suggested: ModelSettings) -> dict[str, Any]:
        """Return what Leeward chooses where a model's own settings say nothing, by name; None where it depends."""
        settings, nothing = self._settings.settings, ModelSettings()
        plan = self._plan(info, nothing)
        plan = replace(
            plan,
            n_batch=FULL_UBATCH,
            n_ubatch=FULL_UBATCH,
            flash_attention=plan.uses_flash_attention,
            use_mmap=self._fit(info, nothing).plan.use_mmap,
        )
        drawn = in_use(settings, nothing, suggested)
        names = [declared.name for declared in fields(ModelSettings)]
        return {name: getattr(plan, name, getattr(drawn, name, None)) for name in names}

    def learn_adapters(self, own: ModelSettings, n_bytes: int) -> None:
        """Know what the adapters of these settings take of memory."""
        self._adapter_bytes[_files(own)] = n_bytes

    def _fit(self, info: ModelInfo, own: ModelSettings) -> Fit:
        plan = self._plan(info, own)
        plan = replace(plan, n_ctx=plan.n_ctx or usual_n_ctx(info), kv_type=plan.kv_type or KvType.F16)
        return fit_of(info, plan, self._devices)

    def _plan(self, info: ModelInfo, own: ModelSettings) -> LoadPlan:
        plan = load_plan(self._settings.settings, own, info.path)
        return replace(plan, adapter_bytes=self._adapter_bytes.get(_files(own), 0))

    def judge(self, offers: Sequence[Offer], info: ModelInfo) -> tuple[Judged, ...]:
        return judge(offers, info, self._devices, self._profile)

    @Slot()
    def measure(self) -> None:
        """Measure with the starter model, else with the loaded one; `changed` follows, and again at the end."""
        loaded = self._generation.loaded_model
        if self._starter is not None:
            path = self._starter.path
        elif loaded is not None:
            path = loaded.path
        else:
            self.changed.emit(tr("Open a model first: the machine is measured with one."))
            return
        self._measuring.start(path, self._settings.settings.n_threads)
        self.changed.emit("")

    @Slot()
    def cancel(self) -> None:
        self._measuring.cancel()

    @Slot(object)
    def _on_engine_started(self, _devices: object) -> None:
        self.look()

    @Slot(object)
    def _on_measured(self, profile: "MachineProfile | None") -> None:
        self.look("" if profile is not None else tr("Nothing was measured."))

    @Slot(object)
    def _on_not_measured(self, error: Exception) -> None:
        text = describe(error)
        self.look(f"{text.sentence} {text.next_step}")


def _files(own: ModelSettings) -> tuple[Path, ...]:
    return tuple(path for path, _ in own.adapters or ())
