# SPDX-License-Identifier: Apache-2.0
"""The Hub through huggingface_hub's real client: search, repositories, refusals, and nothing that was not asked for."""

import contextlib
import threading
import time

import httpx2
import pytest
from huggingface_hub import HfApi

from helpers.fake_hub import COMMIT, FakeHub, FakeRepo, serving
from leeward.domain.errors import (
    BadNetworkSetting,
    HubBusy,
    HubNotFound,
    HubRefused,
    Offline,
    TransferDamaged,
    UnsafeAddress,
)
from leeward.domain.hub import Sort
from leeward.domain.network import NetworkSettings
from leeward.library.hub import PAGE_SIZE, Hub
from leeward.library.pull import remote_file
from leeward.library.web import StopFlag

GGUF = {"m-Q4_K_M.gguf": b"GGUF" + bytes(100), "README.md": b"# m"}


@pytest.fixture
def server():
    with serving(FakeHub(tokens={"hf_known": False, "hf_accepted": True})) as hub:
        for number in range(2 * PAGE_SIZE + 5):
            about = {"total": 7_000_000, "architecture": "llama", "context_length": 4096}
            hub.repos[f"org/tiny-{number:03}"] = FakeRepo(
                GGUF, downloads=number, likes=1000 - number, modified=f"20{number:02}-01-01T00:00:00.000Z", gguf=about
            )
        hub.repos["org/gated"] = FakeRepo(GGUF, is_gated=True)
        hub.repos["org/private"] = FakeRepo(GGUF, is_private=True)
        hub.repos["org/safetensors"] = FakeRepo({"model.safetensors": b"x"})
        yield hub


@pytest.fixture
def make_hub(server):
    with contextlib.ExitStack() as stack:

        def make(token="", **changes):
            network = NetworkSettings(server.address, is_loopback_http_allowed=True)
            for name, value in changes.items():
                network = NetworkSettings(
                    **({"endpoint": network.endpoint, "is_loopback_http_allowed": True} | {name: value})
                )
            hub = Hub(network, lambda: token)
            stack.callback(hub.close)
            return hub

        yield make


def test_a_search_is_paged_by_the_link_of_the_server(make_hub, server):
    search = make_hub().search("tiny")
    assert server.requests == []
    pages = []
    while not search.is_finished:
        pages.append(search.next_page())
    assert [len(page) for page in pages] == [PAGE_SIZE, PAGE_SIZE, 5]
    assert len(server.requests) == 3
    names = [found.repo for page in pages for found in page]
    assert names == sorted(names, reverse=True), "by downloads, the most first"
    first = pages[0][0]
    assert (first.architecture, first.n_params, first.n_ctx_train, first.license) == (
        "llama",
        7_000_000,
        4096,
        "apache-2.0",
    )
    assert first.modified_s > 0


@pytest.mark.parametrize(("sort", "first"), [(Sort.DOWNLOADS, "064"), (Sort.LIKES, "000"), (Sort.RECENT, "064")])
def test_results_are_sorted_as_asked(make_hub, sort, first):
    assert make_hub().search("tiny", sort).next_page()[0].repo == f"org/tiny-{first}"


def test_only_repositories_with_gguf_files_are_found(make_hub):
    assert make_hub().search("safetensors").next_page() == ()


def test_a_repository_is_pinned_to_a_commit_and_names_size_and_hash(make_hub, server):
    hub = make_hub()
    repository = hub.repository("org/tiny-000")
    (file,) = [file for file in repository.files if file.path.endswith(".gguf")]
    assert (repository.commit, repository.license, file.size_bytes) == (COMMIT, "apache-2.0", 104)
    assert file.sha256 == server.blob(GGUF["m-Q4_K_M.gguf"])
    remote = remote_file(server.address, repository, file)
    assert remote.url == f"{server.address}/org/tiny-000/resolve/{COMMIT}/m-Q4_K_M.gguf"
    assert hub.repository("org/tiny-000", COMMIT) == repository


@pytest.mark.parametrize("files", [{"../up.gguf": b"x", "a/../b.gguf": b"x", "/abs.gguf": b"x", "ok.gguf": b"x"}])
def test_B9_a_path_that_leaves_the_repository_is_no_file(make_hub, server, files):
    server.repos["org/hostile"] = FakeRepo(files)
    assert [file.path for file in make_hub().repository("org/hostile").files] == ["ok.gguf"]


def test_what_is_not_there_is_not_found(make_hub):
    for token in ("", "hf_known"):
        with pytest.raises(HubNotFound):
            make_hub(token).repository("org/nothing")
    with pytest.raises(HubNotFound):
        make_hub().repository("org/tiny-000", "v9")
    with pytest.raises(HubNotFound):
        make_hub().repository("org/private")
    assert make_hub("hf_known").repository("org/private").files


def test_a_gated_repository_is_listed_and_says_so(make_hub):
    assert make_hub().repository("org/gated").is_gated


