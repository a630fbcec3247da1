"""The whole reading of one Markdown file: set on sheets, read as a PDF's are, and its made-up places left out."""

from __future__ import annotations

from dataclasses import replace

from extractors.document import read_pages
from extractors.markdown.parse import read_markdown
from extractors.markdown.sheets import mend, part_starts, unglue, with_starts
from extractors.markdown.typeset import typeset
from extractors.pages.health import judge_text
from extractors.pages.margins import Margins
from extractors.parts import PartCut, find_parts
from schemas.document import Extraction, Source
from schemas.errors import EmptyFile, NotAPdf, TooManyPages
from schemas.page import Page
from schemas.place import Place

NOT_UTF8 = "Filen är inte UTF-8 och är läst som Windows-1252; tecken kan vara fel."
CHARTS = "{count} tabeller med diagramdata (i en ruta eller under en bild) är utelämnade."


def extract_markdown(data: bytes, source: Source, *, max_pages: int = 2000) -> Extraction:
    """Reads Markdown as OCR engines give it: everything as for a PDF, but no place has a box.

    A sheet is what the input parts by several blank lines, form feeds or page-break comments; a document's own head or
    title inside the file begins one too. Sheets count in the order of the text and are not the printed ones.

    Raises a `schemas.errors.ParagrafError` where the file as a whole cannot be read.
    """
    text, warnings = _decode(data)
    sheets, n_charts = read_markdown(text)
    sheets, repairs = unglue(mend(sheets))
    sheets, starts = part_starts(sheets)
    if not sheets:
        raise EmptyFile
    if len(sheets) > max_pages:
        raise TooManyPages(f"{len(sheets)} sidor (gränsen är {max_pages})")

    def cut(pages: list[Page], margins: list[Margins]) -> list[PartCut]:
        return with_starts(find_parts(pages, margins), starts, len(pages))

    warnings += repairs + ([CHARTS.format(count=n_charts)] if n_charts else [])
    extraction = read_pages([_judged(page) for page in typeset(sheets)], source, None, cut=cut)
    return _without_places(replace(extraction, warnings=(*warnings, *extraction.warnings)))


def _decode(data: bytes) -> tuple[str, list[str]]:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    if encoding == "utf-8-sig" and b"\0" in data:
        raise NotAPdf("varken PDF eller text")
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), [NOT_UTF8]


def _judged(page: Page) -> Page:
    warning = judge_text(page)
    return replace(page, warnings=(*page.warnings, warning)) if warning else page


def _without_places(extraction: Extraction) -> Extraction:
    """The reading with no box anywhere: those on made-up sheets would be taken for places on paper."""
    tables = [
        replace(table, cells=tuple(replace(cell, place=Place(cell.place.page)) for cell in table.cells))
        for table in extraction.tables
    ]
    return replace(
        extraction,
        text_source="markdown",
        tables=tuple(tables),
        paragraphs=tuple(replace(each, place=Place(each.place.page)) for each in extraction.paragraphs),
        facts=tuple(replace(each, place=Place(each.place.page)) for each in extraction.facts),
        amounts=tuple(replace(each, place=Place(each.place.page)) for each in extraction.amounts),
    )
