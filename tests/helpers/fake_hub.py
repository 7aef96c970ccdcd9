# SPDX-License-Identifier: Apache-2.0
"""A local server that gives files as the Hub does, and has its faults."""

import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

COMMIT = "c0ffee" + "0" * 34


@dataclass
class FakeHub:
    """`faults` are taken one a request, in order; without one the answer is right.

    ("cut", n) breaks off after n bytes of the body · ("flip", n) changes byte n · ("stall",) sends no body until `release`
    ("status", code, headers) · ("norange",) · ("wrong-range",) · ("short", n) · ("long",) · ("html",) · ("etag",)
    ("redirect", url)
    """

    files: dict[str, bytes] = field(default_factory=dict)
    faults: list[tuple] = field(default_factory=list)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    sent_bytes: int = 0
    release: threading.Event = field(default_factory=threading.Event)
    stalled: threading.Event = field(default_factory=threading.Event)
    address: str = ""
    bytes_per_second: float = 0.0

    def sha256(self, name: str) -> str:
        return hashlib.sha256(self.files[name]).hexdigest()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hub: FakeHub

    def log_message(self, *_arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        hub = self.hub
        hub.requests.append((self.path, dict(self.headers)))
        fault = hub.faults.pop(0) if hub.faults else ("ok",)
        self.close_connection = True
        kind = fault[0]
        data = hub.files.get(self.path.rsplit("/", 1)[-1])
        if kind == "status":
            self._answer(fault[1], b"", fault[2])
        elif kind == "redirect":
            self._answer(302, b"", {"Location": fault[1]})
        elif data is None:
            self._answer(404, b"", {"X-Error-Code": "EntryNotFound"})
        elif kind == "html":
            self._answer(200, b"<html>" + b"x" * 8_000_000, {"Content-Type": "text/html"})
        else:
            self._give(fault, data)

    def _give(self, fault: tuple, data: bytes) -> None:
        kind = fault[0]
        begin = 0
        asked = self.headers.get("Range")
        headers = {"ETag": '"other"' if kind == "etag" else '"one"', "Accept-Ranges": "bytes"}
        headers["X-Repo-Commit"] = COMMIT
        if asked and kind != "norange":
            begin = int(asked.removeprefix("bytes=").split("-")[0])
            told = begin + 1 if kind == "wrong-range" else begin
            headers["Content-Range"] = f"bytes {told}-{len(data) - 1}/{len(data)}"
        body = bytearray(data[begin:])
        n_sent = None
        if kind == "flip" and begin <= fault[1] < len(data):
            body[fault[1] - begin] ^= 1
        elif kind == "short":
            del body[fault[1] :]
        elif kind == "long":
            body += b"more"
        elif kind == "cut":
            n_sent = fault[1]
        elif kind == "stall":
            n_sent = -1
        self._answer(206 if "Content-Range" in headers else 200, bytes(body), headers, n_sent)

    def _answer(self, status: int, body: bytes, headers: dict[str, str], n_sent: int | None = None) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.flush()
        if n_sent == -1:
            self.hub.stalled.set()
            self.hub.release.wait(60)
            return
        body = body if n_sent is None else body[:n_sent]
        try:
            for at in range(0, len(body), 65536):
                self.wfile.write(body[at : at + 65536])
                self.hub.sent_bytes += len(body[at : at + 65536])
                if self.hub.bytes_per_second:
                    time.sleep(65536 / self.hub.bytes_per_second)
        except OSError:
            pass  # the reader has gone


@contextmanager
def serving(hub: FakeHub) -> Iterator[FakeHub]:
    """Serve on a free port of this machine until the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"hub": hub}))
    server.daemon_threads = True
    hub.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield hub
    finally:
        hub.release.set()
        server.shutdown()
        server.server_close()
        thread.join()
