# SPDX-License-Identifier: Apache-2.0
"""`leeward models search | pull | token` against a server in the shape of the Hub."""

import io
import json
import sys

import pytest

from helpers.fake_hub import COMMIT, FakeHub, FakeRepo, serving
from helpers.tiny_gguf import GOOD_TEMPLATE, write_tiny_gguf
from leeward.cli.exit_codes import ExitCode
from leeward.cli.pull import progress_text
from leeward.library.pace import Progress
from leeward.library.provenance import read_provenance
from leeward.main import run
from leeward.storage.profile import Profile
from leeward.storage.secrets import TokenStore


@pytest.fixture
def server(tmp_path):
    tiny = write_tiny_gguf(tmp_path / "tiny.gguf", template=GOOD_TEMPLATE).read_bytes()
    files = {"m-Q4_K_M.gguf": tiny, "m-Q8_0.gguf": tiny + b"8", "b-00001-of-00002.gguf": tiny, "README.md": b"#"}
    repos = {
        "org/tiny": FakeRepo(files, license="mit", downloads=7, gguf={"architecture": "llama", "total": 5_000_000_000}),
        "org/gated-tiny": FakeRepo({"m.gguf": tiny}, is_gated=True),
    }
    with serving(FakeHub(repos=repos, tokens={"hf_accepted": True})) as hub:
        yield hub


@pytest.fixture
def profile(tmp_path, server):
    made = Profile(tmp_path / "profile")
    made.create()
    made.settings_file.write_text(f'hub_endpoint = "{server.address}"\n')
    return made


@pytest.fixture
def leeward(profile, capsys):
    def leeward(*words):
        code = run(["--profile", str(profile.root), "models", *words])
        out, err = capsys.readouterr()
        return code, out, err

    return leeward


def test_search_prints_what_is_found(leeward):
    code, out, _ = leeward("search", "tiny")
    assert code == ExitCode.OK
    first, second = out.splitlines()
    assert "org/tiny" in first
    assert "5.0B" in first
    assert "terms to accept" in second
    code, out, _ = leeward("search", "tiny", "--sort", "likes", "--json")
    assert {each["repo"] for each in json.loads(out)["results"]} == {"org/tiny", "org/gated-tiny"}


def test_as_many_results_as_asked_for(leeward, server):
    server.repos |= {f"org/tiny{number}": FakeRepo({"m.gguf": b"GGUF"}) for number in range(70)}
    assert len(leeward("search", "tiny", "--limit", "35")[1].splitlines()) == 35
    with pytest.raises(SystemExit):
        leeward("search", "tiny", "--limit", "0")


def test_pull_puts_the_verified_file_into_the_library(leeward, profile, server):
    code, out, err = leeward("pull", "org/tiny", "--json")
    assert code == ExitCode.OK
    told = json.loads(out)
    (file,) = told["files"]
    assert (told["commit"], told["license"]) == (COMMIT, "mit")
    path = profile.models / "org" / "tiny" / "m-Q4_K_M.gguf"
    assert file["path"] == str(path)
    assert file["sha256"] == server.blob(path.read_bytes())
    assert read_provenance(path).repository == "org/tiny"
    assert told["template_findings"] == []
    assert err == ""


def test_what_is_wrong_with_the_template_of_a_pulled_model_is_said(leeward, server, tmp_path):
    odd = write_tiny_gguf(tmp_path / "odd.gguf").read_bytes()  # its answers end with nothing
    server.repos["org/odd"] = FakeRepo({"odd-Q8_0.gguf": odd})
    code, out, err = leeward("pull", "org/odd")
    assert code == ExitCode.OK
    assert f"chat template of {out.strip()}: What it puts behind an answer" in err
    findings = json.loads(leeward("pull", "org/odd", "--json")[1])["template_findings"]
    assert {finding["check"] for finding in findings} >= {"end"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["org/tiny", "m-Q8_0.gguf"], "m-Q8_0.gguf"),
        (["org/tiny", "q8_0"], "m-Q8_0.gguf"),
        (["org/tiny:Q8_0"], "m-Q8_0.gguf"),
        (["https://huggingface.co/org/tiny/blob/main/m-Q8_0.gguf"], "m-Q8_0.gguf"),
        (["org/tiny", "--revision", COMMIT], "m-Q4_K_M.gguf"),
    ],
)
def test_pull_takes_names_quantizations_and_addresses(leeward, tmp_path, words, name):
    folder = tmp_path / "elsewhere"
    code, out, _ = leeward("pull", *words, "--dir", str(folder))
    assert code == ExitCode.OK
    assert out.strip() == str(folder / "org" / "tiny" / name)


def test_pull_lists_what_there_is(leeward):
    code, out, _ = leeward("pull", "org/tiny", "--list")
    assert code == ExitCode.OK
    assert "part 2 of 2 is missing" in out
    assert "Q8_0" in out
    _, out, _ = leeward("pull", "org/tiny", "--list", "--json")
    assert len(json.loads(out)["offers"]) == 3


@pytest.mark.parametrize(
    "words", [["org/none"], ["nonsense"], ["org/tiny", "x.gguf"], ["org/tiny", "--revision", "v9"], ["org/tiny", "b"]]
)
def test_what_cannot_be_fetched_ends_with_a_sentence_and_no_file(leeward, profile, words):
    code, out, err = leeward("pull", *words)
    assert (code, out) == (ExitCode.NETWORK, "")
    assert err.startswith("leeward: ")
    assert list(profile.models.rglob("*.gguf")) == []


def test_a_damaged_file_is_not_in_the_library(leeward, profile, server):
    server.faults = [("flip", 50), ("flip", 50)]
    code, _, err = leeward("pull", "org/tiny")
    assert code == ExitCode.NETWORK
    assert "did not arrive as announced" in err
    assert [each.name for each in profile.models.rglob("*") if each.is_file()] == []


def test_a_gated_model_needs_the_token_and_says_how(leeward, profile, monkeypatch):
    code, _, err = leeward("pull", "org/gated-tiny")
    assert code == ExitCode.NETWORK
    assert "leeward models token" in err
    monkeypatch.setattr(sys, "stdin", io.StringIO("hf_accepted\n"))
    assert leeward("token")[0] == ExitCode.OK
    assert leeward("pull", "org/gated-tiny")[0] == ExitCode.OK
    assert leeward("token", "--remove")[0] == ExitCode.OK
    assert TokenStore(profile.token_file).get() == ""


@pytest.mark.parametrize("text", ["", "\n", "two words\n", "hf_\x1b\n", "hf_é\n"])
def test_what_is_no_token_is_not_kept(leeward, profile, monkeypatch, text):
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    assert leeward("token")[0] == ExitCode.USAGE
    assert not profile.token_file.exists()


def test_the_progress_line_tells_speed_and_time():
    text = progress_text(Progress(500_000_000, 1_000_000_000, 62_500_000))
    assert text == " 50%  500 MB of 1.0 GB  62 MB/s  0:00:08 left"
    assert "waiting" in progress_text(Progress(1, 2, 1.0, is_waiting=True))
