# SPDX-License-Identifier: Apache-2.0
"""What somebody pastes to mean a model of the Hub: an address, a repository, or a repository with a quantization."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from leeward.domain.errors import HubNotFound
from leeward.domain.network import HUB

_REPO = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}", re.ASCII)
_HOSTS = frozenset({"huggingface.co", "www.huggingface.co", "hf.co"})
_VIEWS = frozenset({"blob", "resolve", "raw", "tree"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is meant. `revision`, `file` and `quantization` are "" where they were not said."""

    repo: str
    revision: str = ""
    file: str = ""
    quantization: str = ""


def parse_wanted(text: str, endpoint: str = HUB) -> Wanted:
    """Return what `text` means. `endpoint`: whose addresses are understood beside the Hub's own.

    Understands https://huggingface.co/ORG/REPO, .../blob/REVISION/FILE (resolve, raw, tree), hf.co/ORG/REPO:QUANTIZATION,
    ORG/REPO and ORG/REPO:QUANTIZATION.

    Raises:
        HubNotFound: It means nothing on the Hub.
    """
    path = _path_of(text.strip(), endpoint)
    if path is None:
        raise HubNotFound(text.strip()[:200])
    repo, quantization = "/".join(path[:2]), ""
    if ":" in repo:
        repo, _, quantization = repo.partition(":")
    view = path[2:]
    if not _REPO.fullmatch(repo) or ".." in repo or "--" in repo or (view and view[0] not in _VIEWS):
        raise HubNotFound(text.strip()[:200])
    revision = view[1] if len(view) > 1 else ""
    file = "/".join(view[2:]) if view and view[0] != "tree" else ""
    return Wanted(repo, revision, file, quantization)


def _path_of(text: str, endpoint: str) -> list[str] | None:
    """Return the pieces of the path on the Hub, None for an address elsewhere."""
    hosts = _HOSTS | {urlsplit(endpoint).netloc}
    bare = re.match(r"(?:hf://)?(?P<host>[^/:]+(?::\d+)?)/", text)
    if "://" not in text.removeprefix("hf://") and bare and bare["host"] in hosts:
        text = f"https://{text.removeprefix('hf://')}"
    if "://" not in text:
        return text.split("/")
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    if parts.scheme == "hf":
        return [piece for piece in f"{parts.netloc}{parts.path}".split("/") if piece]
    if parts.scheme not in ("https", "http") or parts.netloc not in hosts:
        return None
    return [unquote(piece) for piece in parts.path.split("/") if piece]
