"""Loans in a report and in its note: other headers, the same rows, and one figure that differs."""

from __future__ import annotations

from reconcilers.known.grid import find_grids
from reconcilers.same_figure.lists_that_stand_twice import link_lists
from reconcilers.same_figure.rows_of_two_tables import find_matches
from tests.reconcilers.made_tables import Made, make

ROWS = "Björkbanken | 2,90 | 4 250 000; Ekbanken | 3,49 | 6 100 000; Almbanken | 1,15 | 2 875 500"
MORE = "; Rönnbanken | 2,41 | 1 940 000; Björkbanken | 1,98 | 3 120 000"


def made(headers: str, rows: str) -> Made:
    return Made("Lån", headers, rows.replace("; ", "\n"))


def linked(second: str, headers: str = "Räntesats | Belopp") -> tuple[int, int, list[tuple[str, str]]]:
    """How many rows and columns are one in both, and the figures that differ."""
    grids = find_grids(make(made("Ränta | Skuld", ROWS + MORE), made(headers, second)))
    rows, columns = link_lists(*grids)
    pairs = [pair for match in find_matches(grids) for pair in match.pairs if not pair.same_size]
    return len(rows), len(columns), [(pair.a.raw, pair.b.raw) for pair in pairs]


def test_a_rate_that_differs_is_told() -> None:
    second = (ROWS + MORE).replace("2,90", "3,49")
    assert linked(second) == (5, 2, [("2,90", "3,49")])


def test_two_rows_of_one_name_are_known_by_their_amounts() -> None:
    turned = "; ".join(reversed((ROWS + MORE).split("; ")))
    assert linked(turned) == (5, 2, [])


def test_lists_whose_amounts_are_others_are_two() -> None:
    other = "Björkbanken | 2,90 | 125 000; Ekbanken | 3,49 | 96 000; Almbanken | 1,15 | 31 500"
    assert linked(other)[2] == [], "no figure of the one is held against the other's"


def test_another_year_is_another_column() -> None:
    assert linked((ROWS + MORE).replace("2,90", "3,49"), "Räntesats 2030 | Belopp 2030")[2] == []


def test_two_rows_are_too_few_to_tell() -> None:
    assert linked("; ".join(ROWS.split("; ")[:2])) == (0, 0, [])
