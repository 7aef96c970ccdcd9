# SPDX-License-Identifier: Apache-2.0
"""Vectors, scores, tokens and prompts from the real engine, compared with numpy and with each other."""

import time

import gguf
import numpy as np
import pytest

from helpers.tiny_bert import CLS, N_CTX, SEP, ids_of, write_tiny_bert
from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.errors import EngineNotReady, ModelUnreadable, ModelUnsuited, TextTooLong
from leeward.domain.generation import ChatMessage, FinishReason, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId, QueryId
from leeward.domain.model_info import LoadPlan
from leeward.domain.queries import (
    DetokenizeTokens,
    EmbedTexts,
    ExamineFile,
    ExamineTemplate,
    Pooling,
    RankTexts,
    TokenizeText,
    ViewPrompt,
)
from leeward.engine.child.embeddings import MIN_BATCH, Embedder, normalised
from leeward.engine.child.llama import Llama, NativeLog
from leeward.engine.child.queries import QueryDesk
from leeward.engine.child.sequences import Slot
from leeward.engine.child.templates import choose_template
from leeward.engine.protocol import Finished, GenerationFailed, ModelLoaded, QueryAnswered, QueryFailed, TextAppended
from leeward.engine.supervisor import Supervisor

TEXTS = ("the north river", "bread", "a lamp is a lamp", "river is the south")
ID = QueryId("q")

# llama.cpp keeps keys and values of flash attention in 16 bits (without it 2e-4): numbers up to 2 come out as near as this.
HIDDEN_TOLERANCE = 3e-3
SCORE_TOLERANCE = 5e-3
# The same text in another batch is summed in another order.
BATCH_TOLERANCE = 1e-3


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Load a model once and give its desk; `name` is a file's name or a path."""
    folder = tmp_path_factory.mktemp("queries")
    write_tiny_gguf(folder / "llama.gguf")
    desks, log = {}, NativeLog(lambda _level, _text: None)

    def get(path):
        path = folder / path
        if path not in desks:
            llama = Llama(LoadPlan(path, n_threads=1), log, lambda _fraction: True)
            template = choose_template(llama.chat_template, llama.template_facts, llama).template
            desks[path] = QueryDesk(Slot(llama, template, "test"))
        return desks[path]

    yield get
    for each in desks.values():
        each.close()
        each._llama.close()


@pytest.fixture(scope="module")
def bert(tmp_path_factory):
    return write_tiny_bert(tmp_path_factory.mktemp("bert") / "bert.gguf", pooling=gguf.PoolingType.CLS)


@pytest.fixture(scope="module")
def reranker(tmp_path_factory):
    return write_tiny_bert(tmp_path_factory.mktemp("bert") / "reranker.gguf", has_head=True)


def vectors_of(answer):
    return np.array([answer.vector(index) for index in range(len(answer.n_tokens))])


def embed(desk, *texts, **options):
    return vectors_of(desk.answer(EmbedTexts(ID, texts, **options), 1))


# Encoders


@pytest.mark.parametrize(
    ("pooling", "pool"),
    [
        (Pooling.MEAN, lambda states: states.mean(0)),
        (Pooling.CLS, lambda states: states[0]),
        (Pooling.LAST, lambda states: states[-1]),
    ],
)
def test_vectors_of_a_bert_are_those_that_numpy_computes(desk, bert, pooling, pool):
    answer = desk(bert.path).answer(EmbedTexts(ID, TEXTS, pooling, is_normalised=False), 1)
    expected = np.stack([pool(bert.hidden([CLS, *ids_of(text), SEP])) for text in TEXTS])
    assert np.abs(vectors_of(answer) - expected).max() < HIDDEN_TOLERANCE
    assert answer.n_tokens == tuple(len(text.split()) + 2 for text in TEXTS)
    assert answer.pooling is pooling


def test_without_a_wish_the_pooling_is_the_model_s_own_else_the_mean(desk, bert, reranker):
    for model, pooling in ((bert.path, Pooling.CLS), (reranker.path, Pooling.MEAN), ("llama.gguf", Pooling.MEAN)):
        answer = desk(model).answer(EmbedTexts(ID, TEXTS), 1)
        assert answer.pooling is pooling
        assert np.array_equal(vectors_of(answer), embed(desk(model), *TEXTS, pooling=pooling))


