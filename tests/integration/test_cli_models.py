# SPDX-License-Identifier: Apache-2.0
"""`leeward models` as a user runs it: real processes, tiny models, no network."""

import json
import os
import subprocess
import sys

import pytest

from helpers.other_programs import write_ollama
from helpers.tiny_adapter import write_tiny_adapter
from helpers.tiny_gguf import GOOD_TEMPLATE, write_tiny_gguf
from leeward.library.provenance import Provenance, write_provenance

CHATML = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}<|im_start|>assistant\n"
)


@pytest.fixture
def leeward(tmp_path):
    """Run a command with a profile and a home of its own; return its code, output and errors."""
    environment = os.environ | {"HOME": str(tmp_path / "home")}

    def run(*arguments):
        command = [sys.executable, "-m", "leeward", "--profile", str(tmp_path / "p"), *map(str, arguments)]
        result = subprocess.run(
            command, capture_output=True, text=True, timeout=120, check=False, env=environment, stdin=subprocess.DEVNULL
        )
        assert "Traceback" not in result.stdout + result.stderr
        return result.returncode, result.stdout, result.stderr

    return run


def as_json(result):
    code, out, err = result
    assert (code, err) == (0, "")
    return json.loads(out)


def test_a_model_is_added_listed_shown_asked_and_forgotten(leeward, tmp_path):
    path = write_tiny_gguf(tmp_path / "tiny one.gguf")
    empty = as_json(leeward("models", "list", "--json"))
    assert (empty["models"], empty["away"]) == ([], [])
    assert not (tmp_path / "p").exists()
    (added,) = as_json(leeward("models", "add", path, "--json"))["models"]
    assert (added["name"], added["state"], added["info"]["architecture"]) == ("tiny one", "ready", "llama")
    (listed,) = as_json(leeward("models", "list", "--json"))["models"]
    assert listed == added
    shown = as_json(leeward("models", "show", "tiny one", "--json"))
    assert (shown["files"], shown["provenance"], shown["last_used_s"]) == ([str(path)], None, None)
    assert shown["disk_bytes"] >= path.stat().st_size
    assert "tiny one" in leeward("models", "list")[1]
    assert "not Leeward" in leeward("models", "show", "tiny one")[1]
    code, out, _ = leeward("ask", "--model", "tiny one", "--max-tokens", "3", "--json", "Hi")
    assert (code, json.loads(out)["usage"]["completion_tokens"] <= 3) == (0, True)
    assert as_json(leeward("models", "remove", path, "--json"))["done"].endswith("its files stay")
    assert path.exists()
    assert as_json(leeward("models", "list", "--json"))["models"] == []


def test_the_starter_model_is_listed_as_built_in(leeward, starter_model):
    built_in = as_json(leeward("models", "list", "--json"))["built_in"]
    assert (built_in["path"], built_in["info"]["architecture"]) == (str(starter_model), "llama")
    listed = leeward("models", "list")[1]
    assert 'SmolLM2 135M Instruct  llama 135M Q4_1, built in: called "starter" in commands' in listed
    assert "no other models yet" in listed


def test_models_of_ollama_are_added_and_answer_by_their_name(leeward, tmp_path):
    write_ollama(tmp_path / "home/.ollama/models")
    assert "not listed; to list them: leeward models add --from ollama" in leeward("models", "sources")[1]
    (added,) = as_json(leeward("models", "add", "--from", "ollama", "--json"))["models"]
    own, ollama = as_json(leeward("models", "sources", "--json"))["sources"]
    assert (own["is_own"], ollama["what"], ollama["n_models"], ollama["is_listed"]) == (True, "ollama", 1, True)
    assert (added["name"], added["origin"]) == ("llama3:8b", "ollama")
    code, out, err = leeward("ask", "--model", "llama3:8b", "--max-tokens", "2", "--json", "Hi")
    assert (code, err) == (0, "")
    assert json.loads(out)["receipt"]["model_name"] == "llama3:8b"
    assert leeward("models", "remove", "ollama")[0] == 0
    assert as_json(leeward("models", "list", "--json"))["models"] == []


def test_what_leeward_made_is_deleted_and_what_it_did_not_make_is_not(leeward, tmp_path):
    folder = tmp_path / "p/models"
    folder.mkdir(parents=True)
    write_tiny_gguf(folder / "theirs.gguf")
    ours = write_tiny_gguf(folder / "ours.gguf")
    write_provenance(ours, Provenance("0" * 64, ours.stat().st_size))
    assert leeward("models", "remove", "ours")[0] == 0
    code, _, err = leeward("models", "remove", "theirs")
    assert code == 3
    assert "not deleted" in err
    assert [path.name for path in folder.iterdir()] == ["theirs.gguf"]


