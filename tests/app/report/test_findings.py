"""A finding in the report: a sentence, two readings, pictures, and in words what no picture shows."""

from __future__ import annotations

from dataclasses import replace

from app.report.findings import Told, chapters_of, count_line
from app.report.pictures import Picture
from schemas.finding import Claim, Finding
from schemas.kinds import TextSource
from tests.app.report.made_material import document, finding_on, material, other_document


def told(finding: Finding, *pictures: Picture, others: tuple[object, ...] = ()) -> Told:
    held = material([finding], others=others)  # type: ignore[arg-type]
    (chapter,) = chapters_of(held, {finding.finding_id: pictures})
    (one,) = chapter.findings
    return one


def picture(*claims: Claim, uri: str = "data:x") -> Picture:
    assert claims[0].place.page is not None
    return Picture(claims[0].document_id, claims[0].place.page, claims, uri)


def test_each_severity_that_has_findings_is_a_chapter_worst_first() -> None:
    chapters = list(chapters_of(material(), {}))
    assert [chapter.heading for chapter in chapters] == ["Fel", "Varningar", "Upplysningar"]
    assert count_line(material()) == "1 fel, 1 varning, 1 upplysning"
    assert list(chapters_of(material([]), {})) == []


def test_what_was_expected_stands_beside_what_was_found() -> None:
    one = told(finding_on("error"))
    assert one.label == "Fel · Summa"
    assert one.readings == [("Väntat", "135 390"), ("Funnet", "135 309")]
    assert told(finding_on("notice")).readings == [("Funnet", "redovisar")]


def test_places_without_a_picture_are_told_in_words() -> None:
    warning = finding_on("warning")
    assert told(warning).elsewhere == ["blad 1: ”76,6 mnkr”", "blad 2: ”67,6 mnkr”"]
    shown = told(warning, picture(warning.evidence[1]))
    assert shown.elsewhere == ["blad 1: ”76,6 mnkr”"]


def test_a_picture_says_what_it_shows() -> None:
    error = finding_on("error")
    (figure,) = told(error, picture(error.evidence[0], error.evidence[0], error.evidence[1])).figures
    assert figure.alt == "Utsnitt av blad 1, med ”135 309”, ”41 275” markerat."
    assert figure.caption == "Blad 1"


def test_a_picture_that_could_not_be_made_shows_nothing() -> None:
    error = finding_on("error")
    one = told(error, picture(*error.evidence, uri=""))
    assert one.figures == [] and len(one.elsewhere) == 3


def test_a_place_in_another_document_names_it() -> None:
    """Two revisions have an earlier and a present reading; one paper in two inputs has two readers."""
    warning, later = finding_on("warning"), other_document()
    moved = replace(warning.evidence[1], document_id=later.document_id)
    between = replace(warning, evidence=(warning.evidence[0], moved))
    one = told(between, others=(later,))
    assert one.elsewhere[1] == "blad 2 i kväll.pdf: ”67,6 mnkr”"
    assert [name for name, _ in one.readings] == ["Tidigare", "Nu"]
    twin = other_document(text_source=TextSource.MARKDOWN)
    assert [name for name, _ in told(between, others=(twin,)).readings] == ["PDF-filen", "Markdown-filen"]


def test_long_words_are_cut_and_a_text_without_a_sheet_is_called_the_text() -> None:
    notice = finding_on("notice")
    claim = Claim(document().document_id, replace(notice.evidence[0].place, page=None, box=None), "o" * 500)
    (where,) = told(replace(notice, evidence=(claim,))).elsewhere
    assert where == f"texten: ”{'o' * 159}…”"
