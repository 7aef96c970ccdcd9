# SPDX-License-Identifier: Apache-2.0
"""Models that other programs on this machine have. They are read where they lie; nothing is copied, changed or deleted.

Layouts: LM Studio https://lmstudio.ai/docs/app/basics/import-model; Ollama ollama/ollama server/manifest.go and
docs/faq.md; GPT4All its FAQ "Where are the default directories for models and settings?"; Jan
https://jan.ai/docs/data-folder; Hugging Face https://huggingface.co/docs/huggingface_hub/guides/manage-cache.
"""

import json
import logging
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from leeward.library.entries import ModelEntry
from leeward.library.folders import models_below

log = logging.getLogger(__name__)

MAX_MANIFESTS = 10_000
_MAX_MANIFEST_BYTES = 1024**2
_MAX_FACT_BYTES = 64 * 1024
_DIGEST = re.compile(r"sha256[:-](?P<hex>[0-9a-f]{64})")
_OLLAMA = "application/vnd.ollama.image."
Roots = Mapping[str, tuple[Path, ...]]
"""Where each program may keep its models; folders that are not there are passed over."""


def usual_roots(
    home: Path | None = None, environment: Mapping[str, str] = os.environ, system: str = sys.platform
) -> Roots:
    """Return where the programs keep their models on this machine."""
    home = home or Path.home()
    data = Path(environment.get("XDG_DATA_HOME") or home / ".local/share")
    config = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    cache = Path(environment.get("XDG_CACHE_HOME") or home / ".cache")
    if system == "darwin":
        data = config = home / "Library/Application Support"
    elif system == "win32":
        data = Path(environment.get("LOCALAPPDATA") or home / "AppData/Local")
        config = Path(environment.get("APPDATA") or home / "AppData/Roaming")
    named_ollama = environment.get("OLLAMA_MODELS")
    hub = environment.get("HF_HUB_CACHE") or Path(environment.get("HF_HOME") or cache / "huggingface") / "hub"
    if system in ("darwin", "win32") and not (environment.get("HF_HUB_CACHE") or environment.get("HF_HOME")):
        hub = home / ".cache/huggingface/hub"
    return {
        "lm-studio": (home / ".lmstudio/models", home / ".cache/lm-studio/models"),
        "ollama": (
            *([Path(named_ollama)] if named_ollama else []),
            home / ".ollama/models",
            Path("/usr/share/ollama/.ollama/models"),
            Path("/var/lib/ollama/models"),
        ),
        "gpt4all": (data / "nomic.ai/GPT4All",),
        "jan": tuple(
            folder / models
            for folder in dict.fromkeys((data / "Jan/data", config / "Jan/data", home / "jan"))
            for models in ("llamacpp/models", "models")
        ),
        "huggingface": (Path(hub),),
    }


def models_of(program: str, roots: Roots) -> list[ModelEntry]:
    """Return the models of one program, by name; of each file once. Blocking. Never fails."""
    read = _READERS.get(program, _plain_folder)
    found: dict[Path, ModelEntry] = {}
    for root in roots.get(program, ()):
        for entry in read(root):
            found.setdefault(entry.path, replace(entry, origin=program))
    return sorted(found.values(), key=lambda entry: entry.name.casefold())


def _plain_folder(root: Path) -> Iterable[ModelEntry]:
    return models_below(root)


def _jan(root: Path) -> Iterator[ModelEntry]:
    """Every model of Jan is called model.gguf; its folder has the name."""
    for entry in models_below(root):
        folder = entry.path.parent.relative_to(root).as_posix()
        yield replace(entry, name=folder if entry.path.stem == "model" and folder != "." else entry.name)


