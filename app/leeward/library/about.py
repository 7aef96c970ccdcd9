# SPDX-License-Identifier: Apache-2.0
"""What is known of one model here, and that as labelled lines: for the command line and the window alike."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from leeward.domain.model_info import AdapterInfo, FileKind, ModelInfo
from leeward.library.entries import PROGRAM_NAMES, ModelEntry, projectors_of
from leeward.library.fit import Fit
from leeward.library.folders import files_of
from leeward.library.in_words import size_text
from leeward.library.model_check import inspect_file
from leeward.library.offers import quantization_of
from leeward.library.provenance import Provenance, read_provenance
from leeward.library.removal import disk_bytes
from leeward.storage.models import last_uses

Fact = tuple[str, str]
"""A label, and what is to be said; "" where nothing is known."""


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a file here.

    Attributes:
        files: All files of the model that are there.
        disk_bytes: What they take on the disk.
        provenance: None of what Leeward did not make.
        last_used_s: Seconds since 1970; None where it never was.
        projectors: Names of the files that it sees and hears with.
    """

    info: ModelInfo
    files: tuple[Path, ...]
    disk_bytes: int
    provenance: Provenance | None
    last_used_s: float | None
    projectors: tuple[str, ...]


def read_about(entry: ModelEntry, entries: Iterable[ModelEntry], database: Path) -> About:
    """Read what is known of a model. Blocking, as `inspect_file`.

    Args:
        entries: What else there is, for its projectors.
        database: Says when it was used.

    Raises:
        ModelNotFound, ModelUnreadable
    """
    info = inspect_file(entry.path)
    files = tuple(files_of(entry))
    return About(
        info,
        files,
        sum(map(disk_bytes, files)),
        read_provenance(entry.path),
        last_uses(database).get(entry.path),
        tuple(each.path.name for each in projectors_of(entry, entries)),
    )


def what_text(entry: ModelEntry) -> str:
    """Return "llama 135M Q8_0"; what it holds before it, where that is no model; "" before its header was read."""
    if entry.info is None:
        return ""
    # The type with the most bytes is only the vocabulary's, in a small model: its name knows better.
    mix = quantization_of(entry.path.name) or (entry.info.mix[0].type_name if entry.info.mix else "")
    kind = "" if entry.kind is FileKind.MODEL else entry.kind.value
    return " ".join(part for part in (kind, entry.info.architecture, entry.info.size_label, mix) if part)


def where_text(entry: ModelEntry) -> str:
    """Return the program that a model belongs to, else its folder."""
    return PROGRAM_NAMES.get(entry.origin) or str(entry.path.parent)


def facts_of_file(info: ModelInfo, adapter: AdapterInfo | None, memory: Fit | None) -> list[Fact]:
    """Return what a file says of itself. `adapter`, `memory`: where that is known too."""
    files = f"{info.path.name}, {size_text(info.file_bytes)}" + (f" in {info.n_files} files" * (info.n_files > 1))
    return [
        ("File", files),
        ("Holds", info.kind.value),
        ("Name", " ".join(part for part in (info.name, info.size_label and f"({info.size_label})") if part)),
        ("Architecture", info.architecture),
        ("Adapter", _adapter(adapter) if adapter else ""),
        ("Parameters", f"{_short(info.n_params)}" if info.n_params else ""),
        ("Context", f"{info.n_ctx_train:,} tokens" if info.n_ctx_train else ""),
        ("Layers", _layers(info)),
        ("Memory", _memory(memory) if memory else ""),
        ("Experts", f"{info.n_experts}, {info.n_experts_used} used per token" if info.n_experts else ""),
        ("Tokenizer", _tokenizer(info)),
        ("Licence", info.license or "not stated"),
        ("Template", f"yes, {len(info.chat_template):,} characters" if info.chat_template else "none"),
    ]


def facts_of_place(about: About) -> list[Fact]:
    """Return where a model lies and came from, and when it was used."""
    made, used_s = about.provenance, about.last_used_s
    return [
        ("Path", str(about.info.path)),
        ("On disk", size_text(about.disk_bytes)),
        ("From", _source(made) if made else "not Leeward"),
        ("SHA-256", made.sha256 if made else ""),
        ("Last used", f"{dt.datetime.fromtimestamp(used_s).astimezone():%Y-%m-%d %H:%M}" if used_s else "never here"),
        ("Sees with", ", ".join(about.projectors)),
    ]


def _source(made: Provenance) -> str:
    return f"{made.repository or made.url or 'unpacked here'}{f' ({made.revision})' if made.revision else ''}"


def _memory(memory: Fit) -> str:
    need, plan = memory.estimate.needs[0], memory.plan
    parts = f"{size_text(need.weights)} weights, {size_text(need.kv)} keys and values"
    return f"about {size_text(need.total)} at {plan.n_ctx:,} tokens, {plan.kv_type} ({parts}, {size_text(need.total - need.weights - need.kv)} more)"


def _adapter(adapter: AdapterInfo) -> str:
    ranks = f"{adapter.min_rank}" + f" to {adapter.max_rank}" * (adapter.max_rank > adapter.min_rank)
    return f"rank {ranks}, alpha {adapter.alpha:g}, changes {adapter.n_changed} tensors of its model"


def _layers(info: ModelInfo) -> str:
    if not info.n_layers:
        return ""
    text = f"{info.n_layers}, {info.n_embd} wide"
    if info.n_heads:
        text += f", {info.n_heads} heads of {info.head_dim_k} ({info.n_kv_heads} for keys and values)"
    return text + (f", sliding window of {info.n_swa:,} tokens" if info.n_swa else "")


def _tokenizer(info: ModelInfo) -> str:
    kind = " ".join(part for part in (info.tokenizer, info.pre_tokenizer and f"({info.pre_tokenizer})") if part)
    return f"{kind}, {info.n_vocab:,} tokens" if kind else ""


def _short(n: int) -> str:
    for unit, size in (("billion", 10**9), ("million", 10**6)):
        if n >= size:
            return f"{n / size:.1f} {unit}"
    return f"{n:,}"
