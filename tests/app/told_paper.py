"""A paper of two sheets on which two things do not agree, as it was read and reconciled:
what the list of findings and the report are tried on.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

from fpdf import FPDF

from archive.documents import Versions, keep_document
from archive.layout import Archive
from archive.lock import writing
from archive.release import publish
from archive.things_to_rows import Arrival
from schemas.document import Extraction, Fact, Paragraph, Sheet, Source
from schemas.finding import Check, Claim, Difference, Duplicate, Finding, Reconciliation
from schemas.kinds import (
    CellRole,
    CheckKind,
    DifferenceKind,
    FactStatus,
    FindingKind,
    Level,
    Relation,
    Severity,
    TextSource,
)
from schemas.place import Box, Place
from schemas.table import Cell
from tests.flows.stand_ins import reading_of

NOON = datetime(2024, 6, 17, 12, tzinfo=UTC)
FILE = "nämnd.pdf"
TEXTS = ("Nämnden redovisar ett överskott på 76,6 mnkr för året.", "Överskottet för året är 67,6 mnkr.")
ROWS = (("Skola", "41 275", 41275), ("Vård", "94 115", 94115), ("Summa", "135 309", 135309))
TOP = 300.0  # points: of the table's header


@cache
def pdf() -> bytes:
    """A sheet with a sentence and a table, and a sheet with the sentence again and another figure."""
    paper = FPDF(unit="pt", format=(595, 842))
    paper.set_creation_date(NOON)
    for text in TEXTS:
        paper.add_page()
        paper.set_font("Helvetica", size=11)
        paper.text(60, 100, text)
    paper.page = 1
    paper.text(200, TOP + 10, "Utfall")
    for number, (label, raw, _) in enumerate(ROWS, 1):
        paper.text(60, TOP + 10 + 20 * number, label)
        paper.text(200, TOP + 10 + 20 * number, raw)
    return bytes(paper.output())


@cache
def source() -> Source:
    return Source(hashlib.sha256(pdf()).hexdigest(), FILE, FILE)


@cache
def reading() -> Extraction:
    made = reading_of(source(), n_facts=3, texts=TEXTS)
    sheets = tuple(
        Sheet(page, f"{source().document_id}-p0", 595, 842, 0, f"{page}(2)", TextSource.NATIVE, False)
        for page in (1, 2)
    )
    paragraphs = tuple(
        replace(paragraph, place=Place(page, Box(60, 88, 400, 104)))
        for page, paragraph in enumerate(made.paragraphs, 1)
    )
    facts = tuple(_fact(fact, row) for row, fact in enumerate(made.facts))
    header = Cell(0, 1, CellRole.HEADER, "Utfall", _cell_place(0))
    return replace(
        made, page_count=2, pages=sheets, paragraphs=paragraphs, facts=facts, amounts=(), words=(),
        tables=(replace(made.tables[0], cells=(header,)),),
    )  # fmt: skip


def _cell_place(row: int) -> Place:
    return Place(1, Box(200, TOP + 20 * row, 240, TOP + 12 + 20 * row))


def _fact(fact: Fact, row: int) -> Fact:
    label, raw, value = ROWS[row]
    return replace(
        fact, row_label=label, raw=raw, value=Decimal(value), value_sek=Decimal(1000 * value),
        place=_cell_place(row + 1), status=FactStatus.CONFLICT,
    )  # fmt: skip


def claim_on(thing: Fact | Paragraph, raw: str) -> Claim:
    """The words at the fact's or the paragraph's place."""
    if isinstance(thing, Fact):
        return Claim(source().document_id, thing.place, raw, fact_id=thing.fact_id)
    return Claim(source().document_id, thing.place, raw, paragraph_id=thing.paragraph_id)


@cache
def reconciliation() -> Reconciliation:
    """A sum that fails and one that holds, a sentence told in two ways,
    and a spelling that is only a notice.
    """
    document_id = source().document_id
    facts, (one, other) = reading().facts, reading().paragraphs
    ids = tuple(fact.fact_id for fact in facts)
    checks = (
        Check(f"{document_id}-c0", document_id, CheckKind.SUM, Decimal(135390), Decimal(135309), Decimal(0),
              ids, (), "Summa Utfall är summan av raderna ovanför."),
        Check(f"{document_id}-c1", document_id, CheckKind.NET, Decimal(5), Decimal(5), Decimal(0), ids[:1],
              (), "Nettot är intäkter minus kostnader."),
    )  # fmt: skip
    findings = (
        Finding(f"{document_id}-f0", document_id, FindingKind.NUMBER, Severity.WARNING,
                "Samma mening har två belopp.", "76,6 mnkr", "67,6 mnkr",
                (claim_on(one, "76,6 mnkr"), claim_on(other, "67,6 mnkr"))),
        Finding(f"{document_id}-f1", document_id, FindingKind.SUM, Severity.ERROR,
                "Summan av raderna är en annan.", "135 390", "135 309",
                (claim_on(facts[2], "135 309"), claim_on(facts[0], "41 275"), claim_on(facts[1], "94 115"))),
        Finding(f"{document_id}-f2", document_id, FindingKind.WORDING, Severity.NOTICE,
                "Ordet är kanske felskrivet.", None, "redovisar", (claim_on(one, "redovisar"),)),
    )  # fmt: skip
    return Reconciliation(document_id, (repeat(),), checks, findings)


def repeat(relation: Relation = Relation.CHANGED, kind: DifferenceKind = DifferenceKind.NUMBER) -> Duplicate:
    """The two sentences as a pair that says the same in two ways."""
    document_id, part = source().document_id, reading().parts[0].part_id
    one, other = reading().paragraphs
    differences = () if relation == Relation.IDENTICAL else (Difference(kind, "76,6", "67,6"),)
    return Duplicate(
        f"{document_id}-x0", Level.PARAGRAPH, document_id, part, one.paragraph_id, document_id, part,
        other.paragraph_id, relation, 0.9, differences,
    )  # fmt: skip


def keep(root: Path) -> Archive:
    """The paper in an archive of its own, published."""
    archive = Archive(root)
    with writing(archive):
        keep_document(archive, pdf(), reading(), Arrival(FILE, FILE, NOON), Versions("1"), reconciliation())
        publish(archive)
    return archive
