# SPDX-License-Identifier: Apache-2.0
"""Sentences of the status lines."""

import pytest

from leeward.domain.ids import GenerationId
from leeward.engine.protocol import PromptProgress
from leeward.library.in_words import duration_text, memory_text, size_text, words_rate_text
from leeward.ui.status_text import parameters_text, reading_status


def progress(n_reused: int, n_read: int, n_total: int, elapsed_s: float) -> PromptProgress:
    return PromptProgress(GenerationId("g"), n_reused, n_read, n_total, elapsed_s)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (progress(2508, 128, 3020, 1.3), "Reading 512 of 3,020 tokens · 2,508 reused · 25 % · about 4 s"),
        (progress(0, 0, 3020, 0.0), "Reading 3,020 of 3,020 tokens"),
        (progress(0, 1510, 3020, 0.1), "Reading 3,020 of 3,020 tokens · 50 %"),
        (progress(3019, 1, 3020, 0.5), "Reading 1 of 3,020 tokens · 3,019 reused · 100 %"),
        (progress(0, 100, 12_100, 2.0), "Reading 12,100 of 12,100 tokens · 1 % · about 4 min"),
        (progress(10, 0, 10, 0.0), "Reading 0 of 10 tokens · 10 reused"),
    ],
)
def test_how_far_the_prompt_is_read(given, expected):
    assert reading_status(given) == expected


def test_durations_and_sizes_are_rounded_to_what_people_say():
    assert [duration_text(s) for s in (0.2, 12, 89, 150, 7200)] == ["1 s", "12 s", "89 s", "2 min", "2 h"]
    assert [parameters_text(n) for n in (134_515_008, 1_543_714_304, 7_000_000_000, 999)] == [
        "135M",
        "1.5B",
        "7B",
        "999",
    ]
    assert [size_text(n) for n in (372, 140_400, 269_400_000, 999_600_000, 5_249_000_000)] == [
        "372 B",
        "140 kB",
        "269 MB",
        "1.0 GB",
        "5.2 GB",
    ]
    assert [words_rate_text(rate) for rate in (0.3, 0.9, 5.2, 48.7)] == [
        "a word every 3 s",
        "1 word a second",
        "5 words a second",
        "49 words a second",
    ]


def test_the_memory_that_was_planned_stands_beside_what_is_used():
    assert memory_text(270_000_000, 265_000_000) == "270 MB of memory planned, 265 MB used"
    assert (memory_text(0, 265_000_000), memory_text(270_000_000, 0), memory_text(0, 0)) == (
        "265 MB used",
        "270 MB of memory planned",
        "",
    )


@pytest.mark.parametrize(
    ("given", "foretold_s", "expected"),
    [
        (progress(0, 0, 3020, 0.0), 12.4, "Reading 3,020 of 3,020 tokens · about 12 s"),
        (progress(0, 1510, 3020, 0.1), 8.1, "Reading 3,020 of 3,020 tokens · 50 % · about 8 s"),
        (progress(2508, 128, 3020, 1.3), 99.0, "Reading 512 of 3,020 tokens · 2,508 reused · 25 % · about 4 s"),
        (progress(10, 0, 10, 0.0), 3.0, "Reading 0 of 10 tokens · 10 reused"),
    ],
)
def test_what_was_foretold_is_said_until_the_reading_tells(given, foretold_s, expected):
    assert reading_status(given, foretold_s) == expected
