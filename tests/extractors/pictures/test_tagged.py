"""Which of a copy's text is a paragraph, as the file itself says it."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import pikepdf
import pytest

from extractors.pdf.open import OpenPdf
from extractors.pictures.searchable import write_searchable
from extractors.pictures.tagged import tag_copy
from schemas.document import SheetWord
from schemas.place import Box, Place
from tests.app import told_paper


def words(*places: tuple[str, float, float]) -> list[SheetWord]:
    """Words 12 points high, by text, left edge and upper edge."""
    boxes = [Box(x, top, x + 40, top + 12) for _, x, top in places]
    return [
        SheetWord(n, text, Place(2, box))
        for n, ((text, _, _), box) in enumerate(zip(places, boxes, strict=True))
    ]


def copy_of(by_sheet: Mapping[int, Sequence[SheetWord]], language: str | None = "sv") -> bytes:
    return tag_copy(write_searchable(told_paper.pdf(), by_sheet), by_sheet, "Prot\u00f6koll <1>", language)


TWO_LINES_AND_ONE = words(("Nämnden", 60, 300), ("beslutar", 110, 300), ("att", 60, 315), ("Bilaga", 60, 400))


def test_lines_are_a_paragraph_and_a_gap_begins_another() -> None:
    with pikepdf.open(io.BytesIO(copy_of({2: TWO_LINES_AND_ONE}))) as copy:
        paragraphs = list(copy.Root.StructTreeRoot.K.K)
        assert [[int(number) for number in each.K] for each in paragraphs] == [[0, 1, 2], [3]]
        owners = copy.Root.StructTreeRoot.ParentTree.Nums[1]
        assert [owner.objgen for owner in owners] == [
            each.objgen for each in (*paragraphs[:1] * 3, paragraphs[1])
        ]
        assert copy.pages[1].obj.StructParents == 0 and copy.Root.MarkInfo.Suspects


def test_the_words_are_still_found_where_they_stand() -> None:
    plain = write_searchable(told_paper.pdf(), {2: TWO_LINES_AND_ONE})
    with OpenPdf(plain) as before, OpenPdf(copy_of({2: TWO_LINES_AND_ONE})) as after:
        assert [page.words for page in before.pages()] == [page.words for page in after.pages()]


def test_the_same_copy_has_the_same_bytes_title_and_language() -> None:
    copy = copy_of({2: TWO_LINES_AND_ONE}, "fi")
    assert copy == copy_of({2: TWO_LINES_AND_ONE}, "fi")
    with pikepdf.open(io.BytesIO(copy)) as opened:
        assert opened.docinfo.Title == "Prot\u00f6koll <1>" and opened.Root.Lang == "fi-FI"


@pytest.mark.parametrize("language", [None, "de"])
def test_a_language_that_is_not_known_is_swedish(language: str | None) -> None:
    with pikepdf.open(io.BytesIO(copy_of({2: TWO_LINES_AND_ONE}, language))) as opened:
        assert opened.Root.Lang == "sv-SE"


def test_tags_of_the_files_own_are_kept() -> None:
    with pikepdf.open(io.BytesIO(told_paper.pdf())) as own:
        own.Root.StructTreeRoot = own.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, Own=1)
        )
        out = io.BytesIO()
        own.save(out)
    with pikepdf.open(io.BytesIO(tag_copy(out.getvalue(), {2: TWO_LINES_AND_ONE}, "Titel", "sv"))) as copy:
        assert copy.Root.StructTreeRoot.Own == 1
