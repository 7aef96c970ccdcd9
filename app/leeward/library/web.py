# SPDX-License-Identifier: Apache-2.0
"""Requests as all that is fetched needs them: stopped at once from another thread, sent to safe addresses only, refusals told."""

import contextlib
import email.utils
import functools
import random
import re
import shutil
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Self
from urllib.parse import urljoin, urlsplit

import httpx2

from leeward.domain.errors import BadNetworkSetting, HubNotFound, HubRefused, NetworkError, UnsafeAddress
from leeward.domain.network import NetworkSettings
from leeward.i18n import mark

STALL_S = 30.0
LONGEST_ASKED_WAIT_S = 300.0
"""The Hub counts requests in windows of five minutes. Who asks for more is not waited for."""

_READ_BYTES = 1024**2
RETRIED = frozenset({408, 429, 500, 502, 503, 504})
_NOT_FOUND = frozenset({"RepoNotFound", "RevisionNotFound", "EntryNotFound"})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_RATE_LIMIT_RESET = re.compile(r"\bt=(\d+)")


class StopFlag:
    """Stops what is fetched from any thread, also where it waits for bytes: the connection is shut under it.

    One connection at a time; what is fetched beside it gets a `child`.
    """

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._socket: Any = None
        self._children: list[StopFlag] = []

    def child(self) -> Self:
        """Return a flag that is set with this one, and can be set without it."""
        child = type(self)()
        with self._lock:
            self._children.append(child)
            is_set = self._event.is_set()
        if is_set:
            child.set()
        return child

    def set(self) -> None:
        with self._lock:
            self._event.set()
            self._shut()
            children = list(self._children)
        for child in children:
            child.set()

    def is_set(self) -> bool:
        return self._event.is_set()

    def wait(self, seconds: float) -> None:
        self._event.wait(seconds)

    @contextlib.contextmanager
    def over_this_thread(self) -> Iterator[None]:
        """Let this flag stop requests of this thread that are made where no flag can be handed over, by huggingface_hub."""
        before = _over_this_thread.set(self)
        try:
            yield
        finally:
            _over_this_thread.reset(before)

    def watch(self, event_name: str, info: dict[str, Any]) -> None:
        """httpcore's trace extension: learns the socket as soon as there is one."""
        if event_name in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            with self._lock:
                self._socket = info["return_value"].get_extra_info("socket")
                if self._event.is_set():
                    self._shut()

    def _shut(self) -> None:
        import socket  # noqa: PLC0415

        if self._socket is not None:
            with contextlib.suppress(OSError):
                # Not SSLSocket.shutdown, which would take the TLS object away under a reading thread.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


_over_this_thread: ContextVar[StopFlag | None] = ContextVar("stop", default=None)


