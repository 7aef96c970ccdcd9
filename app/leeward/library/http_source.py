# SPDX-License-Identifier: Apache-2.0
"""A remote file read by ranges, so that a model's header is known before the model is fetched."""

from pathlib import Path

import httpx2

from leeward.domain.errors import HubBusy, Offline
from leeward.library.transfer import Cancelled, RemoteFile
from leeward.library.web import RETRIED, StopFlag, Surroundings, client_of, open_url, refusal

N_TRIES = 3
_MAX_KEPT_BYTES = 64 * 1024**2
"""Larger than any header that is believed."""


class HttpSource:
    """A `gguf_source.Source`. Every read is one request; the header's cursor asks for 1 MiB at a time. Blocking.

    What was read is kept, so that a header can be read again without the network.
    """

    def __init__(self, remote: RemoteFile, around: Surroundings, stop: StopFlag) -> None:
        self.path = Path(remote.name)
        self.size_bytes = remote.size_bytes
        self.n_bytes_read = 0
        self._remote = remote
        self._around = around
        self._stop = stop
        self._kept: dict[tuple[int, int], bytes] = {}

    def read(self, offset: int, size: int) -> bytes:
        """Return a range. Raises NetworkError, Cancelled."""
        last = min(offset + size, self.size_bytes) - 1
        if size <= 0 or last < offset:
            return b""
        if (offset, last) in self._kept:
            return self._kept[offset, last]
        data = self._fetch(offset, last)
        self.n_bytes_read += len(data)
        if self.n_bytes_read <= _MAX_KEPT_BYTES:
            self._kept[offset, last] = data
        return data

    def _fetch(self, offset: int, last: int) -> bytes:
        for n_failed in range(1, N_TRIES):
            try:
                return self._fetch_once(offset, last)
            except (HubBusy, Offline) as error:
                if isinstance(error, HubBusy) and error.status not in RETRIED:
                    raise
                self._around.sleep(self._stop, 2.0 ** (n_failed - 1))
            if self._stop.is_set():
                raise Cancelled
        return self._fetch_once(offset, last)

    def _fetch_once(self, offset: int, last: int) -> bytes:
        headers = {"Accept-Encoding": "identity", "Range": f"bytes={offset}-{last}"}
        data = bytearray()
        try:
            with (
                client_of(self._around.network, stall_s=self._around.stall_s) as client,
                open_url(client, self._remote.url, headers, self._around, self._stop) as response,
            ):
                self._check(response, offset)
                for chunk in response.iter_raw():
                    data += chunk
                    if len(data) > last - offset:
                        break  # whatever the server sends beyond is not read
        except (httpx2.TransportError, httpx2.StreamError) as error:
            if self._stop.is_set():
                raise Cancelled from error
            raise Offline(httpx2.URL(self._remote.url).host) from error
        if len(data) <= last - offset:
            raise Offline(httpx2.URL(self._remote.url).host)  # the server ended early and called it the end
        return bytes(data[: last - offset + 1])

    def _check(self, response: httpx2.Response, offset: int) -> None:
        page = f"{self._around.network.endpoint}/{self._remote.repo}"
        wanted = f"{self._remote.repo}/{self._remote.name}"
        refused = refusal(response.status_code, response.headers, page=page, wanted=wanted)
        if refused:
            raise refused
        is_right = response.headers.get("content-range", "").startswith(f"bytes {offset}-")
        if response.status_code != 206 or not is_right:
            raise HubBusy(response.status_code)
