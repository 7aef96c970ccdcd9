# SPDX-License-Identifier: Apache-2.0
"""Nothing is read twice, on real models in a real engine process: chats, branches, restarts, background, reading ahead."""

import itertools
import time

import pytest

from leeward.domain.generation import ChatMessage, FinishReason, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.kv import KvStore
from leeward.domain.model_info import LoadPlan
from leeward.engine.protocol import Finished, GenerationFailed, ModelLoaded, PromptProgress, TextAppended
from leeward.engine.supervisor import Supervisor

pytestmark = pytest.mark.model

GREEDY = Sampling(temperature=0)
EXACT = Sampling(temperature=0, seed=1)
"""Without a seed tokens are read ahead where that pays at the moment, which changes last digits and with them a word now and then."""
STORY = "The harbour lies at the end of a long bay where ships wait for the wind. " * 12


def user(text):
    return ChatMessage(Role.USER, text)


def said(text):
    return ChatMessage(Role.ASSISTANT, text)


class Chats:
    """An engine process that keeps what it reads in a folder."""

    def __init__(self, path, folder, **options):
        self.folder = folder
        self.folder.mkdir(exist_ok=True)
        self.supervisor = Supervisor(kept=lambda: KvStore(folder))
        self.supervisor.load(LoadPlan(path, n_threads=2, **options))
        self.until(ModelLoaded)
        self.n = 0

    def until(self, *kinds):
        events = []
        while not (events and isinstance(events[-1], kinds)):
            event = self.supervisor.next_event(60.0)
            assert event is not None, events[-5:]
            events.append(event)
        return events

    def begin(self, *messages, name="", **options):
        self.n += 1
        options = {"sampling": GREEDY, "max_tokens": 12, **options}
        self.supervisor.generate(GenerationRequest(GenerationId(str(self.n)), messages, keep_as=name, **options))
        return GenerationId(str(self.n))

    def ask(self, *messages, name="", **options):
        """Return (text, Finished)."""
        self.begin(*messages, name=name, **options)
        events = self.until(Finished, GenerationFailed)
        if isinstance(events[-1], GenerationFailed):
            raise events[-1].error
        return "".join(event.text for event in events if isinstance(event, TextAppended)), events[-1]

    def n_read(self, *messages, **options):
        usage = self.ask(*messages, **options)[1].usage
        return usage.prompt_tokens - usage.reused_tokens

    def wait_until_kept(self, name):
        deadline = time.monotonic() + 30
        while not [path for path in self.folder.glob(f"{name}.*") if path.suffix == ".kv"]:
            assert time.monotonic() < deadline, "nothing was kept"
            time.sleep(0.05)


@pytest.fixture
def load(tmp_path):
    chats = []

    def load_model(path, **options):
        chats.append(Chats(path, tmp_path / "kv", **options))
        return chats[-1]

    yield load_model
    for each in chats:
        each.supervisor.close()


@pytest.fixture(params=["starter_model", "gemma_model"])
def model(request):
    return request.getfixturevalue(request.param)


def test_chats_in_turn_read_their_new_messages_only(load, model):
    chats = load(model)
    questions = [user(f"{number}. {STORY} What is it?") for number in range(4)]
    answers = [chats.ask(question, name=f"chat-{n}")[0] for n, question in enumerate(questions)]
    for n, (question, answer) in enumerate(zip(questions, answers, strict=True)):
        assert chats.n_read(question, said(answer), user("And?"), name=f"chat-{n}") < 24


def test_a_branch_and_the_one_it_left_are_both_still_there(load, starter_model):
    chats = load(starter_model)
    first = user(f"{STORY} What is it?")
    answer, _ = chats.ask(first, name="chat-1")
    old = (first, said(answer), user("Tell me of the ships, please."))
    new = (first, said(answer), user("Who lives there, I wonder?"))
    old_answer, _ = chats.ask(*old, name="chat-1")
    assert chats.n_read(*new, name="chat-1") < 24
    assert chats.n_read(*old, said(old_answer), user("And?"), name="chat-1") < 24


