"""Annual reports of housing co-operatives, where they lie beside this checkout:
tables, facts and units as printed.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from reconcilers.reconcile import reconcile
from schemas.warnings import Code, sentences
from tests.extractors import gold_of_tables
from tests.extractors.conftest import Reading
from tests.extractors.gold import Gold, Row, Stage, compare

REPORTS = Path(__file__).parents[3] / "shared" / "real"
_ALL = sorted((Path(__file__).parents[1] / "real" / "gold").glob("*.gold.json"))
GOLDS = [path for path in _ALL if path.name.endswith("-tables.gold.json")]
YEAR_END = [
    path for path in _ALL if "tables" in json.loads(path.read_text(encoding="utf-8")) and path not in GOLDS
]
PDFS = {path.name: path for path in REPORTS.glob("*/*.pdf")}
_FILES = {path: json.loads(path.read_text(encoding="utf-8"))["document"]["file"] for path in _ALL}
_FIGURES = re.compile(r"[-–\d ,.%()*]*")
_NO_LETTER = re.compile(r"[^A-Za-z0-9%.,()*-]")
pytestmark = pytest.mark.skipif(not PDFS, reason="the real documents are not beside this checkout")


def _bare(cell: object) -> object:
    """A label without what a text layer that lacks å, ä and ö has lost or put in their place."""
    if not isinstance(cell, str) or _FIGURES.fullmatch(cell):
        return cell
    return _NO_LETTER.sub("", cell)


def _without_lost_letters(stage: Stage) -> Stage:
    def bare(row: Row) -> Row:
        return tuple(map(_bare, row))

    return replace(
        stage,
        expected=lambda gold: map(bare, stage.expected(gold)),
        found=lambda gold: map(bare, stage.found(gold)),
    )


def _lacks_letters(gold: Gold) -> bool:
    told = {warning.code for page in gold.read.pages for warning in page.warnings}
    return Code.LAYER_LACKS_LETTERS in told


@pytest.mark.parametrize("stage", ["facts", "cells"])
@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.name.split(".")[0])
def test_what_is_read_is_what_the_gold_says(path: Path, stage: str, layer_reading: Reading) -> None:
    gold = Gold.of(path, layer_reading(PDFS[_FILES[path]]))
    asked = gold_of_tables.STAGES[stage]
    found = compare(stage, _without_lost_letters(asked) if _lacks_letters(gold) else asked, gold)
    if found:
        pytest.fail(str(found), pytrace=False)


@pytest.mark.parametrize("stage", ["facts", "cells"])
@pytest.mark.parametrize("path", YEAR_END, ids=lambda path: path.name.split(".")[0])
def test_what_is_read_on_the_sheets_that_a_gold_speaks_of(
    path: Path, stage: str, layer_reading: Reading
) -> None:
    """Other documents than annual reports; sheets that need OCR are measured by `make bench`."""
    gold = Gold.of(path, layer_reading(PDFS[_FILES[path]]))
    asked = {
        page for page in gold.said["scope"]["pages"] if gold.read.pages[page - 1].text_source == "native"
    }
    unread = {
        page.page for page in gold.read.pages if any("OCR" in said for said in sentences(page.warnings))
    }
    found = compare(stage, gold_of_tables.STAGES[stage], gold, asked - unread)
    if found:
        pytest.fail(str(found), pytrace=False)


@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.name.split(".")[0])
def test_every_table_has_its_unit(path: Path, layer_reading: Reading) -> None:
    gold = Gold.of(path, layer_reading(PDFS[_FILES[path]]))
    said = Counter((table["pages"][0], table["unit"]) for table in gold.said["tables"])
    read = Counter((table.first_page, table.unit) for table in gold.read.tables)
    unsaid = {page for page, unit in said if unit == "år" and _lacks_letters(gold)}  # "(år)" has lost its å
    assert {key: n for key, n in read.items() if key[0] not in unsaid} == {
        key: n for key, n in said.items() if key[0] not in unsaid
    }


@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.name.split(".")[0])
def test_nothing_is_told_where_nothing_is_wrong(path: Path, layer_reading: Reading) -> None:
    told = reconcile(layer_reading(PDFS[_FILES[path]])).findings
    assert [each.says for each in told if each.severity != "notice"] == []
