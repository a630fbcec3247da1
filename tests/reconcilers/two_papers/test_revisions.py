"""Two revisions of one report: every figure that changed is named, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from reconcilers.two_papers.revisions import find_revision_findings
from schemas.document import Extraction
from tests.readings import read_pdf

ROOT = Path(__file__).parents[3]
REAL = ROOT.parent / "shared" / "real" / "simrishamn"


def sample(name: str) -> Extraction:
    return read_pdf(ROOT / "samples" / name / f"{name}.pdf")


def test_every_changed_figure_is_named_with_both_places() -> None:
    reading = sample("utdrag-budget")
    chosen = reading.facts[7::40]
    changed = {fact.fact_id: replace(fact, value=fact.value + 1, raw="ny") for fact in chosen}
    newer = replace(reading, facts=tuple(changed.get(fact.fact_id, fact) for fact in reading.facts))
    findings = find_revision_findings(reading, newer)
    assert [f.expected for f in findings] == [fact.raw for fact in chosen]
    assert all(f.found == "ny" and len(f.evidence) == 2 and f.severity == "notice" for f in findings)


def test_documents_that_are_no_revisions_say_nothing() -> None:
    assert find_revision_findings(sample("protokoll"), sample("utdrag-budget")) == ()


def test_real_revisions() -> None:
    if not REAL.exists():
        pytest.skip("../shared/real is not here: the two revisions of a real report are not compared")
    older, newer = (read_pdf(REAL / name) for name in ("Bokslut_2025_old.vdc5caea.pdf", "Bokslut_2025.pdf"))
    findings = find_revision_findings(older, newer)
    assert len(findings) == 19
    assert ("0,135", "1,352") in {(f.expected, f.found) for f in findings}
    assert Decimal("-62049") in {f.value for f in newer.facts}
