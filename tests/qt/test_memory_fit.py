# SPDX-License-Identifier: Apache-2.0
"""C9 and C11 in the window: what does not fit is refused with a button, what was given up is said, what is used is shown."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpers import small_machines
from helpers.small_machines import MEMORY_BYTES, Failure, Machine
from helpers.tiny_gguf import write_tiny_gguf
from helpers.window import STARTER
from leeward.domain.errors import ModelTooLarge
from leeward.domain.model_info import ModelInfo, TensorShare
from leeward.engine.machine import memory
from leeward.engine.supervisor import Supervisor
from leeward.error_text import Remedy
from leeward.library.model_check import check_model_file


@pytest.fixture(scope="module")
def tiny(tmp_path_factory) -> ModelInfo:
    return check_model_file(write_tiny_gguf(tmp_path_factory.mktemp("model") / "tiny.gguf"))


@pytest.fixture
def open_window(make_rig):
    """Return a function that builds a window which has loaded nothing yet, over a machine and a model."""

    def make(info: ModelInfo, **facts):
        machine = Machine(**facts)
        engine = Supervisor(child_main=partial(small_machines.run, machine))
        return make_rig(engine=engine, check_model=lambda path: info, is_started=False)

    return make


def huge(info: ModelInfo) -> ModelInfo:
    """Return a model that no computer has the memory for."""
    return replace(info, mix=(TensorShare("F32", 1, 1 << 60),))


def ask(rig) -> None:
    field = rig.window.page.composer.field
    QTest.keyClicks(field, "Hi")
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_C9_a_model_that_will_not_fit_is_refused_with_the_numbers_and_can_be_loaded_anyway(open_window, qtbot, tiny):
    rig = open_window(huge(tiny))
    generation, banner, header = rig.parts.generation, rig.window.page.banner, rig.window.header
    with qtbot.waitSignal(generation.load_failed, timeout=15_000) as failed:
        rig.window.start()
    assert isinstance(failed.args[1], ModelTooLarge)
    qtbot.waitUntil(banner.isVisible)
    assert "starter.gguf needs more memory than this computer has free" in banner.sentence.text()
    assert "GB are free" in banner.sentence.text()
    assert banner.button.text() == Remedy.LOAD_ANYWAY.value
    assert generation.loaded_model is None
    with qtbot.waitSignal(generation.model_loaded, timeout=15_000) as loaded:
        banner.button.click()
    assert loaded.args[0].path == STARTER.path
    assert loaded.args[0].planned_bytes > 1 << 60
    assert not banner.isVisible()
    assert "GB of memory planned" in header.picker.toolTip()


def test_C9_what_is_refused_does_not_cost_the_model_that_is_loaded(make_rig, qtbot, tiny, tmp_path):
    other = tmp_path / "other.gguf"
    rig = make_rig(
        engine=Supervisor(child_main=partial(small_machines.run, Machine())),
        check_model=lambda path: huge(tiny) if path == other else tiny,
    )
    generation, banner = rig.parts.generation, rig.window.page.banner
    with qtbot.waitSignal(generation.load_failed, timeout=15_000):
        rig.window.loading.load(other)
    assert generation.loaded_model.path == STARTER.path
    qtbot.waitUntil(banner.isVisible)
    assert banner.button.text() == Remedy.LOAD_ANYWAY.value
    ask(rig)
    with qtbot.waitSignal(generation.reply_finished, timeout=15_000):
        pass


def test_C9_a_context_that_was_chosen_smaller_is_said(open_window, qtbot, tiny):
    """The cache of 4,096 tokens would be half as large again as the memory that is free now, that of 512 a fifth."""
    bytes_per_head = 4096 * (tiny.head_dim_k + tiny.head_dim_v) * 2
    heads = int(1.5 * memory().available / bytes_per_head)
    rig = open_window(replace(tiny, kv_heads=(heads,), n_ctx_train=4096))
    generation, banner = rig.parts.generation, rig.window.page.banner
    with qtbot.waitSignals([generation.load_noted, generation.model_loaded], timeout=15_000):
        rig.window.start()
    assert generation.loaded_model.n_ctx < 4096
    assert banner.isVisible()
    assert "because memory is short" in banner.sentence.text()
    assert "closing other programs" in banner.next_step.text()


def test_C11_every_step_to_a_safer_load_is_said_and_remembered(open_window, qtbot, tiny):
    rig = open_window(tiny, room_layers=0, failure=Failure.ABORT_OUT_OF_MEMORY)
    generation, banner = rig.parts.generation, rig.window.page.banner
    said = []
    generation.load_noted.connect(lambda _path, sentence: said.append(sentence))
    with qtbot.waitSignal(generation.model_loaded, timeout=30_000):
        rig.window.start()
    assert "ran out of memory" in said[0]
    assert "without the graphics card" in said[-1]
    assert banner.sentence.text() == said[-1]
    said.clear()
    with qtbot.waitSignal(generation.model_loaded, timeout=30_000):
        rig.window.loading.reload()
    assert said == []  # it begins where it ended
    assert not banner.isVisible()


def test_the_tooltip_tells_what_was_planned_and_after_an_answer_what_is_used(open_window, qtbot, tiny):
    rig = open_window(tiny)
    generation, picker = rig.parts.generation, rig.window.header.picker
    with qtbot.waitSignal(generation.model_loaded, timeout=15_000):
        rig.window.start()
    assert "MB of memory planned" in picker.toolTip()
    assert "used" not in picker.toolTip()
    with qtbot.waitSignals([generation.memory_measured, generation.reply_finished], timeout=15_000):
        ask(rig)
    assert f"MB of memory planned, {MEMORY_BYTES // 1_000_000} MB used" in picker.toolTip()


def test_a_load_that_waits_for_the_engine_can_be_cancelled(open_window, qtbot, tiny):
    rig = open_window(tiny)
    generation = rig.parts.generation
    with qtbot.waitSignal(generation.load_failed, timeout=15_000) as failed:
        rig.window.start()
        qtbot.waitUntil(lambda: rig.window.loading._reading is None)  # what is set for it; then the load goes out
        generation.cancel_load()
    assert failed.args[1] is None
    assert not rig.window.page.banner.isVisible()


def test_the_tooltip_tells_of_a_model_that_has_to_begin_from_the_start(open_window, qtbot, tiny):
    rig = open_window(tiny)
    generation, header = rig.parts.generation, rig.window.header
    with qtbot.waitSignal(generation.model_loaded, timeout=15_000):
        rig.window.start()
    assert "read from the start" not in header.picker.toolTip()
    header.show_model(replace(generation.loaded_model, goes_back=False))
    assert "a change early in a chat may have to be read from the start" in header.picker.toolTip()
