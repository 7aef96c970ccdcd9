# SPDX-License-Identifier: Apache-2.0
"""Whole answers on a tiny model that says what a test wants: reasoning, tool calls, several choices."""

import ctypes
import json
import re
from dataclasses import replace

import llama_cpp
import numpy as np
import pytest

from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.errors import ToolsUnsupported
from leeward.domain.generation import (
    ChatMessage,
    FinishReason,
    GenerationRequest,
    PromptOptions,
    Role,
    Sampling,
)
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.domain.tool_calls import ToolCallForm
from leeward.engine.child import batch
from leeward.engine.child.demands import Constraint, Demands
from leeward.engine.child.llama import Llama, NativeLog
from leeward.engine.child.sequences import Slot
from leeward.engine.child.templates import ChatTemplate, TemplateSource
from leeward.engine.child.tool_grammar import ToolGrammar
from leeward.engine.child.vocabulary import DecodeFailed
from leeward.engine.protocol import ChoiceEnded, Finished, ReasoningAppended, TextAppended, ToolCallProposed

CONTROL = ("<tool_call>", "</tool_call>", "[TOOL_CALLS]", "[ARGS]", "[THINK]", "[/THINK]", "[IMG]")
TURNS = (
    "{% for m in messages %}<{{ m.role }}>"
    "{% if m.reasoning_content %}%OPEN%{{ m.reasoning_content }}%CLOSE%{% endif %}{{ m.content }}\n{% endfor %}<assistant>"
)
HERMES = TURNS.replace("%OPEN%", "<think>").replace("%CLOSE%", "</think>") + '{# <tool_call>\\n{"name": #}'
MISTRAL = TURNS.replace("%OPEN%", "[THINK]").replace("%CLOSE%", "[/THINK]") + "{# [TOOL_CALLS][ARGS] #}"
GREEDY = Sampling(temperature=0, seed=1, repeat_penalty=1)

