# SPDX-License-Identifier: Apache-2.0
"""What a trial finds, on machines made of numbers."""

import pytest

from helpers.tuning import PaperMachine, run_to_end
from leeward.domain.model_info import KvType
from leeward.domain.tuning import Way
from leeward.library.tuning import LIMIT_S, Disturbed, Tried, search

SMALL = Tried(n_cores=2, n_logical=2)
LARGE = Tried(n_cores=8, n_logical=16)


def tune(machine, tried=SMALL, limit_s=LIMIT_S):
    return run_to_end(search(tried, limit_s, machine.clock), machine.measure)


def linear(query, prompt=250.0, decode=90.0, n_cores=2):
    """More threads are faster up to the cores there are, and slower beyond."""
    share = min(query.n_threads, n_cores) / n_cores - 0.05 * max(0, query.n_threads - n_cores)
    return prompt * share, decode * share


def test_where_nothing_is_faster_all_stays_as_usual():
    found = tune(PaperMachine(linear))
    assert not found.is_gain
    assert found.way == found.usual == Way(2)


def test_one_thread_is_found_where_it_is_faster():
    machine = PaperMachine(lambda query: (200.0, 120.0) if query.n_threads == 1 else (200.0, 80.0))
    found = tune(machine)
    assert found.way == Way(1)
    assert found.decode_gain == pytest.approx(1.5)
    assert found.prompt_gain == pytest.approx(1.0)


def test_threads_beyond_the_cores_are_found_where_they_are_faster():
    found = tune(PaperMachine(lambda query: (300.0 + 20 * query.n_threads, 40.0 + 5 * query.n_threads)), LARGE)
    assert found.way.n_threads == 16


def test_flash_attention_goes_off_where_that_is_faster():
    found = tune(PaperMachine(lambda query: (250.0, 90.0) if query.flash_attention else (400.0, 95.0)))
    assert found.way == Way(2, flash_attention=False)


def test_batches_are_tried_on_prompts_that_fill_them():
    machine = PaperMachine(lambda query: (2400.0 + query.n_ubatch, 150.0))
    found = tune(machine)
    assert (found.way.n_ubatch, found.decode_gain) == (1024, 1.0)
    for query in machine.asked:
        assert query.n_ubatch <= max(512, query.n_prompt)


@pytest.mark.parametrize("prompt", [300.0, 600.0, 1100.0, 3000.0])
def test_batches_are_compared_without_a_rest(prompt):
    machine = PaperMachine(lambda query: (prompt - query.n_ubatch / 1000, 90.0))
    tune(machine)
    of_batches = [query for query in machine.asked if query.n_decode == 1]
    assert any(query.n_ubatch != 512 for query in of_batches)
    assert all(max(query.n_prompt, query.n_ubatch) % min(query.n_prompt, query.n_ubatch) == 0 for query in of_batches)


def test_what_does_not_fit_is_passed_over():
    def rates(query):
        return None if not query.flash_attention or query.n_ubatch > 512 else linear(query)

    assert not tune(PaperMachine(rates)).is_gain


def test_nothing_is_said_where_nothing_fits():
    assert not tune(PaperMachine(lambda _query: None)).is_gain


def one_thread(query):
    return (200.0, 120.0) if query.n_threads == 1 else (200.0, 80.0)


@pytest.mark.parametrize("disturbed", [{1}, {5}, {4, 5, 6}, {1, 8, 15}])
def test_a_pair_beside_other_programs_is_measured_again(disturbed):
    machine = PaperMachine(one_thread)
    machine.disturbed = disturbed
    assert tune(machine).way == Way(1)
    calm = PaperMachine(one_thread)
    tune(calm)
    assert len(machine.asked) > len(calm.asked)


@pytest.mark.parametrize("first", [1, 5, 9])
def test_where_others_compute_all_the_time_nothing_is_found(first):
    machine = PaperMachine(one_thread)
    machine.disturbed = set(range(first, 500))
    with pytest.raises(Disturbed):
        tune(machine)
    assert len(machine.asked) < first + 20


