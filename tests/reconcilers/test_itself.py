"""The law that reconciling a document with itself finds nothing new, over every sample."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcilers.reconcile import reconcile, with_status
from reconcilers.same_text.duplicates import find_duplicates_between, paragraph_passages
from reconcilers.two_papers.findings import find_twin_findings
from reconcilers.two_papers.revisions import find_revision_findings, pair_tables
from schemas.document import Extraction
from tests.readings import read_pdf

PDFS = sorted((Path(__file__).parents[2] / "samples").glob("*/*.pdf"))


@pytest.fixture(scope="module", params=PDFS, ids=lambda path: path.stem)
def read(request: pytest.FixtureRequest) -> Extraction:
    return read_pdf(request.param)


def test_a_revision_that_changed_nothing_has_no_changes(read: Extraction) -> None:
    assert [pair.older for pair in pair_tables(read, read)] == list(read.tables) != []
    assert find_revision_findings(read, read) == ()


def test_a_paper_that_came_in_twice_is_disagreed_on_nowhere(read: Extraction) -> None:
    assert read.facts and find_twin_findings(read, read) == ()


def test_every_paragraph_is_its_own_copy(read: Extraction) -> None:
    own = {passage.id for passage in paragraph_passages(read)}
    pairs = find_duplicates_between(read, read)
    assert (
        own == {pair.id_a for pair in pairs if pair.id_a == pair.id_b and pair.relation == "identical"} & own
    )
    assert own


def test_what_was_proved_proves_the_same_again(read: Extraction) -> None:
    once = reconcile(read)
    proved = with_status(read, once.checks)
    assert once.checks and reconcile(proved) == once
    assert with_status(proved, once.checks) == proved
