"""A sentence that speaks of all amounts gives the unit of its part; one that speaks of a few gives none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.tables.units import is_money, units_of_parts, units_said
from schemas.kinds import CellRole
from schemas.table import Cell
from tests.reconcilers.made_tables import Made, make


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("Alla belopp är i tusental kronor.", "tkr"),
        ("Beloppen anges i tkr om inte annat anges.", "tkr"),
        ("Redovisningen är upprättad i svenska kronor, SEK.", "kr"),
        ("Belopp i mnkr om inget annat anges.", "mnkr"),
        ("Belopp i tkr i hela avsnittet.", None),
        ("Rapporten upprättas i tusental svenska kronor.", "tkr"),
        ("Beloppen i översikten är i tkr.", None),
        ("Avtalet är upprättat i två exemplar och gäller 350 kronor i månaden.", None),
    ],
)
def test_what_a_sentence_says_of_all_amounts(said: str, unit: str | None) -> None:
    assert units_said([("p0", said)]).get("p0") == unit


def test_two_sentences_that_disagree_say_nothing() -> None:
    texts = ("Alla belopp är i tkr.", "Rapporten är upprättad i svenska kronor.")
    assert units_said(("p0", text) for text in texts) == {}
    assert units_said(zip(("p0", "p1"), texts, strict=True)) == {"p0": "tkr", "p1": "kr"}


def test_a_part_agrees_where_two_tables_state_one_unit() -> None:
    """One table alone states it for itself: its neighbour may be in another."""
    stated, bare = Made("Kostnader", "2024", "Lön | 412"), Made("Intäkter", "2024", "Avgift | 88")
    for others, unit in ((("tkr",), None), (("tkr", "tkr"), "tkr"), (("tkr", "kr", "tkr"), None)):
        tables = make(bare, *(replace(stated, unit=name) for name in others)).tables
        tables = (replace(tables[0], unit=None, unit_source=None), *tables[1:])
        assert units_of_parts(list(tables), [True] * len(tables), [True] * len(tables), {})[0].unit == unit


def test_what_every_sheet_s_head_says_holds_of_all() -> None:
    """ "Period 202401" says nothing; two heads that disagree say nothing either."""
    heads = [("p0", "Belopp i kr"), ("p0", "Period 202401"), ("p0", "tkr")]
    assert units_said([], heads) == {"p0": "kr"}
    assert units_said([], [*heads, ("p0", "Belopp i tkr")]) == {}
    assert units_said([("p0", "Alla belopp är i tkr.")], heads) == {"p0": "tkr"}


def test_rows_that_say_their_unit_do_not_make_a_table_of_money() -> None:
    shown = make(Made("Nyckeltal", "2024", "Besök | 412\nKostnad per bad | 118"))
    besides = [replace(f, unit="kr" if f.row_label.startswith("Kostnad") else None) for f in shown.facts]
    cells = tuple(Cell(f.row, 0, CellRole.LABEL, f.row_label, f.place) for f in shown.facts)
    table = replace(shown.tables[0], cells=cells)
    assert is_money(table, [replace(f, unit=None) for f in shown.facts])
    assert not is_money(table, besides)
