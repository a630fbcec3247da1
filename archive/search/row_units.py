"""The rows of a document's tables as units: each row of figures with the labels that say what they are, and
what else is printed in a table, so that no word of it is lost to a search.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from archive.search.unit import Passage, Unit, UnitKind

Row = dict[str, Any]
_BOX = ("x0", "top", "x1", "bottom")


def row_units(
    tables: Iterable[Row],
    facts: Iterable[Row],
    cells: Iterable[Row],
    part_kinds: Mapping[str | None, str],
    worst: Callable[[Iterable[str]], str],
) -> Iterator[Unit]:
    """A unit for each row with a figure, and for each other row that says what no row of figures says.

    `worst` gives the severity of the worst finding about some ids.
    """
    by_row, texts = _by_row(facts), _by_row(cells)
    for table in tables:
        known = _told_by_figures(by_row, table["table_id"])
        for table_id, number in sorted(
            key for key in texts.keys() | by_row.keys() if key[0] == table["table_id"]
        ):
            own, printed = by_row.get((table_id, number), []), texts.get((table_id, number), [])
            more = [cell["text"] for cell in printed if _has_word(cell["text"]) and cell["text"] not in known]
            if own or more:
                severity = worst(fact["fact_id"] for fact in own)
                yield _unit(table, number, own, printed, more, part_kinds.get(table["part_id"], ""), severity)


def _by_row(rows: Iterable[Row]) -> dict[tuple[str, int], list[Row]]:
    by_row: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in rows:
        by_row[row["table_id"], row["row"]].append(row)
    return by_row


def _told_by_figures(by_row: Mapping[tuple[str, int], Sequence[Row]], table_id: str) -> set[str]:
    """The labels that stand in the units of the table's figures."""
    known: set[str] = set()
    for (owner, _), facts in by_row.items():
        for fact in facts if owner == table_id else ():
            for label in (fact["group_label"], fact["row_label"], fact["row_code"], fact["column_label"]):
                known |= {label or "", *(label or "").split(" / ")}
            known.add(fact["raw"])
    return known


def _has_word(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _unit(
    table: Row,
    number: int,
    facts: Sequence[Row],
    cells: Sequence[Row],
    more: Sequence[str],
    part_kind: str,
    severity: str,
) -> Unit:
    label = _label(facts[0]) if facts else " ".join(more)
    figures = "; ".join(f"{fact['column_label']}: {fact['raw']}" for fact in facts)
    page = next((row["page"] for row in (*facts, *cells) if row["page"]), None)
    told = ": ".join(filter(None, (label, figures))) if facts else label
    passages = [Passage(told, page, box=_around(cells or facts, page))]
    passages += [Passage(_title(table), table["first_page"])] if table["title"] else []
    passages += [Passage(" · ".join(more), page)] if facts and more else []
    kronor = (fact["value_sek"] for fact in facts)
    return Unit(
        UnitKind.ROW,
        f"{table['table_id']}-r{number}",
        label or table["title"] or "",
        tuple(passages),
        (label,) if facts else (),
        page,
        part_kind=part_kind,
        amounts=tuple(float(each) for each in kronor if each is not None),
        severity=severity,
        table_id=table["table_id"],
        row=number,
    )


def _label(fact: Row) -> str:
    return " / ".join(filter(None, (fact["group_label"], fact["row_code"], fact["row_label"])))


def _title(table: Row) -> str:
    unit = table["unit"]
    return f"{table['title']} ({unit})" if unit and unit not in table["title"] else str(table["title"])


def _around(rows: Sequence[Row], page: int | None) -> tuple[float, float, float, float] | None:
    """The box around what stands on the sheet."""
    boxes = [
        tuple(row[name] for name in _BOX) for row in rows if row["x0"] is not None and row["page"] == page
    ]
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
