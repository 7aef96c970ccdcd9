# SPDX-License-Identifier: Apache-2.0
import struct

import pytest

from leeward.domain.generation import ChatMessage, Role
from leeward.domain.ids import QueryId
from leeward.domain.queries import (
    MAX_TEXTS,
    Embeddings,
    EmbedTexts,
    MeasureSpeed,
    Pooling,
    PromptPart,
    PromptView,
    RankTexts,
    TokenizeText,
    ViewPrompt,
)
from leeward.engine import frames
from leeward.engine.protocol import QueryAnswered, QueryFailed
from leeward.engine.scripted import ScriptedEngine

ID = QueryId("q")


def test_rows_of_vectors_are_read_from_their_bytes():
    answer = Embeddings(struct.pack("6f", 0, 1, 2, 3, 4, 5), 3, (1, 1), Pooling.MEAN)
    assert (answer.vector(0), answer.vector(1)) == ((0, 1, 2), (3, 4, 5))


@pytest.mark.parametrize(
    "wrong",
    [{"n_ubatch": 0}, {"n_prompt": 0}, {"n_decode": 0}, {"n_threads": 0}, {"n_prompt": 10**6}],
)
def test_speed_is_measured_within_bounds(wrong):
    with pytest.raises(ValueError, match="must lie between"):
        MeasureSpeed(**{"id": ID, "n_threads": 1} | wrong)


def test_a_view_knows_its_text_and_who_has_how_many_tokens():
    view = PromptView(
        (1, 2, 3, 4), ((1, 3),), (PromptPart(None, "<", 0, 1), PromptPart(0, "Hi", 1, 3), PromptPart(None, ">", 3, 4))
    )
    assert view.text == "<Hi>"
    assert (view.n_tokens(0), view.n_tokens(None)) == (2, 2)


@pytest.mark.parametrize(
    "make",
    [
        lambda: EmbedTexts(ID, ()),
        lambda: EmbedTexts(ID, ("a",) * (MAX_TEXTS + 1)),
        lambda: EmbedTexts(ID, ("a", "")),
        lambda: RankTexts(ID, "", ("a",)),
        lambda: RankTexts(ID, "a", ()),
        lambda: ViewPrompt(ID, ()),
    ],
)
def test_a_query_that_asks_nothing_cannot_be_made(make):
    with pytest.raises(ValueError):
        make()


def test_a_full_answer_of_vectors_fits_one_message():
    answer = Embeddings(bytes(MAX_TEXTS * 16_000 * 4), 16_000, (512,) * MAX_TEXTS, Pooling.LAST)
    assert len(frames.encode(QueryAnswered(ID, answer))) <= frames.MAX_FRAME_BYTES


def test_a_scripted_engine_answers_as_it_was_told_and_can_be_stopped():
    engine = ScriptedEngine([["word "]], piece_interval_s=3600.0)
    view = PromptView((), (), ())
    engine.answers.extend([view, ValueError("no")])
    for name in ("a", "b", "c"):
        engine.ask(TokenizeText(QueryId(name), "the"))
    engine.cancel(QueryId("c"))
    events = [engine.next_event(1.0) for _ in range(3)]
    assert events[0] == QueryFailed(QueryId("c"), None)
    assert events[1] == QueryAnswered(QueryId("a"), view)
    assert (events[2].id, str(events[2].error)) == ("b", "no")


def test_a_scripted_engine_ends_its_answer_first():
    from leeward.domain.generation import GenerationRequest
    from leeward.domain.ids import GenerationId

    engine = ScriptedEngine([["one ", "two"]])
    engine.generate(GenerationRequest(GenerationId("g"), (ChatMessage(Role.USER, "Hi"),)))
    engine.ask(TokenizeText(ID, "the"))
    kinds = [type(event).__name__ for event in iter(lambda: engine.next_event(0.1), None)]
    assert kinds[-1] == "QueryFailed"
