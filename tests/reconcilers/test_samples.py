"""Texts of the samples: what stands twice is found as the gold says, planted faults are told,
sound ones are quiet.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reconcilers.same_text.duplicates import find_duplicates
from reconcilers.same_text.findings import tell_wording
from reconcilers.slips.findings import tell_names
from schemas.document import Extraction, Paragraph
from tests.extractors.gold import Json, fold
from tests.readings import read_pdf
from tests.reconcilers.texts import findings_of

SAMPLES = Path(__file__).parents[2] / "samples"
Side = tuple[int, str]
FAULTY = "utdrag-budget-fel"
NAMES = sorted(
    path.parent.name for path in SAMPLES.glob("*/*.pdf") if (path.parent / "expected" / "gold.json").exists()
)


def read(name: str) -> Extraction:
    return read_pdf(SAMPLES / name / f"{name}.pdf")


@pytest.mark.parametrize("name", NAMES)
def test_the_pairs_are_the_golds(name: str) -> None:
    """Which two paragraphs, how alike they are, and what that is called."""
    gold = json.loads((SAMPLES / name / "expected" / "gold.json").read_text())
    if "duplicates" not in gold:
        pytest.skip("the gold does not speak of duplicates")
    reading = read(name)
    side = {p.paragraph_id: _side(reading, p) for p in reading.paragraphs}
    found = [
        (side[d.id_a], side[d.id_b], d.relation, round(d.similarity, 3))
        for d in find_duplicates(reading)
        if d.level == "paragraph"
    ]
    for pair in (pair for pair in gold["duplicates"] if pair["level"] == "paragraph"):
        a, b = _gold_sides(gold, pair["a"]), _gold_sides(gold, pair["b"])
        same = (pair["relation"], round(pair["similarity"], 3))
        match = [each for each in found if each[0] in a and each[1] in b and each[2:] == same]
        assert match, pair
        found.remove(match[0])
    assert found == []


def _side(reading: Extraction, paragraph: Paragraph) -> Side:
    """The index of the part a paragraph stands in, and its words."""
    part = next(part for part in reading.parts if part.part_id == paragraph.part_id)
    return part.part_index, fold(paragraph.text)


def _gold_sides(gold: Json, side: Json) -> set[Side]:
    """The same of a paragraph that the gold names by its part, heading, sheet and place under the heading;
    several, where a sheet prints one heading twice.
    """
    named = (side["part"], side["heading"], side["page"])
    at = side["paragraph_index"]
    texts = [s["paragraphs"] for s in gold["sections"] if (s["part"], _label(s), s["page"]) == named]
    return {(side["part"], fold(each[at])) for each in texts if len(each) > at}


def _label(section: Json) -> str:
    return f"{section['number']} {section['heading']}" if section["number"] else str(section["heading"])


@pytest.mark.parametrize("name", [name for name in NAMES if name != FAULTY])
def test_sound_samples_are_quiet(name: str) -> None:
    reading = read(name)
    loud = [
        f
        for f in (*findings_of(tell_wording, reading), *findings_of(tell_names, reading))
        if f.severity != "notice"
    ]
    assert loud == []


def test_planted_faults_are_told() -> None:
    reading = read(FAULTY)
    found = {(f.kind, f.severity, f.expected, f.found) for f in findings_of(tell_wording, reading)}
    assert found == {
        ("number", "error", "76,6 mnkr", "67,6 mnkr"),
        ("unit", "error", "136 mnkr", "136 tkr"),
        ("name", "error", "Norra Björkvik", "Norra Björkvk"),
    }
