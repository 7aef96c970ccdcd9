# SPDX-License-Identifier: Apache-2.0
"""LoRA adapters through the engine process and the terminal: attached, exchanged, refused."""

import json
import subprocess
import sys

import pytest

from helpers.tiny_adapter import write_tiny_adapter
from helpers.tiny_gguf import write_tiny_gguf
from leeward.cli.exit_codes import ExitCode
from leeward.cli.session import Session
from leeward.domain.errors import AdapterUnfit
from leeward.domain.generation import Adapter, ChatMessage, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine.protocol import Finished, GenerationFailed, ModelLoaded, TextAppended
from leeward.engine.supervisor import Supervisor
from leeward.library.adapter_check import AdapterGate

GREEDY = Sampling(temperature=0, seed=1)


@pytest.fixture
def engine():
    supervisor = Supervisor()
    yield supervisor
    supervisor.close()


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    """A model and two adapters for it."""
    folder = tmp_path_factory.mktemp("tiny")
    model = write_tiny_gguf(folder / "model.gguf")
    return model, *(write_tiny_adapter(folder / f"{n}.gguf", seed=n) for n in (1, 2))


def until(engine, *kinds):
    events = []
    while not (events and isinstance(events[-1], kinds)):
        event = engine.next_event(60)
        assert event is not None
        events.append(event)
    return events


def ask(engine, *adapters, text="Name three colours.", max_tokens=16):
    messages = (ChatMessage(Role.USER, text),)
    engine.generate(GenerationRequest(GenerationId("1"), messages, GREEDY, max_tokens, adapters=adapters))
    events = until(engine, Finished, GenerationFailed)
    if isinstance(events[-1], GenerationFailed):
        raise events[-1].error
    return "".join(event.text for event in events if isinstance(event, TextAppended)), events[-1]


@pytest.mark.model
def test_on_a_real_quantized_model_an_adapter_is_exchanged_between_answers(engine, starter_model, tmp_path):
    names = {f"blk.{layer}.attn_q.weight": (576, 576) for layer in range(30)}
    names |= {f"blk.{layer}.ffn_down.weight": (576, 1536) for layer in range(30)}
    adapter = Adapter(write_tiny_adapter(tmp_path / "random.gguf", names, size=0.05))
    AdapterGate(starter_model).check([adapter])
    engine.load(LoadPlan(starter_model))
    until(engine, ModelLoaded)
    plain, _ = ask(engine)
    changed, finished = ask(engine, adapter)
    assert changed != plain
    assert finished.usage.reused_tokens == 0
    again, _ = ask(engine, adapter)
    assert again == changed
    assert ask(engine, Adapter(adapter.path, 0.0))[0] == plain
    assert ask(engine)[0] == plain


def test_the_engine_goes_on_after_an_adapter_that_it_refuses(engine, tiny, tmp_path):
    model, one, _ = tiny
    engine.load(LoadPlan(model))
    until(engine, ModelLoaded)
    with pytest.raises(AdapterUnfit) as caught:
        ask(engine, Adapter(tmp_path / "none.gguf"))
    assert caught.value.path == tmp_path / "none.gguf"
    assert ask(engine, Adapter(one))[1].receipt.adapters[0].file == "1.gguf"


def test_a_session_sends_no_adapter_that_was_exchanged_for_another_one(tiny, tmp_path):
    model, one, _ = tiny
    path = tmp_path / "a.gguf"
    path.write_bytes(one.read_bytes())
    with Session(Supervisor()) as session:
        session.load(LoadPlan(model), [Adapter(path)])
        session.ask((ChatMessage(Role.USER, "a"),), GREEDY, 2, lambda _text: None)
        path.write_bytes(model.read_bytes())
        with pytest.raises(AdapterUnfit, match="whole model"):
            session.ask((ChatMessage(Role.USER, "a"),), GREEDY, 2, lambda _text: None)


# The terminal


def leeward(*arguments, stdin=""):
    command = [sys.executable, "-m", "leeward", *map(str, arguments)]
    result = subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=120, check=False)
    assert "Traceback" not in result.stderr
    return result


def test_adapters_of_the_command_line_are_in_the_receipt(tiny):
    model, one, two = tiny
    common = ("ask", "--model", model, "--json", "--seed", "1", "--max-tokens", "8", "Hello")
    plain = json.loads(leeward(*common).stdout)
    laid_over = json.loads(leeward(*common[:-1], "--adapter", one, "--adapter", f"{two}:0.5", "Hello").stdout)
    assert plain["receipt"]["adapters"] == []
    assert laid_over["receipt"]["adapters"] == [{"file": "1.gguf", "scale": 1.0}, {"file": "2.gguf", "scale": 0.5}]
    assert laid_over["text"] != plain["text"]


def test_a_chat_keeps_its_adapters(tiny):
    model, one, _ = tiny
    result = leeward(
        "chat", "--model", model, "--json", "--max-tokens", "4", "--adapter", f"{one}:-1", stdin="Hello\nAnd?\n"
    )
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert second["receipt"]["adapters"] == [{"file": "1.gguf", "scale": -1.0}]
    assert second["usage"]["reused_tokens"] >= first["usage"]["prompt_tokens"]


@pytest.mark.parametrize(
    ("adapters", "words"),
    [
        (["{one}:99"], "scale must lie between -10 and 10"),
        (["{one}", "{one}:2"], "each of another file"),
    ],
)
def test_adapters_that_make_no_sense_are_a_fault_of_the_command_line(tiny, adapters, words):
    given = [part for each in adapters for part in ("--adapter", each.format(one=tiny[1]))]
    result = leeward("ask", "--model", tiny[0], *given, "Hello")
    assert (result.returncode, result.stdout) == (ExitCode.USAGE, "")
    assert words in result.stderr


def test_a_colon_may_be_part_of_an_adapters_name(tiny, tmp_path):
    model, one, _ = tiny
    path = tmp_path / "a:2"
    path.write_bytes(one.read_bytes())
    result = leeward("ask", "--model", model, "--json", "--max-tokens", "2", "--adapter", path, "Hello")
    assert json.loads(result.stdout)["receipt"]["adapters"] == [{"file": "a:2", "scale": 1.0}]


def test_inspect_shows_what_an_adapter_is(tiny):
    told = leeward("inspect", tiny[1])
    assert told.returncode == ExitCode.OK
    assert "rank 4, alpha 8, changes 3 tensors of its model" in told.stdout
    facts = json.loads(leeward("inspect", tiny[1], "--json").stdout)
    assert facts["adapter"] == {"alpha": 8.0, "min_rank": 4, "max_rank": 4, "n_changed": 3}
    assert json.loads(leeward("inspect", tiny[0], "--json").stdout)["adapter"] is None
