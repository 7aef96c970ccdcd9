# SPDX-License-Identifier: Apache-2.0
"""Trees of files as other programs make them, around tiny models."""

import hashlib
import json
from pathlib import Path

from helpers.tiny_gguf import write_tiny_gguf

OLLAMA = "application/vnd.ollama.image."


def write_ollama(root: Path, manifest: str = "registry.ollama.ai/library/llama3/8b", **texts: str) -> Path:
    """Write a model as Ollama keeps it, with layers of text by kind; returns the blob of the weights."""
    blobs = root / "blobs"
    blobs.mkdir(parents=True, exist_ok=True)
    model = write_tiny_gguf(blobs / "new", seed=len(manifest))
    layers = [_layer(blobs, model.read_bytes(), "model")]
    model.unlink()
    layers += [_layer(blobs, text.encode(), kind) for kind, text in texts.items()]
    path = root / "manifests" / manifest
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"schemaVersion": 2, "config": layers[0], "layers": layers}))
    return blobs / layers[0]["digest"].replace(":", "-")


def _layer(blobs: Path, data: bytes, kind: str) -> dict[str, object]:
    digest = hashlib.sha256(data).hexdigest()
    (blobs / f"sha256-{digest}").write_bytes(data)
    return {"mediaType": OLLAMA + kind, "digest": f"sha256:{digest}", "size": len(data)}


def write_hub_cache(hub: Path, repository: str, revisions: dict[str, list[str]], main: str) -> None:
    """Write a repository as huggingface_hub keeps it: files by revision, as links to blobs."""
    folder = hub / f"models--{repository.replace('/', '--')}"
    (folder / "blobs").mkdir(parents=True)
    (folder / "refs").mkdir()
    (folder / "refs/main").write_text(main)
    for revision, names in revisions.items():
        snapshot = folder / "snapshots" / revision
        for name in names:
            blob = folder / "blobs" / hashlib.sha256(f"{revision}{name}".encode()).hexdigest()
            write_tiny_gguf(blob)
            (snapshot / name).parent.mkdir(parents=True, exist_ok=True)
            (snapshot / name).symlink_to(blob)
