# SPDX-License-Identifier: Apache-2.0
"""A remote file read by ranges, so that a model's header is known before the model is fetched."""

from pathlib import Path

import httpx2

from leeward.domain.errors import HubBusy, HubNotFound, HubRefused, Offline
from leeward.library.transfer import RemoteFile, StopFlag, Surroundings, client_of, open_url


class HttpSource:
    """A `gguf_source.Source`. Every read is one request; the header's cursor asks for 1 MiB at a time. Blocking."""

    def __init__(self, remote: RemoteFile, around: Surroundings, stop: StopFlag) -> None:
        self.path = Path(remote.name)
        self.size_bytes = remote.size_bytes
        self.n_bytes_read = 0
        self._remote = remote
        self._around = around
        self._stop = stop

    def read(self, offset: int, size: int) -> bytes:
        """Return a range. Raises NetworkError; nothing is tried twice."""
        host = httpx2.URL(self._remote.url).host
        last = min(offset + size, self.size_bytes) - 1
        if size <= 0 or last < offset:
            return b""
        headers = {"Accept-Encoding": "identity", "Range": f"bytes={offset}-{last}"}
        try:
            with (
                client_of(self._around.network, stall_s=self._around.stall_s) as client,
                open_url(client, self._remote.url, headers, self._around, self._stop) as response,
            ):
                self._check(response, offset)
                data = bytearray()
                for chunk in response.iter_raw():
                    data += chunk
                    if len(data) > last - offset:
                        break  # whatever the server sends beyond is not read
        except httpx2.TransportError as error:
            raise Offline(host) from error
        self.n_bytes_read += len(data)
        return bytes(data[: last - offset + 1])

    def _check(self, response: httpx2.Response, offset: int) -> None:
        status = response.status_code
        if status in (401, 403):
            raise HubRefused(f"{self._around.network.endpoint}/{self._remote.repo}", status)
        if status == 404:
            raise HubNotFound(f"{self._remote.repo}/{self._remote.name}")
        is_right = response.headers.get("content-range", "").startswith(f"bytes {offset}-")
        if status != 206 or not is_right:
            raise HubBusy(status)
