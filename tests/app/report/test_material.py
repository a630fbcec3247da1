"""A report is made of a document, its kin, and what was said of them by either."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.report.material import Material, gather
from archive.documents import Versions, keep_document
from archive.layout import Archive
from archive.lock import writing
from archive.pairs import keep_pair
from archive.things_to_rows import Arrival, reconciliation_to_tables
from schemas.finding import Reconciliation
from schemas.kinds import Severity, TextSource
from tests.app import told_paper
from tests.app.report.made_material import document, finding_on, material, other_document

OTHER = other_document()


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Material:
    """The paper and a later one; what the two say of each other is kept on the later one's side."""
    archive: Archive = told_paper.keep(tmp_path_factory.mktemp("material"))
    own, sha256 = told_paper.source().sha256, OTHER.reading.source.sha256
    error = finding_on("error")
    evidence = (*error.evidence, replace(error.evidence[0], document_id=OTHER.document_id))
    between = replace(error, finding_id="!", document_id=OTHER.document_id, evidence=evidence)
    said = Reconciliation(OTHER.document_id, (told_paper.repeat(),), (), (between,))
    with writing(archive):
        arrival = Arrival("kväll.pdf", "kväll.pdf", told_paper.NOON)
        keep_document(archive, OTHER.original, OTHER.reading, arrival, Versions("1"))
        keep_pair(archive, {sha256: (own, reconciliation_to_tables(said)), own: (sha256, {})})
    return gather(archive, own)


def test_the_document_comes_back_with_its_name_and_bytes(gathered: Material) -> None:
    about = gathered.about
    assert (about.file_name, about.original) == (told_paper.FILE, told_paper.pdf())
    assert about.reading.facts == told_paper.reading().facts
    assert list(gathered.documents) == [about.document_id, OTHER.document_id]


def test_what_the_other_side_keeps_is_told_too_behind_the_document_s_own(gathered: Material) -> None:
    own = told_paper.source().document_id
    assert [finding.finding_id for finding in gathered.findings] == [
        f"{own}-f1",
        "!",
        f"{own}-f0",
        f"{own}-f2",
    ]
    assert len(gathered.duplicates) == 2 and len(gathered.checks) == 2
    assert gathered.count(Severity.ERROR) == 2


def test_things_are_found_by_their_ids() -> None:
    about, reading = document(), told_paper.reading()
    assert about.facts[reading.facts[1].fact_id].raw == "94 115"
    assert about.paragraphs[reading.paragraphs[1].paragraph_id].text == told_paper.TEXTS[1]
    assert about.headings == {reading.sections[0].section_id: "Ärende åäö"}
    assert list(about.tables) == [reading.tables[0].table_id] and about.printed[2] == "2(2)"


def test_one_paper_in_another_kind_of_input_is_a_twin() -> None:
    twin = other_document(text_source=TextSource.MARKDOWN)
    assert material(others=[twin]).twins == {twin.document_id}
    assert material(others=[OTHER]).twins == frozenset()