def test_a_chat_goes_on_after_a_restart_as_it_would_have_without(load, model):
    chats = load(model)
    messages = [user(f"{STORY * 4} What is it?")]
    messages += [said(chats.ask(*messages, name="chat-1")[0]), user("And then?")]
    chats.wait_until_kept("chat-1")
    (file,) = chats.folder.glob("chat-1.*.kv")
    as_kept = file.read_bytes()
    plain, _ = chats.ask(*messages, name="chat-1", max_tokens=40, sampling=EXACT)
    chats.supervisor.close()
    file.write_bytes(as_kept)
    chats = load(model)
    chats.supervisor.recall("chat-1")
    text, finished = chats.ask(*messages, name="chat-1", max_tokens=40, sampling=EXACT)
    assert text == plain
    assert finished.usage.prompt_tokens - finished.usage.reused_tokens < 24


@pytest.mark.parametrize("n_times", [1, 5])
def test_a_chat_brought_back_can_go_back_behind_its_last_answer_and_question(load, model, n_times):
    """Beyond a sliding window (512 tokens of Gemma), of which llama.cpp writes only what the next token sees."""
    chats = load(model)
    messages = [user(f"{STORY * 4} What is it?")]
    messages.append(said(chats.ask(*messages, name="chat-1")[0]))
    last = (*messages, user(f"{STORY * n_times} What of the ships?"))
    answer, _ = chats.ask(*last, name="chat-1", max_tokens=40)
    chats.supervisor.close()
    chats = load(model)
    chats.supervisor.recall("chat-1")
    assert chats.n_read(*last, name="chat-1") < 250
    if n_times == 1:
        assert chats.n_read(*messages, user("Who lives there, I wonder?"), name="chat-1") < 24
    assert chats.n_read(*last, said(answer), user("And?"), name="chat-1") < 300


@pytest.mark.parametrize("name", ["chat-1", ""])
def test_a_chat_that_left_the_cache_can_go_back_too(load, gemma_model, name):
    chats = load(gemma_model)
    messages = [user(f"{STORY * 4} What is it?")]
    messages.append(said(chats.ask(*messages, name=name)[0]))
    last = (*messages, user("What of the ships?"))
    chats.ask(*last, name=name)
    for _ in range(2):
        chats.ask(user(f"Something else. {STORY * 3}"))
        assert chats.n_read(*last, name=name) < 24
        assert chats.n_read(*messages, user("Who lives there, I wonder?"), name=name) < 24


def test_what_was_not_kept_yet_is_kept_at_the_close(load, starter_model):
    chats = load(starter_model)
    question = user(f"{STORY} What is it?")
    answer, _ = chats.ask(question, name="chat-1")
    chats.supervisor.close()
    chats = load(starter_model)
    assert chats.n_read(question, said(answer), user("And?"), name="chat-1") < 24  # without a recall: by its name


def test_a_chat_without_a_name_leaves_no_file(load, starter_model):
    chats = load(starter_model)
    chats.ask(user(STORY))
    chats.supervisor.close()
    assert list(chats.folder.iterdir()) == []


def test_a_damaged_file_is_read_again_and_goes(load, starter_model):
    chats = load(starter_model)
    question = user(f"{STORY} What is it?")
    answer, _ = chats.ask(question, name="chat-1")
    chats.supervisor.close()
    (file,) = chats.folder.iterdir()
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    chats = load(starter_model)
    chats.supervisor.recall("chat-1")
    assert chats.n_read(question, said(answer), user("And?"), name="chat-1") > 150


def test_a_chat_that_is_forgotten_is_not_kept_again(load, starter_model):
    chats = load(starter_model)
    chats.ask(user(f"{STORY} What is it?"), name="chat-1")
    chats.wait_until_kept("chat-1")
    chats.supervisor.forget("chat-1")
    chats.ask(user("Hello"))
    assert list(chats.folder.iterdir()) == []
    chats.supervisor.close()
    assert list(chats.folder.iterdir()) == []


