# SPDX-License-Identifier: Apache-2.0
"""C12: a GGUF file that is whole but is not what was asked for, as a model or as an adapter, is refused with its own reason."""

import struct
import subprocess
import sys
from dataclasses import replace

import pytest

from helpers import gguf_cases
from helpers.gguf_cases import STRING, U16, Gguf, good, scalar
from helpers.tiny_adapter import write_tiny_adapter
from helpers.tiny_gguf import write_tiny_gguf
from leeward.cli.exit_codes import ExitCode
from leeward.domain.errors import AdapterUnfit, ModelUnreadable
from leeward.domain.generation import Adapter
from leeward.error_text import Remedy, describe
from leeward.library.adapter_check import check_adapters
from leeward.library.model_check import check_model_file

Q = "blk.0.attn_q.weight"


def _typed(kind: str, architecture: str = "llama") -> Gguf:
    return good().with_key("general.type", scalar(STRING, kind)).with_key(
        "general.architecture", scalar(STRING, architecture)
    )  # fmt: skip


WRONG_FILES = {
    "a LoRA adapter": (
        lambda: _typed("adapter").with_key("adapter.type", scalar(STRING, "lora")),
        'is a LoRA adapter for models of the architecture "llama"',
    ),
    "an old adapter that states no type": (
        lambda: good().with_key("general.type", None).with_key("adapter.type", scalar(STRING, "lora")),
        "is a LoRA adapter",
    ),
    "a projector": (lambda: _typed("mmproj", "clip"), "part of a multimodal model that sees and hears"),
    "an old projector": (lambda: _typed("clip-vision", "clip"), "part of a multimodal model that sees and hears"),
    "a vocabulary": (lambda: replace(good(), tensors=[]), "holds a vocabulary and no weights"),
    "an importance matrix": (lambda: _typed("imatrix"), "holds something else than a model"),
    "a control vector": (lambda: _typed("model", "controlvector"), "holds something else than a model"),
    "a later file of several": (
        lambda: good().with_key("split.no", scalar(U16, 1)).with_key("split.count", scalar(U16, 2)),
        'it is file 2 of 2: open "wrong-00001-of-00002.gguf"',
    ),
    "weights in a type that was removed": (lambda: good().with_tensor(Q, type=31), "stored as Q4_0_4_4"),
    "weights in a type of the future": (lambda: good().with_tensor(Q, type=99), "unknown type 99"),
    "a file of the first GGUF": (lambda: replace(good(), version=struct.pack("<I", 1)), "GGUF version is 1"),
    "a file for another machine": (lambda: replace(good(), version=struct.pack(">I", 3)), "big-endian machine"),
}


@pytest.mark.parametrize("what", WRONG_FILES)
def test_C12_what_is_no_model_to_load_is_named(what, tmp_path):
    make, reason = WRONG_FILES[what]
    path = gguf_cases.write(tmp_path / "wrong-00002-of-00002.gguf", make())
    with pytest.raises(ModelUnreadable) as caught:
        check_model_file(path)
    text = describe(caught.value)
    assert reason in text.sentence
    assert path.name in text.sentence
    assert text.remedy is Remedy.CHOOSE_MODEL


WRONG_ADAPTERS = {
    "an adapter of a wider model": (
        lambda path: write_tiny_adapter(path, {"blk.0.attn_q.weight": (64, 64)}),
        'its change to "blk.0.attn_q.weight" has another shape than this model: it is of another one',
    ),
    "an adapter of a deeper model": (
        lambda path: write_tiny_adapter(path, {"blk.9.attn_q.weight": (32, 32)}),
        'it changes "blk.9.attn_q.weight", which this model does not have: it is of another one',
    ),
    "an adapter of another architecture": (
        lambda path: write_tiny_adapter(path, architecture="gemma3"),
        'it was made for the architecture "gemma3", and this model is "llama"',
    ),
    "a model": (write_tiny_gguf, "it is a whole model, which is loaded by itself"),
    "a projector": (
        lambda path: gguf_cases.write(path, _typed("mmproj", "clip")),
        "it is the part of a multimodal model that sees and hears (mmproj), which goes with another file",
    ),
    "a vocabulary": (
        lambda path: gguf_cases.write(path, replace(good(), tensors=[])),
        "it holds a vocabulary and no weights",
    ),
    "an importance matrix": (
        lambda path: gguf_cases.write(path, _typed("imatrix")),
        "it holds something else than a model",
    ),
    "a control vector": (
        lambda path: gguf_cases.write(
            path, _typed("adapter").with_key("adapter.type", scalar(STRING, "control_vector"))
        ),
        'it is an adapter of the kind "control_vector", and only LoRA is known',
    ),
    "a page from the web": (lambda path: path.write_text("<html>Log in</html>"), "it is not a GGUF file"),
}


@pytest.mark.parametrize("what", WRONG_ADAPTERS)
def test_C12_what_is_no_adapter_of_this_model_is_named(what, tmp_path):
    make, reason = WRONG_ADAPTERS[what]
    path = tmp_path / "wrong.gguf"
    make(path)
    model = write_tiny_gguf(tmp_path / "model.gguf")
    with pytest.raises(AdapterUnfit) as caught:
        check_adapters(model, [Adapter(path)])
    assert describe(caught.value).sentence == f"wrong.gguf cannot be used as an adapter: {reason}."


def test_C12_the_engine_is_not_even_started_for_an_adapter_of_another_model(tmp_path):
    model = write_tiny_gguf(tmp_path / "model.gguf")
    adapter = write_tiny_adapter(tmp_path / "a.gguf", {"blk.0.attn_q.weight": (64, 64)})
    program = (
        "import sys; from leeward.engine import supervisor; from leeward.main import run\n"
        "supervisor.Supervisor.load = supervisor.Supervisor.start = lambda *_: sys.exit('the engine was started')\n"
        "sys.exit(run(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", program, "ask", "--model", str(model), "--adapter", str(adapter), "Hello"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == ExitCode.MODEL
    assert "has another shape than this model" in result.stderr


def test_C12_an_architecture_the_engine_does_not_know_is_named(tmp_path):
    path = write_tiny_gguf(tmp_path / "new.gguf")
    path.write_bytes(
        path.read_bytes().replace(b"llama.", b"quoka.").replace(b"\x05\0\0\0\0\0\0\0llama", b"\x05\0\0\0\0\0\0\0quoka")
    )
    command = [sys.executable, "-m", "leeward", "ask", "--model", str(path), "Hello"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == ExitCode.MODEL
    assert "unknown model architecture: 'quoka'" in result.stderr
