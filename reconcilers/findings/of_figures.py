"""What the checks that do not hold mean to a reader:
one finding for each cause, in words a clerk understands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reconcilers.findings.of_sentences import find_text_findings
from reconcilers.sums.grid import find_grids
from reconcilers.sums.turned_columns import TurnedColumn, find_turned_columns
from reconcilers.sums.wrong_figure import Blame, find_blame
from reconcilers.telling.in_words import on_page
from reconcilers.telling.places import says_where
from schemas.document import Extraction, Fact
from schemas.finding import Check, Claim, Finding
from swedish.numbers.writing import decimals, write_like

MOST_PLACES = 24
_ERROR, _WARNING, _NOTICE = "error", "warning", "notice"


@dataclass(frozen=True, slots=True)
class Known:
    """The reading, by id."""

    document_id: str
    facts: Mapping[str, Fact]
    titles: Mapping[str, str | None]

    def claim(self, fact: Fact) -> Claim:
        return Claim(self.document_id, fact.place, fact.raw, fact_id=fact.fact_id)

    def where(self, fact: Fact) -> str:
        return says_where(self.titles[fact.table_id], fact)


def find_figure_findings(reading: Extraction, checks: Sequence[Check]) -> tuple[Finding, ...]:
    """Findings on figures, in the order of their pages; a cause that shows in many places is one."""
    known = Known(
        reading.source.document_id,
        {fact.fact_id: fact for fact in reading.facts},
        {table.table_id: table.title for table in reading.tables},
    )
    failed = [check for check in checks if not check.holds]
    held = [check for check in checks if check.holds]
    turned = list(find_turned_columns(find_grids(reading)))
    findings = [_turned_finding(known, column) for column in turned]
    failed = [check for check in failed if not _is_of_turned(check, turned)]
    figures = [
        check for check in failed if not check.amount_ids and check.kind in ("sum", "net", "cross_table")
    ]
    for blame in find_blame(figures, held, known.facts):
        findings.append(_blame_finding(known, blame, checks))
        figures = [check for check in figures if check not in blame.checks]
    findings += _cross_findings(known, [c for c in figures if c.kind == "cross_table"], held)
    findings += [_percent_finding(known, c) for c in failed if c.kind == "percent" and not c.amount_ids]
    findings += find_text_findings(reading, [c for c in failed if c.amount_ids], held)
    findings.sort(key=_place)
    return tuple(replace(f, finding_id=f"{known.document_id}-f{i:03d}") for i, f in enumerate(findings))


def _place(finding: Finding) -> tuple[int, float]:
    place = finding.evidence[0].place
    return place.page or 0, place.box.top if place.box else 0.0


def _finding(
    known: Known, kind: str, severity: str, says: str, expected: str, found: str, facts: Iterable[Fact]
) -> Finding:
    places = tuple(known.claim(fact) for fact in dict.fromkeys(facts))[:MOST_PLACES]
    return Finding("", known.document_id, kind, severity, says, expected, found, places)


# --- a whole column's sign ---------------------------------------------------


def _turned_finding(known: Known, column: TurnedColumn) -> Finding:
    """Sums first among the places, for they are what other tables repeat."""
    pairs = sorted(
        zip(column.turned, column.beside, strict=True), key=lambda p: (p[0].row_kind == "data", p[0].row)
    )
    first, beside = pairs[-1] if pairs[0][0].row_kind == "data" else pairs[0]
    title = known.titles[first.table_id]
    table = f"Tabellen {title or on_page(first.place.page) or 'utan titel'}"
    says = (
        f"{table}: kolumnen {first.column_label} visar {len(pairs)} rader "
        f"utan minus (t.ex. {first.row_label} {first.raw}) som de andra kolumnerna visar med minus "
        f"({beside.raw})."
    )
    wanted = write_like(beside.raw, -first.value)
    facts = [fact for fact, _ in pairs]
    return _finding(known, "sign", _ERROR, says, wanted, first.raw, [*facts[: MOST_PLACES - 1], beside])


def _is_of_turned(check: Check, turned: Sequence[TurnedColumn]) -> bool:
    """True for a check that only says once more that a whole column has the other sign."""
    ids = {fact.fact_id for column in turned for fact in column.turned}
    return check.kind == "cross_table" and check.expected == -check.found and bool(ids & set(check.fact_ids))


# --- one figure --------------------------------------------------------------


def _blame_finding(known: Known, blame: Blame, checks: Sequence[Check]) -> Finding:
    fact, first = blame.fact, blame.checks[0]
    kind = "sign" if blame.is_turned and blame.sure else "unit" if blame.thousandfold else _kind(blame.checks)
    right = write_like(fact.raw, blame.right)
    beside = [*blame.as_well] + [
        known.facts[i] for check in blame.checks for i in check.fact_ids if i != fact.fact_id
    ]
    severity, says = _severity(known, blame, checks), _says_blame(known, blame, right, first)
    return _finding(known, kind, severity, says, right, fact.raw, [fact, *beside])


def _kind(checks: Sequence[Check]) -> str:
    kinds = [check.kind for check in checks]
    return "sum" if "sum" in kinds else kinds[0]


def _says_blame(known: Known, blame: Blame, right: str, check: Check) -> str:
    where, fact = known.where(blame.fact), blame.fact
    if check.fact_ids[0] == fact.fact_id:
        parts = [known.facts[i] for i in check.fact_ids[1:]]
        across = all(part.row == fact.row for part in parts)
        of = (
            f"{len(parts)} andra {'kolumner' if across else 'rader'}"
            if len(parts) > 1
            else parts[0].row_label
        )
        more = "; två uträkningar säger detsamma" if len(blame.checks) > 1 else ""
        return f"{where}: där står {fact.raw}, men {of} ger {right}{more}."
    total = known.facts[check.fact_ids[0]]
    name = total.column_label if total.row == fact.row else total.row_label
    return f"{where}: där står {fact.raw}, men {name} {total.raw} stämmer bara om det är {right}."


def _severity(known: Known, blame: Blame, checks: Sequence[Check]) -> str:
    """A notice where rounding might explain it; a warning where as many of the row's sums fail as hold."""
    check = blame.checks[0]
    rounded = all(abs(each.difference) <= _rounding(known, each) for each in blame.checks)
    if len(blame.checks) > 1:
        return _WARNING if rounded else _ERROR
    if rounded:
        return _NOTICE
    target = known.facts[check.fact_ids[0]]
    alike = [
        c
        for c in checks
        if c.kind == check.kind and c.fact_ids and _is_beside(known.facts[c.fact_ids[0]], target)
    ]
    return _ERROR if sum(c.holds for c in alike) > sum(not c.holds for c in alike) else _WARNING


