"""A warning is a value; its sentence is made from it."""

from __future__ import annotations

import re

from schemas.warning_codes import WarningCode
from schemas.warnings import Code, meanings, warn


def test_the_number_of_cells_is_told_as_one_speaks() -> None:
    one, many = (warn(Code.CELLS_UNREAD, count=count, shown="“x”").on(3, 4).says for count in (1, 21))
    assert one == "Sida 3-4: 1 cell kunde inte läsas som tal (“x”)."
    assert many == "Sida 3-4: 21 celler kunde inte läsas som tal (“x”)."


def test_advice_can_be_left_out() -> None:
    warning = warn(Code.OCR_LIMIT, most=500)
    assert warning.says == f"{warning.what} Dela filen."


def test_codes_are_words_that_never_change_with_the_sentence() -> None:
    assert all(re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", code) for code in Code)
    assert all(means and says for means, says in meanings().values())


def test_what_is_said_of_a_layer_and_of_a_sheet() -> None:
    """The groups that the reading acts on, as they were when sentences were compared by their beginnings."""

    def having(what: str) -> set[WarningCode]:
        return {code for code in Code if getattr(warn(code), what)}

    assert having("is_lying") == {Code.LAYER_DAMAGED, Code.LAYER_LACKS_LETTERS, Code.FIGURES_DOUBTED}
    assert having("is_misspelled") == having("is_lying") | {Code.SIGNS_UNMAPPED}
    assert having("is_broken") == {Code.CONTENT_CUT, Code.CONTENT_ALTERED, Code.SCAN_BROKEN}
    assert having("is_passing") == {Code.OCR_FAILED, Code.SECOND_OCR_READER_FAILED}
    assert having("is_no_word") == having("is_passing") | {Code.OCR_NOT_INSTALLED, Code.OCR_NOT_DRAWN}
    assert having("is_unread") == having("is_broken") | {
        *(Code.PICTURE_UNREAD, Code.OCR_NOT_INSTALLED, Code.OCR_NOT_DRAWN, Code.OCR_LIMIT, Code.OCR_FAILED),
        *(Code.SHEET_NOT_OPENED, Code.FILE_BROKEN),
    }
    assert having("is_of_layer") == having("is_misspelled") | {
        *(Code.PICTURE_UNREAD, Code.PICTURE_OF_TEXT, Code.LIGATURES_MENDED, Code.LIGATURES_LOST),
    }
