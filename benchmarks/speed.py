"""Time per sheet of our whole reading beside PDFium's plain text and the peers,
in one process, taking turns.
"""

from __future__ import annotations

import ctypes
import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pypdfium2.raw as pdfium

from benchmarks.corpus import source_of
from benchmarks.peers import pdfplumber_words, table_readers
from extractors.document import extract
from flows.readers.one_document import read

MOST_TIMES_PLAIN_TEXT = 12.0
AIM_TIMES_PLAIN_TEXT = 6.0
LEAST_TIMES_FASTER_THAN_WORDS = 5.0
ROUNDS, SLOW_ROUNDS = 15, 3


@dataclass(frozen=True, slots=True)
class Timed:
    """A reader, how many sheets it reads in one go, and in how many rounds it takes part."""

    name: str
    run: Callable[[], object]
    sheets: int
    rounds: int


def plain_text(pdf: bytes) -> int:
    """Reads the text of every sheet with PDFium and nothing else; gives the number of characters."""
    document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    total = 0
    for index in range(pdfium.FPDF_GetPageCount(document)):
        page = pdfium.FPDF_LoadPage(document, index)
        text = pdfium.FPDFText_LoadPage(page)
        count = pdfium.FPDFText_CountChars(text)
        buffer = (ctypes.c_ushort * (count + 1))()
        total += pdfium.FPDFText_GetText(text, 0, count, buffer)
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    return total


def readers(path: Path, sheets: int) -> list[Timed]:
    """Who is timed. camelot reads every eighth sheet only: all of them would take minutes."""
    pdf = path.read_bytes()
    source = source_of(pdf, path)
    tables = table_readers()
    every = list(range(1, sheets + 1))
    some = every[::8]
    return [
        Timed("PDFium, plain text", lambda: plain_text(pdf), sheets, ROUNDS),
        Timed("Paragraf, everything", lambda: extract(pdf, source), sheets, ROUNDS),
        Timed("Paragraf, read and proved", lambda: read(pdf, source), sheets, ROUNDS),
        Timed("pdfplumber, words", lambda: pdfplumber_words(path), sheets, SLOW_ROUNDS),
        Timed("pdfplumber, tables", lambda: tables["pdfplumber"](path, every), sheets, SLOW_ROUNDS),
        Timed("camelot stream", lambda: tables["camelot stream"](path, some), len(some), SLOW_ROUNDS),
        Timed("camelot hybrid", lambda: tables["camelot hybrid"](path, some), len(some), SLOW_ROUNDS),
    ]


def seconds_per_sheet(timed: list[Timed]) -> dict[str, float]:
    """The median of each reader's rounds; a first call of each, not counted, loads what it imports."""
    for reader in timed:
        reader.run()
    taken: dict[str, list[float]] = {reader.name: [] for reader in timed}
    for turn in range(max(reader.rounds for reader in timed)):
        for reader in timed:
            if turn < reader.rounds:
                gc.collect()
                start = time.perf_counter()
                reader.run()
                taken[reader.name].append((time.perf_counter() - start) / reader.sheets)
    return {name: median(times) for name, times in taken.items()}
