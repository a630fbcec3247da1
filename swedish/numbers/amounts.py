"""Money and percentages in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from schemas.value import Unit
from swedish.numbers.grammar import ABOUT
from swedish.numbers.notation import DROPPED, EXACT, fold_in_place, read_digits
from swedish.numbers.units import AFTER_FIGURE, unit_spelled


@dataclass(frozen=True, slots=True)
class AmountMention:
    """An amount where it stands: `raw` is text[start:end],
    `value` None for a range or a figure of several readings.
    """

    start: int
    end: int
    raw: str
    value: Decimal | None
    unit: Unit
    approximate: bool


# Six groups reach past any budget; the bound keeps a page of bare figures from costing the square of its
# length.
_REST = r"(?:[0-9]{0,2}(?: [0-9]{3}){1,6}(?![0-9])(?:,[0-9]+)?|[0-9]*(?:[.,][0-9]+){0,5})"
# A digit first, so that the search skips text fast. Not inside a word, a date, a number like 5.3.1 or 27/41.
_FIRST = rf"[0-9](?<!\w[0-9])(?<![0-9][-.,:/][0-9]){_REST}"
_TO = rf"(?P<to> ?- ? ?| till | à | och )[-+−]?(?P<high>[0-9]{_REST})"
_AMOUNT = re.compile(rf"(?P<low>{_FIRST})(?:{_TO})? {{0,2}}(?P<unit>{AFTER_FIGURE})", re.IGNORECASE)
_ORE = re.compile(r" (?:och )?([0-9]{1,2}) öre\b", re.IGNORECASE)
_SIGN = re.compile(r"(?:(?<![^\s(\[\"”»'’=])[-+]|− ?)\Z")
_ABOUT = re.compile(
    rf"(?:(?<!\w)(?:{ABOUT}|drygt|knappt|nästan|närmare|runt|kring|uppemot|upp emot)\.?|~)[ (]?\Z",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_BETWEEN = re.compile(rf"\bmellan (?:(?:{ABOUT})\.? )?\Z", re.IGNORECASE)
# "1234 567 kr": torn or run together, unless what stands before is a year ("under 2024 500 kr").
_TORN = re.compile(r"(?<![\w.,:/-])([0-9]+) \Z")


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
    end = 0
    for match in _AMOUNT.finditer(text):
        if match.start() >= end:  # else it is the "64 öre" of "21 kronor och 64 öre"
            mention = _mention(text, match)
            end = mention.end
            yield mention


def _mention(text: str, match: re.Match[str]) -> AmountMention:
    start, body = _figure(text, match)
    unit = unit_spelled(match["unit"])
    ore = _ORE.match(text, match.end()) if unit.name == "kr" else None
    sign = _SIGN.search(text, max(0, start - 2), start)
    start, end = sign.start() if sign else start, (ore or match).end()
    value = _value(body, sign[0] if sign else "", ore[1] if ore else None)
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
    torn = _TORN.search(text, max(0, match.start(figure) - 8), match.start(figure))
    if torn and not _YEAR.fullmatch(torn[1]):
        return torn.start(1), ""
    return match.start(figure), match[figure]


def _is_range(text: str, match: re.Match[str]) -> bool:
    """Whether "2–3 mnkr" or "mellan 2 och 3 mnkr"; not "2 och 3 mnkr", nor "2025 till 14,5 mnkr"."""
    if match["to"] == " och ":
        return _BETWEEN.search(text, max(0, match.start() - 20), match.start()) is not None
    return not _YEAR.fullmatch(match["low"]) or re.fullmatch(r"\d{4}", match["high"]) is not None


def _value(body: str, sign: str, ore: str | None) -> Decimal | None:
    value = read_digits(body) if body else ""
    if isinstance(value, str):
        return None
    value = value if ore is None else EXACT.add(value, Decimal(ore).scaleb(-2))
    return value.copy_negate() if sign.startswith(("-", "−")) and value else value
