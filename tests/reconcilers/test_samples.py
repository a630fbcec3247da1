"""Texts of the samples: what stands twice is found as the gold says, planted faults are told,
sound ones are quiet.
"""

import json
from pathlib import Path

import pytest

from reconcilers.same_text.duplicates import find_duplicates
from reconcilers.same_text.findings import tell_wording
from reconcilers.slips.findings import tell_names
from tests.readings import read_pdf
from tests.reconcilers.texts import findings_of

SAMPLES = Path(__file__).parents[2] / "samples"
FAULTY = "utdrag-budget-fel"
NAMES = sorted(
    path.parent.name for path in SAMPLES.glob("*/*.pdf") if (path.parent / "expected" / "gold.json").exists()
)


def read(name):
    return read_pdf(SAMPLES / name / f"{name}.pdf")


@pytest.mark.parametrize("name", NAMES)
def test_the_pairs_are_the_golds(name):
    gold = json.loads((SAMPLES / name / "expected" / "gold.json").read_text())
    if "duplicates" not in gold:
        pytest.skip("the gold does not speak of duplicates")
    found = [d for d in find_duplicates(read(name)) if d.level == "paragraph"]
    wanted = [d for d in gold["duplicates"] if d.get("level") == "paragraph"]
    alike = sorted((d["relation"], round(d["similarity"], 3)) for d in wanted)
    assert sorted((d.relation, round(d.similarity, 3)) for d in found) == alike


@pytest.mark.parametrize("name", [name for name in NAMES if name != FAULTY])
def test_sound_samples_are_quiet(name):
    reading = read(name)
    loud = [
        f
        for f in (*findings_of(tell_wording, reading), *findings_of(tell_names, reading))
        if f.severity != "notice"
    ]
    assert loud == []


def test_planted_faults_are_told():
    reading = read(FAULTY)
    found = {(f.kind, f.severity, f.expected, f.found) for f in findings_of(tell_wording, reading)}
    assert found == {
        ("number", "error", "76,6 mnkr", "67,6 mnkr"),
        ("unit", "error", "136 mnkr", "136 tkr"),
        ("name", "error", "Norra Björkvik", "Norra Björkvk"),
    }
