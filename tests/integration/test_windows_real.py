# SPDX-License-Identifier: Apache-2.0
"""A sliding window that was pruned is gone back in by a state of then, and what comes is what was there then. (Gemma) Exact answers
have the same numbers after a restart.
"""

import ctypes

import llama_cpp
import numpy as np
import pytest

from leeward.domain.kv import KvStore
from leeward.domain.model_info import LoadPlan
from leeward.engine.child.kv_files import Shelf
from leeward.engine.child.llama import Llama, NativeLog, Piece
from leeward.engine.child.sharing_cache import SharingCache

pytestmark = pytest.mark.model

STORY = "The harbour lies at the end of a long bay where ships wait for the wind. "


@pytest.fixture
def llama(request):
    path = request.getfixturevalue(getattr(request, "param", "gemma_model"))
    made = Llama(LoadPlan(path, n_threads=2), NativeLog(lambda _level, _text: None), lambda _fraction: True)
    yield made
    made.close()
    llama_cpp.llama_log_set(ctypes.cast(None, llama_cpp.llama_log_callback), ctypes.c_void_p(0))


def read(llama, sequence, tokens):
    for start in range(0, len(tokens), llama.n_batch):
        llama.decode([Piece(sequence, tokens[start : start + llama.n_batch])])
    return llama.logits().copy()


def test_a_window_of_then_and_a_whole_state_of_then_give_the_same_numbers(llama):
    text = llama.tokenize(STORY * 38, parse_special=False)
    question = llama.tokenize("\nWhat of the ships?", parse_special=False)
    n_text = len(text)
    assert n_text > llama.n_swa
    read(llama, 0, text)
    then = llama.state(0)
    expected_live = read(llama, 0, question)
    read(llama, 0, text[:100])
    llama.share(0, 5, n_text)
    window = llama.state(5, is_partial=True)
    llama.roll_back(5, 0)
    later = llama.state(0)
    assert len(window) < len(later)

    assert llama.roll_back(0, n_text)  # nothing was pruned yet
    assert np.array_equal(read(llama, 0, question), expected_live)

    assert llama.restore(0, then)
    expected = read(llama, 0, question)
    assert np.argmax(expected) == np.argmax(expected_live)

    assert llama.restore(0, later)
    assert not llama.reaches_back(0, n_text)
    assert llama.go_back(0, window, n_text)
    assert np.array_equal(read(llama, 0, question), expected)

    assert llama.restore(0, later)
    llama.share(0, 3, n_text)
    assert llama.go_back(3, window, n_text)
    forked = read(llama, 3, question)
    assert np.argmax(forked) == np.argmax(expected)
    assert llama.n_cached(0) == n_text + len(question) + 100  # the other one is still there
    assert np.array_equal(np.argsort(forked)[-3:], np.argsort(expected)[-3:])


def answered(llama, cache, prompt, *, is_exact=True):
    """Return how much of a prompt was read for an answer, the logits behind it and behind each token of the answer, and all that
    was read."""
    held = cache.begin(prompt, "", "chat-1", is_exact=is_exact)
    n_known = len(held.tokens)
    for start in range(n_known, len(prompt), llama.n_batch):
        end = min(start + llama.n_batch, len(prompt))
        llama.decode([Piece(held.number, prompt[start:end])])
        held.pieces.append((start, end))
    held.tokens += prompt[n_known:]
    logits = [llama.logits().copy()]
    for _ in range(6):
        token = int(np.argmax(logits[-1]))
        llama.decode_one(held.number, token)
        held.tokens.append(token)
        logits.append(llama.logits().copy())
    text = list(held.tokens)
    held.settle("the text", (), (1 + 2 * len(held.marks), len(prompt)), (2 + 2 * len(held.marks), len(text)))
    cache.end(held)
    return len(prompt) - n_known, np.array(logits), text


def kept(cache):
    """Keep what was read now, and nothing of what is read later."""
    cache.measure(1000, 60.0)
    assert cache.keep_one()


def restarted(llama, cache, tmp_path):
    for held in cache.held:
        llama.roll_back(held.number, 0)
        held.name = ""
    cache.close(10.0)
    return SharingCache(llama, Shelf(KvStore(tmp_path), "model"))


@pytest.mark.parametrize("was_asked_before", [False, True])
def test_an_exact_answer_has_the_same_numbers_in_a_session_and_after_a_restart(llama, tmp_path, was_asked_before):
    more = llama.tokenize("\nWhat of the ships?", parse_special=False)
    cache = SharingCache(llama, Shelf(KvStore(tmp_path), "model"))
    *_, text = answered(llama, cache, llama.tokenize(STORY * 90, parse_special=False))
    kept(cache)
    if was_asked_before:
        answered(llama, cache, text + more, is_exact=False)
    n_read, live, _ = answered(llama, cache, text + more)
    assert n_read == len(more)
    n_read, again, _ = answered(llama, cache, text + more)
    assert n_read == len(more)
    assert np.array_equal(again, live)
    cache = restarted(llama, cache, tmp_path)
    n_read, restored, _ = answered(llama, cache, text + more)
    assert n_read == len(more)
    assert np.array_equal(restored, live)


@pytest.mark.parametrize("llama", ["gemma_model", "starter_model"], indirect=True)
def test_an_exact_answer_is_made_again_after_a_restart_with_the_same_numbers(llama, tmp_path):
    more = llama.tokenize(STORY * 50, parse_special=False)
    assert len(more) > llama.n_batch
    cache = SharingCache(llama, Shelf(KvStore(tmp_path), "model"))
    *_, text = answered(llama, cache, llama.tokenize(STORY * 60, parse_special=False))
    _, live, _ = answered(llama, cache, text + more)
    kept(cache)
    cache = restarted(llama, cache, tmp_path)
    n_read, restored, _ = answered(llama, cache, text + more)
    assert n_read <= len(more)
    assert np.array_equal(restored, live)