def test_settings_of_a_model_act_when_it_is_loaded(leeward, tmp_path):
    path = write_tiny_gguf(tmp_path / "tiny.gguf")
    assert as_json(leeward("models", "set", path, "n_ctx=256", "template=chatml", "use_mmap=false", "--json")) == {
        "n_ctx": 256,
        "template": "chatml",
        "use_mmap": False,
    }
    code, out, err = leeward("ask", "--model", path, "--max-tokens", "2", "--json", "Hi")
    assert (code, json.loads(out)["receipt"]["n_ctx"]) == (0, 256)
    assert "another chat template" in err
    assert leeward("models", "set", path, "n_ctx=0")[0] == 2
    assert leeward("models", "set", path, "colour=red")[0] == 2
    assert as_json(leeward("models", "set", path, "n_ctx=", "--json")) == {"template": "chatml", "use_mmap": False}
    assert as_json(leeward("models", "set", path, "--reset", "--json")) == {}


def test_adapters_that_are_set_for_a_model_lie_over_it_wherever_it_is_asked(leeward, tmp_path):
    path, common = write_tiny_gguf(tmp_path / "tiny.gguf"), ("--max-tokens", "8", "--seed", "1", "--json", "Hi")
    one, two = (write_tiny_adapter(tmp_path / f"{n}.lora.gguf", seed=n) for n in (1, 2))
    plain, without = as_json(leeward("ask", "--model", path, *common)), vector(leeward, path)
    given = as_json(leeward("models", "set", path, f"adapters={one}:0.5", "moe_on_cpu=true", "--json"))
    assert given == {"adapters": [[str(one), 0.5]], "moe_on_cpu": True}
    own = as_json(leeward("ask", "--model", path, *common))
    assert own["receipt"]["adapters"] == [{"file": "1.lora.gguf", "scale": 0.5}]
    assert own["text"] != plain["text"]
    asked_for = as_json(leeward("ask", "--model", path, "--adapter", two, *common))
    assert asked_for["receipt"]["adapters"] == [{"file": "2.lora.gguf", "scale": 1.0}]
    assert vector(leeward, path) != without
    assert f"Settings     moe_on_cpu=true, adapters={one}:0.5" in leeward("models", "show", path)[1]
    assert own["memory"]["planned_bytes"] > plain["memory"]["planned_bytes"]
    assert as_json(leeward("models", "set", path, "adapters=", "moe_on_cpu=", "--json")) == {}
    again = as_json(leeward("ask", "--model", path, *common))
    assert (again["text"], again["receipt"]["adapters"]) == (plain["text"], [])


def test_a_mixture_of_experts_is_judged_and_asked_with_its_experts_on_the_processor(leeward, tmp_path):
    path = write_tiny_gguf(tmp_path / "mixture.gguf", n_experts=4)
    assert as_json(leeward("fit", path, "--moe-on-cpu", "--json"))["kind"] == "fits"
    common = ("--max-tokens", "8", "--seed", "1", "--json", "Hi")
    plain = as_json(leeward("ask", "--model", path, *common))
    assert leeward("models", "set", path, "moe_on_cpu=true")[1] == "moe_on_cpu = true\n"
    assert as_json(leeward("ask", "--model", path, *common))["text"] == plain["text"]


def vector(leeward, path):
    return as_json(leeward("embed", "--model", path, "--json", "Hi"))["vectors"]


def test_a_model_whose_adapter_does_not_fit_or_is_gone_is_not_asked(leeward, tmp_path):
    path, good = write_tiny_gguf(tmp_path / "tiny.gguf"), write_tiny_adapter(tmp_path / "good.gguf")
    other = write_tiny_adapter(tmp_path / "other.gguf", {"blk.0.attn_q.weight": (64, 64)})
    code, _, err = leeward("models", "set", path, f"adapters={good},{other}")
    assert code == 3
    assert "other.gguf cannot be used as an adapter: its change to" in err
    code, _, err = leeward("models", "set", path, f"adapters={good}:99")
    assert (code, "scale must lie between -10 and 10" in err) == (2, True)
    assert as_json(leeward("models", "set", path, "--json")) == {}  # nothing was kept
    assert leeward("models", "set", path, f"adapters={good}")[1] == f"adapters = {good}:1.0\n"
    good.unlink()
    code, out, err = leeward("ask", "--model", path, "--max-tokens", "2", "Hi")
    assert (code, out) == (3, "")
    assert (
        "tiny.gguf was not loaded, because good.gguf cannot be used as an adapter for it: there is no such file." in err
    )
    assert "leeward models set MODEL adapters=FILE" in err
    code, out, err = leeward("models", "show", path)
    assert (code, f"adapters={good}:1.0" in out, "good.gguf cannot be used" in err) == (0, True, True)
    assert leeward("models", "set", path, "n_ctx=256")[0] == 0  # of no matter for what is not changed
    assert leeward("models", "set", path, "adapters=")[0] == 0
    assert leeward("ask", "--model", path, "--max-tokens", "2", "Hi")[0] == 0


