"""What one table cell is read as: rows of (raw, expected, origin), the specification of the number grammar.

Origin: `hazards` was seen in a real file, `reference` in the reference document's tables, `made up` by us,
`contract` is what the data set promises.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import pytest

from schemas.value import Blank, Number, Unread
from swedish.numbers.grammar import Style, read_number


class Example(NamedTuple):
    """`expected`: the value and what else the cell says ("12.5 procent", "ca 116000"),
    "blank", or why it is unread.
    """

    raw: str
    expected: str
    origin: str
    style: Style = Style.SWEDISH


COMMA, DOT = Style.COMMA_THOUSANDS, Style.DOT_THOUSANDS

NUMBERS = [
    # hazards: the spaces between thousands
    Example("132 925", "132925", "hazards"),
    Example("132\u00a0925", "132925", "hazards"),
    Example("132\u202f925", "132925", "hazards"),
    Example("132\u2009925", "132925", "hazards"),
    Example("12 345 678", "12345678", "hazards"),
    Example("12,\u200b5", "12.5", "hazards"),
    Example("1\u00ad250", "1250", "hazards"),
    # hazards: the minus
    Example("-151 500", "-151500", "hazards"),
    Example("−1 250", "-1250", "hazards"),
    Example("–1 250", "-1250", "hazards"),
    Example("- 3 690", "-3690", "hazards"),
    Example("+ 128", "128", "hazards"),
    Example("1 250-", "-1250", "hazards"),
    Example("1 250–", "-1250", "hazards"),
    Example("(1 250)", "-1250", "hazards"),
    # hazards: units in the cell
    Example("- 3,690 m€", "-3.690 mEUR", "hazards"),
    Example("+ 0,130 m€", "0.130 mEUR", "hazards"),
    Example("151,5 mnkr", "151.5 mnkr", "hazards"),
    Example("1 250:-", "1250 kr", "hazards"),
    Example("12 %", "12 procent", "hazards"),
    Example("12%", "12 procent", "hazards"),
    Example("2 procentenheter", "2 procentenheter", "hazards"),
    # hazards: old and foreign notations
    Example("1,095,444", "1095444", "hazards", COMMA),
    Example("12,500", "12500", "hazards", COMMA),
    Example("115.788", "115788", "hazards", DOT),
    Example("12,5", "12.5", "hazards", DOT),
    Example("1,095,444", "1095444", "hazards"),
    # hazards: marks and hedges
    Example("532*", "532", "hazards"),
    Example("88,0 1)", "88.0", "hazards"),
    Example("ung 116 000", "ca 116000", "hazards"),
    # reference: what its budget tables print
    Example("0", "0", "reference"),
    Example("-13 765", "-13765", "reference"),
    Example("119 159", "119159", "reference"),
    Example("3,44", "3.44", "reference"),
    Example("77", "77", "reference"),
    # made up: spaces and minus signs together
    Example("\u2212\u00a03\u202f690", "-3690", "made up"),
    Example("  1 250\n", "1250", "made up"),
    Example("1\n250", "1250", "made up"),
    Example("-1", "-1", "made up"),
    Example("-0", "0", "made up"),
    Example("±0", "0", "made up"),
    Example("± 0,0", "0.0", "made up"),
    Example("(-1 250)", "-1250", "made up"),
    Example("( 1 250 )", "-1250", "made up"),
    # made up: plain figures of any length, decimals to six places
    Example("1234", "1234", "made up"),
    Example("12345678", "12345678", "made up"),
    Example("1 234,50", "1234.50", "made up"),
    Example("0,5", "0.5", "made up"),
    Example("0,123456", "0.123456", "made up"),
    Example("12345678901234567890123456789012", "12345678901234567890123456789012", "made up"),
    Example("-12345678901234567890123456789012", "-12345678901234567890123456789012", "made up"),
    # made up: another notation than the column's, with one reading only
    Example("3.5", "3.5", "made up"),
    Example("12.75", "12.75", "made up"),
    Example("1.2345", "1.2345", "made up"),
    Example("0.125", "0.125", "made up"),
    Example("1.115.788", "1115788", "made up"),
    Example("1,234.5", "1234.5", "made up"),
    Example("1.234,5", "1234.5", "made up"),
    Example("1,095", "1.095", "made up"),
    Example("1 234", "1234", "made up", COMMA),
    Example("12,5", "12.5", "made up", COMMA),
    Example("1.234", "1.234", "made up", COMMA),
    Example("1 234", "1234", "made up", DOT),
    # made up: apostrophes between thousands
    *(Example(f"1{mark}250", "1250", "made up") for mark in "'’´′"),
    Example("1'250'000,50", "1250000.50", "made up"),
    Example("1'250.5", "1250.5", "made up"),
    # made up: kronor and öre
    Example("21:85 kronor", "21.85 kr", "made up"),
    Example("1 250:50 kr", "1250.50 kr", "made up"),
    Example("21 kr 64 öre", "21.64 kr", "made up"),
    Example("21 kronor och 4 öre", "21.04 kr", "made up"),
    # made up: the unit before the figure, or a stop behind it
    Example("kr 500", "500 kr", "made up"),
    Example("SEK 25 000", "25000 kr", "made up"),
    Example("kr -90", "-90 kr", "made up"),
    Example("0,37 mnkr.", "0.37 mnkr", "hazards"),
    # contract: by the year it is plain money, by the thing a unit of its own
    Example("98 000 kr/år", "98000 kr", "contract"),
    Example("125:-/mån", "125 kr", "made up"),
    Example("824 kr/kvm", "824 kr/kvm", "contract"),
    Example("12 €/anställd/år", "12 EUR/anställd/år", "hazards"),
    Example("5 ‰", "5 promille", "contract"),
    # made up: units, marks and hedges
    Example("500 kr", "500 kr", "made up"),
    Example("500,-", "500 kr", "made up"),
    Example("1 000 kr", "1000 kr", "made up"),
    Example("2,5 miljoner kronor", "2.5 mnkr", "made up"),
    Example("40 Tkr", "40 tkr", "made up"),
    Example("7 MSEK", "7 mnkr", "made up"),
    Example("€ 500", "500 EUR", "made up"),
    Example("12 st", "12 antal", "made up"),
    Example("3,5 ha", "3.5 ha", "made up"),
    Example("12 m²", "12 m²", "made up"),
    Example("12 %²", "12 procent", "made up"),
    Example("(12,5 %)", "-12.5 procent", "made up"),
    Example("12 % 1)", "12 procent", "made up"),
    Example("532 2)", "532", "made up"),
    Example("532²", "532", "made up"),
    Example("532 **", "532", "made up"),
    Example("532 a)", "532", "made up"),
    Example("(1 250) 1)", "-1250", "made up"),
    Example("ca 500", "ca 500", "made up"),
    Example("Ca. 500 kr", "ca 500 kr", "made up"),
    Example("cirka 12 %", "ca 12 procent", "made up"),
    Example("ungefär -3", "ca -3", "made up"),
    Example("~20", "ca 20", "made up"),
]

BLANKS = [
    *(Example(raw, "blank", "hazards") for raw in ("", "-", "–", "..", "x")),
    *(
        Example(raw, "blank", "made up")
        for raw in ("—", "−", "…", "...", "X", ".", "e.t.", "E.T.", "n/a", " ", "\u00a0")
    ),
    *(Example(raw, "blank", "made up") for raw in ("- %", "–%", "- kr", "\u200b", "--", ".....")),
]

UNREADS = [
    # hazards: what is no amount
    Example("2024-06-17", "more than a number", "hazards"),
    Example("5.3.1", "no single number", "hazards"),
    Example("§ 208", "no single number", "hazards"),
    Example("39 §", "more than a number", "hazards"),
    Example("27 /41", "more than a number", "hazards"),
    Example("KS 2024-00375 1.1.2.1", "no single number", "hazards"),
    Example("4, 5, 6", "more than a number", "hazards"),
    Example("4, 5, 6, 7, 8", "more than a number", "hazards"),
    Example("2,5–3", "range", "hazards"),
    Example("115.788", "several readings", "hazards"),
    Example("KF", "no number", "reference"),
    # made up: torn groups, several figures
    Example("12 34", "no single number", "made up"),
    Example("1 23", "no single number", "made up"),
    Example("12 345 67", "no single number", "made up"),
    Example("1234 567", "no single number", "made up"),
    Example("0 101", "no single number", "hazards"),  # two columns, set tightly
    Example("1'25", "no single number", "made up"),
    Example("12'34 kr", "no single number", "made up"),
    # made up: öre of what are no kronor, a time, a law, two öre
    Example("21:85", "no single number", "made up"),
    Example("21:85 tkr", "no single number", "made up"),
    Example("2017:725", "more than a number", "made up"),
    Example("2025:10 kr", "no single number", "made up"),
    Example("21,5 kr 50 öre", "no single number", "made up"),
    # made up: what stands over a column
    Example("kr 2024", "more than a number", "made up"),
    Example("2024 (tkr)", "more than a number", "hazards"),
    Example("5 kr/tkr", "more than a number", "made up"),
    Example("1234567 890", "no single number", "made up"),
    Example("1 234567", "no single number", "made up"),
    Example("1  250", "more than a number", "made up"),  # two spaces may be a gap between columns
    Example("1 250 -", "more than a number", "made up"),  # the dash may be the next column's blank
    Example("1,2,3", "no single number", "made up"),
    Example("1.234", "several readings", "made up"),
    Example("12 345.678,9", "no single number", "made up"),
    Example("10–20 %", "range", "made up"),
    Example("2 till 3", "more than a number", "made up"),
    # made up: identifiers
    Example("007", "leading zero", "made up"),
    Example("02.06.2023", "no single number", "hazards"),
    Example("057 87", "no single number", "hazards"),
    Example("01 234", "leading zero", "made up"),
    Example("033-35 70 00", "more than a number", "made up"),
    Example("212000-1561", "range", "made up"),
    Example("Not 4", "no single number", "made up"),
    # made up: signs that contradict or repeat each other, parentheses that do not close
    Example("-5-", "two signs", "made up"),
    Example("(1 250-)", "two signs", "made up"),
    Example("(+5)", "two signs", "made up"),
    Example("±5", "two signs", "made up"),
    Example("(1 250", "open parenthesis", "made up"),
    Example("1 250)", "open parenthesis", "made up"),
    Example("(1 25)", "no single number", "made up"),
    # made up: beyond the published type
    Example("0,1234567", "more digits than a published figure holds", "made up"),
    Example("123456789012345678901234567890123", "more digits than a published figure holds", "made up"),
    Example("5 av 7", "more than a number", "made up"),
    Example("<5", "no single number", "made up"),
    Example("٣", "no number", "made up"),
]

# Each has one reading for a person; we leave them unread.
KNOWN_FAILURES = [
    Example("2½", "2.5", "made up"),
]


def _said(raw: str, style: Style) -> str:
    """What was read, as the rows write it."""
    match read_number(raw, style):
        case Number(_, value, unit, approximate):
            return f"{'ca ' * approximate}{value:f}{f' {unit.name}' if unit else ''}"
        case Blank():
            return "blank"
        case Unread(_, why):
            return why


@pytest.mark.parametrize(
    "example", NUMBERS + BLANKS + UNREADS, ids=lambda e: f"{e.origin}: {e.raw!r} {e.style.name}"
)
def test_a_cell_is_read_as_its_row_says(example: Example) -> None:
    assert _said(example.raw, example.style) == example.expected


@pytest.mark.xfail(strict=True, reason="one reading for a person, none for us")
@pytest.mark.parametrize("example", KNOWN_FAILURES, ids=lambda e: repr(e.raw))
def test_a_cell_is_not_yet_read(example: Example) -> None:
    assert _said(example.raw, example.style) == example.expected


@pytest.mark.parametrize("raw", [" 1\u00a0250 ", "– %", "  12 34", "−5 kr\n"])
def test_raw_keeps_the_characters_as_printed(raw: str) -> None:
    assert read_number(raw).raw == raw.strip()


def test_a_value_is_exact_and_in_the_printed_unit() -> None:
    read = read_number("3,690 m€")
    assert isinstance(read, Number)
    assert str(read.value) == "3.690"
    assert read.value == Decimal("3.69")
