# SPDX-License-Identifier: Apache-2.0
"""What the header tells of a model, alone and in several files, and how the terminal shows it."""

import json
import subprocess
import sys

import pytest

from helpers import gguf_cases
from helpers.gguf_cases import BOOL, I32, STRING, U16, U32, Gguf, array, good, scalar
from leeward.domain.errors import ModelNotFound, ModelUnreadable
from leeward.domain.model_info import FileKind, SpecialToken
from leeward.library.model_check import check_model_file, inspect_file


def info_of(made: Gguf, folder):
    return check_model_file(gguf_cases.write(folder / "model.gguf", made))


@pytest.mark.model
def test_the_facts_of_the_starter_model(starter_model):
    info = check_model_file(starter_model)
    assert (info.architecture, info.size_label, info.license) == ("llama", "135M", "apache-2.0")
    assert (info.n_layers, info.n_ctx_train, info.n_embd, info.n_vocab) == (30, 8192, 576, 49152)
    assert (info.n_heads, info.kv_heads, info.head_dim_k, info.head_dim_v, info.n_swa) == (9, (3,) * 30, 64, 64, 0)
    assert info.n_params == 134_515_008
    assert [(share.type_name, share.n_tensors) for share in info.mix] == [("Q4_1", 210), ("Q8_0", 1), ("F32", 61)]
    assert info.file_bytes == starter_model.stat().st_size
    assert info.chat_template.startswith("{% for message in messages %}")
    assert SpecialToken("eos", 2, "<|im_end|>") in info.special_tokens
    assert info.problems == ()


@pytest.mark.model
def test_the_facts_of_a_model_with_a_sliding_window(gemma_model):
    info = check_model_file(gemma_model)
    assert (info.architecture, info.n_layers, info.n_vocab, info.n_ctx_train) == ("gemma3", 18, 262_144, 32_768)
    assert (info.n_heads, info.n_kv_heads, info.head_dim_k, info.n_swa) == (4, 1, 256, 512)
    assert info.chat_template == ""
    assert ["no chat template" in problem for problem in info.problems] == [True]


def test_numbers_may_differ_by_layer(tmp_path):
    made = good().with_key("llama.block_count", scalar(U32, 3))
    made = made.with_key("llama.attention.head_count", array(I32, [4, 8, 4]))
    made = made.with_key("llama.attention.head_count_kv", array(U32, [1, 8, 0]))
    made = made.with_key("llama.attention.sliding_window", scalar(U32, 64))
    made = made.with_key("llama.attention.sliding_window_pattern", array(BOOL, [True, False, True]))
    info = info_of(made, tmp_path)
    assert (info.n_heads, info.kv_heads, info.n_kv_heads) == (8, (1, 8, 0), 8)
    assert (info.n_swa, info.swa_layers) == (64, (True, False, True))


def test_experts_are_told(tmp_path):
    made = good().with_key("llama.expert_count", scalar(U32, 8)).with_key("llama.expert_used_count", scalar(U32, 2))
    info = info_of(made, tmp_path)
    assert (info.n_experts, info.n_experts_used) == (8, 2)


def test_an_unknown_architecture_is_said_and_left_to_the_engine(tmp_path):
    made = good()
    made.keys = [(name.replace("llama.", "quokka."), value) for name, value in made.keys]
    info = info_of(made.with_key("general.architecture", scalar(STRING, "quokka")), tmp_path)
    assert info.n_layers == 1
    assert '"quokka" is not among those' in info.problems[0]


def _parts(folder, n: int = 3) -> list:
    """A model in `n` files, the tensors dealt out, the metadata in the first."""
    whole = good()
    paths = []
    for number in range(n):
        keys = whole.keys if number == 0 else [whole.keys[0]]
        split = [("split.no", scalar(U16, number)), ("split.count", scalar(U16, n))]
        split.append(("split.tensors.count", scalar(I32, len(whole.tensors))))
        part = Gguf([*keys, *split], whole.tensors[number::n])
        paths.append(gguf_cases.write(folder / f"whole-{number + 1:05d}-of-{n:05d}.gguf", part))
    return paths


def test_a_model_in_several_files_is_one_model(tmp_path):
    paths = _parts(tmp_path)
    info = check_model_file(paths[0])
    alone = info_of(good(), tmp_path)
    assert (info.n_files, info.n_params, info.weight_bytes) == (3, alone.n_params, alone.weight_bytes)
    assert info.file_bytes == sum(path.stat().st_size for path in paths)


