# SPDX-License-Identifier: Apache-2.0
"""Whether a model may guess for another one, as far as its header tells. Nothing reaches llama.cpp that was not looked at here.

Whether both cut text into the same tokens, the engine compares, token by token.
"""

from dataclasses import replace

from leeward.domain.errors import DraftUnfit, ModelNotFound, ModelUnreadable
from leeward.domain.model_info import LoadPlan
from leeward.i18n import mark
from leeward.library.adapter_check import with_checked_adapters
from leeward.library.fit import estimate, usual_n_ctx
from leeward.library.model_check import check_model_file


def with_checked_companions(plan: LoadPlan) -> LoadPlan:
    """Return the plan with the memory of its adapters and of its draft model counted, once these may be loaded. Blocking.

    Raises AdapterUnfit, DraftUnfit, and as `check_model_file` where the model's own file cannot be read.
    """
    return with_checked_draft(with_checked_adapters(plan))


def with_checked_draft(plan: LoadPlan) -> LoadPlan:
    """The same for the draft model alone. Raises DraftUnfit."""
    if plan.draft is None:
        return plan
    try:
        draft = check_model_file(plan.draft)
    except ModelNotFound as error:
        raise DraftUnfit(plan.draft, mark("there is no such file"), plan.path) from error
    except ModelUnreadable as error:
        raise DraftUnfit(plan.draft, error.reason, plan.path) from error
    n_ctx = plan.n_ctx or usual_n_ctx(draft)
    needed = estimate(draft, LoadPlan(plan.draft, n_ctx=n_ctx, kv_type=plan.kv_type, n_gpu_layers=0))
    return replace(plan, draft_bytes=needed.total_bytes)