def test_scores_of_a_reranker_are_those_that_numpy_computes(desk, reranker):
    answer = desk(reranker.path).answer(RankTexts(ID, "the north", TEXTS), 1)
    # [BOS] query [EOS] [SEP] text [EOS]; a BERT adds SEP alone, and no EOS.
    pairs = [[CLS, *ids_of("the north"), SEP, *ids_of(text)] for text in TEXTS]
    assert answer.n_tokens == tuple(len(pair) for pair in pairs)
    assert answer.scores == pytest.approx([reranker.score(pair) for pair in pairs], abs=SCORE_TOLERANCE)


def test_a_reranker_s_own_template_joins_query_and_text(desk, tmp_path):
    template = "[CLS] the {query} [SEP] {document} is [SEP]"
    model = write_tiny_bert(tmp_path / "template.gguf", has_head=True, rerank_template=template)
    answer = desk(model.path).answer(RankTexts(ID, "river", ("a lamp", "{query}")), 1)
    pair = [CLS, *ids_of("the river"), SEP, *ids_of("a lamp is"), SEP]
    assert answer.n_tokens[0] == len(pair)
    assert answer.scores[0] == pytest.approx(model.score(pair), abs=SCORE_TOLERANCE)
    spelled = desk(model.path)._embedder._pair("river", "a [SEP] lamp")
    assert spelled.count(SEP) == 2  # the template's own


def test_a_model_without_a_head_ranks_nothing(desk, bert):
    for model in (bert.path, "llama.gguf"):
        with pytest.raises(ModelUnsuited, match="classification head"):
            desk(model).answer(RankTexts(ID, "the north", TEXTS), 1)


def test_a_text_longer_than_the_model_reads_is_refused_and_not_cut(desk, bert):
    fits = " ".join(["lamp"] * (N_CTX - 2))
    assert embed(desk(bert.path), fits).shape == (1, 32)
    with pytest.raises(TextTooLong) as caught:
        embed(desk(bert.path), "bread", f"{fits} lamp")
    assert (caught.value.n_tokens, caught.value.limit_tokens) == (N_CTX + 1, N_CTX)
    with pytest.raises(TextTooLong):
        embed(desk("llama.gguf"), "the and " * 2000)


# Models that chat, too


@pytest.fixture(params=["bert", "llama", pytest.param("starter", marks=pytest.mark.model)])
def any_desk(request, desk):
    if request.param == "starter":
        return desk(request.getfixturevalue("starter_model"))
    return desk(request.getfixturevalue("bert").path if request.param == "bert" else "llama.gguf")


def test_vectors_have_length_one(any_desk):
    assert np.linalg.norm(embed(any_desk, *TEXTS), axis=1) == pytest.approx(1, abs=1e-5)


def test_a_text_has_the_same_vector_alone_and_among_others(any_desk):
    together = embed(any_desk, *TEXTS)
    alone = np.concatenate([embed(any_desk, text) for text in TEXTS])
    assert np.abs(together - alone).max() < BATCH_TOLERANCE
    assert np.abs(together[0] - together[1]).max() > 10 * BATCH_TOLERANCE  # or all would be alike anyway


@pytest.mark.parametrize("name", ["llama", pytest.param("starter", marks=pytest.mark.model)])
def test_the_mean_is_that_of_the_tokens(request, desk, name):
    llama = desk("llama.gguf" if name == "llama" else request.getfixturevalue("starter_model"))._llama
    tokens = llama.tokenize("the and the river", parse_special=False, add_special=True)
    embedder = Embedder(llama)
    try:
        (mean,), _ = embedder.embed(["the and the river"], Pooling.MEAN, 1)
        # What a causal model makes of a token is the last of the text up to it.
        beginnings = [tokens[:end] for end in range(1, len(tokens) + 1)]
        states = embedder._compute(beginnings, 3, len(mean), 1)
        assert np.abs(mean - states.mean(0)).max() < 0.01 * np.abs(states).max()
    finally:
        embedder.close()


