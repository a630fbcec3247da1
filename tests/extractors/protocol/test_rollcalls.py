"""A roll call's votes are those of the § it stands under, however many §§ and tables there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

import pytest

from extractors.protocol.rollcalls import add_roll_calls
from schemas.document import Decision, Fact, Section
from schemas.kinds import CellRole, Engine, RowKind
from schemas.place import NOWHERE
from schemas.table import Cell, Table

T = TypeVar("T")
SUMS = {1: 23, 2: 21, 3: 4}  # the list's last row, by column


class Counted(tuple[T, ...]):
    """Counts how many of its things have been handed out."""

    def __iter__(self) -> Iterator[T]:
        for each in super().__iter__():
            self.handed_out = getattr(self, "handed_out", 0) + 1
            yield each


def section(number: int, level: int = 1) -> Section:
    """The § itself, or the heading below it: one section in each level, the lowest innermost."""
    parent = f"s{number}.{level - 1}" if level > 1 else None
    return Section(f"s{number}.{level}", "p", number, parent, None, f"§ {number}", level, 1, 1)


def decision(number: int) -> Decision:
    return Decision(
        f"d{number}", "p", f"s{number}.1", f"{number}", None, f"Ärende {number}", None,
        (), (), (), (), (), None, None, None, 1, 1,
    )  # fmt: skip


def table(number: int, section_id: str | None, labels: tuple[str, ...] = ("Ja", "Nej", "Avstår")) -> Table:
    cells = (
        Cell(1, 0, CellRole.LABEL, "Anna Ek (S)", NOWHERE),
        Cell(1, 2, CellRole.VALUE, "X", NOWHERE),
        Cell(2, 0, CellRole.LABEL, "Summa", NOWHERE),
    )
    return Table(
        f"t{number}",
        "p",
        section_id,
        number,
        None,
        None,
        None,
        labels,
        1,
        1,
        3,
        4,
        Engine.PARAGRAF,
        1.0,
        cells,
    )


def sums(number: int) -> list[Fact]:
    return [
        Fact(f"t{number}-{column}", f"t{number}", 2, column, None, "Summa", RowKind.TOTAL, "", None, None,
             str(count), Decimal(count), None, None, NOWHERE)
        for column, count in SUMS.items()
    ]  # fmt: skip


def test_a_list_under_a_sub_heading_is_its_sections_vote() -> None:
    sections = [section(number, level) for number in (1, 2) for level in (1, 2, 3)]
    decisions, people = add_roll_calls([decision(1), decision(2)], [], [table(0, "s2.3")], sums(0), sections)
    assert [(d.votes_yes, d.votes_no, d.votes_abstain) for d in decisions] == [(None,) * 3, (23, 21, 4)]
    assert [(p.name, p.party, p.vote, p.decision_id) for p in people] == [("Anna Ek", "S", "no", "d2")]


@pytest.mark.parametrize(
    "given", [table(0, None), table(0, "s9.1"), table(0, "s1.1", ("2023", "2024", "2025"))], ids=str
)
def test_a_table_that_stands_under_no_section_or_lists_no_votes_gives_none(given: Table) -> None:
    sections = [section(1), section(9)]
    decisions, people = add_roll_calls([decision(1)], [], [given], sums(0), sections)
    assert decisions == (decision(1),)
    assert people == ()


def test_a_list_in_an_annex_is_the_vote_of_the_one_section_it_names() -> None:
    said = {0: ("Bilaga A", "Fullmäktige 2031-05-04, § 2 Skatten")}
    given = decision(1), decision(2)
    decisions, people = add_roll_calls(given, [], [table(0, None)], sums(0), [], said)
    assert [d.votes_yes for d in decisions] == [None, 23] and people[0].decision_id == "d2"
    for other in ("§ 1 och § 2", "§ 9", ""):
        assert add_roll_calls(given, [], [table(0, None)], sums(0), [], {0: (other,)}) == (given, ())


def test_a_voter_may_have_the_party_in_a_column_of_its_own() -> None:
    """Anna Ek   S      X"""
    own = table(0, "s1.1", ("Parti", "Ja", "Nej"))
    words = {(1, 0): "Anna Ek", (1, 1): "S", (1, 2): "", (1, 3): "X"}
    cells = tuple(
        Cell(row, column, CellRole.LABEL if column < 2 else CellRole.VALUE, text, NOWHERE)
        for (row, column), text in words.items()
    )
    _, people = add_roll_calls([decision(1)], [], [replace(own, cells=cells)], [], [section(1)])
    assert [(p.name, p.party, p.vote) for p in people] == [("Anna Ek", "S", "no")]


def test_twice_as_many_sections_and_tables_cost_twice_as_much() -> None:
    assert cost(200, 400) <= 2.1 * cost(100, 200)


def cost(n_tables: int, n_sections: int) -> int:
    """How many sections, decisions and facts are looked at, the last § having all the lists."""
    sections = Counted(section(number, level) for number in range(n_sections) for level in (1, 2))
    decisions = Counted(decision(number) for number in range(n_sections))
    tables = [table(number, f"s{n_sections - 1}.2") for number in range(n_tables)]
    facts = Counted(fact for number in range(n_tables) for fact in sums(number))
    add_roll_calls(decisions, (), tables, facts, sections)
    return sum(given.handed_out for given in (sections, decisions, facts))
