"""The sheets of a file as values: read from its text layers, judged,
and read by OCR where those do not serve.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from extractors.ocr.which_sheets import MOST_SHEETS, UNKNOWN_SHEETS, Tell, read_where_needed
from extractors.pages.damage import find_damage
from extractors.pages.lost_ligatures import repair_pages
from extractors.pages.scale import bring_to_size
from extractors.pages.text_layer import is_picture, judge_texts
from extractors.pdf.open import OpenPdf
from schemas.document import AttachedFile
from schemas.limits import SHEETS_A_FILE
from schemas.page import Page, SheetsByOcr
from schemas.warnings import Code, Warned, warn

SHOWN = 5  # names of embedded files: who is told more reads none


@dataclass(frozen=True, slots=True)
class Sheets:
    """A file's sheets in order, as a person sees them, the program that made the file,
    and what OCR looked at.

    `attached` are the PDFs that lie in the file. `warnings` are of the file as a whole: text may
    be missing, and nobody can say from which sheet.
    """

    pages: tuple[Page, ...]
    producer: str | None
    by_ocr: SheetsByOcr = UNKNOWN_SHEETS
    warnings: tuple[Warned, ...] = ()
    attached: tuple[AttachedFile, ...] = ()


def read_sheets(
    pdf: bytes,
    *,
    max_pages: int = SHEETS_A_FILE,
    most_by_ocr: int = MOST_SHEETS,
    tell: Tell = lambda _done, _of: None,
    known: SheetsByOcr = UNKNOWN_SHEETS,
    doubted: Collection[int] = (),
) -> Sheets:
    """Every sheet of the PDF; `tell` hears of each that OCR has read,
    which takes seconds where the rest takes none.

    What OCR is `known` to have made of a sheet is not asked for again. The text layers of the `doubted`
    sheets are held against their pictures, figures and all.

    Raises a `schemas.errors.ParagrafError` where the file as a whole cannot be read.
    """
    with OpenPdf(pdf, max_pages) as opened:
        pages = _judged(repair_pages(list(opened.pages())))
        damage = find_damage(pdf, pages)
        pages = [page.warned(*damage.of_sheets.get(page.number, ())) for page in pages]
        pages = [_doubted(page) if page.number in doubted else page for page in pages]
        producer, attached = opened.meta("Producer"), opened.attached()
        pages, by_ocr = read_where_needed(opened.handle, pages, most_by_ocr, tell, known)
    told = (*damage.of_file, *_tell_attached(attached))
    papers = tuple(each for each in attached if each.pdf is not None)
    return Sheets(tuple(bring_to_size(pages)), producer, by_ocr, told, papers)


def _doubted(page: Page) -> Page:
    return page if is_picture(page) else page.warned(warn(Code.FIGURES_DOUBTED))


def _tell_attached(attached: Sequence[AttachedFile]) -> Iterator[Warned]:
    """PDFs become documents of their own; what else lies in the file is not read."""
    for code, is_pdf in ((Code.PAPERS_ATTACHED, True), (Code.FILES_ATTACHED, False)):
        names = [each.name or "utan namn" for each in attached if (each.pdf is not None) is is_pdf]
        if names:
            shown = ", ".join(names[:SHOWN] + ["…"] * (len(names) > SHOWN))
            yield warn(code, count=len(names), shown=shown)


def _judged(pages: Sequence[Page]) -> list[Page]:
    """The sheets with a warning on each that is a picture or whose layer is not to be trusted."""
    told = [
        warn(Code.PICTURE_UNREAD) if is_picture(page) else told
        for page, told in zip(pages, judge_texts(pages), strict=True)
    ]
    return [page.warned(warning) if warning else page for page, warning in zip(pages, told, strict=True)]
