# SPDX-License-Identifier: Apache-2.0
"""What is tried after a load that failed."""

import itertools
from pathlib import Path

import pytest

from leeward.domain.memory import Step, StepKind
from leeward.domain.model_info import LoadPlan
from leeward.engine.ladder import COMFORTABLE_N_CTX, SMALLEST_N_CTX, next_step
from leeward.error_text import describe_step

PATH = Path("/models/fake.gguf")


def ladder(plan: LoadPlan, **facts: bool) -> list[Step]:
    steps: list[Step] = []
    while (step := next_step(plan, **facts)) is not None:
        steps.append(step)
        plan = step.plan
        assert len(steps) < 50, "no end"
    return steps


def words(steps: list[Step]) -> list[tuple[StepKind, int]]:
    return [(step.kind, step.amount) for step in steps]


PLANS = [
    LoadPlan(PATH, n_ctx=n_ctx, n_gpu_layers=n_layers)
    for n_ctx, n_layers in itertools.product(
        (None, 1, 511, 512, 513, 1024, 2048, 2049, 4096, 1_000_000), (None, 0, 1, 2, 3, 33, 999)
    )
]


@pytest.mark.parametrize("has_gpu", [True, False])
@pytest.mark.parametrize("is_memory", [True, False])
def test_every_ladder_ends_and_every_step_is_smaller(is_memory, has_gpu):
    for plan in PLANS:
        before = plan
        for step in ladder(plan, is_memory=is_memory, has_gpu=has_gpu):
            after = step.plan
            context, layers = (before.n_ctx, after.n_ctx), (before.n_gpu_layers, after.n_gpu_layers)
            if step.kind is StepKind.CONTEXT:
                assert SMALLEST_N_CTX <= step.amount == after.n_ctx < before.n_ctx
                assert layers[0] == layers[1]
            else:
                assert step.amount == after.n_gpu_layers < (999_999 if layers[0] is None else layers[0])
                assert (step.kind is StepKind.CPU_ONLY) == (step.amount == 0)
                assert context[0] == context[1]
            before = after


def test_for_want_of_memory_comfort_goes_first_then_the_card_then_the_rest_of_the_context():
    steps = ladder(LoadPlan(PATH, n_ctx=8192, n_gpu_layers=33), is_memory=True, has_gpu=True)
    assert words(steps) == [
        (StepKind.CONTEXT, 4096),
        (StepKind.CONTEXT, COMFORTABLE_N_CTX),
        (StepKind.GPU_LAYERS, 11),
        (StepKind.GPU_LAYERS, 3),
        (StepKind.GPU_LAYERS, 1),
        (StepKind.CPU_ONLY, 0),
        (StepKind.CONTEXT, 1024),
        (StepKind.CONTEXT, SMALLEST_N_CTX),
    ]


def test_another_end_on_a_card_costs_layers_and_no_context():
    steps = ladder(LoadPlan(PATH, n_ctx=8192, n_gpu_layers=33), is_memory=False, has_gpu=True)
    assert words(steps) == [
        (StepKind.GPU_LAYERS, 11),
        (StepKind.GPU_LAYERS, 3),
        (StepKind.GPU_LAYERS, 1),
        (StepKind.CPU_ONLY, 0),
    ]
    assert {step.plan.n_ctx for step in steps} == {8192}


def test_layers_that_nobody_counted_go_all_at_once():
    assert words(ladder(LoadPlan(PATH, n_ctx=2048), is_memory=False, has_gpu=True)) == [(StepKind.CPU_ONLY, 0)]


@pytest.mark.parametrize("n_layers", [None, 0, 33])
def test_an_end_on_the_cpu_that_is_no_want_of_memory_is_not_tried_again(n_layers):
    plan = LoadPlan(PATH, n_ctx=8192, n_gpu_layers=n_layers)
    assert next_step(plan, is_memory=False, has_gpu=False) is None
    assert next_step(LoadPlan(PATH, n_ctx=8192, n_gpu_layers=0), is_memory=False, has_gpu=True) is None


def test_on_the_cpu_only_the_context_gets_smaller():
    steps = ladder(LoadPlan(PATH, n_ctx=4096, n_gpu_layers=33), is_memory=True, has_gpu=False)
    assert words(steps) == [(StepKind.CONTEXT, 2048), (StepKind.CONTEXT, 1024), (StepKind.CONTEXT, 512)]


def test_a_context_that_is_not_known_is_not_made_smaller():
    assert ladder(LoadPlan(PATH), is_memory=True, has_gpu=False) == []


def test_every_step_is_said_in_words():
    sentences = [describe_step(step) for step in ladder(PLANS[-1], is_memory=True, has_gpu=True)]
    assert len(set(sentences)) == len(sentences)
    assert any("2,048 tokens" in sentence for sentence in sentences)
    assert any("111 layers on the graphics card" in sentence for sentence in sentences)
    assert any("without the graphics card" in sentence for sentence in sentences)
    one = Step(StepKind.GPU_LAYERS, 1, PLANS[0])
    assert "with 1 layer on" in describe_step(one)
