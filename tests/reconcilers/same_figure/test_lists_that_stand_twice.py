"""Loans in a report and in its note: other headers, the same rows and amounts, and a rate that differs."""

from __future__ import annotations

import pytest

from extractors.document import read_pages
from reconcilers.reconcile import reconcile
from schemas.document import Source
from tests.extractors.drawing import draw

REPORT = """<Förvaltningsberättelse>

{title}

Långivare             {rate}    {amount}
Björkbanken          2,90 %             4 250 000
Ekbanken             3,49 %             6 100 000
Almbanken            1,15 %             2 875 500
Rönnbanken           2,41 %             1 940 000
Björkbanken          1,98 %             3 120 000
=====
"""
NOTE = """<Not 12   Skulder {year}>

Långivare        Räntesats               {amount}
Björkbanken          2,90 %             4 250 000
Ekbanken             3,49 %             6 100 000
Almbanken            1,15 %             2 875 500
Rönnbanken           2,41 %             1 940 000
Björkbanken          1,98 %             3 120 000
"""
PLAIN = {"title": "Lån, belopp i kr", "rate": "  Ränta", "amount": "        Skuld"}


def told(report: str, note: str) -> list[tuple[str, str | None, str | None]]:
    reading = read_pages(draw(report + note), Source("0" * 64, "x.pdf"), None)
    return [(str(f.severity), f.expected, f.found) for f in reconcile(reading).findings]


def noted(year: str = "", amount: str = "       Belopp", **changed: str) -> str:
    text = NOTE.format(year=year, amount=amount)
    for printed, other in changed.items():
        text = text.replace(printed.replace("_", ",").lstrip("r"), other, 1)
    return text


def test_one_loan_at_two_rates_is_told() -> None:
    assert told(REPORT.format(**PLAIN), noted()) == []
    assert told(REPORT.format(**PLAIN), noted(r2_90="3,49")) == [("error", "2,90 %", "3,49 %")]


def test_two_rows_of_one_name_are_known_by_their_amounts() -> None:
    assert told(REPORT.format(**PLAIN), noted(r1_98="1,89")) == [("error", "1,98 %", "1,89 %")]


@pytest.mark.parametrize("other", ["4 500 000", "4 250 500"])
def test_lists_whose_amounts_are_not_all_the_same_are_two(other: str) -> None:
    """What was sought and what was granted share most figures."""
    note = noted(r2_90="3,49").replace("4 250 000", other)
    assert told(REPORT.format(**PLAIN), note) == []


def test_amounts_under_other_headers_are_not_held_against_each_other() -> None:
    sought = REPORT.format(title="Bidrag i kr", rate="Andel  ", amount="   Sökt belopp")
    assert told(sought, noted(amount="    Beviljat").replace("1 940 000", "1 490 000")) == []


def test_titles_of_other_years_make_other_lists() -> None:
    last = REPORT.format(title="Lån 2030, belopp i kr", rate="  Ränta", amount="        Skuld")
    last = last.replace("<Förvaltningsberättelse>\n\n", "<Lån 2030>\n\n").replace("Lån 2030, belopp i kr", "")
    assert told(last, noted("2031", r2_90="3,49")) == []


def test_two_rows_are_too_few_to_tell() -> None:
    few = "\n".join(REPORT.format(**PLAIN).split("\n")[:7]) + "\n=====\n"
    short = "\n".join(noted(r2_90="3,49").split("\n")[:5]) + "\n"
    assert told(few, short) == []