def test_the_first_file_may_hold_the_metadata_alone(tmp_path):
    whole = good()
    split = lambda number: [("split.no", scalar(U16, number)), ("split.count", scalar(U16, 2)), ("split.tensors.count", scalar(I32, len(whole.tensors)))]  # noqa: E731  # fmt: skip
    first = gguf_cases.write(tmp_path / "m-00001-of-00002.gguf", Gguf([*whole.keys, *split(0)], []))
    gguf_cases.write(tmp_path / "m-00002-of-00002.gguf", Gguf(split(1), whole.tensors))
    assert check_model_file(first).n_params > 0


def test_a_missing_file_of_several_is_named(tmp_path):
    paths = _parts(tmp_path)
    paths[1].unlink()
    with pytest.raises(ModelNotFound) as caught:
        check_model_file(paths[0])
    assert caught.value.path == paths[1]


def test_the_first_file_is_named_when_another_is_opened(tmp_path):
    with pytest.raises(ModelUnreadable, match=r'file 3 of 3: open "whole-00001-of-00003\.gguf"'):
        check_model_file(_parts(tmp_path)[2])


def test_files_that_do_not_belong_together_are_refused(tmp_path):
    paths = _parts(tmp_path)
    paths[2].write_bytes(paths[1].read_bytes())
    with pytest.raises(ModelUnreadable, match="not file 3 of 3") as caught:
        check_model_file(paths[0])
    assert caught.value.path == paths[2]
    paths = _parts(tmp_path)
    gguf_cases.write(paths[2], Gguf([("split.no", scalar(U16, 2))], good().tensors[:1]))
    with pytest.raises(ModelUnreadable, match="do not belong together"):
        check_model_file(paths[0])


def test_a_hostile_later_file_is_refused(tmp_path):
    paths = _parts(tmp_path)
    gguf_cases.write(paths[1], Gguf([("split.no", scalar(U32, 1))], []))  # llama.cpp asserts the type
    with pytest.raises(ModelUnreadable, match="wrong type") as caught:
        check_model_file(paths[0])
    assert caught.value.path == paths[1]


def test_a_lone_file_of_several_must_be_named_so(tmp_path):
    path = _parts(tmp_path)[0].rename(tmp_path / "renamed.gguf")
    with pytest.raises(ModelUnreadable, match="name does not say which"):
        check_model_file(path)


def test_what_is_no_model_can_still_be_inspected(tmp_path):
    made = good().with_key("general.type", scalar(STRING, "adapter")).with_key("adapter.type", scalar(STRING, "lora"))
    info = inspect_file(gguf_cases.write(tmp_path / "lora.gguf", made))
    assert info.kind is FileKind.ADAPTER
    assert 'LoRA adapter for models of the architecture "llama"' in info.problems[0]


def test_an_adapter_that_claims_four_billion_layers_is_refused(tmp_path):
    made = (
        good().with_key("general.type", scalar(STRING, "adapter")).with_key("llama.block_count", scalar(U32, 2**32 - 1))
    )
    with pytest.raises(ModelUnreadable, match="layers"):
        inspect_file(gguf_cases.write(tmp_path / "lora.gguf", made))


# The terminal


def _inspect(*arguments) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "leeward", "inspect", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_inspect_prints_what_a_person_asks_of_a_model(tmp_path):
    result = _inspect(
        gguf_cases.write(tmp_path / "model.gguf", good().with_key("general.name", scalar(STRING, "A\x1b[2J\nB")))
    )
    assert (result.returncode, result.stderr) == (0, "")
    for part in ("llama", "256 tokens", "apache-2.0", "263 tokens", "F32", "100.0 %", "eos", "A?[2J?B"):
        assert part in result.stdout


def test_inspect_json_has_every_fact(tmp_path):
    path = gguf_cases.write(tmp_path / "model.gguf", good())
    report = json.loads(_inspect("--json", path).stdout)
    assert (report["path"], report["kind"], report["architecture"], report["n_layers"]) == (
        str(path),
        "model",
        "llama",
        1,
    )
    assert report["mix"] == [{"type_name": "F32", "n_tensors": 11, "n_bytes": report["weight_bytes"]}]
    assert report["kv_heads"] == [2]


def test_inspect_refuses_with_the_reason_and_code_3(tmp_path):
    made = good().with_key("llama.block_count", scalar(U32, 0))
    result = _inspect(gguf_cases.write(tmp_path / "bad.gguf", made))
    assert (result.returncode, result.stdout) == (3, "")
    assert "it claims 0 layers, which must be 1 to 512" in result.stderr
    assert "Traceback" not in result.stderr
