# SPDX-License-Identifier: Apache-2.0
"""Engine processes that misbehave: each is a `child_main` for Supervisor and speaks the real frames."""

import os
import signal
import struct
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path

from helpers import protocol_fuzz
from leeward.domain.model_info import LoadedModel, LoadPlan
from leeward.engine import frames
from leeward.engine.protocol import EngineStarted, LoadProgress, ModelLoaded, PromptProgress, TextAppended


def loaded(plan: LoadPlan) -> LoadedModel:
    return LoadedModel(plan.path, plan.name or "fake", "fake", 2048, 2048, 1, 100, 1, "", 0.0, "CPU")


class FakeChild:
    """Answers a load, sends heartbeats, and leaves the rest to its subclasses."""

    beats = True
    devices = ()
    beat_interval_s = 0.05

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.lock = threading.Lock()

    def send(self, frame: frames.FromChild) -> None:
        with self.lock:
            self.connection.send_bytes(frames.encode(frame))

    def beat(self) -> None:
        while True:
            self.send(frames.Beat())
            time.sleep(self.beat_interval_s)

    def run(self) -> None:
        self.send(EngineStarted("fake", self.devices))
        if self.beats:
            threading.Thread(target=self.beat, daemon=True).start()
        while True:
            try:
                command = frames.decode_to_child(self.connection.recv_bytes())
            except EOFError:
                os._exit(0)
            if isinstance(command, frames.Close):
                os._exit(0)
            if isinstance(command, frames.Load):
                self.on_load(command)
            if isinstance(command, frames.Generate):
                self.on_generate(command)

    def on_load(self, command: frames.Load) -> None:
        self.send(ModelLoaded(loaded(command.plan)))

    def on_generate(self, command: frames.Generate) -> None:
        self.send(TextAppended(command.request.id, "par", 1))


def dies_at_start(connection: Connection, _stderr: str) -> None:
    os._exit(3)


def says_a_little(connection: Connection, _stderr: str) -> None:
    """Begins an answer and never ends it."""
    FakeChild(connection).run()


class _DiesAfterSomeText(FakeChild):
    def on_generate(self, command: frames.Generate) -> None:
        super().on_generate(command)
        os.kill(os.getpid(), signal.SIGKILL)


def dies_after_some_text(connection: Connection, _stderr: str) -> None:
    _DiesAfterSomeText(connection).run()


class _DiesWhileLoading(FakeChild):
    def on_load(self, command: frames.Load) -> None:
        os.abort()


def dies_while_loading(connection: Connection, _stderr: str) -> None:
    _DiesWhileLoading(connection).run()


class _FallsSilent(FakeChild):
    beats = False


def falls_silent(connection: Connection, _stderr: str) -> None:
    _FallsSilent(connection).run()


class _SlowButBeating(FakeChild):
    def on_generate(self, command: frames.Generate) -> None:
        self.send(PromptProgress(command.request.id, 0, 0, 10, 0.0))


def slow_but_beating(connection: Connection, _stderr: str) -> None:
    """Never gets on with a generation and never hears a Cancel, but its heart beats."""
    _SlowButBeating(connection).run()


class _BeatsRarely(_SlowButBeating):
    beat_interval_s = 0.6


def beats_rarely(connection: Connection, _stderr: str) -> None:
    _BeatsRarely(connection).run()


class _NeverEndsALoad(FakeChild):
    def on_load(self, command: frames.Load) -> None:
        self.send(LoadProgress(command.plan.path, 0.5))


def never_ends_a_load(connection: Connection, _stderr: str) -> None:
    _NeverEndsALoad(connection).run()


def loads_once(note: str, connection: Connection, _stderr: str) -> None:
    """Loads a model and dies in the answer; with the file `note` there, which it leaves behind, no load ends any more."""
    child = _NeverEndsALoad if Path(note).exists() else _DiesAfterSomeText
    Path(note).touch()
    child(connection).run()


class _SaysRubbish(FakeChild):
    def on_generate(self, command: frames.Generate) -> None:
        self.connection.send_bytes(b"\xc1 no frame")


def says_rubbish(connection: Connection, _stderr: str) -> None:
    _SaysRubbish(connection).run()


class _LivesOnWithoutPipe(FakeChild):
    def on_generate(self, command: frames.Generate) -> None:
        self.connection.close()
        time.sleep(3600)


def lives_on_without_pipe(connection: Connection, _stderr: str) -> None:
    _LivesOnWithoutPipe(connection).run()


class _FaultsWithoutFacts(FakeChild):
    def on_load(self, command: frames.Load) -> None:
        self.send(frames.LoadFault(command.plan.path, frames.Fault("ModelUnreadable", {"path": 7})))


def faults_without_facts(connection: Connection, _stderr: str) -> None:
    _FaultsWithoutFacts(connection).run()


class _LoadsUnasked(FakeChild):
    def on_load(self, command: frames.Load) -> None:
        super().on_load(command)
        super().on_load(command)


def loads_unasked(connection: Connection, _stderr: str) -> None:
    """Answers every load twice."""
    _LoadsUnasked(connection).run()


class _SendsFuzz(FakeChild):
    """What it is asked says what it sends: "refused 3" the third message that is no frame, "frames" some that are."""

    def on_generate(self, command: frames.Generate) -> None:
        kind, _, number = command.request.messages[-1].content.partition(" ")
        if kind == "raw":
            os.write(self.connection.fileno(), RAW[number])
            if number.startswith("ends"):
                os._exit(0)
            return
        for data in protocol_fuzz.sample(is_frame=kind == "frames")[int(number or 0) :]:
            with self.lock:
                self.connection.send_bytes(data)
            if kind == "refused":
                return
        self.send(frames.GenerationFault(command.request.id, frames.Fault("", {"text": "the last one"})))


# Below the level of messages: four bytes of length and as many bytes (multiprocessing.connection).
RAW = {
    "ends inside a length": b"\0\0",
    "ends inside a message": struct.pack("!i", 100) + b"\x81\xa4type",
    "100 MB": struct.pack("!i", 100_000_000),
    "negative": struct.pack("!i", -2),
    "begins and does not go on": struct.pack("!i", 100) + b"\x81\xa4type",
}


def sends_fuzz(connection: Connection, _stderr: str) -> None:
    _SendsFuzz(connection).run()


def beats_but_never_starts(connection: Connection, _stderr: str) -> None:
    FakeChild(connection).beat()