def _is_beside(a: Fact, b: Fact) -> bool:
    return a.table_id == b.table_id and (a.row == b.row or a.column == b.column)


def _rounding(known: Known, check: Check) -> Decimal:
    """Half a printed unit for each figure."""
    return sum((Decimal("0.5").scaleb(-decimals(known.facts[i].value)) for i in check.fact_ids), Decimal(0))


# --- two tables --------------------------------------------------------------


def _cross_findings(known: Known, failed: Sequence[Check], held: Sequence[Check]) -> Iterator[Finding]:
    """One finding for the signs of two tables, and one for each row that they print otherwise."""
    signs: dict[tuple[str, ...], list[Check]] = defaultdict(list)
    rows: dict[tuple[object, ...], list[Check]] = defaultdict(list)
    for check in failed:
        one, other = (known.facts[i] for i in check.fact_ids)
        if check.expected == -check.found:
            signs[one.table_id, other.table_id].append(check)
        else:
            rows[one.table_id, one.row, other.table_id, other.row].append(check)
    agreeing = {_tables(known, check) for check in held if check.kind == "cross_table"}
    for checks in signs.values():
        yield _cross_finding(known, checks, "sign", _ERROR, "med motsatt tecken")
    for checks in rows.values():
        near = all(
            abs(check.difference) <= 2 * _rounding(known, check) / len(check.fact_ids) for check in checks
        )
        severity = _WARNING if near or _tables(known, checks[0]) not in agreeing else _ERROR
        yield _cross_finding(known, checks, "cross_table", severity, "")


def _tables(known: Known, check: Check) -> tuple[str, ...]:
    return tuple(known.facts[i].table_id for i in check.fact_ids)


def _cross_finding(known: Known, checks: Sequence[Check], kind: str, severity: str, how: str) -> Finding:
    found, expected = (known.facts[i] for i in checks[0].fact_ids)
    columns = ", ".join(dict.fromkeys(known.facts[c.fact_ids[0]].column_label for c in checks))
    more = f" (så i kolumnerna {columns})" if len(checks) > 1 else ""
    other = known.where(expected)
    stands = f"står {expected.raw} {how}".rstrip()
    says = f"{known.where(found)}: där står {found.raw}, men i {other[:1].lower()}{other[1:]} {stands}{more}."
    facts = [known.facts[i] for check in checks for i in check.fact_ids]
    return _finding(known, kind, severity, says, expected.raw, found.raw, facts)


# --- percentages -------------------------------------------------------------


def _percent_finding(known: Known, check: Check) -> Finding:
    facts = [known.facts[i] for i in check.fact_ids]
    printed = facts[0]
    places = Decimal(1).scaleb(-decimals(printed.value))
    right = write_like(printed.raw, check.expected.quantize(places))
    says = (
        f"{known.where(printed)}: där står {printed.raw}, men {facts[1].raw} mot {facts[2].raw} ger {right}."
    )
    return _finding(known, "percent", _ERROR, says, right, printed.raw, facts)
