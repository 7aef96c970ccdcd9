# SPDX-License-Identifier: Apache-2.0
"""Beside a setting stands what the loaded model is used with instead, and nothing where the setting acts."""

from leeward.domain.model_settings import ModelSettings, in_use
from leeward.domain.settings import Settings
from leeward.ui.settings_notes import model_notes

USUAL, NOTHING = Settings(), ModelSettings()


def notes(settings=USUAL, own=NOTHING, suggested=NOTHING):
    return model_notes(settings, own, suggested, None, lambda _name, value: f"{value:g}")


def test_nothing_is_said_without_a_model_or_where_it_agrees():
    assert notes() == {}
    assert notes(suggested=ModelSettings(temperature=Settings().temperature)) == {}


def test_what_the_makers_suggest_is_said_as_long_as_it_acts():
    suggested = ModelSettings(temperature=1.0, top_k=64)
    said = notes(suggested=suggested)
    assert said["temperature"] == "The loaded model's makers suggest 1, which is used until you change this."
    assert set(said) == {"temperature", "top_k"}
    changed = Settings(temperature=0.3)
    assert set(notes(changed, suggested=suggested)) == {"top_k"}
    assert in_use(changed, NOTHING, suggested).temperature == 0.3


def test_what_is_set_for_the_model_goes_before_all_and_is_said_of_loads_too():
    own = ModelSettings(temperature=0.2, n_ctx=2048, template="chatml", kv_type=None)
    said = notes(Settings(temperature=0.9), own, ModelSettings(temperature=1.0))
    assert said == {
        "temperature": "Set for this model: 0.2, which is used instead.",
        "n_ctx": "Set for this model: 2048, which is used instead.",
    }
