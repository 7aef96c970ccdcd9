# SPDX-License-Identifier: Apache-2.0
"""What is learned from answers of the loaded model, and kept."""

from pathlib import Path

import pytest

from leeward.bridge.first_word import MAX_MODELS, FirstWord, foretold
from leeward.domain.generation import FinishReason, Receipt, Sampling, Timings, Usage
from leeward.domain.ids import GenerationId
from leeward.domain.machine_profile import Machine, MachineProfile, Reading, SpeedSample
from leeward.domain.model_info import KvType, LoadedModel
from leeward.engine.protocol import Finished
from leeward.storage.machine_profile import MachineProfileFile
from leeward.storage.measured_for import KeyedFile

PATH = Path("/models/one.gguf")
MODEL = LoadedModel(
    path=PATH, name="One", architecture="llama", n_ctx=4096, n_ctx_train=4096, n_params=1, n_vocab=9, size_bytes=1,
    template_note="", load_s=0.0, device="CPU", kv_type=KvType.F16,
)  # fmt: skip


def finished(n_prompt, n_reused, seconds, reason=FinishReason.STOP, n_said=5, file=PATH.name):
    receipt = Receipt("One", file, 1, "", Sampling(seed=1), "engine", 4096, 2)
    timings = Timings(seconds, seconds, 1.0, 5.0)
    return Finished(GenerationId("g"), reason, Usage(n_prompt, n_reused, n_said), timings, receipt)


@pytest.fixture
def make(tmp_path):
    def make_first_word():
        kept = KeyedFile(tmp_path / "readings.json", tuple[Reading, ...], MAX_MODELS)
        made = FirstWord(kept, MachineProfileFile(tmp_path / "machine.json"))
        made.begin(MODEL, None, "engine", (), 2)
        return made

    return make_first_word


def test_nothing_is_said_before_the_first_answer(make):
    assert make().seconds(100, 0) is None


def test_every_answer_teaches(make):
    one = make()
    for n_tokens in (100, 400, 1600):
        one.learn(finished(n_tokens, 0, n_tokens / 100))
    assert one.seconds(800, 0) == pytest.approx(8.0, rel=0.05)
    assert one.seconds(0, 800) is None


def test_what_was_reused_counts_as_depth(make):
    one = make()
    one.learn(finished(1000, 900, 1.0))
    assert one.seconds(100, 900) == pytest.approx(1.0, rel=0.01)


@pytest.mark.parametrize(
    "event",
    [
        finished(1000, 0, 0.1, FinishReason.CANCELLED, n_said=0),  # stopped while it read
        finished(1000, 1000, 0.1),
        finished(1000, 0, 0.1, file="another.gguf"),
    ],
)
def test_what_tells_nothing_teaches_nothing(make, event):
    one = make()
    one.learn(event)
    assert one.seconds(100, 0) is None


def test_it_is_known_again_after_a_restart(make):
    one = make()
    one.learn(finished(500, 0, 5.0))
    one.keep()
    assert make().seconds(500, 0) == pytest.approx(5.0, rel=0.01)


def test_the_profile_of_the_machine_foretells_before_the_first_answer(make, tmp_path, starter_model):
    from leeward.library.model_check import check_model_file

    sample = SpeedSample("m.gguf", False, 96_000_000, 100.0, 135_000_000, 250.0, "2026-01-01T00:00:00+00:00")
    MachineProfileFile(tmp_path / "machine.json").add(MachineProfile(Machine.of("engine", (), 2), (sample,)))
    one = make()
    one.begin(MODEL, check_model_file(starter_model), "engine", (), 2)
    assert 1.0 < one.seconds(500, 0) < 6.0


def test_a_model_that_is_not_loaded_is_known_as_it_was_loaded_last(make, tmp_path):
    kept = KeyedFile(tmp_path / "readings.json", tuple[Reading, ...], MAX_MODELS)
    assert foretold(kept, PATH, "engine", ()) is None
    one = make()
    one.learn(finished(500, 0, 5.0))
    one.keep()
    assert foretold(kept, PATH, "engine", ()).seconds(500, 0) == pytest.approx(5.0, rel=0.01)
    assert foretold(kept, PATH, "another engine", ()) is None
    assert foretold(kept, Path("/models/two.gguf"), "engine", ()) is None
