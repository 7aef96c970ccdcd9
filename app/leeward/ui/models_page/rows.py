# SPDX-License-Identifier: Apache-2.0
"""What the lists of the Models page show: rows made from suggestions, search results, models here and files of a repository."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from leeward.bridge.discover import Suggestion
from leeward.bridge.models import ModelChoice
from leeward.domain.hub import FoundRepo
from leeward.i18n import number, plural, tr
from leeward.library.about import what_text, where_text
from leeward.library.in_words import size_text
from leeward.library.offers import Offer
from leeward.library.repacked import Judged
from leeward.library.verdict import VerdictKind
from leeward.ui.status_text import parameters_text

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list.

    Attributes:
        aside: At the right of the title.
        verdict: Shown as a word with its colour.
        tag: A word that stands out behind the title ("Recommended").
        is_dim: It is not there just now.
        payload: What is chosen with it. A row without one is a heading (title only), a remark (details only), or something
            that cannot be chosen now.
    """

    title: str
    details: str = ""
    aside: str = ""
    verdict: VerdictKind | None = None
    tag: str = ""
    payload: object = None
    is_dim: bool = False

    @property
    def words(self) -> str:
        """All of it, for screen readers."""
        parts = (self.title, self.tag, tr(self.verdict or ""), self.aside, self.details)
        return tr(", ").join(part for part in parts if part)


class RowModel(QAbstractListModel):
    """Rows as Qt's model; asks for more when the view comes to the end.

    Signals:
        more_wanted()
    """

    more_wanted = Signal()
    RowRole = Qt.ItemDataRole.UserRole

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._has_more = False

    def set_rows(self, rows: Sequence[Row], *, has_more: bool = False) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self._has_more = has_more
        self.endResetModel()

    def add_rows(self, rows: Sequence[Row], *, has_more: bool) -> None:
        self._has_more = has_more
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def change_rows(self, rows: Sequence[Row]) -> None:
        """Show other words in the same lines; the current line stays."""
        if len(rows) != len(self._rows):
            self.set_rows(rows)
            return
        self._rows = list(rows)
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def row(self, index: Index) -> Row | None:
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(self._rows)

    def place_of(self, payload: object) -> QModelIndex:
        """Return where a payload is; an invalid index when it is not listed."""
        place = next((number for number, row in enumerate(self._rows) if row.payload == payload), None)
        return QModelIndex() if place is None else self.index(place)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        return self._has_more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._has_more = False  # until the answer says it again
            self.more_wanted.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.words
        return row if role == self.RowRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None or row.payload is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def rows_at_home(suggested: Sequence[Suggestion], here: Sequence[ModelChoice]) -> list[Row]:
    """Return what is shown before anything is searched: suggestions first, then the models here."""
    rows = []
    if suggested:
        rows.append(Row(tr("Suggested")))
        rows += [_row_of_suggestion(each) for each in suggested]
    rows.append(Row(tr("On this computer")))
    rows += [_row_of_model(each) for each in here]
    if not here:
        rows.append(Row("", tr("No model yet. Search for one above, or drop a GGUF file on this window.")))
    return rows


def row_of_repo(repo: FoundRepo) -> Row:
    facts = (
        parameters_text(repo.n_params) if repo.n_params else "",
        repo.architecture,
        license_text(repo.license),
        tr("terms to accept") if repo.is_gated else "",
        date_text(repo.modified_s),
    )
    owner, _, name = repo.repo.rpartition("/")
    details = " · ".join(fact for fact in (owner, *facts) if fact)
    return Row(name, details, f"↓ {count_text(repo.n_downloads)}   ♥ {count_text(repo.n_likes)}", payload=repo)


def facts_of_repo(repo: FoundRepo) -> str:
    """Return what the Hub said of it in the results, but for the licence."""
    date = date_text(repo.modified_s)
    facts = (
        tr("{n:,} downloads a month", n=repo.n_downloads),
        plural("{n} like", "{n:,} likes", repo.n_likes),
        tr("changed {date}", date=date) if date else "",
        _context_text(repo.n_ctx_train),
    )
    return " · ".join(fact for fact in facts if fact)


def facts_of_suggestion(each: Suggestion) -> str:
    """Return what is known of a suggestion, but for the licence."""
    names = tr(", ").join(map(tr, each.languages))
    languages = tr("languages: {names}", names=names) if names else ""
    facts = (tr(each.good_at), languages, _context_text(each.n_ctx_train))
    return " · ".join(fact for fact in facts if fact)


def row_of_offer(offer: Offer) -> Row:
    """Return the row of a file nobody has judged yet."""
    details = tr("cannot be fetched: {problem}", problem=offer.problem) if offer.problem else _about_files(offer)
    return Row(offer.quantization or offer.name, details, size_text(offer.size_bytes), payload=offer)


def row_of_judged(judged: Judged) -> Row:
    offer = judged.offer
    plain = row_of_offer(offer)
    kind = judged.verdict.kind if judged.verdict else None
    tag = tr("Recommended") if judged.is_recommended else ""
    return Row(plain.title, plain.details, plain.aside, kind, tag, offer)


def license_text(name: str) -> str:
    return tr("licence: {name}", name=name) if name else tr("licence not stated")


def count_text(n: int) -> str:
    """Return "1,234", "56k", "1.2M"."""
    if n >= 999_500:
        return tr("{n:.1f}M", n=n / 1e6)
    return tr("{n:.0f}k", n=n / 1e3) if n >= 10_000 else number(n)


def date_text(seconds: float) -> str:
    """Return "2025-01-31", "" for what no calendar knows."""
    try:
        return f"{dt.datetime.fromtimestamp(seconds, dt.UTC):%Y-%m-%d}" if seconds else ""
    except (OverflowError, ValueError, OSError):
        return ""


def _row_of_suggestion(each: Suggestion) -> Row:
    file = f"{each.quantization} · {size_text(each.size_bytes)}" if each.quantization else ""
    kind = None if each.quantization else VerdictKind.TOO_LARGE
    details = f"{license_text(each.license)} · {facts_of_suggestion(each)}"
    return Row(each.name, details, file, kind, payload=each)


def _row_of_model(each: ModelChoice) -> Row:
    entry = each.entry
    if entry is None:
        aside = "" if each.is_there else tr("file is gone")
        return Row(each.name, str(each.path), aside, payload=each, is_dim=not each.is_there)
    aside = size_text(entry.size_bytes)
    if entry.is_away:
        aside = tr("drive is not there")
    elif not entry.can_be_loaded:
        aside = tr(entry.state.value)
    details = " · ".join(part for part in (what_text(entry), where_text(entry)) if part)
    return Row(each.name, details, aside, payload=each, is_dim=not entry.can_be_loaded)


def _about_files(offer: Offer) -> str:
    n_files = len(offer.files)
    parts = plural("{n} part", "{n} parts", n_files) if n_files > 1 else ""
    sees = tr("with its projector for pictures") if offer.companions else ""
    return tr(", ").join(part for part in (offer.name, parts, sees) if part)


def _context_text(n_tokens: int) -> str:
    return tr("{n:,} tokens of context", n=n_tokens) if n_tokens else ""
