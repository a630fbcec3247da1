"""Sums, nets, deviations and percentages: every identity the tables' figures should obey, held or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from reconcilers.known.grid import Figures, Grid, Matrix, find_grids
from reconcilers.sums.column_rules import find_column_rules
from reconcilers.sums.exactness import Tried, find_exact_tables
from reconcilers.sums.identities import Rule, Trial, that_count, try_rule
from reconcilers.sums.row_rules import find_row_rules
from reconcilers.sums.shares import Share, find_shares
from reconcilers.sums.undecided import what_is_meant
from reconcilers.telling.places import says_where
from schemas.document import Fact
from schemas.finding import Check
from schemas.kinds import CheckKind, RowKind
from swedish.numbers.writing import write_like

_MOST_TERMS_SAID = 4


def find_checks(reading: Figures, grids: Sequence[Grid] | None = None) -> tuple[Check, ...]:
    """Every identity within a table that its structure supports;
    `fact_ids` begin with the figure that is proved. `grids` are the tables', if already at hand.
    """
    grids = find_grids(reading) if grids is None else grids
    tried = {grid.table.table_id: list(_tried(grid)) for grid in grids}
    exact = find_exact_tables(tried)
    checks: list[Check] = []
    for grid in grids:
        table_id = grid.table.table_id
        for matrix, trial in tried[table_id]:
            checks.append(_trial_to_check(reading, grid, matrix, trial, table_id in exact))
        checks += [_share_to_check(reading, grid, share) for share in find_shares(grid)]
    return tuple(_numbered(reading, checks))


def _numbered(reading: Figures, checks: Iterable[Check]) -> Iterator[Check]:
    """The checks with their ids; one that says the same of the same figures stands once."""
    seen: set[tuple[str, frozenset[str]]] = set()
    for check in checks:
        key = check.fact_ids[0], frozenset(check.fact_ids)
        if key not in seen:
            seen.add(key)
            yield with_id(check, reading.source.document_id, len(seen) - 1)


def with_id(check: Check, document_id: str, index: int) -> Check:
    """The check with the id of its place in the list."""
    return Check(
        f"{document_id}-c{index:04d}", document_id, check.kind, check.expected, check.found, check.tolerance,
        check.fact_ids, check.amount_ids, check.says,
    )  # fmt: skip


def _tried(grid: Grid) -> Iterator[Tried]:
    """All believed rules in all columns,
    but for those that prove nothing or cannot be told from an empty cell.
    """
    rows = grid.matrix.only(i for i, column in enumerate(grid.columns) if not column.is_share)
    for rule in find_row_rules(grid):
        trials = _trials(rows, rule)
        yield from ((rows, trial) for trial in trials if trial.proves or not trial.holds)
    for matrix, rule, firm in find_column_rules(grid):
        for trial in _trials(matrix, rule):
            is_wrong = firm and not trial.holds
            is_part_of_a_row = grid.lines[trial.column].of_which
            if (trial.proves or is_wrong) and not is_part_of_a_row:
                yield matrix, trial


def _trials(matrix: Matrix, rule: Rule) -> list[Trial]:
    trials = that_count(try_rule(matrix, rule))
    meant = what_is_meant(matrix, rule, trials)
    return trials if meant is rule else that_count(try_rule(matrix, meant))


def _trial_to_check(reading: Figures, grid: Grid, matrix: Matrix, trial: Trial, exact: bool) -> Check:
    target = matrix.facts[trial.rule.target][trial.column]
    given = [(sign, matrix.facts[line][trial.column]) for sign, line in trial.rule.terms]
    present = [(sign, fact) for sign, fact in given if fact]
    assert target is not None
    scale = Decimal(matrix.scale)
    expected = sum((sign * fact.value for sign, fact in present), Decimal(0))
    kind = CheckKind.NET if trial.rule.is_net or target.row_kind == RowKind.NET else CheckKind.SUM
    return Check(
        "", reading.source.document_id, kind,
        expected, target.value, Decimal(0) if exact else trial.slack / scale,
        (target.fact_id, *(fact.fact_id for _, fact in present)), (),
        _says_sum(grid, trial.rule, matrix, target, present, expected),
    )  # fmt: skip


def _says_sum(
    grid: Grid, rule: Rule, matrix: Matrix, target: Fact, given: Sequence[tuple[int, Fact]], expected: Decimal
) -> str:
    names = _columns(given) if rule.form in ("difference", "run") else _rows(given)
    left_out = () if rule.left_out is None else matrix.facts[rule.left_out]
    out = next((fact for fact in left_out if fact), None)
    but = f", utom {out.group_label or out.row_label}" if out else ""
    verdict = "stämmer" if expected == target.value else f"ger {write_like(target.raw, expected)}"
    return f"{says_where(grid.table.title, target)}: {target.raw} mot {names}{but} {verdict}."


def _rows(given: Sequence[tuple[int, Fact]]) -> str:
    groups = len({fact.group_label for _, fact in given}) > 1
    return _listed([(sign, (fact.group_label if groups else None) or fact.row_label) for sign, fact in given])


def _columns(given: Sequence[tuple[int, Fact]]) -> str:
    return _listed([(sign, fact.column_label) for sign, fact in given])


def _listed(names: Sequence[tuple[int, str]]) -> str:
    if len(names) > _MOST_TERMS_SAID:
        return f"summan av {len(names)} poster från {names[0][1]} till {names[-1][1]}"
    text = "".join(f" {'+' if sign > 0 else '−'} {name}" for sign, name in names)
    return text.removeprefix(" + ").strip()


def _share_to_check(reading: Figures, grid: Grid, share: Share) -> Check:
    how = "förändringen från" if share.is_change else "andelen av"
    verdict = "stämmer" if share.holds else f"ger {write_like(share.percent.raw, round(share.expected, 1))}"
    where = says_where(grid.table.title, share.percent)
    says = f"{where}: {share.percent.raw} mot {how} {share.b.column_label} {verdict}."
    return Check(
        "", reading.source.document_id, CheckKind.PERCENT,
        share.expected, share.percent.value, share.tolerance,
        (share.percent.fact_id, share.a.fact_id, share.b.fact_id), (), says,
    )  # fmt: skip
