# SPDX-License-Identifier: Apache-2.0
"""The part of the Hub's API that finds repositories and lists their files, in the Hub's own shape."""

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode

if TYPE_CHECKING:
    from helpers.fake_hub import FakeHub, FakeRepo

Answer = tuple[int, bytes, dict[str, str]]

MOST_A_PAGE = 1000
_SORTED_BY = {"downloads": "downloads", "likes": "likes", "lastModified": "modified"}


def answer(hub: "FakeHub", path: str, query: str, authorization: str | None) -> Answer:
    """Return status, body and headers for a request to /api/..."""
    asked = parse_qs(query)
    pieces = path.strip("/").split("/")
    if pieces == ["api", "models"]:
        return _search(hub, asked)
    if pieces[:2] != ["api", "models"] or len(pieces) < 4:
        return 404, b'{"error":"Not found"}', {}
    repo = hub.repo_of("/".join(pieces[2:4]), authorization)
    if isinstance(repo, tuple):
        return repo[0], b'{"error":"Repository not found"}', repo[1]
    from helpers.fake_hub import COMMIT

    view, revision = pieces[4] if len(pieces) > 4 else "revision", pieces[5] if len(pieces) > 5 else "main"
    if revision not in ("main", COMMIT):
        return 404, b'{"error":"Invalid rev id"}', {"X-Error-Code": "RevisionNotFound"}
    if view == "tree":
        return _json([_tree_entry(hub, repo, name) for name in sorted(repo.files)])
    facts = _facts("/".join(pieces[2:4]), repo) | {"sha": COMMIT, "siblings": _siblings(hub, repo, asked)}
    return _json(facts)


def _search(hub: "FakeHub", asked: dict[str, list[str]]) -> Answer:
    word = asked.get("search", [""])[0].casefold()
    found = [
        (name, repo)
        for name, repo in hub.repos.items()
        if word in name.casefold() and not repo.is_private and _has(repo, asked.get("filter", []))
    ]
    key = _SORTED_BY.get(asked.get("sort", [""])[0])
    if key:
        found.sort(key=lambda pair: getattr(pair[1], key), reverse=True)
    begin, limit = int(asked.get("cursor", ["0"])[0]), min(MOST_A_PAGE, int(asked.get("limit", [str(MOST_A_PAGE)])[0]))
    headers = {}
    if begin + limit < len(found):
        after = urlencode(asked | {"cursor": [str(begin + limit)]}, doseq=True)
        headers["Link"] = f'<{hub.address}/api/models?{after}>; rel="next"'
    page = [_facts(name, repo) for name, repo in found[begin : begin + limit]]
    expand = set(asked.get("expand", []))
    if expand:
        page = [{key: value for key, value in facts.items() if key in expand | {"_id", "id"}} for facts in page]
    return _json(page, headers)


def _has(repo: "FakeRepo", filters: list[str]) -> bool:
    return "gguf" not in filters or any(name.casefold().endswith(".gguf") for name in repo.files)


def _facts(name: str, repo: "FakeRepo") -> dict[str, Any]:
    return {
        "_id": "0" * 24,
        "id": name,
        "modelId": name,
        "author": name.partition("/")[0],
        "private": repo.is_private,
        "gated": "manual" if repo.is_gated else False,
        "disabled": False,
        "downloads": repo.downloads,
        "likes": repo.likes,
        "lastModified": repo.modified,
        "createdAt": repo.modified,
        "tags": ["gguf", f"license:{repo.license}", "region:us"],
        "cardData": {"license": repo.license},
        "gguf": repo.gguf,
    }


def _siblings(hub: "FakeHub", repo: "FakeRepo", asked: dict[str, list[str]]) -> list[dict[str, Any]]:
    if not asked.get("blobs"):
        return [{"rfilename": name} for name in repo.files]
    return [_sibling(hub, repo, name) for name in repo.files]


def _sibling(hub: "FakeHub", repo: "FakeRepo", name: str) -> dict[str, Any]:
    sha256 = hub.blob(repo.files[name])
    size = len(hub.blobs[sha256])
    about: dict[str, Any] = {"rfilename": name, "blobId": sha256[:40], "size": size}
    if name not in repo.without_sha256:
        about["lfs"] = {"sha256": sha256, "size": size, "pointerSize": 135}
    return about


def _tree_entry(hub: "FakeHub", repo: "FakeRepo", name: str) -> dict[str, Any]:
    sibling = _sibling(hub, repo, name)
    entry: dict[str, Any] = {"type": "file", "oid": sibling["blobId"], "size": sibling["size"], "path": name}
    if "lfs" in sibling:
        entry["lfs"] = {"oid": sibling["lfs"]["sha256"], "size": sibling["size"], "pointerSize": 135}
    return entry


def _json(value: Any, headers: dict[str, str] | None = None) -> Answer:
    return 200, json.dumps(value).encode(), {"Content-Type": "application/json; charset=utf-8"} | (headers or {})
