# SPDX-License-Identifier: Apache-2.0
"""When the first word is foretold to come, from what was measured."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeward.domain.machine_profile import Reading
from leeward.library.prediction import predict


def took(n_new, depth=0, start_s=0.05, token_s=0.004, pair_s=1e-6):
    return start_s + token_s * n_new + pair_s * n_new * (depth + n_new / 2)


def readings(*sizes, noise=0.0, seed=1, slower=1.0):
    chance = random.Random(seed)
    return [Reading(n, depth, slower * took(n, depth) * (1 + chance.uniform(-noise, noise))) for n, depth in sizes]


VARIED = ((20, 0), (300, 0), (40, 320), (900, 0), (60, 950), (2000, 0), (25, 2100))


def test_nothing_is_foretold_where_nothing_is_known():
    assert predict([]) is None
    assert predict([], lambda _n: None) is None
    assert predict([Reading(0, 100, 0.1)]) is None  # nothing was read


def test_what_was_measured_exactly_is_foretold_exactly():
    found = predict(readings(*VARIED))
    for n_new, depth in ((10, 0), (500, 500), (3000, 0), (100, 3000)):
        assert found.seconds(n_new, depth) == pytest.approx(took(n_new, depth), rel=1e-3)


def test_noise_of_a_tenth_leaves_a_prediction_that_is_near():
    for seed in range(20):
        found = predict(readings(*VARIED, *VARIED, noise=0.1, seed=seed))
        for n_new, depth in ((500, 500), (1500, 0), (100, 2000)):
            assert found.seconds(n_new, depth) == pytest.approx(took(n_new, depth), rel=0.2)


def test_answers_while_the_machine_was_busy_weigh_less():
    spoiled = [*readings(*VARIED), *readings((700, 0), (30, 700), slower=6), *readings(*VARIED)]
    assert predict(spoiled).seconds(800, 0) == pytest.approx(took(800), rel=0.15)


def test_a_machine_that_got_slower_is_believed_after_some_answers():
    found = predict([*readings(*VARIED * 2), *readings(*VARIED * 3, slower=2)])
    assert found.seconds(1000, 0) == pytest.approx(2 * took(1000), rel=0.25)


def test_one_reading_is_enough_to_say_something():
    assert predict([Reading(400, 0, 2.0)]).seconds(800, 0) == pytest.approx(4.0, rel=0.5)


def test_what_is_expected_of_the_model_rules_until_it_was_measured():
    found = predict([], took)
    assert found.seconds(1000, 0) == pytest.approx(took(1000), rel=0.05)
    measured = predict(readings(*VARIED, slower=3), took)
    assert measured.seconds(1000, 0) == pytest.approx(3 * took(1000), rel=0.25)


def test_short_prompts_do_not_foretell_hours_for_long_ones():
    short = readings((15, 0), (18, 40), (12, 90), (20, 0), noise=0.3)
    assert predict(short, took).seconds(3000, 0) == pytest.approx(took(3000), rel=0.6)


sizes = st.integers(0, 100_000)
many = st.lists(st.builds(Reading, sizes, sizes, st.floats(0, 1e4)), max_size=60)


@given(many, sizes, sizes)
def test_nothing_is_foretold_below_nothing_and_more_never_takes_less(measured, n_new, depth):
    found = predict(measured)
    if found is not None:
        assert (
            0 <= found.seconds(n_new, depth) <= found.seconds(n_new + 1, depth) <= found.seconds(n_new + 1, depth + 1)
        )
