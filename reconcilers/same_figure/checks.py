"""One figure in two places: in two tables, in a sentence and a table, in two sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from reconcilers.known.grid import Grid
from reconcilers.same_figure.amounts_in_sentences import Mention, find_mentions
from reconcilers.same_figure.changes_in_sentences import ToldChange, find_told_changes
from reconcilers.same_figure.one_budget import find_budget_pairs
from reconcilers.same_figure.rows_of_two_tables import FactPair, Match, find_matches
from reconcilers.same_figure.sentence_and_table import Figures, Told, find_told
from reconcilers.sums.checks import with_id
from reconcilers.sums.sign_conventions import find_costs_shown_positive, find_deviations
from reconcilers.telling.places import says_where
from schemas.document import Extraction, Fact
from schemas.finding import Check
from schemas.kinds import CheckKind
from swedish.numbers.writing import significant_digits, write_like
from swedish.table_labels import subject

_RARE = 4  # significant digits from which two equal figures of a year in two tables are no chance


def find_cross_checks(reading: Extraction, grids: Sequence[Grid], own: Sequence[Check]) -> tuple[Check, ...]:
    """Figures held against the same figures elsewhere; `own` are the checks inside the tables."""
    facts = {fact.fact_id: fact for fact in reading.facts}
    titles = {grid.table.table_id: grid.table.title for grid in grids}
    matches = find_matches(grids)
    turned = find_costs_shown_positive(own, facts)
    checks = [_pair_to_check(pair, turned, titles) for match in matches for pair in match.pairs]
    checks += _equal_figures(grids, matches, titles)
    checks += _of_one_budget(own, facts, checks, titles)
    checks += _told_checks(reading, grids, find_deviations(own, facts), titles)
    return tuple(with_id(check, reading.source.document_id, len(own) + i) for i, check in enumerate(checks))


def _pair_to_check(pair: FactPair, turned: frozenset[str], titles: Mapping[str, str | None]) -> Check:
    """Signs count, unless one of the tables shows costs without a minus and reckons with them as such."""
    expected = pair.in_b_units
    if pair.a.fact_id in turned or pair.b.fact_id in turned:
        expected = abs(expected).copy_sign(pair.b.value)
    same = abs(expected - pair.b.value) <= pair.tolerance
    says = f"{says_where(titles[pair.b.table_id], pair.b)}: {pair.b.raw}"
    other = f"{_lower(says_where(titles[pair.a.table_id], pair.a))}: {pair.a.raw}"
    return Check(
        "", "", CheckKind.CROSS_TABLE, expected, pair.b.value, pair.tolerance,
        (pair.b.fact_id, pair.a.fact_id), (),
        f"{says} {'är detsamma som i' if same else 'men i'} {other}.",
    )  # fmt: skip


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _equal_figures(
    grids: Sequence[Grid], matches: Sequence[Match], titles: Mapping[str, str | None]
) -> Iterator[Check]:
    """Rare figures of one year that two tables print alike:
    they bear each other out, and say no more than that.
    """
    paired = {frozenset((p.a.fact_id, p.b.fact_id)) for match in matches for p in match.pairs}
    seen: dict[tuple[Decimal, int | None], list[Fact]] = defaultdict(list)
    for grid in grids:
        for row in grid.matrix.facts:
            for fact in row:
                if fact is None or fact.value_sek is None or significant_digits(fact.value) < _RARE:
                    continue
                others = seen[abs(fact.value_sek), fact.year]
                like = [o for o in others if o.table_id != fact.table_id and _are_akin(o, fact)]
                if like and frozenset((like[0].fact_id, fact.fact_id)) not in paired:
                    yield _pair_to_check(FactPair(like[0], fact), frozenset((fact.fact_id,)), titles)
                others.append(fact)


def _of_one_budget(
    own: Sequence[Check], facts: Mapping[str, Fact], checks: Sequence[Check], titles: Mapping[str, str | None]
) -> Iterator[Check]:
    """Outcomes that one budget brings together and no other check does;
    costs may stand with a minus or without.
    """
    paired = {frozenset(check.fact_ids) for check in checks}
    for pair in find_budget_pairs(own, facts):
        ids = frozenset((pair.a.fact_id, pair.b.fact_id))
        if ids not in paired:
            paired |= {ids}
            yield _pair_to_check(pair, ids, titles)


def _are_akin(a: Fact, b: Fact) -> bool:
    """True where the two rows share a word, or both are sums."""
    words = [subject(f"{fact.row_label} {fact.group_label or ''}") for fact in (a, b)]
    return bool(words[0] & words[1]) or "data" not in (a.row_kind, b.row_kind)


# --- sentences ---------------------------------------------------------------


def _told_checks(
    reading: Extraction, grids: Sequence[Grid], deviations: frozenset[str], titles: Mapping[str, str | None]
) -> Iterator[Check]:
    mentions = find_mentions(reading)
    figures = Figures(grids, deviations)
    told = list(find_told(mentions, figures))
    known: dict[str, list[Fact]] = defaultdict(list)
    for each in told:
        known[each.mention.amount.amount_id].append(each.fact)
        yield _told_to_check(each, titles)
    yield from map(_change_to_check, find_told_changes(mentions, grids, known))
    yield from _repeated_amounts([m for m in mentions if m.amount.amount_id not in known])


def _told_to_check(told: Told, titles: Mapping[str, str | None]) -> Check:
    """In the unit of the table; the sign is the table's, for a sentence says "costs", not "minus"."""
    fact, mention = told.fact, told.mention
    unit = abs(fact.value_sek / fact.value) if fact.value_sek and fact.value else Decimal(1)
    expected = (mention.size / unit).copy_sign(fact.value)
    half = told.mention.slack / unit
    verdict = "stämmer med" if told.same else "stämmer inte med"
    says = f"”{quote(mention)}” {verdict} {_lower(says_where(titles[fact.table_id], fact))}: {fact.raw}."
    return Check(
        "",
        "",
        CheckKind.TEXT_VS_TABLE,
        expected,
        fact.value,
        half,
        (fact.fact_id,),
        (mention.amount.amount_id,),
        says,
    )


