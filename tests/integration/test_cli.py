# SPDX-License-Identifier: Apache-2.0
"""The terminal commands as a user runs them: real processes, the real starter model."""

import json
import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from helpers.tiny_bert import write_tiny_bert

pytestmark = pytest.mark.model

RUN = [sys.executable, "-m", "leeward"]


def leeward(*arguments, stdin=subprocess.DEVNULL, **options):
    """Run a command to its end. Whatever happens, there is no traceback."""
    given = {"input": stdin} if isinstance(stdin, str) else {"stdin": stdin}
    result = subprocess.run(
        [*RUN, *arguments], capture_output=True, text=True, timeout=120, check=False, **given, **options
    )
    assert "Traceback" not in result.stdout + result.stderr
    return result


@pytest.fixture(scope="module", autouse=True)
def _starter(starter_model):
    """Without the model every test here would say something else than its name."""


def test_ask_twice_with_a_seed_gives_the_same_text():
    texts = [leeward("ask", "--seed", "1", "--temperature", "0", "--max-tokens", "24", "Name a bird.") for _ in "ab"]
    assert texts[0].stdout == texts[1].stdout
    assert texts[0].stdout.strip()
    assert (texts[0].returncode, texts[0].stderr) == (0, "")


def test_ask_json_prints_one_object_with_all_parts():
    result = leeward("ask", "--json", "--seed", "1", "--max-tokens", "5", "--system", "Be brief.", "Name a bird.")
    answer = json.loads(result.stdout)
    assert set(answer) == {"text", "reasoning", "finish_reason", "usage", "timings", "memory", "receipt"}
    assert answer["finish_reason"] in ("stop", "length")
    assert answer["usage"]["completion_tokens"] <= 5
    assert set(answer["usage"]) == {"prompt_tokens", "reused_tokens", "completion_tokens"}
    assert set(answer["timings"]) == {"load_s", "prompt_s", "first_token_s", "decode_tokens_per_second"}
    assert answer["receipt"]["sampling"]["seed"] == 1
    assert answer["receipt"]["model_name"] == "SmolLM2 135M Instruct"


def test_the_prompt_may_come_from_standard_input():
    piped = leeward("ask", "--seed", "1", "--temperature", "0", "--max-tokens", "8", stdin="Name a bird.")
    typed = leeward("ask", "--seed", "1", "--temperature", "0", "--max-tokens", "8", "Name a bird.")
    assert piped.stdout == typed.stdout


def test_the_second_turn_of_a_chat_reads_only_its_new_tokens(starter_model, gemma_model):
    for model in (starter_model, gemma_model):
        result = leeward(
            "chat", "--json", "--seed", "1", "--temperature", "0", "--max-tokens", "20", "--model", str(model),
            stdin="Name three colours.\nAnd three more?\n",
        )  # fmt: skip
        first, second = (json.loads(line)["usage"] for line in result.stdout.splitlines())
        known = first["prompt_tokens"] + first["completion_tokens"] - 1  # the last sampled token was never read
        assert second["reused_tokens"] >= known
        assert second["prompt_tokens"] - second["reused_tokens"] < 30


def test_doctor_tells_machine_engine_profile_and_models(tmp_path):
    result = leeward("--profile", str(tmp_path / "p"), "doctor", "--json")
    report = json.loads(result.stdout)
    assert report["engine"]["name"].startswith("llama-cpp-python")
    assert "CPU" in [device["kind"] for device in report["engine"]["devices"]]
    assert {"CPU", "CUDA", "Vulkan", "Metal", "ROCm", "RPC"} <= {each["name"] for each in report["engine"]["backends"]}
    assert 1 <= report["machine"]["engine_threads"] <= report["machine"]["threads"]
    assert all(hint["remedy"] for hint in report["hints"])
    assert report["profile"] == {
        "folder": str(tmp_path / "p"),
        "exists": False,
        "free_bytes": report["profile"]["free_bytes"],
    }
    assert (result.returncode == 0) == (report["problems"] == [])
    assert not (tmp_path / "p").exists()  # looking makes nothing


def test_doctor_names_a_missing_starter_model_and_what_to_do(tmp_path):
    result = leeward("doctor", env={**os.environ, "LEEWARD_STARTER": str(tmp_path / "gone.gguf")})
    assert result.returncode == 1
    assert "The starter model is not installed." in result.stdout
    assert "make setup" in result.stdout


def test_doctor_says_whether_another_machine_can_be_used():
    result = leeward("doctor", "--rpc", "127.0.0.1:1")  # nobody listens there, and most builds have no RPC
    assert result.returncode == 1
    assert "127.0.0.1:1" in result.stdout


