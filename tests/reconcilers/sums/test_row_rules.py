"""Which rows make up which: under a group row, over the groups, since the last total."""

from __future__ import annotations

from reconcilers.known.grid import Grid, find_grids
from reconcilers.sums.identities import Rule
from reconcilers.sums.row_rules import find_row_rules
from tests.reconcilers.made_tables import Made, make

COLUMNS = "Bokslut 2024 | Budget 2025"


def grid_of(rows: str, columns: str = COLUMNS) -> Grid:
    (grid,) = find_grids(make(Made("Tabell", columns, rows)))
    return grid


def rules_of(rows: str) -> dict[int, Rule]:
    return {rule.target: rule for rule in find_row_rules(grid_of(rows))}


def test_a_row_under_a_group_row_is_what_the_rows_of_its_group_make_up() -> None:
    """The rows of another group take no part in it."""
    rules = rules_of("""
        Kansli
        Lön | 1 310 | 1 455
        Hyra | 412 | 430
        Summa | 1 722 | 1 885
        Park
        Lön | 2 615 | 2 730
        Hyra | 198 | 201
        Summa | 2 813 | 2 931""")
    assert [rules[row].terms for row in (2, 5)] == [((1, 0), (1, 1)), ((1, 3), (1, 4))]
    assert rules[5].form == "block"


def test_a_net_takes_one_side_of_its_group_from_the_other() -> None:
    """Costs printed without a minus: the signs are read from the figures."""
    rules = rules_of("""
        Kansli
        Intäkt | 125 | 140
        Kostnad | 4 310 | 4 455
        Nettokostnad | 4 185 | 4 315""")
    assert rules[2].terms == ((-1, 0), (1, 1)) and rules[2].is_net


def test_a_total_over_groups_adds_the_rows_of_one_name() -> None:
    rules = rules_of("""
        Kansli
        Intäkt | 125 | 140
        Kostnad | 4 310 | 4 455
        Park
        Intäkt | 610 | 590
        Kostnad | 7 215 | 7 330
        Totalt
        Intäkt | 735 | 730
        Kostnad | 11 525 | 11 785""")
    assert {row: rules[row].terms for row in (4, 5)} == {4: ((1, 0), (1, 2)), 5: ((1, 1), (1, 3))}
    assert rules[4].form == "groups"


def test_what_has_been_summed_up_is_represented_by_its_sum() -> None:
    """The grand total adds the two sums, not the rows that they added already."""
    rules = rules_of("""
        Lön | 1 310 | 1 455
        Hyra | 412 | 430
        Summa drift | 1 722 | 1 885
        Ränta | 77 | 81
        Lån | 905 | 930
        Summa finans | 982 | 1 011
        Totalt | 2 704 | 2 896""")
    assert rules[6].terms == ((1, 2), (1, 5))


def test_a_row_already_counted_in_another_takes_no_part() -> None:
    rules = rules_of("""
        Personal | 5 210 | 5 415
        varav timanställda | 410 | 395
        Lokaler | 1 240 | 1 265
        Summa | 6 450 | 6 680""")
    assert rules[3].terms == ((1, 0), (1, 2))


def test_a_row_left_out_of_a_sum_is_named() -> None:
    rules = rules_of("""
        Gata | 4 100 | 4 250
        Buffert | 350 | 500
        Park | 2 300 | 2 410
        Hamn | 900 | 935
        Summa | 7 300 | 7 595""")
    assert rules[4].left_out == 1


def test_a_sum_that_one_slip_spoils_is_still_a_sum_by_its_name() -> None:
    """A table of one column, too small to show the sum: 6 540 for 6 450 is a slip of the pen."""
    (rule,) = find_row_rules(grid_of("Personal | 5 210\nLokaler | 1 240\nSumma | 6 540", "Budget 2025"))
    assert (rule.form, rule.target) == ("label", 2)


def test_rows_without_a_sum_have_no_rule() -> None:
    assert (
        rules_of("Museet | 62 225 | 60 017\nBadet | 22 898 | 23 902\nBiblioteket | 117 271 | 116 103") == {}
    )


def test_a_sum_above_its_rows_is_their_sum_and_not_the_last_ones_net() -> None:
    rules = rules_of("""
        Tekniska nämnden | 22 906 | 23 417
        Gångväg | 4 140 | 4 255
        Lekplats | 1 948 | 2 011
        Armatur | 8 673 | 8 704
        Bro | 8 145 | 8 447""")
    assert rules == {0: Rule(0, ((1, 1), (1, 2), (1, 3), (1, 4)), rules[0].form)}


def test_a_result_below_what_it_is_made_of_stays_a_net() -> None:
    rules = rules_of("""
        Försäljning | 22 906 | 23 417
        Råvaror | 4 140 | 4 255
        Lön | 10 621 | 10 715
        Resultat | 8 145 | 8 447""")
    assert rules[3].is_net and 0 not in rules


def test_rows_that_begin_alike_in_each_group_are_made_up_alike() -> None:
    """Round figures alone would not show it."""
    rules = rules_of("""
        Löpande
        Resultat | 22 640 | 30 811
        Avskrivningar | 91 200 | 88 414
        Kassaflöde från drift | 113 840 | 119 225
        Finansiering
        Nya lån | 60 000 | 40 000
        Amortering | -20 000 | -35 000
        Kassaflöde från finansiering | 40 000 | 5 000""")
    assert rules[5].terms == ((1, 3), (1, 4))


def test_what_is_left_of_the_first_row_is_no_part_of_it() -> None:
    rules = rules_of("""
        Ingående balans | 22 906 | 23 417
        Uttag | 4 140 | 4 255
        Avskrivning | 10 621 | 10 715
        Utgående balans | 8 145 | 8 447""")
    assert 0 not in rules and rules[3].is_net


def test_sums_above_their_rows_are_what_a_total_adds_up() -> None:
    rules = rules_of("""
        Tekniska nämnden | 14 761 | 14 970
        Gångväg | 4 140 | 4 255
        Lekplats | 1 948 | 2 011
        Armatur | 8 673 | 8 704
        Fastighetsnämnden | 9 532 | 9 871
        Skola | 6 366 | 6 502
        Simhall | 1 178 | 1 266
        Solceller | 1 988 | 2 103
        Totalt kommunen | 24 293 | 24 841""")
    assert rules[8].terms == ((1, 0), (1, 4))


def test_rows_that_begin_alike_and_are_not_made_up_alike_keep_their_own_rules() -> None:
    rules = rules_of("""
        Löpande
        Resultat | 22 640 | 30 811
        Avskrivningar | 91 200 | 88 414
        Kassaflöde från drift | 113 840 | 119 225
        Rörelsekapital
        Fordringar | 60 000 | 40 000
        Skulder | -20 000 | -35 000
        Kassaflöde från allt | 153 840 | 124 225""")
    assert rules[2].terms == ((1, 0), (1, 1)) and rules[5].terms == ((1, 2), (1, 3), (1, 4))
