"""What is marked on a sheet: the boxes of the data, and of the very words that were asked for."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, cast

import pytest

from app.library import Snapshot
from app.web.pages.shared_rows import NotHere
from app.web.pages.sheets import places_of, show_sheet
from app.web.sheet_words import Drawing, WordOnSheet
from tests.app.web.pages.test_documents import named

WORDS = (WordOnSheet("Jäv", (10, 10, 30, 20)), WordOnSheet("bidrag", (40, 10, 70, 20)))


@pytest.fixture
def drawing() -> Iterator[Drawing]:
    """Gives these words on any sheet, and finds nothing in a box; that PDFium does is shown in a browser."""
    yield cast(Drawing, SimpleNamespace(words=lambda *_: (WORDS, ""), printed=lambda *_: ()))


def marks(
    release: Snapshot, drawing: Drawing, document_id: str, page: int, **given: Any
) -> list[tuple[Any, ...]]:
    shown = show_sheet(release, drawing, document_id, page, given)
    return [(mark.kind, *mark.box) for mark in shown["marks"]]


def test_words_paragraphs_rows_and_figures_are_marked_where_the_data_has_them(
    release: Snapshot, drawing: Drawing
) -> None:
    document_id = named(release, "protokoll.pdf")["document_id"]
    assert marks(release, drawing, document_id, 4, q="bidraget") == [("ord", 40, 10, 70, 20)]
    box = ("x0", "top", "x1", "bottom")
    paragraph = next(row for row in release.rows("paragraphs", document_id) if row["page"] == 4)
    expected = ("stycke", *(paragraph[name] for name in box))
    assert marks(release, drawing, document_id, 4, stycke=paragraph["paragraph_id"]) == [expected]
    assert marks(release, drawing, document_id, 5, stycke=paragraph["paragraph_id"]) == []
    fact = release.rows("facts", document_id)[0]
    assert marks(release, drawing, document_id, fact["page"], tal=fact["fact_id"]) == [
        ("tal", *(fact[name] for name in box))
    ]
    row = marks(release, drawing, document_id, fact["page"], rad=f"{fact['table_id']}-r{fact['row']}")
    assert len(row) == 4 and all(mark[0] == "rad" for mark in row)


def test_a_finding_is_marked_in_all_its_places_on_the_sheet(release: Snapshot, drawing: Drawing) -> None:
    document_id = named(release, "utdrag-budget-fel.pdf")["document_id"]
    finding = release.rows("findings", document_id)[1]
    for claim in finding["evidence"]:
        own = marks(release, drawing, document_id, claim["page"], avvikelse=finding["finding_id"])
        assert ("avvikelse", claim["x0"], claim["top"], claim["x1"], claim["bottom"]) in own
        assert places_of(release, drawing, claim) == [
            (claim["x0"], claim["top"], claim["x1"], claim["bottom"])
        ]


def test_the_next_hit_is_on_the_next_sheet_that_has_the_words(release: Snapshot, drawing: Drawing) -> None:
    document_id = named(release, "protokoll.pdf")["document_id"]
    shown = show_sheet(release, drawing, document_id, 4, {"q": "avgift"})
    assert shown["hits"] and shown["after_hit"] == min(page for page in shown["hits"] if page > 4)
    assert all(page < 4 for page in [shown["before_hit"]] if page)


def test_a_sheet_that_is_not_there_is_told(release: Snapshot, drawing: Drawing) -> None:
    for page in (0, 99):
        with pytest.raises(NotHere, match="Dokumentet har 8 blad"):
            show_sheet(release, drawing, named(release, "protokoll.pdf")["document_id"], page, {})
