# SPDX-License-Identifier: Apache-2.0
"""C16: whatever the engine process sends, nothing of it becomes an exception in the window: it is restarted or reported.

A character that is spread over several tokens is joined by Utf8Joiner: tests/unit/domain/test_stream.py, at every split.
"""

import multiprocessing
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from helpers import fake_children, protocol_fuzz
from helpers.window import rig
from leeward.domain.errors import RequestTooLarge
from leeward.domain.generation import ChatMessage, GenerationRequest, Role
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine import frames
from leeward.engine.protocol import EngineDied, EngineGaveUp, Finished, GenerationFailed, LoadFailed, ModelLoaded
from leeward.engine.supervisor import Patience, Supervisor

N_TO_WINDOW, N_TO_ENGINE = 80_000, 20_000
ROOT = Path(__file__).resolve().parents[2]


def test_C16_100_000_messages_are_frames_or_are_refused():
    n_refused = n_taken = 0
    for real, decode, n in (
        (protocol_fuzz.FROM_CHILD, frames.decode_from_child, N_TO_WINDOW),
        (protocol_fuzz.TO_CHILD, frames.decode_to_child, N_TO_ENGINE),
    ):
        for data in protocol_fuzz.messages(real, n):
            try:
                frame = decode(data)
            except msgspec.MsgspecError:
                n_refused += 1
                continue
            n_taken += 1
            fault = getattr(frame, "fault", None)
            if fault is not None:
                assert isinstance(fault.to_error(), Exception)
    assert n_refused + n_taken == 100_000
    # Both ways are walked: what is changed in one value is often a frame, noise is none.
    assert n_taken > 5_000
    assert n_refused > 50_000


@pytest.mark.parametrize("real", [protocol_fuzz.FROM_CHILD, protocol_fuzz.TO_CHILD], ids=["window", "engine"])
def test_C16_what_is_not_changed_is_taken(real):
    decode = frames.decode_from_child if real is protocol_fuzz.FROM_CHILD else frames.decode_to_child
    for frame in real:
        assert decode(frames.encode(frame)) == frame


def test_C16_a_frame_over_a_mebibyte_is_neither_sent_nor_taken():
    with pytest.raises(RequestTooLarge):
        frames.encode(frames.LogLine(30, "x" * frames.MAX_FRAME_BYTES))
    large = msgspec.msgpack.encode({"type": "LogLine", "level": 30, "text": "x" * frames.MAX_FRAME_BYTES})
    with pytest.raises(msgspec.DecodeError):
        frames.decode_from_child(large)
    with pytest.raises(msgspec.DecodeError):
        frames.decode_to_child(large)


class Engine:
    """A supervisor over a process that sends what it is told to."""

    def __init__(self, **patience):
        self.supervisor = Supervisor(
            child_main=fake_children.sends_fuzz, patience=Patience(max_deaths=10_000, **patience)
        )
        self.n = 0

    def load(self):
        self.supervisor.load(LoadPlan(Path("/models/fake.gguf")))
        self.until(ModelLoaded)

    def until(self, *kinds, limit_s=60.0):
        deadline = time.monotonic() + limit_s
        while time.monotonic() < deadline:
            event = self.supervisor.next_event(1.0)
            if isinstance(event, kinds):
                return event
            assert not isinstance(event, EngineGaveUp)
        raise AssertionError(f"no {kinds}")

    def say(self, text):
        """Ask for this; return how it failed."""
        self.n += 1
        name = GenerationId(f"mine {self.n}")
        self.supervisor.generate(GenerationRequest(name, (ChatMessage(Role.USER, text),)))
        while True:
            event = self.until(GenerationFailed)
            if event.id == name:
                return event.error


@pytest.fixture
def engine(expect_error_log):
    expect_error_log.append("")  # the frames themselves say what is logged, and how loudly
    made = Engine()
    yield made
    made.supervisor.close()


def test_C16_hundreds_of_odd_frames_come_through_a_pipe_without_an_exception(engine):
    engine.load()
    assert len(protocol_fuzz.sample(is_frame=True)) > 300
    assert "the last one" in str(engine.say("frames"))
    engine.load()  # an answer to a load that nobody asked for has not spoiled the count


