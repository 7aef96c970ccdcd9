# SPDX-License-Identifier: Apache-2.0
"""Models whose memory cannot be cut go back to checkpoints: nothing is read twice, and what comes is what a fresh read gives."""

import os
import random

import numpy as np
import pytest

from leeward.domain.errors import AsideRefused
from leeward.domain.generation import ChatMessage, FinishReason, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.kv import KvStore
from leeward.engine.child.cache import MAX_ASIDE_TOKENS
from leeward.engine.child.checkpoints import Checkpoints
from leeward.engine.child.kv_files import Shelf
from leeward.engine.child.llama import Piece
from leeward.engine.child.sequences import Slot
from leeward.engine.child.single_cache import SingleCache
from leeward.engine.child.templates import ChatTemplate, TemplateSource
from leeward.engine.protocol import Finished, PromptProgress, TextAppended

TURNS = "{% for m in messages %}{{ m.role[0] }}:{{ m.content }}\n{% endfor %}a:"
LETTERS_ONLY = tuple((token, -100) for token in range(259))  # neither bytes nor the end of the answer


def words(seed, n):
    rng = random.Random(seed)
    return " ".join("".join(rng.choices("abcdefghijklmnop", k=4)) for _ in range(n))


def user(text):
    return ChatMessage(Role.USER, text)


def said(text):
    return ChatMessage(Role.ASSISTANT, text)


@pytest.fixture(params=["is_recurrent", "is_hybrid"])
def llama(request, load_tiny):
    loaded = load_tiny(n_layers=4, **{request.param: True})
    assert not loaded.can_share
    return loaded


@pytest.fixture
def shelf(tmp_path):
    (tmp_path / "kv").mkdir()
    made = Shelf(KvStore(tmp_path / "kv", 10**8), "tiny")
    yield made
    made.close(5.0)


class Chats:
    def __init__(self, llama, shelf=None):
        self.slot = Slot(llama, ChatTemplate(TemplateSource(TURNS)), "test", shelf)
        self.cache = self.slot.cache
        self.cache.measure(100, 100.0)  # so slow that everything is worth a file
        self.cache.measure = lambda _n_tokens, _seconds: None
        self.n = 0

    def ask(self, *messages, name="", is_cancelled=lambda: False, on_event=lambda event: None, **options):
        """Return the text, and how many tokens were read for it."""
        self.n += 1
        options = {"max_tokens": 0 if options.get("is_ahead") else 12, **options}
        options = {key: value for key, value in options.items() if value != 0}
        sampling = Sampling(temperature=0, seed=options.pop("seed", None), logit_bias=LETTERS_ONLY)
        request = GenerationRequest(GenerationId(str(self.n)), messages, sampling, keep_as=name, **options)
        events = []
        self.slot.generate(request, lambda: 1, lambda e: (events.append(e), on_event(e)), is_cancelled)
        for held in self.cache.held:
            assert not held.is_busy
            assert self.slot.llama.n_cached(held.number) == len(held.tokens)
        self.end = events[-1]
        assert isinstance(self.end, Finished)
        text = "".join(event.text for event in events if isinstance(event, TextAppended))
        return text, self.end.usage.prompt_tokens - self.end.usage.reused_tokens


@pytest.fixture
def fresh(llama):
    """Return a function that asks a model that has read nothing."""

    def ask(*messages, **options):
        llama.roll_back(0, 0)
        answer = Chats(llama).ask(*messages, **options)[0]
        llama.roll_back(0, 0)
        return answer

    return ask


LONG, OTHER = words(1, 150), words(2, 150)  # of about 750 tokens


def test_the_window_is_told_that_it_does_not_go_back_to_any_place(llama):
    assert not llama.info.goes_back


def test_the_same_question_again_reads_one_token(llama, fresh):
    expected = fresh(user(LONG))
    chats = Chats(llama)
    first, n_first = chats.ask(user(LONG), name="chat-1")
    assert n_first > 500
    for _ in range(3):
        assert chats.ask(user(LONG), name="chat-1") == (first, 1)
    assert first == expected