def _hub_cache(root: Path) -> Iterator[ModelEntry]:
    """Snapshots hold links to blobs. Of several revisions of a file the one that `main` means is taken."""
    for repository in _folders(root, "models--*"):
        owner_and_name = repository.name.removeprefix("models--").replace("--", "/")
        main = _text(repository / "refs/main", 256).strip()
        seen: set[Path] = set()
        snapshots = sorted(
            _folders(repository / "snapshots", "*"), key=lambda each: (each.name == main, each.name), reverse=True
        )
        for snapshot in snapshots:
            for entry in models_below(snapshot):
                inside = entry.path.relative_to(snapshot)
                if inside not in seen:
                    seen.add(inside)
                    yield replace(entry, note=owner_and_name)


def _folders(parent: Path, pattern: str) -> list[Path]:
    try:
        return sorted(folder for folder in parent.glob(pattern) if folder.is_dir())
    except OSError as error:
        log.debug("cannot look into %s: %s", parent, error)
        return []


# Ollama


@dataclass(frozen=True, slots=True)
class OllamaFacts:
    """What an Ollama model says beside its weights; its template is a Go template, to be read by people only."""

    template: str
    system: str
    parameters: str
    license: str


def ollama_facts(manifest: Path) -> OllamaFacts:
    """Return the texts of a model by its manifest file; "" for what it has not. Never fails."""
    root = manifest.parents[4]
    layers = _layers(manifest)

    def text(kind: str) -> str:
        blob = next((_blob(root, layer) for layer in layers if layer.get("mediaType") == _OLLAMA + kind), None)
        return _text(blob, _MAX_FACT_BYTES) if blob else ""

    return OllamaFacts(text("template"), text("system"), text("params"), text("license"))


def _ollama(root: Path) -> Iterator[ModelEntry]:
    """Manifests lie as manifests/REGISTRY/OWNER/MODEL/TAG; weights as blobs/sha256-HEX, without an ending."""
    manifests = root / "manifests"
    try:
        files = sorted(manifests.glob("*/*/*/*"))[:MAX_MANIFESTS]
    except OSError as error:
        log.debug("cannot look into Ollama's models: %s", error)
        return
    for manifest in files:
        if manifest.name.startswith(".") or not manifest.is_file():
            continue
        name = _ollama_name(*manifest.relative_to(manifests).parts)
        for layer in _layers(manifest):
            kind = str(layer.get("mediaType")).removeprefix(_OLLAMA)
            blob = _blob(root, layer) if kind in ("model", "projector", "adapter") else None
            if blob is not None:
                yield _blob_entry(blob, name if kind == "model" else f"{name} ({kind})", manifest)


def _ollama_name(registry: str, owner: str, model: str, tag: str) -> str:
    """Return a name as Ollama shows it: without what is usual."""
    parts = [registry, owner, model]
    if registry == "registry.ollama.ai":
        parts = [model] if owner == "library" else [owner, model]
    return f"{'/'.join(parts)}:{tag}"


def _layers(manifest: Path) -> list[dict[str, Any]]:
    try:
        table = json.loads(_text(manifest, _MAX_MANIFEST_BYTES) or "{}")
    except (ValueError, RecursionError):
        return []
    layers = table.get("layers") if isinstance(table, dict) else None
    return [layer for layer in layers if isinstance(layer, dict)] if isinstance(layers, list) else []


def _blob(root: Path, layer: Mapping[str, Any]) -> Path | None:
    """Return the file of a layer. Only a digest becomes a path: a manifest is foreign text."""
    digest = _DIGEST.fullmatch(str(layer.get("digest")))
    return root / "blobs" / f"sha256-{digest['hex']}" if digest else None


def _blob_entry(blob: Path, name: str, manifest: Path) -> ModelEntry:
    try:
        status = blob.stat()
    except OSError:
        return ModelEntry(blob, name, "ollama", missing=blob.name, note=str(manifest))
    return ModelEntry(blob, name, "ollama", status.st_size, status.st_mtime_ns, note=str(manifest))


def _text(path: Path, max_bytes: int) -> str:
    try:
        with path.open("rb") as file:
            return file.read(max_bytes).decode("utf-8", "replace")
    except OSError:
        return ""


_READERS = {"jan": _jan, "huggingface": _hub_cache, "ollama": _ollama}