def test_more_chats_than_the_context_holds_make_room_and_come_back(load, starter_model):
    chats = load(starter_model, n_ctx=512)
    questions = [user(f"{number}. {STORY} What is it?") for number in range(5)]
    answers = [chats.ask(question, name=f"chat-{n}")[0] for n, question in enumerate(questions)]
    for n, (question, answer) in enumerate(zip(questions, answers, strict=True)):
        assert chats.n_read(question, said(answer), user("And?"), name=f"chat-{n}") < 24


def test_answers_at_the_same_time_are_whole_and_each_its_own(load, model):
    chats = load(model)
    ids = [chats.begin(user(f"Count to {number}, please."), max_tokens=30) for number in range(3, 7)]
    texts, ends, order = dict.fromkeys(ids, ""), {}, []
    while len(ends) < len(ids):
        event = chats.until(TextAppended, Finished)[-1]
        order.append(event.id)
        if isinstance(event, Finished):
            ends[event.id] = event.usage.completion_tokens
        else:
            texts[event.id] += event.text
    assert all(texts.values())
    assert set(ends.values()) <= set(range(1, 31))
    switches = sum(one != other for one, other in itertools.pairwise(order))
    assert switches > 2 * len(ids)  # not one after the other


def test_an_answer_in_front_ends_before_what_began_earlier_in_the_background(load, starter_model):
    chats = load(starter_model)
    back = chats.begin(user("Write a very long story."), max_tokens=300, is_background=True)
    chats.until(TextAppended)
    front = chats.begin(user("Write a long story of the sea."), max_tokens=40)
    assert chats.until(Finished)[-1].id == front
    chats.supervisor.cancel(back)
    end = chats.until(Finished)[-1]
    assert (end.id, end.reason) == (back, FinishReason.CANCELLED)


def test_one_of_several_is_stopped_and_the_others_go_on(load, starter_model):
    chats = load(starter_model)
    ids = [chats.begin(user(f"{number}. Write a long story."), max_tokens=60) for number in range(3)]
    chats.until(TextAppended)
    chats.supervisor.cancel(ids[1])
    ends = {}
    while len(ends) < 3:
        event = chats.until(Finished)[-1]
        ends[event.id] = (event.reason, event.usage.completion_tokens)
    assert ends[ids[1]][0] is FinishReason.CANCELLED
    assert ends[ids[0]][1] > 10
    assert ends[ids[2]][1] > 10


def test_what_is_typed_is_read_ahead(load, model):
    chats = load(model)
    history = (user(f"{STORY} What is it?"), said("A place for ships."))
    _, end = chats.ask(*history, user(f"Now look at this text: {STORY} And"), is_ahead=True, name="chat-1")
    assert end.usage.completion_tokens == 0
    assert end.usage.prompt_tokens > 250
    asked = user(f"Now look at this text: {STORY} Answer in a word.")
    assert chats.n_read(*history, asked, name="chat-1") < 24


def test_reading_ahead_gives_way_at_once_and_nothing_of_it_is_lost(load, starter_model):
    chats = load(starter_model, n_batch=64, n_ubatch=64)
    text = STORY * 5
    ahead = chats.begin(user(f"{text} And"), is_ahead=True)
    while chats.until(PromptProgress)[-1].n_read < 128:
        pass
    chats.supervisor.cancel(ahead)
    chats.begin(user(f"{text} Who?"), max_tokens=4)
    assert chats.until(Finished)[-1].id == ahead
    usage = chats.until(Finished)[-1].usage
    assert usage.reused_tokens >= 128


def test_a_chat_that_lost_its_oldest_turns_is_moved_and_not_read_again(load, starter_model):
    chats = load(starter_model)
    turns = [user(f"First. {STORY}"), said("Yes."), user(f"Second. {STORY}"), said("No."), user("What was the second?")]
    chats.ask(*turns, name="chat-1")
    text, end = chats.ask(*turns[2:], name="chat-1")
    assert text.strip()
    assert end.usage.prompt_tokens > 200
    assert end.usage.prompt_tokens - end.usage.reused_tokens < 64
