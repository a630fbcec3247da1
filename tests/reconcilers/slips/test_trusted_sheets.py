"""Sheets whose words prove nothing about the document are left out, and no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconcilers.slips.trusted_sheets import without_damaged, without_ocr
from schemas.document import Extraction
from schemas.kinds import TextSource
from schemas.warnings import Code, Warned, warn
from tests.reconcilers.texts import reading_of

PARTS = ([("En", ["Första bladet."])], [("Två", ["Andra bladet."])])


def texts(reading: Extraction) -> list[str]:
    return [paragraph.text for paragraph in reading.paragraphs]


@pytest.mark.parametrize("code", [Code.LAYER_DAMAGED, Code.LAYER_LACKS_LETTERS, Code.SIGNS_UNMAPPED])
def test_a_damaged_layer_spells_wrong_what_the_clerk_spelt_right(code: Code) -> None:
    reading = reading_of(*PARTS, warnings={2: (warn(code),)})
    assert texts(without_damaged(reading)) == ["Första bladet."]


@pytest.mark.parametrize("warning", [warn(Code.LAYER_REPLACED, count=9), warn(Code.LETTERS_BY_OCR)])
def test_a_sheet_that_ocr_has_mended_is_as_good_as_another(warning: Warned) -> None:
    reading = reading_of(*PARTS, warnings={2: (warning,)})
    assert without_damaged(reading) == reading


def test_letters_by_ocr_may_be_wrong_where_figures_are_not() -> None:
    """A mixed sheet has its words from OCR; a scanned one has nothing else."""
    mixed = reading_of(*PARTS, warnings={1: (warn(Code.LETTERS_BY_OCR),)})
    assert texts(without_ocr(mixed)) == ["Andra bladet."]
    first, second = reading_of(*PARTS).pages
    scanned = replace(reading_of(*PARTS), pages=(first, replace(second, text_source=TextSource.OCR)))
    assert texts(without_ocr(scanned)) == ["Första bladet."]
    assert without_ocr(reading_of(*PARTS)) == reading_of(*PARTS)