def stop_of_this_thread() -> StopFlag | None:
    """Return the flag that `StopFlag.over_this_thread` has put over this thread."""
    return _over_this_thread.get()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a transfer uses of the world."""

    network: NetworkSettings = NetworkSettings()
    token: Callable[[], str] = str
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[StopFlag, float], None] = StopFlag.wait
    jitter: Callable[[], float] = random.random
    open_part: Callable[[Path], BinaryIO] = lambda path: path.open("r+b", buffering=0)
    free_bytes: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free
    stall_s: float = STALL_S


def client_of(network: NetworkSettings, *, stall_s: float = STALL_S) -> httpx2.Client:
    """Return a client that follows no redirect by itself and reads nothing from the environment. The caller closes it."""
    return httpx2.Client(
        verify=trusted(network.ca_file),
        proxy=proxy_of(network),
        trust_env=False,
        follow_redirects=False,
        timeout=httpx2.Timeout(stall_s, connect=10.0),
        limits=httpx2.Limits(max_keepalive_connections=0),  # each try has a connection that StopFlag has seen
    )


def proxy_of(network: NetworkSettings) -> httpx2.Proxy | None:
    """Return the proxy that is set. Raises BadNetworkSetting."""
    if not network.proxy:
        return None
    try:
        return httpx2.Proxy(network.proxy)
    except (ValueError, httpx2.InvalidURL) as error:
        raise BadNetworkSetting("proxy", f"{error}") from error


@functools.cache
def trusted(ca_file: Path | None) -> ssl.SSLContext:
    """Certificates are read once: it takes longer than a request. Raises BadNetworkSetting."""
    if ca_file is None:
        return httpx2.create_ssl_context(trust_env=False)
    try:
        return ssl.create_default_context(cafile=ca_file)
    except OSError as error:  # an ssl.SSLError, too
        raise BadNetworkSetting("ca_file", f"{ca_file}: {error.strerror or error}") from error


@contextlib.contextmanager
def open_url(
    client: httpx2.Client, url: str, headers: dict[str, str], around: Surroundings, stop: StopFlag
) -> Iterator[httpx2.Response]:
    """Send a GET and follow at most 5 redirects: the token goes to the endpoint only, and never from https to http.

    Raises: UnsafeAddress, httpx2.HTTPError.
    """
    endpoint = urlsplit(around.network.endpoint)
    with contextlib.ExitStack() as stack:
        for _ in range(6):
            check_address(url, around.network)
            here = urlsplit(url)
            sent = dict(headers)
            token = around.token()
            if token and (here.scheme, here.netloc) == (endpoint.scheme, endpoint.netloc):
                sent["Authorization"] = f"Bearer {token}"
            response = stack.enter_context(client.stream("GET", url, headers=sent, extensions={"trace": stop.watch}))
            if response.status_code not in _REDIRECTS:
                yield response
                return
            stack.pop_all().close()
            target = urljoin(url, response.headers.get("location", ""))
            if here.scheme == "https" and urlsplit(target).scheme != "https":
                raise UnsafeAddress(urlsplit(target).hostname or "")
            url = target
    raise UnsafeAddress(urlsplit(url).hostname or "")


def body_of(response: httpx2.Response, stall_s: float) -> Iterator[bytes]:
    """Yield the body as it comes.

    Behind the first piece it is read from the connection itself: the parser would copy it four times in pieces of 64 KiB,
    which takes longer than a fast network.

    Raises: httpx2.TransportError, httpx2.StreamError.
    """
    pieces = response.iter_raw()
    length = response.headers.get("content-length", "")
    first = next(pieces, b"")
    yield first
    stream = response.extensions.get("network_stream")
    if stream is None or not length.isdecimal() or "transfer-encoding" in response.headers:
        yield from pieces
        return
    left = int(length) - len(first)
    while left > 0:
        try:
            piece = stream.read(min(_READ_BYTES, left), timeout=stall_s)
        except Exception as error:  # the errors of the layer below have no name that is public here
            raise httpx2.ReadError(str(error)) from error
        if not piece:
            raise httpx2.RemoteProtocolError(mark("the connection was closed early"))
        left -= len(piece)
        yield piece


def check_address(url: str, network: NetworkSettings) -> None:
    parts = urlsplit(url)
    is_loopback = network.is_loopback_http_allowed and parts.scheme == "http" and parts.hostname in _LOOPBACK
    if not parts.hostname or not (parts.scheme == "https" or is_loopback):
        raise UnsafeAddress(parts.hostname or url[:80])


def refusal(status: int, headers: Mapping[str, str], *, page: str, wanted: str) -> NetworkError | None:
    """Return what an answer refuses for good; None when it does not.

    The Hub answers 401 also for what there is not: its `X-Error-Code` tells them apart.

    Args:
        page: Where terms are accepted.
        wanted: What was asked for, as a person calls it.
    """
    if status in (404, 410) or (status >= 400 and headers.get("x-error-code") in _NOT_FOUND):
        return HubNotFound(wanted)
    return HubRefused(page, status) if status in (401, 403) else None


def asked_wait_s(headers: httpx2.Headers) -> float | None:
    """Return how long the server asks to wait, by `Retry-After` (seconds or a date) or the Hub's `RateLimit`."""
    text = headers.get("retry-after", "").strip()
    if text.isdecimal():
        return float(text)
    if text:
        with contextlib.suppress(ValueError, TypeError):  # a date without a zone
            return max(0.0, (email.utils.parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    found = _RATE_LIMIT_RESET.search(headers.get("ratelimit", ""))
    return float(found[1]) if found else None
