"""What the checks that do not hold mean to a reader:
one finding for each cause, in words a clerk understands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from reconcilers.known.known import Known
from reconcilers.sums.turned_columns import TurnedColumn, find_turned_columns
from reconcilers.sums.wrong_figure import Blame, find_blame
from reconcilers.telling.in_words import on_page
from reconcilers.telling.places import says_where
from reconcilers.telling.tellings import Telling
from schemas.document import Extraction, Fact
from schemas.finding import Check, Claim
from schemas.kinds import CheckKind, FindingKind, Severity
from swedish.numbers.writing import decimals, write_like

_ERROR, _WARNING, _NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE
_WITHIN_AND_BETWEEN = ("sum", "net", "cross_table")  # kinds of checks for which a wrong figure may be blamed
_HALF = Decimal("0.5")  # of the last printed digit: what rounding may have done to a figure


def tell_figures(_: Extraction, known: Known) -> Iterator[Telling]:
    """What the tables' own figures say against each other; a cause that shows in many places is one."""
    turned = list(find_turned_columns(known.grids))
    turned_ids = frozenset(fact.fact_id for column in turned for fact in column.turned)
    of_figures = [check for check in known.failed if not check.amount_ids]
    failed = [check for check in of_figures if not _is_of_turned(check, turned_ids)]
    sums_and_pairs = [check for check in failed if check.kind in _WITHIN_AND_BETWEEN]
    blames = list(find_blame(sums_and_pairs, known.held, known.facts))
    explained = {check.check_id for blame in blames for check in blame.checks}
    left = [check for check in failed if check.check_id not in explained]
    yield from (_tell_turned(known, column) for column in turned)
    yield from _tell_blames(known, blames)
    yield from _tell_crossing(known, [check for check in left if check.kind == "cross_table"])
    yield from (_tell_percent(known, check) for check in failed if check.kind == "percent")


def _claims(known: Known, facts: Iterable[Fact]) -> tuple[Claim, ...]:
    """Each figure once, in the order in which they are to be shown."""
    return tuple(
        Claim(known.document_id, fact.place, fact.raw, fact_id=fact.fact_id) for fact in dict.fromkeys(facts)
    )


def _where(known: Known, fact: Fact) -> str:
    return says_where(known.titles[fact.table_id], fact)


# --- a whole column's sign ---------------------------------------------------


def _tell_turned(known: Known, column: TurnedColumn) -> Telling:
    """Sums first among the places, for they are what other tables repeat."""
    pairs = sorted(
        zip(column.turned, column.beside, strict=True), key=lambda p: (p[0].row_kind == "data", p[0].row)
    )
    has_sums = pairs[0][0].row_kind != "data"
    first, beside = pairs[0] if has_sums else pairs[-1]
    title = known.titles[first.table_id]
    table = f"Tabellen {title or on_page(first.place.page) or 'utan titel'}"
    says = (
        f"{table}: kolumnen {first.column_label} visar {len(pairs)} rader "
        f"utan minus (t.ex. {first.row_label} {first.raw}) som de andra kolumnerna visar med minus "
        f"({beside.raw})."
    )
    wanted = write_like(beside.raw, -first.value)
    places = _claims(known, (fact for fact, _ in pairs)), _claims(known, [beside])
    return Telling(FindingKind.SIGN, _ERROR, says, wanted, first.raw, *places)


def _is_of_turned(check: Check, turned: frozenset[str]) -> bool:
    """True for a check that only says once more that a whole column has the other sign."""
    says_other_sign = check.kind == "cross_table" and check.expected == -check.found
    return says_other_sign and not turned.isdisjoint(check.fact_ids)


# --- one figure --------------------------------------------------------------


def _tell_blames(known: Known, blames: Iterable[Blame]) -> Iterator[Telling]:
    alike = _by_kind_and_table(known)
    for blame in blames:
        fact, first = blame.fact, blame.checks[0]
        right = write_like(fact.raw, blame.right)
        taking_part = [known.facts[i] for check in blame.checks for i in check.fact_ids]
        says = _says_blame(known, blame, right, first)
        severity = _severity(known, blame, alike.get((first.kind, _target(known, first).table_id), ()))
        places = _claims(known, [fact, *blame.as_well, *taking_part])
        yield Telling(_kind(blame), severity, says, right, fact.raw, places)


def _by_kind_and_table(known: Known) -> Mapping[tuple[str, str], Sequence[Check]]:
    found: dict[tuple[str, str], list[Check]] = defaultdict(list)
    for check in known.checks:
        if check.fact_ids:
            found[check.kind, _target(known, check).table_id].append(check)
    return found


def _target(known: Known, check: Check) -> Fact:
    """The figure that the check proves."""
    return known.facts[check.fact_ids[0]]


