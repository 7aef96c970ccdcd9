# SPDX-License-Identifier: Apache-2.0
"""What stays in the cache of a real model beside the text that is answered, and what leaves it for the disk."""

import pytest

from leeward.domain.kv import KvStore
from leeward.domain.model_info import LoadPlan
from leeward.engine.child.kv_files import Shelf
from leeward.engine.child.llama import Llama, NativeLog, Piece
from leeward.engine.child.parking import Parking
from leeward.engine.child.sharing_cache import SharingCache

pytestmark = pytest.mark.model


@pytest.fixture
def cache(starter_model, tmp_path):
    llama = Llama(LoadPlan(starter_model, n_ctx=2048, n_threads=2), NativeLog(lambda *_: None), lambda _: True)
    made = SharingCache(llama, Shelf(KvStore(tmp_path), "model"))
    yield made
    made.close(5.0)
    llama.close()


def read(cache, name, tokens):
    held = cache.begin(tokens, "", name, is_exact=False)
    n_new = len(tokens) - len(held.tokens)
    cache._llama.decode([Piece(held.number, tokens[len(held.tokens) :])])
    held.tokens[:] = tokens
    cache.end(held)
    return n_new


@pytest.mark.parametrize(("seconds", "is_kept"), [(0.1, False), (10.0, True)])
def test_what_is_read_again_sooner_than_brought_back_is_not_kept(cache, seconds, is_kept):
    read(cache, "chat-1", list(range(100, 400)))
    cache.measure(300, seconds)
    assert cache.keep_one() is is_kept


def test_a_chat_that_is_on_disk_leaves_the_cache_before_another_is_answered_and_comes_back(cache):
    one, other = list(range(100, 500)), list(range(1000, 1400))
    read(cache, "chat-1", one)
    cache.measure(400, 10.0)
    assert cache.keep_one()
    read(cache, "chat-2", other)
    assert [held.name for held in cache.held] == ["chat-2"]
    assert read(cache, "chat-1", [*one, 7, 8]) == 2
    assert [held.name for held in cache.held] == ["chat-1"]


def test_texts_that_have_no_name_leave_the_cache_for_memory_and_come_back(cache):
    one, other = list(range(100, 500)), list(range(1000, 1400))
    assert [read(cache, "", tokens) for tokens in (one, other)] == [400, 400]
    assert [held.tokens for held in cache.held] == [other]
    assert [read(cache, "", [*tokens, 7, 8]) for tokens in (one, other, [*one, 7, 8])] == [2, 2, 2]
    assert len(cache.held) == 1


def test_five_texts_that_do_not_fit_together_are_not_read_again(cache):
    texts = [list(range(1000 * number, 1000 * number + 900)) for number in range(1, 6)]
    for text in texts:
        read(cache, "", text[:450])
        read(cache, "", text)
    assert [read(cache, "", [*text, 7, 8]) for text in texts] == [2] * 5


def test_copies_in_memory_keep_their_limit_and_the_oldest_go(cache):
    cache._parking = parking = Parking(cache._llama, max_bytes=22_000_000)
    for number in range(1, 6):
        read(cache, "", list(range(1000 * number, 1000 * number + 400)))
    assert 0 < parking.n_bytes <= 22_000_000
    assert [text.tokens[0] for text in parking.texts] == [3000, 4000]
    parking._max_bytes = 1
    assert not parking.put(cache.held[0])


def test_a_text_that_only_begins_alike_leaves_the_cache_too(cache):
    beginning = list(range(100, 150))
    one, other = [beginning + list(range(start, start + 400)) for start in (1000, 2000)]
    assert [read(cache, "", one), read(cache, "", other)] == [450, 400]
    assert [held.tokens for held in cache.held] == [other]
    assert [read(cache, "", [*one, 7]), read(cache, "", [*other, 7])] == [1, 1]


def test_what_is_not_on_disk_or_shares_most_of_its_cells_stays(cache):
    beginning = list(range(100, 500))
    read(cache, "chat-1", beginning)
    read(cache, "chat-2", [*beginning, 7, 8, 9])
    cache.measure(400, 10.0)
    assert cache.keep_one()
    assert cache.keep_one()
    read(cache, "chat-3", [*beginning, 1, 2])
    assert len(cache.held) == 3


@pytest.mark.parametrize(("name", "n_held"), [("", 1), ("chat", 2)])
def test_the_answer_before_stays_only_where_somebody_can_go_back_to_it(cache, name, n_held):
    prompt = list(range(100, 200))
    read(cache, name, [*prompt, 50, 51])
    assert len(cache.begin(prompt, "", name, is_exact=False).tokens) == len(prompt) - 1
    assert len(cache.held) == n_held