def test_a_refusal_and_a_busy_server_are_told_at_once(make_hub, server):
    hub = make_hub()
    server.api_faults = [("status", 403, {"X-Error-Code": "GatedRepo"})]
    with pytest.raises(HubRefused) as refused:
        hub.repository("org/tiny-000")
    assert refused.value.page == f"{server.address}/org/tiny-000"
    for call in (lambda: hub.repository("org/tiny-000"), lambda: hub.search("tiny").next_page()):
        server.api_faults = [("status", 429, {"RateLimit": '"api";r=0;t=299'})]
        n_before = len(server.requests)
        with pytest.raises(HubBusy) as busy:
            call()
        assert busy.value.wait_s == 299
        assert len(server.requests) == n_before + 1


@pytest.mark.parametrize(
    "body", [b"<html>", b"[]", b"{}", b'{"id": "org/x", "sha": "main"}', b'{"id": 3, "siblings": 7}', b"[[]]"]
)
def test_an_answer_that_is_none_of_the_hubs_is_not_believed(make_hub, server, body):
    server.api_faults = [("body", body)]
    with pytest.raises(TransferDamaged):
        make_hub().repository("org/tiny-000")


def test_a_hostile_name_of_a_repository_is_not_found(make_hub):
    for name in ("org/../x", "a/b/c", "org/--"):
        with pytest.raises((HubNotFound, TransferDamaged)):
            make_hub().repository(name)


def test_without_a_connection_it_is_offline(server):
    hub = Hub(NetworkSettings("http://127.0.0.1:9", is_loopback_http_allowed=True))
    with contextlib.closing(hub), pytest.raises(Offline):
        hub.search("tiny").next_page()


def test_plain_http_to_another_machine_is_refused():
    with contextlib.closing(Hub(NetworkSettings("http://192.0.2.1"))) as hub, pytest.raises(UnsafeAddress):
        hub.search("tiny").next_page()


def test_settings_that_make_no_sense_are_named(make_hub, tmp_path):
    (tmp_path / "ca.pem").write_text("no certificate")
    for name, value in (("proxy", "nonsense://x"), ("ca_file", tmp_path / "no.pem"), ("ca_file", tmp_path / "ca.pem")):
        with pytest.raises(BadNetworkSetting) as told:
            make_hub(**{name: value}).search("tiny").next_page()
        assert told.value.name == name


def test_a_proxy_gets_the_requests(make_hub, server):
    with serving(FakeHub()) as proxy:
        make_hub(endpoint="http://127.0.0.1:9", proxy=proxy.address).search("tiny").next_page()
        assert proxy.requests[0][0].startswith("http://127.0.0.1:9/api/models")


def test_the_token_is_sent_to_the_endpoint_and_only_when_there_is_one(make_hub, server, monkeypatch):
    monkeypatch.setenv("HF_TOKEN", "hf_environment")
    make_hub().repository("org/tiny-000")
    make_hub("hf_known").search("tiny").next_page()
    assert [headers.get("authorization") for _, headers in server.requests] == [None, "Bearer hf_known"]


def test_huggingface_hubs_own_client_works_against_the_server_of_the_tests(make_hub, server):
    make_hub()
    api = HfApi(endpoint=server.address, token="hf_accepted")
    assert len(list(api.list_models(search="tiny", filter="gguf", limit=3))) == 3
    assert [entry.path for entry in api.list_repo_tree("org/tiny-000")] == sorted(GGUF)
    response = httpx2.head(f"{server.address}/org/gated/resolve/main/m-Q4_K_M.gguf")
    assert (response.status_code, response.headers["x-error-code"]) == (401, "GatedRepo")
    about = httpx2.head(f"{server.address}/org/tiny-000/resolve/main/m-Q4_K_M.gguf")
    assert about.headers["x-linked-etag"].strip('"') == server.blob(GGUF["m-Q4_K_M.gguf"])


def test_a_search_ends_at_once_when_it_is_stopped_and_the_next_one_is_answered(make_hub, server):
    hub, stop = make_hub(), StopFlag()
    server.api_faults = [("stall",)]

    def search():
        with stop.over_this_thread(), pytest.raises(Offline):
            hub.search("tiny").next_page()

    thread = threading.Thread(target=search)
    thread.start()
    assert server.stalled.wait(20)
    began_s = time.monotonic()
    stop.set()
    thread.join(20)
    assert time.monotonic() - began_s < 5
    assert server.left.wait(5), "the server sees that nobody waits"
    assert len(hub.search("tiny").next_page()) == PAGE_SIZE, "the flag is over the other thread only"


def test_a_search_that_is_stopped_before_it_has_a_connection_gets_none(make_hub, server):
    stop = StopFlag()
    stop.set()
    with stop.over_this_thread(), pytest.raises(Offline):
        make_hub().search("tiny").next_page()
