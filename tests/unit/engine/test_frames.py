# SPDX-License-Identifier: Apache-2.0
import traceback
from pathlib import Path

import msgspec
import pytest

from leeward.domain import errors
from leeward.domain.generation import ChatMessage, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine import frames

ERRORS = [
    errors.EngineNotReady(),
    errors.EngineStopped(exit_code=-9, is_out_of_memory=True),
    errors.ModelNotFound(Path("/a b/é.gguf")),
    errors.ModelUnreadable(Path("/x"), "unknown architecture"),
    errors.ModelTooLarge(Path("/x"), 5, 4),
    errors.ContextOverflow(n_prompt=9, n_ctx=8),
    errors.TemplateFailed("no"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_app_error_crosses_the_pipe_with_its_facts(error):
    frame = frames.GenerationFault(GenerationId("a"), frames.Fault.of(error))
    back = frames.decode_from_child(frames.encode(frame)).fault.to_error()
    assert type(back) is type(error)
    assert vars(back) == vars(error)
    assert type(back).__name__ in "".join(traceback.format_exception(back))  # of a half-made one this ends the process


def test_a_bug_crosses_the_pipe_as_words_only():
    back = frames.Fault.of(ZeroDivisionError("oh")).to_error()
    assert type(back) is frames.EngineBug
    assert "ZeroDivisionError: oh" in str(back)


def test_a_fault_can_name_no_class_outside_the_error_tree():
    assert type(frames.Fault("Path", {}).to_error()) is frames.EngineBug
    assert type(frames.Fault("AppError.__init__", {}).to_error()) is frames.EngineBug


def test_commands_come_out_as_they_went_in():
    request = GenerationRequest(
        GenerationId("a"), (ChatMessage(Role.SYSTEM, "be"), ChatMessage(Role.USER, "hi")), Sampling(seed=7), 5, ("x",)
    )
    for frame in (frames.Generate(request), frames.Load(LoadPlan(Path("/m"), n_gpu_layers=0)), frames.Close()):
        assert frames.decode_to_child(frames.encode(frame)) == frame


def test_a_request_with_a_number_out_of_range_is_no_frame():
    good = frames.encode(frames.Generate(GenerationRequest(GenerationId("a"), (ChatMessage(Role.USER, "hi"),))))
    wild = msgspec.msgpack.decode(good)
    wild["request"]["sampling"]["temperature"] = -1.0
    with pytest.raises(msgspec.ValidationError):
        frames.decode_to_child(msgspec.msgpack.encode(wild))


def test_a_frame_above_the_limit_is_refused():
    with pytest.raises(errors.RequestTooLarge):
        frames.encode(frames.LogLine(30, "x" * frames.MAX_FRAME_BYTES))
