"""A misread table is repaired by a second reading; a clerk's wrong sum is not, however often it is read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from extractors.document import extract
from extractors.tables.engines import EngineFailed
from extractors.tables.second_reading import ENGINES
from flows.readers.second_look import look_again
from reconcilers.reconcile import reconcile
from schemas.document import Extraction, Source
from schemas.kinds import Engine
from schemas.page import Page
from schemas.place import Box
from schemas.warnings import Code, warn

SAMPLES = Path(__file__).parents[3] / "samples"


@cache
def given(name: str) -> tuple[bytes, Source]:
    pdf = (SAMPLES / name / f"{name}.pdf").read_bytes()
    return pdf, Source(hashlib.sha256(pdf).hexdigest(), f"{name}.pdf")


@cache
def second(name: str) -> Extraction:
    return extract(*given(name), look_again=look_again)


def rows(reading: Extraction, table: int) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for cell in reading.tables[table].cells:
        found.setdefault(cell.row, []).append(cell.text)
    return list(found.values())


def test_the_first_reading_tears_the_thousands_apart() -> None:
    assert rows(extract(*given("andra-lasning")), 0)[1] == ["Vatten", "11", "204", "11", "310", "11", "298"]


def test_the_second_reading_repairs_it_and_says_who_read() -> None:
    reading = second("andra-lasning")
    assert reading.tables[0].engine == "camelot"
    assert rows(reading, 0)[1] == ["Vatten", "11 204", "11 310", "11 298"]
    assert {fact.value for fact in reading.facts if fact.row_label == "Summa"} >= {
        Decimal(83992),
        Decimal(84160),
    }


def test_only_the_doubtful_tables_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sheets and text once; of the tables the doubtful ones once for each engine, and the winners."""
    read = count_calls(monkeypatch, "extractors.document.read_sheets")
    parts = count_calls(monkeypatch, "extractors.document.read_parts")
    regridded = count_calls(monkeypatch, "flows.readers.second_look.read_again")
    cast = count_calls(monkeypatch, "extractors.tables.publish.cast_draft")
    reading = extract(*given("andra-lasning"), look_again=look_again)
    first, others = len(reading.tables), len(regridded)
    kept = sum(table.engine != "paragraf" for table in reading.tables)
    assert (len(read), len(parts)) == (1, 1)
    assert 0 < others <= len(ENGINES) * first
    assert len(cast) == first + others + kept


def count_calls(monkeypatch: pytest.MonkeyPatch, name: str) -> list[str]:
    """Grows by one for each call of the function so named."""
    module, _, function = name.rpartition(".")
    real, calls = getattr(import_module(module), function), []

    def called(*given: object, **named: object) -> object:
        calls.append(name)
        return real(*given, **named)

    monkeypatch.setattr(name, called)
    return calls


def test_a_wrong_sum_stays_as_printed_and_is_found() -> None:
    reading = second("andra-lasning")
    assert reading.tables[1].engine == "paragraf"
    findings = [f for f in reconcile(reading).findings if f.severity == "error"]
    assert [(f.expected, f.found) for f in findings] == [("5 023", "5 032")]


def test_a_sound_document_is_not_read_again() -> None:
    assert second("utdrag-budget") == extract(*given("utdrag-budget"))


# PDFium reads a sheet without a size as one of letter size; camelot and pdfplumber fall over it.
def without_a_size(pdf: bytes) -> bytes:
    return re.sub(rb"/MediaBox \[[^]]*\]", lambda box: b"/MediaBox (x)".ljust(len(box[0])), pdf)


def test_an_engine_that_falls_costs_its_opinion_and_not_the_document() -> None:
    pdf, source = without_a_size(given("andra-lasning")[0]), given("andra-lasning")[1]
    reading = extract(pdf, source, look_again=look_again)
    first = extract(pdf, source)
    assert reading.status == first.status == "complete"
    assert (reading.tables, reading.facts) == (first.tables, first.facts)
    told = [warning for warning in reading.warnings if warning not in first.warnings]
    assert [warning.code for warning in told] == [Code.TABLE_NOT_READ_AGAIN] * 2
    assert [dict(warning.arguments)["engine"] for warning in told] == ["camelot", "pdfplumber"]


@pytest.mark.parametrize("engine", ENGINES)
def test_one_engine_that_falls_leaves_the_other_its_say(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractors.tables.second_reading.ENGINES", {**ENGINES, engine: _falls})
    reading = extract(*given("andra-lasning"), look_again=look_again)
    assert reading.tables[0].engine != engine
    assert warn(Code.TABLE_NOT_READ_AGAIN, page=1, engine=engine, error="KeyError") in reading.warnings


def _falls(_pdf: bytes, _page: Page, _box: Box) -> tuple[float, ...]:
    raise EngineFailed("KeyError")


@pytest.mark.parametrize(
    ("engine", "call"), [(Engine.CAMELOT, "camelot.io.read_pdf"), (Engine.PDFPLUMBER, "pdfplumber.open")]
)
def test_memory_that_gives_out_is_no_opinion_withheld(
    engine: Engine, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(call, _raiser(MemoryError()))
    with pytest.raises(MemoryError):
        ENGINES[engine](b"", Page(1, 595, 842, 0, ()), Box(0, 0, 100, 100))
    monkeypatch.setattr(call, _raiser(AttributeError("'NoneType' object has no attribute 'get'")))
    with pytest.raises(EngineFailed, match="AttributeError"):
        ENGINES[engine](b"", Page(1, 595, 842, 0, ()), Box(0, 0, 100, 100))


def _raiser(error: BaseException) -> Callable[..., object]:
    def call(*_given: object, **_named: object) -> object:
        raise error

    return call