STOP = {"type": "function", "function": {"name": "stop", "parameters": {"type": "object", "properties": {}}}}
WEATHER = {"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}
HERMES_CALL = '<tool_call>{"name": "weather", "arguments": {"city": "Rome"}}</tool_call>'


class Speaker:
    """The tiny model with logits that make it say a text, and then end its turn."""

    def __init__(self, llama):
        self._llama = llama
        self._tokens = []
        self._n_prompt = None
        self._sequence = 0

    def say(self, text, *, is_spelled=False):
        """`is_spelled`: with plain tokens where marks are tokens of their own."""
        parts = [text] if is_spelled else re.split(f"({'|'.join(map(re.escape, CONTROL))})", text)
        self._tokens = [token for part in parts for token in self._cut(part)]
        self._n_prompt = None

    def _cut(self, part):
        if part in CONTROL:
            return self._llama.tokenize(part, parse_special=True)
        # A line break is a token of its own, and keeps the space away that is put before a text.
        n_break = len(self._llama.tokenize("\n", parse_special=False))
        return self._llama.tokenize("\n" + part, parse_special=False)[n_break:]

    def decode(self, pieces):
        rows = self._llama.decode(pieces)
        self._sequence = pieces[-1].sequence
        return rows

    def decode_one(self, sequence, token):
        self._llama.decode_one(sequence, token)
        self._sequence = sequence

    def logits(self):
        n_cached = self._llama.n_cached(self._sequence)
        self._n_prompt = n_cached if self._n_prompt is None else self._n_prompt
        said = n_cached - self._n_prompt
        wanted = self._tokens[said] if said < len(self._tokens) else llama_cpp.llama_vocab_eos(self._llama.vocab)
        values = np.linspace(0, -1, self._llama.n_vocab, dtype=np.float32)
        values[wanted] = 20
        return values

    def sample(self, chain):
        self._llama.logits()[:] = self.logits()
        return self._llama.sample(chain)

    def __getattr__(self, name):
        return getattr(self._llama, name)


@pytest.fixture(scope="module")
def llama(tmp_path_factory):
    path = write_tiny_gguf(tmp_path_factory.mktemp("tiny") / "tiny.gguf", control=CONTROL)
    llama = Llama(LoadPlan(path, n_threads=1), NativeLog(lambda _level, _text: None), lambda _fraction: True)
    yield llama
    llama.close()
    llama_cpp.llama_log_set(ctypes.cast(None, llama_cpp.llama_log_callback), ctypes.c_void_p(0))


@pytest.fixture(autouse=True)
def _empty(llama):
    llama_cpp.llama_memory_clear(llama.memory, True)


@pytest.fixture
def speaker(llama):
    return Speaker(llama)


def slot_for(speaker, template=HERMES):
    return Slot(speaker, ChatTemplate(TemplateSource(template)), "test")


def user(text):
    return ChatMessage(Role.USER, text)


def ask(slot, *messages, tools=(), **options):
    """Return all events but those about the prompt."""
    events = []
    options = {"sampling": GREEDY, "max_tokens": 400, **options}
    request = GenerationRequest(GenerationId("a"), messages or (user("Hi"),), **options, options=PromptOptions(tools))
    slot.generate(request, lambda: 1, events.append, lambda: False)
    return [event for event in events if type(event).__name__ != "PromptProgress"]


def texts(events, kind=TextAppended, choice=0):
    return "".join(event.text for event in events if isinstance(event, kind) and event.choice == choice)


def calls(events, choice=0):
    found = [event.call for event in events if isinstance(event, ToolCallProposed) and event.choice == choice]
    return [(call.name, json.loads(call.arguments)) for call in found]


@pytest.mark.parametrize("is_spelled", [False, True])
def test_a_call_is_found_whether_its_marks_are_tokens_or_spelled(speaker, is_spelled):
    slot = slot_for(speaker)
    speaker.say(f"Wait. {HERMES_CALL}", is_spelled=is_spelled)
    events = ask(slot, tools=(WEATHER,))
    assert (texts(events), calls(events)) == ("Wait.", [("weather", {"city": "Rome"})])
    assert events[-1].reason is FinishReason.TOOL_CALLS
    (call,) = [event.call for event in events if isinstance(event, ToolCallProposed)]
    assert len(call.id) == 9
    assert call.id.isalnum()


def test_marks_of_other_forms_and_other_control_tokens_stay_invisible(speaker):
    slot = slot_for(speaker)
    speaker.say("a[TOOL_CALLS]b[IMG]c[THINK]d")
    assert texts(ask(slot, tools=(WEATHER,))) == "abcd"


def test_marks_of_calls_are_invisible_where_there_are_no_tools(speaker):
    slot = slot_for(speaker)
    speaker.say("a<tool_call>b")
    assert texts(ask(slot)) == "ab"
    speaker.say(HERMES_CALL, is_spelled=True)
    events = ask(slot)
    assert (texts(events), events[-1].reason) == (HERMES_CALL, FinishReason.STOP)


def test_mistrals_marks_are_let_through(speaker):
    slot = slot_for(speaker, MISTRAL)
    speaker.say('[THINK]hm[/THINK]So [TOOL_CALLS]weather[ARGS]{"city": "Rome"}')
    events = ask(slot, tools=(WEATHER,))
    assert texts(events, ReasoningAppended) == "hm"
    assert (texts(events), calls(events)) == ("So", [("weather", {"city": "Rome"})])


def test_with_tool_choice_none_a_call_is_text(speaker):
    slot = slot_for(speaker)
    speaker.say(HERMES_CALL, is_spelled=True)
    events = ask(slot, tools=(WEATHER,), tool_choice="none")
    assert (texts(events), calls(events)) == (HERMES_CALL, [])


def test_a_call_that_is_cut_comes_as_text(speaker):
    slot = slot_for(speaker)
    speaker.say(HERMES_CALL)
    events = ask(slot, tools=(WEATHER,), max_tokens=20)
    assert texts(events) == HERMES_CALL[: len(texts(events))]
    assert len(texts(events)) > 20
    assert events[-1].reason is FinishReason.LENGTH


def test_behind_the_mark_the_answer_becomes_a_call_whatever_the_model_wants(speaker):
    slot = slot_for(speaker)
    speaker.say("Let me see. <tool_call>" + 200 * "x")
    events = ask(slot, tools=(STOP,))
    assert (texts(events), calls(events)) == ("Let me see.", [("stop", {})])
    assert events[-1].reason is FinishReason.TOOL_CALLS


def test_before_the_mark_the_answer_is_free(speaker):
    slot = slot_for(speaker)
    speaker.say("There is no need. <tool")
    events = ask(slot, tools=(STOP,))
    assert (texts(events), events[-1].reason) == ("There is no need. <tool", FinishReason.STOP)


@pytest.mark.parametrize(("choice", "name"), [("required", "weather"), ("stop", "stop")])
def test_a_required_call_is_all_of_the_answer(speaker, choice, name):
    slot = slot_for(speaker)
    speaker.say('Hello. {"name": "weather", "arguments": {}}')
    events = ask(slot, tools=(WEATHER, STOP), tool_choice=choice)
    assert texts(events) == ""
    assert [found for found, _ in calls(events)] in ([name], ["stop"])
    assert events[-1].reason is FinishReason.TOOL_CALLS


def test_before_a_required_call_the_model_may_think_where_the_template_opened_that(speaker):
    slot = slot_for(speaker, HERMES.replace("{#", "<think>\n{#"))
    speaker.say("hm </think>\n\nNo.")
    events = ask(slot, tools=(STOP,), tool_choice="required")
    assert (texts(events, ReasoningAppended), texts(events), calls(events)) == ("hm", "", [("stop", {})])


def test_a_schema_is_about_the_answer_and_not_about_what_is_thought_before(speaker):
    slot = slot_for(speaker, TURNS + "<think>\n")
    speaker.say("hm, free.</think>\n\nNo.")
    events = ask(slot, json_schema='{"type": "boolean"}', max_tokens=40)
    assert (texts(events, ReasoningAppended), json.loads(texts(events))) == ("hm, free.", False)
    speaker.say("{} this is no answer")
    assert texts(ask(slot, json_schema='{"type": "boolean"}', max_tokens=8)) == ""  # it never stopped thinking


def test_a_required_call_is_refused_where_no_form_is_known(speaker):
    slot = slot_for(speaker, TURNS)
    speaker.say("Hello")
    with pytest.raises(ToolsUnsupported):
        ask(slot, tools=(STOP,), tool_choice="required")
    assert texts(ask(slot, tools=(STOP,))) == "Hello"


def test_a_grammar_of_the_caller_holds_beside_tools(speaker):
    slot = slot_for(speaker)
    speaker.say("Hello")
    assert texts(ask(slot, tools=(STOP,), grammar='root ::= "Bye"')) == "Bye"


def test_reasoning_that_the_template_opened_is_reasoning(speaker):
    slot = slot_for(speaker, HERMES.replace("{#", "<think>\n{#"))
    speaker.say("hm\n</think>\n\nYes")
    events = ask(slot)
    assert (texts(events, ReasoningAppended), texts(events)) == ("hm", "Yes")


def test_stop_strings_act_on_the_answer_only(speaker):
    slot = slot_for(speaker)
    speaker.say("<think>a\nb</think>one\ntwo", is_spelled=True)
    events = ask(slot, stop=("\n",))
    assert (texts(events, ReasoningAppended), texts(events)) == ("a\nb", "one")
    assert events[-1].reason is FinishReason.STOP


@pytest.mark.parametrize("template", [HERMES, MISTRAL])
def test_a_turn_with_reasoning_is_read_again_only_as_far_as_it_is_rendered_otherwise(speaker, template):
    slot = slot_for(speaker, template)
    marks = slot.format.reasoning
    speaker.say(f"{marks.open}hm{marks.close}Yes")
    first = ask(slot)[-1].usage
    n_known = first.prompt_tokens + first.completion_tokens
    speaker.say("No")
    shown = ChatMessage(Role.ASSISTANT, "Yes", reasoning="hm")
    kept = ask(slot, user("Hi"), shown, user("Really?"))[-1].usage
    assert kept.reused_tokens == n_known  # and its end-of-turn token was never read
    speaker.say(f"{marks.open}hm{marks.close}Yes")
    ask(slot)
    speaker.say("No")
    dropped = ask(slot, user("Hi"), replace(shown, reasoning=""), user("Really?"))[-1].usage
    assert first.prompt_tokens - 2 <= dropped.reused_tokens <= first.prompt_tokens


def test_several_choices_are_those_of_single_requests(llama):
    slot = Slot(llama, ChatTemplate(TemplateSource(TURNS)), "test")
    sampling = Sampling(temperature=1.0, seed=5)
    single = [texts(ask(slot, sampling=replace(sampling, seed=5 + n), max_tokens=12)) for n in range(3)]
    events = ask(slot, sampling=sampling, max_tokens=12, n_choices=3)
    assert [texts(events, choice=n) for n in range(3)] == single
    assert len(set(single)) == 3
    ends = [event for event in events if isinstance(event, ChoiceEnded)]
    assert [end.choice for end in ends] == [0, 1, 2]
    assert all(end.mean_log_probability < 0 for end in ends)
    assert isinstance(events[-1], Finished)
    assert events[-1].usage.completion_tokens == sum(end.n_tokens for end in ends)
    # The next turn goes on from the last choice.
    shown = ChatMessage(Role.ASSISTANT, single[2])
    usage = ask(slot, user("Hi"), shown, user("And?"), max_tokens=1)[-1].usage
    assert usage.reused_tokens >= events[-1].usage.prompt_tokens + ends[2].n_tokens - 1


def test_the_mean_log_probability_is_the_models_own(speaker):
    slot = slot_for(speaker)
    speaker.say("Yes")
    events = ask(slot, n_choices=2)
    values = speaker.logits().astype(np.float64)
    sure = values.max() - np.log(np.exp(values).sum())
    for end in (event for event in events if isinstance(event, ChoiceEnded)):
        assert (end.n_tokens, end.reason) == (3, FinishReason.STOP)
        assert end.mean_log_probability == pytest.approx(sure, abs=1e-6)


def test_a_stop_ends_all_choices(speaker):
    slot = slot_for(speaker)
    speaker.say("Hello")
    events = []
    request = GenerationRequest(GenerationId("a"), (user("Hi"),), GREEDY, n_choices=4)
    slot.generate(request, lambda: 1, events.append, lambda: any(getattr(event, "choice", 0) == 1 for event in events))
    ends = [event for event in events if isinstance(event, ChoiceEnded)]
    assert [end.reason for end in ends] == [FinishReason.STOP, FinishReason.CANCELLED]
    assert events[-1].reason is FinishReason.CANCELLED


def test_a_prompt_is_read_in_pieces_as_long_as_the_plan_says(tmp_path):
    path = write_tiny_gguf(tmp_path / "tiny.gguf", control=CONTROL)
    log = NativeLog(lambda _level, _text: None)
    llama = Llama(LoadPlan(path, n_threads=1, n_batch=8, n_ubatch=64), log, lambda _fraction: True)
    speaker = Speaker(llama)
    slot = slot_for(speaker)
    speaker.say("Yes")
    events = []
    request = GenerationRequest(GenerationId("a"), (user("Is it so? " * 4),), GREEDY)
    slot.generate(request, lambda: 1, events.append, lambda: False)
    read = [event.n_read for event in events if type(event).__name__ == "PromptProgress"]
    assert len(read) > 3
    assert read[:-1] == list(range(0, 8 * (len(read) - 1), 8))
    assert read[-1] == events[-1].usage.prompt_tokens
    llama.close()


@pytest.mark.parametrize("n_batch", [512, 300])
def test_pieces_behind_what_is_known_end_with_the_cells_that_attention_goes_over(tmp_path, n_batch):
    path = write_tiny_gguf(tmp_path / "tiny.gguf", control=CONTROL)
    plan = LoadPlan(path, n_threads=1, n_batch=n_batch)
    llama = Llama(plan, NativeLog(lambda _level, _text: None), lambda _fraction: True)
    slot = slot_for(llama)

    def ends(text):
        events = []
        request = GenerationRequest(GenerationId("a"), (user(text),), Sampling(temperature=0), max_tokens=1)
        slot.generate(request, lambda: 1, events.append, lambda: False)
        progress = [event for event in events if type(event).__name__ == "PromptProgress"]
        return [event.n_reused + event.n_read for event in progress]

    ends("a boat " * 7)
    start, *pieces, end = ends("a boat " * 7 + "the sea " * 150)
    assert start % 256
    assert end > 512
    first = 512 if n_batch == 512 else start + n_batch  # that one would cut every piece short
    assert pieces == list(range(first, end, n_batch))
    llama.close()


class Threaded(Speaker):
    def __init__(self, llama):
        super().__init__(llama)
        self.n_threads = []

    def set_threads(self, n_threads):
        self.n_threads.append(n_threads)


def test_an_answer_computes_with_the_threads_that_become_free_or_taken(llama, monkeypatch):
    speaker, free = Threaded(llama), iter(range(1, 100))
    slot = slot_for(speaker)
    speaker.say("Hello")
    events = []
    request = GenerationRequest(GenerationId("a"), (user("Hi"),), GREEDY)
    monkeypatch.setattr(batch, "LOOK_INTERVAL_S", 0.0)
    slot.generate(request, lambda: next(free), events.append, lambda: False)
    assert speaker.n_threads == list(range(1, len(speaker.n_threads) + 1))
    assert len(speaker.n_threads) > events[-1].usage.completion_tokens
    assert events[-1].receipt.n_threads == 1


class Forgetful(Speaker):
    """As a recurrent model: its cache cannot be cut."""

    can_share, n_sequences = False, 1

    def reaches_back(self, sequence, n_keep):
        return False

    def roll_back(self, sequence, n_keep):
        if n_keep == self._llama.n_cached(sequence):
            return True
        self._llama.roll_back(sequence, 0)
        return False


class Failing(Speaker):
    def decode_one(self, sequence, token):
        if self._n_prompt and self._llama.n_cached(sequence) - self._n_prompt == 12:
            raise DecodeFailed(-3)
        super().decode_one(sequence, token)


def test_a_failure_inside_a_call_loses_no_text(llama):
    speaker = Failing(llama)
    slot = slot_for(speaker)
    speaker.say("a <tool_call>" + HERMES_CALL[len("<tool_call>") :])
    events = []
    request = GenerationRequest(GenerationId("a"), (user("Hi"),), GREEDY, options=PromptOptions((WEATHER,)))
    with pytest.raises(DecodeFailed):
        slot.generate(request, lambda: 1, events.append, lambda: False)
    assert texts(events) == 'a <tool_call>{"name": "'[: len(texts(events))]
    assert len(texts(events)) > len("a <tool_call>")


def test_choices_of_a_model_that_cannot_roll_back_are_read_again(llama):
    speaker = Forgetful(llama)
    slot = slot_for(speaker)
    speaker.say("Yes")
    events = ask(slot, user("Is it so?"), n_choices=2)
    assert [texts(events, choice=n) for n in range(2)] == ["Yes", "Yes"]


class Source:
    def __init__(self, *, is_fitting):
        self.asked = []
        self._is_fitting = is_fitting

    def constrain(self, gbnf, token=None):
        self.asked.append((gbnf.splitlines()[0], token))
        return self._is_fitting


class Parser:
    is_thinking = False
    behind_trigger = None


@pytest.mark.parametrize(("is_fitting", "n_asked"), [(True, 1), (False, 2)])
def test_a_mark_that_is_only_spoken_of_binds_nothing(is_fitting, n_asked):
    demands = Demands(ToolCallForm.HERMES, {"stop": {}}, calls=ToolGrammar(ToolCallForm.HERMES, {"stop": {}}))
    constraint, source, parser = Constraint(demands, is_thinking=False), Source(is_fitting=is_fitting), Parser()
    steps = [("a", None), ("call>`", "`"), (" tag", "` tag"), ("!", None), ("call>", "")]
    for number, (text, parser.behind_trigger) in enumerate(steps):
        if constraint.is_pending:
            constraint.advance(parser, source, number, text)
    asked = [('root ::= "call>" after', 1), ('root ::= "call>" after', 4)]
    assert source.asked == asked[:n_asked]
