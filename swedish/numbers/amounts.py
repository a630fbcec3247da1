"""Money and percentages in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from schemas.value import Unit
from swedish.dates import MONTH
from swedish.numbers.grammar import ABOUT, ORE, read_figure
from swedish.numbers.notation import (
    COLON_ORE,
    DROPPED,
    FIRST_IN_TEXT,
    MARKS,
    REST_IN_TEXT,
    TORN,
    YEAR,
    fold_in_place,
)
from swedish.numbers.units import AFTER_FIGURE, BEFORE_FIGURE, unit_spelled


@dataclass(frozen=True, slots=True)
class AmountMention:
    """An amount where it stands: `raw` is text[start:end],
    `value` None for a range, a bound ("<5 %") or a figure of several readings.
    """

    start: int
    end: int
    raw: str
    value: Decimal | None
    unit: Unit
    approximate: bool


_FIGURE = REST_IN_TEXT + COLON_ORE
_LOW = rf"(?P<low>{FIRST_IN_TEXT}(?<![0-9]-[0-9]){_FIGURE})"  # not inside a date either
_TO = rf"(?:(?P<to> ?- ? ?| till | à | och )[-+−]?(?P<high>[0-9]{_FIGURE}))?"
_AMOUNT = re.compile(rf"{_LOW}{_TO} {{0,2}}(?P<unit>{AFTER_FIGURE})", re.IGNORECASE)
# "kr 350", "SEK 25 000"; not "i kr 31 december" nor, in a table read as text, "kr 28 317 27 356".
_AFTER_UNIT = re.compile(
    rf"(?<![\w%])(?P<unit>{'|'.join(BEFORE_FIGURE)}) ?(?P<sign>[-+−]?)(?!{YEAR}(?![0-9]))"
    rf"{_LOW}(?![\w%]|[-:/{MARKS}]?[0-9]| [0-9]| (?:{MONTH})\b)",
    re.IGNORECASE,
)
_ORE = re.compile(ORE, re.IGNORECASE)
_SIGN = re.compile(r"(?:(?<![^\s(\[\"”»'’=])[-+±]|− ?|(?<![=-])[<>≤≥] ?)\Z")
_BOUNDS = tuple("<>≤≥")
_ABOUT = re.compile(
    rf"(?:(?<!\w)(?:{ABOUT}|drygt|knappt|nästan|närmare|runt|kring|uppemot|upp emot)\.?|~)[ (]?\Z",
    re.IGNORECASE,
)
_YEAR = re.compile(YEAR)
_BETWEEN = re.compile(rf"\bmellan (?:(?:{ABOUT})\.? )?\Z", re.IGNORECASE)
# "1:1-1 250 kr" is no 250 kr either, unless a day or a month ends there ("2024-06-17 500 kr").
_TORN = re.compile(rf"(?:{TORN}|(?<=[0-9]-)[0-9]{{1,3}} )\Z")
_DATED = re.compile(rf"{YEAR}-[0-9]{{2}}(?:-[0-9]{{2}})? \Z")


def find_amounts(text: str) -> list[AmountMention]:
    """The amounts of money and the percentages in running text, in order.

    >>> [(m.raw, m.value, m.unit.name)
    ...  for m in find_amounts("Under 2025 ca 144,7 mnkr, –1,6 procent och 2–3 tkr.")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('144,7 mnkr', Decimal('144.7'), 'mnkr'), ('–1,6 procent', Decimal('-1.6'), 'procent'),
     ('2–3 tkr', None, 'tkr')]
    >>> find_amounts("Avgiften är 21 kronor och 64 öre.")[0].value
    Decimal('21.64')
    >>> find_amounts("Den 2024-06-17 togs § 208 upp, se 5.3.1.")
    []
    >>> [(m.raw, m.value) for m in find_amounts("1'250 kr, SEK 25 000, 21:85 kronor, <5 % och 12 kr/kvm")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [("1'250 kr", Decimal('1250')), ('SEK 25 000', Decimal('25000')), ('21:85 kronor', Decimal('21.85')),
     ('<5 %', None), ('12 kr/kvm', Decimal('12'))]
    """
    kept: Sequence[int] = range(len(text))
    if not text.isascii() and any(character in text for character in DROPPED):
        kept = [i for i in kept if text[i] not in DROPPED]
    folded = fold_in_place("".join(text[i] for i in kept) if len(kept) < len(text) else text)
    return [_as_printed(text, mention, kept) for mention in _mentions(folded)]


def _as_printed(text: str, mention: AmountMention, kept: Sequence[int]) -> AmountMention:
    """The mention at its place in the text as it was before characters without width were dropped."""
    start, end = kept[mention.start], kept[mention.end - 1] + 1
    return replace(mention, start=start, end=end, raw=text[start:end])


def _mentions(text: str) -> Iterator[AmountMention]:
    behind = [_mention(text, match) for match in _AMOUNT.finditer(text)]
    # in "500 kr 350 barn" the unit has its figure already
    taken = {place for mention in behind for place in range(mention.start, mention.end)}
    before = [
        _mention_of_unit(text, match)
        for match in _AFTER_UNIT.finditer(text)
        if taken.isdisjoint(range(*match.span()))
    ]
    end = 0
    for mention in sorted((*behind, *before), key=lambda mention: mention.start):
        if mention.start >= end:  # else it is the "64 öre" of "21 kronor och 64 öre"
            end = mention.end
            yield mention


def _mention_of_unit(text: str, match: re.Match[str]) -> AmountMention:
    unit = unit_spelled(match["unit"])
    value = _value(match["low"], unit, match["sign"])
    about = _ABOUT.search(text, max(0, match.start() - 20), match.start()) is not None
    return AmountMention(*match.span(), match[0], value, unit, about)


def _mention(text: str, match: re.Match[str]) -> AmountMention:
    start, body = _figure(text, match)
    unit = unit_spelled(match["unit"])
    ore = _ORE.match(text, match.end()) if unit.name == "kr" else None
    sign = _SIGN.search(text, max(0, start - 2), start)
    start, end = sign.start() if sign else start, (ore or match).end()
    value = _value(body, unit, sign[0] if sign else "", ore[1] if ore else None)
    about = _ABOUT.search(text, max(0, start - 20), start) is not None
    return AmountMention(start, end, text[start:end], value, unit, about)


def _figure(text: str, match: re.Match[str]) -> tuple[int, str]:
    """Where the figure begins and its digits; no digits where they have no single reading."""
    if match["high"] is None:
        figure = "low"
    elif _is_range(text, match):
        return match.start(), ""
    else:
        figure = "high"
    start = match.start(figure)
    torn = _TORN.search(text, max(0, start - 8), start)
    if torn and not _DATED.search(text, max(0, start - 11), start):
        return torn.start(), ""
    return start, match[figure]


def _is_range(text: str, match: re.Match[str]) -> bool:
    """Whether "2–3 mnkr" or "mellan 2 och 3 mnkr"; not "2 och 3 mnkr", nor "2025 till 14,5 mnkr"."""
    if match["to"] == " och ":
        return _BETWEEN.search(text, max(0, match.start() - 20), match.start()) is not None
    return not _YEAR.fullmatch(match["low"]) or re.fullmatch(r"\d{4}", match["high"]) is not None


def _value(body: str, unit: Unit, sign: str, ore: str | None = None) -> Decimal | None:
    value = read_figure(body, unit, ore) if body else ""
    if isinstance(value, str) or (sign[:1] in _BOUNDS) or (sign == "±" and value):
        return None
    return value.copy_negate() if sign.startswith(("-", "−")) and value else value