def test_a_changed_question_goes_on_from_the_answer_before_it(llama, fresh):
    chats = Chats(llama)
    first, _ = chats.ask(user(LONG), name="chat-1", max_tokens=100)
    one = (user(LONG), said(first), user("why " + words(3, 10)))
    two = (user(LONG), said(first), user("who " + words(4, 10)))
    n_one, n_two = chats.ask(*one, name="chat-1")[1], chats.ask(*two, name="chat-1")[1]
    assert max(n_one, n_two) < 90
    assert chats.ask(*one, name="chat-1")[1] == 1
    answer, n_read = chats.ask(*two, name="chat-1")
    assert n_read == 1
    assert answer == fresh_of(llama, chats)


def fresh_of(llama, chats, n_tokens=12):
    """Return what comes behind the tokens of the last prompt when they are read anew."""
    (held,) = chats.cache.held
    n_prompt = chats.end.usage.prompt_tokens
    prompt = list(held.tokens[:n_prompt])
    again = Chats(llama)
    llama.roll_back(0, 0)
    again.slot._tokenize = lambda _rendered: prompt
    return again.ask(user("x"), max_tokens=n_tokens)[0]


def test_chats_in_turn_read_their_new_messages_only(llama):
    chats = Chats(llama)
    texts = [words(10 + n, 120) for n in range(4)]
    answers = [chats.ask(user(text), name=f"chat-{n}")[0] for n, text in enumerate(texts)]
    for n, (text, answer) in enumerate(zip(texts, answers, strict=True)):
        answer_2, n_read = chats.ask(user(text), said(answer), user("And"), name=f"chat-{n}")
        assert n_read < 40
        assert chats.ask(user(text), name=f"chat-{n}") == (answer, 1)
        n_read = chats.ask(user(text), said(answer), user("And"), said(answer_2), user("So"), name=f"chat-{n}")[1]
        assert n_read < 40


def test_of_the_beginning_of_a_copied_text_no_other_large_copy_is_held(load_tiny):
    chats = Chats(load_tiny(n_layers=4, is_hybrid=True))
    histories = [[user(words(n, 40))] for n in range(2)]
    for turn in range(6):
        history = histories[turn % 2]
        history += [said(chats.ask(*history, name=f"chat-{turn % 2}")[0]), user(words(20 + turn, 20))]
    large = [each for each in chats.cache._checkpoints._all if each.is_whole]
    assert sorted(each.text.name for each in large) == ["chat-0", "chat-1"]


def test_what_goes_on_after_another_chat_is_what_a_fresh_read_gives(llama):
    chats = Chats(llama)
    first, _ = chats.ask(user(LONG), name="chat-1")
    chats.ask(user(OTHER), name="chat-2")
    answer, n_read = chats.ask(user(LONG), said(first), user("And then"), name="chat-1", max_tokens=30)
    assert n_read < 40
    assert answer == fresh_of(llama, chats, 30)


def test_a_title_costs_the_next_turn_nothing(llama):
    chats = Chats(llama)
    first, _ = chats.ask(user(LONG), name="chat-1")
    title, n_read = chats.ask(user(LONG), said(first), user("a title"), is_aside=True)
    assert n_read < 40
    assert chats.ask(user(LONG), said(first), user("a title"), is_aside=True) == (title, n_read)
    plain = Chats(llama)
    llama.roll_back(0, 0)
    plain.ask(user(LONG))
    expected = plain.ask(user(LONG), said(first), user("And then"))
    llama.roll_back(0, 0)
    chats.cache._held.clear()
    assert chats.ask(user(LONG), said(first), user("And then"), name="chat-1") == expected