def quote(mention: Mention) -> str:
    """The words before the amount and the amount itself, cut to a readable length."""
    start = max(0, mention.at - 60)
    start = mention.sentence.rfind(" ", 0, start) + 1 if start else 0
    return f"{'…' if start else ''}{mention.sentence[start : mention.at + len(mention.amount.raw)]}"


def _change_to_check(change: ToldChange) -> Check:
    kind = CheckKind.PERCENT if change.mention.amount.unit == "procent" else CheckKind.TEXT_VS_TABLE
    amounts = (change.mention.amount.amount_id, *(m.amount.amount_id for m in change.mentions))
    of = " och ".join([f.raw for f in change.facts] or [m.amount.raw for m in change.mentions])
    right = write_like(change.mention.amount.raw, round(change.expected, 1))
    verdict = "stämmer med" if change.holds else f"ska vara {right} av"
    return Check(
        "", "", kind, change.expected, change.found, change.tolerance,
        tuple(f.fact_id for f in change.facts), amounts,
        f"”{quote(change.mention)}” {verdict} {of}.",
    )  # fmt: skip


def _repeated_amounts(mentions: Iterable[Mention]) -> Iterator[Check]:
    """Amounts of sentences that say the same elsewhere and agree;
    where they do not, wording has the finding.
    """
    first: dict[tuple[tuple[str, ...], Decimal], Mention] = {}
    for mention in mentions:
        if mention.frame is None or not mention.size:
            continue
        other = first.setdefault((mention.frame, mention.size), mention)
        if other is not mention and other.amount.unit == mention.amount.unit:
            value = abs(mention.amount.value or Decimal(0))
            yield Check(
                "", "", CheckKind.TEXT_VS_TABLE, value, value, mention.slack * 0, (),
                (mention.amount.amount_id, other.amount.amount_id),
                f"”{quote(mention)}” står likadant på två ställen.",
            )  # fmt: skip