def test_selfcheck_answers_for_real():
    result = leeward("--selfcheck")
    assert result.returncode == 0
    assert "starter model: answers" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("ask", "--model", "no-such-model", "Hi"), 3),
        (("ask", "--model", __file__, "Hi"), 3),
        (("ask", "--context", "256", "word " * 600), 4),
        (("ask", "--temperature", "99", "Hi"), 2),
        (("ask", "--device", "Abacus0", "Hi"), 5),
        (("ask", "--rpc", "127.0.0.1:1", "Hi"), 5),
        (("ask", "--seed", "x", "Hi"), 2),
        (("ask",), 2),
        (("frobnicate",), 2),
    ],
)
def test_a_failure_has_its_exit_code_and_a_next_step(arguments, code):
    result = leeward(*arguments)
    assert result.returncode == code
    assert result.stdout == ""
    assert result.stderr.strip()


def test_an_answer_fits_a_json_schema_from_a_file(tmp_path):
    schema = tmp_path / "schema.json"
    schema.write_text(json.dumps({"type": "object", "properties": {"age": {"type": "integer"}}, "required": ["age"]}))
    result = leeward("ask", "--seed", "1", "--max-tokens", "100", "--json-schema", str(schema), "Describe a sailor.")
    assert type(json.loads(result.stdout)["age"]) is int
    grammar = tmp_path / "yes.gbnf"
    grammar.write_text('root ::= "yes" | "no"')
    result = leeward("ask", "--seed", "1", "--grammar", str(grammar), "Is the sky blue?")
    assert result.stdout in ("yes\n", "no\n")


def test_a_grammar_that_cannot_be_used_is_said_with_its_reason(tmp_path):
    grammar = tmp_path / "bad.gbnf"
    grammar.write_text("root ::= elsewhere")
    result = leeward("ask", "--grammar", str(grammar), "Hi")
    assert (result.returncode, result.stdout) == (4, "")
    assert "elsewhere" in result.stderr
    assert leeward("ask", "--grammar", str(tmp_path / "none"), "Hi").returncode == 2


def test_ctrl_c_ends_the_answer_and_keeps_what_was_said():
    process = subprocess.Popen(
        [*RUN, "ask", "--seed", "3", "Tell me a very long story."],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    first = process.stdout.read(10)
    process.send_signal(signal.SIGINT)
    began = time.monotonic()
    rest, errors = process.communicate(timeout=30)
    assert time.monotonic() - began < 10
    assert process.returncode == 130
    assert len(first) == 10
    assert b"Traceback" not in errors
    assert rest.endswith(b"\n")


def test_a_chat_goes_on_after_a_turn_that_does_not_fit():
    result = leeward(
        "chat", "--context", "256", "--max-tokens", "8", "--json", stdin="word " * 600 + "\nName a bird.\n"
    )
    assert result.returncode == 4
    assert "Nothing was cut" in result.stderr
    assert len(result.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--seed", "-1", "Hi"),
        ("--model", "~nosuchuser/x", "Hi"),
        ("--model", "x" * 5000, "Hi"),
        (os.fsdecode(b"caf\xe9"),),
    ],
)
def test_odd_arguments_are_answered_or_refused_in_words(arguments):
    result = leeward("ask", "--max-tokens", "2", *arguments)
    assert (result.returncode == 0) == bool(result.stdout)
    assert result.returncode in (0, 3)


def test_input_that_is_no_text_is_read_all_the_same():
    result = subprocess.run(
        [*RUN, "ask", "--max-tokens", "2"], input=b"caf\xe9 \xff?", capture_output=True, timeout=120, check=False
    )
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a screen")
def test_a_window_without_a_screen_is_refused_with_a_way_on():
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    result = leeward(env={name: value for name, value in os.environ.items() if name not in gone})
    assert result.returncode == 1
    assert "leeward ask" in result.stderr


def test_the_terminal_needs_no_qt():
    code = "import sys; sys.modules['PySide6'] = None; from leeward.main import run; sys.exit(run(['ask','--max-tokens','3','Hi']))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode == 0, result.stderr


def test_several_answers_are_printed_with_the_most_probable_first():
    options = ("--seed", "1", "--max-tokens", "6", "--choices", "3", "Name a bird.")
    result = leeward("ask", *options)
    heads = [line for line in result.stdout.splitlines() if line.startswith("[")]
    assert [head.partition("]")[0] for head in heads] == ["[1", "[2", "[3"]
    answer = json.loads(leeward("ask", "--json", *options).stdout)
    means = [choice["mean_log_probability"] for choice in answer["choices"]]
    assert means == sorted(means, reverse=True)
    assert len(means) == 3
    assert answer["text"] == answer["choices"][0]["text"]
    assert answer["usage"]["completion_tokens"] == sum(choice["completion_tokens"] for choice in answer["choices"])
    assert all(choice["text"] in result.stdout for choice in answer["choices"])


def test_a_call_that_the_model_has_no_form_for_is_refused_in_words(tmp_path):
    tools = tmp_path / "tools.json"
    tools.write_text('[{"type": "function", "function": {"name": "now"}}]')
    result = leeward("ask", "--tools", str(tools), "--tool-choice", "required", "Now?")
    assert (result.returncode, result.stdout) == (4, "")
    assert "not known how this model calls tools" in result.stderr


