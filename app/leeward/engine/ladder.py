# SPDX-License-Identifier: Apache-2.0
"""Safer plans for a model that did not load: less context, fewer layers on the GPU, the CPU alone. Pure.

Every step is smaller than the one before, so a ladder ends. What comes behind the last one is a smaller file, which only the
user can choose.
"""

from dataclasses import replace

from leeward.domain.memory import Step, StepKind
from leeward.domain.model_info import LoadPlan

COMFORTABLE_N_CTX, SMALLEST_N_CTX = 2048, 512


def next_step(plan: LoadPlan, *, is_memory: bool, has_gpu: bool) -> Step | None:
    """Return what to try after `plan` failed; None when nothing smaller is left.

    Args:
        is_memory: Memory ran out. Else only what uses a GPU is tried again: a file that ends the engine on the CPU would end
            it once more.
        has_gpu: Whether `plan` may have used one.
    """
    n_layers = plan.n_gpu_layers if has_gpu else 0
    if is_memory and plan.n_ctx and plan.n_ctx > COMFORTABLE_N_CTX:
        return _less_context(plan, max(plan.n_ctx // 2, COMFORTABLE_N_CTX))
    if n_layers != 0:
        n_left = (n_layers or 0) // 3
        kind = StepKind.GPU_LAYERS if n_left else StepKind.CPU_ONLY
        return Step(kind, n_left, replace(plan, n_gpu_layers=n_left))
    if is_memory and plan.n_ctx and plan.n_ctx > SMALLEST_N_CTX:
        return _less_context(plan, max(plan.n_ctx // 2, SMALLEST_N_CTX))
    return None


def _less_context(plan: LoadPlan, n_ctx: int) -> Step:
    return Step(StepKind.CONTEXT, n_ctx, replace(plan, n_ctx=n_ctx))
