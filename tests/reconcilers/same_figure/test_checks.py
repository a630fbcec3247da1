"""One figure in two places, as checks: in two tables, in a sentence and a table, in two sentences."""

from __future__ import annotations

from reconcilers.known.grid import find_grids
from reconcilers.same_figure.checks import find_cross_checks
from reconcilers.sums.checks import find_checks
from schemas.finding import Check
from tests.reconcilers.made_tables import Made, Told, make

COLUMNS = "Bokslut 2024 | Budget 2025"
ROWS = "Grundskola | 40 150 | 41 275\nFritidshem | 8 020 | 8 412\nKulturskola | 3 377 | 3 498"


def checks(*tables: Made, told: tuple[str, ...] = ()) -> list[Check]:
    reading = make(*tables, told=[Told(text) for text in told])
    grids = find_grids(reading)
    return list(find_cross_checks(reading, grids, find_checks(reading, grids)))


def test_a_figure_in_two_tables_bears_itself_out() -> None:
    found = checks(Made("Nämnder", COLUMNS, ROWS), Made("Verksamheter", COLUMNS, ROWS))
    assert len(found) == 6 and all(check.holds and check.kind == "cross_table" for check in found)
    assert "är detsamma som i tabellen Nämnder" in found[0].says


def test_a_figure_that_differs_between_two_tables_fails_once() -> None:
    wrong = ROWS.replace("8 412", "8 421")
    found = checks(Made("Nämnder", COLUMNS, ROWS), Made("Verksamheter", COLUMNS, wrong))
    assert [(check.found, check.expected) for check in found if not check.holds] == [(8421, 8412)]


def test_costs_shown_without_a_minus_mean_what_others_print_as_negative() -> None:
    """The net of the first table takes its costs away; the second prints them with a minus."""
    net = "K\nIntäkt | 125 | 140\nKostnad | 4 310 | 4 455\nNettokostnad | -4 185 | -4 315"
    minus = net.replace("4 310", "-4 310").replace("4 455", "-4 455")
    found = checks(Made("Kansli", COLUMNS, net), Made("Kansliet", COLUMNS, minus))
    assert {abs(check.found) for check in found if check.holds} >= {4310, 4455}
    assert [check.says for check in found if not check.holds] == []


def test_a_sentence_is_held_against_its_table_in_the_tables_unit() -> None:
    told = ("Enligt budget 2025 är grundskola 41,6 mnkr.", "Enligt bokslut 2024 är fritidshem 8 020 tkr.")
    found = checks(Made("Nämnder", COLUMNS, ROWS), told=told)
    assert {(check.kind, check.holds) for check in found} >= {("text_vs_table", True)}
    assert [check.found for check in found if check.holds] == [8020]


def test_a_sentence_said_twice_alike_is_a_check_of_two_amounts() -> None:
    text = "Nettokostnaden för parkerna under året är 5 310 tkr."
    (check,) = checks(told=(text, text))
    assert len(check.amount_ids) == 2 and check.fact_ids == () and check.holds


def test_ids_go_on_after_the_checks_within_the_tables() -> None:
    reading = make(Made("A", COLUMNS, ROWS), Made("B", COLUMNS, ROWS))
    own = tuple(find_cross_checks(reading, find_grids(reading), ()))
    later = find_cross_checks(reading, find_grids(reading), own)
    assert later[0].check_id.endswith("-c0006")


def test_a_sum_that_follows_from_a_row_that_differs_is_not_told_beside_it() -> None:
    """Below the sum, one of the tables goes on with a row of its own."""
    right = f"{ROWS}\nSumma | 51 547 | 53 185"
    wrong = f"{ROWS.replace('8 412', '8 512')}\nSumma | 51 547 | 53 285\nFinans | -50 000 | -52 000"
    found = checks(Made("Nämnder", COLUMNS, right), Made("Ramar", COLUMNS, wrong))
    assert [(check.found, check.expected) for check in found if not check.holds] == [(8512, 8412)]


def test_a_sum_of_other_rows_is_no_other_figure() -> None:
    more = f"{ROWS}\nFinans | -50 000 | -52 000\nSumma | 1 547 | 1 185"
    found = checks(
        Made("Nämnder", COLUMNS, f"{ROWS}\nSumma | 51 547 | 53 185"), Made("Kommunen", COLUMNS, more)
    )
    assert len(found) == 6 and all(check.holds for check in found)


def test_the_column_may_be_named_behind_the_amount() -> None:
    told = (
        "Av tabellen framgår att kulturskola är 3,9 mnkr (budget 2025).",
        "Fritidshem är 8 412 kr, budget 2025.",
    )
    found = checks(Made("Nämnder", COLUMNS, ROWS), told=told)
    assert [check.found for check in found if not check.holds] == [3498, 8412]


def test_what_is_less_than_half_of_a_row_is_another_thing_of_its_name() -> None:
    found = checks(Made("Nämnder", COLUMNS, ROWS), told=("Grundskola är 2,3 mnkr (budget 2025).",))
    assert [check for check in found if not check.holds] == []
