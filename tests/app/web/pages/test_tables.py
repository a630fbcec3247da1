"""A table as it is printed, what was proved of it, and a figure through the years."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.library import Row, Snapshot
from app.web.pages.shared_rows import NotHere
from app.web.pages.tables import Point, plot_of, show_figure, show_table
from tests.app.web.pages.test_documents import named


def test_the_cells_are_those_of_the_release_headers_first(release: Snapshot) -> None:
    document_id = named(release, "utdrag-budget.pdf")["document_id"]
    shown = show_table(release, document_id, 1)
    cells = [each.cell for row in (*shown["head"], *shown["rows"]) for each in row]
    every = [
        row for row in release.rows("cells", document_id) if row["table_id"] == shown["table"]["table_id"]
    ]
    assert len(cells) == len(every) > 100
    assert all(each.scope == "col" for row in shown["head"] for each in row if each.cell["text"])
    assert {each.scope for row in shown["rows"] for each in row} == {"row", ""}


def test_sums_are_marked_as_holding_and_what_does_not_hold_is_told_wherever_it_stands(
    release: Snapshot,
) -> None:
    faulty = show_table(release, named(release, "utdrag-budget-fel.pdf")["document_id"], 1)
    marked = {each.fact["fact_id"]: each.holds for row in faulty["rows"] for each in row if each.fact}
    status = {fact["fact_id"]: (fact["status"], fact["row_kind"]) for fact in faulty["facts"]}
    assert False in marked.values() and True in marked.values()
    for fact_id, holds in marked.items():
        kind = status[fact_id]
        assert holds is (
            False if kind[0] == "conflict" else True if kind[0] == "verified" and kind[1] != "data" else None
        )
    assert [check["holds"] for check in faulty["checks"]] == sorted(
        check["holds"] for check in faulty["checks"]
    )


def test_a_table_that_is_not_there_is_told(release: Snapshot) -> None:
    with pytest.raises(NotHere, match="ingen tabell 99"):
        show_table(release, named(release, "protokoll.pdf")["document_id"], 99)


def test_a_figure_is_followed_through_the_years_of_its_row(release: Snapshot) -> None:
    document_id = named(release, "utdrag-budget.pdf")["document_id"]
    fact = next(
        row for row in release.rows("facts", document_id) if row["year"] and row["row_label"] == "Intäkt"
    )
    shown = show_figure(release, document_id, fact["fact_id"])
    assert {point.fact["year"] for point in shown["points"]} == {2024, 2025, 2026}
    assert {point.fact["group_label"] for point in shown["points"]} == {fact["group_label"]}
    with pytest.raises(NotHere, match="Siffran finns inte"):
        show_figure(release, document_id, "finns-inte")


def point(year: int, value: str, measure: str = "bokslut") -> Point:
    fact: Row = {"year": year, "value": Decimal(value), "measure": measure}
    return Point(fact, {})


def test_a_plot_puts_later_years_to_the_right_and_greater_values_up() -> None:
    plot = plot_of([point(2023, "10"), point(2025, "-30"), point(2024, "20", "budget")])
    assert plot is not None
    (_, ((x0, y0), (x1, y1))), (_, ((x2, y2),)) = ((line.measure, line.points) for line in plot.lines)
    assert x0 < x2 < x1 and y2 < y0 < y1
    assert [year for _, year in plot.years] == [2023, 2024, 2025]
    assert [value for _, value in plot.ticks] == [Decimal(-30), Decimal(0), Decimal(20)]
    assert plot_of([point(2023, "1"), point(2023, "2")]) is None
