"""Whether two inputs are one paper, and which of them is named first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reconcilers.two_papers.one_paper import are_one_paper, in_order, names_of
from schemas.document import Extraction
from schemas.kinds import TextSource
from tests.reconcilers.made_tables import Made, Told, make

DAY = date(2025, 3, 5)
WORDS = " ".join(f"ord{n}" for n in range(40))
ROWS = "\n".join(f"Rad {n} | {n}10 | {n}25" for n in range(1, 6))


def paper(source: str = "native", rows: str = ROWS, text: str = WORDS, day: date | None = None) -> Extraction:
    made = make(Made("Tabell", "2024 | 2025", rows), told=[Told(text)])
    sha256 = (source[0] * 64).encode().hex()[:64]
    return replace(
        made,
        text_source=TextSource(source),
        meeting_date=day,
        source=replace(made.source, sha256=sha256, file_name=source),
    )


def test_a_pdf_and_its_transcript_are_one_paper() -> None:
    assert are_one_paper(paper(), paper("markdown"))


def test_two_files_of_one_kind_are_two_papers_whatever_they_say() -> None:
    """A PDF with a scanned sheet is a PDF still."""
    assert not are_one_paper(paper(), paper("mixed"))


def test_the_words_of_another_months_report_beside_other_figures_are_another_paper() -> None:
    assert not are_one_paper(paper(), paper("ocr", rows=ROWS.replace("25", "87").replace("10", "61")))


def test_half_the_words_make_no_paper() -> None:
    assert not are_one_paper(paper(), paper("ocr", text=WORDS.replace("ord1", "nej")))


def test_another_body_or_day_is_another_paper() -> None:
    one, other = paper(), paper("ocr")
    assert not are_one_paper(replace(one, body="Kommunstyrelsen"), replace(other, body="Fullmäktige"))
    assert are_one_paper(replace(one, body="Kommunstyrelsen"), replace(other, body="KOMMUNSTYRELSEN"))
    assert not are_one_paper(paper(day=DAY), paper("ocr", day=date(2025, 4, 2)))


def test_a_day_that_the_other_prints_too_is_no_other_day() -> None:
    """One took the day of the meeting, the other that of the summons; both stand on the paper."""
    text = f"{WORDS} möte 5 mars 2025"
    assert are_one_paper(paper(text=text, day=DAY), paper("ocr", text=text, day=date(2025, 4, 2)))


def test_the_reading_nearest_the_paper_is_named_first() -> None:
    first, second = in_order(paper("markdown"), paper("ocr"))
    assert (first.text_source, second.text_source) == ("ocr", "markdown")
    assert names_of(first, second) == ("den skannade filen", "Markdown-filen")
    assert names_of(paper(), paper("mixed")) == ("native", "mixed")