def test_an_aside_that_would_read_much_is_refused_and_nothing_is_lost(llama):
    chats = Chats(llama)
    first, _ = chats.ask(user("short"), name="chat-1")
    with pytest.raises(AsideRefused, match="would have to be read"):
        chats.ask(user(LONG), said(first), user("a title"), is_aside=True)
    assert chats.ask(user("short"), said(first), user("And"), name="chat-1")[1] < 40


def test_without_room_for_a_copy_an_aside_is_refused(llama):
    chats = Chats(llama)
    chats.cache._checkpoints = Checkpoints(llama, max_bytes=100)
    first, _ = chats.ask(user(LONG), name="chat-1")
    with pytest.raises(AsideRefused, match="one text only"):
        chats.ask(user(LONG), said(first), user("a title"), is_aside=True)
    assert chats.ask(user(LONG), said(first), user("And"), name="chat-1")[1] < 40  # it only adds to what is there
    assert chats.ask(user(LONG), name="chat-1")[1] > 500  # and here nothing can be gone back to


def test_several_answers_to_one_question_read_it_once(llama):
    chats = Chats(llama)
    read = []
    chats.ask(
        user(LONG),
        n_choices=3,
        on_event=lambda e: isinstance(e, PromptProgress) and read.append((e.n_reused, e.n_read)),
    )
    begun = [n_reused for n_reused, n_read in read if n_read == 0]
    assert begun[0] == 0
    assert begun[1] == begun[2] == chats.end.usage.prompt_tokens - 1


def test_an_answer_with_a_seed_comes_out_the_same_again(llama):
    chats = Chats(llama)
    first, _ = chats.ask(user(LONG), seed=5, max_tokens=40)
    chats.ask(user(OTHER), name="chat-2")
    assert chats.ask(user(LONG), seed=5, max_tokens=40) == (first, 1)


def test_a_stop_within_an_answer_loses_nothing_that_was_said(llama, monkeypatch):
    chats = Chats(llama)
    decode_one, begun = llama.decode_one, []

    def stopped(*arguments):
        begun.append(arguments)
        llama.abort.set(is_set=len(begun) > 20)  # as the command loop does, while a token is read
        decode_one(*arguments)

    monkeypatch.setattr(llama, "decode_one", stopped)
    answer, _ = chats.ask(user(LONG), name="chat-1", is_cancelled=lambda: len(begun) > 20, max_tokens=100)
    llama.abort.set(is_set=False)
    monkeypatch.undo()
    assert chats.end.reason is FinishReason.CANCELLED
    assert answer
    _, n_read = chats.ask(user(LONG), said(answer), user("And"), name="chat-1")
    assert n_read < 20


def test_after_going_back_the_same_numbers_come_out(llama):
    tokens = random.Random(7).choices(range(3, 280), k=600)
    llama.decode([Piece(0, tokens[:500])])
    llama.decode([Piece(0, tokens[500:])])
    expected = llama.logits().copy()
    llama.roll_back(0, 0)
    cache = SingleCache(llama)

    def read(held, new):
        llama.decode([Piece(held.number, new)])
        held.tokens += new

    held = cache.begin(tokens, "", "chat-1", is_exact=False)
    read(held, tokens[:500])
    cache.mark(held, is_passing=False)
    read(held, tokens[20:300])
    cache.end(held)
    for is_elsewhere in (False, True, False):
        if is_elsewhere:
            held = cache.begin(tokens[100:], "", "chat-2", is_exact=False)
            read(held, tokens[100:400])
            cache.end(held)
        held = cache.begin(tokens, "", "chat-1", is_exact=False)
        assert held.tokens == tokens[:500]
        read(held, tokens[500:])
        assert np.array_equal(llama.logits(), expected)
        cache.end(held)


