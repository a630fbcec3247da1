"""Running heads, broken paragraphs, documents inside the file, bytes that are no Markdown."""

from __future__ import annotations

import hashlib

import pytest

from extractors.markdown import extract_markdown
from schemas.document import Extraction, Source
from schemas.errors import EmptyFile, NotText, TooManyPages
from schemas.warnings import Code, warn
from tests.extractors.markdown.conftest import Reader

LONG = (
    "Nämnden har under året arbetat med att öppna fler lokaler för "
    "föreningarna och har dessutom sett över avgifterna"
)


def texts(got: Extraction) -> list[str]:
    return [paragraph.text for paragraph in got.paragraphs]


@pytest.mark.parametrize(
    "between", ["\n\n\n\n", "\n\f\n", "\n\n<!-- PageBreak -->\n\n", "\n\n---\n\n", "\n\n"]
)
def test_a_paragraph_goes_on_over_a_page_break(between: str, read: Reader) -> None:
    got = read(f"{LONG} för{between}alla åldrar. Slut.\n")
    assert texts(got) == [f"{LONG} för alla åldrar. Slut."]


def test_list_entries_without_marks_stay_apart(read: Reader) -> None:
    lead = (
        "Kommunstyrelsen beslutar enligt förslaget från arbetsutskottet och med tillägg av vad som sägs nedan"
    )
    got = read(f"{lead}\n\natt godkänna budgeten, samt\n\natt anslå medel.\n")
    assert texts(got) == [lead, "att godkänna budgeten, samt", "att anslå medel."]


def test_running_heads_and_feet_are_no_text(read: Reader) -> None:
    sheets = [f"### Kommunstyrelsen\n\n{LONG} nummer {n}.\n\nGranås kommun, budget {n}(3)" for n in (1, 2, 3)]
    got = read("\n\n\n\n".join(sheets))
    assert texts(got) == [f"{LONG} nummer {n}." for n in (1, 2, 3)]
    assert not got.sections


def test_a_sheet_of_one_paragraph_between_head_and_foot_keeps_its_text(read: Reader) -> None:
    said = ["Läget är gott.", "Utfallet är bättre än väntat.", "Arbetet går vidare."]
    sheets = [f"Granås kommun\n\n{text}\n\nSida {n}" for n, text in enumerate(said, start=1)]
    assert " ".join(texts(read("\n\n\n\n".join(sheets)))) == " ".join(said)


def test_the_same_heading_on_two_sheets_is_two_headings(read: Reader) -> None:
    got = read(f"### Beslut\n\n{LONG}.\n\n\n\n### Beslut\n\n{LONG}.\n")
    assert [section.heading for section in got.sections] == ["Beslut", "Beslut"]


def test_lines_are_broken_where_the_input_breaks_them(read: Reader) -> None:
    got = read(
        "# Tjänsteskrivelse\n\nTexten.\n\nUlf Olsson  \nKommunstyrelsens ordförande\n\nEva "
        "Ek\nStadsdirektör\n"
    )
    assert [(person.name, person.role) for person in got.people] == [
        ("Ulf Olsson", "official"),
        ("Eva Ek", "official"),
    ]


def test_a_letters_head_and_a_cover_begin_parts(read: Reader) -> None:
    protocol = f"§ 12\n\nDnr KS 2024-00012\n\n## Budget\n\n### Beslut\n\n{LONG}."
    memo = f"Eva Ek  \nHandläggare  \n2024-05-02  \nDnr KS 2024-00012\n\n## Förslag till budget\n\n{LONG}."
    annex = (
        "GRANÅS\n\n# Budget 2025\n\nKommunstyrelsen\n\n# Innehåll\n\n1 Inledning ..... 3\n\n# 1 "
        f"Inledning\n\n{LONG}."
    )
    got = read(f"{protocol}\n\n{memo}\n\n{annex}\n\n## Hur man överklagar\n\n{LONG}.\n")
    assert [part.kind for part in got.parts] == ["protocol", "memo", "annex", "notice"]
    assert [part.title for part in got.parts] == [
        "Budget",
        "Förslag till budget",
        "Budget 2025",
        "Hur man överklagar",
    ]
    assert [(person.name, person.role) for person in got.people] == [("Eva Ek", "official")]


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("Marken är 12 km<sup>2</sup> och **blå**, *nästan*.", "Marken är 12 km² och blå, nästan."),
        ("Se [planen](plan.pdf) &amp; <u>kartan</u>.", "Se planen & kartan."),
        (r"Priset är 5 \* 3 \_ kr.", "Priset är 5 * 3 _ kr."),
        ("Mark- och\nexploateringsfrågor hör till\nnämnden som också sköter all parkmark i kommunen.",
         "Mark- och exploateringsfrågor hör till nämnden som också sköter all parkmark i kommunen."),
    ],
)  # fmt: skip
def test_markup_is_no_text(printed: str, read_as: str, read: Reader) -> None:
    assert texts(read(f"# Rubrik\n\n{printed}\n")) == [read_as]


def test_long_paragraphs_are_whole_wherever_they_wrap(read: Reader) -> None:
    """No line of a paragraph may look like a new item, §, diary number or word's end."""
    words = (
        "enligt § 31 och 39 § i lagen – se 2. och a) samt KS 2024-00012 på 1 300 kr st per år. Sen mark- och"
    ).split()
    for shift in range(0, 60, 7):
        text = " ".join(["x" * (shift + 1), *words * 9, "slut."])
        assert texts(read(f"# Rubrik\n\n{text}\n")) == [text]


SOURCE = Source(hashlib.sha256(b"").hexdigest(), "prov.md")


def test_what_is_no_markdown_is_refused() -> None:
    with pytest.raises(EmptyFile):
        extract_markdown(b" \n\n", SOURCE)
    for data in (b"PK\x03\x04\0\0", b"\xff\xfea", b"\xff\xfe\0\0#\0\0\0", b"V\xe5r m\x81l\n"):
        with pytest.raises(NotText):
            extract_markdown(data, SOURCE)
    with pytest.raises(TooManyPages):
        extract_markdown(b"ett\n\f\ntv\xc3\xa5\n\f\ntre\n", SOURCE, max_pages=2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read_or_named(encoding: str) -> None:
    got = extract_markdown("# Årsmål\r\n\r\nVi når målen.\r\n".encode(encoding), SOURCE)
    assert texts(got) == ["Vi når målen."]
    assert any(warning.code is Code.NOT_UTF8 for warning in got.warnings) == (encoding == "cp1252")


def test_one_broken_character_does_not_cost_the_others() -> None:
    data = "# Årsmål\n\nVi når målen på våren.\n".encode().replace("v\u00e5ren".encode(), b"v\xc3ren")
    got = extract_markdown(data, SOURCE)
    assert texts(got) == ["Vi når målen på v\ufffdren."]
    assert warn(Code.UTF8_BROKEN, count=1) in got.warnings
