"""Which unit a table's figures are in, said in its header, title, caption,
labels or cells, or by a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extractors.tables.drafts import Draft
from extractors.tables.facts import Reading
from schemas.document import Fact
from schemas.kinds import CellRole, UnitSource
from schemas.table import Table
from schemas.value import Unit
from swedish.numbers.shapes import looks_like_year
from swedish.numbers.units import (
    COUNTED,
    UNITS,
    counts_by_thing,
    find_unit,
    find_unit_in_sentence,
    find_unit_leading_in,
    read_unit,
    to_kronor,
    units_by_kind,
)

_MONEY_WORDS = re.compile(
    r"\b(?:\w*kostnad\w*|\w*intäkt\w*|\w*utgift\w*|\w*inkomst\w*|netto\w*|\w*anslag\w*|\w*kapital\w*|"
    r"\w*investering\w*|\w*bidrag(?:s|et|ets|en|ens)?|resultat\w*|\w*skuld\w*|\w*tillgång\w*|\w*avgift\w*)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(COUNTED + "$", re.IGNORECASE)


def find_table_unit(draft: Draft, reading: Reading) -> tuple[Unit | None, UnitSource | None]:
    """The unit, and where it is said."""
    corner = draft.table.header.labels[0] if draft.table.header.labels else ""
    own = find_unit(corner) or read_unit(corner)
    if own is not None:
        return own, UnitSource.HEADER
    columns = list(reading.column_units.values())
    if unit := _most(columns, len(columns)):
        return unit, UnitSource.HEADER
    if draft.caption and (
        unit := find_unit(draft.caption.rstrip(": ")) or find_unit_in_sentence(draft.caption)
    ):
        return unit, UnitSource.CAPTION
    if kinds := units_by_kind(draft.lead):
        return kinds[2], UnitSource.TEXT
    lead = find_unit_leading_in(draft.lead)
    if lead is not None and lead.name != "antal":
        return lead, UnitSource.TEXT
    if draft.section and (unit := find_unit(draft.section.heading)):
        return unit, UnitSource.TITLE
    if lead is not None and not _speaks_of_money(draft):
        return lead, UnitSource.TEXT
    if unit := _most(reading.row_units, len(reading.row_units)):
        return unit, UnitSource.LABEL
    if (
        reading.facts
        and len(in_cells := {fact.unit for fact in reading.facts}) == 1
        and (name := in_cells.pop())
    ):
        return UNITS.get(name, Unit(name)), UnitSource.LABEL
    texts = [text for text in draft.said if not (OF_ANOTHER.search(text) or _is_of_another(text, draft))]
    said = {unit.name for text in texts if (unit := find_unit_in_sentence(text))}
    if len(said) == 1:
        return UNITS[said.pop()], UnitSource.TEXT
    is_count = _counts(draft.table.header.labels)
    return (UNITS["antal"], UnitSource.HEADER) if is_count else (None, None)


def _is_of_another(text: str, draft: Draft) -> bool:
    """True for "Beloppen i investeringstabellen" below a table that nothing calls so."""
    named = _OF_A_TABLE.search(text)
    heading = draft.section.heading if draft.section else ""
    return named is not None and named[1].casefold() not in f"{draft.caption or ''} {heading}".casefold()


def _speaks_of_money(draft: Draft) -> bool:
    labels = [row.label.text for row in draft.table.rows if row.label is not None]
    return any(map(_MONEY_WORDS.search, (*labels, *draft.table.header.labels)))


def with_unit_of_kind(facts: Sequence[Fact], stem: str, unit: Unit) -> list[Fact]:
    """The facts, those without a unit with that of their kind, where what labels them has a word that the
    kind's stem ends.
    """
    of_kind = re.compile(rf"\w*{re.escape(stem)}(?:en|er|erna|ens|ar|arna|or|orna|et|s)?")

    def is_of_kind(fact: Fact) -> bool:
        labels = (fact.column_label, fact.row_label, fact.group_label, fact.measure)
        words = (word.casefold() for label in labels for word in re.findall(r"\w+", label or ""))
        return fact.unit is None and any(map(of_kind.fullmatch, words))

    return [_with_unit(fact, unit.name) if is_of_kind(fact) else fact for fact in facts]


def _counts(labels: tuple[str, ...]) -> bool:
    """True where the label column's header ends in what is counted, and no column is of money.

    >>> _counts(("Statistik deltagartillfällen", "2024")), _counts(("Elever", "Kostnad 2024"))
    (True, False)
    """
    return bool(labels) and bool(_COUNTED.search(labels[0])) and not any(map(_MONEY_WORDS.search, labels))


def unit_of_cells(facts: list[Fact]) -> str | None:
    """The unit that most figures bear, where every figure bears one ("122 500,00 €")."""
    counts = Counter(fact.unit for fact in facts)
    name, count = counts.most_common(1)[0] if counts else (None, 0)
    return name if None not in counts and 2 * count > len(facts) else None


def _most(units: list[Unit | None], among: int) -> Unit | None:
    """The unit that more than half have, None where there is none."""
    counts = Counter(unit.name for unit in units if unit is not None)
    if not counts or not among:
        return None
    name, count = counts.most_common(1)[0]
    return (
        next(unit for unit in units if unit is not None and unit.name == name) if count * 2 > among else None
    )


_YEAR_OF = re.compile(r"^\w+år(?:\s+enl\w*\s+\w+)?\W*$", re.IGNORECASE)
# "Beloppen i översikten"
OF_ANOTHER = re.compile(r"\bbelopp(?:en)? i (?!\w*tabell)\w{4,}(?:en|et|an|erna|orna)\b", re.I)
_OF_A_TABLE = re.compile(r"\bbelopp(?:en)? i (\w{3,}?)s?tabellen\b", re.IGNORECASE)
OF_SECTION = re.compile(r"\b(?:hela|detta|i) (?:avsnittet|avsnitt|kapitlet|kapitel)\b", re.IGNORECASE)
_OF_AMOUNTS = re.compile(r"\(?(?:alla |samtliga )?belopp(?:en)?\b", re.IGNORECASE)
_FOR_ALL = re.compile(
    r"\b(?:alla|samtliga|genomgående|"
    r"hela (?:bilagan|dokumentet|rapporten|redovisningen|årsredovisningen)|"
    r"(?:om|där|när|såvida) (?:inte|ej|icke|inget|ingenting) annat|om annat (?:inte|ej))\b|"
    r"\bbelopp(?:en)? (?:är|anges|redovisas|visas)\b|\bupprätta(?:d|t|de|s)\b",
    re.IGNORECASE,
)


def units_said(texts: Iterable[tuple[str, str]], running: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """By part, the one unit that a sentence says all its amounts are in ("om inte annat anges …").

    `texts` are the paragraphs and headings, each after its part: title pages set such a sentence large. What
    the `running` heads say ("Belopp i kr"), by part too, holds of all sheets without saying so.
    """
    heads: dict[str, set[str]] = {}
    for part_id, text in dict.fromkeys(running):
        if _OF_AMOUNTS.match(text) and (unit := read_unit(text)):
            heads.setdefault(part_id, set()).add(unit.name)
    said: dict[str, set[str]] = {}
    for part_id, text in texts:
        of_another = OF_ANOTHER.search(text)
        if not of_another and _FOR_ALL.search(text) and (unit := find_unit_in_sentence(text)):
            said.setdefault(part_id, set()).add(unit.name)
    told = heads | said  # a sentence says it more expressly than a head
    return {part_id: units.pop() for part_id, units in told.items() if len(units) == 1}


def units_of_parts(
    tables: list[Table], bare: list[bool], money: list[bool], said: Mapping[str, str]
) -> list[Table]:
    """Tables that state no unit take what a sentence says of all;
    money tables else what their part agrees on.

    `bare` tells which tables have figures without a unit of their own:
    where only other rows' labels state one ("Sparande per kvm, kr"), it is not these figures'; `money` which
    tables speak of it.
    """
    tables = [
        replace(table, unit=said[table.part_id], unit_source=UnitSource.TEXT)
        if (table.unit is None or table.unit_source == UnitSource.LABEL) and is_bare and table.part_id in said
        else table
        for table, is_bare in zip(tables, bare, strict=True)
    ]
    stated: dict[str, Counter[str]] = {}
    for table in tables:
        if table.unit in UNITS and UNITS[table.unit].is_money:
            stated.setdefault(table.part_id, Counter())[table.unit] += 1
    agreed = {part: next(iter(units)) for part, units in stated.items() if _is_agreed(units)}
    return [
        replace(table, unit=agreed[table.part_id], unit_source=UnitSource.PART)
        if table.unit is None and is_bare and table.part_id in agreed and is_of_money
        else table
        for table, is_bare, is_of_money in zip(tables, bare, money, strict=True)
    ]


def _is_agreed(units: Counter[str]) -> bool:
    """Two tables or more that state one unit, and none that states another."""
    return len(units) == 1 and units.total() > 1


def is_money(table: Table, facts: Sequence[Fact]) -> bool:
    """True where the title, the header or what labels a figure without a unit of its own speaks of money: a
    row that says its unit ("Kostnad per bad, kr") tells nothing of the others.
    """
    told = {fact.row for fact in facts if fact.unit is not None} - {f.row for f in facts if f.unit is None}
    words = [
        cell.text
        for cell in table.cells
        if cell.role == CellRole.HEADER or (cell.role == CellRole.LABEL and cell.row not in told)
    ]
    return any(_MONEY_WORDS.search(word) for word in [*words, table.title or ""])


_COUNTS_FIRST = re.compile(COUNTED + r"\b", re.IGNORECASE)


_OF_MORE = (UnitSource.PART, UnitSource.TEXT)
_SCALED = ("tkr", "mnkr", "mdkr")


def _tells_a_year(fact: Fact) -> bool:
    """True for a row such as "Värdeår   1970": the figure is no amount."""
    return looks_like_year(fact.raw) and bool(_YEAR_OF.match(fact.row_label))


def settle_units(facts: Sequence[Fact], table: Table) -> list[Fact]:
    """The table's facts, each with its table's unit where it has none of its own.

    A count ("Barn i verksamheten   612") takes none among figures that bear two units or more: where money
    says that it is money, no unit of all amounts is the count's. Nor does "Skuld per kvm" in a report in tkr:
    nobody divides thousands of kronor by square metres.
    """
    unit = table.unit
    if unit is None:
        return list(facts)
    is_mixed = len({fact.unit for fact in facts if fact.unit is not None}) > 1
    is_scaled = table.unit_source in _OF_MORE and unit in _SCALED

    def takes_it(fact: Fact) -> bool:
        if fact.unit is not None or _tells_a_year(fact):
            return False
        counts = is_mixed and _COUNTS_FIRST.match(fact.row_label) is not None
        return not counts and not (is_scaled and counts_by_thing(fact.row_label))

    return [_with_unit(fact, unit) if takes_it(fact) else fact for fact in facts]


def _with_unit(fact: Fact, name: str) -> Fact:
    return replace(fact, unit=name, value_sek=to_kronor(fact.value, UNITS.get(name)))
