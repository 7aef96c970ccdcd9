# SPDX-License-Identifier: Apache-2.0
"""The rows of an extraction as one table: CSV for spreadsheets, JSONL for programs."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from leeward.chat.extraction import Row
from leeward.storage.database import storable

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(rows: Sequence[Row], properties: Iterable[str]) -> str:
    """Return CSV with a line of names: file, part, the values of the schema in its order, and what went wrong.

    A text that a spreadsheet would run as a formula gets an apostrophe in front; what is no single value stands as JSON.
    What UTF-8 has no form for, as in names of files that are none, is replaced.
    """
    names = list(dict.fromkeys([*properties, *(name for row in rows for name in _cells(row))]))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["file", "part", *_headers(names), "problem"])
    for row in rows:
        cells = _cells(row)
        part = f"{row.part}/{row.n_parts}" if row.n_parts > 1 else ""
        values = [_text(cells.get(name)) for name in names]
        writer.writerow([_unarmed(row.file), part, *values, _unarmed(row.problem)])
    return storable(out.getvalue())


def as_jsonl(rows: Sequence[Row]) -> str:
    """Return an object a line: file, value, and part and n_parts of a file in parts, or problem."""
    return storable("".join(json.dumps(_as_object(row), ensure_ascii=False) + "\n" for row in rows))


def _headers(names: Sequence[str]) -> list[str]:
    """Return what stands over each value: no two the same, and nothing that a spreadsheet would run."""
    taken = {"file", "part", "problem"}
    headers: list[str] = []
    for name in names:
        header = _unarmed(name)
        while header in taken or (header != name and header in names):
            header += "_"
        taken.add(header)
        headers.append(header)
    return headers


def _as_object(row: Row) -> dict[str, Any]:
    parts = {"part": row.part, "n_parts": row.n_parts} if row.n_parts > 1 else {}
    what = {"problem": row.problem} if row.problem else {"value": row.value}
    return {"file": row.file, **parts, **what}


def _cells(row: Row) -> dict[str, Any]:
    if row.problem:
        return {}
    return row.value if isinstance(row.value, dict) else {"value": row.value}


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _unarmed(value)
    return json.dumps(value, ensure_ascii=False)


def _unarmed(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
