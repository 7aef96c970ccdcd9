# SPDX-License-Identifier: Apache-2.0
"""A merged model is what the arithmetic says, in the engine too, and all that was not changed is byte for byte the same."""

import errno
import os
import shutil
from dataclasses import replace
from pathlib import Path

import gguf
import numpy as np
import pytest

from helpers import gguf_cases
from helpers.gguf_cases import U16, Tensor, good, scalar
from helpers.tiny_adapter import WEIGHTS, lay_over, write_tiny_adapter
from helpers.tiny_gguf import N_EMBD, N_VOCAB, write_tiny_gguf
from leeward.domain.errors import NotMade
from leeward.domain.generation import Adapter
from leeward.domain.model_info import LoadPlan
from leeward.engine.child.llama import Llama, NativeLog, Piece
from leeward.library.header import read_header
from leeward.workshop import merge as merge_module
from leeward.workshop.merge import merge
from leeward.workshop.new_file import NewFile
from leeward.workshop.plan import MergePlan

Q = "blk.0.attn_q.weight"


def values(path):
    """The weights of a file, unpacked, by name."""
    return {
        tensor.name: gguf.quants.dequantize(tensor.data, tensor.tensor_type) for tensor in gguf.GGUFReader(path).tensors
    }


def stored(path):
    return {tensor.name: tensor.data.tobytes() for tensor in gguf.GGUFReader(path).tensors}


@pytest.fixture
def base(tmp_path):
    return write_tiny_gguf(tmp_path / "base.gguf")


@pytest.fixture
def make(tmp_path):
    def make(base: Path, adapter: Path, scale: float = 1.0, **changes: object) -> Path:
        target = tmp_path / "target.gguf"
        assert (
            merge(MergePlan(base, Adapter(adapter, scale), target, **changes), lambda _: None) == target.stat().st_size
        )
        return target

    return make


def expected(base, adapter, tmp_path, scale=1.0):
    path = tmp_path / "expected.gguf"
    shutil.copy(base, path)
    lay_over(path, adapter, scale)
    return path


def test_what_is_changed_is_the_sum_and_the_rest_is_copied(base, make, tmp_path):
    weights = WEIGHTS | {"token_embd.weight": (N_VOCAB, N_EMBD)}
    adapter = write_tiny_adapter(tmp_path / "a.gguf", weights, rank=3, alpha=5.0)
    target = make(base, adapter, -0.7)
    wanted = values(expected(base, adapter, tmp_path, -0.7))
    for name, found in values(target).items():
        np.testing.assert_allclose(found, wanted[name], rtol=2**-10 if name in weights else 0)
    before, after = read_header(base), read_header(target)
    assert {name: data for name, data in stored(target).items() if name not in weights} == {
        name: data for name, data in stored(base).items() if name not in weights
    }
    n_metadata = before.metadata_end
    assert base.read_bytes()[:n_metadata] == target.read_bytes()[:n_metadata]
    assert after.values == before.values
    assert [tensor.name for tensor in after.tensors] == [tensor.name for tensor in before.tensors]
    assert {tensor.type.name for tensor in after.tensors if tensor.name in weights} == {"F16"}


def test_an_alpha_of_0_leaves_the_changes_as_they_are(base, make, tmp_path):
    adapter = write_tiny_adapter(tmp_path / "a.gguf", {Q: (N_EMBD, N_EMBD)}, alpha=0.0)
    halves = values(adapter)
    change = values(make(base, adapter, 0.5))[Q] - values(base)[Q]
    np.testing.assert_allclose(change, 0.5 * halves[f"{Q}.lora_b"] @ halves[f"{Q}.lora_a"], atol=1e-3)


def test_q8_0_is_as_near_to_the_sum_as_its_steps_are(base, make, tmp_path):
    adapter = write_tiny_adapter(tmp_path / "a.gguf")
    target = make(base, adapter, type_name="Q8_0")
    wanted = values(expected(base, adapter, tmp_path))
    for name in WEIGHTS:
        # Half a step, and the step itself is an F16: 127 of them are off by 127 / 2048 at most.
        step = np.abs(wanted[name].reshape(-1, 32)).max(axis=1, keepdims=True) / 127
        assert (np.abs(values(target)[name] - wanted[name]).reshape(-1, 32) <= 0.57 * step).all()


@pytest.mark.parametrize("kind", ["F16", "BF16", "Q8_0", "Q4_0", "Q4_1", "Q5_0", "Q5_1"])
def test_weights_and_changes_are_unpacked_from_what_they_are_stored_as(kind, make, tmp_path):
    base = write_tiny_gguf(tmp_path / "base.gguf", kind=kind)
    half_kind = kind if kind in ("F16", "BF16", "Q8_0") else "F32"
    adapter = write_tiny_adapter(tmp_path / "a.gguf", {Q: (N_EMBD, N_EMBD)}, rank=32, alpha=32.0, kind=half_kind)
    halves = values(adapter)
    wanted = values(base)[Q] + halves[f"{Q}.lora_b"] @ halves[f"{Q}.lora_a"]
    np.testing.assert_allclose(values(make(base, adapter))[Q], wanted, rtol=2**-10, atol=1e-5)


