"""Sums, nets, deviations and shares:
what is tried, what holds, and what a sound table must not be blamed for.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from benchmarks.digit_faults import figure_findings, read_sample
from reconcilers.sums.checks import find_checks
from schemas.finding import Check
from tests.reconcilers.made_tables import Made, make

COLUMNS = "Bokslut 2024 | Budget 2025 | Prognos 2025"

INNOCENT = {
    "a row of which is not added": Made("Kostnader", COLUMNS, """
        Personal | -5 210 | -5 415 | -5 390
        varav timanställda | -410 | -395 | -420
        Lokaler | -1 240 | -1 265 | -1 270
        Summa | -6 450 | -6 680 | -6 660"""),
    "costs without a minus throughout": Made("Verksamhet", COLUMNS, """
        Kansli
        Intäkt | 125 | 140 | 138
        Kostnad | 4 310 | 4 455 | 4 470
        Nettokostnad | 4 185 | 4 315 | 4 332
        Park
        Intäkt | 610 | 590 | 602
        Kostnad | 7 215 | 7 330 | 7 415
        Nettokostnad | 6 605 | 6 740 | 6 813
        Totalt
        Intäkt | 735 | 730 | 740
        Kostnad | 11 525 | 11 785 | 11 885
        Nettokostnad | 10 790 | 11 055 | 11 145"""),
    "figures rounded to a tenth": Made("Investeringar", COLUMNS, """
        Gator | 12,4 | 13,3 | 11,8
        Parker | 3,3 | 2,8 | 3,1
        Skolor | 48,7 | 51,1 | 50,4
        Övrigt | 0,9 | 1,3 | 1,1
        Summa | 65,4 | 68,4 | 66,4""", "mnkr"),
    "a sum that leaves the buffer out": Made("Nettokostnader", COLUMNS, """
        Gata | -4 100 | -4 250 | -4 300
        Park | -2 300 | -2 410 | -2 390
        Buffert | 0 | -500 | -215
        Hamn | -900 | -935 | -940
        Summa | -7 300 | -7 595 | -7 630"""),
    "empty cells are not nothing": Made("Sammandrag", COLUMNS, """
        Summa intäkter | 847 | 907 | 911
        Summa kostnader | -137 053 | -143 307 | -144 318
        Nettokostnad | -136 206 | -142 400 | -143 407
        Kommunbidrag | 136 950 | 142 400 |
        Resultat | 744 | 0 | -1 007"""),
    "periods that differ": Made("Uppföljning", "Utfall jan–aug 2025 | Budget 2025 | Prognos 2025", """
        Gata | -2 733 | -4 250 | -4 300
        Park | -1 590 | -2 410 | -2 390
        Summa | -4 323 | -6 660 | -6 690"""),
    "an approved sum need not be used up": Made("Projekt", "Godkänd utgift | Utgift tom 2024 | Budget 2025",
        """
        Hamntorget | -21 500 | -15 070 | -1 430
        Bron | -9 800 | -2 110 | -6 200
        Summa | -31 300 | -17 180 | -7 630"""),
    "no sum at all": Made("Besökare", "2023 | 2024 | 2025", """
        Museet | 62 225 | 60 000 | 56 945
        Badet | 22 898 | 23 902 | 22 000
        Biblioteket | 117 271 | 116 100 | 110 000""", "antal"),
}  # fmt: skip


@pytest.mark.parametrize("made", INNOCENT.values(), ids=INNOCENT)
def test_sound_tables_are_left_in_peace(made: Made) -> None:
    reading = make(made)
    assert [check.says for check in find_checks(reading) if not check.holds] == []
    assert figure_findings(reading) == ()


def held(made: Made) -> list[tuple[str, Decimal]]:
    return [(check.kind, check.found) for check in find_checks(make(made)) if check.holds]


def proved(made: Made) -> set[Decimal]:
    return {found for _, found in held(made)}


def test_a_buffer_left_out_is_found_and_said() -> None:
    checks = find_checks(make(INNOCENT["a sum that leaves the buffer out"]))
    assert {check.found for check in checks} == {Decimal(-7300), Decimal(-7595), Decimal(-7630)}
    assert all("utom Buffert" in check.says for check in checks)


STALE = Made("Projekt", "Projektbudget | Utfall | Avvikelse | Budget 2025 | Utfall 2025 | Kvar", """
        Klara
        Inventarier | | | | 0,800 | 0,617 | 0,183
        Konst | | | | 0,125 | 0,125 |
        Summa klara | | | | 0,925 | 0,742 | 0,183
        Pågående
        Bron | 12,068 | 9,127 | 2,941 | 6,200 | 3,059 | 3,141
        Hamnen | 8,000 | 6,000 | 2,000 | 3,400 | 1,600 | 1,800
        Summa pågående | 20,068 | 15,127 | 4,941 | 9,600 | 4,659 | 4,941
        Summa projekt | 20,068 | {utfall} | 4,938 | 10,525 | 5,403 | {kvar}""", "mnkr")  # fmt: skip


def test_a_sum_that_is_all_but_right_in_most_columns_is_still_a_sum() -> None:
    """A total that was not brought up to date: off by thousandths in four columns of six."""
    stale = replace(STALE, rows=STALE.rows.format(utfall="15,130", kvar="5,122"))
    wrong = [check for check in find_checks(make(stale)) if not check.holds and check.kind == "sum"]
    assert {check.found for check in wrong} == {Decimal(n) for n in ("15.130", "4.938", "5.403", "5.122")}


def test_a_row_that_is_far_off_in_most_columns_is_no_sum() -> None:
    other = replace(STALE, rows=STALE.rows.format(utfall="11,304", kvar="9,871").replace("4,938", "7,2"))
    assert [check.says for check in find_checks(make(other)) if not check.holds and check.kind == "sum"] == []


def test_totals_over_groups_and_nets_whatever_the_sign_of_costs() -> None:
    made = INNOCENT["costs without a minus throughout"]
    assert {Decimal(735), Decimal(11525), Decimal(10790), Decimal(4185), Decimal(6605)} <= proved(made)
    assert held(made).count(("net", Decimal(10790))) + held(made).count(("sum", Decimal(10790))) == 2


def test_columns_that_are_made_of_others() -> None:
    made = Made("Nämnder", "Budget 2025 | Utfall 2025 | Avvikelse", """
        Skola | -4 250 | -4 310 | 60
        Vård | -9 410 | -9 115 | -295
        Kultur | -1 240 | -1 204 | -36""")  # fmt: skip
    assert [(c.kind, c.found) for c in find_checks(make(made))] == [
        ("net", Decimal(60)), ("net", Decimal(-295)), ("net", Decimal(-36)),
    ]  # fmt: skip


def test_a_total_over_the_years() -> None:
    made = Made("Plan", "2025 | 2026 | 2027 | Totalt", """
        Väg A | 310 | 240 | 125 | 675
        Väg B | 85 | 0 | 0 | 85
        Bro | 0 | 1 150 | 2 400 | 3 550
        Summa | 395 | 1 390 | 2 525 | 4 310""")  # fmt: skip
    assert {Decimal(675), Decimal(3550), Decimal(4310), Decimal(395), Decimal(1390), Decimal(2525)} <= proved(
        made
    )


def test_per_cent_of_two_columns() -> None:
    made = Made("Utfall", "Budget 2025 | Utfall 2025 | Utfall, %", """
        Intäkter | 4 820 | 710 | 14,7
        Hyror | 6 150 | 1 030 | 16,7
        Bidrag | 3 260 | 610 | 18,7""")  # fmt: skip
    shares = [check for check in find_checks(make(made)) if check.kind == "percent"]
    assert [check.found for check in shares] == [Decimal("14.7"), Decimal("16.7"), Decimal("18.7")]
    assert all(check.holds and len(check.fact_ids) == 3 for check in shares)


def test_sums_of_zeros_prove_nothing() -> None:
    made = Made("Tomt", COLUMNS, """
        A | 0 | 0 | 0
        B | 0 | 0 | 0
        Summa | 0 | 0 | 0""")  # fmt: skip
    assert find_checks(make(made)) == ()


def test_tolerance_follows_from_what_is_printed() -> None:
    checks = find_checks(make(INNOCENT["figures rounded to a tenth"]))
    assert {check.tolerance for check in checks} == {Decimal("0.25")}  # five figures, half a tenth each


def test_checks_name_their_figures_the_proved_one_first() -> None:
    reading = read_sample("utdrag-budget")
    facts = {fact.fact_id: fact for fact in reading.facts}
    checks = find_checks(reading)
    assert [check.check_id for check in checks] == [
        f"{reading.source.document_id}-c{i:04d}" for i in range(len(checks))
    ]
    assert all(
        len(set(check.fact_ids)) > 1 and facts[check.fact_ids[0]].value == check.found for check in checks
    )


def test_ids_do_not_depend_on_the_run() -> None:
    reading = make(*INNOCENT.values())
    first: tuple[Check, ...] = find_checks(reading)
    assert first == find_checks(reading)
