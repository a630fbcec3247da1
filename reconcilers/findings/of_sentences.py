"""Sentences that tell another figure than the table, or than the same sentence elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from reconcilers.telling.in_words import on_page
from reconcilers.telling.places import says_where
from schemas.document import Amount, Extraction, Fact
from schemas.finding import Check, Claim, Finding
from swedish.numbers.units import UNITS
from swedish.numbers.writing import decimals, without_unit, write_like

_KRONOR = {name: kronor for name in ("kr", "tkr", "mnkr", "mdkr") if (kronor := UNITS[name].kronor)}
_NEAR = 3
_MOST_SIBLINGS = 4


def find_text_findings(
    reading: Extraction, failed: Sequence[Check], held: Sequence[Check]
) -> Iterator[Finding]:
    """One finding for each figure and each amount told wrongly, however many sentences tell it."""
    facts = {fact.fact_id: fact for fact in reading.facts}
    amounts = {amount.amount_id: amount for amount in reading.amounts}
    titles = {table.table_id: table.title for table in reading.tables}
    told: dict[tuple[str, ...], list[Amount]] = defaultdict(list)
    for check in failed:
        amount = amounts[check.amount_ids[0]]
        if check.kind == "percent" or not check.fact_ids:
            yield _percent(reading, check, amounts, facts)
        else:
            told[check.fact_ids[0], amount.raw].append(amount)
    for (fact_id, _), wrong in told.items():
        told_right = [c for c in held if c.fact_ids == (fact_id,) and len(c.amount_ids) == 1]
        right = [amounts[check.amount_ids[0]] for check in told_right]
        fact = facts[fact_id]
        yield _told_finding(
            reading, fact, wrong, right[:_MOST_SIBLINGS], says_where(titles[fact.table_id], fact)
        )


def _told_finding(
    reading: Extraction, fact: Fact, wrong: Sequence[Amount], right: Sequence[Amount], where: str
) -> Finding:
    amount = wrong[0]
    unit = _right_unit(amount, fact)
    if unit:
        expected = f"{without_unit(amount.raw)} {unit}"
        kind, severity = "unit", "error"
        reason = f"enheten ska troligen vara {unit}"
    else:
        expected = right[0].raw if right else _in_words_of(amount, fact)
        kind, severity = "text_vs_table", "error" if right else "warning"
        reason = f"det motsvarar {expected}"
    paragraph = {p.paragraph_id: p.text for p in reading.paragraphs}[amount.paragraph_id]
    says = (
        f"{_in_text(amount)} (”{_around(paragraph, amount.raw)}”) står {amount.raw}, men "
        f"{where[:1].lower()}{where[1:]} har {fact.raw}{f' {fact.unit}' if fact.unit else ''}: {reason}."
    )
    document_id = reading.source.document_id
    claims = [_amount_claim(document_id, each) for each in wrong[:8]]
    claims.append(Claim(document_id, fact.place, fact.raw, fact_id=fact.fact_id))
    claims += [_amount_claim(document_id, each) for each in right]
    return Finding("", document_id, kind, severity, says, expected, amount.raw, tuple(claims))


def _right_unit(amount: Amount, fact: Fact) -> str | None:
    """The unit that brings the amount near the figure, where its own is a thousandfold off."""
    if not amount.value or not amount.value_sek or not fact.value_sek or amount.unit not in _KRONOR:
        return None
    size = abs(fact.value_sek)
    near = {unit: abs(amount.value) * factor / size for unit, factor in _KRONOR.items()}
    unit = min(near, key=lambda each: max(near[each], 1 / near[each]))
    is_near = Decimal(1) / _NEAR <= near[unit] <= _NEAR
    return unit if is_near and unit != amount.unit else None


def _in_words_of(amount: Amount, fact: Fact) -> str:
    """The table's figure as the sentence writes amounts."""
    if not amount.value or not amount.value_sek or fact.value_sek is None:
        return fact.raw
    factor = abs(amount.value_sek / amount.value)
    places = Decimal(1).scaleb(-decimals(amount.value))
    value = (abs(fact.value_sek) / factor).quantize(places) if amount.value else fact.value
    return write_like(amount.raw, value.copy_sign(amount.value))


def _around(text: str, raw: str) -> str:
    at = text.find(raw)
    start = text.rfind(" ", 0, max(0, at - 50)) + 1 if at > 50 else 0
    return f"{'…' if start else ''}{text[start : at + len(raw)]}"


def _in_text(amount: Amount) -> str:
    return f"I texten {on_page(amount.place.page)}".rstrip()


def _amount_claim(document_id: str, amount: Amount) -> Claim:
    return Claim(
        document_id, amount.place, amount.raw, amount_id=amount.amount_id, paragraph_id=amount.paragraph_id
    )


def _percent(
    reading: Extraction, check: Check, amounts: Mapping[str, Amount], facts: Mapping[str, Fact]
) -> Finding:
    amount, *others = (amounts[i] for i in check.amount_ids)
    places = Decimal(1).scaleb(-decimals(amount.value or Decimal(0)))
    right = write_like(amount.raw, check.expected.quantize(places))
    of = " och ".join([facts[i].raw for i in check.fact_ids] + [other.raw for other in others])
    says = f"{_in_text(amount)} står {amount.raw}, men {of} ger {right}."
    document_id = reading.source.document_id
    claims = [_amount_claim(document_id, each) for each in (amount, *others)]
    claims += [Claim(document_id, facts[i].place, facts[i].raw, fact_id=i) for i in check.fact_ids]
    return Finding("", document_id, "percent", "warning", says, right, amount.raw, tuple(claims))
