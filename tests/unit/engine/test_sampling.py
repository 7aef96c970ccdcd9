# SPDX-License-Identifier: Apache-2.0
"""Every sampler on a tiny model with hand-made logits: what it changes, and that a seed repeats it."""

import ctypes
import json
from collections import Counter
from dataclasses import replace

import llama_cpp
import numpy as np
import pytest

from helpers.tiny_gguf import write_tiny_gguf
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
from leeward.domain.model_info import LoadPlan
from leeward.engine.child.candidates import Candidates
from leeward.engine.child.grammar import Grammar, schema_to_gbnf
from leeward.engine.child.llama import Llama, NativeLog, Piece
from leeward.engine.child.sampling import SamplerChain, TokenSource

OFF = Sampling(temperature=1.0, top_k=0, top_p=1.0, min_p=0.0, repeat_penalty=1.0)
"""Draws from the model's own distribution."""

A, B, C, D, E = range(100, 105)
BEST = {A: 10.0, B: 9.0, C: 8.0, D: 7.0, E: 6.0}


class HandMade:
    """The tiny model with logits written by a test: BEST, all others far below."""

    def __init__(self, llama):
        self._llama = llama
        self.values = np.full(llama.n_vocab, -10.0, np.float32)
        for token, logit in BEST.items():
            self.values[token] = logit

    def logits(self):
        return self.values

    def sample(self, chain):
        self._llama.logits()[:] = self.values
        return self._llama.sample(chain)

    def __getattr__(self, name):
        return getattr(self._llama, name)


@pytest.fixture(scope="module")
def llama(tmp_path_factory):
    path = write_tiny_gguf(tmp_path_factory.mktemp("tiny") / "tiny.gguf")
    llama = Llama(LoadPlan(path, n_threads=1), NativeLog(lambda _level, _text: None), lambda _fraction: True)
    llama.decode([Piece(0, [1])])
    yield llama
    llama.close()
    llama_cpp.llama_log_set(ctypes.cast(None, llama_cpp.llama_log_callback), ctypes.c_void_p(0))


@pytest.fixture
def model(llama):
    return HandMade(llama)


def request(sampling, **options):
    return GenerationRequest(GenerationId("a"), (ChatMessage(Role.USER, "Hi"),), sampling, **options)


def draws(model, sampling, n=200, seed=1, prompt=(), **options):
    source = TokenSource(model, request(sampling, **options), seed, list(prompt))
    try:
        return [source.draw() for _ in range(n)]
    finally:
        source.close()


def left_by(model, sampling, prompt=()):
    """Return what the chain leaves to draw from: token to probability."""
    chain, candidates = SamplerChain(model, sampling, 1, list(prompt)), Candidates(model.n_vocab)
    candidates.fill(model.logits(), 0)
    llama_cpp.llama_sampler_apply(chain.pointer, candidates.pointer)
    chain.close()
    array = candidates.array
    return {array.data[i].id: array.data[i].p for i in range(array.size) if array.data[i].p > 1e-6}


def names(model, sampling):
    chain = SamplerChain(model, sampling, 1, [])
    n = llama_cpp.llama_sampler_chain_n(chain.pointer)
    found = [
        llama_cpp.llama_sampler_name(llama_cpp.llama_sampler_chain_get(chain.pointer, i)).decode() for i in range(n)
    ]
    chain.close()
    return found


EVERYTHING = Sampling(
    typical_p=0.9,
    top_n_sigma=3.0,
    dynamic_temperature=DynamicTemperature(),
    xtc=Xtc(),
    dry=Dry(),
    logit_bias=((A, 1.0),),
    is_infill=True,
)


def test_everything_is_off_unless_asked_for(model):
    assert names(model, OFF) == ["?temp", "dist"]  # "?": llama.cpp skips it
    assert names(model, Sampling()) == ["top-k", "penalties", "top-p", "min-p", "temp", "dist"]


