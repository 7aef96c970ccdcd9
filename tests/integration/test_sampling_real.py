# SPDX-License-Identifier: Apache-2.0
"""Samplers, grammars and JSON schemas in the engine process, on real models."""

import json
import re
import time
from dataclasses import replace

import pytest

from leeward.domain.errors import GrammarInvalid
from leeward.domain.generation import (
    AdaptiveP,
    ChatMessage,
    Dry,
    DynamicTemperature,
    FinishReason,
    GenerationRequest,
    Mirostat,
    Role,
    Sampling,
    Xtc,
)
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine.protocol import Finished, GenerationFailed, ModelLoaded, TextAppended
from leeward.engine.supervisor import Supervisor

pytestmark = pytest.mark.model

SCHEMA = json.dumps(
    {
        "type": "object",
        "properties": {
            "name": {"type": "string", "maxLength": 40},
            "age": {"type": "integer"},
            "is_captain": {"type": "boolean"},
            "ships": {"type": "array", "items": {"type": "string", "maxLength": 20}, "maxItems": 3},
            "rank": {"enum": ["mate", "bosun", "cook"]},
        },
        "required": ["name", "age", "is_captain", "ships", "rank"],
    }
)
SAMPLERS = {
    "default": {},
    "typical": {"typical_p": 0.9},
    "top_n_sigma": {"top_n_sigma": 1.0},
    "dynamic": {"dynamic_temperature": DynamicTemperature()},
    "xtc": {"xtc": Xtc()},
    "mirostat 1": {"mirostat": Mirostat(1)},
    "mirostat 2": {"mirostat": Mirostat(2), "top_k": 0},
    "dry": {"dry": Dry()},
    "adaptive": {"adaptive_p": AdaptiveP()},
    "bias": {"logit_bias": ((28, -100.0),)},
    "infill": {"is_infill": True},
}


@pytest.fixture(scope="module")
def smol(starter_model):
    yield from _engine(starter_model)


@pytest.fixture(scope="module")
def gemma(gemma_model):
    yield from _engine(gemma_model)


def _engine(path):
    engine = Supervisor()
    engine.load(LoadPlan(path))
    _until(engine, ModelLoaded)
    yield engine
    engine.close()


def _until(engine, *kinds):
    events, deadline = [], time.monotonic() + 120
    while time.monotonic() < deadline:
        event = engine.next_event(1.0)
        if event is not None:
            events.append(event)
            if isinstance(event, kinds):
                return events
    raise AssertionError(f"no {kinds} among {events[-5:]}")


def ask(engine, text, sampling, **options):
    """Return (text, events)."""
    request = GenerationRequest(
        GenerationId(str(time.monotonic_ns())), (ChatMessage(Role.USER, text),), sampling, **options
    )
    engine.generate(request)
    events = _until(engine, Finished, GenerationFailed)
    if isinstance(events[-1], GenerationFailed):
        raise events[-1].error
    return "".join(event.text for event in events if isinstance(event, TextAppended)), events


@pytest.mark.parametrize("name", SAMPLERS)
def test_a_seed_repeats_exactly_with_every_sampler(smol, name):
    sampling = replace(Sampling(temperature=1.2, seed=11), **SAMPLERS[name])
    texts = [ask(smol, "Tell me a story.", sampling, max_tokens=16)[0] for _ in "ab"]
    assert texts[0] == texts[1]


def test_the_samplers_change_what_is_said(smol):
    texts = {
        name: ask(smol, "Tell me a story.", replace(Sampling(temperature=1.2, seed=11), **change), max_tokens=12)[0]
        for name, change in SAMPLERS.items()
    }
    assert len(set(texts.values())) >= 6


def test_twenty_seeds_all_give_json_that_fits_the_schema(smol):
    for seed in range(20):
        text, events = ask(
            smol, "Describe a sailor as JSON.", Sampling(temperature=1.0, seed=seed), json_schema=SCHEMA, max_tokens=400
        )
        assert events[-1].reason is FinishReason.STOP, f"seed {seed}: {text}"
        _fits(json.loads(text))


def test_gemma_answers_by_a_schema_too(gemma):
    for seed in range(3):
        text, events = ask(gemma, "A sailor:", Sampling(seed=seed), json_schema=SCHEMA, max_tokens=400)
        assert events[-1].reason is FinishReason.STOP, text
        _fits(json.loads(text))


def _fits(value):
    assert list(value) == ["name", "age", "is_captain", "ships", "rank"]
    assert isinstance(value["name"], str)
    assert len(value["name"]) <= 40
    assert type(value["age"]) is int
    assert isinstance(value["is_captain"], bool)
    assert len(value["ships"]) <= 3
    assert value["rank"] in ("mate", "bosun", "cook")


@pytest.mark.parametrize("sampling", [Sampling(seed=1), Sampling(temperature=0, seed=1), Sampling(top_k=0, seed=1)])
def test_a_grammar_shapes_the_answer_and_ends_it(smol, sampling):
    gbnf = 'root ::= "On " day ", " [0-9]{1,2} " boats."\nday ::= "Monday" | "Sunday"'
    text, events = ask(smol, "How many boats, and when?", sampling, grammar=gbnf)
    assert re.fullmatch(r"On (Monday|Sunday), \d{1,2} boats\.", text)
    assert events[-1].reason is FinishReason.STOP


def test_a_grammar_of_foreign_letters_joins_characters_of_several_tokens(smol):
    text, _ = ask(smol, "Say something in Japanese.", Sampling(seed=3), grammar="root ::= [ぁ-ん]{5} [🦙🦊]")
    assert re.fullmatch("[ぁ-ん]{5}[🦙🦊]", text)


def test_an_invalid_grammar_is_said_and_the_next_answer_works(smol):
    with pytest.raises(GrammarInvalid, match="nothing"):
        ask(smol, "Hi", Sampling(), grammar="root ::= nothing")
    with pytest.raises(GrammarInvalid):
        ask(smol, "Hi", Sampling(), json_schema='{"type": "sailor"}')
    assert ask(smol, "Hi", Sampling(seed=1), max_tokens=4)[1][-1].usage.completion_tokens > 0


def test_probabilities_are_told_for_every_token(smol):
    _, plain = ask(smol, "Name a colour.", Sampling(temperature=0, seed=1), max_tokens=8)
    assert all(event.probabilities == () for event in plain if isinstance(event, TextAppended))
    text, events = ask(
        smol, "Name a colour.", Sampling(temperature=0, repeat_penalty=1, seed=1), max_tokens=8, n_probs=4
    )
    told = [each for event in events if isinstance(event, TextAppended) for each in event.probabilities]
    assert len(told) == events[-1].usage.completion_tokens
    assert "".join(drawn for (drawn, _), *_ in told) == text
    for drawn, *top in told:
        shares = [share for _, share in top]
        assert len(top) == 4
        assert top[0] == drawn  # greedy takes the best
        assert shares == sorted(shares, reverse=True)
        assert 0 < sum(shares) <= 1
