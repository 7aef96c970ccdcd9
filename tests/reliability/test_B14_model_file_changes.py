# SPDX-License-Identifier: Apache-2.0
"""B14: the file of a loaded model is deleted, cut, replaced or overwritten while it answers: chats go on, or it is said."""

import contextlib
import os
import sys
import time

import pytest

from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.errors import ModelFileChanged
from leeward.domain.generation import ChatMessage, FinishReason, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine.protocol import EngineDied, Finished, GenerationFailed, LoadFailed, ModelLoaded, TextAppended
from leeward.engine.supervisor import Patience, Supervisor
from leeward.error_text import describe

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a mapped file cannot be changed there")

ROUNDS = 8  # of each of the four ways: 32


@pytest.fixture
def model(tmp_path):
    return write_tiny_gguf(tmp_path / "tiny.gguf", n_layers=4)


@pytest.fixture
def engine():
    engine = Supervisor(patience=Patience(max_deaths=1000))
    with contextlib.closing(engine):
        yield engine


def until(engine, *kinds, limit_s=60.0):
    deadline = time.monotonic() + limit_s
    while time.monotonic() < deadline:
        event = engine.next_event(0.5)
        if isinstance(event, kinds):
            return event
    raise AssertionError(f"no {kinds} came")


def ask(engine, name):
    messages = (ChatMessage(Role.USER, "abc"),)
    engine.generate(GenerationRequest(GenerationId(name), messages, Sampling(seed=1), max_tokens=200))


def unlink(path):
    path.unlink()


def truncate(path):
    os.truncate(path, 1000)


def replace(path):
    write_tiny_gguf(path.with_name("new"), n_layers=4, seed=7).replace(path)


def overwrite(path):
    data = bytearray(path.read_bytes())
    data[-4096:] = bytes(4096)
    path.write_bytes(data)  # the same file, other weights


@pytest.mark.parametrize("change", [unlink, truncate, replace, overwrite])
def test_B14_the_chat_goes_on_or_it_is_said_that_the_file_changed(engine, model, tmp_path, change):
    for round_number in range(ROUNDS):
        write_tiny_gguf(tmp_path / "again", n_layers=4).replace(model)
        engine.load(LoadPlan(model))
        until(engine, ModelLoaded)
        ask(engine, f"first {round_number}")
        until(engine, TextAppended, Finished)
        change(model)
        ask(engine, f"second {round_number}")
        ends = []
        while len(ends) < 2:
            event = until(engine, Finished, GenerationFailed)
            if event.id.endswith(str(round_number)):
                ends.append(event)
        for end in ends:
            if isinstance(end, GenerationFailed):
                assert isinstance(end.error, ModelFileChanged)
                assert describe(end.error).sentence.startswith("Model file changed")
            else:
                assert end.reason in (FinishReason.STOP, FinishReason.LENGTH)
        if change is overwrite:  # in place: what is mapped is not the model any more
            assert isinstance(ends[-1], GenerationFailed)


def test_B14_after_a_cut_file_the_engine_takes_another_model(engine, model, tmp_path):
    engine.load(LoadPlan(model))
    until(engine, ModelLoaded)
    os.truncate(model, 1000)
    ask(engine, "first")
    assert isinstance(until(engine, GenerationFailed).error, ModelFileChanged)
    assert isinstance(until(engine, EngineDied).error, ModelFileChanged)
    assert until(engine, LoadFailed, ModelLoaded).path == model  # by itself, and refused
    engine.load(LoadPlan(write_tiny_gguf(tmp_path / "other.gguf")))
    until(engine, ModelLoaded)
    ask(engine, "second")
    until(engine, Finished)
