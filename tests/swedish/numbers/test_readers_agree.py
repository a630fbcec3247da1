"""All readers of figures held against each other: what the cell reader, the sentence reader, reconciliation's
tokens and every "looks like" say of one string never contradicts, and no part of a figure is read as one.

`origin` as in test_grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reconcilers.same_text.figures_in_text import read_figure
from schemas.value import Blank, Number
from swedish.numbers.amounts import AmountMention, find_amounts
from swedish.numbers.grammar import read_number
from swedish.numbers.notation import Style, fold, fold_in_place
from swedish.numbers.shapes import looks_blank, looks_like_figure
from swedish.numbers.units import SPELLINGS, to_kronor
from swedish.numbers.writing import write_like
from swedish.tokens import find_tokens

GROUPS = ("1", "7", "25", "85", "250", "000", "0", "2024", "1234", "007", "½")
BETWEEN = (" ", "\u00a0", "\u202f", "", ".", ",", "'", "’", ":", "/", "-", "–", " - ", " och ", " till ")
SIGNS = (
    "",
    "",
    "",
    "-",
    "–",
    "−",
    "- ",
    "− ",
    "+",
    "±",
    "<",
    ">",
    "≤",
    "(",
    "ca ",
    "~",
    "kr ",
    "SEK ",
    "€ ",
    "§ ",
)
SPELLED = tuple(spelling for printed in SPELLINGS.values() for spelling in printed)
UNITS = ("", "", *SPELLED, *(f"{unit}/{per}" for unit in ("kr", "€", "öre") for per in ("år", "kvm", "elev")))
ENDS = ("", "", "", "-", " -", ")", ".", ",", "*", " 1)", "²", " per år", " 64 öre", " och 4 öre", " barn")
FIGURES = st.tuples(
    st.sampled_from(SIGNS),
    st.lists(st.tuples(st.sampled_from(GROUPS), st.sampled_from(BETWEEN)), min_size=1, max_size=4),
    st.sampled_from(GROUPS),
    st.sampled_from(("", " ", "\u00a0")),
    st.sampled_from(UNITS),
    st.sampled_from(ENDS),
).map(lambda parts: "".join((parts[0], *("".join(pair) for pair in parts[1]), *parts[2:])))
STRINGS = FIGURES | st.text(alphabet="0123456789 .,'’:/-–−()<±%xkrtmn€½\u00a0\u200b", max_size=14)


class Example(NamedTuple):
    """`cell`: what the cell reader says; `said`: the value in a sentence, "?" for none to be told,
    "" where there is no amount.
    """

    raw: str
    cell: str
    said: str
    looks: str
    origin: str


EXAMPLES = [
    Example("1'250 kr", "1250 kr", "1250", "figure", "issue: a sentence read 250 kr"),
    Example("12'34 kr", "no single number", "?", "", "made up"),
    Example("1.250.000", "1250000", "", "figure", "issue"),
    Example("1.250.000 kr", "1250000 kr", "1250000", "figure", "issue"),
    Example("1.250 kr", "several readings", "?", "figure", "hazards"),
    Example("21:85 kronor", "21.85 kr", "21.85", "figure", "issue"),
    Example("21:85", "no single number", "", "", "made up: a time, a ratio, a number of a law"),
    Example("kr 350", "350 kr", "350", "figure", "issue"),
    Example("SEK 25 000", "25000 kr", "25000", "figure", "issue"),
    Example("SEK 2024", "more than a number", "", "", "made up: it heads a column"),
    Example("12 500 kr/år", "12500 kr", "12500", "figure", "issue, contract"),
    Example("824 kr/kvm", "824 kr/kvm", "824", "figure", "contract"),
    Example("125:-", "125 kr", "125", "figure", "issue"),
    Example("±0", "0", "", "figure", "issue"),
    Example("±0 kr", "0 kr", "0", "figure", "made up"),
    Example("±5 %", "two signs", "?", "figure", "made up"),
    Example("--", "blank", "", "blank", "issue"),
    Example(".", "blank", "", "blank", "made up: what cannot be, in official statistics"),
    Example("x", "blank", "", "blank", "hazards"),
    Example("<5", "no single number", "", "", "issue, contract: a bound is no fact"),
    Example("<5 %", "no single number", "?", "", "contract"),
    Example("10–15 %", "range", "?", "figure", "contract"),
    Example("1601-1612", "range", "", "", "hazards"),
    Example("1234 567 kr", "no single number", "?", "", "made up"),
    Example("0 101", "no single number", "", "", "hazards: two columns, set tightly"),
    Example("1 1/2 procent", "more than a number", "", "", "made up"),
    Example("2½ kr", "more than a number", "", "", "made up"),
    Example("2024-06-17", "more than a number", "", "", "hazards"),
    Example("(1 250", "open parenthesis", "", "figure", "made up: cut by a column's border"),
]


def _cell(raw: str) -> str:
    read = read_number(raw)
    if isinstance(read, Number):
        return f"{read.value:f}{f' {read.unit.name}' if read.unit else ''}"
    return "blank" if isinstance(read, Blank) else read.why


def _said(raw: str) -> str:
    return " + ".join("?" if m.value is None else f"{m.value:f}" for m in find_amounts(raw))


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: f"{row.raw} ({row.origin})")
def test_a_string_is_the_same_to_every_reader(row: Example) -> None:
    looks = "figure" if looks_like_figure(row.raw) else "blank" if looks_blank(row.raw) else ""
    assert (_cell(row.raw), _said(row.raw), looks) == (row.cell, row.said, row.looks)


def _with_examples(test: Callable[[str], None]) -> Callable[[], None]:
    for row in EXAMPLES:
        test = example(row.raw)(test)
    return settings(max_examples=500, deadline=None, derandomize=True)(given(STRINGS)(test))


@_with_examples
def test_what_a_cell_is_read_as_it_looks_like(raw: str) -> None:
    reads = [read_number(raw, style) for style in Style]
    if any(isinstance(read, Number) for read in reads):
        assert looks_like_figure(raw)
    blank = all(isinstance(read, Blank) for read in reads)
    assert looks_blank(raw) == (blank and raw != "")
    assert not (looks_blank(raw) and (looks_like_figure(raw) or find_amounts(raw)))


@_with_examples
def test_a_sentence_tells_no_other_amount_than_a_cell(raw: str) -> None:
    cell = read_number(raw)
    if not isinstance(cell, Number):
        return
    for mention in find_amounts(raw):
        assert mention.value is None or (abs(mention.value), mention.unit) == (abs(cell.value), cell.unit)


@_with_examples
def test_an_amount_of_a_sentence_is_that_of_a_cell_alone(raw: str) -> None:
    for mention in find_amounts(f"Det blir {raw} nu."):
        cell = read_number(mention.raw)
        if mention.value is not None:
            assert isinstance(cell, Number), cell
            assert (cell.value, cell.unit) == (mention.value, mention.unit)


# Spelled out here, so that a mark lost from the grammar is seen.
_GOES_ON = re.compile(r"(?:[0-9][:/.,'’]|[0-9½]|(?<![\w:/.,'’-])(?!(?:19|20)[0-9]{2} )[0-9]+ )\Z")


@_with_examples
def test_no_part_of_a_figure_is_an_amount(raw: str) -> None:
    text = fold(raw)
    for mention in find_amounts(text):
        begins = re.search(r"[0-9]", mention.raw)
        assert begins
        at = mention.start + begins.start()
        if mention.value is not None and fold_in_place(text)[at - 1 : at] != "-":
            assert not _GOES_ON.search(text[:at]), mention
        assert not re.match(r"[0-9]", text[mention.end :]), mention


def _is_plain(mention: AmountMention) -> bool:
    """One figure and the unit behind it, as tokens have it: no range, no unit before it, no öre behind it."""
    return re.fullmatch(r"[<>≤≥±−–-]?\s?[0-9][0-9 \u00a0\u202f.,'’:]*[^0-9]*", mention.raw) is not None


@_with_examples
def test_a_token_is_worth_what_the_sentence_says(raw: str) -> None:
    tokens = [token for token in find_tokens(raw) if token.kind == "figure"]
    for mention in filter(_is_plain, find_amounts(raw)):
        held = [token for token in tokens if token.start <= mention.end - 1 < token.end]
        for figure in filter(None, (read_figure(token.text) for token in held)):
            worth = None if mention.value is None else to_kronor(abs(mention.value), mention.unit)
            assert figure.unit != "kr" or abs(figure.value) == worth, mention


@_with_examples
def test_what_is_written_like_a_figure_is_read_as_its_value(raw: str) -> None:
    read = read_number(raw)
    if isinstance(read, Number):
        again = read_number(write_like(raw, read.value))
        assert isinstance(again, Number) and again.value == read.value, again


def test_each_spelling_of_a_unit_is_known_to_every_reader() -> None:
    for name, printed in SPELLINGS.items():
        for spelling in printed:
            raw = f"1 250 {spelling}"
            (mention,) = find_amounts(raw)
            (token,) = find_tokens(raw)
            cell = read_number(raw)
            assert isinstance(cell, Number)
            assert cell.unit == mention.unit, spelling
            assert (mention.unit.name, token.text, looks_like_figure(raw)) == (name, raw, True)
