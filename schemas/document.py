"""A document as it was read. Field names are the contract's column names;
ids are stable for the same bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from schemas.correction import Corrected
from schemas.kinds import DocumentStatus, FactStatus, PartKind, Role, RowKind, TextSource, Vote
from schemas.page import SheetsByOcr
from schemas.place import Place
from schemas.table import Table
from schemas.warnings import Warned

_ENCLOSED = re.compile(r"[-–•●]|(?:bil(?:aga|agor)?|liite)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """The file that was handed in."""

    sha256: str
    file_name: str
    source_uri: str = ""

    @property
    def document_id(self) -> str:
        return self.sha256[:16]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A row of `pages`: what is known of a sheet besides its text."""

    page: int
    part_id: str
    width: float
    height: float
    rotation: int
    printed_page: str | None
    text_source: TextSource
    is_blank: bool
    warnings: tuple[Warned, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetWord:
    """A word that OCR read on a sheet; the words of sound text layers are in the file itself."""

    word_index: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Part:
    """A document inside the file; `evidence` says why it was cut here."""

    part_id: str
    part_index: int
    kind: PartKind
    title: str | None
    first_page: int | None
    last_page: int | None
    evidence: str

    @property
    def sheets(self) -> range:
        """Its sheets, counted from 1; empty where the input has none."""
        return range(self.first_page or 1, (self.last_page or 0) + 1)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, to the next heading."""

    section_id: str
    part_id: str
    section_index: int
    parent_id: str | None
    number: str | None
    heading: str
    level: int
    first_page: int | None
    last_page: int | None


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """What a contents list or a list of matters names; `section_id` None where no such heading was found."""

    entry_index: int
    part_id: str
    number: str | None
    text: str
    printed_page: str | None
    section_id: str | None
    place: Place

    @property
    def names_a_heading(self) -> bool:
        """False for an entry without a page or of the first one, whose words are the cover's, and for papers
        that are enclosed: they may be other files.
        """
        return self.printed_page not in (None, "1") and _ENCLOSED.match(self.text) is None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, list item or note, whole over page breaks; `place` is where it begins."""

    paragraph_id: str
    part_id: str
    section_id: str | None
    paragraph_index: int
    text: str
    place: Place
    correction_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One §."""

    decision_id: str
    part_id: str
    section_id: str | None
    paragraph: str
    diary_number: str | None
    title: str
    body: str | None
    decision_text: tuple[str, ...]
    proposals: tuple[str, ...]
    protocol_notes: tuple[str, ...]
    reservations: tuple[str, ...]
    attachments: tuple[str, ...]
    votes_yes: int | None
    votes_no: int | None
    votes_abstain: int | None
    first_page: int | None
    last_page: int | None
    diary_numbers: tuple[str, ...] = ()
    proposed_to: str | None = None


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote under a §: `question` and `result` as printed, None where nothing says them."""

    vote_id: str
    decision_id: str
    vote_index: int
    question: str | None
    yes: int
    no: int
    abstain: int
    result: str | None
    page: int | None


@dataclass(frozen=True, slots=True)
class Person:
    """A person in a role at a place; `decision_id` None means the whole meeting or a part without a §."""

    person_index: int
    decision_id: str | None
    name: str
    party: str | None
    role: Role
    vote: Vote | None
    page: int | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A number printed in a table, tidy; `value` in the printed unit, `value_sek` in kronor."""

    fact_id: str
    table_id: str
    row: int
    column: int
    group_label: str | None
    row_label: str
    row_kind: RowKind
    column_label: str
    measure: str | None
    year: int | None
    raw: str
    value: Decimal
    unit: str | None
    value_sek: Decimal | None
    place: Place
    status: FactStatus = FactStatus.UNCHECKED
    correction_id: str | None = None
    raw_read: str | None = None
    row_code: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """Money or a percentage in running text; a range has `value` None."""

    amount_id: str
    paragraph_id: str
    raw: str
    value: Decimal | None
    unit: str
    value_sek: Decimal | None
    approximate: bool
    place: Place


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that lies in another; `pdf` are its bytes where it is a PDF."""

    name: str
    pdf: bytes | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """The whole reading of one file. No clock in it: the same bytes give an equal Extraction.

    Markdown has no sheets: `page_count` is 0, `pages` empty, and every page None. `by_ocr` is no part of
    what is read: it is kept so that a sheet need not be looked at again. `attached` are PDFs that lie in the
    file, each a document of its own to be.
    """

    source: Source
    page_count: int
    producer: str | None
    language: str | None
    text_source: TextSource
    status: DocumentStatus
    warnings: tuple[Warned, ...]
    municipality: str | None
    municipality_code: str | None
    body: str | None
    meeting_date: date | None
    title: str | None
    diary_number: str | None
    pages: tuple[Sheet, ...]
    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    decisions: tuple[Decision, ...]
    people: tuple[Person, ...]
    tables: tuple[Table, ...]
    facts: tuple[Fact, ...]
    amounts: tuple[Amount, ...]
    words: tuple[SheetWord, ...] = ()
    votes: tuple[Ballot, ...] = ()
    contents: tuple[ContentsEntry, ...] = ()
    corrections: tuple[Corrected, ...] = ()
    by_ocr: SheetsByOcr = field(default_factory=SheetsByOcr, compare=False, repr=False)
    attached: tuple[AttachedFile, ...] = field(default=(), compare=False, repr=False)