@pytest.mark.parametrize("n_pieces", [1, 2])
def test_an_abort_in_the_middle_of_a_piece_goes_back_to_the_piece_before(llama, fresh, n_pieces, monkeypatch):
    text = words(5, 300)
    expected = fresh(user(text))
    chats = Chats(llama)
    decode, begun = llama.decode, []

    def aborted(pieces):
        begun.append(pieces)
        llama.abort.set(is_set=len(begun) > n_pieces)
        return decode(pieces)

    monkeypatch.setattr(llama, "decode", aborted)
    chats.ask(user(text), name="chat-1", is_ahead=True, is_cancelled=lambda: len(begun) > n_pieces)
    assert chats.end.reason is FinishReason.CANCELLED
    monkeypatch.undo()
    llama.abort.set(is_set=False)
    answer, _ = chats.ask(user(text), name="chat-1")
    assert chats.end.usage.reused_tokens == n_pieces * llama.n_batch
    assert answer == expected


def test_the_limit_of_memory_is_kept_and_other_chats_keep_theirs(llama):
    chats = Chats(llama)
    first, _ = chats.ask(user(words(20, 100)), name="chat-1")
    limit = 8 * llama.state_bytes(0)
    chats.cache._checkpoints = checkpoints = Checkpoints(llama, max_bytes=limit)
    messages = [user("one")]
    for n in range(12):
        messages += [said(chats.ask(*messages, name="chat-2")[0]), user(words(30 + n, 20))]
        assert checkpoints.n_bytes <= limit
    assert chats.ask(user(words(20, 100)), said(first), user("And"), name="chat-1")[1] < 40


def test_other_adapters_find_nothing(llama):
    chats = Chats(llama)
    chats.ask(user(LONG))
    (held,) = chats.cache.held
    prompt = list(held.tokens)
    chats.ask(user(OTHER))
    assert chats.cache.begin(prompt, "other.gguf", "", is_exact=False).tokens == []


# On disk


def test_a_chat_goes_on_after_a_restart_as_it_would_have_without(llama, shelf):
    chats = Chats(llama, shelf)
    first, _ = chats.ask(user(LONG), name="chat-1")
    next_turn = (user(LONG), said(first), user("And then"))
    while chats.cache.keep_one():
        pass
    plain, n_plain = chats.ask(*next_turn, max_tokens=30)
    shelf.close(5.0)
    llama.roll_back(0, 0)
    chats = Chats(llama, shelf)
    chats.cache.recall("chat-1", llama.adapters.tag(None))
    assert chats.ask(*next_turn, name="chat-1", max_tokens=30) == (plain, n_plain)
    assert n_plain < 40


def test_the_last_answer_is_made_again_after_a_restart_without_a_read(llama, shelf):
    chats = Chats(llama, shelf)
    first, _ = chats.ask(user(LONG), name="chat-1")
    messages = (user(LONG), said(first), user(words(8, 20)))
    answer, _ = chats.ask(*messages, name="chat-1")
    chats.cache.close(5.0)
    llama.roll_back(0, 0)
    assert Chats(llama, shelf).ask(*messages, name="chat-1") == (answer, 1)


def test_a_chat_that_is_opened_costs_the_one_that_is_there_nothing(llama, shelf):
    chats = Chats(llama, shelf)
    answer_1, _ = chats.ask(user(LONG), name="chat-1")
    answer_2, _ = chats.ask(user(OTHER), name="chat-2")  # chat-1 goes to disk
    chats.cache._checkpoints = Checkpoints(llama)
    chats.cache.recall("chat-1", llama.adapters.tag(None))
    assert [held.name for held in chats.cache.held] == ["chat-2"]
    assert chats.ask(user(OTHER), said(answer_2), user("And"), name="chat-2")[1] < 40
    assert chats.ask(user(LONG), said(answer_1), user("And"), name="chat-1")[1] < 40


def test_a_damaged_file_is_read_again(llama, shelf, tmp_path):
    chats = Chats(llama, shelf)
    answer, _ = chats.ask(user(LONG), name="chat-1")
    chats.cache.close(5.0)
    (file,) = (tmp_path / "kv").iterdir()
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    llama.roll_back(0, 0)
    chats = Chats(llama, shelf)
    assert chats.ask(user(LONG), said(answer), user("And"), name="chat-1")[1] > 500


