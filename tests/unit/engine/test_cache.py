# SPDX-License-Identifier: Apache-2.0
"""What the cache says that it holds is what llama.cpp holds, also where room has to be made. (Real models: test_kept_real.)"""

import random

import pytest

from leeward.domain.kv import KvStore
from leeward.engine.child.kv_files import Shelf
from leeward.engine.child.llama import NoRoom, Piece
from leeward.engine.child.sharing_cache import SharingCache


def tokens(seed, n):
    return random.Random(seed).choices(range(3, 280), k=n)


@pytest.fixture
def shelf(tmp_path):
    (tmp_path / "kv").mkdir()
    made = Shelf(KvStore(tmp_path / "kv", 10**8), "tiny")
    yield made
    made.close(5.0)


def read(cache, llama, prompt, name=""):
    """Read a prompt as an answer would, and return what was found of it."""
    held = cache.begin(prompt, "", name, is_exact=False)
    n_found = len(held.tokens)
    assert held.tokens == prompt[:n_found]
    assert llama.n_cached(held.number) == n_found
    while len(held.tokens) < len(prompt):
        piece = prompt[len(held.tokens) :][: llama.n_batch]
        try:
            llama.decode([Piece(held.number, piece)])
        except NoRoom:
            assert cache.make_room()
            continue
        held.tokens += piece
    cache.end(held)
    return n_found


def test_a_text_that_is_brought_back_may_cost_the_best_one_its_place(load_tiny, shelf):
    llama = load_tiny(plan={"n_ctx": 256})
    cache = SharingCache(llama, shelf)
    cache.measure(100, 100.0)  # so slow that everything is worth a file
    ours, others = tokens(1, 150), tokens(2, 180)
    read(cache, llama, others, "chat-1")
    read(cache, llama, ours, "chat-2")  # there is room for one: the first goes to disk
    assert [held.name for held in cache.held] == ["chat-2"]
    n_found = read(cache, llama, [*ours, *tokens(3, 5)], "chat-1")
    assert n_found == 0  # ours would have been the best, and went for what was brought back
    for held in cache.held:
        assert llama.n_cached(held.number) == len(held.tokens)


def test_what_is_brought_back_is_gone_on_from(load_tiny, shelf):
    llama = load_tiny(plan={"n_ctx": 256})
    cache = SharingCache(llama, shelf)
    cache.measure(100, 100.0)
    ours, others = tokens(1, 150), tokens(2, 180)
    read(cache, llama, others, "chat-1")
    read(cache, llama, ours)
    assert read(cache, llama, [*others, *tokens(3, 5)], "chat-1") == len(others)


def test_short_texts_do_not_stay_beside_another_and_come_back(load_tiny):
    llama = load_tiny(plan={"n_ctx": 1024})
    cache = SharingCache(llama)
    texts = [tokens(seed, 100) for seed in range(4)]
    for text in texts:
        read(cache, llama, text)
        assert [held.tokens for held in cache.held] == [text]
    for number, text in enumerate(texts):
        assert read(cache, llama, [*text, *tokens(10 + number, 5)]) == len(text)


def test_texts_that_share_most_of_their_cells_stay_until_what_is_their_own_is_much(load_tiny):
    llama = load_tiny(plan={"n_ctx": 1024})
    cache = SharingCache(llama)
    shared = tokens(1, 200)
    texts = [[*shared, *tokens(10 + number, 100)] for number in range(4)]
    for text in texts[:3]:
        read(cache, llama, text)
    assert [held.tokens for held in cache.held] == texts[:3]
    read(cache, llama, texts[3])
    assert [held.tokens for held in cache.held] == texts[1:]
    assert read(cache, llama, [*texts[0], *tokens(20, 5)]) == len(texts[0])
