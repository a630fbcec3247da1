"""What a report is made of: the document, its kin, and what was said of them, out of the archive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from archive.documents import read_arrival, read_document, read_original
from archive.layout import Archive
from archive.pairs import partners_of, read_side
from archive.rows_to_things import row_to_check, row_to_duplicate, row_to_finding, tables_to_extraction
from reconcilers.two_papers.one_paper import are_one_paper
from schemas.document import Extraction, Fact, Paragraph
from schemas.finding import Check, Duplicate, Finding
from schemas.kinds import SEVERITIES
from schemas.table import Table


@dataclass(frozen=True)
class Document:
    """A document with its bytes, and its things by their ids."""

    reading: Extraction
    file_name: str
    original: bytes = field(repr=False)

    @property
    def document_id(self) -> str:
        return self.reading.source.document_id

    @cached_property
    def facts(self) -> dict[str, Fact]:
        return {fact.fact_id: fact for fact in self.reading.facts}

    @cached_property
    def paragraphs(self) -> dict[str, Paragraph]:
        return {paragraph.paragraph_id: paragraph for paragraph in self.reading.paragraphs}

    @cached_property
    def headings(self) -> dict[str, str]:
        return {section.section_id: section.heading for section in self.reading.sections}

    @cached_property
    def tables(self) -> dict[str, Table]:
        return {table.table_id: table for table in self.reading.tables}

    @cached_property
    def printed(self) -> dict[int, str | None]:
        """By sheet, the page number printed on it."""
        return {sheet.page: sheet.printed_page for sheet in self.reading.pages}


@dataclass(frozen=True)
class Material:
    """`documents` by id: the one the report is about, and those it is held against."""

    about: Document
    documents: Mapping[str, Document]
    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]
    duplicates: tuple[Duplicate, ...]

    @cached_property
    def twins(self) -> frozenset[str]:
        """The ids of those documents that are the same paper, read from another kind of input."""
        others = (document for document in self.documents.values() if document is not self.about)
        return frozenset(
            each.document_id for each in others if are_one_paper(self.about.reading, each.reading)
        )

    def count(self, severity: str) -> int:
        return sum(finding.severity == severity for finding in self.findings)


def gather(archive: Archive, sha256: str) -> Material:
    """Findings worst first, else in the order of their pages."""
    partners = partners_of(archive, sha256)
    documents = [_document(archive, each) for each in (sha256, *partners)]
    rows = [read_document(archive, sha256)]
    for partner in partners:
        rows += [read_side(archive, sha256, partner), read_side(archive, partner, sha256)]
    findings = [row_to_finding(row) for row in _rows(rows, "findings")]
    return Material(
        documents[0],
        {document.document_id: document for document in documents},
        tuple(sorted(findings, key=_rank)),
        tuple(row_to_check(row) for row in _rows(rows, "checks")),
        tuple(row_to_duplicate(row) for row in _rows(rows, "duplicates")),
    )


def _rank(finding: Finding) -> tuple[int, bool, str]:
    between = len({claim.document_id for claim in finding.evidence}) > 1
    return SEVERITIES.index(finding.severity), between, finding.finding_id


def _rows(tables: list[Any], name: str) -> Iterator[dict[str, Any]]:
    for each in tables:
        if name in each:
            yield from each[name].to_pylist()


def _document(archive: Archive, sha256: str) -> Document:
    arrival = read_arrival(archive, sha256)
    reading = tables_to_extraction(read_document(archive, sha256))
    return Document(reading, arrival.file_name if arrival else sha256, read_original(archive, sha256))
