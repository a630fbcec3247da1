"""Roll-call lists: who voted what, and the sums, given to the § they stand under."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from schemas.document import Decision, Fact, Person, Section
from schemas.kinds import Role, Vote
from schemas.table import Cell, Table
from swedish.numbers.shapes import looks_like_mark
from swedish.person_names import find_named, looks_like_name

_PARTY = re.compile(r"[A-ZÅÄÖ]{1,4}[a-zåäö]{0,2}")
_SIGN = re.compile(r"§\s*(\d{1,4})\b")
_VOTES = {
    Vote.YES: re.compile(r"^ja\b", re.I),
    Vote.NO: re.compile(r"^nej\b", re.I),
    Vote.ABSTAIN: re.compile(r"^avst", re.I),
}


def add_roll_calls(
    decisions: Sequence[Decision],
    people: Sequence[Person],
    tables: Sequence[Table],
    facts: Sequence[Fact],
    sections: Sequence[Section],
    said: Mapping[int, Sequence[str]] = MappingProxyType({}),
) -> tuple[tuple[Decision, ...], tuple[Person, ...]]:
    """The decisions with the sums of their roll calls where the text gives none,
    and the people with their votes.

    `said` are, by a table's index, the words above it: a list in an annex may name its § there.
    """
    voters = list(people)
    found = list(decisions)
    parents = {section.section_id: section.parent_id for section in sections}
    decided: dict[str, int] = {}
    for index, decision in enumerate(decisions):
        if decision.section_id is not None:
            decided.setdefault(decision.section_id, index)
    facts_of: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        facts_of[fact.table_id].append(fact)
    for table in tables:
        columns = _vote_columns(table)
        if not {Vote.YES, Vote.NO} <= set(columns.values()):
            continue
        above = [decided[s] for s in _sections_above(table.section_id, parents) if s in decided]
        above = above or _named(said.get(table.table_index, ()), decisions)
        if not above:
            continue
        index = min(above)
        if found[index].votes_yes is None:
            sums = _sums(facts_of[table.table_id], columns) or _counts(table, columns)
            found[index] = replace(
                found[index],
                votes_yes=sums[Vote.YES],
                votes_no=sums[Vote.NO],
                votes_abstain=sums.get(Vote.ABSTAIN, 0),
            )
        _note_votes(voters, table, columns, found[index].decision_id)
    return tuple(found), tuple(voters)


def _named(texts: Sequence[str], decisions: Sequence[Decision]) -> list[int]:
    """The one § of the document that the words name."""
    signs = {sign for text in texts for sign in _SIGN.findall(text)}
    found = [index for index, decision in enumerate(decisions) if decision.paragraph in signs]
    return found if len(signs) == 1 == len(found) else []


def _vote_columns(table: Table) -> dict[int, Vote]:
    return {
        column: vote
        for column, label in enumerate(table.column_labels, start=1)
        for vote, pattern in _VOTES.items()
        if pattern.match(label.strip())
    }


def _sections_above(section_id: str | None, parents: Mapping[str, str | None]) -> Iterator[str]:
    """The section and those it stands in, from the innermost outwards."""
    while section_id is not None:
        yield section_id
        section_id = parents.get(section_id)


def _sums(facts: Sequence[Fact], columns: dict[int, Vote]) -> dict[Vote, int] | None:
    """The list's own sums: the figures of its last row that has them."""
    own = [f for f in facts if f.column in columns and f.value == int(f.value)]
    last = max((f.row for f in own), default=None)
    sums = {columns[f.column]: int(f.value) for f in own if f.row == last}
    return sums if {Vote.YES, Vote.NO} <= set(sums) else None


def _counts(table: Table, columns: dict[int, Vote]) -> dict[Vote, int]:
    marks = [columns[c.column] for c in table.cells if c.column in columns and looks_like_mark(c.text)]
    return {vote: marks.count(vote) for vote in Vote}


def _note_votes(people: list[Person], table: Table, columns: dict[int, Vote], decision_id: str) -> None:
    """One row a voter, in the role of member, with the vote the mark stands under."""
    votes = {c.row: columns[c.column] for c in table.cells if c.column in columns and looks_like_mark(c.text)}
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        if cell.row in votes and cell.column not in columns:
            rows[cell.row].append(cell)
    for row, cells in sorted(rows.items()):
        for name, party in _voters(cells):
            page = cells[0].place.page
            people.append(Person(len(people), decision_id, name, party, Role.MEMBER, votes[row], page))


def _voters(cells: Sequence[Cell]) -> Iterator[tuple[str, str | None]]:
    """Who a row is about: named with the party behind, or with the party in a column of its own."""
    named = [person for cell in cells for person in find_named(cell.text)]
    if named:
        yield from ((person.name, person.party) for person in named)
        return
    name = next((cell.text for cell in cells if looks_like_name(cell.text)), None)
    party = next((cell.text for cell in cells if _PARTY.fullmatch(cell.text)), None)
    if name is not None and party is not None:
        yield name, party
