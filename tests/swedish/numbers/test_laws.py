"""Laws of the number grammar: reading undoes writing, places are true,
and nothing that is printed makes it raise.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from schemas.value import Number
from swedish.numbers.amounts import find_amounts
from swedish.numbers.grammar import read_number
from swedish.numbers.notation import Style, find_style
from swedish.numbers.units import UNITS, find_unit, find_unit_in_sentence, read_unit, to_kronor

VALUES = st.decimals(min_value=-(10**12), max_value=10**12, places=3) | st.integers(-(10**12), 10**12).map(
    Decimal
)
SPACES = st.sampled_from(["", " ", "\u00a0", "\u202f", "\u2009", "\u2007"])
SIGNS = st.sampled_from(["-{}", "- {}", "−{}", "–{}", "– {}", "{}-", "({})", "( {} )"])
# Text that looks like what the grammar cares about, so that the arbitrary is not only noise.
PIECES = [
    "1",
    "25",
    "250",
    "2024",
    "0",
    " ",
    "\u00a0",
    "\u200b",
    "\u00ad",
    ",",
    ".",
    "-",
    "–",
    "−",
    "(",
    ")",
    "%",
    "*",
    ":-",
]
PIECES += [
    "kr",
    "tkr",
    " mnkr",
    "öre",
    " och ",
    " till ",
    "ca ",
    "mellan ",
    "miljoner kronor",
    "€",
    "§",
    "\n",
    "a",
    "ı",
]
NEAR_NUMBERS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def _written(value: Decimal, group: str, point: str) -> str:
    return f"{abs(value):,f}".replace(",", "\0").replace(".", point).replace("\0", group)


def _value(raw: str, style: Style = Style.SWEDISH) -> Decimal:
    read = read_number(raw, style)
    assert isinstance(read, Number), read
    return read.value


@given(VALUES, SPACES, SIGNS)
def test_reading_undoes_writing(value: Decimal, space: str, sign: str) -> None:
    figure = _written(value, space, ",")
    assert _value(sign.format(figure) if value < 0 else figure) == value


@given(VALUES, st.sampled_from([Style.COMMA_THOUSANDS, Style.DOT_THOUSANDS]))
def test_reading_undoes_writing_in_other_notations(value: Decimal, style: Style) -> None:
    assert _value(_written(value, *style.value), style) == abs(value)


@given(VALUES, st.sampled_from(["kr", "tkr", "mnkr", "EUR", "procent"]), st.sampled_from(["", " ", "\u00a0"]))
def test_a_unit_changes_no_figure(value: Decimal, unit: str, space: str) -> None:
    read = read_number(f"{_written(value, ' ', ',')}{space}{unit}")
    assert isinstance(read, Number)
    assert (read.value, read.unit) == (abs(value), UNITS[unit])


@given(
    st.lists(st.integers(1_000_000, 10**9), min_size=1),
    st.sampled_from([Style.COMMA_THOUSANDS, Style.DOT_THOUSANDS]),
)
def test_a_column_of_millions_shows_its_notation(values: list[int], style: Style) -> None:
    cells = [_written(Decimal(value), *style.value) for value in values]
    assert find_style(cells) == style
    assert [_value(cell, style) for cell in cells] == values


@given(st.lists(VALUES), SPACES)
def test_a_swedish_column_is_swedish(values: list[Decimal], space: str) -> None:
    assert find_style(_written(value, space, ",") for value in values) == Style.SWEDISH


@given(VALUES, st.sampled_from(["kr", "tkr", "mnkr", "procent"]))
def test_an_amount_in_a_sentence_is_the_one_of_a_cell(value: Decimal, unit: str) -> None:
    printed = f"{_written(value, ' ', ',')} {unit}"
    (mention,) = find_amounts(f"Nämnden får {printed} nästa år.")
    assert (mention.raw, mention.value, mention.unit) == (printed, abs(value), UNITS[unit])


@example("0:-0%")
@given(st.text() | NEAR_NUMBERS)
def test_amounts_stand_where_they_say_in_order_and_apart(text: str) -> None:
    mentions = find_amounts(text)
    assert all(text[m.start : m.end] == m.raw != "" for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@given(st.text() | NEAR_NUMBERS, st.sampled_from(Style))
def test_reading_never_raises_and_keeps_raw(text: str, style: Style) -> None:
    assert read_number(text, style).raw == text.strip()
    assert find_style([text]) in Style
    for read in (read_unit, find_unit, find_unit_in_sentence):
        read(text)


@given(st.integers(-(10**32), 10**32), st.sampled_from(["kr", "tkr", "mnkr", "mdkr"]))
def test_kronor_are_exact(value: int, name: str) -> None:
    factor = UNITS[name].kronor
    assert factor is not None
    assert to_kronor(Decimal(value), UNITS[name]) == value * int(factor)
