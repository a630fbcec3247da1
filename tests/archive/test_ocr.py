"""What OCR made of a document is kept beside it, and spares the next reading the minutes it cost."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

from archive.documents import Versions, keep_document
from archive.layout import Archive
from archive.ocr import OCR_FILE, by_ocr_to_bytes, read_by_ocr
from schemas.document import Source
from schemas.kinds import TextSource
from schemas.page import Page, Rule, SheetsByOcr, SidewaysLine, Word
from schemas.place import Box
from schemas.warnings import Code, warn
from tests.archive.test_things_to_rows import ARRIVAL
from tests.flows.stand_ins import reading_of

SHA = "ab" * 32
PAGE = Page(
    2,
    595.5,
    842.0,
    90,
    (
        Word("Årets", Box(1.25, 2.5, 30, 12), 9.9, True, False, 0x102030),
        Word("-12\ufffd", Box(40, 2, 60, 12), 9.9, invisible=True),
    ),
    (Rule(Box(0, 20, 100, 20.5)), Rule(Box(0, 30, 100, 50), True, 0xF0F0F0)),
    (Box(0, 0, 595, 842),),
    text_source=TextSource.OCR,
    turn=270,
    skew=-0.75,
    warnings=(warn(Code.SHEET_STRAIGHTENED, angle="0,8"),),
    sideways=(SidewaysLine((Word("Utfall", Box(5, 5, 15, 60), 9.9),), upwards=True),),
)
LOOKED = SheetsByOcr("1 rapidocr tesseract", {2: PAGE, 7: None})


def _keep(archive: Archive, version: str, looked: SheetsByOcr | None) -> None:
    keep_document(
        archive, b"%PDF", reading_of(Source(SHA, "a.pdf")), ARRIVAL, Versions(version), None, looked
    )


def test_sheets_come_back_as_they_were_kept(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    assert read_by_ocr(archive, SHA) == SheetsByOcr()
    _keep(archive, "1", LOOKED)
    assert read_by_ocr(archive, SHA) == LOOKED


def test_the_same_sheets_are_the_same_bytes() -> None:
    turned = SheetsByOcr(LOOKED.by, dict(reversed(list(LOOKED.sheets.items()))))
    assert by_ocr_to_bytes(turned) == by_ocr_to_bytes(LOOKED)


def test_a_reading_without_ocr_leaves_them_where_they_are(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    _keep(archive, "1", LOOKED)
    _keep(archive, "2", None)
    assert read_by_ocr(archive, SHA) == LOOKED


def test_what_cannot_be_understood_is_read_anew(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    _keep(archive, "1", LOOKED)
    kept = archive.bundle(SHA) / OCR_FILE
    whole = kept.read_bytes()
    coded = gzip.decompress(whole).replace(b"sheet_straightened", b"no_such_code")
    half = gzip.compress(b'{"by": "1", "sheets": {"2": {"number": 2}}}')
    for damaged in (whole[:-9], b"", b"hej", half, gzip.compress(coded)):
        kept.write_bytes(damaged)
        assert read_by_ocr(archive, SHA) == SheetsByOcr()


def test_sheets_kept_when_warnings_were_sentences_are_understood(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    _keep(archive, "1", LOOKED)
    kept = archive.bundle(SHA) / OCR_FILE
    content = json.loads(gzip.decompress(kept.read_bytes()))
    content["sheets"]["2"]["warnings"] = ["Sidan låg 0,8 grader snett och är rätad."]
    kept.write_bytes(gzip.compress(json.dumps(content).encode()))
    assert read_by_ocr(archive, SHA) == LOOKED


def test_sheets_kept_before_there_were_turned_lines_are_understood(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    _keep(archive, "1", LOOKED)
    kept = archive.bundle(SHA) / OCR_FILE
    content = json.loads(gzip.decompress(kept.read_bytes()))
    sheet = content["sheets"]["2"]
    del sheet["sideways"]
    sheet["words"] = [word[:9] for word in sheet["words"]]
    kept.write_bytes(gzip.compress(json.dumps(content).encode()))
    [first, second] = PAGE.words
    older = replace(PAGE, sideways=(), words=(first, replace(second, invisible=False)))
    assert read_by_ocr(archive, SHA) == SheetsByOcr(LOOKED.by, {2: older, 7: None})


def test_half_a_surrogate_is_kept() -> None:
    half = replace(PAGE, words=(replace(PAGE.words[0], text="\ud83d"),))
    assert by_ocr_to_bytes(SheetsByOcr("1", {2: half}))
