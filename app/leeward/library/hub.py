# SPDX-License-Identifier: Apache-2.0
"""The Hugging Face Hub, or a mirror of it: search, and what lies in a repository. Nothing is asked unless a method is called.

huggingface_hub knows the API; every request of it goes through one transport of ours, which knows the proxy, the
certificates and safe addresses, does not wait for a busy server, can be stopped by a StopFlag that is over the thread, and
turns troubles of the network into NetworkErrors.
"""

import contextlib
import logging
import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

import httpx2
import huggingface_hub
from huggingface_hub import HfApi, constants
from huggingface_hub.errors import HfHubHTTPError
from huggingface_hub.hf_api import ModelInfo
from huggingface_hub.utils import build_hf_headers, paginate  # type: ignore[attr-defined]

from leeward import __version__
from leeward.domain.errors import HubBusy, NetworkError, Offline, TransferDamaged
from leeward.domain.hub import FoundRepo, RepoFile, Repository, Sort
from leeward.domain.network import NetworkSettings
from leeward.library.web import RETRIED, asked_wait_s, check_address, proxy_of, refusal, stop_of_this_thread, trusted

log = logging.getLogger(__name__)

PAGE_SIZE = 30
TIMEOUT_S = 20.0
MAX_FILES = 20_000
_MAX_ANSWER_BYTES = 32 * 1024**2
_EXPAND = ("downloads", "likes", "lastModified", "gated", "tags", "gguf")
_COMMIT = re.compile(r"[0-9a-f]{40}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Search:
    """The results of one search, a page at a time. Belongs to one thread at a time."""

    def __init__(self, items: Iterator[Any], translated: Callable[[], contextlib.AbstractContextManager[None]]) -> None:
        self._items = items
        self._translated = translated
        self.is_finished = False

    def next_page(self) -> tuple[FoundRepo, ...]:
        """Return the next results, none behind the last. One request; blocking. Raises NetworkError."""
        with self._translated():
            page = list(islice(self._items, PAGE_SIZE))
            found = tuple(_found(ModelInfo(**item)) for item in page)  # type: ignore[no-untyped-call]
        self.is_finished = len(page) < PAGE_SIZE
        return found


class Hub:
    """One endpoint. Blocking; may be called from any thread. There is one at a time: huggingface_hub has one client."""

    def __init__(self, network: NetworkSettings, token: Callable[[], str] = str) -> None:
        """`token`: asked before every request; "" sends none. Nothing of the environment is used."""
        # Or every first call would ask the Hub, whatever the endpoint, for a list of programs, and keep it in the cache.
        constants.HF_HUB_DISABLE_TELEMETRY = True
        huggingface_hub.set_client_factory(lambda: _client(network))
        self._network = network
        self._token = token

    def close(self) -> None:
        huggingface_hub.close_session()

    def search(self, query: str, sort: Sort = Sort.DOWNLOADS) -> Search:
        """Return the repositories with GGUF files that `query` finds; nothing is asked before the first page."""
        parameters = {
            "search": query,
            "filter": ["gguf"],
            "sort": sort.parameter,
            "limit": PAGE_SIZE,
            "expand": list(_EXPAND),
        }
        # HfApi.list_models stops after `limit`, and without it asks for 1,000 at once.
        items = paginate(f"{self._network.endpoint}/api/models", parameters, self._headers(), timeout=TIMEOUT_S)
        return Search(iter(items), lambda: self._translated(query))

    def repository(self, repo: str, revision: str = "") -> Repository:
        """Return what lies in `repo`, pinned to the commit that `revision` (default: main) is now. Raises NetworkError."""
        api = HfApi(endpoint=self._network.endpoint, token=self._token() or False, library_name="leeward")
        with self._translated(repo):
            info = api.model_info(repo, revision=revision or None, files_metadata=True, timeout=TIMEOUT_S)
            if not _COMMIT.fullmatch(info.sha or ""):
                raise ValueError("no commit")
            files = tuple(filter(None, map(_file, (info.siblings or [])[:MAX_FILES])))
            return Repository(repo, str(info.sha), _license(info), bool(info.gated), files)

    def _headers(self) -> dict[str, str]:
        return build_hf_headers(token=self._token() or False, library_name="leeward", library_version=__version__)

    @contextlib.contextmanager
    def _translated(self, wanted: str) -> Iterator[None]:
        try:
            yield
        except HfHubHTTPError as error:
            status, page = error.response.status_code, f"{self._network.endpoint}/{wanted}"
            raise refusal(status, error.response.headers, page=page, wanted=wanted) or HubBusy(status) from error
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            # What is no JSON, or none of the Hub's: ModelInfo takes it apart without looking.
            log.warning("an answer of the Hub cannot be read: %r", error)
            host = urlsplit(self._network.endpoint).hostname or ""
            raise TransferDamaged(host, "its answer is none of the Hub's") from error


class _Transport(httpx2.HTTPTransport):
    """Raises NetworkErrors, which huggingface_hub does not know and so does not retry: it would wait up to hours."""

    def __init__(self, network: NetworkSettings) -> None:
        super().__init__(
            verify=trusted(network.ca_file),
            proxy=proxy_of(network),
            trust_env=False,
            limits=httpx2.Limits(
                max_keepalive_connections=0
            ),  # each request has a connection that its StopFlag has seen
        )
        self._network = network

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        check_address(str(request.url), self._network)
        stop = stop_of_this_thread()
        if stop is not None:
            request.extensions = {**request.extensions, "trace": stop.watch}
        try:
            response = super().handle_request(request)
            data = bytearray()
            for chunk in response.iter_bytes():
                data += chunk
                if len(data) > _MAX_ANSWER_BYTES:
                    raise _too_long(request)
            response.close()
        except httpx2.TransportError as error:
            raise Offline(request.url.host) from error
        if response.status_code in RETRIED:
            raise HubBusy(response.status_code, asked_wait_s(response.headers) or 0.0)
        headers = [(name, value) for name, value in response.headers.items() if name not in _BODY_HEADERS]
        return httpx2.Response(response.status_code, headers=headers, content=bytes(data), request=request)


_BODY_HEADERS = frozenset({"content-encoding", "content-length", "transfer-encoding"})


def _too_long(request: httpx2.Request) -> NetworkError:
    return TransferDamaged(request.url.host, "its answer does not end")


def _client(network: NetworkSettings) -> httpx2.Client:
    return httpx2.Client(transport=_Transport(network), trust_env=False, follow_redirects=True, timeout=TIMEOUT_S)


def _found(info: ModelInfo) -> FoundRepo:
    gguf = info.gguf if isinstance(info.gguf, dict) else {}
    return FoundRepo(
        str(info.id),
        int(info.downloads or 0),
        int(info.likes or 0),
        info.last_modified.timestamp() if info.last_modified else 0.0,
        _license(info),
        bool(info.gated),
        str(gguf.get("architecture") or ""),
        int(gguf.get("total") or 0),
        int(gguf.get("context_length") or 0),
    )


def _license(info: ModelInfo) -> str:
    names = [tag.removeprefix("license:") for tag in info.tags or [] if str(tag).startswith("license:")]
    return names[0] if names else ""


def _file(sibling: Any) -> RepoFile | None:
    """Return None for what cannot be a file: names are not ours."""
    path, size = sibling.rfilename, sibling.size
    if not isinstance(path, str) or not isinstance(size, int) or size < 0 or len(path) > 1000:
        return None
    if any(piece in ("", ".", "..") for piece in path.split("/")):
        return None
    sha256 = str(sibling.lfs.sha256) if sibling.lfs else ""
    return RepoFile(path, size, sha256 if _SHA256.fullmatch(sha256) else "")
