# SPDX-License-Identifier: Apache-2.0
"""A loaded model with all that answers with it."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from leeward.domain.errors import AdapterUnfit, DraftUnfit, ModelTooLarge, ModelUnreadable
from leeward.domain.kv import KvStore
from leeward.domain.model_info import LoadedModel, LoadPlan
from leeward.engine.child.batch import Batch
from leeward.engine.child.cache import Cache
from leeward.engine.child.draft_model import DraftModel
from leeward.engine.child.kv_files import Shelf, fingerprint
from leeward.engine.child.llama import Llama, NativeLog
from leeward.engine.child.queries import QueryDesk
from leeward.engine.child.sequences import Slot
from leeward.engine.child.templates import choose_template
from leeward.engine.frames import MAX_TEXT

_MAX_NAME = 200


class Loaded:
    """One model. The caller closes it.

    Attributes:
        plan: How it was loaded.
        info: What it is, as it is told.
        llama: What owns its memory.
        slot: What a request becomes.
        batch: The answers that are being made.
        desk: Answers queries.
    """

    def __init__(
        self,
        plan: LoadPlan,
        kept: KvStore | None,
        engine: str,
        log: NativeLog,
        on_progress: Callable[[float], bool],
        batch: Callable[[Llama, Cache], Batch],
    ) -> None:
        """`engine`: name and version; `on_progress`: takes how much is loaded, 0 to 1, and returns whether to go on.

        Raises LoadCancelled, AdapterUnfit, DraftUnfit, ModelTooLarge, ModelUnreadable.
        """
        self.plan = plan
        with ExitStack() as closing:
            self.llama = llama = Llama(plan, log, on_progress)
            closing.callback(llama.close)
            choice = choose_template(
                llama.chat_template,
                llama.template_facts,
                llama,
                wanted=plan.template,
                reference=plan.reference_template,
            )
            self.slot = Slot(llama, choice.template, engine, _shelf(plan, llama, kept, engine))
            if plan.draft is not None:
                self.slot.guesser = draft = DraftModel(plan, llama, log, on_progress)
                closing.callback(draft.close)
            self.batch = batch(llama, self.slot.cache)
            self.desk = QueryDesk(self.slot)
            closing.callback(self.desk.close)
            self._closing = closing.pop_all()
        self.info: LoadedModel = replace(
            llama.info,
            name=llama.info.name[:_MAX_NAME],
            template_note=choice.note[:MAX_TEXT],
            template_warnings=tuple(warning[:MAX_TEXT] for warning in choice.warnings),
        )

    def close(self, timeout_s: float) -> None:
        """Keep what was read, as far as that takes no longer, and free all."""
        self.slot.cache.close(timeout_s)
        self._closing.close()


def _shelf(plan: LoadPlan, llama: Llama, kept: KvStore | None, engine: str) -> Shelf | None:
    if kept is None or not llama.can_generate:
        return None
    try:
        file = fingerprint(plan.path)
    except OSError:
        return None
    what = (file, llama.info.n_params, llama.info.kv_type, plan.uses_flash_attention, engine)
    return Shelf(kept, repr((*what, plan.rope_scaling, plan.rope_freq_scale)))


def told(error: Exception, path: Path) -> Exception:
    """Return the error of loading the model at `path` as it can be sent."""
    if isinstance(error, MemoryError):
        return ModelTooLarge(path)
    if isinstance(error, ModelUnreadable):
        return ModelUnreadable(error.path, error.reason[:MAX_TEXT])
    if isinstance(error, AdapterUnfit):
        return AdapterUnfit(error.path, error.reason, path)
    if isinstance(error, DraftUnfit):
        return DraftUnfit(error.path, error.reason[:MAX_TEXT], path)
    return error
