"""What a report is made of, out of the paper on which two things do not agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from app.report.material import Document, Material
from schemas.finding import Duplicate, Finding
from tests.app import told_paper


def document() -> Document:
    return Document(told_paper.reading(), told_paper.FILE, told_paper.pdf())


def other_document(**changed: Any) -> Document:
    """Another paper with the same sheets and words."""
    reading = told_paper.reading()
    source = replace(reading.source, sha256="ef" * 32, file_name="kväll.pdf")
    return Document(replace(reading, source=source, **changed), "kväll.pdf", told_paper.pdf())


def material(
    findings: Sequence[Finding] | None = None,
    duplicates: Sequence[Duplicate] | None = None,
    others: Sequence[Document] = (),
) -> Material:
    proved, about = told_paper.reconciliation(), document()
    return Material(
        about,
        {each.document_id: each for each in (about, *others)},
        proved.findings if findings is None else tuple(findings),
        proved.checks,
        proved.duplicates if duplicates is None else tuple(duplicates),
    )


def finding_on(sort: str) -> Finding:
    """The paper's finding of that severity."""
    return next(each for each in told_paper.reconciliation().findings if each.severity == sort)
