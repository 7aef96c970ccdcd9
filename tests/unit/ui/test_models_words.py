# SPDX-License-Identifier: Apache-2.0
"""The words of the Models page: rows, progress, the steps of the context slider."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeward.bridge.discover import Suggestion
from leeward.bridge.downloads import Download, DownloadState
from leeward.bridge.models import ModelChoice
from leeward.domain.errors import Offline
from leeward.domain.hub import FoundRepo
from leeward.domain.ids import DownloadId
from leeward.library.pace import Progress
from leeward.library.pull import PullPlan
from leeward.library.verdict import VerdictKind
from leeward.ui.models_page.download_row import download_text
from leeward.ui.models_page.downloads_strip import short_line
from leeward.ui.models_page.fit_panel import context_steps
from leeward.ui.models_page.rows import count_text, date_text, row_of_repo, rows_at_home

SUGGESTED = Suggestion(
    "Mistral 7B", "org/M-GGUF", "Apache-2.0", "Conversation", ("en",), 32_768, "Q4_K_M", 4_400_000_000
)
TOO_LARGE = Suggestion("Mixtral", "org/X-GGUF", "Apache-2.0", "Languages", ("en",), 32_768, "", 0)


def download(state: DownloadState, error: Exception | None = None) -> Download:
    return Download(DownloadId("1"), PullPlan("m", Path("/m"), Path("/m"), ()), state, 0, error)


def test_suggestions_stand_before_what_is_here():
    here = [ModelChoice(Path("/m/a.gguf"), "A"), ModelChoice(Path("/m/b.gguf"), "B", is_there=False)]
    rows = rows_at_home([SUGGESTED, TOO_LARGE], here)
    assert [row.title for row in rows] == ["Suggested", "Mistral 7B", "Mixtral", "On this computer", "A", "B"]
    assert rows[1].payload is SUGGESTED
    assert rows[1].aside == "Q4_K_M · 4.4 GB"
    assert rows[1].words.startswith("Mistral 7B, ")
    assert "licence: Apache-2.0" in rows[1].details
    assert rows[2].verdict is VerdictKind.TOO_LARGE
    assert (rows[5].aside, rows[5].is_dim) == ("file is gone", True)
    assert rows[5].payload is here[1], "it can be chosen, to take it off the list"
    assert "No model yet" in rows_at_home([], [])[1].details


def test_a_search_result_says_what_the_hub_said_and_no_more():
    row = row_of_repo(FoundRepo("org/Tiny", 12_345, 6, 1_700_000_000.0, "mit", True, "llama", 135_000_000, 0))
    assert row.title == "Tiny"
    assert row.details == "org · 135M · llama · licence: mit · terms to accept · 2023-11-14"
    bare = row_of_repo(FoundRepo("Tiny", 0, 0, 0.0, "", False, "", 0, 0))
    assert bare.details == "licence not stated"


@pytest.mark.parametrize(
    ("n", "words"), [(0, "0"), (9999, "9,999"), (10_000, "10k"), (999_499, "999k"), (1_234_567, "1.2M")]
)
def test_counts_are_short(n, words):
    assert count_text(n) == words


@pytest.mark.parametrize("seconds", [0.0, 1e30, -1e30])
def test_dates_no_calendar_knows_are_left_out(seconds):
    assert date_text(seconds) == ""


def test_progress_is_said_in_words():
    moving = Progress(45_000_000, 100_000_000, 5_000_000.0)
    assert download_text(download(DownloadState.RUNNING), moving) == (
        "45 % · 45 MB of 100 MB · 5 MB a second · about 11 s left"
    )
    begun = Progress(0, 100_000_000, 0.0)
    assert download_text(download(DownloadState.RUNNING), begun) == "0 % · 0 B of 100 MB"
    waiting = Progress(45_000_000, 100_000_000, 1.0, is_waiting=True)
    assert download_text(download(DownloadState.RUNNING), waiting).endswith("waiting for the server")
    assert download_text(download(DownloadState.QUEUED), begun).startswith("Waiting for its turn")
    assert download_text(download(DownloadState.PAUSED), moving) == "Paused · 45 % · 45 MB of 100 MB"
    assert download_text(download(DownloadState.DONE), moving) == "Verified and ready · 100 MB"
    failed = download_text(download(DownloadState.FAILED, Offline("hub.example")), moving)
    assert failed.startswith("No connection to hub.example.")
    assert failed.endswith("then try again.")


def test_the_short_line_sums_what_runs():
    assert short_line([]) == ""
    one = Progress(45, 100, 5.0)
    assert short_line([one]) == "Downloading 45 %, about 11 s left, 5 B a second"
    assert short_line([one, Progress(5, 100, 0.0)]) == "Downloading 2 models: 25 %, 5 B a second"
    assert short_line([Progress(5, 100, 7.0, is_waiting=True)]) == "Downloading 5 %"


@given(st.integers(0, 2_000_000))
def test_the_slider_rises_to_what_the_model_was_trained_for(n_ctx_train):
    steps = context_steps(n_ctx_train)
    assert steps == sorted(set(steps))
    assert steps[0] == 512
    assert steps[-1] == max(512, n_ctx_train or 32_768)
    assert len(steps) <= 30