def test_more_texts_than_a_batch_holds_come_out_in_order(desk):
    texts = [f"{'the and ' * (MIN_BATCH // 8)} {word}" for word in "abcdefghijklmnop"]
    together = embed(desk("llama.gguf"), *texts)
    for index in (0, 7, 15):
        assert np.abs(together[index] - embed(desk("llama.gguf"), texts[index])[0]).max() < BATCH_TOLERANCE


def test_vectors_of_zeros_stay_zeros():
    assert np.array_equal(normalised(np.zeros((1, 4), np.float32)), np.zeros((1, 4)))


def test_what_is_spelled_like_a_control_token_is_plain_text(desk):
    spelled = desk("llama.gguf").answer(EmbedTexts(ID, ("</s>",)), 1)
    assert spelled.n_tokens[0] > 2


def test_a_stop_ends_a_query_and_the_next_one_works(desk):
    one = desk("llama.gguf")
    before = embed(one, *TEXTS)
    one._llama.abort.set(is_set=True)
    assert one.answer(EmbedTexts(ID, TEXTS), 1) is None
    one._llama.abort.set(is_set=False)
    assert np.array_equal(embed(one, *TEXTS), before)


# Tokens


@pytest.mark.model
def test_tokens_and_their_text(desk, starter_model):
    one, text = desk(starter_model), "North by <|im_end|> 模型 🦙"
    plain = one.answer(TokenizeText(ID, text), 1)
    special = one.answer(TokenizeText(ID, text, parse_special=True), 1)
    for tokens in (plain, special):
        assert b"".join(tokens.pieces).decode() == text
        assert one.answer(DetokenizeTokens(ID, tokens.ids), 1).text == text
    assert b"<|im_end|>" in special.pieces
    assert b"<|im_end|>" not in plain.pieces
    with pytest.raises(ModelUnsuited, match="49,151"):
        one.answer(DetokenizeTokens(ID, (49_152,)), 1)


def test_bos_is_added_when_it_is_asked_for(desk):
    assert desk("llama.gguf").answer(TokenizeText(ID, "the"), 1).pieces[0] != b"<s>"
    assert desk("llama.gguf").answer(TokenizeText(ID, "the", add_special=True), 1).pieces[0] == b"<s>"


# Through the pipe


class Engine:
    def __init__(self):
        self.supervisor = Supervisor()
        self.n = 0

    def until(self, *kinds, limit_s=120.0):
        deadline = time.monotonic() + limit_s
        while time.monotonic() < deadline:
            event = self.supervisor.next_event(1.0)
            if isinstance(event, kinds):
                return event
        raise AssertionError(f"no {kinds}")

    def load(self, path):
        self.supervisor.load(LoadPlan(path, n_threads=1))
        return self.until(ModelLoaded).model

    def begin(self, messages, **options):
        self.n += 1
        request = GenerationRequest(
            GenerationId(f"g{self.n}"), tuple(messages), Sampling(temperature=0, seed=1), **options
        )
        self.supervisor.generate(request)
        return request.id

    def generate(self, messages, **options):
        """Return (text, Finished)."""
        self.begin(messages, **options)
        text = ""
        while isinstance(event := self.until(TextAppended, Finished), TextAppended):
            text += event.text
        return text, event

    def ask(self, query):
        self.supervisor.ask(query)
        event = self.until(QueryAnswered, QueryFailed)
        assert event.id == query.id
        return event.answer if isinstance(event, QueryAnswered) else event.error


@pytest.fixture
def engine():
    made = Engine()
    yield made
    made.supervisor.close()


def user(text):
    return ChatMessage(Role.USER, text)


@pytest.mark.model
def test_a_chat_reads_only_its_new_tokens_after_a_query(engine, starter_model):
    def second_turn(queries):
        """Return the usage of both turns, and the second answer."""
        engine.load(starter_model)
        first = [user("Name a bird.")]
        said, one = engine.generate(first, max_tokens=8)
        for query in queries:
            engine.ask(query)
        longer = [*first, ChatMessage(Role.ASSISTANT, said), user("And a fish?")]
        text, two = engine.generate(longer, max_tokens=8)
        return one.usage, two.usage, text

    first, plain, text = second_turn([])
    queries = [
        EmbedTexts(ID, ("Which way is north?", "Bread")),
        TokenizeText(ID, "Which way?"),
        ViewPrompt(ID, (user("Which way?"),)),
    ]
    assert second_turn(queries) == (first, plain, text)
    assert plain.reused_tokens >= first.prompt_tokens


