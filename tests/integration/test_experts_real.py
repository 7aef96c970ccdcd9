# SPDX-License-Identifier: Apache-2.0
"""The weights of experts left in main memory, in llama.cpp itself."""

import ctypes
import re

import llama_cpp
import numpy as np
import pytest

from helpers.sources import llama_cpp as llama_cpp_sources
from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.model_info import EXPERT_TENSORS, LoadPlan
from leeward.engine.child.llama import Llama, NativeLog, Piece

N_LAYERS = 2


@pytest.fixture(scope="module")
def mixture(tmp_path_factory):
    path = tmp_path_factory.mktemp("model") / "mixture.gguf"
    return write_tiny_gguf(path, n_layers=N_LAYERS, n_experts=4, kind="Q8_0")


def load(plan):
    """Return the logits of a few tokens, and all that llama.cpp logged of the load."""
    said = []
    log = NativeLog(lambda _level, _text: None)
    listen = llama_cpp.llama_log_callback(lambda _level, text, _data: said.append(text.decode("utf-8", "replace")))
    llama_cpp.llama_log_set(listen, ctypes.c_void_p(0))  # what is of no importance, too
    try:
        llama = Llama(plan, log, lambda _fraction: True)
        llama.decode([Piece(0, llama.tokenize("the lighthouse and the keeper", parse_special=False))])
        logits = llama.logits().copy()
        llama.close()
    finally:
        NativeLog(lambda _level, _text: None)
    return logits, "".join(said)


def overridden(said):
    return re.findall(r"tensor blk\.(\d+)\.(\w+)\.weight .* buffer type overridden to CPU", said)


@pytest.mark.parametrize("use_mmap", [True, False])
def test_the_experts_and_nothing_else_are_left_in_main_memory(mixture, use_mmap):
    plan = LoadPlan(mixture, n_ctx=256, n_threads=1, use_mmap=use_mmap)
    plain, said_before = load(plan)
    left, said = load(LoadPlan(mixture, n_ctx=256, n_threads=1, use_mmap=use_mmap, moe_on_cpu=True))
    assert overridden(said_before) == []
    experts = ("ffn_down_exps", "ffn_gate_exps", "ffn_up_exps")
    assert sorted(overridden(said)) == [(str(layer), name) for layer in range(N_LAYERS) for name in experts]
    np.testing.assert_array_equal(plain, left)


def test_a_model_without_experts_is_loaded_as_ever(starter_model):
    plan = LoadPlan(starter_model, n_ctx=256, n_threads=1)
    plain, _ = load(plan)
    same, said = load(LoadPlan(starter_model, n_ctx=256, n_threads=1, moe_on_cpu=True))
    assert overridden(said) == []
    np.testing.assert_array_equal(plain, same)


def test_experts_are_known_by_the_names_that_llama_cpp_knows_them_by():
    text = (llama_cpp_sources() / "common" / "common.h").read_text(encoding="utf-8")
    pattern = re.search(r'LLM_FFN_EXPS_REGEX = "(.*)";', text)
    assert pattern is not None
    assert pattern[1].replace(r"\\", "\\") == EXPERT_TENSORS
