# SPDX-License-Identifier: Apache-2.0
import math
from dataclasses import replace

import pytest

from leeward.domain.generation import ChatMessage, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.settings import Settings, limits_of


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("temperature", -0.1),
        ("temperature", math.nan),
        ("top_p", 1.1),
        ("top_k", -1),
        ("repeat_penalty", 0.0),
        ("seed", -1),
    ],
)
def test_a_sampling_value_out_of_range_is_refused_by_name(name, value):
    with pytest.raises(ValueError, match=name):
        replace(Sampling(), **{name: value})


def test_a_request_needs_a_message_and_a_token():
    with pytest.raises(ValueError, match="message"):
        GenerationRequest(GenerationId("a"), ())
    with pytest.raises(ValueError, match="max_tokens"):
        GenerationRequest(GenerationId("a"), (ChatMessage(Role.USER, "Hi"),), max_tokens=0)


def test_the_default_settings_sample_like_the_default_sampling():
    assert Settings().sampling == Sampling()


def test_a_seed_in_the_settings_reaches_the_sampling():
    assert Settings(seed=-1).sampling.seed is None
    assert Settings(seed=0).sampling.seed == 0


def test_a_setting_out_of_range_is_refused_by_name():
    with pytest.raises(ValueError, match="font_size_pt"):
        Settings().with_value("font_size_pt", 99)
    with pytest.raises(TypeError):
        Settings().with_value("no_such_setting", 1)


def test_limits_are_known_for_numbers_only():
    assert (limits_of("temperature").low, limits_of("temperature").high) == (0, 5)
    with pytest.raises(KeyError):
        limits_of("system_prompt")
