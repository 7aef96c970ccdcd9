# SPDX-License-Identifier: Apache-2.0
"""What can be asked of the samplers: ranges, defaults, and the way through the pipe and into stored receipts."""

import math

import msgspec
import pytest

from leeward.domain.errors import GrammarInvalid
from leeward.domain.generation import (
    AdaptiveP,
    ChatMessage,
    Dry,
    DynamicTemperature,
    GenerationRequest,
    Mirostat,
    Role,
    Sampling,
    Xtc,
)
from leeward.domain.ids import GenerationId
from leeward.engine import frames
from leeward.engine.protocol import ReasoningAppended, TextAppended

EVERYTHING = Sampling(
    typical_p=0.9,
    top_n_sigma=1.5,
    dynamic_temperature=DynamicTemperature(0.4, 2.0),
    xtc=Xtc(0.3, 0.2),
    mirostat=Mirostat(1, 4.0, 0.2),
    dry=Dry(breakers=("é", "\n")),
    adaptive_p=AdaptiveP(0.3, 0.8),
    logit_bias=((5, -100.0), (7, 2.5)),
    is_infill=True,
    seed=1,
)
MESSAGES = (ChatMessage(Role.USER, "Hi"),)


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (lambda: Sampling(typical_p=1.1), "typical_p"),
        (lambda: Sampling(top_n_sigma=-1), "top_n_sigma"),
        (lambda: Sampling(logit_bias=((-1, 0.0),)), "logit_bias"),
        (lambda: Sampling(logit_bias=((1, math.nan),)), "logit_bias"),
        (lambda: Sampling(logit_bias=((1, 101.0),)), "logit_bias"),
        (lambda: DynamicTemperature(spread=6), "spread"),
        (lambda: DynamicTemperature(exponent=-1), "exponent"),
        (lambda: Xtc(probability=2), "probability"),
        (lambda: Xtc(threshold=0.6), "threshold"),
        (lambda: Mirostat(version=3), "version"),
        (lambda: Mirostat(tau=math.inf), "tau"),
        (lambda: Dry(base=0.5), "base"),
        (lambda: Dry(last_n=0), "last_n"),
        (lambda: Dry(breakers=("x",) * 101), "breakers"),
        (lambda: AdaptiveP(target=-0.1), "target"),
        (lambda: AdaptiveP(decay=1.0), "decay"),
        (lambda: GenerationRequest(GenerationId("a"), MESSAGES, n_probs=101), "n_probs"),
        (lambda: GenerationRequest(GenerationId("a"), MESSAGES, grammar="a", json_schema="b"), "json_schema"),
    ],
)
def test_a_value_out_of_range_is_refused_by_name(make, name):
    with pytest.raises(ValueError, match=name):
        make()


def test_everything_that_can_be_asked_crosses_the_pipe():
    for options in ({"grammar": 'root ::= "x"', "n_probs": 5}, {"json_schema": "{}"}):
        frame = frames.Generate(GenerationRequest(GenerationId("a"), MESSAGES, EVERYTHING, 5, **options))
        assert frames.decode_to_child(frames.encode(frame)) == frame


@pytest.mark.parametrize("kind", [TextAppended, ReasoningAppended])
def test_probabilities_cross_the_pipe_and_none_cost_nothing(kind):
    event = kind(GenerationId("a"), "x", 1, ((("x", 0.5), ("y", 0.25)),))
    assert frames.decode_from_child(frames.encode(event)) == event
    assert frames.decode_from_child(frames.encode(kind(GenerationId("a"), "x", 1))).probabilities == ()


def test_a_nested_value_out_of_range_is_no_frame():
    request = GenerationRequest(GenerationId("a"), MESSAGES, EVERYTHING)
    wild = msgspec.msgpack.decode(frames.encode(frames.Generate(request)))
    wild["request"]["sampling"]["mirostat"]["version"] = 9
    with pytest.raises(msgspec.ValidationError, match="version"):
        frames.decode_to_child(msgspec.msgpack.encode(wild))


def test_a_receipt_stored_before_these_samplers_is_read_with_them_off():
    old = b'{"temperature":0.7,"top_k":40,"top_p":0.95,"min_p":0.05,"repeat_penalty":1.1,"repeat_last_n":64,"seed":3}'
    assert msgspec.json.decode(old, type=Sampling) == Sampling(seed=3)
    assert msgspec.json.decode(msgspec.json.encode(EVERYTHING), type=Sampling) == EVERYTHING


def test_an_invalid_grammar_crosses_the_pipe_with_its_reason():
    back = frames.Fault.of(GrammarInvalid("no root")).to_error()
    assert (type(back), back.reason) == (GrammarInvalid, "no root")