def test_every_expert_has_its_own_change(make, tmp_path):
    name, n_experts = "blk.0.ffn_up_exps.weight", 3
    made = good()
    model = replace(made, tensors=[*made.tensors, (name, Tensor((32, 64, n_experts)))])
    base = gguf_cases.write(tmp_path / "base.gguf", model)
    writer = gguf.GGUFWriter(tmp_path / "a.gguf", "llama")
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    random = np.random.default_rng(1)
    a = random.normal(0, 1, (n_experts, 4, 32)).astype(np.float32)
    b = random.normal(0, 1, (n_experts, 64, 4)).astype(np.float32)
    writer.add_tensor(f"{name}.lora_a", a)
    writer.add_tensor(f"{name}.lora_b", b)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    found = values(make(base, tmp_path / "a.gguf", 2.0))[name]
    np.testing.assert_allclose(found, 2 * np.einsum("erk,eor->eok", a, b), rtol=2**-10, atol=1e-3)


def test_the_pieces_of_a_large_tensor_join_without_a_seam(base, make, tmp_path, monkeypatch):
    adapter = write_tiny_adapter(tmp_path / "a.gguf", WEIGHTS | {"output.weight": (N_VOCAB, N_EMBD)})
    whole = make(base, adapter).read_bytes()
    monkeypatch.setattr(merge_module, "CHUNK_VALUES", 7 * N_EMBD)  # smaller numbers, the same code
    monkeypatch.setattr(merge_module, "CHUNK_BYTES", 1000)
    assert make(base, adapter, is_replacing=True).read_bytes() == whole


@pytest.mark.parametrize(("type_name", "tolerance"), [("F16", 1e-3), ("Q8_0", 2e-2)])
def test_in_the_engine_it_is_the_model_with_the_adapter(base, make, tmp_path, type_name, tolerance):
    log = NativeLog(lambda _level, _text: None)
    adapter = write_tiny_adapter(tmp_path / "a.gguf")

    def logits(path, *adapters):
        llama = Llama(LoadPlan(path, n_ctx=256, n_threads=1), log, lambda _: True)
        try:
            llama.adapters.use(adapters)
            llama.decode([Piece(0, [1, 70, 80, 90, 100, 262, 270])])
            return llama.logits().copy()
        finally:
            llama.close()

    laid_over = logits(base, Adapter(adapter, 1.5))
    merged = logits(make(base, adapter, 1.5, type_name=type_name))
    assert np.abs(laid_over - logits(base)).max() > 5 * tolerance
    np.testing.assert_allclose(merged, laid_over, atol=tolerance)
    assert merged.argmax() == laid_over.argmax()


def test_a_model_in_several_files_is_refused(make, tmp_path):
    both = [tmp_path / f"m-0000{number}-of-00002.gguf" for number in (1, 2)]
    whole = good().with_key("split.count", scalar(U16, 2)).with_key("split.no", scalar(U16, 0))
    n_tensors = len(whole.tensors)
    whole = whole.with_key("split.tensors.count", scalar(gguf_cases.I32, n_tensors))
    gguf_cases.write(both[0], replace(whole, tensors=whole.tensors[:3]))
    gguf_cases.write(both[1], replace(whole, tensors=whole.tensors[3:]).with_key("split.no", scalar(U16, 1)))
    adapter = write_tiny_adapter(tmp_path / "a.gguf", {Q: (32, 32)})
    with pytest.raises(NotMade, match="in 2 files"):
        make(both[0], adapter)


def test_a_folder_that_is_not_there_is_said(base, tmp_path):
    adapter = write_tiny_adapter(tmp_path / "a.gguf")
    with pytest.raises(NotMade, match="No such file or directory"):
        merge(MergePlan(base, Adapter(adapter), tmp_path / "none" / "a.gguf"), lambda _: None)


def test_a_drive_without_room_is_said_before_anything_is_written(tmp_path):
    with pytest.raises(NotMade, match="are free on that drive"):
        NewFile(tmp_path / "a.gguf", 2**62, is_replacing=False)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_becomes_full_is_called_so(tmp_path):
    full = NewFile(tmp_path / "a.gguf", 1, is_replacing=False)
    with pytest.raises(NotMade, match="the disk is full"), full, full._errors_translated():
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert list(tmp_path.iterdir()) == []


def test_only_two_types_are_offered(base, tmp_path):
    with pytest.raises(ValueError, match="type_name"):
        MergePlan(base, Adapter(base), tmp_path / "a.gguf", "Q4_K")
