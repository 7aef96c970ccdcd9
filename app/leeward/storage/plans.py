# SPDX-License-Identifier: Apache-2.0
"""Which safer plan a model was loaded with in the end, so that the next load begins there."""

import hashlib
import logging
import platform
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from leeward.domain.errors import StorageError
from leeward.domain.model_info import Device, KvType, LoadPlan
from leeward.storage.atomic import atomic_write

log = logging.getLogger(__name__)

MAX_KEPT = 200


@dataclass(frozen=True, slots=True)
class _Kept:
    n_ctx: int | None
    n_gpu_layers: int | None
    kv_type: KvType | None


class PlanMemory:
    """The plans of one profile that were found by trying. Blocking. A file that cannot be read counts as empty.

    A plan is kept for a file, for what was wished of it and for the machine: with other settings, or other devices, it is
    not used.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def recall(self, wanted: LoadPlan, devices: Sequence[Device]) -> LoadPlan:
        """Return `wanted` as it worked the last time, or as it is."""
        kept = self._read().get(_key(wanted, devices))
        if kept is None:
            return wanted
        return replace(wanted, n_ctx=kept.n_ctx, n_gpu_layers=kept.n_gpu_layers, kv_type=kept.kv_type)

    def keep(self, wanted: LoadPlan, found: LoadPlan, devices: Sequence[Device]) -> None:
        """Remember that `found` worked where `wanted` was asked for. What cannot be written is not remembered."""
        plans = self._read()
        key = _key(wanted, devices)
        plans.pop(key, None)
        plans[key] = _Kept(found.n_ctx, found.n_gpu_layers, found.kv_type)
        newest = dict(list(plans.items())[-MAX_KEPT:])
        try:
            atomic_write(self._path, msgspec.json.encode(newest))
        except StorageError as error:
            log.warning("a plan is not remembered: %r", error)

    def _read(self) -> dict[str, _Kept]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, _Kept])
        except (OSError, msgspec.MsgspecError):
            return {}


def _key(wanted: LoadPlan, devices: Sequence[Device]) -> str:
    try:
        stat = wanted.path.stat()
        file = f"{wanted.path.name} {stat.st_size} {stat.st_mtime_ns}"
    except OSError:
        file = str(wanted.path)
    machine = [platform.node(), *(f"{each.name} {each.description} {each.total_bytes}" for each in devices)]
    wish = (wanted.n_ctx, wanted.n_gpu_layers, wanted.kv_type, wanted.devices, wanted.flash_attention is not False)
    draft = () if wanted.draft is None else (wanted.draft,)
    more = (wanted.n_batch, wanted.n_ubatch, wanted.moe_on_cpu, wanted.adapters, *draft)
    return hashlib.sha256("\n".join([file, str(wish), str(more), *machine]).encode("utf-8", "replace")).hexdigest()[:32]