def test_the_samplers_stand_in_the_order_the_docstring_says(model):
    cuts = ["typical", "top-p", "min-p", "xtc"]
    front = ["logit-bias", "top-n-sigma", "top-k", "penalties", "dry"]
    assert names(model, EVERYTHING) == [*front, *cuts, "infill", "temp-ext", "dist"]
    assert names(model, replace(EVERYTHING, adaptive_p=AdaptiveP()))[-1] == "adaptive-p"
    mirostat = replace(EVERYTHING, mirostat=Mirostat(), adaptive_p=AdaptiveP())
    assert names(model, mirostat) == [*front, "infill", "temp-ext", "mirostat-v2"]
    assert names(model, replace(mirostat, mirostat=Mirostat(version=1)))[-1] == "mirostat"
    assert names(model, replace(EVERYTHING, temperature=0)) == [*front, "greedy"]


def test_temperature_zero_takes_the_best_always(model):
    assert set(draws(model, replace(OFF, temperature=0), 20)) == {A}


def test_a_higher_temperature_spreads_the_probabilities(model):
    cool, warm = (left_by(model, replace(OFF, temperature=t))[A] for t in (0.5, 2.0))
    assert cool > left_by(model, OFF)[A] > warm


def test_dynamic_temperature_is_low_where_the_model_is_sure(model):
    dynamic = replace(OFF, dynamic_temperature=DynamicTemperature(spread=0.9))
    sure = left_by(model, dynamic)[A]
    assert sure > left_by(model, OFF)[A]  # little entropy: near 1 - 0.9
    model.values[:] = 0.0
    model.values[A] = 1.0
    assert left_by(model, dynamic)[A] < left_by(model, OFF)[A]  # much entropy: near 1 + 0.9


@pytest.mark.parametrize("change", [{"top_k": 2}, {"top_p": 0.8}, {"min_p": 0.3}])
def test_the_cuts_leave_the_best_two(model, change):
    assert set(left_by(model, replace(OFF, **change))) == {A, B}


def test_typical_p_drops_what_surprises_too_little(model):
    # Entropy is about 1.07 nats; A's surprise is 0.45, B's 1.45, C's 2.45: B is nearest to it.
    left = left_by(model, replace(OFF, typical_p=0.2))
    assert set(left) == {B}


def test_top_n_sigma_measures_all_logits(model):
    sigma = float(np.std(model.values))
    assert sigma < 3.0
    n = 2.5 / sigma  # reaches 2.5 below the best
    assert set(left_by(model, replace(OFF, top_n_sigma=n))) == {A, B, C}
    # Behind top_k the spread of five logits would count, and cut after B: 2.5 / 3 * sqrt(2) = 1.2 below.
    assert set(left_by(model, replace(OFF, top_n_sigma=n, top_k=5))) == {A, B, C}


def test_xtc_drops_the_top_choices_but_the_last_of_them(model):
    assert set(left_by(model, replace(OFF, xtc=Xtc(1.0, 0.1)))) == {B, C, D, E}  # A and B are above 0.1
    assert A in left_by(model, replace(OFF, xtc=Xtc(0.0, 0.1)))


@pytest.mark.parametrize("version", [1, 2])
def test_mirostat_keeps_the_surprise_low_when_told_so(model, version):
    calm = Counter(draws(model, replace(OFF, mirostat=Mirostat(version, tau=0.2, eta=0.5))))
    lively = Counter(draws(model, replace(OFF, mirostat=Mirostat(version, tau=5.0, eta=0.1))))
    assert calm[A] > lively[A]
    assert len(calm) <= len(lively)


def test_adaptive_p_draws_tokens_of_the_target_probability(model):
    low = Counter(draws(model, replace(OFF, adaptive_p=AdaptiveP(target=0.09))))  # C has 0.09
    high = Counter(draws(model, replace(OFF, adaptive_p=AdaptiveP(target=0.64))))  # A has 0.64
    assert low[A] < 100 < high[A]