def _kind(blame: Blame) -> FindingKind:
    """What is wrong with the figure where that is plain, else what kind of check shows it."""
    if blame.is_turned and blame.sure:
        return FindingKind.SIGN
    if blame.thousandfold:
        return FindingKind.UNIT
    kinds = [check.kind for check in blame.checks]
    return FindingKind.SUM if CheckKind.SUM in kinds else FindingKind(kinds[0])


def _says_blame(known: Known, blame: Blame, right: str, check: Check) -> str:
    where, fact = _where(known, blame.fact), blame.fact
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
    total = _target(known, check)
    name = total.column_label if total.row == fact.row else total.row_label
    return f"{where}: där står {fact.raw}, men {name} {total.raw} stämmer bara om det är {right}."


def _severity(known: Known, blame: Blame, alike: Sequence[Check]) -> Severity:
    """A notice where rounding might explain it; a warning where as many of the row's sums fail as hold.

    `alike` are the checks of the same kind in the same table.
    """
    rounded = all(abs(each.difference) <= _rounding(known, each) for each in blame.checks)
    if len(blame.checks) > 1:
        return _WARNING if rounded else _ERROR
    if rounded:
        return _NOTICE
    target = _target(known, blame.checks[0])
    beside = [check for check in alike if _is_beside(_target(known, check), target)]
    holding = sum(check.holds for check in beside)
    return _ERROR if holding > len(beside) - holding else _WARNING


def _is_beside(a: Fact, b: Fact) -> bool:
    """In one row or one column; both of one table."""
    return a.row == b.row or a.column == b.column


def _rounding(known: Known, check: Check) -> Decimal:
    """Half a printed unit for each figure."""
    return sum((_HALF.scaleb(-decimals(known.facts[i].value)) for i in check.fact_ids), Decimal(0))


# --- two tables --------------------------------------------------------------


def _tell_crossing(known: Known, failed: Sequence[Check]) -> Iterator[Telling]:
    """One telling for the signs of two tables, and one for each row that they print otherwise."""
    signs: dict[tuple[str, ...], list[Check]] = defaultdict(list)
    rows: dict[tuple[object, ...], list[Check]] = defaultdict(list)
    for check in failed:
        one, other = (known.facts[i] for i in check.fact_ids)
        if check.expected == -check.found:
            signs[one.table_id, other.table_id].append(check)
        else:
            rows[one.table_id, one.row, other.table_id, other.row].append(check)
    agreeing = {_tables(known, check) for check in known.held if check.kind == "cross_table"}
    for checks in signs.values():
        yield _tell_two_tables(known, checks, FindingKind.SIGN, _ERROR, "med motsatt tecken")
    for checks in rows.values():
        near = all(_is_near(known, check) for check in checks)
        nothing_else_agrees = _tables(known, checks[0]) not in agreeing
        severity = _WARNING if near or nothing_else_agrees else _ERROR
        yield _tell_two_tables(known, checks, FindingKind.CROSS_TABLE, severity, "")


def _is_near(known: Known, check: Check) -> bool:
    """By no more than one printed unit, as where each of two tables has rounded its figure."""
    unit = 2 * _rounding(known, check) / len(check.fact_ids)
    return abs(check.difference) <= unit


def _tables(known: Known, check: Check) -> tuple[str, ...]:
    return tuple(known.facts[i].table_id for i in check.fact_ids)


def _tell_two_tables(
    known: Known, checks: Sequence[Check], kind: FindingKind, severity: Severity, how: str
) -> Telling:
    found, expected = (known.facts[i] for i in checks[0].fact_ids)
    columns = ", ".join(dict.fromkeys(_target(known, check).column_label for check in checks))
    more = f" (så i kolumnerna {columns})" if len(checks) > 1 else ""
    other = _where(known, expected)
    stands = f"står {expected.raw} {how}".rstrip()
    here = f"{_where(known, found)}: där står {found.raw}"
    says = f"{here}, men i {other[:1].lower()}{other[1:]} {stands}{more}."
    facts = [known.facts[i] for check in checks for i in check.fact_ids]
    return Telling(kind, severity, says, expected.raw, found.raw, _claims(known, facts))


# --- percentages -------------------------------------------------------------


def _tell_percent(known: Known, check: Check) -> Telling:
    facts = [known.facts[i] for i in check.fact_ids]
    printed = facts[0]
    places = Decimal(1).scaleb(-decimals(printed.value))
    right = write_like(printed.raw, check.expected.quantize(places))
    here = f"{_where(known, printed)}: där står {printed.raw}"
    says = f"{here}, men {facts[1].raw} mot {facts[2].raw} ger {right}."
    return Telling(FindingKind.PERCENT, _ERROR, says, right, printed.raw, _claims(known, facts))
