"""Readings made up from sections of text, for the reconcilers that compare words; and what these tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reconcilers.known.known import Known, know
from reconcilers.same_text.duplicates import find_duplicates
from reconcilers.telling.tellings import Maker, to_findings
from schemas.document import Extraction, Paragraph, Part, Person, Section, Sheet, Source
from schemas.finding import Duplicate, Finding
from schemas.kinds import DocumentStatus, PartKind, TextSource
from schemas.place import Box, Place
from schemas.warnings import Warned

Sections = Sequence[tuple[str, Sequence[str]]]
PART_KINDS = (PartKind.PROTOCOL, PartKind.MEMO, PartKind.ANNEX, PartKind.MEMO)


def findings_of(
    make: Maker[Known],
    reading: Extraction,
    duplicates: tuple[Duplicate, ...] | None = None,
    *others: Extraction,
) -> tuple[Finding, ...]:
    """The findings of one maker alone, in its own order; `duplicates` are the document's own if not given."""
    own = find_duplicates(reading) if duplicates is None else duplicates
    return to_findings(make(reading, know(reading, duplicates=own, others=others)), "made", "made-f")


def reading_of(
    *parts: Sections,
    sha256: str = "ab" * 32,
    people: Iterable[Person] = (),
    warnings: Mapping[int, tuple[Warned, ...]] | None = None,
) -> Extraction:
    """A reading with a sheet a part: each part a list of headings with their paragraphs."""
    source = Source(sha256, "påhittad.pdf")
    document_id = source.document_id
    sections: list[Section] = []
    paragraphs: list[Paragraph] = []
    for number, part in enumerate(parts):
        part_id, page = f"{document_id}-p{number:02d}", number + 1
        for heading, texts in part:
            section_id = f"{document_id}-s{len(sections):04d}"
            sections.append(Section(section_id, part_id, len(sections), None, None, heading, 1, page, page))
            for text in texts:
                index = len(paragraphs)
                place = Place(page, Box(70, 70.0 + 20 * index, 520, 84.0 + 20 * index))
                paragraphs.append(
                    Paragraph(f"{document_id}-g{index:05d}", part_id, section_id, index, text, place)
                )
    sheets = tuple(
        Sheet(
            n + 1,
            f"{document_id}-p{n:02d}",
            595,
            842,
            0,
            None,
            TextSource.NATIVE,
            False,
            (warnings or {}).get(n + 1, ()),
        )
        for n in range(len(parts))
    )
    return Extraction(
        source=source, page_count=len(parts), producer=None, language="sv", text_source=TextSource.NATIVE,
        status=DocumentStatus.COMPLETE,
        warnings=(), municipality=None, municipality_code=None, body=None, meeting_date=None, title=None,
        diary_number=None, pages=sheets,
        parts=tuple(
            Part(f"{document_id}-p{n:02d}", n, PART_KINDS[min(n, 3)], None, n + 1, n + 1, "")
            for n in range(len(parts))
        ),
        sections=tuple(sections), paragraphs=tuple(paragraphs), decisions=(), people=tuple(people), tables=(),
        facts=(), amounts=(),
    )  # fmt: skip