@pytest.mark.parametrize(
    "change", [{"repeat_penalty": 2.0}, {"frequency_penalty": 3.0}, {"presence_penalty": 3.0}], ids=str
)
def test_the_penalties_make_recent_tokens_less_probable(model, change):
    sampling = replace(OFF, **change)
    assert left_by(model, sampling, prompt=[A])[A] < left_by(model, sampling)[A]
    assert left_by(model, replace(sampling, repeat_last_n=1), prompt=[A, B])[A] > left_by(model, sampling)[A]


def test_dry_breaks_a_repetition_by_its_length(model):
    sampling = replace(OFF, dry=Dry(multiplier=5.0, breakers=()))
    repeated = [A, B, C, D] * 3
    assert D not in left_by(model, sampling, prompt=repeated[:-1])
    assert D in left_by(model, sampling, prompt=[A, B, C])
    assert D in left_by(model, replace(OFF, dry=Dry(multiplier=5.0, last_n=4, breakers=())), prompt=repeated[:-1])


def test_dry_does_not_reach_across_a_breaker(model):
    breaker = model.tokenize("b", parse_special=False)[-1]
    sampling = replace(OFF, dry=Dry(multiplier=5.0, breakers=("b",)))
    assert D in left_by(model, sampling, prompt=[A, B, breaker, D, A, B, breaker])


def test_logit_bias_reaches_tokens_that_top_k_would_drop(model):
    rare = 200
    sampling = replace(OFF, top_k=2, logit_bias=((rare, 100.0), (A, -100.0)))
    assert set(draws(model, sampling, 20)) == {rare}


def test_infill_ends_rather_early(model):
    assert not model.is_end(draws(model, replace(OFF, temperature=0), 1)[0])
    eos = 2
    model.values[eos] = 7.0  # 0.03 of the probability
    assert draws(model, replace(OFF, top_k=5, is_infill=True), 1) == [eos]


SAMPLERS = {
    "default": {},
    "typical": {"typical_p": 0.9},
    "top_n_sigma": {"top_n_sigma": 5.0},
    "dynamic": {"dynamic_temperature": DynamicTemperature()},
    "xtc": {"xtc": Xtc()},
    "mirostat 1": {"mirostat": Mirostat(1)},
    "mirostat 2": {"mirostat": Mirostat(2)},
    "dry": {"dry": Dry()},
    "adaptive": {"adaptive_p": AdaptiveP()},
    "bias": {"logit_bias": ((B, 0.5),)},
    "infill": {"is_infill": True},
}


@pytest.mark.parametrize("name", SAMPLERS)
def test_a_seed_repeats_exactly_with_every_sampler(model, name):
    sampling = replace(Sampling(temperature=1.5, min_p=0.0, top_p=1.0), **SAMPLERS[name])
    first = draws(model, sampling, 60, seed=7)
    assert draws(model, sampling, 60, seed=7) == first
    if name != "infill":  # which leaves one
        assert any(draws(model, sampling, 60, seed=seed) != first for seed in (8, 9, 10))


@pytest.mark.parametrize("top_k", [1, 5, 40, 250])
def test_the_picked_candidates_give_what_the_whole_vocabulary_gives(llama, top_k):
    model, random = HandMade(llama), np.random.default_rng(top_k)
    picked, whole = Candidates(llama.n_vocab), Candidates(llama.n_vocab)
    sampling = replace(Sampling(temperature=1.3), top_k=top_k)
    chains = [SamplerChain(model, sampling, 3, []) for _ in "ab"]
    for scale in (0.01, 1.0, 5.0, 100.0) * 10:
        logits = random.normal(0, scale, llama.n_vocab).astype(np.float32)
        tokens = []
        for candidates, chain, n_best in ((picked, chains[0], top_k), (whole, chains[1], 0)):
            candidates.fill(logits, n_best)
            llama_cpp.llama_sampler_apply(chain.pointer, candidates.pointer)
            tokens.append(candidates.selected)
            llama_cpp.llama_sampler_accept(chain.pointer, tokens[-1])
        assert tokens[0] == tokens[1]
    for chain in chains:
        chain.close()


