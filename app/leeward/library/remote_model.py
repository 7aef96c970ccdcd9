# SPDX-License-Identifier: Apache-2.0
"""What the header of a model at an https address says, read by ranges: a few MB, whatever the model's size."""

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import httpx2

from leeward.domain.errors import HubBusy, ModelUnreadable, Offline
from leeward.domain.model_info import FileKind, ModelInfo
from leeward.library.header import GgufHeader, read_header
from leeward.library.http_source import HttpSource
from leeward.library.model_check import check_model_header, kind_of, model_info, what_it_is
from leeward.library.safe_name import safe_name
from leeward.library.transfer import RemoteFile
from leeward.library.web import StopFlag, Surroundings, client_of, open_url, refusal

MAX_FILES = 100
"""Of one model: the largest are some dozens. Each costs two requests at least."""

_TOTAL = re.compile(r"bytes 0-\d+/(\d+)")
_FIRST_PART = re.compile(r"-00001-of-(\d{5})(?=\.gguf(\?|$))")


def read_remote_model(url: str, around: Surroundings, stop: StopFlag) -> ModelInfo:
    """Return what the headers of all files of a model say. Blocking.

    `url`: of the file, or of its page on the Hub (".../blob/main/model.gguf"); of a model in several files the first one's.

    Raises: NetworkError, ModelUnreadable.
    """
    url = url.replace("/blob/", "/resolve/", 1)
    header = _header(url, around, stop)
    if kind_of(header) is not FileKind.MODEL:
        raise ModelUnreadable(header.path, what_it_is(header))
    check_model_header(header)
    n_files = header.integer("split.count") or 1
    if n_files == 1:
        return model_info(header)
    said = _FIRST_PART.search(url)
    if header.integer("split.no") or not said or int(said[1]) != n_files or n_files > MAX_FILES:
        raise ModelUnreadable(
            header.path, f"it is one of {n_files:,} files of a model: give the address of the first one"
        )
    others = [_FIRST_PART.sub(f"-{number:05d}-of-{said[1]}", url) for number in range(2, n_files + 1)]
    return model_info(header, [_header(other, around, stop) for other in others])


def remote_file(url: str, around: Surroundings, stop: StopFlag) -> RemoteFile:
    """Return the file at an address with its size; nobody has told its hash. Asks for one byte.

    Raises NetworkError; nothing is tried twice.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    name = unquote(PurePosixPath(parts.path).name)
    headers = {"Accept-Encoding": "identity", "Range": "bytes=0-0"}
    try:
        with (
            client_of(around.network, stall_s=around.stall_s) as client,
            open_url(client, url, headers, around, stop) as response,
        ):
            status, total = response.status_code, _TOTAL.fullmatch(response.headers.get("content-range", ""))
            refused = refusal(
                status, response.headers, page=url.replace("/resolve/", "/blob/"), wanted=f"{host}{parts.path}"
            )
    except httpx2.TransportError as error:
        raise Offline(host) from error
    if refused:
        raise refused
    if status != 206 or not total:  # 200 is a server without ranges: reading on would be a download
        raise HubBusy(status)
    return RemoteFile(url, host, "", safe_name(name), int(total[1]), "")


def _header(url: str, around: Surroundings, stop: StopFlag) -> GgufHeader:
    return read_header(HttpSource(remote_file(url, around, stop), around, stop))
