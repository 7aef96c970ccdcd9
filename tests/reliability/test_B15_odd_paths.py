# SPDX-License-Identifier: Apache-2.0
"""B15: profile, models and temporary files below a path with spaces, accents, other scripts and emoji, or a very long one."""

import json
import os
import subprocess
import sys

import pytest

from helpers.other_programs import write_hub_cache, write_ollama
from helpers.tiny_gguf import GOOD_TEMPLATE, write_tiny_gguf

ODD = "profil é 模型 🦙"
LONG = "/".join(["n" * 120, "è" * 100, "m" * 120])


@pytest.fixture(params=[ODD, LONG], ids=["odd", "long"])
def place(tmp_path, request):
    place = tmp_path / request.param
    (place / "tmp").mkdir(parents=True)
    return place


@pytest.fixture
def leeward(place):
    environment = os.environ | {"HOME": str(place), "TMPDIR": str(place / "tmp")}
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        environment.pop(name, None)

    def run(*arguments, stdin=""):
        command = [sys.executable, "-m", "leeward", "--profile", str(place / "p"), *map(str, arguments)]
        result = subprocess.run(
            command, capture_output=True, encoding="utf-8", timeout=120, check=False, env=environment, input=stdin
        )
        assert (result.returncode, result.stderr) == (0, ""), result.stderr
        return result.stdout

    return run


def text_of(leeward, model):
    answer = leeward(
        "ask", "--model", model, "--seed", "1", "--temperature", "0", "--max-tokens", "8", "--json", "Hi é 模型 🦙"
    )
    return json.loads(answer)["text"]


def test_B15_a_model_answers_the_same_wherever_it_lies(leeward, place, tmp_path):
    plain = write_tiny_gguf(tmp_path / "plain.gguf", template=GOOD_TEMPLATE)
    odd = write_tiny_gguf(place / "modèle 模型 🦙.gguf", template=GOOD_TEMPLATE)
    expected = text_of(leeward, plain)
    assert text_of(leeward, odd) == expected
    leeward("models", "add", odd)
    assert text_of(leeward, "modèle 模型") == expected
    lines = leeward("chat", "--model", odd, "--max-tokens", "4", "--json", stdin="é 模型 🦙\nagain\n").splitlines()
    assert len(lines) == 2


def test_B15_every_command_of_the_library_works(leeward, place):
    odd = write_tiny_gguf(place / "modèle 模型 🦙.gguf", template=GOOD_TEMPLATE)
    folder = place / "weitere Modelle é"
    folder.mkdir()
    write_tiny_gguf(folder / "split 模型.gguf", n_tensors_a_file=4)
    write_ollama(place / ".ollama/models")
    write_hub_cache(place / ".cache/huggingface/hub", "owner/repo", {"abc": ["hub é.gguf"]}, main="abc")
    leeward("models", "add", odd, folder, "--from", "ollama", "--from", "huggingface")
    listed = json.loads(leeward("models", "list", "--json"))["models"]
    assert {each["name"]: each["state"] for each in listed} == dict.fromkeys(
        ["modèle 模型 🦙", "split 模型", "llama3:8b", "hub é"], "ready"
    )
    for name in ("modèle", "split", "llama3:8b", "hub é"):
        assert text_of(leeward, name)
        leeward("models", "show", name)
    leeward("models", "set", odd, "n_ctx=512")
    assert json.loads(leeward("models", "show", odd, "--json"))["settings"] == {"n_ctx": 512}
    leeward("models", "pack", place / "stick 🦙", odd, "split")
    leeward("models", "unpack", place / "stick 🦙")
    (unpacked,) = (place / "p/models").glob("modèle 模型*.gguf")  # the picture is no letter that every disk takes
    assert unpacked.read_bytes() == odd.read_bytes()
    leeward("models", "remove", folder)
    leeward("inspect", odd)


@pytest.mark.model
def test_B15_the_doctor_and_the_self_check_find_nothing_wrong(leeward, starter_model):
    assert "answers" in leeward("--selfcheck")
    leeward("models", "doctor", starter_model)