def test_C16_after_what_is_no_frame_the_engine_is_started_again(engine):
    engine.load()
    for number in range(4):
        assert type(engine.say(f"refused {number}")).__name__ == "EngineStopped"
        engine.until(ModelLoaded)


@pytest.mark.skipif(sys.platform == "win32", reason="messages come whole there")
@pytest.mark.parametrize("name", fake_children.RAW)
def test_C16_a_broken_pipe_and_lengths_that_lie_end_the_process_and_not_the_window(name, expect_error_log):
    expect_error_log.append("no frame")
    engine = Engine(frame_s=0.5)
    try:
        engine.load()
        assert type(engine.say(f"raw {name}")).__name__ == "EngineStopped"
        assert isinstance(engine.until(EngineDied), EngineDied)
        engine.until(ModelLoaded)
    finally:
        engine.supervisor.close()


def test_C16_what_is_no_frame_ends_the_engine_process_and_nothing_else(tmp_path):
    context = multiprocessing.get_context("spawn")
    for data in (b"\x81\xa4type\xa5Close\xff", b"\x91" * 5000):
        ours, theirs = context.Pipe()
        process = context.Process(target=run_engine, args=(theirs, str(tmp_path / "stderr.log")))
        process.start()
        theirs.close()
        ours.send_bytes(data)
        process.join(timeout=60.0)
        assert process.exitcode == 0
        ours.close()
        process.close()
    assert (tmp_path / "stderr.log").read_bytes() == b""


def run_engine(connection, stderr_path):
    from leeward.engine.child.main import run

    run(connection, stderr_path)


def test_C16_the_window_shows_whatever_was_a_frame(qapp, qtbot, tmp_path, expect_error_log):
    """pytest-qt fails the test for an exception in a slot; the engine's thread logs its own."""
    expect_error_log.append("an answer failed:")  # a fault that names no error of ours is a bug of the engine
    with rig(qapp, tmp_path, [["word "]], interval_s=3600.0) as made:
        made.window.show()
        with qtbot.waitSignal(made.parts.generation.model_loaded):
            made.window.start()
        n_ends = 0
        for event in filter(None, map(as_event, protocol_fuzz.sample(is_frame=True))):
            is_end = isinstance(event, Finished | GenerationFailed)
            n_ends += is_end
            is_wanted = n_ends < 30 or made.window.page.is_answering  # what was begun is ended, too
            is_heard = getattr(event, "id", None) == protocol_fuzz.ID and is_wanted
            made.engine._push(of_an_answer_under_way(made, qtbot, event) if is_heard else event)
            if is_end:
                qtbot.waitUntil(lambda: not made.window.page.is_answering)
        assert n_ends > 100
        made.engine.load(LoadPlan(Path("/models/last.gguf"), "The last one"))
        qtbot.waitUntil(lambda: made.window.header.picker.name == "The last one", timeout=30_000)


def as_event(data):
    """Return the event that the supervisor makes of a frame; None for frames that are its own business."""
    match frames.decode_from_child(data):
        case frames.Beat() | frames.LogLine() | frames.QueryFault():
            return None
        case frames.LoadFault(path=path, fault=fault):
            return LoadFailed(path, fault.to_error() if fault else None)
        case frames.GenerationFault(id=name, fault=fault):
            return GenerationFailed(name, fault.to_error())
        case event:
            return event


def of_an_answer_under_way(made, qtbot, event):
    page, generation = made.window.page, made.parts.generation
    if not page.is_answering:
        with qtbot.waitSignal(generation.reply_started):
            page.send("Hi")
    return msgspec.structs.replace(event, id=made.engine.requests[-1].id)


def test_C16_nothing_unpickles():
    """The linter refuses the module by name, in every file of the program."""
    sample = "import pickle\n\npickle.loads(b'')\n"
    command = [sys.executable, "-m", "ruff", "check", "--select", "TID251", "--stdin-filename", "app/leeward/x.py", "-"]
    found = subprocess.run(command, input=sample, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert "TID251" in found.stdout
    assert "pickle" in found.stdout
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "app").rglob("*.py")]
    assert not [text for text in sources if "import pickle" in text or "recv()" in text]
