"""The whole of reconciliation on one screen: what a document's texts and figures say of each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reconcilers.findings.of_figures import find_figure_findings
from reconcilers.same_figure.checks import find_cross_checks
from reconcilers.same_text.duplicates import find_duplicates
from reconcilers.same_text.findings import find_wording
from reconcilers.slips.findings import find_names
from reconcilers.sums.checks import find_checks
from schemas.document import Extraction
from schemas.finding import Check, Finding, Reconciliation
from schemas.kinds import FactStatus

_OF_FIGURES = ("number", "unit", "sign")


def reconcile(reading: Extraction) -> Reconciliation:
    """The document held against itself; nothing in the reading is changed."""
    within = find_checks(reading)
    checks = (*within, *find_cross_checks(reading, within))
    duplicates = find_duplicates(reading)
    figures = find_figure_findings(reading, checks)
    texts = [*find_wording(reading, duplicates), *find_names(reading)]
    findings = _numbered(reading, [*figures, *(f for f in texts if not _is_told(f, figures))])
    return Reconciliation(reading.source.document_id, duplicates, checks, findings)


def with_status(reading: Extraction, checks: Iterable[Check]) -> Extraction:
    """The reading with each fact's status: verified, conflict, or unchecked where no check names it.

    A fact in a check that holds is verified though another fails:
    the failure is then some other figure's fault.
    """
    held: set[str] = set()
    failed: set[str] = set()
    for check in checks:
        (held if check.holds else failed).update(check.fact_ids)
    facts = tuple(replace(fact, status=_status(fact.fact_id, held, failed)) for fact in reading.facts)
    return replace(reading, facts=facts)


def _status(fact_id: str, held: set[str], failed: set[str]) -> FactStatus:
    if fact_id in held:
        return FactStatus.VERIFIED
    return FactStatus.CONFLICT if fact_id in failed else FactStatus.UNCHECKED


def _is_told(finding: Finding, figures: Sequence[Finding]) -> bool:
    """True where a finding on figures names the same wrong figure in the same paragraph."""
    if finding.kind not in _OF_FIGURES:
        return False
    mine = {
        (claim.paragraph_id, text) for claim in finding.evidence for text in (finding.expected, finding.found)
    }
    told = ((claim, other.found) for other in figures for claim in other.evidence if claim.amount_id)
    return any((claim.paragraph_id, found) in mine for claim, found in told)


def _numbered(reading: Extraction, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """In the order of their pages, with ids that follow it."""
    document_id = reading.source.document_id
    ordered = sorted(findings, key=_place)
    return tuple(
        replace(each, finding_id=f"{document_id}-f{index:03d}") for index, each in enumerate(ordered)
    )


def _place(finding: Finding) -> tuple[int, float, str]:
    place = finding.evidence[0].place if finding.evidence else None
    top = place.box.top if place and place.box else 0.0
    return (place.page or 0 if place else 0), top, finding.kind