def test_what_takes_no_time_goes_first_and_the_rest_in_order(engine, tmp_path):
    engine.load(write_tiny_gguf(tmp_path / "tiny.gguf"))
    engine.begin([user("the")], max_tokens=20)
    engine.supervisor.ask(TokenizeText(QueryId("a"), "the"))
    engine.supervisor.ask(EmbedTexts(QueryId("b"), ("the",)))
    engine.begin([user("and")], max_tokens=5)
    ends = [engine.until(Finished, QueryAnswered, QueryFailed).id for _ in range(4)]
    assert ends == ["a", "g1", "b", "g2"]


def test_a_template_is_examined_the_same_with_the_model_loaded_and_without(engine, tmp_path):
    path = write_tiny_gguf(tmp_path / "tiny.gguf", n_tensors_a_file=5, n_layers=2)
    engine.supervisor.start()
    alone = engine.ask(ExamineFile(ID, path))
    other = engine.ask(ExamineFile(ID, path, "no-such-template"))
    engine.load(path)
    assert alone == engine.ask(ExamineTemplate(ID))
    assert other == engine.ask(ExamineTemplate(ID, "no-such-template"))
    assert alone == engine.ask(ExamineFile(ID, path)), "beside the loaded one"
    assert engine.generate([user("the")], max_tokens=3)


def test_a_file_that_cannot_be_read_is_a_failure_and_not_the_end(engine, tmp_path):
    (tmp_path / "no.gguf").write_bytes(b"GGUF no")
    engine.supervisor.start()
    assert isinstance(engine.ask(ExamineFile(ID, tmp_path / "no.gguf")), ModelUnreadable)
    assert engine.ask(ExamineFile(ID, write_tiny_gguf(tmp_path / "tiny.gguf"))).findings
    assert isinstance(engine.ask(ExamineTemplate(ID)), EngineNotReady)


def test_a_query_that_waits_can_be_stopped(engine, tmp_path):
    engine.load(write_tiny_gguf(tmp_path / "tiny.gguf"))
    generation = engine.begin([user("the")], max_tokens=1500)
    engine.supervisor.ask(EmbedTexts(QueryId("a"), ("the",)))
    engine.supervisor.cancel(QueryId("a"))
    assert engine.until(QueryAnswered, QueryFailed, Finished) == QueryFailed(QueryId("a"), None)
    engine.supervisor.cancel(generation)
    assert engine.until(Finished).reason is not FinishReason.STOP


def test_a_model_that_only_makes_vectors_refuses_to_chat_and_lives_on(engine, bert):
    engine.load(bert.path)
    engine.begin([user("lamp " * 600)])
    assert isinstance(engine.until(GenerationFailed).error, ModelUnsuited)
    assert engine.ask(EmbedTexts(ID, ("lamp",))).n_tokens == (3,)


def test_another_model_s_vectors_come_after_a_load(engine, bert, tmp_path):
    engine.load(bert.path)
    engine.ask(EmbedTexts(ID, ("lamp",)))
    engine.load(write_tiny_gguf(tmp_path / "tiny.gguf"))
    assert engine.ask(EmbedTexts(ID, ("the",))).n_tokens == (5,)  # <s>, a space, the letters
    engine.supervisor.unload()
    assert isinstance(engine.ask(EmbedTexts(ID, ("the",))), EngineNotReady)


def test_an_answer_over_the_frame_limit_is_a_failure_and_not_the_end(engine, tmp_path):
    engine.load(write_tiny_gguf(tmp_path / "tiny.gguf"))
    error = engine.ask(DetokenizeTokens(ID, (2,) * 300_000))  # "</s>": a byte each on the way there, four back
    assert type(error).__name__ == "RequestTooLarge"
    assert engine.ask(TokenizeText(ID, "the")).ids
