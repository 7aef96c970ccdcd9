# SPDX-License-Identifier: Apache-2.0
"""The history of measurements: kept in order, bounded, and empty rather than an error when its file is damaged."""

import dataclasses
import json

import pytest

from helpers.speed import SPEED_REPORT
from leeward.domain.errors import StorageError
from leeward.storage.speed_history import MAX_REPORTS, SpeedHistory


@pytest.fixture
def path(tmp_path):
    return tmp_path / "profile" / "speed.json"


def test_reports_are_kept_in_order_and_those_before_are_told(path):
    history = SpeedHistory(path)
    assert history.read() == ()
    assert history.add(SPEED_REPORT) == ()
    second = dataclasses.replace(SPEED_REPORT, load_s=1.5)
    assert history.add(second) == (SPEED_REPORT,)
    assert SpeedHistory(path).read() == (SPEED_REPORT, second)


def test_no_more_than_a_hundred_are_kept(path):
    history = SpeedHistory(path)
    for number in range(MAX_REPORTS + 3):
        history.add(dataclasses.replace(SPEED_REPORT, n_threads=number + 1))
    kept = history.read()
    assert len(kept) == MAX_REPORTS
    assert (kept[0].n_threads, kept[-1].n_threads) == (4, MAX_REPORTS + 3)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"{}", b"null", b"[" * 100_000, b"\xff\xfe", b'["\xff"]', b'"text"'], ids=repr
)
def test_a_broken_file_counts_as_empty_and_is_written_anew(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    history = SpeedHistory(path)
    assert history.read() == ()
    assert history.add(SPEED_REPORT) == ()
    assert history.read() == (SPEED_REPORT,)


@pytest.mark.parametrize(
    "wrong", [None, 7, {}, {"measured": "yesterday"}, {"depths": [1]}, {"left_out": [{"reason": "x"}]}]
)
def test_a_report_that_cannot_be_read_is_left_out(path, wrong):
    SpeedHistory(path).add(SPEED_REPORT)
    good = json.loads(path.read_bytes())[0]
    broken = good | wrong if isinstance(wrong, dict) and wrong else wrong
    path.write_text(json.dumps([broken, good]))
    assert SpeedHistory(path).read() == (SPEED_REPORT,)


def test_fields_of_a_later_version_are_passed_over(path):
    SpeedHistory(path).add(SPEED_REPORT)
    later = json.loads(path.read_bytes())[0] | {"colour": "blue"}
    path.write_text(json.dumps([later]))
    assert SpeedHistory(path).read() == (SPEED_REPORT,)


def test_a_place_that_cannot_be_written_is_told_and_the_old_file_stays(path):
    path.parent.parent.joinpath("file").write_text("")
    with pytest.raises(StorageError):
        SpeedHistory(path.parent.parent / "file" / "speed.json").add(SPEED_REPORT)
