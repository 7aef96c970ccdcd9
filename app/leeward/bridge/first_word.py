# SPDX-License-Identifier: Apache-2.0
"""Foretells when the first word of an answer comes, and learns from every answer."""

import logging
from collections import deque
from typing import TYPE_CHECKING

from leeward.domain.generation import FinishReason
from leeward.domain.machine_profile import Machine, Reading
from leeward.library.machine_profile import expected_speed
from leeward.library.prediction import MAX_READINGS, Prediction, predict
from leeward.storage.measured_for import KeyedFile, measured_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from leeward.domain.machine_profile import MachineProfile
    from leeward.domain.model_info import Device, LoadedModel, ModelInfo
    from leeward.engine.protocol import Finished
    from leeward.storage.machine_profile import MachineProfileFile

log = logging.getLogger(__name__)

MAX_MODELS = 100  # each under two keys
_WRITTEN_EVERY = 8

Readings = KeyedFile[tuple[Reading, ...]]


class FirstWord:
    """Knows the loaded model. All but `seconds` is for the engine thread, and may read and write small files."""

    def __init__(self, kept: Readings, profile: "MachineProfileFile") -> None:
        self._kept = kept
        self._profile = profile
        self._keys: tuple[str, ...] = ()
        self._readings: deque[Reading] = deque(maxlen=MAX_READINGS)
        self._n_unwritten = 0
        self._model: LoadedModel | None = None
        self._info: ModelInfo | None = None
        self._measured: MachineProfile | None = None
        self._prediction: Prediction | None = None

    def begin(
        self, model: "LoadedModel", info: "ModelInfo | None", engine: str, devices: "Sequence[Device]", n_threads: int
    ) -> None:
        """Answers are made by `model` from now on. `info`: its header, where it was read."""
        self.keep()
        kind = (model.kv_type.value, model.device)
        key = measured_for(model.path, engine, devices, *kind)
        self._keys = (key, _key_of_last(model.path, engine, devices))
        self._readings = deque(self._kept.get(key) or (), maxlen=MAX_READINGS)
        self._model, self._info = model, info
        self._measured = self._profile.read(Machine.of(engine, tuple(devices), n_threads))
        self._fit()

    def learn(self, event: "Finished") -> None:
        """Take in what an answer took."""
        n_new = event.usage.prompt_tokens - event.usage.reused_tokens
        is_read = event.reason is not FinishReason.CANCELLED or event.usage.completion_tokens > 0
        if self._model is None or event.receipt.model_file != self._model.path.name or not is_read or n_new < 1:
            return
        self._readings.append(Reading(n_new, event.usage.reused_tokens, event.timings.first_token_s))
        self._n_unwritten += 1
        if self._n_unwritten >= _WRITTEN_EVERY:
            self.keep()
        self._fit()

    def keep(self) -> None:
        """Write what was learned."""
        if self._n_unwritten:
            for key in self._keys:
                self._kept.put(key, tuple(self._readings))
            self._n_unwritten = 0

    def seconds(self, n_new: int, depth: int) -> float | None:
        """Return how long the first word of an answer to `n_new` tokens behind `depth` others will take; None where nothing
        is known of the model. From any thread."""
        prediction = self._prediction  # taken once: the other thread may replace it
        return None if prediction is None or n_new < 1 else prediction.seconds(n_new, depth)

    def _fit(self) -> None:
        self._prediction = predict(tuple(self._readings), self._expected)

    def _expected(self, n_tokens: int) -> float | None:
        if self._measured is None or self._info is None or self._model is None:
            return None
        is_on_gpu = self._model.device != "CPU"
        speed = expected_speed(self._measured, self._info, n_tokens, self._model.kv_type, is_on_gpu=is_on_gpu)
        return None if speed is None else speed.prompt_s


def foretold(kept: Readings, path: "Path", engine: str, devices: "Sequence[Device]") -> Prediction | None:
    """Return what answers of a model take to begin when it is loaded as it last was; None where that was not measured. Blocking."""
    return predict(kept.get(_key_of_last(path, engine, devices)) or ())


def _key_of_last(path: "Path", engine: str, devices: "Sequence[Device]") -> str:
    return measured_for(path, engine, devices, "as last loaded")
