# SPDX-License-Identifier: Apache-2.0
"""LoRA adapters through the engine process and the terminal: attached, exchanged, refused."""

import json
import subprocess
import sys

import psutil
import pytest

from helpers.tiny_adapter import write_tiny_adapter
from helpers.tiny_gguf import write_tiny_gguf
from leeward.cli.exit_codes import ExitCode
from leeward.cli.session import Session
from leeward.domain.errors import AdapterUnfit
from leeward.domain.generation import Adapter, AdapterUse, ChatMessage, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine.protocol import EngineRestarting, Finished, GenerationFailed, LoadFailed, ModelLoaded, TextAppended
from leeward.engine.supervisor import Supervisor
from leeward.library.adapter_check import check_adapters, with_checked_adapters

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


def ask(engine, *adapters, own=False, text="Name three colours.", max_tokens=16):
    """`own`: with the adapters that the model was loaded with, and not with `adapters`."""
    messages, chosen = (ChatMessage(Role.USER, text),), None if own else adapters
    engine.generate(GenerationRequest(GenerationId("1"), messages, GREEDY, max_tokens, adapters=chosen))
    events = until(engine, Finished, GenerationFailed)
    if isinstance(events[-1], GenerationFailed):
        raise events[-1].error
    return "".join(event.text for event in events if isinstance(event, TextAppended)), events[-1]


@pytest.mark.model
def test_on_a_real_quantized_model_an_adapter_is_exchanged_between_answers(engine, starter_model, tmp_path):
    names = {f"blk.{layer}.attn_q.weight": (576, 576) for layer in range(30)}
    names |= {f"blk.{layer}.ffn_down.weight": (576, 1536) for layer in range(30)}
    adapter = Adapter(write_tiny_adapter(tmp_path / "random.gguf", names, size=0.05))
    assert check_adapters(starter_model, [adapter]) == 4 * 4 * 30 * (2 * 576 + 576 + 1536)
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


def test_a_session_goes_on_with_the_adapter_that_it_loaded_though_its_file_was_exchanged(tiny, tmp_path):
    model, one, _ = tiny
    path = tmp_path / "a.gguf"
    path.write_bytes(one.read_bytes())
    with Session(Supervisor()) as session:
        session.load(LoadPlan(model, adapters=(Adapter(path),)))
        before = session.ask((ChatMessage(Role.USER, "a"),), GREEDY, 8, lambda _text: None)
        path.write_bytes(model.read_bytes())
        after = session.ask((ChatMessage(Role.USER, "a"),), GREEDY, 8, lambda _text: None)
        assert after.best.text == before.best.text
        assert [use.file for use in after.receipt.adapters] == ["a.gguf"]
        with pytest.raises(AdapterUnfit, match="whole model"):
            session.load(LoadPlan(model, adapters=(Adapter(path),)))


@pytest.mark.model
def test_what_is_loaded_with_a_real_model_lies_over_every_answer_that_asks_for_no_others(
    engine, starter_model, tmp_path
):
    names = {f"blk.{layer}.attn_q.weight": (576, 576) for layer in range(30)}
    names |= {f"blk.{layer}.ffn_down.weight": (576, 1536) for layer in range(30)}
    adapter = Adapter(write_tiny_adapter(tmp_path / "random.gguf", names, size=0.05))
    engine.load(LoadPlan(starter_model))
    until(engine, ModelLoaded)
    plain, asked_for = ask(engine)[0], ask(engine, adapter)[0]
    engine.load(with_checked_adapters(LoadPlan(starter_model, adapters=(adapter,))))
    until(engine, ModelLoaded)
    own, finished = ask(engine, own=True)
    assert (own, [use.file for use in finished.receipt.adapters]) == (asked_for, ["random.gguf"])
    assert ask(engine)[0] == plain != own  # none at all
    assert ask(engine, own=True)[0] == own


def test_a_model_that_is_loaded_again_after_a_crash_has_its_adapters(engine, tiny):
    model, one, _ = tiny
    engine.load(LoadPlan(model, adapters=(Adapter(one, 0.5),)))
    assert until(engine, ModelLoaded)[-1].model.adapters == (AdapterUse("1.gguf", 0.5),)
    before, _ = ask(engine, own=True)
    psutil.Process(engine.process_id).kill()
    assert isinstance(until(engine, EngineRestarting, LoadFailed)[-1], EngineRestarting)
    until(engine, ModelLoaded)
    after, finished = ask(engine, own=True)
    assert after == before
    assert [(use.file, use.scale) for use in finished.receipt.adapters] == [("1.gguf", 0.5)]


def test_a_load_fails_for_an_adapter_that_the_engine_refuses_and_says_of_which_model(engine, tiny, tmp_path):
    model, one, _ = tiny
    unfit = write_tiny_adapter(tmp_path / "unfit.gguf", {"blk.0.attn_q.weight": (64, 64)})
    engine.load(LoadPlan(model, adapters=(Adapter(one), Adapter(unfit))))
    failed = until(engine, LoadFailed, ModelLoaded)[-1]
    assert isinstance(failed, LoadFailed)
    assert isinstance(failed.error, AdapterUnfit)
    assert (failed.error.path, failed.error.model) == (unfit, model)
    engine.load(LoadPlan(model))
    until(engine, ModelLoaded)
    assert ask(engine, own=True)[1].receipt.adapters == ()


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
