# SPDX-License-Identifier: Apache-2.0
"""How an answer was made, in words."""

from dataclasses import replace
from pathlib import Path

from helpers.chats import answer, details
from leeward.domain.generation import AdapterUse, FinishReason, Receipt, Sampling, Timings, Xtc
from leeward.domain.model_info import KvType, LoadedModel
from leeward.domain.settings import Settings
from leeward.ui.receipt_text import receipt_lines, why_not_again

RECEIPT = Receipt(
    "Model", "m.gguf", 7, "abc", Sampling(seed=42, xtc=Xtc(0.5, 0.1), top_n_sigma=1.5), "engine 1", 4096, 2
)
MADE = replace(details(), receipt=RECEIPT)
MODEL = LoadedModel(Path("/m/m.gguf"), "Model", "a", 4096, 4096, 1, 1, 7, "", 0.0, "cpu", KvType.F16)


def test_a_receipt_tells_model_figures_seed_and_all_sampling_that_is_not_as_usual():
    lines = dict(receipt_lines(answer(1, "x", details=MADE)))
    assert list(lines)[:4] == ["Model", "Ended", "Answer", "Prompt"]
    assert lines["Prompt"] == "4,112 tokens: 4,074 reused, 38 read"
    assert (lines["Seed"], lines["Temperature"], lines["Top n sigma"]) == ("42", "0.7", "1.5")
    assert lines["Xtc"] == "probability 0.5, threshold 0.1"
    assert "Mirostat" not in lines


def test_tokens_that_were_guessed_are_counted_where_there_are_any():
    assert "Guessed" not in dict(receipt_lines(answer(1, "x", details=MADE)))
    timings = Timings(0.1, 0.2, 3.0, 40.0, drafted_tokens=1200, accepted_tokens=900)
    lines = dict(receipt_lines(answer(1, "x", details=replace(MADE, timings=timings))))
    assert lines["Guessed"] == "1,200 tokens, 900 of them right"


def test_what_is_not_known_is_left_out():
    assert receipt_lines(answer(1, "x")) == [("Ended", "by itself")]
    made = replace(details(FinishReason.LENGTH), is_edited=True, n_continued=2)
    lines = dict(receipt_lines(answer(1, "x", details=made)))
    assert "limit" in lines["Ended"]
    assert "by you" in lines["Edited"]
    assert "2 times" in lines["Continued"]


def test_an_answer_is_run_again_only_by_the_model_that_made_all_of_it():
    assert why_not_again(answer(1, "x", details=MADE), MODEL, Settings()) == ""
    assert "Load Model first" in why_not_again(answer(1, "x", details=MADE), None, Settings())
    assert "Load Model first" in why_not_again(answer(1, "x", details=MADE), replace(MODEL, size_bytes=8), Settings())
    assert "several parts" in why_not_again(answer(1, "x", details=replace(MADE, n_continued=1)), MODEL, Settings())
    assert "You wrote" in why_not_again(answer(1, "x", details=replace(MADE, is_edited=True)), MODEL, Settings())
    adapted = replace(MADE, receipt=replace(RECEIPT, adapters=(AdapterUse("a.gguf", 1.0),)))
    assert "adapter" in why_not_again(answer(1, "x", details=adapted), MODEL, Settings())
    with_adapter = replace(MODEL, adapters=adapted.receipt.adapters)
    assert why_not_again(answer(1, "x", details=adapted), with_adapter, Settings()) == ""
    assert "adapter" in why_not_again(answer(1, "x", details=MADE), with_adapter, Settings())
    assert "not kept" in why_not_again(answer(1, "x"), MODEL, Settings())
    for part in ({"n_seen": 3}, {"is_summary": True}):
        assert "a part of the chat" in why_not_again(answer(1, "x", details=replace(MADE, **part)), MODEL, Settings())
    formed = answer(1, "x", details=replace(MADE, form="0123"))
    assert "another persona" in why_not_again(formed, MODEL, Settings())