def test_what_is_slower_behind_a_long_prompt_is_not_chosen():
    def rates(query):
        is_slow = not query.flash_attention and query.n_prompt > 64
        return (200.0, 90.0) if is_slow or query.flash_attention else (400.0, 120.0)

    assert tune(PaperMachine(rates)).way.flash_attention


def test_a_gain_that_costs_elsewhere_is_none():
    machine = PaperMachine(lambda query: (400.0, 70.0) if query.n_threads == 1 else (250.0, 90.0))
    assert not tune(machine).is_gain


@pytest.mark.parametrize("noise", [0.03, 0.1, 0.2])
def test_noise_does_not_choose(noise):
    chosen = [
        tune(PaperMachine(lambda query: (250.0 + 0 * query.n_threads, 90.0), noise, seed)).is_gain
        for seed in range(200)
    ]
    assert sum(chosen) <= 4


@pytest.mark.parametrize("noise", [0.03, 0.1])
def test_tuned_is_hardly_ever_slower_than_usual(noise):
    def rates(query):
        factor = 0.96 if query.n_threads == 1 or not query.flash_attention else 1.0
        return 250.0 * factor, 90.0 * factor

    chosen = [tune(PaperMachine(rates, noise, seed)).is_gain for seed in range(200)]
    assert sum(chosen) <= 2


def test_a_large_gain_is_found_in_spite_of_noise():
    def rates(query):
        return (400.0, 120.0) if not query.flash_attention else (250.0, 90.0)

    assert sum(tune(PaperMachine(rates, 0.07, seed)).is_gain for seed in range(50)) >= 40


@pytest.mark.parametrize(("prompt", "decode"), [(4.0, 1.5), (30.0, 4.0), (250.0, 90.0), (20_000.0, 300.0)])
@pytest.mark.parametrize("tried", [SMALL, LARGE])
def test_the_time_is_kept_on_slow_and_fast_machines(prompt, decode, tried):
    def rates(query):
        return prompt * (1.3 if not query.flash_attention else 1.0), decode

    machine = PaperMachine(rates, 0.05)
    tune(machine, tried)
    one_s = 2 * (24 / prompt + 3 / decode) + 0.02
    assert machine.now_s <= max(LIMIT_S, one_s) * 1.1


def test_on_a_very_slow_machine_one_measurement_is_all():
    machine = PaperMachine(lambda _query: (1.0, 0.5))
    assert not tune(machine).is_gain
    assert len(machine.asked) == 1


def test_the_two_are_measured_in_turn():
    machine = PaperMachine(lambda query: (250.0, 90.0) if query.flash_attention else (400.0, 95.0))
    tune(machine, Tried(2, 2, is_open=frozenset({"flash_attention"})))
    ways = [query.flash_attention for query in machine.asked[1:]]
    assert ways[:6] == [True, False, False, True, True, False]
    assert len(ways) == 6 + 8


def test_only_what_was_left_open_is_tried():
    machine = PaperMachine(linear)
    tune(machine, Tried(8, 16, is_open=frozenset({"n_ubatch"})))
    assert {(query.n_threads, query.flash_attention) for query in machine.asked} == {(8, True)}


def test_smaller_keys_and_values_keep_flash_attention():
    machine = PaperMachine(linear)
    tune(machine, Tried(2, 2, KvType.Q8_0))
    assert {(query.kv_type, query.flash_attention) for query in machine.asked} == {(KvType.Q8_0, True)}


def test_it_can_be_closed_at_any_time():
    machine = PaperMachine(lambda query: (250.0, 90.0) if query.flash_attention else (400.0, 95.0))
    for n_steps in range(8):
        running = search(SMALL, LIMIT_S, machine.clock)
        query = next(running)
        for _ in range(n_steps):
            query = running.send(machine.measure(query))
        running.close()
