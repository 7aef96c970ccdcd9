# SPDX-License-Identifier: Apache-2.0
"""When the first word comes: beside the models of the picker, and for a file before it is sent."""

from pathlib import Path

import pytest

from helpers.window import STARTER
from leeward.bridge.first_word import MAX_MODELS, FirstWord
from leeward.bridge.models import ModelChoice
from leeward.domain.generation import FinishReason, Receipt, Sampling, Timings, Usage
from leeward.domain.ids import GenerationId
from leeward.domain.machine_profile import Reading
from leeward.engine.protocol import Finished
from leeward.storage.machine_profile import MachineProfileFile
from leeward.storage.measured_for import KeyedFile
from leeward.storage.profile import Profile

OTHER, UNKNOWN = Path("/models/other.gguf"), Path("/models/unknown.gguf")


def finished(path, n_tokens, seconds):
    receipt = Receipt("One", path.name, 1, "", Sampling(seed=1), "engine", 4096, 2)
    return Finished(
        GenerationId("g"), FinishReason.STOP, Usage(n_tokens, 0, 5), Timings(seconds, seconds, 1.0, 5.0), receipt
    )


@pytest.fixture
def measured(window_rig):
    """The loaded model and another one were measured, at 20 and at 2 tokens a second."""
    generation = window_rig.parts.generation
    kept = KeyedFile(Profile(window_rig.folder).readings_file, tuple[Reading, ...], MAX_MODELS)
    first_word = FirstWord(kept, MachineProfileFile(window_rig.folder / "machine.json"))
    engine, devices = generation.machine()
    model = generation.loaded_model
    for path, per_token_s in ((OTHER, 0.5), (model.path, 0.05)):
        as_loaded = type(model)(**{name: getattr(model, name) for name in model.__slots__} | {"path": path})
        first_word.begin(as_loaded, None, engine, devices, 1)
        for n_tokens in (100, 400):
            first_word.learn(finished(path, n_tokens, n_tokens * per_token_s))
    first_word.keep()
    generation.first_word = first_word
    window_rig.window.header.picker.set_choices(
        STARTER,
        [ModelChoice(OTHER, "Other"), ModelChoice(UNKNOWN, "Unknown"), ModelChoice(Path("/gone"), "Gone", False)],
    )
    return window_rig


def rows(rig, qtbot):
    picker = rig.window.header.picker
    with qtbot.waitSignal(rig.parts.first_words.known):
        picker._fill()
    return dict(each.text().partition("\t")[::2] for each in picker._menu.actions() if each.text())


def test_each_model_that_was_measured_says_when_its_first_word_comes(measured, qtbot):
    shown = rows(measured, qtbot)
    assert shown["Starter 1M"] == "First word in about 1 s"
    assert shown["Other"] == "First word in about 12 s"  # a short question of 24 tokens
    assert shown["Unknown"] == ""


def test_what_is_written_counts(measured, qtbot):
    measured.window.page.composer.set_typed("word " * 200)
    qtbot.waitUntil(lambda: measured.window.compose.parts().is_exact)
    n_tokens = measured.window.compose.parts().total
    assert rows(measured, qtbot)["Other"] == f"First word in about {round(n_tokens / 2 / 60)} min"


def test_what_a_file_costs_is_said_before_it_is_sent(measured, qtbot, tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("a word of many " * 200)
    measured.window.compose.attach([file])
    hint = measured.window.page.composer.hint
    qtbot.waitUntil(lambda: "First word in about" in hint.accessibleName())
