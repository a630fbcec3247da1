"""A correction finds its one place or changes nothing, and all that follows from the words follows."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extractors.corrections.apply import apply_corrections
from extractors.document import extract
from schemas.correction import AGREED, AMBIGUOUS, APPLIED, CONTRADICTED, NOT_FOUND, Corrected, Correction
from schemas.document import Extraction, Fact, Source
from schemas.kinds import CellRole
from schemas.place import Box

SAMPLES = Path(__file__).parents[3] / "samples"


@cache
def reading(name: str = "utdrag-budget") -> Extraction:
    pdf = (SAMPLES / name / f"{name}.pdf").read_bytes()
    return extract(pdf, Source(hashlib.sha256(pdf).hexdigest(), f"{name}.pdf"))


def said(page: int, read: str, printed: str, **more: Any) -> Correction:
    return replace(Correction(reading().source.document_id, page, read, printed), **more)


def applied(*corrections: Correction, to: Extraction | None = None) -> Extraction:
    return apply_corrections(to or reading(), corrections, lambda *_: None)


def states(*corrections: Correction, to: Extraction | None = None) -> list[str]:
    return [row.state for row in applied(*corrections, to=to).corrections]


def outcome(correction: Correction) -> Corrected:
    return applied(correction).corrections[0]


def fact(of: Extraction, fact_id: str) -> Fact | None:
    return next((each for each in of.facts if each.fact_id.endswith(fact_id)), None)


def without_rows(of: Extraction) -> Extraction:
    return replace(of, corrections=(), warnings=())


def renumbered(of: Extraction) -> Extraction:
    """As a later extractor that finds one more table on an earlier sheet would number them."""

    def moved(table_id: str) -> str:
        return f"{table_id[:-3]}{int(table_id[-3:]) + 1:03d}"

    return replace(
        of,
        tables=tuple(
            replace(t, table_id=moved(t.table_id), table_index=t.table_index + 1) for t in of.tables
        ),
        facts=tuple(
            replace(f, table_id=moved(f.table_id), fact_id=f.fact_id.replace(f.table_id, moved(f.table_id)))
            for f in of.facts
        ),
    )


def test_a_figures_value_follows_from_its_characters() -> None:
    after = fact(applied(said(9, "107 441", "(107 441,5)")), "t000-r1c1")
    assert after and (after.value, after.raw, after.raw_read) == (
        Decimal("-107441.5"),
        "(107 441,5)",
        "107 441",
    )
    assert after.value_sek == Decimal("-107441500.0") and after.unit == "tkr"


def test_a_figure_that_cannot_be_a_number_gives_no_fact() -> None:
    assert fact(applied(said(9, "107 441", "..")), "t000-r1c1") is None


def test_an_unread_cell_becomes_a_fact_with_the_labels_around_it() -> None:
    known = fact(reading(), "t000-r1c1")
    broken = applied(said(9, "107 441", "107 44l"))
    assert fact(broken, "t000-r1c1") is None
    mended = fact(applied(said(9, "107 44l", "107 441"), to=without_rows(broken)), "t000-r1c1")
    assert mended and known
    assert replace(mended, correction_id=None, raw_read=None) == known


def test_an_empty_cell_is_named_by_its_labels() -> None:
    table = reading().tables[0]
    cells = tuple(
        replace(c, text="", role=CellRole.EMPTY) if (c.row, c.column) == (1, 1) else c for c in table.cells
    )
    facts = tuple(f for f in reading().facts if f.fact_id != f"{table.table_id}-r1c1")
    missed = replace(reading(), tables=(replace(table, cells=cells), *reading().tables[1:]), facts=facts)
    where = {"row": "Avgifter, hyror och försäljning", "column": "Bokslut 2024"}
    found = fact(applied(said(9, "", "107 441", **where), to=missed), "t000-r1c1")
    assert found and found.value == 107441 and (found.row_label, found.year) == (where["row"], 2024)
    assert states(said(9, "", "107 441"), to=missed) == [NOT_FOUND]


def test_what_is_not_printed_is_struck() -> None:
    after = applied(said(9, "107 441", "", kind="strike"))
    assert fact(after, "t000-r1c1") is None
    cell = next(c for c in after.tables[0].cells if (c.row, c.column) == (1, 1))
    assert (cell.text, cell.role, cell.raw_read) == ("", "empty", "107 441")


def test_what_is_no_figure_keeps_its_characters() -> None:
    after = applied(said(9, "107 441", "107 441", kind="no_fact"))
    assert fact(after, "t000-r1c1") is None
    assert next(c for c in after.tables[0].cells if (c.row, c.column) == (1, 1)).text == "107 441"
    assert states(said(9, "107 441", "107 441", kind="no_fact"), to=without_rows(after)) == [AGREED]


def test_a_cell_taken_for_a_figure_heads_its_column() -> None:
    after = applied(said(9, "107 441", "Utfall 2021", kind="header"))
    below = [f for f in after.facts if f.table_id.endswith("t000") and f.column == 1]
    assert {f.column_label for f in below} == {"Bokslut 2024 / Utfall 2021"} and {
        f.row for f in below
    }.isdisjoint({1})
    assert states(said(9, "107 441", "Utfall 2021", kind="header"), to=without_rows(after)) == [AGREED]


def test_a_label_follows_into_its_facts_and_a_groups_into_those_below() -> None:
    after = applied(said(9, "Statsbidrag", "Statligt bidrag"), said(9, "Nämnd och ledning", "Totalt"))
    assert {f.row_label for f in after.facts if f.row == 2 and f.table_id.endswith("t000")} == {
        "Statligt bidrag"
    }
    under = [f for f in after.facts if f.table_id.endswith("t001") and f.row in (2, 3, 4)]
    assert {(f.group_label, f.row_kind) for f in under} == {("Totalt", "total")}
    assert fact(after, "t001-r6c1") == fact(reading(), "t001-r6c1")


def test_a_header_follows_into_its_column() -> None:
    after = applied(said(9, "Prognos 2025", "Plan 2026", column="Prognos 2025", kind="cell"))
    assert states(said(9, "Prognos 2025", "Plan 2026")) == [AMBIGUOUS]  # two tables on the sheet print it
    assert after.corrections[0].state == AMBIGUOUS
    chosen = applied(said(9, "Prognos 2025", "Plan 2026", choice=1))
    column = [f for f in chosen.facts if f.table_id.endswith("t000") and f.column == 3]
    assert {(f.column_label, f.measure, f.year) for f in column} == {("Plan 2026", "plan", 2026)}
    assert chosen.tables[0].column_labels[2] == "Plan 2026" and chosen.tables[1] == reading().tables[1]


def test_a_tables_unit_is_that_of_its_figures() -> None:
    after = applied(said(9, "", "kr", kind="unit", row=reading().tables[0].title or ""))
    assert (after.tables[0].unit, after.tables[0].unit_source) == ("kr", "correction")
    figure = fact(after, "t000-r1c1")
    assert figure and (figure.unit, figure.value_sek) == ("kr", Decimal(107441))
    assert fact(after, "t001-r2c1") == fact(reading(), "t001-r2c1")


def test_an_amount_in_a_text_is_read_anew_and_keeps_its_id() -> None:
    after = applied(said(3, "76,6 mnkr", "66,7 mnkr"))
    changed = [a for a, b in zip(after.amounts, reading().amounts, strict=True) if a != b]
    lower = ("66,7 mnkr", Decimal("66.7"), Decimal(66700000))
    assert [(a.raw, a.value, a.value_sek) for a in changed] == [lower]
    gone = applied(said(3, "76,6 mnkr", "mycket"))
    assert len(gone.amounts) == len(reading().amounts) - 1
    more = applied(said(3, "76,6 mnkr", "76,6 mnkr eller 5 tkr"))
    assert len({a.amount_id for a in more.amounts}) == len(reading().amounts) + 1


def test_a_decision_repeats_what_was_corrected() -> None:
    after = applied(said(1, "anta nämndplan", "fastställa nämndplan"))
    assert after.decisions[0].decision_text[1] == "att fastställa nämndplan och budget för 2026,"
    assert len(after.decisions[0].decision_text) == len(reading().decisions[0].decision_text)


def test_a_heading_takes_the_title_with_it() -> None:
    title = reading().title or ""
    after = applied(said(1, title, f"{title} m.m.", kind="text"))
    assert after.title == after.decisions[0].title == f"{title} m.m."


@pytest.mark.parametrize(
    ("field", "printed"), [("meeting_date", "2025-09-17"), ("diary_number", "SBN 2025-1"), ("title", "T")]
)
def test_a_field_of_the_document(field: str, printed: str) -> None:
    assert str(getattr(applied(said(1, "", printed, kind=field)), field)) == printed


def test_a_municipality_brings_its_code() -> None:
    after = applied(said(1, "", "Borås Stad", kind="municipality"))
    assert (after.municipality, after.municipality_code) == ("Borås Stad", "1490")


def test_what_stands_twice_changes_nothing_until_row_or_column_tell() -> None:
    twice = said(9, "0", "7")
    assert states(twice) == [AMBIGUOUS]
    assert replace(applied(twice), corrections=(), warnings=()) == replace(reading(), warnings=())
    assert len(applied(twice).warnings) == len(reading().warnings) + 1
    told = outcome(replace(twice, row="Nämnd och ledning / Intäkt", column="Budget 2025"))
    assert told.state == APPLIED and told.target_id and told.target_id.endswith("t001-r2c2")


def test_the_sheet_and_the_words_must_be_there() -> None:
    assert (
        states(said(9, "999 999", "1"), said(99, "107 441", "1"), said(8, "107 441", "1")) == [NOT_FOUND] * 3
    )


def test_words_are_whole_and_what_is_right_already_is_left() -> None:
    assert states(said(3, "ram för 202", "ram för 203")) == [NOT_FOUND]
    assert states(said(3, "2026 uppgår", "2026 uppgår till")) == [AGREED]


def test_tables_numbered_otherwise_are_found_again() -> None:
    new = said(9, "107 441", "107 144", choice=0)
    line = new.anchored(outcome(new))
    assert line.box and line.correction_id == outcome(new).correction_id
    after = applied(line, to=renumbered(reading()))
    assert after.corrections[0].state == APPLIED and fact(after, "t001-r1c1").raw == "107 144"  # type: ignore[union-attr]


def test_a_third_reading_at_the_same_place_is_corrected_too() -> None:
    new = said(9, "107 441", "107 144", choice=0)
    line = new.anchored(outcome(new))
    third = without_rows(applied(said(9, "107 441", "701 441")))
    row = applied(line, to=third).corrections[0]
    assert (row.state, row.raw_now) == (APPLIED, "701 441") and "nu lästes" in row.says


def test_a_place_where_nothing_is_read_any_more_is_not_found() -> None:
    new = said(9, "107 441", "107 144", choice=0)
    line = replace(new.anchored(outcome(new)), box=Box(1, 1, 5, 5))
    assert states(line) == [NOT_FOUND]


def test_two_that_say_different_things_of_one_place_change_nothing() -> None:
    one, other = said(9, "107 441", "1"), said(9, "107 441", "2")
    assert states(one, other) == [CONTRADICTED] * 2
    assert fact(applied(one, other), "t000-r1c1") == fact(reading(), "t000-r1c1")
    overlap = said(3, "uppgår till 76,6", "uppgick till 76,6"), said(3, "76,6 mnkr", "66,7 mnkr")
    assert states(*overlap) == [CONTRADICTED] * 2


def test_two_that_say_the_same_are_one_and_two_in_one_text_are_two() -> None:
    one = said(9, "107 441", "107 144")
    both = applied(one, replace(one, row="Avgifter, hyror och försäljning"))
    assert [row.state for row in both.corrections] == [APPLIED] * 2
    assert fact(both, "t000-r1c1").raw_read == "107 441"  # type: ignore[union-attr]
    after = applied(said(3, "uppgår till", "uppgick till"), said(3, "76,6 mnkr", "66,7 mnkr"))
    paragraph = next(p for p in after.paragraphs if p.place.page == 3 and "66,7" in p.text)
    assert paragraph.text.startswith("Nämndens ram för 2026 uppgick till 66,7 mnkr")
    assert len(paragraph.correction_ids) == 2
