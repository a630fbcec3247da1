"""Heads and feet that return are taken off the text; titles and tables that return are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.pages.lines import Line, find_lines
from extractors.pages.running_heads import Margins, find_margins
from schemas.page import Page
from schemas.place import Box
from tests.extractors.drawing import draw


def margins(*sheets: str) -> list[Margins]:
    pages = draw("=====\n".join(f"{sheet}\n" for sheet in sheets))
    return find_margins([(page, find_lines(page)) for page in pages])


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def sheet(number: int, body: str, total: str = "(3)") -> str:
    return f"SJÖVALLA KOMMUN\nKommunstyrelsen\n\n\n{body}\n⋮\nJusterare          Sida {number}{total}"


BODIES = ("Ett ärende om vägar.", "En skrivelse om parker.", "Förslaget antas.")


def test_lines_that_return_on_the_sheets_around_are_head_and_foot() -> None:
    for own, body in zip(margins(*map(sheet, (1, 2, 3), BODIES)), BODIES, strict=True):
        assert texts(own.head) == ["SJÖVALLA KOMMUN", "Kommunstyrelsen"]
        assert texts(own.body) == [body] and len(own.foot) == 1


def test_the_printed_number_is_read_with_its_total() -> None:
    printed = [own.printed for own in margins(*map(sheet, (4, 5, 6), BODIES, ["(28)"] * 3))]
    assert [(each.raw, each.number, each.total) for each in printed if each] == [
        ("Sida 4(28)", 4, 28), ("Sida 5(28)", 5, 28), ("Sida 6(28)", 6, 28),
    ]  # fmt: skip


def test_a_number_alone_at_the_foot_counts_though_no_other_line_is_like_it() -> None:
    for number, own in enumerate(margins(*(f"{body}\n⋮\n{n}" for n, body in enumerate(BODIES, 7))), 7):
        assert own.printed is not None and own.printed.number == number and len(own.foot) == 1


def test_a_line_with_figures_that_returns_is_a_row_of_two_tables() -> None:
    rows = [f"Intäkter        {n}20       {n}30\n\n{body}" for n, body in enumerate(BODIES, 1)]
    assert [texts(own.head) for own in margins(*rows)] == [[], [], []]


def test_a_heading_of_one_sheet_is_its_text() -> None:
    assert [texts(own.head) for own in margins(*BODIES)] == [[], [], []]


def test_what_stands_under_a_matter_s_own_title_is_its_text_however_often_it_returns() -> None:
    sheets = [
        f"<§ {n} {title}>\n\nNämnden har tagit del.\n\n{body}"
        for n, title, body in zip((12, 13, 14), ("Taxor", "Vägar", "Parker"), BODIES, strict=True)
    ]
    assert [texts(own.head) for own in margins(*sheets)] == [[], [], []]
    untitled = [text.split("\n\n", 1)[1] for text in sheets]
    assert [texts(own.head) for own in margins(*untitled)] == [["Nämnden har tagit del."]] * 3


def test_a_page_number_of_all_in_brackets_is_no_figure_of_a_table() -> None:
    sheets = [f"Granås kommun    {n} ({3})\n\nTexten på blad {'abc'[n - 1]} är en annan." for n in (1, 2, 3)]
    pages = draw("\n=====\n".join(sheets))
    margins = find_margins([(page, find_lines(page)) for page in pages])
    assert all(margin.head for margin in margins)


def test_a_paragraph_in_plain_type_begins_the_text_and_what_follows_it_is_no_head() -> None:
    """Each § on a sheet of its own: its formulas stand at one height on all sheets."""
    matters = [
        f"§ {n}      Dnr KS 2031-001{n}\n{title}\n\nÄrendebeskrivning\n{body}"
        for n, title, body in zip((12, 13, 14), ("Taxor", "Vägar", "Parker"), BODIES, strict=True)
    ]
    for own, matter in zip(margins(*map(sheet, (1, 2, 3), matters)), matters, strict=True):
        assert texts(own.head) == ["SJÖVALLA KOMMUN", "Kommunstyrelsen"]
        assert len(own.body) == len([line for line in matter.splitlines() if line])


def test_formulas_that_two_sheets_of_many_have_at_one_height_are_text() -> None:
    formal = [
        f"{name} yrkar avslag.\nProposition\nOrdföranden frågar." for name in ("Bo Ek (S)", "Maj Å (C)")
    ]
    bodies = [formal[0], *BODIES, formal[1], *BODIES]
    found = margins(*(sheet(n, body, "(8)") for n, body in enumerate(bodies, 1)))
    assert [len(own.head) for own in found] == [2] * 8


def test_a_head_that_names_its_paragraph_keeps_its_lines() -> None:
    numbers, bodies = (19, 19, 20, 20, 21, 21), (*BODIES, "Ny väg.", "Ett tak läcker.", "Ingen frågar mer.")
    heads = [
        f"SJÖVALLA KOMMUN\n{n} §\nKommunstyrelsen 12.3.2031\n\n\n{body}"
        for n, body in zip(numbers, bodies, strict=True)
    ]
    assert [len(own.head) for own in margins(*heads)] == [3] * 6


def test_a_covers_title_is_no_head_though_the_head_says_it_too() -> None:
    text = "Plan för bryggor 2031      2031-04-26      Sida {} (3)" + 6 * "\n"
    text += "{}\n\nTexten nummer {} handlar om saken."
    pages = draw("\n=====\n".join(text.format(n, "Plan för bryggor 2031", n) for n in (1, 2, 3)))
    large = replace(
        pages[0],
        words=tuple(
            replace(word, size=20.0) if 100 < word.box.top < 125 else word for word in pages[0].words
        ),
    )
    margins = find_margins([(page, find_lines(page)) for page in (large, *pages[1:])])
    assert margins[0].body[0].text == "Plan för bryggor 2031"


REPORT = """                                  Sjövalla Hamn AB
                                  Årsredovisning 2031
                                  Sida {} av 2

                        Koncernen        Bolaget
                           2031           2031
{}                      41 100         22 100
{}                       8 100          4 100"""


def moved(page: Page, points: float) -> Page:
    words = tuple(
        replace(w, box=Box(w.box.x0, w.box.top + points, w.box.x1, w.box.bottom + points)) for w in page.words
    )
    return replace(page, words=words)


def test_a_head_that_stands_somewhat_higher_on_the_next_sheet_is_a_head() -> None:
    """Browsers print the first sheet a little lower than those that follow."""
    one, two = draw(f"{REPORT.format(1, 'Lån', 'Ränta')}\n=====\n{REPORT.format(2, 'Köp', 'Sålt')}")
    for points, count in ((0, 3), (6, 3), (40, 0)):
        pages = [moved(one, points), two]
        found = find_margins([(page, find_lines(page)) for page in pages])
        assert [len(own.head) for own in found] == [count, count], points


def test_under_other_first_lines_what_is_moved_is_no_head() -> None:
    text = f"{REPORT.format(1, 'Lån', 'Ränta')}\n=====\n{REPORT.format(2, 'Köp', 'Sålt')}".replace(
        "Sida", "Nr"
    )
    one, two = draw(text.replace("Sjövalla Hamn AB", "Avtal om bryggan", 1))
    found = find_margins([(page, find_lines(page)) for page in (moved(one, 6), two)])
    assert [len(own.head) for own in found] == [0, 0]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("SJÖVALLA KOMMUN\n<Beslut>\n\n{}\n", "Beslut"),
        ("SJÖVALLA KOMMUN\n\n\nHandlingar i ärendet\n\n{}\n", "Handlingar i ärendet"),
    ],
)
def test_a_sub_heading_and_text_apart_from_the_head_are_none_though_moved_alike(
    text: str, heading: str
) -> None:
    pages = draw("=====\n".join(text.format(body) for body in BODIES))
    found = find_margins([(page, find_lines(page)) for page in (pages[0], moved(pages[1], 6), pages[2])])
    assert heading in texts(found[1].body) and texts(found[1].head) in ([], ["SJÖVALLA KOMMUN"])
