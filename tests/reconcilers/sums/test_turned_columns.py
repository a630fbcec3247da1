"""A column that prints the same rows with the other sign than its neighbours."""

from __future__ import annotations

from reconcilers.known.grid import find_grids
from reconcilers.sums.turned_columns import TurnedColumn, find_turned_columns
from tests.reconcilers.made_tables import Made, make

COLUMNS = "Bokslut 2024 | Budget 2025 | Prognos 2025"


def turned(rows: str, columns: str = COLUMNS) -> list[TurnedColumn]:
    return list(find_turned_columns(find_grids(make(Made("Kostnader", columns, rows)))))


COSTS = """
    Lön | -5 210 | 5 415 | -5 390
    Hyra | -1 240 | 1 265 | -1 270
    Resor | -310 | 295 | -302"""


def test_a_budget_without_its_minus_is_found_with_a_neighbour_for_each_figure() -> None:
    (column,) = turned(COSTS)
    assert [fact.raw for fact in column.turned] == ["5 415", "1 265", "295"]
    assert [fact.raw for fact in column.beside] == ["-5 210", "-1 240", "-310"]


def test_two_rows_are_too_few() -> None:
    assert turned("\n".join(COSTS.splitlines()[:3])) == []


def test_one_neighbour_cannot_tell_which_of_the_two_is_turned() -> None:
    rows = "Lön | -5 210 | 5 415\nHyra | -1 240 | 1 265\nResor | -310 | 295"
    assert turned(rows, "Bokslut 2024 | Budget 2025") == []


def test_nets_change_their_sign_from_year_to_year() -> None:
    rows = COSTS.replace("Lön", "Nettokostnad").replace("Hyra", "Årets resultat").replace("Resor", "Saldo")
    assert turned(rows) == []


def test_a_figure_of_another_size_is_no_neighbour() -> None:
    """A forecast of 54 beside an outcome of -5 210 is about something else."""
    assert turned(COSTS.replace("5 415", "54").replace("1 265", "12").replace("295", "2")) == []


def test_income_beside_costs_has_another_sign() -> None:
    columns = "Utfall 2025 / Kostnader | Utfall 2025 / Intäkter | Budget 2025 / Kostnader"
    assert turned(COSTS, columns) == []


def test_a_deviation_may_have_any_sign() -> None:
    assert turned(COSTS, "Bokslut 2024 | Avvikelse | Prognos 2025") == []
