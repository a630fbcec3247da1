"""Stages of the reading that are figures: tables, cells, facts, and amounts in running text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from schemas.document import Fact
from tests.extractors.gold import Gold, Json, Row, Stage, fold, label, number

TOTALS = ("total", "subtotal", "net")


# Tables


def _said_tables(gold: Gold) -> Iterator[Row]:
    for table in gold.said["tables"]:
        if not table.get("in_image"):
            yield (
                table["part"],
                table["unit"],
                tuple(map(label, table["columns"][1:])),
                *_ends(table["pages"]),
            )


def _read_tables(gold: Gold) -> Iterator[Row]:
    """A column may bear another fair label of the gold's."""
    fair = {}
    for table in gold.said["tables"]:
        for other in table.get("columns_alt", ()):
            fair[(table["pages"][0], tuple(map(label, other[1:])))] = tuple(map(label, table["columns"][1:]))
    for t in gold.read.tables:
        labels = tuple(map(label, t.column_labels))
        yield (
            gold.part_number[t.part_id],
            t.unit,
            fair.get((t.first_page, labels), labels),
            t.last_page,
            t.first_page,
        )


def _ends(pages: list[int]) -> tuple[int, int]:
    return pages[-1], pages[0]


def _said_cells(gold: Gold) -> Iterator[Row]:
    for table in gold.said["tables"]:
        if not table.get("in_image"):
            for row in table["rows"]:
                yield label(row["label"]), *map(fold, row["cells"]), row.get("page") or table["pages"][0]


def _read_cells(gold: Gold) -> Iterator[Row]:
    for table in gold.read.tables:
        rows: dict[int, list[str]] = {}
        sheets: dict[int, int | None] = {}
        headers = {cell.row for cell in table.cells if cell.role == "header"}
        for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
            if cell.row not in headers:
                rows.setdefault(cell.row, []).append(fold(cell.text))
                sheets[cell.row] = cell.place.page
        for row, (first, *others) in rows.items():
            yield label(first), *others, sheets[row]


def _cells_of_pictures(gold: Gold) -> Iterator[Row]:
    for table in gold.said["tables"]:
        for row in table["rows"] if table.get("in_image") else ():
            yield label(row["label"]), *map(fold, row["cells"]), row.get("page") or table["pages"][0]


# Facts: (group, row, column, value, first sheet of the table, sheet)


def _said_facts(gold: Gold) -> Iterator[Row]:
    for table in gold.said["tables"]:
        if not table.get("in_image"):
            yield from (key for key, _ in _facts_of(table))


def _facts_of(table: Json) -> Iterator[tuple[Row, list[Row]]]:
    """Each fact of the gold's table, and the other readings that the contract calls right as well."""
    above: str | None = None
    for row in table["rows"]:
        if row["kind"] == "group":
            above = label(row["label"])
            continue
        groups = {row["group"] and label(row["group"]), above}
        groups |= {None} if row["kind"] in TOTALS else set()
        name, sheets = label(row["label"]), (table["pages"][0], row.get("page") or table["pages"][0])
        for index, value in enumerate(row["values"], start=1):
            if value is None:
                continue
            columns = [label(held[index]) for held in (table["columns"], *table.get("columns_alt", ()))]
            rest = (number(value), *sheets)
            key = (row["group"] and label(row["group"]), name, columns[0], *rest)
            yield key, [(group, name, column, *rest) for group in groups for column in columns]


def _read_facts(gold: Gold) -> Iterator[Row]:
    expected = set(_said_facts(gold))
    fair = {
        other: key for table in gold.said["tables"] for key, others in _facts_of(table) for other in others
    }
    first_page = {table.table_id: table.first_page for table in gold.read.tables}
    for fact in gold.read.facts:
        row = _row_of_fact(fact, first_page[fact.table_id])
        yield row if row in expected else fair.get(row, row)


def _row_of_fact(fact: Fact, first_page: int | None) -> Row:
    group = fact.group_label and label(fact.group_label)
    where = (first_page, fact.place.page)
    return group, label(fact.row_label), label(fact.column_label), number(fact.value), *where


def _allowed_facts(gold: Gold) -> Iterator[Row]:
    """Figures of tables that are pictures, and of boxed indicators: they may be facts or not."""
    for table in gold.said["tables"]:
        if table.get("in_image"):
            for _, others in _facts_of(table):
                yield from others
    boxed = {
        (i["page"], number(o["value"]))
        for i in gold.said.get("indicators", ())
        for o in (*i["outcomes"], *i.get("chart", {}).get("points", ()))
        if o.get("value")
    }
    yield from (row for row in _read_facts(gold) if (row[-2], row[3]) in boxed)


def _said_row_kinds(gold: Gold) -> Iterator[Row]:
    for table in gold.said["tables"]:
        for row in table["rows"]:
            if any(value is not None for value in row["values"]) and not table.get("in_image"):
                yield label(row["label"]), _sums(row["kind"]), row.get("page") or table["pages"][0]


def _sums(kind: str) -> str:
    """Which of the kinds of sum it is a reader may take in two ways; that it is one, not."""
    return "sum" if kind in TOTALS else kind


def _read_row_kinds(gold: Gold) -> Iterator[Row]:
    rows = {
        (f.table_id, f.row): (label(f.row_label), _sums(f.row_kind), f.place.page) for f in gold.read.facts
    }
    yield from rows.values()


# Amounts and percentages in running text


def _said_amounts(key: str) -> Callable[[Gold], Iterator[Row]]:
    def rows(gold: Gold) -> Iterator[Row]:
        for a in gold.said[key]:
            value = number(a["value_sek"] if a.get("value_sek") is not None else a["value"])
            yield a["part"], fold(a["raw"]), value, a["page"]

    return rows


def _read_amounts(percent: bool) -> Callable[[Gold], Iterator[Row]]:
    def rows(gold: Gold) -> Iterator[Row]:
        part_of = {p.paragraph_id: gold.part_number[p.part_id] for p in gold.read.paragraphs}
        for a in gold.read.amounts:
            if (a.unit in ("procent", "procentenheter")) == percent:
                value = number(a.value if a.value_sek is None else a.value_sek)
                yield part_of[a.paragraph_id], fold(a.raw), value, a.place.page

    return rows


STAGES = {
    "tables": Stage(_said_tables, _read_tables),
    "cells": Stage(_said_cells, _read_cells, _cells_of_pictures),
    "facts": Stage(_said_facts, _read_facts, _allowed_facts),
    "row_kinds": Stage(_said_row_kinds, _read_row_kinds),
    "amounts": Stage(_said_amounts("amounts_in_text"), _read_amounts(percent=False)),
    "percentages": Stage(_said_amounts("percentages_in_text"), _read_amounts(percent=True)),
}
