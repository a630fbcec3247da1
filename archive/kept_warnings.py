"""Warnings as they are kept: code, arguments and sheets, which the published sentence alone does not give."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa

from archive.older_warnings import read_sentence
from archive.things_to_rows import rounded
from schemas.document import Extraction
from schemas.warning_codes import WarningCode
from schemas.warnings import Warned

VALUES = "warning_values"  # a column of `documents` and `pages` that is kept and not published


def with_warnings(tables: Mapping[str, pa.Table], extraction: Extraction) -> dict[str, pa.Table]:
    """The tables with each warning whole beside its sentence."""
    told = {
        "documents": [rounded(extraction).warnings],
        "pages": [sheet.warnings for sheet in extraction.pages],
    }
    return dict(tables) | {
        name: tables[name].append_column(VALUES, pa.array(map(_to_texts, rows), pa.list_(pa.string())))
        for name, rows in told.items()
        if name in tables
    }


def warnings_of(row: Mapping[str, Any]) -> tuple[Warned, ...]:
    """Of a row of `documents` or `pages`; one kept before warnings had codes has its sentences only."""
    values: Sequence[str] | None = row.get(VALUES)
    if values is None:
        return tuple(map(read_sentence, row["warnings"] or ()))
    return tuple(kept_to_warning(json.loads(value)) for value in values)


def warning_to_kept(warning: Warned) -> dict[str, Any]:
    """What JSON can hold.

    >>> warning_to_kept(read_sentence("3 tal på sidan är lästa av bara den ena OCR-läsaren."))
    {'code': 'figures_read_once', 'arguments': {'count': '3'}, 'sheets': []}
    """
    return {
        "code": warning.code.value,
        "arguments": dict(warning.arguments),
        "sheets": list(warning.sheets),
    }


def kept_to_warning(kept: Any) -> Warned:
    """What `warning_to_kept` gave; of older archives the bare sentence.

    Raises ValueError, KeyError, TypeError or AttributeError where it is neither.
    """
    if isinstance(kept, str):
        return read_sentence(kept)
    arguments = tuple((str(name), str(value)) for name, value in kept["arguments"].items())
    return Warned(WarningCode(kept["code"]), arguments, tuple(map(int, kept["sheets"])))


def _to_texts(warnings: Iterable[Warned]) -> list[str]:
    return [json.dumps(warning_to_kept(warning)) for warning in warnings]
