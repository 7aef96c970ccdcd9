# SPDX-License-Identifier: Apache-2.0
"""A local server in the shape of the Hub: search, repositories, files, and its faults.

`python -m helpers.fake_hub --port 8700 --folder DIR` serves DIR/OWNER/REPO/*.gguf for demos, until Ctrl+C.
"""

import argparse
import contextlib
import hashlib
import mmap
import select
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from helpers import fake_hub_api

COMMIT = "c0ffee" + "0" * 34


@dataclass
class FakeRepo:
    """`files`: bytes, or a path to a file. `is_gated`: files are given to those with an accepted token only."""

    files: dict[str, bytes | Path] = field(default_factory=dict)
    license: str = "apache-2.0"
    is_gated: bool = False
    is_private: bool = False
    downloads: int = 0
    likes: int = 0
    modified: str = "2025-01-01T00:00:00.000Z"
    gguf: dict = field(default_factory=dict)
    without_sha256: set[str] = field(default_factory=set)


@dataclass
class FakeHub:
    """`faults` are taken one a request for a file, `api_faults` one a request for the API; without one the answer is right.

    ("cut", n) breaks off after n bytes of the body · ("flip", n) changes byte n · ("stall", n) sends n bytes of the body
    (or none), and nothing more until `release`
    ("status", code, headers) · ("norange",) · ("wrong-range",) · ("short", n) · ("long",) · ("html",) · ("etag",)
    ("redirect", url) · ("stall",) of the API answers at `release`, or not at all when the client leaves before, which sets `left`

    Attributes:
        files: By name, whatever repository is asked for, given without a redirect.
        repos: By id; their files are given as the Hub does, by a redirect to another address.
        tokens: Those that are known; True for those who accepted the terms of all gated repositories.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    faults: list[tuple] = field(default_factory=list)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    sent_bytes: int = 0
    release: threading.Event = field(default_factory=threading.Event)
    stalled: threading.Event = field(default_factory=threading.Event)
    left: threading.Event = field(default_factory=threading.Event)
    address: str = ""
    bytes_per_second: float = 0.0
    repos: dict[str, FakeRepo] = field(default_factory=dict)
    api_faults: list[tuple] = field(default_factory=list)
    tokens: dict[str, bool] = field(default_factory=dict)
    blobs: dict[str, memoryview] = field(default_factory=dict)
    _hashed: dict[Path, str] = field(default_factory=dict)

    def sha256(self, name: str) -> str:
        return hashlib.sha256(self.files[name]).hexdigest()

    def blob(self, content: bytes | Path) -> str:
        """Return the SHA-256 under which the content is given."""
        if isinstance(content, Path):
            if content in self._hashed:
                return self._hashed[content]
            with content.open("rb") as file:
                view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        else:
            view = memoryview(content)
        sha256 = hashlib.sha256(view).hexdigest()
        self.blobs.setdefault(sha256, view)
        if isinstance(content, Path):
            self._hashed[content] = sha256
        return sha256

    def repo_of(self, repo: str, authorization: str | None) -> FakeRepo | tuple[int, dict[str, str]]:
        """Return the repository, or how it is refused: without a token the Hub answers 401 for what there is not."""
        found = self.repos.get(repo)
        if found and not (found.is_private and self.token(authorization) is None):
            return found
        status = 404 if self.token(authorization) is not None else 401
        return status, {"X-Error-Code": "RepoNotFound", "X-Error-Message": "Repository not found"}

    def token(self, authorization: str | None) -> bool | None:
        """Return None without a known token, else whether its owner accepted the terms."""
        return self.tokens.get((authorization or "").removeprefix("Bearer "))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hub: FakeHub

    def log_message(self, *_arguments: object) -> None:
        pass

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        self.hub.requests.append((self.path, dict(self.headers)))
        self.close_connection = True
        path = unquote(urlsplit(self.path).path)
        if path.startswith("/api/"):
            self._answer_api(path)
        elif path.removeprefix("/cdn/") in self.hub.blobs:
            self._answer_file(self.hub.blobs[path.removeprefix("/cdn/")])
        elif "/".join(path.split("/")[1:3]) in self.hub.repos:
            self._resolve(path)
        else:
            self._answer_file(self.hub.files.get(path.rsplit("/", 1)[-1]))

    def _answer_api(self, path: str) -> None:
        fault = self.hub.api_faults.pop(0) if self.hub.api_faults else ("ok",)
        if fault[0] == "status":
            self._answer(fault[1], b"", fault[2])
        elif fault[0] == "body":
            self._answer(200, fault[1], {"Content-Type": "application/json"})
        elif fault[0] == "stall" and not self._is_waited_for():
            self.hub.left.set()
        else:
            query = urlsplit(self.path).query
            status, body, headers = fake_hub_api.answer(self.hub, path, query, self.headers.get("Authorization"))
            self._answer(status, body, headers)

    def _is_waited_for(self) -> bool:
        """Wait for `release`; False when the client left before."""
        self.hub.stalled.set()
        while not self.hub.release.wait(0.01):
            if select.select([self.connection], [], [], 0)[0] and not self.connection.recv(1, socket.MSG_PEEK):
                return False
        return True

    def _resolve(self, path: str) -> None:
        """Give a file of a repository as the Hub does: who asks is sent on to where the content lies."""
        _, owner, name, _resolve, revision, *pieces = path.split("/")
        authorization = self.headers.get("Authorization")
        repo = self.hub.repo_of(f"{owner}/{name}", authorization)
        if isinstance(repo, tuple):
            self._answer(repo[0], b"", repo[1])
        elif revision not in ("main", COMMIT):
            self._answer(404, b"", {"X-Error-Code": "RevisionNotFound"})
        elif repo.is_gated and not self.hub.token(authorization):
            status = 401 if self.hub.token(authorization) is None else 403
            headers = {"X-Error-Code": "GatedRepo", "X-Error-Message": f"Access to model {owner}/{name} is restricted."}
            self._answer(status, b"", headers)
        elif "/".join(pieces) not in repo.files:
            self._answer(404, b"", {"X-Error-Code": "EntryNotFound", "X-Repo-Commit": COMMIT})
        else:
            sha256 = self.hub.blob(repo.files["/".join(pieces)])
            headers = {
                "X-Repo-Commit": COMMIT,
                "X-Linked-Size": str(len(self.hub.blobs[sha256])),
                "X-Linked-ETag": f'"{sha256}"',
                "ETag": f'"{sha256}"',
                "Accept-Ranges": "bytes",
                "Location": f"{self.hub.address}/cdn/{sha256}",
            }
            self._answer(302, b"", headers)

    def _answer_file(self, data: bytes | memoryview | None) -> None:
        hub = self.hub
        fault = hub.faults.pop(0) if hub.faults else ("ok",)
        kind = fault[0]
        if kind == "status":
            self._answer(fault[1], b"", fault[2])
        elif kind == "redirect":
            self._answer(302, b"", {"Location": fault[1]})
        elif data is None:
            self._answer(404, b"", {"X-Error-Code": "EntryNotFound"})
        elif kind == "html":
            self._answer(200, b"<html>" + b"x" * 8_000_000, {"Content-Type": "text/html"})
        else:
            self._give(fault, memoryview(data))

    def _give(self, fault: tuple, data: memoryview) -> None:
        kind = fault[0]
        begin, end = 0, len(data)
        asked = self.headers.get("Range")
        headers = {"ETag": '"other"' if kind == "etag" else '"one"', "Accept-Ranges": "bytes"}
        headers["X-Repo-Commit"] = COMMIT
        if asked and kind != "norange":
            first, _, last = asked.removeprefix("bytes=").partition("-")
            begin, end = int(first), min(end, int(last) + 1) if last else end
            told = begin + 1 if kind == "wrong-range" else begin
            headers["Content-Range"] = f"bytes {told}-{end - 1}/{len(data)}"
        body: memoryview | bytearray = data[begin:end]
        n_sent = None
        if kind == "flip" and begin <= fault[1] < end:
            body = bytearray(body)
            body[fault[1] - begin] ^= 1
        elif kind == "short":
            body = body[: fault[1]]
        elif kind == "long":
            body = bytearray(body) + b"more"
        elif kind == "cut":
            n_sent = fault[1]
        elif kind == "stall":
            n_sent = fault[1] if len(fault) > 1 else 0
        self._answer(206 if "Content-Range" in headers else 200, body, headers, n_sent)
        if kind == "stall":
            self.hub.stalled.set()
            self.hub.release.wait(60)

    def _answer(
        self, status: int, body: bytes | bytearray | memoryview, headers: dict[str, str], n_sent: int | None = None
    ) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.flush()
        if self.command == "HEAD":
            return
        body = memoryview(body if n_sent is None else body[:n_sent])
        try:
            for at in range(0, len(body), 65536):
                self.wfile.write(body[at : at + 65536])
                self.hub.sent_bytes += len(body[at : at + 65536])
                if self.hub.bytes_per_second:
                    time.sleep(65536 / self.hub.bytes_per_second)
        except OSError:
            pass  # the reader has gone


def _server(hub: FakeHub, port: int = 0, certificate: Path | None = None) -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(("127.0.0.1", port), type("Handler", (_Handler,), {"hub": hub}))
    server.daemon_threads = True
    hub.address = f"{'https' if certificate else 'http'}://127.0.0.1:{server.server_port}"
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        server.handle_error = lambda *_: None  # a client that does not trust it ends the handshake
    return server


@contextmanager
def serving(hub: FakeHub, certificate: Path | None = None) -> Iterator[FakeHub]:
    """Serve on a free port of this machine until the end; over TLS with a certificate and its key (PEM)."""
    server = _server(hub, certificate=certificate)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield hub
    finally:
        hub.release.set()
        server.shutdown()
        server.server_close()
        thread.join()


def hub_of_folder(folder: Path) -> FakeHub:
    """Return a hub with the GGUF files in `folder`: OWNER/REPO/*.gguf, and each file beside them as demo/NAME."""
    hub = FakeHub()
    for path in sorted(folder.rglob("*.gguf")):
        pieces = path.relative_to(folder).parts
        repo, name = (
            ("/".join(pieces[:2]), "/".join(pieces[2:])) if len(pieces) > 2 else (f"demo/{path.stem}", path.name)
        )
        made = hub.repos.setdefault(repo, FakeRepo(downloads=1000 - len(hub.repos), likes=len(hub.repos)))
        made.files[name] = path
    return hub


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=8700)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--bytes-per-second", type=float, default=0.0, help="of every connection")
    parser.add_argument("--cut", type=int, action="append", default=[], help="break off a file after so many bytes")
    options = parser.parse_args()
    hub = hub_of_folder(options.folder)
    hub.bytes_per_second = options.bytes_per_second
    hub.faults = [("cut", n) for n in options.cut]
    with _server(hub, options.port) as server, contextlib.suppress(KeyboardInterrupt):
        print(f"{hub.address} gives {', '.join(hub.repos) or 'nothing'}", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main()