def test_a_state_that_llama_refuses_is_read_again(llama, fresh):
    expected = fresh(user(LONG), said("so"), user("And"))
    chats = Chats(llama)
    chats.ask(user(LONG), name="chat-1")
    for each in chats.cache._checkpoints._all:
        each.state[:] = os.urandom(8) + bytes(len(each.state) - 8)
    assert chats.ask(user(LONG), said("so"), user("And"), name="chat-1")[0] == expected


def test_of_a_chat_that_is_forgotten_nothing_is_held(llama, shelf, tmp_path):
    chats = Chats(llama, shelf)
    chats.ask(user(LONG), name="chat-1")
    chats.ask(user(OTHER), name="chat-2")
    chats.cache.forget("chat-1")
    assert "chat-1" not in {text.name for text in chats.cache._checkpoints.texts}
    assert not list((tmp_path / "kv").glob("chat-1.*"))
    assert chats.ask(user(LONG), name="chat-1")[1] > MAX_ASIDE_TOKENS


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("n_copies", [3, 100])
def test_whatever_is_done_in_whatever_order_answers_are_those_of_a_fresh_read(llama, shelf, seed, n_copies):
    rng = random.Random(seed)
    chats = Chats(llama, shelf)
    chats.ask(user(LONG))
    limit = n_copies * llama.state_bytes(0)
    chats.cache._checkpoints = checkpoints = Checkpoints(llama, max_bytes=limit)
    trees = {f"chat-{n}": [(user(words(n, rng.randrange(5, 80))),)] for n in range(3)}
    asked = []
    for number in range(40):
        name = rng.choice(list(trees))
        messages = rng.choice(trees[name])
        if rng.random() < 0.15:
            while chats.cache.keep_one():
                pass
            chats.cache.recall(rng.choice(list(trees)), llama.adapters.tag(None))
        options = {"name": name}
        if rng.random() < 0.2:
            options = {"is_aside": True}
        elif rng.random() < 0.2:
            options["is_ahead"] = True
        stop_after = rng.choice([1, 3, 6, 20]) if rng.random() < 0.3 else 10**6
        try:
            said_now = ask_and_stop(chats, llama, messages, stop_after, options)
        except AsideRefused:
            continue
        assert checkpoints.n_bytes <= limit
        if said_now and chats.end.reason is not FinishReason.CANCELLED:
            asked.append((chats.prompt, said_now))
        if said_now and "is_aside" not in options and len(messages) < 7:
            trees[name].append((*messages, said(said_now), user(words(100 + number, rng.randrange(1, 30)))))
    assert len(asked) > 10
    for prompt, said_then in asked[-10:]:
        llama.roll_back(0, 0)
        anew = Chats(llama)
        anew.slot._tokenize = lambda _rendered, prompt=prompt: prompt
        assert anew.ask(user("x"))[0] == said_then


def ask_and_stop(chats, llama, messages, stop_after, options):
    """Ask, and abort what llama.cpp computes after so many decodes; remember the prompt's tokens."""
    count, tokenize, decode, decode_one = [], chats.slot._tokenize, llama.decode, llama.decode_one

    def tokenized(rendered):
        chats.prompt = tokenize(rendered)
        return list(chats.prompt)

    def counted(how):
        def call(*arguments):
            count.append(1)
            llama.abort.set(is_set=len(count) > stop_after)
            return how(*arguments)

        return call

    chats.slot._tokenize, llama.decode, llama.decode_one = tokenized, counted(decode), counted(decode_one)
    try:
        return chats.ask(*messages, is_cancelled=lambda: len(count) > stop_after, **options)[0]
    finally:
        chats.slot._tokenize, llama.decode, llama.decode_one = tokenize, decode, decode_one
        llama.abort.set(is_set=False)