@pytest.mark.parametrize("n_vocab", [1, 7, 8, 9, 16, 50_257])
@pytest.mark.parametrize("n_best", [0, 1, 5, 40])
def test_the_best_tokens_are_taken_once_each_from_a_vocabulary_of_any_size(n_vocab, n_best):
    candidates, random = Candidates(n_vocab), np.random.default_rng(n_vocab)
    for _ in range(5):
        logits = random.normal(0, 3, n_vocab).astype(np.float32)
        candidates.fill(logits, n_best)
        array = candidates.array
        taken = {array.data[i].id: array.data[i].logit for i in range(array.size)}
        assert len(taken) == array.size
        assert all(logits[token] == logit for token, logit in taken.items())
        assert set(np.argsort(-logits)[: n_best or n_vocab].tolist()) <= set(taken)


def test_logits_that_are_no_numbers_end_nothing(model):
    model.values[:] = np.nan
    assert 0 <= draws(model, Sampling(), 1)[0] < model.n_vocab


# Grammars


def letters(model, text):
    tokens = [model.tokenize(letter, parse_special=False)[-1] for letter in text]
    assert [model.piece(token).decode() for token in tokens] == list(text)
    return tokens


def source_for(model, gbnf, sampling=OFF, seed=1):
    source = TokenSource(model, request(sampling), seed, [])
    source.constrain(gbnf)
    return source


def test_an_allowed_token_is_drawn_as_without_a_grammar(model):
    x = letters(model, "x")[0]
    model.values[x] = 60.0
    source = source_for(model, 'root ::= "x"+')
    assert [source.draw() for _ in range(5)] == [x] * 5
    assert source.n_refused == 0
    source.close()


@pytest.mark.parametrize("sampling", [OFF, Sampling(), replace(OFF, temperature=0), replace(OFF, mirostat=Mirostat())])
def test_a_refused_token_is_drawn_again_among_the_allowed(model, sampling):
    x, y = letters(model, "xy")
    model.values[x] = model.values[y] = 8.0  # A, which the grammar refuses, stays the best
    source = source_for(model, 'root ::= ("x" | "y") "z"', sampling)
    drawn = [source.draw() for _ in range(3)]
    assert drawn[0] in (x, y)
    assert model.piece(drawn[1]) == b"z"  # far down in the vocabulary
    assert model.is_end(drawn[2])  # the grammar is complete: nothing but the end is left
    assert source.n_refused >= 2
    source.close()


def test_what_is_drawn_again_has_the_distribution_of_what_is_allowed(model):
    x, y = letters(model, "xy")
    model.values[x], model.values[y] = 8.0, 8.0 - np.log(3)  # three to one
    drawn = Counter()
    for seed in range(400):
        source = source_for(model, 'root ::= "x" | "y"', seed=seed)
        drawn[source.draw()] += 1
        source.close()
    assert set(drawn) == {x, y}
    assert 250 <= drawn[x] <= 350  # 300 expected, deviation 8.7


def test_an_end_before_the_grammar_is_complete_is_refused(model):
    eos = 2
    model.values[eos] = 50.0
    source = source_for(model, 'root ::= "xy"')
    drawn = [source.draw() for _ in range(3)]
    assert "".join(model.piece(token).decode() for token in drawn[:2]) == "xy"
    assert drawn[2] == eos
    source.close()


@pytest.mark.parametrize(
    "schema",
    [
        '{"type": "string", "maxLength": 1000}',
        '{"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 1000}',
        '{"type": "string", "pattern": "^(ab|c){2,5}$"}',
        '{"$ref": "#/$defs/x", "$defs": {"x": {"type": "object", "properties": {"next": {"$ref": "#/$defs/x"}}}}}',
        '{"type": "object"}',
        "{}",
    ],
)
def test_a_schema_within_the_limits_becomes_a_grammar(model, schema):
    grammar = Grammar(model, schema_to_gbnf(schema))
    assert not grammar.allows(letters(model, "x")[0])
    grammar.close()


