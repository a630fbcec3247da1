"""Stands in for the extractors: cheap,
and bytes can order it to misbehave (b"%PDF sleep", b"%PDF abort", …).
What comes after " holds " is a file that lies in the file, under the name "../inre.pdf".
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from flows.readers.answers import Reading, Tell
from schemas.correction import Correction
from schemas.document import (
    Amount,
    AttachedFile,
    Ballot,
    ContentsEntry,
    Decision,
    Extraction,
    Fact,
    Paragraph,
    Part,
    Person,
    Section,
    Sheet,
    SheetWord,
    Source,
)
from schemas.errors import DamagedPdf, NotAPdf
from schemas.finding import Reconciliation
from schemas.kinds import (
    CellRole,
    DocumentStatus,
    Engine,
    PartKind,
    Role,
    RowKind,
    TextSource,
    UnitSource,
)
from schemas.page import SheetsByOcr
from schemas.place import Box, Place
from schemas.table import Cell, Table
from schemas.warnings import Code, warn

_HOLDS = b" holds "
_BOX = Place(1, Box(10.0, 20.0, 110.5, 30.25))


def read(
    data: bytes,
    source: Source,
    *,
    max_pages: int,
    corrections: Sequence[Correction],
    known: SheetsByOcr,
    tell: Tell,
) -> Reading:
    if not data.startswith(b"%PDF"):
        raise NotAPdf("börjar inte med %PDF")
    if b"truncated" in data:
        raise DamagedPdf("slutet saknas")
    _misbehave(data, tell)
    reading = reading_of(source, n_facts=2 + len(data) % 5)
    held = tuple(AttachedFile("../inre.pdf", each) for each in data.split(_HOLDS, 1)[1:])
    return Reading(replace(reading, attached=held), Reconciliation(source.document_id))


def reading_of(
    source: Source,
    n_facts: int = 3,
    value: Decimal = Decimal("1234.5"),
    texts: Sequence[str] = ("Nämnden beslutar.",),
) -> Extraction:
    """A small reading with a row in every table a reading fills."""
    d = source.document_id
    paragraphs = tuple(
        Paragraph(f"{d}-g{n}", f"{d}-p0", f"{d}-s0", n, text, _BOX) for n, text in enumerate(texts)
    )
    return Extraction(
        source=source,
        page_count=1,
        producer="stand-in",
        language="sv",
        text_source=TextSource.NATIVE,
        status=DocumentStatus.COMPLETE,
        warnings=(warn(Code.WITHOUT_CODE, says="ett påhittat dokument"),),
        municipality="Borås Stad",
        municipality_code="1490",
        body="Kommunstyrelsen",
        meeting_date=date(2024, 6, 17),
        title="Budgetuppföljning",
        diary_number=None,
        pages=(Sheet(1, f"{d}-p0", 595.0, 842.0, 0, "1(1)", TextSource.NATIVE, False),),
        parts=(Part(f"{d}-p0", 0, PartKind.PROTOCOL, "Protokoll", 1, 1, "första bladet"),),
        sections=(Section(f"{d}-s0", f"{d}-p0", 0, None, None, "Ärende åäö", 1, 1, 1),),
        paragraphs=paragraphs,
        decisions=(_decision(d),),
        people=(Person(0, None, "Ann-Marie Ek", "C", Role.CHAIR, None, 1),),
        tables=(_table(d, n_facts),),
        facts=tuple(_fact(d, row, value + row) for row in range(n_facts)),
        amounts=(
            Amount(f"{d}-a0", f"{d}-g0", "151,5 mnkr", Decimal("151.5"), "mnkr", None, False, Place(1)),
        ),
        words=(SheetWord(0, "Budgetuppföljning", _BOX),),
        votes=(Ballot(f"{d}-v0", f"{d}-d0", 0, "Ja för bifall", 7, 3, 1, "Nämnden bifaller.", 1),),
        contents=(ContentsEntry(0, f"{d}-p0", "§ 208", "Ärende åäö", "1", f"{d}-s0", _BOX),),
    )


def _decision(d: str) -> Decision:
    return Decision(
        decision_id=f"{d}-d0",
        part_id=f"{d}-p0",
        section_id=f"{d}-s0",
        paragraph="208",
        diary_number="KS 2024-00375",
        title="Budgetuppföljning",
        body="Kommunstyrelsen",
        decision_text=("Rapporten läggs till handlingarna.",),
        proposals=(),
        protocol_notes=(),
        reservations=(),
        attachments=(),
        votes_yes=None,
        votes_no=None,
        votes_abstain=None,
        first_page=1,
        last_page=1,
    )


def _table(d: str, n_rows: int) -> Table:
    values = [
        Cell(row, column, CellRole.VALUE, f"{row}", _BOX) for row in range(1, n_rows + 1) for column in (0, 1)
    ]
    header = (Cell(0, 0, CellRole.EMPTY, "", _BOX), Cell(0, 1, CellRole.HEADER, "Utfall", _BOX))
    return Table(
        table_id=f"{d}-t0",
        part_id=f"{d}-p0",
        section_id=f"{d}-s0",
        table_index=0,
        title="Utfall",
        unit="tkr",
        unit_source=UnitSource.HEADER,
        column_labels=("Utfall",),
        first_page=1,
        last_page=1,
        n_rows=n_rows + 1,
        n_columns=2,
        engine=Engine.PARAGRAF,
        confidence=0.9,
        cells=(*header, *values),
    )


def _fact(d: str, row: int, value: Decimal) -> Fact:
    return Fact(
        fact_id=f"{d}-f{row}",
        table_id=f"{d}-t0",
        row=row + 1,
        column=1,
        group_label=None,
        row_label=f"Rad {row}",
        row_kind=RowKind.DATA,
        column_label="Utfall",
        measure="utfall",
        year=2024,
        raw=str(value),
        value=value,
        unit="tkr",
        value_sek=value * 1000,
        place=_BOX,
    )


_HOARD: list[bytearray] = []


def _misbehave(pdf: bytes, tell: Tell) -> None:
    if b"chatty" in pdf:
        os.write(1, b"an engine writes where it should not\n")
        sys.stdout.write("and so does Python\n")
    if b"slow" in pdf:
        time.sleep(0.3)
    if b"by ocr" in pdf:
        for done in range(1, 5):
            time.sleep(0.4)
            tell(done, 4)
    if b"sleep" in pdf:
        time.sleep(600)
    if b"abort" in pdf:
        os.abort()
    if b"eat" in pdf:
        _eaten = bytearray(8 << 30)
    if b"engine" in pdf:  # as PDFium does it: C code finds no memory and calls abort()
        libc = ctypes.CDLL(None)
        while libc.malloc(8 << 20):
            pass
        libc.abort()
    if b"hoard" in pdf:
        _HOARD.append(bytearray(300 << 20))
    if b"bug" in pdf:
        raise IndexError("tuple index out of range")
