# SPDX-License-Identifier: Apache-2.0
"""What is known of one model here, and that as labelled lines: for the command line and the window alike."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from leeward.domain.model_info import AdapterInfo, FileKind, ModelInfo
from leeward.i18n import tr
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
    kind = "" if entry.kind is FileKind.MODEL else tr(entry.kind.value, "a file")
    return " ".join(part for part in (kind, entry.info.architecture, entry.info.size_label, mix) if part)


def where_text(entry: ModelEntry) -> str:
    """Return the program that a model belongs to, else its folder."""
    return PROGRAM_NAMES.get(entry.origin) or str(entry.path.parent)


def facts_of_file(info: ModelInfo, adapter: AdapterInfo | None, memory: Fit | None) -> list[Fact]:
    """Return what a file says of itself. `adapter`, `memory`: where that is known too."""
    files = tr("{name}, {size}", name=info.path.name, size=size_text(info.file_bytes))
    if info.n_files > 1:
        files = tr("{name}, {size} in {n} files", name=info.path.name, size=size_text(info.file_bytes), n=info.n_files)
    return [
        (tr("File"), files),
        (tr("Holds"), tr(info.kind.value, "a file")),
        (tr("Name"), " ".join(part for part in (info.name, info.size_label and f"({info.size_label})") if part)),
        (tr("Architecture"), info.architecture),
        (tr("Adapter"), _adapter(adapter) if adapter else ""),
        (tr("Parameters"), f"{_short(info.n_params)}" if info.n_params else ""),
        (tr("Context"), tr("{n:,} tokens", n=info.n_ctx_train) if info.n_ctx_train else ""),
        (tr("Layers"), _layers(info)),
        (tr("Memory"), _memory(memory) if memory else ""),
        (
            tr("Experts"),
            tr("{n}, {n_experts_used} used per token", n=info.n_experts, n_experts_used=info.n_experts_used)
            if info.n_experts
            else "",
        ),
        (tr("Tokenizer"), _tokenizer(info)),
        (tr("Licence"), info.license or tr("not stated")),
        (
            tr("Template"),
            tr("yes, {n:,} characters", n=len(info.chat_template)) if info.chat_template else tr("none"),
        ),
    ]


def facts_of_place(about: About) -> list[Fact]:
    """Return where a model lies and came from, and when it was used."""
    made, used_s = about.provenance, about.last_used_s
    return [
        (tr("Path"), str(about.info.path)),
        (tr("On disk"), size_text(about.disk_bytes)),
        (tr("From"), _source(made) if made else tr("not Leeward")),
        (tr("SHA-256"), made.sha256 if made else ""),
        (
            tr("Last used"),
            f"{dt.datetime.fromtimestamp(used_s).astimezone():%Y-%m-%d %H:%M}" if used_s else tr("never here"),
        ),
        (tr("Sees with"), ", ".join(about.projectors)),
    ]


def _source(made: Provenance) -> str:
    return f"{made.repository or made.url or tr('unpacked here')}{f' ({made.revision})' if made.revision else ''}"


def _memory(memory: Fit) -> str:
    need, plan = memory.estimate.needs[0], memory.plan
    parts = tr("{weights} weights, {kv} keys and values", weights=size_text(need.weights), kv=size_text(need.kv))
    return tr(
        "about {total} at {n:,} tokens, {kv_type} ({parts}, {rest} more)",
        total=size_text(need.total),
        n=plan.n_ctx,
        kv_type=plan.kv_type,
        parts=parts,
        rest=size_text(need.total - need.weights - need.kv),
    )


def _adapter(adapter: AdapterInfo) -> str:
    ranks = f"{adapter.min_rank}"
    if adapter.max_rank > adapter.min_rank:
        ranks = tr("{low} to {high}", low=adapter.min_rank, high=adapter.max_rank)
    return tr(
        "rank {ranks}, alpha {alpha:g}, changes {n} tensors of its model",
        ranks=ranks,
        alpha=adapter.alpha,
        n=adapter.n_changed,
    )


def _layers(info: ModelInfo) -> str:
    if not info.n_layers:
        return ""
    text = tr("{n}, {n_embd} wide", n=info.n_layers, n_embd=info.n_embd)
    if info.n_heads:
        text += tr(
            ", {n} heads of {head_dim_k} ({n_kv_heads} for keys and values)",
            n=info.n_heads,
            head_dim_k=info.head_dim_k,
            n_kv_heads=info.n_kv_heads,
        )
    return text + (tr(", sliding window of {n:,} tokens", n=info.n_swa) if info.n_swa else "")


def _tokenizer(info: ModelInfo) -> str:
    kind = " ".join(part for part in (info.tokenizer, info.pre_tokenizer and f"({info.pre_tokenizer})") if part)
    return tr("{kind}, {n:,} tokens", kind=kind, n=info.n_vocab) if kind else ""


def _short(n: int) -> str:
    for unit, size in (("billion", 10**9), ("million", 10**6)):
        if n >= size:
            return f"{n / size:.1f} {unit}"
    return f"{n:,}"