def test_the_doctor_says_what_is_wrong_and_what_would_be_better(leeward, tmp_path):
    path = write_tiny_gguf(tmp_path / "tiny.gguf", template=CHATML)  # the model has no such tokens
    code, out, _ = leeward("models", "doctor", path, "--json")
    report = json.loads(out)
    by_check = {finding["check"]: finding for finding in report["findings"]}
    assert (code, report["level"], by_check["end"]["level"]) == (1, "problem", "problem")
    assert "plain text" in by_check["end"]["sentence"]
    assert by_check["echo"]["level"] in ("ok", "warning", "problem")
    code, out, _ = leeward("models", "doctor", write_tiny_gguf(tmp_path / "b.gguf", template="{% if %}"), "--no-echo")
    assert "problem" in out


@pytest.mark.model
def test_the_doctor_finds_the_starter_model_in_order(leeward, starter_model):
    report = as_json(leeward("models", "doctor", starter_model, "--json"))
    assert report["level"] == "ok", report
    assert {"end", "bos", "roles", "system", "echo"} <= {finding["check"] for finding in report["findings"]}


@pytest.mark.model
def test_the_doctor_warns_of_a_base_model(leeward, gemma_model):
    report = as_json(leeward("models", "doctor", gemma_model, "--no-echo", "--json"))
    assert {finding["check"]: finding["fix"] for finding in report["findings"] if finding["level"] != "ok"} == {
        "origin": "gemma"
    }


def test_models_travel_in_a_pack(leeward, tmp_path):
    path = write_tiny_gguf(tmp_path / "tiny.gguf")
    manifest = as_json(leeward("models", "pack", tmp_path / "stick", path, "--json"))
    assert [file["name"] for model in manifest["models"] for file in model["files"]] == ["tiny.gguf"]
    assert "tiny" in leeward("models", "pack", tmp_path / "stick", path)[1]
    (there,) = as_json(leeward("models", "unpack", tmp_path / "stick", "--json"))["models"]
    assert there == str(tmp_path / "p/models/tiny.gguf")
    (listed,) = as_json(leeward("models", "list", "--json"))["models"]
    assert (listed["state"], listed["has_sidecar"]) == ("ready", True)
    data = bytearray((tmp_path / "stick/tiny.gguf").read_bytes())
    data[-1] ^= 1
    (tmp_path / "stick/tiny.gguf").write_bytes(data)
    assert leeward("models", "remove", "tiny")[0] == 0
    code, _, err = leeward("models", "unpack", tmp_path / "stick")
    assert code == 3
    assert "SHA-256" in err
    assert as_json(leeward("models", "list", "--json"))["models"] == []


@pytest.mark.parametrize("command", [("show", "gone"), ("remove", "gone"), ("doctor", "gone"), ("add", "gone.gguf")])
def test_what_is_not_there_is_said_in_words(leeward, command):
    code, out, err = leeward("models", *command)
    assert (code, out) == (3, "")
    assert "gone" in err


def test_what_is_wrong_with_the_template_of_an_added_file_is_said_with_what_mends_it(leeward, tmp_path):
    good = write_tiny_gguf(tmp_path / "good.gguf", template=GOOD_TEMPLATE)
    bad = write_tiny_gguf(tmp_path / "bad one.gguf", template=CHATML)  # the model has no such tokens
    none = write_tiny_gguf(tmp_path / "none.gguf", template="")
    code, out, err = leeward("models", "add", good, bad, none)
    assert (code, out.splitlines()) == (0, ["good", "bad one", "none"])
    assert f"chat template of {bad}: What it puts behind an answer, <|im_end|>, is plain text for this model." in err
    assert str(good) not in err
    assert str(none) not in err
    found = as_json(leeward("models", "add", bad, none, "--json"))["template_findings"]
    assert [each["path"] for each in found] == [str(bad), str(none)]
    assert "problem" in {finding["level"] for finding in found[0]["findings"]}
    assert found[1]["findings"] == []
    folder = tmp_path / "many"
    folder.mkdir()
    bad.rename(folder / "bad.gguf")
    assert as_json(leeward("models", "add", folder, "--json"))["template_findings"] == []


def test_a_draft_model_is_set_used_and_refused(leeward, tmp_path):
    path, draft = write_tiny_gguf(tmp_path / "tiny.gguf"), write_tiny_gguf(tmp_path / "draft.gguf", seed=2)
    assert as_json(leeward("models", "set", path, f"draft={draft}", "--json")) == {"draft": str(draft)}
    code, out, _ = leeward("ask", "--model", path, "--max-tokens", "40", "--json", "Hi")
    assert (code, json.loads(out)["memory"]["planned_bytes"] > 0) == (0, True)
    assert f"draft={draft}" in leeward("models", "show", path)[1]
    code, _, err = leeward("models", "set", path, f"draft={tmp_path / 'gone.gguf'}")
    assert code != 0
    assert "gone.gguf cannot be used as a draft model" in err
    write_tiny_gguf(draft, control=tuple(f"<x{number}>" for number in range(200)))
    code, _, err = leeward("ask", "--model", path, "Hi")
    assert code != 0
    assert "tiny.gguf was not loaded" in err
    assert "other tokens" in err
    assert as_json(leeward("models", "set", path, "draft=", "--json")) == {}
