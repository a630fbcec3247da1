"""An Extraction as rows of the published tables:
attribute names are column names, a Place becomes five columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import ROUND_HALF_EVEN, Context, Decimal
from itertools import chain
from typing import Any

import pyarrow as pa

from archive.person_ids import person_ids
from schemas import tables as published
from schemas.columns import AMOUNT, BOX, STRINGS
from schemas.document import Amount, Extraction, Fact
from schemas.finding import Check, Claim, Difference, Duplicate, Finding, Reconciliation
from schemas.kinds import DifferenceKind, raise_if_unlisted
from schemas.published_table import PublishedTable
from schemas.tables_of_proof import CHECKS, DUPLICATES, FINDINGS
from schemas.warnings import Code, sentences, warn
from swedish.slugs import meeting_slug

_BOX_NAMES = tuple(column.name for column in BOX)
_HELD_AS_ROWS = (
    published.PAGES, published.WORDS, published.PARTS, published.SECTIONS, published.CONTENTS,
    published.PARAGRAPHS, published.DECISIONS, published.PEOPLE, published.VOTES, published.TABLES,
    published.FACTS, published.AMOUNTS, published.CORRECTIONS,
)  # fmt: skip
_PROVED = (DUPLICATES, CHECKS, FINDINGS)
_CHECKED_AMOUNTS = frozenset(("expected", "found", "difference", "tolerance"))
DECIMALS = {"value": "value_decimals", "value_sek": "value_sek_decimals"}
_SMALLEST = Decimal(1).scaleb(-AMOUNT.scale)
_WIDE = Context(prec=AMOUNT.precision, rounding=ROUND_HALF_EVEN)


@dataclass(frozen=True, slots=True)
class Arrival:
    """How and when a file's bytes first came in."""

    file_name: str
    source_uri: str
    at: datetime


def extraction_to_tables(
    extraction: Extraction, arrival: Arrival, extractor_version: str
) -> dict[str, pa.Table]:
    """One Arrow table for each published table the reading has rows for, in reading order."""
    document_id = extraction.source.document_id
    given = {
        "document_id": document_id,
        "sha256": extraction.source.sha256,
        "file_name": arrival.file_name,
        "source_uri": arrival.source_uri or None,
        "ingested_at": arrival.at,
        "extractor_version": extractor_version,
        "meeting_id": meeting_slug(extraction.municipality, extraction.body, extraction.meeting_date),
    }
    tables = {
        table.name: _things_to_table(table, things, given | own)
        for table, things, own in _things(rounded(extraction))
    }
    return {name: table for name, table in tables.items() if table.num_rows}


def with_decimals(tables: dict[str, pa.Table], extraction: Extraction) -> dict[str, pa.Table]:
    """The tables with how many decimals each amount was read with, which the published type forgets.

    "1,50" is printed more exactly than "1,5",
    and what rounding may explain follows from that. Kept, not published.
    """
    figures: dict[str, Sequence[Fact | Amount]] = {"facts": extraction.facts, "amounts": extraction.amounts}
    known = dict(tables)
    for table in [name for name in figures if name in tables]:
        for name, column in DECIMALS.items():
            counts = [_decimals(getattr(figure, name)) for figure in figures[table]]
            known[table] = known[table].append_column(column, pa.array(counts, pa.int8()))
    return known


def _decimals(value: Decimal | None) -> int | None:
    exponent = value.as_tuple().exponent if value is not None else None
    return min(-exponent, AMOUNT.scale) if isinstance(exponent, int) else None


def reconciliation_to_tables(reconciliation: Reconciliation) -> dict[str, pa.Table]:
    """One Arrow table for each of duplicates, checks and findings that there are any of."""
    given = {"document_id": reconciliation.document_id}
    tables = {
        table.name: _things_to_table(table, getattr(reconciliation, table.name), given) for table in _PROVED
    }
    return {name: table for name, table in tables.items() if table.num_rows}


def duplicates_to_table(duplicates: Sequence[Duplicate]) -> pa.Table:
    return _things_to_table(DUPLICATES, duplicates, {})


def findings_to_table(findings: Sequence[Finding]) -> pa.Table:
    """Rows that keep their own document_id, as findings between documents must."""
    return _things_to_table(FINDINGS, findings, {})