def test_embed_prints_a_vector_a_line_and_takes_more_texts_than_one_message_holds():
    lines = "\n".join(f"text {number}" for number in range(20))
    result = leeward("embed", "--json", "-", stdin=lines)
    printed = json.loads(result.stdout)
    assert (len(printed["vectors"]), len(printed["n_tokens"]), printed["pooling"]) == (20, 20, "mean")
    plain = leeward("embed", "text 0", "text 19").stdout.splitlines()
    for line, number in zip(plain, (0, 19), strict=True):
        assert [float(word) for word in line.split()] == pytest.approx(printed["vectors"][number], abs=1e-3)


def test_rank_sorts_by_score_with_a_model_that_can(tmp_path):
    path = write_tiny_bert(tmp_path / "reranker.gguf", has_head=True).path
    texts = ["the north river", "bread", "a lamp is a lamp"]
    scores = json.loads(leeward("rank", "--model", str(path), "--json", "the north", *texts).stdout)["scores"]
    lines = leeward("rank", "--model", str(path), "the north", *texts).stdout.splitlines()
    assert [line.split(maxsplit=1)[1] for line in lines] == [
        text for _, text in sorted(zip(scores, texts, strict=True), reverse=True)
    ]
    refused = leeward("rank", "the north", *texts)
    assert refused.returncode == 4
    assert "classification head" in refused.stderr


def test_tokenize_prints_ids_and_pieces():
    result = json.loads(leeward("tokenize", "--json", "North by <|im_end|>").stdout)
    assert "".join(result["pieces"]) == "North by <|im_end|>"
    assert result["n_tokens"] == len(result["ids"])
    lines = leeward("tokenize", "--special", "<|im_end|>x").stdout.splitlines()
    assert lines == ["       2  '<|im_end|>'", "     104  'x'", "2 tokens, 11 characters"]


def test_prompt_prints_exactly_what_the_model_sees():
    result = leeward("prompt", "--system", "Be brief.", "Which way?")
    assert result.stdout == (
        "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nWhich way?<|im_end|>\n<|im_start|>assistant\n"
    )
    assert "20  tokens in all" in result.stderr
    asked = json.loads(leeward("ask", "--json", "--max-tokens", "1", "--system", "Be brief.", "Which way?").stdout)
    assert asked["usage"]["prompt_tokens"] == 20
    parts = json.loads(leeward("prompt", "--json", "--system", "Be brief.", "Which way?").stdout)["parts"]
    assert "".join(part["text"] for part in parts) == result.stdout
    assert [part["whose"] for part in parts] == ["template", "system", "template", "user", "template"]


def test_queries_without_a_text_are_a_usage_error():
    for command in (["embed", "-"], ["tokenize", "-"], ["prompt", "-"], ["rank", "x", " "]):
        assert leeward(*command, stdin="").returncode == 2


def test_bench_measures_reading_writing_and_memory():
    report = json.loads(leeward("bench", "--json", "--context", "512", "--threads", "1").stdout)
    assert report["threads"] == 1
    assert [depth["prompt_tokens"] > 64 for depth in report["depths"]] == [True]
    depth = report["depths"][0]
    assert min(depth["prompt_rate"], depth["decode_rate"], report["memory_bytes"]) > 0
    assert depth["first_token_warm_s"] < depth["first_token_cold_s"]
    assert report["memory_bandwidth_bytes_per_s"] > 1e8
    assert report["decode_limit_tokens_per_s"] > 0
    assert report["decode_share"] > 0
    restored_s = report.get("first_token_restored_s")  # not where reading again is as soon done
    assert restored_s is None or restored_s < report["depths"][-1]["first_token_cold_s"]
    assert report["left_out"][-1] == {"depth_tokens": 4096, "reason": "context"}


def test_bench_keeps_what_it_measured_and_compares(tmp_path):
    def bench(*options):
        return leeward("--profile", str(tmp_path), "bench", *options)

    assert "Nothing was measured yet" in bench("--history").stdout
    few = ("--context", "512", "--threads", "1")
    shared = bench(*few, "--share").stdout
    assert "SmolLM2" in shared
    assert "Writes, tokens/s" in shared
    assert str(tmp_path) not in shared
    assert "times as fast as on" in bench(*few).stdout
    assert [line.count("SmolLM2") for line in bench("--history").stdout.splitlines()] == [1, 1, 0]
    assert [each["n_ctx"] for each in json.loads(bench("--history", "--json").stdout)] == [512, 512]


def test_a_model_that_does_not_fit_is_refused_before_it_is_loaded():
    n_free, n_needed = psutil.virtual_memory().available, 26e9  # 24 GB of keys and values, and a margin
    if n_free > n_needed:
        pytest.skip("this machine has memory for it")
    refused = leeward("ask", "--context", "1048576", "--kv-type", "f16", "Hi")
    assert refused.returncode == 3
    assert "GB are free" in refused.stderr
    assert "--force" in refused.stderr
