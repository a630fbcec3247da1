"""The whole reading of one Markdown file:
set on sheets, read as a PDF's are, and its made-up places left out.
"""

from __future__ import annotations

from dataclasses import replace

from extractors.document import read_pages
from extractors.markdown.parse import read_markdown
from extractors.markdown.sheets import mend, part_starts, unglue, with_starts
from extractors.markdown.typeset import typeset
from extractors.pages.running_heads import Margins
from extractors.pages.text_layer import judge_text
from extractors.text.parts import PartCut, find_parts
from schemas.document import Extraction, Source
from schemas.errors import EmptyFile, NotText, TooManyPages
from schemas.kinds import Engine, TextSource
from schemas.limits import SHEETS_A_FILE
from schemas.page import Page
from schemas.place import NOWHERE
from schemas.warnings import Code, Warned, warn


def extract_markdown(data: bytes, source: Source, *, max_pages: int = SHEETS_A_FILE) -> Extraction:
    """Reads Markdown as OCR engines give it: everything as for a PDF, but nothing has a sheet or a box.

    While it is read, a sheet is what the input parts by several blank lines, form feeds or page-break
    comments; a document's own head or title inside the file begins one too. Those are not the printed ones,
    and none is told.

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

    pages = typeset(sheets)
    warnings += [warn(Code.WORDS_UNKNOWN)] if _has_unknown_words(pages) else []
    warnings += repairs + ([warn(Code.CHARTS_LEFT_OUT, count=n_charts)] if n_charts else [])
    extraction = read_pages(pages, source, None, cut=cut)
    return _without_places(replace(extraction, warnings=(*warnings, *extraction.warnings)))


def _decode(data: bytes) -> tuple[str, list[Warned]]:
    """UTF-8, or UTF-16 where it says so; Windows-1252 only where hardly anything in it can be UTF-8."""
    marked = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    if not marked and b"\0" in data:
        raise NotText("den har nollbyte, som bara binära filer har")
    try:
        text = data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError:
        if marked:
            raise NotText("den börjar som UTF-16 men är trasig") from None
        return _decode_other(data)
    if "\0" in text:
        raise NotText("den har nolltecken, som bara binära filer har")
    return text, []


def _decode_other(data: bytes) -> tuple[str, list[Warned]]:
    """A character or two cut through must not turn every å in the file into "Ã¥"."""
    text = data.decode("utf-8-sig", "replace")
    broken = text.count("\ufffd")
    if sum(letter in "åäöÅÄÖé" for letter in text) > broken:
        return text, [warn(Code.UTF8_BROKEN, count=broken)]
    try:
        return data.decode("cp1252"), [warn(Code.NOT_UTF8)]
    except UnicodeDecodeError:
        raise NotText("varken UTF-8, UTF-16 eller Windows-1252") from None


def _has_unknown_words(pages: list[Page]) -> bool:
    """Judged as a whole: a single made-up sheet may be a list of names."""
    return (
        judge_text(replace(pages[0], words=tuple(word for page in pages for word in page.words))) is not None
    )


def _without_places(extraction: Extraction) -> Extraction:
    """The reading with no sheet and no box anywhere: made-up ones would be taken for places on paper."""
    cells = {t.table_id: tuple(replace(cell, place=NOWHERE) for cell in t.cells) for t in extraction.tables}
    return replace(
        extraction,
        page_count=0,
        text_source=TextSource.MARKDOWN,
        pages=(),
        parts=tuple(replace(each, first_page=None, last_page=None) for each in extraction.parts),
        sections=tuple(replace(each, first_page=None, last_page=None) for each in extraction.sections),
        paragraphs=tuple(replace(each, place=NOWHERE) for each in extraction.paragraphs),
        decisions=tuple(replace(each, first_page=None, last_page=None) for each in extraction.decisions),
        people=tuple(replace(each, page=None) for each in extraction.people),
        tables=tuple(
            replace(each, first_page=None, last_page=None, engine=Engine.MARKDOWN, cells=cells[each.table_id])
            for each in extraction.tables
        ),
        facts=tuple(replace(each, place=NOWHERE) for each in extraction.facts),
        amounts=tuple(replace(each, place=NOWHERE) for each in extraction.amounts),
        votes=tuple(replace(each, page=None) for each in extraction.votes),
        contents=tuple(replace(each, place=NOWHERE) for each in extraction.contents),
    )
