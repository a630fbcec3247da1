"""Sentences that tell another figure than the table, or than the same sentence elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from reconcilers.known.known import Known
from reconcilers.telling.in_words import on_page
from reconcilers.telling.places import says_where
from reconcilers.telling.tellings import Telling
from schemas.document import Amount, Extraction, Fact
from schemas.finding import Check, Claim
from schemas.kinds import FindingKind, Severity
from swedish.numbers.units import UNITS
from swedish.numbers.writing import decimals, without_unit, write_like

_KRONOR = {name: kronor for name in ("kr", "tkr", "mnkr", "mdkr") if (kronor := UNITS[name].kronor)}
_NEAR = 3  # times as large or small: units lie a thousandfold apart, a figure of last year seldom threefold
_MOST_WRONG = 8  # places of the amount told wrongly: the table's and the right ones are to be seen too
_MOST_SIBLINGS = 4  # places where the amount is told right
_BEFORE = 50  # characters of the sentence before an amount


def tell_sentences(_: Extraction, known: Known) -> Iterator[Telling]:
    """One telling for each figure and each amount told wrongly, however many sentences tell it."""
    told: dict[tuple[str, str], list[Amount]] = defaultdict(list)
    for check in known.failed:
        if not check.amount_ids:
            continue
        amount = known.amounts[check.amount_ids[0]]
        if check.kind == "percent" or not check.fact_ids:
            yield _tell_percent(known, check)
        else:
            told[check.fact_ids[0], amount.raw].append(amount)
    told_right = _told_right(known)
    for (fact_id, _raw), wrong in told.items():
        yield _tell_amount(known, known.facts[fact_id], wrong, told_right[fact_id][:_MOST_SIBLINGS])


def _told_right(known: Known) -> Mapping[str, Sequence[Amount]]:
    """The amounts that tell each figure as the table has it."""
    found: dict[str, list[Amount]] = defaultdict(list)
    for check in known.held:
        if len(check.fact_ids) == len(check.amount_ids) == 1:
            found[check.fact_ids[0]].append(known.amounts[check.amount_ids[0]])
    return found


def _tell_amount(known: Known, fact: Fact, wrong: Sequence[Amount], right: Sequence[Amount]) -> Telling:
    amount = wrong[0]
    unit = _right_unit(amount, fact)
    if unit:
        expected = f"{without_unit(amount.raw)} {unit}"
        kind, severity = FindingKind.UNIT, Severity.ERROR
        reason = f"enheten ska troligen vara {unit}"
    else:
        expected = right[0].raw if right else _in_words_of(amount, fact)
        kind, severity = FindingKind.TEXT_VS_TABLE, Severity.ERROR if right else Severity.WARNING
        reason = f"det motsvarar {expected}"
    where = says_where(known.titles[fact.table_id], fact)
    told = f"”{_around(known.paragraphs[amount.paragraph_id].text, amount.raw)}”"
    printed = f"{fact.raw} {fact.unit}" if fact.unit else fact.raw
    says = (
        f"{_in_text(amount)} ({told}) står {amount.raw}, men "
        f"{where[:1].lower()}{where[1:]} har {printed}: {reason}."
    )
    places = (
        *_amount_claims(known, wrong[:_MOST_WRONG]),
        _fact_claim(known, fact),
        *_amount_claims(known, right),
    )
    return Telling(kind, severity, says, expected, amount.raw, places)


def _right_unit(amount: Amount, fact: Fact) -> str | None:
    """The unit that brings the amount near the figure, where its own is a thousandfold off."""
    if not amount.value or not amount.value_sek or not fact.value_sek or amount.unit not in _KRONOR:
        return None
    size = abs(fact.value_sek)
    times = {unit: abs(amount.value) * factor / size for unit, factor in _KRONOR.items()}
    nearest = min(times, key=lambda unit: max(times[unit], 1 / times[unit]))
    is_near = Decimal(1) / _NEAR <= times[nearest] <= _NEAR
    return nearest if is_near and nearest != amount.unit else None


def _in_words_of(amount: Amount, fact: Fact) -> str:
    """The table's figure as the sentence writes amounts."""
    if not amount.value or not amount.value_sek or fact.value_sek is None:
        return fact.raw
    factor = abs(amount.value_sek / amount.value)
    places = Decimal(1).scaleb(-decimals(amount.value))
    value = (abs(fact.value_sek) / factor).quantize(places)
    return write_like(amount.raw, value.copy_sign(amount.value))


def _around(text: str, raw: str) -> str:
    at = text.find(raw)
    start = text.rfind(" ", 0, at - _BEFORE) + 1 if at > _BEFORE else 0
    return f"{'…' if start else ''}{text[start : at + len(raw)]}"


def _in_text(amount: Amount) -> str:
    return f"I texten {on_page(amount.place.page)}".rstrip()


def _amount_claims(known: Known, amounts: Iterable[Amount]) -> tuple[Claim, ...]:
    return tuple(
        Claim(known.document_id, a.place, a.raw, amount_id=a.amount_id, paragraph_id=a.paragraph_id)
        for a in amounts
    )


def _fact_claim(known: Known, fact: Fact) -> Claim:
    return Claim(known.document_id, fact.place, fact.raw, fact_id=fact.fact_id)


def _tell_percent(known: Known, check: Check) -> Telling:
    amounts = [known.amounts[amount_id] for amount_id in check.amount_ids]
    facts = [known.facts[fact_id] for fact_id in check.fact_ids]
    amount, *others = amounts
    places = Decimal(1).scaleb(-decimals(amount.value or Decimal(0)))
    right = write_like(amount.raw, check.expected.quantize(places))
    of = " och ".join([fact.raw for fact in facts] + [other.raw for other in others])
    says = f"{_in_text(amount)} står {amount.raw}, men {of} ger {right}."
    claims = (*_amount_claims(known, amounts), *(_fact_claim(known, fact) for fact in facts))
    return Telling(FindingKind.PERCENT, Severity.WARNING, says, right, amount.raw, claims)
