"""The whole reading of one file, on one screen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial

from extractors.ocr.which_sheets import MOST_SHEETS, UNKNOWN_SHEETS, Tell
from extractors.pages.leaders_to_figures import with_leaders_cut
from extractors.pages.letters_apart import with_letters_joined
from extractors.pages.overprint import without_overprint
from extractors.pages.reading_order import find_reading_order
from extractors.pages.rules_of_signs import with_rules_of_signs
from extractors.pages.running_heads import Margins, find_margins
from extractors.pages.struck_words import with_struck_words
from extractors.protocol.amounts_in_text import find_amounts_in
from extractors.protocol.ballots import find_ballots
from extractors.protocol.contents import find_contents, tell_missing_headings
from extractors.protocol.decisions import find_decisions
from extractors.protocol.imprint import read_imprint
from extractors.protocol.lost_matters import tell_lost_matters
from extractors.protocol.part_reading import PartReading, read_parts
from extractors.protocol.people import find_people
from extractors.protocol.rollcalls import add_roll_calls
from extractors.sheets import read_sheets
from extractors.tables.publish import Casting, Published, cast_drafts
from extractors.text.parts import PartCut, find_parts
from schemas.document import Extraction, Sheet, SheetWord, Source
from schemas.kinds import CellRole, DocumentStatus, TextSource
from schemas.limits import SHEETS_A_FILE
from schemas.page import Page, SheetsByOcr
from schemas.table import Table
from schemas.warnings import Code, Warned, warn


def extract(
    pdf: bytes,
    source: Source,
    *,
    max_pages: int = SHEETS_A_FILE,
    most_by_ocr: int = MOST_SHEETS,
    tell: Tell = lambda _done, _of: None,
    known: SheetsByOcr = UNKNOWN_SHEETS,
    doubted: Collection[int] = (),
    look_again: Callable[[bytes, Casting], Published] = lambda _pdf, tables: tables.published(),
) -> Extraction:
    """Reads the PDF's bytes: pages, parts, sections, decisions, people, tables, facts and amounts.

    At most `most_by_ocr` sheets are read by OCR, which `tell` hears of; what it is `known` to have made of
    a sheet is not asked for again. The figures of the `doubted` sheets are held against their pictures.
    `look_again` publishes the tables, and may read some a second time first.

    Raises a `schemas.errors.ParagrafError` where the file as a whole cannot be read;
    what single sheets or cells could not give stands in `warnings`.
    """
    sheets = read_sheets(
        pdf, max_pages=max_pages, most_by_ocr=most_by_ocr, tell=tell, known=known, doubted=doubted
    )
    reading = read_pages(
        list(sheets.pages),
        source,
        sheets.producer,
        look_again=partial(look_again, pdf),
        of_file=sheets.warnings,
    )
    return replace(reading, by_ocr=sheets.by_ocr, attached=sheets.attached)


def read_pages(
    pages: list[Page],
    source: Source,
    producer: str | None,
    *,
    cut: Callable[[list[Page], list[Margins]], list[PartCut]] = find_parts,
    look_again: Callable[[Casting], Published] = Casting.published,
    of_file: tuple[Warned, ...] = (),
) -> Extraction:
    """Everything after the sheets, whatever input they came from.

    `cut` finds the parts, `look_again` publishes the tables;
    `of_file` says what may be missing from any sheet.
    """
    pages = [with_struck_words(_as_meant(page)) for page in pages]
    lines = [find_reading_order(page) for page in pages]
    margins = find_margins(list(zip(pages, lines, strict=True)))
    parts = read_parts(pages, margins, cut(pages, margins), source.document_id)
    sections = [section for part in parts for section in part.outline.sections]
    paragraphs = [paragraph for part in parts for paragraph in part.outline.paragraphs]
    imprint = read_imprint(parts)
    contents = find_contents(parts)
    decisions = find_decisions(source.document_id, parts, imprint.body)
    people = find_people(parts, decisions)
    drafts = [draft for part in parts for draft in part.tables]
    texts = [(paragraph.part_id, paragraph.text) for paragraph in paragraphs]
    texts += [(section.part_id, section.heading) for section in sections]
    running = [(part.part.part_id, text) for part in parts for text in part.running_words]
    published = look_again(cast_drafts(source, drafts, texts, running))
    said = {at: draft.words_above for at, draft in enumerate(drafts)}
    decisions, people = add_roll_calls(decisions, people, published.tables, published.facts, sections, said)
    titled = [replace(each.part, title=t) for each, t in zip(parts, imprint.titles, strict=True)]
    told = (*tell_lost_matters(parts), *tell_missing_headings(contents))
    is_partial = any(warning.is_unread for warning in of_file) or any(map(_is_unread, pages))
    return Extraction(
        source=source,
        page_count=len(pages),
        producer=producer,
        language=imprint.language,
        text_source=_text_source(pages),
        status=DocumentStatus.PARTIAL if is_partial else DocumentStatus.COMPLETE,
        warnings=(*of_file, *imprint.warnings, *told, *published.warnings),
        municipality=imprint.municipality,
        municipality_code=imprint.municipality_code,
        body=imprint.body,
        meeting_date=imprint.meeting_date,
        title=imprint.title,
        diary_number=imprint.diary_number,
        pages=tuple(sheet for part in parts for sheet in _sheets(part, published.tables)),
        parts=tuple(titled),
        sections=tuple(sections),
        paragraphs=tuple(paragraphs),
        decisions=decisions,
        people=people,
        tables=published.tables,
        facts=published.facts,
        amounts=find_amounts_in(source.document_id, parts),
        words=tuple(_words_by_ocr(pages)),
        votes=find_ballots(source.document_id, parts, decisions),
        contents=contents,
    )


def _as_meant(page: Page) -> Page:
    """The sheet with signs that stand for something else than their letters taken for what they are."""
    return with_rules_of_signs(with_leaders_cut(with_letters_joined(without_overprint(page))))


def _text_source(pages: list[Page]) -> TextSource:
    """That of the sheets that have text, "mixed" where they differ."""
    sources = {page.text_source for page in pages if page.words}
    return TextSource.MIXED if len(sources) > 1 else next(iter(sources), TextSource.NATIVE)


def _words_by_ocr(pages: list[Page]) -> Iterator[SheetWord]:
    read = [
        (page, word)
        for page in pages
        if page.text_source in (TextSource.OCR, TextSource.MIXED)
        for word in page.words
    ]
    for index, (page, word) in enumerate(read):
        yield SheetWord(index, word.text, page.place(word.box))


def _is_unread(page: Page) -> bool:
    """True where something that is printed on the sheet is not read, or never reached us."""
    return page.width == 0 or any(warning.is_unread for warning in page.warnings)


def _sheets(part: PartReading, tables: Sequence[Table]) -> Iterator[Sheet]:
    for page, margins in zip(part.pages, part.margins, strict=True):
        yield Sheet(
            page=page.number,
            part_id=part.part.part_id,
            width=round((page.height if page.turn % 180 else page.width) / page.scale, 2),
            height=round((page.width if page.turn % 180 else page.height) / page.scale, 2),
            rotation=page.rotation,
            printed_page=margins.printed.raw if margins.printed else None,
            text_source=page.text_source,
            is_blank=not (page.words or page.images or page.rules or _is_unread(page)),
            warnings=(*page.warnings, *_unread_sideways(page, tables)),
        )


def _unread_sideways(page: Page, tables: Sequence[Table]) -> Iterator[Warned]:
    """A warning where turned lines of the sheet head no column of a table."""
    heads = {
        word
        for table in (tables if page.sideways else ())
        for cell in table.cells
        if cell.role is CellRole.HEADER and cell.place.page == page.number
        for word in cell.text.split()
    }
    if any(word.text not in heads for line in page.sideways for word in line.words):
        yield warn(Code.TEXT_SIDEWAYS)