@pytest.mark.parametrize(
    ("gbnf", "reason"),
    [
        ("root ::= foo", "foo"),
        ('root ::= "x', "unexpected end"),
        ('other ::= "x"', "root"),
        ('root ::= root "x"', "recursion"),
        ("((((", "name"),
        ("root ::= " + "(" * 50_000 + '"x"' + ")" * 50_000, "nested"),
    ],
)
def test_a_grammar_that_does_not_parse_says_why(model, capfd, gbnf, reason):
    with pytest.raises(GrammarInvalid, match=reason) as caught:
        source_for(model, gbnf)
    assert "\n" not in caught.value.reason
    assert capfd.readouterr().err == ""  # the parser prints the whole grammar: it must not reach a log


@pytest.mark.parametrize(
    "schema",
    [
        "{",
        "[]",
        "true",
        '{"type": "foo"}',
        '{"$ref": "https://example.org/schema"}',
        '{"anyOf": [{"$ref": "http://example.org/schema"}]}',
        '{"$ref": "#/definitions/none"}',
        '{"type": "array", "items": {"type": "string"}, "maxItems": 1000000000}',
        '{"type": "string", "minLength": 1000000000}',
        '{"properties": 5}',
        '{"type": "string", "pattern": "a"}',
        '{"type": "string", "pattern": "^a{1000000000}$"}',
        '{"type": "string", "pattern": "^a{1,1000000000}$"}',
        '{"items":' * 3000 + "{}" + "}" * 3000,
    ],
    ids=lambda schema: schema[:40],
)
def test_a_schema_that_cannot_be_used_is_refused(schema):
    with pytest.raises(GrammarInvalid):
        schema_to_gbnf(schema)


@pytest.mark.parametrize("value", ['a"b', "a\\b", "a\nb", "é", "🦙", '\\"', 1.5, None, {"k": ['"']}], ids=repr)
def test_names_and_constants_of_a_schema_may_hold_any_character(model, value):
    name = value if isinstance(value, str) else "x"
    schema = {"type": "object", "properties": {name: {"const": value}}, "required": [name]}
    grammar = Grammar(model, schema_to_gbnf(json.dumps(schema)))
    for byte in json.dumps({name: value}, ensure_ascii=False).encode():
        token = 3 + byte  # the tiny model has one for every byte
        assert grammar.allows(token), (byte, value)
        grammar.accept(token)
    assert grammar.allows(2)  # the end
    grammar.close()


def test_a_string_of_a_schema_holds_no_raw_line_break(model):
    grammar = Grammar(model, schema_to_gbnf('{"type": "string"}'))
    quote, line_break, x = 3 + ord('"'), 3 + ord("\n"), letters(model, "x")[0]
    assert grammar.allows(quote)
    grammar.accept(quote)
    assert not grammar.allows(line_break)
    assert grammar.allows(x)
    grammar.close()


def test_a_grammar_no_token_can_follow_is_an_error_not_a_crash(model):
    source = source_for(model, "root ::= <[99999]>")  # a token by its number; there is none with this one
    with pytest.raises(GrammarInvalid, match="token"):
        source.draw()
    source.close()


# Probabilities


def test_probabilities_are_the_models_own(model):
    source = TokenSource(model, request(replace(OFF, temperature=0.1, top_k=1), n_probs=3), 1, [])
    drawn, *top = source.probabilities(B)
    weights = np.exp(model.values.astype(np.float64) - 10)
    expected = weights / weights.sum()
    assert drawn == (model.token_text(B), pytest.approx(expected[B]))
    assert [text for text, _ in top] == [model.token_text(token) for token in (A, B, C)]
    assert [share for _, share in top] == pytest.approx([expected[token] for token in (A, B, C)], rel=1e-5)
    source.close()