def _things(extraction: Extraction) -> Iterable[tuple[PublishedTable, Sequence[Any], dict[str, list[str]]]]:
    """Each published table, what its rows are made of,
    and the columns those things do not carry themselves.
    """
    yield published.DOCUMENTS, (extraction,), {}
    own = {published.PEOPLE.name: {"person_id": person_ids(extraction)}}
    for table in _HELD_AS_ROWS:
        yield table, getattr(extraction, table.name), own.get(table.name, {})
    cells = [(table.table_id, cell) for table in extraction.tables for cell in table.cells]
    yield published.CELLS, [cell for _, cell in cells], {"table_id": [table_id for table_id, _ in cells]}


def _things_to_table(table: PublishedTable, things: Sequence[Any], given: dict[str, Any]) -> pa.Table:
    """Rows of `table`, one a thing; `given` holds lists, or what is the same for all rows.

    Raises ValueError where a word is not of its column's closed list.
    """
    columns = []
    for column in table.columns:
        values = _values(column.name, things, given)
        if column.kind is not None:
            words = chain.from_iterable(values) if column.type == STRINGS else values
            raise_if_unlisted(words, column.kind, f"{table.name}.{column.name}")
        columns.append(_array(values, column.type))
    return pa.Table.from_arrays(columns, schema=table.schema)


def _values(name: str, things: Sequence[Any], given: dict[str, Any]) -> list[Any]:
    if name in given:
        return given[name] if isinstance(given[name], list) else [given[name]] * len(things)
    if not things:
        return []
    read = _reader(name, things[0])
    return [read(thing) for thing in things]


def _reader(name: str, example: Any) -> Callable[[Any], Any]:
    if name in _BOX_NAMES and hasattr(example, "place"):
        return lambda thing: getattr(thing.place.box, name) if thing.place.box else None
    if name == "page" and hasattr(example, "place"):
        return lambda thing: thing.place.page
    if name == "warnings":
        return lambda thing: sentences(thing.warnings)
    if name == "warning_codes":
        return lambda thing: [warning.code.value for warning in thing.warnings]
    if name == "evidence" and isinstance(example, Finding):
        return lambda finding: [_claim_to_row(claim) for claim in finding.evidence]
    if name == "differences" and isinstance(example, Duplicate):
        return lambda duplicate: [_difference_to_row(difference) for difference in duplicate.differences]
    if isinstance(example, Check) and name in _CHECKED_AMOUNTS:
        return lambda check: _fit(getattr(check, name))
    return lambda thing: getattr(thing, name)


def _claim_to_row(claim: Claim) -> dict[str, Any]:
    names = ("document_id", "raw", "fact_id", "amount_id", "paragraph_id")
    box = {name: getattr(claim.place.box, name, None) for name in _BOX_NAMES}
    return {"page": claim.place.page, **box, **{name: _whole(getattr(claim, name)) for name in names}}


def _difference_to_row(difference: Difference) -> dict[str, Any]:
    raise_if_unlisted([difference.kind], DifferenceKind, "duplicates.differences.kind")
    return {name: _whole(getattr(difference, name)) for name in ("kind", "a", "b")}


def _array(values: list[Any], kind: pa.DataType) -> pa.Array:
    try:
        return pa.array(values, type=kind)
    except UnicodeEncodeError:  # half a surrogate pair from a broken ToUnicode map: Parquet holds only UTF-8
        return pa.array([_whole(value) for value in values], type=kind)


def _whole(value: Any) -> Any:
    """The string with "\\ufffd" where half a character stands."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return [_whole(each) for each in value] if isinstance(value, list | tuple) else value


def rounded(extraction: Extraction) -> Extraction:
    """The reading with amounts that fit the published type,
    and a warning if any had more decimals than that.
    """
    figures: tuple[Fact | Amount, ...] = (*extraction.facts, *extraction.amounts)
    long = [figure for figure in figures if _is_long(figure.value) or _is_long(figure.value_sek)]
    if not long:
        return extraction
    warning = warn(Code.DECIMALS_ROUNDED, count=len(long), most=AMOUNT.scale)
    return replace(
        extraction,
        facts=tuple(_round(fact) for fact in extraction.facts),
        amounts=tuple(_round(amount) for amount in extraction.amounts),
        warnings=(*extraction.warnings, warning),
    )


def _is_long(value: Decimal | None) -> bool:
    exponent = value.as_tuple().exponent if value is not None else 0
    return isinstance(exponent, int) and -exponent > AMOUNT.scale


def _round(thing: Any) -> Any:
    return replace(thing, value=_fit(thing.value), value_sek=_fit(thing.value_sek))


def _fit(value: Decimal | None) -> Decimal | None:
    return value.quantize(_SMALLEST, context=_WIDE) if value is not None and _is_long(value) else value
